import { formatMoment } from '../../../web/dates.ts';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { ErrorState } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import type { Verzendstaat as Staat } from '../traject.schema.ts';
import { useOpnieuw } from './vragen.tsx';

/** What DUO knows of it, in a few words. */
export function DuoBadge({ duo }: { duo: Staat }) {
  switch (duo.staat) {
    case 'bekend':
      return <Badge tone="met">bij DUO bekend</Badge>;
    case 'van-duo':
      return <Badge tone="outside">van DUO</Badge>;
    case 'wacht':
      return <Badge tone="near">wacht op verzending</Badge>;
    case 'geweigerd':
      return <Badge tone="late">geweigerd door DUO</Badge>;
    case 'niet-gemeld':
      return <Badge>niet aan DUO gemeld</Badge>;
    default:
      return null;
  }
}

function Geweigerd({ duo, herhalen }: { duo: Staat; herhalen: boolean }) {
  const opnieuw = useOpnieuw();
  const { verzendingId } = duo;
  return (
    <div className="m-stack m-stack--tight">
      {duo.foutteksten.length > 0 && (
        <ul className="m-late traject-fouten">
          {duo.foutteksten.map((tekst) => (
            <li key={tekst}>{tekst}</li>
          ))}
        </ul>
      )}
      <div className="m-row">
        <span className="m-quiet">
          Verbeter wat er niet klopt; dan gaat het vanzelf opnieuw. Klopt alles al?
        </span>
        {herhalen && verzendingId && (
          <Button
            look="quiet"
            busy={opnieuw.isPending}
            onClick={() => opnieuw.mutate(verzendingId)}
          >
            Verstuur opnieuw
          </Button>
        )}
      </div>
      {opnieuw.isError && <ErrorState error={opnieuw.error} />}
    </div>
  );
}

/** Since when DUO knows it, why it still waits, or what DUO said against it. */
export function DuoRegel({ duo, herhalen }: { duo: Staat; herhalen: boolean }) {
  if (duo.staat === 'geweigerd') return <Geweigerd duo={duo} herhalen={herhalen} />;
  if (duo.staat === 'bekend' && duo.sinds)
    return <p className="m-quiet">bij DUO bekend sinds {formatMoment(duo.sinds)}</p>;
  if (duo.staat === 'wacht' && duo.melding) return <p className="m-quiet">{duo.melding}</p>;
  return null;
}
