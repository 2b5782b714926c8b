import { useQuery } from '@tanstack/react-query';
import {
  type KeyboardEvent,
  useDeferredValue,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { api, type Problem } from '../api.ts';
import { formatDate } from '../dates.ts';
import type { Ik } from '../ik.ts';
import { Icon } from '../ui/layout/Icon.tsx';
import { Kbd } from '../ui/layout/Kbd.tsx';
import { useGo } from '../ui/layout/Link.tsx';
import { type Opdracht, useAlleOpdrachten } from './commands.ts';
import { navFor } from './nav.ts';

type Gevonden = {
  items: {
    dossierId: string;
    naam: string;
    geboortedatum: string | null;
    gemeente: string;
    doelgroep: string;
  }[];
};

type Choice = { id: string; groep: string; naam: string; bij?: string; doe: () => void };

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function matches(item: Pick<Opdracht, 'naam' | 'zoekwoorden'>, typed: string): boolean {
  const text = plain(`${item.naam} ${item.zoekwoorden ?? ''}`);
  return plain(typed)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** A person's name goes by POST, so that it stays out of addresses and log lines. */
function usePeople(typed: string) {
  const zoek = useDeferredValue(typed.trim());
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(zoek), 150);
    return () => clearTimeout(timer);
  }, [zoek]);
  return useQuery<Gevonden, Problem>({
    queryKey: ['zoek', settled],
    enabled: settled.length >= 2,
    gcTime: 0,
    queryFn: ({ signal }) =>
      api.post<Gevonden>('/v1/inburgeraars/_zoek', { zoek: settled, pageSize: 8 }, { signal }),
  });
}

function useChoices(typed: string, ik: Ik) {
  const go = useGo();
  const people = usePeople(typed);
  const acts = useAlleOpdrachten();
  const pages = navFor(ik).flatMap((group) => group.items);
  const items = typed.trim().length >= 2 ? (people.data?.items ?? []) : [];
  const choices: Choice[] = [
    ...items.map((persoon) => ({
      id: persoon.dossierId,
      groep: 'Mensen',
      naam: persoon.naam,
      bij: [
        persoon.geboortedatum && formatDate(persoon.geboortedatum, 'cijfers'),
        persoon.doelgroep,
        persoon.gemeente,
      ]
        .filter(Boolean)
        .join(' · '),
      doe: () => go(`/inburgeraars/${persoon.dossierId}`),
    })),
    ...acts
      .filter((act) => matches(act, typed))
      .map((act) => ({ id: `doe-${act.id}`, groep: 'Doen', naam: act.naam, doe: act.doe })),
    ...pages
      .filter((page) => matches({ naam: `ga naar ${page.naam}` }, typed))
      .map((page) => ({
        id: `ga-${page.href}`,
        groep: 'Ga naar',
        naam: page.naam,
        doe: () => go(page.href),
      })),
  ];
  return { choices, searching: people.isFetching, failed: people.isError };
}

function statusText(count: number, searching: boolean, failed: boolean): string {
  if (searching) return 'Zoeken…';
  if (failed) return 'Zoeken naar mensen lukt nu niet.';
  return count === 0 ? 'Niets gevonden.' : `${count} gevonden`;
}

/** Find a person, go to a page, do something: by keyboard from any screen. */
export function CommandPalette({ ik, onClose }: { ik: Ik; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [index, setIndex] = useState(0);
  const { choices, searching, failed } = useChoices(typed, ik);
  const active = choices[Math.min(index, choices.length - 1)];
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const choose = (choice: Choice) => {
    onClose();
    choice.doe();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setIndex((index + step + choices.length) % Math.max(1, choices.length));
    else if (event.key === 'Enter' && active) choose(active);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click on the backdrop closes; Esc does it by keyboard
    <dialog
      ref={dialog}
      className="m-palette"
      aria-label="Zoeken en opdrachten"
      onCancel={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className="m-palette__field">
        <Icon name="zoek" />
        <input
          type="text"
          role="combobox"
          aria-label="Zoek een inburgeraar, een pagina of een opdracht"
          aria-expanded={choices.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={active ? `${id}-${active.id}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder="Naam, V-nummer, pagina of opdracht"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setIndex(0);
          }}
          onKeyDown={onKeyDown}
        />
        <button type="button" className="m-plain-button" onClick={onClose}>
          Sluiten
        </button>
      </div>
      <ChoiceList id={id} choices={choices} active={active} onPoint={setIndex} onChoose={choose} />
      <div className="m-palette__foot">
        <span role="status">{statusText(choices.length, searching, failed)}</span>
        <span>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> kies · <Kbd>↵</Kbd> open · <Kbd>Esc</Kbd> sluit
        </span>
      </div>
    </dialog>
  );
}

type ChoiceListProps = {
  id: string;
  choices: readonly Choice[];
  active: Choice | undefined;
  onPoint: (index: number) => void;
  onChoose: (choice: Choice) => void;
};

function ChoiceList({ id, choices, active, onPoint, onChoose }: ChoiceListProps) {
  const groups = [...new Set(choices.map((choice) => choice.groep))];
  return (
    <div id={`${id}-list`} role="listbox" aria-label="Gevonden" className="m-palette__list">
      {groups.map((groep) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox knows only role=group
        <div key={groep} role="group" aria-label={groep}>
          <p className="m-palette__group" aria-hidden="true">
            {groep}
          </p>
          {choices.map((choice, index) =>
            choice.groep === groep ? (
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox (aria-activedescendant)
              // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the combobox chooses
              <div
                key={choice.id}
                id={`${id}-${choice.id}`}
                role="option"
                aria-selected={choice === active}
                className="m-palette__choice"
                ref={(element) => {
                  if (choice === active) element?.scrollIntoView({ block: 'nearest' });
                }}
                onPointerMove={() => onPoint(index)}
                onClick={() => onChoose(choice)}
              >
                <span>{choice.naam}</span>
                {choice.bij && <span className="m-quiet">{choice.bij}</span>}
              </div>
            ) : null,
          )}
        </div>
      ))}
    </div>
  );
}
