import { useTable } from '@tanstack/react-table';
import { type ReactNode, useMemo, useState } from 'react';
import { Kbd } from '../layout/Kbd.tsx';
import { type Column, features, roles, type Sort, toColumnDefs } from './columns.ts';
import { TableHead } from './TableHead.tsx';
import { TableRow } from './TableRow.tsx';
import { TableTools } from './TableTools.tsx';
import { type RowKey, useRowKeys } from './useRowKeys.ts';

export type DataTableProps<T> = {
  /** What the table holds; told to screen readers. */
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowId: (row: T) => string;
  /** Where Enter, or a click on the name, goes. */
  rowHref?: (row: T) => string;
  /** The row whose summary stands beside the table. */
  activeId?: string;
  onActive?: (id: string) => void;
  keys?: readonly RowKey<T>[];
  /** The order now; with `onSort` the server sorts, without it the table does. */
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** Ids of hidden columns; with `onHiddenColumns` the chooser appears. */
  hiddenColumns?: readonly string[];
  onHiddenColumns?: (ids: string[]) => void;
  /** Rows that are ticked for an act on several at once. */
  selected?: ReadonlySet<string>;
  onSelected?: (ids: Set<string>) => void;
  rowName?: (row: T) => string;
  empty?: ReactNode;
  /** Right below: usually a Pagination. */
  footer?: ReactNode;
  /** New rows are on their way; the old ones stay in sight. */
  busy?: boolean;
};

/** The rows in order and the columns that are not hidden, by TanStack Table. */
function useOrdered<T extends object>(props: DataTableProps<T>) {
  const { columns, rows, rowId, onSort, hiddenColumns = [] } = props;
  const [ownSort, setOwnSort] = useState<Sort | undefined>(props.sort);
  const sort = onSort ? props.sort : ownSort;
  const defs = useMemo(() => toColumnDefs(columns), [columns]);
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({
    features,
    columns: defs,
    data,
    getRowId: rowId,
    manualSorting: Boolean(onSort),
    state: {
      sorting: sort ? [sort] : [],
      columnVisibility: Object.fromEntries(hiddenColumns.map((id) => [id, false])),
    },
  });
  const visible = new Set(table.getVisibleLeafColumns().map((column) => column.id));
  return {
    sort,
    changeSort: onSort ?? setOwnSort,
    shownColumns: columns.filter((column) => visible.has(column.id)),
    shownRows: table.getRowModel().rows.map((row) => row.original),
  };
}

/** A list of people or things, to walk through by keyboard; cards on a phone. */
export function DataTable<T extends object>(props: DataTableProps<T>) {
  const { rows, rowId, activeId, keys = [], selected, onSelected } = props;
  const { sort, changeSort, shownColumns, shownRows } = useOrdered(props);
  useRowKeys({
    rows: shownRows,
    rowId,
    activeId,
    onActive: (id) => props.onActive?.(id),
    keys,
  });
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelected?.(next);
  };
  return (
    <div className="m-table-frame" aria-busy={props.busy}>
      <TableTools {...props} shown={shownColumns} sort={sort} onSort={changeSort} />
      {/* Without rows there is no table: on a phone, where the head is hidden, nothing of it would be left. */}
      {(rows.length > 0 || !props.empty) && (
        <table className="m-table" role={roles.table}>
          <caption className="m-hidden">{props.caption}</caption>
          <TableHead
            columns={shownColumns}
            sort={sort}
            onSort={changeSort}
            selectable={Boolean(onSelected)}
          />
          <tbody role={roles.rowgroup}>
            {shownRows.map((row) => {
              const id = rowId(row);
              return (
                <TableRow
                  key={id}
                  id={id}
                  row={row}
                  columns={shownColumns}
                  href={props.rowHref?.(row)}
                  active={id === activeId}
                  onActive={props.onActive}
                  selected={selected?.has(id)}
                  onSelect={onSelected ? () => toggle(id) : undefined}
                  name={props.rowName?.(row) ?? ''}
                />
              );
            })}
          </tbody>
        </table>
      )}
      {rows.length === 0 && props.empty}
      <TableFoot walks={Boolean(props.onActive)} keys={keys} footer={props.footer} />
    </div>
  );
}

type TableFootProps = {
  walks: boolean;
  keys: readonly { toets: string; naam: string }[];
  footer?: ReactNode;
};

function TableFoot({ walks, keys, footer }: TableFootProps) {
  if (!walks && !footer) return null;
  return (
    <div className="m-table-foot">
      {walks && (
        <p className="m-table-foot__keys">
          <Kbd>J</Kbd> <Kbd>K</Kbd> volgende, vorige · <Kbd>↵</Kbd> open
          {keys.map((key) => (
            <span key={key.toets}>
              {' '}
              · <Kbd>{key.toets.toUpperCase()}</Kbd> {key.naam}
            </span>
          ))}
        </p>
      )}
      {footer}
    </div>
  );
}
