import { useState } from 'react';
import { formatDate } from '../../../web/dates.ts';
import { Waarom } from '../../../web/ui/data/Waarom.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Button, ButtonLink } from '../../../web/ui/form/Button.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { usePathParam } from '../../../web/ui/layout/Link.tsx';
import type { DossierBesluiten } from '../besluiten.schema.ts';
import { BesluitKaart } from './BesluitKaart.tsx';
import { PwForm } from './PwForm.tsx';
import { useBesluiten } from './vragen.tsx';
import './besluiten.css';

function Termijn({ termijn }: { termijn: DossierBesluiten['termijn'] }) {
  return (
    <Card title="De inburgeringstermijn">
      <div className="m-stack m-stack--tight">
        {termijn ? (
          <p>
            Van {formatDate(termijn.begin)} tot en met{' '}
            <Waarom uitleg={termijn.uitleg}>{formatDate(termijn.laatsteDag)}</Waarom>.
          </p>
        ) : (
          <p>De termijn begint de dag na de dagtekening van het eerste PIP.</p>
        )}
        <p className="m-quiet">
          Wijzigen, intrekken, vernietigen of opnieuw vaststellen verandert het begin van de termijn
          niet.
        </p>
      </div>
    </Card>
  );
}

function Participatiewet({ pw }: { pw: DossierBesluiten['pw'] }) {
  const [open, setOpen] = useState(false);
  return (
    <Card title="Participatiewet">
      <div className="m-stack m-stack--tight">
        <p>
          Verplichtingen bij de bijstand zijn een eigen besluit, met een eigen brief en een eigen
          bezwaar. Samen met het PIP is dit het brede plan.
        </p>
        <Button reason={pw.reden ?? undefined} disabled={!pw.mag} onClick={() => setOpen(true)}>
          Besluit nemen…
        </Button>
      </div>
      {open && <PwForm sluit={() => setOpen(false)} />}
    </Card>
  );
}

/** Everything that was decided about one person, with what was said against it. */
export function DossierBesluitenScreen() {
  const id = usePathParam('dossierId');
  const vraag = useBesluiten();
  if (vraag.isError && !vraag.data)
    return <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />;
  if (!vraag.data) return <Skeleton lines={8} label="Besluiten laden…" />;
  const { besluiten, termijn, pw, mag } = vraag.data;
  return (
    <div className="m-split">
      <div className="m-stack">
        {besluiten.length === 0 && (
          <EmptyState
            title="Er is nog niets besloten."
            action={<ButtonLink href={`/inburgeraars/${id}/pip`}>Naar het PIP</ButtonLink>}
          >
            Zodra een PIP is vastgesteld, staat het hier met zijn brief en de dagen voor bezwaar.
          </EmptyState>
        )}
        {besluiten.map((b, i) => (
          <BesluitKaart
            key={b.besluitId}
            besluit={b}
            vorige={
              b.soort === 'pip' ? besluiten.slice(i + 1).find((v) => v.soort === 'pip') : undefined
            }
            magBezwaar={mag.bezwaar}
          />
        ))}
      </div>
      <div className="m-stack">
        <Termijn termijn={termijn} />
        <Participatiewet pw={pw} />
      </div>
    </div>
  );
}
