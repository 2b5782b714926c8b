import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate, formatMoment } from '../../../web/dates.ts';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { ConflictNotice } from '../../../web/ui/feedback/ConflictNotice.tsx';
import { SaveState } from '../../../web/ui/feedback/SaveState.tsx';
import { ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button, ButtonLink } from '../../../web/ui/form/Button.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { usePathParam } from '../../../web/ui/layout/Link.tsx';
import type { RouteAntwoord, RoutePip, RouteRegel } from '../route.schema.ts';
import { KeuzeKaart } from './KeuzeKaart.tsx';
import { OntheffingKaart } from './OntheffingKaart.tsx';
import { PlaatsDialoog } from './PlaatsDialoog.tsx';
import { RouteKolom } from './RouteKolom.tsx';
import { StandpuntDialoog } from './StandpuntDialoog.tsx';
import { StandpuntKaart } from './StandpuntKaart.tsx';
import { type Keuze, useKeuze } from './useKeuze.tsx';
import './route.css';

type Venster = { soort: 'standpunt' } | { soort: 'plaats'; route: 'B' | 'O' | 'Z' } | undefined;

/** De afweging van de drie leerroutes naast de motivering van de klantmanager. */
export function RouteScreen() {
  const dossierId = usePathParam('dossierId');
  const queryKey = ['leerroutes', dossierId];
  const vraag = useQuery<RouteAntwoord, Problem>({
    queryKey,
    queryFn: ({ signal }) =>
      api.get<RouteAntwoord>(`/v1/dossiers/${dossierId}/leerroutes`, { signal }),
  });
  const [venster, setVenster] = useState<Venster>();
  if (vraag.isError && !vraag.data) {
    return <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />;
  }
  if (!vraag.data) return <Skeleton lines={10} label="Leerroutes laden…" />;
  const beeld = vraag.data;
  const sluit = () => setVenster(undefined);
  return (
    <div className="m-stack">
      <Kop dossierId={dossierId} beeld={beeld} />
      <div className="route-boven">
        <StandpuntKaart
          standpunt={beeld.standpunt}
          mag={beeld.mag && !beeld.pip?.besluit}
          onWijzig={() => setVenster({ soort: 'standpunt' })}
        />
        {beeld.ontheffing && <OntheffingKaart ontheffing={beeld.ontheffing} />}
        <AdviesKaart beeld={beeld} />
      </div>
      {beeld.pip?.wijzigbaar ? (
        <Wijzigen
          key={beeld.pip.pipId}
          {...{ dossierId, beeld, queryKey, setVenster }}
          pip={beeld.pip}
        />
      ) : (
        <Lezen {...{ dossierId, beeld, setVenster }} />
      )}
      {venster?.soort === 'standpunt' && (
        <StandpuntDialoog dossierId={dossierId} standpunt={beeld.standpunt} sluit={sluit} />
      )}
      {venster?.soort === 'plaats' && (
        <PlaatsDialoog dossierId={dossierId} route={venster.route} sluit={sluit} />
      )}
    </div>
  );
}

function Kop({ dossierId, beeld }: { dossierId: string; beeld: RouteAntwoord }) {
  const queries = useQueryClient();
  const afdruk = useMutation<{ documentId: string }, Problem>({
    mutationFn: () => api.post(`/v1/dossiers/${dossierId}/leerroutes/_afdrukken`, {}),
    onSuccess: async () => {
      toast({ tekst: 'Het stuk staat bij de documenten.' });
      await queries.invalidateQueries();
    },
  });
  const [laatste] = beeld.afdrukken;
  return (
    <div className="m-stack m-stack--tight">
      <div className="m-row m-row--between">
        <div>
          <h2 className="route-kop">Welke leerroute past, en waarom?</h2>
          <p className="m-quiet">
            {beeld.pip?.besluit
              ? `Besloten door ${beeld.pip.besluit.door} op ${formatDate(beeld.pip.besluit.dagtekening, 'datum')}. Hier staan de feiten die toen bekend waren.`
              : 'De feiten komen uit het dossier; u weegt en kiest. Er volgt niets vanzelf uit.'}
          </p>
        </div>
        {beeld.mag && (
          <Button icon="document" busy={afdruk.isPending} onClick={() => afdruk.mutate()}>
            Stuk voor een zitting maken
          </Button>
        )}
      </div>
      {laatste && (
        <p className="m-quiet">
          <a
            href={`/v1/dossiers/${dossierId}/documenten/${laatste.documentId}`}
            target="_blank"
            rel="noreferrer"
          >
            Laatste stuk (PDF)<span className="m-hidden"> opent in een nieuw tabblad</span>
          </a>{' '}
          · {formatMoment(laatste.gemaaktOp)}
          {laatste.door && ` · ${laatste.door}`}
        </p>
      )}
      {afdruk.isError && <ErrorState error={afdruk.error} />}
    </div>
  );
}

function AdviesKaart({ beeld: { advies, richtlijnen } }: { beeld: RouteAntwoord }) {
  return (
    <Card title="Waar toets en onderwijs op wijzen">
      <div className="m-stack m-stack--tight">
        <p>{advies.tekst}</p>
        {advies.twijfel.length > 0 && (
          <ul className="route-lijst">
            {advies.twijfel.map((zin) => (
              <li key={zin}>{zin}</li>
            ))}
          </ul>
        )}
        <p className="m-quiet">Een hulpmiddel, geen besluit. Kiest u anders, zeg dan waarom.</p>
        {richtlijnen.map((r) => (
          <div key={r.naam}>
            <h3 className="route-kopje">{r.naam} van de gemeente</h3>
            <p className="route-tekst">{r.tekst}</p>
          </div>
        ))}
      </div>
    </Card>
  );
}

type DeelProps = {
  dossierId: string;
  beeld: RouteAntwoord;
  setVenster: (v: Venster) => void;
};

/** Waar een gat wordt gevuld. Na het besluit is er niets meer te vullen. */
function useVul({ dossierId, beeld, setVenster }: DeelProps) {
  const paden = useRouter().routesByPath as Record<string, unknown>;
  const basis = `/inburgeraars/${dossierId}`;
  const magGezin = '/inburgeraars/$dossierId/gezin' in paden;
  return (route: 'B' | 'O' | 'Z') => (gat: RouteRegel['nietOnderzocht'][number]) => {
    if (!beeld.mag || beeld.pip?.besluit) return undefined;
    switch (gat.plek) {
      case 'standpunt':
        return { open: () => setVenster({ soort: 'standpunt' }) };
      case 'aanbod':
        return { open: () => setVenster({ soort: 'plaats', route }) };
      case 'week':
        return { href: `${basis}/pip/week` };
      case 'gezin':
        return { href: magGezin ? `${basis}/gezin` : `${basis}/intake` };
      default:
        return { href: `${basis}/intake` };
    }
  };
}

const LEEG = { onderzocht: false, voor: '', tegen: '' };

function Lezen(props: DeelProps) {
  const { dossierId, beeld } = props;
  const { pip } = beeld;
  const vul = useVul(props);
  return (
    <>
      {!pip && (
        <Alert tone="info" title="Er is nog geen concept.">
          Begin een PIP om te kiezen en te motiveren.{' '}
          <ButtonLink href={`/inburgeraars/${dossierId}/pip`}>Naar het PIP</ButtonLink>
        </Alert>
      )}
      <div className="route-kolommen">
        {beeld.routes.map((regel) => (
          <RouteKolom
            key={regel.route}
            regel={regel}
            gekozen={pip?.leerroute === regel.route}
            geadviseerd={beeld.advies.richting === regel.route}
            motivering={pip?.afweging[regel.route] ?? LEEG}
            vul={vul(regel.route)}
          />
        ))}
      </div>
      {pip?.motivering && (
        <Card title="Waarom deze leerroute">
          <p className="route-tekst">{pip.motivering}</p>
          {pip.afwijking && (
            <p className="route-tekst">
              <strong>Afgeweken, want:</strong> {pip.afwijking}
            </p>
          )}
        </Card>
      )}
    </>
  );
}

function Wijzigen(props: DeelProps & { pip: RoutePip; queryKey: readonly unknown[] }) {
  const { dossierId, beeld, pip, queryKey } = props;
  const keuze = useKeuze(dossierId, pip, queryKey);
  const vul = useVul(props);
  const { deel } = keuze;
  return (
    <>
      <Opslag keuze={keuze} />
      <div className="route-kolommen">
        {beeld.routes.map(({ route, ...regel }) => (
          <RouteKolom
            key={route}
            regel={{ route, ...regel }}
            gekozen={deel.leerroute === route}
            geadviseerd={beeld.advies.richting === route}
            motivering={deel.afweging[route]}
            wijzig={{
              kies: () => keuze.kies(route),
              zet: (waarde) => keuze.zetMotivering(route, waarde),
            }}
            vul={vul(route)}
          />
        ))}
      </div>
      <KeuzeKaart keuze={keuze} beeld={beeld} dossierId={dossierId} />
    </>
  );
}

function Opslag({ keuze }: { keuze: Keuze }) {
  const { state, flush } = keuze.opslag;
  const conflict = state.stand === 'niet-opgeslagen' ? state.conflict : undefined;
  if (conflict) {
    return (
      <ConflictNotice
        conflict={conflict}
        onTakeTheirs={() => void keuze.neemOver()}
        onKeepMine={() => void keuze.houdEigen()}
      />
    );
  }
  return (
    <div className="route-opslag">
      <SaveState state={state} onRetry={() => void flush()} />
    </div>
  );
}
