import { formatMoment } from '../../../web/dates.ts';
import { ProgressBar } from '../../../web/ui/data/ProgressBar.tsx';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { ErrorState } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import type { DuoBeeld } from './duo.schema.ts';
import { useDuoHandeling } from './vragen.tsx';

const ONDERWERP: Record<string, string> = {
  'doelgroep-historie': 'eerdere doelgroepen',
  'plicht-historie': 'eerdere perioden van de plicht',
  'termijn-historie': 'eerdere termijnen',
  'lbt-nummer': 'nummer voor de leerbaarheidstoets',
  lbt: 'uitslag van de leerbaarheidstoets',
  'gratis-pogingen': 'gratis examenpogingen',
  pip: 'PIP',
  map: 'MAP',
  pvt: 'PVT',
};

function reden(b: DuoBeeld): string | undefined {
  if (!b.heeftBsn) return 'Zonder BSN geeft DUO geen gegevens.';
  if (b.wachtTot) return 'DUO is net bevraagd; over een minuut kan het weer.';
  return undefined;
}

/** When DUO was last looked at, and asking everything now. */
export function Opvragen({ beeld: b }: { beeld: DuoBeeld }) {
  const doe = useDuoHandeling<void>('_opvragen');
  const { opvraging: o } = b;
  const bezig = doe.isPending || o?.staat === 'bezig';
  return (
    <Card>
      <div className="m-stack m-stack--tight">
        <div className="m-row m-row--between">
          <p>
            {b.bekekenOp
              ? `DUO bekeken op ${formatMoment(b.bekekenOp)}`
              : 'Bij DUO is over deze persoon nog niets opgevraagd.'}
          </p>
          {b.mag.opvragen && (
            <Button
              busy={bezig}
              busyText="Bezig met opvragen…"
              reason={bezig ? undefined : reden(b)}
              onClick={() => doe.mutate()}
            >
              Nu opvragen
            </Button>
          )}
        </div>
        {o?.staat === 'bezig' && (
          <div role="status">
            <ProgressBar
              label="Opvragen bij DUO"
              text={`${o.gedaan} van ${o.totaal} onderwerpen`}
              value={o.gedaan}
              max={o.totaal}
            />
          </div>
        )}
        {o?.staat === 'deels' && (
          <Alert tone="warning" title="DUO antwoordde niet op alles.">
            Niet gekregen: {o.zonderAntwoord.map((w) => ONDERWERP[w] ?? w).join(', ')}. De rest is
            bijgewerkt. Probeer het later nog eens.
          </Alert>
        )}
        {doe.isError && <ErrorState error={doe.error} />}
      </div>
    </Card>
  );
}
