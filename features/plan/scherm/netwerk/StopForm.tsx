import { useState } from 'react';
import { RadioGroup } from '../../../../web/ui/form/Choice.tsx';
import { FormDialog } from '../../../../web/ui/form/FormDialog.tsx';
import type { Deling, Partner, Plan } from '../../plan.schema.ts';
import { usePlan, useVastleggen } from '../vragen.tsx';

type Props = { partner: Partner; deling: Deling; sluit: () => void };

const vorigeIn = (plan: Plan, id: string): string =>
  plan.netwerk.flatMap((p) => p.delingen).find((d) => d.delingId === id)?.feitId ?? id;

/** Ends the sharing: because the person asks, or because it is no longer needed. */
export function StopForm({ partner, deling, sluit }: Props) {
  const [reden, setReden] = useState(
    deling.grondslag === 'toestemming' ? 'verzoek' : 'niet-meer-nodig',
  );
  const bewaar = useVastleggen(
    `delingen/${deling.delingId}/_stop`,
    'Er wordt niets meer gedeeld.',
    sluit,
  );
  const werkt = partner.links.some((l) => l.staat === 'werkt');
  return (
    <FormDialog
      title={`Stop met delen met ${partner.naam}`}
      act="Stop met delen"
      onClose={sluit}
      save={bewaar}
      current={usePlan()}
      request={{ reden, vorige: deling.feitId }}
      again={(nu) => ({ reden, vorige: vorigeIn(nu, deling.delingId) })}
      fields={[]}
    >
      <p>
        {partner.naam} krijgt dan niet meer: {deling.wat.join(', ')}. Wat al is gegeven, haalt dit
        niet terug.{werkt && ' De link van deze partner werkt dan meteen niet meer.'}
      </p>
      <RadioGroup
        label="Waarom stopt het?"
        value={reden}
        onChange={setReden}
        options={[
          {
            value: 'verzoek',
            label: 'De persoon vraagt het',
            hint:
              deling.grondslag === 'toestemming'
                ? 'Dat mag altijd, zonder reden.'
                : 'Dit delen rust op een taak in de wet; het stopt niet op verzoek. Leg uit dat bezwaar kan.',
          },
          { value: 'niet-meer-nodig', label: 'Het is niet meer nodig' },
        ]}
      />
    </FormDialog>
  );
}
