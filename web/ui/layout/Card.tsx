import { type ReactNode, useId } from 'react';

type CardProps = {
  title?: ReactNode;
  /** Beside the title: a button, a link, a small count. */
  action?: ReactNode;
  level?: 2 | 3;
  /** 'soft' is the light petrol block for the one thing that is due now. */
  tone?: 'plain' | 'soft';
  /** No padding, for a table that runs to the edge. */
  flush?: boolean;
  children: ReactNode;
};

/** A block with its own heading; a region of the page when it has a title. */
export function Card({ title, action, level = 2, tone = 'plain', flush, children }: CardProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  const classes = ['m-card', tone === 'soft' && 'm-card--soft', flush && 'm-card--flush'];
  return (
    <section className={classes.filter(Boolean).join(' ')} aria-labelledby={title ? id : undefined}>
      {(title || action) && (
        <div className="m-card__head">
          {title && (
            <Heading id={id} className="m-card__title">
              {title}
            </Heading>
          )}
          {action}
        </div>
      )}
      {children}
    </section>
  );
}
