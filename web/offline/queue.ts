import type { Answer, Item, Store, Timers, Waiting } from './waiting.ts';

type Parts = {
  send: (item: Waiting) => Promise<Answer>;
  /** True for a value that must not go out before a person decided on it. */
  holds?: (item: Waiting) => boolean;
  store: Store;
  timers: Timers;
  newId: () => string;
  onChange: () => void;
};

const DEBOUNCE_MS = 600;
const AGAIN_MS = [2_000, 5_000, 15_000, 30_000];

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function bare({ stand: _, ...item }: Item): Waiting {
  return { ...item, sent: [...item.sent] };
}

/**
 * Everything typed that the server does not have yet: kept on the device before it is sent, sent one by one, and let
 * go only when the server confirmed it or a person chose the other's value.
 */
export class AnswerQueue {
  #items = new Map<string, Item>();
  /** Older answers to the same question, from another tab: each gets its turn. */
  #behind: Waiting[] = [];
  #writes = new Map<string, Promise<void>>();
  #unwritten = 0;
  #timer: unknown;
  #running: Promise<void> | null = null;
  #failures = 0;
  #savedAt: Date | null = null;
  #kept = true;
  #stopped = false;
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get items(): readonly Item[] {
    return [...this.#items.values()];
  }

  /** All that waits, also what is behind another answer. */
  get waiting(): number {
    return this.#items.size + this.#behind.length;
  }

  get conflicts(): readonly Item[] {
    return this.items.filter((item) => item.stand.soort === 'botsing');
  }

  get savedAt(): Date | null {
    return this.#savedAt;
  }

  /** The last attempt did not reach the server. */
  get offline(): boolean {
    return this.#failures > 0;
  }

  /** False when this browser keeps nothing: then closing the tab loses what waits. */
  get kept(): boolean {
    return this.#kept;
  }

  /** Something is not on the device yet; takes a few milliseconds after each keystroke. */
  get unwritten(): boolean {
    return this.#unwritten > 0 || (!this.#kept && this.waiting > 0);
  }

  item(veld: string): Item | undefined {
    return this.#items.get(veld);
  }

  /** Waits for a person, not for a connection: it is on the device and does not go out. */
  held(item: Item): boolean {
    return item.stand.soort === 'wacht' && !item.anyway && this.#parts.holds?.(item) === true;
  }

  /** Takes up what waited on the device. */
  restore(rows: readonly Waiting[]): void {
    const known = new Set([...this.items, ...this.#behind].map((item) => item.id));
    const fresh = rows.filter((row) => !known.has(row.id));
    for (const row of fresh.toSorted((a, b) => a.sinds.localeCompare(b.sinds))) {
      if (this.#items.has(row.veld)) this.#behind.push(row);
      else this.#items.set(row.veld, { ...row, stand: { soort: 'wacht' } });
    }
    if (fresh.length > 0) this.#plan(0);
    this.#parts.onChange();
  }

  /** Notes a value; it is kept at once and sent after a short pause in the typing. */
  set(
    dossierId: string,
    veld: string,
    waarde: unknown,
    basis: string | null,
    extra: Record<string, string> = {},
  ): void {
    const { timers, newId } = this.#parts;
    const old = this.#items.get(veld);
    const sinds = timers.now().toISOString();
    const conflict = old?.stand.soort === 'botsing' ? old.stand : undefined;
    const item: Item = {
      ...(old ?? { id: newId(), dossierId, veld, basis, sent: [] }),
      waarde,
      extra,
      sinds,
      anyway: false,
      stand: conflict ?? { soort: 'wacht' },
    };
    this.#items.set(veld, item);
    this.#unwritten += 1;
    void this.#write(item).then(() => {
      this.#unwritten -= 1;
      this.#parts.onChange();
    });
    this.#plan(DEBOUNCE_MS);
    this.#parts.onChange();
  }

  /** Sends now what can go; also tries again what the server refused. */
  async flush(): Promise<void> {
    for (const item of this.#items.values())
      if (item.stand.soort === 'geweigerd') item.stand = { soort: 'wacht' };
    this.#parts.timers.clear(this.#timer);
    await this.#run();
  }

  /** Sends a held value as it is. */
  async sendAnyway(veld: string): Promise<void> {
    const item = this.#items.get(veld);
    if (!item) return;
    item.anyway = true;
    await this.#write(item);
    await this.flush();
  }

  /** Ends a conflict: keeps the own value (or `waarde`), or takes the other's. */
  async choose(veld: string, whose: 'mijn' | 'hun', waarde?: unknown): Promise<void> {
    const item = this.#items.get(veld);
    if (item?.stand.soort !== 'botsing') return;
    const { theirs } = item.stand;
    if (whose === 'hun') return this.drop(veld);
    this.#items.set(veld, {
      ...item,
      waarde: waarde === undefined ? item.waarde : waarde,
      basis: theirs.versie,
      sent: [],
      stand: { soort: 'wacht' },
    });
    await this.#write(this.#items.get(veld) as Item);
    await this.flush();
  }

  /** Lets go of the own value of a field. */
  async drop(veld: string): Promise<void> {
    const item = this.#items.get(veld);
    if (item) await this.#remove(item);
    this.#parts.onChange();
  }

  /** The screen is gone: what waits is on the device, and the next screen takes it up. */
  stop(): void {
    this.#stopped = true;
    this.#parts.timers.clear(this.#timer);
  }

  #plan(ms: number): void {
    this.#parts.timers.clear(this.#timer);
    if (this.#stopped) return;
    this.#timer = this.#parts.timers.set(() => void this.#run(), ms);
  }

  #run(): Promise<void> {
    this.#running ??= this.#drain().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #drain(): Promise<void> {
    for (;;) {
      const item = this.items.find((one) => one.stand.soort === 'wacht' && !this.held(one));
      if (!item) return;
      if (!(await this.#sendOne(item))) return;
    }
  }

  /** @returns false when the others must wait too. */
  async #sendOne(item: Item): Promise<boolean> {
    const { waarde } = item;
    item.stand = { soort: 'bezig' };
    if (!item.sent.some((value) => same(value, waarde))) item.sent.push(waarde);
    this.#parts.onChange();
    // First on the device that it goes out: after a crash we must know that it may have arrived.
    await this.#write(item);
    const answer = await this.#parts.send(bare(item));
    // Typing replaces the item; what was sent is then an older value of the same field.
    const now = this.#items.get(item.veld);
    if (now?.id !== item.id) return true;
    if (answer.kind === 'later') return this.#later(now);
    this.#failures = 0;
    if (answer.kind === 'saved') await this.#saved(now, waarde, answer.versie);
    else if (answer.kind === 'conflict') now.stand = { soort: 'botsing', theirs: answer.theirs };
    else if (same(now.waarde, waarde)) now.stand = { soort: 'geweigerd', tekst: answer.tekst };
    else now.stand = { soort: 'wacht' };
    this.#parts.onChange();
    return true;
  }

  #later(item: Item): false {
    item.stand = { soort: 'wacht' };
    this.#plan(AGAIN_MS[Math.min(this.#failures, AGAIN_MS.length - 1)] ?? 30_000);
    this.#failures += 1;
    this.#parts.onChange();
    return false;
  }

  async #saved(item: Item, sent: unknown, versie: string | null): Promise<void> {
    this.#savedAt = this.#parts.timers.now();
    if (same(item.waarde, sent)) return this.#remove(item);
    item.basis = versie;
    item.sent = [];
    item.stand = { soort: 'wacht' };
    await this.#write(item);
  }

  async #remove(item: Item): Promise<void> {
    this.#items.delete(item.veld);
    const next = this.#behind.findIndex((row) => row.veld === item.veld);
    const [row] = next < 0 ? [] : this.#behind.splice(next, 1);
    if (row) this.#items.set(row.veld, { ...row, stand: { soort: 'wacht' } });
    await this.#after(item.id, () => this.#parts.store.remove(item.id));
  }

  #write(item: Item): Promise<void> {
    const copy = bare(item);
    return this.#after(item.id, () => this.#parts.store.put(copy));
  }

  /** Writes of one answer happen in the order in which they were asked. */
  async #after(id: string, act: () => Promise<void>): Promise<void> {
    const turn = (this.#writes.get(id) ?? Promise.resolve()).then(act).then(
      () => {
        this.#kept = true;
      },
      () => {
        this.#kept = false;
      },
    );
    this.#writes.set(id, turn);
    await turn;
    if (this.#writes.get(id) === turn) this.#writes.delete(id);
  }
}
