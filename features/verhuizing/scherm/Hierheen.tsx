import { formatDate } from '../../../web/dates.ts';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { KeyValue } from '../../../web/ui/data/KeyValue.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import type { DossierVerhuizing } from '../verhuizing.schema.ts';
import { LEERROUTE } from '../woorden.ts';

type Hier = NonNullable<DossierVerhuizing['hierheen']>;

const STAAT = {
  er: <Badge tone="met">is er</Badge>,
  mist: <Badge tone="near">mist</Badge>,
  'niet-nodig': <Badge>niet nodig</Badge>,
} as const;

const dag = (iso: string | null) => (iso ? formatDate(iso) : 'nog niet bekend');

function regels(h: Hier) {
  return [
    { naam: 'Ingeschreven', waarde: dag(h.inschrijving) },
    { naam: 'Uw PIP uiterlijk', waarde: dag(h.pipUiterlijk) },
    ...(h.metPip
      ? [
          {
            naam: 'Leerroute',
            waarde: h.leerroute
              ? `${LEERROUTE[h.leerroute]}, dezelfde als in het vorige PIP`
              : 'nog niet bekend',
          },
          {
            naam: 'Termijn',
            waarde: `${dag(h.termijnBegin)} tot en met ${dag(h.termijnLaatsteDag)}; zij begint niet opnieuw`,
          },
        ]
      : []),
  ];
}

/** Wat geldt voor wie hierheen verhuisde, wat er mist en wie te bellen. */
export function Hierheen({ h }: { h: Hier }) {
  return (
    <Card title={h.metPip ? 'Hierheen verhuisd met een PIP' : 'Hierheen verhuisd zonder PIP'}>
      <div className="m-stack">
        <KeyValue items={regels(h)} />
        {h.ontbreekt.length > 0 && (
          <p className="m-quiet">Nog niet alles is te bepalen: {h.ontbreekt.join(' ')}</p>
        )}
        <ul className="verhuizing-lijst">
          {h.lijst.map((p) => (
            <li key={p.wat}>
              <span>{STAAT[p.staat]}</span>
              <span>
                <strong>{p.wat}</strong>
                {p.staat === 'mist' && `, bij ${p.bij}`}
                <span className="m-quiet verhuizing-uitleg">{p.uitleg}</span>
              </span>
            </li>
          ))}
        </ul>
        {h.bel && <p>{belzin(h.bel)}</p>}
      </div>
    </Card>
  );
}

function belzin(b: NonNullable<Hier['bel']>): string {
  const delen = [b.telefoon, b.email].filter(Boolean);
  if (delen.length > 0) return `Vragen? Bel of mail ${b.gemeente}: ${delen.join(' of ')}.`;
  return `Vragen? Bel ${b.gemeente} op het algemene nummer en vraag naar inburgering.`;
}
