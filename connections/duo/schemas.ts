import type { z } from 'zod';
import type { examenresultatenAntwoord } from './apis/examen.ts';
import type { pipAntwoord } from './apis/pip.ts';
import type { urenAntwoord } from './apis/uren.ts';

/** Een waarde uit een lijst van DUO. DUO kan een lijst uitbreiden; dan is `bekend` onwaar. */
export type Codewaarde<T extends string> =
  | { bekend: true; waarde: T }
  | { bekend: false; waarde: string };

/** Een score op een toets, exact: `62,50` is `{ honderdsten: 6250, tekst: '62,50' }`. */
export type Score = { honderdsten: number; tekst: string };

// Wat DUO antwoordt, gelezen. De andere antwoorden zijn te noemen als uitkomst van hun vraag in `DuoVragen`.
export type DuoExamenresultaat = z.output<typeof examenresultatenAntwoord>[number];
export type DuoPip = z.output<typeof pipAntwoord>;
export type DuoUren = z.output<typeof urenAntwoord>[number];
