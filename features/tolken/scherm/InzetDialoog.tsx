import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Weigering } from '../../../web/ui/feedback/Weigering.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Checkbox } from '../../../web/ui/form/Choice.tsx';
import { TextInput } from '../../../web/ui/form/Field.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import type { Inzet } from '../inzet.schema.ts';
import { leesGetal, tolkHoort, uur } from './woorden.ts';

export type Wat = Inzet['kan'][number];

const TITEL: Record<Wat, string> = {
  uren: 'Gemaakte minuten invullen',
  corrigeren: 'Gemaakte minuten verbeteren',
  verplaatsen: 'Boeking laten meegaan',
  afzeggen: 'Tolk afzeggen',
};
const PAD: Record<Wat, string> = {
  uren: '_uren',
  corrigeren: '_uren',
  verplaatsen: '_verplaatsen',
  afzeggen: '_afzeggen',
};

type Props = { inzet: Inzet; wat: Wat; onSluit: () => void };

/** One act on one booking. */
export function InzetDialoog({ inzet: i, wat, onSluit }: Props) {
  const client = useQueryClient();
  const [minuten, setMinuten] = useState(String(i.minutenEcht ?? i.minuten));
  const [reden, setReden] = useState('');
  const [overlegd, setOverlegd] = useState(false);
  const inhoud = {
    uren: { minuten: leesGetal(minuten) },
    corrigeren: { minuten: leesGetal(minuten) },
    verplaatsen: { overlegd },
    afzeggen: { reden },
  }[wat];
  const stuur = useMutation<Inzet, Problem>({
    mutationFn: () =>
      api.post(`/v1/tolkinzetten/${i.inzetId}/${PAD[wat]}`, { ...inhoud, revisie: i.revisie }),
    onSuccess: async ({ bericht }) => {
      await client.invalidateQueries({ queryKey: ['tolken'] });
      const hoort = bericht && (wat === 'afzeggen' || wat === 'verplaatsen');
      toast({ tekst: hoort ? `Vastgelegd. ${tolkHoort(bericht)}` : 'Vastgelegd.' });
      onSluit();
    },
  });
  return (
    <Dialog
      open
      title={TITEL[wat]}
      onClose={onSluit}
      footer={
        <>
          <Button look="primary" busy={stuur.isPending} onClick={() => stuur.mutate()}>
            Vastleggen
          </Button>
          <Button onClick={onSluit}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack">
        <p>
          {i.tolk}, {formatDate(i.datum, 'datum')} om {uur(i.tijd)}, voor {i.naam}.
        </p>
        {stuur.isError && <Weigering fout={stuur.error} />}
        {(wat === 'uren' || wat === 'corrigeren') && (
          <TextInput
            label="Minuten"
            hint="0 als de tolk kwam en de persoon niet; dan rekent de tolk het minimum."
            inputMode="numeric"
            value={minuten}
            error={stuur.error?.voorVeld('minuten')}
            onChange={setMinuten}
          />
        )}
        {wat === 'afzeggen' && (
          <TextInput
            label="Waarom?"
            hint="Te laat afzeggen kost geld; hoeveel volgt uit de afspraak met de tolk."
            value={reden}
            error={stuur.error?.voorVeld('reden')}
            onChange={setReden}
          />
        )}
        {wat === 'verplaatsen' && i.afspraakNu && (
          <>
            <p>
              De afspraak is nu op {formatDate(i.afspraakNu.datum, 'datum')} om{' '}
              {uur(i.afspraakNu.tijd)}, {i.afspraakNu.minuten} minuten, {i.afspraakNu.plaats}.
            </p>
            <Checkbox
              label="Ik heb met de tolk overlegd"
              hint="Nodig als de nieuwe tijd buiten het rooster valt."
              checked={overlegd}
              onChange={setOverlegd}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}
