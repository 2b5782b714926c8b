import { useState } from 'react';
import { TAKEN } from '../../../rules/taakverdeling/taken.ts';
import { formatMoment } from '../../../web/dates.ts';
import { ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import type { Column } from '../../../web/ui/table/columns.ts';
import { DataTable } from '../../../web/ui/table/DataTable.tsx';
import { Pagination } from '../../../web/ui/table/Pagination.tsx';
import type { Logboek } from '../dossier.schema.ts';
import { useLogboek } from './vragen.tsx';

type Regel = Logboek['items'][number];

const taak = (id: string) => (id in TAKEN ? TAKEN[id as keyof typeof TAKEN] : id);

const HANDELING: Record<string, string> = {
  lezen: 'bekeken',
  zoeken: 'gezocht',
  wijzigen: 'gewijzigd',
  verzenden: 'verzonden',
  exporteren: 'uitgevoerd naar een bestand',
};
const WAT: Record<string, string> = {
  bsn: 'BSN en V-nummer',
  stand: 'stand van zaken',
  pip: 'PIP',
};

type Bezoek = Regel & { wat: string[] };

/** One look at a page reads several parts: those of the same person, minute and task stand together. */
function perBezoek(items: readonly Regel[]): Bezoek[] {
  const bezoeken: Bezoek[] = [];
  const zelfde = (a: Regel, b: Regel) =>
    a.wie === b.wie &&
    a.taak === b.taak &&
    a.handeling === b.handeling &&
    a.tijdstip.slice(0, 16) === b.tijdstip.slice(0, 16);
  for (const regel of items) {
    const wat = WAT[regel.objectSoort] ?? regel.objectSoort.replaceAll('-', ' ');
    const vorige = bezoeken.at(-1);
    if (!vorige || !zelfde(vorige, regel)) bezoeken.push({ ...regel, wat: [wat] });
    else if (!vorige.wat.includes(wat)) vorige.wat.push(wat);
  }
  return bezoeken;
}

const KOLOMMEN: Column<Bezoek>[] = [
  { id: 'wie', header: 'Wie', primary: true, cell: (r) => r.wie },
  { id: 'wanneer', header: 'Wanneer', cell: (r) => formatMoment(r.tijdstip) },
  {
    id: 'wat',
    header: 'Wat',
    cell: (r) => `${HANDELING[r.handeling] ?? r.handeling}: ${r.wat.toReversed().join(', ')}`,
  },
  { id: 'waarvoor', header: 'Voor welke taak', cell: (r) => taak(r.taak) },
  {
    id: 'organisatie',
    header: 'Organisatie',
    cell: (r) => [r.organisatie, r.rol].filter(Boolean).join(', '),
  },
];

/** Who looked at this dossier or changed it, when, and for which task. */
export function LogboekScreen() {
  const [page, setPage] = useState(1);
  const logboek = useLogboek(page);
  if (logboek.isError && !logboek.data)
    return <ErrorState error={logboek.error} onRetry={() => void logboek.refetch()} />;
  if (!logboek.data) return <Skeleton lines={8} />;
  const { items, totaal, pageSize } = logboek.data;
  return (
    <Card title="Wie keek mee" flush>
      <p className="m-quiet dossier-inleiding">
        Elke keer dat iemand dit dossier opende of wijzigde. Lijsten waarin de naam voorkwam staan
        in het logboek van de gemeente.
      </p>
      <DataTable
        caption="Wie dit dossier bekeek of wijzigde, nieuwste eerst"
        columns={KOLOMMEN}
        rows={perBezoek(items)}
        rowId={(r) => String(r.volgnummer)}
        busy={logboek.isFetching}
        footer={<Pagination page={page} pageSize={pageSize} total={totaal} onPage={setPage} />}
      />
    </Card>
  );
}
