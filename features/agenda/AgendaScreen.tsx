import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Datum, plusDagen } from '../../rules/shared/datum.ts';
import { api, type Problem } from '../../web/api.ts';
import { type Ik, useIk } from '../../web/ik.ts';
import { Alert } from '../../web/ui/feedback/Alert.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { Button } from '../../web/ui/form/Button.tsx';
import { Kbd } from '../../web/ui/layout/Kbd.tsx';
import { useSearchParams } from '../../web/ui/layout/Link.tsx';
import { PageTitle } from '../../web/ui/layout/PageTitle.tsx';
import type { Agenda, AgendaAfspraak } from './agenda.schema.ts';
import { AbonnementDialoog } from './scherm/AbonnementDialoog.tsx';
import { AfspraakPaneel, type Handeling } from './scherm/AfspraakPaneel.tsx';
import { Balk, Filters } from './scherm/Balk.tsx';
import { type Bedoeling, PlanDialoog } from './scherm/PlanDialoog.tsx';
import { Lijst, Rooster } from './scherm/rooster/Rooster.tsx';
import {
  type Bundel,
  bundel,
  dagenVan,
  dagUit,
  periode,
  vraagt,
  type Weergave,
} from './scherm/rooster/rooster.ts';
import { UitkomstDialoog } from './scherm/UitkomstDialoog.tsx';
import { useToetsen } from './scherm/useToetsen.tsx';
import './agenda.css';

const SMAL = '(max-width: 720px)';

function weergaveVan(zoek: Record<string, string>): Weergave {
  const gekozen = zoek.weergave;
  if (gekozen === 'week' || gekozen === 'dag' || gekozen === 'lijst') return gekozen;
  return window.matchMedia(SMAL).matches ? 'lijst' : 'week';
}

/** Wat vandaag vraagt, in één zin. */
function kop(items: readonly AgendaAfspraak[], vandaag: string): string {
  const nu = items.filter((i) => i.datum === vandaag && !i.uitkomst).length;
  const open = items.filter((i) => vraagt(i, vandaag) === 'uitkomst').length;
  const afspraken =
    nu === 0 ? 'Vandaag staat er niets.' : `Vandaag ${telling(nu, 'afspraak', 'afspraken')}.`;
  return open === 0
    ? afspraken
    : `${afspraken} Van ${telling(open, 'afspraak', 'afspraken')} is nog niet bekend of de persoon er was.`;
}
const telling = (n: number, een: string, meer: string) => `${n} ${n === 1 ? een : meer}`;

type Open =
  | { soort: 'paneel'; sleutel: string }
  | { soort: 'plan'; bedoeling: Bedoeling }
  | { soort: 'uitkomst'; afspraak: AgendaAfspraak; afzeggen: boolean }
  | { soort: 'abonnement' };

function useAgenda(ik: Ik) {
  const [zoek, wijzig] = useSearchParams();
  const weergave = weergaveVan(zoek);
  const dag = dagUit(zoek.dag, ik.peildatum);
  const { van, tot, stap } = periode(weergave, dag);
  const wie = zoek.van ?? '';
  const vraag = new URLSearchParams({ van, tot });
  if (wie !== 'iedereen') vraag.set('medewerkerId', wie || ik.medewerker.id);
  else if (zoek.organisatie) vraag.set('organisatieId', zoek.organisatie);
  const agenda = useQuery<Agenda, Problem>({
    queryKey: ['agenda', vraag.toString()],
    queryFn: ({ signal }) => api.get<Agenda>(`/v1/agenda?${vraag}`, { signal }),
    placeholderData: (vorige) => vorige,
  });
  const naar = (wat: 'terug' | 'vandaag' | 'verder') =>
    wijzig({
      dag: wat === 'vandaag' ? '' : plusDagen(dag, wat === 'terug' ? -stap : stap),
    });
  const naarDag = (nu: string) => wijzig({ dag: nu });
  return { agenda, zoek, wijzig, weergave, dag, van, tot, wie, naar, naarDag };
}

function Dialogen({
  open,
  zet,
  items,
  vandaag,
  naarDag,
}: {
  open: Open;
  zet: (o: Open | null) => void;
  items: readonly AgendaAfspraak[];
  vandaag: string;
  naarDag: (dag: string) => void;
}) {
  const sluit = () => zet(null);
  const gepland = (dag: string) => {
    sluit();
    naarDag(dag);
  };
  const doe = (wat: Handeling, afspraak: AgendaAfspraak) => {
    if (wat === 'verzetten') zet({ soort: 'plan', bedoeling: { wat, afspraak } });
    else zet({ soort: 'uitkomst', afspraak, afzeggen: wat === 'afzeggen' });
  };
  switch (open.soort) {
    case 'paneel': {
      const b = bundel(items).find((x) => x.sleutel === open.sleutel);
      return b ? <AfspraakPaneel bundel={b} vandaag={vandaag} doe={doe} onSluit={sluit} /> : null;
    }
    case 'plan':
      return <PlanDialoog bedoeling={open.bedoeling} onSluit={sluit} onKlaar={gepland} />;
    case 'uitkomst':
      return <UitkomstDialoog afspraak={open.afspraak} afzeggen={open.afzeggen} onSluit={sluit} />;
    case 'abonnement':
      return <AbonnementDialoog onSluit={sluit} />;
  }
}

function Toetsen({ mag }: { mag: boolean }) {
  return (
    <p className="m-quiet agenda-toetsen">
      <Kbd>J</Kbd> <Kbd>K</Kbd> volgende, vorige afspraak · <Kbd>T</Kbd> vandaag · <Kbd>←</Kbd>{' '}
      <Kbd>→</Kbd> bladeren · <Kbd>W</Kbd> week · <Kbd>D</Kbd> dag · <Kbd>L</Kbd> lijst
      {mag && (
        <>
          {' '}
          · <Kbd>N</Kbd> nieuwe afspraak
        </>
      )}
    </p>
  );
}

function Inhoud({ ik }: { ik: Ik }) {
  const { agenda, zoek, wijzig, weergave, dag, van, tot, wie, naar, naarDag } = useAgenda(ik);
  const [open, setOpen] = useState<Open | null>(null);
  const magPlannen = ik.mag.includes('plan.bewerken');
  const items = agenda.data?.items ?? [];
  const vandaag = agenda.data?.vandaag ?? ik.peildatum;
  const plan = (datum: string, tijd: string) =>
    setOpen({ soort: 'plan', bedoeling: { wat: 'nieuw', datum, tijd } });
  const nieuw = () => plan(dag > vandaag ? dag : vandaag, '10:00');
  const kiesWeergave = (w: Weergave) => wijzig({ weergave: w });
  useToetsen({
    t: () => naar('vandaag'),
    arrowleft: () => naar('terug'),
    arrowright: () => naar('verder'),
    w: () => kiesWeergave('week'),
    d: () => kiesWeergave('dag'),
    l: () => kiesWeergave('lijst'),
    ...(magPlannen ? { n: nieuw } : {}),
  });
  const toon = (b: Bundel) => setOpen({ soort: 'paneel', sleutel: b.sleutel });
  return (
    <div className="m-stack">
      <PageTitle
        title="Agenda"
        lead={agenda.data ? kop(items, vandaag) : 'Uw afspraken met inburgeraars.'}
        actions={
          <>
            {magPlannen && (
              <Button look="primary" icon="plus" onClick={nieuw}>
                Nieuwe afspraak
              </Button>
            )}
            <Button icon="agenda" onClick={() => setOpen({ soort: 'abonnement' })}>
              In uw eigen agenda
            </Button>
          </>
        }
      />
      <div className="agenda-boven">
        <Balk weergave={weergave} van={van} tot={tot} naar={naar} kiesWeergave={kiesWeergave} />
        <Filters
          collegas={agenda.data?.collegas ?? []}
          ik={ik.medewerker.id}
          van={wie}
          organisatie={zoek.organisatie ?? ''}
          kies={(f) => wijzig(f)}
        />
      </div>
      {agenda.isPending && <Skeleton lines={10} />}
      {agenda.isError && <ErrorState error={agenda.error} onRetry={() => void agenda.refetch()} />}
      {agenda.data?.afgekapt && (
        <Alert
          tone="info"
          title="Hier staan de eerste duizend afspraken. Kies één collega of een kortere periode."
        />
      )}
      {agenda.data && (
        <Beeld
          weergave={weergave}
          van={van}
          items={items}
          vandaag={vandaag}
          open={toon}
          {...(magPlannen ? { kies: plan } : {})}
        />
      )}
      {agenda.data && <Toetsen mag={magPlannen} />}
      {open && <Dialogen {...{ open, items, vandaag, naarDag }} zet={setOpen} />}
    </div>
  );
}

type BeeldProps = {
  weergave: Weergave;
  van: Datum;
  items: readonly AgendaAfspraak[];
  vandaag: string;
  open: (b: Bundel) => void;
  kies?: (datum: Datum, tijd: string) => void;
};

function Beeld({ weergave, van, items, vandaag, open, kies }: BeeldProps) {
  if (weergave !== 'lijst') {
    const dagen = dagenVan(weergave, van, items);
    return <Rooster dagen={dagen} items={items} vandaag={vandaag} open={open} kies={kies} />;
  }
  if (items.length > 0) return <Lijst items={items} vandaag={vandaag} open={open} />;
  return (
    <EmptyState title="In deze twee weken staat er niets.">
      Plan een afspraak, of blader verder.
    </EmptyState>
  );
}

/** The calendar of a klantmanager: week, day or list; planning, moving and what came of it. */
export function AgendaScreen() {
  const ik = useIk();
  if (!ik.data) return <Skeleton lines={10} />;
  return <Inhoud ik={ik.data} />;
}
