import { formatDate } from '../../../web/dates.ts';
import { Badge, TermijnBadge } from '../../../web/ui/data/Badge.tsx';
import { Waarom } from '../../../web/ui/data/Waarom.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import type { Traject } from '../traject.schema.ts';

type Verplichting = Traject['verplichtingen'][number];

/** Near the end of the term it turns amber. */
const BIJNA_DAGEN = 61;

function Termijn({ termijn }: { termijn: Traject['termijn'] }) {
  if (!termijn) {
    return <p className="m-quiet">DUO heeft de inburgeringstermijn nog niet vastgesteld.</p>;
  }
  const { begin, laatsteDag, dag, aantalDagen, dagenOver } = termijn;
  return (
    <div className="m-stack m-stack--tight">
      <div className="traject-kop">
        <span>
          Inburgeringstermijn {formatDate(begin, 'datum')} tot en met{' '}
          {formatDate(laatsteDag, 'datum')}
        </span>
        {dagenOver < 0 ? (
          <Badge tone="late">termijn voorbij</Badge>
        ) : (
          <TermijnBadge dagen={dagenOver} bijna={BIJNA_DAGEN} />
        )}
      </div>
      {dag !== null && (
        <progress
          className="m-progress__bar m-progress__bar--ours"
          aria-label="Verlopen deel van de inburgeringstermijn"
          aria-valuetext={`dag ${dag} van ${aantalDagen}`}
          value={dag}
          max={aantalDagen}
        />
      )}
    </div>
  );
}

function Regel({ v }: { v: Verplichting }) {
  const { voortgang, staat } = v;
  if (voortgang && staat === 'open') {
    const stand = `${voortgang.is} van ${voortgang.moet} ${voortgang.eenheid}`;
    return (
      <li>
        <div className="traject-kop">
          <strong>
            <Waarom uitleg={v.uitleg}>{v.naam}</Waarom>
          </strong>
          <span className="m-quiet">{stand}</span>
        </div>
        <progress
          className="m-progress__bar m-progress__bar--ours"
          aria-label={`Voortgang ${v.naam}`}
          aria-valuetext={stand}
          value={Math.min(voortgang.is, voortgang.moet)}
          max={voortgang.moet || 1}
        />
      </li>
    );
  }
  return (
    <li>
      <div className="traject-kop">
        <strong>
          <Waarom uitleg={v.uitleg}>{v.naam}</Waarom>
        </strong>
        <Badge tone={staat === 'voldaan' ? 'met' : 'neutral'}>
          {staat === 'onbekend' ? 'nog onbekend' : staat}
        </Badge>
      </div>
      {v.ontbreekt.map((r) => (
        <p key={r.code} className="m-quiet">
          {r.tekst}
        </p>
      ))}
    </li>
  );
}

/** How far, against what the law asks. */
export function VoortgangKaart({ traject }: { traject: Traject }) {
  return (
    <Card title="Hoe ver">
      <div className="m-stack">
        <Termijn termijn={traject.termijn} />
        {traject.verplichtingen.length > 0 && (
          <ul className="traject-lijst">
            {traject.verplichtingen.map((v) => (
              <Regel key={v.id} v={v} />
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}
