import { type KeyboardEvent, useId, useState } from 'react';
import { Icon } from '../../../../web/ui/layout/Icon.tsx';
import { Kbd } from '../../../../web/ui/layout/Kbd.tsx';
import { inWoorden } from '../../../shared/vraag.schema.ts';
import type { Intake, IntakeVraag } from '../../intake.schema.ts';
import { useOpslag, waardeNu } from '../opslag.tsx';
import { type Treffer, zoekVragen } from './zoekvraag.ts';

export const OPDRACHTVELD = 'intake-opdrachtveld';

type OpdrachtveldProps = {
  intake: Intake;
  vragen: readonly IntakeVraag[];
  onOpen: (vraag: IntakeVraag) => void;
  onAntwoord: (treffer: Treffer) => void;
};

type OptieProps = {
  treffer: Treffer;
  id: string;
  gekozen: boolean;
  gebied: string;
  nu: unknown;
  onKies: () => void;
};

function Optie({ treffer, id, gekozen, gebied, nu, onKies }: OptieProps) {
  const { vraag, antwoord } = treffer;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: het invoerveld bedient de lijst, met pijlen en Enter
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={gekozen}
      className="opdracht__optie"
      onMouseDown={(event) => event.preventDefault()}
      onClick={onKies}
    >
      <span className="opdracht__vraag">{vraag.vraag}</span>
      <span className="opdracht__doel">
        {antwoord !== undefined && (
          <strong className="opdracht__antwoord">leg vast: {inWoorden(antwoord)}</strong>
        )}
        {antwoord === undefined && nu !== null && <span>nu: {inWoorden(nu as never)}</span>}
        <span className="m-quiet">{gebied}</span>
      </span>
    </div>
  );
}

/** Beweging door de lijst: pijlen, Enter en Esc. */
function useLijst(aantal: number) {
  const [plek, setPlek] = useState(0);
  const stap = (d: number) => setPlek((p) => (aantal === 0 ? 0 : (p + d + aantal) % aantal));
  return { plek: Math.min(plek, Math.max(0, aantal - 1)), stap, begin: () => setPlek(0) };
}

type Zoek = ReturnType<typeof useZoek>;

function useZoek({ intake, vragen, onOpen, onAntwoord }: OpdrachtveldProps) {
  const opslag = useOpslag();
  const [tekst, setTekst] = useState('');
  const namen = new Map(intake.onderdelen.map((o) => [o.id, o.naam]));
  const isOpen = (v: IntakeVraag) => waardeNu(opslag, v) === null;
  const treffers = zoekVragen(tekst, vragen, namen, isOpen);
  const { plek, stap, begin } = useLijst(treffers.length);
  const typ = (nieuw: string) => {
    setTekst(nieuw);
    begin();
  };
  const kies = (treffer: Treffer | undefined, alleenOpenen = false) => {
    if (!treffer) return;
    typ('');
    if (treffer.antwoord === undefined || alleenOpenen) onOpen(treffer.vraag);
    else onAntwoord(treffer);
  };
  const toets = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key } = event;
    const doet = ['ArrowDown', 'ArrowUp', 'Enter'].includes(key) || (key === 'Escape' && tekst);
    if (!doet) return;
    event.preventDefault();
    if (key === 'Enter') kies(treffers[plek], event.shiftKey);
    else if (key === 'Escape') typ('');
    else stap(key === 'ArrowDown' ? 1 : -1);
  };
  return { tekst, treffers, plek, typ, kies, toets, open: tekst.trim() !== '' };
}

function Lijst({ id, zoek, intake }: { id: string; zoek: Zoek; intake: Intake }) {
  const opslag = useOpslag();
  const gebied = new Map(intake.leefgebieden.map((g) => [g.id, g.naam]));
  const { open, treffers, plek, kies } = zoek;
  return (
    <>
      <div
        id={`${id}-lijst`}
        role="listbox"
        aria-label="Gevonden vragen"
        className="opdracht__lijst"
        hidden={!open}
      >
        {treffers.map((treffer, i) => (
          <Optie
            key={treffer.vraag.id}
            id={`${id}-${i}`}
            treffer={treffer}
            gekozen={i === plek}
            gebied={gebied.get(treffer.vraag.leefgebied) ?? ''}
            nu={waardeNu(opslag, treffer.vraag)}
            onKies={() => kies(treffer)}
          />
        ))}
      </div>
      <p role="status" className={open && treffers.length === 0 ? 'm-quiet' : 'm-hidden'}>
        {open && treffers.length === 0
          ? 'Geen vraag gevonden. Probeer een ander woord, of kies hieronder een onderwerp.'
          : open && `${treffers.length} gevonden`}
      </p>
    </>
  );
}

/** 'Wat vertelt de persoon?': een paar woorden vinden de vraag, en vaak ook al het antwoord. */
export function Opdrachtveld(props: OpdrachtveldProps) {
  const zoek = useZoek(props);
  const id = useId();
  const gevonden = zoek.open && zoek.treffers.length > 0;
  return (
    <div className="opdracht">
      <label htmlFor={OPDRACHTVELD} className="opdracht__label">
        Wat vertelt de persoon?
      </label>
      <div className="opdracht__rij">
        <Icon name="zoek" size={18} />
        <input
          id={OPDRACHTVELD}
          className="opdracht__veld"
          role="combobox"
          aria-expanded={gevonden}
          aria-controls={`${id}-lijst`}
          aria-autocomplete="list"
          aria-activedescendant={gevonden ? `${id}-${zoek.plek}` : undefined}
          aria-describedby={`${id}-hulp`}
          autoComplete="off"
          spellCheck={false}
          placeholder="bijvoorbeeld: rijbewijs nee"
          value={zoek.tekst}
          onChange={(event) => zoek.typ(event.target.value)}
          onKeyDown={zoek.toets}
        />
      </div>
      <p id={`${id}-hulp`} className="m-quiet opdracht__hulp">
        Typ een paar woorden. <Kbd>Enter</Kbd> legt vast of opent de vraag, <Kbd>Shift Enter</Kbd>{' '}
        opent haar altijd.
      </p>
      <Lijst id={id} zoek={zoek} intake={props.intake} />
    </div>
  );
}
