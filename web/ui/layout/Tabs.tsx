import { Link, usePath } from './Link.tsx';
import { Menu } from './Menu.tsx';

type Tab = { naam: string; href: string; aantal?: number | string; actief?: boolean };

type TabsProps = {
  label: string;
  tabs: Tab[];
  /** What is needed less often, under one button at the end. */
  meer?: Tab[];
};

/** Parts of one subject as links, so that each has an address. */
export function Tabs({ label, tabs, meer = [] }: TabsProps) {
  const path = usePath();
  const isActive = (tab: Tab) => tab.actief ?? tab.href.split('?')[0] === path;
  const open = meer.find(isActive);
  return (
    <nav aria-label={label} className="m-tabs">
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link href={tab.href} aria-current={isActive(tab) ? 'page' : undefined}>
              {tab.naam}
              {tab.aantal !== undefined && <span className="m-tabs__count"> {tab.aantal}</span>}
            </Link>
          </li>
        ))}
        {meer.length > 0 && (
          <li className={open ? 'm-tabs__more m-tabs__more--open' : 'm-tabs__more'}>
            <Menu
              look="quiet"
              label={open?.naam ?? 'Meer'}
              name={open ? `${open.naam}, meer delen` : 'Meer delen'}
              items={meer.map((tab) => ({
                naam: tab.naam,
                href: tab.href,
                gekozen: tab === open,
              }))}
            />
          </li>
        )}
      </ul>
    </nav>
  );
}
