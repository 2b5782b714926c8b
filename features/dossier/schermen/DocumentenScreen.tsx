import { formatMoment } from '../../../web/dates.ts';
import { EmptyState, ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Icon } from '../../../web/ui/layout/Icon.tsx';
import { TALEN, type Taal } from '../../shared/talen.schema.ts';
import { useDocumenten, useDossierId } from './vragen.tsx';

const SOORT: Record<string, string> = {
  'pip-beschikking': 'PIP-beschikking',
  'pip-eenvoudig': 'PIP in eenvoudige taal',
  'pip-beeld': 'PIP met beelden',
  'pip-vertaling': 'PIP vertaald',
  afweging: 'afweging van de leerroutes',
  plan: 'plan',
  oproep: 'oproep',
  uitnodiging: 'uitnodiging',
  'pw-besluit': 'besluit Participatiewet',
  bezwaar: 'bezwaar',
  verslag: 'verslag',
  overig: 'document',
};

const taalnaam = (code: string) => (TALEN[code as Taal]?.naam ?? code).toLowerCase();
const grootte = (bytes: number) => `${Math.max(1, Math.round(bytes / 1024))} kB`;

/** Letters and other documents of this person. */
export function DocumentenScreen() {
  const id = useDossierId();
  const documenten = useDocumenten();
  if (documenten.isError && !documenten.data)
    return <ErrorState error={documenten.error} onRetry={() => void documenten.refetch()} />;
  if (!documenten.data) return <Skeleton lines={4} />;
  const { items } = documenten.data;
  return (
    <Card title="Documenten">
      {items.length === 0 && (
        <EmptyState title="Nog geen documenten.">
          Oproepen en beschikkingen komen hier vanzelf te staan.
        </EmptyState>
      )}
      <ul className="dossier-lijst">
        {items.map((d) => (
          <li key={d.documentId}>
            <a
              href={`/v1/dossiers/${id}/documenten/${d.documentId}`}
              target="_blank"
              rel="noreferrer"
            >
              <Icon name="document" size={16} /> {d.titel}
              <span className="m-hidden"> (opent in een nieuw tabblad)</span>
            </a>
            <p className="m-quiet">
              {SOORT[d.soort] ?? d.soort}
              {d.versie !== null && `, versie ${d.versie}`}
              {d.taal !== 'nl' && `, ${taalnaam(d.taal)}`} · {formatMoment(d.gemaaktOp)}
              {d.door && ` · ${d.door}`} · pdf, {grootte(d.bytes)}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
