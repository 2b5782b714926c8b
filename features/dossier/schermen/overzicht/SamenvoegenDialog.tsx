import { useState } from 'react';
import { api } from '../../../../web/api.ts';
import { formatDate } from '../../../../web/dates.ts';
import { Alert } from '../../../../web/ui/feedback/Alert.tsx';
import { ErrorState } from '../../../../web/ui/feedback/States.tsx';
import { toast } from '../../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../../web/ui/form/Button.tsx';
import { Dialog } from '../../../../web/ui/layout/Dialog.tsx';
import { Link } from '../../../../web/ui/layout/Link.tsx';
import type { Kop } from '../../stand.schema.ts';
import { useHandeling } from '../vragen.tsx';
import { type Gevonden, ZoekPersoon } from './ZoekPersoon.tsx';

/** Lets a second dossier of the same person go up in this one. It cannot be undone, so one looks first. */
export function SamenvoegenDialog({ kop, sluit }: { kop: Kop; sluit: () => void }) {
  const [ander, setAnder] = useState<Gevonden | null>(null);
  const voegSamen = useHandeling(
    (metDossierId: string) =>
      api.post(`/v1/dossiers/${kop.dossierId}/_samenvoegen`, { metDossierId }),
    () => {
      toast({ tekst: 'De dossiers zijn samengevoegd.' });
      sluit();
    },
  );
  return (
    <Dialog
      open
      title="Samenvoegen met een ander dossier"
      onClose={sluit}
      footer={
        ander && (
          <>
            <Button
              look="primary"
              busy={voegSamen.isPending}
              onClick={() => voegSamen.mutate(ander.dossierId)}
            >
              Dit is dezelfde persoon: voeg samen
            </Button>
            <Button onClick={() => setAnder(null)}>Kies een ander</Button>
          </>
        )
      }
    >
      <div className="m-stack">
        {!ander && (
          <ZoekPersoon
            gemeentecode={kop.gemeente.code}
            behalve={kop.dossierId}
            knop="Kies"
            onKies={setAnder}
          />
        )}
        {ander && (
          <>
            <p>
              Het dossier van{' '}
              <Link href={`/inburgeraars/${ander.dossierId}`} target="_blank">
                {ander.naam}
              </Link>
              {ander.geboortedatum && ` (geboren ${formatDate(ander.geboortedatum, 'datum')})`} gaat
              op in dat van <strong>{kop.naam}</strong>
              {kop.geboorte && ` (${kop.geboorte})`}.
            </p>
            <Alert tone="warning" title="Dit kunt u niet ongedaan maken.">
              Alle feiten, brieven, PIP's, berichten en het logboek staan daarna in dit dossier. Een
              concept-PIP van het andere dossier wordt ingetrokken als hier al een concept is.
            </Alert>
          </>
        )}
        {voegSamen.isError && <ErrorState error={voegSamen.error} />}
      </div>
    </Dialog>
  );
}
