import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum, vanEpochDag } from '../shared/datum.ts';
import { type PipTermijnInvoer, pipTermijnRegel, pipTermijnVraag } from './pip-termijn-regel.ts';

const GEZINS = { doelgroep: 'Gezinsmigrant en overige migrant' } as const;
const ASIEL = { doelgroep: 'Asielstatushouder' } as const;

const feiten = (kennisgeving?: string, inschrijving?: string): PipTermijnInvoer => ({
  ...(kennisgeving ? { datumKennisgevingInburgeringsplicht: datum(kennisgeving) } : {}),
  ...(inschrijving ? { datumInschrijvingGemeente: datum(inschrijving) } : {}),
});
function uit(f: PipTermijnInvoer) {
  const antwoord = pipTermijnVraag(f);
  if (antwoord.uitkomst === 'onbekend') return antwoord.ontbreekt.map((o) => `? ${o.feit}`);
  return antwoord.uitkomst === 'bepaald' ? antwoord.waarde.laatsteDag : antwoord.uitkomst;
}

describe('pip-termijn met gewone feiten (Besluit art. 5.3)', () => {
  it.each([
    ['vector 17', { ...GEZINS, ...feiten('2024-03-04') }, '2024-05-13'],
    ['vector 18', { ...GEZINS, ...feiten('2024-01-22') }, '2024-04-02'],
    ['vector 20', { ...GEZINS, ...feiten('2025-02-15') }, '2025-04-28'],
    ['vector 23', { ...GEZINS, ...feiten('2023-12-21') }, '2024-02-29'],
    ['vector 24', { ...ASIEL, azc: true, ...feiten('2025-03-03', '2025-09-01') }, '2025-11-10'],
    ['vector 25', { ...ASIEL, ...feiten('2025-03-14', '2025-02-20') }, '2025-05-23'],
    ['vector 26', { ...GEZINS, ...feiten('2022-06-10', '2022-05-02') }, '2022-07-11'],
    ['vector 31', { ...GEZINS, ...feiten('2024-03-04', '2022-02-10') }, '2024-05-13'],
    [
      'vector 28',
      {
        ...GEZINS,
        ...feiten('2024-03-04'),
        inlichtingenVanDerden: [
          { onmisbaar: false, gevraagdOp: datum('2024-04-01'), ontvangenOp: datum('2024-05-20') },
        ],
      },
      '2024-05-13',
    ],
    [
      'vector 29',
      { ...ASIEL, verhuisd: 'met PIP', ...feiten('2024-03-04', '2025-09-01') },
      '2025-11-10',
    ],
  ] as [string, PipTermijnInvoer, string][])('%s', (_, f, verwacht) => {
    expect(uit(f)).toBe(verwacht);
  });

  it.each([
    ['2022-12-31', '2023-02-09', 'inschrijving van 1 december'],
    ['2023-01-01', '2023-03-13', 'kennisgeving'],
    ['2023-01-02', '2023-03-13', 'kennisgeving'],
  ])('kennisgeving %s bij de overgang: %s (%s)', (dag, verwacht, _waarom) => {
    expect(uit({ ...ASIEL, ...feiten(dag, '2022-12-01') })).toBe(verwacht);
  });

  it('geeft de velden van het antwoord en schuift op een gelijkgestelde dag', () => {
    const f = { ...GEZINS, ...feiten('2024-03-04') };
    expect(pipTermijnVraag(f)).toMatchObject({
      waarde: {
        na: '2024-03-04',
        begin: '2024-03-05',
        laatsteDagZonderVerschuiving: '2024-05-13',
      },
    });
    const extraVrijeDagen = [{ datum: datum('2024-05-13') }, {}];
    expect(uit({ ...f, extraVrijeDagen })).toBe('2024-05-14');
  });

  it('wacht op de woning zolang iemand in het azc woont', () => {
    expect(uit({ ...ASIEL, ...feiten('2025-03-03'), azc: true })).toBe('niet-van-toepassing');
    expect(uit({ ...GEZINS, ...feiten('2025-03-03'), azc: true })).toBe('niet-van-toepassing');
    expect(uit({ ...GEZINS, ...feiten('2025-03-03') })).toBe('2025-05-12');
  });

  it('een gezinslid met een reguliere vergunning volgt de kennisgeving', () => {
    const f = { ...ASIEL, ...feiten('2025-03-03', '2025-09-01') };
    expect(uit(f)).toBe('2025-11-10');
    expect(uit({ ...f, gezinslidMetReguliereVergunning: true })).toBe('2025-05-12');
  });

  it('na een azc in de eigen gemeente telt de woning, als keuze', () => {
    const f = { ...ASIEL, ...feiten('2025-03-03', '2025-09-01') };
    const antwoord = pipTermijnVraag({ ...f, woningNaAzcInDezeGemeente: true });
    expect(antwoord.uitleg().grondslag?.zekerheid).toBe('ontwerp');
    expect(pipTermijnVraag(f).uitleg().grondslag?.zekerheid).toBe('afgeleid');
  });

  it('verhuisd zonder PIP: de latere van inschrijving en kennisgeving', () => {
    const f = { ...GEZINS, verhuisd: 'zonder PIP' as const };
    expect(uit({ ...f, ...feiten('2025-08-01', '2025-09-01') })).toBe('2025-11-10');
    expect(uit({ ...f, ...feiten('2025-09-02', '2025-09-01') })).toBe('2025-11-11');
    expect(uit({ ...GEZINS, ...feiten('2025-08-01', '2025-09-01') })).toBe('2025-10-10');
  });

  it('noemt wat ontbreekt onder de naam van het veld', () => {
    expect(uit({})).toEqual(['? datumKennisgevingInburgeringsplicht']);
    expect(uit(feiten('2025-03-03'))).toEqual(['? doelgroep', '? datumInschrijvingGemeente']);
    expect(uit({ verhuisd: 'met PIP' })).toEqual(['? datumInschrijvingGemeente']);
  });
});

describe('pip-termijn: inlichtingen van derden (art. 5.3 lid 2)', () => {
  const f = { ...GEZINS, ...feiten('2024-03-04') };
  const derde = {
    onmisbaar: true,
    gevraagdOp: datum('2024-04-01'),
    ontvangenOp: datum('2024-06-03'),
  };
  const met = (...inlichtingenVanDerden: NonNullable<PipTermijnInvoer['inlichtingenVanDerden']>) =>
    uit({ ...f, inlichtingenVanDerden });

  it.each([
    ['2024-04-29', '2024-05-13'],
    ['2024-04-30', '2024-05-14'],
    ['2024-05-06', '2024-05-21'],
    ['2024-06-03', '2024-06-17'],
  ])('onmisbaar, ontvangen op %s: uiterlijk %s', (dag, verwacht) => {
    expect(met({ ...derde, ontvangenOp: datum(dag) })).toBe(verwacht);
  });

  it('een ontbrekend oordeel of vraagdatum maakt het onbekend, als het uitmaakt', () => {
    const { onmisbaar: _o, ...zonderOordeel } = derde;
    expect(met(zonderOordeel)).toEqual(['? inlichtingenVanDerden.onmisbaar']);
    const antwoord = pipTermijnVraag({ ...f, inlichtingenVanDerden: [zonderOordeel] });
    expect(antwoord.uitkomst === 'onbekend' && antwoord.ontbreekt[0]?.wegen).toHaveLength(2);
    const { gevraagdOp: _g, ...zonderDag } = derde;
    expect(met(zonderDag)).toEqual(['? inlichtingenVanDerden.gevraagdOp']);
    expect(met({ ...zonderDag, onmisbaar: false })).toBe('2024-05-13');
    expect(met({ ...zonderOordeel, ontvangenOp: datum('2024-04-20') })).toBe('2024-05-13');
    expect(met({ gevraagdOp: derde.gevraagdOp })).toBe('2024-05-13');
    expect(met(derde, { ...zonderOordeel, ontvangenOp: datum('2024-05-20') })).toBe('2024-06-17');
  });

  it('ontbreekt bij de ene derde het oordeel en bij de andere de dag, dan gaat het oordeel voor', () => {
    const { onmisbaar: _o, ...zonderOordeel } = derde;
    const { gevraagdOp: _g, ...zonderDag } = derde;
    expect(met(zonderDag, zonderOordeel)).toEqual(['? inlichtingenVanDerden.onmisbaar']);
  });

  it('zolang de tien weken niet zijn begonnen veranderen inlichtingen niets', () => {
    const wacht = { ...ASIEL, ...feiten('2025-03-03'), azc: true };
    expect(uit({ ...wacht, inlichtingenVanDerden: [derde, {}] })).toBe('niet-van-toepassing');
  });

  it('een vraag na de tien weken redt de termijn niet', () => {
    expect(met({ ...derde, gevraagdOp: datum('2024-05-13') })).toBe('2024-06-17');
    expect(met({ ...derde, gevraagdOp: datum('2024-05-14') })).toBe('2024-05-13');
    const { onmisbaar: _o, ...open } = { ...derde, gevraagdOp: datum('2024-05-14') };
    expect(met(open)).toBe('2024-05-13');
  });
});

describe('pip-termijn: uitleg en eigenschappen', () => {
  it('haalt de feiten aan met hun herkomst', () => {
    const f = { ...ASIEL, ...feiten('2026-03-03', '2026-09-10') };
    const uitleg = pipTermijnVraag(f, {
      datumKennisgevingInburgeringsplicht: { bron: 'DUO SS139' },
    }).uitleg();
    expect(uitleg.uitkomst).toBe('19 november 2026');
    expect(uitleg.feiten?.map((x) => x.bron)).toEqual(['DUO SS139', 'ingevoerd']);
    const derde = { onmisbaar: true, gevraagdOp: datum('2026-09-20') };
    const met = pipTermijnVraag({ ...f, inlichtingenVanDerden: [derde] }).uitleg();
    expect(met.stappen?.map((s) => s.titel)).toContain('Inlichtingen van een derde');
  });

  it('noemt beide versies van lid 1', () => {
    expect(pipTermijnRegel.artikelen.map((a) => a.geldigTot ?? a.geldigVanaf).slice(0, 2)).toEqual([
      '2023-01-01',
      '2023-01-01',
    ]);
  });

  it('een latere kennisgeving geeft nooit een vroegere laatste dag', () => {
    const dag = fc.integer({ min: 19_358, max: 24_000 });
    fc.assert(
      fc.property(dag, fc.nat(60), (n, later) => {
        const op = (d: number) =>
          uit({ ...GEZINS, datumKennisgevingInburgeringsplicht: vanEpochDag(d) }) as string;
        expect(op(n + later) >= op(n)).toBe(true);
      }),
    );
  });
});
