import { useBlocker } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { onSessionRestored } from '../../shell/session.ts';
import { AutosaveQueue, type AutosaveState, type SaveField, type Timers } from './autosave.ts';

const browserTimers: Timers = {
  set: (callback, ms) => setTimeout(callback, ms),
  clear: (timer) => clearTimeout(timer as number),
  now: () => new Date(),
};

export type Autosave = {
  state: AutosaveState;
  /** Notes a value of one field; saving follows by itself. */
  set: (veld: string, waarde: unknown) => void;
  /** Saves now, and tries again what was refused. */
  flush: () => Promise<void>;
  /** Lets go of the own value of a field. */
  drop: (veld: string) => void;
};

/**
 * Saves a form field by field. `key` says what is edited (a dossier, an intake): another key is
 * another queue. Going to another page waits for the last field; closing the tab warns.
 */
export function useAutosave(save: SaveField, { key }: { key: string }): Autosave {
  const latest = useRef(save);
  latest.current = save;
  const [, redraw] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another key must give another queue
  const queue = useMemo(
    () =>
      new AutosaveQueue(
        (veld, waarde) => latest.current(veld, waarde),
        browserTimers,
        () => redraw((count) => count + 1),
      ),
    [key],
  );
  useEffect(() => {
    const stop = onSessionRestored(() => void queue.flush());
    return () => {
      stop();
      void queue.flush();
    };
  }, [queue]);
  useBlocker({
    enableBeforeUnload: () => queue.unsaved,
    shouldBlockFn: async () => {
      if (!queue.unsaved) return false;
      await queue.flush();
      return queue.unsaved && !window.confirm('Niet alles is opgeslagen. Toch weggaan?');
    },
  });
  return {
    state: queue.state,
    set: (veld, waarde) => queue.set(veld, waarde),
    flush: () => queue.flush(),
    drop: (veld) => queue.drop(veld),
  };
}
