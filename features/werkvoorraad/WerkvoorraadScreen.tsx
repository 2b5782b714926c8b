import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useEffect, useState, useSyncExternalStore } from 'react';
import { api, type Problem } from '../../web/api.ts';
import { type Ik, useIk } from '../../web/ik.ts';
import { useOpdrachten } from '../../web/shell/commands.ts';
import { EmptyState, ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { toast } from '../../web/ui/feedback/Toast.tsx';
import { Button, ButtonLink } from '../../web/ui/form/Button.tsx';
import { Card } from '../../web/ui/layout/Card.tsx';
import { Dialog } from '../../web/ui/layout/Dialog.tsx';
import { useGo } from '../../web/ui/layout/Link.tsx';
import { PageTitle } from '../../web/ui/layout/PageTitle.tsx';
import { Tabs } from '../../web/ui/layout/Tabs.tsx';
import { Chips, Filters, type Keuze, naarAdres } from './Filters.tsx';
import { ToewijzenDialog, UitstelDialog, useUitstelOpheffen } from './Handelingen.tsx';
import { LijstenMenu, type Stuur, useKeuze } from './Lijsten.tsx';
import { PrognoseRegel } from './regel/PrognoseRegel.tsx';
import { Tabel } from './Tabel.tsx';
import { eersteBereik } from './tonen.ts';
import type { Werkvoorraad, WerkvoorraadRij } from './werkvoorraad.schema.ts';
import { Zijpaneel } from './Zijpaneel.tsx';
import './werkvoorraad.css';

const PER_PAGINA = 25;
const ZOEK_NA_MS = 200;
const breed = matchMedia('(min-width: 1100px)');

/** Plaats voor het paneel naast de lijst. */
const useBreed = () =>
  useSyncExternalStore(
    (verander) => {
      breed.addEventListener('change', verander);
      return () => breed.removeEventListener('change', verander);
    },
    () => breed.matches,
  );

function useTraag(tekst: string): string {
  const [vast, setVast] = useState(tekst);
  const later = useDeferredValue(tekst.trim());
  useEffect(() => {
    const timer = setTimeout(() => setVast(later), ZOEK_NA_MS);
    return () => clearTimeout(timer);
  }, [later]);
  return vast;
}

function useWerkvoorraad(stuur: Stuur, zoek: string) {
  const vraag = {
    ...stuur.keuze,
    ...(zoek ? { zoek } : {}),
    page: stuur.pagina,
    pageSize: PER_PAGINA,
  };
  return useQuery<Werkvoorraad, Problem>({
    queryKey: ['werkvoorraad', vraag],
    enabled: !stuur.wacht,
    placeholderData: keepPreviousData,
    // Wie iets met een naam zocht, laat die niet lang achter in het geheugen.
    ...(zoek ? { gcTime: 0 } : {}),
    queryFn: ({ signal }) => api.post<Werkvoorraad>('/v1/werkvoorraad/_zoek', vraag, { signal }),
  });
}

const tot = (aantal: number, grens: number) => (aantal >= grens ? `${grens}+` : aantal);

function Telling({ data }: { data: Werkvoorraad }) {
  const { teLaat, dezeWeek, later, inBeeld, grens } = data.tellingen;
  return (
    <>
      {teLaat > 0 && <span className="m-late">{tot(teLaat, grens)} te laat</span>}
      {teLaat > 0 && ' · '}
      {dezeWeek > 0 && <span className="m-near">{tot(dezeWeek, grens)} deze week</span>}
      {dezeWeek > 0 && ' · '}
      {tot(later, grens)} later · {tot(inBeeld, grens)} {inBeeld === 1 ? 'mens' : 'mensen'} in beeld
      {data.vervangt.length > 0 && <> · u vervangt {data.vervangt.join(' en ')}</>}
    </>
  );
}

function Bereiken({ stuur, data }: { stuur: Stuur; data: Werkvoorraad | undefined }) {
  const t = data?.tellingen;
  const nu = stuur.keuze.bereik ?? 'mijn';
  const tab = (bereik: NonNullable<Keuze['bereik']>, naam: string, aantal: number | undefined) => {
    const adres = Object.entries(naarAdres({ ...stuur.keuze, bereik })).filter(([, v]) => v !== '');
    return {
      naam,
      href: `/?${new URLSearchParams(adres)}`,
      actief: nu === bereik,
      ...(t && aantal !== undefined ? { aantal: tot(aantal, t.grens) } : {}),
    };
  };
  return (
    <Tabs
      label="Wiens mensen"
      tabs={[
        tab('mijn', 'Mijn mensen', t?.mijn),
        tab('team', 'Team', t?.team),
        tab('niet-toegewezen', 'Niet toegewezen', t?.nietToegewezen),
      ]}
    />
  );
}

type Open =
  | { soort: 'toewijzen'; rijen: WerkvoorraadRij[] }
  | { soort: 'uitstel' | 'paneel'; rij: WerkvoorraadRij };

type VenstersProps = {
  open: Open | undefined;
  ik: Ik;
  paneel: (rij: WerkvoorraadRij) => ReactNode;
  onClose: () => void;
};

/** De vensters die over de lijst komen. */
function Vensters({ open, ik, paneel, onClose }: VenstersProps) {
  if (!open) return null;
  if (open.soort === 'toewijzen')
    return <ToewijzenDialog rijen={open.rijen} ik={ik.medewerker.id} onClose={onClose} />;
  if (open.soort === 'uitstel') return <UitstelDialog rij={open.rij} onClose={onClose} />;
  return (
    <Dialog open kind="side" title="Samenvatting" onClose={onClose}>
      {paneel(open.rij)}
    </Dialog>
  );
}

function useExport(stuur: Stuur, zoek: string) {
  return useMutation<void, Problem>({
    mutationFn: () =>
      api.download('/v1/werkvoorraad/_exporteer', { ...stuur.keuze, ...(zoek ? { zoek } : {}) }),
    onError: ({ detail, redenen }) =>
      toast({ tekst: [detail, ...redenen.map((r) => r.tekst)].join(' ') }),
  });
}

type Doe = { wijsToe: (rijen: WerkvoorraadRij[]) => void; stelUit: (rij: WerkvoorraadRij) => void };

function useWerkOpdrachten(stuur: Stuur, actief: WerkvoorraadRij | undefined, doe: Doe) {
  const go = useGo();
  useOpdrachten([
    { id: 'werk-mijn', naam: 'Mijn mensen tonen', doe: () => stuur.zet({ bereik: 'mijn' }) },
    {
      id: 'werk-niemand',
      naam: 'Niet toegewezen mensen tonen',
      doe: () => stuur.zet({ bereik: 'niet-toegewezen' }),
    },
    { id: 'werk-laat', naam: 'Alleen te laat tonen', doe: () => stuur.zet({ termijn: 'te-laat' }) },
    {
      id: 'werk-vervanging',
      naam: 'Vervanging regelen',
      zoekwoorden: 'ziek vakantie',
      doe: () => go('/vervanging'),
    },
    ...(actief
      ? [
          {
            id: 'werk-toewijzen',
            naam: `${actief.naam} toewijzen…`,
            doe: () => doe.wijsToe([actief]),
          },
          {
            id: 'werk-uitstellen',
            naam: `${actief.naam} uitstellen…`,
            doe: () => doe.stelUit(actief),
          },
        ]
      : []),
  ]);
}

type KopProps = { stuur: Stuur; data: Werkvoorraad | undefined; magUit: boolean; zoek: string };

function Kop({ stuur, data, magUit, zoek }: KopProps) {
  const uitvoeren = useExport(stuur, zoek);
  return (
    <PageTitle
      title="Wie heeft mij vandaag nodig?"
      lead={data ? <Telling data={data} /> : 'Even kijken…'}
      actions={
        <>
          <LijstenMenu
            keuze={stuur.keuze}
            verborgen={stuur.verborgen}
            actief={stuur.lijstId}
            onKies={stuur.kiesLijst}
          />
          {magUit && (
            <Button icon="exporteer" busy={uitvoeren.isPending} onClick={() => uitvoeren.mutate()}>
              Exporteer
            </Button>
          )}
        </>
      }
    />
  );
}

type WerkProps = {
  stuur: Stuur;
  data: Werkvoorraad;
  ik: Ik;
  zoek: string;
  wisZoek: () => void;
  bezig: boolean;
};

/** Lijst en paneel, met de handelingen op de gekozen persoon. */
function Werk({ stuur, data, ik, zoek, wisZoek, bezig }: WerkProps) {
  const [actiefId, setActief] = useState<string>();
  const [gekozen, setGekozen] = useState<Set<string>>(new Set());
  const [open, setOpen] = useState<Open>();
  const isBreed = useBreed();
  const opheffen = useUitstelOpheffen();
  const actief = data.items.find((r) => r.dossierId === actiefId) ?? data.items[0];
  const magToewijzen = ik.mag.includes('dossier.toewijzen');
  const doe: Doe = {
    wijsToe: (rijen) => setOpen({ soort: 'toewijzen', rijen }),
    stelUit: (rij) => setOpen({ soort: 'uitstel', rij }),
  };
  useWerkOpdrachten(stuur, magToewijzen ? actief : undefined, doe);
  const paneel = (rij: WerkvoorraadRij) => (
    <Zijpaneel
      rij={rij}
      magToewijzen={magToewijzen}
      onUitstel={() => doe.stelUit(rij)}
      onToewijzen={() => doe.wijsToe([rij])}
      onTerug={() => opheffen.mutate(rij.dossierId)}
    />
  );
  return (
    <div className={isBreed && actief ? 'm-split' : undefined}>
      <Tabel
        {...{ data, stuur, gekozen, magToewijzen, bezig, ...doe }}
        actiefId={actief?.dossierId}
        onActief={setActief}
        onGekozen={setGekozen}
        zoek={zoek}
        wisZoek={wisZoek}
        {...(isBreed ? {} : { toon: (rij) => setOpen({ soort: 'paneel', rij }) })}
      />
      {isBreed && actief && (
        <Card>
          <div key={actief.dossierId}>{paneel(actief)}</div>
        </Card>
      )}
      <Vensters open={open} ik={ik} paneel={paneel} onClose={() => setOpen(undefined)} />
    </div>
  );
}

function Voorraad({ ik }: { ik: Ik }) {
  const stuur = useKeuze(eersteBereik(ik));
  const [getypt, setGetypt] = useState('');
  const zoek = useTraag(getypt);
  const { data, error, isPending, isFetching, refetch } = useWerkvoorraad(stuur, zoek);
  return (
    <>
      <Kop stuur={stuur} data={data} zoek={zoek} magUit={ik.mag.includes('dossier.exporteren')} />
      <PrognoseRegel />
      <Bereiken stuur={stuur} data={data} />
      <Filters keuze={stuur.keuze} zet={stuur.zet} ik={ik} zoek={getypt} onZoek={setGetypt} />
      <Chips keuze={stuur.keuze} zet={stuur.zet} ik={ik} />
      {error && <ErrorState error={error} onRetry={() => refetch()} />}
      {isPending && !error && <Skeleton lines={8} label="De lijst wordt geladen…" />}
      {data && (
        <Werk {...{ stuur, data, ik, zoek }} wisZoek={() => setGetypt('')} bezig={isFetching} />
      )}
    </>
  );
}

/** Het eerste scherm: één rij per persoon met wat er nu te doen is. */
export function WerkvoorraadScreen() {
  const { data: ik } = useIk();
  if (!ik) return <Skeleton lines={8} />;
  if (ik.mag.includes('dossier.inzien')) return <Voorraad ik={ik} />;
  return (
    <>
      <PageTitle title="Wie heeft mij vandaag nodig?" />
      <EmptyState
        title="Uw rol heeft geen werkvoorraad."
        action={
          ik.mag.includes('dossier.lezen') && (
            <ButtonLink href="/inburgeraars">Zoek een inburgeraar</ButtonLink>
          )
        }
      >
        De lijst is er voor wie de brede intake, het PIP, de begeleiding of de handhaving doet.
      </EmptyState>
    </>
  );
}
