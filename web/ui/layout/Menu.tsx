import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { Link } from './Link.tsx';
import { placeBelow } from './placeBelow.ts';

export type MenuItem = {
  naam: string;
  icon?: IconName;
  href?: string;
  onChoose?: () => void;
  /** A choice that is on; shown with a tick and told in words. */
  gekozen?: boolean;
};

type MenuProps = {
  /** What stands on the button. */
  label: ReactNode;
  /** The accessible name, when the label alone does not say it. */
  name?: string;
  items: MenuItem[];
  look?: 'pill' | 'quiet' | 'round';
  /** Free content instead of (or above) items, for example checkboxes. */
  children?: ReactNode;
};

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('a, button, input')];
  const index = items.indexOf(document.activeElement as HTMLElement);
  items[(index + step + items.length) % items.length]?.focus();
  event.preventDefault();
}

/** A button that opens a short list; arrows walk, Esc closes and gives the focus back. */
export function Menu({ label, name, items, look = 'pill', children }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const close = () => panel.current?.hidePopover();
  return (
    <>
      <button
        ref={button}
        type="button"
        className={`m-menu-button m-menu-button--${look}`}
        aria-label={name}
        popoverTarget={id}
      >
        {label}
        {look !== 'round' && <Icon name="omlaag" size={14} />}
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows are an extra on a list of ordinary links and buttons */}
      <div
        id={id}
        ref={panel}
        popover="auto"
        className="m-menu"
        onToggle={(event) => {
          if (event.newState === 'open') {
            placeBelow(button.current, panel.current, 'end');
            panel.current?.querySelector<HTMLElement>('a, button, input')?.focus();
          }
        }}
        onKeyDown={moveFocus}
      >
        {children}
        {items.length > 0 && (
          <ul>
            {items.map((item) => (
              <li key={item.naam}>
                <MenuEntry item={item} close={close} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

function MenuEntry({ item, close }: { item: MenuItem; close: () => void }) {
  const content = (
    <>
      {item.icon && <Icon name={item.icon} size={16} />}
      <span>{item.naam}</span>
      {item.gekozen && (
        <span className="m-menu__tick">
          <Icon name="vink" size={16} />
          <span className="m-hidden">(gekozen)</span>
        </span>
      )}
    </>
  );
  if (item.href) {
    return (
      <Link href={item.href} onClick={close}>
        {content}
      </Link>
    );
  }
  const choose = () => {
    close();
    item.onChoose?.();
  };
  return (
    <button type="button" onClick={choose}>
      {content}
    </button>
  );
}
