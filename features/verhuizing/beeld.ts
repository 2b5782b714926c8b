import { pipVerhuizing } from '../../rules/pip-wijziging/pip-verhuizing.ts';
import { type Datum, dagenTussen, isDatum } from '../../rules/shared/datum.ts';
import type { Feit } from '../../rules/stand/feiten.ts';
import type { Lezing } from '../../rules/stand/lezing.ts';
import { HERINNER_NA_DAGEN, mogelijk, type Staat } from './staten.ts';
import type { DossierVerhuizing, Verhuizing } from './verhuizing.schema.ts';

type Hierheen = NonNullable<DossierVerhuizing['hierheen']>;
type Punt = Hierheen['lijst'][number];

const KLAAR: readonly Staat[] = ['aanvaard', 'afgewezen', 'ingetrokken', 'geweigerd'];

export const isKlaar = (v: Pick<Verhuizing, 'staat'>) => KLAAR.includes(v.staat);

type Regel = {
  richting: 'in' | 'uit';
  staat: Staat;
  andereCode: string | null;
  dossierId: string | null;
  sinds: string;
  herinnerdOp: string | null;
  gemeenteId: string;
  verzoekId: string | null;
  overdrachtId: string | null;
  door: string | null;
  reden: string | null;
  toelichting: string | null;
};
type Bekend = {
  gemeenten: ReadonlyMap<string, { code: string; naam: string }>;
  dossiers: ReadonlyMap<string, { naam: string; pipUiterlijk: string | null }>;
  vandaag: Datum;
};

/** Een regel van de lijst, met namen en wat er nu kan. */
export function toonVerhuizing(r: Regel, { gemeenten, dossiers, vandaag }: Bekend): Verhuizing {
  const dossier = r.dossierId ? dossiers.get(r.dossierId) : undefined;
  const perCode = [...gemeenten.values()].find((g) => g.code === r.andereCode);
  const dag = (r.herinnerdOp ?? r.sinds).slice(0, 10);
  const oud = isDatum(dag) ? dagenTussen(dag, vandaag) : 0;
  const wacht = r.staat === 'gevraagd' || r.staat === 'overgedragen' || r.staat === 'verzocht';
  return {
    richting: r.richting,
    staat: r.staat,
    gemeenteId: r.gemeenteId,
    gemeente: gemeenten.get(r.gemeenteId)?.naam ?? '',
    andere: r.andereCode
      ? {
          code: r.andereCode,
          naam: perCode?.naam ?? `gemeente ${r.andereCode}`,
          werktHier: perCode !== undefined,
        }
      : null,
    dossierId: dossier ? r.dossierId : null,
    naam: dossier?.naam ?? null,
    verzoekId: r.verzoekId,
    overdrachtId: r.overdrachtId,
    sinds: r.sinds,
    pipUiterlijk: r.richting === 'in' ? (dossier?.pipUiterlijk ?? null) : null,
    herinnerdOp: r.herinnerdOp,
    teHerinneren: wacht && oud >= HERINNER_NA_DAGEN,
    door: r.door,
    reden: r.reden,
    toelichting: r.toelichting,
    mogelijk: mogelijk(r.richting, r.staat),
  };
}

/** Wat de wet zegt over wie hierheen verhuisde, en wat er van de vorige gemeente nog mist. */
export function hierheenVan(l: Lezing, andere: Hierheen['bel']): DossierVerhuizing['hierheen'] {
  if (!l.verhuisd) return null;
  const metPip = l.verhuisd === 'met-pip';
  const termijn = l.g.laatste('inburgeringstermijn')?.inhoud;
  const antwoord = pipVerhuizing({
    datumInschrijvingNieuweGemeente: l.inschrijving?.waarde,
    vorigeGemeenteHadPip: metPip,
    leerrouteVorigPip: l.vorigePip?.inhoud.leerroute,
    dagtekeningEerstePip: l.allereerstePip?.waarde ?? l.vorigePip?.inhoud.dagtekening,
    datumKennisgevingInburgeringsplicht: l.kennisgeving?.waarde,
    einddatumInburgeringstermijn: termijn?.eind,
    extraVrijeDagen: l.beleid.extraVrijeDagen.map((datum) => ({ datum })),
  });
  const w = antwoord.uitkomst === 'bepaald' ? antwoord.waarde : undefined;
  return {
    metPip,
    inschrijving: l.inschrijving?.waarde ?? null,
    pipUiterlijk: w?.laatsteDag ?? null,
    leerroute: w?.leerroute ?? l.vorigePip?.inhoud.leerroute ?? null,
    // DUO stelt de termijn vast; wat zij zegt gaat voor de eigen berekening.
    termijnBegin: termijn?.start ?? w?.startdatumInburgeringstermijn ?? null,
    termijnLaatsteDag: w?.laatsteDagInburgeringstermijn ?? null,
    ontbreekt: antwoord.uitkomst === 'onbekend' ? antwoord.ontbreekt.map((o) => o.tekst) : [],
    lijst: lijst(l, metPip),
    bel: andere,
  };
}

const VORIGE = 'de vorige gemeente';

/** Wat er moet zijn: `alsPip` alleen als er al een PIP was. */
const PUNTEN: readonly {
  wat: string;
  bij: string;
  uitleg: string;
  alsPip: boolean;
  er: (l: Lezing) => boolean;
}[] = [
  {
    wat: 'Inschrijving in de BRP',
    bij: 'de BRP',
    uitleg: 'Vanaf deze dag lopen uw tien weken voor het PIP.',
    alsPip: false,
    er: (l) => l.inschrijving !== undefined,
  },
  {
    wat: 'PIP en leerroute',
    bij: 'DUO',
    uitleg: 'U neemt dezelfde leerroute over.',
    alsPip: true,
    er: (l) => l.vorigePip !== undefined,
  },
  {
    wat: 'Inburgeringstermijn',
    bij: 'DUO',
    uitleg: 'Zij begint niet opnieuw.',
    alsPip: true,
    er: (l) => l.g.laatste('inburgeringstermijn') !== undefined,
  },
  {
    wat: 'Gevolgde uren',
    bij: VORIGE,
    uitleg: 'Totalen per soort en instelling.',
    alsPip: true,
    er: (l) => l.g.alle('uren').some(isVanAnder),
  },
  {
    wat: 'PVT en MAP',
    bij: VORIGE,
    uitleg: 'Wat al is afgerond hoeft niet nog eens. Is er nog niets afgerond, dan mist er niets.',
    alsPip: true,
    er: (l) =>
      ['pvt-ondertekend', 'map-eindgesprek'].some((s) => l.g.laatste(s as 'pvt-ondertekend')),
  },
  {
    wat: 'Brede intake',
    bij: VORIGE,
    uitleg: 'De vorige gemeente mag haar alleen geven als daar een reden voor is.',
    alsPip: false,
    er: (l) => l.g.alle('intake-antwoord').length > 0,
  },
  {
    wat: 'Leerbaarheidstoets',
    bij: 'DUO',
    uitleg: 'De uitslag blijft geldig na een verhuizing.',
    alsPip: false,
    er: (l) => l.g.laatste('leerbaarheidstoets') !== undefined,
  },
];

const isVanAnder = (f: Pick<Feit, 'verwijzing'>) =>
  f.verwijzing?.startsWith('andere gemeente') ?? false;

const lijst = (l: Lezing, metPip: boolean): Punt[] =>
  PUNTEN.map(({ wat, bij, uitleg, alsPip, er }) => {
    if (alsPip && !metPip) return { wat, bij, staat: 'niet-nodig', uitleg: 'Er was nog geen PIP.' };
    return { wat, bij, staat: er(l) ? 'er' : 'mist', uitleg };
  });
