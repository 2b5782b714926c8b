import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { formatMoment } from '../../../web/dates.ts';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { KeyValue } from '../../../web/ui/data/KeyValue.tsx';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button, ButtonLink } from '../../../web/ui/form/Button.tsx';
import { TextArea } from '../../../web/ui/form/Field.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { Link, usePathParam } from '../../../web/ui/layout/Link.tsx';
import { PageTitle } from '../../../web/ui/layout/PageTitle.tsx';
import type { VerzendingDetail } from '../verzending.schema.ts';
import { SOORTNAAM } from '../woorden.ts';
import { staatVan } from './staat.ts';
import '../verzending.css';

const VERVERS_MS = 10_000;

/** Eén bericht aan DUO: wat erin staat, hoe het ging, het bewijs en wat er te doen is. */
export function VerzendingScreen() {
  const id = usePathParam('verzendingId');
  const vraag = useQuery<VerzendingDetail, Problem>({
    queryKey: ['verzendingen', 'een', id],
    queryFn: ({ signal }) => api.get<VerzendingDetail>(`/v1/verzendingen/${id}`, { signal }),
    refetchInterval: VERVERS_MS,
  });
  if (vraag.isPending) return <Skeleton lines={8} />;
  if (vraag.isError) return <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />;
  return <Inhoud verzending={vraag.data} />;
}

function Inhoud({ verzending: v }: { verzending: VerzendingDetail }) {
  const { naam, tone } = staatVan(v);
  return (
    <div className="m-stack">
      <PageTitle
        title={SOORTNAAM[v.soort]}
        tabTitle="Verzending"
        crumbs={[{ naam: 'Verzendingen', href: '/verzendingen' }]}
        lead={`${v.naam}, ${v.gemeente}`}
        actions={<Doen verzending={v} />}
      />
      <WatNu verzending={v} />
      <div className="verzending-kaarten">
        <Card title="Wat DUO krijgt">
          {v.velden.length > 0 ? (
            <KeyValue items={v.velden} />
          ) : (
            <p>Bij dit bericht horen geen gegevens: DUO krijgt alleen over wie het gaat.</p>
          )}
        </Card>
        <Card title="Hoe het ging">
          <KeyValue
            items={[
              { naam: 'Staat', waarde: <Badge tone={tone}>{naam}</Badge> },
              { naam: 'Klaargezet', waarde: formatMoment(v.gemaaktOp) },
              {
                naam: 'Eerste poging',
                waarde: v.begonnenOp ? formatMoment(v.begonnenOp) : 'nog niet',
              },
              { naam: 'Pogingen', waarde: v.pogingen },
              ...(v.laatsteFout ? [{ naam: 'Nog niet gelukt', waarde: v.laatsteFout }] : []),
              ...(v.afgerondOp ? [{ naam: 'Afgerond', waarde: formatMoment(v.afgerondOp) }] : []),
              ...(v.intrekReden
                ? [
                    {
                      naam: 'Ingetrokken',
                      waarde: v.ingetrokkenDoor
                        ? `${v.intrekReden} (${v.ingetrokkenDoor})`
                        : v.intrekReden,
                    },
                  ]
                : []),
            ]}
          />
        </Card>
        {v.bewijs && (
          <Card title="Bewijs van ontvangst">
            <KeyValue
              items={[
                { naam: 'Bij DUO sinds', waarde: formatMoment(v.bewijs.op) },
                { naam: 'Hoe wij het weten', waarde: v.bewijs.hoe },
                { naam: 'Kenmerk', waarde: v.bewijs.berichtId ?? '–' },
                { naam: 'Versie van DUO', waarde: v.bewijs.apiVersion ?? '–' },
              ]}
            />
          </Card>
        )}
      </div>
      <p>
        <Link href={`/inburgeraars/${v.dossierId}`}>Naar het dossier van {v.naam}</Link>
      </p>
    </div>
  );
}

function WatNu({ verzending: v }: { verzending: VerzendingDetail }) {
  if (!v.watNu) return null;
  const geweigerd = v.staat === 'geweigerd' && !v.vervangen;
  const titel = v.eigenRedenen.length > 0 ? 'Niet verstuurd.' : 'DUO heeft dit geweigerd.';
  return (
    <Alert tone={geweigerd ? 'refusal' : 'info'} title={geweigerd ? titel : 'Wat nu?'}>
      {geweigerd && (
        <ul>
          {v.foutteksten.map((tekst) => (
            <li key={tekst}>„{tekst}”</li>
          ))}
          {v.eigenRedenen.map((tekst) => (
            <li key={tekst}>{tekst}</li>
          ))}
        </ul>
      )}
      <p>{v.watNu}</p>
      {geweigerd && v.herstel && (
        <div className="m-row m-alert__acts">
          <ButtonLink href={v.herstel.href}>{v.herstel.tekst}</ButtonLink>
        </div>
      )}
    </Alert>
  );
}

function Doen({ verzending: v }: { verzending: VerzendingDetail }) {
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const klaar = (tekst: string) => async () => {
    toast({ tekst });
    setOpen(false);
    await queries.invalidateQueries({ queryKey: ['verzendingen'] });
  };
  const opnieuw = useMutation<unknown, Problem>({
    mutationFn: () => api.post(`/v1/verzendingen/${v.verzendingId}/_opnieuw`, {}),
    onSuccess: klaar('Het bericht gaat opnieuw op weg.'),
    onError: (fout) => toast({ tekst: fout.redenen[0]?.tekst ?? fout.detail }),
  });
  return (
    <div className="m-row">
      {v.mag.opnieuw && (
        <Button busy={opnieuw.isPending} onClick={() => opnieuw.mutate()}>
          {v.staat === 'geweigerd' ? 'Opnieuw versturen' : 'Nu proberen'}
        </Button>
      )}
      {v.mag.intrekken && (
        <Button look="quiet" onClick={() => setOpen(true)}>
          Intrekken…
        </Button>
      )}
      <IntrekDialog
        open={open}
        verzendingId={v.verzendingId}
        onSluit={() => setOpen(false)}
        onKlaar={klaar('Het bericht vertrekt niet meer.')}
      />
    </div>
  );
}

type DialogProps = {
  open: boolean;
  verzendingId: string;
  onSluit: () => void;
  onKlaar: () => void;
};

function IntrekDialog({ open, verzendingId, onSluit, onKlaar }: DialogProps) {
  const [reden, setReden] = useState('');
  const intrekken = useMutation<unknown, Problem>({
    mutationFn: () => api.post(`/v1/verzendingen/${verzendingId}/_intrekken`, { reden }),
    onSuccess: onKlaar,
  });
  return (
    <Dialog
      open={open}
      title="Bericht intrekken"
      onClose={onSluit}
      footer={
        <>
          <Button
            look="primary"
            busy={intrekken.isPending}
            disabled={reden.trim().length < 3}
            onClick={() => intrekken.mutate()}
          >
            Intrekken
          </Button>
          <Button onClick={onSluit}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack">
        <p>DUO krijgt dit bericht dan niet. In het dossier verandert niets.</p>
        <TextArea label="Reden" value={reden} onChange={setReden} />
        {intrekken.isError && <ErrorState error={intrekken.error} />}
      </div>
    </Dialog>
  );
}
