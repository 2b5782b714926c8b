import { expect, test } from 'vitest';
import { gevolgVan, minutenSinds, staatVan } from './staat.ts';

const NU = '2026-11-21T12:00:00.000Z';
const voor = (seconden: number) => new Date(Date.parse(NU) - seconden * 1000).toISOString();
const v = (gelukt: string | null, mislukt: string | null, sinds: string | null) => ({
  laatstGelukt: gelukt,
  laatstMislukt: mislukt,
  misluktSinds: sinds,
});

test.each([
  ['nooit iets gevraagd', undefined, 'stil'],
  ['net gelukt', v(voor(1), null, null), 'goed'],
  ['een dag niets gevraagd', v(voor(86_400), null, null), 'goed'],
  ['langer dan een dag niets gevraagd', v(voor(86_401), null, null), 'stil'],
  ['pas net mis', v(voor(90), voor(5), voor(60)), 'hapert'],
  ['een minuut lang mis', v(voor(90), voor(5), voor(61)), 'plat'],
  ['weer gelukt na een fout', v(voor(1), voor(30), null), 'hapert'],
  ['lang geleden een fout', v(voor(1), voor(61), null), 'goed'],
])('%s', (_naam, verkeer, staat) => {
  expect(staatVan(verkeer, NU)).toBe(staat);
});

test('wat een storing voor het werk betekent', () => {
  expect(gevolgVan('duo', 0)).toBe('U kunt gewoon doorwerken; u hoeft niets opnieuw in te voeren.');
  expect(gevolgVan('duo', 1)).toContain('Er wacht één bericht; het gaat vanzelf weg');
  expect(gevolgVan('duo', 14)).toContain('Er wachten 14 berichten; die gaan vanzelf weg');
  expect(gevolgVan('brp', 14)).not.toContain('14');
  expect(minutenSinds(null, NU)).toBeNull();
  expect(minutenSinds(voor(119), NU)).toBe(1);
});
