import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { useBekendmaking } from '../../../web/Bekendmaking.tsx';
import { useIk } from '../../../web/ik.ts';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { Select, TextArea } from '../../../web/ui/form/Field.tsx';
import { FormDialog } from '../../../web/ui/form/FormDialog.tsx';
import { usePathParam } from '../../../web/ui/layout/Link.tsx';
import type { PwInvoer } from '../besluiten.schema.ts';
import { PW_GRONDSLAGEN } from '../pw.grondslagen.ts';
import { useVastleggen } from './vragen.tsx';

type Verplichting = { wat: string; grondslag: string; nr: number };

const KEUZES = Object.entries(PW_GRONDSLAGEN).map(([value, g]) => ({
  value,
  label: `${g.naam} (${g.artikel.replace(' van de Participatiewet', '').toLowerCase()})`,
}));

type RijProps = {
  v: Verplichting;
  fout: (veld: 'wat' | 'grondslag') => string | undefined;
  zet: (deel: Partial<Verplichting>) => void;
  weg: (() => void) | undefined;
};

function Rij({ v, fout, zet, weg }: RijProps) {
  return (
    <fieldset className="besluit-verplichting">
      <legend>Verplichting {v.nr}</legend>
      <Select
        label="Op grond van"
        error={fout('grondslag')}
        value={v.grondslag}
        onChange={(grondslag) => zet({ grondslag })}
        emptyLabel="Kies waarop de verplichting rust"
        options={KEUZES}
      />
      <TextArea
        label="Wat spreekt u af?"
        error={fout('wat')}
        hint="Zo komt het in de brief: 'U zoekt werk voor 12 uur per week.'"
        value={v.wat}
        onChange={(wat) => zet({ wat })}
      />
      {weg && (
        <Button look="quiet" onClick={weg}>
          Haal verplichting {v.nr} weg
        </Button>
      )}
    </fieldset>
  );
}

type LijstProps = {
  rijen: Verplichting[];
  fout: (veld: string) => string | undefined;
  zet: (werkBij: (oud: Verplichting[]) => Verplichting[]) => void;
};

function Verplichtingen({ rijen, fout, zet }: LijstProps) {
  return (
    <>
      {rijen.map((r, i) => (
        <Rij
          key={r.nr}
          v={r}
          fout={(veld) => fout(`verplichtingen.${i}.${veld}`)}
          zet={(deel) => zet((oud) => oud.map((x) => (x.nr === r.nr ? { ...x, ...deel } : x)))}
          weg={rijen.length > 1 ? () => zet((oud) => oud.filter((x) => x.nr !== r.nr)) : undefined}
        />
      ))}
      <div>
        <Button
          look="quiet"
          icon="plus"
          onClick={() =>
            zet((oud) => [...oud, { wat: '', grondslag: '', nr: (oud.at(-1)?.nr ?? 0) + 1 }])
          }
        >
          Nog een verplichting
        </Button>
      </div>
    </>
  );
}

function Voorbeeld({ vraag, klaar }: { vraag: PwInvoer; klaar: boolean }) {
  const id = usePathParam('dossierId');
  const maak = useMutation<unknown, Problem>({
    mutationFn: () => api.download(`/v1/dossiers/${id}/pw-besluiten/_voorbeeld`, vraag),
  });
  return (
    <>
      <Button disabled={!klaar} busy={maak.isPending} onClick={() => maak.mutate()}>
        Voorbeeld van de brief
      </Button>
      {maak.error && <span role="alert">{maak.error.redenen[0]?.tekst ?? maak.error.detail}</span>}
    </>
  );
}

/** The decision about duties that come with bijstand, from the same talk as the PIP. */
export function PwForm({ sluit }: { sluit: () => void }) {
  const vandaag = useIk().data?.peildatum ?? '';
  const [dagtekening, setDagtekening] = useState(vandaag);
  const bekend = useBekendmaking();
  const [motivering, setMotivering] = useState('');
  const [rijen, setRijen] = useState<Verplichting[]>([{ wat: '', grondslag: '', nr: 1 }]);
  const bewaar = useVastleggen<PwInvoer>('pw-besluiten', 'Het besluit is genomen.', sluit);
  const fout = (veld: string) => bewaar.error?.voorVeld(veld);
  const klaar =
    dagtekening !== '' &&
    motivering.trim() !== '' &&
    rijen.every((r) => r.wat.trim() && r.grondslag);
  const vraag = {
    dagtekening,
    motivering,
    verplichtingen: rijen.map(({ wat, grondslag }) => ({ wat, grondslag })),
    ...bekend.vraag,
  } as PwInvoer;
  return (
    <FormDialog
      title="Besluit over de Participatiewet"
      act="Neem het besluit"
      onClose={sluit}
      save={bewaar}
      request={vraag}
      fields={[
        ...['dagtekening', 'bekendgemaaktOp', 'motivering'],
        ...rijen.flatMap((_, i) => ['wat', 'grondslag'].map((v) => `verplichtingen.${i}.${v}`)),
      ]}
      ready={klaar}
      aside={<Voorbeeld vraag={vraag} klaar={klaar} />}
    >
      <Alert tone="info" title="Een eigen besluit, naast het PIP.">
        Het PIP rust op de Wet inburgering, deze verplichtingen op de Participatiewet. Bezwaar gaat
        apart.
      </Alert>
      <Verplichtingen rijen={rijen} fout={fout} zet={setRijen} />
      <TextArea
        label="Waarom deze verplichtingen?"
        hint="In gewone woorden; dit komt in de brief. Niets over gezondheid."
        error={fout('motivering')}
        value={motivering}
        onChange={setMotivering}
      />
      <DateField
        label="Dagtekening"
        error={fout('dagtekening')}
        value={dagtekening}
        onChange={setDagtekening}
      />
      {bekend.velden(fout('bekendgemaaktOp'))}
    </FormDialog>
  );
}
