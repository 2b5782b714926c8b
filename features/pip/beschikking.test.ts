import { describe, expect, it } from 'vitest';
import { renderLetter } from '../../server/letters.ts';
import { BeschikkingGegevens } from './beschikking.schema.ts';
import { PipWijziging } from './pip.schema.ts';

const basis = {
  gemeente: {
    naam: 'Veldrijk',
    adres: 'Marktplein 4',
    postcode: '7411 AB',
    plaats: 'Veldrijk',
    telefoon: '0570 12 34 56',
    email: 'inburgering@veldrijk.example',
    website: 'www.veldrijk.example',
    stijl: { kleur: '#ffe600' },
  },
  persoon: {
    aanhef: 'Geachte mevrouw Tesfay',
    volledigeNaam: 'Mevrouw S. Tesfay',
    adresregels: ['Kastanjelaan 12 b', '7412 CD  VELDRIJK'],
  },
  kenmerk: 'PIP-2026-00412',
  dagtekening: '2026-11-21',
  versie: 1,
  doelgroep: 'asielstatushouder',
  leerroute: 'B',
  motivering: { B: 'Haalbaar volgens de toets.', O: 'U wilt werken.', Z: 'B1 is haalbaar.' },
  niveau: 'B1',
  intensiteit: { urenTotaal: 720, urenPerWeek: 12 },
  alfabetisering: 'AA',
  indicatorMagOpleidingAfmaken: false,
  participatieverklaring: { uren: 12, invulling: 'Vier ochtenden in het stadhuis.' },
  moduleMap: { uren: 40, invulling: 'Meelopen in een verpleeghuis.' },
  begeleiding: [{ onderwerp: 'Wonen', afspraak: 'Spreekuur.', door: 'VluchtelingenWerk' }],
  voortgangsgesprekken: { aantal: 8, ritme: 'Elke drie maanden.', eersteGesprek: '2027-02-18' },
  voorschoolseEducatie: ['Peutergroep, vier dagdelen.'],
  eerdereInspanningen: [{ wat: 'Les in het azc', uren: 96, teltMeeVoor: 'uw lesuren' }],
  ontzorgen: { vanaf: '2026-10-01', totEnMet: '2027-03-31', kosten: ['huur'] },
  termijn: { begintOp: '2026-11-22', verwachteLaatsteDag: '2029-11-21' },
  bezwaar: {
    laatsteDag: '2027-01-04',
    postadres: ['Marktplein 4', '7411 AB Veldrijk'],
    webadres: 'www.veldrijk.example/bezwaar',
  },
  grondslag: ['Artikel 15 van de Wet inburgering 2021'],
  ondertekenaar: { naam: 'M. de Groot', functie: 'Teamleider Inburgering' },
  klantmanager: { naam: 'K. Hendriks', telefoon: '0570 12 34 60', email: 'k@veldrijk.example' },
};

const maak = async (invoer: unknown) => {
  const data = BeschikkingGegevens.parse(invoer);
  const title = 'Uw persoonlijk plan inburgering en participatie (PIP)';
  const template = 'features/pip/beschikking.typ';
  return (await renderLetter({ template, data, title, lang: 'nl', standard: 'ua-1' })).pdf;
};

const bladzijden = (pdf: Buffer) =>
  Number(/<xmpTPg:NPages>(\d+)</u.exec(pdf.toString('latin1'))?.[1]);

/** Hoe vaak elke rol in de structuurboom staat: koppen, tabellen, cellen, lijsten. */
function structuur(pdf: Buffer): Record<string, number> {
  const aantallen: Record<string, number> = {};
  const rollen = /\/S ?\/(H[1-6]|Table|TR|TH|TD|L|LI)\b/gu;
  for (const [, rol = ''] of pdf.toString('latin1').matchAll(rollen)) {
    aantallen[rol] = (aantallen[rol] ?? 0) + 1;
  }
  return aantallen;
}

/** De velden waarover het schema klaagt. */
const foutvelden = (wijziging: object) => {
  const uitkomst = BeschikkingGegevens.safeParse({ ...basis, ...wijziging });
  return uitkomst.success ? [] : uitkomst.error.issues.map((i) => i.path.join('.'));
};

describe('de beschikking als PDF', () => {
  it('past een gewoon PIP op drie bladzijden, met een hoofdkop en drie tabellen', async () => {
    const pdf = await maak(basis);
    expect(bladzijden(pdf)).toBe(3);
    expect(structuur(pdf)).toMatchObject({ H1: 1, H3: 3, Table: 3 });
  });

  it('leest vijandige invoer als gewone tekst', async () => {
    const vijandig = '#include "x" ] [ * $ _ ` // \\ <a> @b #sys {"} #panic() = Kop\n= Kop\n- punt';
    const gewoon = await maak(basis);
    const pdf = await maak({
      ...basis,
      kenmerk: '#import "x": *',
      persoon: { ...basis.persoon, aanhef: '] = Kop', volledigeNaam: '#{1/0} $x$ محمد' },
      motivering: { B: vijandig, O: vijandig, Z: vijandig },
      begeleiding: [{ onderwerp: '[= Kop]', afspraak: vijandig, door: '- punt' }],
    });
    expect(structuur(pdf)).toEqual(structuur(gewoon));
  });

  it('breekt heel lange woorden af in plaats van de structuur te breken', async () => {
    const lang = 'W'.repeat(400);
    const pdf = await maak({
      ...basis,
      persoon: { ...basis.persoon, volledigeNaam: 'W'.repeat(90) },
      motivering: { ...basis.motivering, B: lang },
      begeleiding: [{ onderwerp: 'W'.repeat(90), afspraak: lang, door: 'W'.repeat(90) }],
    });
    expect(structuur(pdf)).toEqual(structuur(await maak(basis)));
  });

  it('kent de Z-route, de onderwijsroute, een wijziging en een verhuizing', async () => {
    const { niveau: _n, intensiteit: _i, moduleMap: _m, ontzorgen: _o, ...rest } = basis;
    const zRoute = { ...rest, leerroute: 'Z', moduleMap: basis.moduleMap };
    const varianten = [
      {
        ...zRoute,
        intensiteit: basis.intensiteit,
        participatie: { uren: 800, invulling: 'Buurtmoestuin.' },
        alfabetisering: 'A',
      },
      { ...zRoute, doelgroep: 'gezins-en-overige-migrant', overgenomenVan: 'Hoogwoud' },
      {
        ...rest,
        leerroute: 'O',
        niveau: 'B1',
        intensiteit: { ...basis.intensiteit, toelichting: 'Overdag.' },
        redenGeenModuleMap: 'U volgt de onderwijsroute.',
        indicatorMagOpleidingAfmaken: true,
        opleidingAfmaken: 'U maakt eerst mbo niveau 1 af.',
        versie: 2,
        wijziging: {
          eerdereDagtekening: '2026-03-01',
          watVerandert: ['De route.'],
          reden: 'Wens.',
        },
        termijn: { begintOp: '2026-03-02', verwachteLaatsteDag: '2029-03-01' },
        eerdereInspanningen: [],
        voorschoolseEducatie: [],
      },
    ];
    for (const variant of varianten) expect(bladzijden(await maak(variant))).toBeGreaterThan(1);
  });
});

describe('BeschikkingGegevens', () => {
  it('neemt een volledig PIP aan', () => expect(foutvelden({})).toEqual([]));

  it.each(Object.keys(basis).filter((veld) => veld !== 'ontzorgen'))(
    'weigert een PIP zonder %s',
    (veld) => {
      expect(foutvelden({ [veld]: undefined })).toContain(veld);
    },
  );

  it.each([
    ['motivering voor alle drie de routes', { motivering: { B: 'a', O: 'b' } }, 'motivering.Z'],
    [
      'elf uur PVT',
      { participatieverklaring: { uren: 11, invulling: 'x' } },
      'participatieverklaring.uren',
    ],
    ['39 uur MAP', { moduleMap: { uren: 39, invulling: 'x' } }, 'moduleMap.uren'],
    ['MAP bij de onderwijsroute', { leerroute: 'O' }, 'moduleMap'],
    ['geen MAP zonder reden', { leerroute: 'O', moduleMap: undefined }, 'redenGeenModuleMap'],
    ['A2 bij de onderwijsroute', { leerroute: 'O', niveau: 'A2' }, 'niveau'],
    ['B1 bij de Z-route', { leerroute: 'Z' }, 'niveau'],
    [
      'intensiteit bij een gezinsmigrant',
      { doelgroep: 'gezins-en-overige-migrant' },
      'intensiteit',
    ],
    ['Z-route van een asielstatushouder zonder participatie', { leerroute: 'Z' }, 'participatie'],
    [
      'opleiding afmaken zonder opleiding',
      { indicatorMagOpleidingAfmaken: true },
      'opleidingAfmaken',
    ],
    ['tweede versie zonder wijziging', { versie: 2 }, 'wijziging'],
    [
      'termijn op de dagtekening zelf',
      { termijn: { begintOp: '2026-11-21', verwachteLaatsteDag: '2029-11-20' } },
      'termijn',
    ],
    [
      'termijn twee dagen na de dagtekening',
      { termijn: { begintOp: '2026-11-23', verwachteLaatsteDag: '2029-11-22' } },
      'termijn',
    ],
    [
      'bezwaar dat al voorbij is',
      { bezwaar: { ...basis.bezwaar, laatsteDag: '2026-11-21' } },
      'bezwaar',
    ],
    ['een BSN in het kenmerk', { kenmerk: 'PIP-999012345' }, 'kenmerk'],
    ['een dag die niet bestaat', { dagtekening: '2026-02-29' }, 'dagtekening'],
    [
      'een kleur als code',
      { gemeente: { ...basis.gemeente, stijl: { kleur: 'red' } } },
      'gemeente.stijl.kleur',
    ],
    ['omgekeerde leesrichting', { grondslag: ['Artikel \u202E51'] }, 'grondslag.0'],
  ])('weigert %s', (_naam, wijziging, veld) => {
    expect(foutvelden(wijziging)).toContain(veld);
  });

  it('weigert een onbekend veld', () => {
    expect(BeschikkingGegevens.safeParse({ ...basis, bsn: 'x' }).success).toBe(false);
  });
});

it('kent één soort regeleinde: wat van Windows komt houdt de brief niet tegen', () => {
  const gelezen = PipWijziging.parse({ motivering: 'Eerste regel.\r\nTweede regel.\rDerde.' });
  expect(gelezen.motivering).toBe('Eerste regel.\nTweede regel.\nDerde.');
  expect(PipWijziging.safeParse({ motivering: 'om\u202Egedraaid' }).success).toBe(false);
});
