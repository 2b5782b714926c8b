import type { Gedrag } from './nabootsing.schema.ts';
import type { BrpGedrag, DuoGedrag } from './simulatoren.ts';

/** Milliseconden: merkbaar op het scherm, ruim binnen het geduld van de koppeling. */
const TRAAG_MS = 3000;
/** Zoveel van de verzoeken mislukt als DUO hapert. */
const FOUTKANS = 0.3;
const WEIGERING = 'De nagebootste DUO weigert elke melding zolang de trainer dat wil.';

/** Het gedrag van beide nabootsingen als schakelaars. */
export function gedragVan(duo: DuoGedrag | undefined, brp: BrpGedrag | undefined): Gedrag {
  return {
    traag: (duo?.traag ?? 0) > 0,
    plat: duo?.plat ?? false,
    hapert: (duo?.foutkans ?? 0) > 0,
    weigert: typeof duo?.weigerMet === 'string',
    verliest: (duo?.antwoordVerliezen ?? 0) > 0,
    herhaalt: duo?.dubbeleNotificaties ?? false,
    verwisselt: duo?.verwisselNotificaties ?? false,
    brpTraag: (brp?.traag ?? 0) > 0,
    brpPlat: brp?.plat ?? false,
  };
}

/** De schakelaars in de woorden van de nagebootste DUO. */
export function naarDuo(gedrag: Gedrag) {
  return {
    traag: gedrag.traag ? TRAAG_MS : 0,
    plat: gedrag.plat,
    foutkans: gedrag.hapert ? FOUTKANS : 0,
    weigerMet: gedrag.weigert ? WEIGERING : null,
    weigerAantal: null,
    antwoordVerliezen: gedrag.verliest ? 1 : 0,
    dubbeleNotificaties: gedrag.herhaalt,
    verwisselNotificaties: gedrag.verwisselt,
  };
}

/** De schakelaars in de woorden van de nagebootste BRP. */
export function naarBrp(gedrag: Gedrag) {
  return { traag: gedrag.brpTraag ? TRAAG_MS : 0, plat: gedrag.brpPlat };
}
