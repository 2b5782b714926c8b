import type { ReactNode } from 'react';
import { Problem } from '../../api.ts';
import { Button, ButtonLink } from '../form/Button.tsx';
import { Alert, Redenen } from './Alert.tsx';

type EmptyStateProps = { title: string; children?: ReactNode; action?: ReactNode };

/** Nothing here, why that is, and what one can do. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="m-empty">
      <p className="m-empty__title">{title}</p>
      {children && <p className="m-quiet">{children}</p>}
      {action}
    </div>
  );
}

/** A failure in one short sentence and what explains it. */
export function explain(error: unknown): { title: string; detail: string } {
  if (!(error instanceof Problem)) {
    return { title: 'Er ging iets mis in dit scherm.', detail: 'Probeer het opnieuw.' };
  }
  if (error.status === 404) {
    return {
      title: 'Dit is er niet, of u mag het niet zien.',
      detail: error.detail || 'Klopt het adres? Vraag anders uw beheerder.',
    };
  }
  if (error.status === 403) return { title: 'Dit mag u niet zien of doen.', detail: error.detail };
  return { title: `${error.title}.`, detail: error.detail };
}

/** What is not there does not come by asking again. */
const isGone = (error: unknown) => error instanceof Problem && error.status === 404;

type ErrorStateProps = { error: unknown; onRetry?: () => void };

/** A Problem in human words, with its reasons and a way on. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { title, detail } = explain(error);
  return (
    <div className="m-stack m-stack--tight">
      <Alert tone="refusal" title={title} live>
        {detail}
        {error instanceof Problem && <Redenen redenen={error.redenen} />}
      </Alert>
      {onRetry && (
        <div>
          {isGone(error) ? (
            <ButtonLink href="/">Naar Vandaag</ButtonLink>
          ) : (
            <Button onClick={onRetry}>Probeer opnieuw</Button>
          )}
        </div>
      )}
    </div>
  );
}

/** Grey lines where content will come; told as 'laden'. */
export function Skeleton({ lines = 4, label = 'Laden…' }: { lines?: number; label?: string }) {
  return (
    <div className="m-skeleton" role="status">
      <span className="m-hidden">{label}</span>
      {Array.from({ length: lines }, (_, line) => `lijn-${line}`).map((line) => (
        <span key={line} className="m-skeleton__line" aria-hidden="true" />
      ))}
    </div>
  );
}
