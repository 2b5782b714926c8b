import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, type Problem } from '../../web/api.ts';
import { EmptyState, ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { SearchField } from '../../web/ui/form/SearchField.tsx';
import { Card } from '../../web/ui/layout/Card.tsx';
import { Link, useSearchParams } from '../../web/ui/layout/Link.tsx';
import { PageTitle } from '../../web/ui/layout/PageTitle.tsx';
import { Pagination } from '../../web/ui/table/Pagination.tsx';
import { AfwijkendGedrag, GedragKaart } from './GedragKaart.tsx';
import type { Nabootsing, Personen } from './nabootsing.schema.ts';
import { PersoonKaart } from './PersoonKaart.tsx';
import './nabootsing.css';

const VERVERS_MS = 5000;
const SMAL = '(max-width: 999px)';

/** De nagebootste DUO en BRP bedienen: mensen zien, iets laten melden, en de andere kant lastig maken. */
export function NabootsingScreen() {
  const [zoek, wijzig] = useSearchParams();
  const nabootsing = useQuery<Nabootsing, Problem>({
    queryKey: ['nabootsing'],
    queryFn: () => api.get<Nabootsing>('/v1/nabootsing'),
    refetchInterval: VERVERS_MS,
  });
  const detail = useRef<HTMLDivElement>(null);
  // Op een telefoon staat wie men kiest onder de lijst, buiten beeld.
  useEffect(() => {
    if (zoek.persoon && window.matchMedia(SMAL).matches) detail.current?.focus();
  }, [zoek.persoon]);
  return (
    <div className="m-stack">
      <PageTitle
        title="Nabootsing"
        lead="Laat de nagebootste DUO en BRP iets melden, of maak het Meedoen lastig. Alleen in de oefenomgeving; niemand bestaat echt."
      />
      {nabootsing.isPending && <Skeleton lines={6} />}
      {nabootsing.isError && (
        <ErrorState error={nabootsing.error} onRetry={() => void nabootsing.refetch()} />
      )}
      {nabootsing.data && (
        <>
          <AfwijkendGedrag gedrag={nabootsing.data.gedrag} />
          <div className="nabootsing">
            <div className="nabootsing__lijst">
              <Mensen
                gekozen={zoek.persoon}
                zoek={zoek.zoek ?? ''}
                bladzijde={Math.max(1, Number(zoek.pagina) || 1)}
                wijzig={wijzig}
              />
            </div>
            <div className="nabootsing__detail" ref={detail} tabIndex={-1}>
              {zoek.persoon ? (
                <PersoonKaart key={zoek.persoon} id={zoek.persoon} nabootsing={nabootsing.data} />
              ) : (
                <Card>
                  <EmptyState title="Kies iemand uit de lijst">
                    Dan ziet u wat DUO van die persoon weet, en kunt u DUO iets laten melden.
                  </EmptyState>
                </Card>
              )}
            </div>
            <div className="nabootsing__gedrag">
              <GedragKaart gedrag={nabootsing.data.gedrag} />
            </div>
          </div>
        </>
      )}
    </div>
  );
}

type MensenProps = {
  gekozen: string | undefined;
  zoek: string;
  bladzijde: number;
  wijzig: ReturnType<typeof useSearchParams>[1];
};

function Mensen({ gekozen, zoek, bladzijde, wijzig }: MensenProps) {
  const [tekst, setTekst] = useState(zoek);
  const lijst = useQuery<Personen, Problem>({
    queryKey: ['nabootsing', 'personen', zoek, bladzijde],
    queryFn: () =>
      api.post<Personen>('/v1/nabootsing/personen/_zoek', {
        ...(zoek ? { zoek } : {}),
        page: bladzijde,
      }),
    placeholderData: (vorige) => vorige,
  });
  const adres = (id: string) =>
    `/beheer/nabootsing?${new URLSearchParams({
      ...(zoek ? { zoek } : {}),
      ...(bladzijde > 1 ? { pagina: String(bladzijde) } : {}),
      persoon: id,
    })}`;
  return (
    <Card title="Mensen bij DUO">
      <div className="m-stack m-stack--tight">
        <SearchField
          label="Zoek op naam, BSN of V-nummer"
          placeholder="Naam, BSN of V-nummer"
          value={tekst}
          onChange={(waarde) => {
            setTekst(waarde);
            if (!/^\d+$/.test(waarde)) wijzig({ zoek: waarde, pagina: '' });
          }}
          onSearch={() => wijzig({ zoek: tekst, pagina: '' })}
        />
        {lijst.isPending && <Skeleton lines={5} />}
        {lijst.isError && <ErrorState error={lijst.error} onRetry={() => void lijst.refetch()} />}
        {lijst.data?.totaal === 0 && (
          <EmptyState title="Niemand gevonden">DUO kent niemand die hierbij past.</EmptyState>
        )}
        {lijst.data && lijst.data.totaal > 0 && (
          <>
            <ul className="nabootsing-mensen">
              {lijst.data.items.map((p) => (
                <li key={p.id}>
                  <Link href={adres(p.id)} aria-current={p.id === gekozen ? 'true' : undefined}>
                    <span>{p.naam}</span>
                    <span className="m-quiet">
                      {[p.gemeente, p.staat].filter(Boolean).join(' · ')}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
            <Pagination
              page={bladzijde}
              pageSize={lijst.data.pageSize}
              total={lijst.data.totaal}
              onPage={(p) => wijzig({ pagina: String(p) }, { push: true })}
            />
          </>
        )}
      </div>
    </Card>
  );
}
