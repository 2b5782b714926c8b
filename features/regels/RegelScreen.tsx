import { useQuery } from '@tanstack/react-query';
import { api, type Problem } from '../../web/api.ts';
import { EmptyState, ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { ButtonLink } from '../../web/ui/form/Button.tsx';
import { Card } from '../../web/ui/layout/Card.tsx';
import { usePathParam } from '../../web/ui/layout/Link.tsx';
import { PageTitle } from '../../web/ui/layout/PageTitle.tsx';
import type { RegelDetail } from './regels.schema.ts';
import { Antwoord } from './scherm/Antwoord.tsx';
import { Artikelen, StaatIn } from './scherm/Artikelen.tsx';
import { Formulier } from './scherm/Formulier.tsx';
import { useVraag } from './scherm/useVraag.tsx';
import './regels.css';
import './scherm/regel.css';

const TERUG = [{ naam: 'Regels', href: '/regels' }];
const NIET_GEVONDEN = 404;

function alineas(tekst: string): string[] {
  return tekst.split(/\n{2,}/);
}

function ZelfAanroepen({ regel }: { regel: RegelDetail }) {
  const voorbeeld = JSON.stringify(regel.voorbeelden[0]?.invoer ?? {});
  return (
    <Card title="In uw eigen programma">
      <p>
        Stuur de feiten als JSON met POST naar <code>/v1/regels/{regel.id}</code>. Welke velden er
        zijn staat in <a href={`/v1/regels/${regel.id}`}>de beschrijving van deze regel</a>; de hele
        API in <a href="/v1/openapi.json">/v1/openapi.json</a>. Op uw eigen computer:
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wat opzij schuift moet ook met het toetsenbord kunnen */}
      <pre className="regels-code" tabIndex={0}>
        {`npm run --silent regel -- ${regel.id} '${voorbeeld}'`}
      </pre>
    </Card>
  );
}

function Regel({ regel }: { regel: RegelDetail }) {
  const vraag = useVraag(regel);
  return (
    <>
      <PageTitle title={regel.titel} lead={regel.groep} crumbs={TERUG} />
      <div className="regel-blad">
        <div className="m-stack">
          <Card title={regel.vraag}>
            {alineas(regel.beschrijving).map((alinea) => (
              <p key={alinea} className="regels-alinea">
                {alinea}
              </p>
            ))}
            <StaatIn artikelen={regel.artikelen} />
          </Card>
          <Formulier regel={regel} vraag={vraag} />
        </div>
        <div className="regel-antwoordkolom">
          <Antwoord regel={regel} vraag={vraag} />
        </div>
        <div className="m-stack">
          <Artikelen regel={regel} />
          <ZelfAanroepen regel={regel} />
        </div>
      </div>
    </>
  );
}

function Ontbreekt({ error, opnieuw }: { error: Problem; opnieuw: () => void }) {
  if (error.status !== NIET_GEVONDEN) {
    return (
      <>
        <PageTitle title="Regel" crumbs={TERUG} />
        <ErrorState error={error} onRetry={opnieuw} />
      </>
    );
  }
  return (
    <>
      <PageTitle title="Deze regel is er niet" crumbs={TERUG} />
      <EmptyState
        title="Geen regel heeft deze naam."
        action={<ButtonLink href="/regels">Toon alle regels</ButtonLink>}
      >
        Misschien is het adres niet heel overgenomen.
      </EmptyState>
    </>
  );
}

/** Eén regel: wat zij zegt, waar dat staat, en het antwoord op feiten die men invult. */
export function RegelScreen() {
  const id = usePathParam('regel');
  const { data, error, refetch } = useQuery<RegelDetail, Problem>({
    queryKey: ['regel', id],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      api.get<RegelDetail>(`/v1/regels/${encodeURIComponent(id)}`, { signal }),
  });
  if (error) return <Ontbreekt error={error} opnieuw={() => refetch()} />;
  if (data) return <Regel key={data.id} regel={data} />;
  return (
    <>
      <PageTitle title="Regel" crumbs={TERUG} />
      <Skeleton lines={10} label="De regel wordt geladen…" />
    </>
  );
}
