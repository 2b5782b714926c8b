import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kijkNa } from '../lint.ts';
import { SJABLOONSOORTEN, sjabloonVan } from '../standaard.ts';
import { lettergrepen, zinnenVan } from './tellen.ts';
import { MOEILIJK } from './woorden.ts';

const soorten = (tekst: string) => kijkNa(tekst, 'B1').bevindingen.map((b) => b.soort);
const fragmenten = (tekst: string, soort: string) =>
  kijkNa(tekst, 'B1')
    .bevindingen.filter((b) => b.soort === soort)
    .map((b) => b.fragment);

describe('lettergrepen', () => {
  it.each([
    ['les', 1],
    ['bezwaar', 2],
    ['gemeente', 3],
    ['brief', 1],
    ['leeuw', 1],
    ['nieuw', 1],
    ['ideeën', 3],
    ['beëindigen', 4],
    ['moeilijk', 2],
    ['wij', 1],
    ['inburgering', 4],
    ['participatie', 5],
    ['u', 1],
    ['2026', 1],
    ['hmm', 1],
  ])('%s heeft er %i', (woord, aantal) => {
    expect(lettergrepen(woord)).toBe(aantal);
  });
});

describe('zinnen', () => {
  it('breken op een punt, een vraagteken, een dubbelepunt en een regel, niet op een tijd of afkorting', () => {
    const zin = (t: string) => zinnenVan(t).map((z) => z.tekst);
    expect(zin('Kom om 9.30 uur. Lukt dat? Bel dan:\nDeze brief.\nUw paspoort.')).toEqual([
      'Kom om 9.30 uur.',
      'Lukt dat?',
      'Bel dan:',
      'Deze brief.',
      'Uw paspoort.',
    ]);
    expect(zin('Neem iets mee, bijv. uw pas. Dag.')).toHaveLength(2);
    expect(zin('')).toEqual([]);
  });

  it('tellen een naam tussen accolades als één woord', () => {
    expect(zinnenVan('Bel {klantmanager}: {telefoon}.').map((z) => z.woorden)).toEqual([2, 1]);
  });

  it('staan samen weer in de tekst, op hun plaats', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (tekst) => {
        for (const z of zinnenVan(tekst)) expect(tekst.slice(z.van, z.tot)).toBe(z.tekst);
      }),
    );
  });
});

describe('kijkNa', () => {
  it('ziet een zin van 21 woorden en niet een van 20', () => {
    const zin = (n: number) => `${Array.from({ length: n }, () => 'wij').join(' ')}.`;
    expect(soorten(zin(20))).toEqual([]);
    expect(soorten(zin(21))).toEqual(['lange-zin']);
    expect(kijkNa(zin(15), 'A2').bevindingen.map((b) => b.soort)).toEqual(['lange-zin']);
    expect(kijkNa(zin(14), 'A2').bevindingen).toEqual([]);
  });

  it.each([
    'De aanvraag wordt behandeld.',
    'Uw plan wordt door ons vastgesteld.',
    'U werd opgeroepen voor een gesprek.',
    'De afspraken worden besproken.',
    'Dit is door de gemeente besloten.',
    'Er kan een boete worden opgelegd.',
  ])('ziet de lijdende vorm in ‘%s’', (zin) => {
    expect(soorten(zin)).toContain('lijdend');
  });

  it.each([
    'U bent niet gekomen.',
    'Wij hebben uw plan vastgesteld.',
    'Het wordt morgen mooi weer.',
    'U bent verhuisd naar een andere gemeente.',
    'Wat wilt u worden?',
    'Wij betalen de lessen voor u.',
    'Dit is uw plan.',
  ])('ziet geen lijdende vorm in ‘%s’', (zin) => {
    expect(soorten(zin)).not.toContain('lijdend');
  });

  it('geeft bij een moeilijk woord de plaats en een gewoon woord', () => {
    const tekst = 'Indien u verhinderd bent, dient u dit tijdig te melden.';
    const { bevindingen } = kijkNa(tekst, 'B1');
    expect(bevindingen.map((b) => [b.fragment, b.alternatief])).toEqual([
      ['Indien', 'als'],
      ['verhinderd', 'kunt niet komen'],
      ['dient u', 'moet u'],
      ['tijdig', 'op tijd'],
    ]);
    for (const b of bevindingen) expect(tekst.slice(b.van, b.tot)).toBe(b.fragment);
  });

  it('neemt van een zinsdeel het geheel, niet ook de delen', () => {
    expect(fragmenten('Met betrekking tot uw plan.', 'moeilijk-woord')).toEqual([
      'Met betrekking tot',
    ]);
  });

  it('kent lange woorden, maar niet die van de wet', () => {
    expect(fragmenten('De maatschappelijkwerkorganisatie belt.', 'lang-woord')).toEqual([
      'maatschappelijkwerkorganisatie',
    ]);
    expect(soorten('Het participatieverklaringstraject begint.')).not.toContain('lang-woord');
  });

  it('vraagt een afkorting één keer voluit', () => {
    expect(fragmenten('U volgt de MAP.', 'afkorting')).toEqual(['MAP']);
    expect(
      fragmenten('De Module Arbeidsmarkt en Participatie (MAP). De MAP begint.', 'afkorting'),
    ).toEqual([]);
    expect(fragmenten('DUO stuurt u een brief over uw PIP.', 'afkorting')).toEqual([]);
  });

  it('kijkt niet naar wat later wordt ingevuld', () => {
    expect(kijkNa('Bel {klantmanager-met-een-heel-lange-naam}.', 'A2').bevindingen).toEqual([]);
  });

  it('blijft op elke tekst binnen de tekst', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (tekst) => {
        for (const b of kijkNa(tekst, 'B1').bevindingen) {
          expect(b.van).toBeGreaterThanOrEqual(0);
          expect(tekst.slice(b.van, b.tot)).toBe(b.fragment);
        }
      }),
    );
  });
});

const A2 =
  'Dit is uw plan. Wij maken het samen. U leert Nederlands. U gaat naar de les. De les is op dinsdag. Kunt u niet komen? Bel ons dan.';
const B1 =
  'Wij hebben samen met u gesproken over wat u wilt leren en welk werk u later wilt doen. Daarna maken wij een plan waarin staat hoeveel uur les u krijgt. Kunt u niet komen, bel dan uw klantmanager.';
const AMBTELIJK =
  'Naar aanleiding van het door u ingediende verzoek wordt u hierbij medegedeeld dat de voorziening met ingang van heden wordt toegekend, mits u aan de verplichtingen die krachtens de wet gelden, tijdig en in voldoende mate medewerking verleent.';

describe('de schatting', () => {
  it.each([
    [A2, 'A2'],
    [B1, 'B1'],
    [AMBTELIJK, 'moeilijker dan B1'],
    ['Kom naar de les.', 'te kort'],
  ])('van ‘%s’ is %s', (tekst, schatting) => {
    expect(kijkNa(tekst, 'B1').cijfers.schatting).toBe(schatting);
  });

  it('gaat in rang: eenvoudiger is hoger op beide formules', () => {
    const [a, b, c] = [A2, B1, AMBTELIJK].map((t) => kijkNa(t, 'B1').cijfers);
    expect(a?.douma).toBeGreaterThan(b?.douma ?? 0);
    expect(b?.douma).toBeGreaterThan(c?.douma ?? 0);
    expect(a?.leesindex).toBeGreaterThan(b?.leesindex ?? 0);
    expect(b?.leesindex).toBeGreaterThan(c?.leesindex ?? 0);
  });

  it('rekent de formules zoals ze zijn beschreven', () => {
    // Vier woorden, vijf lettergrepen, één zin.
    const { cijfers } = kijkNa('Wij bellen u morgenvroeg.', 'B1');
    expect(cijfers).toMatchObject({ woorden: 4, zinnen: 1, gemiddeldeZin: 4 });
    const perWoord = 7 / 4;
    expect(cijfers.douma).toBeCloseTo(206.84 - 77 * perWoord - 0.93 * 4, 1);
    expect(cijfers.leesindex).toBeCloseTo(195 - 66.7 * perWoord - 2 * 4, 1);
  });
});

describe('de woordenlijst', () => {
  it('biedt nooit een woord aan dat zelf moeilijk heet', () => {
    for (const { alternatief } of MOEILIJK) {
      const los = kijkNa(alternatief, 'B1').bevindingen;
      expect(
        los.filter((b) => b.soort === 'moeilijk-woord'),
        alternatief,
      ).toEqual([]);
    }
  });
});

describe('de teksten van Meedoen in de blokken', () => {
  const blokken = SJABLOONSOORTEN.flatMap((soort) =>
    sjabloonVan(soort).blokken.map((b) => [`${soort}: ${b.naam}`, soort, b.standaard] as const),
  );
  it.each(blokken)('%s leest zonder bevinding', (_, soort, tekst) => {
    const doel = soort === 'pip-eenvoudig' ? 'A2' : 'B1';
    expect(kijkNa(tekst, doel).bevindingen.map((b) => b.uitleg)).toEqual([]);
  });
});
