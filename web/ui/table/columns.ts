import {
  type ColumnDef,
  columnVisibilityFeature,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';

export type Column<T> = {
  id: string;
  header: string;
  cell: (row: T) => ReactNode;
  /** Makes the column sortable here, over the rows that are loaded. */
  sort?: (row: T) => string | number;
  /** Sortable by the server: the table only calls `onSort`. */
  serverSort?: boolean;
  /** The row header, which carries the link to the row. Exactly one column. */
  primary?: boolean;
  /** False: the column chooser may not hide it. */
  hideable?: boolean;
  align?: 'end';
  /** On a phone: 'top' stands beside the name, 'label' says its header, 'hide' falls away. */
  card?: 'top' | 'label' | 'hide';
  width?: string;
};

export type Sort = { id: string; desc: boolean };

const collator = new Intl.Collator('nl', { numeric: true, sensitivity: 'base' });

export const features = tableFeatures({
  rowSortingFeature,
  columnVisibilityFeature,
  sortedRowModel: createSortedRowModel(),
});

/** Our columns in the words of TanStack Table. */
export function toColumnDefs<T extends object>(
  columns: readonly Column<T>[],
): ColumnDef<typeof features, T>[] {
  return columns.map((column) => ({
    id: column.id,
    accessorFn: (row: T) => column.sort?.(row) ?? '',
    header: column.header,
    enableSorting: Boolean(column.sort || column.serverSort),
    enableHiding: column.hideable !== false && !column.primary,
    sortFn: (a, b, id) => {
      const [left, right] = [a.getValue(id), b.getValue(id)];
      if (typeof left === 'number' && typeof right === 'number') return left - right;
      return collator.compare(String(left), String(right));
    },
  }));
}

/**
 * Said aloud in the markup, because the phone layout takes the table out of table display and
 * browsers then drop the roles that the elements imply.
 */
export const roles = {
  table: 'table',
  rowgroup: 'rowgroup',
  row: 'row',
  columnheader: 'columnheader',
  rowheader: 'rowheader',
  cell: 'cell',
} as const;
