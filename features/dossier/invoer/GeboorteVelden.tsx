import { RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { TextInput } from '../../../web/ui/form/Field.tsx';
import type { NieuwDossier } from './invoer.schema.ts';

type Geboorte = NieuwDossier['persoon']['geboorte'];
type Soort = Geboorte['soort'];

export type GeboorteInvoer = {
  soort: Soort;
  datum: string;
  jaar: string;
  maand: string;
  waarde: Geboorte;
};

/** What is known of a birth, as the fields show it. */
export function geboorteVan(g: Geboorte): GeboorteInvoer {
  return {
    soort: g.soort,
    datum: g.soort === 'datum' ? g.datum : '',
    jaar: 'jaar' in g ? String(g.jaar) : '',
    maand: 'maand' in g ? String(g.maand) : '',
    waarde: g,
  };
}

export const leegGeboorte: GeboorteInvoer = {
  ...geboorteVan({ soort: 'onbekend' }),
  soort: 'datum',
  waarde: { soort: 'datum', datum: '' },
};

function waardeVan({ soort, datum, jaar, maand }: Omit<GeboorteInvoer, 'waarde'>): Geboorte {
  if (soort === 'datum') return { soort, datum };
  if (soort === 'jaarMaand') return { soort, jaar: Number(jaar), maand: Number(maand) };
  return soort === 'jaar' ? { soort, jaar: Number(jaar) } : { soort: 'onbekend' };
}

const SOORTEN = [
  { value: 'datum', label: 'Hele datum' },
  { value: 'jaarMaand', label: 'Jaar en maand' },
  { value: 'jaar', label: 'Alleen het jaar' },
  { value: 'onbekend', label: 'Niet bekend' },
];

type Props = {
  invoer: GeboorteInvoer;
  onChange: (invoer: GeboorteInvoer) => void;
  fout?: string;
};

/** A date of birth that may be incomplete, as in the BRP. Nothing is guessed. */
export function GeboorteVelden({ invoer, onChange, fout }: Props) {
  const { soort } = invoer;
  const zet = (deel: Partial<GeboorteInvoer>) => {
    const nieuw = { ...invoer, ...deel };
    onChange({ ...nieuw, waarde: waardeVan(nieuw) });
  };
  return (
    <>
      <RadioGroup
        label="Wat is bekend van de geboortedatum?"
        value={soort}
        options={SOORTEN}
        inline
        onChange={(waarde) => zet({ soort: waarde as Soort })}
      />
      {soort === 'datum' && (
        <DateField
          label="Geboortedatum"
          value={invoer.datum}
          error={fout}
          onChange={(datum) => zet({ datum })}
        />
      )}
      {soort === 'jaarMaand' && (
        <TextInput
          label="Geboortemaand"
          hint="1 tot en met 12"
          inputMode="numeric"
          value={invoer.maand}
          onChange={(maand) => zet({ maand })}
        />
      )}
      {(soort === 'jaar' || soort === 'jaarMaand') && (
        <TextInput
          label="Geboortejaar"
          inputMode="numeric"
          value={invoer.jaar}
          error={fout}
          onChange={(jaar) => zet({ jaar })}
        />
      )}
    </>
  );
}
