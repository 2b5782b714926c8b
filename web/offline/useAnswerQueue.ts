import { useEffect, useMemo, useRef, useState } from 'react';
import { newKey, onSessionExpired } from '../api.ts';
import { onSessionRestored } from '../shell/session.ts';
import { isStill, sessionKey } from './keys.ts';
import { AnswerQueue } from './queue.ts';
import { deviceStore, readWaiting } from './rows.ts';
import { canSeal } from './seal.ts';
import type { KeyName } from './vault.ts';
import type { Answer, Timers, Waiting } from './waiting.ts';

const browserTimers: Timers = {
  set: (callback, ms) => setTimeout(callback, ms),
  clear: (timer) => clearTimeout(timer as number),
  now: () => new Date(),
};

/** For whom answers are kept, and with which key. */
export type Keeper = { owner: string; name: KeyName; key: () => Promise<CryptoKey | null> };

/** The keeper for who is logged in. */
export const sessionKeeper = (owner: string): Keeper => ({
  owner,
  name: 'session',
  key: () => sessionKey(owner),
});

const AGAIN_MS = 5_000;

/** Sends only in the name of who typed; asks again who is there after the session ended. */
function useOwnName(
  { owner, name }: Keeper,
  send: (item: Waiting) => Promise<Answer>,
): (item: Waiting) => Promise<Answer> {
  const unsure = useRef(name !== 'session');
  useEffect(
    () =>
      onSessionExpired(() => {
        unsure.current = true;
      }),
    [],
  );
  return async (item) => {
    if (unsure.current && !(await isStill(owner))) return { kind: 'later' };
    unsure.current = false;
    return send(item);
  };
}

/** @returns false when the key could not be had: then it must be tried again. */
async function takeUp(queue: AnswerQueue, dossierId: string, keeper: Keeper): Promise<boolean> {
  const key = await keeper.key();
  if (!key) return !canSeal();
  const packet = keeper.name !== 'session';
  const known = new Map(packet ? [[keeper.name, key]] : []);
  const rows = await readWaiting(keeper.owner, packet ? null : key, known).catch(() => []);
  queue.restore(rows.filter((row) => row.dossierId === dossierId));
  return true;
}

/** Takes up what waited, and goes on trying as long as the key cannot be had; true when that is done. */
function useTakeUp(queue: AnswerQueue, dossierId: string, keeper: Keeper): boolean {
  const [done, setDone] = useState(false);
  const latest = useRef(keeper);
  latest.current = keeper;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const attempt = async () => {
      const taken = await takeUp(queue, dossierId, latest.current);
      if (gone) return;
      setDone(taken);
      if (!taken) timer = setTimeout(() => void attempt(), AGAIN_MS);
    };
    void attempt();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [queue, dossierId]);
  return done;
}

/**
 * The queue of one dossier: it takes up what waited on this device, tries again when the connection or the session
 * comes back, and warns on closing only when something typed is not on the device.
 */
export function useAnswerQueue(
  dossierId: string,
  keeper: Keeper,
  send: (item: Waiting) => Promise<Answer>,
  holds: (item: Waiting) => boolean,
): { queue: AnswerQueue; takenUp: boolean } {
  const inOwnName = useOwnName(keeper, send);
  const latest = useRef(inOwnName);
  latest.current = inOwnName;
  const latestHolds = useRef(holds);
  latestHolds.current = holds;
  const present = useRef(keeper.owner);
  present.current = keeper.owner;
  const { owner } = keeper;
  const [, redraw] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another dossier or owner must give another queue
  const queue = useMemo(
    () =>
      new AnswerQueue({
        send: (item) => latest.current(item),
        holds: (item) => latestHolds.current(item),
        store: {
          put: async (item) => deviceStore(keeper.owner, keeper.name, await keeper.key()).put(item),
          remove: async (id) =>
            deviceStore(keeper.owner, keeper.name, await keeper.key()).remove(id),
        },
        timers: browserTimers,
        newId: newKey,
        onChange: () => redraw((count) => count + 1),
      }),
    [dossierId, keeper.owner, keeper.name],
  );
  useEffect(() => {
    const again = () => void queue.flush();
    const warn = (event: BeforeUnloadEvent) => {
      if (queue.unwritten) event.preventDefault();
    };
    const stop = onSessionRestored(again);
    window.addEventListener('online', again);
    window.addEventListener('beforeunload', warn);
    return () => {
      stop();
      window.removeEventListener('online', again);
      window.removeEventListener('beforeunload', warn);
      // Never in the name of another who logged in meanwhile.
      if (present.current === owner) void queue.flush();
      queue.stop();
    };
  }, [queue, owner]);
  return { queue, takenUp: useTakeUp(queue, dossierId, keeper) };
}
