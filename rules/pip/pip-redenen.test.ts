import { describe, expect, it } from 'vitest';
import type { Oordeel, Reden } from '../shared/antwoord.ts';
import { datum } from '../shared/datum.ts';
import type { Leerroute } from '../stand/feiten.ts';
import { pipDuo, pipDuoWaarschuwingen, urenVoorDuo } from './pip-duo.ts';
import {
  type PipConcept,
  type PipContext,
  pipInhoud,
  pipInhoudWaarschuwingen,
} from './pip-inhoud.ts';

const W = 'Wet inburgering 2021';
const B = 'Besluit inburgering 2021';
const asiel: PipContext = { doelgroep: 'asielstatushouder', kindVoorVve: false };
const afgewogen = { onderzocht: true, voor: 'wil leren', tegen: 'past niet' };
const volledig = (leerroute: Leerroute): PipConcept => ({
  leerroute,
  afweging: { B: afgewogen, O: afgewogen, Z: afgewogen },
  motivering: 'Deze route past het best.',
  intensiteitUren: 900,
  alfabetisering: 'NVT',
  pvt: { uren: 12, invulling: 'groep' },
  ...(leerroute === 'O' ? {} : { moduleMap: { uren: 40, invulling: 'stage' } }),
  begeleiding: 'vaste klantmanager',
  voortgangsgesprekken: { aantal: 8 },
});

const redenenVan = (o: Oordeel): Reden[] => (o.uitkomst === 'voldoet-niet' ? o.redenen : []);
const kort = (r: Reden) => [r.tekst, r.grondslag?.artikel];
const inhoud = (pip: PipConcept, context = asiel) => redenenVan(pipInhoud(pip, context)).map(kort);

describe('pip-inhoud zegt wat er nog moet en op grond waarvan', () => {
  it('in een leeg PIP', () => {
    const redenen = redenenVan(pipInhoud({}, { ...asiel, kindVoorVve: true }));
    expect(redenen.filter((r) => !r.veld?.startsWith('afweging')).map(kort)).toEqual([
      ['Kies een leerroute.', `${W} art. 15`],
      [
        'Leg in volle zinnen uit waarom deze leerroute past.',
        'Algemene wet bestuursrecht art. 3:46',
      ],
      ['Vul het totaal aantal uren van de leerroute in (asielstatushouder).', `${W} art. 15`],
      ['Geef aan of alfabetisering nodig is.', `${B} art. 3.14 en 5.5`],
      ['Het PVT telt ten minste 12 uur.', `${B} art. 3.1`],
      ['Beschrijf hoe het PVT wordt ingevuld.', `${B} art. 3.1`],
      ['De MAP telt ten minste 40 uur praktijk.', `${B} art. 3.2`],
      ['Beschrijf hoe de MAP wordt ingevuld.', `${B} art. 3.2`],
      ['Beschrijf de ondersteuning en begeleiding.', `${W} art. 15`],
      ['Leg het aantal voortgangsgesprekken vast.', `${B} art. 5.3 lid 4`],
      ['Er is een jong kind: leg de afspraken over VVE vast.', `${W} art. 15`],
    ]);
    expect(redenen.find((r) => r.veld === 'voortgangsgesprekken.aantal')?.grondslag).toMatchObject({
      zekerheid: 'ontwerp',
      toelichting: expect.stringContaining('geen minimum'),
    });
    expect(new Set(redenen.map((r) => r.actie))).toEqual(new Set(['pip']));
  });

  it('zonder leerroute wordt nog geen doorslag gevraagd', () => {
    const kaal = { onderzocht: true };
    const pip = { ...volledig('B'), afweging: { B: kaal, O: kaal, Z: kaal }, leerroute: undefined };
    expect(inhoud(pip)).toEqual([['Kies een leerroute.', `${W} art. 15`]]);
  });

  const Z_ROUTE = 'zelfredzaamheidsroute (Z-route)';
  it.each([
    [
      'B',
      ['Schrijf op wat voor de B1-route pleit.', 'Algemene wet bestuursrecht art. 3:46'],
      ['Schrijf op waarom de onderwijsroute afvalt.', 'Algemene wet bestuursrecht art. 3:46'],
      [`Schrijf op waarom de ${Z_ROUTE} afvalt.`, 'Algemene wet bestuursrecht art. 3:46'],
    ],
    [
      'O',
      ['Schrijf op waarom de B1-route afvalt.', 'Algemene wet bestuursrecht art. 3:46'],
      [
        'Onderwijsroute: leg vast dat de persoon een beroeps- of hogere opleiding wil en waarom de kans op het diploma groot is.',
        `${W} art. 8`,
      ],
      [`Schrijf op waarom de ${Z_ROUTE} afvalt.`, 'Algemene wet bestuursrecht art. 3:46'],
    ],
    [
      'Z',
      [
        'Z-route: leg uit waarom de B1-route binnen de termijn redelijkerwijs niet haalbaar is.',
        `${W} art. 9`,
      ],
      [
        'Z-route: leg uit waarom de onderwijsroute binnen de termijn redelijkerwijs niet haalbaar is.',
        `${W} art. 9`,
      ],
      [`Schrijf op wat voor de ${Z_ROUTE} pleit.`, 'Algemene wet bestuursrecht art. 3:46'],
    ],
  ] as const)('bij de keuze voor route %s zonder doorslag', (route, ...verwacht) => {
    const kaal = { onderzocht: true };
    const pip = { ...volledig(route), afweging: { B: kaal, O: kaal, Z: kaal } };
    expect(inhoud(pip)).toEqual(verwacht);
  });

  it('na een verhuizing, bij een MAP te veel en bij een halve inspanning', () => {
    expect(inhoud(volledig('B'), { ...asiel, leerrouteVorigeGemeente: 'O' })).toEqual([
      ['Neem de leerroute van de vorige gemeente over: de onderwijsroute.', `${W} art. 15 lid 4`],
    ]);
    const metMap = { ...volledig('O'), moduleMap: { uren: 40, invulling: 'stage' } };
    expect(inhoud(metMap)).toEqual([
      ['In de onderwijsroute hoort geen MAP; haal dit onderdeel weg.', `${W} art. 8`],
    ]);
    for (const uren of [undefined, 0, -1]) {
      const pip = { ...volledig('B'), meegeteldeInspanningen: [{ omschrijving: 'les', uren }] };
      expect(inhoud(pip)).toEqual([
        ['Noem bij elke meegetelde inspanning wat het was en hoeveel uur.', `${B} art. 5.3 lid 5`],
      ]);
    }
  });

  it.each([
    [-1, 1],
    [0, 1],
    [1, 0],
  ])('een intensiteit van %i uur geeft %i bezwaar', (intensiteitUren, aantal) => {
    expect(inhoud({ ...volledig('B'), intensiteitUren })).toHaveLength(aantal);
  });

  it('en de uitleg somt het op', () => {
    expect(pipInhoud(volledig('B'), asiel).uitleg()).toMatchObject({
      titel: 'Inhoud van het PIP',
      uitkomst: 'volledig',
      grondslag: { artikel: `${W} art. 15` },
      stappen: [],
    });
    const fout = { ...volledig('B'), motivering: '', begeleiding: ' ' };
    expect(pipInhoud(fout, asiel).uitleg()).toMatchObject({
      uitkomst: '2 punten ontbreken',
      stappen: [
        { titel: 'Leg in volle zinnen uit waarom deze leerroute past.' },
        { titel: 'Beschrijf de ondersteuning en begeleiding.' },
      ],
    });
  });
});

describe('afschalen zegt hoeveel uren bekend zijn', () => {
  const a2: PipConcept = { ...volledig('B'), niveau: 'A2' };
  const na = (taaluren?: number): PipContext => ({
    ...asiel,
    vorigPip: { leerroute: 'B' },
    taaluren,
  });
  const EIS =
    'Afschalen naar A2 kan na 600 uur NT2 bij een aanbieder met keurmerk (alfabetisering telt mee) en voldoende inzet.';

  it('te weinig uren', () => {
    expect(redenenVan(pipInhoud(a2, na(599)))).toMatchObject([
      { code: 'pip-afschalen', actie: 'pip', tekst: `${EIS} Bekend zijn 599 uur.` },
    ]);
  });

  it('genoeg uren, of geen uren bekend', () => {
    const [genoeg] = pipInhoudWaarschuwingen(a2, na(600));
    expect(genoeg?.tekst).toContain(`${EIS} Bekend zijn 600 uur taal en KNM;`);
    const [onbekend] = pipInhoudWaarschuwingen(a2, na());
    expect(onbekend?.tekst).toContain(`${EIS} Er zijn geen lesuren bekend`);
  });
});

describe('pip-duo zegt wat DUO zou weigeren', () => {
  const context = {
    beginInburgeringsplicht: datum('2026-02-24'),
    inschrijving: datum('2026-09-10'),
    eerderePips: [datum('2026-09-15')],
    doelgroep: 'asielstatushouder',
  } as const;
  const bezwaren = (pip: Parameters<typeof pipDuo>[0]) =>
    redenenVan(pipDuo(pip, context)).map((r) => [r.code, r.veld, r.tekst]);

  it('over de dagtekening', () => {
    expect(bezwaren({ dagtekening: datum('2026-02-23') })).toEqual([
      [
        'PIP-1',
        'dagtekening',
        'De dagtekening ligt vóór het begin van de inburgeringsplicht (24 februari 2026).',
      ],
      [
        'PIP-2',
        'dagtekening',
        'De dagtekening ligt vóór die van een eerder PIP (15 september 2026).',
      ],
      [
        'PIP-3',
        'dagtekening',
        'De dagtekening ligt vóór de vestiging in deze gemeente (10 september 2026).',
      ],
    ]);
    expect(pipDuoWaarschuwingen({ eerderePips: [], doelgroep: 'onbekend' })).toMatchObject([
      {
        code: 'PIP-3',
        veld: 'dagtekening',
        tekst:
          'De dag van vestiging in deze gemeente is niet bekend; DUO kan de dagtekening weigeren.',
      },
    ]);
  });

  it('over het niveau', () => {
    expect(bezwaren({ leerroute: 'O', niveau: 'A2' })).toEqual([
      [
        'PIP-4',
        'niveau',
        'Niveau A2 kan niet in de onderwijsroute; kies B1 of laat het niveau leeg.',
      ],
    ]);
    expect(bezwaren({ leerroute: 'Z', niveau: 'B1' })).toEqual([
      ['PIP-5', 'niveau', 'Niveau B1 kan niet in de Z-route.'],
    ]);
  });

  it('over de uren', () => {
    expect(bezwaren({ leerroute: 'O', geschatteIntensiteitB1Route: 600 })).toEqual([
      [
        'PIP-8',
        'intensiteitUren',
        'DUO wil de geschatte uren alleen bij de B1-route van een asielstatushouder.',
      ],
    ]);
    expect(bezwaren({ leerroute: 'B', geschatteIntensiteitB1Route: 0 })).toEqual([
      ['PIP-8', 'intensiteitUren', 'Het aantal uren is een heel getal van 1 tot en met 9999.'],
    ]);
    const pip = { leerroute: 'B', intensiteitUren: 600 } as const;
    expect(urenVoorDuo(pip, 'gezins-en-overige-migrant')).toBeUndefined();
  });

  it('en de uitleg telt de bezwaren', () => {
    const goed = pipDuo({ dagtekening: datum('2026-09-15') }, context);
    expect(goed.uitkomst).toBe('voldoet');
    expect(goed.uitleg()).toMatchObject({
      titel: 'Controle zoals DUO die doet',
      uitkomst: 'geen bezwaren',
      grondslag: { artikel: `${B} art. 9.3` },
    });
    const fout = pipDuo({ dagtekening: datum('2026-02-23') }, context);
    expect(fout.uitleg().uitkomst).toBe('3 bezwaren');
  });
});
