import { doelgroepVeld, leerrouteVeld, NIVEAUS } from '../leerroute/velden.ts';
import { niveauBijDuo, pipDuo } from '../pip/pip-duo.ts';
import type { OntbrekendFeit, Oordeel, Uitleg } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import {
  datumVeld,
  getalVeld,
  type Invoer,
  jaNeeVeld,
  keuzeVeld,
  lijstVeld,
} from '../shared/velden.ts';

const velden = {
  dagtekeningPip: datumVeld('Dagtekening van het PIP'),
  leerroute: leerrouteVeld('Leerroute'),
  niveau: keuzeVeld('Niveau', NIVEAUS, {
    hulp: 'Leeg: DUO neemt bij de B1- en de onderwijsroute B1 aan.',
  }),
  geschatteIntensiteitB1Route: getalVeld('Geschatte uren van de B1-route', {
    eenheid: 'uur',
    max: 99_999,
    hulp: 'Alleen bij de B1-route van een asielstatushouder; leeg is toegestaan.',
  }),
  indicatorMagOpleidingAfmaken: jaNeeVeld('De persoon mag eerst een opleiding afmaken'),
  indicatorAlfabetiseringsonderwijs: keuzeVeld('Alfabetisering', ['A', 'AA', 'NVT']),
  begindatumInburgeringsplicht: datumVeld('Eerste dag van de inburgeringsplicht'),
  datumVestigingGemeente: datumVeld('Dag van vestiging in deze gemeente'),
  eerderePips: lijstVeld(
    'Eerdere PIPs, in welke gemeente ook',
    { dagtekeningPip: datumVeld('Dagtekening') },
    'Een lege lijst: dit is het allereerste PIP.',
  ),
  doelgroep: doelgroepVeld(),
};

export type PipDuoInvoer = Invoer<typeof velden>;
type Naam = keyof PipDuoInvoer & string;

const TITEL = 'Controle van het PIP zoals DUO die doet';
const DUO = grondslag('pip-duo', 'besluit', 'art. 9.3', {
  zekerheid: 'afgeleid',
  toelichting: 'De controles zijn die van DUO op een geleverd PIP; DUO beslist.',
});
const AFSCHALEN = grondslag('pip-duo', 'besluit', 'art. 5.5');

const CONTROLES: readonly [code: string, titel: string][] = [
  ['PIP-1', 'Niet vóór het begin van de inburgeringsplicht'],
  ['PIP-2', 'Niet vóór het eerste of het huidige PIP'],
  ['PIP-3', 'Niet vóór de vestiging in deze gemeente'],
  ['PIP-4', 'Geen A2 met de onderwijsroute'],
  ['PIP-5', 'Geen B1 met de Z-route'],
  ['PIP-6', 'Geen A2 met de B1-route in het eerste PIP'],
  ['PIP-8', 'Uren alleen bij de B1-route van een asielstatushouder, 1 tot en met 9999'],
];

/**
 * `pip-duo` met gewone feiten: of DUO dit PIP aanneemt, met alle bezwaren `PIP-1` tot en met `PIP-8`.
 *
 * Besluit inburgering 2021 art. 9.3 (https://wetten.overheid.nl/BWBR0045555/2026-04-02) en de beschrijving
 * van DUO. De dagtekening, de leerroute en de feiten waarmee DUO vergelijkt zijn nodig; niveau, uren en de
 * twee indicatoren mogen leeg zijn.
 */
export function pipDuoVraag(f: PipDuoInvoer, herkomst: Herkomst = {}): Oordeel {
  const antwoord = pipDuo(melding(f), context(f));
  const redenen = antwoord.uitkomst === 'voldoet-niet' ? antwoord.redenen : [];
  const zeker = redenen.filter((r) => isZeker(r.code, f));
  return oordeel({
    titel: TITEL,
    grondslag: DUO,
    redenen: zeker,
    ontbreekt: watOntbreekt(f),
    goed: 'geen bezwaren',
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen: () => stappen(f, new Set(zeker.map((r) => r.code))),
    zouWijzigenAls: ['de dagtekening een andere dag is', 'de leerroute of het niveau wijzigt'],
  });
}

function melding(f: PipDuoInvoer): Parameters<typeof pipDuo>[0] {
  const { dagtekeningPip, leerroute, niveau, geschatteIntensiteitB1Route: uren } = f;
  return { dagtekening: dagtekeningPip, leerroute, niveau, geschatteIntensiteitB1Route: uren };
}

const DOELGROEP = {
  Asielstatushouder: 'asielstatushouder',
  'Gezinsmigrant en overige migrant': 'gezins-en-overige-migrant',
} as const;

function context(f: PipDuoInvoer): Parameters<typeof pipDuo>[1] {
  const { begindatumInburgeringsplicht: begin, datumVestigingGemeente: vestiging } = f;
  return {
    ...(begin ? { beginInburgeringsplicht: begin } : {}),
    ...(vestiging ? { inschrijving: vestiging } : {}),
    eerderePips: f.eerderePips?.flatMap((p) => (p.dagtekeningPip ? [p.dagtekeningPip] : [])) ?? [],
    doelgroep: f.doelgroep ? DOELGROEP[f.doelgroep] : 'onbekend',
  };
}

/** Een bezwaar dat op een ontbrekend feit rust (eerste PIP, doelgroep, leerroute) is nog niet zeker. */
function isZeker(code: string, f: PipDuoInvoer): boolean {
  if (code === 'PIP-6') return f.eerderePips?.length === 0;
  if (code !== 'PIP-8') return true;
  const andereGroep = f.doelgroep === 'Gezinsmigrant en overige migrant';
  const andereRoute = f.leerroute !== undefined && f.leerroute !== 'B';
  return andereGroep || andereRoute || !urenMogelijk(f.geschatteIntensiteitB1Route);
}

const urenMogelijk = (uren = 1): boolean => uren >= 1 && uren <= 9999;

function watOntbreekt(f: PipDuoInvoer): OntbrekendFeit[] {
  const nodig: Naam[] = [
    'dagtekeningPip',
    'leerroute',
    'begindatumInburgeringsplicht',
    'datumVestigingGemeente',
    'eerderePips',
  ];
  if (f.geschatteIntensiteitB1Route !== undefined) nodig.push('doelgroep');
  const ontbreekt = nodig.filter((n) => f[n] === undefined).map((n) => ontbrekendFeit(velden, n));
  if (f.eerderePips?.some((p) => !p.dagtekeningPip)) {
    const tekst = 'Van een eerder PIP ontbreekt de dagtekening.';
    ontbreekt.push({ feit: 'eerderePips', tekst });
  }
  return ontbreekt;
}

function stappen(f: PipDuoInvoer, bezwaren: ReadonlySet<string>): Uitleg[] {
  const { leerroute, niveau } = f;
  const aangenomen = leerroute ? niveauBijDuo(leerroute, niveau) : undefined;
  return [
    ...CONTROLES.map(([code, titel]) => ({
      titel: `${code}: ${titel}`,
      uitkomst: bezwaren.has(code) ? 'bezwaar' : 'geen bezwaar',
    })),
    ...(aangenomen && !niveau
      ? [{ titel: 'PIP-7: zonder niveau', uitkomst: `DUO neemt ${aangenomen} aan` }]
      : []),
  ];
}

export const pipDuoRegel = maakRegel({
  id: 'pip-duo',
  titel: 'Controle van het PIP door DUO',
  vraag: 'Neemt DUO dit PIP aan?',
  beschrijving:
    'DUO controleert een geleverd PIP. De dagtekening ligt niet vóór de plicht, niet vóór de vestiging in de gemeente, en bij een wijziging niet vóór het eerste of het huidige PIP. A2 kan niet met de onderwijsroute, B1 niet met de Z-route, en A2 met de B1-route nooit in het eerste PIP.\n\nZonder niveau neemt DUO bij de B1- en de onderwijsroute B1 aan. Uren gaan alleen mee bij de B1-route van een asielstatushouder. Het PIP kan zeggen dat iemand eerst een andere opleiding afmaakt.',
  rijen: ['D16', 'D17', 'D19'],
  artikelen: [DUO, AFSCHALEN],
  versieVolgt: 'De beschrijving van DUO van 18 februari 2026.',
  velden,
  voorbeelden: [
    {
      naam: 'Eerste PIP met de B1-route',
      invoer: {
        dagtekeningPip: '2026-09-15',
        leerroute: 'B',
        geschatteIntensiteitB1Route: 600,
        indicatorMagOpleidingAfmaken: false,
        indicatorAlfabetiseringsonderwijs: 'NVT',
        begindatumInburgeringsplicht: '2026-02-24',
        datumVestigingGemeente: '2026-09-10',
        eerderePips: [],
        doelgroep: 'Asielstatushouder',
      },
    },
    {
      naam: 'Eerste PIP met de B1-route en A2',
      invoer: {
        dagtekeningPip: '2026-09-15',
        leerroute: 'B',
        niveau: 'A2',
        begindatumInburgeringsplicht: '2026-02-24',
        datumVestigingGemeente: '2026-09-10',
        eerderePips: [],
      },
    },
    {
      naam: 'Wijziging vóór het huidige PIP',
      invoer: {
        dagtekeningPip: '2026-10-19',
        leerroute: 'Z',
        begindatumInburgeringsplicht: '2026-02-24',
        datumVestigingGemeente: '2026-09-10',
        eerderePips: [{ dagtekeningPip: '2026-09-15' }, { dagtekeningPip: '2026-10-20' }],
      },
    },
    { naam: 'De vestiging is niet bekend', invoer: { leerroute: 'O', eerderePips: [] } },
  ],
  vindplaats: {
    bestand: 'rules/pip-regels/pip-duo-regel.ts',
    test: 'rules/pip-regels/pip-duo-regel.test.ts',
    schermen: ['features/pip/scherm/PipScreen.tsx'],
  },
  bepaal: pipDuoVraag,
});
