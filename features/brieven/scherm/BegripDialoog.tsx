import { useState } from 'react';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { ConflictNotice } from '../../../web/ui/feedback/ConflictNotice.tsx';
import { ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Checkbox, RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { Select, TextArea } from '../../../web/ui/form/Field.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { TAALCODES, TALEN, type Taal, TEKSTSTATEN } from '../../shared/talen.schema.ts';
import type { BrievenSet, TekstAntwoord } from '../brieven.schema.ts';
import { useBegrepen, useTekst } from './vragen.tsx';
import { Woorden } from './Woorden.tsx';

type Props = {
  dossierId: string;
  set: BrievenSet;
  voorkeur: Taal;
  tolkNodig: boolean;
  sluit: () => void;
};

type Oordeel = 'begrepen' | 'deels' | 'niet';

const OORDELEN: { value: Oordeel; label: string }[] = [
  { value: 'begrepen', label: 'Begrepen' },
  { value: 'deels', label: 'Deels' },
  { value: 'niet', label: 'Niet' },
];

/** Three questions back, in the language of the person, with the answer that belongs to this plan. */
export function BegripDialoog({ dossierId, set, voorkeur, tolkNodig, sluit }: Props) {
  const [taal, setTaal] = useState<Taal>(voorkeur);
  const [tolk, setTolk] = useState(tolkNodig);
  const [oordelen, setOordelen] = useState<Record<string, Oordeel>>({});
  const [vervolg, setVervolg] = useState('');
  const tekst = useTekst(dossierId, set.pipId, taal);
  const bewaar = useBegrepen(dossierId, set.pipId, sluit);
  const vragen = tekst.data?.vragen ?? [];
  const over = vragen.filter((v) => !oordelen[v.id]).length;
  const leg = (vorige: string | undefined) =>
    bewaar.mutate({
      taal,
      tolk,
      antwoorden: vragen.map((v) => ({ vraag: v.id, oordeel: oordelen[v.id] ?? 'niet' })),
      ...(vervolg.trim() ? { vervolg: vervolg.trim() } : {}),
      ...(vorige ? { vorige } : {}),
    });
  return (
    <Dialog
      open
      kind="side"
      title="Is het duidelijk?"
      onClose={sluit}
      footer={
        <>
          <Button
            look="primary"
            busy={bewaar.isPending}
            reason={over > 0 ? `Nog ${over} van de ${vragen.length || 3} vragen.` : undefined}
            onClick={() => leg(set.begrepen?.feitId)}
          >
            Vastleggen
          </Button>
          <Button onClick={sluit}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack">
        <div className="brieven-erbij">
          <Select
            label="Taal van het gesprek"
            value={taal}
            onChange={(code) => setTaal(code as Taal)}
            options={TAALCODES.map((code) => ({ value: code, label: TALEN[code].naam }))}
          />
          <Checkbox label="Met een tolk" checked={tolk} onChange={setTolk} />
        </div>
        {tekst.isPending && <Skeleton lines={5} />}
        {tekst.isError && !tekst.data && <ErrorState error={tekst.error} />}
        {tekst.data && (
          <Vragen
            tekst={tekst.data}
            oordelen={oordelen}
            onOordeel={(id, oordeel) => setOordelen((nu) => ({ ...nu, [id]: oordeel }))}
          />
        )}
        <TextArea
          label="Wat doet u om het duidelijk te maken?"
          optional={Object.values(oordelen).every((o) => o === 'begrepen')}
          value={vervolg}
          onChange={setVervolg}
          error={bewaar.error?.voorVeld('vervolg')}
        />
        <Fout bewaar={bewaar} sluit={sluit} onOpnieuw={() => leg(undefined)} />
      </div>
    </Dialog>
  );
}

type FoutProps = {
  bewaar: ReturnType<typeof useBegrepen>;
  sluit: () => void;
  onOpnieuw: () => void;
};

function Fout({ bewaar: { error }, sluit, onOpnieuw }: FoutProps) {
  if (!error || error.voorVeld('vervolg')) return null;
  if (!error.conflict) return <ErrorState error={error} />;
  return <ConflictNotice conflict={error.conflict} onTakeTheirs={sluit} onKeepMine={onOpnieuw} />;
}

type VragenProps = {
  tekst: TekstAntwoord;
  oordelen: Record<string, Oordeel>;
  onOordeel: (id: string, oordeel: Oordeel) => void;
};

function Vragen({ tekst, oordelen, onOordeel }: VragenProps) {
  return (
    <>
      <div className="brieven-zeg">
        <p className="m-quiet">Zeg eerst:</p>
        <Woorden alinea={tekst.inleiding} />
        {tekst.staat !== 'bron' && tekst.staat !== 'vastgesteld' && (
          <p>
            <Badge tone="near">{TEKSTSTATEN[tekst.staat]}</Badge>
          </p>
        )}
      </div>
      {tekst.vragen.map((v, i) => (
        <div key={v.id} className="brieven-vraag">
          <p className="m-quiet">Vraag {i + 1}</p>
          <Woorden alinea={v.vraag} groot />
          <details>
            <summary>Wat er in dit plan staat</summary>
            <Woorden alinea={v.antwoord} />
          </details>
          <RadioGroup
            label={`Antwoord op vraag ${i + 1}`}
            inline
            value={oordelen[v.id] ?? ''}
            onChange={(oordeel) => onOordeel(v.id, oordeel as Oordeel)}
            options={OORDELEN}
          />
        </div>
      ))}
    </>
  );
}
