import { ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { AanbodKaart } from './AanbodKaart.tsx';
import { ExamenKaart } from './ExamenKaart.tsx';
import { GesprekKaart } from './GesprekKaart.tsx';
import { ResultaatKaart } from './resultaat/ResultaatKaart.tsx';
import { UrenKaart } from './UrenKaart.tsx';
import { VoortgangKaart } from './VoortgangKaart.tsx';
import { useTraject } from './vragen.tsx';
import './traject.css';

/** The traject at one place: what is offered, followed and reached, and what DUO knows of it. */
export function TrajectScreen() {
  const vraag = useTraject();
  const traject = vraag.data;
  if (vraag.isError && !traject)
    return <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />;
  if (!traject) return <Skeleton lines={8} label="Traject laden…" />;
  return (
    <div className="traject">
      <div className="traject__deel">
        {traject.deel.les && <AanbodKaart traject={traject} />}
        <UrenKaart traject={traject} />
        <ResultaatKaart traject={traject} />
      </div>
      <div className="traject__deel">
        <VoortgangKaart traject={traject} />
        {traject.deel.alles && <GesprekKaart traject={traject} />}
        <ExamenKaart examens={traject.examens} />
      </div>
    </div>
  );
}
