import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../web/api.ts';
import { useIk } from '../../web/ik.ts';
import { Alert } from '../../web/ui/feedback/Alert.tsx';
import { Button } from '../../web/ui/form/Button.tsx';
import { DateField } from '../../web/ui/form/DateField.tsx';
import { Select } from '../../web/ui/form/Field.tsx';
import { Card } from '../../web/ui/layout/Card.tsx';
import type { BrpWijziging, PersoonDetail } from './nabootsing.schema.ts';

const WIJZIGINGEN: { value: BrpWijziging['wat']; label: string }[] = [
  { value: 'verhuisd', label: 'Is verhuisd naar een nieuw adres' },
  { value: 'getrouwd', label: 'Is getrouwd' },
  { value: 'gescheiden', label: 'Heeft geen partner meer' },
  { value: 'overleden', label: 'Is overleden' },
];

/** Verandert iemand in de nagebootste BRP; Meedoen merkt dat bij de volgende bevraging. */
export function BrpForm({ persoon }: { persoon: PersoonDetail }) {
  const client = useQueryClient();
  const vandaag = useIk().data?.peildatum ?? '';
  const [wat, setWat] = useState<BrpWijziging['wat']>('verhuisd');
  const [dag, setDag] = useState('');
  const datum = dag || vandaag;
  const wijzig = useMutation<unknown, Problem, BrpWijziging>({
    mutationFn: (wijziging) => api.post('/v1/nabootsing/brp', wijziging),
    onSuccess: () => client.invalidateQueries({ queryKey: ['nabootsing'] }),
  });
  if (!persoon.inBrp) {
    return (
      <Card title="In de BRP">
        <p className="m-quiet">De BRP kent deze persoon niet; alleen DUO kent hem.</p>
      </Card>
    );
  }
  return (
    <Card title="In de BRP">
      <form
        className="m-stack m-stack--tight"
        onSubmit={(event) => {
          event.preventDefault();
          wijzig.mutate({ persoonId: persoon.id, wat, datum });
        }}
      >
        <div className="nabootsing-velden">
          <Select
            label="Wat er verandert"
            value={wat}
            onChange={(keuze) => {
              setWat(keuze as BrpWijziging['wat']);
              wijzig.reset();
            }}
            options={WIJZIGINGEN}
          />
          <DateField label="Op" value={datum} onChange={setDag} />
        </div>
        <div>
          <Button type="submit" busy={wijzig.isPending} disabled={datum === ''}>
            Wijzig in de BRP
          </Button>
        </div>
        {wijzig.isError && <Alert tone="refusal" title={wijzig.error.detail} live />}
        {wijzig.isSuccess && (
          <Alert tone="success" title="De BRP is gewijzigd." live>
            Meedoen ziet het zodra het de BRP weer bevraagt.
          </Alert>
        )}
      </form>
    </Card>
  );
}
