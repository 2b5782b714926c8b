import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { opsomming } from '../../../rules/shared/tekst.ts';
import { api, type Problem } from '../../../web/api.ts';
import { EmptyState, ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Weigering } from '../../../web/ui/feedback/Weigering.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { SearchField } from '../../../web/ui/form/SearchField.tsx';
import { TochPlannen } from '../../../web/ui/form/TochPlannen.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { DataTable } from '../../../web/ui/table/DataTable.tsx';
import { Pagination } from '../../../web/ui/table/Pagination.tsx';
import type { KandidaatLijst } from '../deelnemer.schema.ts';
import type { ZittingDetail } from '../zitting.schema.ts';
import { KANDIDAAT_KOLOMMEN } from './Kandidaten.tsx';
import { BijOproep } from './KiesZitting.tsx';
import { type Gekozen, metNamen, TOCH, useUitnodigen } from './uitnodigen.tsx';
import { ruimte } from './woorden.ts';

const PER_BLADZIJDE = 12;
const KOLOMMEN = KANDIDAAT_KOLOMMEN.filter((k) => k.id !== 'wie');

/** Adding people to one session, from the list of who still has to take the test. */
export function UitnodigDialoog({
  zitting,
  onSluit,
}: {
  zitting: ZittingDetail;
  onSluit: () => void;
}) {
  const [tekst, setTekst] = useState('');
  const [page, setPage] = useState(1);
  const [gekozen, setGekozen] = useState<Gekozen>(new Map());
  const [tochPlannen, setToch] = useState(false);
  const [bijOproep, setBijOproep] = useState(false);
  const stuur = useUitnodigen(onSluit);
  const { zittingId } = zitting;
  const zoek = tekst.trim();
  const vraag = { zittingId, ...(zoek ? { zoek } : {}), page, pageSize: PER_BLADZIJDE };
  const lijst = useQuery<KandidaatLijst, Problem>({
    queryKey: ['toetszittingen', 'kandidaten', vraag],
    queryFn: ({ signal }) =>
      api.post<KandidaatLijst>('/v1/toetszittingen/_kandidaten', vraag, { signal }),
    placeholderData: (vorige) => vorige,
  });
  const vrij = zitting.laptops - zitting.bezet;
  const teveel = gekozen.size > vrij ? `U koos er ${gekozen.size}; ${ruimte(zitting)}.` : undefined;
  return (
    <Dialog
      open
      kind="side"
      title="Wie krijgt een plek?"
      onClose={onSluit}
      footer={
        <>
          <Button
            look="primary"
            busy={stuur.isPending}
            disabled={gekozen.size === 0}
            {...(teveel ? { reason: teveel } : {})}
            onClick={() =>
              stuur.mutate({ zittingId, dossierIds: [...gekozen.keys()], bijOproep, tochPlannen })
            }
          >
            Uitnodigen{gekozen.size > 0 ? ` (${gekozen.size})` : ''}
          </Button>
          <Button onClick={onSluit}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack">
        <p>{ruimte(zitting)}. Wie u kiest, krijgt een uitnodiging in de eigen taal.</p>
        {gekozen.size > 0 && <p>Gekozen: {opsomming([...gekozen.values()])}.</p>}
        {stuur.isError && <Weigering fout={stuur.error} />}
        <TochPlannen label={TOCH} fout={stuur.error} waarde={tochPlannen} zet={setToch} />
        <SearchField
          label="Zoek op naam"
          placeholder="Naam"
          value={tekst}
          onChange={(t) => {
            setTekst(t);
            setPage(1);
          }}
        />
        <Keuze
          lijst={lijst}
          gekozen={gekozen}
          setGekozen={(nu) => {
            setGekozen(nu);
            setToch(false);
          }}
          setPage={setPage}
        />
        <BijOproep waarde={bijOproep} zet={setBijOproep} />
      </div>
    </Dialog>
  );
}

type KeuzeProps = {
  lijst: UseQueryResult<KandidaatLijst, Problem>;
  gekozen: Gekozen;
  setGekozen: (gekozen: Gekozen) => void;
  setPage: (page: number) => void;
};

/** The people to tick. */
function Keuze({ lijst, gekozen, setGekozen, setPage }: KeuzeProps) {
  const items = lijst.data?.items ?? [];
  return (
    <>
      {lijst.isPending && <Skeleton lines={4} />}
      {lijst.isError && <ErrorState error={lijst.error} />}
      {lijst.data && (
        <DataTable
          caption="Wie de toets nog moet doen"
          columns={KOLOMMEN}
          rows={items}
          rowId={(k) => k.dossierId}
          rowName={(k) => k.naam}
          selected={new Set(gekozen.keys())}
          onSelected={(ids) => setGekozen(metNamen(ids, gekozen, items))}
          busy={lijst.isFetching}
          empty={<EmptyState title="Hier wacht nu niemand op de toets." />}
          footer={
            <Pagination
              page={lijst.data.page}
              pageSize={lijst.data.pageSize}
              total={lijst.data.totaal}
              onPage={setPage}
            />
          }
        />
      )}
    </>
  );
}
