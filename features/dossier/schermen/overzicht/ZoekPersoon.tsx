import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../../web/api.ts';
import { formatDate } from '../../../../web/dates.ts';
import { ErrorState, Skeleton } from '../../../../web/ui/feedback/States.tsx';
import { Button } from '../../../../web/ui/form/Button.tsx';
import { SearchField } from '../../../../web/ui/form/SearchField.tsx';

export type Gevonden = { dossierId: string; naam: string; geboortedatum: string | null };

type ZoekProps = {
  gemeentecode: string;
  /** Not to be chosen: the dossier of this page. */
  behalve: string;
  knop: string;
  onKies: (persoon: Gevonden) => void;
};

/** Finds another dossier in the same gemeente, by name, BSN or V-nummer. */
export function ZoekPersoon({ gemeentecode, behalve, knop, onKies }: ZoekProps) {
  const [tekst, setTekst] = useState('');
  const [zoek, setZoek] = useState('');
  const gevonden = useQuery<{ items: Gevonden[] }, Problem>({
    queryKey: ['zoek-persoon', gemeentecode, zoek],
    queryFn: ({ signal }) =>
      api.post(
        '/v1/inburgeraars/_zoek',
        { zoek, gemeenten: [gemeentecode], pageSize: 8 },
        { signal },
      ),
    enabled: zoek !== '',
    gcTime: 0,
  });
  const items = gevonden.data?.items.filter((i) => i.dossierId !== behalve) ?? [];
  return (
    <div className="m-stack m-stack--tight">
      <div className="m-row">
        <SearchField
          label="Zoek op naam, BSN of V-nummer"
          placeholder="Naam, BSN of V-nummer"
          value={tekst}
          onChange={setTekst}
          onSearch={() => setZoek(tekst.trim())}
        />
        <Button onClick={() => setZoek(tekst.trim())}>Zoek</Button>
      </div>
      {gevonden.isError && <ErrorState error={gevonden.error} />}
      {gevonden.isFetching && <Skeleton lines={2} label="Zoeken…" />}
      {gevonden.data && items.length === 0 && <p role="status">Niemand gevonden.</p>}
      <ul className="dossier-lijst">
        {items.map((persoon) => (
          <li key={persoon.dossierId} className="m-row m-row--between">
            <span>
              {persoon.naam}
              {persoon.geboortedatum && (
                <span className="m-quiet"> · {formatDate(persoon.geboortedatum, 'datum')}</span>
              )}
            </span>
            <Button onClick={() => onKies(persoon)}>{knop}</Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
