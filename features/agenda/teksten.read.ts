import type { Tekstcollectie } from '../shared/teksten.schema.ts';
import { ar } from './teksten/ar.ts';
import { en } from './teksten/en.ts';
import { fa } from './teksten/fa.ts';
import { nl } from './teksten/nl.ts';
import { prs } from './teksten/prs.ts';
import { so } from './teksten/so.ts';
import { ti } from './teksten/ti.ts';
import { tr } from './teksten/tr.ts';
import { uk } from './teksten/uk.ts';

/** De vaste teksten van uitnodigingen, herinneringen en andere berichten over een afspraak. */
export const AGENDA_TEKSTEN: Tekstcollectie = {
  id: 'agenda',
  naam: 'Berichten over een afspraak',
  teksten: { nl, en, ar, ti, tr, uk, fa, prs, so },
};
