import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import { Link, usePath } from './Link.tsx';

type PageTitleProps = {
  title: string;
  /** One line under the title: the answer to the question that the page asks. */
  lead?: ReactNode;
  actions?: ReactNode;
  crumbs?: { naam: string; href: string }[];
  /** In the browser tab when that must differ (a name never goes there). */
  tabTitle?: string;
};

let firstPage: string | null = null;

/**
 * The one h1 of a page. Takes the focus when one arrives here from another page, so that a
 * screen reader starts where the eye starts.
 */
export function PageTitle({ title, lead, actions, crumbs, tabTitle }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const path = usePath();
  useEffect(() => {
    document.title = `${tabTitle ?? title} · Meedoen`;
  }, [title, tabTitle]);
  useEffect(() => {
    firstPage ??= path;
    if (firstPage === path) return;
    firstPage = '';
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [path]);
  return (
    <div className="m-page-title">
      <div>
        {crumbs && crumbs.length > 0 && (
          <nav aria-label="Kruimelpad" className="m-quiet">
            {crumbs.map((crumb, index) => (
              <Fragment key={crumb.href}>
                {index > 0 && <span aria-hidden="true"> › </span>}
                <Link href={crumb.href}>{crumb.naam}</Link>
              </Fragment>
            ))}
          </nav>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <div className="m-page-title__lead">{lead}</div>}
      </div>
      {actions && <div className="m-row">{actions}</div>}
    </div>
  );
}
