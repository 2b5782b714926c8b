import { useEffect, useId, useRef, useSyncExternalStore } from 'react';

/** Something that one can do from the command field. */
export type Opdracht = {
  id: string;
  naam: string;
  /** Other words by which it is found. */
  zoekwoorden?: string;
  doe: () => void;
};

const registered = new Map<string, readonly Opdracht[]>();
let all: readonly Opdracht[] = [];
const listeners = new Set<() => void>();

function announce() {
  all = [...registered.values()].flat();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Offers acts of this screen in the command field (Ctrl-K), as long as the screen is there. */
export function useOpdrachten(opdrachten: readonly Opdracht[]): void {
  const owner = useId();
  const latest = useRef(opdrachten);
  latest.current = opdrachten;
  const shape = opdrachten.map((item) => `${item.id}:${item.naam}`).join('|');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` is what a list shows; its acts are read from the ref
  useEffect(() => {
    const stable = latest.current.map((item) => ({
      ...item,
      doe: () => latest.current.find((other) => other.id === item.id)?.doe(),
    }));
    registered.set(owner, stable);
    announce();
    return () => {
      registered.delete(owner);
      announce();
    };
  }, [owner, shape]);
}

/** All acts that the present screens offer. */
export function useAlleOpdrachten(): readonly Opdracht[] {
  return useSyncExternalStore(subscribe, () => all);
}
