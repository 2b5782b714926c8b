import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { useIk } from '../../../web/ik.ts';
import { Badge, type Tone } from '../../../web/ui/data/Badge.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { TextInput } from '../../../web/ui/form/Field.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { PageTitle } from '../../../web/ui/layout/PageTitle.tsx';
import type { Column } from '../../../web/ui/table/columns.ts';
import { DataTable } from '../../../web/ui/table/DataTable.tsx';
import type { Contactpersoon, ContactpersoonLijst } from '../contactpersoon.schema.ts';
import { Nakijken } from './Nakijken.tsx';
import '../verzending.css';

const STATEN: Record<Contactpersoon['staat'], { naam: string; tone: Tone }> = {
  nieuw: { naam: 'nog niet bij DUO', tone: 'neutral' },
  bezig: { naam: 'onderweg', tone: 'near' },
  bekend: { naam: 'bij DUO', tone: 'met' },
  onzeker: { naam: 'nakijken bij DUO', tone: 'late' },
  geweigerd: { naam: 'verbeteren', tone: 'late' },
};

function Staat({ persoon: c }: { persoon: Contactpersoon }) {
  const { naam, tone } = STATEN[c.staat];
  return (
    <>
      <Badge tone={tone}>{naam}</Badge>
      {c.duoNummer !== null && <div className="m-quiet">nummer {c.duoNummer}</div>}
      {c.foutteksten.map((tekst) => (
        <div key={tekst} className="m-quiet">
          {tekst}
        </div>
      ))}
      {c.gewijzigd && <div className="m-quiet">Gewijzigd; DUO krijgt het vanzelf.</div>}
      {c.laatsteFout && <div className="m-quiet">Nog niet gelukt: {c.laatsteFout}</div>}
    </>
  );
}

const KOLOMMEN: Column<Contactpersoon>[] = [
  { id: 'medewerker', header: 'Medewerker', primary: true, cell: (c) => c.medewerker },
  { id: 'gemeente', header: 'Gemeente', cell: (c) => c.gemeente },
  {
    id: 'gegevens',
    header: 'Voor DUO',
    card: 'label',
    cell: (c) => (
      <>
        {c.naam}
        <div className="m-quiet">{c.email}</div>
        <div className="m-quiet">{c.telefoonnummer || 'geen telefoonnummer'}</div>
      </>
    ),
  },
  { id: 'staat', header: 'Staat', cell: (c) => <Staat persoon={c} /> },
  {
    id: 'mensen',
    header: 'Mensen',
    card: 'label',
    cell: (c) => (
      <>
        {c.gekoppeld}
        {c.wachten > 0 && <div className="m-quiet">{c.wachten} wachten</div>}
      </>
    ),
  },
  { id: 'doen', header: 'Doen', cell: (c) => <Doen persoon={c} /> },
];

/** Wie DUO belt over iemand: de klantmanagers, zoals DUO ze kent. */
export function ContactpersonenScreen() {
  const lijst = useQuery<ContactpersoonLijst, Problem>({
    queryKey: ['contactpersonen'],
    queryFn: ({ signal }) => api.get<ContactpersoonLijst>('/v1/contactpersonen', { signal }),
  });
  return (
    <div className="m-stack">
      <PageTitle
        title="Contactpersonen"
        crumbs={[{ naam: 'Verzendingen', href: '/verzendingen' }]}
        lead="Bij elk PIP geeft Meedoen aan DUO door wie de klantmanager is. Dat gaat vanzelf, ook na een wissel."
      />
      {lijst.isPending && <Skeleton lines={5} />}
      {lijst.isError && <ErrorState error={lijst.error} onRetry={() => void lijst.refetch()} />}
      {lijst.data && (
        <Card flush>
          <DataTable
            caption="Contactpersonen bij DUO"
            columns={KOLOMMEN}
            rows={lijst.data.items}
            rowId={(c) => c.contactpersoonId}
            rowName={(c) => c.medewerker}
            empty={
              <EmptyState title="Er zijn nog geen contactpersonen.">
                De eerste komt er zodra DUO een PIP heeft aangenomen.
              </EmptyState>
            }
          />
        </Card>
      )}
    </div>
  );
}

function Doen({ persoon }: { persoon: Contactpersoon }) {
  const ik = useIk();
  const [open, setOpen] = useState(false);
  if (!ik.data?.mag.includes('verzending.herhalen') || persoon.staat === 'bezig') return null;
  const onzeker = persoon.staat === 'onzeker';
  return (
    <>
      <Button look={onzeker ? 'secondary' : 'quiet'} onClick={() => setOpen(true)}>
        {onzeker ? 'Nakijken…' : 'Wijzigen…'}
        <span className="m-hidden"> {persoon.medewerker}</span>
      </Button>
      {open && onzeker && <Nakijken persoon={persoon} onSluit={() => setOpen(false)} />}
      {open && !onzeker && <Wijzigen persoon={persoon} onSluit={() => setOpen(false)} />}
    </>
  );
}

function Wijzigen({ persoon, onSluit }: { persoon: Contactpersoon; onSluit: () => void }) {
  const queries = useQueryClient();
  const { naam, email, telefoonnummer } = persoon;
  const [velden, setVelden] = useState({ naam, email, telefoonnummer });
  const bewaar = useMutation<unknown, Problem>({
    mutationFn: () => api.put(`/v1/contactpersonen/${persoon.contactpersoonId}`, velden),
    onSuccess: async () => {
      toast({ tekst: 'Bewaard. DUO krijgt het vanzelf.' });
      onSluit();
      await queries.invalidateQueries({ queryKey: ['contactpersonen'] });
    },
  });
  const veld = (sleutel: keyof typeof velden, label: string, hint?: string) => (
    <TextInput
      label={label}
      hint={hint}
      value={velden[sleutel]}
      onChange={(waarde) => setVelden({ ...velden, [sleutel]: waarde })}
      error={bewaar.error?.voorVeld(sleutel)}
    />
  );
  return (
    <Dialog
      open
      title={`Contactpersoon ${persoon.medewerker}`}
      onClose={onSluit}
      footer={
        <>
          <Button look="primary" busy={bewaar.isPending} onClick={() => bewaar.mutate()}>
            Bewaren
          </Button>
          <Button onClick={onSluit}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack">
        {veld('naam', 'Naam', 'Zonder cijfers en zonder &-teken; die neemt DUO niet aan.')}
        {veld('email', 'E-mailadres')}
        {veld('telefoonnummer', 'Telefoonnummer', 'Bijvoorbeeld 030 123 45 67 of +31 6 12345678.')}
        {bewaar.isError && bewaar.error.redenen.length === 0 && <ErrorState error={bewaar.error} />}
      </div>
    </Dialog>
  );
}
