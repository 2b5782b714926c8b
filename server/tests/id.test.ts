import { afterEach, describe, expect, it, vi } from 'vitest';
import { nieuwId } from '../id.ts';

afterEach(() => vi.useRealTimers());

const oplopend = (ids: string[]) => ids.every((id, i) => i === 0 || id > (ids[i - 1] as string));

describe('nieuwId', () => {
  it('heeft de vorm van een uuid versie 7', () => {
    for (let i = 0; i < 100; i += 1)
      expect(nieuwId()).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
  });

  it('draagt het moment van maken', () => {
    vi.useFakeTimers();
    vi.setSystemTime(new Date('2031-05-06T07:08:09.123Z'));
    const id = nieuwId();
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(
      Date.parse('2031-05-06T07:08:09.123Z'),
    );
  });

  it('blijft oplopen binnen één milliseconde, ook na duizenden', () => {
    vi.useFakeTimers();
    vi.setSystemTime(new Date('2032-01-01T00:00:00Z'));
    expect(oplopend(Array.from({ length: 10_000 }, nieuwId))).toBe(true);
  });

  it('blijft oplopen als de klok van de machine terugspringt', () => {
    vi.useFakeTimers();
    vi.setSystemTime(new Date('2033-01-01T00:00:00Z'));
    const ervoor = nieuwId();
    vi.setSystemTime(new Date('2032-12-31T23:00:00Z'));
    expect(oplopend([ervoor, ...Array.from({ length: 9000 }, nieuwId)])).toBe(true);
  });

  it('geeft nooit twee keer hetzelfde', () => {
    expect(new Set(Array.from({ length: 20_000 }, nieuwId)).size).toBe(20_000);
  });
});
