import type { ReactNode } from 'react';
import type { Reden } from '../../api.ts';
import { Icon } from '../layout/Icon.tsx';
import { Link } from '../layout/Link.tsx';

type AlertProps = {
  tone: 'refusal' | 'warning' | 'info' | 'success';
  /** The short sentence in bold; the rest explains. */
  title: string;
  children?: ReactNode;
  /** Told at once by screen readers; for what just happened, not for what stands there. */
  live?: boolean;
};

const ICONS = { refusal: 'weiger', warning: 'letop', info: 'info', success: 'vink' } as const;

/** A message in full sentences, where it is needed. */
export function Alert({ tone, title, children, live }: AlertProps) {
  return (
    <div className={`m-alert m-alert--${tone}`} role={live ? 'alert' : undefined}>
      <Icon name={ICONS[tone]} />
      <div>
        <strong>{title}</strong> {children}
      </div>
    </div>
  );
}

/** The reasons of a refusal as a list; a reason with an address gets a link to do it. */
export function Redenen({ redenen }: { redenen: readonly Reden[] }) {
  if (redenen.length === 0) return null;
  return (
    <ul className="m-redenen">
      {redenen.map((reden) => (
        <li key={`${reden.code}${reden.veld ?? ''}${reden.tekst}`}>
          {reden.tekst} {reden.actie?.startsWith('/') && <Link href={reden.actie}>Ga erheen</Link>}
        </li>
      ))}
    </ul>
  );
}
