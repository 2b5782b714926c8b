import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, type Problem } from '../../web/api.ts';
import { EmptyState, ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { Button } from '../../web/ui/form/Button.tsx';
import { SearchField } from '../../web/ui/form/SearchField.tsx';
import { Card } from '../../web/ui/layout/Card.tsx';
import { Link, useSearchParams } from '../../web/ui/layout/Link.tsx';
import { PageTitle } from '../../web/ui/layout/PageTitle.tsx';
import type { RegelKop, RegelsAntwoord } from './regels.schema.ts';
import { type Groep, perGroep, zoekRegels } from './scherm/zoeken.ts';
import './regels.css';

const IN_ADRES_NA_MS = 250;
const MEESTE_ARTIKELEN = 3;

/** Wat men zoekt; het adres volgt als men even niet typt, zodat een letter nooit wegvalt. */
function useZoek(): [string, (tekst: string) => void] {
  const [{ zoek = '' }, wijzig] = useSearchParams();
  const [tekst, setTekst] = useState(zoek);
  const geschreven = useRef(zoek);
  const schrijf = useRef(wijzig);
  schrijf.current = wijzig;
  useEffect(() => {
    if (zoek === geschreven.current) return;
    geschreven.current = zoek;
    setTekst(zoek);
  }, [zoek]);
  useEffect(() => {
    if (tekst === geschreven.current) return;
    const timer = setTimeout(() => {
      geschreven.current = tekst;
      schrijf.current({ zoek: tekst });
    }, IN_ADRES_NA_MS);
    return () => clearTimeout(timer);
  }, [tekst]);
  return [tekst, setTekst];
}

function aantal(gevonden: number, alle: number, gezocht: boolean): string {
  const regels = alle === 1 ? 'regel' : 'regels';
  return gezocht ? `${gevonden} van ${alle} ${regels}` : `${alle} ${regels}`;
}

function Artikelen({ artikelen }: Pick<RegelKop, 'artikelen'>) {
  const namen = [...new Set(artikelen.map(({ artikel }) => artikel))];
  const meer = namen.length - MEESTE_ARTIKELEN;
  return (
    <p className="m-quiet">
      {namen.slice(0, MEESTE_ARTIKELEN).map((naam) => (
        <span key={naam} className="regels-artikel">
          {naam}
        </span>
      ))}
      {meer > 0 && <span className="regels-artikel">en nog {meer}</span>}
    </p>
  );
}

function Groepen({ groepen }: { groepen: readonly Groep[] }) {
  return groepen.map(({ naam, anker, regels }) => (
    <section key={anker} aria-labelledby={anker}>
      <h2 id={anker} className="regels-groep">
        {naam}
      </h2>
      <ul className="regels-lijst">
        {regels.map((regel) => (
          <li key={regel.id}>
            <div>
              <Link href={`/regels/${regel.id}`}>{regel.titel}</Link>
              <p>{regel.vraag}</p>
            </div>
            <Artikelen artikelen={regel.artikelen} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function Onderwerpen({ groepen }: { groepen: readonly Groep[] }) {
  if (groepen.length < 2) return null;
  return (
    <Card title="Onderwerpen">
      <nav aria-label="Onderwerpen" className="regels-onderwerpen">
        <ul>
          {groepen.map(({ naam, anker, regels }) => (
            <li key={anker}>
              <a href={`#${anker}`}>{naam}</a> <span className="m-quiet">{regels.length}</span>
            </li>
          ))}
        </ul>
      </nav>
    </Card>
  );
}

function Toelichting() {
  return (
    <>
      <Card title="Wat u hier kunt">
        <p>
          Elke regel staat er in gewone woorden, met de artikelen waarop hij rust. U vult in wat u
          weet en ziet het antwoord met de weg ernaartoe. Weet u iets niet, dan zegt het antwoord
          wat er nog nodig is.
        </p>
        <p className="regels-alinea">
          <strong>Er wordt niets bewaard</strong> van wat u invult, en u hoeft zich niet aan te
          melden. Een antwoord is geen besluit: dat neemt de gemeente of DUO.
        </p>
      </Card>
      <Card title="In uw eigen programma">
        <p>
          Dezelfde regels zijn er als API, zonder sleutel: <a href="/v1/regels">/v1/regels</a>. De
          beschrijving staat in <a href="/v1/openapi.json">/v1/openapi.json</a> (OpenAPI 3.1).
        </p>
        <p className="regels-alinea">Of op uw eigen computer, met de broncode van Meedoen:</p>
        <pre className="regels-code">npm run --silent regel -- --lijst</pre>
      </Card>
    </>
  );
}

function Lijst({ regels }: { regels: readonly RegelKop[] }) {
  const [tekst, setTekst] = useZoek();
  const gezocht = tekst.trim() !== '';
  const gevonden = zoekRegels(regels, tekst);
  const groepen = perGroep(gevonden);
  return (
    <div className="m-split">
      <div className="m-stack">
        <div className="m-row regels-zoek">
          <SearchField
            label="Zoek een regel op woord of artikel"
            placeholder="Bijvoorbeeld: PIP, verlengen of art. 13"
            value={tekst}
            onChange={setTekst}
          />
          <p role="status" className="m-quiet">
            {aantal(gevonden.length, regels.length, gezocht)}
          </p>
        </div>
        {gevonden.length === 0 ? (
          <Card>
            <EmptyState
              title="Geen regel past hierbij."
              action={<Button onClick={() => setTekst('')}>Toon alle regels</Button>}
            >
              Probeer een ander woord, of alleen het nummer van het artikel.
            </EmptyState>
          </Card>
        ) : (
          <Groepen groepen={groepen} />
        )}
      </div>
      <div className="m-stack">
        <Onderwerpen groepen={groepen} />
        <Toelichting />
      </div>
    </div>
  );
}

/** Alle regels van de wet die Meedoen kent; ook voor wie niet is aangemeld. */
export function RegelsScreen() {
  const { data, error, refetch } = useQuery<RegelsAntwoord, Problem>({
    queryKey: ['regels'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => api.get<RegelsAntwoord>('/v1/regels', { signal }),
  });
  return (
    <>
      <PageTitle
        title="Regels"
        lead="Lees wat de Wet inburgering 2021 zegt, vul feiten in en zie het antwoord. Zonder aanmelden; er wordt niets bewaard."
      />
      {error && <ErrorState error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton lines={10} label="De regels worden geladen…" />}
      {data && <Lijst regels={data.regels} />}
    </>
  );
}
