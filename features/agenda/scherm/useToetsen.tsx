import { useEffect } from 'react';

function telt(event: KeyboardEvent): boolean {
  const doel = event.target;
  const typt = doel instanceof HTMLElement && doel.matches('input, textarea, select');
  const bedekt = document.querySelector('dialog[open], [popover]:popover-open') !== null;
  return (
    !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented && !bedekt && !typt
  );
}

/** Naar de volgende of vorige afspraak op het scherm. */
function loop(stap: number): void {
  const alle = [...document.querySelectorAll<HTMLElement>('[data-afspraak]')];
  const nu = alle.indexOf(document.activeElement as HTMLElement);
  const volgende = nu < 0 ? (stap > 0 ? 0 : alle.length - 1) : nu + stap;
  alle[Math.max(0, Math.min(alle.length - 1, volgende))]?.focus();
}

/** Toetsen van de agenda; J en K lopen langs de afspraken, de rest doet `toetsen`. */
export function useToetsen(toetsen: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const luister = (event: KeyboardEvent) => {
      if (!telt(event)) return;
      const toets = event.key.toLowerCase();
      const doe = toets === 'j' ? () => loop(1) : toets === 'k' ? () => loop(-1) : toetsen[toets];
      if (!doe) return;
      event.preventDefault();
      doe();
    };
    window.addEventListener('keydown', luister);
    return () => window.removeEventListener('keydown', luister);
  }, [toetsen]);
}
