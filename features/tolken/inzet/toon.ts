import type { Datum } from '../../../rules/shared/datum.ts';
import { aandeel, type Tarief } from '../../../rules/tolk/kosten.ts';
import type { Tolkvorm } from '../../../rules/tolk/rooster.ts';
import type { Inzet } from '../inzet.schema.ts';
import { mogelijk, type Staat } from '../staten.ts';

/** Een boeking zoals de database haar geeft. */
export type Rij = {
  inzetId: string;
  gemeenteId: string;
  gemeente: string;
  dossierId: string;
  naam: string;
  tolkId: string;
  tolk: string;
  taal: string;
  vorm: Tolkvorm;
  datum: Datum;
  tijd: string;
  minuten: number;
  plaats: string;
  staat: Staat;
  minutenEcht: number | null;
  heleKostenCent: number;
  delers: number;
  rang: number;
  tarief: Tarief;
  reden: string | null;
  revisie: number;
  afspraakNu: {
    datum: Datum;
    tijd: string;
    duurMinuten: number;
    plaats: string;
    uitkomst: string | null;
  } | null;
  bericht: Inzet['bericht'];
};

/** Eurocenten voor deze ene persoon. */
export const eigenDeel = (r: Pick<Rij, 'heleKostenCent' | 'delers' | 'rang'>): number =>
  aandeel(r.heleKostenCent, r.delers, r.rang);

/** Een boeking zoals het scherm haar ziet, met wat er nu mee kan. */
export function toonInzet(r: Rij, magDoen: boolean): Inzet {
  const nu = r.afspraakNu;
  const verzet = nu !== null && nu.uitkomst !== 'afgezegd';
  return {
    inzetId: r.inzetId,
    gemeenteId: r.gemeenteId,
    gemeente: r.gemeente,
    dossierId: r.dossierId,
    naam: r.naam,
    tolkId: r.tolkId,
    tolk: r.tolk,
    taal: r.taal,
    vorm: r.vorm,
    datum: r.datum,
    tijd: r.tijd,
    minuten: r.minuten,
    plaats: r.plaats,
    staat: r.staat,
    minutenEcht: r.minutenEcht,
    kostenCent: eigenDeel(r),
    delers: r.delers,
    reden: r.reden,
    revisie: r.revisie,
    afspraakNu: nu && {
      datum: nu.datum,
      tijd: nu.tijd,
      minuten: nu.duurMinuten,
      plaats: nu.plaats,
      afgezegd: nu.uitkomst === 'afgezegd',
    },
    bericht: r.bericht,
    kan: magDoen ? mogelijk(r.staat).filter((h) => h !== 'verplaatsen' || verzet) : [],
  };
}
