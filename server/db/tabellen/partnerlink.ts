import type { Generated } from 'kysely';
import type { Datum } from '../../../rules/shared/datum.ts';

type Tijdstip = string;

/** Links voor partners zonder account. */
export type PartnerlinkTabellen = {
  partnerlink: {
    gemeente_id: string;
    id: string;
    dossier_id: string;
    netwerk_id: string;
    plan_id: string | null;
    token_hash: Buffer;
    code_hash: Buffer;
    pogingen: Generated<number>;
    geblokkeerd_op: Tijdstip | null;
    gemaakt_op: Tijdstip;
    gemaakt_door: string;
    verloopt_op: Datum;
    ingetrokken_op: Tijdstip | null;
    ingetrokken_door: string | null;
    sessie_hash: Buffer | null;
    sessie_tot: Tijdstip | null;
    laatst_gebruikt: Tijdstip | null;
  };
};
