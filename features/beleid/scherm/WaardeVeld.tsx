import { useState } from 'react';
import type {
  BeleidVeld,
  EnkelVeld,
  ReeksVeld,
  SamenVeld,
} from '../../../rules/beleid/parameter.ts';
import { keuzeInWoorden } from '../../../rules/beleid/waarde.ts';
import { formatDate, parseDate } from '../../../web/dates.ts';
import { Checkbox, CheckboxGroup, RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { TextArea, TextInput } from '../../../web/ui/form/Field.tsx';

type Props<V extends BeleidVeld = BeleidVeld> = {
  veld: V;
  waarde: unknown;
  onWijzig: (waarde: unknown) => void;
};

/** Waar het invullen mee begint als er nog niets is afgesproken. */
export function beginVan(veld: BeleidVeld): unknown {
  switch (veld.soort) {
    case 'reeks':
      return [];
    case 'tekst':
      return '';
    case 'ja-nee':
      return false;
    case 'keuze':
      return veld.keuzes[0];
    case 'groep':
      return Object.fromEntries(Object.entries(veld.van).map(([n, deel]) => [n, beginVan(deel)]));
    default:
      return undefined;
  }
}

/** Het invulveld dat bij de soort waarde hoort. */
export function WaardeVeld({ veld, waarde, onWijzig }: Props) {
  switch (veld.soort) {
    case 'groep':
      return <Groep veld={veld} waarde={waarde} onWijzig={onWijzig} />;
    case 'reeks':
      return <Reeks veld={veld} waarde={waarde} onWijzig={onWijzig} />;
    case 'tekst':
      return (
        <TextArea
          label={veld.naam}
          hint={veld.hulp}
          maxLength={veld.max}
          value={String(waarde ?? '')}
          onChange={onWijzig}
        />
      );
    default:
      return <Enkel veld={veld} waarde={waarde} onWijzig={onWijzig} />;
  }
}

function Enkel({ veld, waarde, onWijzig }: Props<EnkelVeld>) {
  switch (veld.soort) {
    case 'ja-nee':
      return (
        <RadioGroup
          label={veld.naam}
          inline
          value={waarde === true ? 'ja' : 'nee'}
          onChange={(k) => onWijzig(k === 'ja')}
          options={[
            { value: 'ja', label: 'ja' },
            { value: 'nee', label: 'nee' },
          ]}
        />
      );
    case 'keuze':
      return (
        <RadioGroup
          label={veld.naam}
          value={String(waarde ?? '')}
          onChange={onWijzig}
          options={veld.keuzes.map((k) => ({ value: k, label: keuzeInWoorden(k) }))}
        />
      );
    case 'datum':
      return <DateField label={veld.naam} value={String(waarde ?? '')} onChange={onWijzig} />;
    default:
      return <Getal veld={veld} waarde={waarde} onWijzig={onWijzig} />;
  }
}

function Getal({ veld, waarde, onWijzig }: Props<EnkelVeld>) {
  const [tekst, setTekst] = useState(waarde === undefined ? '' : String(waarde));
  const eenheid = 'eenheid' in veld ? veld.eenheid : undefined;
  return (
    <TextInput
      label={
        eenheid && !veld.naam.toLowerCase().includes(eenheid)
          ? `${veld.naam} (${eenheid})`
          : veld.naam
      }
      inputMode="numeric"
      size={8}
      autoComplete="off"
      value={tekst}
      onChange={(nieuw) => {
        setTekst(nieuw);
        onWijzig(/^\d+$/.test(nieuw.trim()) ? Number(nieuw) : undefined);
      }}
    />
  );
}

function Groep({ veld, waarde, onWijzig }: Props<SamenVeld>) {
  const delen = (waarde ?? {}) as Record<string, unknown>;
  return Object.entries(veld.van).map(([naam, deel]) => {
    const zet = (nieuw: unknown) => onWijzig({ ...delen, [naam]: nieuw });
    if (deel.soort !== 'ja-nee') {
      return <WaardeVeld key={naam} veld={deel} waarde={delen[naam]} onWijzig={zet} />;
    }
    return <Checkbox key={naam} label={deel.naam} checked={delen[naam] === true} onChange={zet} />;
  });
}

function Reeks({ veld, waarde, onWijzig }: Props<ReeksVeld>) {
  const waarden = (waarde ?? []) as unknown[];
  if (veld.van.soort === 'keuze') {
    return (
      <CheckboxGroup
        label={veld.naam}
        values={waarden.map(String)}
        onChange={onWijzig}
        options={veld.van.keuzes.map((k) => ({ value: k, label: keuzeInWoorden(k) }))}
      />
    );
  }
  return <TypReeks veld={veld} waarde={waarden} onWijzig={onWijzig} />;
}

/** Getallen met een komma ertussen, of één dag per regel. Wat niet te lezen is gaat mee en wordt geweigerd. */
function TypReeks({ veld, waarde, onWijzig }: Props<ReeksVeld>) {
  const dagen = veld.van.soort === 'datum';
  const [tekst, setTekst] = useState(() =>
    (waarde as unknown[])
      .map((w) => (dagen ? formatDate(String(w), 'cijfers') : String(w)))
      .join(dagen ? '\n' : ', '),
  );
  const lees = (deel: string) => {
    if (dagen) return parseDate(deel) ?? deel;
    return /^\d+$/.test(deel) ? Number(deel) : deel;
  };
  const wijzig = (nieuw: string) => {
    setTekst(nieuw);
    const delen = nieuw.split(dagen ? '\n' : /[,;\s]+/).map((d) => d.trim());
    onWijzig(delen.filter(Boolean).map(lees));
  };
  if (dagen) {
    return (
      <TextArea
        label={veld.naam}
        hint="Eén dag per regel: dd-mm-jjjj."
        value={tekst}
        onChange={wijzig}
      />
    );
  }
  return (
    <TextInput
      label={veld.naam}
      hint="Meer getallen? Zet er een komma tussen."
      inputMode="text"
      value={tekst}
      onChange={wijzig}
    />
  );
}
