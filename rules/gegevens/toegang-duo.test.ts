import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum, vanEpochDag } from '../shared/datum.ts';
import { type ToegangFeiten, toegangDuo, toegangDuoRegel } from './toegang-duo.ts';

const NERGENS: ToegangFeiten = {
  bekendBijDuo: true,
  ingezetene: false,
  inCoaLocatie: false,
  gekoppeldDoorCoa: false,
  huidigPipVanGemeente: false,
  vorigPipVanGemeente: false,
  dagtekeningHuidigPip: datum('2026-01-31'),
  peildatum: datum('2026-02-10'),
};

const kern = (f: object) => {
  const a = toegangDuo({ ...NERGENS, ...f });
  if (a.uitkomst === 'voldoet-niet') return a.redenen.map((r) => r.code);
  return a.uitkomst === 'onbekend' ? a.ontbreekt.map((o) => o.feit) : a.uitkomst;
};

const GEEN = ['ingezetene', 'gekoppeld-door-coa', 'huidig-pip', 'vorig-pip'];

describe('toegang-duo', () => {
  it.each<[string, object, unknown]>([
    ['geen enkele grond: alle redenen', {}, GEEN],
    ['niet bekend bij DUO', { bekendBijDuo: false, ingezetene: true }, ['onbekend-bij-duo']],
    ['niet bekend en geen grond', { bekendBijDuo: false }, ['onbekend-bij-duo', ...GEEN]],
    ['ingezetene', { ingezetene: true }, 'voldoet'],
    ['ingezetene in een azc', { ingezetene: true, inCoaLocatie: true }, GEEN],
    ['azc en gekoppeld', { inCoaLocatie: true, gekoppeldDoorCoa: true }, 'voldoet'],
    ['gekoppeld maar niet in een azc', { gekoppeldDoorCoa: true }, GEEN],
    ['geldend PIP', { huidigPipVanGemeente: true }, 'voldoet'],
    ['vorig PIP, binnen een maand', { vorigPipVanGemeente: true }, 'voldoet'],
    ['vorig PIP, dag ervoor', { vorigPipVanGemeente: true, peildatum: '2026-02-27' }, 'voldoet'],
    ['vorig PIP, de dag zelf', { vorigPipVanGemeente: true, peildatum: '2026-02-28' }, GEEN],
    ['vorig PIP, dag erna', { vorigPipVanGemeente: true, peildatum: '2026-03-01' }, GEEN],
    [
      'schrikkeljaar, dag ervoor',
      { vorigPipVanGemeente: true, dagtekeningHuidigPip: '2028-01-31', peildatum: '2028-02-28' },
      'voldoet',
    ],
    [
      'schrikkeljaar, de dag zelf',
      { vorigPipVanGemeente: true, dagtekeningHuidigPip: '2028-01-31', peildatum: '2028-02-29' },
      GEEN,
    ],
    ['bekendheid ontbreekt', { bekendBijDuo: undefined, ingezetene: true }, ['bekendBijDuo']],
    ['inschrijving ontbreekt', { ingezetene: undefined }, ['ingezetene']],
    [
      'inschrijving ontbreekt, maar wel in een azc',
      { ingezetene: undefined, inCoaLocatie: true },
      GEEN,
    ],
    [
      'azc ontbreekt bij een ingezetene',
      { ingezetene: true, inCoaLocatie: undefined },
      ['inCoaLocatie'],
    ],
    [
      'azc ontbreekt bij een koppeling',
      { gekoppeldDoorCoa: true, inCoaLocatie: undefined },
      ['inCoaLocatie'],
    ],
    ['azc ontbreekt en doet er niet toe', { inCoaLocatie: undefined }, GEEN],
    [
      'koppeling ontbreekt',
      { inCoaLocatie: true, gekoppeldDoorCoa: undefined },
      ['gekoppeldDoorCoa'],
    ],
    ['geldend PIP ontbreekt', { huidigPipVanGemeente: undefined }, ['huidigPipVanGemeente']],
    ['vorig PIP ontbreekt', { vorigPipVanGemeente: undefined }, ['vorigPipVanGemeente']],
    [
      'vorig PIP ontbreekt, te laat',
      { vorigPipVanGemeente: undefined, peildatum: '2026-03-01' },
      GEEN,
    ],
    [
      'dagtekening ontbreekt',
      { vorigPipVanGemeente: true, dagtekeningHuidigPip: undefined },
      ['dagtekeningHuidigPip'],
    ],
    ['peildatum ontbreekt', { vorigPipVanGemeente: true, peildatum: undefined }, ['peildatum']],
    [
      'peildatum ontbreekt bij een andere grond',
      { ingezetene: true, peildatum: undefined },
      'voldoet',
    ],
  ])('%s', (_, f, verwacht) => expect(kern(f)).toEqual(verwacht));

  it('noemt zonder feiten alles, elk één keer', () => {
    const a = toegangDuo({});
    expect(a.uitkomst === 'onbekend' && a.ontbreekt.map((o) => o.feit)).toEqual([
      'bekendBijDuo',
      'ingezetene',
      'inCoaLocatie',
      'gekoppeldDoorCoa',
      'huidigPipVanGemeente',
      'vorigPipVanGemeente',
      'dagtekeningHuidigPip',
      'peildatum',
    ]);
  });

  it('legt uit op welke grond, of waarom niet', () => {
    const uitleg = toegangDuo({ ...NERGENS, vorigPipVanGemeente: true }).uitleg();
    expect(uitleg).toMatchObject({
      titel: 'Toegang tot gegevens bij DUO',
      uitkomst: 'ja, DUO geeft gegevens',
      grondslag: { artikel: 'Wet inburgering 2021 art. 33 onder a', zekerheid: 'afgeleid' },
      stappen: [{ titel: 'Grond', uitkomst: 'vorig pip' }],
    });
    expect(uitleg.feiten).toHaveLength(8);
    expect(uitleg.zouWijzigenAls).toHaveLength(2);
    const laat = toegangDuo({ ...NERGENS, peildatum: datum('2026-02-28') });
    const teksten = laat.uitkomst === 'voldoet-niet' ? laat.redenen.map((r) => r.tekst) : [];
    expect(teksten).toEqual([
      'De persoon is geen ingezetene van deze gemeente buiten een COA-locatie.',
      'De persoon is niet vanuit een COA-locatie aan deze gemeente gekoppeld.',
      'Het geldende PIP is niet van deze gemeente.',
      'Er is geen vorig PIP van deze gemeente van vóór een nieuw PIP van minder dan een maand oud; dat gaf toegang tot 28 februari 2026.',
    ]);
    expect(laat.uitleg().uitkomst).toBe('nee, om 4 redenen');
    const vroeg = toegangDuo(NERGENS);
    expect(JSON.stringify(vroeg)).not.toContain('gaf toegang tot');
    const vreemd = toegangDuo({ ...NERGENS, bekendBijDuo: false, ingezetene: true });
    expect(vreemd).toMatchObject({
      redenen: [{ tekst: 'DUO kent deze persoon niet onder de Wi2021.' }],
    });
    expect(vreemd.uitleg().stappen).toHaveLength(1);
  });

  it('wachten geeft na een nieuw PIP elders nooit weer toegang', () => {
    const dag = fc.integer({ min: 20_000, max: 21_000 }).map(vanEpochDag);
    fc.assert(
      fc.property(dag, dag, dag, (pip, a, b) => {
        const [eerst, later] = a < b ? [a, b] : [b, a];
        const f = { vorigPipVanGemeente: true, dagtekeningHuidigPip: pip };
        if (kern({ ...f, peildatum: eerst }) !== 'voldoet') {
          expect(kern({ ...f, peildatum: later })).toEqual(GEEN);
        }
      }),
    );
  });

  it('kent haar voorbeelden', () => {
    const uitkomsten = toegangDuoRegel.voorbeelden.map(({ invoer }) => {
      const uit = toegangDuoRegel.beantwoord(invoer);
      return 'antwoord' in uit ? uit.antwoord.uitkomst : uit.fouten;
    });
    expect(uitkomsten).toEqual(['voldoet', 'voldoet', 'voldoet-niet', 'onbekend']);
  });
});
