import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, newKey, type Problem } from '../../web/api.ts';
import { formatDate } from '../../web/dates.ts';
import { type Ik, useIk } from '../../web/ik.ts';
import { EmptyState, ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { toast } from '../../web/ui/feedback/Toast.tsx';
import { Button } from '../../web/ui/form/Button.tsx';
import { DateField } from '../../web/ui/form/DateField.tsx';
import { Select } from '../../web/ui/form/Field.tsx';
import { Card } from '../../web/ui/layout/Card.tsx';
import { PageTitle } from '../../web/ui/layout/PageTitle.tsx';
import type { Medewerkers, Vervanging } from './toewijzing.schema.ts';
import './toewijzing.css';

const SLEUTEL = ['vervangingen'];

function useVerwijderen() {
  const client = useQueryClient();
  return useMutation<unknown, Problem, Vervanging>({
    mutationFn: ({ id }) => api.delete(`/v1/vervangingen/${id}`),
    onSuccess: (_leeg, oud) => {
      const { medewerker, vervanger, van, totEnMet } = oud;
      const wat = { medewerkerId: medewerker.id, vervangerId: vervanger.id, van, totEnMet };
      const terug = () =>
        api
          .post('/v1/vervangingen', wat)
          .then(() => client.invalidateQueries({ queryKey: SLEUTEL }));
      toast({ tekst: 'Vervanging verwijderd.', ongedaan: () => void terug() });
    },
    onError: (fout) => toast({ tekst: fout.detail || fout.title }),
    onSettled: () => client.invalidateQueries({ queryKey: SLEUTEL }),
  });
}

function Lopend({ ik }: { ik: Ik }) {
  const verwijderen = useVerwijderen();
  const { data, error, refetch } = useQuery<{ items: Vervanging[] }, Problem>({
    queryKey: SLEUTEL,
    queryFn: ({ signal }) => api.get('/v1/vervangingen', { signal }),
  });
  if (error) return <ErrorState error={error} onRetry={() => refetch()} />;
  if (!data) return <Skeleton lines={3} />;
  if (data.items.length === 0) return <EmptyState title="Er is nu niemand die iemand vervangt." />;
  const wie = (persoon: { id: string; naam: string }) =>
    persoon.id === ik.medewerker.id ? 'u' : persoon.naam;
  const magWeg = (v: Vervanging) =>
    v.medewerker.id === ik.medewerker.id || ik.rollen.some((r) => r.rol === 'regisseur');
  return (
    <ul className="vervanging-lijst">
      {data.items.map((v) => (
        <li key={v.id} className="m-row m-row--between">
          <span>
            <strong>{wie(v.vervanger)}</strong> voor <strong>{wie(v.medewerker)}</strong>
            <span className="m-quiet vervanging-dagen">
              {formatDate(v.van)} tot en met {formatDate(v.totEnMet)}
            </span>
          </span>
          {magWeg(v) && (
            <Button look="quiet" onClick={() => verwijderen.mutate(v)}>
              Verwijderen
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

type Nieuw = { medewerkerId: string; vervangerId: string; van: string; totEnMet: string };

function useMaken(klaar: () => void) {
  const client = useQueryClient();
  const [sleutel, setSleutel] = useState(newKey);
  return useMutation<Vervanging, Problem, Nieuw>({
    mutationFn: (nieuw) => api.post('/v1/vervangingen', nieuw, { idempotencyKey: sleutel }),
    onSuccess: async (v) => {
      await client.invalidateQueries({ queryKey: SLEUTEL });
      toast({
        tekst: `${v.vervanger.naam} vervangt tot en met ${formatDate(v.totEnMet, 'datum')}.`,
      });
      klaar();
    },
    onSettled: () => setSleutel(newKey()),
  });
}

function Formulier({ ik }: { ik: Ik }) {
  const [wie, setWie] = useState(ik.medewerker.id);
  const [vervangerId, setVervanger] = useState('');
  const [van, setVan] = useState(ik.peildatum);
  const [totEnMet, setTot] = useState('');
  const medewerkers = useQuery<Medewerkers, Problem>({
    queryKey: ['medewerkers'],
    queryFn: ({ signal }) => api.get('/v1/medewerkers', { signal }),
  });
  const maken = useMaken(() => {
    setVervanger('');
    setTot('');
  });
  if (medewerkers.isError) return <ErrorState error={medewerkers.error} />;
  const opties = (medewerkers.data?.items ?? []).map((m) => ({ value: m.id, label: m.naam }));
  const fout = maken.error;
  return (
    <div className="m-stack m-stack--tight vervanging-formulier">
      {fout && fout.status !== 400 && <ErrorState error={fout} />}
      {ik.rollen.some((r) => r.rol === 'regisseur') && (
        <Select
          label="Wie is er niet?"
          value={wie}
          onChange={setWie}
          options={[
            { value: ik.medewerker.id, label: 'Ikzelf' },
            ...opties.filter((o) => o.value !== ik.medewerker.id),
          ]}
        />
      )}
      <Select
        label="Wie vervangt?"
        value={vervangerId}
        onChange={setVervanger}
        emptyLabel="Kies een collega"
        options={opties.filter((o) => o.value !== wie)}
        error={fout?.voorVeld('vervangerId')}
      />
      <DateField label="Eerste dag" value={van} onChange={setVan} error={fout?.voorVeld('van')} />
      <DateField
        label="Tot en met"
        value={totEnMet}
        onChange={setTot}
        error={fout?.voorVeld('totEnMet')}
      />
      <div>
        <Button
          look="primary"
          busy={maken.isPending}
          disabled={!vervangerId || !van || !totEnMet}
          onClick={() => maken.mutate({ medewerkerId: wie, vervangerId, van, totEnMet })}
        >
          Vervanging vastleggen
        </Button>
      </div>
    </div>
  );
}

/** Wie neemt wiens werkvoorraad waar, en wanneer. */
export function VervangingScreen() {
  const { data: ik } = useIk();
  const crumbs = [{ naam: 'Vandaag', href: '/' }];
  if (!ik) return <Skeleton lines={6} />;
  return (
    <>
      <PageTitle
        title="Vervanging"
        lead="De vervanger ziet op die dagen uw mensen bij ‘Mijn mensen’, in de gemeenten waarvoor hij of zij werkt."
        crumbs={crumbs}
      />
      {ik.mag.includes('dossier.toewijzen') ? (
        <div className="m-grid-2">
          <Card title="Lopend en gepland">
            <Lopend ik={ik} />
          </Card>
          <Card title="Vervanging regelen">
            <Formulier ik={ik} />
          </Card>
        </div>
      ) : (
        <EmptyState title="Met uw rol regelt u geen vervanging.">
          Vraag het uw regisseur of teamleider.
        </EmptyState>
      )}
    </>
  );
}
