import { TALEN, type Taal } from './talen.schema.ts';

const KANAAL: Record<string, string> = {
  brief: 'een brief',
  'e-mail': 'een e-mail',
  sms: 'een sms',
};

/** Langs welke weg en in welke taal de persoon over een afspraak hoort. */
export type Hoort = { kanalen: readonly string[]; taal: string };

/** Wat de persoon krijgt, in een zin. */
export function hoorZin(v: Hoort | undefined): string {
  if (!v) return 'De persoon krijgt bericht.';
  const hoe = v.kanalen.map((k) => KANAAL[k] ?? k).join(' en ');
  const taal =
    v.taal === 'nl'
      ? 'in het Nederlands'
      : `in het ${TALEN[v.taal as Taal].naam} en het Nederlands`;
  return `De persoon krijgt ${hoe || 'bericht'}, ${taal}, en later een herinnering.`;
}
