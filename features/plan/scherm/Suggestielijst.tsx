import { ErrorState } from '../../../web/ui/feedback/States.tsx';
import { TALEN, type Taal } from '../../shared/talen.schema.ts';
import type { Suggesties } from '../plan.schema.ts';
import { useSuggesties } from './vragen.tsx';

export type Suggestie = Suggesties['items'][number];

type GroepProps = {
  kop: string;
  items: readonly Suggestie[];
  taal: Taal;
  kies: (s: Suggestie) => void;
};

function Groep({ kop, items, taal, kies }: GroepProps) {
  if (items.length === 0) return null;
  return (
    <fieldset className="plan-suggesties">
      <legend>{kop}</legend>
      <div>
        {items.map((s) => (
          <button key={s.sleutel} type="button" onClick={() => kies(s)}>
            <span className="m-quiet">{s.aandachtspunt}</span>
            <span>{s.nederlands}</span>
            {taal !== 'nl' && (
              <span lang={taal} dir={TALEN[taal].richting}>
                {s.eigen}
              </span>
            )}
            {s.omdat && <span className="m-quiet">omdat {s.omdat}</span>}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** Meer tegelijk leest niemand; de rest staat bij het eigen leefgebied. */
const TEGELIJK = 6;

type Props = { taal: Taal; leefgebied: string; kies: (s: Suggestie) => void };

/** A sentence of the list fills both languages and the field of life; it may be changed afterwards. */
export function Suggestielijst({ taal, leefgebied, kies }: Props) {
  const lijst = useSuggesties(taal);
  if (lijst.isError) return <ErrorState error={lijst.error} />;
  if (!lijst.data) return null;
  const { items, staat } = lijst.data;
  const uitIntake = items.filter((s) => s.omdat).slice(0, TEGELIJK);
  const rest = items.filter((s) => !uitIntake.includes(s) && s.leefgebied === leefgebied);
  return (
    <>
      <Groep kop="Past bij wat al is gezegd" items={uitIntake} taal={taal} kies={kies} />
      <Groep kop="Of kies een zin" items={rest} taal={taal} kies={kies} />
      {staat && (
        <p className="m-quiet">
          {TALEN[taal].naam}: {staat}. Lees de zin met de tolk na.
        </p>
      )}
    </>
  );
}
