import type { ReactNode } from 'react';

export type KeyValueItem = { naam: string; waarde: ReactNode; bron?: ReactNode };

/** Names with their values. */
export function KeyValue({ items }: { items: KeyValueItem[] }) {
  return (
    <dl className="m-key-value">
      {items.map((item) => (
        <div key={item.naam}>
          <dt>{item.naam}</dt>
          <dd>
            {item.waarde} {item.bron}
          </dd>
        </div>
      ))}
    </dl>
  );
}
