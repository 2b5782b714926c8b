import { formatDate } from '../../../web/dates.ts';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { Timeline } from '../../../web/ui/data/Timeline.tsx';
import { EmptyState } from '../../../web/ui/feedback/States.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import type { DuoBeeld } from './duo.schema.ts';

const metJaar = (dag: string) => `${formatDate(dag, 'kort')} ${dag.slice(0, 4)}`;

/** Doelgroep, plicht and termijn through time: what changed, when and why. */
export function Verloop({ beeld: b }: { beeld: DuoBeeld }) {
  return (
    <Card title="Doelgroep, plicht en termijn volgens DUO">
      {b.tijdlijn.length === 0 ? (
        <EmptyState title="DUO heeft hierover nog niets vastgesteld." />
      ) : (
        <Timeline
          label="Wat DUO vaststelde, nieuwste eerst"
          items={b.tijdlijn.map((p) => ({
            id: p.id,
            datum: p.datum ?? '',
            wanneer: p.datum ? metJaar(p.datum) : 'dag onbekend',
            tekst: (
              <>
                {p.tekst} {p.nu && <Badge tone="met">geldt nu</Badge>}
                {p.uitleg && <span className="duo-uitleg m-quiet">{p.uitleg}</span>}
              </>
            ),
          }))}
        />
      )}
    </Card>
  );
}

/** What another doelgroep changes, by the rules of the law. */
export function Wissel({ wissel: w }: { wissel: NonNullable<DuoBeeld['doelgroepwissel']> }) {
  return (
    <Card title="De doelgroep is gewijzigd" tone="soft">
      <div className="m-stack m-stack--tight">
        <p>
          Van {w.van.toLowerCase()} naar {w.naar.toLowerCase()}
          {w.op && ` per ${formatDate(w.op, 'datum')}`}. Volgens de regels verandert dit:
        </p>
        {w.verschillen.length === 0 && <p>Voor dit dossier verandert er vandaag niets.</p>}
        {w.verschillen.length > 0 && (
          <ul className="duo-regels">
            {w.verschillen.map((v) => (
              <li key={`${v.naam}${v.wordt}${v.was}`}>
                <strong>{v.naam}</strong>: {v.wordt}
                {v.was && <span className="m-quiet"> (was: {v.was})</span>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}
