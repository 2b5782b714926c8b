import { formatMoment } from '../../../web/dates.ts';
import { ProgressBar } from '../../../web/ui/data/ProgressBar.tsx';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import type { Voortgang } from '../afstemming.schema.ts';

type Props = {
  voortgang: readonly Voortgang[];
  bezig: boolean;
  /** Ontbreekt voor wie alleen mag kijken. */
  onStart?: ((gemeenteId: string) => void) | undefined;
};

/** Per gemeente wanneer er is vergeleken, hoe ver het nu is, en of het wacht. */
export function VoortgangKaart({ voortgang, bezig, onStart }: Props) {
  const reden = voortgang.find((v) => v.bezig?.wachtReden)?.bezig;
  return (
    <Card>
      <div className="m-stack m-stack--tight">
        {reden && (
          <Alert tone="warning" title="DUO antwoordt niet.">
            Het vergelijken wacht sinds {formatMoment(reden.wachtSinds ?? reden.begonnenOp)} en gaat
            vanzelf verder waar het bleef. Gemeld: {reden.wachtReden}.
          </Alert>
        )}
        <ul className="afstemming-voortgang">
          {voortgang.map((v) => (
            <li key={v.gemeenteId}>
              <span className="afstemming-gemeente">{v.gemeente}</span>
              <Hoever voortgang={v} />
              {onStart && !v.bezig && (
                <Button look="quiet" busy={bezig} onClick={() => onStart(v.gemeenteId)}>
                  Nu afstemmen<span className="m-hidden">: {v.gemeente}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}

function Hoever({ voortgang: { bezig, laatstKlaarOp, dossiers } }: { voortgang: Voortgang }) {
  if (bezig) {
    return (
      <ProgressBar
        label="Vergelijken met DUO"
        text={`${bezig.gedaan} van ${bezig.totaal} dossiers`}
        value={bezig.gedaan}
        max={Math.max(1, bezig.totaal)}
      />
    );
  }
  const lopend = `${dossiers} ${dossiers === 1 ? 'lopend dossier' : 'lopende dossiers'}`;
  return (
    <span className="m-quiet">
      {laatstKlaarOp
        ? `Laatst vergeleken ${formatMoment(laatstKlaarOp)}, ${lopend}`
        : `Nog niet vergeleken, ${lopend}`}
    </span>
  );
}
