import { z } from 'zod';
import { GEEN_STORING, storingVorm } from '../../simulatie/storing.ts';

const vorm = {
  ...storingVorm,
  /** Elke melding (POST, PUT, DELETE) krijgt 403 met deze tekst; null zet het uit. */
  weigerMet: z.string().max(200).nullable(),
  /** Zoveel volgende meldingen worden geweigerd; null is elke melding zolang `weigerMet` er staat. */
  weigerAantal: z.number().int().min(0).nullable(),
  /** Zoveel volgende meldingen worden verwerkt en daarna valt de verbinding weg. */
  antwoordVerliezen: z.number().int().min(0),
  /** Elke notificatie komt drie keer: twee keer gelijk, één keer met een ander berichtId. */
  dubbeleNotificaties: z.boolean(),
  /** Notificaties over dezelfde persoon komen in omgekeerde volgorde. */
  verwisselNotificaties: z.boolean(),
  /** Wanneer de termijn na het eerste PIP wordt vastgesteld: meteen, op bevel, of na zoveel ms. */
  termijnVaststellen: z.union([
    z.literal('meteen'),
    z.literal('op-bevel'),
    z.number().int().min(0),
  ]),
  /** Laat elk antwoord deze API-Version dragen. */
  apiVersie: z.string().nullable(),
  /** Zet de dag van de simulator vast. */
  peildatum: z.iso.date().nullable(),
};

export const gedragOpdracht = z.strictObject(vorm).partial();

export type Gedrag = { [K in keyof typeof vorm]: z.output<(typeof vorm)[K]> };

export const GEWOON_GEDRAG: Gedrag = {
  ...GEEN_STORING,
  weigerMet: null,
  weigerAantal: null,
  antwoordVerliezen: 0,
  dubbeleNotificaties: false,
  verwisselNotificaties: false,
  termijnVaststellen: 'meteen',
  apiVersie: null,
  peildatum: null,
};
