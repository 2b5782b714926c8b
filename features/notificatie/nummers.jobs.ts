import { createHash } from 'node:crypto';
import { isBsn, vNummer } from '../../server/dossier/nummers.ts';
import type { RuwBericht } from './notificatie.schema.ts';

/** Wie de melding noemt. Een BSN dat geen BSN kan zijn wordt bewaard en nooit gebruikt om te zoeken. */
export type Nummers = { bsn?: string; vNummer?: string; ongeldigBsn: boolean };

/** Wie een melding noemt, gekeurd. */
export function nummersVan({ inhoud }: RuwBericht): Nummers {
  const v = inhoud.vNummer === undefined ? undefined : vNummer(inhoud.vNummer);
  const geldig = inhoud.bsn !== undefined && isBsn(inhoud.bsn);
  return {
    ...(geldig ? { bsn: inhoud.bsn } : {}),
    ...(v ? { vNummer: v } : {}),
    ongeldigBsn: inhoud.bsn !== undefined && !geldig,
  };
}

const RIJEN = 64;

/**
 * Dezelfde persoon komt steeds in dezelfde rij, zodat meldingen over haar na elkaar gaan. Er zijn maar
 * 64 rijen: aan de naam van een rij is niemand te herkennen.
 */
export function wachtrijVan(
  gemeenteId: string,
  wie: { bsn?: string | undefined; vNummer?: number | undefined },
): string {
  const tekst = `${gemeenteId} ${wie.bsn ?? wie.vNummer ?? ''}`;
  return `duo-in-${createHash('sha256').update(tekst).digest().readUInt8(0) % RIJEN}`;
}
