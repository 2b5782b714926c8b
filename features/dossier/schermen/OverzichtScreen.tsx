import { useState } from 'react';
import { ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import type { Kop } from '../stand.schema.ts';
import { DerdenKaart } from './overzicht/DerdenKaart.tsx';
import { GegevensKaart } from './overzicht/GegevensKaart.tsx';
import { GezinKaart } from './overzicht/GezinKaart.tsx';
import { NuTeDoen, Signalen } from './overzicht/NuTeDoen.tsx';
import { RegieKaart } from './overzicht/RegieKaart.tsx';
import { SamenvoegenDialog } from './overzicht/SamenvoegenDialog.tsx';
import { TermijnenKaart } from './overzicht/TermijnenKaart.tsx';
import { TijdlijnKaart } from './overzicht/TijdlijnKaart.tsx';
import { WatMoet } from './overzicht/WatMoet.tsx';
import { useKop, useStand } from './vragen.tsx';

function Moet() {
  const stand = useStand();
  if (stand.isError && !stand.data)
    return <ErrorState error={stand.error} onRetry={() => void stand.refetch()} />;
  if (!stand.data) return <Skeleton lines={6} />;
  return (
    <>
      <TermijnenKaart termijnen={stand.data.termijnen} />
      <WatMoet stand={stand.data} />
    </>
  );
}

function Verder({ kop }: { kop: Kop }) {
  const stand = useStand();
  return <NuTeDoen kop={kop} verder={stand.data?.voorstellen.slice(1, 4) ?? []} />;
}

function Dubbel({ kop }: { kop: Kop }) {
  const [open, setOpen] = useState(false);
  return (
    <Card title="Tweede dossier?">
      <div className="m-stack m-stack--tight">
        <p className="m-quiet">
          Heeft deze persoon nog een dossier, bijvoorbeeld uit het azc? Voeg die samen; er gaat
          niets verloren.
        </p>
        <div>
          <Button look="quiet" onClick={() => setOpen(true)}>
            Samenvoegen…
          </Button>
        </div>
      </div>
      {open && <SamenvoegenDialog kop={kop} sluit={() => setOpen(false)} />}
    </Card>
  );
}

/** What is due, what the law asks, what happened, and whom one deals with. */
export function OverzichtScreen() {
  const { data: kop } = useKop();
  if (!kop) return null;
  const { mag } = kop;
  return (
    <div className="dossier-overzicht">
      {mag.inzien && (
        <div className="m-stack dossier-overzicht__doen">
          <Verder kop={kop} />
          <Signalen kop={kop} />
        </div>
      )}
      <div className="m-stack dossier-overzicht__zij">
        {mag.inzien && <Moet />}
        <GegevensKaart kop={kop} />
        {mag.inzien && <GezinKaart kop={kop} />}
        {mag.bewerken && mag.intake && <DerdenKaart />}
        <RegieKaart kop={kop} />
        {mag.samenvoegen && <Dubbel kop={kop} />}
      </div>
      <div className="dossier-overzicht__tijd">
        <TijdlijnKaart magSchrijven={mag.bewerken} />
      </div>
    </div>
  );
}
