import type { ReactNode } from 'react';
import { formatDate } from '../../dates.ts';
import { SourceLabel } from './Badge.tsx';

export type TimelineItem = {
  id: string;
  /** ISO date; or a word such as 'vandaag' by `wanneer`. */
  datum: string;
  wanneer?: string;
  tekst: ReactNode;
  bron?: string;
};

/** What happened, in the order given: date, text, source. */
export function Timeline({ label, items }: { label: string; items: TimelineItem[] }) {
  return (
    <ol className="m-timeline" aria-label={label}>
      {items.map((item) => (
        <li key={item.id}>
          <time dateTime={item.datum}>{item.wanneer ?? formatDate(item.datum, 'kort')}</time>
          <span className="m-timeline__text">{item.tekst}</span>
          {item.bron && <SourceLabel bron={item.bron} />}
        </li>
      ))}
    </ol>
  );
}
