import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { Icon } from './Icon.tsx';

type DialogProps = {
  open: boolean;
  title: string;
  onClose: () => void;
  /** Buttons; the first is the act, 'Annuleren' stands last. */
  footer?: ReactNode;
  /** 'side' slides in at the right and leaves the page visible. */
  kind?: 'centre' | 'side';
  children: ReactNode;
};

/** A modal on the native dialog: traps the focus, closes on Esc, gives the focus back. */
export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <OpenDialog {...rest} /> : null;
}

function OpenDialog(props: Omit<DialogProps, 'open'>) {
  const { title, onClose, footer, kind = 'centre', children } = props;
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Closes before React takes it out of the page: only then the browser gives the focus back.
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className={`m-dialog m-dialog--${kind}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className="m-dialog__head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="m-plain-button" onClick={onClose}>
          <Icon name="sluit" size={16} /> Sluiten
        </button>
      </header>
      <div className="m-dialog__body">{children}</div>
      {footer && <footer className="m-dialog__foot">{footer}</footer>}
    </dialog>
  );
}
