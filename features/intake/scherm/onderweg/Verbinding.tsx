import { formatMoment, formatTime } from '../../../../web/dates.ts';
import { waitsUntil } from '../../../../web/offline/rows.ts';
import { Icon } from '../../../../web/ui/layout/Icon.tsx';
import { type Opslagstand, useOpslag } from '../opslag.tsx';
import { naamVan } from './verschil.tsx';

const antwoorden = (n: number) => (n === 1 ? '1 antwoord' : `${n} antwoorden`);
const wacht = (n: number) => `${antwoorden(n)} ${n === 1 ? 'wacht' : 'wachten'} op verbinding.`;

/** Het moment waarop het oudste dat wacht van dit apparaat verdwijnt. */
function bewaardTot(stand: Opslagstand): string {
  const tijden = [...stand.wacht, ...stand.aangehouden, ...stand.botsingen].map((item) =>
    waitsUntil(item.sinds),
  );
  return formatMoment(new Date(Math.min(...tijden)).toISOString());
}

function ZonderVerbinding({ stand }: { stand: Opslagstand }) {
  return (
    <>
      <Icon name="letop" size={14} />
      <strong>{wacht(stand.wacht.length)}</strong>{' '}
      {stand.bewaard
        ? `Versleuteld bewaard op dit apparaat tot ${bewaardTot(stand)}.`
        : 'Deze browser kan niets bewaren: sluit dit scherm niet.'}
    </>
  );
}

type Vragen = readonly { id: string; vraag: string }[];

/** Wat wacht tot iemand de waarschuwing las; de vraag kan intussen uit beeld zijn. */
function Aangehouden({ stand, vragen }: { stand: Opslagstand; vragen: Vragen }) {
  const namen = stand.aangehouden.map(({ veld }) => `‘${naamVan(veld, vragen)}’`);
  return (
    <>
      <Icon name="letop" size={14} />
      <strong>Nog niet opgeslagen:</strong> {namen.join(' en ')}. Wijzig de tekst bij de vraag, of
      kies daar ‘Toch zo opslaan’.{' '}
      {stand.bewaard
        ? `Versleuteld bewaard op dit apparaat tot ${bewaardTot(stand)}.`
        : 'Deze browser kan niets bewaren: sluit dit scherm niet.'}
    </>
  );
}

function Tekst({ stand }: { stand: Opslagstand }) {
  if (stand.geweigerd.length > 0) {
    return (
      <>
        <Icon name="letop" size={14} />
        {antwoorden(stand.geweigerd.length)} niet opgeslagen. De reden staat bij de vraag.
      </>
    );
  }
  if (stand.zonderVerbinding && stand.wacht.length > 0) return <ZonderVerbinding stand={stand} />;
  if (stand.bezig) return 'Bezig met opslaan…';
  if (stand.botsingen.length > 0 || stand.aangehouden.length > 0) return null;
  if (!stand.opgeslagenOm) return 'Wordt vanzelf opgeslagen';
  return (
    <>
      <Icon name="vink" size={14} />
      Opgeslagen {formatTime(stand.opgeslagenOm)}
    </>
  );
}

function soortVan(stand: Opslagstand): string {
  if (stand.geweigerd.length > 0) return 'niet-opgeslagen';
  if (stand.zonderVerbinding && stand.wacht.length > 0)
    return stand.bewaard ? 'wacht' : 'niet-opgeslagen';
  if (stand.aangehouden.length > 0) return 'niet-opgeslagen';
  if (stand.botsingen.length > 0) return 'wacht';
  if (stand.bezig) return 'bezig';
  return stand.opgeslagenOm ? 'opgeslagen' : 'rust';
}

type VerbindingProps = { vragen: Vragen; opKiezen: () => void };

/** Of wat men typte veilig is: altijd in beeld, ook zonder verbinding. */
export function Verbinding({ vragen, opKiezen }: VerbindingProps) {
  const { stand, verstuurNu } = useOpslag();
  const kiezen = stand.botsingen.length;
  const opnieuw =
    stand.wacht.length + stand.geweigerd.length > 0 &&
    (stand.zonderVerbinding || stand.geweigerd.length > 0);
  return (
    <div
      className={`m-save m-save--${soortVan(stand)} intake-verbinding`}
      data-bewaard={stand.geschreven}
    >
      <span role="status">
        <Tekst stand={stand} />
        {stand.aangehouden.length > 0 && <Aangehouden stand={stand} vragen={vragen} />}
        {kiezen > 0 && (
          <>
            {' '}
            <Icon name="letop" size={14} />
            {antwoorden(kiezen)} {kiezen === 1 ? 'is' : 'zijn'} ook door een ander gewijzigd.
          </>
        )}
      </span>{' '}
      {kiezen > 0 && (
        <button type="button" className="m-link-button" onClick={opKiezen}>
          Kies wat blijft
        </button>
      )}
      {opnieuw && (
        <button type="button" className="m-link-button" onClick={() => void verstuurNu()}>
          Probeer nu
        </button>
      )}
    </div>
  );
}
