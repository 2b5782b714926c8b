import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { Alert, Redenen } from '../../../web/ui/feedback/Alert.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { VrijeTekst } from '../../../web/ui/form/VrijeTekst.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { usePathParam } from '../../../web/ui/layout/Link.tsx';
import type { IntakeAfspraak } from '../intake.schema.ts';

const GEWEEST = [
  { value: 'verschenen', label: 'verschenen' },
  { value: 'niet-verschenen', label: 'niet verschenen' },
  { value: 'afgezegd', label: 'afgezegd' },
];
const VOORAF = [{ value: 'afgezegd', label: 'afgezegd' }];

type Keuze = { uitkomst: string; reden: string };

function Reden({
  keuze,
  zet,
  fout,
}: {
  keuze: Keuze;
  zet: (reden: string) => void;
  fout?: string;
}) {
  const gemist = keuze.uitkomst === 'niet-verschenen';
  if (keuze.uitkomst === '' || keuze.uitkomst === 'verschenen') return null;
  return (
    <VrijeTekst
      label={gemist ? 'Waarom was de persoon er niet?' : 'Reden'}
      hint={
        gemist
          ? 'Vraag dit eerst aan de persoon. Pas daarna kan er een waarschuwing uit.'
          : undefined
      }
      raad="Schrijf alleen op of er een goede reden was, niet welke ziekte of overtuiging."
      optional={!gemist}
      value={keuze.reden}
      error={fout}
      onChange={zet}
    />
  );
}

/** Was de persoon er? Bij niet verschijnen eerst de reden. */
export function UitkomstDialoog({
  afspraak,
  onSluit,
}: {
  afspraak: IntakeAfspraak;
  onSluit: () => void;
}) {
  const id = usePathParam('dossierId');
  const client = useQueryClient();
  const opties = afspraak.geweest ? GEWEEST : VOORAF;
  const [keuze, setKeuze] = useState<Keuze>({
    uitkomst: afspraak.uitkomst?.uitkomst ?? (afspraak.geweest ? '' : 'afgezegd'),
    reden: afspraak.uitkomst?.reden ?? '',
  });
  const stuur = useMutation<unknown, Problem>({
    mutationFn: () => {
      const reden = keuze.uitkomst === 'verschenen' ? '' : keuze.reden.trim();
      return api.post(`/v1/dossiers/${id}/afspraken/${afspraak.afspraakId}/uitkomst`, {
        uitkomst: keuze.uitkomst,
        ...(reden ? { reden } : {}),
        vervangt: afspraak.uitkomst?.feitId ?? null,
      });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['dossier', id] });
      toast({ tekst: 'De uitkomst is vastgelegd.' });
      onSluit();
    },
  });
  return (
    <Dialog
      open
      title={afspraak.geweest ? 'Was de persoon er?' : 'Afspraak afzeggen'}
      onClose={onSluit}
      footer={
        <>
          <Button
            look="primary"
            busy={stuur.isPending}
            disabled={keuze.uitkomst === ''}
            onClick={() => stuur.mutate()}
          >
            Vastleggen
          </Button>
          <Button onClick={onSluit}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack">
        <p>
          {formatDate(afspraak.datum)} om {afspraak.tijd}, {afspraak.plaats}
        </p>
        {stuur.isError && (
          <Alert tone="refusal" title={stuur.error.detail} live>
            {stuur.error.conflict &&
              `${stuur.error.conflict.wie} legde vast: ${stuur.error.conflict.wat}.`}
            <Redenen redenen={stuur.error.redenen} />
          </Alert>
        )}
        <RadioGroup
          label="Uitkomst"
          value={keuze.uitkomst}
          options={opties}
          onChange={(uitkomst) => setKeuze({ ...keuze, uitkomst })}
        />
        <Reden
          keuze={keuze}
          zet={(reden) => setKeuze({ ...keuze, reden })}
          fout={stuur.error?.voorVeld('reden')}
        />
      </div>
    </Dialog>
  );
}
