import type { Problem } from '../../../web/api.ts';
import { Button } from '../../../web/ui/form/Button.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { Select, TextInput } from '../../../web/ui/form/Field.tsx';
import { TimeField } from '../../../web/ui/form/TimeField.tsx';
import { type AgendaAfspraak, VORMEN, type Voorzet } from '../agenda.schema.ts';
import { vrijeTijden } from './rooster/rooster.ts';
import { TolkVoorkeur } from './TolkVoorkeur.tsx';
import { VrijeTolken } from './VrijeTolken.tsx';

export type Formulier = {
  datum: string;
  tijd: string;
  duur: string;
  vorm: string;
  plaats: string;
  tolkTaal: string;
};

/** Wat de server verwacht. */
export const momentVan = (f: Formulier) => ({
  datum: f.datum,
  tijd: f.tijd,
  duurMinuten: Number(f.duur),
  vorm: f.vorm,
  plaats: f.plaats,
  ...(f.tolkTaal.trim() ? { tolkTaal: f.tolkTaal.trim() } : {}),
});

const VORM_OPTIES = Object.entries(VORMEN).map(([value, label]) => ({ value, label }));

type Props = {
  f: Formulier;
  zet: (deel: Partial<Formulier>) => void;
  fout: Problem | null;
  /** De afspraken van die dag van wie het gesprek voert; leeg zolang zij niet bekend zijn. */
  items: readonly AgendaAfspraak[] | null;
  /** Wiens agenda dat is. */
  van: string;
  dossierId: string;
};

function Vrij({ f, zet, items, van }: Pick<Props, 'f' | 'zet' | 'items' | 'van'>) {
  if (!f.datum || !items) return null;
  const vrij = vrijeTijden(items, f.datum, Number(f.duur) || 60);
  return (
    <fieldset className="agenda-tijden">
      <legend>
        {vrij.length > 0 ? `Vrij bij ${van}` : `Bij ${van} is deze dag niets meer vrij`}
      </legend>
      {vrij.map((tijd) => (
        <Button
          key={tijd}
          look={tijd === f.tijd ? 'primary' : 'secondary'}
          aria-pressed={tijd === f.tijd}
          onClick={() => zet({ tijd })}
        >
          {tijd}
        </Button>
      ))}
    </fieldset>
  );
}

const botst = (f: Formulier, items: readonly AgendaAfspraak[]) =>
  f.datum !== '' &&
  /^\d\d:\d\d$/.test(f.tijd) &&
  !vrijeTijden(items, f.datum, Number(f.duur) || 60).includes(f.tijd) &&
  items.some((i) => i.datum === f.datum && i.tijd <= f.tijd && i.einde > f.tijd);

/** Wanneer, hoe lang, hoe en waar. */
export function Momentvelden({ f, zet, fout, items, van, dossierId }: Props) {
  return (
    <>
      <div className="agenda-rij">
        <DateField
          label="Datum"
          value={f.datum}
          error={fout?.voorVeld('datum')}
          onChange={(datum) => zet({ datum })}
        />
        <TimeField
          value={f.tijd}
          error={fout?.voorVeld('tijd')}
          onChange={(tijd) => zet({ tijd })}
        />
        <TextInput
          label="Minuten"
          hint="hoe lang"
          inputMode="numeric"
          size={6}
          value={f.duur}
          error={fout?.voorVeld('duurMinuten')}
          onChange={(duur) => zet({ duur })}
        />
      </div>
      {items && botst(f, items) && (
        <p className="agenda-botst">Op deze tijd is er al een afspraak.</p>
      )}
      <Vrij f={f} zet={zet} items={items} van={van} />
      <Select label="Hoe" value={f.vorm} options={VORM_OPTIES} onChange={(vorm) => zet({ vorm })} />
      <TextInput
        label="Plaats"
        hint="Zo komt het in de brief."
        value={f.plaats}
        error={fout?.voorVeld('plaats')}
        onChange={(plaats) => zet({ plaats })}
      />
      <TextInput
        label="Taal van de tolk"
        hint="Leeg als er geen tolk nodig is."
        value={f.tolkTaal}
        error={fout?.voorVeld('tolkTaal')}
        onChange={(tolkTaal) => zet({ tolkTaal })}
      />
      {f.tolkTaal.trim() && dossierId && <TolkVoorkeur dossierId={dossierId} />}
      <VrijeTolken f={f} dossierId={dossierId} />
    </>
  );
}

/** Wat het formulier al weet zodra de persoon is gekozen. */
export const beginVan = (datum: string, tijd: string): Formulier => ({
  datum,
  tijd,
  duur: '60',
  vorm: 'kantoor',
  plaats: '',
  tolkTaal: '',
});

export const metVoorzet = (f: Formulier, v: Voorzet): Formulier => ({
  ...f,
  plaats: f.plaats || v.plaats,
  tolkTaal: f.tolkTaal || (v.tolkTaal ?? ''),
});
