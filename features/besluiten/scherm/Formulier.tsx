import type { UseMutationResult } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId } from 'react';
import type { Problem } from '../../../web/api.ts';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { ErrorState } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { useBesluiten } from './vragen.tsx';

type Props<V> = {
  titel: string;
  knop: string;
  sluit: () => void;
  bewaar: UseMutationResult<unknown, Problem, V>;
  vraag: V;
  /** Fields that show their own refusal. */
  velden: readonly string[];
  klaar: boolean;
  /** Beside the act: a preview. */
  naast?: ReactNode;
  children: ReactNode;
};

/** Reasons that belong to no field stand below; somebody who was first is named. */
function Weigering({ fout, velden }: { fout: Problem; velden: readonly string[] }) {
  const lijst = useBesluiten();
  if (fout.conflict) {
    return (
      <Alert tone="refusal" title={`${fout.conflict.wie} was u voor.`}>
        Intussen is vastgelegd: {fout.conflict.wat}.{' '}
        <button type="button" className="m-link-button" onClick={() => void lijst.refetch()}>
          Haal dit op
        </button>
      </Alert>
    );
  }
  const bijVeld = [...fout.redenen.map((r) => r.veld), ...fout.invalidParams.map((p) => p.name)];
  const alles = bijVeld.length > 0 && bijVeld.every((veld) => veld && velden.includes(veld));
  return alles ? null : <ErrorState error={fout} />;
}

/** A form in a dialog; what was typed stays after a refusal. */
export function Formulier<V>(props: Props<V>) {
  const { titel, knop, sluit, bewaar, vraag, velden, klaar, naast, children } = props;
  const id = useId();
  const stuur = (event: FormEvent) => {
    event.preventDefault();
    if (klaar && !bewaar.isPending) bewaar.mutate(vraag);
  };
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
          {naast}
          <Button onClick={sluit}>Annuleren</Button>
        </>
      }
    >
      <form id={id} className="m-stack" onSubmit={stuur} noValidate>
        {children}
        {bewaar.error && <Weigering fout={bewaar.error} velden={velden} />}
      </form>
    </Dialog>
  );
}
