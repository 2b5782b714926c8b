import type { Problem } from '../../api.ts';
import { formatMoment } from '../../dates.ts';
import { Alert, Redenen } from './Alert.tsx';
import { watOnderStaat } from './redenen.ts';
import { explain } from './States.tsx';

type WeigeringProps = {
  fout: Problem;
  /** The fields that the form shows now, each with its own refusal; left out, all reasons stand here. */
  velden?: readonly string[];
};

/** Why a form was not accepted: every reason that no field shows, and who was first when somebody else was. */
export function Weigering({ fout, velden }: WeigeringProps) {
  const redenen = watOnderStaat(fout, velden);
  if (!redenen) return null;
  const { title, detail } = explain(fout);
  const { conflict } = fout;
  return (
    <Alert tone="refusal" title={title} live>
      {detail}
      {conflict &&
        ` ${conflict.wie} was eerder (${formatMoment(conflict.wanneer)}): ${conflict.wat}. Sluit dit venster en kijk wat er nu staat.`}
      <Redenen redenen={redenen} />
    </Alert>
  );
}
