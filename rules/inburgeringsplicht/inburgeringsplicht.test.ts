import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Datum, datum, vanEpochDag } from '../shared/datum.ts';
import { aowNadert } from './aow-nadert.ts';
import { inburgeringsplicht, type PlichtFeiten } from './inburgeringsplicht.ts';
import { heeftPensioenleeftijd, pensioendag } from './pensioen.ts';

const ASIEL: PlichtFeiten = {
  geboortedatum: datum('2008-06-10'),
  datumVerblijfsrecht: datum('2024-06-10'),
  verblijfsvergunning: 'asiel bepaalde tijd',
  nationaliteit: 'overige',
  familielidUnieburger: false,
  voldeedElders: false,
  uitgezonderdDoorVerdrag: false,
  plichtigOudeWet: false,
};
const GEZIN: PlichtFeiten = {
  ...ASIEL,
  geboortedatum: datum('1990-01-01'),
  verblijfsvergunning: 'regulier bepaalde tijd',
  verblijfsdoel: 'gezin',
};

const redenen = (f: PlichtFeiten) => {
  const antwoord = inburgeringsplicht(f);
  return antwoord.uitkomst === 'voldoet-niet'
    ? antwoord.redenen.map((r) => r.code)
    : antwoord.uitkomst;
};
const mist = (f: PlichtFeiten) => {
  const antwoord = inburgeringsplicht(f);
  return antwoord.uitkomst === 'onbekend'
    ? antwoord.ontbreekt.map((o) => o.feit)
    : antwoord.uitkomst;
};

describe('inburgeringsplicht', () => {
  it.each([
    ['vector 1: een dag voor de zestiende verjaardag', '2024-06-09', ['plicht-te-jong']],
    ['vector 2: op de zestiende verjaardag', '2024-06-10', 'voldoet'],
    ['een dag erna', '2024-06-11', 'voldoet'],
  ])('%s', (_naam, dag, verwacht) => {
    expect(redenen({ ...ASIEL, datumVerblijfsrecht: datum(dag) })).toEqual(verwacht);
  });

  it('vector 2: rust zolang iemand leer- of kwalificatieplichtig is', () => {
    const titels = (f: PlichtFeiten) =>
      inburgeringsplicht(f)
        .uitleg()
        .stappen?.map((s) => s.titel);
    expect(titels({ ...ASIEL, leerOfKwalificatieplichtig: true })).toContain(
      'Tijdelijk vrijgesteld zolang de leer- of kwalificatieplicht duurt',
    );
    expect(titels(ASIEL)).toContain(
      'Jonger dan achttien: meestal nog leer- of kwalificatieplichtig',
    );
    const rust = inburgeringsplicht({ ...ASIEL, leerOfKwalificatieplichtig: true }).uitleg();
    expect(rust.stappen?.at(-1)).toMatchObject({
      uitkomst: 'de plicht rust',
      grondslag: { artikel: 'Wet inburgering 2021 art. 4 lid 1 onder c' },
    });
    expect(titels({ ...ASIEL, geboortedatum: datum('2006-06-10') })).toHaveLength(3);
    expect(titels({ ...ASIEL, geboortedatum: datum('2006-06-11') })).toHaveLength(4);
  });

  it.each([
    ['vector 3: op de dag van de pensioenleeftijd', '2024-06-10', ['plicht-pensioen']],
    ['de dag ervoor', '2024-06-09', 'voldoet'],
    ['vector 4: vijf maanden ervoor', '2024-01-10', 'voldoet'],
  ])('%s', (_naam, dag, verwacht) => {
    const f = { ...ASIEL, geboortedatum: datum('1957-06-10'), datumVerblijfsrecht: datum(dag) };
    expect(redenen(f)).toEqual(verwacht);
  });

  it.each([
    ['vector 7: Turkse met gezinsvergunning van 1 januari 2022', 'Turkse', '2022-01-01', 'voldoet'],
    [
      'vector 8: Turkse met gezinsvergunning van 31 december 2021',
      'Turkse',
      '2021-12-31',
      ['plicht-turkse', 'plicht-voor-de-wet'],
    ],
    ['vector 12: vergunning van vóór 2022', 'overige', '2021-12-31', ['plicht-voor-de-wet']],
    ['op de eerste dag van de wet', 'overige', '2022-01-01', 'voldoet'],
  ] as const)('%s', (_naam, nationaliteit, dag, verwacht) => {
    expect(redenen({ ...GEZIN, nationaliteit, datumVerblijfsrecht: datum(dag) })).toEqual(verwacht);
  });

  it('vector 10: studie is tijdelijk; een gezinsvergunning daarna niet', () => {
    const studie = { ...GEZIN, verblijfsdoel: 'studie', geestelijkBedienaar: false } as const;
    expect(redenen(studie)).toEqual(['plicht-tijdelijk']);
    expect(redenen({ ...studie, verblijfsdoel: 'gezin' })).toBe('voldoet');
    expect(redenen({ ...studie, verblijfsvergunning: 'asiel bepaalde tijd' })).toBe('voldoet');
  });

  it('een geestelijk bedienaar is ook met een tijdelijk doel plichtig', () => {
    const tijdelijk = { ...GEZIN, verblijfsdoel: 'arbeid in loondienst' } as const;
    expect(mist(tijdelijk)).toEqual(['geestelijkBedienaar']);
    expect(redenen({ ...tijdelijk, geestelijkBedienaar: true })).toBe('voldoet');
    expect(redenen({ ...tijdelijk, geestelijkBedienaar: false })).toEqual(['plicht-tijdelijk']);
  });

  it.each([
    ['2022-01-01', ['plicht-tijdelijk']],
    ['2022-09-25', ['plicht-tijdelijk']],
    ['2022-09-26', 'onbekend'],
    ['2026-04-01', 'onbekend'],
    ['2026-04-02', 'voldoet'],
  ])('een vermogende vreemdeling op %s: %s', (dag, verwacht) => {
    const f = {
      ...GEZIN,
      verblijfsdoel: 'vermogende vreemdeling',
      geestelijkBedienaar: false,
      datumVerblijfsrecht: datum(dag),
    } as const;
    expect(redenen(f)).toEqual(verwacht);
    if (verwacht === 'onbekend') {
      expect(mist(f)).toEqual(['verblijfsdoel']);
      expect(inburgeringsplicht(f)).toMatchObject({
        ontbreekt: [{ tekst: expect.stringMatching(/^Of het doel vermogende vreemdeling op/) }],
      });
      expect(redenen({ ...f, geestelijkBedienaar: true })).toBe('voldoet');
    }
  });

  it.each([
    ['nationaliteit', { nationaliteit: 'Nederlandse' }],
    ['nationaliteit', { nationaliteit: 'EU, EER of Zwitserse' }],
    ['vergunning', { verblijfsvergunning: 'anders' }],
    ['unieburger', { familielidUnieburger: true }],
    ['elders', { voldeedElders: true }],
    ['verdrag', { uitgezonderdDoorVerdrag: true }],
    ['oude-wet', { plichtigOudeWet: true }],
  ] as const)('niet plichtig: %s', (code, anders) => {
    expect(redenen({ ...GEZIN, ...anders })).toEqual([`plicht-${code}`]);
  });

  it('noemt alle redenen tegelijk, ook als er nog feiten ontbreken', () => {
    expect(
      redenen({ nationaliteit: 'Nederlandse', plichtigOudeWet: true, voldeedElders: true }),
    ).toEqual(['plicht-nationaliteit', 'plicht-elders', 'plicht-oude-wet']);
  });

  it.each([
    [
      { nationaliteit: 'EU, EER of Zwitserse' },
      'nationaliteit',
      'Met de EU, EER of Zwitserse nationaliteit is er geen plicht.',
      'Wet inburgering 2021 art. 3 lid 2',
    ],
    [
      { verblijfsvergunning: 'anders' },
      'verblijfsvergunning',
      'Alleen een vergunning voor bepaalde tijd, regulier of asiel, geeft de plicht.',
      'Wet inburgering 2021 art. 3 lid 1',
    ],
    [
      { verblijfsdoel: 'zoekjaar', geestelijkBedienaar: false },
      'verblijfsdoel',
      'Het verblijfsdoel (zoekjaar) is tijdelijk.',
      'Besluit inburgering 2021 art. 2.2',
    ],
    [
      { nationaliteit: 'Turkse', datumVerblijfsrecht: datum('2021-12-31') },
      'datumVerblijfsrecht',
      'Turkse nieuwkomers zijn pas plichtig met een vergunning vanaf 1 januari 2022.',
      'Wet inburgering 2021 art. 3',
    ],
    [
      { datumVerblijfsrecht: datum('2021-12-31') },
      'datumVerblijfsrecht',
      'Het verblijfsrecht is van vóór 1 januari 2022; daarvoor geldt de oude wet.',
      'Wet inburgering 2021 art. 54 lid 1 en 2',
    ],
    [
      { plichtigOudeWet: true },
      'plichtigOudeWet',
      'Wie op 31 december 2021 onder de oude wet plichtig was, blijft daaronder.',
      'Wet inburgering 2021 art. 54 lid 1 en 2',
    ],
    [
      { geboortedatum: datum('2008-06-11') },
      'geboortedatum',
      'Op 10 juni 2024 nog geen zestien jaar.',
      'Wet inburgering 2021 art. 3 lid 1',
    ],
    [
      { geboortedatum: datum('1957-06-10') },
      'geboortedatum',
      'Op 10 juni 2024 was de pensioenleeftijd bereikt.',
      'Wet inburgering 2021 art. 3 lid 1',
    ],
  ] as [PlichtFeiten, string, string, string][])(
    'zegt waarom en waar het staat: %j',
    (anders, veld, tekst, artikel) => {
      const antwoord = inburgeringsplicht({ ...GEZIN, ...anders });
      expect(antwoord).toMatchObject({ uitkomst: 'voldoet-niet' });
      const eerste = antwoord.uitkomst === 'voldoet-niet' ? antwoord.redenen[0] : undefined;
      expect(eerste).toMatchObject({ veld, tekst, grondslag: { artikel } });
    },
  );

  it('een Turkse asielstatushouder van vóór 2022 valt onder de oude wet, niet onder de overgang', () => {
    const f = { ...ASIEL, nationaliteit: 'Turkse', geboortedatum: datum('1990-01-01') } as const;
    expect(redenen({ ...f, datumVerblijfsrecht: datum('2021-12-31') })).toEqual([
      'plicht-voor-de-wet',
    ]);
  });

  it.each([{ geboortedatum: datum('1990-01-01') }, { datumVerblijfsrecht: datum('2024-06-10') }])(
    'met alleen %j is er geen dag om uit te rekenen',
    (f) => {
      const antwoord = inburgeringsplicht({ ...f, plichtigOudeWet: true });
      const stappen = antwoord.uitleg().stappen ?? [];
      expect(stappen[0]?.titel).toBe(
        'Wie op 31 december 2021 onder de oude wet plichtig was, blijft daaronder.',
      );
    },
  );

  it('noemt elk feit dat ontbreekt', () => {
    expect(mist({})).toEqual([
      'geboortedatum',
      'datumVerblijfsrecht',
      'verblijfsvergunning',
      'nationaliteit',
      'familielidUnieburger',
      'voldeedElders',
      'uitgezonderdDoorVerdrag',
      'plichtigOudeWet',
    ]);
    const { verblijfsdoel: _, ...zonderDoel } = GEZIN;
    expect(mist(zonderDoel)).toEqual(['verblijfsdoel']);
    expect(mist(GEZIN)).toBe('voldoet');
    const { geboortedatum: __, ...zonderGeboorte } = GEZIN;
    expect(mist(zonderGeboorte)).toEqual(['geboortedatum']);
    expect(inburgeringsplicht(zonderGeboorte).uitleg().titel).toBe('Inburgeringsplicht');
  });

  it('gokt niet als de pensioenleeftijd nog niet bekend is', () => {
    const f = {
      ...GEZIN,
      geboortedatum: datum('1965-01-01'),
      datumVerblijfsrecht: datum('2032-06-01'),
    };
    expect(mist(f)).toEqual(['pensioenleeftijd']);
    expect(inburgeringsplicht(f)).toMatchObject({
      ontbreekt: [{ tekst: 'De pensioenleeftijd voor 1 juni 2032 is nog niet vastgesteld.' }],
    });
    expect(mist({ ...f, datumVerblijfsrecht: datum('2032-03-31') })).toBe('voldoet');
  });

  it('legt uit vanaf welke dag, en wanneer het eindigt', () => {
    const uitleg = inburgeringsplicht({ ...GEZIN, geboortedatum: datum('1960-03-01') }).uitleg();
    expect(uitleg.uitkomst).toBe('inburgeringsplichtig vanaf 10 juni 2024');
    expect(uitleg.stappen).toMatchObject([
      {
        titel: 'Begin, niet met terugwerkende kracht',
        uitkomst: '10 juni 2024',
        grondslag: { artikel: 'Wet inburgering 2021 art. 3 lid 3' },
      },
      {
        titel: 'Zestien jaar',
        uitkomst: '1 maart 1976',
        grondslag: { regel: 'inburgeringsplicht' },
      },
      {
        titel: 'Eindigt uiterlijk bij de pensioenleeftijd',
        uitkomst: '1 maart 2027',
        grondslag: { zekerheid: 'onbevestigd' },
      },
    ]);
    expect(uitleg.feiten).toHaveLength(9);
    expect(uitleg.zouWijzigenAls).toHaveLength(2);
    expect(inburgeringsplicht({ nationaliteit: 'Nederlandse' }).uitleg().stappen).toMatchObject([
      { uitkomst: 'staat in de weg' },
      ...Array.from({ length: 7 }, () => ({ titel: expect.stringContaining('Nog niet bekend') })),
    ]);
    expect(inburgeringsplicht(GEZIN).uitleg().stappen?.[2]?.uitkomst).toMatch(/^niet vóór /);
  });
});

describe('pensioenleeftijd', () => {
  it.each([
    ['1955-08-31', '2021-12-31'],
    ['1955-09-01', '2022-04-01'],
    ['1956-02-28', '2022-09-28'],
    ['1956-05-31', '2022-12-31'],
    ['1956-06-01', '2023-04-01'],
    ['1957-02-28', '2023-12-28'],
    ['1957-03-01', '2024-03-01'],
    ['1960-12-31', '2027-12-31'],
    ['1961-01-01', '2028-04-01'],
    ['1963-09-30', '2030-12-30'],
  ])('geboren op %s: %s', (geboren, dag) => {
    expect(pensioendag(datum(geboren))).toEqual({ bekend: true, dag });
  });

  it('is na 2030 niet bekend, maar komt niet eerder dan nu', () => {
    expect(pensioendag(datum('1963-10-01'))).toEqual({ bekend: false, nietVoor: '2031-01-01' });
    expect(pensioendag(datum('1980-05-31'))).toEqual({ bekend: false, nietVoor: '2047-08-31' });
    expect(heeftPensioenleeftijd(datum('1980-05-31'), datum('2047-08-30'))).toBe(false);
    expect(heeftPensioenleeftijd(datum('1980-05-31'), datum('2047-08-31'))).toBeUndefined();
  });

  it('komt later voor wie later is geboren', () => {
    const dag = (d: Datum) => {
      const p = pensioendag(d);
      return p.bekend ? p.dag : p.nietVoor;
    };
    fc.assert(
      fc.property(fc.integer({ min: -5500, max: 0 }), fc.nat(800), (geboren, later) => {
        expect(dag(vanEpochDag(geboren + later)) >= dag(vanEpochDag(geboren))).toBe(true);
      }),
    );
  });
});

describe('aow-nadert', () => {
  const op = (peildatum: string) =>
    aowNadert({ geboortedatum: datum('1959-10-15'), peildatum: datum(peildatum) });
  it.each([
    ['2026-04-14', false, false],
    ['2026-04-15', true, false],
    ['2026-10-14', true, false],
    ['2026-10-15', false, true],
  ])('op %s: nadert %s, bereikt %s', (peildatum, nadert, bereikt) => {
    expect(op(peildatum)).toMatchObject({
      waarde: { pensioendag: '2026-10-15', vanaf: '2026-04-15', nadert, bereikt },
    });
  });

  it('legt uit met de dag en het halve jaar', () => {
    expect(op('2026-04-14').uitleg().uitkomst).toBe('nog niet dichtbij: 15 oktober 2026');
    expect(op('2026-04-15').uitleg().uitkomst).toBe('nadert: 15 oktober 2026');
    expect(op('2026-10-15').uitleg().uitkomst).toBe('bereikt op 15 oktober 2026');
    expect(
      op('2026-04-15')
        .uitleg()
        .stappen?.map((s) => s.uitkomst),
    ).toEqual(['15 oktober 2026', '15 april 2026']);
    expect(op('2026-04-15').uitleg()).toMatchObject({
      titel: 'Pensioenleeftijd en het einde van de plicht',
      feiten: { length: 2 },
      stappen: [{ titel: 'Pensioenleeftijd bereikt' }, { titel: 'Zes maanden ervoor' }],
      zouWijzigenAls: ['de geboortedatum anders is'],
    });
  });

  it.each([
    ['1955-08-31', '2021-12-31', 'niet-van-toepassing', 'al voordat de wet begon'],
    ['1955-09-01', '2022-04-01', 'bepaald', '1 april 2022'],
  ])('geboren op %s, pensioen op %s: %s', (geboren, dag, uitkomst, stap) => {
    const geboortedatum = datum(geboren);
    const antwoord = aowNadert({ geboortedatum, peildatum: datum(dag) });
    expect(antwoord.uitkomst).toBe(uitkomst);
    expect(antwoord.uitleg()).toMatchObject({ uitkomst: expect.stringMatching(/bereikt/) });
    expect(antwoord.uitleg().feiten).toHaveLength(2);
    expect(inburgeringsplicht({ ...GEZIN, geboortedatum }).uitleg().stappen?.[2]?.uitkomst).toBe(
      stap,
    );
  });

  it('is onbekend zonder geboortedatum of met een leeftijd die nog niet vaststaat', () => {
    expect(aowNadert({ peildatum: datum('2026-01-01') })).toMatchObject({
      ontbreekt: [{ feit: 'geboortedatum' }],
    });
    expect(aowNadert({ geboortedatum: datum('1960-01-01') })).toMatchObject({
      ontbreekt: [{ feit: 'peildatum' }],
    });
    const jong = aowNadert({ geboortedatum: datum('1990-01-31'), peildatum: datum('2026-01-01') });
    expect(jong).toMatchObject({ ontbreekt: [{ feit: 'pensioenleeftijd' }] });
    expect(jong.uitkomst === 'onbekend' && jong.ontbreekt[0]?.tekst).toContain('30 april 2057');
  });
});
