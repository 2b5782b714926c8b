import { doelgroepVeld, leerrouteVeld } from '../leerroute/velden.ts';
import type { Oordeel, Uitleg } from '../shared/antwoord.ts';
import { plusDagen } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { datumVeld, getalVeld, type Invoer, jaNeeVeld, keuzeVeld } from '../shared/velden.ts';
import { type Controle, controleer } from './controle.ts';

/** Hoogste aantal uren dat DUO in een totaal aanneemt. */
const MEESTE_UREN = 9999;

const SOORTEN = [
  'taalles en KNM in de brede intake',
  'participatieactiviteiten',
  'participatie als taalles',
  'taalles en KNM bij een instelling',
] as const;

const velden = {
  soortUren: keuzeVeld('Soort uren', SOORTEN),
  uren: getalVeld('Totaal aantal uren', {
    eenheid: 'uur',
    max: 99_999,
    gebroken: true,
    hulp: 'Het totaal tot nu toe, niet wat erbij kwam.',
  }),
  bekendTot: datumVeld('Bekend tot', 'Deze dag telt zelf niet meer mee.'),
  datumMelding: datumVeld('Dag van de melding'),
  startdatum: datumVeld('Eerste dag van de inburgeringstermijn bij DUO'),
  eerderGemeld: jaNeeVeld('Dit soort uren is eerder gemeld'),
  vorigeBekendTot: datumVeld('Bekend tot in de vorige melding van dit soort uren'),
  leerroute: leerrouteVeld('Leerroute in het PIP'),
  doelgroep: doelgroepVeld(),
  aanbiederOpLijstDuo: jaNeeVeld(
    'De instelling staat op de lijst van DUO',
    'Deze en de volgende gelden alleen voor uren bij een instelling.',
  ),
  keurmerkGeldig: jaNeeVeld(
    'De instelling heeft het keurmerk van de leerroute',
    'Blik op Werk; bij de onderwijsroute het keurmerk voor het taalschakeltraject (TST).',
  ),
  aanbodMetStart: jaNeeVeld('Bij deze instelling is een aanbod met een startdatum'),
  eersteAanbod: datumVeld('Dag van het eerste aanbod bij deze instelling dat niet is ingetrokken'),
  geoorloofdVerzuim: getalVeld('Uren geoorloofd verzuim', { eenheid: 'uur', max: 99_999 }),
  ongeoorloofdVerzuim: getalVeld('Uren ongeoorloofd verzuim', { eenheid: 'uur', max: 99_999 }),
};

type UrenVelden = typeof velden;
export type UrenMeldingFeiten = Invoer<UrenVelden>;

const GROND = grondslag('uren-melding', 'besluit', 'art. 9.2 lid 2 onder b', {
  zekerheid: 'afgeleid',
  toelichting: 'De controles zijn die van DUO op de koppeling voor gevolgde uren.',
});
const ZROUTE = 'participatieactiviteiten';
const INSTELLING = 'taalles en KNM bij een instelling';

/** Alleen voor een instelling krijgt DUO de dag tot wanneer de uren bekend zijn. */
const bijInstelling = (f: UrenMeldingFeiten) =>
  f.soortUren === undefined || f.soortUren === INSTELLING;
const isInstelling = (f: UrenMeldingFeiten) => f.soortUren === INSTELLING;

/** Verzuim gaat alleen mee als het is opgegeven. */
function verzuim(veld: 'geoorloofdVerzuim' | 'ongeoorloofdVerzuim'): Controle<UrenVelden> {
  return {
    code: `${veld === 'geoorloofdVerzuim' ? 'geoorloofd' : 'ongeoorloofd'}-verzuim`,
    veld,
    nodig: [veld],
    geldt: (f) => isInstelling(f) && f[veld] !== undefined,
    fout: (f) => !Number.isInteger(f[veld]) || f[veld] > MEESTE_UREN,
    tekst: () => `Verzuim is een heel aantal uren van 0 tot en met ${MEESTE_UREN}.`,
  };
}

const CONTROLES: readonly Controle<UrenVelden>[] = [
  {
    code: 'geen-heel-getal',
    veld: 'uren',
    nodig: ['uren'],
    fout: (f) => !Number.isInteger(f.uren),
    tekst: () => 'Het totaal is een heel aantal uren.',
  },
  {
    code: 'te-veel',
    veld: 'uren',
    nodig: ['uren'],
    fout: (f) => f.uren > MEESTE_UREN,
    tekst: () => `Het totaal is ten hoogste ${MEESTE_UREN} uur.`,
  },
  {
    code: 'voor-termijn',
    veld: 'bekendTot',
    nodig: ['bekendTot', 'startdatum'],
    geldt: bijInstelling,
    fout: (f) => f.bekendTot < f.startdatum,
    tekst: (f) => `Bekend tot ligt vóór het begin van de termijn (${inWoorden(f.startdatum)}).`,
  },
  {
    code: 'toekomst',
    veld: 'bekendTot',
    nodig: ['bekendTot', 'datumMelding'],
    fout: (f) => f.bekendTot > f.datumMelding,
    tekst: () => 'Bekend tot ligt in de toekomst.',
  },
  {
    code: 'terug-in-de-tijd',
    veld: 'bekendTot',
    nodig: ['bekendTot', 'eerderGemeld', 'vorigeBekendTot'],
    geldt: (f) => f.eerderGemeld !== false,
    fout: (f) => f.bekendTot < f.vorigeBekendTot,
    tekst: (f) =>
      `Bekend tot ligt vóór die van de vorige melding (${inWoorden(f.vorigeBekendTot)}).`,
  },
  {
    code: 'geen-zroute',
    veld: 'leerroute',
    nodig: ['soortUren', 'leerroute'],
    geldt: (f) => f.soortUren === undefined || f.soortUren === ZROUTE,
    fout: (f) => f.leerroute !== 'Z',
    tekst: () => 'Participatieactiviteiten horen bij de Z-route.',
  },
  {
    code: 'geen-asielstatushouder',
    veld: 'doelgroep',
    nodig: ['soortUren', 'doelgroep'],
    geldt: (f) => f.soortUren === undefined || f.soortUren === ZROUTE,
    fout: (f) => f.doelgroep !== 'Asielstatushouder',
    tekst: () => 'Participatieactiviteiten worden alleen voor asielstatushouders gemeld.',
  },
  {
    code: 'onbekende-instelling',
    veld: 'aanbiederOpLijstDuo',
    nodig: ['aanbiederOpLijstDuo'],
    geldt: isInstelling,
    fout: (f) => !f.aanbiederOpLijstDuo,
    tekst: () => 'De instelling staat niet op de lijst van DUO.',
  },
  {
    code: 'geen-keurmerk',
    veld: 'keurmerkGeldig',
    nodig: ['keurmerkGeldig'],
    // Weten wij het niet, dan oordeelt DUO.
    geldt: (f) => isInstelling(f) && f.keurmerkGeldig !== undefined,
    fout: (f) => !f.keurmerkGeldig,
    tekst: (f) =>
      f.leerroute === 'O'
        ? 'De instelling heeft het keurmerk voor het taalschakeltraject (TST) niet.'
        : 'De instelling heeft het keurmerk van Blik op Werk niet.',
  },
  {
    code: 'geen-aanbod',
    veld: 'aanbodMetStart',
    nodig: ['aanbodMetStart'],
    geldt: isInstelling,
    fout: (f) => !f.aanbodMetStart,
    tekst: () => 'Bij deze instelling is nog geen aanbod met een startdatum.',
  },
  {
    code: 'voor-aanbod',
    veld: 'bekendTot',
    nodig: ['bekendTot', 'eersteAanbod'],
    geldt: (f) => isInstelling(f) && f.aanbodMetStart === true,
    fout: (f) => f.bekendTot < f.eersteAanbod,
    tekst: (f) =>
      `Bekend tot ligt vóór het eerste aanbod bij deze instelling (${inWoorden(f.eersteAanbod)}).`,
  },
  verzuim('geoorloofdVerzuim'),
  verzuim('ongeoorloofdVerzuim'),
];

/** Wat bij deze soort wel en niet in het totaal zit. */
const TELT: Record<(typeof SOORTEN)[number], string> = {
  'taalles en KNM in de brede intake': 'lessen tijdens de brede intake, met alfabetisering',
  participatieactiviteiten: 'ook uren uit de brede intake',
  'participatie als taalles': 'alle leerroutes samen, zonder de brede intake',
  'taalles en KNM bij een instelling':
    'alle uren bij deze instelling, ook van een eerdere leerroute; bij de onderwijsroute elke les',
};

/**
 * `uren-melding`: of DUO een totaal van gevolgde uren aanneemt.
 *
 * Besluit inburgering 2021 art. 9.2 lid 2 onder b (https://wetten.overheid.nl/BWBR0045555/2026-04-02) en de
 * controles van DUO: een heel getal van 0 tot en met 9999, per soort één totaal dat het vorige vervangt, met
 * `bekendTot` als eerste dag die niet meer meetelt. Lager dan het vorige totaal mag: het is een verbetering.
 * Bij een instelling horen een aanbod met een startdatum en een geldig keurmerk, en gaat `bekendTot` mee; daarom
 * ligt die dag alleen daar niet vóór de termijn. Uren uit de brede intake zijn juist van ervoor.
 */
export function urenMelding(f: UrenMeldingFeiten, herkomst: Herkomst = {}): Oordeel {
  const { redenen, ontbreekt } = controleer(velden, f, CONTROLES, GROND);
  return oordeel({
    titel: 'Controle van DUO op gemelde uren',
    grondslag: GROND,
    redenen,
    ontbreekt,
    goed: 'DUO heeft geen bezwaar',
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen: () => stappen(f),
    zouWijzigenAls: ['het totaal of de dag verandert'],
  });
}

function stappen(f: UrenMeldingFeiten): Uitleg[] {
  return [
    ...(f.bekendTot
      ? [{ titel: 'Uren bekend', uitkomst: `tot en met ${inWoorden(plusDagen(f.bekendTot, -1))}` }]
      : []),
    ...(f.soortUren ? [{ titel: 'Wat meetelt', uitkomst: TELT[f.soortUren] }] : []),
    { titel: 'Het totaal vervangt het vorige', uitkomst: 'het wordt er niet bij opgeteld' },
  ];
}

const GOED = {
  soortUren: ZROUTE,
  uren: 320,
  bekendTot: '2026-10-01',
  datumMelding: '2026-10-06',
  startdatum: '2025-03-02',
  eerderGemeld: true,
  vorigeBekendTot: '2026-07-01',
  leerroute: 'Z',
  doelgroep: 'Asielstatushouder',
};

export const urenMeldingRegel = maakRegel({
  id: 'uren-melding',
  titel: 'Gevolgde uren melden aan DUO',
  vraag: 'Neemt DUO dit totaal aan uren aan?',
  beschrijving:
    'De gemeente meldt DUO vier soorten totalen: taalles en KNM in de brede intake, participatieactiviteiten in de Z-route van asielstatushouders, participatie die als taalles telt, en taalles en KNM per instelling met het verzuim. Elk is een heel getal van 0 tot en met 9999.\n\nEen melding vervangt het vorige totaal. ‘Bekend tot’ is de eerste dag die niet meer meetelt; die ligt niet in de toekomst en niet vóór die van de vorige melding. Bij een instelling ligt zij ook niet vóór de termijn en niet vóór het eerste aanbod daar, en is er een aanbod met een startdatum.',
  rijen: ['H5'],
  artikelen: [GROND],
  versieVolgt: 'De dag van de melding; er is één versie.',
  velden,
  voorbeelden: [
    { naam: 'Een nieuw totaal', invoer: GOED },
    {
      naam: 'Te veel uren en in de toekomst',
      invoer: { ...GOED, uren: 10_000, bekendTot: '2026-10-07' },
    },
    {
      naam: 'Uren bij een instelling zonder aanbod',
      invoer: {
        ...GOED,
        soortUren: INSTELLING,
        geoorloofdVerzuim: 12,
        ongeoorloofdVerzuim: 4,
        aanbiederOpLijstDuo: true,
        keurmerkGeldig: true,
        aanbodMetStart: false,
      },
    },
    { naam: 'Nog niets bekend', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/melding/uren-melding.ts',
    test: 'rules/melding/uren-melding.test.ts',
  },
  bepaal: urenMelding,
});
