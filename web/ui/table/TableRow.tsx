import type { MouseEvent, ReactNode } from 'react';
import { Link } from '../layout/Link.tsx';
import { type Column, roles } from './columns.ts';

type TableRowProps<T> = {
  id: string;
  row: T;
  name: string;
  columns: readonly Column<T>[];
  href?: string;
  active: boolean;
  onActive?: (id: string) => void;
  selected?: boolean;
  onSelect?: () => void;
};

function isControl(event: MouseEvent): boolean {
  return (
    event.target instanceof Element && event.target.closest('a, button, input, label') !== null
  );
}

/** One row. Its header holds the link; a click elsewhere in the row only makes it active. */
export function TableRow<T>(props: TableRowProps<T>) {
  const { id, row, columns, href, active, onActive, selected, onSelect, name } = props;
  return (
    <tr
      role={roles.row}
      data-row={id}
      aria-current={active ? 'true' : undefined}
      className={onActive ? 'm-table__row--walk' : undefined}
      onClick={(event) => !isControl(event) && onActive?.(id)}
      onFocus={() => !active && onActive?.(id)}
    >
      {onSelect && (
        <td role={roles.cell} className="m-table__tick">
          <input
            type="checkbox"
            aria-label={`Kies ${name}`}
            checked={selected ?? false}
            onChange={onSelect}
          />
        </td>
      )}
      {columns.map((column) =>
        column.primary ? (
          <th key={column.id} scope="row" role={roles.rowheader} className="m-table__primary">
            <Primary href={href}>{column.cell(row)}</Primary>
          </th>
        ) : (
          <td
            key={column.id}
            role={roles.cell}
            data-label={column.header}
            className={`m-table__cell--${column.card ?? 'line'} ${column.align === 'end' ? 'm-table__end' : ''}`}
          >
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}

function Primary({ href, children }: { href?: string; children: ReactNode }) {
  return href ? <Link href={href}>{children}</Link> : children;
}
