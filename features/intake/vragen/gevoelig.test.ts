import { describe, expect, it } from 'vitest';
import { GEVOLGEN, gevoeligeWoorden, waarschuwing } from '../gevoelig.ts';

const soorten = (tekst: string) => gevoeligeWoorden(tekst).map((g) => g.soort);

describe('gevoeligeWoorden', () => {
  it.each([
    ['Is vaak ziek.', 'gezondheid'],
    ['Heeft PTSS', 'gezondheid'],
    ['slikt medicijnen', 'gezondheid'],
    ['Allergieën', 'gezondheid'],
    ['hoge bloeddruk', 'gezondheid'],
    ['Gaat naar de moskee', 'geloof'],
    ['is christen', 'geloof'],
    ['Atheïst', 'geloof'],
    ['zat in de gevangenis', 'strafrecht'],
    ['huiselijk geweld', 'strafrecht'],
    ['is lesbisch', 'geaardheid'],
  ])('ziet in "%s" %s', (tekst, soort) => {
    expect(soorten(tekst)).toEqual([soort]);
  });

  it.each([
    'Werkte als verpleegkundige in een ziekenhuis.',
    'Werkte als arts, wil in een apotheek werken.',
    'Wil muziek maken en kookt graag.',
    'Dronk koffie met de buurvrouw; helpt in de tuin.',
    'Kerkrade',
    'Heeft vijf jaar als blinderingsmonteur gewerkt.',
    '',
  ])('laat "%s" met rust', (tekst) => {
    expect(soorten(tekst)).toEqual([]);
  });

  it('noemt elk woord één keer', () => {
    expect(gevoeligeWoorden('ziek, heel ziek, en gelovig')).toEqual([
      { soort: 'gezondheid', woord: 'ziek' },
      { soort: 'geloof', woord: 'gelovig' },
    ]);
  });
});

describe('waarschuwing', () => {
  it('wijst bij gezondheid de weg naar het gevolg', () => {
    expect(waarschuwing('heeft diabetes')).toContain('hoort bij Gezondheid');
    expect(waarschuwing('is moslim')).toContain('alleen op als het voor het plan nodig is');
    expect(waarschuwing('wil graag bakker worden')).toBeUndefined();
  });

  it('laat de vaste lijst van gevolgen door: daar staat geen diagnose in', () => {
    for (const gevolg of GEVOLGEN) expect(waarschuwing(gevolg)).toBeUndefined();
  });
});
