import type { UseMutationResult } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId } from 'react';
import type { Problem } from '../../../web/api.ts';
import { ConflictNotice } from '../../../web/ui/feedback/ConflictNotice.tsx';
import { ErrorState } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import type { Plan } from '../plan.schema.ts';
import { usePlan } from './vragen.tsx';
import './formulier.css';

type Props<S extends object, A> = {
  titel: string;
  knop?: string;
  sluit: () => void;
  /** The record that is sent. */
  bewaar: UseMutationResult<A, Problem, object>;
  /** What the user filled in, based on what stood there when the form opened. */
  vraag: S;
  /** The same upon what stands there now, after a conflict. */
  opnieuw: (plan: Plan) => S;
  /** Names of fields that show their own refusal. */
  velden: readonly string[];
  klaar?: boolean;
  /** A refusal that the form itself explains. */
  uitgelegd?: boolean;
  children: ReactNode;
};

/** All reasons stand at their field; what belongs to none stands below. */
function Weigering({ fout, velden }: { fout: Problem; velden: readonly string[] }) {
  const los = fout.redenen.filter((r) => !r.veld || !velden.includes(r.veld));
  const bijVeld =
    fout.redenen.length + fout.invalidParams.length > 0 &&
    los.length === 0 &&
    fout.invalidParams.every((p) => velden.includes(p.name));
  return bijVeld ? null : <ErrorState error={fout} />;
}

/** A form in a dialog: what was typed stays, also when somebody else was first. */
export function Formulier<S extends object, A>(props: Props<S, A>) {
  const { titel, sluit, bewaar, vraag, opnieuw, velden, uitgelegd, children } = props;
  const { knop = 'Leg vast', klaar = true } = props;
  const id = useId();
  const plan = usePlan();
  const stuur = (event: FormEvent) => {
    event.preventDefault();
    if (klaar && !bewaar.isPending) bewaar.mutate(vraag);
  };
  const houdMijne = async () => {
    const { data } = await plan.refetch();
    if (data) bewaar.mutate(opnieuw(data));
  };
  const { error } = bewaar;
  return (
    <Dialog
      open
      title={titel}
      onClose={sluit}
      footer={
        <>
          <Button type="submit" form={id} look="primary" disabled={!klaar} busy={bewaar.isPending}>
            {knop}
          </Button>
          <Button onClick={sluit}>Annuleren</Button>
        </>
      }
    >
      <form id={id} className="m-stack" onSubmit={stuur} noValidate>
        {children}
        {error?.conflict && (
          <ConflictNotice
            conflict={error.conflict}
            onTakeTheirs={() => {
              void plan.refetch();
              sluit();
            }}
            onKeepMine={() => void houdMijne()}
          />
        )}
        {error && !error.conflict && !uitgelegd && <Weigering fout={error} velden={velden} />}
      </form>
    </Dialog>
  );
}
