import type { FeitInhoud } from '../../rules/stand/feiten.ts';

export type Stap = FeitInhoud['bezwaar']['stap'];

/** Stappen waarna de gemeente nog op het bezwaar moet beslissen. */
export const OPEN_STAPPEN: readonly Stap[] = [
  'ontvangen',
  'bevestigd',
  'aanvullen-gevraagd',
  'aangevuld',
  'hoorzitting',
  'verdaagd',
];

export const STAPNAAM: Record<Stap, string> = {
  ontvangen: 'ontvangen',
  bevestigd: 'ontvangst bevestigd',
  'aanvullen-gevraagd': 'om aanvulling gevraagd',
  aangevuld: 'aangevuld',
  hoorzitting: 'gehoord',
  verdaagd: 'beslissing verdaagd',
  beslist: 'beslist',
  ingetrokken: 'ingetrokken',
  beroep: 'beroep bij de rechtbank',
  uitspraak: 'uitspraak van de rechtbank',
};

export type BezwaarOvergang = {
  /** Wat hiervoor moet zijn gebeurd; `geen` is vóór het bezwaar. */
  van: readonly (Stap | 'geen')[];
  naar: Stap;
  recht: 'bezwaar.behandelen';
  voorwaarde: 'geen' | 'eenmaal' | 'uitkomst-genoemd' | 'binnen-beslistermijn';
};

/** Alle stappen van een bezwaar. Wat hier niet staat, kan niet. */
const BEZWAAR_STATUS: readonly BezwaarOvergang[] = [
  { van: ['geen'], naar: 'ontvangen', recht: 'bezwaar.behandelen', voorwaarde: 'geen' },
  { van: ['ontvangen'], naar: 'bevestigd', recht: 'bezwaar.behandelen', voorwaarde: 'geen' },
  {
    van: ['ontvangen', 'bevestigd', 'verdaagd'],
    naar: 'aanvullen-gevraagd',
    recht: 'bezwaar.behandelen',
    voorwaarde: 'eenmaal',
  },
  {
    van: ['aanvullen-gevraagd'],
    naar: 'aangevuld',
    recht: 'bezwaar.behandelen',
    voorwaarde: 'geen',
  },
  {
    van: ['ontvangen', 'bevestigd', 'aangevuld', 'verdaagd'],
    naar: 'hoorzitting',
    recht: 'bezwaar.behandelen',
    voorwaarde: 'eenmaal',
  },
  {
    van: ['ontvangen', 'bevestigd', 'aangevuld', 'hoorzitting'],
    naar: 'verdaagd',
    recht: 'bezwaar.behandelen',
    voorwaarde: 'binnen-beslistermijn',
  },
  {
    van: OPEN_STAPPEN,
    naar: 'beslist',
    recht: 'bezwaar.behandelen',
    voorwaarde: 'uitkomst-genoemd',
  },
  { van: OPEN_STAPPEN, naar: 'ingetrokken', recht: 'bezwaar.behandelen', voorwaarde: 'geen' },
  { van: ['beslist'], naar: 'beroep', recht: 'bezwaar.behandelen', voorwaarde: 'geen' },
  {
    van: ['beroep'],
    naar: 'uitspraak',
    recht: 'bezwaar.behandelen',
    voorwaarde: 'uitkomst-genoemd',
  },
];

/** De overgang naar `naar`, of `undefined` als zij vanuit deze stap niet bestaat. */
export const bezwaarOvergang = (van: Stap | 'geen', naar: Stap): BezwaarOvergang | undefined =>
  BEZWAAR_STATUS.find((o) => o.naar === naar && o.van.includes(van));

/** Wat na deze stappen kan volgen; wat maar één keer mag en al is gebeurd, staat er niet bij. */
export function volgendeStappen(gedaan: readonly Stap[]): Stap[] {
  const laatste = gedaan.at(-1) ?? 'geen';
  return BEZWAAR_STATUS.filter(
    (o) => o.van.includes(laatste) && !isTweedeKeer(o, gedaan) && o.naar !== 'ontvangen',
  ).map((o) => o.naar);
}

/** Aanvullen, horen en verdagen gebeuren hoogstens één keer (Awb 7:10 lid 3). */
export const isTweedeKeer = ({ voorwaarde, naar }: BezwaarOvergang, gedaan: readonly Stap[]) =>
  (voorwaarde === 'eenmaal' || voorwaarde === 'binnen-beslistermijn') && gedaan.includes(naar);
