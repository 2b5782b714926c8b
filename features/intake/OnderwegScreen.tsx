import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useMemo, useState } from 'react';
import { onSessionExpired } from '../../web/api.ts';
import { formatMoment } from '../../web/dates.ts';
import { ON_DEVICE } from '../../web/offline/device.ts';
import { bringBack, openPacket, packetsHere } from '../../web/offline/packet.ts';
import { dropShell } from '../../web/offline/shell-cache.ts';
import { Alert } from '../../web/ui/feedback/Alert.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { ToastRegion } from '../../web/ui/feedback/Toast.tsx';
import { Button } from '../../web/ui/form/Button.tsx';
import { Card } from '../../web/ui/layout/Card.tsx';
import type { Intake } from './intake.schema.ts';
import { PrivegesprekKaart, TaalKaart } from './scherm/GesprekKaarten.tsx';
import { GezondheidDeel } from './scherm/GezondheidDeel.tsx';
import { DitGesprek } from './scherm/gesprek/Gesprekkaart.tsx';
import { Gespreksmodus } from './scherm/gesprek/Gespreksmodus.tsx';
import { Botsingen } from './scherm/onderweg/Botsingen.tsx';
import { Codeveld } from './scherm/onderweg/Codeveld.tsx';
import type { Meegenomen } from './scherm/onderweg/Meenemen.tsx';
import { Verbinding } from './scherm/onderweg/Verbinding.tsx';
import { gezondheidSleutel, intakeSleutel } from './scherm/onderweg/versturen.tsx';
import { OpslagContext, useIntakeOpslag } from './scherm/opslag.tsx';
import './scherm/intake.css';
import './scherm/gesprek/gesprek.css';
import './scherm/onderweg/onderweg.css';

type OpApparaat = { id: string; owner: string; until: number };
type Open = OpApparaat & { key: CryptoKey; content: Meegenomen };

const tot = (until: number) => formatMoment(new Date(until).toISOString());

function Slot({
  mee,
  onOpen,
  onWeg,
}: {
  mee: OpApparaat;
  onOpen: (open: Open) => void;
  onWeg: () => void;
}) {
  const [code, setCode] = useState('');
  const [bezig, setBezig] = useState(false);
  const [fout, setFout] = useState<string>();
  const open = async (event: FormEvent) => {
    event.preventDefault();
    setBezig(true);
    const uitkomst = await openPacket<Meegenomen>(mee.id, code);
    setBezig(false);
    if (uitkomst.kind === 'open') return onOpen({ ...mee, ...uitkomst });
    if (uitkomst.kind === 'gone') return onWeg();
    const { left } = uitkomst;
    setFout(`Dit is niet de code. Nog ${left} ${left === 1 ? 'keer' : 'keer'} en het is gewist.`);
    setCode('');
  };
  return (
    <Card title="Een meegenomen intake">
      <form className="m-stack" onSubmit={(event) => void open(event)}>
        <p>Versleuteld op dit apparaat, te openen tot {tot(mee.until)}.</p>
        <Codeveld label="Uw code" error={fout} waarde={code} onChange={setCode} />
        <div className="m-row">
          <Button look="primary" type="submit" icon="slot" busy={bezig} disabled={code === ''}>
            Openen
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** De gegevens van het mee als waren zij net gelezen; van de server komt hier niets vanzelf. */
function clientMet({ content }: Open): QueryClient {
  const client = new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } },
  });
  client.setQueryData(intakeSleutel(content.dossierId), content.intake);
  if (content.gezondheid)
    client.setQueryData(gezondheidSleutel(content.dossierId), content.gezondheid);
  return client;
}

/** Of de server zegt dat er niemand is aangemeld. */
function useAfgemeld() {
  const [afgemeld, zet] = useState(false);
  useEffect(() => onSessionExpired(() => zet(true)), []);
  return afgemeld;
}

function Zij({ intake, gezondheid }: { intake: Intake; gezondheid: boolean }) {
  // Wie dit recht niet had, kon het ook niet meenemen.
  const thuis = intake.mag.gezondheid && !gezondheid;
  const onderdeel = intake.onderdelen.find((o) => o.id === 'gezondheid');
  const zonder = { ...intake, mag: { ...intake.mag, gezondheid } };
  return (
    <div className="m-stack">
      <TaalKaart intake={intake} />
      <PrivegesprekKaart intake={intake} />
      {onderdeel && (
        <Card title="Gezondheid">
          <div id="vraag-gezondheid">
            <GezondheidDeel intake={zonder} onderdeel={onderdeel} thuisGelaten={thuis} />
          </div>
        </Card>
      )}
    </div>
  );
}

function Terug({ open, wachtend, onTerug }: { open: Open; wachtend: number; onTerug: () => void }) {
  const { dossierId } = open.content;
  const breng = async () => {
    const vraag =
      wachtend === 1 ? 'Er wacht nog 1 antwoord.' : `Er wachten nog ${wachtend} antwoorden.`;
    const uitleg = 'Die blijven versleuteld op dit apparaat tot u de intake met verbinding opent.';
    if (wachtend > 0 && !window.confirm(`${vraag} ${uitleg} Toch terugbrengen?`)) return;
    await bringBack(open.id);
    if ((await packetsHere()).length === 0) await dropShell().catch(() => undefined);
    onTerug();
    if (wachtend === 0) window.location.assign(`/inburgeraars/${dossierId}/intake`);
  };
  return (
    <Button icon="uit" onClick={() => void breng()}>
      Terugbrengen
    </Button>
  );
}

function Gesprek({ open, onTerug }: { open: Open; onTerug: () => void }) {
  const { content, key, id, owner, until } = open;
  const { dossierId, wie, gesprekId, gesprekken, eerder } = content;
  const keeper = useMemo(() => ({ owner, name: id, key: async () => key }), [owner, id, key]);
  const opslag = useIntakeOpslag(dossierId, { keeper, wie, gesprekId });
  const { data: intake = content.intake } = useQuery<Intake>({
    queryKey: intakeSleutel(dossierId),
    queryFn: () => content.intake,
  });
  const [kiezen, setKiezen] = useState(false);
  const afgemeld = useAfgemeld();
  return (
    <OpslagContext value={opslag}>
      <div className="m-row m-row--between">
        <div>
          <h1>{content.naam}</h1>
          <p className="m-quiet">
            Meegenomen door {wie}. Op dit apparaat tot {tot(until)}.
          </p>
        </div>
        <Terug open={open} wachtend={opslag.stand.wachtend} onTerug={onTerug} />
      </div>
      {afgemeld && opslag.stand.wachtend > 0 && (
        <Alert tone="info" title="Er is verbinding, maar u bent niet aangemeld.">
          <a href={`/aanmelden?naar=${encodeURIComponent(`/inburgeraars/${dossierId}/intake`)}`}>
            Meld u aan om te versturen
          </a>
        </Alert>
      )}
      <div className="m-split intake-scherm">
        <div className="m-stack">
          <DitGesprek
            intake={intake}
            gesprekken={gesprekken}
            gesprekId={gesprekId}
            kies={() => undefined}
            vast
          />
          <div className="m-row m-row--between intake-balk intake-balk--onderweg">
            <Verbinding vragen={intake.vragen} opKiezen={() => setKiezen(true)} />
          </div>
          <Gespreksmodus
            intake={intake}
            eerder={eerder.items}
            onElders={(o) => document.getElementById(`vraag-${o.id}`)?.scrollIntoView()}
          />
        </div>
        <Zij intake={intake} gezondheid={content.gezondheid !== null} />
      </div>
      {kiezen && <Botsingen vragen={intake.vragen} onSluit={() => setKiezen(false)} />}
    </OpslagContext>
  );
}

function Kiezen({ onOpen }: { onOpen: (open: Open) => void }) {
  const lijst = useQuery({ queryKey: ON_DEVICE, queryFn: packetsHere, retry: false });
  if (lijst.isError) return <ErrorState error={lijst.error} onRetry={() => void lijst.refetch()} />;
  if (!lijst.data) return <Skeleton lines={4} />;
  return (
    <>
      <h1>Onderweg</h1>
      {lijst.data.length === 0 && (
        <EmptyState
          title="Op dit apparaat staat geen intake."
          action={<a href="/">Naar Vandaag</a>}
        >
          Na 24 uur, na terugbrengen of na vijf verkeerde codes is een meegenomen intake weg. Wat u
          typte wordt verstuurd als u de intake met verbinding opent.
        </EmptyState>
      )}
      {lijst.data.map((mee) => (
        <Slot key={mee.id} mee={mee} onOpen={onOpen} onWeg={() => void lijst.refetch()} />
      ))}
    </>
  );
}

/** Verder met wat is meegenomen, ook zonder verbinding en na opnieuw openen. */
export function OnderwegScreen() {
  const [open, setOpen] = useState<Open>();
  const client = useMemo(() => open && clientMet(open), [open]);
  return (
    <>
      <header className="onderweg__kop">
        <a href="/">Meedoen</a> <span>onderweg</span>
      </header>
      <main id="inhoud" className="onderweg">
        {open && client ? (
          <QueryClientProvider client={client}>
            <Gesprek open={open} onTerug={() => setOpen(undefined)} />
          </QueryClientProvider>
        ) : (
          <Kiezen onOpen={setOpen} />
        )}
      </main>
      <ToastRegion />
    </>
  );
}
