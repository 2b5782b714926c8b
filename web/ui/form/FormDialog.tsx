import { type FormEvent, type ReactNode, useId, useRef } from 'react';
import type { Problem } from '../../api.ts';
import { ConflictNotice } from '../feedback/ConflictNotice.tsx';
import { Weigering } from '../feedback/Weigering.tsx';
import { Dialog } from '../layout/Dialog.tsx';
import { Button } from './Button.tsx';

type Save<V> = {
  mutate: (request: V, options: { onSettled: () => void }) => void;
  isPending: boolean;
  error: Problem | null;
};

type FormDialogProps<V, D> = {
  title: string;
  /** What the button says. */
  act?: string;
  onClose: () => void;
  save: Save<V>;
  /** What the user filled in, based on what stood there when the form opened. */
  request: V;
  /** What was read; read again after a conflict. */
  current?: { refetch: () => Promise<{ data: D | undefined }> };
  /** The same request upon what stands there now; nothing when it is not there any more. */
  again?: (now: D) => V | undefined;
  /** The fields that the form shows now, each with its own refusal. */
  fields: readonly string[];
  ready?: boolean;
  /** Why it is not ready; without it something is still to be filled in. */
  waits?: string | undefined;
  /** Beside the act: a preview. */
  aside?: ReactNode;
  children: ReactNode;
};

/** Sending twice before the answer came is sending once. */
function useOnce<V>(save: Save<V>) {
  const underway = useRef(false);
  return (request: V) => {
    if (underway.current) return;
    underway.current = true;
    save.mutate(request, {
      onSettled: () => {
        underway.current = false;
      },
    });
  };
}

/** A form in a dialog: what was typed stays after a refusal, also when somebody else was first. */
export function FormDialog<V, D>(props: FormDialogProps<V, D>) {
  const { title, onClose, save, request, current, again, fields, aside, children } = props;
  const { act = 'Leg vast', ready = true, waits = 'Nog niet alles is ingevuld.' } = props;
  const id = useId();
  const send = useOnce(save);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) send(request);
  };
  const takeTheirs = () => {
    void current?.refetch();
    onClose();
  };
  const keepMine = async () => {
    const now = (await current?.refetch())?.data;
    const mine = now && again?.(now);
    // What is not there any more the server refuses, in words.
    send(mine ?? request);
  };
  const { error } = save;
  const choice = again && error?.conflict;
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button
            type="submit"
            form={id}
            look="primary"
            reason={ready ? undefined : waits}
            busy={save.isPending}
          >
            {act}
          </Button>
          {aside}
          <Button onClick={onClose}>Annuleren</Button>
        </>
      }
    >
      <form id={id} className="m-stack" onSubmit={submit} noValidate>
        {children}
        {choice && (
          <ConflictNotice
            conflict={choice}
            onTakeTheirs={takeTheirs}
            onKeepMine={() => void keepMine()}
          />
        )}
        {error && !choice && <Weigering fout={error} velden={fields} />}
      </form>
    </Dialog>
  );
}
