import { formatDate } from '../../../../web/dates.ts';
import { Badge, TermijnBadge, type Tone } from '../../../../web/ui/data/Badge.tsx';
import { Waarom } from '../../../../web/ui/data/Waarom.tsx';
import { Card } from '../../../../web/ui/layout/Card.tsx';
import type { StandGelezen } from '../../stand.schema.ts';

type Termijn = StandGelezen['termijnen'][number];

/** Hier is een dag die voorbijging iets wat te laat is; bij de andere termijnen is zij gewoon voorbij. */
const TE_LAAT_TELT = new Set(['pip-termijn', 'aanbod-leerroute', 'inburgeringstermijn']);
const BIJNA_DAGEN = 31;

const STAAT: Record<Exclude<Termijn['staat'], 'loopt'>, { naam: string; toon: Tone }> = {
  verstreken: { naam: 'voorbij', toon: 'neutral' },
  gehaald: { naam: 'gehaald', toon: 'met' },
  'te-laat-gehaald': { naam: 'te laat gehaald', toon: 'neutral' },
  prognose: { naam: 'verwacht', toon: 'outside' },
  'nog-niet-begonnen': { naam: 'nog niet begonnen', toon: 'neutral' },
  onbekend: { naam: 'nog niet te bepalen', toon: 'near' },
};

function Staat({ t }: { t: Termijn }) {
  const telt = t.staat === 'loopt' || (t.staat === 'verstreken' && TE_LAAT_TELT.has(t.id));
  if (telt && t.dagenOver !== undefined)
    return <TermijnBadge dagen={t.dagenOver} bijna={BIJNA_DAGEN} />;
  const { naam, toon } =
    t.staat === 'loopt' ? { naam: 'loopt', toon: 'neutral' as const } : STAAT[t.staat];
  return <Badge tone={toon}>{naam}</Badge>;
}

/** Every term of this dossier with its last day; what still runs first. */
export function TermijnenKaart({ termijnen }: { termijnen: Termijn[] }) {
  const met = termijnen.filter((t) => t.laatsteDag);
  if (met.length === 0) return null;
  const loopt = (t: Termijn) => Number(t.staat !== 'loopt');
  return (
    <Card title="Termijnen">
      <ul className="dossier-lijst">
        {met
          .toSorted((a, b) => loopt(a) - loopt(b))
          .map((t) => (
            <li key={t.id} className="dossier-moet">
              <span>
                <strong>{t.naam}</strong>
                <br />
                <span className="m-quiet">tot en met </span>
                <Waarom uitleg={t.uitleg} over={`waarom deze dag voor ${t.naam}?`}>
                  {formatDate(t.laatsteDag ?? '')}
                </Waarom>
              </span>
              <Staat t={t} />
            </li>
          ))}
      </ul>
    </Card>
  );
}
