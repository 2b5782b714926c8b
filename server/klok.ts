import { type Datum, datum, plusDagen } from '../rules/shared/datum.ts';

/** De tijd zoals de toepassing die ziet. In een oefenomgeving kan zij worden verzet. */
export type Klok = {
  /** Nu, UTC ISO met milliseconden. */
  nu(): string;
  /** De kalenderdag in Nederland. */
  vandaag(): Datum;
};

const DAG_IN_NEDERLAND = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });
const TIJD_IN_NEDERLAND = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const MS_PER_DAG = 86_400_000;

/** De echte tijd. */
export const echteKlok: Klok = {
  nu: () => new Date().toISOString(),
  vandaag: () => datum(DAG_IN_NEDERLAND.format(new Date())),
};

/** Hoe ver de klok in Nederland op dit moment voor loopt op UTC, in ms. */
const voorsprong = (ms: number) =>
  Date.parse(`${TIJD_IN_NEDERLAND.format(ms).replace(' ', 'T')}Z`) - Math.floor(ms / 1000) * 1000;

/**
 * Klok die een aantal dagen voor of achter loopt op een andere klok; `zetOp` kiest de dag van vandaag.
 * De tijd van de dag in Nederland blijft gelijk, ook als er een zomertijd tussen zit.
 */
export function verzetbareKlok(basis: Klok = echteKlok): Klok & { zetOp(dag: Datum): void } {
  let verschil = 0;
  return {
    nu() {
      const echt = Date.parse(basis.nu());
      const verzet = echt + verschil * MS_PER_DAG;
      return new Date(verzet + voorsprong(echt) - voorsprong(verzet)).toISOString();
    },
    vandaag: () => plusDagen(basis.vandaag(), verschil),
    zetOp(dag) {
      verschil = Math.round((Date.parse(dag) - Date.parse(basis.vandaag())) / MS_PER_DAG);
    },
  };
}
