import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { useIk } from '../../../web/ik.ts';
import { ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { SearchField } from '../../../web/ui/form/SearchField.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';

const WACHT_MS = 250;
const HOOGSTENS = 8;
const MINSTENS = 2;

/** Wat van een gevonden persoon nodig is om haar te herkennen. */
type Gevonden = {
  items: {
    dossierId: string;
    naam: string;
    geboortedatum: string | null;
    gemeente: string;
    klantmanager: string | null;
  }[];
};

type KoppelProps = {
  open: boolean;
  gemeenteId: string;
  gemeente: string;
  bezig: boolean;
  fout: Problem | null;
  onClose: () => void;
  onKoppel: (dossierId: string) => void;
};

/** Wacht tot er even niet is getypt. */
function useRustig(tekst: string): string {
  const [rustig, setRustig] = useState(tekst);
  useEffect(() => {
    const wekker = setTimeout(() => setRustig(tekst), WACHT_MS);
    return () => clearTimeout(wekker);
  }, [tekst]);
  return rustig;
}

/** Zoekt het dossier waar een melding bij hoort. */
export function KoppelDialog(props: KoppelProps) {
  const { open, gemeenteId, gemeente, bezig, fout, onClose, onKoppel } = props;
  const [tekst, setTekst] = useState('');
  const [gekozen, setGekozen] = useState('');
  const zoek = useRustig(tekst.trim());
  const code = useIk().data?.gemeenten.find((g) => g.id === gemeenteId)?.code;
  const vraag = { zoek, pageSize: HOOGSTENS, ...(code ? { gemeenten: [code] } : {}) };
  const gevonden = useQuery<Gevonden, Problem>({
    queryKey: ['koppelen', vraag],
    queryFn: () => api.post<Gevonden>('/v1/inburgeraars/_zoek', vraag),
    enabled: open && zoek.length >= MINSTENS,
  });
  const items = gevonden.data?.items ?? [];
  const keuze = items.some((i) => i.dossierId === gekozen) ? gekozen : '';
  return (
    <Dialog
      open={open}
      title="Melding koppelen aan een dossier"
      onClose={onClose}
      footer={
        <>
          <Button
            look="primary"
            busy={bezig}
            reason={keuze ? undefined : 'Kies eerst een persoon.'}
            onClick={() => onKoppel(keuze)}
          >
            Koppelen en verwerken
          </Button>
          <Button look="quiet" onClick={onClose}>
            Annuleren
          </Button>
        </>
      }
    >
      <div className="m-stack">
        <p className="m-quiet">
          U zoekt in {gemeente}: daar is de melding voor. Nummers uit de melding die het dossier nog
          niet heeft, worden aangevuld.
        </p>
        <SearchField
          label="Zoek op naam, BSN of V-nummer"
          placeholder="Naam, BSN of V-nummer"
          value={tekst}
          onChange={setTekst}
        />
        {gevonden.isFetching && items.length === 0 && <Skeleton lines={3} />}
        {gevonden.isError && <ErrorState error={gevonden.error} />}
        {gevonden.data && items.length === 0 && (
          <p role="status">Niemand gevonden. Probeer een andere schrijfwijze of het nummer.</p>
        )}
        {items.length > 0 && (
          <div className="postvak-resultaten">
            <RadioGroup
              label="Gevonden"
              value={keuze}
              onChange={setGekozen}
              options={items.map((i) => ({
                value: i.dossierId,
                label: i.naam,
                hint: kenmerken(i),
              }))}
            />
          </div>
        )}
        {fout && <ErrorState error={fout} />}
      </div>
    </Dialog>
  );
}

function kenmerken(i: Gevonden['items'][number]): string {
  const geboren = i.geboortedatum && `geboren ${formatDate(i.geboortedatum, 'datum')}`;
  const wie = i.klantmanager ?? 'nog geen klantmanager';
  return [geboren, i.gemeente, wie].filter(Boolean).join(' · ');
}
