import { Card } from '../../../web/ui/layout/Card.tsx';
import type { PrognoseLijst } from '../prognose.schema.ts';

type Props = {
  perReden: PrognoseLijst['perReden'];
  gekozen: string | undefined;
  kies: (deel: { reden: string }) => void;
};

const KANTEN = [
  { invloed: 'eigen', kop: 'Dit kan de gemeente zelf' },
  { invloed: 'anderen', kop: 'Dit hangt van een ander af' },
] as const;

/** Hoeveel mensen om welke reden te laat dreigen te zijn; een reden kiezen filtert de lijst. */
export function Redenenkaart({ perReden, gekozen, kies }: Props) {
  if (perReden.length === 0) return null;
  const hoogste = Math.max(...perReden.map((r) => r.aantal));
  return (
    <Card title="Waarom">
      <div className="prognose-kanten">
        {KANTEN.map(({ invloed, kop }) => {
          const redenen = perReden.filter((r) => r.invloed === invloed);
          return (
            <section key={invloed}>
              <h3 className="prognose-kopje">{kop}</h3>
              {redenen.length === 0 && <p className="m-quiet">Niets.</p>}
              <ul className="prognose-redenen">
                {redenen.map((r) => (
                  <li key={r.code}>
                    <button
                      type="button"
                      className="prognose-reden"
                      aria-pressed={gekozen === r.code}
                      onClick={() => kies({ reden: gekozen === r.code ? '' : r.code })}
                    >
                      <span>{r.naam}</span>
                      <span className="prognose-aantal">{r.aantal}</span>
                      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                        <rect width={(r.aantal / hoogste) * 100} height="4" rx="2" />
                      </svg>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Card>
  );
}
