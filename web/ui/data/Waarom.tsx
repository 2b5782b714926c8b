import { type ReactNode, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Icon } from '../layout/Icon.tsx';
import { placeBelow } from '../layout/placeBelow.ts';
import { type Uitleg, UitlegTree } from './Uitleg.tsx';

type WaaromProps = {
  uitleg: Uitleg | undefined;
  /** The date or status that is asked about. Without explanation it is plain text. */
  children: ReactNode;
  /** The question above the answer; 'Waarom?' by default. */
  vraag?: string;
  /** Said after the value and not shown, where the same words stand on the page more than once. */
  over?: string;
};

/** A value with a dotted underline that answers 'waarom?'. */
export function Waarom({ uitleg, children, vraag = 'Waarom?', over = 'waarom?' }: WaaromProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [host, setHost] = useState<Element | null>(null);
  const [open, setOpen] = useState(false);
  if (!uitleg) return <>{children}</>;
  // The panel lives outside the sentence, but inside an open dialog: the rest is inert then.
  const attach = (element: HTMLButtonElement | null) => {
    button.current = element;
    if (element && !host) setHost(element.closest('dialog') ?? document.body);
  };
  return (
    <>
      <button
        ref={attach}
        type="button"
        className="m-waarom"
        aria-expanded={open}
        aria-haspopup="dialog"
        popoverTarget={id}
      >
        {children}
        <span className="m-hidden"> – {over}</span>
      </button>
      {host &&
        createPortal(
          <div
            id={id}
            ref={panel}
            popover="auto"
            role="dialog"
            aria-label={vraag}
            tabIndex={-1}
            className="m-waarom__panel"
            onToggle={(event) => {
              setOpen(event.newState === 'open');
              if (event.newState !== 'open') return;
              placeBelow(button.current, panel.current);
              panel.current?.focus();
            }}
          >
            <div className="m-waarom__head">
              <p>{vraag}</p>
              <button
                type="button"
                className="m-plain-button"
                popoverTarget={id}
                popoverTargetAction="hide"
              >
                <Icon name="sluit" size={16} /> Sluiten
              </button>
            </div>
            {open && <UitlegTree uitleg={uitleg} />}
          </div>,
          host,
        )}
    </>
  );
}
