/** Hoe het met een overdracht staat, aan onze kant. */
export type Staat =
  | 'te-vragen'
  | 'gevraagd'
  | 'ontvangen'
  | 'aanvaard'
  | 'afgewezen'
  | 'geweigerd'
  | 'ingetrokken'
  | 'verzocht'
  | 'overgedragen';

export type Handeling =
  | 'vragen'
  | 'herinneren'
  | 'intrekken'
  | 'aanvaarden'
  | 'afwijzen'
  | 'overdragen'
  | 'weigeren'
  | 'bevestigen';

/**
 * Van, handeling, naar. `in`: iemand kwam hier wonen en wij vragen het dossier; `uit`: een andere gemeente vraagt ons.
 * Wat hier niet staat, kan niet. De andere gemeente zet `gevraagd` om in `ontvangen` of `geweigerd`.
 */
const OVERGANGEN: readonly {
  richting: 'in' | 'uit';
  van: Staat;
  handeling: Handeling;
  naar: Staat;
}[] = [
  { richting: 'in', van: 'te-vragen', handeling: 'vragen', naar: 'gevraagd' },
  { richting: 'in', van: 'gevraagd', handeling: 'herinneren', naar: 'gevraagd' },
  { richting: 'in', van: 'gevraagd', handeling: 'intrekken', naar: 'ingetrokken' },
  { richting: 'in', van: 'ontvangen', handeling: 'aanvaarden', naar: 'aanvaard' },
  { richting: 'in', van: 'ontvangen', handeling: 'afwijzen', naar: 'afgewezen' },
  { richting: 'in', van: 'geweigerd', handeling: 'vragen', naar: 'gevraagd' },
  { richting: 'in', van: 'ingetrokken', handeling: 'vragen', naar: 'gevraagd' },
  { richting: 'uit', van: 'verzocht', handeling: 'overdragen', naar: 'overgedragen' },
  { richting: 'uit', van: 'verzocht', handeling: 'weigeren', naar: 'geweigerd' },
  { richting: 'uit', van: 'geweigerd', handeling: 'overdragen', naar: 'overgedragen' },
  { richting: 'uit', van: 'overgedragen', handeling: 'bevestigen', naar: 'aanvaard' },
  { richting: 'uit', van: 'afgewezen', handeling: 'overdragen', naar: 'overgedragen' },
];

/** De staat na een handeling, of `undefined` als die nu niet kan. */
export const na = (richting: 'in' | 'uit', van: Staat, handeling: Handeling): Staat | undefined =>
  OVERGANGEN.find((o) => o.richting === richting && o.van === van && o.handeling === handeling)
    ?.naar;

/** Wat nu kan. */
export const mogelijk = (richting: 'in' | 'uit', van: Staat): Handeling[] =>
  OVERGANGEN.filter((o) => o.richting === richting && o.van === van).map((o) => o.handeling);

/** De wet noemt geen termijn voor het antwoord; na deze dagen stelt Meedoen een herinnering voor. */
export const HERINNER_NA_DAGEN = 14;
