import { formatDate } from '../../../web/dates.ts';
import { KeyValue } from '../../../web/ui/data/KeyValue.tsx';
import { Icon } from '../../../web/ui/layout/Icon.tsx';
import { Link } from '../../../web/ui/layout/Link.tsx';
import type { Plan } from '../plan.schema.ts';
import { useDossierId } from './vragen.tsx';

const KORT = new Set(['Leerroute', 'Lessen', 'PVT', 'MAP', 'Voortgangsgesprekken']);

/** The first sentence says enough in the summary; the rest opens below. */
const eersteZin = (tekst: string) => tekst.split(/(?<=[.!?])\s/u)[0]?.replace(/\.$/u, '') ?? tekst;

const inKort = ({ naam, tekst }: { naam: string; tekst: string }) =>
  naam === 'Leerroute' ? tekst : `${naam}: ${eersteZin(tekst)}`;

/** What the decision fixes, in one line; everything opens below it. */
export function LaagEen({ plan }: { plan: Plan }) {
  const id = useDossierId();
  const { laagEen, participatiewet, mag } = plan;
  return (
    <section className="plan-laag plan-laag--vast" aria-labelledby="laag-een">
      <div className="plan-laag__kop">
        <span className="plan-laag__nummer" aria-hidden="true">
          1
        </span>
        <div>
          <h2 id="laag-een">
            <Icon name="slot" size={16} /> Vast in de beschikking
          </h2>
          <p className="m-quiet">
            {laagEen
              ? `PIP versie ${laagEen.versie}, dagtekening ${formatDate(laagEen.dagtekening)}. Wijzigen is een nieuw besluit.`
              : 'Er is nog geen PIP. Doelen en afspraken kunnen al wel.'}
          </p>
        </div>
        {mag.pip && (
          <Link href={`/inburgeraars/${id}/pip`} className="plan-laag__link">
            {laagEen ? 'Wijzigen = nieuw besluit' : 'Naar het PIP'}
          </Link>
        )}
      </div>
      {laagEen && (
        <details className="plan-vast">
          <summary>
            {laagEen.onderdelen
              .filter((o) => KORT.has(o.naam))
              .map(inKort)
              .join(' · ')}
          </summary>
          <KeyValue items={laagEen.onderdelen.map((o) => ({ naam: o.naam, waarde: o.tekst }))} />
        </details>
      )}
      {participatiewet.length > 0 && (
        <p className="plan-vast__pw">
          Uit de Participatiewet, met een eigen besluit:{' '}
          {participatiewet.map((p) => `${p.wat} (${p.grondslag})`).join('; ')}.
        </p>
      )}
    </section>
  );
}
