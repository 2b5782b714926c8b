import type { DuoPip } from '../../../connections/duo/schemas.ts';
import type { Datum } from '../../../rules/shared/datum.ts';
import { plusMaanden } from '../../../rules/shared/datum.ts';
import { inWoorden } from '../../../rules/shared/tekst.ts';
import type { Feit } from '../../../rules/stand/feiten.ts';
import type { Geldend } from '../../../rules/stand/geldend.ts';
import type { Gevonden } from './kern.ts';
import { totVandaag, type Vergelijker, vergelijkLijst } from './kern.ts';
import { alsFeiten } from './vertaal.jobs.ts';

/** De vorige gemeente houdt toegang tot het nieuwe PIP een maand oud is (regel `toegang-duo`). */
const MAANDEN_TOEGANG = 1;

const ROUTE: Record<string, string> = {
  B: 'B1-route',
  O: 'onderwijsroute',
  Z: 'zelfredzaamheidsroute',
};

type Kern = {
  dagtekening: string;
  leerroute: string;
  niveau: string | undefined;
  uren: number | undefined;
  afmaken: boolean;
  alfabetisering: string;
};

/** Zonder niveau kiest DUO B1 bij de B1-route en de onderwijsroute. */
const niveauVan = (leerroute: string, niveau: string | undefined) =>
  niveau ?? (leerroute === 'Z' ? undefined : 'B1');

function zin(k: Kern): string {
  const delen = [
    `${ROUTE[k.leerroute] ?? k.leerroute}${k.niveau ? ` niveau ${k.niveau}` : ''}`,
    `dagtekening ${inWoorden(k.dagtekening as Datum)}`,
    k.uren === undefined ? '' : `${k.uren} uur`,
    k.afmaken ? 'mag een opleiding afmaken' : '',
    k.alfabetisering === 'NVT' ? '' : 'alfabetiseringsonderwijs',
  ];
  return delen.filter(Boolean).join(', ');
}

function kernVanDuo({ pip }: DuoPip): Kern {
  return {
    dagtekening: pip.dagtekeningPip,
    leerroute: pip.leerroute.waarde,
    niveau: niveauVan(pip.leerroute.waarde, pip.niveau?.waarde),
    uren: pip.geschatteIntensiteitB1Route,
    afmaken: pip.indicatorMagOpleidingAfmaken ?? false,
    alfabetisering: pip.indicatorAlfabetiseringsonderwijs?.waarde ?? 'NVT',
  };
}

/** Uren gaan alleen bij de B1-route van een asielstatushouder naar DUO; anders zegt hun ontbreken niets. */
function kernVanOns(
  { inhoud: { inhoud: i, dagtekening } }: Feit<'pip-vastgesteld'>,
  duo?: Kern,
): Kern {
  return {
    dagtekening,
    leerroute: i.leerroute,
    niveau: niveauVan(i.leerroute, i.niveau),
    uren: duo && duo.uren === undefined ? undefined : i.intensiteitUren,
    afmaken: i.magOpleidingAfmaken,
    alfabetisering: i.alfabetisering,
  };
}

/** Het laatste vastgestelde PIP dat niet is ingetrokken. */
export function eigenPip(g: Geldend): Feit<'pip-vastgesteld'> | undefined {
  const weg = new Set(g.alle('pip-ingetrokken').map((f) => f.inhoud.pipId));
  return g.alle('pip-vastgesteld').findLast((f) => !weg.has(f.inhoud.pipId));
}

const VORIG: Vergelijker<'pip-vorige-gemeente'> = {
  onderwerp: 'pip',
  soort: 'pip-vorige-gemeente',
  kenmerk: () => 'andere gemeente',
  kern: (i) => ({ code: i.gemeentecode, dag: i.dagtekening, route: i.leerroute, niveau: i.niveau }),
  zin: (i) =>
    `PIP van gemeente ${i.gemeentecode}: ${ROUTE[i.leerroute]}${i.niveau ? ` niveau ${i.niveau}` : ''}, dagtekening ${inWoorden(i.dagtekening)}`,
  dag: (i, vandaag) => totVandaag(i.dagtekening, vandaag),
  volgtOp: (hier, duo) => hier.dagtekening !== duo.dagtekening,
};

/** Vergelijkt het PIP. DUO geeft één PIP: het laatste, van welke gemeente ook. */
export function vergelijkPip(
  g: Geldend,
  duo: DuoPip | null,
  gemeentecode: string,
  vandaag: Datum,
): Gevonden[] {
  const ons = eigenPip(g);
  if (duo && duo.gemeentecode !== gemeentecode) {
    const ander = vergelijkLijst(
      VORIG,
      g.alle('pip-vorige-gemeente').slice(-1),
      alsFeiten.vorigPip(duo),
      vandaag,
    );
    const onsIsNieuwer = ons && ons.inhoud.dagtekening >= duo.pip.dagtekeningPip;
    return onsIsNieuwer ? [...ander, gemist(ons, null)] : ander;
  }
  if (!ons && !duo) return [];
  if (!ons) return duo ? [alleenBijDuo(duo)] : [];
  const hunne = duo ? kernVanDuo(duo) : undefined;
  if (hunne && JSON.stringify(hunne) === JSON.stringify(kernVanOns(ons, hunne))) return [];
  return [gemist(ons, hunne ?? null)];
}

function gemist(ons: Feit<'pip-vastgesteld'>, duo: Kern | null): Gevonden {
  return {
    onderwerp: 'pip',
    kenmerk: '',
    soort: duo ? 'anders' : 'mist-bij-duo',
    hier: zin(kernVanOns(ons, duo ?? undefined)),
    duo: duo && zin(duo),
    hierFeitId: ons.id,
    overname: null,
    herstel: ['stuur-opnieuw', 'aanvaard'],
  };
}

/** Een PIP is een besluit van het college: het ontstaat niet door het van DUO over te nemen. */
const alleenBijDuo = (duo: DuoPip): Gevonden => ({
  onderwerp: 'pip',
  kenmerk: '',
  soort: 'mist-hier',
  hier: null,
  duo: zin(kernVanDuo(duo)),
  hierFeitId: null,
  overname: null,
  herstel: ['aanvaard'],
});

/** Eerste dag zonder toegang, als een andere gemeente na ons een PIP vaststelde. */
export function toegangEindigt(
  g: Geldend,
  duo: DuoPip | null | undefined,
  gemeentecode: string,
): Datum | undefined {
  const ons = eigenPip(g);
  if (!ons || !duo || duo.gemeentecode === gemeentecode) return undefined;
  const nieuw = duo.pip.dagtekeningPip;
  return nieuw > ons.inhoud.dagtekening ? plusMaanden(nieuw, MAANDEN_TOEGANG) : undefined;
}
