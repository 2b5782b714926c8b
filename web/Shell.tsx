import { SkipLink } from '@amsterdam/design-system-react/dist/SkipLink/index.js';
import { Outlet } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import { type Ik, useIk } from './ik.ts';
import { WaitingNotice } from './offline/WaitingNotice.tsx';
import { PublicFrame } from './PublicFrame.tsx';
import { CommandPalette } from './shell/CommandPalette.tsx';
import { isPublic, landingFor } from './shell/nav.ts';
import { SessionNotice } from './shell/SessionNotice.tsx';
import { Sidebar } from './shell/Sidebar.tsx';
import { loginHref } from './shell/session.ts';
import { TopBar } from './shell/TopBar.tsx';
import { OutageBanner } from './ui/feedback/OutageBanner.tsx';
import { ErrorState, Skeleton } from './ui/feedback/States.tsx';
import { ToastRegion } from './ui/feedback/Toast.tsx';
import { useGo, usePath } from './ui/layout/Link.tsx';

/** The frame around every screen. */
export function Shell() {
  return (
    <>
      <Inside />
      <SessionNotice />
      <ToastRegion />
    </>
  );
}

/** Pages for everybody need no person; once shown without one they stay, whatever is asked again. */
function Inside() {
  const ik = useIk();
  const path = usePath();
  if (ik.data) return <Frame ik={ik.data} />;
  if (isPublic(path) && ik.errorUpdateCount > 0) return <PublicFrame />;
  return <Arriving error={ik.error} retry={() => ik.refetch()} />;
}

function Arriving({
  error,
  retry,
}: {
  error: ReturnType<typeof useIk>['error'];
  retry: () => void;
}) {
  const failed = error && error.soort !== 'sessie';
  const path = usePath();
  const unknown = error?.soort === 'sessie' && !isPublic(path);
  useEffect(() => {
    if (unknown) window.location.assign(loginHref(location.pathname + location.search));
  }, [unknown]);
  return (
    <main className="m-arriving">
      <h1>Meedoen</h1>
      {failed ? <ErrorState error={error} onRetry={retry} /> : <Skeleton lines={3} />}
      {failed && error.soort === 'netwerk' && (
        <p>
          Hebt u een intake meegenomen? <a href="/onderweg">Ga ermee verder</a>, ook zonder
          verbinding.
        </p>
      )}
    </main>
  );
}

function useCtrlK(open: () => void) {
  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const wanted = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      if (!wanted || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

/** Who works for one gemeente alone sees that gemeente's colour. */
function useGemeenteTheme(ik: Ik) {
  const code = ik.gemeenten.length === 1 ? ik.gemeenten[0]?.code : undefined;
  useEffect(() => {
    if (code) document.documentElement.dataset.gemeente = code;
    else delete document.documentElement.dataset.gemeente;
  }, [code]);
}

/** Who has no work list begins at the first page that is there; true while on the way. */
function useLanding(ik: Ik): boolean {
  const path = usePath();
  const go = useGo();
  const landing = landingFor(ik);
  const away = path === '/' && landing !== '/';
  // biome-ignore lint/correctness/useExhaustiveDependencies: `go` is new in every render
  useEffect(() => {
    if (away) go(landing, { replace: true });
  }, [away, landing]);
  return away;
}

function Frame({ ik }: { ik: Ik }) {
  const [searching, setSearching] = useState(false);
  const drawerId = useId();
  useCtrlK(() => setSearching(true));
  useGemeenteTheme(ik);
  const away = useLanding(ik);
  return (
    <div className="m-shell">
      <SkipLink href="#inhoud">Naar de inhoud</SkipLink>
      <aside className="m-side" aria-label="Menu en wie u bent">
        <Sidebar ik={ik} />
      </aside>
      <Drawer id={drawerId} ik={ik} />
      <div className="m-shell__main">
        <TopBar ik={ik} drawerId={drawerId} onSearch={() => setSearching(true)} />
        <main id="inhoud" tabIndex={-1} className="m-main">
          <OutageBanner />
          <WaitingNotice owner={ik.medewerker.id} />
          {!away && <Outlet />}
        </main>
      </div>
      {searching && <CommandPalette ik={ik} onClose={() => setSearching(false)} />}
    </div>
  );
}

/** The sidebar on a phone; closes when one has chosen. */
function Drawer({ id, ik }: { id: string; ik: Ik }) {
  const ref = useRef<HTMLDivElement>(null);
  const path = usePath();
  const [open, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes the drawer
  useEffect(() => {
    if (ref.current?.matches(':popover-open')) ref.current.hidePopover();
  }, [path]);
  return (
    <div
      id={id}
      ref={ref}
      popover="auto"
      role="dialog"
      aria-label="Menu"
      className="m-drawer"
      onToggle={(event) => {
        setOpen(event.newState === 'open');
        if (event.newState === 'open') ref.current?.querySelector('a')?.focus();
      }}
    >
      {open && (
        <button
          type="button"
          className="m-drawer__close"
          popoverTarget={id}
          popoverTargetAction="hide"
        >
          Sluiten
        </button>
      )}
      {open && <Sidebar ik={ik} />}
    </div>
  );
}
