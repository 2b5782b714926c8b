import { useId, useState } from 'react';
import { RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { TextInput } from '../../../web/ui/form/Field.tsx';
import type { Antwoorden, AntwoordVeld, Vraag } from '../wissel.schema.ts';

type Waarde = Antwoorden[AntwoordVeld];
type Props = { vraag: Vraag; antwoord: Waarde; onAntwoord: (waarde: Waarde) => void };

const JA_NEE = [
  { value: 'ja', label: 'Ja' },
  { value: 'nee', label: 'Nee' },
];
const hoofdletter = (tekst: string) => tekst.charAt(0).toUpperCase() + tekst.slice(1);

/** Wat alleen een mens weet: de vraag, wat ervoor telt, en het antwoord. */
export function EigenAntwoord({ vraag, antwoord, onAntwoord }: Props) {
  const id = useId();
  return (
    <div className="wissel-vraag">
      <Veld {...{ vraag, antwoord, onAntwoord }} />
      {vraag.wegen.length > 0 && (
        <div>
          <p id={id} className="m-quiet">
            Weeg daarvoor af:
          </p>
          <ul className="wissel-wegen" aria-labelledby={id}>
            {vraag.wegen.map((zin) => (
              <li key={zin}>{zin}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Veld({ vraag, antwoord, onAntwoord }: Props) {
  const gedeeld = { label: vraag.tekst, ...(vraag.hulp ? { hint: vraag.hulp } : {}) };
  const waarde = antwoord === undefined ? '' : String(antwoord);
  const kies = (nieuw: string) => onAntwoord((nieuw || undefined) as Waarde);
  switch (vraag.soort) {
    case 'datum':
      return <DateField {...gedeeld} value={waarde} onChange={kies} />;
    case 'uren':
      return <UrenVeld {...gedeeld} waarde={waarde} onUren={onAntwoord} />;
    case 'keuze':
      return (
        <RadioGroup
          {...gedeeld}
          value={waarde}
          onChange={kies}
          options={vraag.keuzes.map((k) => ({ value: k, label: hoofdletter(k) }))}
        />
      );
    default:
      return <RadioGroup {...gedeeld} inline value={waarde} onChange={kies} options={JA_NEE} />;
  }
}

type UrenProps = {
  label: string;
  hint?: string;
  waarde: string;
  onUren: (uren: number | undefined) => void;
};

const HEEL = /^\d{1,4}$/;

/** Wat getypt is blijft staan, ook als het nog geen aantal is. */
function UrenVeld({ waarde, onUren, ...veld }: UrenProps) {
  const [tekst, setTekst] = useState(waarde);
  return (
    <TextInput
      {...veld}
      inputMode="numeric"
      size={6}
      value={tekst}
      error={
        tekst !== '' && !HEEL.test(tekst)
          ? 'Vul een heel aantal uren in, van 0 tot en met 9999.'
          : undefined
      }
      onChange={(nieuw) => {
        setTekst(nieuw);
        onUren(HEEL.test(nieuw) ? Number(nieuw) : undefined);
      }}
    />
  );
}
