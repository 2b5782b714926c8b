import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keurLogo, MAX_BYTES } from './logo.ts';

const kop = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30">';
const svg = (binnen: string, begin = kop) => `${begin}${binnen}</svg>`;
const keur = (tekst: string) => keurLogo('svg', Buffer.from(tekst).toString('base64'));

describe('een SVG', () => {
  it.each([
    svg('<rect width="90" height="30" fill="#0b5560"/>'),
    svg('<g id="a"><path d="M0 0h9v9z"/></g><use href="#a"/>'),
    svg(
      '<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs><path fill="url(#g)" d="M0 0h9"/>',
    ),
    `<?xml version="1.0" encoding="UTF-8"?>\n<!-- gemaakt met de hand -->\n${svg('<circle r="4"/>')}`,
    svg('<circle r="4"/>', '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30">'),
    readFileSync(new URL('../../../web/theme/merk.svg', import.meta.url), 'utf8'),
  ])('met alleen vormen mag (%#)', (tekst) => {
    expect(keur(tekst)).toHaveProperty('svg');
  });

  it.each([
    ['script', svg('<script>alert(1)</script>')],
    ['opdracht', svg('<rect onclick="alert(1)"/>')],
    ['opdracht in hoofdletters', svg('<rect ONLOAD="x"/>')],
    ['vreemd deel', svg('<foreignObject><div/></foreignObject>')],
    ['plaatje van buiten', svg('<image href="https://elders.example/a.png"/>')],
    ['verwijzing', svg('<use href="https://elders.example/a.svg#b"/>')],
    ['oude verwijzing', svg('<use xlink:href="file:///etc/passwd"/>')],
    ['kleur van buiten', svg('<rect fill="url(https://elders.example/x)"/>')],
    ['stijlblad', svg('<style>@import "x"</style>')],
    ['stijl met adres', svg('<rect style="background:url(//elders)"/>')],
    ['losse tekst', svg('<text>Gemeente</text>')],
    ['entiteit', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('<rect/>')}`],
    ['zonder aanhalingstekens', svg('<rect onload=alert(1)>')],
    ['half label', svg('<rect width="1"')],
    ['link', svg('<a href="javascript:alert(1)"><rect/></a>')],
    ['animatie', svg('<animate attributeName="href" to="x"/>')],
    ['geen svg', '<html></html>'],
    ['zonder maten', svg('<rect/>', '<svg xmlns="http://www.w3.org/2000/svg">')],
    ['leeg', ''],
  ])('met %s wordt geweigerd', (_, tekst) => {
    const uit = keur(tekst);
    expect(uit).toHaveProperty('redenen');
    expect('redenen' in uit && uit.redenen[0]).toMatchObject({ code: 'logo-ongeschikt' });
  });

  it.each([['<!--'], ['<?xml ']])(
    'vol met een begin zonder eind (%s) is meteen geweigerd, hoe vaak men het ook probeert',
    (begin) => {
      const vol = svg(begin.repeat((MAX_BYTES - 200) / begin.length));
      for (let keer = 0; keer < 30; keer += 1) expect(keur(vol)).toHaveProperty('redenen');
    },
  );

  it.each([
    ['een kop van XML middenin', svg('<?xml version="1.0"?><rect/>')],
    ['opmerking zonder eind', svg('<rect/><!-- klaar')],
    ['opmerking zonder begin', svg('<rect/> klaar -->')],
  ])('%s is niet goed gevormd', (_, tekst) => {
    expect(keur(tekst)).toHaveProperty('redenen');
  });

  it('bewaart geen opmerkingen', () => {
    const uit = keur(`<!-- a -->${svg('<rect/><!-- b --><circle r="4"/>')}<!-- c -->`);
    expect(uit).toEqual({ svg: svg('<rect/><circle r="4"/>') });
  });

  it('mag niet te groot zijn', () => {
    expect(keur(svg(`<path d="${'M0 0'.repeat(MAX_BYTES / 4)}"/>`))).toHaveProperty('redenen');
  });
});

describe('een PNG', () => {
  const png = (breed: number, hoog: number) => {
    const b = Buffer.alloc(40);
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(b);
    b.writeUInt32BE(breed, 16);
    b.writeUInt32BE(hoog, 20);
    return b;
  };
  const keurPng = (b: Buffer) => keurLogo('png', b.toString('base64'));

  it.each([
    [200, 40, true],
    [199, 40, false],
    [200, 39, false],
    [4000, 4000, true],
    [4001, 40, false],
  ])('van %i bij %i: %s', (breed, hoog, goed) => {
    expect('svg' in keurPng(png(breed, hoog))).toBe(goed);
  });

  it.each(['', '==', '===='])(
    'draagt alleen wat is gekeurd, ook als er na %j meer staat',
    (einde) => {
      const goed = png(200, 40).toString('base64').replace(/=+$/u, '');
      const uit = keurLogo('png', `${goed}${einde}"/><script>alert(1)</script><image href="`);
      const svgTekst = 'svg' in uit ? uit.svg : '';
      expect(svgTekst).toMatch(
        /^<svg [^<>]+><image [^<>]+ href="data:image\/png;base64,[^"<>]+"\/><\/svg>$/u,
      );
      expect(svgTekst).not.toContain('alert(1)');
    },
  );

  it('moet echt een PNG zijn', () => {
    expect(keurPng(Buffer.from('GIF89a en nog wat meer tekens om te vullen'))).toHaveProperty(
      'redenen',
    );
  });
});
