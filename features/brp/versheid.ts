const UUR_MS = 3_600_000;
/** Zo lang geldt een antwoord van de BRP als vers. */
const VERS_UREN = 24;

/** Het moment `uren` vóór `nu`, UTC ISO. */
export const eerder = (nu: string, uren: number): string =>
  new Date(Date.parse(nu) - uren * UUR_MS).toISOString();

/** Waar als de BRP minder dan een dag geleden is bevraagd. */
export const isVers = (bevraagdOp: string | undefined, nu: string): boolean =>
  bevraagdOp !== undefined && Date.parse(bevraagdOp) >= Date.parse(eerder(nu, VERS_UREN));
