import { z } from 'zod';
import { GEEN_STORING, type Storing, storingVorm } from '../../simulatie/storing.ts';

/** Een bericht zoals de nagebootste dienst het aannam. */
export type SimBericht = {
  id: string;
  soort: 'sms' | 'email' | 'letter';
  reference: string | null;
  /** Nummer of e-mailadres; bij een brief niets. */
  naar: string | null;
  tekst: string;
  onderwerp?: string;
  afzender?: string;
  status: string;
  op: string;
};

export const gedragVorm = {
  ...storingVorm,
  /** Zoveel volgende berichten worden aangenomen, maar het antwoord komt niet aan. */
  antwoordKwijt: z.number().int().min(0),
  /** Hoe een bericht afloopt; `geen`: er komt nooit een bericht terug. */
  bezorging: z.enum([
    'delivered',
    'permanent-failure',
    'temporary-failure',
    'technical-failure',
    'geen',
  ]),
};
export type Gedrag = Storing & {
  antwoordKwijt: number;
  bezorging: z.output<(typeof gedragVorm)['bezorging']>;
};
export const GEWOON: Gedrag = { ...GEEN_STORING, antwoordKwijt: 0, bezorging: 'delivered' };

export type SimWijziging =
  | { bericht: SimBericht }
  | { id: string; status: string }
  | { gedrag: Partial<Gedrag> };

export type SimWereld = {
  berichten: Map<string, SimBericht>;
  gedrag: Gedrag;
  tellers: { aangeboden: number; gezocht: number; zonderBewijs: number };
};

/** Voert een wijziging door die in het journaal staat. */
export function pasToe({ berichten, gedrag }: SimWereld, w: SimWijziging): void {
  if ('bericht' in w) berichten.set(w.bericht.id, w.bericht);
  else if ('gedrag' in w) Object.assign(gedrag, w.gedrag);
  else {
    const bericht = berichten.get(w.id);
    if (bericht) bericht.status = w.status;
  }
}
