import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { Alert, Redenen } from '../../../web/ui/feedback/Alert.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { Select, TextInput } from '../../../web/ui/form/Field.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { BESLUITSOORTEN, type Mandaten } from '../sjablonen.schema.ts';

const LEEG = { soort: '', medewerkerId: '', totEnMet: '', tekst: '', besluit: '' };
type Invoer = typeof LEEG & { geldigVanaf: string };

function mist(i: Invoer): string | undefined {
  if (i.soort === '') return 'Kies eerst het soort besluit.';
  if (i.medewerkerId === '') return 'Kies eerst wie mag tekenen.';
  if (i.geldigVanaf === '') return 'Kies eerst een dag.';
  return i.besluit.trim() === '' ? 'Schrijf eerst waar het mandaat staat.' : undefined;
}

/** Iemand mandaat geven voor één soort besluit. */
export function MandaatDialoog({ mandaten, onSluit }: { mandaten: Mandaten; onSluit: () => void }) {
  const client = useQueryClient();
  const gemeenteId = mandaten.gemeente.id;
  const [invoer, setInvoer] = useState<Invoer>({ ...LEEG, geldigVanaf: mandaten.vandaag });
  const stuur = useMutation<Mandaten, Problem>({
    mutationFn: () => {
      const { totEnMet, ...rest } = invoer;
      return api.post<Mandaten>(`/v1/gemeenten/${gemeenteId}/mandaten`, {
        ...rest,
        ...(totEnMet ? { totEnMet } : {}),
      });
    },
    onSuccess: (nieuw) => {
      client.setQueryData(['mandaten', gemeenteId], nieuw);
      toast({ tekst: 'Het mandaat staat in het register.' });
      onSluit();
    },
  });
  return (
    <Dialog
      open
      title="Mandaat geven"
      onClose={onSluit}
      footer={
        <>
          <Button
            look="primary"
            busy={stuur.isPending}
            reason={mist(invoer)}
            onClick={() => stuur.mutate()}
          >
            Vastleggen
          </Button>
          <Button onClick={onSluit}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack">
        {stuur.isError && (
          <Alert tone="refusal" title={stuur.error.detail} live>
            <Redenen redenen={stuur.error.redenen} />
          </Alert>
        )}
        <Velden
          mandaten={mandaten}
          invoer={invoer}
          fout={(veld) => stuur.error?.voorVeld(veld)}
          zet={(deel) => {
            stuur.reset();
            setInvoer({ ...invoer, ...deel });
          }}
        />
      </div>
    </Dialog>
  );
}

type VeldenProps = {
  mandaten: Mandaten;
  invoer: Invoer;
  fout: (veld: string) => string | undefined;
  zet: (deel: Partial<Invoer>) => void;
};

function Velden({ mandaten, invoer, fout, zet }: VeldenProps) {
  return (
    <>
      <Select
        label="Soort besluit"
        emptyLabel="kies"
        value={invoer.soort}
        options={Object.entries(BESLUITSOORTEN).map(([value, label]) => ({ value, label }))}
        onChange={(soort) => zet({ soort })}
      />
      <Select
        label="Wie mag tekenen?"
        emptyLabel="kies"
        value={invoer.medewerkerId}
        error={fout('medewerkerId')}
        options={mandaten.medewerkers.map((m) => ({
          value: m.id,
          label: `${m.naam}, ${m.functie} (${m.organisatie})`,
        }))}
        onChange={(medewerkerId) => zet({ medewerkerId })}
      />
      <div className="sjabloon-twee">
        <DateField
          label="Vanaf"
          value={invoer.geldigVanaf}
          error={fout('geldigVanaf')}
          onChange={(geldigVanaf) => zet({ geldigVanaf })}
        />
        <DateField
          label="Tot en met"
          optional
          hint="Leeg: zonder einde."
          value={invoer.totEnMet}
          error={fout('totEnMet')}
          onChange={(totEnMet) => zet({ totEnMet })}
        />
      </div>
      <TextInput
        label="Waar staat het mandaat?"
        hint="Bijvoorbeeld: mandaatbesluit sociaal domein van 3 maart 2026."
        value={invoer.besluit}
        maxLength={200}
        error={fout('besluit')}
        onChange={(besluit) => zet({ besluit })}
      />
      <TextInput
        label="Regel boven de naam"
        optional
        hint={`Leeg: Namens het college van burgemeester en wethouders van ${mandaten.gemeente.naam.replace(/^gemeente /i, '')}`}
        value={invoer.tekst}
        maxLength={200}
        onChange={(tekst) => zet({ tekst })}
      />
    </>
  );
}
