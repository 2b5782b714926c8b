import { describe, expect, it } from 'vitest';
import { type Datum, datum } from '../shared/datum.ts';
import type { Gegeven } from '../shared/gegeven.ts';
import { pipTermijn } from './pip-termijn.ts';
import type { PipTermijnFeiten } from './pip-termijn-feiten.ts';

const op = (dag: string, bron = 'BRP'): Gegeven<Datum> => ({ waarde: datum(dag), bron });
const gezins = { doelgroep: 'gezins-en-overige-migrant' } as const;
const asiel = { doelgroep: 'asielstatushouder' } as const;
const BESLUIT = 'Besluit inburgering 2021';

function kern(f: PipTermijnFeiten) {
  const uitleg = pipTermijn(f).uitleg();
  return {
    waarom: uitleg.stappen?.[0]?.titel,
    zou: uitleg.zouWijzigenAls?.[0],
    artikel: uitleg.grondslag?.artikel,
  };
}

describe('pip-termijn legt uit welke dag telt', () => {
  const inschrijving = op('2025-03-14');
  const LID1 = `${BESLUIT} art. 5.3 lid 1`;

  it.each([
    ['2025-03-13', 'inschrijving', 'Op de dag van de kennisgeving nog niet ingeschreven'],
    ['2025-03-14', 'kennisgeving', 'Op de dag van de kennisgeving al ingeschreven'],
    ['2025-03-15', 'kennisgeving', 'Op de dag van de kennisgeving al ingeschreven'],
  ])('ingeschreven op 14 maart, kennisgeving op %s: de %s', (dag, naam, waarom) => {
    expect(kern({ ...asiel, kennisgeving: op(dag), inschrijving })).toEqual({
      waarom: expect.stringContaining(waarom),
      zou: `de dag van de ${naam} anders blijkt te zijn`,
      artikel: LID1,
    });
  });

  it('na een azc in de eigen gemeente: de woning, met de keuze erbij', () => {
    const f = { ...asiel, kennisgeving: op('2025-03-03'), inschrijving, woningNaAzc: true };
    expect(kern(f)).toEqual({
      waarom: 'Na het azc hier: de dag van de woning telt',
      zou: 'de dag van de inschrijving anders blijkt te zijn',
      artikel: LID1,
    });
    expect(pipTermijn(f).uitleg().grondslag?.toelichting).toContain('telt niet als huisvesting');
  });

  it('verhuisd met een PIP: art. 5.3 lid 3, met het PIP van de vorige gemeente als feit', () => {
    const f = { ...asiel, vorigePip: op('2024-05-10', 'DUO SS121'), inschrijving };
    expect(kern(f)).toEqual({
      waarom: expect.stringContaining('Verhuisd met een PIP'),
      zou: 'de dag van de inschrijving anders blijkt te zijn',
      artikel: `${BESLUIT} art. 5.3 lid 3 en Wi2021 art. 15 lid 4`,
    });
    const uitleg = pipTermijn(f).uitleg();
    expect(uitleg.grondslag).toMatchObject({
      regel: 'pip-termijn',
      link: 'https://wetten.overheid.nl/BWBR0045555/2024-06-12',
    });
    expect(uitleg.feiten).toMatchObject([
      { naam: 'Inschrijving in deze gemeente' },
      { naam: 'PIP van de vorige gemeente', bron: 'DUO SS121' },
    ]);
    expect(uitleg.zouWijzigenAls?.join()).not.toContain('azc');
  });

  it.each([
    ['2025-03-13', 'inschrijving', 'Hierheen verhuisd zonder PIP: de inschrijving telt'],
    ['2025-03-14', 'inschrijving', 'Hierheen verhuisd zonder PIP: de inschrijving telt'],
    ['2025-03-15', 'kennisgeving', 'Kennisgeving na de verhuizing: die telt'],
  ])('verhuisd zonder PIP, kennisgeving op %s: de %s', (dag, naam, waarom) => {
    const f = { ...gezins, verhuisd: 'zonder-pip', kennisgeving: op(dag), inschrijving } as const;
    expect(kern(f)).toEqual({
      waarom,
      zou: `de dag van de ${naam} anders blijkt te zijn`,
      artikel: `${BESLUIT} art. 5.3 lid 1 en 3`,
    });
    expect(pipTermijn(f).uitleg().grondslag).toMatchObject({
      regel: 'pip-termijn',
      zekerheid: 'afgeleid',
      link: 'https://wetten.overheid.nl/BWBR0045555/2024-06-12',
      toelichting: expect.stringContaining('dezelfde dag'),
    });
  });

  it.each([
    ['2022-12-31', '2022-12-01'],
    ['2023-01-01', '2023-01-01'],
    ['2023-01-02', '2023-01-02'],
  ])('verhuisd zonder PIP in 2022, kennisgeving op %s: geteld na %s', (dag, na) => {
    const f = {
      ...gezins,
      verhuisd: 'zonder-pip',
      kennisgeving: op(dag),
      inschrijving: op('2022-12-01'),
    } as const;
    expect(pipTermijn(f)).toMatchObject({ waarde: { na } });
  });

  it('verhuisd zonder PIP en zonder inschrijving is onbekend, en zegt wat nodig is', () => {
    const f = { ...gezins, verhuisd: 'zonder-pip', kennisgeving: op('2025-03-03') } as const;
    const antwoord = pipTermijn(f);
    expect(antwoord).toMatchObject({ ontbreekt: [{ feit: 'inschrijving' }] });
    expect(antwoord.uitleg()).toMatchObject({
      uitkomst: 'nog niet te bepalen',
      zouWijzigenAls: [
        'dit bekend wordt: De dag van inschrijving in de BRP van deze gemeente is niet bekend.',
      ],
    });
  });

  it('alleen zonder inschrijving kan iemand nog in een azc wonen', () => {
    const f = { ...gezins, kennisgeving: op('2025-03-03') };
    const zou = (feiten: PipTermijnFeiten) => pipTermijn(feiten).uitleg().zouWijzigenAls?.join();
    expect(zou(f)).toContain('nog in een azc woonde');
    expect(zou({ ...f, inschrijving })).not.toContain('azc');
  });
});

describe('pip-termijn: de tekst van 2022 zonder inschrijving', () => {
  const kennisgeving = op('2022-06-10');

  it('wie een woning krijgt wacht op de inschrijving', () => {
    expect(pipTermijn({ ...asiel, kennisgeving }).uitkomst).toBe('niet-van-toepassing');
    expect(pipTermijn({ ...gezins, inAzc: true, kennisgeving }).uitkomst).toBe(
      'niet-van-toepassing',
    );
  });

  it.each(['gezins-en-overige-migrant', 'onbekend'] as const)(
    'voor %s ontbreekt de inschrijving',
    (doelgroep) => {
      expect(pipTermijn({ doelgroep, kennisgeving })).toMatchObject({
        uitkomst: 'onbekend',
        ontbreekt: [{ feit: 'inschrijving' }],
      });
    },
  );
});

describe('pip-termijn legt uit wat inlichtingen van een derde doen', () => {
  const derde = { van: 'de arts', onmisbaar: true, gevraagdOp: op('2024-04-01', 'Noor') };
  const basis = { ...gezins, kennisgeving: op('2024-03-04') };
  const stap = (extra: { ontvangenOp?: Datum; gevraagdOp?: Gegeven<Datum> }) =>
    pipTermijn({ ...basis, derden: [{ ...derde, ...extra }] })
      .uitleg()
      .stappen?.at(-1);

  it('te laat gevraagd', () => {
    const laat = stap({ gevraagdOp: op('2024-05-14') });
    expect(laat?.titel).toBe('Inlichtingen van de arts');
    expect(laat?.uitkomst).toBe('pas gevraagd na de tien weken: geen uitstel');
    expect(laat).not.toHaveProperty('stappen');
  });

  it.each([
    ['2024-04-28', 'ontvangen op 28 april 2024: verkort de tien weken niet'],
    ['2024-04-29', 'ontvangen op 29 april 2024: verkort de tien weken niet'],
    ['2024-04-30', 'ontvangen op 30 april 2024 + 14 dagen = 14 mei 2024'],
  ])('ontvangen op %s: %s', (dag, uitkomst) => {
    expect(stap({ ontvangenOp: datum(dag) })?.uitkomst).toBe(uitkomst);
  });

  it('schuift de laatste dag door een feestdag, dan staat die eronder', () => {
    expect(stap({ ontvangenOp: datum('2024-05-06') })?.stappen).toHaveLength(1);
    expect(stap({ ontvangenOp: datum('2024-04-30') })).not.toHaveProperty('stappen');
  });

  it('twee ontvangsten met dezelfde laatste dag: de volgorde maakt niet uit', () => {
    const zaterdag = { ...derde, ontvangenOp: datum('2024-06-01') };
    const maandag = { ...derde, ontvangenOp: datum('2024-06-03') };
    const waarde = { laatsteDag: '2024-06-17', laatsteDagZonderVerschuiving: '2024-06-17' };
    for (const derden of [
      [zaterdag, maandag],
      [maandag, zaterdag],
    ]) {
      expect(pipTermijn({ ...basis, derden })).toMatchObject({ waarde });
    }
  });
});
