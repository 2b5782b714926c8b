import { useState } from 'react';
import { Button } from '../../../../web/ui/form/Button.tsx';
import { TextInput } from '../../../../web/ui/form/Field.tsx';
import { VrijeTekst } from '../../../../web/ui/form/VrijeTekst.tsx';
import type { PipConcept } from '../../pip.schema.ts';
import { veldId } from '../namen.ts';
import { MetBronnen } from './bronnen.tsx';

type GetalProps = {
  veld: string;
  label: string;
  hint?: string;
  value: number | undefined;
  max?: number;
  onChange: (waarde: number | null) => void;
};

/** Een heel getal; wat geen getal is blijft staan met een zin die zegt wat verwacht wordt. */
export function Getal({ veld, label, hint, value, max = 9999, onChange }: GetalProps) {
  const [tekst, setTekst] = useState(value === undefined ? '' : String(value));
  const fout = tekst !== '' && (!/^\d{1,4}$/.test(tekst) || Number(tekst) > max);
  const getoond = !fout && value !== undefined && Number(tekst) !== value ? String(value) : tekst;
  return (
    <TextInput
      id={veldId(veld)}
      label={label}
      hint={hint}
      inputMode="numeric"
      size={6}
      autoComplete="off"
      value={getoond}
      error={fout ? `Vul een heel getal in, op zijn hoogst ${max}.` : undefined}
      onChange={(nieuw) => {
        setTekst(nieuw);
        if (nieuw === '') onChange(null);
        else if (/^\d{1,4}$/.test(nieuw) && Number(nieuw) <= max) onChange(Number(nieuw));
      }}
    />
  );
}

type UrenProps = {
  veld: 'pvt' | 'moduleMap';
  urenLabel: string;
  urenHint: string;
  value: PipConcept['pvt'];
  onChange: (waarde: PipConcept['pvt']) => void;
};

/** Aantal uren met hoe zij worden ingevuld. */
export function UrenMetInvulling({ veld, urenLabel, urenHint, value, onChange }: UrenProps) {
  return (
    <div className="m-stack m-stack--tight" id={veldId(veld)}>
      <Getal
        veld={`${veld}.uren`}
        label={urenLabel}
        hint={urenHint}
        value={value.uren}
        onChange={(uren) => onChange({ ...value, uren: uren ?? 0 })}
      />
      <MetBronnen
        veld={`${veld}.invulling`}
        value={value.invulling}
        onChange={(invulling) => onChange({ ...value, invulling })}
      >
        <VrijeTekst
          id={veldId(`${veld}.invulling`)}
          label="Hoe wordt dat ingevuld?"
          value={value.invulling}
          onChange={(invulling) => onChange({ ...value, invulling })}
        />
      </MetBronnen>
    </div>
  );
}

type Rij = { sleutel: number; omschrijving: string; uren: string };

const isKlaar = (rij: Rij) =>
  rij.omschrijving.trim() !== '' && /^\d{1,4}$/.test(rij.uren) && Number(rij.uren) > 0;

type InspanningenProps = {
  value: PipConcept['meegeteldeInspanningen'];
  onChange: (waarde: PipConcept['meegeteldeInspanningen']) => void;
};

/** Wat vóór het PIP is gedaan en meetelt. Een regel wordt bewaard zodra zij af is. */
export function Inspanningen({ value, onChange }: InspanningenProps) {
  const [rijen, setRijen] = useState<Rij[]>(() =>
    value.map((i, sleutel) => ({ sleutel, omschrijving: i.omschrijving, uren: String(i.uren) })),
  );
  const wijzig = (nieuw: Rij[]) => {
    setRijen(nieuw);
    onChange(
      nieuw
        .filter(isKlaar)
        .map((r) => ({ omschrijving: r.omschrijving.trim(), uren: Number(r.uren) })),
    );
  };
  const zet = (sleutel: number, deel: Partial<Rij>) =>
    wijzig(rijen.map((r) => (r.sleutel === sleutel ? { ...r, ...deel } : r)));
  const nieuweSleutel = Math.max(0, ...rijen.map((r) => r.sleutel)) + 1;
  return (
    <div className="m-stack m-stack--tight" id={veldId('meegeteldeInspanningen')}>
      {rijen.map((rij) => (
        <div key={rij.sleutel} className="pip-inspanning">
          <TextInput
            label="Wat is gedaan?"
            value={rij.omschrijving}
            onChange={(omschrijving) => zet(rij.sleutel, { omschrijving })}
          />
          <TextInput
            label="Uren"
            inputMode="numeric"
            size={6}
            value={rij.uren}
            onChange={(uren) => zet(rij.sleutel, { uren })}
          />
          <Button
            look="quiet"
            onClick={() => wijzig(rijen.filter((r) => r.sleutel !== rij.sleutel))}
          >
            Verwijder
          </Button>
          {!isKlaar(rij) && (
            <p className="m-quiet">Wordt bewaard als er een omschrijving en een aantal uren is.</p>
          )}
        </div>
      ))}
      <div>
        <Button
          icon="plus"
          onClick={() =>
            setRijen([...rijen, { sleutel: nieuweSleutel, omschrijving: '', uren: '' }])
          }
        >
          Iets toevoegen dat meetelt
        </Button>
      </div>
    </div>
  );
}
