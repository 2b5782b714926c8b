import { Icon } from '../layout/Icon.tsx';
import { type Column, roles, type Sort } from './columns.ts';

type TableHeadProps<T> = {
  columns: readonly Column<T>[];
  sort: Sort | undefined;
  onSort: (sort: Sort) => void;
  selectable: boolean;
};

/** The column headers; a sortable one is a button, and aria-sort tells the order. */
export function TableHead<T>({ columns, sort, onSort, selectable }: TableHeadProps<T>) {
  return (
    <thead role={roles.rowgroup}>
      <tr role={roles.row}>
        {selectable && (
          <th scope="col" role={roles.columnheader} className="m-table__tick">
            <span className="m-hidden">Kies</span>
          </th>
        )}
        {columns.map((column) => (
          <HeadCell key={column.id} column={column} sort={sort} onSort={onSort} />
        ))}
      </tr>
    </thead>
  );
}

type HeadCellProps<T> = Pick<TableHeadProps<T>, 'sort' | 'onSort'> & { column: Column<T> };

function HeadCell<T>({ column, sort, onSort }: HeadCellProps<T>) {
  const sortable = column.sort || column.serverSort;
  const current = sort?.id === column.id ? sort : undefined;
  const order = current?.desc ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      role={roles.columnheader}
      aria-sort={sortable && current ? order : undefined}
      style={column.width ? { width: column.width } : undefined}
      className={column.align === 'end' ? 'm-table__end' : undefined}
    >
      {sortable ? (
        <button
          type="button"
          className="m-table__sort"
          onClick={() => onSort({ id: column.id, desc: current ? !current.desc : false })}
        >
          {column.header}
          {current && <Icon name={current.desc ? 'omlaag' : 'omhoog'} size={14} />}
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}
