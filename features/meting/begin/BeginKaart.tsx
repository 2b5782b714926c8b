import { useQuery } from '@tanstack/react-query';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Link } from '../../../web/ui/layout/Link.tsx';
import type {
  BeginRij,
  Beginsituatie,
  Beginsituaties,
  Digitaal,
  Onderwerp,
} from './begin.schema.ts';

const ONDERWERP: Record<Onderwerp, string> = {
  opleiding: 'Opleiding',
  diplomawaardering: 'Diploma en waardering',
  werk: 'Werk',
  taal: 'Taal',
  digitaal: 'Digitaal',
  gezin: 'Gezin en wonen',
};
const VERSCHIL: Record<BeginRij['verschil'], string> = {
  gelijk: '',
  verbeterd: 'verbeterd',
  gewijzigd: 'veranderd',
  nieuw: 'kwam erbij',
  vervallen: 'vervallen',
};
const ONDERWERPEN = Object.keys(ONDERWERP) as Onderwerp[];

function Rij({ rij, metNu }: { rij: BeginRij; metNu: boolean }) {
  return (
    <tr>
      <th scope="row">{rij.naam}</th>
      <td>{rij.toen ?? <span className="m-quiet">niet bekend</span>}</td>
      {metNu && (
        <td>
          {rij.verschil === 'gelijk' ? (
            <span className="m-quiet">gelijk</span>
          ) : (
            <>
              {rij.nu ?? <span className="m-quiet">niet meer bekend</span>}{' '}
              <Badge tone="ours">{VERSCHIL[rij.verschil]}</Badge>
              {rij.nuOp && (
                <span className="m-quiet">
                  {' '}
                  {formatDate(rij.nuOp, 'datum')}
                  {rij.nuDoor && `, ${rij.nuDoor}`}
                </span>
              )}
            </>
          )}
        </td>
      )}
    </tr>
  );
}

function Tabel({ b, metNu }: { b: Beginsituatie; metNu: boolean }) {
  const groepen = ONDERWERPEN.map((o) => ({
    onderwerp: o,
    rijen: b.rijen.filter((r) => r.onderwerp === o),
  })).filter((groep) => groep.rijen.length > 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wat opzij schuift moet met toetsen te bereiken zijn
    <section className="meting-tabel" aria-label="Beginsituatie" tabIndex={0}>
      <table>
        <caption className="m-hidden">Beginsituatie, toen en nu</caption>
        <thead>
          <tr>
            <th scope="col">Gegeven</th>
            <th scope="col">{metNu ? `Toen, ${formatDate(b.dagtekening, 'datum')}` : 'Nu'}</th>
            {metNu && <th scope="col">Nu</th>}
          </tr>
        </thead>
        {groepen.map(({ onderwerp, rijen }) => (
          <tbody key={onderwerp}>
            <tr className="meting-groep">
              <th scope="rowgroup" colSpan={metNu ? 3 : 2}>
                {ONDERWERP[onderwerp]}
              </th>
            </tr>
            {rijen.map((rij) => (
              <Rij key={rij.sleutel} rij={rij} metNu={metNu} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

const useDeel = <T,>(dossierId: string, deel: string) =>
  useQuery<T, Problem>({
    queryKey: ['dossier', dossierId, deel],
    queryFn: ({ signal }) => api.get<T>(`/v1/dossiers/${dossierId}/${deel}`, { signal }),
  });

function Inhoud({ data }: { data: Beginsituaties }) {
  const { items, voorlopig } = data;
  if (voorlopig?.rijen.length === 0) {
    return (
      <EmptyState title="Er is nog niets vastgelegd.">
        Wat in de intake wordt gezegd over opleiding, werk, taal, computer en gezin komt hier, en
        blijft vanaf de dagtekening van het PIP staan.
      </EmptyState>
    );
  }
  if (voorlopig) {
    return (
      <>
        <p className="m-quiet">
          Er is nog geen PIP. Op de dagtekening wordt dit de beginsituatie; daarna verandert die
          niet meer.
        </p>
        <Tabel b={voorlopig} metNu={false} />
      </>
    );
  }
  return items.map((b, nr) => (
    <details key={b.pipId} open={nr === 0} className="meting-begin">
      <summary>
        PIP met dagtekening {formatDate(b.dagtekening, 'datum')}
        {b.metingOp && (
          <span className="m-quiet">
            , hoe het ging is gevraagd op {formatDate(b.metingOp, 'datum')}
          </span>
        )}
      </summary>
      <Tabel b={b} metNu />
    </details>
  ));
}

/** Hoe iemand ervoor stond op de dagtekening van het PIP, met ernaast hoe het nu is. */
export function BeginKaart({ dossierId }: { dossierId: string }) {
  const vraag = useDeel<Beginsituaties>(dossierId, 'beginsituatie');
  return (
    <Card title="Beginsituatie, toen en nu">
      {vraag.isPending && <Skeleton lines={5} label="Beginsituatie laden…" />}
      {vraag.isError && <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />}
      {vraag.data && <Inhoud data={vraag.data} />}
    </Card>
  );
}

/** Welke vorm van brieven en lessen past, en waarom. Een advies: de persoon en de klantmanager kiezen. */
export function DigitaalKaart({ dossierId }: { dossierId: string }) {
  const vraag = useDeel<Digitaal>(dossierId, 'digitaal-advies');
  const { data } = vraag;
  return (
    <Card title="Brieven en lessen">
      {vraag.isPending && <Skeleton lines={3} label="Advies laden…" />}
      {vraag.isError && <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />}
      {data &&
        [data.brieven, data.les].map((advies) => (
          <div key={advies.zin} className="meting-advies">
            <strong>{advies.zin}</strong>
            <ul>
              {advies.waarom.map((zin) => (
                <li key={zin}>{zin}</li>
              ))}
            </ul>
          </div>
        ))}
      {data && data.ontbreekt.length > 0 && (
        <p className="m-quiet">
          Nog {data.ontbreekt.length} van de 4 vragen over telefoon en computer te stellen.{' '}
          <Link
            href={`/inburgeraars/${dossierId}/intake?gebied=zelfredzaamheid&vraag=${data.ontbreekt[0]}`}
          >
            Vul ze in bij de intake
          </Link>
        </p>
      )}
      {data && (
        <p className="m-quiet">
          Een advies uit de intake. Bespreek het; wat iemand zelf wil gaat voor.
        </p>
      )}
    </Card>
  );
}
