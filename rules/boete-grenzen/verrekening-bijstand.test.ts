import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import {
  type VerrekeningBijstandFeiten,
  verrekeningBijstand,
  verrekeningBijstandRegel,
} from './verrekening-bijstand.ts';

const MAG: VerrekeningBijstandFeiten = {
  ontvangtBijstand: true,
  verordeningRegeltVerrekening: true,
  laatsteDagBetalen: datum('2025-04-21'),
  datumVerrekening: datum('2025-05-01'),
  beslagvrijeVoetBlijftOver: true,
};

const kern = (f: object) => {
  const a = verrekeningBijstand({ ...MAG, ...f });
  if (a.uitkomst === 'voldoet-niet') return a.redenen.map((r) => r.tekst);
  return a.uitkomst === 'onbekend' ? a.ontbreekt.map((o) => o.feit) : a.uitkomst;
};

/** Zoveel zinnen, geen ervan leeg. */
const zinnen = (n: number) => Array.from({ length: n }, () => expect.stringMatching(/^\S.+\S$/));

describe('verrekening-bijstand', () => {
  it.each<[string, unknown]>([
    ['2025-04-20', ['De persoon kan nog betalen tot en met 21 april 2025.']],
    ['2025-04-21', ['De persoon kan nog betalen tot en met 21 april 2025.']],
    ['2025-04-22', 'voldoet'],
  ])('op %s', (dag, verwacht) => {
    expect(kern({ datumVerrekening: datum(dag) })).toEqual(verwacht);
  });

  it('geeft alle redenen', () => {
    expect(
      kern({
        ontvangtBijstand: false,
        verordeningRegeltVerrekening: false,
        datumVerrekening: datum('2025-01-01'),
        beslagvrijeVoetBlijftOver: false,
      }),
    ).toEqual([
      'Er is geen bijstand om mee te verrekenen.',
      'Geen verordening van de raad regelt het verrekenen.',
      'De persoon kan nog betalen tot en met 21 april 2025.',
      'Er blijft minder over dan de beslagvrije voet.',
    ]);
  });

  it('weigert zonder verordening, ook als de rest onbekend is', () => {
    const a = verrekeningBijstand({ verordeningRegeltVerrekening: false });
    expect(a).toMatchObject({
      uitkomst: 'voldoet-niet',
      redenen: [
        {
          code: 'verrekening-verordeningRegeltVerrekening',
          veld: 'verordeningRegeltVerrekening',
          grondslag: { artikel: 'Algemene wet bestuursrecht art. 4:93', zekerheid: 'onbevestigd' },
        },
      ],
    });
  });

  it('noemt bij elke reden het feit', () => {
    const a = verrekeningBijstand({
      ontvangtBijstand: false,
      laatsteDagBetalen: datum('2025-04-21'),
      datumVerrekening: datum('2025-04-21'),
      beslagvrijeVoetBlijftOver: false,
    });
    expect(a.uitkomst === 'voldoet-niet' && a.redenen.map((r) => r.veld)).toEqual([
      'ontvangtBijstand',
      'datumVerrekening',
      'beslagvrijeVoetBlijftOver',
    ]);
  });

  it.each(Object.keys(MAG))('vraagt naar %s', (feit) => {
    expect(kern({ [feit]: undefined })).toEqual([feit]);
  });

  it('legt uit', () => {
    expect(verrekeningBijstand(MAG).uitleg()).toMatchObject({
      titel: 'Een boete verrekenen met de bijstand',
      uitkomst: 'verrekenen mag',
      grondslag: { toelichting: expect.stringContaining('niet nagelezen') },
      feiten: { length: 5 },
      stappen: [],
      zouWijzigenAls: zinnen(2),
    });
  });

  it('kent haar voorbeelden', () => {
    const uitkomsten = verrekeningBijstandRegel.voorbeelden.map(({ invoer }) => {
      const uit = verrekeningBijstandRegel.beantwoord(invoer);
      return 'antwoord' in uit ? uit.antwoord.uitkomst : uit.fouten;
    });
    expect(uitkomsten).toEqual(['voldoet', 'voldoet-niet', 'onbekend']);
  });
});
