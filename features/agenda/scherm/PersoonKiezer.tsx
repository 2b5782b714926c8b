import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { Button } from '../../../web/ui/form/Button.tsx';
import { SearchField } from '../../../web/ui/form/SearchField.tsx';

type Gevonden = {
  items: { dossierId: string; naam: string; geboortedatum: string | null; gemeente: string }[];
};
export type Persoon = { dossierId: string; naam: string };

const HOOGSTENS = 6;
const MINSTE_TEKENS = 2;

type Props = {
  gekozen: Persoon | null;
  kies: (p: Persoon | null) => void;
  fout?: string | undefined;
};

/** Met wie: typen en kiezen. */
export function PersoonKiezer({ gekozen, kies, fout }: Props) {
  const [zoek, setZoek] = useState('');
  const lijst = useQuery<Gevonden, Problem>({
    queryKey: ['agenda', 'personen', zoek.trim()],
    queryFn: ({ signal }) =>
      api.post<Gevonden>(
        '/v1/inburgeraars/_zoek',
        { zoek: zoek.trim(), pageSize: HOOGSTENS },
        { signal },
      ),
    enabled: !gekozen && zoek.trim().length >= MINSTE_TEKENS,
    placeholderData: (vorige) => vorige,
  });
  if (gekozen) {
    return (
      <p className="m-row m-row--between">
        <span>
          Met <strong>{gekozen.naam}</strong>
        </span>
        <Button look="quiet" onClick={() => kies(null)}>
          Iemand anders
        </Button>
      </p>
    );
  }
  const gezocht = zoek.trim().length >= MINSTE_TEKENS && lijst.data;
  return (
    <fieldset className="agenda-wie">
      <legend>Met wie?</legend>
      {fout && <p className="agenda-botst">{fout}</p>}
      <SearchField
        label="Zoek de inburgeraar"
        value={zoek}
        onChange={setZoek}
        placeholder="Naam, BSN of V-nummer"
      />
      <ul>
        {(gezocht ? gezocht.items : []).map((p) => (
          <li key={p.dossierId}>
            <Button look="quiet" onClick={() => kies(p)}>
              {p.naam}
              <span className="m-quiet">
                {p.geboortedatum && ` · ${p.geboortedatum.slice(0, 4)}`} · {p.gemeente}
              </span>
            </Button>
          </li>
        ))}
      </ul>
      {gezocht && gezocht.items.length === 0 && (
        <p className="m-quiet" role="status">
          Niemand gevonden.
        </p>
      )}
      {lijst.isError && <p className="agenda-botst">{lijst.error.detail}</p>}
    </fieldset>
  );
}
