import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { TAAKLIJST, TAKEN } from '../../rules/taakverdeling/taken.ts';
import { api, type Problem } from '../../web/api.ts';
import { formatDate } from '../../web/dates.ts';
import { useIk } from '../../web/ik.ts';
import { EmptyState, ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { Button } from '../../web/ui/form/Button.tsx';
import { Select } from '../../web/ui/form/Field.tsx';
import { Card } from '../../web/ui/layout/Card.tsx';
import { useSearchParams } from '../../web/ui/layout/Link.tsx';
import { PageTitle } from '../../web/ui/layout/PageTitle.tsx';
import { roles } from '../../web/ui/table/columns.ts';
import type { Taakverdeling, VerdelingRegel } from './taakverdeling.schema.ts';
import './taakverdeling.css';
import { TaakverdelingForm } from './TaakverdelingForm.tsx';

/** Wie welke taak uitvoert, per gemeente; beheer stelt haar vast vanaf een dag. */
export function TaakverdelingScreen() {
  const ik = useIk();
  const [zoek, wijzigZoek] = useSearchParams();
  const [bewerken, setBewerken] = useState(false);
  const gemeenten = ik.data?.gemeenten ?? [];
  const gemeenteId = zoek.gemeente ?? gemeenten[0]?.id;
  const vraag = useQuery<Taakverdeling, Problem>({
    queryKey: ['taakverdeling', gemeenteId],
    queryFn: ({ signal }) =>
      api.get<Taakverdeling>(`/v1/gemeenten/${gemeenteId}/taakverdeling`, { signal }),
    enabled: gemeenteId !== undefined,
  });
  const kies = (id: string) => {
    setBewerken(false);
    wijzigZoek({ gemeente: id });
  };
  return (
    <div className="m-stack">
      <PageTitle
        title="Taakverdeling"
        lead="Wie voert welke taak uit, op welke schaal en vanaf wanneer. Hieruit volgt wie welk deel van een dossier mag zien."
        actions={
          vraag.data?.magWijzigen && !bewerken ? (
            <Button look="primary" onClick={() => setBewerken(true)}>
              Verdeling wijzigen
            </Button>
          ) : undefined
        }
      />
      {gemeenten.length > 1 && (
        <div className="taakverdeling-keuze">
          <Select
            label="Gemeente"
            value={gemeenteId ?? ''}
            onChange={kies}
            options={gemeenten.map((g) => ({ value: g.id, label: g.naam }))}
          />
        </div>
      )}
      {vraag.isPending && gemeenteId && <Skeleton lines={8} />}
      {vraag.isError && <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />}
      {ik.isSuccess && gemeenten.length === 0 && (
        <EmptyState title="Uw organisatie heeft nog geen taken">
          Vraag de gemeente om een taak aan uw organisatie te geven.
        </EmptyState>
      )}
      {vraag.data && !bewerken && (
        <Overzicht verdeling={vraag.data} peildatum={ik.data?.peildatum ?? ''} />
      )}
      {vraag.data && bewerken && (
        <TaakverdelingForm
          key={gemeenteId}
          verdeling={vraag.data}
          peildatum={ik.data?.peildatum ?? ''}
          onKlaar={() => setBewerken(false)}
        />
      )}
    </div>
  );
}

const KOPPEN = ['Taak', 'Uitgevoerd door', 'Schaal', 'Sinds'] as const;

function Overzicht({ verdeling, peildatum }: { verdeling: Taakverdeling; peildatum: string }) {
  const gepland = verdeling.regels.filter((r) => r.geldigVanaf > peildatum);
  const nu = new Map(
    verdeling.regels.filter((r) => r.geldigVanaf <= peildatum).map((r) => [r.taak, r]),
  );
  return (
    <>
      <Card title={`Vandaag in ${verdeling.gemeente.naam}`} flush>
        <table className="taakverdeling" role={roles.table}>
          <caption className="m-hidden">Taken van {verdeling.gemeente.naam}</caption>
          <thead role={roles.rowgroup}>
            <tr role={roles.row}>
              {KOPPEN.map((kop) => (
                <th key={kop} scope="col" role={roles.columnheader}>
                  {kop}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role={roles.rowgroup}>
            {TAAKLIJST.map((taak) => (
              <Rij key={taak} naam={TAKEN[taak]} regel={nu.get(taak)} />
            ))}
          </tbody>
        </table>
      </Card>
      {gepland.length > 0 && (
        <Lijst
          titel="Gepland"
          regels={gepland}
          zin={(r) => `vanaf ${formatDate(r.geldigVanaf, 'datum')}`}
        />
      )}
      {verdeling.historie.length > 0 && (
        <Lijst
          titel="Eerder"
          regels={verdeling.historie}
          zin={(r) => `tot en met ${formatDate(r.geldigTotEnMet ?? '', 'datum')}`}
        />
      )}
    </>
  );
}

/** Op een telefoon staat elke taak als blok onder de vorige; de rollen blijven dan die van een tabel. */
function Rij({ naam, regel }: { naam: string; regel: VerdelingRegel | undefined }) {
  return (
    <tr role={roles.row}>
      <th scope="row" role={roles.rowheader}>
        {naam}
      </th>
      <td role={roles.cell}>{regel?.organisatie ?? <span className="m-near">nog niemand</span>}</td>
      <td role={roles.cell}>{regel?.schaal ?? '–'}</td>
      <td role={roles.cell}>{regel ? formatDate(regel.geldigVanaf, 'datum') : '–'}</td>
    </tr>
  );
}

function Lijst({
  titel,
  regels,
  zin,
}: {
  titel: string;
  regels: VerdelingRegel[];
  zin: (r: VerdelingRegel) => string;
}) {
  return (
    <Card title={titel}>
      <ul className="taakverdeling-lijst">
        {regels.map((r) => (
          <li key={r.id}>
            <strong>{TAKEN[r.taak]}</strong> door {r.organisatie} ({r.schaal}), {zin(r)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
