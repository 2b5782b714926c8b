import type { Ik } from '../ik.ts';
import { Icon } from '../ui/layout/Icon.tsx';
import { Link, usePath } from '../ui/layout/Link.tsx';
import { Logo } from './Logo.tsx';
import { type NavItem, navFor } from './nav.ts';

function isHere(item: NavItem, path: string): boolean {
  return item.href === '/' ? path === '/' : path === item.href || path.startsWith(`${item.href}/`);
}

function NavLink({ item, ik, path }: { item: NavItem; ik: Ik; path: string }) {
  const count = item.teller ? ik.tellers[item.teller] : 0;
  const alarm = item.teller === 'verbindingen';
  return (
    <Link
      href={item.href}
      className="m-nav__link"
      aria-current={isHere(item, path) ? 'page' : undefined}
    >
      <Icon name={item.icon} />
      <span>{item.naam}</span>
      {count > 0 && (
        <span className={alarm ? 'm-nav__count m-nav__count--alarm' : 'm-nav__count'}>
          {count}
          {alarm && <span className="m-hidden"> niet gelukt</span>}
        </span>
      )}
    </Link>
  );
}

/** The pages that one may see, and who one is. */
export function Sidebar({ ik }: { ik: Ik }) {
  const path = usePath();
  const names = ik.gemeenten.map((gemeente) => gemeente.naam);
  return (
    <>
      <Logo />
      <nav aria-label="Hoofdmenu" className="m-nav">
        {navFor(ik).map((group) => (
          <div key={group.naam ?? 'werk'}>
            {group.naam && <p className="m-nav__group">{group.naam}</p>}
            <ul>
              {group.items.map((item) => (
                <li key={item.href}>
                  <NavLink item={item} ik={ik} path={path} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className="m-side__who">
        <strong>{ik.medewerker.naam}</strong>
        <p>
          {ik.medewerker.functie} · {ik.medewerker.organisatie.naam}
        </p>
        {names.length > 0 && <p className="m-side__where">werkt voor {names.join(', ')}</p>}
      </div>
    </>
  );
}
