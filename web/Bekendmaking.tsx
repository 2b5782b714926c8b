import { type ReactNode, useState } from 'react';
import { useIk } from './ik.ts';
import { Checkbox } from './ui/form/Choice.tsx';
import { DateField } from './ui/form/DateField.tsx';

type Bekendmaking = {
  /** The day to count with: '' when nobody chose one, or chose one that cannot be yet. */
  op: string;
  /** The part of the request. */
  vraag: { bekendgemaaktOp?: string; opPapierUitgereikt?: true };
  velden: (fout?: string) => ReactNode;
};

/** When a decision was made known. An earlier day than today only for one that was handed over on paper that day. */
export function useBekendmaking(): Bekendmaking {
  const vandaag = useIk().data?.peildatum ?? '';
  const [op, setOp] = useState('');
  const [uitgereikt, setUitgereikt] = useState(false);
  const eerder = op !== '' && op < vandaag;
  return {
    op: eerder && !uitgereikt ? '' : op,
    vraag: {
      ...(op ? { bekendgemaaktOp: op } : {}),
      ...(eerder && uitgereikt ? { opPapierUitgereikt: true } : {}),
    },
    velden: (fout) => (
      <>
        <DateField
          label="Bekendgemaakt op"
          hint="Leeg: vandaag, de dag waarop de brief ontstaat"
          optional
          error={fout}
          value={op}
          onChange={setOp}
        />
        {eerder && (
          <Checkbox
            label="Het besluit is toen op papier uitgereikt"
            hint="De termijn voor bezwaar begint dan op die dag. Was dat niet zo, maak de dag dan leeg."
            checked={uitgereikt}
            onChange={setUitgereikt}
          />
        )}
      </>
    ),
  };
}
