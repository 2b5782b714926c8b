import type { Vraag, Waarde } from '../../../features/shared/vraag.schema.ts';
import { CheckboxGroup, RadioGroup } from './Choice.tsx';
import { DateField } from './DateField.tsx';
import { Select, TextArea, TextInput } from './Field.tsx';
import { VrijeRegel, VrijeTekst } from './VrijeTekst.tsx';

type VraagveldProps = {
  vraag: Pick<Vraag, 'vraag' | 'hulp' | 'type' | 'bereik'> & { opties?: readonly string[] };
  waarde: Waarde | null;
  onChange: (waarde: Waarde | null) => void;
  error?: string;
  /** Gezondheid mag hier: geen waarschuwing bij open tekst. */
  apart?: boolean;
  /** Een open tekst wacht vanwege gevoelige woorden; dit slaat hem toch op. */
  onToch?: () => void;
};

const RADIO_TOT = 6;
const alsOptie = (optie: string) => ({ value: optie, label: optie });
const JA_NEE = [
  { value: 'ja', label: 'ja' },
  { value: 'nee', label: 'nee' },
];

/** '12' wordt een getal; wat geen getal is gaat zo naar de server, die zegt wat er wel kan. */
function leesGetal(tekst: string): Waarde | null {
  const kaal = tekst.trim();
  if (kaal === '') return null;
  return /^\d+$/.test(kaal) ? Number(kaal) : kaal;
}

function Getal({ vraag, waarde, onChange, error }: VraagveldProps) {
  return (
    <TextInput
      label={vraag.vraag}
      hint={vraag.hulp}
      error={error}
      inputMode="numeric"
      autoComplete="off"
      className="m-getal"
      value={waarde === null ? '' : String(waarde)}
      onChange={(tekst) => onChange(leesGetal(tekst))}
    />
  );
}

function Keuze({ vraag, waarde, onChange, error }: VraagveldProps) {
  const opties = (vraag.opties ?? []).map(alsOptie);
  const gekozen = typeof waarde === 'string' ? waarde : '';
  const veld = { label: vraag.vraag, hint: vraag.hulp, error };
  if (opties.length > RADIO_TOT) {
    return (
      <Select
        {...veld}
        value={gekozen}
        emptyLabel="niet besproken"
        options={opties}
        onChange={(keuze) => onChange(keuze || null)}
      />
    );
  }
  return <RadioGroup {...veld} inline value={gekozen} options={opties} onChange={onChange} />;
}

function Open({ vraag, waarde, onChange, error, apart, onToch }: VraagveldProps) {
  const veld = {
    label: vraag.vraag,
    hint: vraag.hulp,
    error,
    value: String(waarde ?? ''),
    onChange,
  };
  if (vraag.type === 'lange-tekst')
    return apart ? <TextArea {...veld} /> : <VrijeTekst {...veld} onToch={onToch} />;
  return apart ? <TextInput {...veld} /> : <VrijeRegel {...veld} onToch={onToch} />;
}

/** Het invulveld van één vraag, naar haar soort. */
export function Vraagveld(props: VraagveldProps) {
  const { vraag, waarde, onChange, error } = props;
  const veld = { label: vraag.vraag, hint: vraag.hulp, error };
  switch (vraag.type) {
    case 'getal':
      return <Getal {...props} />;
    case 'keuze':
      return <Keuze {...props} />;
    case 'meerkeuze':
      return (
        <CheckboxGroup
          {...veld}
          inline
          values={Array.isArray(waarde) ? waarde : []}
          options={(vraag.opties ?? []).map(alsOptie)}
          onChange={(gekozen) => onChange(gekozen.length > 0 ? gekozen : null)}
        />
      );
    case 'ja-nee':
      return (
        <RadioGroup
          {...veld}
          inline
          value={typeof waarde === 'boolean' ? (waarde ? 'ja' : 'nee') : ''}
          options={JA_NEE}
          onChange={(keuze) => onChange(keuze === 'ja')}
        />
      );
    case 'datum':
      return (
        <DateField {...veld} value={String(waarde ?? '')} onChange={(d) => onChange(d || null)} />
      );
    default:
      return <Open {...props} />;
  }
}
