import { formatDate } from '../../../web/dates.ts';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import type { RouteAntwoord } from '../route.schema.ts';
import { TAALNAAM, taalrichting, WENS } from './talen.ts';

type Standpunt = RouteAntwoord['standpunt'];

type Props = { standpunt: Standpunt; mag: boolean; onWijzig: () => void };

/** Wat de persoon zelf van de routes vindt, in de eigen woorden en taal. */
export function StandpuntKaart({ standpunt, mag, onWijzig }: Props) {
  return (
    <Card
      title="Wat de persoon zelf vindt"
      action={mag && <Button onClick={onWijzig}>{standpunt ? 'Wijzig' : 'Leg vast'}</Button>}
    >
      {standpunt ? (
        <div className="m-stack m-stack--tight">
          <blockquote
            className="route-citaat"
            lang={standpunt.taal}
            dir={taalrichting(standpunt.taal)}
          >
            {standpunt.woorden}
          </blockquote>
          {standpunt.nederlands && <p className="route-tekst">{standpunt.nederlands}</p>}
          <p className="m-quiet">
            {standpunt.wens && `Voorkeur: ${WENS[standpunt.wens]} · `}
            {TAALNAAM[standpunt.taal]} · {formatDate(standpunt.op, 'datum')} · {standpunt.door}
          </p>
        </div>
      ) : (
        <p className="m-quiet">
          Nog niet gevraagd. Leg de woorden vast zoals zij zijn gezegd, met de vertaling erbij.
        </p>
      )}
    </Card>
  );
}
