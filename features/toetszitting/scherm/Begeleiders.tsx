import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { useIk } from '../../../web/ik.ts';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Weigering } from '../../../web/ui/feedback/Weigering.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { Select, TextInput } from '../../../web/ui/form/Field.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import type { Column } from '../../../web/ui/table/columns.ts';
import { DataTable } from '../../../web/ui/table/DataTable.tsx';
import type { Begeleider, BegeleiderLijst } from '../begeleider.schema.ts';

const dag = (d: string | null) => (d ? formatDate(d, 'datum') : 'niet ingevuld');

function kolommen(wijzig: ((b: Begeleider) => void) | undefined): Column<Begeleider>[] {
  return [
    {
      id: 'naam',
      header: 'Naam',
      primary: true,
      cell: (b) => (
        <>
          {b.naam}
          {b.organisatie && <div className="m-quiet toets-klein">{b.organisatie}</div>}
        </>
      ),
    },
    { id: 'gemeente', header: 'Gemeente', cell: (b) => b.gemeente },
    { id: 'getraind', header: 'Getraind', card: 'label', cell: (b) => dag(b.getraindOp) },
    {
      id: 'duo',
      header: 'Geregistreerd bij DUO',
      card: 'label',
      cell: (b) =>
        b.geregistreerdTot
          ? `${dag(b.geregistreerdOp)} tot ${dag(b.geregistreerdTot)}`
          : dag(b.geregistreerdOp),
    },
    {
      id: 'mag',
      header: 'Mag vandaag',
      card: 'top',
      cell: (b) => (
        <>
          <Badge tone={b.bevoegd ? 'met' : 'late'}>{b.bevoegd ? 'ja' : 'nee'}</Badge>
          {b.redenen.map((r) => (
            <div key={r} className="m-quiet toets-klein">
              {r}
            </div>
          ))}
        </>
      ),
    },
    ...(wijzig
      ? [
          {
            id: 'doen',
            header: 'Doen',
            cell: (b: Begeleider) => (
              <Button look="quiet" onClick={() => wijzig(b)}>
                Wijzigen<span className="m-hidden">: {b.naam}</span>
              </Button>
            ),
          },
        ]
      : []),
  ];
}

/** Who may give the test, with training and registration at DUO. */
export function Begeleiders() {
  const [open, setOpen] = useState<Begeleider | 'nieuw'>();
  const lijst = useQuery<BegeleiderLijst, Problem>({
    queryKey: ['toetsbegeleiders'],
    queryFn: ({ signal }) => api.get<BegeleiderLijst>('/v1/toetsbegeleiders', { signal }),
  });
  const mag = lijst.data?.mag.plannen ?? false;
  return (
    <>
      {lijst.isPending && <Skeleton lines={5} />}
      {lijst.isError && <ErrorState error={lijst.error} onRetry={() => void lijst.refetch()} />}
      {lijst.data && (
        <Card
          title="Toetsbegeleiders"
          flush
          action={
            mag && (
              <Button icon="plus" onClick={() => setOpen('nieuw')}>
                Toetsbegeleider toevoegen
              </Button>
            )
          }
        >
          <DataTable
            caption="Toetsbegeleiders"
            columns={kolommen(mag ? setOpen : undefined)}
            rows={lijst.data.items}
            rowId={(b) => b.begeleiderId}
            rowName={(b) => b.naam}
            empty={
              <EmptyState title="Er is nog geen toetsbegeleider.">
                Alleen wie is getraind en bij DUO geregistreerd, mag de toets afnemen.
              </EmptyState>
            }
          />
        </Card>
      )}
      {open && (
        <BegeleiderDialoog
          {...(open === 'nieuw' ? {} : { begeleider: open })}
          onSluit={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

function BegeleiderDialoog({
  begeleider: b,
  onSluit,
}: {
  begeleider?: Begeleider;
  onSluit: () => void;
}) {
  const client = useQueryClient();
  const gemeenten = useIk().data?.gemeenten ?? [];
  const [gemeenteId, setGemeente] = useState(gemeenten[0]?.id ?? '');
  const [v, setV] = useState({
    naam: b?.naam ?? '',
    organisatie: b?.organisatie ?? '',
    getraindOp: b?.getraindOp ?? '',
    geregistreerdOp: b?.geregistreerdOp ?? '',
    geregistreerdTot: b?.geregistreerdTot ?? '',
  });
  const velden = {
    naam: v.naam,
    organisatie: v.organisatie,
    getraindOp: v.getraindOp || null,
    geregistreerdOp: v.geregistreerdOp || null,
    geregistreerdTot: v.geregistreerdTot || null,
  };
  const bewaar = useMutation<unknown, Problem>({
    mutationFn: () =>
      b
        ? api.put(`/v1/toetsbegeleiders/${b.begeleiderId}`, { ...velden, revisie: b.revisie })
        : api.post('/v1/toetsbegeleiders', { ...velden, gemeenteId }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['toetsbegeleiders'] });
      onSluit();
    },
  });
  return (
    <Dialog
      open
      title={b ? 'Toetsbegeleider wijzigen' : 'Toetsbegeleider toevoegen'}
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
        {bewaar.isError && <Weigering fout={bewaar.error} />}
        {!b && gemeenten.length > 1 && (
          <Select
            label="Gemeente"
            value={gemeenteId}
            options={gemeenten.map((g) => ({ value: g.id, label: g.naam }))}
            onChange={setGemeente}
          />
        )}
        <Velden v={v} zet={(deel) => setV({ ...v, ...deel })} fout={bewaar.error} />
      </div>
    </Dialog>
  );
}

type Vorm = Record<
  'naam' | 'organisatie' | 'getraindOp' | 'geregistreerdOp' | 'geregistreerdTot',
  string
>;
type VeldenProps = { v: Vorm; zet: (deel: Partial<Vorm>) => void; fout: Problem | null };

function Velden({ v, zet, fout }: VeldenProps) {
  return (
    <>
      <TextInput
        label="Naam"
        value={v.naam}
        error={fout?.voorVeld('naam')}
        onChange={(naam) => zet({ naam })}
      />
      <TextInput
        label="Organisatie"
        optional
        value={v.organisatie}
        error={fout?.voorVeld('organisatie')}
        onChange={(organisatie) => zet({ organisatie })}
      />
      <DateField
        label="Getraind op"
        optional
        value={v.getraindOp}
        error={fout?.voorVeld('getraindOp')}
        onChange={(getraindOp) => zet({ getraindOp })}
      />
      <DateField
        label="Bij DUO geregistreerd vanaf"
        optional
        value={v.geregistreerdOp}
        error={fout?.voorVeld('geregistreerdOp')}
        onChange={(geregistreerdOp) => zet({ geregistreerdOp })}
      />
      <DateField
        label="Eerste dag zonder registratie"
        optional
        hint="Leeg als de registratie doorloopt."
        value={v.geregistreerdTot}
        error={fout?.voorVeld('geregistreerdTot')}
        onChange={(geregistreerdTot) => zet({ geregistreerdTot })}
      />
    </>
  );
}
