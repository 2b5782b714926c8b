import { useEffect, useRef } from 'react';
import { useOpdrachten } from '../../../web/shell/commands.ts';
import type { PipDetail } from '../pip.schema.ts';
import { naarVeld } from './namen.ts';

/** De velden die nog iets vragen, elk één keer, in de volgorde van het formulier. */
function openVelden({ controle }: Pick<PipDetail, 'controle'>): string[] {
  const { wet, duo, overig } = controle;
  const velden = [...wet, ...duo, ...overig].flatMap((r) =>
    r.veld && r.veld !== 'dagtekening' ? [r.veld] : [],
  );
  return [...new Set(velden)];
}

/** Alt+N springt naar het volgende veld dat nog iets vraagt, en begint daarna opnieuw. */
export function useVolgendPunt(pip: PipDetail): void {
  const velden = openVelden(pip);
  const laatst = useRef<string>(undefined);
  const volgende = () => {
    const plek = laatst.current === undefined ? -1 : velden.indexOf(laatst.current);
    const veld = velden[(plek + 1) % velden.length];
    if (!veld) return;
    laatst.current = veld;
    naarVeld(veld);
  };
  const doe = useRef(volgende);
  doe.current = volgende;
  useEffect(() => {
    const bijToets = (e: KeyboardEvent) => {
      if (!e.altKey || e.ctrlKey || e.metaKey || e.code !== 'KeyN') return;
      e.preventDefault();
      doe.current();
    };
    window.addEventListener('keydown', bijToets);
    return () => window.removeEventListener('keydown', bijToets);
  }, []);
  useOpdrachten(
    velden.length > 0
      ? [{ id: 'pip-volgende', naam: 'PIP: naar het volgende dat ontbreekt', doe: volgende }]
      : [],
  );
}
