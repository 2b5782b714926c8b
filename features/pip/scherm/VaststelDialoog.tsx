import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, newKey, type Problem } from '../../../web/api.ts';
import { useBekendmaking } from '../../../web/Bekendmaking.tsx';
import { formatDate } from '../../../web/dates.ts';
import { useIk } from '../../../web/ik.ts';
import { ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { FormDialog } from '../../../web/ui/form/FormDialog.tsx';
import { LEERROUTE } from '../../shared/woorden.schema.ts';
import type { PipDetail, VaststelInvoer } from '../pip.schema.ts';
import { meekijkZin } from './nogTeDoen.ts';
import { Punten } from './PipPaneel.tsx';

type Props = {
  pip: PipDetail;
  /** De revisie die de gebruiker las voor hij dit venster opende. */
  gezien: number;
  /** `botsing` als een ander het PIP intussen wijzigde. */
  onClose: (botsing?: boolean) => void;
};

const padVan = ({ dossierId, pipId }: PipDetail) => `/v1/dossiers/${dossierId}/pips/${pipId}`;

/** De dagen waarmee wordt gerekend, voor de controle en het voorbeeld van de brief. */
function dagenVan(dagtekening: string, bekend: string): string {
  const dagen = { dagtekening, ...(bekend ? { bekendgemaaktOp: bekend } : {}) };
  return new URLSearchParams(dagen).toString();
}

function useControle(pip: PipDetail, dagtekening: string, dagen: string) {
  return useQuery<PipDetail, Problem>({
    queryKey: ['pip', pip.dossierId, pip.pipId, 'vaststellen', dagen],
    queryFn: ({ signal }) => api.get<PipDetail>(`${padVan(pip)}?${dagen}`, { signal }),
    enabled: dagtekening !== '',
    staleTime: 0,
  });
}

function useVaststellen(pip: PipDetail, klaar: () => void) {
  const queries = useQueryClient();
  const sleutel = useRef(newKey());
  return useMutation<unknown, Problem, VaststelInvoer>({
    mutationFn: (vraag) =>
      api.post(`${padVan(pip)}/_vaststellen`, vraag, { idempotencyKey: sleutel.current }),
    onSuccess: async () => {
      toast({ tekst: 'Het PIP is vastgesteld. Het bericht aan DUO staat klaar.' });
      klaar();
      await queries.invalidateQueries();
    },
    onError: () => {
      sleutel.current = newKey();
    },
  });
}

/** Waarop het vaststellen nog wacht. */
function waarop(dagtekening: string, bezig: boolean): string {
  if (dagtekening === '') return 'Vul de dagtekening in.';
  return bezig ? 'De controle loopt.' : 'Los eerst op wat hierboven staat.';
}

/** Vaststellen met dagtekening: eerst wat eruit volgt en de brief, dan het besluit. */
export function VaststelDialoog({ pip, gezien, onClose }: Props) {
  const ik = useIk();
  const [dagtekening, setDagtekening] = useState(pip.controle.dagtekening);
  const bekend = useBekendmaking();
  const dagen = dagenVan(dagtekening, bekend.op);
  const controle = useControle(pip, dagtekening, dagen);
  const besluit = useVaststellen(pip, () => onClose());
  const fout = (veld: string) => besluit.error?.voorVeld(veld);
  const mag = controle.data?.handelingen.vaststellen;
  return (
    <FormDialog
      title="PIP vaststellen"
      act="Vaststellen"
      onClose={() => onClose(besluit.error?.conflict !== undefined)}
      save={besluit}
      request={{ revisie: gezien, dagtekening, ...bekend.vraag }}
      fields={['dagtekening', 'bekendgemaaktOp']}
      ready={dagtekening !== '' && controle.isSuccess && mag?.mag === true}
      waits={waarop(dagtekening, controle.isPending)}
    >
      <div className="m-grid-2">
        <DateField
          label="Dagtekening"
          error={fout('dagtekening')}
          value={dagtekening}
          onChange={setDagtekening}
        />
        {bekend.velden(fout('bekendgemaaktOp'))}
      </div>
      {controle.isFetching && <Skeleton lines={2} label="Controle loopt…" />}
      {controle.isError && <ErrorState error={controle.error} />}
      {controle.data && (
        <Gevolg pip={controle.data} dagen={dagen} naam={ik.data?.medewerker.naam ?? ''} />
      )}
    </FormDialog>
  );
}

type GevolgProps = { pip: PipDetail; dagen: string; naam: string };

function Gevolg({ pip, dagen, naam }: GevolgProps) {
  const { inburgeringstermijn: termijn, bezwaar } = pip.controle;
  const route = LEERROUTE[pip.inhoud.leerroute ?? 'geen'];
  const { redenen } = pip.handelingen.vaststellen;
  if (redenen.length > 0) {
    return <Punten titel="Vaststellen kan nog niet" redenen={redenen} dossierId={pip.dossierId} />;
  }
  const meekijken = meekijkZin(pip, true);
  const brief = `${padVan(pip)}/voorbeeld?${dagen}`;
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
