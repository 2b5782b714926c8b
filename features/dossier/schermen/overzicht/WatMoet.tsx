import { useState } from 'react';
import { formatDate } from '../../../../web/dates.ts';
import { Badge } from '../../../../web/ui/data/Badge.tsx';
import { Waarom } from '../../../../web/ui/data/Waarom.tsx';
import { ErrorState, Skeleton } from '../../../../web/ui/feedback/States.tsx';
import { DateField } from '../../../../web/ui/form/DateField.tsx';
import { Card } from '../../../../web/ui/layout/Card.tsx';
import { Dialog } from '../../../../web/ui/layout/Dialog.tsx';
import type { StandGelezen } from '../../stand.schema.ts';
import { useStand } from '../vragen.tsx';

type Verplichting = StandGelezen['verplichtingen'][number];

const STAAT = { voldaan: 'voldaan', open: 'open', onbekend: 'nog onbekend' } as const;
const TOON = { voldaan: 'met', open: 'neutral', onbekend: 'neutral' } as const;

/** Hours and talks that are still to go are what the bar shows. */
const ZEGT_DE_BALK = /^Nog \d+ (uur|gesprek)/;

const ZICHTBAAR = 3;

/** The first few things that are missing; the rest on demand. */
function Ontbreekt({ redenen }: { redenen: Verplichting['ontbreekt'] }) {
  const regel = (r: (typeof redenen)[number]) => (
    <p key={r.code + r.tekst} className="m-quiet">
      {r.tekst}
    </p>
  );
  const rest = redenen.slice(ZICHTBAAR);
  return (
    <>
      {redenen.slice(0, ZICHTBAAR).map(regel)}
      {rest.length > 0 && (
        <details className="m-quiet">
          <summary>nog {rest.length} andere</summary>
          {rest.map(regel)}
        </details>
      )}
    </>
  );
}

function Regel({ v }: { v: Verplichting }) {
  if (v.staat === 'niet-van-toepassing') return null;
  const { voortgang } = v;
  const balk = v.staat === 'voldaan' ? undefined : voortgang;
  const stand = balk && `${balk.is} van ${balk.moet} ${balk.eenheid}`;
  return (
    <li className="m-stack m-stack--tight">
      <div className="dossier-moet">
        <strong>
          <Waarom uitleg={v.uitleg}>{v.naam}</Waarom>
        </strong>
        {balk ? (
          <span className="m-quiet">{stand}</span>
        ) : (
          <Badge tone={TOON[v.staat]}>{STAAT[v.staat]}</Badge>
        )}
      </div>
      {balk && (
        <progress
          className="m-progress__bar m-progress__bar--ours"
          aria-label={`Voortgang ${v.naam}`}
          aria-valuetext={stand}
          value={Math.min(balk.is, balk.moet)}
          max={balk.moet || 1}
        />
      )}
      <Ontbreekt
        redenen={balk ? v.ontbreekt.filter((r) => !ZEGT_DE_BALK.test(r.tekst)) : v.ontbreekt}
      />
    </li>
  );
}

/** What the law asks, with what there is and what is missing. */
export function WatMoet({ stand }: { stand: StandGelezen }) {
  const [terug, setTerug] = useState(false);
  const telt = stand.verplichtingen.filter((v) => v.staat !== 'niet-van-toepassing');
  return (
    <Card
      title="Wat moet en wat er is"
      action={
        <button type="button" className="m-plain-button" onClick={() => setTerug(true)}>
          Hoe stond het op…
        </button>
      }
    >
      {telt.length === 0 ? (
        <p className="m-quiet">Er is nog niets verplicht.</p>
      ) : (
        <ul className="dossier-lijst">
          {telt.map((v) => (
            <Regel key={v.id} v={v} />
          ))}
        </ul>
      )}
      <Terugblik open={terug} onClose={() => setTerug(false)} />
    </Card>
  );
}

function Toen({ peildatum }: { peildatum: string }) {
  const stand = useStand(peildatum);
  if (stand.isError) return <ErrorState error={stand.error} />;
  if (!stand.data || stand.isPlaceholderData) return <Skeleton lines={5} />;
  const { data } = stand;
  const schakel = data.schakels.find((s) => s.nummer === data.schakel);
  return (
    <div className="m-stack m-stack--tight" role="status">
      <p>
        Op {formatDate(data.peildatum)} waren {data.aantalFeiten} feiten bekend. Schakel{' '}
        {data.schakel}: {schakel?.naam}.
      </p>
      <ul className="dossier-lijst">
        {data.termijnen.map((t) => (
          <li key={t.id}>
            <strong>{t.naam}</strong>{' '}
            <Waarom uitleg={t.uitleg}>
              {t.laatsteDag
                ? `tot en met ${formatDate(t.laatsteDag, 'datum')}`
                : 'nog niet te bepalen'}
            </Waarom>
          </li>
        ))}
        {data.voorstellen.slice(0, 1).map((v) => (
          <li key={v.soort}>
            <strong>{v.titel}</strong>
            <p className="m-quiet">{v.reden}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How it stood on an earlier day, with only what was known then. */
function Terugblik({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [dag, setDag] = useState('');
  return (
    <Dialog open={open} kind="side" title="Hoe stond het op een eerdere dag?" onClose={onClose}>
      <div className="m-stack">
        <DateField
          label="Dag"
          hint="Alleen wat op die dag al was vastgelegd, telt mee."
          value={dag}
          onChange={setDag}
        />
        {dag && <Toen peildatum={dag} />}
      </div>
    </Dialog>
  );
}
