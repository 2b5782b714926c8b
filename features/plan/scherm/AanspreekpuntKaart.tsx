import { useState } from 'react';
import { formatDate } from '../../../web/dates.ts';
import { Badge, type Tone } from '../../../web/ui/data/Badge.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import type { Plan, Punt } from '../plan.schema.ts';
import { FASE, VORM, WARMTE } from './namen.schema.ts';
import { OverdrachtForm } from './OverdrachtForm.tsx';

const TOON: Record<Punt['warmte'], Tone> = {
  eerste: 'neutral',
  warm: 'met',
  gepland: 'near',
  koud: 'late',
};

/** Who is the one to ask on a day: the last who began. */
const puntOp = (plan: Plan): Punt | undefined =>
  plan.aanspreekpunten.findLast((p) => p.vanaf <= plan.vandaag);

function Overdracht({ punt }: { punt: Punt }) {
  const { overdracht, warmte } = punt;
  if (warmte === 'eerste') return null;
  return (
    <p className="m-quiet">
      {overdracht
        ? `Overdracht: ${VORM[overdracht.vorm]}, ${formatDate(overdracht.op)}${overdracht.met ? `, met ${overdracht.met}` : ''}`
        : 'Er is geen overdracht vastgelegd.'}
    </p>
  );
}

function PuntRegel({ punt, nu }: { punt: Punt; nu: boolean }) {
  return (
    <li
      className={nu ? 'plan-punt plan-punt--nu' : 'plan-punt'}
      aria-current={nu ? 'step' : undefined}
    >
      <div className="plan-punt__kop">
        <span className="m-quiet">{FASE[punt.fase]}</span>
        {punt.warmte !== 'eerste' && <Badge tone={TOON[punt.warmte]}>{WARMTE[punt.warmte]}</Badge>}
      </div>
      <p>
        <strong>{punt.naam}</strong>, {punt.organisatie}
      </p>
      <p className="m-quiet">
        vanaf {formatDate(punt.vanaf)}
        {nu && ' · nu het aanspreekpunt'}
      </p>
      <Overdracht punt={punt} />
    </li>
  );
}

/** One person to ask in each phase, and whether the hand-over was warm. */
export function AanspreekpuntKaart({ plan }: { plan: Plan }) {
  const [open, setOpen] = useState<'over' | 'wijzig'>();
  const nu = puntOp(plan);
  const laatste = plan.aanspreekpunten.at(-1);
  const { regievoerder } = plan;
  const ander = nu && regievoerder && nu.naam !== regievoerder.naam;
  return (
    <Card
      title="Vast aanspreekpunt"
      level={3}
      action={
        plan.mag.bewerken && (
          <div className="plan-knoppen">
            {laatste && (
              <Button
                look="quiet"
                aria-label={`Verbeter ${laatste.naam}`}
                onClick={() => setOpen('wijzig')}
              >
                Verbeter
              </Button>
            )}
            <Button look="quiet" icon="plus" onClick={() => setOpen('over')}>
              {laatste ? 'Draag over' : 'Leg vast'}
            </Button>
          </div>
        )
      }
    >
      <div className="m-stack m-stack--tight">
        <p>
          Regie:{' '}
          {regievoerder ? (
            <strong>{regievoerder.naam}</strong>
          ) : (
            <span className="m-near">nog niemand, wijs een klantmanager toe</span>
          )}
          {ander && <span className="m-quiet"> · het aanspreekpunt is nu een ander</span>}
        </p>
        {plan.aanspreekpunten.length === 0 ? (
          <p className="m-quiet">
            Er is nog geen aanspreekpunt vastgelegd. De persoon weet dan niet wie zij kan bellen.
          </p>
        ) : (
          <ol className="plan-punten">
            {plan.aanspreekpunten.map((p) => (
              <PuntRegel key={p.feitId} punt={p} nu={p.feitId === nu?.feitId} />
            ))}
          </ol>
        )}
      </div>
      {open && (
        <OverdrachtForm
          plan={plan}
          punt={open === 'wijzig' ? laatste : undefined}
          sluit={() => setOpen(undefined)}
        />
      )}
    </Card>
  );
}
