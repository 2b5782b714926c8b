import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { ConflictNotice } from '../../../web/ui/feedback/ConflictNotice.tsx';
import { ErrorState } from '../../../web/ui/feedback/States.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { SOORTEN } from '../soorten.ts';
import type { Periode, WeekAntwoord } from '../week.schema.ts';
import { beginVan, type Invoer, isGoed, PeriodeVelden } from './PeriodeVelden.tsx';

type Props = { dossierId: string; week: WeekAntwoord; periode: Periode | null; sluit: () => void };

const naarVraag = (i: Invoer) => ({
  vanaf: i.vanaf,
  ...Object.fromEntries(SOORTEN.map((s) => [s, Number(i.uren[s] || 0)])),
  werkIsParticipatie: i.werkIsParticipatie,
  mapInWerk: i.mapInWerk,
  ...(i.toelichting.trim() ? { toelichting: i.toelichting } : {}),
});

function useBewaar({ dossierId, sluit }: Pick<Props, 'dossierId' | 'sluit'>) {
  const queries = useQueryClient();
  const pad = `/v1/dossiers/${dossierId}/week`;
  const klaar = (tekst: string) => async () => {
    toast({ tekst });
    await queries.invalidateQueries();
    sluit();
  };
  const bewaar = useMutation<unknown, Problem, { invoer: Invoer; gezien: string | null }>({
    mutationFn: ({ invoer, gezien }) => api.post(pad, { ...naarVraag(invoer), gezien }),
    onSuccess: klaar('De week is vastgelegd.'),
  });
  const verwijder = useMutation<unknown, Problem, Periode>({
    mutationFn: ({ vanaf, feitId }) => api.post(`${pad}/_verwijder`, { vanaf, gezien: feitId }),
    onSuccess: klaar('De periode is weg; wat ervoor gold loopt door.'),
  });
  return {
    bewaar,
    verwijder,
    async neemOver() {
      await queries.invalidateQueries();
      sluit();
    },
    async houdEigen(invoer: Invoer) {
      const vers = await api.get<WeekAntwoord>(pad);
      const nu = vers.perioden.find((p) => p.vanaf === invoer.vanaf);
      bewaar.mutate({ invoer, gezien: nu?.feitId ?? null });
    },
  };
}

/** Legt de uren van een periode vast, of laat haar vervallen. */
export function PeriodeDialoog({ dossierId, week, periode, sluit }: Props) {
  const [invoer, setInvoer] = useState(() => beginVan(periode, week));
  const { bewaar, verwijder, neemOver, houdEigen } = useBewaar({ dossierId, sluit });
  const conflict = bewaar.error?.conflict;
  const fout = bewaar.error ?? verwijder.error;
  return (
    <Dialog
      open
      title={periode ? 'Week wijzigen' : 'Week invullen'}
      onClose={sluit}
      footer={
        <>
          <Button
            look="primary"
            busy={bewaar.isPending}
            disabled={!isGoed(invoer)}
            onClick={() => bewaar.mutate({ invoer, gezien: periode?.feitId ?? null })}
          >
            Vastleggen
          </Button>
          {periode && (
            <Button busy={verwijder.isPending} onClick={() => verwijder.mutate(periode)}>
              Periode verwijderen
            </Button>
          )}
          <Button onClick={sluit}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack">
        <PeriodeVelden
          invoer={invoer}
          week={week}
          vast={periode !== null}
          zet={(deel) => setInvoer((oud) => ({ ...oud, ...deel }))}
        />
        {conflict && (
          <ConflictNotice
            conflict={conflict}
            onTakeTheirs={() => void neemOver()}
            onKeepMine={() => void houdEigen(invoer)}
          />
        )}
        {fout && !conflict && <ErrorState error={fout} />}
      </div>
    </Dialog>
  );
}
