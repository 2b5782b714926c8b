import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../../web/api.ts';
import { useIk } from '../../../../web/ik.ts';
import { Alert } from '../../../../web/ui/feedback/Alert.tsx';
import { ErrorState } from '../../../../web/ui/feedback/States.tsx';
import { toast } from '../../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../../web/ui/form/Button.tsx';
import { Select } from '../../../../web/ui/form/Field.tsx';
import { Card } from '../../../../web/ui/layout/Card.tsx';
import type { Kop } from '../../stand.schema.ts';
import { useHandeling } from '../vragen.tsx';

type Medewerkers = {
  items: { id: string; naam: string; functie: string; aantalMensen: number; gemeenten: string[] }[];
};
type Toegewezen = { mislukt: { tekst: string }[] };

function useToewijzen(kop: Kop) {
  return useHandeling(
    (klantmanagerId: string | null) =>
      api.post<Toegewezen>('/v1/dossiers/_toewijzen', {
        dossierIds: [kop.dossierId],
        klantmanagerId,
        verwacht: { [kop.dossierId]: kop.klantmanager?.id ?? null },
      }),
    (uit) => {
      if (uit.mislukt.length === 0) toast({ tekst: 'Klantmanager gewijzigd.' });
    },
  );
}

/** Who runs this case; take it over or give it to a colleague. */
export function RegieKaart({ kop }: { kop: Kop }) {
  const ik = useIk();
  const [kiezen, setKiezen] = useState(false);
  const [gekozen, setGekozen] = useState('');
  const wijs = useToewijzen(kop);
  const collegas = useQuery<Medewerkers, Problem>({
    queryKey: ['medewerkers'],
    queryFn: ({ signal }) => api.get('/v1/medewerkers', { signal }),
    enabled: kiezen,
  });
  const zelf = ik.data?.medewerker.id;
  const opties = (collegas.data?.items ?? [])
    .filter((c) => c.gemeenten.includes(kop.gemeente.code))
    .map((c) => ({ value: c.id, label: `${c.naam} (${c.aantalMensen} mensen)` }));
  return (
    <Card title="Klantmanager">
      <div className="m-stack m-stack--tight">
        <p>{kop.klantmanager?.naam ?? 'Nog niemand: dit dossier wacht op een klantmanager.'}</p>
        {kop.mag.toewijzen && (
          <div className="m-row">
            {zelf && zelf !== kop.klantmanager?.id && (
              <Button busy={wijs.isPending} onClick={() => wijs.mutate(zelf)}>
                Neem over
              </Button>
            )}
            <Button look="quiet" aria-expanded={kiezen} onClick={() => setKiezen(!kiezen)}>
              Wijs toe aan een collega
            </Button>
          </div>
        )}
        {kiezen && (
          <div className="m-row dossier-onder">
            <Select
              label="Collega"
              value={gekozen}
              emptyLabel={collegas.isPending ? 'Laden…' : 'Kies een collega'}
              options={opties}
              onChange={setGekozen}
            />
            <Button disabled={gekozen === ''} onClick={() => wijs.mutate(gekozen)}>
              Wijs toe
            </Button>
          </div>
        )}
        {(wijs.isError || collegas.isError) && <ErrorState error={wijs.error ?? collegas.error} />}
        {wijs.data?.mislukt.map((m) => (
          <Alert key={m.tekst} tone="warning" title="Niet toegewezen." live>
            {m.tekst}
          </Alert>
        ))}
      </div>
    </Card>
  );
}
