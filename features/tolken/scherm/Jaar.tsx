import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { useIk } from '../../../web/ik.ts';
import { EmptyState, ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Select } from '../../../web/ui/form/Field.tsx';
import { SearchField } from '../../../web/ui/form/SearchField.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import type { Column } from '../../../web/ui/table/columns.ts';
import { DataTable } from '../../../web/ui/table/DataTable.tsx';
import { Pagination } from '../../../web/ui/table/Pagination.tsx';
import type { Jaaroverzicht, JaarPersoon, JaarRegel } from '../jaar.schema.ts';
import { bladzijde, type DeelProps } from './Rooster.tsx';
import { euro } from './woorden.ts';

const GROEP: Record<string, string> = {
  asielstatushouder: 'asielstatushouders',
  'gezins-en-overige-migrant': 'gezins- en overige migranten',
  onbekend: 'doelgroep onbekend',
};
const uren = (minuten: number) => `${(minuten / 60).toFixed(1).replace('.', ',')} uur`;

const REGELS: Column<JaarRegel>[] = [
  {
    id: 'wie',
    header: 'Gemeente',
    primary: true,
    cell: (r) => (
      <>
        {r.gemeente}
        <div className="m-quiet tolk-klein">{GROEP[r.doelgroep] ?? r.doelgroep}</div>
      </>
    ),
  },
  { id: 'mensen', header: 'Mensen', card: 'label', cell: (r) => r.mensen },
  { id: 'keer', header: 'Keer', card: 'label', cell: (r) => r.inzetten },
  { id: 'uren', header: 'Gemaakt', card: 'label', cell: (r) => uren(r.minuten) },
  { id: 'kosten', header: 'Kosten', card: 'label', cell: (r) => euro(r.kostenCent) },
  { id: 'geboekt', header: 'Nog geboekt', card: 'label', cell: (r) => euro(r.geboektCent) },
  {
    id: 'per',
    header: 'Per mens',
    card: 'label',
    cell: (r) => (
      <>
        {euro(Math.round((r.kostenCent + r.geboektCent) / Math.max(1, r.mensen)))}
        {r.planCent !== null && (
          <div className="m-quiet tolk-klein">raming hele traject {euro(r.planCent)}</div>
        )}
      </>
    ),
  },
];

const PERSONEN: Column<JaarPersoon>[] = [
  {
    id: 'naam',
    header: 'Naam',
    primary: true,
    cell: (p) => (
      <>
        {p.naam}
        <div className="m-quiet tolk-klein">{p.gemeente}</div>
      </>
    ),
  },
  { id: 'keer', header: 'Keer', card: 'label', cell: (p) => p.inzetten },
  { id: 'uren', header: 'Gemaakt', card: 'label', cell: (p) => uren(p.minuten) },
  { id: 'kosten', header: 'Kosten', card: 'label', cell: (p) => euro(p.kostenCent) },
  { id: 'geboekt', header: 'Nog geboekt', card: 'label', cell: (p) => euro(p.geboektCent) },
];

/** What interpreters cost in a year, beside the planning figure of the gemeente. */
export function Jaar({ zoek, wijzig }: DeelProps) {
  const mag = useIk().data?.mag.includes('tolk.bewerken') ?? false;
  const [tekst, setTekst] = useState(zoek.zoek ?? '');
  const ditJaar = new Date().getFullYear();
  const jaar = Number(zoek.jaar) || ditJaar;
  const vraag = { jaar, ...(zoek.zoek ? { zoek: zoek.zoek } : {}), ...bladzijde(zoek) };
  const overzicht = useQuery<Jaaroverzicht, Problem>({
    queryKey: ['tolken', 'jaar', vraag],
    queryFn: ({ signal }) => api.post<Jaaroverzicht>('/v1/tolkinzetten/_jaar', vraag, { signal }),
    placeholderData: (vorige) => vorige,
  });
  const csv = useMutation<unknown, Problem>({
    mutationFn: () => api.download('/v1/tolkinzetten/_jaar/_exporteer', { jaar }),
  });
  return (
    <>
      <div className="m-filters">
        <Select
          label="Jaar"
          value={String(jaar)}
          options={[ditJaar + 1, ditJaar, ditJaar - 1, ditJaar - 2, ditJaar - 3].map((j) => ({
            value: String(j),
            label: String(j),
          }))}
          onChange={(j) => wijzig({ jaar: j, pagina: '' })}
        />
        <SearchField
          label="Zoek op naam"
          placeholder="Naam"
          value={tekst}
          onChange={setTekst}
          onSearch={() => wijzig({ zoek: tekst, pagina: '' })}
        />
        {mag && (
          <Button icon="exporteer" busy={csv.isPending} onClick={() => csv.mutate()}>
            Exporteer
          </Button>
        )}
      </div>
      {csv.isError && <ErrorState error={csv.error} />}
      {overzicht.isPending && <Skeleton lines={6} />}
      {overzicht.isError && (
        <ErrorState error={overzicht.error} onRetry={() => void overzicht.refetch()} />
      )}
      {overzicht.data && <Tabellen data={overzicht.data} wijzig={wijzig} />}
    </>
  );
}

type TabelProps = { data: Jaaroverzicht; wijzig: DeelProps['wijzig'] };

function Tabellen({ data, wijzig }: TabelProps) {
  return (
    <>
      <Card title={`Per gemeente in ${data.jaar}`} flush>
        <DataTable
          caption="Kosten per gemeente en doelgroep"
          columns={REGELS}
          rows={data.regels}
          rowId={(r) => r.gemeenteId + r.doelgroep}
          rowName={(r) => r.gemeente}
          empty={<EmptyState title={`In ${data.jaar} zijn er geen tolken ingezet.`} />}
        />
      </Card>
      <p className="m-quiet">
        Tolken horen bij de specifieke uitkering, onderdeel tolken. De raming stelt een gemeente
        zelf vast bij Lokaal beleid; zij is geen bedrag uit de wet.
      </p>
      {data.regels.length > 0 && (
        <Card title="Per persoon" flush>
          <DataTable
            caption="Kosten per persoon"
            columns={PERSONEN}
            rows={data.personen}
            rowId={(p) => p.dossierId}
            rowName={(p) => p.naam}
            rowHref={(p) => `/inburgeraars/${p.dossierId}`}
            empty={<EmptyState title="Niemand past bij deze naam." />}
            footer={
              <Pagination
                page={data.page}
                pageSize={data.pageSize}
                total={data.totaal}
                onPage={(p) => wijzig({ pagina: String(p) }, { push: true })}
              />
            }
          />
        </Card>
      )}
    </>
  );
}
