import { useState } from 'react';
import { formatDate, formatMoment } from '../../../web/dates.ts';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { TextArea } from '../../../web/ui/form/Field.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import type { DossierVerhuizing, Verhuizing } from '../verhuizing.schema.ts';
import { STAAT, vanNaar } from '../woorden.ts';
import { Fout } from './Fout.tsx';
import { OverdraagDialog } from './OverdraagDialog.tsx';
import { PakketDialog } from './PakketDialog.tsx';
import { meld, useStuur } from './vragen.tsx';

type Props = {
  v: Verhuizing;
  mag: boolean;
  /** Alleen in het dossier: daar is te kiezen wat er meegaat. */
  delen?: DossierVerhuizing['delen'];
};

/** Eén verzoek of overdracht, met wat er nu kan. */
export function Regel({ v, mag, delen }: Props) {
  return (
    <li className="verhuizing-regel">
      <div>
        <strong>{vanNaar(v)}</strong>{' '}
        <Badge tone={STAAT[v.staat].tone}>{STAAT[v.staat].tekst}</Badge>
        <p className="m-quiet verhuizing-uitleg">{wanneer(v)}</p>
        {v.reden && <p>Reden: {v.reden}</p>}
      </div>
      {mag && <Knoppen v={v} delen={delen} />}
    </li>
  );
}

const BEGIN: Partial<Record<Verhuizing['staat'], string>> = {
  gevraagd: 'Gevraagd',
  verzocht: 'Gevraagd',
  ontvangen: 'Begonnen',
};

/** Wanneer wat gebeurde, in een zin. */
export function wanneer(v: Verhuizing): string {
  if (v.staat === 'te-vragen')
    return `Verhuisd rond ${formatDate(v.sinds.slice(0, 10), 'cijfers')}.`;
  const begin = `${BEGIN[v.staat] ?? 'Begonnen'} ${formatMoment(v.sinds)}`;
  const door = v.door ? `, ${v.door}` : '';
  const herinnerd = v.herinnerdOp ? `. Herinnerd ${formatMoment(v.herinnerdOp)}` : '';
  const lang = v.teHerinneren ? '. Al twee weken geen antwoord: herinner eraan' : '';
  return `${begin}${door}${herinnerd}${lang}.`;
}

function Knoppen({ v, delen }: { v: Verhuizing; delen: Props['delen'] }) {
  const [open, setOpen] = useState<'overdragen' | 'pakket' | 'weigeren'>();
  const sluit = () => setOpen(undefined);
  const werk = useStuur<unknown, string>((wat) => ({
    pad: `/v1/verhuizingen/verzoeken/${v.verzoekId}/${wat}`,
    inhoud: {},
  }));
  const kan = (h: Verhuizing['mogelijk'][number]) => v.mogelijk.includes(h);
  const doe = (wat: string) => werk.mutate(wat, { onError: meld });
  return (
    <div className="m-row">
      {kan('overdragen') && delen && v.dossierId && (
        <Button look="primary" onClick={() => setOpen('overdragen')}>
          Overdragen
        </Button>
      )}
      {v.overdrachtId && v.staat !== 'geweigerd' && (
        <Button onClick={() => setOpen('pakket')}>Pakket lezen</Button>
      )}
      {kan('herinneren') && (
        <Button look="quiet" busy={werk.isPending} onClick={() => doe('_herinner')}>
          Herinnering vastleggen
        </Button>
      )}
      {kan('intrekken') && (
        <Button look="quiet" onClick={() => doe('_trek-in')}>
          Intrekken
        </Button>
      )}
      {kan('weigeren') && (
        <Button look="quiet" onClick={() => setOpen('weigeren')}>
          Weigeren
        </Button>
      )}
      {open === 'overdragen' && delen && v.dossierId && (
        <OverdraagDialog dossierId={v.dossierId} verzoek={v} delen={delen} onClose={sluit} />
      )}
      {open === 'pakket' && v.overdrachtId && <PakketDialog id={v.overdrachtId} onClose={sluit} />}
      {open === 'weigeren' && v.verzoekId && <WeigerDialog id={v.verzoekId} onClose={sluit} />}
    </div>
  );
}

function WeigerDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const [reden, setReden] = useState('');
  const stuur = useStuur(
    () => ({ pad: `/v1/verhuizingen/verzoeken/${id}/_weiger`, inhoud: { reden: reden.trim() } }),
    onClose,
  );
  return (
    <Dialog
      open
      title="Verzoek weigeren"
      onClose={onClose}
      footer={
        <>
          <Button
            look="primary"
            busy={stuur.isPending}
            reason={reden.trim().length < 3 ? 'Schrijf eerst waarom.' : undefined}
            onClick={() => stuur.mutate(undefined)}
          >
            Weigeren
          </Button>
          <Button look="quiet" onClick={onClose}>
            Annuleren
          </Button>
        </>
      }
    >
      <div className="m-stack">
        <p>De andere gemeente leest de reden. Noem geen gegevens van de persoon.</p>
        <TextArea label="Waarom?" value={reden} onChange={setReden} />
        <Fout fout={stuur.error} />
      </div>
    </Dialog>
  );
}
