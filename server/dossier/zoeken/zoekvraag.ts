import { isBsn, vNummer } from '../nummers.ts';
import { type Zoekwoord, zoekwoorden } from './zoeksleutels.ts';

export type OntledeZoekvraag =
  | { soort: 'nummer'; bsn?: string; vNummer?: string }
  | { soort: 'naam'; woorden: readonly Zoekwoord[] };

/**
 * Ontleedt wat iemand in een zoekveld typt. Alleen cijfers (met spaties, punten of streepjes ertussen) is
 * een nummer: negen voor een BSN, tot tien voor een V-nummer. Al het andere is een naam.
 */
export function ontleedZoekvraag(getypt: string): OntledeZoekvraag {
  const cijfers = getypt.replace(/[\s.-]/g, '');
  if (!/^\d+$/.test(cijfers)) return { soort: 'naam', woorden: zoekwoorden(getypt) };
  const nummer = cijfers.length >= 9 ? vNummer(cijfers) : undefined;
  return {
    soort: 'nummer',
    ...(isBsn(cijfers) ? { bsn: cijfers } : {}),
    ...(nummer ? { vNummer: nummer } : {}),
  };
}
