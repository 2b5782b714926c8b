import type { Problem } from '../../api.ts';
import { formatMoment } from '../../dates.ts';
import { Alert, Redenen } from './Alert.tsx';

/** Why a form was not accepted: all reasons, and who was first when somebody else was. */
export function Weigering({ fout }: { fout: Problem }) {
  const { conflict } = fout;
  return (
    <Alert tone="refusal" title={fout.detail || fout.title} live>
      {conflict &&
        `${conflict.wie} was eerder (${formatMoment(conflict.wanneer)}): ${conflict.wat}. Sluit dit venster en kijk wat er nu staat.`}
      <Redenen redenen={fout.redenen} />
    </Alert>
  );
}
