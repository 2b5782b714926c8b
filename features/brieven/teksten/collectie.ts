import type { Tekstcollectie } from '../../shared/teksten.schema.ts';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { fa } from './fa.ts';
import { nl } from './nl.ts';
import { prs } from './prs.ts';
import { so } from './so.ts';
import { ti } from './ti.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';

/** De vaste teksten van de brieven bij het PIP en van het gesprek erover. */
export const BRIEVEN_TEKSTEN: Tekstcollectie = {
  id: 'brieven',
  naam: 'Brieven bij het PIP',
  teksten: { nl, en, ar, ti, tr, uk, fa, prs, so },
};
