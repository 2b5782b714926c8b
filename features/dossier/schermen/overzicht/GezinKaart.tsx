import { useState } from 'react';
import { api } from '../../../../web/api.ts';
import { formatDate } from '../../../../web/dates.ts';
import { ErrorState, Skeleton } from '../../../../web/ui/feedback/States.tsx';
import { toast } from '../../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../../web/ui/form/Button.tsx';
import { RadioGroup } from '../../../../web/ui/form/Choice.tsx';
import { Card } from '../../../../web/ui/layout/Card.tsx';
import { Dialog } from '../../../../web/ui/layout/Dialog.tsx';
import { Link } from '../../../../web/ui/layout/Link.tsx';
import type { Gezin } from '../../dossier.schema.ts';
import { relatieNaam } from '../../onderwerpen.ts';
import type { Kop } from '../../stand.schema.ts';
import { useGezin, useHandeling } from '../vragen.tsx';
import { ZoekPersoon } from './ZoekPersoon.tsx';

type Lid = Gezin['items'][number];
type Relatie = Lid['relatie'];

const RELATIES = (['partner', 'kind', 'ouder', 'broer-of-zus'] as const).map((value) => ({
  value,
  label: relatieNaam(value),
}));

function LidRegel({ lid, kop }: { lid: Lid; kop: Kop }) {
  const basis = `/v1/dossiers/${kop.dossierId}/gezinsbanden`;
  const terug = useHandeling(() =>
    api.post(basis, { anderDossierId: lid.dossierId, relatie: lid.relatie }),
  );
  const weg = useHandeling(
    () => api.delete(`${basis}/${lid.dossierId}`),
    () => toast({ tekst: 'Gezinsband vervallen.', ongedaan: () => terug.mutate(undefined) }),
  );
  return (
    <li>
      <div className="m-row m-row--between">
        <span>
          <Link href={`/inburgeraars/${lid.dossierId}`}>{lid.naam}</Link>{' '}
          <span className="m-quiet">
            {relatieNaam(lid.relatie)}
            {lid.geboorte && ` · ${formatDate(lid.geboorte, 'datum')}`}
          </span>
        </span>
        {kop.mag.bewerken && (
          <Button look="quiet" busy={weg.isPending} onClick={() => weg.mutate(undefined)}>
            Verwijder<span className="m-hidden"> de band met {lid.naam}</span>
          </Button>
        )}
      </div>
      <p className="m-quiet">
        schakel {lid.schakel} · {lid.voorstel}
        {lid.laatsteDag && `, uiterlijk ${formatDate(lid.laatsteDag, 'datum')}`}
      </p>
      {weg.isError && <ErrorState error={weg.error} />}
    </li>
  );
}

function Toevoegen({ kop, open, sluit }: { kop: Kop; open: boolean; sluit: () => void }) {
  const [relatie, setRelatie] = useState<Relatie>('partner');
  const leg = useHandeling(
    (anderDossierId: string) =>
      api.post(`/v1/dossiers/${kop.dossierId}/gezinsbanden`, { anderDossierId, relatie }),
    () => {
      toast({ tekst: 'Gezinsband vastgelegd in beide dossiers.' });
      sluit();
    },
  );
  return (
    <Dialog open={open} title="Gezinslid koppelen" onClose={sluit}>
      <div className="m-stack">
        <RadioGroup
          label={`De ander is van ${kop.naam} de`}
          value={relatie}
          options={RELATIES}
          inline
          onChange={(waarde) => setRelatie(waarde as Relatie)}
        />
        <ZoekPersoon
          gemeentecode={kop.gemeente.code}
          behalve={kop.dossierId}
          knop="Koppel"
          onKies={(persoon) => leg.mutate(persoon.dossierId)}
        />
        {leg.isError && <ErrorState error={leg.error} />}
      </div>
    </Dialog>
  );
}

/** The family in one view: who, and how far each of them is. */
export function GezinKaart({ kop }: { kop: Kop }) {
  const gezin = useGezin();
  const [open, setOpen] = useState(false);
  const items = gezin.data?.items ?? [];
  return (
    <Card
      title="Gezin"
      action={
        kop.mag.bewerken && (
          <Button look="quiet" icon="plus" onClick={() => setOpen(true)}>
            Koppel gezinslid
          </Button>
        )
      }
    >
      {gezin.isPending && <Skeleton lines={2} />}
      {gezin.isError && <ErrorState error={gezin.error} onRetry={() => void gezin.refetch()} />}
      {gezin.data && items.length === 0 && (
        <p className="m-quiet">Geen gezinsleden met een dossier.</p>
      )}
      <ul className="dossier-lijst">
        {items.map((lid) => (
          <LidRegel key={lid.dossierId} lid={lid} kop={kop} />
        ))}
      </ul>
      <Toevoegen kop={kop} open={open} sluit={() => setOpen(false)} />
    </Card>
  );
}
