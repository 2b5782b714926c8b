import { useQuery } from '@tanstack/react-query';
import { api, type Problem } from '../../web/api.ts';
import { formatDate } from '../../web/dates.ts';
import { TermijnBadge } from '../../web/ui/data/Badge.tsx';
import { Steps } from '../../web/ui/data/Steps.tsx';
import { type Uitleg, UitlegTree } from '../../web/ui/data/Uitleg.tsx';
import { ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { Button, ButtonLink } from '../../web/ui/form/Button.tsx';
import { Card } from '../../web/ui/layout/Card.tsx';
import { Icon } from '../../web/ui/layout/Icon.tsx';
import { Link } from '../../web/ui/layout/Link.tsx';
import { BIJNA_DAGEN, redenZonderDag } from './tonen.ts';
import type { WerkvoorraadRij } from './werkvoorraad.schema.ts';

/** Wat dit paneel van een dossier leest. */
type Kop = {
  leeftijd: number | null;
  nationaliteit: string | null;
  gesprekstaal: string | null;
  tolkNodig: boolean;
  schakels: {
    nummer: number;
    naam: string;
    staat: 'gereed' | 'bezig' | 'nog-niet' | 'vervallen';
  }[];
  pipTermijn: { laatsteDag?: string; uitleg?: Uitleg } | null;
  inburgeringstermijn: { laatsteDag?: string; uitleg?: Uitleg } | null;
  voorstel: { titel: string; laatsteDag?: string; uitleg?: Uitleg } | null;
};
type Stand = {
  verplichtingen: {
    id: string;
    naam: string;
    staat: 'voldaan' | 'open' | 'niet-van-toepassing' | 'onbekend';
    ontbreekt: { tekst: string; actie?: string }[];
  }[];
};

const STAP = {
  gereed: 'klaar',
  bezig: 'nu',
  'nog-niet': 'straks',
  vervallen: 'vervallen',
} as const;
const VERDER_HOOGSTENS = 6;

/** Waar het voorstel wordt gedaan, en hoe de knop heet. */
function doen(rij: WerkvoorraadRij): { href: string; tekst: string } {
  const dossier = `/inburgeraars/${rij.dossierId}`;
  const { soort } = rij.voorstel;
  if (/^(intake|oproep|leerbaarheidstoets)-/.test(soort))
    return { href: `${dossier}/intake`, tekst: 'Open de intake' };
  if (soort.startsWith('pip-')) return { href: `${dossier}/pip`, tekst: 'Open het PIP' };
  return { href: dossier, tekst: 'Open het dossier' };
}

function useDossier(dossierId: string) {
  const lees = <T,>(deel: string) => ({
    queryKey: ['dossier', dossierId, `werkvoorraad${deel}`],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      api.get<T>(`/v1/dossiers/${dossierId}${deel}`, { signal }),
  });
  return {
    kop: useQuery<Kop, Problem>(lees<Kop>('')),
    stand: useQuery<Stand, Problem>(lees<Stand>('/stand')),
  };
}

/** De verklaring van de laatste dag: die van het voorstel, anders van de termijn met dezelfde dag. */
function verklaring(kop: Kop, laatsteDag: string | null): Uitleg | undefined {
  const termijn = [kop.pipTermijn, kop.inburgeringstermijn].find(
    (t) => t?.laatsteDag && t.laatsteDag === laatsteDag,
  );
  return kop.voorstel?.uitleg ?? termijn?.uitleg;
}

function Persoon({ kop }: { kop: Kop }) {
  const delen = [
    kop.nationaliteit,
    kop.leeftijd === null ? undefined : `${kop.leeftijd} jaar`,
    kop.gesprekstaal && `spreekt ${kop.gesprekstaal}`,
  ].filter(Boolean);
  return (
    <p className="m-quiet">
      {delen.join(' · ')}
      {kop.tolkNodig && <strong> · tolk nodig</strong>}
    </p>
  );
}

function Verder({ stand }: { stand: Stand }) {
  const delen = stand.verplichtingen
    .filter((v) => v.staat === 'voldaan' || v.staat === 'open')
    .slice(0, VERDER_HOOGSTENS);
  if (delen.length === 0) return null;
  return (
    <section>
      <h3>Verder</h3>
      <ul className="werk-verder">
        {delen.map((v) => (
          <li key={v.id} className={`werk-verder--${v.staat}`}>
            <Icon name={v.staat === 'voldaan' ? 'vink' : 'info'} size={16} />
            <span>
              {v.naam}
              <span className="m-quiet"> {v.staat === 'voldaan' ? 'gedaan' : 'open'}</span>
            </span>
            {v.ontbreekt[0]?.actie?.startsWith('/') && (
              <Link href={v.ontbreekt[0].actie}>doen</Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type ZijpaneelProps = {
  rij: WerkvoorraadRij;
  magToewijzen: boolean;
  onUitstel: () => void;
  onToewijzen: () => void;
  onTerug: () => void;
};

function NuTeDoen({ rij, magToewijzen, onUitstel, onToewijzen, onTerug }: ZijpaneelProps) {
  const { href, tekst } = doen(rij);
  return (
    <Card tone="soft" level={3} title="Nu te doen">
      <p className="werk-nu">{rij.voorstel.titel}</p>
      <p className="m-quiet">
        {rij.laatsteDag && <>Uiterlijk {formatDate(rij.laatsteDag)} · </>}
        {redenZonderDag(rij)}
      </p>
      <div className="m-row m-row--doen">
        <ButtonLink href={href} look="primary">
          {tekst}
        </ButtonLink>
        {magToewijzen && rij.voorstel.soort !== 'geen' && !rij.uitgesteldTot && (
          <Button onClick={onUitstel}>Uitstellen…</Button>
        )}
        {magToewijzen && rij.uitgesteldTot && <Button onClick={onTerug}>Uitstel opheffen</Button>}
        {magToewijzen && (
          <Button look="quiet" onClick={onToewijzen}>
            Toewijzen…
          </Button>
        )}
      </div>
    </Card>
  );
}

/** De gekozen persoon naast de lijst: waar hij staat, wat er te doen is en waarom dan. */
export function Zijpaneel(props: ZijpaneelProps) {
  const { rij } = props;
  const { kop, stand } = useDossier(rij.dossierId);
  if (kop.isError) return <ErrorState error={kop.error} onRetry={() => kop.refetch()} />;
  const uitleg = kop.data && verklaring(kop.data, rij.laatsteDag);
  return (
    <div className="werk-paneel">
      <div className="m-row m-row--between">
        <h2 className="werk-naam">
          <Link href={`/inburgeraars/${rij.dossierId}`}>{rij.naam}</Link>
        </h2>
        <TermijnBadge dagen={rij.dagen} bijna={BIJNA_DAGEN} />
      </div>
      {kop.data ? <Persoon kop={kop.data} /> : <Skeleton lines={2} />}
      {kop.data && (
        <Steps stappen={kop.data.schakels.map((s) => ({ naam: s.naam, stand: STAP[s.staat] }))} />
      )}
      <NuTeDoen {...props} />
      {uitleg && (
        <section>
          <h3>{rij.laatsteDag ? `Waarom ${formatDate(rij.laatsteDag, 'datum')}?` : 'Waarom?'}</h3>
          <UitlegTree uitleg={uitleg} />
        </section>
      )}
      {stand.data && <Verder stand={stand.data} />}
    </div>
  );
}
