import type { Deelnemer, Zitting } from '../zitting.schema.ts';

type Toon = 'late' | 'near' | 'met' | 'outside' | 'ours' | 'neutral';

export const STAAT: Record<Zitting['staat'], { tekst: string; tone: Toon }> = {
  gepland: { tekst: 'gepland', tone: 'ours' },
  gehouden: { tekst: 'gehouden', tone: 'met' },
  afgelast: { tekst: 'gaat niet door', tone: 'outside' },
};

export const UITKOMST: Record<NonNullable<Deelnemer['uitkomst']>, { tekst: string; tone: Toon }> = {
  verschenen: { tekst: 'was er', tone: 'met' },
  'niet-verschenen': { tekst: 'was er niet', tone: 'late' },
  afgezegd: { tekst: 'afgezegd', tone: 'outside' },
};

/** '9.30 uur'. */
export const uur = (tijd: string) => `${tijd.replace(/^0/, '').replace(':', '.')} uur`;

/** 'nog 3 laptops vrij', 'vol'. */
export function ruimte({ laptops, bezet }: Pick<Zitting, 'laptops' | 'bezet'>): string {
  const vrij = laptops - bezet;
  if (vrij <= 0) return 'vol';
  return `nog ${vrij} ${vrij === 1 ? 'laptop' : 'laptops'} vrij`;
}

const WAT: Record<string, string> = {
  uitnodiging: 'uitnodiging',
  verzet: 'bericht van een nieuwe tijd',
  afgezegd: 'bericht van afzeggen',
};
const STAND: Record<string, string> = {
  wacht: 'ligt klaar',
  bezig: 'ligt klaar',
  verstuurd: 'verstuurd',
  bezorgd: 'bezorgd',
  mislukt: 'niet gelukt',
  zelf: 'geef dit zelf door',
};

/** 'uitnodiging per brief: ligt klaar'. */
export function berichtZin(b: Deelnemer['bericht']): string {
  if (!b) return 'nog geen bericht';
  return `${WAT[b.wat] ?? b.wat} per ${b.kanaal}: ${STAND[b.staat] ?? b.staat}`;
}

/** Een geheel getal; wat dat niet is, weigert de server met een zin. */
export const leesGetal = (tekst: string): number =>
  /^\d{1,6}$/.test(tekst.trim()) ? Number(tekst) : -1;
