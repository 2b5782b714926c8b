import { plusDagen, plusMaanden } from '../keuring/dagen.ts';
import type { Persoon, PersoonWijziging } from '../persoon/persoon.ts';

export type GevolgVraag = {
  persoon: Persoon;
  vandaag: string;
  /** De dag van het gevolg. */
  datum: string;
  /** Zonder gekozen dag houdt een verlenging haar gewone lengte. */
  zonderDatum: boolean;
  keuze: string | undefined;
  /** Gemeente die het bericht krijgt. */
  gemeentecode: string | undefined;
};

type Gevolg = (vraag: GevolgVraag) => PersoonWijziging;

const CODES: Record<string, string> = {
  Lezen: 'LE',
  Luisteren: 'LU',
  Schrijven: 'SC',
  Spreken: 'SP',
  KNM: 'KNM',
};
const code = (keuze: string | undefined) => CODES[keuze ?? ''] ?? 'LE';

/** Een plicht die op een andere dag een andere inhoud krijgt; de oude gaat naar de historie. */
function plicht(
  { persoon, datum }: GevolgVraag,
  wijziging: Partial<NonNullable<Persoon['plicht']>>,
): PersoonWijziging {
  const vorige = persoon.plicht;
  const basis = { begindatum: vorige?.begindatum ?? datum, indicatorInburgeringsplicht: true };
  return {
    plicht: { ...basis, ...vorige, ...wijziging, wijzigingsdatum: datum },
    ...(vorige ? { plichthistorie: [...(persoon.plichthistorie ?? []), zonderReden(vorige)] } : {}),
  };
}

function zonderReden({
  indicatorInburgeringsplicht,
  begindatum,
  einddatum,
  wijzigingsdatum,
}: NonNullable<Persoon['plicht']>) {
  return Object.fromEntries(
    Object.entries({ indicatorInburgeringsplicht, begindatum, einddatum, wijzigingsdatum }).filter(
      ([, w]) => w !== undefined,
    ),
  );
}

const eindigt =
  (reden?: string): Gevolg =>
  (v) =>
    plicht(v, {
      indicatorInburgeringsplicht: false,
      einddatum: v.datum,
      redenGeenInburgeringsplicht: reden ?? v.keuze ?? 'Overig',
    });

const kennisgeving: Gevolg = (v) => ({
  plicht: {
    begindatum: v.datum,
    ...v.persoon.plicht,
    indicatorInburgeringsplicht: true,
    datumKennisgevingInburgeringsplicht: v.datum,
  },
});

const hervat: Gevolg = (v) => {
  const {
    einddatum: _e,
    redenGeenInburgeringsplicht: _r,
    ...rest
  } = v.persoon.plicht ?? {
    indicatorInburgeringsplicht: true,
  };
  return plicht(
    { ...v, persoon: { ...v.persoon, plicht: rest } },
    { indicatorInburgeringsplicht: true },
  );
};

const doelgroep =
  (indeling: string): Gevolg =>
  ({ persoon, datum }) => ({
    doelgroep: { indeling, begindatum: datum },
    ...(persoon.doelgroep?.indeling
      ? {
          doelgroephistorie: [
            ...(persoon.doelgroephistorie ?? []),
            {
              indeling: persoon.doelgroep.indeling,
              begindatum: persoon.doelgroep.begindatum ?? datum,
              einddatum: plusDagen(datum, -1),
            },
          ],
        }
      : {}),
  });

const verhuisd: Gevolg = ({ datum, gemeentecode }) => ({
  ...(gemeentecode ? { gemeentecode } : {}),
  gekoppeldAan: null,
  vestigingsdatum: datum,
});

const langer: Gevolg = ({ persoon, datum, zonderDatum }) => {
  const { termijn } = persoon;
  if (!termijn) return {};
  const einddatum = zonderDatum ? plusMaanden(termijn.einddatum, 6) : datum;
  const { startdatum: _, ...vorige } = termijn;
  return {
    termijn: {
      ...termijn,
      einddatum,
      verlengingsgrondcode: 'OVERIG',
      verlengingsgrondomschrijving: 'Overige omstandigheden',
    },
    termijnhistorie: [...(persoon.termijnhistorie ?? []), vorige],
  };
};

const beoordeeld =
  (beoordelingAanvraag: 'Toegekend' | 'Afgewezen'): Gevolg =>
  ({ persoon, datum }) => {
    const lijst = persoon.verlengingen ?? [];
    const open = lijst.findLast((a) => a.beoordelingAanvraag === 'InBehandeling');
    const ontvangstdatum = open?.ontvangstdatum ?? datum;
    const nieuw = { beoordelingAanvraag, datumBeoordeling: datum, ontvangstdatum };
    return { verlengingen: [...lijst.filter((a) => a !== open), nieuw] };
  };

type Vrijstelling = NonNullable<Persoon['vrijstellingen']>[number];
type Ontheffing = NonNullable<Persoon['ontheffingen']>[number];

const vrijstelling =
  (maak: (v: GevolgVraag) => Vrijstelling): Gevolg =>
  (v) => ({ vrijstellingen: [...(v.persoon.vrijstellingen ?? []), maak(v)] });

const ontheffing =
  (maak: (v: GevolgVraag) => Ontheffing): Gevolg =>
  (v) => ({ ontheffingen: [...(v.persoon.ontheffingen ?? []), maak(v)] });

const samen =
  (...gevolgen: Gevolg[]): Gevolg =>
  (v) =>
    Object.assign({}, ...gevolgen.map((g) => g(v)));

const afgewezen = (datumOordeel: string) => ({ oordeel: 'Afwijzing', datumOordeel });
const toegekend = (datumOordeel: string) => ({ oordeel: 'Toekenning', datumOordeel });

const tijdelijk = (v: GevolgVraag): Vrijstelling => ({
  TijdelijkeVrijstelling: {
    ...toegekend(v.datum),
    reden: 'INS',
    startdatum: v.datum,
    einddatum: plusDagen(plusMaanden(v.datum, 12), -1),
  },
});

const rust: Gevolg = (v) =>
  plicht(v, {
    indicatorInburgeringsplicht: false,
    redenGeenInburgeringsplicht: 'Tijdelijke vrijstelling',
  });

const uitslag: Gevolg = ({ persoon, datum, keuze }) => {
  const haalbaar = keuze !== 'B1-route niet haalbaar';
  const { examennummer: _, ...lbt } = persoon.lbt ?? {};
  const nieuw = {
    resultaat: keuze ?? 'B1-route haalbaar',
    behaaldeScore: haalbaar ? '62,50' : '38,25',
    benodigdeScore: '50,00',
    datumAfname: datum,
  };
  return { lbt: { ...lbt, resultaten: [...(lbt.resultaten ?? []), nieuw] } };
};

const examen: Gevolg = ({ persoon, datum, keuze }) => {
  const onderdeel = code(keuze);
  const niveau = onderdeel === 'KNM' ? {} : { niveau: persoon.pips.at(-1)?.pip.niveau ?? 'B1' };
  const nieuw = { examendatum: datum, resultaat: 'Geslaagd', onderdeel, ...niveau };
  return { examens: [...(persoon.examens ?? []), nieuw] };
};

const GEVOLGEN: Record<string, Gevolg> = {
  SS101: kennisgeving,
  SS128: kennisgeving,
  SS139: kennisgeving,
  SS120: verhuisd,
  SS121: verhuisd,
  SS124: doelgroep('Gezinsmigrant en overige migrant'),
  SS125: doelgroep('Asielstatushouder'),
  SS110: eindigt(),
  SS111: eindigt('Overlijden'),
  SS106: eindigt('Inburgeringsplicht voldaan'),
  SS141: eindigt('Inburgeringsplicht voldaan'),
  SS103: langer,
  SS104: samen(langer, (v) => beoordeeld('Toegekend')({ ...v, datum: v.vandaag })),
  SS112: ({ persoon, datum }) => ({
    verlengingen: [
      ...(persoon.verlengingen ?? []),
      { beoordelingAanvraag: 'InBehandeling', ontvangstdatum: datum },
    ],
  }),
  SS113: beoordeeld('Afgewezen'),
  SS198: ({ persoon, datum, keuze }) => ({
    boetes: [...(persoon.boetes ?? []), { bedrag: Number(keuze ?? 340), datum }],
  }),
  SS137: ({ persoon }) => ({ lbt: { ...persoon.lbt, examennummer: `LBT${persoon.id.slice(1)}` } }),
  SS131: uitslag,
  SS199: examen,
  SS107: samen(
    vrijstelling((v) => ({ GeheleVrijstelling: { ...toegekend(v.datum), reden: 'DIP' } })),
    eindigt('Volledige vrijstelling'),
  ),
  SS108: samen(
    ontheffing((v) => ({ GeheleOntheffing: { ...toegekend(v.datum), grond: 'MED' } })),
    eindigt('Volledige ontheffing'),
  ),
  SS109: samen(vrijstelling(tijdelijk), rust),
  SS129: hervat,
  SS130: hervat,
  SS114: vrijstelling((v) => ({ GeheleVrijstelling: { ...afgewezen(v.datum), reden: 'DOC' } })),
  SS115: vrijstelling((v) => ({ TijdelijkeVrijstelling: { ...afgewezen(v.datum), reden: 'INS' } })),
  SS116: vrijstelling((v) => ({
    GedeeltelijkeVrijstelling: { ...afgewezen(v.datum), reden: 'GED' },
  })),
  SS117: vrijstelling((v) => ({
    GedeeltelijkeVrijstelling: {
      ...toegekend(v.datum),
      reden: 'GED',
      examenonderdeel: code(v.keuze),
      examenniveau: 'B1',
    },
  })),
  SS118: ontheffing((v) => ({ GeheleOntheffing: { ...afgewezen(v.datum), grond: 'BIO' } })),
  SS119: ontheffing((v) => ({
    GedeeltelijkeOntheffing: {
      ...toegekend(v.datum),
      grond: 'BIO',
      examenonderdeel: code(v.keuze),
    },
  })),
};

/** Wat er bij DUO verandert door een gebeurtenis; leeg als er alleen een bericht is. */
export function gevolgVan(id: string, vraag: GevolgVraag): PersoonWijziging {
  return GEVOLGEN[id]?.(vraag) ?? {};
}
