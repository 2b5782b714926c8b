import { Icon } from '../layout/Icon.tsx';

type PaginationProps = {
  /** From 1. */
  page: number;
  pageSize: number;
  total: number;
  onPage: (page: number) => void;
  label?: string;
};

/** '1–25 van 312' with previous and next. */
export function Pagination({ page, pageSize, total, onPage, label }: PaginationProps) {
  const first = total === 0 ? 0 : (page - 1) * pageSize + 1;
  const last = Math.min(page * pageSize, total);
  return (
    <nav className="m-pagination" aria-label={label ?? 'Bladeren'}>
      <span aria-live="polite">{total === 0 ? 'geen' : `${first}–${last} van ${total}`}</span>
      {total > pageSize && (
        <>
          <button
            type="button"
            className="m-plain-button"
            disabled={page <= 1}
            onClick={() => onPage(page - 1)}
          >
            <Icon name="links" size={14} /> Vorige
          </button>
          <button
            type="button"
            className="m-plain-button"
            disabled={last >= total}
            onClick={() => onPage(page + 1)}
          >
            Volgende <Icon name="rechts" size={14} />
          </button>
        </>
      )}
    </nav>
  );
}
