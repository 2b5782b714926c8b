import { useId } from 'react';
import { HOOGSTE, LAAGSTE } from '../dimensies.schema.ts';
import { Gezicht } from './Plaatjes.tsx';

const CIJFERS = Array.from({ length: HOOGSTE - LAAGSTE + 1 }, (_, i) => LAAGSTE + i);

type Props = {
  vraag: string;
  laag: string;
  hoog: string;
  gekozen: number | undefined;
  kies: (cijfer: number) => void;
};

/** Elf grote knoppen van laag naar hoog; één keuze, ook met de pijltjes. */
export function Schaal({ vraag, laag, hoog, gekozen, kies }: Props) {
  const naam = useId();
  return (
    <fieldset className="vragen-schaal">
      <legend className="m-hidden">{vraag}</legend>
      <div className="vragen-cijfers">
        {CIJFERS.map((cijfer) => (
          <label key={cijfer} className="vragen-cijfer">
            <input
              type="radio"
              name={naam}
              value={cijfer}
              checked={gekozen === cijfer}
              onChange={() => kies(cijfer)}
            />
            <span>
              {cijfer}
              {cijfer === LAAGSTE && <span className="m-hidden"> {laag}</span>}
              {cijfer === HOOGSTE && <span className="m-hidden"> {hoog}</span>}
            </span>
          </label>
        ))}
      </div>
      <div className="vragen-einden" aria-hidden="true">
        <span>
          <Gezicht kant="laag" /> {laag}
        </span>
        <span>
          {hoog} <Gezicht kant="hoog" />
        </span>
      </div>
    </fieldset>
  );
}
