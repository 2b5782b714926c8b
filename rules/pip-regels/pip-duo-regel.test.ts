import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { type PipDuoInvoer, pipDuoVraag } from './pip-duo-regel.ts';

const EERSTE: PipDuoInvoer = {
  dagtekeningPip: datum('2026-09-15'),
  leerroute: 'B',
  begindatumInburgeringsplicht: datum('2026-02-24'),
  datumVestigingGemeente: datum('2026-09-10'),
  eerderePips: [],
};
const LATER: PipDuoInvoer = {
  ...EERSTE,
  dagtekeningPip: datum('2026-10-25'),
  eerderePips: [{ dagtekeningPip: datum('2026-10-20') }, { dagtekeningPip: datum('2026-09-15') }],
};

function kort(f: PipDuoInvoer) {
  const antwoord = pipDuoVraag(f);
  if (antwoord.uitkomst === 'voldoet-niet') return antwoord.redenen.map((r) => r.code);
  if (antwoord.uitkomst === 'onbekend') return antwoord.ontbreekt.map((o) => `? ${o.feit}`);
  return antwoord.uitkomst;
}

describe('pip-duo met gewone feiten', () => {
  it.each([
    ['2026-02-23', ['PIP-1', 'PIP-3']],
    ['2026-02-24', ['PIP-3']],
    ['2026-09-09', ['PIP-3']],
    ['2026-09-10', 'voldoet'],
    ['2026-09-11', 'voldoet'],
  ])('dagtekening %s: %j', (dag, verwacht) => {
    expect(kort({ ...EERSTE, dagtekeningPip: datum(dag) })).toEqual(verwacht);
  });

  it.each([
    ['2026-10-19', ['PIP-2']],
    ['2026-10-20', 'voldoet'],
    ['2026-10-21', 'voldoet'],
  ])('wijziging op %s na een PIP van 20 oktober: %j', (dag, verwacht) => {
    expect(kort({ ...LATER, dagtekeningPip: datum(dag) })).toEqual(verwacht);
    const omgekeerd = LATER.eerderePips?.toReversed();
    expect(kort({ ...LATER, eerderePips: omgekeerd, dagtekeningPip: datum(dag) })).toEqual(
      verwacht,
    );
  });

  it('vector 54: A2 met de B1-route niet in het eerste PIP, wel later', () => {
    expect(kort({ ...EERSTE, niveau: 'A2' })).toEqual(['PIP-6']);
    expect(kort({ ...LATER, niveau: 'A2' })).toBe('voldoet');
    expect(kort({ ...EERSTE, niveau: 'A2', eerderePips: undefined })).toEqual(['? eerderePips']);
    expect(kort({ ...EERSTE, niveau: 'A2', eerderePips: [{}] })).toEqual(['? eerderePips']);
  });

  it('niveau en leerroute passen bij elkaar', () => {
    expect(kort({ ...EERSTE, leerroute: 'O', niveau: 'A2' })).toEqual(['PIP-4']);
    expect(kort({ ...EERSTE, leerroute: 'Z', niveau: 'B1' })).toEqual(['PIP-5']);
    expect(kort({ ...EERSTE, leerroute: 'Z', niveau: 'A2' })).toBe('voldoet');
    expect(kort({ ...EERSTE, niveau: 'B1' })).toBe('voldoet');
  });

  it.each([
    [0, ['PIP-8']],
    [1, 'voldoet'],
    [9999, 'voldoet'],
    [10_000, ['PIP-8']],
  ])('%d uur voor een asielstatushouder: %j', (uren, verwacht) => {
    const f = { ...EERSTE, geschatteIntensiteitB1Route: uren };
    expect(kort({ ...f, doelgroep: 'Asielstatushouder' })).toEqual(verwacht);
    expect(kort({ ...f, doelgroep: 'Gezinsmigrant en overige migrant' })).toEqual(['PIP-8']);
    expect(kort({ ...f, leerroute: 'Z', doelgroep: 'Asielstatushouder' })).toEqual(['PIP-8']);
  });

  it('uren zonder doelgroep of leerroute zijn pas zeker fout buiten de grens', () => {
    const f = { ...EERSTE, geschatteIntensiteitB1Route: 600 };
    expect(kort(f)).toEqual(['? doelgroep']);
    for (const [uren, verwacht] of [
      [1, '? doelgroep'],
      [9999, '? doelgroep'],
      [10_000, 'PIP-8'],
    ] as const) {
      expect(kort({ ...f, geschatteIntensiteitB1Route: uren })).toEqual([verwacht]);
    }
    expect(kort({ ...f, geschatteIntensiteitB1Route: 0 })).toEqual(['PIP-8']);
    expect(kort({ ...f, leerroute: undefined, doelgroep: 'Asielstatushouder' })).toEqual([
      '? leerroute',
    ]);
    expect(kort({ ...f, leerroute: 'O' })).toEqual(['PIP-8']);
  });

  it('noemt alle bezwaren en wat ontbreekt', () => {
    const alles = {
      ...LATER,
      dagtekeningPip: datum('2026-01-01'),
      leerroute: 'O' as const,
      niveau: 'A2' as const,
      geschatteIntensiteitB1Route: 5,
    };
    expect(kort(alles)).toEqual(['PIP-1', 'PIP-2', 'PIP-3', 'PIP-4', 'PIP-8']);
    expect(kort({})).toEqual([
      '? dagtekeningPip',
      '? leerroute',
      '? begindatumInburgeringsplicht',
      '? datumVestigingGemeente',
      '? eerderePips',
    ]);
    expect(pipDuoVraag({ ...LATER, eerderePips: [{}] })).toMatchObject({
      ontbreekt: [{ feit: 'eerderePips', tekst: 'Van een eerder PIP ontbreekt de dagtekening.' }],
    });
  });

  it('legt elke controle uit en welk niveau DUO aanneemt', () => {
    const uitleg = (f: PipDuoInvoer) => pipDuoVraag(f).uitleg();
    const goed = uitleg(EERSTE);
    expect(goed.uitkomst).toBe('geen bezwaren');
    expect(goed.stappen?.map((s) => s.titel.slice(0, 5))).toEqual([
      'PIP-1',
      'PIP-2',
      'PIP-3',
      'PIP-4',
      'PIP-5',
      'PIP-6',
      'PIP-8',
      'PIP-7',
    ]);
    expect(goed.stappen?.at(-1)?.uitkomst).toBe('DUO neemt B1 aan');
    expect(goed.stappen?.[0]?.uitkomst).toBe('geen bezwaar');
    expect(uitleg({ ...EERSTE, niveau: 'B1' }).stappen).toHaveLength(7);
    expect(uitleg({ ...EERSTE, leerroute: 'Z' }).stappen).toHaveLength(7);
    const fout = uitleg({ ...EERSTE, niveau: 'A2' });
    expect(fout.stappen?.filter((s) => s.uitkomst === 'bezwaar')).toHaveLength(1);
    expect(fout.stappen?.[5]?.uitkomst).toBe('bezwaar');
  });
});
