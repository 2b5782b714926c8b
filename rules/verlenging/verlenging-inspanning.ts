import { DOELGROEPEN, leerrouteVeld } from '../leerroute/velden.ts';
import type { OntbrekendFeit, Oordeel, Reden, Uitleg } from '../shared/antwoord.ts';
import { plusMaanden } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import {
  datumVeld,
  getalVeld,
  type Invoer,
  jaNeeVeld,
  keuzeVeld,
  oordeelVeld,
} from '../shared/velden.ts';

/** Besluit inburgering 2021 art. 4.4 lid 1. */
const MAANDEN_ERBIJ = 6;
/** Besluit inburgering 2021 art. 4.4 lid 3: lesuren van gezins- en overige migranten. */
const LESUREN = 450;
/** Besluit inburgering 2021 art. 4.4 lid 2 onder c: van de vier taalonderdelen. */
const TAALONDERDELEN = 2;

const velden = {
  leerroute: leerrouteVeld('Leerroute in het PIP'),
  doelgroep: keuzeVeld('Doelgroep volgens DUO', DOELGROEPEN),
  eersteTermijn: jaNeeVeld(
    'Het gaat om de eerste termijn van drie jaar',
    'Ook als die al om een andere reden is verlengd; niet een nieuwe termijn na een boete.',
  ),
  eerderOmInspanningVerlengd: jaNeeVeld('De termijn is al eens om deze reden verlengd'),
  examenOpNiveauPip: jaNeeVeld(
    'De vier taalonderdelen worden op het niveau in het PIP geëxamineerd, ten minste A2',
  ),
  alleLessenGevolgd: jaNeeVeld(
    'Alle taallessen en lessen KNM zijn gevolgd',
    'Afwezigheid met een goede reden telt niet als gemist. Alleen voor asielstatushouders.',
  ),
  lesuren: getalVeld('Gevolgde uren taalles en KNM', {
    eenheid: 'uur',
    gebroken: true,
    hulp: 'Alleen voor gezins- en overige migranten.',
  }),
  taalonderdelenBehaald: getalVeld('Behaalde taalonderdelen', { max: 4, eenheid: 'van de 4' }),
  knmBehaald: jaNeeVeld('KNM is behaald'),
  pvtAfgerond: jaNeeVeld('Het participatieverklaringstraject is afgerond'),
  mapAfgerond: jaNeeVeld('De module Arbeidsmarkt en Participatie is afgerond'),
  verlengingLeidtTotVoldoen: oordeelVeld(
    'Met meer tijd haalt de inburgeraar de leerroute uit het PIP',
    [
      'welke onderdelen nog openstaan en hoe dichtbij eerdere pogingen waren',
      'de voortgang en het tempo volgens de school',
      'of zes maanden daarvoor genoeg zijn',
    ],
  ),
  laatsteDag: datumVeld('Laatste dag van de termijn, tot en met', 'Voor de nieuwe laatste dag.'),
};

export type VerlengingInspanningFeiten = Invoer<typeof velden>;

const TITEL = 'Verlenging na veel inzet';
const WET = grondslag('verlenging-inspanning', 'wet', 'art. 12 lid 1 onder b');
const BESLUIT = grondslag('verlenging-inspanning', 'besluit', 'art. 4.4');

type JaNee = Exclude<
  {
    [K in keyof VerlengingInspanningFeiten]-?: NonNullable<
      VerlengingInspanningFeiten[K]
    > extends boolean
      ? K
      : never;
  }[keyof VerlengingInspanningFeiten],
  'alleLessenGevolgd'
>;

/** Per voorwaarde met ja of nee: welk antwoord weigert, en de zin daarbij. */
const WEIGERT: readonly [veld: JaNee, bij: boolean, tekst: string][] = [
  ['eersteTermijn', false, 'Dit kan alleen in de eerste termijn van drie jaar.'],
  [
    'eerderOmInspanningVerlengd',
    true,
    'De termijn is al eens om deze reden verlengd; het kan één keer.',
  ],
  [
    'examenOpNiveauPip',
    false,
    'De taalonderdelen worden niet op het niveau van het PIP geëxamineerd.',
  ],
  ['knmBehaald', false, 'KNM is nog niet behaald.'],
  ['pvtAfgerond', false, 'Het participatieverklaringstraject is nog niet afgerond.'],
  ['mapAfgerond', false, 'De module Arbeidsmarkt en Participatie is nog niet afgerond.'],
  [
    'verlengingLeidtTotVoldoen',
    false,
    'Meer tijd leidt er volgens het oordeel niet toe dat de leerroute wordt gehaald.',
  ],
];

/**
 * `verlenging-inspanning`: of de termijn één keer zes maanden langer wordt omdat iemand bijna klaar is.
 *
 * Wi2021 art. 12 lid 1 onder b (https://wetten.overheid.nl/BWBR0044770/2025-10-21) en Besluit inburgering
 * 2021 art. 4.4 (https://wetten.overheid.nl/BWBR0045555/2026-04-02): alleen in de B1-route en alleen op de
 * termijn van art. 11. Of meer tijd helpt is een oordeel; DUO besluit.
 */
export function verlengingInspanning(
  f: VerlengingInspanningFeiten,
  herkomst: Herkomst = {},
): Oordeel {
  return oordeel({
    titel: TITEL,
    grondslag: BESLUIT,
    redenen: redenenTegen(f),
    ontbreekt: watOntbreekt(f),
    goed: `zes maanden erbij${f.laatsteDag ? `: tot en met ${inWoorden(verlengd(f.laatsteDag))}` : ''}`,
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen: () => stappen(f),
    zouWijzigenAls: ['er nog een onderdeel wordt gehaald of afgerond', 'DUO anders oordeelt'],
  });
}

const verlengd = (laatsteDag: NonNullable<VerlengingInspanningFeiten['laatsteDag']>) =>
  plusMaanden(laatsteDag, MAANDEN_ERBIJ);

function reden(veld: keyof VerlengingInspanningFeiten, tekst: string): Reden {
  return { code: `verlenging-inspanning-${veld}`, tekst, veld, grondslag: BESLUIT };
}

function redenenTegen(f: VerlengingInspanningFeiten): Reden[] {
  const redenen: Reden[] = [];
  if (f.leerroute && f.leerroute !== 'B') {
    redenen.push(reden('leerroute', 'Deze verlenging bestaat alleen in de B1-route.'));
  }
  redenen.push(
    ...WEIGERT.flatMap(([veld, bij, tekst]) => (f[veld] === bij ? [reden(veld, tekst)] : [])),
  );
  if (f.taalonderdelenBehaald !== undefined && f.taalonderdelenBehaald < TAALONDERDELEN) {
    const tekst = `Er zijn ${f.taalonderdelenBehaald} taalonderdelen behaald; nodig zijn er ${TAALONDERDELEN}.`;
    redenen.push(reden('taalonderdelenBehaald', tekst));
  }
  if (f.doelgroep === 'Asielstatushouder' && f.alleLessenGevolgd === false) {
    redenen.push(reden('alleLessenGevolgd', 'Niet alle lessen zijn gevolgd.'));
  }
  const teWeinig = f.lesuren !== undefined && f.lesuren < LESUREN;
  if (f.doelgroep === 'Gezinsmigrant en overige migrant' && teWeinig) {
    const uren = String(f.lesuren).replace('.', ',');
    redenen.push(reden('lesuren', `Er zijn ${uren} uur les gevolgd; nodig zijn er ${LESUREN}.`));
  }
  return redenen;
}

function watOntbreekt(f: VerlengingInspanningFeiten): OntbrekendFeit[] {
  const lessen = {
    Asielstatushouder: ['alleLessenGevolgd'],
    'Gezinsmigrant en overige migrant': ['lesuren'],
  } as const;
  const namen = [
    'leerroute',
    'doelgroep',
    ...WEIGERT.map(([veld]) => veld),
    'taalonderdelenBehaald',
    ...(f.doelgroep ? lessen[f.doelgroep] : []),
  ] as const;
  return namen.filter((naam) => f[naam] === undefined).map((naam) => ontbrekendFeit(velden, naam));
}

function stappen(f: VerlengingInspanningFeiten): Uitleg[] {
  const asiel = f.doelgroep === 'Asielstatushouder';
  return [
    {
      titel: asiel
        ? 'Lessen van een asielstatushouder'
        : 'Lessen van een gezins- of overige migrant',
      uitkomst: asiel ? 'alle lessen' : `ten minste ${LESUREN} uur`,
      grondslag: grondslag(
        'verlenging-inspanning',
        'besluit',
        asiel ? 'art. 4.4 lid 2' : 'art. 4.4 lid 3',
      ),
    },
    { titel: 'Examen', uitkomst: `ten minste ${TAALONDERDELEN} van de 4 taalonderdelen, en KNM` },
    ...(f.laatsteDag
      ? [
          {
            titel: 'Zes maanden na de laatste dag',
            uitkomst: `${inWoorden(f.laatsteDag)} + ${MAANDEN_ERBIJ} maanden = ${inWoorden(verlengd(f.laatsteDag))}`,
          },
        ]
      : []),
  ];
}

const BIJNA_KLAAR = {
  leerroute: 'B',
  doelgroep: 'Asielstatushouder',
  eersteTermijn: true,
  eerderOmInspanningVerlengd: false,
  examenOpNiveauPip: true,
  alleLessenGevolgd: true,
  taalonderdelenBehaald: 2,
  knmBehaald: true,
  pvtAfgerond: true,
  mapAfgerond: true,
  verlengingLeidtTotVoldoen: true,
  laatsteDag: '2027-03-15',
};

export const verlengingInspanningRegel = maakRegel({
  id: 'verlenging-inspanning',
  titel: 'Verlenging na veel inzet',
  vraag: 'Krijgt iemand die bijna klaar is er zes maanden bij?',
  beschrijving:
    'Wie in de B1-route hard heeft gewerkt en bijna klaar is, krijgt één keer zes maanden extra op de eerste termijn. Dan zijn alle lessen gevolgd, ten minste twee van de vier taalonderdelen en KNM behaald, en het participatieverklaringstraject en de module Arbeidsmarkt en Participatie afgerond. Gezins- en overige migranten hebben ten minste 450 uur les gevolgd.\n\nOf iemand het met meer tijd haalt, is een oordeel. DUO besluit.',
  rijen: ['B8', 'B20'],
  artikelen: [WET, BESLUIT],
  versieVolgt: 'De voorwaarden zijn sinds 2022 gelijk gebleven.',
  velden,
  voorbeelden: [
    { naam: 'Twee taalonderdelen en KNM behaald', invoer: BIJNA_KLAAR },
    { naam: 'Een tweede keer', invoer: { ...BIJNA_KLAAR, eerderOmInspanningVerlengd: true } },
    {
      naam: 'Gezinsmigrant met 449 uur les',
      invoer: { ...BIJNA_KLAAR, doelgroep: 'Gezinsmigrant en overige migrant', lesuren: 449 },
    },
    {
      naam: 'Gezinsmigrant met 450 uur les',
      invoer: { ...BIJNA_KLAAR, doelgroep: 'Gezinsmigrant en overige migrant', lesuren: 450 },
    },
    { naam: 'Alleen de leerroute is bekend', invoer: { leerroute: 'B' } },
  ],
  vindplaats: {
    bestand: 'rules/verlenging/verlenging-inspanning.ts',
    test: 'rules/verlenging/verlenging-inspanning.test.ts',
  },
  bepaal: verlengingInspanning,
});
