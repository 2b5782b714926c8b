import { SkipLink } from '@amsterdam/design-system-react/dist/SkipLink/index.js';
import { Outlet } from '@tanstack/react-router';
import { Logo } from './shell/Logo.tsx';
import { loginHref } from './shell/session.ts';
import { Link, usePath } from './ui/layout/Link.tsx';
import './public-frame.css';

/** The light frame around pages that everybody may read without logging in. */
export function PublicFrame() {
  const path = usePath();
  return (
    <div className="m-public">
      <SkipLink href="#inhoud">Naar de inhoud</SkipLink>
      <header className="m-public__top">
        <div>
          <Logo />
          <nav aria-label="Hoofdmenu">
            <Link href="/regels" aria-current={path === '/regels' ? 'page' : undefined}>
              Regels
            </Link>
          </nav>
          <a href={loginHref(path)} className="m-public__login">
            Aanmelden
          </a>
        </div>
      </header>
      <main id="inhoud" tabIndex={-1} className="m-main m-public__main">
        <Outlet />
      </main>
    </div>
  );
}
