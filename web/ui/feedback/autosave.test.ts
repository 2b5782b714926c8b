import { expect, test } from 'vitest';
import { Problem } from '../../api.ts';
import { AutosaveQueue, type SaveField } from './autosave.ts';

const lost = () => new Problem('netwerk', { title: 'Geen verbinding' });
const expired = () => new Problem('sessie', { status: 401, title: 'Niet aangemeld' });
const refused = () =>
  new Problem('antwoord', {
    status: 409,
    title: 'Kan nu niet',
    detail: 'Intussen gewijzigd.',
    conflict: { wie: 'Bram Kok', wanneer: '2026-11-21T09:14:00Z', wat: 'motivering' },
  });

/** A queue whose timers go off when the test says so, and a server that answers from a list. */
function setUp(answers: (Error | 'goed')[] = []) {
  const sent: [string, unknown][] = [];
  let waiting: { callback: () => void; ms: number } | undefined;
  let busy = 0;
  let mostAtOnce = 0;
  const save: SaveField = async (veld, waarde) => {
    sent.push([veld, waarde]);
    busy += 1;
    mostAtOnce = Math.max(mostAtOnce, busy);
    await Promise.resolve();
    busy -= 1;
    const answer = answers.shift() ?? 'goed';
    if (answer !== 'goed') throw answer;
  };
  const timers = {
    set: (callback: () => void, ms: number) => {
      waiting = { callback, ms };
      return waiting;
    },
    clear: () => {
      waiting = undefined;
    },
    now: () => new Date('2026-11-21T13:32:00Z'),
  };
  const queue = new AutosaveQueue(save, timers, () => undefined);
  return { queue, sent, pause: () => waiting?.ms, atOnce: () => mostAtOnce };
}

test('only the last value of a field is sent, fields one after the other', async () => {
  const { queue, sent, pause, atOnce } = setUp();
  queue.set('a', 'x');
  queue.set('b', 1);
  queue.set('a', 'xy');
  expect(queue.state.stand).toBe('bezig');
  expect(pause()).toBe(600);
  await queue.flush();
  expect(sent).toEqual([
    ['b', 1],
    ['a', 'xy'],
  ]);
  expect(atOnce()).toBe(1);
  expect(queue.state).toEqual({ stand: 'opgeslagen', om: new Date('2026-11-21T13:32:00Z') });
  expect(queue.unsaved).toBe(false);
});

test.each([lost, expired])(
  'what did not arrive stays and is tried again by itself',
  async (why) => {
    const { queue, sent, pause } = setUp([why(), 'goed']);
    queue.set('a', 'x');
    await queue.flush();
    expect(queue.state.stand).toBe('niet-opgeslagen');
    expect(queue.unsaved).toBe(true);
    expect(pause()).toBe(2_000);
    await queue.flush();
    expect(sent).toEqual([
      ['a', 'x'],
      ['a', 'x'],
    ]);
    expect(queue.state.stand).toBe('opgeslagen');
  },
);

test('a refused value waits for the person, names the conflict, and lets the others go on', async () => {
  const { queue, sent } = setUp([refused(), 'goed', 'goed']);
  queue.set('a', 'x');
  queue.set('b', 'y');
  await queue.flush();
  expect(sent.map(([veld]) => veld)).toEqual(['a', 'b']);
  expect(queue.state).toMatchObject({
    stand: 'niet-opgeslagen',
    reden: 'Intussen gewijzigd.',
    conflict: { wie: 'Bram Kok' },
  });
  expect(queue.unsaved).toBe(true);
  await queue.flush();
  expect(queue.state.stand).toBe('opgeslagen');
});

test('a newer value wins from the one that failed while it was typed', async () => {
  const { queue, sent } = setUp([lost(), 'goed']);
  queue.set('a', 'oud');
  const running = queue.flush();
  queue.set('a', 'nieuw');
  await running;
  await queue.flush();
  expect(sent.at(-1)).toEqual(['a', 'nieuw']);
  expect(queue.unsaved).toBe(false);
});

test('taking over the value of the other lets go of the own one', async () => {
  const { queue } = setUp([refused()]);
  queue.set('a', 'x');
  await queue.flush();
  queue.drop('a');
  expect(queue.unsaved).toBe(false);
  expect(queue.state.stand).toBe('rust');
});
