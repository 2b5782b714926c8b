import { waarschuwing } from '../../../shared/gevoelig.schema.ts';
import type { Intake } from '../../intake.schema.ts';

type Getypt = { veld: string; waarde: unknown };

/**
 * Of wat in een open tekst is getypt wacht tot iemand het wijzigt of toch zo wil: wat eenmaal is opgeslagen blijft in
 * het dossier. Wat er al stond mag blijven staan, en bij Gezondheid hoort het juist.
 */
export function wachtOpMens({ veld, waarde }: Getypt, vragen: Intake['vragen']): boolean {
  const vraag = vragen.find((v) => veld === `antwoorden/${v.id}`);
  if (typeof waarde !== 'string' || !vraag) return false;
  if (vraag.type !== 'tekst' && vraag.type !== 'lange-tekst') return false;
  return waarde !== vraag.antwoord?.waarde && waarschuwing(waarde) !== undefined;
}
