import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, newKey, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { useIk } from '../../../web/ik.ts';
import { ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { LEERROUTE } from '../../shared/woorden.schema.ts';
import type { PipDetail } from '../pip.schema.ts';
import { meekijkZin } from './nogTeDoen.ts';
import { Punten } from './PipPaneel.tsx';

type Props = { pip: PipDetail; open: boolean; onClose: () => void };
type Vraag = { dagtekening: string; bekendgemaaktOp?: string };

function useControle(pip: PipDetail, dagtekening: string) {
  const pad = `/v1/dossiers/${pip.dossierId}/pips/${pip.pipId}`;
  return useQuery<PipDetail, Problem>({
    queryKey: ['pip', pip.dossierId, pip.pipId, 'vaststellen', dagtekening],
    queryFn: ({ signal }) => api.get<PipDetail>(`${pad}?dagtekening=${dagtekening}`, { signal }),
    enabled: dagtekening !== '',
    staleTime: 0,
  });
}

/** Vaststellen met dagtekening: eerst wat eruit volgt en de brief, dan het besluit. */
export function VaststelDialoog({ pip, open, onClose }: Props) {
  const ik = useIk();
  const queries = useQueryClient();
  const sleutel = useRef(newKey());
  const [dagtekening, setDagtekening] = useState(pip.controle.dagtekening);
  const [bekend, setBekend] = useState('');
  const pad = `/v1/dossiers/${pip.dossierId}/pips/${pip.pipId}`;
  const controle = useControle(pip, dagtekening);
  const besluit = useMutation<unknown, Problem, Vraag>({
    mutationFn: (vraag) =>
      api.post(`${pad}/_vaststellen`, vraag, { idempotencyKey: sleutel.current }),
    onSuccess: async () => {
      toast({ tekst: 'Het PIP is vastgesteld. Het bericht aan DUO staat klaar.' });
      onClose();
      await queries.invalidateQueries();
    },
    onError: () => {
      sleutel.current = newKey();
    },
  });
  const mag = controle.data?.handelingen.vaststellen;
  const klaar = dagtekening !== '' && controle.isSuccess && mag?.mag === true;
  return (
    <Dialog
      open={open}
      title="PIP vaststellen"
      onClose={onClose}
      footer={
        <>
          <Button
            look="primary"
            busy={besluit.isPending}
            busyText="Bezig met vaststellen…"
            disabled={!klaar}
            onClick={() =>
              besluit.mutate({ dagtekening, ...(bekend ? { bekendgemaaktOp: bekend } : {}) })
            }
          >
            Vaststellen
          </Button>
          <Button onClick={onClose}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack">
        <div className="m-grid-2">
          <DateField label="Dagtekening" value={dagtekening} onChange={setDagtekening} />
          <DateField
            label="Bekendgemaakt op"
            hint="Leeg: op de dag van de dagtekening"
            optional
            value={bekend}
            onChange={setBekend}
          />
        </div>
        {controle.isFetching && <Skeleton lines={2} label="Controle loopt…" />}
        {controle.isError && <ErrorState error={controle.error} />}
        {controle.data && <Gevolg pip={controle.data} naam={ik.data?.medewerker.naam ?? ''} />}
        {besluit.isError && <ErrorState error={besluit.error} />}
      </div>
    </Dialog>
  );
}

function Gevolg({ pip, naam }: { pip: PipDetail; naam: string }) {
  const { inburgeringstermijn: termijn, bezwaar } = pip.controle;
  const route = LEERROUTE[pip.inhoud.leerroute ?? 'geen'];
  const { redenen } = pip.handelingen.vaststellen;
  if (redenen.length > 0) {
    return <Punten titel="Vaststellen kan nog niet" redenen={redenen} dossierId={pip.dossierId} />;
  }
  const meekijken = meekijkZin(pip, true);
  const brief = `/v1/dossiers/${pip.dossierId}/pips/${pip.pipId}/voorbeeld?dagtekening=${pip.controle.dagtekening}`;
  return (
    <ul className="pip-gevolg">
      <li>
        <a href={brief} target="_blank" rel="noreferrer">
          Bekijk de brief als PDF<span className="m-hidden"> (opent in een nieuw tabblad)</span>
        </a>
      </li>
      <li>
        Leerroute: <strong>{route}</strong>. U ondertekent namens het college: {naam}.
      </li>
      {meekijken && <li>{meekijken}</li>}
      {termijn && (
        <li>
          De inburgeringstermijn {termijn.van === 'duo' ? 'loopt' : 'loopt naar verwachting'} van{' '}
          {formatDate(termijn.begin, 'datum')} tot en met {formatDate(termijn.laatsteDag, 'datum')}.
        </li>
      )}
      <li>Bezwaar kan tot en met {formatDate(bezwaar.laatsteDag)}.</li>
      <li>DUO krijgt dit PIP meteen; lukt dat niet, dan wordt het vanzelf opnieuw geprobeerd.</li>
    </ul>
  );
}
