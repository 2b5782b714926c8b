import { formatMoment } from '../../../web/dates.ts';
import { Badge, type Tone } from '../../../web/ui/data/Badge.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Link } from '../../../web/ui/layout/Link.tsx';
import type { Berichten } from '../dossier.schema.ts';
import { Kaarten } from './Kaarten.tsx';
import { Opvragen } from './Opvragen.tsx';
import { Verloop, Wissel } from './Verloop.tsx';
import { useBerichten, useDuo } from './vragen.tsx';
import './duo.css';

type Staat = { tekst: string; toon: Tone };

const IN: Record<Berichten['in'][number]['staat'], Staat> = {
  nieuw: { tekst: 'wordt verwerkt', toon: 'neutral' },
  verwerkt: { tekst: 'verwerkt', toon: 'met' },
  postvak: { tekst: 'ligt in het postvak', toon: 'near' },
  afgehandeld: { tekst: 'afgehandeld', toon: 'met' },
};

const UIT: Record<Berichten['uit'][number]['staat'], Staat> = {
  wacht: { tekst: 'wacht op verzending', toon: 'neutral' },
  bezig: { tekst: 'wordt verstuurd', toon: 'neutral' },
  geaccepteerd: { tekst: 'geaccepteerd door DUO', toon: 'met' },
  geweigerd: { tekst: 'geweigerd door DUO', toon: 'late' },
  ingetrokken: { tekst: 'niet verstuurd, ingetrokken', toon: 'neutral' },
};

const SOORT: Record<string, string> = {
  pip: 'PIP',
  'pip-verwijderen': 'PIP verwijderen',
  contactpersoon: 'Contactpersoon',
  aanbod: 'Aanbod',
  'aanbod-intrekken': 'Aanbod intrekken',
  uren: 'Gevolgde uren',
  pvt: 'Participatieverklaring',
  map: 'Eindgesprek MAP',
  zroute: 'Afronding Z-route',
  'lbt-intrekken': 'Leerbaarheidstoets laten vervallen',
};

const eersteGroot = (tekst: string) => tekst.charAt(0).toUpperCase() + tekst.slice(1);

/** What DUO asked or told about this person. */
function Binnen({ items }: { items: Berichten['in'] }) {
  return (
    <Card title="Van DUO">
      {items.length === 0 && <EmptyState title="DUO heeft niets gemeld." />}
      <ul className="dossier-lijst">
        {items.map((b) => (
          <li key={b.id}>
            <div className="m-row m-row--between">
              <strong>Melding {b.gebeurtenisId}</strong>
              <Badge tone={IN[b.staat].toon}>{IN[b.staat].tekst}</Badge>
            </div>
            {b.omschrijving && <p>{eersteGroot(b.omschrijving)}</p>}
            <p className="m-quiet">ontvangen {formatMoment(b.ontvangenOp)}</p>
            {b.reden && <p>{b.reden}</p>}
            {b.staat === 'postvak' && <Link href="/postvak">Naar het postvak</Link>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function pogingen({ pogingen: n, afgerondOp }: Berichten['uit'][number]): string {
  if (afgerondOp) return `, afgerond ${formatMoment(afgerondOp)}`;
  return n > 0 ? `, ${n} ${n === 1 ? 'poging' : 'pogingen'}` : '';
}

/** What went to DUO, and what DUO answered. */
function Buiten({ items }: { items: Berichten['uit'] }) {
  return (
    <Card title="Naar DUO">
      {items.length === 0 && (
        <EmptyState title="Nog niets verstuurd.">
          Een vastgesteld PIP, aanbod en uren gaan vanzelf naar DUO.
        </EmptyState>
      )}
      <ul className="dossier-lijst">
        {items.map((b) => (
          <li key={b.id}>
            <div className="m-row m-row--between">
              <strong>{SOORT[b.soort] ?? b.soort}</strong>
              <Badge tone={UIT[b.staat].toon}>{UIT[b.staat].tekst}</Badge>
            </div>
            <p className="m-quiet">
              klaargezet {formatMoment(b.gemaaktOp)}
              {pogingen(b)}
            </p>
            {b.foutteksten.map((fout) => (
              <p key={fout} className="m-late">
                {fout}
              </p>
            ))}
            {b.laatsteFout && b.staat === 'wacht' && <p className="m-quiet">{b.laatsteFout}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What DUO knows about this person, and the messages in and out. */
export function DuoScreen() {
  const duo = useDuo();
  const berichten = useBerichten();
  const fout = (!duo.data && duo.error) || (!berichten.data && berichten.error);
  if (fout) {
    const opnieuw = () => Promise.all([duo.refetch(), berichten.refetch()]);
    return <ErrorState error={fout} onRetry={() => void opnieuw()} />;
  }
  if (!duo.data || !berichten.data) return <Skeleton lines={8} />;
  return (
    <div className="m-stack">
      <Opvragen beeld={duo.data} />
      {duo.data.doelgroepwissel && <Wissel wissel={duo.data.doelgroepwissel} />}
      <Verloop beeld={duo.data} />
      <Kaarten beeld={duo.data} />
      <div className="m-grid-2">
        <Binnen items={berichten.data.in} />
        <Buiten items={berichten.data.uit} />
      </div>
    </div>
  );
}
