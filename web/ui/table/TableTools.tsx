import { useId } from 'react';
import { Icon } from '../layout/Icon.tsx';
import { Menu } from '../layout/Menu.tsx';
import type { Column, Sort } from './columns.ts';

type ColumnChooserProps<T> = {
  columns: readonly Column<T>[];
  hidden: readonly string[];
  onHidden: (ids: string[]) => void;
};

/** Which columns one wants to see. */
function ColumnChooser<T>({ columns, hidden, onHidden }: ColumnChooserProps<T>) {
  const choices = columns.filter((column) => column.hideable !== false && !column.primary);
  return (
    <Menu
      label={
        <>
          <Icon name="kolommen" size={16} /> Kolommen
        </>
      }
      items={[]}
    >
      <fieldset className="m-menu__checks">
        <legend>Kolommen tonen</legend>
        {choices.map((column) => (
          <label key={column.id}>
            <input
              type="checkbox"
              checked={!hidden.includes(column.id)}
              onChange={(event) => {
                const others = hidden.filter((id) => id !== column.id);
                onHidden(event.target.checked ? others : [...others, column.id]);
              }}
            />
            {column.header}
          </label>
        ))}
      </fieldset>
    </Menu>
  );
}

type SortSelectProps<T> = {
  columns: readonly Column<T>[];
  sort: Sort | undefined;
  onSort: (sort: Sort) => void;
};

/** Sorting on a phone, where the headers are not in sight. */
function SortSelect<T>({ columns, sort, onSort }: SortSelectProps<T>) {
  const id = useId();
  const sortable = columns.filter((column) => column.sort || column.serverSort);
  if (sortable.length === 0) return null;
  return (
    <div className="m-table-sort">
      <label htmlFor={id}>Sorteer op</label>
      <span className="m-select">
        <select
          id={id}
          className="ams-select"
          value={sort?.id ?? ''}
          onChange={(event) => onSort({ id: event.target.value, desc: false })}
        >
          {!sort && <option value="">zoals het komt</option>}
          {sortable.map((column) => (
            <option key={column.id} value={column.id}>
              {column.header}
            </option>
          ))}
        </select>
        <Icon name="omlaag" size={16} />
      </span>
    </div>
  );
}

type TableToolsProps<T> = {
  columns: readonly Column<T>[];
  shown: readonly Column<T>[];
  sort: Sort | undefined;
  onSort: (sort: Sort) => void;
  hiddenColumns?: readonly string[];
  onHiddenColumns?: (ids: string[]) => void;
};

/** Above the table: sorting (on a phone) and the choice of columns. */
export function TableTools<T>(props: TableToolsProps<T>) {
  return (
    <div className="m-table-tools">
      <SortSelect columns={props.shown} sort={props.sort} onSort={props.onSort} />
      {props.onHiddenColumns && (
        <ColumnChooser
          columns={props.columns}
          hidden={props.hiddenColumns ?? []}
          onHidden={props.onHiddenColumns}
        />
      )}
    </div>
  );
}
