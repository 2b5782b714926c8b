import { Button as AmsButton } from '@amsterdam/design-system-react/dist/Button/index.js';
import { type ButtonHTMLAttributes, type ReactNode, useId } from 'react';
import { Icon, type IconName } from '../layout/Icon.tsx';
import { Link } from '../layout/Link.tsx';

type Look = 'primary' | 'secondary' | 'quiet';

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> & {
  look?: Look;
  icon?: IconName;
  /** Busy: says so in words, and a second press does nothing. */
  busy?: boolean;
  busyText?: string;
  disabled?: boolean;
  /** Why it cannot be pressed, in a full sentence; stands beside it. May hold a link to mend it. */
  reason?: ReactNode;
  children: ReactNode;
};

const VARIANT = { primary: 'primary', secondary: 'secondary', quiet: 'tertiary' } as const;

/**
 * An act. A disabled button stays in the tab order (aria-disabled) when it has a reason, so that
 * everybody meets the reason.
 */
export function Button(props: ButtonProps) {
  const {
    look = 'secondary',
    icon,
    busy,
    busyText,
    disabled,
    reason,
    children,
    onClick,
    ...rest
  } = props;
  const reasonId = useId();
  const off = disabled || Boolean(reason);
  const button = (
    <AmsButton
      {...rest}
      variant={VARIANT[look]}
      className={`m-button ${rest.className ?? ''}`}
      disabled={off && !reason}
      aria-disabled={off || busy || undefined}
      aria-describedby={reason ? reasonId : rest['aria-describedby']}
      onClick={(event) => {
        if (off || busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <Icon name={icon} size={16} />}
      {busy ? (busyText ?? 'Bezig…') : children}
    </AmsButton>
  );
  if (!reason) return button;
  return (
    <span className="m-button-with-reason">
      {button}
      <span id={reasonId} className="m-button-with-reason__text">
        {reason}
      </span>
    </span>
  );
}

type ButtonLinkProps = { href: string; look?: Look; icon?: IconName; children: ReactNode };

/** A link to a page that looks like an act. */
export function ButtonLink({ href, look = 'secondary', icon, children }: ButtonLinkProps) {
  return (
    <Link href={href} className={`ams-button ams-button--${VARIANT[look]} m-button`}>
      {icon && <Icon name={icon} size={16} />}
      {children}
    </Link>
  );
}
