import type { FeitInhoud, PipInhoud } from '../../rules/stand/feiten.ts';
import { LEERROUTE } from '../shared/woorden.schema.ts';

/**
 * Een PIP heeft twee lagen. Wat de wet in het PIP noemt (Wi2021 art. 15,
 * https://wetten.overheid.nl/BWBR0044770/2025-10-21; Besluit inburgering 2021 art. 5.3,
 * https://wetten.overheid.nl/BWBR0045555/2026-04-02) staat in de beschikking en wijzigt alleen met een nieuw
 * besluit. De doelen en afspraken daaronder mogen elke dag veranderen.
 */
export type LaagEen = Pick<
  PipInhoud,
  'leerroute' | 'niveau' | 'intensiteitUren' | 'intensiteitUrenPerWeek'
> & { pvtUren?: number; mapUren?: number; gesprekken?: number };

/** Wat een tekst van de beschikking lijkt te veranderen. */
export type Raakvlak = { onderdeel: string; waarom: string };

export function laagEenVan(inhoud: FeitInhoud['pip-vastgesteld']['inhoud']): LaagEen {
  const { leerroute, niveau, intensiteitUren, intensiteitUrenPerWeek } = inhoud;
  return {
    leerroute,
    ...(niveau ? { niveau } : {}),
    ...(intensiteitUren === undefined ? {} : { intensiteitUren }),
    ...(intensiteitUrenPerWeek === undefined ? {} : { intensiteitUrenPerWeek }),
    pvtUren: inhoud.pvt.uren,
    ...(inhoud.moduleMap ? { mapUren: inhoud.moduleMap.uren } : {}),
    gesprekken: inhoud.voortgangsgesprekken.aantal,
  };
}

const ROUTES = {
  B: /\bb1[- ]?route\b/u,
  O: /\b(onderwijs|taalschakel)(route|traject)\b/u,
  Z: /\b(z[- ]?route|zelfredzaamheidsroute)\b/u,
} as const;
const WISSEL =
  /\b(andere|nieuwe) (leer)?route\b|\b(wissel|schakel|stap)\w* (naar|van) \w* ?(leer)?route\b/u;
const NIVEAU = /\b(naar|op|voor) (niveau )?(a2|b1)\b|\bafschal/u;
const LES = '(?:taal|nt2|nederlandse? |cursus)?-?les(?:sen|uren)?';
const UREN_LES = [
  new RegExp(`(\\d+)\\s*(?:uur|uren)\\b[^.;\\d]{0,30}\\b${LES}\\b`, 'u'),
  new RegExp(`\\b${LES}\\b[^.;\\d]{0,20}?(\\d+)\\s*(?:uur|uren)\\b`, 'u'),
];
const MEER_LES = new RegExp(
  `\\b(meer|minder|geen|extra|halve)\\s+(?:uren\\s+|uur\\s+)?${LES}\\b|\\bstop\\w* met (?:de )?${LES}\\b`,
  'u',
);
const GESPREKKEN = /(\d+)\s+voortgangsgesprek|\b(geen|minder|meer) voortgangsgesprek/u;
const VVE =
  /\b(geen|niet meer naar|stop\w* met)( de)? (vve|voorschool|peuterspeelzaal|peuteropvang)\b/u;

const getal = (treffer: RegExpExecArray | null) =>
  treffer?.[1] === undefined ? undefined : Number(treffer[1]);

function routeRaakt(t: string, { leerroute, niveau }: LaagEen): Raakvlak[] {
  const ander = (['B', 'O', 'Z'] as const).find((r) => r !== leerroute && ROUTES[r].test(t));
  if (ander || WISSEL.test(t)) {
    return [
      {
        onderdeel: 'leerroute',
        waarom: `In de beschikking staat de ${LEERROUTE[leerroute]}.`,
      },
    ];
  }
  const noemt = NIVEAU.exec(t);
  const anders = noemt && noemt[3] !== niveau?.toLowerCase();
  return noemt && anders && niveau
    ? [{ onderdeel: 'niveau', waarom: `In de beschikking staat niveau ${niveau}.` }]
    : [];
}

function lesRaakt(t: string, vast: LaagEen): Raakvlak[] {
  const bekend = [vast.intensiteitUren, vast.intensiteitUrenPerWeek];
  const genoemd = UREN_LES.map((r) => getal(r.exec(t))).filter((n) => n !== undefined);
  const anders = genoemd.some((n) => !bekend.includes(n));
  if (!anders && !MEER_LES.test(t)) return [];
  const perWeek = vast.intensiteitUrenPerWeek;
  const waarom = perWeek
    ? `In de beschikking staat ${perWeek} uur les per week.`
    : 'De uren van de lessen horen bij de leerroute in de beschikking.';
  return [{ onderdeel: 'lesuren', waarom }];
}

/** 'PVT 20 uur', '20 uur PVT', of 'geen PVT'. De MAP telt alleen met hoofdletters: een map is ook een map. */
function onderdeelRaakt(tekst: string, naam: string, uren: number | undefined): Raakvlak[] {
  if (uren === undefined) return [];
  const getallen = [
    new RegExp(`\\b${naam}\\b[^.;\\d]{0,25}?(\\d+)\\s*(?:uur|uren)`, 'u'),
    new RegExp(`(\\d+)\\s*(?:uur|uren)[^.;\\d]{0,10}\\b${naam}\\b`, 'u'),
  ].map((r) => getal(r.exec(tekst)));
  const geen = new RegExp(
    `\\b(?:[Gg]een|[Nn]iet meer naar(?: de| het)?|[Zz]onder) ${naam}\\b`,
    'u',
  ).test(tekst);
  if (!geen && !getallen.some((n) => n !== undefined && n !== uren)) return [];
  return [{ onderdeel: naam, waarom: `In de beschikking staat ${uren} uur ${naam}.` }];
}

/**
 * Wat in een doel of afspraak de beschikking lijkt te veranderen. Een hulp bij het schrijven, geen oordeel: de
 * schrijver kan zeggen dat het anders is bedoeld.
 * @returns leeg als er niets is, of als er nog geen PIP is.
 */
export function raaktLaagEen(tekst: string, vast: LaagEen | null): Raakvlak[] {
  if (!vast) return [];
  const t = tekst.toLowerCase();
  const gesprek = GESPREKKEN.exec(t);
  const aantal = getal(gesprek);
  return [
    ...routeRaakt(t, vast),
    ...lesRaakt(t, vast),
    ...onderdeelRaakt(tekst, 'PVT', vast.pvtUren),
    ...onderdeelRaakt(tekst, 'MAP', vast.mapUren),
    ...(gesprek && aantal !== vast.gesprekken
      ? [
          {
            onderdeel: 'voortgangsgesprekken',
            waarom: `In de beschikking staan ${vast.gesprekken} voortgangsgesprekken.`,
          },
        ]
      : []),
    ...(VVE.test(t)
      ? [{ onderdeel: 'VVE', waarom: 'Afspraken over VVE staan in de beschikking.' }]
      : []),
  ];
}
