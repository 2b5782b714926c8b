import { useState } from 'react';
import { formatDate } from '../../../web/dates.ts';
import { Badge, type Tone } from '../../../web/ui/data/Badge.tsx';
import { EmptyState } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { TALEN } from '../../shared/talen.schema.ts';
import type { BrievenAntwoord, BrievenSet } from '../brieven.schema.ts';
import { BegripDialoog } from './BegripDialoog.tsx';

type Props = { dossierId: string; set: BrievenSet; alles: BrievenAntwoord };
type Begrepen = NonNullable<BrievenSet['begrepen']>;

const OORDEEL: Record<Begrepen['antwoorden'][number]['oordeel'], { tekst: string; tone: Tone }> = {
  begrepen: { tekst: 'begrepen', tone: 'met' },
  deels: { tekst: 'deels begrepen', tone: 'near' },
  niet: { tekst: 'niet begrepen', tone: 'late' },
};

/** Whether it was asked if the person understands the plan, and what came out. */
export function BegripKaart({ dossierId, set, alles }: Props) {
  const [open, setOpen] = useState(false);
  const { begrepen } = set;
  const kan = alles.mag.maken && set.geldt === 'nu';
  const knop = kan && (
    <Button look={begrepen ? 'secondary' : 'primary'} onClick={() => setOpen(true)}>
      {begrepen ? 'Opnieuw navragen' : 'Navragen…'}
    </Button>
  );
  return (
    <Card title="Is het duidelijk?">
      {begrepen ? (
        <div className="m-stack">
          <Gevraagd begrepen={begrepen} />
          <div>{knop}</div>
        </div>
      ) : (
        <EmptyState title="Nog niet nagevraagd." action={knop}>
          Laat de persoon in eigen woorden vertellen wat er is besloten. Drie vragen zijn genoeg.
        </EmptyState>
      )}
      {open && (
        <BegripDialoog
          dossierId={dossierId}
          set={set}
          voorkeur={alles.taal.code ?? 'nl'}
          tolkNodig={alles.taal.tolkNodig}
          sluit={() => setOpen(false)}
        />
      )}
    </Card>
  );
}

function Gevraagd({ begrepen: b }: { begrepen: Begrepen }) {
  return (
    <>
      <p className="m-quiet">
        Gevraagd op {formatDate(b.op, 'datum')}
        {b.door && ` door ${b.door}`}, in het {TALEN[b.taal].naam}
        {b.tolk ? ' met een tolk' : ' zonder tolk'}.
      </p>
      <dl className="brieven-begrip">
        {b.antwoorden.map((a) => (
          <div key={a.vraag}>
            <dt>{a.tekst}</dt>
            <dd>
              <Badge tone={OORDEEL[a.oordeel].tone}>{OORDEEL[a.oordeel].tekst}</Badge>
            </dd>
          </div>
        ))}
      </dl>
      {b.vervolg && (
        <p>
          <strong>Vervolg:</strong> {b.vervolg}
        </p>
      )}
    </>
  );
}
