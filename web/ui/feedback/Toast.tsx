import { useEffect, useState, useSyncExternalStore } from 'react';

export type ToastMessage = {
  tekst: string;
  /** Undoes the act; the button stands there for ten seconds. */
  ongedaan?: () => void | Promise<void>;
};

type Shown = ToastMessage & { id: number };

const VISIBLE_MS = 10_000;
let toasts: readonly Shown[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Shown[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Tells that something was done: `toast({ tekst: 'Uitgesteld.', ongedaan: () => … })`. */
export function toast(message: ToastMessage): void {
  lastId += 1;
  change([...toasts, { ...message, id: lastId }].slice(-3));
}

function dismiss(id: number) {
  change(toasts.filter((item) => item.id !== id));
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The place at the bottom where messages appear. Once, in the shell. */
export function ToastRegion() {
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <div className="m-toasts" role="status" aria-live="polite">
      {shown.map((item) => (
        <Toast key={item.id} item={item} />
      ))}
    </div>
  );
}

function Toast({ item }: { item: Shown }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismiss(item.id), VISIBLE_MS);
    return () => clearTimeout(timer);
  }, [held, item.id]);
  const undo = () => {
    dismiss(item.id);
    void item.ongedaan?.();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: holding still while one reads is not an act
    <div
      className="m-toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{item.tekst}</span>
      {item.ongedaan && (
        <button type="button" onClick={undo}>
          Ongedaan maken
        </button>
      )}
      <button type="button" onClick={() => dismiss(item.id)}>
        Sluiten
      </button>
    </div>
  );
}
