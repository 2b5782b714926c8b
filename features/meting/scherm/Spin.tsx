import { useId } from 'react';
import {
  cijferInWoorden,
  DIMENSIE_IDS,
  DIMENSIES,
  type DimensieId,
  HOOGSTE,
} from '../dimensies.schema.ts';
import type { Meting } from '../meting.schema.ts';

const MIDDEN = { x: 230, y: 160 };
const STRAAL = 112;
const RINGEN = [2, 4, 6, 8, 10];
const LABEL_AFSTAND = 18;

type Punt = { x: number; y: number };

function punt(as: number, waarde: number): Punt {
  const hoek = (as / DIMENSIE_IDS.length) * 2 * Math.PI - Math.PI / 2;
  const r = (waarde / HOOGSTE) * STRAAL;
  return { x: MIDDEN.x + r * Math.cos(hoek), y: MIDDEN.y + r * Math.sin(hoek) };
}

const schrijf = ({ x, y }: Punt) => `${x.toFixed(1)},${y.toFixed(1)}`;
const veelhoek = (waarde: number) =>
  DIMENSIE_IDS.map((_, as) => schrijf(punt(as, waarde))).join(' ');

function anker(as: number): 'start' | 'middle' | 'end' {
  const { x } = punt(as, HOOGSTE);
  if (Math.abs(x - MIDDEN.x) < 5) return 'middle';
  return x > MIDDEN.x ? 'start' : 'end';
}

function Web() {
  return (
    <g className="spin-web">
      {RINGEN.map((ring) => (
        <polygon key={ring} points={veelhoek(ring)} />
      ))}
      {DIMENSIE_IDS.map((d, as) => {
        const { x, y } = punt(as, HOOGSTE);
        return <line key={d} x1={MIDDEN.x} y1={MIDDEN.y} x2={x} y2={y} />;
      })}
      {RINGEN.map((ring) => {
        const { x, y } = punt(0, ring);
        return (
          <text key={ring} x={x + 4} y={y + 4} className="spin-ring">
            {ring}
          </text>
        );
      })}
    </g>
  );
}

type Assen = Readonly<Record<DimensieId, string>>;

function Namen({ assen }: { assen: Assen }) {
  return DIMENSIE_IDS.map((d, as) => {
    const { x, y } = punt(as, HOOGSTE);
    const omlaag = y >= MIDDEN.y ? LABEL_AFSTAND : -LABEL_AFSTAND / 2;
    const zij = anker(as) === 'start' ? 6 : anker(as) === 'end' ? -6 : 0;
    return (
      <text key={d} x={x + zij} y={y + omlaag} textAnchor={anker(as)} className="spin-naam">
        {assen[d]}
      </text>
    );
  });
}

/** De lijn van één meting; een overgeslagen dimensie heeft geen punt en de lijn gaat erlangs. */
function Lijn({ meting, soort }: { meting: Meting; soort: 'eerst' | 'nu' }) {
  const punten = DIMENSIE_IDS.flatMap((d, as) => {
    const score = meting.scores.find((s) => s.dimensie === d)?.score;
    return score === null || score === undefined ? [] : [punt(as, score)];
  });
  return (
    <g className={`spin-lijn spin-lijn--${soort}`}>
      {punten.length > 1 && <polygon points={punten.map(schrijf).join(' ')} />}
      {punten.map((p) =>
        soort === 'nu' ? (
          <circle key={schrijf(p)} cx={p.x} cy={p.y} r="4.5" />
        ) : (
          <rect key={schrijf(p)} x={p.x - 4} y={p.y - 4} width="8" height="8" />
        ),
      )}
    </g>
  );
}

const KORT = Object.fromEntries(DIMENSIE_IDS.map((d) => [d, DIMENSIES[d].kort])) as Assen;

type Props = {
  eerst: Meting | undefined;
  nu: Meting;
  namen: { eerst: string; nu: string };
  /** De namen van de assen; zonder opgave in het Nederlands. */
  assen?: Assen;
};

/** De zes dimensies als spin. Alles wat erin staat, staat ook in de tabel ernaast. */
export function Spin({ eerst, nu, namen, assen = KORT }: Props) {
  const id = useId();
  const cijfers = nu.scores
    .map(({ dimensie, score }) => {
      const cijfer = score === null ? '–' : cijferInWoorden(score);
      return `${assen[dimensie]} ${cijfer}`;
    })
    .join(', ');
  return (
    <figure className="spin">
      <svg viewBox="0 0 460 320" role="img" aria-labelledby={id}>
        <title id={id}>{`${namen.nu}: ${cijfers}`}</title>
        <Web />
        {eerst && <Lijn meting={eerst} soort="eerst" />}
        <Lijn meting={nu} soort="nu" />
        <Namen assen={assen} />
      </svg>
      <figcaption className="spin-legenda">
        {eerst && (
          <span>
            <svg viewBox="0 0 30 12" aria-hidden="true" className="spin-lijn spin-lijn--eerst">
              <path d="M0 6h30" />
              <rect x="11" y="2" width="8" height="8" />
            </svg>
            {namen.eerst}
          </span>
        )}
        <span>
          <svg viewBox="0 0 30 12" aria-hidden="true" className="spin-lijn spin-lijn--nu">
            <path d="M0 6h30" />
            <circle cx="15" cy="6" r="4.5" />
          </svg>
          {namen.nu}
        </span>
      </figcaption>
    </figure>
  );
}
