import { formatDate } from '../../../web/dates.ts';
import { SOORTEN, SOORTNAAM } from '../soorten.ts';
import type { Periode } from '../week.schema.ts';

const BREED = 1000;
const HOOG = 30;
const NAAM = 22;
const RIJ = HOOG + NAAM + 16;
/** Smaller dan dit is een getal niet te lezen. */
const LEESBAAR = 34;

const totaalVan = (p: Periode) => SOORTEN.reduce((som, s) => som + p[s], 0);

/** Per periode een balk met de uren van de week; de tabel eronder zegt hetzelfde in getallen. */
export function WeekBalken({ perioden }: { perioden: readonly Periode[] }) {
  const hoogste = Math.max(40, ...perioden.map(totaalVan));
  return (
    <figure className="week-figuur">
      <svg
        viewBox={`0 0 ${BREED} ${perioden.length * RIJ}`}
        role="img"
        aria-label="Uren in de week per periode; de getallen staan in de tabel hieronder."
      >
        {perioden.map((p, i) => (
          <Balk key={p.vanaf} periode={p} y={i * RIJ} schaal={BREED / hoogste} />
        ))}
      </svg>
      <figcaption className="week-legenda">
        {SOORTEN.map((s) => (
          <span key={s}>
            <span className={`week-vak week-vak--${s}`} aria-hidden="true" /> {SOORTNAAM[s]}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function Balk({ periode, y, schaal }: { periode: Periode; y: number; schaal: number }) {
  let x = 0;
  const delen = SOORTEN.filter((s) => periode[s] > 0).map((soort) => {
    const breed = periode[soort] * schaal;
    const deel = { soort, x, breed, uren: periode[soort] };
    x += breed;
    return deel;
  });
  return (
    <g>
      <text x={0} y={y + 15} className="week-balk__naam">
        Vanaf {formatDate(periode.vanaf, 'datum')}: {totaalVan(periode)} uur
      </text>
      {delen.map((d) => (
        <g key={d.soort}>
          <rect
            x={d.x}
            y={y + NAAM}
            width={Math.max(0, d.breed - 2)}
            height={HOOG}
            rx={3}
            className={`week-balk week-balk--${d.soort}`}
          />
          {d.breed >= LEESBAAR && (
            <text x={d.x + d.breed / 2 - 1} y={y + NAAM + 20} className="week-balk__getal">
              {d.uren}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}
