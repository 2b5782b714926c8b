import type { ReactNode } from 'react';

export type Tone = 'late' | 'near' | 'met' | 'outside' | 'ours' | 'neutral';

/** A small word on a soft ground. The word carries the meaning; the colour only helps. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`m-badge m-badge--${tone}`}>{children}</span>;
}

const YEAR = 365;

/** 'nog 3 dagen', 'vandaag', '2 dagen te laat'; from two years on 'nog ruim 2 jaar'. */
function termijnText(dagen: number): string {
  const days = (count: number) => `${count} ${count === 1 ? 'dag' : 'dagen'}`;
  if (dagen === 0) return 'vandaag';
  if (dagen > 2 * YEAR) return `nog ruim ${Math.floor(dagen / YEAR)} jaar`;
  return dagen < 0 ? `${days(-dagen)} te laat` : `nog ${days(dagen)}`;
}

function termijnTone(dagen: number, nearFrom: number): Tone {
  if (dagen < 0) return 'late';
  return dagen <= nearFrom ? 'near' : 'neutral';
}

type TermijnBadgeProps = {
  /** Days left as the server counted them; negative is late, null means that no term runs. */
  dagen: number | null;
  /** From how many days left it turns amber. */
  bijna?: number;
};

/** How long there still is. */
export function TermijnBadge({ dagen, bijna = 7 }: TermijnBadgeProps) {
  if (dagen === null) return <span className="m-quiet">geen termijn</span>;
  return <Badge tone={termijnTone(dagen, bijna)}>{termijnText(dagen)}</Badge>;
}

/** Where a fact comes from: a system (DUO SS131, BRP) or a colleague. */
export function SourceLabel({ bron }: { bron: string }) {
  const system = /^(duo|brp|coa|cbs)\b/i.test(bron);
  return (
    <span className={`m-badge m-badge--${system ? 'outside' : 'ours'} m-source`}>
      <span className="m-hidden">bron: </span>
      {bron}
    </span>
  );
}

/** A person as two letters; the full name is told and shown on hover. */
export function Initials({ naam, initialen }: { naam: string; initialen: string }) {
  return (
    <span className="m-initials" title={naam}>
      <span aria-hidden="true">{initialen}</span>
      <span className="m-hidden">{naam}</span>
    </span>
  );
}
