import type { Taal } from '../shared/talen.schema.ts';
import type { Tekstcollectie } from '../shared/teksten.schema.ts';
import { AR } from './teksten/ar.ts';
import { EN } from './teksten/en.ts';
import { FA } from './teksten/fa.ts';
import { type MetingTekst, NL } from './teksten/nl.ts';
import { PRS } from './teksten/prs.ts';
import { SO } from './teksten/so.ts';
import { TI } from './teksten/ti.ts';
import { TR } from './teksten/tr.ts';
import { UK } from './teksten/uk.ts';

const TEKSTEN: Readonly<Record<Taal, MetingTekst>> = {
  nl: NL,
  en: EN,
  ar: AR,
  ti: TI,
  tr: TR,
  uk: UK,
  fa: FA,
  prs: PRS,
  so: SO,
};

/** De vragen over hoe het gaat, in elke taal. Het Nederlands gaat voor; de rest vertaalde een machine. */
export const METING_TEKSTEN: Tekstcollectie & { teksten: typeof TEKSTEN } = {
  id: 'meting',
  naam: 'Vragen over hoe het gaat',
  teksten: TEKSTEN,
};
