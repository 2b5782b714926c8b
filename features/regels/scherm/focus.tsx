import type { ReactNode } from 'react';

/** Het id van het blok van één veld, uit zijn pad. */
export const veldId = (pad: string) => `veld-${pad}`;

/** Zet de aandacht op het eerste invulveld van dit pad. @returns of het er is. */
export function focusVeld(pad: string): boolean {
  const invoer = document
    .getElementById(veldId(pad))
    ?.querySelector<HTMLElement>('input, select, textarea, button');
  invoer?.focus();
  invoer?.scrollIntoView({ block: 'center' });
  return Boolean(invoer);
}

/** Het id van het antwoord. */
export const ANTWOORD = 'antwoord';

/** Gaat naar het antwoord, waar dat onder een lang formulier staat. */
export function NaarAntwoord() {
  const ga = () => {
    const antwoord = document.getElementById(ANTWOORD);
    antwoord?.focus({ preventScroll: true });
    antwoord?.scrollIntoView({ block: 'start' });
  };
  return (
    <button type="button" className="m-link-button regel-naar-antwoord" onClick={ga}>
      Naar het antwoord
    </button>
  );
}

/** Een zin die naar het veld gaat waar het om gaat. */
export function NaarVeld({ pad, children }: { pad: string; children: ReactNode }) {
  return (
    <button type="button" className="m-link-button" onClick={() => focusVeld(pad)}>
      {children}
    </button>
  );
}
