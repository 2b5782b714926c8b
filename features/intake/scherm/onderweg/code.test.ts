import { describe, expect, it } from 'vitest';
import { bezwaarTegenCode } from './code.ts';

describe('een code om de intake van iemand mee te nemen', () => {
  it.each([
    'drie rode fietsen',
    'drierodefietsen',
    'Kikker-Lantaarn-Perron',
    'x7$9!k2#4&8@',
    'ثلاث دراجات حمراء',
    'meedoen met negen kikkers',
  ])('‘%s’ kan', (code) => {
    expect(bezwaarTegenCode(code)).toBeUndefined();
  });

  it.each([
    ['rode fietse', 'ten minste 12 tekens'],
    ['rode fietsen', undefined],
    ['rode fietsen!', undefined],
    ['  rode fiets  ', 'ten minste 12 tekens'],
    ['', 'ten minste 12 tekens'],
  ])('‘%s’: %s', (code, tekst) => {
    const bezwaar = bezwaarTegenCode(code);
    if (tekst) expect(bezwaar).toContain(tekst);
    else expect(bezwaar).toBeUndefined();
  });

  it.each(['123456789012', '19 07 1984 1234', '06-12345678-9012', '٠١٢٣٤٥٦٧٨٩٠١'])(
    '‘%s’ heeft alleen cijfers',
    (code) => {
      expect(bezwaarTegenCode(code)).toContain('alleen cijfers');
    },
  );

  it.each([
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'fietsfietsfiets',
    'Fiets fiets FIETS',
    'aaaaaabbbbbbc',
  ])('‘%s’ herhaalt hetzelfde', (code) => {
    expect(bezwaarTegenCode(code)).toContain('hetzelfde');
  });

  it.each([
    'Welkom123456',
    'wachtwoord2026!',
    'WACHTWOORD!!',
    'qwertyuiop123',
    'abcdefghijkl',
    'inburgering2026',
    'Zomer2026!!!!',
    'welkom wachtwoord',
    'november-2026',
  ])('‘%s’ is een bekend woord', (code) => {
    expect(bezwaarTegenCode(code)).toContain('raadt iedereen');
  });
});
