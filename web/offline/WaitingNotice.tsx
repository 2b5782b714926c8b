import { formatMoment } from '../dates.ts';
import { Alert } from '../ui/feedback/Alert.tsx';
import { Link, usePath } from '../ui/layout/Link.tsx';
import { useOnDevice } from './device.ts';

const answers = (count: number) =>
  count === 1
    ? '1 antwoord is nog niet verstuurd.'
    : `${count} antwoorden zijn nog niet verstuurd.`;

/** Tells on every page what waits on this device and what was taken along. */
export function WaitingNotice({ owner }: { owner: string }) {
  const path = usePath();
  const { data } = useOnDevice(owner, path);
  const waiting = data?.waiting.filter((w) => !path.includes(w.dossierId)) ?? [];
  const packets = data?.packets ?? [];
  return (
    <div role="status" className="m-outages">
      {waiting.map(({ dossierId, count }) => (
        <Alert key={dossierId} tone="warning" title={answers(count)}>
          Versleuteld bewaard op dit apparaat.{' '}
          <Link href={`/inburgeraars/${dossierId}/intake`}>Open de intake om ze te versturen</Link>
        </Alert>
      ))}
      {packets.map(({ id, until }) => (
        <Alert key={id} tone="info" title="U nam een intake mee op dit apparaat.">
          Te openen met uw code tot {formatMoment(new Date(until).toISOString())}.{' '}
          <a href="/onderweg">Openen of terugbrengen</a>
        </Alert>
      ))}
    </div>
  );
}
