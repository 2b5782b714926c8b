import { formatDate } from '../../../web/dates.ts';
import { SourceLabel } from '../../../web/ui/data/Badge.tsx';
import type { Punt } from '../route.schema.ts';

type Props = {
  kop: string;
  punten: readonly Punt[];
  /** Zonder: er is niets om in over te nemen. */
  neemOver?: (zin: string) => void;
};

/** De zin zoals zij in de motivering komt: met de bron, zodat te zien blijft wat van wie is. */
const metBron = (p: Punt) =>
  `${p.tekst} (${p.bron}${p.datum ? `, ${formatDate(p.datum, 'datum')}` : ''})`;

/** Feiten met hun bron en wat zij niet zeggen; met één toets over te nemen. */
export function Feiten({ kop, punten, neemOver }: Props) {
  return (
    <div className="route-deel">
      <h4 className="route-kopje">
        {kop} <span className="m-quiet">{punten.length}</span>
      </h4>
      {punten.length === 0 && <p className="m-quiet">Niets in het dossier.</p>}
      <ul className="route-feiten">
        {punten.map((p) => (
          <li key={`${p.thema}${p.tekst}`}>
            <p>{p.tekst}</p>
            <p className="route-feiten__bron">
              <SourceLabel bron={p.bron} />
              {p.datum && <span className="m-quiet">{formatDate(p.datum, 'datum')}</span>}
              {neemOver && (
                <button
                  type="button"
                  className="m-link-button"
                  onClick={() => neemOver(metBron(p))}
                >
                  Neem over<span className="m-hidden">: {p.tekst}</span>
                </button>
              )}
            </p>
            {p.grens && <p className="m-quiet route-feiten__grens">{p.grens}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}
