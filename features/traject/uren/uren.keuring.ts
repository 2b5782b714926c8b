import { urenMelding } from '../../../rules/melding/uren-melding.ts';
import type { Oordeel } from '../../../rules/shared/antwoord.ts';
import { type Datum, plusDagen } from '../../../rules/shared/datum.ts';
import type { Feit, FeitInhoud } from '../../../rules/stand/feiten.ts';
import type { Lezing } from '../../../rules/stand/lezing.ts';
import { aanbodBij, eersteDagAanbod, keurmerkGeldig } from '../aanbod/aanbod.beeld.ts';
import type { UrenKind, UrenVraag } from '../traject.schema.ts';

const BIJ_DUO = {
  'brede-intake': 'taalles en KNM in de brede intake',
  instelling: 'taalles en KNM bij een instelling',
  'alle-instellingen': 'participatie als taalles',
  participatie: 'participatieactiviteiten',
} as const;

/** Velden van de regel bij die van het formulier. */
export const VELDEN = {
  uren: 'totaal',
  bekendTot: 'totEnMet',
  geoorloofdVerzuim: 'geoorloofdVerzuim',
  ongeoorloofdVerzuim: 'ongeoorloofdVerzuim',
};

type Instelling = Parameters<typeof keurmerkGeldig>[0];

export type Keuring = {
  l: Lezing;
  feiten: readonly Feit[];
  vorige: Feit<'uren'> | undefined;
  instelling: Instelling | undefined;
  indeling: 'Asielstatushouder' | 'Gezinsmigrant en overige migrant' | undefined;
  vandaag: Datum;
};

function bijInstelling({ l, feiten, instelling }: Keuring, nummer: string | null) {
  const aanbod = nummer ? aanbodBij(l.g, nummer) : undefined;
  return {
    aanbiederOpLijstDuo: instelling !== undefined && !instelling.verdwenenOp,
    keurmerkGeldig: instelling && keurmerkGeldig(instelling, l.leerroute),
    aanbodMetStart: aanbod?.inhoud.start !== undefined,
    eersteAanbod: aanbod && eersteDagAanbod(feiten, aanbod),
  };
}

/** Of DUO dit totaal aanneemt; leeg als de soort niet naar DUO gaat. */
export function keurUren(k: Keuring, vraag: UrenVraag): Oordeel | undefined {
  const { kind } = vraag;
  if (kind === 'pvt' || kind === 'map-praktijk') return undefined;
  return urenMelding({
    soortUren: BIJ_DUO[kind],
    uren: vraag.totaal,
    bekendTot: bekendTotVan(vraag),
    datumMelding: k.vandaag,
    startdatum: k.l.g.laatste('inburgeringstermijn')?.inhoud.start,
    eerderGemeld: k.vorige !== undefined,
    vorigeBekendTot: k.vorige?.inhoud.bekendTot,
    leerroute: k.l.leerroute,
    doelgroep: k.indeling,
    geoorloofdVerzuim: vraag.geoorloofdVerzuim ?? undefined,
    ongeoorloofdVerzuim: vraag.ongeoorloofdVerzuim ?? undefined,
    ...(kind === 'instelling' ? bijInstelling(k, vraag.instellingsnummer) : {}),
  });
}

/** Eerste dag die niet meer meetelt. */
export const bekendTotVan = ({ totEnMet }: Pick<UrenVraag, 'totEnMet'>): Datum =>
  plusDagen(totEnMet as Datum, 1);

const SOORT: Record<UrenKind, FeitInhoud['uren']['soort']> = {
  'brede-intake': 'taal-en-knm',
  instelling: 'taal-en-knm',
  'alle-instellingen': 'taal-en-knm',
  participatie: 'participatie',
  pvt: 'pvt',
  'map-praktijk': 'map-praktijk',
};

/** De inhoud van het feit. */
export function urenInhoud(vraag: UrenVraag): FeitInhoud['uren'] {
  const { kind, instellingsnummer, geoorloofdVerzuim, ongeoorloofdVerzuim } = vraag;
  return {
    soort: SOORT[kind],
    totaal: vraag.totaal,
    bekendTot: bekendTotVan(vraag),
    ...(kind === 'brede-intake' ? { inBredeIntake: true } : {}),
    ...(kind === 'instelling' && instellingsnummer ? { instellingsnummer } : {}),
    ...(kind === 'instelling' && geoorloofdVerzuim !== null ? { geoorloofdVerzuim } : {}),
    ...(kind === 'instelling' && ongeoorloofdVerzuim !== null ? { ongeoorloofdVerzuim } : {}),
  };
}

const DUO_SOORT = {
  'brede-intake': 'brede-intake',
  instelling: 'instelling',
  'alle-instellingen': 'participatie-taalles',
  participatie: 'participatieactiviteiten',
} as const;

/** Wat DUO krijgt; niets bij uren die alleen de gemeente bijhoudt. */
export function urenBericht(vraag: UrenVraag) {
  const { kind } = vraag;
  if (kind === 'pvt' || kind === 'map-praktijk') return null;
  const { bekendTot, geoorloofdVerzuim, ongeoorloofdVerzuim, instellingsnummer } =
    urenInhoud(vraag);
  const les =
    kind === 'instelling'
      ? {
          instellingsnummer,
          bekendTot,
          ...(geoorloofdVerzuim === undefined ? {} : { urenGeoorloofdVerzuim: geoorloofdVerzuim }),
          ...(ongeoorloofdVerzuim === undefined
            ? {}
            : { urenOngeoorloofdVerzuim: ongeoorloofdVerzuim }),
        }
      : {};
  return {
    soort: 'uren' as const,
    inhoud: { soort: DUO_SOORT[kind], uren: vraag.totaal, ...les },
  };
}
