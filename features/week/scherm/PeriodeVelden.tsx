import { Checkbox } from '../../../web/ui/form/Choice.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { TextInput } from '../../../web/ui/form/Field.tsx';
import { SOORTEN, SOORTNAAM, type Soort, UREN_IN_WEEK } from '../soorten.ts';
import type { Periode, WeekAntwoord } from '../week.schema.ts';

export type Invoer = {
  vanaf: string;
  uren: Record<Soort, string>;
  werkIsParticipatie: boolean;
  mapInWerk: boolean;
  toelichting: string;
};

const getal = (n: number | undefined | null) => (n ? String(n) : '');

/** Een nieuwe week begint met de uren les uit het PIP; een volgende periode met de vorige. */
export function beginVan(periode: Periode | null, week: WeekAntwoord): Invoer {
  const vorige = periode ?? week.perioden.at(-1);
  const uren = Object.fromEntries(SOORTEN.map((s) => [s, getal(vorige?.[s])])) as Invoer['uren'];
  return {
    vanaf: periode?.vanaf ?? (vorige ? '' : week.vanaf),
    uren: vorige ? uren : { ...uren, les: getal(week.lesPerWeek) },
    werkIsParticipatie: vorige?.werkIsParticipatie ?? false,
    mapInWerk: vorige?.mapInWerk ?? false,
    toelichting: periode?.toelichting ?? '',
  };
}

const isUren = (tekst: string) => /^\d{0,3}$/.test(tekst) && Number(tekst || 0) <= UREN_IN_WEEK;
const totaal = (uren: Invoer['uren']) =>
  SOORTEN.reduce((som, s) => som + (isUren(uren[s]) ? Number(uren[s] || 0) : 0), 0);

/** Waar als er een dag is, elk veld een heel getal is, en het in een week past. */
export const isGoed = ({ vanaf, uren }: Invoer): boolean =>
  vanaf !== '' && SOORTEN.every((s) => isUren(uren[s])) && totaal(uren) <= UREN_IN_WEEK;

type Props = {
  invoer: Invoer;
  week: WeekAntwoord;
  /** De begindag ligt vast: dit is een periode die er al is. */
  vast: boolean;
  zet: (deel: Partial<Invoer>) => void;
};

const HULP: Partial<Record<Soort, string>> = {
  participatie: 'PVT, MAP, vrijwilligerswerk, stage',
  reizen: 'Naar les en werk',
};

/** De uren van een gewone week, met wat samen mag tellen. */
export function PeriodeVelden({ invoer, week, vast, zet }: Props) {
  const som = totaal(invoer.uren);
  return (
    <>
      <DateField
        label="Vanaf welke dag?"
        hint={
          vast ? 'Een andere begindag is een nieuwe periode.' : 'Geldt tot de volgende periode.'
        }
        value={invoer.vanaf}
        disabled={vast}
        onChange={(vanaf) => zet({ vanaf })}
      />
      <div className="week-velden">
        {SOORTEN.map((s) => (
          <TextInput
            key={s}
            label={SOORTNAAM[s]}
            hint={HULP[s] ?? 'uur in de week'}
            inputMode="numeric"
            size={5}
            autoComplete="off"
            value={invoer.uren[s]}
            error={isUren(invoer.uren[s]) ? undefined : 'Vul een heel getal in.'}
            onChange={(tekst) => zet({ uren: { ...invoer.uren, [s]: tekst } })}
          />
        ))}
      </div>
      <p aria-live="polite" className={som > UREN_IN_WEEK ? 'm-late' : undefined}>
        Samen {som} uur{som > UREN_IN_WEEK && `; een week telt er ${UREN_IN_WEEK}`}.
      </p>
      <Samen invoer={invoer} week={week} zet={zet} />
      <TextInput
        label="Toelichting"
        optional
        hint="Nooit waarom iemand zorg nodig heeft."
        maxLength={500}
        value={invoer.toelichting}
        onChange={(toelichting) => zet({ toelichting })}
      />
    </>
  );
}

/** Alleen wat wet en lokaal beleid laten tellen, is aan te vinken; anders staat er waarom niet. */
function Samen({ invoer, week, zet }: Omit<Props, 'vast'>) {
  if (!(Number(invoer.uren.werk) > 0)) return null;
  const { werkIsParticipatie: werk, mapInWerk: map } = week;
  return (
    <div className="m-stack m-stack--tight">
      <Checkbox
        label="Het werk is in het Nederlands en telt als participatie"
        hint={werk.redenen[0]?.tekst}
        disabled={!werk.mag && !invoer.werkIsParticipatie}
        checked={invoer.werkIsParticipatie}
        onChange={(aan) => zet({ werkIsParticipatie: aan })}
      />
      <Checkbox
        label="De praktijkuren van de MAP zitten in het werk"
        hint={map.redenen[0]?.tekst}
        disabled={!map.mag && !invoer.mapInWerk}
        checked={invoer.mapInWerk}
        onChange={(aan) => zet({ mapInWerk: aan })}
      />
    </div>
  );
}
