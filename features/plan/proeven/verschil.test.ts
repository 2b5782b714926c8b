import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum } from '../../../rules/shared/datum.ts';
import { klokOp } from '../../../rules/shared/klok.ts';
import type { Feit, FeitInhoud } from '../../../rules/stand/feiten.ts';
import { kiesGeldend } from '../../../rules/stand/geldend.ts';
import { feit } from '../../../rules/stand/proefdossier.ts';
import { TAALCODES } from '../../shared/talen.schema.ts';
import { doelenVan } from '../doelen.read.ts';
import { PLANTEKSTEN, staatVan } from '../teksten/plantekst.ts';
import { veranderd } from '../verschil.ts';

const VANDAAG = datum('2026-11-21');
const op = (feiten: Feit[]) => kiesGeldend(feiten, klokOp(VANDAAG));
const tussen = (toen: Feit[], erbij: Feit[]) =>
  veranderd(op(toen), op([...toen, ...erbij]), VANDAAG).map((v) => v.tekst);

const doel = (v: Partial<FeitInhoud['doel']> = {}, dag = '2026-11-01', vervangt?: string) =>
  feit(
    'doel',
    {
      doelId: 'd',
      leefgebied: 'werk',
      eigenWoorden: 'Kok worden',
      taal: 'nl',
      nederlands: 'Kok worden',
      staat: 'actief',
      ...v,
    },
    dag,
    vervangt ? { vervangt } : {},
  );
const taak = (v: Partial<FeitInhoud['plan-afspraak']> = {}, dag = '2026-11-01') =>
  feit(
    'plan-afspraak',
    {
      planId: 'p',
      leefgebied: 'werk',
      wat: 'Meelopen',
      wie: { soort: 'partner', naam: 'Buurthuis' },
      grondslag: 'vrijwillig',
      staat: 'open',
      ...v,
    },
    dag,
  );
const partner = (v: Partial<FeitInhoud['netwerk']> = {}, dag = '2026-11-01') =>
  feit(
    'netwerk',
    {
      netwerkId: 'n',
      naam: 'Buurthuis',
      rol: 'buddy',
      waarom: 'x',
      vanaf: datum('2026-11-01'),
      ...v,
    },
    dag,
  );
const deling = (v: Partial<FeitInhoud['deling']> = {}, dag = '2026-11-01') =>
  feit(
    'deling',
    {
      delingId: 's',
      netwerkId: 'n',
      wat: ['voornaam'],
      grondslag: 'toestemming',
      toelichting: 'ja',
      vanaf: datum('2026-11-01'),
      ...v,
    },
    dag,
  );

describe('wat er veranderde', () => {
  const eerst = doel();
  it.each<[string, Feit[], Feit[], string[]]>([
    ['een nieuw doel', [], [doel()], ['Nieuw doel: Kok worden']],
    ['een doel bereikt', [eerst], [doel({ staat: 'bereikt' })], ['Doel bereikt: Kok worden']],
    [
      'een doel losgelaten',
      [eerst],
      [doel({ staat: 'losgelaten' })],
      ['Doel losgelaten: Kok worden'],
    ],
    [
      'een doel weer opgepakt',
      [doel({ staat: 'losgelaten' })],
      [doel({}, '2026-11-02')],
      ['Doel weer opgepakt: Kok worden'],
    ],
    [
      'andere woorden',
      [eerst],
      [doel({ nederlands: 'Bakker worden' }, '2026-11-01', eerst.id)],
      ['Doel anders gezegd: Bakker worden'],
    ],
    [
      'een nieuwe afspraak',
      [],
      [taak()],
      ['Nieuwe afspraak: Meelopen (Buurthuis, zonder einddag)'],
    ],
    [
      'een afspraak gedaan',
      [taak()],
      [taak({ staat: 'gedaan' })],
      ['Gedaan: Meelopen (Buurthuis)'],
    ],
    [
      'een andere einddag',
      [taak()],
      [taak({ uiterlijk: datum('2026-12-01') })],
      ['Andere einddag: Meelopen (uiterlijk 1 december 2026)'],
    ],
    [
      'een antwoord van de partner',
      [taak()],
      [taak({ antwoord: { uitkomst: 'lukt-niet', op: VANDAAG } })],
      ['Buurthuis kan dit niet doen: Meelopen'],
    ],
    ['een nieuwe partner', [], [partner()], ['Buurthuis helpt mee als buddy']],
    [
      'een partner die stopt',
      [partner()],
      [partner({ tot: VANDAAG })],
      ['Buurthuis helpt niet meer mee'],
    ],
    ['delen', [partner()], [deling()], ['Gedeeld met Buurthuis: voornaam']],
    [
      'stoppen met delen',
      [partner(), deling()],
      [deling({ tot: VANDAAG })],
      ['Delen met Buurthuis gestopt'],
    ],
  ])('%s', (_naam, toen, erbij, teksten) => {
    expect(tussen(toen, erbij)).toEqual(teksten);
  });

  it('een partner die morgen stopt, helpt vandaag nog mee', () => {
    const nu = partner();
    const morgen = partner({ tot: datum('2026-11-22') });
    expect(tussen([nu], [morgen])).toEqual(['Gegevens van Buurthuis bijgewerkt']);
  });

  it('gelijke standen geven niets, wat er ook in het plan staat', () => {
    const stap = fc.oneof(
      fc
        .record({
          staat: fc.constantFrom('actief', 'bereikt', 'losgelaten'),
          id: fc.constantFrom('d', 'e'),
        })
        .map(({ staat, id }) => doel({ staat: staat as 'actief', doelId: id })),
      fc
        .constantFrom('open', 'gedaan', 'vervallen')
        .map((staat) => taak({ staat: staat as 'open' })),
      fc.constant(0).map(() => partner()),
    );
    fc.assert(
      fc.property(fc.array(stap, { maxLength: 12 }), (feiten) => {
        expect(veranderd(op(feiten), op(feiten), VANDAAG)).toEqual([]);
        // En vanaf niets is elk onderdeel precies één keer nieuw.
        const alles = veranderd(op([]), op(feiten), VANDAAG);
        const sleutels = new Set(
          feiten.map((f) => JSON.stringify([f.soort, Object.values(f.inhoud)[0]])),
        );
        expect(alles).toHaveLength(sleutels.size);
      }),
      { numRuns: 60 },
    );
  });
});

describe('doelen lezen', () => {
  it('laat het laatste woord zien, wat nog loopt eerst', () => {
    const doelen = doelenVan(
      op([
        doel({ doelId: 'a', staat: 'bereikt' }),
        doel({ doelId: 'b' }),
        doel({ doelId: 'b', nederlands: 'Bakker' }, '2026-11-02'),
      ]),
    );
    expect(doelen.map((d) => [d.doelId, d.nederlands])).toEqual([
      ['b', 'Bakker'],
      ['a', 'Kok worden'],
    ]);
  });
});

describe('de vaste zinnen', () => {
  it('zijn er in elke taal, met dezelfde sleutels, en geen zin is leeg of nog Nederlands', () => {
    const nl = PLANTEKSTEN.nl;
    for (const code of TAALCODES) {
      const tekst = PLANTEKSTEN[code];
      expect(Object.keys(tekst.suggesties)).toEqual(Object.keys(nl.suggesties));
      expect(Object.keys(tekst.woorden)).toEqual(Object.keys(nl.woorden));
      if (code === 'nl') continue;
      for (const [sleutel, zin] of Object.entries(tekst.suggesties)) {
        expect(zin.length, `${code} ${sleutel}`).toBeGreaterThan(5);
        expect(zin).not.toBe(nl.suggesties[sleutel as keyof typeof nl.suggesties]);
      }
    }
  });

  it('geen vertaling heet vastgesteld', () => {
    expect(new Set(TAALCODES.map(staatVan))).toEqual(new Set([null, 'machine']));
  });
});
