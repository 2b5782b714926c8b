/** What the server has instead, when two people wrote the same. */
export type Theirs = {
  waarde: unknown;
  wie: string;
  wanneer: string;
  /** The version one must have seen to replace it. */
  versie: string | null;
};

/** One typed answer that the server has not confirmed. */
export type Waiting = {
  id: string;
  /** The dossier it belongs to. */
  dossierId: string;
  veld: string;
  waarde: unknown;
  /** The version that was on the screen when the typing began. */
  basis: string | null;
  /** What goes along with the answer: in which talk it was given. */
  extra: Record<string, string>;
  /** Values that went out without an answer; they may have arrived. */
  sent: unknown[];
  /** When it was typed, UTC ISO. */
  sinds: string;
  /** Somebody read the warning and wants this value as it is. */
  anyway?: boolean;
};

export type Answer =
  | { kind: 'saved'; versie: string | null }
  /** No connection, no session, or the server is busy: the same may pass later. */
  | { kind: 'later' }
  | { kind: 'refused'; tekst: string }
  | { kind: 'conflict'; theirs: Theirs };

export type Stand =
  | { soort: 'wacht' }
  | { soort: 'bezig' }
  | { soort: 'geweigerd'; tekst: string }
  | { soort: 'botsing'; theirs: Theirs };

export type Item = Waiting & { stand: Stand };

export type Timers = {
  set: (callback: () => void, ms: number) => unknown;
  clear: (timer: unknown) => void;
  now: () => Date;
};

export type Store = {
  put: (item: Waiting) => Promise<void>;
  remove: (id: string) => Promise<void>;
};
