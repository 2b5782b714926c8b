import type { Taal, Tekststaat } from '../../shared/talen.schema.ts';
import type { Plantekst } from '../keuzes.schema.ts';
import { AR } from './ar.ts';
import { EN } from './en.ts';
import { FA } from './fa.ts';
import { NL } from './nl.ts';
import { PRS } from './prs.ts';
import { SO } from './so.ts';
import { TI } from './ti.ts';
import { TR } from './tr.ts';
import { UK } from './uk.ts';

/** De vaste zinnen van het plan per taal. */
export const PLANTEKSTEN: Readonly<Record<Taal, Plantekst>> = {
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

/** Hoe de zinnen tot stand kwamen; leeg bij het Nederlands, dat de bron is. */
export const staatVan = (taal: Taal): Tekststaat | null => (taal === 'nl' ? null : 'machine');
