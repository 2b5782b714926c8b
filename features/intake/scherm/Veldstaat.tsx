import type { KeyboardEvent } from 'react';
import { formatDate } from '../../../web/dates.ts';
import { Badge, SourceLabel } from '../../../web/ui/data/Badge.tsx';
import { ConflictNotice } from '../../../web/ui/feedback/ConflictNotice.tsx';
import { Kbd } from '../../../web/ui/layout/Kbd.tsx';
import type { IntakeVraag } from '../intake.schema.ts';
import type { Veld } from './onderweg/versturen.tsx';
import { useOpslag } from './opslag.tsx';

type Herkomst = { bron: string; op: string; verouderd?: boolean };

/** Wie dit antwoord gaf en wanneer, en of wat hier is getypt veilig is. */
export function Bronregel({ veld, bron }: { veld: Veld; bron: Herkomst | null }) {
  const { soort } = useOpslag().staat(veld) ?? {};
  return (
    <>
      {bron && (
        <span className="m-quiet">
          <SourceLabel bron={bron.bron} /> {formatDate(bron.op, 'datum')}
        </span>
      )}
      {bron?.verouderd && <Badge tone="near">ouder dan een half jaar: klopt dit nog?</Badge>}
      {soort === 'wacht' && <span className="m-near">wacht op verbinding</span>}
      {soort === 'aangehouden' && <span className="m-near">nog niet opgeslagen</span>}
      {soort === 'bezig' && <span className="m-quiet">bezig met opslaan…</span>}
      {soort === 'opgeslagen' && <span className="m-met">opgeslagen</span>}
      {(soort === 'fout' || soort === 'conflict') && (
        <span className="m-late">niet opgeslagen</span>
      )}
    </>
  );
}

/** De foutmelding bij een veld, in een zin. */
export function useVeldfout(veld: Veld): string | undefined {
  const staat = useOpslag().staat(veld);
  return staat?.soort === 'fout' ? staat.tekst : undefined;
}

/** Een ander schreef hier ook: wie, wanneer, wat, en de keuze. */
export function Botsing({ veld }: { veld: Veld }) {
  const opslag = useOpslag();
  const staat = opslag.staat(veld);
  if (staat?.soort !== 'conflict') return null;
  return (
    <ConflictNotice
      conflict={staat.conflict}
      onTakeTheirs={() => void opslag.neemOver(veld)}
      onKeepMine={() => void opslag.houdEigen(veld)}
    />
  );
}

/**
 * Wat een ander opgaf, of te lang geleden is, wacht op een mens. Klopt het, dan maakt Enter in het veld (in lange tekst
 * Ctrl+Enter) of de knop het tot een antwoord van de klantmanager. Wie iets anders invult, heeft daarmee ook bevestigd.
 * @returns `null` als er niets te bevestigen is.
 */
export function useBevestig(veld: Veld, vraag: IntakeVraag, magBewerken: boolean) {
  const opslag = useOpslag();
  const { antwoord, type } = vraag;
  if (!magBewerken || !antwoord?.teBevestigen) return null;
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

type BevestigProps = { vraag: IntakeVraag; doe: () => void };

/** 'Nog niet bevestigd', met de knop die het bevestigt. */
export function Bevestig({ vraag, doe }: BevestigProps) {
  const lang = vraag.type === 'lange-tekst';
  const { bron = '', verouderd } = vraag.antwoord ?? {};
  return (
    <span className="m-row">
      {!verouderd && <Badge tone="near">van {bron}, nog niet bevestigd</Badge>}
      <button type="button" className="m-link-button" onClick={doe}>
        Klopt<span className="m-hidden">: {vraag.vraag}</span>
      </button>
      <span className="m-quiet" aria-hidden="true">
        <Kbd>{lang ? 'Ctrl Enter' : 'Enter'}</Kbd>
      </span>
    </span>
  );
}
