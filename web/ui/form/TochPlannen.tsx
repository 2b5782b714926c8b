import type { Problem } from '../../api.ts';
import { Checkbox } from './Choice.tsx';

type Props = {
  label?: string;
  fout: Problem | null;
  waarde: boolean;
  zet: (aan: boolean) => void;
};

/** Only after the server said that the person is expected elsewhere then. */
export function TochPlannen({
  label = 'Toch plannen: ik zeg de andere afspraak af',
  fout,
  waarde,
  zet,
}: Props) {
  if (!waarde && !fout?.redenen.some((r) => r.code === 'andere-afspraak')) return null;
  return <Checkbox label={label} checked={waarde} onChange={zet} />;
}
