import type { ErrorComponentProps } from '@tanstack/react-router';
import { useEffect } from 'react';
import { EmptyState, ErrorState, Skeleton } from '../ui/feedback/States.tsx';
import { ButtonLink } from '../ui/form/Button.tsx';
import { PageTitle } from '../ui/layout/PageTitle.tsx';
import { reportLoggedIn } from './session.ts';

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <>
      <PageTitle title="Deze pagina is er niet" />
      <EmptyState
        title="Dit adres leidt nergens heen."
        action={<ButtonLink href="/">Naar Vandaag</ButtonLink>}
      >
        Misschien is de pagina verhuisd of is het adres niet heel overgenomen.
      </EmptyState>
    </>
  );
}

/** A screen that broke, or whose file could not be fetched. */
export function ScreenError({ error, reset }: ErrorComponentProps) {
  return (
    <>
      <PageTitle title="Dit scherm werkt nu niet" />
      <ErrorState error={error} onRetry={reset} />
    </>
  );
}

/** A screen that is on its way. */
export function ScreenPending() {
  return <Skeleton lines={8} />;
}

/** The second window, after logging in again. */
export function ArrivedAgain() {
  useEffect(reportLoggedIn, []);
  return (
    <main className="m-arriving">
      <h1>U bent weer aangemeld</h1>
      <p>U kunt dit venster sluiten en verdergaan waar u was.</p>
    </main>
  );
}
