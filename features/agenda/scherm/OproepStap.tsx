import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, newKey, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Weigering } from '../../../web/ui/feedback/Weigering.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { TextInput } from '../../../web/ui/form/Field.tsx';
import { TimeField } from '../../../web/ui/form/TimeField.tsx';
import { TochPlannen } from '../../../web/ui/form/TochPlannen.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { Link } from '../../../web/ui/layout/Link.tsx';
import type { AgendaAfspraak, UitkomstAntwoord } from '../agenda.schema.ts';
import { useVoorzet } from './useVoorzet.tsx';

type Props = {
  afspraak: AgendaAfspraak;
  ladder: NonNullable<UitkomstAntwoord['ladder']>;
  onSluit: () => void;
};

/** Plaats en adres staan in de voorzet als 'plaats, adres'. */
function splits(plaats: string): { plaats: string; adres: string } {
  const komma = plaats.indexOf(',');
  if (komma < 0) return { plaats, adres: plaats };
  return { plaats: plaats.slice(0, komma), adres: plaats.slice(komma + 1).trim() };
}

type Formulier = {
  datum: string;
  tijd: string;
  plaats: string;
  adres: string;
  tochPlannen: boolean;
};
const LEEG: Formulier = { datum: '', tijd: '10:00', plaats: '', adres: '', tochPlannen: false };

function Velden({
  f,
  zet,
  fout,
}: {
  f: Formulier;
  zet: (deel: Partial<Formulier>) => void;
  fout: Problem | null;
}) {
  return (
    <>
      <TochPlannen fout={fout} waarde={f.tochPlannen} zet={(tochPlannen) => zet({ tochPlannen })} />
      <div className="agenda-rij">
        <DateField
          label="Datum"
          value={f.datum}
          error={fout?.voorVeld('datum')}
          onChange={(datum) => zet({ datum })}
        />
        <TimeField
          value={f.tijd}
          error={fout?.voorVeld('tijd')}
          onChange={(tijd) => zet({ tijd })}
        />
      </div>
      <TextInput
        label="Plaats"
        value={f.plaats}
        error={fout?.voorVeld('plaats')}
        onChange={(plaats) => zet({ plaats })}
      />
      <TextInput
        label="Adres in de brief"
        value={f.adres}
        error={fout?.voorVeld('adres')}
        onChange={(adres) => zet({ adres })}
      />
    </>
  );
}

/** Na niet verschijnen: de schriftelijke waarschuwing met een nieuwe oproep, in één stap (Wi2021 art. 14). */
export function OproepStap({ afspraak, ladder, onSluit }: Props) {
  const client = useQueryClient();
  const [f, setF] = useState(LEEG);
  const [sleutel] = useState(newKey);
  const zet = (deel: Partial<Formulier>) =>
    setF((oud) => ({ ...oud, tochPlannen: false, ...deel }));
  const voorstel = useVoorzet(afspraak.dossierId).data?.plaats;
  useEffect(() => {
    if (voorstel) setF((oud) => (oud.plaats ? oud : { ...oud, ...splits(voorstel) }));
  }, [voorstel]);
  const stuur = useMutation<unknown, Problem>({
    mutationFn: () =>
      api.post(
        `/v1/dossiers/${afspraak.dossierId}/oproepen`,
        {
          ...f,
          duurMinuten: afspraak.duurMinuten,
          ...(afspraak.tolkTaal ? { tolkTaal: afspraak.tolkTaal, tolkVorm: 'telefonisch' } : {}),
        },
        { idempotencyKey: sleutel },
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['agenda'] });
      toast({ tekst: 'De waarschuwing met de nieuwe oproep is gemaakt en gaat weg.' });
      onSluit();
    },
  });
  const fout = stuur.error;
  return (
    <Dialog
      open
      kind="side"
      title="Waarschuwing en nieuwe oproep"
      onClose={onSluit}
      footer={
        <>
          {ladder.magOproepen && (
            <Button look="primary" busy={stuur.isPending} onClick={() => stuur.mutate()}>
              Waarschuwen en opnieuw oproepen
            </Button>
          )}
          <Button onClick={onSluit}>Later</Button>
        </>
      }
    >
      <div className="m-stack">
        <p>
          <strong>{afspraak.naam}</strong> kwam niet. Dit was gemiste oproep {ladder.gemist}.
        </p>
        <Alert tone="info" title={ladder.tekst}>
          {ladder.magOproepen && (
            <>
              De termijn loopt tot en met {formatDate(ladder.uiterlijk, 'datum')}. Had de persoon
              een goede reden? Dan kunt u ook gewoon een nieuwe afspraak maken.
            </>
          )}
        </Alert>
        {fout && <Weigering fout={fout} />}
        {ladder.magOproepen ? (
          <Velden f={f} zet={zet} fout={fout} />
        ) : (
          <Link href={`/inburgeraars/${afspraak.dossierId}/intake`}>Naar de intake</Link>
        )}
      </div>
    </Dialog>
  );
}
