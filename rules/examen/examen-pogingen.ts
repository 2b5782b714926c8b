import {
  doelgroepVeld,
  EXAMENONDERDELEN,
  leerrouteVeld,
  NIVEAUS,
  ROUTENAAM,
} from '../leerroute/velden.ts';
import type { Berekening, OntbrekendFeit, Uitleg } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import {
  aangehaaldeFeiten,
  type Herkomst,
  maakRegel,
  onbekend,
  ontbrekendFeit,
  vereis,
} from '../shared/regel.ts';
import { inEuro } from '../shared/tekst.ts';
import { bedragVeld, getalVeld, type Invoer, keuzeVeld, lijstVeld } from '../shared/velden.ts';
import {
  EXAMENNIVEAUS,
  type Examenonderdeel,
  GRATIS_POGINGEN,
  gratisPogingenOver,
  type Poging,
} from './pogingen.ts';

const ID = 'examen-pogingen';

/** Regeling inburgering 2021 art. 3.4, in eurocenten: KNM, en elk taalonderdeel op A2. */
const EXAMENGELD = 50_00;

const onderdeelVeld = keuzeVeld('Onderdeel', EXAMENONDERDELEN);

const velden = {
  doelgroep: doelgroepVeld(),
  leerroute: leerrouteVeld('Leerroute'),
  niveau: keuzeVeld('Niveau in het PIP', NIVEAUS, { hulp: 'Alleen in de B1-route.' }),
  onderdelenInPip: lijstVeld(
    'Onderdelen die in de Z-route mogen',
    { onderdeel: onderdeelVeld },
    'Zij staan in het PIP, de persoon wil het en het college acht hem ertoe in staat; KNM kan zo sinds 2023. Alleen in de Z-route.',
  ),
  pogingen: lijstVeld(
    'Afgelegde examens',
    {
      onderdeel: onderdeelVeld,
      niveau: keuzeVeld('Niveau', EXAMENNIVEAUS, {
        hulp: 'Niet ingevuld: op het niveau van het PIP.',
      }),
    },
    'Elke poging een rij, ook uit een andere leerroute. Een lege lijst: nog geen.',
  ),
};

export type ExamenPogingenFeiten = Invoer<typeof velden>;

export type PogingenPerOnderdeel = {
  onderdeel: Examenonderdeel;
  gratisOver: number;
  /** Eurocenten voor de eerstvolgende poging; leeg bij het staatsexamen, dat een eigen tarief heeft. */
  kosten?: number;
};

const TITEL = 'Examenpogingen en wat de volgende kost';
const GELD = grondslag(ID, 'regeling', 'art. 3.4');
const GRATIS = grondslag(ID, 'regeling', 'art. 3.5', {
  zekerheid: 'afgeleid',
  toelichting:
    'Een poging die zelf niet gratis kon zijn, zoals een examen onder het niveau van het PIP, gebruikt geen gratis poging op.',
});

/**
 * `examen-pogingen`: per onderdeel hoeveel gratis pogingen er over zijn en wat de volgende kost.
 *
 * Regeling inburgering 2021 art. 3.4 en 3.5 (https://wetten.overheid.nl/BWBR0045574/2026-04-18). Het bedrag
 * is in eurocenten; het staatsexamen (taal op B1 of hoger) heeft een eigen tarief buiten deze regeling.
 */
export function examenPogingen(
  f: ExamenPogingenFeiten,
  herkomst: Herkomst = {},
): Berekening<{ onderdelen: PogingenPerOnderdeel[] }> {
  const nodig = vereis(velden, f, ['doelgroep', 'leerroute']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, GRATIS);
  const ontbreekt = watOntbreekt(f);
  if (ontbreekt.length > 0) return onbekend(TITEL, ontbreekt, GRATIS);
  const { doelgroep, leerroute } = nodig.f;
  const inPip = onderdelenVan(f.onderdelenInPip ?? []).map((p) => p.onderdeel);
  const over = gratisPogingenOver(doelgroep, leerroute, onderdelenVan(f.pogingen ?? []), {
    ...(f.niveau ? { niveauPip: f.niveau } : {}),
    onderdelenInPip: inPip,
  });
  const onderdelen = EXAMENONDERDELEN.filter((o) => leerroute !== 'Z' || inPip.includes(o)).map(
    (onderdeel) => ({
      onderdeel,
      gratisOver: over[onderdeel],
      ...kostenVan(f, onderdeel, over[onderdeel]),
    }),
  );
  const feiten = () => aangehaaldeFeiten(velden, f, undefined, herkomst);
  if (onderdelen.length === 0) {
    const uitkomst = 'in de Z-route is er alleen examen als het in het PIP staat';
    const uitleg = () => ({ titel: TITEL, uitkomst, grondslag: GRATIS, feiten: feiten() });
    return { uitkomst: 'niet-van-toepassing', uitleg };
  }
  return {
    uitkomst: 'bepaald',
    waarde: { onderdelen },
    uitleg: () => ({
      titel: TITEL,
      uitkomst: onderdelen.map(inZin).join('; '),
      grondslag: GRATIS,
      feiten: feiten(),
      stappen: stappen(f, onderdelen),
      zouWijzigenAls: [
        'er nog een examen is afgelegd',
        'de doelgroep, de leerroute of het niveau in het PIP wijzigt',
      ],
    }),
  };
}

function watOntbreekt(f: ExamenPogingenFeiten): OntbrekendFeit[] {
  const nodig: (keyof ExamenPogingenFeiten & string)[] = [];
  if (f.leerroute === 'B' && !f.niveau) nodig.push('niveau');
  if (f.leerroute === 'Z' && !f.onderdelenInPip) nodig.push('onderdelenInPip');
  if (f.doelgroep === 'Asielstatushouder' && !f.pogingen) nodig.push('pogingen');
  const ontbreekt = nodig.map((naam) => ontbrekendFeit(velden, naam));
  for (const naam of ['onderdelenInPip', 'pogingen'] as const) {
    if (!f[naam]?.some((rij) => !rij.onderdeel)) continue;
    const tekst = `Nog niet bekend: het onderdeel van elke rij in ‘${velden[naam].naam}’.`;
    ontbreekt.push({ feit: naam, tekst });
  }
  return ontbreekt;
}

const onderdelenVan = (rijen: readonly Partial<Poging>[]): Poging[] =>
  rijen.flatMap(({ onderdeel, ...rest }) => (onderdeel ? [{ onderdeel, ...rest }] : []));

function kostenVan(
  f: ExamenPogingenFeiten,
  onderdeel: Examenonderdeel,
  gratisOver: number,
): { kosten?: number } {
  if (gratisOver > 0) return { kosten: 0 };
  return onderdeel === 'KNM' || opA2(f) ? { kosten: EXAMENGELD } : {};
}

const opA2 = (f: ExamenPogingenFeiten): boolean =>
  f.leerroute === 'Z' || (f.leerroute === 'B' && f.niveau === 'A2');

function inZin({ onderdeel, gratisOver, kosten }: PogingenPerOnderdeel): string {
  if (gratisOver > 0) return `${onderdeel}: nog ${gratisOver} keer gratis`;
  if (kosten === undefined) return `${onderdeel}: betalen, tarief van het staatsexamen`;
  return `${onderdeel}: ${inEuro(kosten)}`;
}

function stappen(f: ExamenPogingenFeiten, onderdelen: PogingenPerOnderdeel[]): Uitleg[] {
  const gratis = f.doelgroep === 'Asielstatushouder';
  return [
    gratis
      ? {
          titel: `Gratis voor een asielstatushouder in de ${ROUTENAAM[f.leerroute ?? 'B']}`,
          uitkomst: `${GRATIS_POGINGEN} keer: ${watGratisIs(f)}`,
          grondslag: GRATIS,
        }
      : {
          titel: 'Gezins- en overige migranten',
          uitkomst: 'betalen vanaf de eerste poging',
          grondslag: GRATIS,
        },
    { titel: 'KNM, en een taalonderdeel op A2', uitkomst: inEuro(EXAMENGELD), grondslag: GELD },
    ...(onderdelen.some((o) => o.kosten === undefined)
      ? [{ titel: 'Taal op B1 of hoger', uitkomst: 'het tarief van het staatsexamen Nt2' }]
      : []),
  ];
}

function watGratisIs({ leerroute, niveau }: ExamenPogingenFeiten): string {
  if (leerroute === 'B') return `elk onderdeel op ten minste ${niveau}, en KNM`;
  if (leerroute === 'O') return 'alleen KNM';
  return 'elk onderdeel op A2 en KNM, voor zover in het PIP';
}

export const examenPogingenRegel = maakRegel({
  id: ID,
  titel: 'Examenpogingen en kosten',
  vraag: 'Hoeveel gratis pogingen zijn er over, en wat kost de volgende?',
  beschrijving:
    'Een asielstatushouder legt elk onderdeel van het examen twee keer gratis af; vanaf de derde keer betaalt hij. In de B1-route geldt dat voor examens op ten minste het niveau van het PIP, in de onderwijsroute alleen voor KNM, en in de Z-route voor de onderdelen op A2 en KNM die in het PIP staan.\n\nGezins- en overige migranten betalen vanaf de eerste poging. KNM kost € 50 en een taalonderdeel op A2 ook. Taal op B1 of hoger is het staatsexamen Nt2; dat heeft een eigen tarief.',
  rijen: ['K2', 'K3'],
  artikelen: [GELD, GRATIS],
  versieVolgt: 'De regeling en de bedragen zijn sinds 2022 gelijk gebleven.',
  velden,
  waarde: {
    onderdelen: lijstVeld('Per onderdeel', {
      onderdeel: onderdeelVeld,
      gratisOver: getalVeld('Gratis pogingen over', { max: GRATIS_POGINGEN }),
      kosten: bedragVeld('Kosten van de volgende poging', 'Leeg: het tarief van het staatsexamen.'),
    }),
  },
  voorbeelden: [
    {
      naam: 'Twee keer lezen gedaan: de derde keer is niet gratis',
      invoer: {
        doelgroep: 'Asielstatushouder',
        leerroute: 'B',
        niveau: 'A2',
        pogingen: [
          { onderdeel: 'lezen', niveau: 'A2' },
          { onderdeel: 'lezen', niveau: 'A2' },
        ],
      },
    },
    {
      naam: 'Gezinsmigrant betaalt vanaf de eerste poging',
      invoer: { doelgroep: 'Gezinsmigrant en overige migrant', leerroute: 'B', niveau: 'B1' },
    },
    {
      naam: 'Onderwijsroute: alleen KNM is gratis',
      invoer: { doelgroep: 'Asielstatushouder', leerroute: 'O', pogingen: [{ onderdeel: 'KNM' }] },
    },
    {
      naam: 'Z-route zonder examen in het PIP',
      invoer: {
        doelgroep: 'Asielstatushouder',
        leerroute: 'Z',
        onderdelenInPip: [],
        pogingen: [],
      },
    },
    {
      naam: 'Niveau en pogingen nog niet bekend',
      invoer: { doelgroep: 'Asielstatushouder', leerroute: 'B' },
    },
  ],
  vindplaats: {
    bestand: 'rules/examen/examen-pogingen.ts',
    test: 'rules/examen/examen-pogingen.test.ts',
  },
  bepaal: examenPogingen,
});
