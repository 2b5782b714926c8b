import { useState } from 'react';
import { CheckboxGroup, RadioGroup } from '../../../../web/ui/form/Choice.tsx';
import { DateField } from '../../../../web/ui/form/DateField.tsx';
import { FormDialog } from '../../../../web/ui/form/FormDialog.tsx';
import { VrijeTekst } from '../../../../web/ui/form/VrijeTekst.tsx';
import { DEELBAAR } from '../../keuzes.schema.ts';
import type { Deling, Partner, Plan } from '../../plan.schema.ts';
import { usePlan, useVastleggen } from '../vragen.tsx';

type Props = { plan: Plan; partner: Partner; deling?: Deling; sluit: () => void };

const vorigeIn = (plan: Plan, id: string | undefined): string | null =>
  plan.netwerk.flatMap((p) => p.delingen).find((d) => d.delingId === id)?.feitId ?? null;

const HINT = {
  toestemming:
    'Schrijf het zoals de persoon het leest: ‘U zei ja in het gesprek van 20 november, met tolk.’',
  'wettelijke-taak':
    'Schrijf het zoals de persoon het leest: voor welke taak in de wet is dit nodig?',
} as const;

const GRONDSLAGEN = [
  {
    value: 'toestemming',
    label: 'De persoon zei ja',
    hint: 'Zij mag dit altijd stoppen, zonder gevolgen.',
  },
  {
    value: 'wettelijke-taak',
    label: 'Het is nodig voor een taak in de wet',
    hint: 'Zij kan bezwaar maken, maar niet zelf stoppen.',
  },
];

type Invoer = { wat: string[]; grondslag: string | undefined; toelichting: string; vanaf: string };

/** What is still to be filled in, in words; nothing when all is there. */
function watOntbreekt({ wat, grondslag, toelichting, vanaf }: Invoer): string | undefined {
  if (wat.length === 0) return 'Kies eerst wat deze partner krijgt.';
  if (!grondslag) return 'Kies eerst waarom dat mag.';
  if (toelichting.trim() === '') return 'Schrijf eerst de toelichting.';
  return vanaf === '' ? 'Kies eerst vanaf welke dag.' : undefined;
}

/** What this partner gets from us, and why that may. Nothing is chosen in advance: a yes is said, not assumed. */
export function DelingForm({ plan, partner, deling, sluit }: Props) {
  const [wat, setWat] = useState<string[]>([...(deling?.wat ?? [])]);
  const [grondslag, setGrondslag] = useState(deling?.grondslag);
  const [toelichting, setToelichting] = useState(deling?.toelichting ?? '');
  const [vanaf, setVanaf] = useState(deling?.vanaf ?? plan.vandaag);
  const bewaar = useVastleggen('delingen', 'Vastgelegd wat wordt gedeeld.', sluit);
  const fout = (veld: string) => bewaar.error?.voorVeld(veld);
  const keuze = { wat, grondslag, toelichting, vanaf };
  const ontbreekt = watOntbreekt(keuze);
  const vraag = (vorige: string | null) => ({
    ...keuze,
    delingId: deling?.delingId ?? null,
    netwerkId: partner.netwerkId,
    vorige,
  });
  return (
    <FormDialog
      title={`Delen met ${partner.naam}`}
      onClose={sluit}
      save={bewaar}
      current={usePlan()}
      request={vraag(deling?.feitId ?? null)}
      again={(nu) => vraag(vorigeIn(nu, deling?.delingId))}
      fields={['wat', 'grondslag', 'toelichting', 'vanaf']}
      ready={ontbreekt === undefined}
      waits={ontbreekt}
    >
      <CheckboxGroup
        label="Wat krijgt deze partner?"
        hint="Niet meer dan nodig. Gezondheid delen wij zo nooit."
        error={fout('wat')}
        values={wat}
        onChange={setWat}
        options={DEELBAAR.map((value) => ({ value, label: value }))}
      />
      <RadioGroup
        label="Waarom mag dat?"
        error={fout('grondslag')}
        value={grondslag ?? ''}
        onChange={(waarde) => setGrondslag(waarde as Deling['grondslag'])}
        options={GRONDSLAGEN}
      />
      <VrijeTekst
        label="Toelichting"
        hint={grondslag && HINT[grondslag]}
        error={fout('toelichting')}
        value={toelichting}
        maxLength={500}
        onChange={setToelichting}
      />
      <DateField label="Vanaf" error={fout('vanaf')} value={vanaf} onChange={setVanaf} />
    </FormDialog>
  );
}
