import type {
  NotifyBericht,
  NotifyClient,
  NotifyVerstuurd,
} from '../../connections/notify/client.ts';
import type { Tx } from '../db/db.ts';
import { echteKlok } from '../klok.ts';
import type { Toepassing } from '../toepassing.ts';

/** Zo lang kan een verzoek nog bij de dienst binnenkomen nadat wij het antwoord misten. */
export const TWIJFEL_MS = 60_000;
export const UUR_MS = 3_600_000;
/** Zo lang bewaart de dienst wat zij verstuurde. */
export const BEWAARD_MS = 7 * 24 * UUR_MS;
const EERSTE_HERKANSING_MS = 30_000;
const LANGSTE_HERKANSING_MS = 1_800_000;

/** Wat de dienst van een bericht vond; `te-vroeg`: het kan nog onderweg zijn, dus straks weer kijken. */
export type Stuuruitkomst = NotifyVerstuurd | { soort: 'te-vroeg' };
/** Een bericht dat nu mag gaan, met de dienst die het verstuurt. */
export type Beurt = { client: NotifyClient; bericht: NotifyBericht };
export type InBereik = <T>(werk: (tx: Tx) => Promise<T>) => Promise<T>;

type Onderweg = { id: string; staat: string; begonnenOp: string | null };
type Stappen<R extends Onderweg> = {
  /** Het bericht, als het nog weg moet en aan de beurt is. */
  aanBod(tx: Tx): Promise<R | undefined>;
  /** Kiest wat er nu moet gebeuren, en schrijft op dát het versturen begint voordat het begint. */
  neem(tx: Tx, inTwijfel: boolean): Promise<Beurt | undefined>;
};

/**
 * Biedt één bericht aan de dienst aan. Staat er al dat het versturen begon (`bezig`), dan liep een vorige poging vast
 * tussen versturen en noteren: eerst bij de dienst kijken, wat er intussen ook is veranderd. Pas wat daar niet is,
 * krijgt een nieuwe kans of een andere weg.
 * @returns `undefined` als er niets te sturen was.
 */
export async function probeer<R extends Onderweg>(
  t: Toepassing,
  inBereik: InBereik,
  { aanBod, neem }: Stappen<R>,
): Promise<Stuuruitkomst | undefined> {
  const rij = await inBereik(aanBod);
  if (!rij) return undefined;
  const inTwijfel = rij.staat === 'bezig';
  const gevonden = inTwijfel ? await kijk(t, rij) : undefined;
  if (gevonden) return gevonden;
  const beurt = await inBereik((tx) => neem(tx, inTwijfel));
  return beurt?.client.stuur(beurt.bericht);
}

/** Of de dienst het bericht al heeft; `undefined` als zij het zeker niet heeft, of als er geen dienst is. */
async function kijk(t: Toepassing, rij: Onderweg): Promise<Stuuruitkomst | undefined> {
  const client = t.berichten?.client;
  if (!client) return undefined;
  const gevonden = await client.zoek(rij.id);
  if (gevonden.soort === 'ok') return { soort: 'ok', id: gevonden.bericht.id };
  if (gevonden.soort === 'storing') return { ...gevonden, misschienVerwerkt: true };
  const sinds = Date.parse(echteKlok.nu()) - Date.parse(rij.begonnenOp ?? echteKlok.nu());
  return sinds < TWIJFEL_MS ? { soort: 'te-vroeg' } : undefined;
}

/** Hoe lang na zoveel pogingen te wachten, in milliseconden. */
export const herkansing = (pogingen: number): number =>
  Math.min(EERSTE_HERKANSING_MS * 2 ** Math.min(pogingen, 10), LANGSTE_HERKANSING_MS);

/** Het moment over zoveel milliseconden: UTC ISO, werkelijke tijd. */
export const straks = (ms: number): string =>
  new Date(Date.parse(echteKlok.nu()) + ms).toISOString();
