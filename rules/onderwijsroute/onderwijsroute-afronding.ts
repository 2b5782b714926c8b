import { EXAMENONDERDELEN } from '../leerroute/velden.ts';
import type { OntbrekendFeit, Oordeel, Reden, Uitleg } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { opsomming } from '../shared/tekst.ts';
import { type Invoer, jaNeeVeld, keuzeVeld, lijstVeld } from '../shared/velden.ts';

const onderdeelVelden = {
  onderdeel: keuzeVeld('Examenonderdeel', EXAMENONDERDELEN),
  niveau: keuzeVeld('Behaald niveau', ['A2', 'B1', 'B2'], {
    hulp: 'KNM kent geen niveau.',
  }),
};

const velden = {
  taalschakeltrajectBehaald: jaNeeVeld('Het taalschakeltraject is behaald'),
  diplomaErkenning: jaNeeVeld(
    'De instelling heeft diploma-erkenning voor het taalschakeltraject',
    'Een opleiding educatie als bedoeld in art. 7.3.1 lid 1 onder f van de Wet educatie en beroepsonderwijs.',
  ),
  behaaldeOnderdelen: lijstVeld('Behaalde examenonderdelen', onderdeelVelden),
};

export type OnderwijsrouteFeiten = Invoer<typeof velden>;

const TITEL = 'Onderwijsroute afgerond';
const W8 = grondslag('onderwijsroute-afronding', 'wet', 'art. 8 lid 1 en 2');
const LID3 = grondslag('onderwijsroute-afronding', 'wet', 'art. 8 lid 3');
const LID4 = grondslag('onderwijsroute-afronding', 'wet', 'art. 8 lid 4');
const OMVANG = grondslag('onderwijsroute-afronding', 'wet', 'art. 8 lid 2', {
  zekerheid: 'onbevestigd',
  toelichting:
    'De omvang staat in een regeling die niet is nagelezen; de getallen zijn een richtlijn, geen eis.',
});

/**
 * `onderwijsroute-afronding`: of wie de onderwijsroute volgt haar heeft behaald, of langs lid 4 het
 * inburgeringsexamen.
 *
 * Wi2021 art. 8 (https://wetten.overheid.nl/BWBR0044770/2025-10-21): het taalschakeltraject aan een
 * instelling met diploma-erkenning. Is dat niet behaald, dan is het inburgeringsexamen behaald als de vier
 * taalonderdelen op ten minste B1 en KNM zijn gehaald. MAP geldt hier niet, PVT wel.
 */
export function onderwijsrouteAfronding(f: OnderwijsrouteFeiten, herkomst: Herkomst = {}): Oordeel {
  const open = openOnderdelen(f);
  const langsLid4 = f.behaaldeOnderdelen !== undefined && open.zeker.length === 0;
  const traject = f.taalschakeltrajectBehaald === true && f.diplomaErkenning === true;
  const bevinding = traject || langsLid4 ? undefined : watOntbreekt(f, open);
  return oordeel({
    titel: TITEL,
    grondslag: langsLid4 && !traject ? LID4 : W8,
    redenen: bevinding?.redenen ?? [],
    ontbreekt: bevinding?.ontbreekt ?? [],
    goed: traject
      ? 'de onderwijsroute is behaald'
      : 'het inburgeringsexamen is behaald: B1 en KNM zijn gehaald',
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen: () => stappen(),
    zouWijzigenAls: ['het taalschakeltraject wordt behaald', 'B1 en KNM alsnog worden gehaald'],
  });
}

type Rij = NonNullable<OnderwijsrouteFeiten['behaaldeOnderdelen']>[number];
/** `zeker`: nog niet aangetoond. `mogelijk`: ook niet als elk onbekend onderdeel of niveau meevalt. */
type Open = { zeker: string[]; mogelijk: string[] };

function openOnderdelen(f: OnderwijsrouteFeiten): Open {
  const rijen = f.behaaldeOnderdelen ?? [];
  return {
    zeker: EXAMENONDERDELEN.filter((o) => !rijen.some((r) => toontAan(r, o))),
    mogelijk: EXAMENONDERDELEN.filter((o) => !rijen.some((r) => kanAantonen(r, o))),
  };
}

const toontAan = (r: Rij, onderdeel: string): boolean =>
  r.onderdeel === onderdeel && (onderdeel === 'KNM' || r.niveau === 'B1' || r.niveau === 'B2');

const kanAantonen = (r: Rij, onderdeel: string): boolean =>
  (r.onderdeel === undefined || r.onderdeel === onderdeel) &&
  (onderdeel === 'KNM' || r.niveau !== 'A2');

function watOntbreekt(
  f: OnderwijsrouteFeiten,
  open: Open,
): { redenen: Reden[]; ontbreekt: OntbrekendFeit[] } {
  const trajectKan = f.taalschakeltrajectBehaald !== false && f.diplomaErkenning !== false;
  const examenKan = f.behaaldeOnderdelen === undefined || open.mogelijk.length === 0;
  if (!trajectKan && !examenKan) return { redenen: redenen(f, open), ontbreekt: [] };
  const namen: (keyof OnderwijsrouteFeiten & string)[] = [];
  if (trajectKan) {
    if (f.taalschakeltrajectBehaald === undefined) namen.push('taalschakeltrajectBehaald');
    if (f.diplomaErkenning === undefined) namen.push('diplomaErkenning');
  }
  if (examenKan) namen.push('behaaldeOnderdelen');
  return { redenen: [], ontbreekt: namen.map((n) => ontbrekendFeit(velden, n)) };
}

function redenen(f: OnderwijsrouteFeiten, open: Open): Reden[] {
  const uit: Reden[] = [];
  const voeg = (veld: keyof OnderwijsrouteFeiten, tekst: string, g = W8) =>
    uit.push({ code: `onderwijsroute-${veld}`, tekst, veld, grondslag: g });
  if (f.taalschakeltrajectBehaald === false) {
    voeg('taalschakeltrajectBehaald', 'Het taalschakeltraject is niet behaald.');
  }
  if (f.diplomaErkenning === false) {
    const tekst = 'De instelling heeft geen diploma-erkenning; haar traject telt niet.';
    voeg('diplomaErkenning', tekst);
  }
  const tekst = `Voor het inburgeringsexamen is nog open: ${opsomming(open.zeker)} (taal op ten minste B1).`;
  voeg('behaaldeOnderdelen', tekst, LID4);
  return uit;
}

const stappen = (): Uitleg[] => [
  { titel: 'MAP', uitkomst: 'geldt niet in de onderwijsroute', grondslag: LID3 },
  { titel: 'PVT', uitkomst: 'geldt wel en staat hier los van' },
  {
    titel: 'Omvang van een taalschakeltraject',
    uitkomst: 'ongeveer 1.000 uur taal en 500 uur andere vakken, in anderhalf jaar',
    grondslag: OMVANG,
  },
];

export const onderwijsrouteAfrondingRegel = maakRegel({
  id: 'onderwijsroute-afronding',
  titel: 'De onderwijsroute afronden',
  vraag: 'Is de onderwijsroute behaald?',
  beschrijving:
    'De onderwijsroute is behaald met het taalschakeltraject aan een instelling met diploma-erkenning. Een taalschakeltraject duurt ongeveer anderhalf jaar.\n\nLukt het traject niet, maar zijn lezen, luisteren, schrijven en spreken op ten minste B1 en KNM gehaald, dan is het inburgeringsexamen behaald. MAP hoort niet bij de onderwijsroute; het PVT wel.',
  rijen: ['E7', 'E9', 'E10'],
  artikelen: [W8, LID3, LID4, OMVANG],
  versieVolgt: 'Het artikel is sinds 2022 gelijk gebleven; gelezen is de tekst van 2023.',
  velden,
  voorbeelden: [
    {
      naam: 'Taalschakeltraject behaald',
      invoer: { taalschakeltrajectBehaald: true, diplomaErkenning: true },
    },
    {
      naam: 'Traject niet behaald, B1 en KNM wel',
      invoer: {
        taalschakeltrajectBehaald: false,
        behaaldeOnderdelen: [
          { onderdeel: 'lezen', niveau: 'B1' },
          { onderdeel: 'luisteren', niveau: 'B2' },
          { onderdeel: 'schrijven', niveau: 'B1' },
          { onderdeel: 'spreken', niveau: 'B1' },
          { onderdeel: 'KNM' },
        ],
      },
    },
    {
      naam: 'Traject niet behaald, schrijven alleen op A2',
      invoer: {
        taalschakeltrajectBehaald: false,
        behaaldeOnderdelen: [{ onderdeel: 'schrijven', niveau: 'A2' }, { onderdeel: 'KNM' }],
      },
    },
    { naam: 'Nog niets bekend', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/onderwijsroute/onderwijsroute-afronding.ts',
    test: 'rules/onderwijsroute/onderwijsroute-afronding.test.ts',
  },
  bepaal: onderwijsrouteAfronding,
});
