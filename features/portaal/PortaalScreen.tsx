import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../web/api.ts';
import { formatDate } from '../../web/dates.ts';
import { useIk } from '../../web/ik.ts';
import { Badge, type Tone } from '../../web/ui/data/Badge.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { Button } from '../../web/ui/form/Button.tsx';
import { Select } from '../../web/ui/form/Field.tsx';
import { Card } from '../../web/ui/layout/Card.tsx';
import { useSearchParams } from '../../web/ui/layout/Link.tsx';
import { PageTitle } from '../../web/ui/layout/PageTitle.tsx';
import type { Column } from '../../web/ui/table/columns.ts';
import { DataTable } from '../../web/ui/table/DataTable.tsx';
import { Pagination } from '../../web/ui/table/Pagination.tsx';
import { KAARTEN, type KaartSoort, ontbrekend } from './kaarten.ts';
import type { KaartZoekVraag, Portaalkaart, PortaalkaartLijst } from './portaal.schema.ts';
import { KaartDialog } from './scherm/KaartDialog.tsx';
import { NieuweKaartDialog } from './scherm/NieuweKaartDialog.tsx';
import './portaal.css';

const PER_BLADZIJDE = 25;

const STAAT: Record<Portaalkaart['staat'], { tekst: string; tone: Tone }> = {
  open: { tekst: 'nog invoeren', tone: 'near' },
  ingevoerd: { tekst: 'ingevoerd', tone: 'met' },
  vervallen: { tekst: 'vervallen', tone: 'neutral' },
};

const KEUZES: { value: string; label: string; staten?: Portaalkaart['staat'][] }[] = [
  { value: 'open', label: 'Nog invoeren', staten: ['open'] },
  { value: 'ingevoerd', label: 'Ingevoerd', staten: ['ingevoerd'] },
  { value: 'vervallen', label: 'Vervallen', staten: ['vervallen'] },
  { value: 'alle', label: 'Alles' },
];

const SOORTEN = Object.entries(KAARTEN).map(([value, k]) => ({ value, label: k.naam }));

type Zoek = Record<string, string>;

function vraagVan(zoek: Zoek): Partial<KaartZoekVraag> {
  const keuze = KEUZES.find((k) => k.value === (zoek.staat ?? 'open'));
  return {
    ...(keuze?.staten ? { staten: keuze.staten } : {}),
    ...(zoek.soort ? { soort: zoek.soort as KaartSoort } : {}),
    ...(zoek.gemeente ? { gemeenteId: zoek.gemeente } : {}),
    ...(zoek.dossier ? { dossierId: zoek.dossier } : {}),
    page: Number(zoek.pagina ?? '1') || 1,
    pageSize: PER_BLADZIJDE,
  };
}

function kolommen(open: (k: Portaalkaart) => void): Column<Portaalkaart>[] {
  return [
    { id: 'naam', header: 'Over', primary: true, cell: (k) => k.naam },
    {
      id: 'wat',
      header: 'Wat',
      cell: (k) => (
        <>
          {KAARTEN[k.soort].naam}
          {k.vanDuo && <div className="m-quiet">op verzoek van DUO</div>}
        </>
      ),
    },
    { id: 'gemeente', header: 'Gemeente', cell: (k) => k.gemeente },
    {
      id: 'uiterlijk',
      header: 'Uiterlijk',
      cell: (k) => (k.uiterlijk ? formatDate(k.uiterlijk, 'datum') : 'geen vaste dag'),
    },
    {
      id: 'staat',
      header: 'Staat',
      cell: (k) => (
        <>
          <Badge tone={STAAT[k.staat].tone}>{STAAT[k.staat].tekst}</Badge>
          <div className="m-quiet">{toelichting(k)}</div>
        </>
      ),
    },
    {
      id: 'doen',
      header: 'Doen',
      cell: (k) => (
        <span className="portaal-doen">
          <Button look="quiet" onClick={() => open(k)}>
            {k.staat === 'open' ? 'Invoeren' : 'Bekijken'}
            <span className="m-hidden">
              : {KAARTEN[k.soort].naam} van {k.naam}
            </span>
          </Button>
        </span>
      ),
    },
  ];
}

function toelichting(k: Portaalkaart): string {
  if (k.staat === 'ingevoerd') {
    return `op ${formatDate(k.ingevoerdOp ?? '', 'datum')}${k.afgerondDoor ? ` door ${k.afgerondDoor}` : ''}`;
  }
  if (k.staat === 'vervallen') return k.reden ?? '';
  const leeg = ontbrekend(k.soort, k.velden).length;
  return leeg === 0
    ? 'klaar om in te voeren'
    : `nog ${leeg} ${leeg === 1 ? 'veld' : 'velden'} aan te vullen`;
}

/** What somebody types in DUO's portal because there is no connection for it, in order, with a tick. */
export function PortaalScreen() {
  const [zoek, wijzig] = useSearchParams();
  const magDoen = useIk().data?.mag.includes('portaal.bewerken') ?? false;
  const [open, setOpen] = useState<Portaalkaart | null>(null);
  const vraag = vraagVan(zoek);
  const lijst = useQuery<PortaalkaartLijst, Problem>({
    queryKey: ['portaalkaarten', vraag],
    queryFn: ({ signal }) =>
      api.post<PortaalkaartLijst>('/v1/portaalkaarten/_zoek', vraag, { signal }),
    placeholderData: (vorige) => vorige,
  });
  const nieuw = magDoen && zoek.dossier && zoek.nieuw === 'ja';
  return (
    <div className="m-stack">
      <PageTitle
        title="Zelf invoeren bij DUO"
        lead="Voor boetes, adviezen en verklaringen heeft DUO geen koppeling. Hier staat wat u in het portaal invult, in volgorde."
        {...(magDoen && zoek.dossier
          ? { actions: <Button onClick={() => wijzig({ nieuw: 'ja' })}>Nieuwe kaart</Button> }
          : {})}
      />
      <Filters zoek={zoek} wijzig={wijzig} lijst={lijst.data} />
      {lijst.isPending && <Skeleton lines={6} />}
      {lijst.isError && <ErrorState error={lijst.error} onRetry={() => void lijst.refetch()} />}
      {lijst.data && (
        <Card flush>
          <DataTable
            caption="Zelf invoeren bij DUO"
            columns={kolommen(setOpen)}
            rows={lijst.data.items}
            rowId={(k) => k.kaartId}
            rowName={(k) => k.naam}
            rowHref={(k) => `/inburgeraars/${k.dossierId}/duo`}
            busy={lijst.isFetching}
            empty={
              <EmptyState title="Hier ligt niets.">
                Een kaart maakt u in een dossier, op het tabblad DUO. Vraagt DUO om advies, dan komt
                er vanzelf een.
              </EmptyState>
            }
            footer={
              <Pagination
                page={lijst.data.page}
                pageSize={lijst.data.pageSize}
                total={lijst.data.totaal}
                onPage={(pagina) => wijzig({ pagina: String(pagina) })}
              />
            }
          />
        </Card>
      )}
      {open && <KaartDialog kaart={open} magDoen={magDoen} sluit={() => setOpen(null)} />}
      {nieuw && (
        <NieuweKaartDialog
          dossierId={zoek.dossier as string}
          sluit={() => wijzig({ nieuw: '' })}
          gemaakt={(k) => {
            wijzig({ nieuw: '' });
            setOpen(k);
          }}
        />
      )}
    </div>
  );
}

type FilterProps = {
  zoek: Zoek;
  wijzig: (deel: Zoek) => void;
  lijst: PortaalkaartLijst | undefined;
};

function Filters({ zoek, wijzig, lijst }: FilterProps) {
  const gemeenten = useIk().data?.gemeenten ?? [];
  const aantal = (staten?: Portaalkaart['staat'][]) => {
    if (!lijst) return '';
    const alle = staten ?? (Object.keys(STAAT) as Portaalkaart['staat'][]);
    return ` (${alle.reduce((som, s) => som + (lijst.tellingen[s] ?? 0), 0)})`;
  };
  return (
    <div className="portaal-filters">
      <Select
        label="Staat"
        value={zoek.staat ?? 'open'}
        onChange={(staat) => wijzig({ staat, pagina: '' })}
        options={KEUZES.map((k) => ({ value: k.value, label: k.label + aantal(k.staten) }))}
      />
      <Select
        label="Soort"
        value={zoek.soort ?? ''}
        onChange={(soort) => wijzig({ soort, pagina: '' })}
        emptyLabel="Alle soorten"
        options={SOORTEN}
      />
      {gemeenten.length > 1 && (
        <Select
          label="Gemeente"
          value={zoek.gemeente ?? ''}
          onChange={(gemeente) => wijzig({ gemeente, pagina: '' })}
          emptyLabel="Alle gemeenten"
          options={gemeenten.map((g) => ({ value: g.id, label: g.naam }))}
        />
      )}
      {zoek.dossier && (
        <Button look="quiet" onClick={() => wijzig({ dossier: '', pagina: '' })}>
          Toon alle inburgeraars
        </Button>
      )}
    </div>
  );
}
