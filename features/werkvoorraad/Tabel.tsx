import { formatDate } from '../../web/dates.ts';
import { Badge, Initials, TermijnBadge } from '../../web/ui/data/Badge.tsx';
import { EmptyState } from '../../web/ui/feedback/States.tsx';
import { Button, ButtonLink } from '../../web/ui/form/Button.tsx';
import type { Column, Sort } from '../../web/ui/table/columns.ts';
import { DataTable } from '../../web/ui/table/DataTable.tsx';
import { Pagination } from '../../web/ui/table/Pagination.tsx';
import { DOELGROEP, LEERROUTE, SCHAKEL, TOESTAND } from '../shared/woorden.schema.ts';
import { LEEG } from './Filters.tsx';
import type { Stuur } from './Lijsten.tsx';
import { BIJNA_DAGEN, redenZonderDag } from './tonen.ts';
import type { Werkvoorraad, WerkvoorraadRij } from './werkvoorraad.schema.ts';

function Wie({ rij }: { rij: WerkvoorraadRij }) {
  const route = rij.leerroute ? LEERROUTE[rij.leerroute] : LEERROUTE.geen;
  return (
    <>
      {rij.naam}
      <span className="m-quiet werk-regel">
        {DOELGROEP[rij.doelgroep]} · {route}
      </span>
    </>
  );
}

function Wat({ rij }: { rij: WerkvoorraadRij }) {
  const ernstig = rij.signalen.find((s) => s.ernst === 'let-op');
  return (
    <>
      <strong className="werk-voorstel">{rij.voorstel.titel}</strong>
      <div className="m-quiet">{redenZonderDag(rij)}</div>
      {ernstig && <div className="werk-signaal m-near">{ernstig.tekst}</div>}
      {rij.uitgesteldTot && (
        <div className="m-quiet">
          Uitgesteld tot {formatDate(rij.uitgesteldTot, 'datum')}: {rij.uitgesteldReden}
        </div>
      )}
    </>
  );
}

/** De kolommen van de werkvoorraad; de ids van sorteerbare kolommen zijn die van de API. */
const KOLOMMEN: readonly Column<WerkvoorraadRij>[] = [
  {
    id: 'laatsteDag',
    header: 'Laatste dag',
    width: '124px',
    serverSort: true,
    hideable: false,
    card: 'top',
    cell: (rij) => (
      <span className="werk-termijn">
        <TermijnBadge dagen={rij.dagen} bijna={BIJNA_DAGEN} />
        {rij.laatsteDag && (
          <span className="m-quiet werk-regel">{formatDate(rij.laatsteDag, 'cijfers')}</span>
        )}
      </span>
    ),
  },
  {
    id: 'naam',
    header: 'Inburgeraar',
    primary: true,
    serverSort: true,
    cell: (rij) => <Wie rij={rij} />,
  },
  {
    id: 'voorstel',
    header: 'Voorstel en reden',
    hideable: false,
    width: '38%',
    cell: (rij) => <Wat rij={rij} />,
  },
  { id: 'gemeente', header: 'Gemeente', cell: (rij) => <Badge>{rij.gemeente.naam}</Badge> },
  {
    id: 'schakel',
    header: 'Schakel',
    card: 'hide',
    cell: (rij) => SCHAKEL[rij.schakel] ?? rij.schakel,
  },
  { id: 'plicht', header: 'Plicht', card: 'hide', cell: (rij) => TOESTAND[rij.toestand] },
  {
    id: 'klantmanager',
    header: 'Van',
    card: 'hide',
    cell: (rij) =>
      rij.klantmanager ? (
        <Initials {...rij.klantmanager} />
      ) : (
        <span className="m-quiet">niemand</span>
      ),
  },
];

/** Op een smal scherm opent de samenvatting met een knop; anders staat zij ernaast. */
function metKnop(toon: (rij: WerkvoorraadRij) => void): readonly Column<WerkvoorraadRij>[] {
  const knop: Column<WerkvoorraadRij> = {
    id: 'bekijk',
    header: 'Bekijk',
    hideable: false,
    cell: (rij) => (
      <button type="button" className="m-plain-button" onClick={() => toon(rij)}>
        Samenvatting<span className="m-hidden"> van {rij.naam}</span>
      </button>
    ),
  };
  return [...KOLOMMEN, knop];
}

type TabelProps = {
  data: Werkvoorraad;
  stuur: Stuur;
  actiefId: string | undefined;
  onActief: (id: string) => void;
  gekozen: ReadonlySet<string>;
  onGekozen: (ids: Set<string>) => void;
  magToewijzen: boolean;
  wijsToe: (rijen: WerkvoorraadRij[]) => void;
  stelUit: (rij: WerkvoorraadRij) => void;
  /** Toont de samenvatting; alleen waar zij niet naast de lijst staat. */
  toon?: (rij: WerkvoorraadRij) => void;
  /** Wat er in het zoekveld staat. */
  zoek: string;
  wisZoek: () => void;
  bezig: boolean;
};

function toetsen({ magToewijzen, wijsToe, stelUit, toon }: TabelProps) {
  const samenvatting = { toets: 's', naam: 'samenvatting' };
  return [
    ...(magToewijzen
      ? [
          { toets: 't', naam: 'toewijzen', doe: (rij: WerkvoorraadRij) => wijsToe([rij]) },
          { toets: 'u', naam: 'uitstellen', doe: stelUit },
        ]
      : []),
    ...(toon ? [{ ...samenvatting, doe: toon }] : []),
  ];
}

function Gekozen({ data, gekozen, onGekozen, wijsToe }: TabelProps) {
  const rijen = data.items.filter((r) => gekozen.has(r.dossierId));
  if (rijen.length === 0) return null;
  return (
    <div className="werk-gekozen" role="status">
      <strong>{rijen.length} gekozen</strong>
      <Button onClick={() => wijsToe(rijen)}>Toewijzen…</Button>
      <Button look="quiet" onClick={() => onGekozen(new Set())}>
        Niets kiezen
      </Button>
    </div>
  );
}

/** Waarom er niemand staat, en wat dan kan. */
function Leeg({ stuur, zoek, wisZoek }: Pick<TabelProps, 'stuur' | 'zoek' | 'wisZoek'>) {
  const gefilterd = zoek !== '' || Object.keys(stuur.keuze).some((k) => k !== 'bereik');
  const wis = () => {
    wisZoek();
    stuur.zet(LEEG);
  };
  if (gefilterd) {
    return (
      <EmptyState
        title="Niemand past bij deze keuze."
        action={<Button onClick={wis}>Filters wissen</Button>}
      >
        {zoek ? 'Klopt de naam? U kunt ook alle inburgeraars doorzoeken.' : 'Haal een filter weg.'}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Niemand heeft u vandaag nodig."
      action={<ButtonLink href="/?bereik=team">Kijk bij het team</ButtonLink>}
    >
      Wie is uitgesteld of waar niets te doen is, komt hier vanzelf terug op de dag dat het nodig
      is.
    </EmptyState>
  );
}

/** De lijst zelf: lopen met J en K, openen met Enter, en de letters die eronder staan. */
export function Tabel(props: TabelProps) {
  const { data, stuur, toon } = props;
  const sorteer: Sort = {
    id: stuur.keuze.sorteer ?? 'laatsteDag',
    desc: stuur.keuze.aflopend ?? false,
  };
  return (
    <div className="m-stack m-stack--tight">
      <Gekozen {...props} />
      <DataTable
        caption="Werkvoorraad: wie wanneer iets nodig heeft"
        columns={toon ? metKnop(toon) : KOLOMMEN}
        rows={data.items}
        rowId={(rij) => rij.dossierId}
        rowHref={(rij) => `/inburgeraars/${rij.dossierId}`}
        rowName={(rij) => rij.naam}
        activeId={props.actiefId}
        onActive={props.onActief}
        keys={toetsen(props)}
        sort={sorteer}
        onSort={({ id, desc }) =>
          stuur.zet({ sorteer: id === 'naam' ? 'naam' : undefined, aflopend: desc || undefined })
        }
        hiddenColumns={stuur.verborgen}
        onHiddenColumns={stuur.zetVerborgen}
        {...(props.magToewijzen ? { selected: props.gekozen, onSelected: props.onGekozen } : {})}
        empty={<Leeg stuur={stuur} zoek={props.zoek} wisZoek={props.wisZoek} />}
        busy={props.bezig}
        footer={
          <Pagination
            page={data.page}
            pageSize={data.pageSize}
            total={data.totaal}
            onPage={stuur.zetPagina}
          />
        }
      />
    </div>
  );
}
