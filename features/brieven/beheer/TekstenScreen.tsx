import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { useIk } from '../../../web/ik.ts';
import { Badge, type Tone } from '../../../web/ui/data/Badge.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Checkbox } from '../../../web/ui/form/Choice.tsx';
import { Select } from '../../../web/ui/form/Field.tsx';
import { SearchField } from '../../../web/ui/form/SearchField.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { useSearchParams } from '../../../web/ui/layout/Link.tsx';
import { PageTitle } from '../../../web/ui/layout/PageTitle.tsx';
import type { Column } from '../../../web/ui/table/columns.ts';
import { DataTable } from '../../../web/ui/table/DataTable.tsx';
import { Pagination } from '../../../web/ui/table/Pagination.tsx';
import { TAALCODES, TALEN, type Taal } from '../../shared/talen.schema.ts';
import { TekstDialoog } from './TekstDialoog.tsx';
import type { TekstenAntwoord, TekstenZoek, TekstRegel } from './teksten.schema.ts';
import './teksten.css';

const PER_BLADZIJDE = 25;

const STAAT: Record<TekstRegel['staat'], { tekst: string; tone: Tone }> = {
  vastgesteld: { tekst: 'vastgesteld', tone: 'met' },
  machine: { tekst: 'niet nagekeken', tone: 'near' },
  ontbreekt: { tekst: 'nog niet vertaald', tone: 'late' },
  bron: { tekst: 'Nederlandse tekst', tone: 'neutral' },
};

type Zoek = Record<string, string>;

const sleutelVan = (r: TekstRegel) => `${r.collectie} ${r.sleutel}`;
const taalUit = (zoek: Zoek): Taal => TAALCODES.find((code) => code === zoek.taal) ?? 'ar';

function vraagVan(zoek: Zoek): TekstenZoek {
  return {
    taal: taalUit(zoek),
    ...(zoek.waar ? { collectie: zoek.waar } : {}),
    ...(zoek.staat ? { staat: zoek.staat as TekstRegel['staat'] } : {}),
    ...(zoek.eigen === 'ja' ? { alleenEigen: true } : {}),
    ...(zoek.q ? { zoek: zoek.q } : {}),
    page: Number(zoek.pagina ?? '1') || 1,
    pageSize: PER_BLADZIJDE,
  };
}

function kolommen(
  taal: Taal,
  namen: ReadonlyMap<string, string>,
  open: (r: TekstRegel) => void,
): Column<TekstRegel>[] {
  const { richting, naam } = TALEN[taal];
  return [
    {
      id: 'nederlands',
      header: 'Nederlands',
      primary: true,
      cell: (r) => (
        <>
          {r.nederlands}
          <div className="m-quiet">{namen.get(r.collectie)}</div>
        </>
      ),
    },
    ...(taal === 'nl'
      ? []
      : [
          {
            id: 'vertaling',
            header: naam,
            cell: (r: TekstRegel) => (
              <span lang={taal} dir={richting} className="teksten-vertaling">
                {r.tekst ?? '–'}
              </span>
            ),
          },
        ]),
    {
      id: 'staat',
      header: 'Staat',
      cell: (r) => (
        <>
          <span className="teksten-staat">
            <Badge tone={STAAT[r.staat].tone}>{STAAT[r.staat].tekst}</Badge>
          </span>
          <div className="m-quiet">{toelichting(r)}</div>
        </>
      ),
    },
    {
      id: 'doen',
      header: 'Doen',
      cell: (r) => (
        <Button look="quiet" className="teksten-knop" onClick={() => open(r)}>
          {r.staat === 'vastgesteld' || taal === 'nl' ? 'Bekijken' : 'Nakijken'}
          <span className="m-hidden">: {r.nederlands}</span>
        </Button>
      ),
    },
  ];
}

function toelichting(r: TekstRegel): string {
  const eigen = r.vanMeedoen === null ? '' : 'eigen woorden';
  if (!r.laatste) return eigen;
  const wie = `${r.laatste.naam}, ${formatDate(r.laatste.op.slice(0, 10), 'datum')}`;
  const veranderd =
    r.laatste.vastgesteld && r.staat === 'machine' ? 'veranderd na het nakijken' : '';
  return [eigen, veranderd || wie].filter(Boolean).join(' · ');
}

const zoekIn = (gemeenteId: string, wat: '_zoek' | '_uitvoer') =>
  `/v1/gemeenten/${gemeenteId}/teksten/${wat}`;

/** The fixed texts for inburgeraars: per language beside the Dutch, in own words, and approved by a person. */
export function TekstenScreen() {
  const [zoek, wijzig] = useSearchParams();
  const eerste = useIk().data?.gemeenten[0]?.id ?? '';
  const gemeenteId = zoek.gemeente || eerste;
  const vraag = vraagVan(zoek);
  const lijst = useQuery<TekstenAntwoord, Problem>({
    queryKey: ['teksten', gemeenteId, vraag],
    queryFn: ({ signal }) =>
      api.post<TekstenAntwoord>(zoekIn(gemeenteId, '_zoek'), vraag, { signal }),
    enabled: gemeenteId !== '',
    placeholderData: (vorige) => vorige,
  });
  const voerUit = () => void api.download(zoekIn(gemeenteId, '_uitvoer'), { ...vraag, page: 1 });
  return (
    <div className="m-stack">
      <PageTitle
        title="Teksten voor inburgeraars"
        lead="De vaste zinnen van brieven, berichten en vragen, per taal. Een vertaling heet pas vastgesteld als u haar hebt nagekeken."
        actions={
          <Button icon="exporteer" onClick={voerUit}>
            Exporteer
          </Button>
        }
      />
      <Filters zoek={zoek} wijzig={wijzig} lijst={lijst.data} />
      {lijst.data && <Stand lijst={lijst.data} taal={vraag.taal} />}
      {lijst.isPending && <Skeleton lines={8} />}
      {lijst.isError && <ErrorState error={lijst.error} onRetry={() => void lijst.refetch()} />}
      {lijst.data && (
        <Lijst
          lijst={lijst.data}
          gemeenteId={gemeenteId}
          taal={vraag.taal}
          busy={lijst.isFetching}
          onPage={(pagina) => wijzig({ pagina: String(pagina) })}
        />
      )}
    </div>
  );
}

type LijstProps = {
  lijst: TekstenAntwoord;
  gemeenteId: string;
  taal: Taal;
  busy: boolean;
  onPage: (pagina: number) => void;
};

function Lijst({ lijst, gemeenteId, taal, busy, onPage }: LijstProps) {
  const [gekozen, setGekozen] = useState<string | null>(null);
  const { items, page, pageSize, totaal } = lijst;
  const plaats = items.findIndex((r) => sleutelVan(r) === gekozen);
  const open = items[plaats];
  const erna = items[plaats + 1];
  const namen = new Map(lijst.collecties.map((c) => [c.id, c.naam]));
  return (
    <Card flush>
      <DataTable
        caption={`Teksten in het ${TALEN[taal].naam}`}
        columns={kolommen(taal, namen, (r) => setGekozen(sleutelVan(r)))}
        rows={items}
        rowId={sleutelVan}
        rowName={(r) => r.nederlands}
        busy={busy}
        empty={
          <EmptyState title="Geen teksten gevonden.">
            Zoek op andere woorden, of kies een andere staat.
          </EmptyState>
        }
        footer={<Pagination page={page} pageSize={pageSize} total={totaal} onPage={onPage} />}
      />
      {open && (
        <TekstDialoog
          key={sleutelVan(open)}
          regel={open}
          gemeenteId={gemeenteId}
          mag={lijst.magVaststellen}
          volgende={erna ? () => setGekozen(sleutelVan(erna)) : undefined}
          sluit={() => setGekozen(null)}
        />
      )}
    </Card>
  );
}

function Stand({ lijst, taal }: { lijst: TekstenAntwoord; taal: Taal }) {
  const stand = lijst.talen.find((t) => t.taal === taal);
  if (!stand) {
    return (
      <p className="m-quiet">
        Verandert u het Nederlands, dan moet elke vertaling opnieuw worden nagekeken.
      </p>
    );
  }
  const over = stand.totaal - stand.vastgesteld;
  return (
    <p className="m-quiet" role="status">
      {over === 0
        ? `Alle ${stand.totaal} teksten in het ${TALEN[taal].naam} zijn vastgesteld.`
        : `${stand.vastgesteld} van ${stand.totaal} teksten in het ${TALEN[taal].naam} zijn vastgesteld. Zolang niet alle teksten van een brief zijn vastgesteld, staat dat in de brief.`}
    </p>
  );
}

type FilterProps = {
  zoek: Zoek;
  wijzig: (deel: Zoek) => void;
  lijst: TekstenAntwoord | undefined;
};

function Filters({ zoek, wijzig, lijst }: FilterProps) {
  const gemeenten = useIk().data?.gemeenten ?? [];
  const taal = taalUit(zoek);
  return (
    <div className="teksten-filters">
      <Select
        label="Taal"
        value={taal}
        onChange={(code) => wijzig({ taal: code, pagina: '', staat: '' })}
        options={TAALCODES.map((code) => ({ value: code, label: TALEN[code].naam }))}
      />
      <Select
        label="Waar"
        value={zoek.waar ?? ''}
        onChange={(waar) => wijzig({ waar, pagina: '' })}
        emptyLabel="Alle teksten"
        options={(lijst?.collecties ?? []).map((c) => ({ value: c.id, label: c.naam }))}
      />
      {taal !== 'nl' && (
        <Select
          label="Staat"
          value={zoek.staat ?? ''}
          onChange={(staat) => wijzig({ staat, pagina: '' })}
          emptyLabel="Alles"
          options={(['machine', 'vastgesteld', 'ontbreekt'] as const).map((value) => ({
            value,
            label: STAAT[value].tekst,
          }))}
        />
      )}
      {gemeenten.length > 1 && (
        <Select
          label="Gemeente"
          value={zoek.gemeente || gemeenten[0]?.id || ''}
          onChange={(gemeente) => wijzig({ gemeente, pagina: '' })}
          options={gemeenten.map((g) => ({ value: g.id, label: g.naam }))}
        />
      )}
      <SearchField
        label="Zoek in de teksten"
        placeholder="Zoek in de teksten"
        value={zoek.q ?? ''}
        onChange={(q) => wijzig({ q, pagina: '' })}
      />
      <Checkbox
        label="Alleen eigen woorden"
        checked={zoek.eigen === 'ja'}
        onChange={(aan) => wijzig({ eigen: aan ? 'ja' : '', pagina: '' })}
      />
    </div>
  );
}
