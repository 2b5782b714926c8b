import { useQuery } from '@tanstack/react-query';
import { api, type Problem } from '../../../web/api.ts';
import { cijferInWoorden, DIMENSIE_IDS, type DimensieId } from '../dimensies.schema.ts';
import type { Meting, Scores } from '../meting.schema.ts';
import { Spin } from './Spin.tsx';
import './meting.css';

type Tekst = (sleutel: string) => string;

const score = (meting: Meting | undefined, d: DimensieId): string => {
  const cijfer = meting?.scores.find((s) => s.dimensie === d)?.score;
  return cijfer === null || cijfer === undefined ? '–' : cijferInWoorden(cijfer);
};

function Tabel({ eerst, nu, t }: { eerst: Meting | undefined; nu: Meting; t: Tekst }) {
  return (
    <table className="vragen-tabel">
      <caption className="m-hidden">{t('uwCijfers')}</caption>
      <thead>
        <tr>
          <td />
          {eerst && <th scope="col">{t('eerst')}</th>}
          <th scope="col">{t('nu')}</th>
        </tr>
      </thead>
      <tbody>
        {DIMENSIE_IDS.map((d) => (
          <tr key={d}>
            <th scope="row">{t(`d-${d}`)}</th>
            {eerst && <td>{score(eerst, d)}</td>}
            <td>{score(nu, d)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Het beeld voor de persoon zelf: haar cijfers nu, met de eerste keer erbij, in haar taal. */
export function EigenBeeld({ dossierId, t }: { dossierId: string; t: Tekst }) {
  const scores = useQuery<Scores, Problem>({
    queryKey: ['dossier', dossierId, 'metingen/scores'],
    queryFn: ({ signal }) =>
      api.get<Scores>(`/v1/dossiers/${dossierId}/metingen/scores`, { signal }),
  });
  const metingen = scores.data?.metingen ?? [];
  const nu = metingen.at(-1);
  if (!nu) return null;
  const eerst = metingen.length > 1 ? metingen[0] : undefined;
  const assen = Object.fromEntries(DIMENSIE_IDS.map((d) => [d, t(`d-${d}`)])) as Record<
    DimensieId,
    string
  >;
  return (
    <section className="vragen-beeld" aria-label={t('uwCijfers')}>
      <h2>{t('uwCijfers')}</h2>
      <Spin eerst={eerst} nu={nu} namen={{ eerst: t('eerst'), nu: t('nu') }} assen={assen} />
      <Tabel eerst={eerst} nu={nu} t={t} />
    </section>
  );
}
