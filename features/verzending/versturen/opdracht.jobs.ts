import type { EigenReden } from '../../../server/db/tables.ts';
import type { RijBericht } from './rij.store.ts';

/** Een bericht dat nu naar DUO gaat, met alles wat daarvoor nodig is. */
export type Opdracht = {
  id: string;
  gemeenteId: string;
  soort: RijBericht['soort'];
  onderwerpId: string;
  inhoud: unknown;
  berichtId: string;
  /** Er is al eens begonnen met versturen en de uitkomst is niet bekend. */
  misschienVerstuurd: boolean;
  pogingen: number;
  bsn: string;
  oin: string;
  gemeentecode: string;
  /** Bij het verwijderen van een PIP: wat DUO daarvan aannam. */
  aangenomenPip?: unknown;
};

/** Hoe een poging afliep. */
export type Uitkomst =
  | { soort: 'geaccepteerd'; bewijs: Record<string, unknown> }
  | { soort: 'geweigerd'; foutteksten: string[]; eigenRedenen?: EigenReden[] }
  | { soort: 'later'; reden: string; zekerNietVerstuurd: boolean }
  /** Iets anders moet eerst; het bericht wacht zonder dat er opnieuw wordt geprobeerd. */
  | { soort: 'wacht-op'; reden: string }
  /** DUO herkent de gemeente niet: alles van deze gemeente wacht. */
  | { soort: 'stop'; reden: string; zekerNietVerstuurd: boolean };
