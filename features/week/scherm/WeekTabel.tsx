import { formatDate } from '../../../web/dates.ts';
import { SOORTEN, SOORTNAAM } from '../soorten.ts';
import type { Periode } from '../week.schema.ts';

type Props = { perioden: readonly Periode[]; onWijzig: ((p: Periode) => void) | undefined };

/** De uren per periode in getallen. */
export function WeekTabel({ perioden, onWijzig }: Props) {
  return (
    <div className="week-tabelvak">
      <table className="week-tabel">
        <caption className="m-hidden">Uren in de week per periode</caption>
        <thead>
          <tr>
            <th scope="col">Vanaf</th>
            {SOORTEN.map((s) => (
              <th key={s} scope="col" className="week-getal">
                {SOORTNAAM[s]}
              </th>
            ))}
            <th scope="col" className="week-getal">
              Samen
            </th>
            <th scope="col">
              <span className={onWijzig ? undefined : 'm-hidden'}>Door</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {perioden.map((p) => (
            <tr key={p.vanaf}>
              <th scope="row">
                {formatDate(p.vanaf, 'datum')}
                {p.toelichting && <span className="m-quiet week-uitleg">{p.toelichting}</span>}
              </th>
              {SOORTEN.map((s) => (
                <td key={s} className="week-getal">
                  {p[s]}
                  {s === 'werk' && p.werkIsParticipatie && (
                    <span className="m-quiet week-uitleg">telt als meedoen</span>
                  )}
                  {s === 'werk' && p.mapInWerk && (
                    <span className="m-quiet week-uitleg">met de MAP</span>
                  )}
                </td>
              ))}
              <td className="week-getal">
                <strong>{SOORTEN.reduce((som, s) => som + p[s], 0)}</strong>
              </td>
              <td>
                <span className="m-quiet">{p.door ?? ''}</span>{' '}
                {onWijzig && (
                  <button type="button" className="m-link-button" onClick={() => onWijzig(p)}>
                    Wijzig
                    <span className="m-hidden"> de week vanaf {formatDate(p.vanaf, 'datum')}</span>
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
