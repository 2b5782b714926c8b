import type { TekstAntwoord } from '../brieven.schema.ts';

type Alinea = TekstAntwoord['inleiding'];

/** The own language first, the Dutch below it; each with its language for a screen reader. */
export function Woorden({ alinea, groot }: { alinea: Alinea; groot?: boolean }) {
  const { nl, vertaald } = alinea;
  return (
    <div className={groot ? 'brieven-woorden brieven-woorden--groot' : 'brieven-woorden'}>
      {vertaald && (
        <p lang={vertaald.taal} dir={vertaald.richting} className="brieven-woorden__eigen">
          {vertaald.tekst}
        </p>
      )}
      <p lang={nl.taal} dir={nl.richting} className={vertaald ? 'm-quiet' : undefined}>
        {nl.tekst}
      </p>
    </div>
  );
}
