import { formatDate } from '../../../web/dates.ts';
import { SourceLabel } from '../../../web/ui/data/Badge.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { MANIEREN, ONTHEFFINGSGROND } from '../../shared/toets.schema.ts';
import type { Ontheffing } from '../route.schema.ts';

function Beoordeling({ alternatief: a }: Pick<Ontheffing, 'alternatief'>) {
  if (!a) return <p className="m-near">Nog niet vastgelegd hoe leerbaarheid dan is beoordeeld.</p>;
  return (
    <>
      <p>
        <strong>Hoe dan wel:</strong> {MANIEREN[a.manier]}, door {a.wie}.
      </p>
      {a.op && a.uitkomst ? (
        <p className="route-tekst">
          <strong>Uitkomst van {formatDate(a.op, 'datum')}:</strong> {a.uitkomst}
        </p>
      ) : (
        <p className="m-near">De uitkomst is er nog niet.</p>
      )}
    </>
  );
}

/** Waarom de leerbaarheidstoets niet hoefde, en wat ervoor in de plaats kwam. */
export function OntheffingKaart({ ontheffing: o }: { ontheffing: Ontheffing }) {
  return (
    <Card title="In plaats van de leerbaarheidstoets">
      <div className="m-stack m-stack--tight">
        <p className="route-tekst">
          <strong>Ontheffing, {ONTHEFFINGSGROND[o.grond]}:</strong> {o.toelichting}
        </p>
        <Beoordeling alternatief={o.alternatief} />
        <p className="route-feiten__bron">
          <SourceLabel bron={o.bron} />
          <span className="m-quiet">{formatDate(o.op, 'datum')}</span>
        </p>
      </div>
    </Card>
  );
}
