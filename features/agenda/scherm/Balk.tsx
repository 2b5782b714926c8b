import { type Datum, plusDagen } from '../../../rules/shared/datum.ts';
import { formatDate } from '../../../web/dates.ts';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Select } from '../../../web/ui/form/Field.tsx';
import type { Agenda } from '../agenda.schema.ts';
import type { Weergave } from './rooster/rooster.ts';

const WEERGAVEN: { id: Weergave; naam: string }[] = [
  { id: 'week', naam: 'Week' },
  { id: 'dag', naam: 'Dag' },
  { id: 'lijst', naam: 'Lijst' },
];

/** '16 tot en met 22 november 2026', of één dag voluit. */
function titelVan(weergave: Weergave, van: Datum, tot: Datum): string {
  if (weergave === 'dag') return formatDate(van, 'lang');
  const eind = plusDagen(tot, -1);
  const zelfdeMaand = van.slice(0, 7) === eind.slice(0, 7);
  const begin = zelfdeMaand ? String(Number(van.slice(8))) : formatDate(van, 'datum');
  return `${begin} tot en met ${formatDate(eind, 'datum')}`;
}

type Props = {
  weergave: Weergave;
  van: Datum;
  tot: Datum;
  naar: (wat: 'terug' | 'vandaag' | 'verder') => void;
  kiesWeergave: (w: Weergave) => void;
};

/** Bladeren en de weergave. */
export function Balk({ weergave, van, tot, naar, kiesWeergave }: Props) {
  const wat = weergave === 'dag' ? 'dag' : 'week';
  return (
    <div className="agenda-balk">
      <div className="m-row">
        <Button icon="links" aria-label={`Vorige ${wat}`} onClick={() => naar('terug')}>
          Vorige
        </Button>
        <Button onClick={() => naar('vandaag')}>Vandaag</Button>
        <Button icon="rechts" aria-label={`Volgende ${wat}`} onClick={() => naar('verder')}>
          Volgende
        </Button>
      </div>
      <p className="agenda-balk__titel" role="status">
        {titelVan(weergave, van, tot)}
      </p>
      <fieldset className="m-row agenda-balk__weergave">
        <legend className="m-hidden">Weergave</legend>
        {WEERGAVEN.map((w) => (
          <Button
            key={w.id}
            look={w.id === weergave ? 'primary' : 'secondary'}
            aria-pressed={w.id === weergave}
            onClick={() => kiesWeergave(w.id)}
          >
            {w.naam}
          </Button>
        ))}
      </fieldset>
    </div>
  );
}

type FilterProps = {
  collegas: Agenda['collegas'];
  /** Mijn eigen id. */
  ik: string;
  van: string;
  organisatie: string;
  kies: (filter: { van?: string; organisatie?: string }) => void;
};

/** Van wie: uzelf, een collega, of iedereen van een organisatie. */
export function Filters({ collegas, ik, van, organisatie, kies }: FilterProps) {
  const anderen = collegas.filter((c) => c.id !== ik);
  const organisaties = [...new Map(collegas.map((c) => [c.organisatieId, c.organisatie]))];
  return (
    <div className="agenda-filters">
      <Select
        label="Van wie"
        value={van}
        options={[
          { value: '', label: 'Mijn afspraken' },
          { value: 'iedereen', label: 'Iedereen' },
          ...anderen.map((c) => ({ value: c.id, label: c.naam })),
        ]}
        onChange={(waarde) => kies({ van: waarde })}
      />
      {van === 'iedereen' && organisaties.length > 1 && (
        <Select
          label="Organisatie"
          value={organisatie}
          emptyLabel="Alle organisaties"
          options={organisaties.map(([value, label]) => ({ value, label }))}
          onChange={(waarde) => kies({ organisatie: waarde })}
        />
      )}
    </div>
  );
}
