import { useEffect, useRef } from 'react';

/** An act on the active row by one letter; shown under the table. */
export type RowKey<T> = { toets: string; naam: string; doe: (row: T) => void };

type RowKeysOptions<T> = {
  rows: readonly T[];
  rowId: (row: T) => string;
  activeId: string | undefined;
  onActive: (id: string) => void;
  keys: readonly RowKey<T>[];
};

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select');
}

function mayHandle(event: KeyboardEvent): boolean {
  const modified = event.ctrlKey || event.metaKey || event.altKey;
  const covered = document.querySelector('dialog[open], [popover]:popover-open') !== null;
  return !modified && !event.defaultPrevented && !covered && !isTyping(event.target);
}

function focusRow(id: string) {
  const row = document.querySelector(`tr[data-row="${CSS.escape(id)}"]`);
  row?.querySelector<HTMLElement>('th a, th button')?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}

/** Goes one row up or down; false at a key that does not walk. */
function walk<T>(key: string, { rows, rowId, activeId, onActive }: RowKeysOptions<T>): boolean {
  const step = { j: 1, k: -1 }[key];
  if (!step) return false;
  const index = rows.findIndex((row) => rowId(row) === activeId);
  const next = rows[Math.max(0, Math.min(rows.length - 1, index + step))];
  if (next) {
    onActive(rowId(next));
    focusRow(rowId(next));
  }
  return true;
}

/** Does the act of a letter on the active row; false when there is none. */
function act<T>(key: string, { rows, rowId, activeId, keys }: RowKeysOptions<T>): boolean {
  const row = rows.find((item) => rowId(item) === activeId);
  const found = keys.find((item) => item.toets.toLowerCase() === key);
  if (!row || !found) return false;
  found.doe(row);
  return true;
}

/**
 * J and K walk through the rows and put the focus on the row's link, so that Enter opens it;
 * other letters act on the active row.
 */
export function useRowKeys<T>(options: RowKeysOptions<T>): void {
  const current = useRef(options);
  current.current = options;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!mayHandle(event)) return;
      const key = event.key.toLowerCase();
      if (walk(key, current.current) || act(key, current.current)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
