import { aanbodDuo } from '../../../rules/leerroute-aanbod/aanbod-duo.ts';
import { urenMelding } from '../../../rules/melding/uren-melding.ts';
import { verwijtbaarheidMelding } from '../../../rules/melding/verwijtbaarheid-melding.ts';
import { type PipMelding, pipDuo } from '../../../rules/pip/pip-duo.ts';
import { doelgroepBijDuo, pipDuoContext } from '../../../rules/pip/pip-duo-context.ts';
import type { Oordeel } from '../../../rules/shared/antwoord.ts';
import type { Datum } from '../../../rules/shared/datum.ts';
import type { Lezing } from '../../../rules/stand/lezing.ts';
import type {
  AanbodInhoud,
  DuoPipInhoud,
  ResultaatInhoud,
  UrenInhoud,
  ZrouteInhoud,
} from '../verzending.schema.ts';

/** Wat van een instelling telt. */
type Instelling = {
  bowKeurmerk: boolean | null;
  tstKeurmerk: boolean | null;
  verdwenenOp: string | null;
};

/** Alles waarmee een bericht vlak voor het versturen wordt nagekeken. */
export type Keurzaak = {
  l: Lezing;
  vandaag: Datum;
  pipId: string;
  /** De instelling uit het bericht; `null` als DUO haar niet noemt, leeg als de lijst er niet is. */
  instelling?: Instelling | null | undefined;
  /** Het vorige totaal over hetzelfde dat DUO aannam. */
  vorigeBekendTot?: string | undefined;
  /** De afronding van de Z-route die DUO aannam. */
  zrouteBijDuo?: string | undefined;
};

/** Wat er in een bericht staat dat DUO controleert. */
export type Keurbaar =
  | { soort: 'pip'; inhoud: DuoPipInhoud }
  | { soort: 'aanbod'; inhoud: AanbodInhoud }
  | { soort: 'uren'; inhoud: UrenInhoud }
  | { soort: 'map' | 'pvt'; inhoud: ResultaatInhoud }
  | { soort: 'zroute'; inhoud: ZrouteInhoud };

export type Bezwaar = { tekst: string; veld?: string };

const dag = (d: string | undefined) => d as Datum | undefined;

const INDELING = {
  asielstatushouder: 'Asielstatushouder',
  'gezins-en-overige-migrant': 'Gezinsmigrant en overige migrant',
  onbekend: undefined,
} as const;

/**
 * Waarom DUO dit bericht nu zou weigeren, met dezelfde regels als bij het invoeren. Wat wij niet weten houdt niets
 * tegen: dan oordeelt DUO.
 */
export function bezwarenTegen(zaak: Keurzaak, bericht: Keurbaar): Bezwaar[] {
  const oordeel = oordeelOver(zaak, bericht);
  if (oordeel.uitkomst !== 'voldoet-niet') return [];
  return oordeel.redenen.map(({ tekst, veld }) => ({ tekst, ...(veld ? { veld } : {}) }));
}

function oordeelOver(zaak: Keurzaak, bericht: Keurbaar): Oordeel {
  switch (bericht.soort) {
    case 'pip':
      return keurPip(zaak, bericht.inhoud);
    case 'aanbod':
      return keurAanbod(zaak, bericht.inhoud);
    case 'uren':
      return keurUren(zaak, bericht.inhoud);
    case 'map':
    case 'pvt':
    case 'zroute':
      return keurResultaat(zaak, bericht);
  }
}

function keurPip({ l, pipId }: Keurzaak, i: DuoPipInhoud): Oordeel {
  const { dagtekeningPip, leerroute, niveau, geschatteIntensiteitB1Route } = i;
  const pip: PipMelding = {
    dagtekening: dagtekeningPip as Datum,
    leerroute,
    niveau,
    geschatteIntensiteitB1Route,
  };
  return pipDuo(pip, pipDuoContext(l, pipId));
}

function bijInstelling({ instelling }: Keurzaak) {
  if (instelling === undefined) return {};
  return {
    aanbiederOpLijstDuo: instelling !== null && !instelling.verdwenenOp,
    bowKeurmerk: instelling?.bowKeurmerk ?? undefined,
    tstKeurmerk: instelling?.tstKeurmerk ?? undefined,
  };
}

const termijnVan = ({ l }: Keurzaak) => l.g.laatste('inburgeringstermijn')?.inhoud;

function keurAanbod(zaak: Keurzaak, i: AanbodInhoud): Oordeel {
  const { l } = zaak;
  const termijn = termijnVan(zaak);
  const pip = l.pip?.inhoud ?? l.vorigePip?.inhoud;
  return aanbodDuo({
    doelgroep: INDELING[doelgroepBijDuo(l)],
    leerroute: l.leerroute,
    heeftPip: pip ? true : undefined,
    dagtekeningHuidigPip: pip?.dagtekening,
    datumAanbod: dag(i.datumInburgeringsaanbod),
    startdatumOpleiding: dag(i.verwachteStartdatumOpleiding),
    einddatumOpleiding: dag(i.verwachteEinddatumOpleiding),
    startdatumInburgeringstermijn: termijn?.start,
    einddatumInburgeringstermijn: termijn?.eind,
    ...bijInstelling(zaak),
  });
}

const UREN = {
  'brede-intake': 'taalles en KNM in de brede intake',
  participatieactiviteiten: 'participatieactiviteiten',
  'participatie-taalles': 'participatie als taalles',
  instelling: 'taalles en KNM bij een instelling',
} as const;

function keurUren(zaak: Keurzaak, i: UrenInhoud): Oordeel {
  const { l, vandaag, vorigeBekendTot } = zaak;
  const { aanbiederOpLijstDuo, bowKeurmerk, tstKeurmerk } = bijInstelling(zaak);
  return urenMelding({
    soortUren: UREN[i.soort],
    uren: i.uren,
    bekendTot: dag(i.bekendTot),
    datumMelding: vandaag,
    startdatum: termijnVan(zaak)?.start,
    eerderGemeld: vorigeBekendTot !== undefined,
    vorigeBekendTot: dag(vorigeBekendTot),
    leerroute: l.leerroute,
    doelgroep: INDELING[doelgroepBijDuo(l)],
    aanbiederOpLijstDuo,
    keurmerkGeldig: l.leerroute === 'O' ? tstKeurmerk : bowKeurmerk,
    geoorloofdVerzuim: i.urenGeoorloofdVerzuim,
    ongeoorloofdVerzuim: i.urenOngeoorloofdVerzuim,
  });
}

const ONDERDEEL = { pvt: 'PVT', map: 'MAP', zroute: 'Z-route' } as const;

function keurResultaat(
  zaak: Keurzaak,
  bericht: Extract<Keurbaar, { soort: 'map' | 'pvt' | 'zroute' }>,
): Oordeel {
  const { l, vandaag, zrouteBijDuo } = zaak;
  const termijn = termijnVan(zaak);
  const { datum, verwijtbaar } = wat(bericht);
  return verwijtbaarheidMelding({
    onderdeel: ONDERDEEL[bericht.soort],
    datumInMelding: datum !== undefined,
    datumResultaat: dag(datum),
    verwijtbaar: verwijtbaar ?? 'weggelaten',
    startdatum: termijn?.start,
    einddatum: termijn?.eind,
    datumMelding: vandaag,
    huidigPipVanGemeente: l.pip ? true : undefined,
    zrouteAfgerondBijDuo: zrouteBijDuo ? true : undefined,
    datumAfrondingZroute: dag(zrouteBijDuo),
  });
}

function wat(bericht: Extract<Keurbaar, { soort: 'map' | 'pvt' | 'zroute' }>): {
  datum?: string | undefined;
  verwijtbaar?: 'Ja' | 'Nee' | undefined;
} {
  if (bericht.soort === 'zroute') return { datum: bericht.inhoud.datumAfrondingZroute };
  const { datumEindgesprekMap, datumOndertekeningPvt, verwijtbaar } = bericht.inhoud;
  return { datum: datumEindgesprekMap ?? datumOndertekeningPvt, verwijtbaar };
}
