import { formatDate } from '../../../web/dates.ts';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import type { DuoBeeld } from './duo.schema.ts';

type KaartVan = DuoBeeld['examens'];

/** The lines of one subject: text, date, detail. */
export function Regels({ kaart }: { kaart: KaartVan }) {
  if (kaart.regels.length === 0) return null;
  return (
    <ul className="duo-regels">
      {kaart.regels.map((r) => (
        <li key={r.id}>
          <div className="m-row m-row--between">
            <span>
              {r.tekst}
              {r.datum && <span className="m-quiet"> · {formatDate(r.datum, 'datum')}</span>}
            </span>
            {r.merk && <Badge tone={r.merk.toon}>{r.merk.tekst}</Badge>}
          </div>
          {r.bij && <p className="m-quiet">{r.bij}</p>}
        </li>
      ))}
    </ul>
  );
}
