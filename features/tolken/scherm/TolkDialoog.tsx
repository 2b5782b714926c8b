import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey, type Problem } from '../../../web/api.ts';
import { useIk } from '../../../web/ik.ts';
import { Weigering } from '../../../web/ui/feedback/Weigering.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { CheckboxGroup, RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { Select, TextInput } from '../../../web/ui/form/Field.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import type { Tolk } from '../tolken.schema.ts';
import { Afwezig, Talen, Weekuren } from './TolkVelden.tsx';
import { begin, stuurTolk, type Vorm } from './tolkvorm.tsx';
import { VORMKEUZES } from './woorden.ts';

export type VeldProps = {
  v: Vorm;
  zet: (deel: Partial<Vorm>) => void;
  fout: Problem | null;
};

function WieEnHoe({ v, zet, fout }: VeldProps) {
  return (
    <>
      <TextInput
        label="Naam"
        value={v.naam}
        error={fout?.voorVeld('naam')}
        onChange={(naam) => zet({ naam })}
      />
      <Talen v={v} zet={zet} fout={fout} />
      <TextInput
        label="Rbtv-nummer"
        optional
        hint="Leeg als de tolk niet in het register van beëdigde tolken staat."
        value={v.rbtv}
        error={fout?.voorVeld('rbtv')}
        onChange={(rbtv) => zet({ rbtv })}
      />
      <RadioGroup
        label="Vrouw of man"
        hint="Sommige mensen hebben een voorkeur."
        inline
        value={v.geslacht}
        options={[
          { value: 'vrouw', label: 'vrouw' },
          { value: 'man', label: 'man' },
          { value: 'onbekend', label: 'niet bekend' },
        ]}
        onChange={(geslacht) => zet({ geslacht })}
      />
      <CheckboxGroup
        label="Hoe werkt deze tolk?"
        inline
        values={v.vormen}
        options={VORMKEUZES}
        error={fout?.voorVeld('vormen')}
        onChange={(vormen) => zet({ vormen })}
      />
      <div className="tolk-naast">
        <TextInput
          label="Telefoon"
          type="tel"
          value={v.telefoon}
          error={fout?.voorVeld('telefoon')}
          onChange={(telefoon) => zet({ telefoon })}
        />
        <TextInput
          label="E-mail"
          type="email"
          value={v.email}
          error={fout?.voorVeld('email')}
          onChange={(email) => zet({ email })}
        />
      </div>
    </>
  );
}

const GELD = [
  { veld: 'uurtarief', label: 'Uurtarief (€)', api: 'uurtariefCent' },
  { veld: 'reiskosten', label: 'Reiskosten per keer (€)', api: 'reiskostenCent' },
  { veld: 'minimum', label: 'Minstens gerekend (minuten)', api: 'minimumMinuten' },
  { veld: 'reis', label: 'Reistijd (minuten)', api: 'reisMinuten' },
  { veld: 'annulerenUren', label: 'Gratis afzeggen tot (uur ervoor)', api: 'annulerenUren' },
  { veld: 'annulerenProcent', label: 'Daarna te betalen (%)', api: 'annulerenProcent' },
] as const;

function Tarief({ v, zet, fout }: VeldProps) {
  return (
    <div className="tolk-naast">
      {GELD.map(({ veld, label, api: naam }) => (
        <TextInput
          key={veld}
          label={label}
          inputMode="decimal"
          value={v[veld]}
          error={fout?.voorVeld(naam)}
          onChange={(waarde) => zet({ ...v, [veld]: waarde })}
        />
      ))}
    </div>
  );
}

function VoorWie({ v, zet, fout }: VeldProps) {
  const gemeenten = useIk().data?.gemeenten ?? [];
  if (gemeenten.length < 2) return null;
  const opties = gemeenten.map((g) => ({ value: g.id, label: g.naam }));
  return (
    <>
      <Select
        label="Wie houdt het rooster bij?"
        value={v.gemeenteId}
        options={opties}
        onChange={(gemeenteId) => zet({ gemeenteId })}
      />
      <CheckboxGroup
        label="Wie kan deze tolk nog meer boeken?"
        hint="Elke gemeente ziet alleen haar eigen boekingen. Later wijzigen kan niet."
        values={v.gemeenteIds.filter((g) => g !== v.gemeenteId)}
        options={opties.filter((o) => o.value !== v.gemeenteId)}
        error={fout?.voorVeld('gemeenteIds')}
        onChange={(gemeenteIds) => zet({ gemeenteIds })}
      />
    </>
  );
}

/** Adding an interpreter, or changing hours and price. */
export function TolkDialoog({ tolk, onSluit }: { tolk?: Tolk; onSluit: () => void }) {
  const client = useQueryClient();
  const gemeenten = useIk().data?.gemeenten ?? [];
  const [v, setV] = useState(() => begin(tolk, gemeenten[0]?.id ?? ''));
  const [sleutel] = useState(newKey);
  const bewaar = useMutation<Tolk, Problem>({
    mutationFn: () => stuurTolk(v, tolk, sleutel),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['tolken'] });
      onSluit();
    },
  });
  const velden = { v, zet: (deel: Partial<Vorm>) => setV({ ...v, ...deel }), fout: bewaar.error };
  return (
    <Dialog
      open
      kind="side"
      title={tolk ? 'Tolk wijzigen' : 'Tolk toevoegen'}
      onClose={onSluit}
      footer={
        <>
          <Button look="primary" busy={bewaar.isPending} onClick={() => bewaar.mutate()}>
            Bewaren
          </Button>
          <Button onClick={onSluit}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack">
        {bewaar.isError && <Weigering fout={bewaar.error} />}
        {!tolk && <VoorWie {...velden} />}
        <WieEnHoe {...velden} />
        <Weekuren {...velden} />
        <Afwezig {...velden} />
        <Tarief {...velden} />
        <DateField
          label="Eerste dag waarop de tolk niet meer werkt"
          optional
          value={v.gestoptOp}
          error={bewaar.error?.voorVeld('gestoptOp')}
          onChange={(gestoptOp) => velden.zet({ gestoptOp })}
        />
      </div>
    </Dialog>
  );
}
