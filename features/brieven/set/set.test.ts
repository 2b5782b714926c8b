import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dagenTussen, datum, plusDagen, plusJaren } from '../../../rules/shared/datum.ts';
import { renderLetter } from '../../../server/letters.ts';
import { textOf } from '../../../test/api/pdf.ts';
import { TAALCODES, TALEN, type Taal } from '../../shared/talen.schema.ts';
import { plekken } from '../../shared/teksten.schema.ts';
import { kiesStem, zinnenVan } from '../scherm/spraak.ts';
import { BRIEVEN_TEKSTEN } from '../teksten/collectie.ts';
import { dagenVan, tijdlijnVan } from './beeld.ts';
import { Setbron } from './set.schema.ts';
import { documenttitel, gegevensVan, type Stuk, sjabloonVan, stukkenVan } from './stukken.ts';
import type { Vinder } from './zetten.ts';

const { teksten } = BRIEVEN_TEKSTEN;
const vind: Vinder = (sleutel, taal) => ({
  tekst: teksten[taal]?.[sleutel] ?? '',
  taal,
  staat: taal === 'nl' ? 'bron' : 'machine',
});

const bron = Setbron.parse({
  versie: 2,
  dagtekening: '2026-11-21',
  kenmerk: 'PIP-2026-1234-ABCD',
  gemeente: {
    naam: 'Veldrijk',
    adres: 'Marktplein 4',
    postcode: '7411 AB',
    plaats: 'Veldrijk',
    telefoon: '0570 12 34 56',
    email: 'post@veldrijk.example',
    website: 'www.veldrijk.example',
    stijl: { kleur: '#0b5560' },
  },
  naam: 'Selam Tesfay',
  klantmanager: { naam: 'Noor de Wit', telefoon: '0570 12 34 60', email: 'noor@veldrijk.example' },
  doelgroep: 'asielstatushouder',
  leerroute: 'Z',
  niveau: 'A2',
  les: { uren: 800, perWeek: 12, vanaf: '2027-02-01' },
  alfabetisering: 'A',
  opleidingAfmaken: false,
  pvt: { uren: 12, invulling: 'Vier bijeenkomsten en een excursie.' },
  moduleMap: { uren: 40, invulling: 'Meelopen met een bakker.' },
  meedoen: { uren: 800, invulling: 'Helpen in de buurttuin.' },
  begeleiding: 'Elke drie maanden een gesprek.',
  gesprekken: { aantal: 8, ritme: 'Elke drie maanden.' },
  eerst: { soort: 'afspraak', datum: '2026-12-03', tijd: '09:30' },
  termijn: { begin: '2026-11-22', laatsteDag: '2029-11-21', van: 'prognose' },
  bezwaarTotEnMet: '2027-01-04',
  afspraken: [{ soort: 'voortgangsgesprek', datum: '2027-02-18', tijd: '10:00' }],
  doelen: [
    {
      eigenWoorden: 'ኣነ ኣብ ባኒ ክሰርሕ እደሊ።',
      taal: 'ti',
      nederlands: 'Ik wil in een bakkerij werken.',
    },
  ],
  vorige: {
    dagtekening: '2026-03-01',
    wijzigingen: [
      { wat: 'wat.leerroute', oud: 'route.naam.B', nieuw: 'route.naam.Z', sleutels: true },
    ],
    reden: 'De B1-route bleek te zwaar.',
  },
});

const maak = async (stuk: Stuk, b = bron) =>
  (
    await renderLetter({
      template: sjabloonVan(stuk),
      data: gegevensVan(b, stuk, vind),
      title: documenttitel(stuk, b.versie),
      lang: 'nl',
      standard: 'ua-1',
      spans: stuk.taal === 'nl' ? [] : [stuk.taal],
    })
  ).pdf;

const bladzijden = (pdf: Buffer) =>
  Number(/<xmpTPg:NPages>(\d+)</u.exec(pdf.toString('latin1'))?.[1]);

/** Alle tekst zoals een lezer haar kopieert, aan elkaar en zonder witruimte. */
const tekstVan = (pdf: Buffer) =>
  textOf(pdf)
    .map((stuk) => stuk.text)
    .join('')
    .replaceAll(/\s/gu, '');
const plat = (tekst: string) => tekst.replaceAll(/\s/gu, '');

const VREEMD = TAALCODES.filter((t) => t !== 'nl');
const SOORTEN = ['pip-vertaling', 'pip-beeld'] as const;

describe('de brieven als PDF', () => {
  it.each(VREEMD.flatMap((taal) => SOORTEN.map((soort) => [soort, taal] as const)))(
    '%s in %s: UA-1, elke taal bij haar tekst, en te kopiëren zoals het er staat',
    async (soort, taal) => {
      const pdf = await maak({ soort, taal });
      const ruw = pdf.toString('latin1');
      expect(ruw).toContain('<pdfuaid:part>1</pdfuaid:part>');
      const talen = new Set([...ruw.matchAll(/\/Lang ?\(([\w-]+)\)/gu)].map((m) => m[1]));
      expect(talen).toContain('nl-NL');
      expect(talen).toContain(taal);
      // Het doel staat in het Tigrinya, in welke taal de brief ook is.
      expect(talen).toContain('ti');
      const tekst = tekstVan(pdf);
      const kop = soort === 'pip-beeld' ? 'kop.beeld' : 'kop.eenvoudig';
      expect(tekst).toContain(plat(teksten[taal]?.[kop] ?? ''));
      expect(tekst).toContain(plat(bron.doelen[0]?.eigenWoorden ?? ''));
    },
  );

  it('heeft één hoofdkop en per onderwerp een kop', async () => {
    const ruw = (await maak({ soort: 'pip-vertaling', taal: 'ar' })).toString('latin1');
    const koppen = [...ruw.matchAll(/\/S ?\/(H[1-6])\b/gu)].map((m) => m[1]);
    expect(koppen.filter((k) => k === 'H1')).toHaveLength(1);
    expect(koppen.filter((k) => k === 'H2')).toHaveLength(13);
  });

  it('leest zin voor zin: eerst het Nederlands, dan de vertaling', async () => {
    const tekst = tekstVan(await maak({ soort: 'pip-vertaling', taal: 'so' }));
    const zinnen = ['plicht.komen', 'plicht.bellen', 'bezwaar.bellen', 'bezwaar.door'] as const;
    const volgorde = zinnen.flatMap((z) => [teksten.nl[z] ?? '', teksten.so?.[z] ?? '']);
    const plaatsen = volgorde.map((z) => tekst.indexOf(plat(z)));
    expect(plaatsen.every((p) => p >= 0)).toBe(true);
    expect(plaatsen).toEqual(plaatsen.toSorted((x, y) => x - y));
  });

  it('schrijft een telefoonnummer ook in Arabisch schrift van links naar rechts', async () => {
    const stukken = textOf(await maak({ soort: 'pip-vertaling', taal: 'fa' })).map((s) => s.text);
    const nummer = bron.klantmanager.telefoon;
    // Eén keer in de Nederlandse zin, één keer als eigen stuk in de Perzische.
    expect(stukken.filter((s) => s.includes(nummer))).toHaveLength(2);
  });

  it('blijft kort: gewone taal hoogstens vier bladzijden, in beeld twee', async () => {
    const aantallen: Record<string, number> = {};
    for (const stuk of stukkenVan(['fa', 'ti', 'so'])) {
      aantallen[`${stuk.soort} ${stuk.taal}`] = bladzijden(await maak(stuk));
    }
    const teLang = Object.entries(aantallen).filter(
      ([naam, aantal]) => aantal > (naam.startsWith('pip-beeld') ? 2 : 5),
    );
    expect(teLang).toEqual([]);
  });

  it('zet lange teksten, lange woorden en namen in elk schrift zonder iets te verliezen', async () => {
    const lang = 'Een heel lange afspraak met veel woorden die doorloopt. '.repeat(40);
    const b = {
      ...bron,
      naam: 'محمد الأحمد ሰላም Олена Şükrü',
      klantmanager: { ...bron.klantmanager, naam: 'W'.repeat(90) },
      begeleiding: lang,
      vve: 'W'.repeat(300),
      doelen: Array.from({ length: 12 }, () => ({ eigenWoorden: lang, taal: 'nl' as const })),
    };
    for (const taal of ['nl', 'ar', 'so'] as const) {
      const soort = taal === 'nl' ? 'pip-eenvoudig' : 'pip-vertaling';
      const pdf = await maak({ soort, taal }, b);
      expect(bladzijden(pdf)).toBeGreaterThan(5);
      const tekst = tekstVan(pdf);
      for (const woord of b.naam.split(' ')) expect(tekst).toContain(woord);
      expect(tekst).toContain('W'.repeat(6));
      expect(tekst.split(plat(lang)).length - 1).toBe(13);
    }
  });

  it('leest vijandige woorden als gewone tekst', async () => {
    const vijandig = '#include "x" ] [ * $ _ ` // \\ <a> @b #panic() = Kop\n= Kop\n- punt';
    const koppen = (pdf: Buffer) =>
      [...pdf.toString('latin1').matchAll(/\/S ?\/H[1-6]\b/gu)].length;
    const gewoon = koppen(await maak({ soort: 'pip-vertaling', taal: 'tr' }));
    const b = { ...bron, begeleiding: vijandig, naam: '= Kop', vve: undefined };
    expect(koppen(await maak({ soort: 'pip-vertaling', taal: 'tr' }, b))).toBe(gewoon);
  });
});

describe('de vaste teksten', () => {
  it.each(VREEMD)('zijn er allemaal in het %s, met dezelfde plekken', (taal) => {
    const anders = Object.entries(teksten.nl).filter(
      ([sleutel, nl]) => plekken(teksten[taal]?.[sleutel] ?? '').join() !== plekken(nl).join(),
    );
    expect(anders).toEqual([]);
    expect(teksten[taal]?.maanden?.split(',')).toHaveLength(12);
  });

  it('houden het Nederlands kort: hoogstens twaalf woorden in een zin', () => {
    const zinnen = Object.entries(teksten.nl)
      .filter(([sleutel]) => sleutel !== 'maanden')
      .flatMap(([, tekst]) => zinnenVan(tekst));
    expect(zinnen.filter((z) => z.split(/\s+/u).length > 12)).toEqual([]);
  });

  it('vullen niets in wat een mens schreef: dat staat er als niet vertaald', () => {
    const data = gegevensVan(bron, { soort: 'pip-vertaling', taal: 'uk' }, vind) as {
      delen: { alineas: { nl: { tekst: string }; vertaald?: object; alleenNederlands?: true }[] }[];
    };
    const vrij = data.delen.flatMap((d) => d.alineas).find((a) => a.nl.tekst === bron.begeleiding);
    expect(vrij).toMatchObject({ alleenNederlands: true });
    expect(vrij?.vertaald).toBeUndefined();
  });
});

describe('de tijdlijn', () => {
  const dag = fc.integer({ min: 0, max: 1095 }).map((n) => plusDagen(datum('2026-11-22'), n));

  it('houdt elke dag binnen de tijd, op volgorde en naar verhouding', () => {
    fc.assert(
      fc.property(dag, dag, fc.integer({ min: 0, max: 30 }), (a, b, aantal) => {
        const afspraken = [a, b].map((d) => ({
          soort: 'voortgangsgesprek',
          datum: d,
          tijd: '10:00',
        }));
        const { rijen } = tijdlijnVan({ ...bron, afspraken, gesprekken: { aantal, ritme: 'x' } });
        const punten = rijen.flatMap((r) => r.punten);
        expect(punten.map((p) => p.op)).toEqual(punten.map((p) => p.op).toSorted((x, y) => x - y));
        expect(punten.every((p) => p.op >= 0 && p.op <= 1)).toBe(true);
        expect(punten).toHaveLength(Math.max(aantal, 2));
      }),
    );
  });

  it.each([
    ['2029-11-20', 3],
    ['2029-11-21', 3],
    ['2029-11-22', 3],
    ['2030-05-21', 4],
  ])('telt tot en met %s %i jaren', (laatsteDag, aantal) => {
    const { jaren } = tijdlijnVan({
      ...bron,
      termijn: { ...bron.termijn, laatsteDag: datum(laatsteDag) },
    });
    expect(jaren.map((j) => j.nummer)).toEqual(Array.from({ length: aantal }, (_, i) => i + 1));
    expect(jaren.at(-1)?.tot).toBe(1);
    const lengte = dagenTussen(datum('2026-11-22'), plusDagen(datum(laatsteDag), 1));
    const eerste = dagenTussen(datum('2026-11-22'), plusJaren(datum('2026-11-22'), 1));
    expect(jaren[0]?.tot).toBeCloseTo(eerste / lengte, 10);
  });

  it('noemt de dagen die vaststaan, op volgorde', () => {
    expect(dagenVan(bron).map((d) => [d.wat, d.datum])).toEqual([
      ['beeld.begin', '2026-11-22'],
      ['beeld.bezwaar', '2027-01-04'],
      ['beeld.les', '2027-02-01'],
      ['beeld.afspraak', '2027-02-18'],
      ['beeld.laatste', '2029-11-21'],
    ]);
  });
});

describe('voorlezen', () => {
  const stem = (lang: string, localService = true) => ({ lang, localService, default: false });

  it('kiest de stem van de taal, anders van een verwante taal, en nooit een andere', () => {
    const stemmen = [
      stem('en-US'),
      stem('nl-BE'),
      stem('nl_NL', false),
      stem('fa-IR'),
      stem('ar-EG'),
    ];
    const gekozen = (taal: Taal) => kiesStem(stemmen, taal)?.lang;
    expect(TAALCODES.map((t) => [t, gekozen(t)])).toEqual([
      ['nl', 'nl_NL'],
      ['en', 'en-US'],
      ['ar', 'ar-EG'],
      ['ti', undefined],
      ['tr', undefined],
      ['uk', undefined],
      ['fa', 'fa-IR'],
      ['prs', 'fa-IR'],
      ['so', undefined],
    ]);
  });

  it('knipt op zinnen, niet in een getal of adres, en verliest geen teken', () => {
    expect(zinnenVan('Bel 0570 12. Mail noor.wit@v.example. Klaar?')).toEqual([
      'Bel 0570 12.',
      'Mail noor.wit@v.example.',
      'Klaar?',
    ]);
    for (const taal of TAALCODES) {
      for (const tekst of Object.values(teksten[taal] ?? {})) {
        expect([TALEN[taal].naam, zinnenVan(tekst).join(' ')]).toEqual([
          TALEN[taal].naam,
          tekst.replaceAll(/\s+/gu, ' '),
        ]);
      }
    }
  });
});
