import type { KeyboardEvent } from 'react';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { Kbd } from '../../../web/ui/layout/Kbd.tsx';
import type { IntakeVraag } from '../intake.schema.ts';
import { useOpslag, type Veld } from './opslag.tsx';

/**
 * Wat COA opgaf wacht op een mens. Klopt het, dan maakt Enter in het veld (in lange tekst Ctrl+Enter) of de knop het
 * tot een antwoord van de klantmanager. Wie iets anders invult, heeft daarmee ook bevestigd.
 * @returns `null` als er niets te bevestigen is.
 */
export function useBevestig(veld: Veld, vraag: IntakeVraag, magBewerken: boolean) {
  const opslag = useOpslag();
  const { antwoord, type } = vraag;
  if (!magBewerken || antwoord?.bron !== 'COA' || antwoord.waarde === null) return null;
  // Zodra iemand iets typt, is dat het antwoord.
  if (opslag.staat(veld) !== undefined) return null;
  const doe = () => opslag.zet(veld, antwoord.waarde);
  const toets = (event: KeyboardEvent<HTMLElement>) => {
    const inVeld =
      event.target instanceof HTMLElement && event.target.matches('input, select, textarea');
    const goed = type === 'lange-tekst' ? event.ctrlKey || event.metaKey : !event.ctrlKey;
    if (event.key !== 'Enter' || !inVeld || !goed) return;
    event.preventDefault();
    doe();
  };
  return { doe, toets };
}

type BevestigProps = { vraag: string; doe: () => void; lang: boolean };

/** 'Van COA, nog niet bevestigd', met de knop die het bevestigt. */
export function Bevestig({ vraag, doe, lang }: BevestigProps) {
  return (
    <span className="m-row">
      <Badge tone="near">van COA, nog niet bevestigd</Badge>
      <button type="button" className="m-link-button" onClick={doe}>
        Klopt<span className="m-hidden">: {vraag}</span>
      </button>
      <span className="m-quiet" aria-hidden="true">
        <Kbd>{lang ? 'Ctrl Enter' : 'Enter'}</Kbd>
      </span>
    </span>
  );
}
