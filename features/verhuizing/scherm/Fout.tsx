import type { Problem } from '../../../web/api.ts';
import { Alert, Redenen } from '../../../web/ui/feedback/Alert.tsx';

/** Waarom een formulier niet lukte. */
export function Fout({ fout }: { fout: Problem | null }) {
  if (!fout) return null;
  return (
    <Alert tone="refusal" title={fout.detail} live>
      {fout.redenen.length > 0 && <Redenen redenen={fout.redenen} />}
      {fout.invalidParams.map((p) => (
        <p key={p.name}>{p.reason}</p>
      ))}
    </Alert>
  );
}
