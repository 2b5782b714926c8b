import { useQuery } from '@tanstack/react-query';
import { api, type Problem } from '../../web/api.ts';
import { formatDate, formatMoment } from '../../web/dates.ts';
import { SourceLabel } from '../../web/ui/data/Badge.tsx';
import { KeyValue } from '../../web/ui/data/KeyValue.tsx';
import { ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { Card } from '../../web/ui/layout/Card.tsx';
import { Link } from '../../web/ui/layout/Link.tsx';
import type { Bericht } from './notificatie.schema.ts';
import { Acties } from './postvak/Acties.tsx';
import { OPGEHAALD } from './postvak/woorden.ts';

const VERVERS_MS = 1500;

const ANTWOORD: Record<Bericht['opgehaald'][number]['antwoord'], string> = {
  ok: 'ontvangen',
  niets: 'niets bekend',
  'niet-bevoegd': 'geen toestemming',
  geweigerd: 'geweigerd',
  'fout-verzoek': 'vraag niet begrepen',
  storing: 'geen antwoord',
};
const DOSSIER = {
  geopend: 'De melding opende een nieuw dossier.',
  gevonden: 'De melding hoort bij een bestaand dossier.',
  samengevoegd: 'De melding voegde twee dossiers van dezelfde persoon samen.',
} as const;
/** Eén melding: het voorstel, wat er kwam, wat is opgehaald en wat er veranderde. */
export function BerichtDetail({ id }: { id: string }) {
  const vraag = useQuery<Bericht, Problem>({
    queryKey: ['bericht', id],
    queryFn: ({ signal }) => api.get<Bericht>(`/v1/berichten/${id}`, { signal }),
    refetchInterval: (q) => (q.state.data?.staat === 'nieuw' ? VERVERS_MS : false),
  });
  if (vraag.isPending) return <Skeleton lines={8} />;
  if (vraag.isError) return <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />;
  const b = vraag.data;
  return (
    <>
      <Voorstel bericht={b} />
      <Card title="Wat er kwam">
        <KeyValue items={watKwam(b)} />
      </Card>
      <Card title="Wat is opgehaald">
        <Opgehaald bericht={b} />
      </Card>
      <Card title="Wat er veranderde">
        <Veranderd bericht={b} />
      </Card>
    </>
  );
}

const watKwam = (b: Bericht) => [
  { naam: 'Gebeurtenis', waarde: `${b.gebeurtenisId} ${b.omschrijving}` },
  { naam: 'Gemeente', waarde: b.gemeente },
  { naam: 'BSN', waarde: b.ontvangen.bsn ?? 'niet genoemd' },
  { naam: 'V-nummer', waarde: b.ontvangen.vNummer ?? 'niet genoemd' },
  { naam: 'Bij DUO vastgelegd', waarde: formatMoment(b.geregistreerdOp) },
  { naam: 'Ontvangen', waarde: formatMoment(b.ontvangenOp) },
  { naam: 'Kenmerk van DUO', waarde: <span className="m-quiet">{b.ontvangen.berichtId}</span> },
];

function Opgehaald({ bericht: b }: { bericht: Bericht }) {
  if (b.opgehaald.length === 0) return <p className="m-quiet">Er is niets opgehaald.</p>;
  return (
    <ul className="postvak-lijst">
      {b.opgehaald.map((o) => (
        <li key={o.wat}>
          {OPGEHAALD[o.wat]}: <strong>{ANTWOORD[o.antwoord]}</strong>
          <div className="m-quiet">
            {formatMoment(o.op)}
            {o.apiVersion && ` · versie ${o.apiVersion}`}
            {o.melding && ` · ${o.melding}`}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Veranderd({ bericht: b }: { bericht: Bericht }) {
  return (
    <div className="m-stack m-stack--tight">
      {b.dossier && <p>{DOSSIER[b.dossier]}</p>}
      {b.gewijzigd.length === 0 && <p className="m-quiet">Er veranderde niets in het dossier.</p>}
      {b.gewijzigd.length > 0 && (
        <ul className="postvak-lijst">
          {b.gewijzigd.map((g) => (
            <li key={`${g.soort}${g.nieuw}`}>
              {g.nieuw} <SourceLabel bron={g.bron} />
              {g.oud && <div className="m-quiet">was: {g.oud}</div>}
            </li>
          ))}
        </ul>
      )}
      {b.opmerkingen.map((o) => (
        <p key={o} className="m-quiet">
          {o}
        </p>
      ))}
    </div>
  );
}

function kop(b: Bericht): string {
  if (b.staat === 'postvak') return b.geparkeerdTot ? 'Weggelegd' : 'Voorstel';
  if (b.staat === 'nieuw') return b.pogingen > 0 ? 'Wacht op antwoord' : 'Wordt verwerkt';
  return b.staat === 'verwerkt' ? 'Verwerkt' : 'Afgehandeld';
}

function Voorstel({ bericht: b }: { bericht: Bericht }) {
  return (
    <Card title={kop(b)} tone={b.staat === 'postvak' && !b.geparkeerdTot ? 'soft' : 'plain'}>
      <div className="m-stack m-stack--tight">
        <Uitleg bericht={b} />
        {b.geparkeerdTot && (
          <p>
            Weggelegd tot {formatDate(b.geparkeerdTot, 'datum')}: {b.geparkeerdReden}
          </p>
        )}
        {b.staat === 'postvak' && b.streefdag && (
          <p className="m-quiet">Streefdag: {formatDate(b.streefdag, 'datum')}</p>
        )}
        {b.dossierId && (
          <p>
            <Link href={`/inburgeraars/${b.dossierId}`}>Dossier van {b.naam}</Link>
            {b.laatsteDag && ` · uiterlijk ${formatDate(b.laatsteDag, 'datum')}`}
          </p>
        )}
      </div>
      <Acties bericht={b} />
    </Card>
  );
}

function Uitleg({ bericht: b }: { bericht: Bericht }) {
  if (b.staat === 'postvak') {
    return (
      <>
        <p>{b.reden}</p>
        {b.voorstel && (
          <p>
            <strong>{b.voorstel}</strong>
          </p>
        )}
      </>
    );
  }
  if (b.staat === 'nieuw') {
    if (b.pogingen === 0) return <p role="status">Meedoen haalt de gegevens op.</p>;
    const keer = b.pogingen === 1 ? 'één keer' : `${b.pogingen} keer`;
    return (
      <p role="status">
        Meedoen probeerde het {keer} en gaat vanzelf door. Er gaat niets verloren. {b.laatsteFout}
      </p>
    );
  }
  if (b.afhandeling) {
    return (
      <p>
        {b.afhandeling.reden}{' '}
        <span className="m-quiet">
          {b.afhandeling.door}, {formatMoment(b.afhandeling.op)}
        </span>
      </p>
    );
  }
  return <p>Meedoen heeft deze melding vanzelf verwerkt. U hoeft niets te doen.</p>;
}
