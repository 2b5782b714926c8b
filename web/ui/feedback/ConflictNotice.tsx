import type { Conflict } from '../../api.ts';
import { formatMoment } from '../../dates.ts';
import { Button } from '../form/Button.tsx';
import { Alert } from './Alert.tsx';

type ConflictNoticeProps = {
  conflict: Conflict;
  /** Reads again and shows what the other wrote. */
  onTakeTheirs: () => void;
  /** Saves the own value upon the new version. */
  onKeepMine: () => void;
};

/** Two people changed the same: who, when, what, and the choice. */
export function ConflictNotice({ conflict, onTakeTheirs, onKeepMine }: ConflictNoticeProps) {
  return (
    <Alert tone="warning" title={`${conflict.wie} heeft dit intussen gewijzigd.`} live>
      <p>
        {formatMoment(conflict.wanneer)}: {conflict.wat}
      </p>
      <div className="m-row m-alert__acts">
        <Button look="primary" onClick={onTakeTheirs}>
          Neem die wijziging over
        </Button>
        <Button onClick={onKeepMine}>Houd wat ik schreef</Button>
      </div>
    </Alert>
  );
}
