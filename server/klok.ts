import { type Datum, datum } from '../rules/shared/datum.ts';

/** De tijd zoals de toepassing die ziet. In een oefenomgeving kan zij worden verzet. */
export type Klok = {
  /** Nu, UTC ISO met milliseconden. */
  nu(): string;
  /** De kalenderdag in Nederland. */
  vandaag(): Datum;
};

const DAG_IN_NEDERLAND = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });
const MS_PER_DAG = 86_400_000;

/** De echte tijd. */
export const echteKlok: Klok = {
  nu: () => new Date().toISOString(),
  vandaag: () => datum(DAG_IN_NEDERLAND.format(new Date())),
};

/**
 * Klok die een aantal dagen voor of achter loopt op een andere klok; `zetOp` kiest de dag van vandaag.
 */
export function verzetbareKlok(basis: Klok = echteKlok): Klok & { zetOp(dag: Datum): void } {
  let verschil = 0;
  const nu = () => new Date(Date.parse(basis.nu()) + verschil * MS_PER_DAG);
  return {
    nu: () => nu().toISOString(),
    vandaag: () => datum(DAG_IN_NEDERLAND.format(nu())),
    zetOp(dag) {
      verschil = Math.round((Date.parse(dag) - Date.parse(basis.vandaag())) / MS_PER_DAG);
    },
  };
}
