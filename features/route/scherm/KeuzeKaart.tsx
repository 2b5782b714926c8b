import { Alert, Redenen } from '../../../web/ui/feedback/Alert.tsx';
import { ButtonLink } from '../../../web/ui/form/Button.tsx';
import { TextArea } from '../../../web/ui/form/Field.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { LEERROUTE } from '../../shared/woorden.schema.ts';
import type { RouteAntwoord } from '../route.schema.ts';
import { routenaam } from './RouteKolom.tsx';
import type { Keuze } from './useKeuze.tsx';

type Props = { keuze: Keuze; beeld: RouteAntwoord; dossierId: string };

/** De keuze, de motivering, en wat er nog aan ontbreekt. */
export function KeuzeKaart({ keuze, beeld, dossierId }: Props) {
  const { deel } = keuze;
  const { richting } = beeld.advies;
  const wijktAf = richting !== null && deel.leerroute !== null && deel.leerroute !== richting;
  return (
    <Card title="Uw keuze">
      <div className="m-stack">
        <p>
          {deel.leerroute ? (
            <>
              Gekozen: <strong>{routenaam(deel.leerroute)}</strong>.
            </>
          ) : (
            'Kies boven een route.'
          )}
        </p>
        <TextArea
          label="Waarom deze leerroute?"
          hint="In volle zinnen; deze tekst komt in de beschikking."
          rows={4}
          value={deel.motivering}
          onChange={(waarde) => keuze.zetTekst('motivering', waarde)}
        />
        {(wijktAf || deel.afwijking) && richting && (
          <TextArea
            label={`Waarom niet de ${LEERROUTE[richting]}, waar toets en onderwijs op wijzen?`}
            value={deel.afwijking ?? ''}
            onChange={(waarde) => keuze.zetTekst('afwijking', waarde)}
          />
        )}
        {beeld.redenen.length > 0 ? (
          <Alert tone="refusal" title="Vaststellen kan nog niet.">
            <Redenen redenen={beeld.redenen} />
          </Alert>
        ) : (
          <Alert tone="success" title="De afweging is compleet.">
            Elke route is onderzocht en gemotiveerd.
          </Alert>
        )}
        <div>
          <ButtonLink href={`/inburgeraars/${dossierId}/pip`}>Verder met het plan</ButtonLink>
        </div>
      </div>
    </Card>
  );
}
