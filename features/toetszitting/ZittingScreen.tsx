import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../web/api.ts';
import { formatDate } from '../../web/dates.ts';
import { Badge } from '../../web/ui/data/Badge.tsx';
import { KeyValue } from '../../web/ui/data/KeyValue.tsx';
import { Alert } from '../../web/ui/feedback/Alert.tsx';
import { ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { toast } from '../../web/ui/feedback/Toast.tsx';
import { Weigering } from '../../web/ui/feedback/Weigering.tsx';
import { Button } from '../../web/ui/form/Button.tsx';
import { TextArea } from '../../web/ui/form/Field.tsx';
import { Card } from '../../web/ui/layout/Card.tsx';
import { Dialog } from '../../web/ui/layout/Dialog.tsx';
import { usePathParam } from '../../web/ui/layout/Link.tsx';
import { PageTitle } from '../../web/ui/layout/PageTitle.tsx';
import { Deelnemers } from './scherm/Deelnemers.tsx';
import { UitnodigDialoog } from './scherm/UitnodigDialoog.tsx';
import { ruimte, STAAT, uur } from './scherm/woorden.ts';
import { ZittingDialoog } from './scherm/ZittingDialoog.tsx';
import type { ZittingDetail } from './zitting.schema.ts';
import './toetszitting.css';

type Open = 'wijzigen' | 'uitnodigen' | 'afgelasten';

/** One session of the leerbaarheidstoets. */
export function ZittingScreen() {
  const zittingId = usePathParam('zittingId');
  const vraag = useQuery<ZittingDetail, Problem>({
    queryKey: ['toetszitting', zittingId],
    queryFn: ({ signal }) => api.get<ZittingDetail>(`/v1/toetszittingen/${zittingId}`, { signal }),
  });
  if (vraag.isPending) return <Skeleton lines={8} />;
  if (vraag.isError) return <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />;
  return <Zitting zitting={vraag.data} />;
}

function Zitting({ zitting: z }: { zitting: ZittingDetail }) {
  const [open, setOpen] = useState<Open>();
  const geweest = z.begonnen;
  const sluit = () => setOpen(undefined);
  return (
    <div className="m-stack">
      <PageTitle
        title={`Leerbaarheidstoets op ${formatDate(z.datum, 'datum')}`}
        crumbs={[{ naam: 'Leerbaarheidstoets', href: '/toetszittingen' }]}
        lead={
          <span className="m-row">
            <Badge tone={STAAT[z.staat].tone}>{STAAT[z.staat].tekst}</Badge>
            <span>
              {uur(z.tijd)}, {z.plaats}
            </span>
            {z.staat === 'gepland' && <span>{ruimte(z)}</span>}
          </span>
        }
        actions={<Acties zitting={z} geweest={geweest} onOpen={setOpen} />}
      />
      {z.staat === 'afgelast' && (
        <Alert tone="info" title="Deze zitting gaat niet door.">
          {z.reden} Iedereen die was uitgenodigd, heeft bericht gekregen.
        </Alert>
      )}
      <Card title="Waar en wanneer">
        <KeyValue items={gegevens(z)} />
      </Card>
      <Card
        title={`Deelnemers (${z.deelnemers.filter((d) => d.uitkomst !== 'afgezegd').length})`}
        flush
        action={
          z.kan.includes('uitnodigen') &&
          !z.voorbij && (
            <Button
              icon="plus"
              {...(z.bezet >= z.laptops ? { reason: 'Alle laptops zijn vergeven.' } : {})}
              onClick={() => setOpen('uitnodigen')}
            >
              Mensen uitnodigen
            </Button>
          )
        }
      >
        <Deelnemers zitting={z} geweest={geweest} />
      </Card>
      {open === 'wijzigen' && <ZittingDialoog zitting={z} onSluit={sluit} onKlaar={sluit} />}
      {open === 'uitnodigen' && <UitnodigDialoog zitting={z} onSluit={sluit} />}
      {open === 'afgelasten' && <AfgelastDialoog zitting={z} onSluit={sluit} />}
    </div>
  );
}

const gegevens = (z: ZittingDetail) => [
  { naam: 'Datum', waarde: `${formatDate(z.datum, 'lang')}, ${uur(z.tijd)}` },
  { naam: 'Duur', waarde: `${z.duurMinuten} minuten` },
  { naam: 'Plaats', waarde: `${z.plaats}, ${z.adres}` },
  { naam: 'Laptops', waarde: `${z.laptops}, waarvan ${z.bezet} bezet` },
  { naam: 'Toetsbegeleider', waarde: z.begeleiders.map((b) => b.naam).join(', ') },
  {
    naam: z.gemeenten.length > 1 ? 'Regionaal' : 'Gemeente',
    waarde:
      z.gemeenten.length > 1
        ? `${z.gemeenten.join(', ')}; ${z.gemeente} houdt de zitting`
        : z.gemeente,
  },
  { naam: 'Vorm', waarde: z.vorm === 'groep' ? 'groep' : 'één persoon' },
  ...(z.opmerking ? [{ naam: 'Opmerking', waarde: z.opmerking }] : []),
];

type ActieProps = { zitting: ZittingDetail; geweest: boolean; onOpen: (wat: Open) => void };

function Acties({ zitting: z, geweest, onOpen }: ActieProps) {
  const client = useQueryClient();
  const houden = useMutation<ZittingDetail, Problem>({
    mutationFn: () => api.post(`/v1/toetszittingen/${z.zittingId}/_houden`, { revisie: z.revisie }),
    onSuccess: async (nu) => {
      client.setQueryData(['toetszitting', z.zittingId], nu);
      await client.invalidateQueries({ queryKey: ['toetszittingen'] });
      toast({ tekst: 'De zitting is gehouden. Nu is het wachten op DUO.' });
    },
  });
  const open = z.deelnemers.filter((d) => !d.uitkomst).length;
  return (
    <>
      {z.mag.plannen && (
        <a
          className="ams-button ams-button--secondary m-button"
          href={`/v1/toetszittingen/${z.zittingId}/presentielijst`}
          target="_blank"
          rel="noreferrer"
        >
          Presentielijst (PDF)
        </a>
      )}
      {z.kan.includes('wijzigen') && !geweest && (
        <Button onClick={() => onOpen('wijzigen')}>Verzetten of wijzigen</Button>
      )}
      {z.kan.includes('afgelasten') && (
        <Button onClick={() => onOpen('afgelasten')}>Afgelasten</Button>
      )}
      {z.kan.includes('houden') && geweest && (
        <Button
          look="primary"
          busy={houden.isPending}
          {...(open > 0 ? { reason: `Vul eerst in wie er was (nog ${open}).` } : {})}
          onClick={() => houden.mutate()}
        >
          Zitting is gehouden
        </Button>
      )}
      {houden.isError && <Weigering fout={houden.error} />}
    </>
  );
}

function AfgelastDialoog({ zitting: z, onSluit }: { zitting: ZittingDetail; onSluit: () => void }) {
  const client = useQueryClient();
  const [reden, setReden] = useState('');
  const stuur = useMutation<ZittingDetail, Problem>({
    mutationFn: () =>
      api.post(`/v1/toetszittingen/${z.zittingId}/_afgelasten`, { reden, revisie: z.revisie }),
    onSuccess: async (nu) => {
      client.setQueryData(['toetszitting', z.zittingId], nu);
      await client.invalidateQueries({ queryKey: ['toetszittingen'] });
      toast({ tekst: 'De zitting gaat niet door; iedereen krijgt bericht.' });
      onSluit();
    },
  });
  return (
    <Dialog
      open
      title="Zitting afgelasten"
      onClose={onSluit}
      footer={
        <>
          <Button look="primary" busy={stuur.isPending} onClick={() => stuur.mutate()}>
            Afgelasten en bericht sturen
          </Button>
          <Button onClick={onSluit}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack">
        {stuur.isError && <Weigering fout={stuur.error} />}
        <p>
          {z.bezet === 0
            ? 'Er is nog niemand uitgenodigd.'
            : `${z.bezet === 1 ? '1 persoon krijgt' : `${z.bezet} mensen krijgen`} bericht dat de toets niet doorgaat. Daarna staan zij weer bij Nog te plannen.`}
        </p>
        <TextArea
          label="Waarom gaat de zitting niet door?"
          hint="Alleen voor collega’s."
          value={reden}
          error={stuur.error?.voorVeld('reden')}
          onChange={setReden}
        />
      </div>
    </Dialog>
  );
}
