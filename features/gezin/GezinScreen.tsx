import { ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { AfspraakKaart } from './scherm/AfspraakKaart.tsx';
import { KinderenKaart } from './scherm/KinderenKaart.tsx';
import { LedenKaart } from './scherm/LedenKaart.tsx';
import { OpvangKaart } from './scherm/OpvangKaart.tsx';
import { useDossierId, useGezin } from './scherm/vragen.tsx';
import './scherm/gezin.css';

/** Het gezin in één beeld. */
export function GezinScreen() {
  const dossierId = useDossierId();
  const vraag = useGezin();
  if (vraag.isError && !vraag.data) {
    return <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />;
  }
  const beeld = vraag.data;
  if (!beeld) return <Skeleton lines={10} label="Gezin laden…" />;
  return (
    <div className="m-split" key={dossierId}>
      <div className="m-stack">
        <LedenKaart beeld={beeld} dossierId={dossierId} />
        <KinderenKaart beeld={beeld} />
      </div>
      <div className="m-stack">
        <OpvangKaart beeld={beeld} />
        <AfspraakKaart beeld={beeld} />
      </div>
    </div>
  );
}
