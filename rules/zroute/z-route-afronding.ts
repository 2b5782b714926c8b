import { inUren } from '../leerroute/uren.ts';
import type { OntbrekendFeit, Oordeel, Reden, Uitleg } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { type Invoer, keuzeVeld } from '../shared/velden.ts';
import {
  CURSUS_GROND,
  cursusdeel,
  type DeelOfOntbreekt,
  PARTICIPATIE_GROND,
  participatiedeel,
} from './onderdelen.ts';
import { urenVelden } from './velden.ts';

const velden = {
  ...urenVelden,
  eindgesprekDoor: keuzeVeld(
    'Wie het eindgesprek voerde',
    ['college', 'openbaar lichaam', 'derde', 'nog niet gevoerd'],
    {
      hulp: 'Een openbaar lichaam van een gemeenschappelijke regeling mag; een school of uitvoerder niet.',
    },
  ),
};

export type ZrouteAfrondingFeiten = Invoer<typeof velden>;

const TITEL = 'Z-route afgerond';
const Z = grondslag('z-route-afronding', 'besluit', 'art. 3.14 lid 2 en 3');
export const EINDGESPREK_GROND = grondslag(
  'z-route-afronding',
  'besluit',
  'art. 3.14 lid 2 onder c',
);
const GEEN_MANDAAT = grondslag('z-route-afronding', 'besluit', 'art. 3.14 lid 4');
const PLICHT = grondslag('z-route-afronding', 'wet', 'art. 6 lid 1');
const CERTIFICAAT = grondslag('z-route-afronding', 'regeling', 'art. 3.18 lid 2');

/**
 * `z-route-afronding`: of de Z-route is behaald.
 *
 * Besluit inburgering 2021 art. 3.14 lid 2–4 (https://wetten.overheid.nl/BWBR0045555/2026-04-02): de
 * cursusuren, voor asielstatushouders de participatie, en een eindgesprek dat het college zelf voert; mandaat
 * kan alleen aan een openbaar lichaam. PVT en MAP staan hier los van (Wi2021 art. 6). Het certificaat komt
 * van DUO; het college overhandigt het persoonlijk (Regeling art. 3.18 lid 2).
 */
export function zrouteAfronding(f: ZrouteAfrondingFeiten, herkomst: Herkomst = {}): Oordeel {
  const { cursus, participatie, redenen } = zrouteDelen(f);
  const ontbreekt = [cursus, participatie].flatMap((d) => ('ontbreekt' in d ? d.ontbreekt : []));
  if (!f.eindgesprekDoor) ontbreekt.push(ontbrekendFeit(velden, 'eindgesprekDoor'));
  return oordeel({
    titel: TITEL,
    grondslag: Z,
    redenen: [...redenen.cursus, ...redenen.participatie, ...redenen.eindgesprek],
    ontbreekt: uniek(ontbreekt),
    goed: 'de Z-route is behaald',
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen: () => [...[cursus, participatie].flatMap(stappenVan), ...daarna()],
    zouWijzigenAls: ['er meer of minder uren meetellen', 'het eindgesprek (alsnog) wordt gevoerd'],
  });
}

/** De delen van de Z-route met per deel wat er nog aan ontbreekt; `zrouteAfronding` oordeelt over het geheel. */
export function zrouteDelen(f: ZrouteAfrondingFeiten) {
  const cursus = cursusdeel(f);
  const participatie = participatiedeel(f);
  return {
    cursus,
    participatie,
    redenen: {
      cursus: tekort(cursus, 'cursus', CURSUS_GROND),
      participatie: tekort(participatie, 'participatie', PARTICIPATIE_GROND),
      eindgesprek: eindgesprek(f),
    },
  };
}

const uniek = (lijst: OntbrekendFeit[]): OntbrekendFeit[] => [
  ...new Map(lijst.map((o) => [o.feit, o])).values(),
];

const stappenVan = (d: DeelOfOntbreekt): Uitleg[] => ('deel' in d ? d.deel.stappen() : []);

function tekort(d: DeelOfOntbreekt, wat: string, g: typeof Z): Reden[] {
  if ('ontbreekt' in d || d.deel.teGaan === 0) return [];
  const tekst = `Nog ${inUren(d.deel.teGaan)} ${wat} te gaan.`;
  return [{ code: `z-route-${wat}`, tekst, grondslag: g }];
}

function eindgesprek(f: ZrouteAfrondingFeiten): Reden[] {
  const veld = 'eindgesprekDoor';
  if (f.eindgesprekDoor === 'nog niet gevoerd') {
    const tekst = 'Het college heeft het eindgesprek nog niet gevoerd.';
    return [{ code: 'z-route-eindgesprek', tekst, veld, grondslag: EINDGESPREK_GROND }];
  }
  if (f.eindgesprekDoor !== 'derde') return [];
  const tekst =
    'Een derde voerde het eindgesprek. Dat telt niet: het college doet dit zelf, of een openbaar lichaam.';
  return [{ code: 'z-route-eindgesprek-derde', tekst, veld, grondslag: GEEN_MANDAAT }];
}

const daarna = (): Uitleg[] => [
  {
    titel: 'PVT en MAP',
    uitkomst: 'horen ook bij de plicht en staan hier los van',
    grondslag: PLICHT,
  },
  {
    titel: 'Certificaat',
    uitkomst: 'DUO maakt het na alle onderdelen; het college overhandigt het persoonlijk',
    grondslag: CERTIFICAAT,
  },
];

export const zrouteAfrondingRegel = maakRegel({
  id: 'z-route-afronding',
  titel: 'De Z-route afronden',
  vraag: 'Is de Z-route afgerond?',
  beschrijving:
    'De Z-route is behaald als de cursusuren zijn gevolgd, een asielstatushouder ook de uren participatie heeft gedaan, en het college het eindgesprek heeft gevoerd. Het eindgesprek mag niet door een school of uitvoerder worden gedaan; alleen een openbaar lichaam van een gemeenschappelijke regeling mag het in mandaat doen.\n\nPVT en MAP zijn aparte onderdelen van de plicht. Is alles voldaan, dan maakt DUO het certificaat en overhandigt het college het persoonlijk. Wie de B1-route of de onderwijsroute haalt, krijgt een diploma.',
  rijen: ['E12', 'E15', 'E16', 'E18', 'E19', 'J6'],
  artikelen: [Z, EINDGESPREK_GROND, GEEN_MANDAAT, PLICHT, CERTIFICAAT],
  versieVolgt:
    'De normen zijn sinds 2022 gelijk; de aftrek van opleidingsuren volgt de tekst van 2026.',
  velden,
  voorbeelden: [
    {
      naam: 'Asielstatushouder, alle uren en het eindgesprek gedaan',
      invoer: {
        doelgroep: 'Asielstatushouder',
        gevolgdeCursusuren: 800,
        gevolgdeParticipatieuren: 748,
        urenModuleMap: 40,
        urenPvt: 12,
        eindgesprekDoor: 'college',
      },
    },
    {
      naam: 'Gezinsmigrant zonder participatie',
      invoer: {
        doelgroep: 'Gezinsmigrant en overige migrant',
        gevolgdeCursusuren: 800,
        eindgesprekDoor: 'college',
      },
    },
    {
      naam: 'Te weinig uren en een eindgesprek door de school',
      invoer: {
        doelgroep: 'Asielstatushouder',
        gevolgdeCursusuren: 790,
        gevolgdeParticipatieuren: 700,
        urenModuleMap: 40,
        urenPvt: 12,
        eindgesprekDoor: 'derde',
      },
    },
    {
      naam: 'Het eindgesprek is niet ingevuld',
      invoer: { doelgroep: 'Gezinsmigrant en overige migrant', gevolgdeCursusuren: 800 },
    },
  ],
  vindplaats: {
    bestand: 'rules/zroute/z-route-afronding.ts',
    test: 'rules/zroute/z-route-afronding.test.ts',
  },
  bepaal: zrouteAfronding,
});
