import { useState } from 'react';
import { api, newKey } from '../../../../web/api.ts';
import { formatDate } from '../../../../web/dates.ts';
import { useIk } from '../../../../web/ik.ts';
import { Timeline } from '../../../../web/ui/data/Timeline.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../../../web/ui/feedback/States.tsx';
import { toast } from '../../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../../web/ui/form/Button.tsx';
import { Select } from '../../../../web/ui/form/Field.tsx';
import { VrijeTekst } from '../../../../web/ui/form/VrijeTekst.tsx';
import { Card } from '../../../../web/ui/layout/Card.tsx';
import { Pagination } from '../../../../web/ui/table/Pagination.tsx';
import type { Tijdlijn } from '../../dossier.schema.ts';
import { GEBIEDEN, ONDERWERPEN } from '../../onderwerpen.ts';
import { useDossierId, useHandeling, useTijdlijn } from '../vragen.tsx';

type Item = Tijdlijn['items'][number];

const keuzes = (namen: Record<string, string>) =>
  Object.entries(namen).map(([value, label]) => ({ value, label }));

const HERHAALT = {
  anders: 'eerst stond hier:',
  bevestigd: 'bevestigd; hetzelfde stond hier al',
  gevoelig: 'eerst stond hier een tekst met gevoelige gegevens',
} as const;

/** What stood here before; old words about health and the like are not repeated. */
function Eerder({ e }: { e: Item['eerder'][number] }) {
  return (
    <span className="dossier-oud">
      {HERHAALT[e.soort]} {e.soort === 'anders' && <del>{e.tekst}</del>} ({e.bron},{' '}
      {formatDate(e.vastgelegdOp.slice(0, 10), 'datum')})
    </span>
  );
}

function Tekst({ item, dossierId }: { item: Item; dossierId: string }) {
  const href = item.documentId && `/v1/dossiers/${dossierId}/documenten/${item.documentId}`;
  return (
    <span className="dossier-notitie" dir="auto">
      {href ? (
        <a href={href} target="_blank" rel="noreferrer">
          {item.tekst}
          <span className="m-hidden"> (pdf, opent in een nieuw tabblad)</span>
        </a>
      ) : (
        item.tekst
      )}
      {item.onderdelen && (
        <details className="dossier-bundel">
          <summary>Lees de antwoorden</summary>
          <ul>
            {item.onderdelen.map((regel) => (
              <li key={regel}>{regel}</li>
            ))}
          </ul>
        </details>
      )}
      {item.eerder.map((e) => (
        <Eerder key={e.vastgelegdOp + e.tekst} e={e} />
      ))}
      {item.overgenomen && <span className="dossier-oud">uit een samengevoegd dossier</span>}
    </span>
  );
}

const MAX = 4000;

/** '12 nov' this year, '12 nov 2025' before. */
const wanneer = (datum: string, jaar: string | undefined) =>
  datum.startsWith(`${jaar}-`)
    ? formatDate(datum, 'kort')
    : `${formatDate(datum, 'kort')} ${datum.slice(0, 4)}`;

/** A note; what was typed stays until the server has it. */
function Notitie({ klaar }: { klaar: () => void }) {
  const id = useDossierId();
  const [tekst, setTekst] = useState('');
  const [sleutel, setSleutel] = useState(newKey);
  const bewaar = useHandeling(
    () => api.post(`/v1/dossiers/${id}/notities`, { tekst }, { idempotencyKey: sleutel }),
    () => {
      setTekst('');
      setSleutel(newKey());
      toast({ tekst: 'Notitie opgeslagen.' });
      klaar();
    },
  );
  return (
    <div className="m-stack m-stack--tight">
      <VrijeTekst
        label="Notitie"
        hint="Schrijf hier niets over gezondheid of geloof: gezondheid heeft een eigen plek in de intake, geloof leggen wij niet vast."
        value={tekst}
        maxLength={MAX}
        error={bewaar.error?.voorVeld('tekst') ?? bewaar.error?.detail}
        onChange={setTekst}
      />
      <div>
        <Button
          busy={bewaar.isPending}
          disabled={tekst.trim() === ''}
          onClick={() => bewaar.mutate(undefined)}
        >
          Notitie bewaren
        </Button>
      </div>
    </div>
  );
}

type FiltersProps = {
  onderwerp: string;
  leefgebied: string;
  kies: (keuze: { onderwerp?: string; leefgebied?: string }) => void;
};

function Filters({ onderwerp, leefgebied, kies }: FiltersProps) {
  return (
    <div className="dossier-filters">
      <Select
        label="Toon"
        value={onderwerp}
        onChange={(waarde) => kies({ onderwerp: waarde })}
        options={keuzes(ONDERWERPEN)}
        emptyLabel="Alles"
      />
      <Select
        label="Leefgebied"
        value={leefgebied}
        onChange={(waarde) => kies({ leefgebied: waarde })}
        options={keuzes(GEBIEDEN)}
        emptyLabel="Alle leefgebieden"
      />
    </div>
  );
}

/** What is shown, as a document: complete, numbered, oldest first. */
function Verslag({ onderwerp, leefgebied }: { onderwerp: string; leefgebied: string }) {
  const id = useDossierId();
  const maak = useHandeling<void, { documentId: string }>(
    () =>
      api.post<{ documentId: string }>(`/v1/dossiers/${id}/tijdlijn/verslag`, {
        doel: 'hoorzitting',
        ...(onderwerp ? { onderwerp } : {}),
        ...(leefgebied ? { leefgebied } : {}),
      }),
    ({ documentId }) =>
      window.open(`/v1/dossiers/${id}/documenten/${documentId}`, '_blank', 'noreferrer'),
  );
  return (
    <div className="m-stack m-stack--tight">
      <div>
        <Button look="quiet" icon="document" busy={maak.isPending} onClick={() => maak.mutate()}>
          Print voor een hoorzitting (pdf)
        </Button>
      </div>
      {maak.isError && <ErrorState error={maak.error} />}
    </div>
  );
}

/** Everything that happened, newest first, with its source. */
export function TijdlijnKaart({ magSchrijven }: { magSchrijven: boolean }) {
  const id = useDossierId();
  const [page, setPage] = useState(1);
  const [onderwerp, setOnderwerp] = useState('');
  const [schrijven, setSchrijven] = useState(false);
  const [leefgebied, setLeefgebied] = useState('');
  const tijdlijn = useTijdlijn(page, onderwerp, leefgebied);
  const jaar = useIk().data?.peildatum.slice(0, 4);
  const kies = (keuze: { onderwerp?: string; leefgebied?: string }) => {
    if (keuze.onderwerp !== undefined) setOnderwerp(keuze.onderwerp);
    if (keuze.leefgebied !== undefined) setLeefgebied(keuze.leefgebied);
    setPage(1);
  };
  return (
    <Card
      title="Tijdlijn"
      action={
        magSchrijven && (
          <Button
            look="quiet"
            icon="plus"
            aria-expanded={schrijven}
            onClick={() => setSchrijven(!schrijven)}
          >
            Notitie
          </Button>
        )
      }
    >
      <div className="m-stack">
        {/* Hidden, not gone: what was typed stays. */}
        {magSchrijven && (
          <div hidden={!schrijven}>
            <Notitie klaar={() => setSchrijven(false)} />
          </div>
        )}
        <Filters onderwerp={onderwerp} leefgebied={leefgebied} kies={kies} />
        {magSchrijven && <Verslag onderwerp={onderwerp} leefgebied={leefgebied} />}
        {tijdlijn.isError && <ErrorState error={tijdlijn.error} />}
        {tijdlijn.isPending && <Skeleton lines={6} />}
        {tijdlijn.data?.totaal === 0 && <EmptyState title="Hier is nog niets gebeurd." />}
        {tijdlijn.data && tijdlijn.data.totaal > 0 && (
          <>
            <Timeline
              label="Gebeurtenissen, nieuwste eerst"
              items={tijdlijn.data.items.map((item) => ({
                id: item.id,
                datum: item.datum,
                wanneer: wanneer(item.datum, jaar),
                tekst: <Tekst item={item} dossierId={id} />,
                bron: item.bron,
              }))}
            />
            {tijdlijn.data.totaal > tijdlijn.data.pageSize && (
              <Pagination
                page={page}
                pageSize={tijdlijn.data.pageSize}
                total={tijdlijn.data.totaal}
                onPage={setPage}
                label="Bladeren in de tijdlijn"
              />
            )}
          </>
        )}
      </div>
    </Card>
  );
}
