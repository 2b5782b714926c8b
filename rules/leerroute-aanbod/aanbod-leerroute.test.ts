import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { type AanbodLeerrouteFeiten, aanbodLeerroute } from './aanbod-leerroute.ts';

const B: AanbodLeerrouteFeiten = {
  doelgroep: 'Asielstatushouder',
  leerroute: 'B',
  dagtekeningPip: datum('2025-03-10'),
  datumAanbod: datum('2025-06-01'),
  keurmerk: true,
  prijsEnKwaliteit: true,
};
const { keurmerk: _, ...zonderKeurmerk } = B;
const O: AanbodLeerrouteFeiten = {
  ...zonderKeurmerk,
  leerroute: 'O',
  diplomaErkenning: true,
  datumAanvangTaalschakeltraject: datum('2025-09-01'),
};

function kort(f: AanbodLeerrouteFeiten) {
  const antwoord = aanbodLeerroute(f);
  if (antwoord.uitkomst === 'voldoet-niet') return antwoord.redenen.map((r) => r.veld);
  if (antwoord.uitkomst === 'onbekend') return antwoord.ontbreekt.map((o) => `? ${o.feit}`);
  return antwoord.uitkomst;
}

describe('aanbod-leerroute (Wi2021 art. 16, Regeling art. 4.1 lid 1 onder g)', () => {
  it.each([
    ['2025-06-09', 'voldoet', 'Tweede Pinksterdag'],
    ['2025-06-10', 'voldoet', 'precies drie maanden'],
    ['2025-06-11', ['datumAanbod'], 'een dag later'],
  ])('aanbod op %s: %j (%s)', (dag, verwacht, _waarom) => {
    expect(kort({ ...B, datumAanbod: datum(dag) })).toEqual(verwacht);
  });

  it('de laatste dag schuift door op een vrije of gelijkgestelde dag', () => {
    const f = { ...B, dagtekeningPip: datum('2025-03-08'), datumAanbod: datum('2025-06-10') };
    expect(kort(f)).toBe('voldoet');
    expect(kort({ ...f, datumAanbod: datum('2025-06-11') })).toEqual(['datumAanbod']);
    const extraVrijeDagen = [{ datum: datum('2025-06-10') }, {}];
    expect(kort({ ...f, datumAanbod: datum('2025-06-11'), extraVrijeDagen })).toBe('voldoet');
  });

  it.each([
    ['2025-06-10', ['? datumAanbod']],
    ['2025-06-11', ['datumAanbod']],
  ])('nog geen aanbod op %s: %j', (peildatum, verwacht) => {
    expect(kort({ ...B, datumAanbod: undefined, peildatum: datum(peildatum) })).toEqual(verwacht);
    expect(kort({ ...B, peildatum: datum(peildatum) })).toBe('voldoet');
  });

  it.each([
    ['2025-09-09', 'voldoet'],
    ['2025-09-10', 'voldoet'],
    ['2025-09-11', ['datumAanvangTaalschakeltraject']],
  ])('taalschakeltraject vanaf %s: %j', (dag, verwacht) => {
    expect(kort({ ...O, datumAanvangTaalschakeltraject: datum(dag) })).toEqual(verwacht);
    expect(kort({ ...B, datumAanvangTaalschakeltraject: datum(dag) })).toBe('voldoet');
  });

  it('keurmerk voor B1- en Z-route, diploma-erkenning voor de onderwijsroute', () => {
    expect(kort({ ...B, keurmerk: false })).toEqual(['keurmerk']);
    expect(kort({ ...B, leerroute: 'Z', keurmerk: false })).toEqual(['keurmerk']);
    expect(kort({ ...O, keurmerk: false })).toBe('voldoet');
    expect(kort({ ...O, diplomaErkenning: false })).toEqual(['diplomaErkenning']);
    expect(kort({ ...B, diplomaErkenning: false })).toBe('voldoet');
  });

  it('noemt alle redenen, met het artikel', () => {
    expect(
      aanbodLeerroute({
        ...O,
        datumAanbod: datum('2025-07-01'),
        datumAanvangTaalschakeltraject: datum('2026-01-05'),
        diplomaErkenning: false,
        prijsEnKwaliteit: false,
      }),
    ).toMatchObject({
      redenen: [
        {
          tekst:
            'Het aanbod kwam na 10 juni 2025. Geef de persoon een verklaring: dit is een grond voor verlenging.',
          grondslag: { zekerheid: 'afgeleid' },
        },
        { tekst: expect.stringContaining('niet binnen zes maanden beginnen (10 september 2025)') },
        { grondslag: { artikel: 'Wet inburgering 2021 art. 8 lid 2' } },
        { grondslag: { artikel: 'Wet inburgering 2021 art. 16 lid 2' } },
      ],
    });
    const geen = { ...B, datumAanbod: undefined, peildatum: datum('2025-07-01'), keurmerk: false };
    expect(aanbodLeerroute(geen)).toMatchObject({
      redenen: [
        { tekst: expect.stringContaining('nog geen aanbod; het kon tot en met 10 juni 2025') },
        { grondslag: { artikel: 'Wet inburgering 2021 art. 16 lid 3' } },
      ],
    });
  });

  it('een gezins- of overige migrant koopt zelf, wat er ook ontbreekt', () => {
    const f = { doelgroep: 'Gezinsmigrant en overige migrant' } as const;
    expect(kort(f)).toBe('voldoet');
    expect(kort({ ...B, ...f, keurmerk: false, datumAanbod: datum('2027-01-01') })).toBe('voldoet');
    expect(aanbodLeerroute(f).uitleg().uitkomst).toContain('koopt de cursus zelf');
    expect(aanbodLeerroute({ ...B, ...f }).uitleg().stappen).toEqual([]);
  });

  it('noemt wat ontbreekt', () => {
    expect(kort({})).toEqual([
      '? doelgroep',
      '? leerroute',
      '? dagtekeningPip',
      '? datumAanbod',
      '? prijsEnKwaliteit',
    ]);
    expect(kort({ ...B, keurmerk: undefined })).toEqual(['? keurmerk']);
    const o = { ...O, diplomaErkenning: undefined, datumAanvangTaalschakeltraject: undefined };
    expect(kort(o)).toEqual(['? diplomaErkenning', '? datumAanvangTaalschakeltraject']);
    const antwoord = aanbodLeerroute({ ...B, prijsEnKwaliteit: undefined });
    expect(antwoord.uitkomst === 'onbekend' && antwoord.ontbreekt[0]?.wegen).toHaveLength(3);
  });

  it('legt de uiterste dagen uit', () => {
    const b = aanbodLeerroute(B).uitleg();
    expect(b.uitkomst).toBe('het aanbod is tijdig en de aanbieder mag het geven');
    expect(b.grondslag?.artikel).toBe('Wet inburgering 2021 art. 16 lid 1');
    expect(b.stappen).toMatchObject([{ uitkomst: 'aanbod uiterlijk 10 juni 2025' }]);
    expect(b.stappen).toHaveLength(1);
    expect(aanbodLeerroute(O).uitleg().stappen?.[1]?.uitkomst).toBe(
      'start uiterlijk 10 september 2025',
    );
  });
});
