import { Link, usePath } from './Link.tsx';

type Tab = { naam: string; href: string; aantal?: number | string; actief?: boolean };

/** Parts of one subject as links, so that each has an address. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  const path = usePath();
  return (
    <nav aria-label={label} className="m-tabs">
      <ul>
        {tabs.map((tab) => {
          const active = tab.actief ?? tab.href.split('?')[0] === path;
          return (
            <li key={tab.href}>
              <Link href={tab.href} aria-current={active ? 'page' : undefined}>
                {tab.naam}
                {tab.aantal !== undefined && <span className="m-tabs__count"> {tab.aantal}</span>}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
