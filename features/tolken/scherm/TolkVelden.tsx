import { Button } from '../../../web/ui/form/Button.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { Select, TextInput } from '../../../web/ui/form/Field.tsx';
import type { VeldProps } from './TolkDialoog.tsx';
import { DAGEN } from './woorden.ts';

const NIVEAUS = ['moedertaal', 'C2', 'C1', 'B2'].map((n) => ({ value: n, label: n }));
const vervang = <T,>(rij: readonly T[], i: number, waarde: T) => rij.with(i, waarde);

/** Languages with how well. */
export function Talen({ v, zet, fout }: VeldProps) {
  return (
    <>
      {v.talen.map((t, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own while they are typed
        <div className="tolk-naast" key={i}>
          <TextInput
            label={`Taal ${i + 1}`}
            value={t.taal}
            error={
              fout?.voorVeld(`talen.${i}.taal`) ?? (i === 0 ? fout?.voorVeld('talen') : undefined)
            }
            onChange={(taal) => zet({ talen: vervang(v.talen, i, { ...t, taal }) })}
          />
          <Select
            label="Niveau"
            value={t.niveau}
            options={NIVEAUS}
            onChange={(niveau) => zet({ talen: vervang(v.talen, i, { ...t, niveau }) })}
          />
        </div>
      ))}
      <div>
        <Button
          look="quiet"
          icon="plus"
          onClick={() => zet({ talen: [...v.talen, { taal: '', niveau: 'C1' }] })}
        >
          Nog een taal
        </Button>
      </div>
    </>
  );
}

/** Hours per weekday, typed as '9.00-12.00, 13.00-17.00'. */
export function Weekuren({ v, zet, fout }: VeldProps) {
  const mis = fout?.invalidParams.find((p) => p.name.startsWith('rooster'));
  return (
    <fieldset className="m-field">
      <legend>Uren in een gewone week</legend>
      <p className="m-field__hint">Bijvoorbeeld 9.00-12.00, 13.00-17.00. Leeg is niet.</p>
      {mis && <p className="m-field__error">{mis.reason}</p>}
      <div className="tolk-naast">
        {DAGEN.map((dag, i) => (
          <TextInput
            key={dag}
            label={dag}
            value={v.week[i] ?? ''}
            onChange={(tekst) => zet({ week: vervang(v.week, i, tekst) })}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Days on which the interpreter is away. */
export function Afwezig({ v, zet, fout }: VeldProps) {
  const mis = fout?.invalidParams.find((p) => p.name.startsWith('uitzonderingen'));
  return (
    <>
      {v.afwezig.map((a, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own while they are typed
        <div className="tolk-naast" key={i}>
          <DateField
            label="Afwezig van"
            value={a.van}
            error={i === 0 ? mis?.reason : undefined}
            onChange={(van) => zet({ afwezig: vervang(v.afwezig, i, { ...a, van }) })}
          />
          <DateField
            label="tot en met"
            value={a.tot}
            onChange={(tot) => zet({ afwezig: vervang(v.afwezig, i, { ...a, tot }) })}
          />
          <Button
            look="quiet"
            onClick={() => zet({ afwezig: v.afwezig.filter((_, j) => j !== i) })}
          >
            Weghalen
          </Button>
        </div>
      ))}
      <div>
        <Button
          look="quiet"
          icon="plus"
          onClick={() => zet({ afwezig: [...v.afwezig, { van: '', tot: '' }] })}
        >
          Afwezigheid toevoegen
        </Button>
      </div>
    </>
  );
}
