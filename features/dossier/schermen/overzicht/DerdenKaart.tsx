import { useState } from 'react';
import { api } from '../../../../web/api.ts';
import { formatDate } from '../../../../web/dates.ts';
import { ErrorState } from '../../../../web/ui/feedback/States.tsx';
import { toast } from '../../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../../web/ui/form/Button.tsx';
import { Checkbox } from '../../../../web/ui/form/Choice.tsx';
import { DateField } from '../../../../web/ui/form/DateField.tsx';
import { TextInput } from '../../../../web/ui/form/Field.tsx';
import { VrijeTekst } from '../../../../web/ui/form/VrijeTekst.tsx';
import { Card } from '../../../../web/ui/layout/Card.tsx';
import { Dialog } from '../../../../web/ui/layout/Dialog.tsx';
import type { Gegevens } from '../../dossier.schema.ts';
import { useDossierId, useGegevens, useHandeling } from '../vragen.tsx';

type Vraag = Gegevens['derdeInformatie'][number];

function Open({ vraag }: { vraag: Vraag }) {
  const id = useDossierId();
  const [dag, setDag] = useState('');
  const ontvang = useHandeling(
    () =>
      api.post(`/v1/dossiers/${id}/derde-informatie/${vraag.feitId}/_ontvangen`, {
        ontvangenOp: dag,
      }),
    () => toast({ tekst: 'Ontvangst vastgelegd; de PIP-termijn is opnieuw bepaald.' }),
  );
  return (
    <div className="m-row dossier-onder">
      <DateField
        label={`Ontvangen van ${vraag.van}`}
        value={dag}
        error={ontvang.error?.voorVeld('ontvangenOp')}
        onChange={setDag}
      />
      <Button
        disabled={dag === ''}
        busy={ontvang.isPending}
        onClick={() => ontvang.mutate(undefined)}
      >
        Leg vast
      </Button>
    </div>
  );
}

function Regel({ vraag }: { vraag: Vraag }) {
  return (
    <li>
      <strong>{vraag.van}</strong>
      <p>{vraag.waarom}</p>
      <p className="m-quiet">
        gevraagd op {formatDate(vraag.gevraagdOp, 'datum')}
        {vraag.onmisbaar ? ', onmisbaar voor het PIP' : ', nuttig maar niet onmisbaar'}
        {vraag.ontvangenOp && `; ontvangen op ${formatDate(vraag.ontvangenOp, 'datum')}`}
      </p>
      {!vraag.ontvangenOp && <Open vraag={vraag} />}
    </li>
  );
}

function Vraag({ sluit }: { sluit: () => void }) {
  const id = useDossierId();
  const [van, setVan] = useState('');
  const [waarom, setWaarom] = useState('');
  const [onmisbaar, setOnmisbaar] = useState(false);
  const vraag = useHandeling(
    () => api.post(`/v1/dossiers/${id}/derde-informatie`, { van, waarom, onmisbaar }),
    () => {
      toast({ tekst: 'Vraag vastgelegd.' });
      sluit();
    },
  );
  return (
    <Dialog
      open
      title="Informatie gevraagd aan een derde"
      onClose={sluit}
      footer={
        <>
          <Button look="primary" busy={vraag.isPending} onClick={() => vraag.mutate(undefined)}>
            Leg vast
          </Button>
          <Button onClick={sluit}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack">
        <TextInput
          label="Van wie"
          hint="Bijvoorbeeld IDW of een school"
          value={van}
          error={vraag.error?.voorVeld('van')}
          onChange={setVan}
        />
        <VrijeTekst
          label="Waarvoor"
          value={waarom}
          error={vraag.error?.voorVeld('waarom')}
          onChange={setWaarom}
        />
        <Checkbox
          label="Zonder deze informatie kan het PIP er niet komen"
          hint="Alleen dan kan de termijn schuiven: tot twee weken na ontvangst (Besluit inburgering 2021 art. 5.3 lid 2)."
          checked={onmisbaar}
          onChange={setOnmisbaar}
        />
        {vraag.isError && vraag.error.invalidParams.length === 0 && (
          <ErrorState error={vraag.error} />
        )}
      </div>
    </Dialog>
  );
}

/** What was asked of others for the PIP, and whether it came. */
export function DerdenKaart() {
  const gegevens = useGegevens();
  const [open, setOpen] = useState(false);
  const vragen = gegevens.data?.derdeInformatie ?? [];
  return (
    <Card
      title="Informatie van derden"
      action={
        <Button look="quiet" icon="plus" onClick={() => setOpen(true)}>
          Gevraagd
        </Button>
      }
    >
      {vragen.length === 0 ? (
        <p className="m-quiet">Er is niets aan anderen gevraagd.</p>
      ) : (
        <ul className="dossier-lijst">
          {vragen.map((vraag) => (
            <Regel key={vraag.feitId} vraag={vraag} />
          ))}
        </ul>
      )}
      {open && <Vraag sluit={() => setOpen(false)} />}
    </Card>
  );
}
