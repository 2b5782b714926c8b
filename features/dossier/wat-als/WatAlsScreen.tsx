import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { Select, TextInput } from '../../../web/ui/form/Field.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { usePathParam } from '../../../web/ui/layout/Link.tsx';
import { Vergelijking } from './Vergelijking.tsx';
import { alsVraag, FEITEN, type Veronderstelling } from './veronderstellingen.ts';
import type { WatAls, WijzigingInvoer } from './wat-als.schema.ts';
import './wat-als.css';

const SOORTEN = Object.entries(FEITEN).map(([value, { naam }]) => ({ value, label: naam }));

/** Probeert feiten of een andere dag uit op dit dossier. Er wordt niets bewaard. */
export function WatAlsScreen() {
  const id = usePathParam('dossierId');
  const [aannames, zetAannames] = useState<Veronderstelling[]>([]);
  const [peildatum, zetPeildatum] = useState('');
  const wijzigingen = aannames.flatMap((a) => alsVraag(a) ?? []);
  const vraag = { wijzigingen, ...(peildatum ? { peildatum } : {}) };
  const iets = wijzigingen.length > 0 || peildatum !== '';
  const uitkomst = useQuery<WatAls, Problem>({
    queryKey: ['dossier', id, 'wat-als', vraag],
    queryFn: ({ signal }) =>
      api.post<WatAls>(`/v1/dossiers/${id}/stand/_wat-als`, vraag, { signal }),
    enabled: iets,
    placeholderData: (vorige) => vorige,
  });
  return (
    <div className="wat-als">
      <Card title="Wat neemt u aan?">
        <div className="m-stack">
          <p className="m-quiet">
            Verander een feit of de dag en zie wat er dan anders is. Er wordt niets bewaard en niets
            verstuurd.
          </p>
          <DateField
            label="Op welke dag kijkt u?"
            hint="dd-mm-jjjj; leeg is vandaag"
            optional
            value={peildatum}
            error={iets ? uitkomst.error?.voorVeld('peildatum') : undefined}
            onChange={zetPeildatum}
          />
          {aannames.map((a) => (
            <Aanname
              key={a.id}
              aanname={a}
              wijzig={(waarden) =>
                zetAannames((alle) => alle.map((x) => (x.id === a.id ? { ...x, waarden } : x)))
              }
              verwijder={() => zetAannames((alle) => alle.filter((x) => x.id !== a.id))}
            />
          ))}
          <Erbij
            kies={(feit) =>
              zetAannames((alle) => [
                ...alle,
                { id: (alle.at(-1)?.id ?? 0) + 1, feit, waarden: {} },
              ])
            }
          />
        </div>
      </Card>
      <Uitkomst iets={iets} uitkomst={uitkomst} wacht={wijzigingen.length < aannames.length} />
    </div>
  );
}

function Erbij({ kies }: { kies: (feit: WijzigingInvoer['feit']) => void }) {
  return (
    <Select
      label="Ander feit toevoegen"
      value=""
      options={[{ value: '', label: 'Kies een feit' }, ...SOORTEN]}
      onChange={(feit) => feit && kies(feit as WijzigingInvoer['feit'])}
    />
  );
}

type AannameProps = {
  aanname: Veronderstelling;
  wijzig: (waarden: Record<string, string>) => void;
  verwijder: () => void;
};

function Aanname({ aanname: { feit, waarden }, wijzig, verwijder }: AannameProps) {
  const { naam, velden } = FEITEN[feit];
  return (
    <fieldset className="wat-als__aanname">
      <legend>{naam}</legend>
      {velden.map((veld) => {
        const gewoon = {
          label: veld.label,
          value: waarden[veld.naam] ?? '',
          optional: veld.optioneel,
          onChange: (waarde: string) => wijzig({ ...waarden, [veld.naam]: waarde }),
        };
        if (veld.keuzes) {
          const options = [{ value: '', label: 'Kies' }, ...veld.keuzes];
          return <Select key={veld.naam} {...gewoon} options={options} />;
        }
        if (veld.getal)
          return <TextInput key={veld.naam} {...gewoon} inputMode="numeric" size={6} />;
        return <DateField key={veld.naam} {...gewoon} />;
      })}
      <div>
        <Button look="quiet" onClick={verwijder}>
          Weghalen<span className="m-hidden">: {naam}</span>
        </Button>
      </div>
    </fieldset>
  );
}

type UitkomstProps = {
  iets: boolean;
  wacht: boolean;
  uitkomst: { data?: WatAls; error: Problem | null; isFetching: boolean; refetch: () => unknown };
};

function Uitkomst({ iets, wacht, uitkomst }: UitkomstProps) {
  const { data, error, isFetching, refetch } = uitkomst;
  if (!iets) {
    return (
      <Card title="Wat er dan anders is">
        <p className="m-quiet">
          {wacht
            ? 'Vul de gegevens hiernaast in, dan staat het antwoord hier.'
            : 'Kies een ander feit of een andere dag. Bijvoorbeeld: wat als zij een week later was ingeschreven?'}
        </p>
      </Card>
    );
  }
  if (error && error.invalidParams.length === 0)
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  return <Vergelijking data={data} bezig={isFetching} />;
}
