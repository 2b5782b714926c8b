import { MAP_UREN } from '../module-map/map-afronding.ts';
import { type PipConcept, type PipContext, pipInhoud } from '../pip/pip-inhoud.ts';
import { PVT_UREN } from '../pvt/pvt-afronding.ts';
import type { OntbrekendFeit, Oordeel, Reden } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { type PipInhoudFeiten, pipInhoudVelden as velden } from './pip-inhoud-velden.ts';

const TITEL = 'Inhoud van het PIP';
const W15 = grondslag('pip-inhoud', 'wet', 'art. 15 lid 1');
const W15_2 = grondslag('pip-inhoud', 'wet', 'art. 15 lid 2');
const W15_3 = grondslag('pip-inhoud', 'wet', 'art. 15 lid 3');
const B53 = grondslag('pip-inhoud', 'besluit', 'art. 5.3 lid 4 en 5');
const VORM = grondslag('pip-inhoud', 'awb', 'art. 1:3, 3:41, 3:45 en 3:46', {
  zekerheid: 'onbevestigd',
  toelichting: 'De tekst van de Awb is niet nagelezen.',
});

type Naam = keyof PipInhoudFeiten & string;
type Weging = NonNullable<PipInhoudFeiten['afwegingB1Route']>;
const AFWEGINGEN = [
  ['B', 'afwegingB1Route'],
  ['O', 'afwegingOnderwijsroute'],
  ['Z', 'afwegingZroute'],
] as const;

/**
 * `pip-inhoud` met gewone feiten: of het PIP alles bevat wat de wet vraagt.
 *
 * Wi2021 art. 15 (https://wetten.overheid.nl/BWBR0044770/2025-10-21) en Besluit inburgering 2021 art. 5.3
 * lid 4 en 5. Een `nee` is een gebrek; een feit dat niet is ingevuld maakt het antwoord onbekend, tenzij er
 * al een gebrek is. Een PIP is ook een beschikking: schriftelijk, gedagtekend, met de weg naar bezwaar.
 */
export function pipInhoudVraag(f: PipInhoudFeiten, herkomst: Herkomst = {}): Oordeel {
  const antwoord = pipInhoud(concept(f), context(f));
  const inhoud = antwoord.uitkomst === 'voldoet-niet' ? antwoord.redenen : [];
  const redenen = [...inhoud.filter((r) => isZeker(r.code, f)), ...vorm(f)];
  return oordeel({
    titel: TITEL,
    grondslag: W15,
    redenen: redenen.map(metVeld),
    ontbreekt: watOntbreekt(f),
    goed: 'volledig',
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen: () => [
      {
        titel: 'Met bijstand horen de besluiten op grond van de Participatiewet bij het PIP',
        grondslag: W15_3,
      },
    ],
    zouWijzigenAls: ['een onderdeel alsnog wordt beschreven', 'de leerroute wijzigt'],
  });
}

/** Een gebrek dat op een leeg veld rust is niet zeker: geen leerroute, of uren die nog ontbreken. */
function isZeker(code: string, f: PipInhoudFeiten): boolean {
  if (code === 'pip-leerroute') return f.leerroute !== undefined;
  if (code !== 'pip-afschalen') return true;
  return (f.meegeteldeInspanningen ?? []).every((i) => i.uren !== undefined);
}

/** Of dit PIP van B1 naar A2 gaat; dan beslissen de uren (zie de regel `afschalen`). */
function schaaltAf(f: PipInhoudFeiten): boolean {
  const hadA2 = f.leerrouteVorigPip === 'B' && f.niveauVorigPip === 'A2';
  return f.leerroute === 'B' && f.niveau === 'A2' && f.leerrouteVorigPip !== undefined && !hadA2;
}

/** Wat niet is ingevuld krijgt hier een waarde die geen gebrek geeft; `watOntbreekt` meldt het. */
function concept(f: PipInhoudFeiten): PipConcept {
  const tekst = (ja: boolean | undefined) => (ja === false ? '' : 'ingevuld');
  const weging = (w: Weging = {}) => ({
    onderzocht: w.onderzocht !== false,
    voor: tekst(w.voor),
    tegen: tekst(w.tegen),
  });
  const { afwegingB1Route: b, afwegingOnderwijsroute: o, afwegingZroute: z, moduleMap: map } = f;
  const zonderMap = f.leerroute === 'O' && map === undefined;
  return {
    ...(f.leerroute ? { leerroute: f.leerroute } : {}),
    ...(f.niveau ? { niveau: f.niveau } : {}),
    motivering: tekst(f.motivering),
    afweging: { B: weging(b), O: weging(o), Z: weging(z) },
    intensiteitUren: f.intensiteitLeerroute ?? 1,
    alfabetisering: f.alfabetisering ?? 'NVT',
    pvt: { uren: f.pvt?.uren ?? PVT_UREN, invulling: tekst(f.pvt?.beschreven) },
    ...(zonderMap
      ? {}
      : { moduleMap: { uren: map?.uren ?? MAP_UREN, invulling: tekst(map?.beschreven) } }),
    begeleiding: tekst(f.begeleiding),
    voortgangsgesprekken: { aantal: f.aantalVoortgangsgesprekken ?? 1 },
    vve: tekst(f.vveAfspraken),
    meegeteldeInspanningen: (f.meegeteldeInspanningen ?? []).map((i) => ({
      omschrijving: tekst(i.omschreven),
      uren: i.uren ?? 1,
    })),
  };
}

function context(f: PipInhoudFeiten): PipContext {
  const { leerrouteVorigeGemeente: elders, leerrouteVorigPip: vorig, niveauVorigPip: niveau } = f;
  return {
    doelgroep:
      f.doelgroep === 'Asielstatushouder' ? 'asielstatushouder' : 'gezins-en-overige-migrant',
    kindVoorVve: f.kindVoorVve === true,
    ...(elders ? { leerrouteVorigeGemeente: elders } : {}),
    ...(vorig ? { vorigPip: { leerroute: vorig, ...(niveau ? { niveau } : {}) } } : {}),
    taaluren: f.gevolgdeUrenTaalEnKnm,
  };
}

const VELDNAMEN: Record<string, Naam> = {
  intensiteitUren: 'intensiteitLeerroute',
  voortgangsgesprekken: 'aantalVoortgangsgesprekken',
  vve: 'vveAfspraken',
  'afweging.B': 'afwegingB1Route',
  'afweging.O': 'afwegingOnderwijsroute',
  'afweging.Z': 'afwegingZroute',
};

/** Wijst een reden naar het veld van deze vraag in plaats van naar dat van het formulier. */
function metVeld(r: Reden): Reden {
  const { actie: _, veld = '', ...rest } = r;
  const delen = veld.split('.');
  const kop = delen[0] === 'afweging' ? delen.slice(0, 2).join('.') : (delen[0] ?? '');
  const code = kop === 'meegeteldeInspanningen' ? `pip-${kop}` : rest.code;
  return { ...rest, code, veld: VELDNAMEN[kop] ?? kop };
}

function vorm(f: PipInhoudFeiten): Reden[] {
  const redenen: Reden[] = [];
  const voeg = (veld: Naam, tekst: string) =>
    redenen.push({ code: `pip-${veld}`, tekst, veld, grondslag: VORM });
  if (f.schriftelijkeBeschikking === false) {
    voeg('schriftelijkeBeschikking', 'Het PIP is een schriftelijk besluit met een dagtekening.');
  }
  if (f.bezwaarclausule === false) {
    voeg('bezwaarclausule', 'Zet in het PIP hoe en tot wanneer iemand bezwaar kan maken.');
  }
  return redenen;
}

const ALTIJD: readonly Naam[] = [
  'doelgroep',
  'leerroute',
  'motivering',
  'alfabetisering',
  'begeleiding',
  'aantalVoortgangsgesprekken',
  'kindVoorVve',
  'schriftelijkeBeschikking',
  'bezwaarclausule',
];

function watOntbreekt(f: PipInhoudFeiten): OntbrekendFeit[] {
  const namen: Naam[] = [...ALTIJD];
  if (f.doelgroep === 'Asielstatushouder') namen.push('intensiteitLeerroute');
  if (f.kindVoorVve) namen.push('vveAfspraken');
  if (schaaltAf(f)) namen.push('gevolgdeUrenTaalEnKnm');
  const gewoon = namen.filter((n) => f[n] === undefined);
  const groepen = [
    ...AFWEGINGEN.filter(([route, naam]) => !afgewogen(f, route, f[naam])).map(([, naam]) => naam),
    ...(heel(f.pvt) ? [] : (['pvt'] as const)),
    ...(f.leerroute === 'O' || heel(f.moduleMap) ? [] : (['moduleMap'] as const)),
    ...((f.meegeteldeInspanningen ?? []).every(heleInspanning)
      ? []
      : (['meegeteldeInspanningen'] as const)),
  ];
  return [...gewoon, ...groepen].map((n) => ontbrekendFeit(velden, n));
}

type Onderdeel = NonNullable<PipInhoudFeiten['pvt']>;
type Inspanning = NonNullable<PipInhoudFeiten['meegeteldeInspanningen']>[number];
const heel = (o: Onderdeel = {}): boolean => o.uren !== undefined && o.beschreven !== undefined;
const heleInspanning = (i: Inspanning): boolean =>
  i.uren !== undefined && i.omschreven !== undefined;

/** Bij de gekozen route telt wat ervoor pleit, bij de andere wat ertegen pleit. */
function afgewogen(f: PipInhoudFeiten, route: 'B' | 'O' | 'Z', w: Weging = {}): boolean {
  if (w.onderzocht === undefined) return false;
  if (!f.leerroute) return true;
  return (route === f.leerroute ? w.voor : w.tegen) !== undefined;
}

const AFGEWOGEN = { onderzocht: true, voor: true, tegen: true };
const VOLLEDIG = {
  doelgroep: 'Asielstatushouder',
  leerroute: 'B',
  motivering: true,
  afwegingB1Route: AFGEWOGEN,
  afwegingOnderwijsroute: AFGEWOGEN,
  afwegingZroute: AFGEWOGEN,
  intensiteitLeerroute: 600,
  alfabetisering: 'NVT',
  pvt: { uren: 12, beschreven: true },
  moduleMap: { uren: 40, beschreven: true },
  begeleiding: true,
  aantalVoortgangsgesprekken: 8,
  kindVoorVve: false,
  schriftelijkeBeschikking: true,
  bezwaarclausule: true,
};

export const pipInhoudRegel = maakRegel({
  id: 'pip-inhoud',
  titel: 'Wat er in het PIP staat',
  vraag: 'Bevat dit PIP alles wat de wet vraagt?',
  beschrijving:
    'Het PIP bevat de leerroute, de ondersteuning en begeleiding, de intensiteit van PVT en MAP en, als er een jong kind is, de afspraken over VVE. Voor een asielstatushouder ook de uren van de leerroute. Het aantal voortgangsgesprekken ligt vast; de wet noemt geen minimum, maar nul geeft geen zicht op de voortgang. Eerdere inspanningen tellen alleen als het PIP dat uitdrukkelijk zegt.\n\nHet PIP is een beschikking: schriftelijk, gedagtekend, gemotiveerd en met de weg naar bezwaar. Een keuze is pas gemotiveerd als ook de andere leerroutes zijn afgewogen. Krijgt iemand bijstand, dan horen die besluiten bij het PIP.',
  rijen: ['D1', 'D2', 'D3', 'D4', 'D8', 'D9', 'H2'],
  artikelen: [W15, W15_2, W15_3, B53, VORM],
  versieVolgt: 'De eisen zijn sinds 2022 gelijk; de nummers van de leden zijn die van nu.',
  velden,
  voorbeelden: [
    { naam: 'Volledig PIP voor de B1-route', invoer: VOLLEDIG },
    {
      naam: 'Te weinig uren MAP en niet gemotiveerd',
      invoer: {
        ...VOLLEDIG,
        motivering: false,
        moduleMap: { uren: 39, beschreven: true },
      },
    },
    {
      naam: 'De onderwijsroute is niet afgewogen',
      invoer: { ...VOLLEDIG, afwegingOnderwijsroute: { onderzocht: false } },
    },
    { naam: 'Nog niets ingevuld', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/pip-regels/pip-inhoud-regel.ts',
    test: 'rules/pip-regels/pip-inhoud-regel.test.ts',
    schermen: ['features/pip/scherm/PipScreen.tsx'],
  },
  bepaal: pipInhoudVraag,
});
