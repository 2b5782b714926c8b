import type { Berekening, OntbrekendFeit, Uitleg } from '../shared/antwoord.ts';
import { type Datum, plusDagen } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import {
  aangehaaldeFeiten,
  type Herkomst,
  maakRegel,
  onbekend,
  ontbrekendFeit,
  vereis,
} from '../shared/regel.ts';
import { inWoorden, opsomming } from '../shared/tekst.ts';
import { datumVeld, getalVeld } from '../shared/velden.ts';
import { GRONDEN } from './gronden.ts';
import {
  omstandigheidVelden,
  periodeVan,
  type Rij,
  type VerlengingFeiten,
  verlengingVelden,
  type Weging,
  weeg,
} from './omstandigheid.ts';
import { type Bijdrage, type Som, telOp } from './som.ts';

/** `eind` is de eerste dag na de verlengde termijn; op scherm staat `laatsteDag`. */
export type Verlenging = { dagen: number; laatsteDag: Datum; eind: Datum };

const TITEL = 'Laatste dag na verlenging';
const WET = grondslag('verlenging', 'wet', 'art. 12 lid 1');
const BESLUIT = grondslag('verlenging', 'besluit', 'art. 4.3 lid 1');
const REGELING = grondslag('verlenging', 'regeling', 'art. 4.1', {
  zekerheid: 'afgeleid',
  toelichting:
    'De Regeling telt in weken, maanden en de duur van een omstandigheid; die duur tellen wij in dagen. DUO beslist.',
});
const SAMENLOOP = grondslag('verlenging', 'regeling', 'art. 4.1', {
  zekerheid: 'ontwerp',
  toelichting:
    'Hoe gronden die elkaar overlappen worden opgeteld is niet geregeld. Onze keuze: een dag telt één keer. DUO beslist.',
});

/**
 * `verlenging`: met hoeveel dagen de inburgeringstermijn langer wordt door omstandigheden die de
 * inburgeraar niet te verwijten zijn.
 *
 * Wi2021 art. 12 lid 1 (https://wetten.overheid.nl/BWBR0044770/2025-10-21), Besluit inburgering 2021
 * art. 4.3 lid 1 (https://wetten.overheid.nl/BWBR0045555/2026-04-02) en Regeling inburgering 2021
 * art. 4.1 (https://wetten.overheid.nl/BWBR0045574/2026-04-18). Of de omstandigheid iemand te verwijten is,
 * is een oordeel van een mens; DUO besluit. Verkort nooit.
 * @returns `niet-van-toepassing` als geen omstandigheid telt
 */
export function verlenging(f: VerlengingFeiten, herkomst: Herkomst = {}): Berekening<Verlenging> {
  const rijen = (f.omstandigheden ?? []).map((rij) => ({ rij, weging: weeg(rij, f) }));
  const ontbreekt = watOntbreekt(f, rijen);
  if (ontbreekt.length > 0) return onbekend(TITEL, ontbreekt, WET);
  const tellend = rijen.filter((r) => r.weging.telt === 'ja');
  const termijn = vereis(verlengingVelden, f, ['startdatum', 'laatsteDag']);
  if (tellend.length === 0) return geen(() => uitleg(f, herkomst, rijen, undefined));
  if ('ontbreekt' in termijn) return onbekend(TITEL, termijn.ontbreekt, WET);
  const perioden = tellend.flatMap(({ rij }) => {
    const periode = periodeVan(rij, f, termijn.f.laatsteDag);
    return rij.omstandigheid && periode ? [{ omstandigheid: rij.omstandigheid, periode }] : [];
  });
  const som = telOp(perioden, termijn.f);
  if (som.dagen === 0) return geen(() => uitleg(f, herkomst, rijen, som));
  return {
    uitkomst: 'bepaald',
    waarde: {
      dagen: som.dagen,
      laatsteDag: som.laatsteDag,
      eind: plusDagen(som.laatsteDag, 1),
    },
    uitleg: () => uitleg(f, herkomst, rijen, som),
  };
}

function geen(uitleg: () => Uitleg) {
  return { uitkomst: 'niet-van-toepassing' as const, uitleg };
}

type GewogenRij = { rij: Rij; weging: Weging };

function watOntbreekt(f: VerlengingFeiten, rijen: readonly GewogenRij[]): OntbrekendFeit[] {
  if (!f.omstandigheden) return [ontbrekendFeit(verlengingVelden, 'omstandigheden')];
  const open = rijen.flatMap(({ weging }) => (weging.telt === 'onbekend' ? [weging] : []));
  const zaak = (['leerroute', 'doelgroep', 'dagtekeningPip'] as const)
    .filter((naam) => open.some((w) => w.zaak.includes(naam)))
    .map((naam) => ontbrekendFeit(verlengingVelden, naam));
  const namen = Object.keys(omstandigheidVelden) as (keyof typeof omstandigheidVelden)[];
  const inRijen = namen
    .filter((naam) => open.some((w) => w.rij.includes(naam)))
    .map((naam) => ({
      ...ontbrekendFeit(omstandigheidVelden, naam),
      feit: `omstandigheden.${naam}`,
      tekst: `Van een omstandigheid ontbreekt of klopt niet: ${omstandigheidVelden[naam].naam}.`,
    }));
  return [...zaak, ...inRijen];
}

function uitleg(
  f: VerlengingFeiten,
  herkomst: Herkomst,
  rijen: readonly GewogenRij[],
  som: Som | undefined,
): Uitleg {
  const verlengd = som !== undefined && som.dagen > 0;
  return {
    titel: TITEL,
    uitkomst: verlengd ? inWoorden(som.laatsteDag) : 'de termijn wordt niet langer',
    grondslag: som && som.dubbel > 0 ? SAMENLOOP : REGELING,
    feiten: aangehaaldeFeiten(verlengingVelden, f, undefined, herkomst),
    stappen: [
      ...(som?.bijdragen ?? []).map(bijdrageUitleg),
      ...(som && som.dubbel > 0
        ? [
            {
              titel: 'Dagen die onder twee gronden vallen, tellen één keer',
              uitkomst: `${som.dubbel} dagen eraf`,
            },
          ]
        : []),
      ...(som?.tekort ?? []).map((o) => ({
        titel: GRONDEN[o].naam,
        uitkomst: 'telt niet: korter dan drie maanden, ook samen met andere omstandigheden',
      })),
      ...rijen.flatMap(weigeringUitleg),
      ...(verlengd && f.laatsteDag ? [optelling(f.laatsteDag, som)] : []),
    ],
    zouWijzigenAls: [
      'een omstandigheid langer of korter duurde',
      'DUO of de rechter anders oordeelt over de verwijtbaarheid',
    ],
  };
}

function bijdrageUitleg(b: Bijdrage): Uitleg {
  const gekort = b.dagen < b.ongekort;
  return {
    titel: `Grond ${b.grond}: ${b.naam}`,
    uitkomst: gekort
      ? `${b.ongekort} dagen, ten hoogste ${b.hoogstensMaanden} maanden: ${b.dagen} dagen`
      : `${b.dagen} dagen`,
    grondslag: grondslag('verlenging', 'regeling', `art. 4.1 lid 1 en 2 onder ${b.grond}`),
  };
}

function weigeringUitleg({ rij, weging }: GewogenRij): Uitleg[] {
  if (weging.telt !== 'nee') return [];
  const naam = rij.omstandigheid ? GRONDEN[rij.omstandigheid].naam : 'Een omstandigheid';
  return [{ titel: naam, uitkomst: `telt niet: ${weging.waarom}` }];
}

const optelling = (van: Datum, som: Som): Uitleg => ({
  titel: opsomming(som.bijdragen.map((b) => `grond ${b.grond}`)),
  uitkomst: `${inWoorden(van)} + ${som.dagen} dagen = ${inWoorden(som.laatsteDag)}`,
});

const TERMIJN = { startdatum: '2024-03-16', laatsteDag: '2027-03-15' };
const AANVAARD = { bewijsstuk: true, nietVerwijtbaar: true };

export const verlengingRegel = maakRegel({
  id: 'verlenging',
  titel: 'Verlenging van de inburgeringstermijn',
  vraag: 'Hoeveel langer wordt de inburgeringstermijn door wat iemand is overkomen?',
  beschrijving:
    'Wie door een omstandigheid buiten zijn schuld niet kon inburgeren, krijgt er tijd bij. Ziekte, een blijf-van-mijn-lijfhuis, alfabetisering, dakloosheid, een omstandigheid bij de aanbieder en een andere bijzondere omstandigheid tellen vanaf drie aaneengesloten maanden, voor zolang zij duren. Voor alfabetisering en de aanbieder is dat ten hoogste zes maanden, voor dakloosheid en bijzondere omstandigheden ten hoogste twee jaar. Een overlijden geeft drie maanden, een bevalling zestien weken.\n\nDeed de gemeente een asielstatushouder niet binnen drie maanden na het PIP een aanbod, dan komt de tijd daarna erbij. Kon de onderwijsroute niet binnen zes maanden beginnen, dan zes maanden. Het college geeft daarvoor een verklaring.\n\nKorte omstandigheden die op elkaar aansluiten en samen drie maanden duren, tellen ook. Een dag telt nooit twee keer. DUO besluit; de uitkomst hier is een berekening vooraf.',
  rijen: ['B8', 'B10', 'B11', 'B12', 'B13', 'B14', 'B15', 'B16', 'B17', 'B21'],
  artikelen: [WET, BESLUIT, REGELING, SAMENLOOP],
  versieVolgt: 'De gronden zijn sinds 2022 gelijk gebleven.',
  velden: verlengingVelden,
  waarde: {
    dagen: getalVeld('Dagen erbij', { max: 99_999, eenheid: 'dagen' }),
    laatsteDag: datumVeld('Nieuwe laatste dag, tot en met'),
    eind: datumVeld('Eerste dag erna'),
  },
  voorbeelden: [
    {
      naam: 'Bevalling',
      invoer: {
        ...TERMIJN,
        omstandigheden: [
          {
            omstandigheid: 'bevalling',
            betreft: 'de inburgeraar',
            begin: '2025-06-01',
            ...AANVAARD,
          },
        ],
      },
    },
    {
      naam: 'Dertig maanden dakloos: ten hoogste twee jaar',
      invoer: {
        ...TERMIJN,
        omstandigheden: [
          {
            omstandigheid: 'dakloosheid',
            begin: '2024-04-01',
            laatsteDag: '2026-09-30',
            ...AANVAARD,
          },
        ],
      },
    },
    {
      naam: 'Onderwijsroute die pas na zeven maanden kon beginnen',
      invoer: {
        ...TERMIJN,
        leerroute: 'O',
        doelgroep: 'Asielstatushouder',
        dagtekeningPip: '2024-03-15',
        omstandigheden: [
          {
            omstandigheid: 'geen tijdig aanbod',
            datumAanbod: '2024-05-01',
            datumStartMogelijk: '2024-10-15',
            ...AANVAARD,
          },
        ],
      },
    },
    {
      naam: 'Overlijden van een broer',
      invoer: {
        ...TERMIJN,
        omstandigheden: [
          {
            omstandigheid: 'overlijden',
            betreft: 'iemand anders',
            begin: '2025-06-01',
            ...AANVAARD,
          },
        ],
      },
    },
    {
      naam: 'Het oordeel over een ziekte ontbreekt',
      invoer: {
        ...TERMIJN,
        omstandigheden: [
          {
            omstandigheid: 'ziekte',
            betreft: 'partner',
            begin: '2025-01-01',
            laatsteDag: '2025-06-30',
            bewijsstuk: true,
          },
        ],
      },
    },
  ],
  vindplaats: {
    bestand: 'rules/verlenging/verlenging.ts',
    test: 'rules/verlenging/verlenging.test.ts',
  },
  bepaal: verlenging,
});
