import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Datum } from '../../../rules/shared/datum.ts';
import { momentIn } from '../../../server/bericht/moment.ts';
import { SOORTEN } from '../agenda.schema.ts';
import type { FeedAfspraak } from './abonnement.store.ts';

const KORTE_PLEK = { thuis: 'op huisbezoek', azc: 'azc', telefoon: 'telefoon', video: 'video' };

/**
 * Waar de afspraak is, zonder adres: dat kan dat van de persoon zelf zijn. Alleen 'gemeentehuis' wordt herkend.
 */
function plek({ plaats, vorm }: FeedAfspraak['inhoud']): string {
  if (vorm && vorm !== 'kantoor') return KORTE_PLEK[vorm];
  return /gemeentehuis|stadhuis/i.test(plaats) ? 'gemeentehuis' : 'elders';
}

/** 'Intakegesprek 60 min, gemeentehuis'. Nooit een naam, nummer of adres. */
export function titelVan({ inhoud }: Pick<FeedAfspraak, 'inhoud'>): string {
  const soort = SOORTEN[inhoud.soort];
  const woord = soort.charAt(0).toUpperCase() + soort.slice(1);
  return `${woord} ${inhoud.duurMinuten} min, ${plek(inhoud)}`;
}

/**
 * De agenda als iCalendar (RFC 5545). Tijden staan in UTC, zodat zomertijd nergens verschuift; het UID blijft
 * bij verzetten gelijk en SEQUENCE telt de wijzigingen, zodat een programma de afspraak verplaatst.
 */
export function maakFeed(afspraken: readonly FeedAfspraak[]): string {
  const kalender = ical({
    name: 'Afspraken Meedoen',
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Meedoen', product: 'agenda', language: 'NL' },
    ttl: 15 * 60,
  });
  for (const a of afspraken) {
    const begin = momentIn(a.inhoud.datum as Datum, a.inhoud.tijd);
    kalender.createEvent({
      id: `${a.inhoud.afspraakId}@meedoen`,
      sequence: a.volgorde,
      start: new Date(begin),
      end: new Date(Date.parse(begin) + a.inhoud.duurMinuten * 60_000),
      stamp: new Date(a.gewijzigdOp),
      lastModified: new Date(a.gewijzigdOp),
      summary: titelVan(a),
      status:
        a.uitkomst?.uitkomst === 'afgezegd' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return kalender.toString();
}
