import { type Conflict, Problem } from '../../api.ts';

export type AutosaveState =
  | { stand: 'rust' }
  | { stand: 'bezig' }
  | { stand: 'opgeslagen'; om: Date }
  | { stand: 'niet-opgeslagen'; reden: string; conflict?: Conflict; problem?: Problem };

export type SaveField = (veld: string, waarde: unknown) => Promise<unknown>;

export type Timers = {
  set: (callback: () => void, ms: number) => unknown;
  clear: (timer: unknown) => void;
  now: () => Date;
};

const DEBOUNCE_MS = 600;
const RETRY_MS = [2_000, 5_000, 15_000, 30_000];

/** Whether the same request may succeed later without anybody changing anything. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof Problem)) return false;
  return error.soort !== 'antwoord' || error.status >= 500 || error.status === 429;
}

/**
 * Saves fields one by one: the last value of a field wins, one request at a time, again after a
 * lost connection or an expired session. What the server refuses waits for the person. Nothing
 * is written to the browser's storage, because it may be about somebody's health.
 */
export class AutosaveQueue {
  #pending = new Map<string, unknown>();
  #state: AutosaveState = { stand: 'rust' };
  #timer: unknown;
  #running: Promise<void> | null = null;
  #failures = 0;
  #refused = new Map<string, unknown>();
  readonly #save: SaveField;
  readonly #timers: Timers;
  readonly #onChange: () => void;

  constructor(save: SaveField, timers: Timers, onChange: () => void) {
    this.#save = save;
    this.#timers = timers;
    this.#onChange = onChange;
  }

  get state(): AutosaveState {
    return this.#state;
  }

  get unsaved(): boolean {
    return this.#pending.size > 0 || this.#refused.size > 0 || this.#running !== null;
  }

  /** Notes a new value; it goes to the server after a short pause in the typing. */
  set(veld: string, waarde: unknown): void {
    this.#refused.delete(veld);
    this.#pending.delete(veld);
    this.#pending.set(veld, waarde);
    this.#to({ stand: 'bezig' });
    this.#plan(DEBOUNCE_MS);
  }

  /** Sends what waits now, refused values included. Resolves when the queue is at rest. */
  async flush(): Promise<void> {
    for (const [veld, waarde] of this.#refused) this.#pending.set(veld, waarde);
    this.#refused.clear();
    this.#timers.clear(this.#timer);
    await this.#run();
  }

  /** Lets go of the own value of a field, after the other's was taken. */
  drop(veld: string): void {
    this.#pending.delete(veld);
    this.#refused.delete(veld);
    if (!this.unsaved) this.#to({ stand: 'rust' });
  }

  #plan(ms: number): void {
    this.#timers.clear(this.#timer);
    this.#timer = this.#timers.set(() => void this.#run(), ms);
  }

  #run(): Promise<void> {
    this.#running ??= this.#drain().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #drain(): Promise<void> {
    for (;;) {
      const next = this.#pending.entries().next();
      if (next.done) break;
      const [veld, waarde] = next.value;
      this.#pending.delete(veld);
      this.#to({ stand: 'bezig' });
      try {
        await this.#save(veld, waarde);
        this.#failures = 0;
      } catch (error) {
        if (!this.#failed(veld, waarde, error)) return;
      }
    }
    if (this.#refused.size === 0) this.#to({ stand: 'opgeslagen', om: this.#timers.now() });
  }

  /** Keeps the value; true when the other fields may go on. */
  #failed(veld: string, waarde: unknown, error: unknown): boolean {
    const again = mayPass(error);
    const keep = again ? this.#pending : this.#refused;
    if (!this.#pending.has(veld)) keep.set(veld, waarde);
    const problem = error instanceof Problem ? error : undefined;
    const reden = problem?.voorVeld(veld) ?? problem?.detail ?? 'Opslaan lukte niet.';
    this.#to({ stand: 'niet-opgeslagen', reden, conflict: problem?.conflict, problem });
    if (!again) return true;
    this.#plan(RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)] ?? 30_000);
    this.#failures += 1;
    return false;
  }

  #to(state: AutosaveState): void {
    // A refusal stays in sight until it is solved, also while other fields are saved.
    if (this.#refused.size > 0 && state.stand === 'bezig') return;
    this.#state = state;
    this.#onChange();
  }
}
