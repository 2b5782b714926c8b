import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { AnswerQueue } from './queue.ts';
import type { Answer, Item, Waiting } from './waiting.ts';

type Version = { waarde: unknown; wie: string; versie: string };

/** A server with one value per field, that may be out of reach, or answer in vain. */
function makeServer() {
  const fields = new Map<string, Version>();
  const history: { veld: string; waarde: unknown; wie: string }[] = [];
  let count = 0;
  let connection: 'goed' | 'weg' | 'antwoord-kwijt' = 'goed';
  const write = (veld: string, waarde: unknown, wie: string) => {
    count += 1;
    fields.set(veld, { waarde, wie, versie: `v${count}` });
    history.push({ veld, waarde, wie });
  };
  const accept = (item: Waiting): Answer => {
    const now = fields.get(item.veld);
    if (now?.waarde === item.waarde) return { kind: 'saved', versie: now?.versie ?? null };
    const ownSent = now?.wie === 'ik' && item.sent.includes(now.waarde);
    if (now && now.versie !== item.basis && !ownSent) {
      const { versie, ...rest } = now;
      return { kind: 'conflict', theirs: { ...rest, versie, wanneer: '2026-11-21T10:00:00Z' } };
    }
    write(item.veld, item.waarde, 'ik');
    return { kind: 'saved', versie: fields.get(item.veld)?.versie ?? null };
  };
  return {
    fields,
    history,
    write,
    to(next: typeof connection) {
      connection = next;
    },
    async send(item: Waiting): Promise<Answer> {
      await Promise.resolve();
      if (connection === 'weg') return { kind: 'later' };
      const answer = accept(item);
      return connection === 'antwoord-kwijt' ? { kind: 'later' } : answer;
    },
  };
}

/** A device whose rows outlive the page. */
function makeDevice() {
  const rows = new Map<string, string>();
  let broken = false;
  const check = () => {
    if (broken) throw new Error('vol');
  };
  return {
    rows,
    breakIt() {
      broken = true;
    },
    async put(item: Waiting) {
      check();
      rows.set(item.id, JSON.stringify(item));
    },
    async remove(id: string) {
      check();
      rows.delete(id);
    },
    read: () => [...rows.values()].map((row) => JSON.parse(row) as Waiting),
  };
}

let ids = 0;
let clock = Date.parse('2026-11-21T09:00:00Z');

function open(server: ReturnType<typeof makeServer>, device: ReturnType<typeof makeDevice>) {
  const queue = new AnswerQueue({
    send: (item) => server.send(item),
    store: device,
    timers: {
      set: () => undefined,
      clear: () => undefined,
      now: () => {
        clock += 1_000;
        return new Date(clock);
      },
    },
    newId: () => {
      ids += 1;
      return `rij-${ids}`;
    },
    onChange: () => undefined,
  });
  queue.restore(device.read());
  return queue;
}

function setUp() {
  const [server, device] = [makeServer(), makeDevice()];
  return { server, device, queue: open(server, device) };
}

const type = (queue: AnswerQueue, server: ReturnType<typeof makeServer>, veld: string, w: string) =>
  queue.set('d', veld, w, server.fields.get(veld)?.versie ?? null);

describe('a connection that drops', () => {
  it('keeps the answer on the device until the server has it', async () => {
    const { server, device, queue } = setUp();
    server.to('weg');
    type(queue, server, 'a', 'x');
    await queue.flush();
    expect([queue.offline, queue.waiting, device.rows.size]).toEqual([true, 1, 1]);
    server.to('goed');
    await queue.flush();
    expect([queue.offline, queue.waiting, device.rows.size]).toEqual([false, 0, 0]);
    expect(server.fields.get('a')?.waarde).toBe('x');
  });

  it('goes on after a reload with what was typed, on the version that was seen', async () => {
    const { server, device, queue } = setUp();
    server.write('a', 'oud', 'ander');
    server.to('weg');
    type(queue, server, 'a', 'nieuw');
    await queue.flush();
    const later = open(server, device);
    expect(later.item('a')).toMatchObject({ waarde: 'nieuw', basis: 'v1' });
    server.to('goed');
    await later.flush();
    expect(server.fields.get('a')?.waarde).toBe('nieuw');
  });

  it('is no conflict with oneself when only the answer was lost', async () => {
    const { server, queue } = setUp();
    server.to('antwoord-kwijt');
    type(queue, server, 'a', 'een');
    await queue.flush();
    queue.set('d', 'a', 'twee', null);
    server.to('goed');
    await queue.flush();
    expect(server.fields.get('a')?.waarde).toBe('twee');
    expect(queue.conflicts).toEqual([]);
  });
});

describe('two people', () => {
  async function conflict() {
    const made = setUp();
    made.server.to('weg');
    type(made.queue, made.server, 'a', 'mijn');
    await made.queue.flush();
    made.server.write('a', 'hun', 'Bram');
    made.server.to('goed');
    await made.queue.flush();
    return made;
  }

  it('shows both values and sends nothing until somebody chose', async () => {
    const { server, queue, device } = await conflict();
    const [item] = queue.conflicts as [Item];
    expect(item).toMatchObject({
      waarde: 'mijn',
      stand: { theirs: { waarde: 'hun', wie: 'Bram', versie: 'v1' } },
    });
    await queue.flush();
    expect(server.fields.get('a')?.waarde).toBe('hun');
    expect(device.rows.size).toBe(1);
  });

  it.each([
    ['mijn', undefined, 'mijn'],
    ['hun', undefined, 'hun'],
    ['mijn', 'hun; mijn', 'hun; mijn'],
  ] as const)('choosing %s (%s) ends it with %s', async (whose, combined, result) => {
    const { server, queue, device } = await conflict();
    await queue.choose('a', whose, combined);
    expect(server.fields.get('a')?.waarde).toBe(result);
    expect([queue.waiting, device.rows.size]).toEqual([0, 0]);
  });

  it('stays a conflict when one types on, and when the other wrote again', async () => {
    const { server, queue } = await conflict();
    queue.set('d', 'a', 'mijn ook', null);
    expect(queue.conflicts).toHaveLength(1);
    server.write('a', 'nog later', 'Bram');
    await queue.choose('a', 'mijn');
    expect(queue.conflicts[0]?.stand).toMatchObject({ theirs: { waarde: 'nog later' } });
  });
});

describe('what the server refuses', () => {
  it('waits for the person and lets the others go on', async () => {
    const { device } = setUp();
    const sent: string[] = [];
    const queue = new AnswerQueue({
      send: async ({ veld, waarde }) => {
        sent.push(veld);
        if (waarde === 'fout') return { kind: 'refused', tekst: 'Vul een getal in.' };
        return { kind: 'saved', versie: 'v' };
      },
      store: device,
      timers: { set: () => undefined, clear: () => undefined, now: () => new Date(clock) },
      newId: () => crypto.randomUUID(),
      onChange: () => undefined,
    });
    queue.set('d', 'a', 'fout', null);
    queue.set('d', 'b', 'goed', null);
    await queue.flush();
    expect(sent).toEqual(['a', 'b']);
    expect(queue.item('a')?.stand).toEqual({ soort: 'geweigerd', tekst: 'Vul een getal in.' });
    queue.set('d', 'a', 'goed', null);
    await queue.flush();
    expect(queue.waiting).toBe(0);
  });
});

describe('a value that a person must decide on', () => {
  function holding(device = makeDevice()) {
    const sent: unknown[] = [];
    const make = () => {
      const queue = new AnswerQueue({
        send: async ({ waarde }) => {
          sent.push(waarde);
          return { kind: 'saved', versie: 'v' };
        },
        holds: ({ waarde }) => waarde === 'let op',
        store: device,
        timers: { set: () => undefined, clear: () => undefined, now: () => new Date(clock) },
        newId: () => crypto.randomUUID(),
        onChange: () => undefined,
      });
      queue.restore(device.read());
      return queue;
    };
    return { sent, device, make, queue: make() };
  }

  it('stays on the device, and lets the others go on', async () => {
    const { sent, device, queue } = holding();
    queue.set('d', 'a', 'let op', null);
    queue.set('d', 'b', 'goed', null);
    await queue.flush();
    expect(sent).toEqual(['goed']);
    expect([queue.held(queue.item('a') as Item), queue.waiting, device.rows.size]).toEqual([
      true,
      1,
      1,
    ]);
  });

  it('goes when it is changed, or when a person wants it as it is', async () => {
    const { sent, queue } = holding();
    queue.set('d', 'a', 'let op', null);
    queue.set('d', 'a', 'anders', null);
    await queue.flush();
    queue.set('d', 'a', 'let op', null);
    await queue.sendAnyway('a');
    expect([sent, queue.waiting]).toEqual([['anders', 'let op'], 0]);
  });

  it('still waits after a reload, and what was allowed is not asked again', async () => {
    const { sent, device, make, queue } = holding();
    queue.set('d', 'a', 'let op', null);
    await queue.flush();
    const later = make();
    await later.flush();
    expect(sent).toEqual([]);
    const [row] = device.read() as [Waiting];
    await device.put({ ...row, anyway: true });
    await make().flush();
    expect(sent).toEqual(['let op']);
  });

  it('asks again when one types on after allowing it', async () => {
    const { sent, device, make } = holding();
    const queue = make();
    queue.set('d', 'a', 'let op', null);
    await queue.flush();
    await device.put({ ...(device.read()[0] as Waiting), anyway: true });
    const later = make();
    later.set('d', 'a', 'let op', null);
    await later.flush();
    expect(sent).toEqual([]);
  });
});

it('says so when the device keeps nothing', async () => {
  const { server, device, queue } = setUp();
  device.breakIt();
  server.to('weg');
  type(queue, server, 'a', 'x');
  await queue.flush();
  expect([queue.kept, queue.unwritten]).toEqual([false, true]);
});

it('two tabs that typed the same field each get their turn', async () => {
  const { server, device, queue } = setUp();
  server.to('weg');
  const other = open(server, device);
  type(queue, server, 'a', 'een');
  type(other, server, 'a', 'twee');
  await Promise.all([queue.flush(), other.flush()]);
  server.to('goed');
  const later = open(server, device);
  expect(later.waiting).toBe(2);
  await later.flush();
  expect(server.history.map((h) => h.waarde)).toContain('een');
  // Both were typed upon nothing, so the second is shown, not written over the first.
  expect(later.conflicts.map((c) => c.waarde)).toEqual(['twee']);
});

const veld = fc.constantFrom('a', 'b', 'c');
const step = fc.oneof(
  fc.record({ doe: fc.constant('typ' as const), veld }),
  fc.record({ doe: fc.constant('ander' as const), veld }),
  fc.record({ doe: fc.constant('typ-onder-verzenden' as const), veld }),
  fc.record({
    doe: fc.constant('lijn' as const),
    naar: fc.constantFrom('goed' as const, 'weg' as const, 'antwoord-kwijt' as const),
  }),
  fc.record({ doe: fc.constant('verstuur' as const) }),
  fc.record({ doe: fc.constant('herlaad' as const) }),
  fc.record({
    doe: fc.constant('kies' as const),
    veld,
    wie: fc.constantFrom('mijn' as const, 'hun' as const),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** One person who types, reloads and chooses; another who writes the same fields. */
function play() {
  const { server, device, queue: first } = setUp();
  let queue = first;
  let count = 0;
  /** Per field what I typed last and did not give up. */
  const mine = new Map<string, string>();
  const typ = (veld: string) => {
    count += 1;
    mine.set(veld, `ik ${count}`);
    type(queue, server, veld, `ik ${count}`);
  };
  async function kies(veld: string, wie: 'mijn' | 'hun') {
    if (queue.item(veld)?.stand.soort === 'botsing' && wie === 'hun') mine.delete(veld);
    await queue.choose(veld, wie);
  }
  async function herlaad() {
    await vi.waitUntil(() => !queue.unwritten);
    queue = open(server, device);
  }
  async function doe(s: Step): Promise<void> {
    if (s.doe === 'typ') typ(s.veld);
    else if (s.doe === 'lijn') server.to(s.naar);
    else if (s.doe === 'verstuur') await queue.flush();
    else if (s.doe === 'herlaad') await herlaad();
    else if (s.doe === 'kies') await kies(s.veld, s.wie);
    else if (s.doe === 'ander') {
      count += 1;
      server.write(s.veld, `ander ${count}`, 'Bram');
    } else if (s.doe === 'typ-onder-verzenden') {
      const running = queue.flush();
      typ(s.veld);
      await running;
    }
  }
  return { server, device, mine, doe, queue: () => queue };
}

it('loses nothing, whatever happens in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { server, device, mine, doe, queue } = play();
      for (const s of steps) await doe(s);
      server.to('goed');
      await queue().flush();
      for (const [field, waarde] of mine) {
        const shown = queue().conflicts.some((c) => c.veld === field && c.waarde === waarde);
        const stored = server.history.some((h) => h.veld === field && h.waarde === waarde);
        expect([field, waarde, shown || stored]).toEqual([field, waarde, true]);
      }
      expect(queue().items.filter((i) => i.stand.soort !== 'botsing')).toEqual([]);
      expect(device.rows.size).toBe(queue().waiting);
    }),
    { numRuns: 300 },
  );
});
