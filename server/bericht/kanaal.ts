import { type Datum, dagenTussen } from '../../rules/shared/datum.ts';
import type { Adres } from '../../rules/stand/feiten.ts';
import type { BerichtWat, Kanaal } from '../db/tabellen/berichten.ts';

/** Hoe deze persoon te bereiken is. */
export type Bereikbaar = {
  /** De BRP houdt de gegevens van deze persoon geheim. */
  geheim: boolean;
  adres?: Adres | undefined;
  telefoon?: string | undefined;
  email?: string | undefined;
  /** Wat de persoon zelf over post zei. */
  post?: 'papier' | 'digitaal' | 'beide' | undefined;
};

/** Een kanaal; met `zelf` geeft een mens het door, om die reden. */
export type GekozenKanaal = { kanaal: Kanaal; zelf?: string };

/** Zo veel dagen is een brief hoogstens onderweg. */
const BRIEF_ONDERWEG_DAGEN = 3;

const GEHEIM =
  'De gegevens van deze persoon zijn geheim. Geef de brief zelf, of stuur hem zelf; de berichtendienst krijgt niets.';
const GEHEIM_DIGITAAL =
  'De gegevens van deze persoon zijn geheim. Geef het zelf door; de berichtendienst krijgt niets.';
const GEEN_ADRES = 'Er is geen adres bekend. Geef de brief zelf aan de persoon.';
const TE_KORT = 'Een brief komt niet meer op tijd. Bel de persoon, en geef de brief zelf.';

/**
 * Een mobiel nummer zoals de berichtendienst het wil: '+31612345678'.
 * @returns `undefined` als het geen nummer is waar een sms kan komen.
 */
export function mobielNummer(tekst: string | undefined): string | undefined {
  const cijfers = (tekst ?? '').replace(/[\s().-]/g, '').replace(/^00/, '+');
  if (/^06\d{8}$/.test(cijfers)) return `+31${cijfers.slice(1)}`;
  if (cijfers.startsWith('+31')) return /^\+316\d{8}$/.test(cijfers) ? cijfers : undefined;
  return /^\+[1-9]\d{7,13}$/.test(cijfers) ? cijfers : undefined;
}

/**
 * Langs welke weg een bericht gaat. Op papier, tenzij de persoon zei dat digitaal kan: een bestuursorgaan
 * stuurt alleen elektronisch aan wie kenbaar maakte zo bereikbaar te zijn (Awb 2:14). Komt een brief niet meer
 * op tijd, dan een sms of e-mail, want anders weet iemand van niets. Geheime gegevens verlaten de gemeente niet.
 * @param dag de dag waarop iemand het moet weten.
 * @returns leeg bij een herinnering waarvoor geen weg is.
 */
export function kiesKanalen(
  b: Bereikbaar,
  wat: BerichtWat,
  vandaag: Datum,
  dag: Datum,
): GekozenKanaal[] {
  if (b.geheim) return wat === 'herinnering' ? [] : [{ kanaal: 'brief', zelf: GEHEIM }];
  if (wat === 'herinnering') return snel(b);
  if (b.email && b.post === 'digitaal') return [{ kanaal: 'e-mail' }];
  const ook: GekozenKanaal[] = b.email && b.post === 'beide' ? [{ kanaal: 'e-mail' }] : [];
  if (dagenTussen(vandaag, dag) < BRIEF_ONDERWEG_DAGEN) {
    const eerst = snel(b);
    return eerst.length > 0 ? eerst : [{ kanaal: 'brief', zelf: TE_KORT }];
  }
  return [briefVoor(b), ...ook];
}

/** Een brief; zonder adres geeft een mens hem. */
export const briefVoor = (b: Bereikbaar): GekozenKanaal =>
  b.adres ? { kanaal: 'brief' } : { kanaal: 'brief', zelf: GEEN_ADRES };

/**
 * Waarom een bericht dat al klaarstond nu niet langs de dienst kan: het wacht soms weken, en intussen kunnen de
 * gegevens geheim zijn geworden of kan het adres zijn vervallen. `undefined` als het kan.
 */
export function nietLangsDienst(b: Bereikbaar, kanaal: Kanaal): string | undefined {
  if (b.geheim) return kanaal === 'brief' ? GEHEIM : GEHEIM_DIGITAAL;
  return kanaal === 'brief' ? briefVoor(b).zelf : undefined;
}

/** Wat dezelfde dag aankomt. */
function snel(b: Bereikbaar): GekozenKanaal[] {
  if (mobielNummer(b.telefoon)) return [{ kanaal: 'sms' }];
  return b.email ? [{ kanaal: 'e-mail' }] : [];
}
