import type { Verzending } from '../verzending.schema.ts';

type Toon = 'late' | 'near' | 'met' | 'neutral';

const STATEN: Record<Verzending['staat'], { naam: string; tone: Toon }> = {
  wacht: { naam: 'wacht', tone: 'neutral' },
  bezig: { naam: 'onderweg', tone: 'near' },
  geaccepteerd: { naam: 'bij DUO', tone: 'met' },
  geweigerd: { naam: 'geweigerd door DUO', tone: 'late' },
  ingetrokken: { naam: 'ingetrokken', tone: 'neutral' },
};

/** Een bericht in één woord. */
export function staatVan(v: Pick<Verzending, 'staat' | 'eigenRedenen' | 'vervangen'>): {
  naam: string;
  tone: Toon;
} {
  if (v.vervangen) return { naam: 'vervangen door een nieuwer bericht', tone: 'neutral' };
  if (v.staat === 'geweigerd' && v.eigenRedenen.length > 0) {
    return { naam: 'niet verstuurd', tone: 'late' };
  }
  return STATEN[v.staat];
}
