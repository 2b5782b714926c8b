import type { Berekening, Uitleg } from '../shared/antwoord.ts';
import { type Datum, plusDagen, plusJaren } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import {
  aangehaaldeFeiten,
  type Herkomst,
  maakRegel,
  onbekend,
  ontbrekendFeit,
} from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import {
  datumVeld,
  getalVeld,
  type Invoer,
  jaNeeVeld,
  keuzeVeld,
  lijstVeld,
} from '../shared/velden.ts';
import { type Periode, telDagen, voegSamen } from '../verlenging/perioden.ts';

/** Besluit inburgering 2021 art. 2.1 lid 2: een tijdvak van ten hoogste een jaar. */
const HOOGSTENS_JAREN = 1;

const REDENEN = [
  'geen ingezetene',
  'tijdelijk verblijfsdoel',
  'werk als geestelijk bedienaar onderbroken',
  'aansluitend procedureel verblijf',
] as const;

const onderbrekingVelden = {
  reden: keuzeVeld('Reden', REDENEN, {
    hulp: 'Procedureel verblijf (Vw 2000 art. 8 onder g of h) dat direct aansluit, onderbreekt de plicht niet.',
  }),
  begin: datumVeld('Eerste dag zonder inburgeringsplicht'),
  hervat: datumVeld('Eerste dag waarop de plicht weer geldt', 'Leeg zolang zij niet weer geldt.'),
};

const velden = {
  onderbrekingen: lijstVeld('Onderbrekingen', onderbrekingVelden),
  laatsteDag: datumVeld('Laatste dag van de termijn, tot en met'),
  peildatum: datumVeld('Dag waarop wordt gekeken', 'Alleen nodig als een onderbreking nog duurt.'),
};

export type OnderbrekingFeiten = Invoer<typeof velden>;

/** `geeindigdOp` is de eerste dag zonder plicht; `laatsteDag` staat er als de plicht doorloopt. */
export type OnderbrekingUitkomst =
  | { plichtGeeindigd: true; geeindigdOp: Datum }
  | { plichtGeeindigd: false; dagen: number; laatsteDag: Datum };

const TITEL = 'Onderbreking van de inburgeringsplicht';
const PLICHT = grondslag('onderbreking', 'besluit', 'art. 2.1');
const TERMIJN = grondslag('onderbreking', 'besluit', 'art. 4.2', {
  zekerheid: 'afgeleid',
  toelichting: 'De duur van de onderbreking tellen wij in dagen. DUO stelt de termijn vast.',
});

/**
 * `onderbreking`: of de plicht door een onderbreking eindigt, en anders met hoeveel dagen de termijn
 * langer wordt.
 *
 * Besluit inburgering 2021 art. 2.1 en 4.2 (https://wetten.overheid.nl/BWBR0045555/2026-04-02): een
 * onderbreking van ten hoogste een jaar telt niet als einde en komt bij de termijn; duurt zij langer, dan is
 * de plicht geëindigd. Onderbrekingen die op elkaar aansluiten zijn er één ('afgeleid').
 */
export function onderbreking(
  f: OnderbrekingFeiten,
  herkomst: Herkomst = {},
): Berekening<OnderbrekingUitkomst> {
  if (!f.onderbrekingen) {
    return onbekend(TITEL, [ontbrekendFeit(velden, 'onderbrekingen')], PLICHT);
  }
  const rijen = f.onderbrekingen.filter((o) => o.reden !== 'aansluitend procedureel verblijf');
  if (rijen.length === 0) {
    const zin = 'er is geen onderbreking';
    return { uitkomst: 'niet-van-toepassing', uitleg: () => uitleg(f, herkomst, zin, []) };
  }
  const perioden = voegSamen(rijen.flatMap((rij) => periode(rij, f.peildatum)));
  const teLang = perioden.find((p) => p.eind > plusJaren(p.begin, HOOGSTENS_JAREN));
  if (teLang && rijen.every((r) => r.reden)) return geeindigd(f, herkomst, teLang);
  const namen = (['reden', 'begin', 'hervat'] as const).filter((naam) =>
    rijen.some((rij) => rij[naam] === undefined || (naam === 'hervat' && isOmgekeerd(rij))),
  );
  const ontbreekt = [
    ...namen.map((naam) => ({
      feit: `onderbrekingen.${naam}`,
      tekst: `Van een onderbreking ontbreekt of klopt niet: ${onderbrekingVelden[naam].naam}.`,
    })),
    ...(f.laatsteDag ? [] : [ontbrekendFeit(velden, 'laatsteDag')]),
  ];
  if (ontbreekt.length > 0 || !f.laatsteDag) return onbekend(TITEL, ontbreekt, PLICHT);
  return doorgelopen(f, herkomst, perioden, f.laatsteDag);
}

type Rij = NonNullable<OnderbrekingFeiten['onderbrekingen']>[number];

const isOmgekeerd = (rij: Rij): boolean =>
  rij.begin !== undefined && rij.hervat !== undefined && rij.hervat <= rij.begin;

/** De onderbreking voor zover bekend; duurt zij nog, dan tot en met de dag waarop wordt gekeken. */
function periode(rij: Rij, peildatum: Datum | undefined): Periode[] {
  const eind = rij.hervat ?? (peildatum ? plusDagen(peildatum, 1) : undefined);
  return rij.begin && eind ? [{ begin: rij.begin, eind }] : [];
}

function geeindigd(f: OnderbrekingFeiten, herkomst: Herkomst, p: Periode) {
  return {
    uitkomst: 'bepaald' as const,
    waarde: { plichtGeeindigd: true as const, geeindigdOp: p.begin },
    uitleg: () =>
      uitleg(f, herkomst, `de plicht eindigde op ${inWoorden(p.begin)}`, [
        {
          titel: 'Een onderbreking mag ten hoogste een jaar duren',
          uitkomst: `zij duurde langer dan tot ${inWoorden(plusJaren(p.begin, HOOGSTENS_JAREN))}`,
          grondslag: PLICHT,
        },
      ]),
  };
}

function doorgelopen(
  f: OnderbrekingFeiten,
  herkomst: Herkomst,
  perioden: readonly Periode[],
  van: Datum,
) {
  const dagen = telDagen(perioden);
  const laatsteDag = plusDagen(van, dagen);
  return {
    uitkomst: 'bepaald' as const,
    waarde: { plichtGeeindigd: false as const, dagen, laatsteDag },
    uitleg: () =>
      uitleg(f, herkomst, `de plicht loopt door, tot en met ${inWoorden(laatsteDag)}`, [
        ...perioden.map((p) => ({
          titel: `Onderbroken vanaf ${inWoorden(p.begin)}, weer vanaf ${inWoorden(p.eind)}`,
          uitkomst: `${telDagen([p])} dagen`,
        })),
        {
          titel: 'De onderbreking komt bij de termijn',
          uitkomst: `${inWoorden(van)} + ${dagen} dagen = ${inWoorden(laatsteDag)}`,
          grondslag: TERMIJN,
        },
      ]),
  };
}

function uitleg(
  f: OnderbrekingFeiten,
  herkomst: Herkomst,
  uitkomst: string,
  stappen: Uitleg[],
): Uitleg {
  return {
    titel: TITEL,
    uitkomst,
    grondslag: PLICHT,
    feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen,
    zouWijzigenAls: ['de plicht eerder of later weer ging gelden'],
  };
}

export const onderbrekingRegel = maakRegel({
  id: 'onderbreking',
  titel: 'Onderbreking van de inburgeringsplicht',
  vraag: 'Wat gebeurt er als iemand een tijd weg was of een tijdelijk verblijfsdoel had?',
  beschrijving:
    'Was iemand tussen twee perioden van inburgeringsplicht ten hoogste een jaar geen ingezetene, had hij een tijdelijk verblijfsdoel of onderbrak hij zijn werk als geestelijk bedienaar, dan is de plicht niet geëindigd. De termijn wordt zoveel langer als de onderbreking duurde. Duurde het langer dan een jaar, dan is de plicht geëindigd.\n\nProcedureel verblijf dat direct aansluit, is geen onderbreking.',
  rijen: ['A14', 'B18'],
  artikelen: [PLICHT, TERMIJN],
  versieVolgt: 'De regeling is sinds 2022 gelijk gebleven.',
  velden,
  waarde: {
    plichtGeeindigd: jaNeeVeld('De plicht is geëindigd'),
    geeindigdOp: datumVeld('Eerste dag zonder plicht'),
    dagen: getalVeld('Dagen erbij', { max: 99_999, eenheid: 'dagen' }),
    laatsteDag: datumVeld('Nieuwe laatste dag, tot en met'),
  },
  voorbeelden: [
    {
      naam: 'Precies een jaar weg',
      invoer: {
        laatsteDag: '2027-03-15',
        onderbrekingen: [{ reden: 'geen ingezetene', begin: '2025-05-01', hervat: '2026-05-01' }],
      },
    },
    {
      naam: 'Een dag langer dan een jaar weg',
      invoer: {
        laatsteDag: '2027-03-15',
        onderbrekingen: [{ reden: 'geen ingezetene', begin: '2025-05-01', hervat: '2026-05-02' }],
      },
    },
    {
      naam: 'Aansluitend procedureel verblijf',
      invoer: { onderbrekingen: [{ reden: 'aansluitend procedureel verblijf' }] },
    },
    {
      naam: 'Nog niet terug',
      invoer: {
        laatsteDag: '2027-03-15',
        peildatum: '2025-11-01',
        onderbrekingen: [{ reden: 'tijdelijk verblijfsdoel', begin: '2025-05-01' }],
      },
    },
  ],
  vindplaats: {
    bestand: 'rules/inburgeringstermijn/onderbreking.ts',
    test: 'rules/inburgeringstermijn/onderbreking.test.ts',
  },
  bepaal: onderbreking,
});
