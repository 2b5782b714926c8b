import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import {
  type BoeteProcedureFeiten,
  boeteProcedure,
  boeteProcedureRegel,
} from './boete-procedure.ts';

const PIP: BoeteProcedureFeiten = {
  artikel: '23',
  datumOvertreding: datum('2025-03-10'),
  datumBesluit: datum('2025-05-12'),
  verwijtbaar: true,
  omstandighedenGewogen: true,
  rapportOpgemaakt: true,
  zienswijzeGevraagd: true,
  beslistDoorAnder: true,
};
const ZONDER = {
  rapportOpgemaakt: undefined,
  zienswijzeGevraagd: undefined,
  beslistDoorAnder: undefined,
};

const kern = (f: object) => {
  const a = boeteProcedure({ ...PIP, ...f });
  if (a.uitkomst === 'voldoet-niet') return a.redenen.map((r) => r.code.slice(16));
  return a.uitkomst === 'onbekend' ? a.ontbreekt.map((o) => o.feit) : a.uitkomst;
};

/** Zoveel zinnen, geen ervan leeg. */
const zinnen = (n: number) => Array.from({ length: n }, () => expect.stringMatching(/^\S.+\S$/));

describe('boete-procedure', () => {
  it('laat beslissen als alle stappen zijn gezet', () => expect(kern({})).toBe('voldoet'));

  it.each(['22', '24'])('artikel %s vraagt geen rapport, zienswijze of ander', (artikel) => {
    expect(kern({ artikel, ...ZONDER })).toBe('voldoet');
    expect(kern({ artikel, beslistDoorAnder: false, zienswijzeGevraagd: false })).toBe('voldoet');
  });

  it.each(['23', '25'])('artikel %s vraagt ze alle drie', (artikel) => {
    expect(kern({ artikel, ...ZONDER })).toEqual(Object.keys(ZONDER));
  });

  it.each([
    'verwijtbaar',
    'omstandighedenGewogen',
    'rapportOpgemaakt',
    'zienswijzeGevraagd',
    'beslistDoorAnder',
  ])('weigert zonder %s', (naam) => expect(kern({ [naam]: false })).toEqual([naam]));

  it('geeft alle redenen, met artikel en veld', () => {
    const a = boeteProcedure({
      ...PIP,
      verwijtbaar: false,
      omstandighedenGewogen: false,
      rapportOpgemaakt: false,
      zienswijzeGevraagd: false,
      beslistDoorAnder: false,
      datumBesluit: datum('2031-01-01'),
    });
    expect(a.uitkomst === 'voldoet-niet' && a.redenen.map((r) => [r.veld, r.tekst])).toEqual([
      ['verwijtbaar', 'De persoon valt niets te verwijten.'],
      [
        'omstandighedenGewogen',
        'De ernst, het verwijt en de omstandigheden zijn nog niet gewogen.',
      ],
      ['rapportOpgemaakt', 'Er is geen rapport van de overtreding.'],
      ['zienswijzeGevraagd', 'De persoon kreeg nog niet de kans om te reageren.'],
      ['beslistDoorAnder', 'Wie het rapport schreef, mag deze boete niet zelf opleggen.'],
      ['datumBesluit', 'Een boete kon tot en met 10 maart 2030.'],
    ]);
    expect(
      a.uitkomst === 'voldoet-niet' && a.redenen.map((r) => r.grondslag?.artikel.slice(27)),
    ).toEqual([
      'art. 5:41',
      'art. 5:46',
      'art. 5:48 en 5:53',
      'art. 5:50 en 5:53',
      'art. 10:3 lid 4',
      'art. 5:45',
    ]);
    expect(
      a.uitkomst === 'voldoet-niet' &&
        a.redenen.every((r) => r.grondslag?.zekerheid === 'onbevestigd'),
    ).toBe(true);
  });

  it.each([
    ['23', '2030-03-09', 'voldoet'],
    ['23', '2030-03-10', 'voldoet'],
    ['23', '2030-03-11', ['te-laat']],
    ['22', '2028-03-10', 'voldoet'],
    ['22', '2028-03-11', ['te-laat']],
  ])('artikel %s, besluit op %s', (artikel, dag, verwacht) => {
    expect(kern({ artikel, datumBesluit: datum(dag) })).toEqual(verwacht);
  });

  it('weigert voor een dag van voor de wet', () => {
    expect(kern({ datumOvertreding: datum('2021-12-31') })).toEqual(['voor-de-wet']);
    expect(kern({ datumOvertreding: datum('2022-01-01') })).toBe('voldoet');
    const a = boeteProcedure({ ...PIP, datumOvertreding: datum('2021-12-31') });
    expect(a).toMatchObject({
      redenen: [{ tekst: 'Op 31 december 2021 gold deze wet nog niet.', veld: 'datumOvertreding' }],
    });
  });

  it.each(Object.keys(PIP))('vraagt naar %s', (feit) => {
    expect(kern({ [feit]: undefined })).toEqual([feit]);
  });

  it('vraagt de zware weg pas als zij zeker geldt', () => {
    expect(kern({ artikel: undefined, ...ZONDER })).toEqual(['artikel']);
    expect(kern({ datumOvertreding: undefined, ...ZONDER })).toEqual(['datumOvertreding']);
  });

  it('zegt wat een mens weegt', () => {
    const a = boeteProcedure({ ...PIP, verwijtbaar: undefined });
    expect(a.uitkomst === 'onbekend' && a.ontbreekt[0]?.wegen).toHaveLength(4);
  });

  it('legt uit', () => {
    const uitleg = boeteProcedure(PIP).uitleg();
    expect(uitleg).toMatchObject({
      titel: 'Gang van zaken bij een boete',
      uitkomst: 'er kan over de boete worden beslist',
      grondslag: {
        artikel: 'Algemene wet bestuursrecht titel 5.4',
        zekerheid: 'onbevestigd',
        toelichting: expect.stringContaining('niet nagelezen'),
      },
      feiten: { length: 8 },
      zouWijzigenAls: zinnen(2),
    });
    expect(uitleg.stappen?.[0]?.titel).toContain('meer dan € 340');
    expect(boeteProcedure({ ...PIP, artikel: '24' }).uitleg().stappen).toEqual([]);
  });

  it('kent haar voorbeelden', () => {
    const uitkomsten = boeteProcedureRegel.voorbeelden.map(({ invoer }) => {
      const uit = boeteProcedureRegel.beantwoord(invoer);
      return 'antwoord' in uit ? uit.antwoord.uitkomst : uit.fouten;
    });
    expect(uitkomsten).toEqual(['voldoet', 'voldoet-niet', 'voldoet', 'onbekend']);
    expect(boeteProcedureRegel.artikelen).toHaveLength(7);
  });
});
