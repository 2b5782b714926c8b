import type { Verhuizing } from './verhuizing.schema.ts';

/** De woorden op het scherm. */
export const STAAT: Record<
  Verhuizing['staat'],
  { tekst: string; tone: 'late' | 'near' | 'met' | 'outside' | 'neutral' }
> = {
  'te-vragen': { tekst: 'nog vragen', tone: 'near' },
  gevraagd: { tekst: 'gevraagd', tone: 'outside' },
  ontvangen: { tekst: 'pakket ontvangen', tone: 'near' },
  aanvaard: { tekst: 'aanvaard', tone: 'met' },
  afgewezen: { tekst: 'afgewezen', tone: 'late' },
  geweigerd: { tekst: 'geweigerd', tone: 'late' },
  ingetrokken: { tekst: 'ingetrokken', tone: 'neutral' },
  verzocht: { tekst: 'wacht op u', tone: 'near' },
  overgedragen: { tekst: 'overgedragen', tone: 'outside' },
};

/** Eerste letter klein; 'PIP' blijft 'PIP'. */
export const inZin = (t: string) =>
  /^[A-Z][A-Z]/.test(t) ? t : t.charAt(0).toLowerCase() + t.slice(1);

export const LEERROUTE = {
  B: 'B1-route',
  O: 'onderwijsroute',
  Z: 'zelfredzaamheidsroute (Z-route)',
} as const;

export const LANGS = [
  { value: 'brief', label: 'Per brief' },
  { value: 'mail', label: 'Per beveiligde mail' },
  { value: 'telefoon', label: 'Per telefoon' },
] as const;

/** Waar het over gaat, in een paar woorden. */
export const vanNaar = (v: Pick<Verhuizing, 'richting' | 'andere'>) => {
  if (!v.andere) return v.richting === 'in' ? 'Hierheen verhuisd' : 'Naar een andere gemeente';
  return v.richting === 'in' ? `Kwam uit ${v.andere.naam}` : `Vertrok naar ${v.andere.naam}`;
};
