import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { drawLetter, LetterError, type LetterRequest, renderLetter } from '../letters.ts';

const data = {
  gemeente: {
    naam: 'Veldrijk',
    adres: 'Marktplein 4',
    postcode: '7411 AB',
    plaats: 'Veldrijk',
    telefoon: '0570 12 34 56',
    email: 'post@veldrijk.example',
    website: 'www.veldrijk.example',
    stijl: { kleur: '#00695c' },
  },
  persoon: { aanhef: 'Geachte heer Haile', volledigeNaam: 'D. Haile', adresregels: ['Dorp 1'] },
  kenmerk: 'B-1',
  dagtekening: '2026-11-21',
  klantmanager: { naam: 'K. Hendriks', telefoon: '0570 1', email: 'k@veldrijk.example' },
  ondertekenaar: { naam: 'M. de Groot', functie: 'Teamleider' },
  tekst: 'Dit is een brief.',
  boete: 25000,
};

const request: LetterRequest = {
  template: 'server/letters/letters.fixture.typ',
  data,
  title: 'Een brief & zijn <titel>',
  lang: 'nl',
  standard: 'ua-1',
};

/** Alle gecomprimeerde stromen uitgepakt, met de leesbare delen van het bestand ervoor. */
function unpacked(pdf: Buffer): string {
  const parts = [pdf.toString('latin1')];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    try {
      parts.push(inflateSync(pdf.subarray(at + 7), { finishFlush: 2 }).toString('latin1'));
    } catch {
      // Een lettertype of de XMP-metadata is geen deflate-stroom.
    }
  }
  return parts.join('\n');
}

/** De tekens die een lezer uit de tekstlaag kan kopiëren, volgens de ToUnicode-tabellen. */
function charactersInTextLayer(pdf: Buffer): Set<string> {
  const tables = unpacked(pdf).matchAll(/begin(?:bfchar|bfrange)(.*?)end(?:bfchar|bfrange)/gsu);
  const targets = [...tables].flatMap((t) => [...(t[1] ?? '').matchAll(/<([0-9A-F]+)>\s*$/gimu)]);
  const decode = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  return new Set(targets.flatMap((t) => [...decode(t[1] ?? '')]));
}

const faultOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'geen fout',
    (error: unknown) => (error instanceof LetterError ? error : Promise.reject(error)),
  );

describe('renderLetter', () => {
  it('maakt een PDF/UA-1 met taal, titel, koppen en een tabelkop', async () => {
    const { pdf, sha256 } = await renderLetter(request);
    const text = unpacked(pdf);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(sha256).toMatch(/^[0-9a-f]{64}$/u);
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(text).toContain('<rdf:li>nl-NL</rdf:li>');
    expect(text).toMatch(/\/Lang ?\(nl-NL\)/u);
    expect(text).toMatch(/\/DisplayDocTitle true/u);
    for (const role of ['H1', 'H2', 'Table', 'TH', 'TD']) {
      expect(text).toMatch(new RegExp(`/S ?/${role}\\b`, 'u'));
    }
  });

  it('maakt een PDF/A-2a voor het archief', async () => {
    const text = unpacked((await renderLetter({ ...request, standard: 'a-2a' })).pdf);
    expect(text).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(text).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
  });

  it('geeft bij dezelfde gegevens dezelfde bytes, ook na andere brieven', async () => {
    const first = await renderLetter(request);
    const other = await renderLetter({ ...request, data: { ...data, tekst: 'Iets anders.' } });
    const again = await renderLetter(request);
    expect(again.pdf.equals(first.pdf)).toBe(true);
    expect(again.sha256).toBe(first.sha256);
    expect(other.sha256).not.toBe(first.sha256);
  });

  it('zet de dagtekening als datum van het document, niet de klok', async () => {
    const { pdf } = await renderLetter({
      ...request,
      data: { ...data, dagtekening: '2022-02-28' },
    });
    expect(pdf.toString('latin1')).toContain('<xmp:CreateDate>2022-02-28');
  });

  it('houdt namen in Arabisch, Ethiopisch en Cyrillisch schrift leesbaar in de tekstlaag', async () => {
    const tekst = 'محمد الأحمد · ሰላም ተስፋይ · Олена Ковальчук · Şükrü Łukasz';
    const { pdf } = await renderLetter({ ...request, data: { ...data, tekst } });
    const found = charactersInTextLayer(pdf);
    expect([...tekst].filter((c) => c !== ' ' && !found.has(c))).toEqual([]);
  });

  it('weigert een teken dat geen lettertype heeft en citeert de tekst niet', async () => {
    const fault = await faultOf(
      renderLetter({ ...request, data: { ...data, tekst: 'Jan 日 😀' } }),
    );
    expect(fault).toMatchObject({ fault: 'teken-ontbreekt' });
    expect(String(fault)).toContain('U+65E5, U+1F600');
    expect(String(fault)).not.toContain('Jan');
  });

  it('tekent elk blad zichtbaar: niets wits over een eerder blad', () => {
    const { standard: _, ...zonderNorm } = request;
    const tekst = 'Dit is een lange brief. '.repeat(400);
    const svg = drawLetter({ ...zonderNorm, data: { ...data, tekst } });
    const [, hoogte = ''] = /viewBox="0 0 [\d.]+ ([\d.]+)"/.exec(svg) ?? [];
    expect(Number(hoogte)).toBeGreaterThan(2 * 841);
    expect(svg).not.toContain('fill="#ffffff"');
  });

  it('weigert een lege titel', async () => {
    expect(await faultOf(renderLetter({ ...request, title: '' }))).toMatchObject({
      fault: 'norm-ontbreekt',
    });
  });

  it('weigert een sjabloon buiten het project of dat geen sjabloon is', async () => {
    for (const template of ['../elders.typ', '/etc/passwd', 'package.json']) {
      expect(await faultOf(renderLetter({ ...request, template }))).toMatchObject({
        fault: 'sjabloon',
      });
    }
  });

  it('noemt het veld dat het sjabloon mist en maakt daarna weer gewoon een brief', async () => {
    const { kenmerk: _kenmerk, ...zonder } = data;
    const fault = await faultOf(renderLetter({ ...request, data: zonder }));
    expect(fault).toMatchObject({ fault: 'sjabloon' });
    expect(String(fault)).toContain('kenmerk');
    await expect(renderLetter(request)).resolves.toHaveProperty('sha256');
  });
});
