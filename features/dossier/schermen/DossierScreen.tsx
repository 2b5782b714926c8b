import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useOpdrachten } from '../../../web/shell/commands.ts';
import { ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { useGo, usePath } from '../../../web/ui/layout/Link.tsx';
import { PageTitle } from '../../../web/ui/layout/PageTitle.tsx';
import { Tabs } from '../../../web/ui/layout/Tabs.tsx';
import type { Kop } from '../stand.schema.ts';
import { useBrpVers } from './brp.tsx';
import { DossierKop } from './DossierKop.tsx';
import { useDossierId, useLevendeKop } from './vragen.tsx';
import './dossier.css';

function tabsVan(basis: string, mag: Kop['mag']) {
  return [
    { naam: 'Overzicht', href: basis, mag: true },
    { naam: 'Intake', href: `${basis}/intake`, mag: mag.intake },
    { naam: 'PIP', href: `${basis}/pip`, mag: mag.pip },
    { naam: 'Plan', href: `${basis}/plan`, mag: mag.plan },
    { naam: 'Gezin', href: `${basis}/gezin`, mag: mag.plan },
    { naam: 'Traject', href: `${basis}/traject`, mag: mag.traject },
    { naam: 'Besluiten', href: `${basis}/besluiten`, mag: mag.besluiten },
    { naam: 'Documenten', href: `${basis}/documenten`, mag: mag.inzien },
    { naam: 'DUO', href: `${basis}/duo`, mag: mag.inzien },
  ].filter((tab) => tab.mag);
}

/** What is needed less often. */
function meerVan(basis: string, mag: Kop['mag']) {
  return [
    { naam: 'Verhuizing', href: `${basis}/verhuizing`, mag: mag.intake },
    { naam: 'Wat als', href: `${basis}/wat-als`, mag: mag.inzien },
    { naam: 'Wie keek mee', href: `${basis}/logboek`, mag: mag.logboek },
  ].filter((tab) => tab.mag);
}

/** A dossier that went up in another keeps its address; the page moves to what remained. */
function useVolgSamenvoeging(kop: Kop | undefined) {
  const id = useDossierId();
  const path = usePath();
  const go = useGo();
  useEffect(() => {
    if (kop && id && kop.dossierId !== id) go(path.replace(id, kop.dossierId), { replace: true });
  }, [kop, id, path, go]);
}

/** The parts of this dossier in the command field (Ctrl-K). */
function useTabOpdrachten(id: string, kop: Kop | undefined) {
  const go = useGo();
  const basis = `/inburgeraars/${id}`;
  const tabs = kop ? [...tabsVan(basis, kop.mag), ...meerVan(basis, kop.mag)] : [];
  useOpdrachten(
    tabs.map((tab) => ({
      id: tab.href,
      naam: `Dit dossier: ${tab.naam}`,
      zoekwoorden: 'ga naar tabblad',
      doe: () => go(tab.href),
    })),
  );
}

/** Everything about one person: head, tabs, and the part that is open. */
export function DossierScreen() {
  const id = useDossierId();
  const path = usePath();
  const kop = useLevendeKop();
  useVolgSamenvoeging(kop.data);
  useTabOpdrachten(id, kop.data);
  useBrpVers(kop.data?.mag);
  if (kop.isError && !kop.data) {
    return (
      <div className="m-stack">
        <PageTitle title="Dossier" crumbs={[{ naam: 'Inburgeraars', href: '/inburgeraars' }]} />
        <ErrorState error={kop.error} onRetry={() => void kop.refetch()} />
      </div>
    );
  }
  if (!kop.data) {
    return (
      <div className="m-stack">
        <PageTitle title="Dossier" />
        <Skeleton lines={6} label="Dossier laden…" />
      </div>
    );
  }
  const basis = `/inburgeraars/${id}`;
  const meer = meerVan(basis, kop.data.mag);
  const tabs = tabsVan(basis, kop.data.mag).map((tab) =>
    tab.href === basis ? tab : { ...tab, actief: path.startsWith(tab.href) },
  );
  return (
    <div className="m-stack">
      <DossierKop kop={kop.data} />
      {tabs.length > 1 && <Tabs label="Delen van het dossier" tabs={tabs} meer={meer} />}
      <Outlet />
    </div>
  );
}
