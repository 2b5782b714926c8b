import { describe, expect, it } from 'vitest';
import { type Datum, datum, plusDagen } from '../shared/datum.ts';
import type { Gegeven } from '../shared/gegeven.ts';
import { pipTermijn } from './pip-termijn.ts';
import type { PipTermijnFeiten } from './pip-termijn-feiten.ts';

const op = (dag: string, bron = 'DUO SS139'): Gegeven<Datum> => ({ waarde: datum(dag), bron });
const gezins = { doelgroep: 'gezins-en-overige-migrant' } as const;
const asiel = { doelgroep: 'asielstatushouder' } as const;

function laatsteDag(f: PipTermijnFeiten) {
  const antwoord = pipTermijn(f);
  return antwoord.uitkomst === 'bepaald' ? antwoord.waarde.laatsteDag : antwoord.uitkomst;
}

function titels(f: PipTermijnFeiten) {
  return (pipTermijn(f).uitleg().stappen ?? []).map((s) => `${s.titel}: ${s.uitkomst ?? ''}`);
}

describe('pip-termijn: tien weken na de kennisgeving (Besluit art. 5.3 lid 1)', () => {
  it.each([
    ['2024-03-03', '2024-05-13', 'zondag 12 mei schuift'],
    ['2024-03-04', '2024-05-13', 'maandag'],
    ['2024-03-05', '2024-05-14', 'dinsdag'],
    ['2024-01-20', '2024-04-02', 'zaterdag voor Pasen'],
    ['2024-01-22', '2024-04-02', 'Tweede Paasdag'],
    ['2024-01-23', '2024-04-02', 'dinsdag na Pasen'],
    ['2025-02-14', '2025-04-25', 'vrijdag voor Koningsdag'],
    ['2025-02-15', '2025-04-28', 'zaterdag en Koningsdag'],
    ['2025-02-17', '2025-04-28', 'maandag na Koningsdag'],
    ['2023-12-20', '2024-02-28', 'dag voor de schrikkeldag'],
    ['2023-12-21', '2024-02-29', 'schrikkeldag'],
    ['2023-12-22', '2024-03-01', 'dag na de schrikkeldag'],
  ])('kennisgeving %s: uiterlijk %s (%s)', (kennisgeving, verwacht) => {
    expect(laatsteDag({ ...gezins, kennisgeving: op(kennisgeving) })).toBe(verwacht);
  });

  it('telt de dag zelf niet mee en bewaart de dag zonder verschuiving', () => {
    const antwoord = pipTermijn({ ...gezins, kennisgeving: op('2025-02-15') });
    expect(antwoord).toMatchObject({
      uitkomst: 'bepaald',
      waarde: {
        begin: '2025-02-16',
        laatsteDag: '2025-04-28',
        laatsteDagZonderVerschuiving: '2025-04-26',
      },
    });
  });

  it('schuift door op een gelijkgestelde dag', () => {
    const feiten = { ...gezins, kennisgeving: op('2024-03-04') };
    expect(laatsteDag({ ...feiten, extraVrijeDagen: [datum('2024-05-13')] })).toBe('2024-05-14');
  });
});

describe('pip-termijn: nog niet ingeschreven bij de kennisgeving', () => {
  const kennisgeving = op('2025-03-14');

  it.each([
    ['2025-03-13', '2025-05-23'],
    ['2025-03-14', '2025-05-23'],
    ['2025-03-15', '2025-05-26'],
  ])('asielstatushouder ingeschreven op %s: uiterlijk %s', (inschrijving, verwacht) => {
    expect(laatsteDag({ ...asiel, kennisgeving, inschrijving: op(inschrijving, 'BRP') })).toBe(
      verwacht,
    );
  });

  it('uit het azc telt de inschrijving; al ingeschreven telt de kennisgeving', () => {
    const azc = { ...asiel, kennisgeving: op('2025-03-03'), inschrijving: op('2025-09-01', 'BRP') };
    expect(laatsteDag(azc)).toBe('2025-11-10');
    const al = { ...asiel, kennisgeving, inschrijving: op('2025-02-20', 'BRP') };
    expect(laatsteDag(al)).toBe('2025-05-23');
  });

  it('voor een gezinsmigrant telt de kennisgeving, ook als de inschrijving later is', () => {
    expect(laatsteDag({ ...gezins, kennisgeving, inschrijving: op('2025-04-01') })).toBe(
      '2025-05-23',
    );
  });

  it('begint nog niet zolang iemand in het azc woont', () => {
    expect(laatsteDag({ ...asiel, kennisgeving, inAzc: true })).toBe('niet-van-toepassing');
  });

  it('is onbekend met alles wat ontbreekt', () => {
    expect(pipTermijn({ doelgroep: 'onbekend' })).toMatchObject({
      uitkomst: 'onbekend',
      ontbreekt: [{ feit: 'kennisgeving' }],
    });
    expect(pipTermijn({ doelgroep: 'onbekend', kennisgeving })).toMatchObject({
      uitkomst: 'onbekend',
      ontbreekt: [{ feit: 'doelgroep' }, { feit: 'inschrijving' }],
    });
    const met = { doelgroep: 'onbekend', kennisgeving, inschrijving: op('2025-06-01') } as const;
    expect(pipTermijn(met)).toMatchObject({ ontbreekt: [{ feit: 'doelgroep' }] });
  });
});

describe('pip-termijn: wie onder de uitzondering voor het azc valt', () => {
  const kennisgeving = op('2025-03-03');
  const inschrijving = op('2025-09-01', 'BRP');

  it('een gezinslid met een reguliere vergunning niet: de kennisgeving telt', () => {
    const feiten = { ...asiel, gezinslid: true, kennisgeving, inschrijving };
    expect(laatsteDag(feiten)).toBe('2025-05-12');
    expect(laatsteDag({ ...feiten, inschrijving: undefined })).toBe('2025-05-12');
    expect(titels(feiten).join()).toContain('reguliere vergunning');
  });

  it.each(['asielstatushouder', 'gezins-en-overige-migrant', 'onbekend'] as const)(
    'wie uit een azc kwam wel, ook als %s',
    (doelgroep) => {
      expect(laatsteDag({ doelgroep, inAzc: true, kennisgeving, inschrijving })).toBe('2025-11-10');
      expect(laatsteDag({ doelgroep, inAzc: true, kennisgeving })).toBe('niet-van-toepassing');
    },
  );

  it('na een azc in de eigen gemeente telt de woning; dat is onze keuze, en dat staat erbij', () => {
    const feiten = { ...asiel, woningNaAzc: true, kennisgeving, inschrijving };
    expect(laatsteDag(feiten)).toBe('2025-11-10');
    expect(pipTermijn(feiten).uitleg().grondslag?.zekerheid).toBe('ontwerp');
  });
});

describe('pip-termijn: de tekst van 2022 en de overgang', () => {
  it('de tekst van 2022 telt de inschrijving voor elke doelgroep, ook na de kennisgeving', () => {
    for (const doelgroep of ['asielstatushouder', 'gezins-en-overige-migrant'] as const) {
      const feiten = { doelgroep, kennisgeving: op('2022-03-01') };
      expect(laatsteDag({ ...feiten, inschrijving: op('2022-05-02') })).toBe('2022-07-11');
      expect(laatsteDag({ ...feiten, inschrijving: op('2022-02-01') })).toBe('2022-04-12');
    }
  });

  it('gezinsmigrant met kennisgeving in 2022 en inschrijving in 2023: oude tekst, als keuze', () => {
    const feiten = { ...gezins, kennisgeving: op('2022-12-15'), inschrijving: op('2023-01-10') };
    expect(laatsteDag(feiten)).toBe('2023-03-21');
    expect(pipTermijn(feiten).uitleg().grondslag?.zekerheid).toBe('ontwerp');
  });

  it('verhuisd zonder PIP in 2022: ook dan telt de inschrijving, niet de latere kennisgeving', () => {
    const feiten = {
      ...gezins,
      verhuisd: 'zonder-pip' as const,
      kennisgeving: op('2022-06-10'),
      inschrijving: op('2022-05-02', 'BRP'),
    };
    expect(laatsteDag(feiten)).toBe('2022-07-11');
    expect(laatsteDag({ ...feiten, kennisgeving: op('2023-01-02') })).toBe('2023-03-13');
  });

  it('de tekst van 2022 kent geen uitstel om inlichtingen van een derde', () => {
    const feiten = {
      ...gezins,
      kennisgeving: op('2022-06-10'),
      inschrijving: op('2022-05-02', 'BRP'),
      derden: [
        {
          van: 'de arts',
          onmisbaar: true,
          gevraagdOp: op('2022-06-15'),
          ontvangenOp: datum('2022-07-20'),
        },
      ],
    };
    expect(laatsteDag(feiten)).toBe('2022-07-11');
    expect(titels(feiten).join()).toContain('kent geen uitstel');
    expect(pipTermijn(feiten).uitleg().zouWijzigenAls?.join()).not.toContain('derde');
  });

  it('telt tot en met 2022 vanaf de inschrijving', () => {
    const feiten = {
      ...gezins,
      kennisgeving: op('2022-06-10'),
      inschrijving: op('2022-05-02', 'BRP'),
    };
    expect(laatsteDag(feiten)).toBe('2022-07-11');
    expect(pipTermijn(feiten).uitleg().grondslag).toMatchObject({
      zekerheid: 'ontwerp',
      geldigTot: '2023-01-01',
    });
  });

  it.each([
    ['2022-12-31', '2022-12-01', '2023-02-09', 'oude tekst: inschrijving'],
    ['2023-01-01', '2022-12-01', '2023-03-13', 'nieuwe tekst: kennisgeving (zondag schuift)'],
    ['2023-01-02', '2022-12-01', '2023-03-13', 'nieuwe tekst: kennisgeving'],
  ])(
    'kennisgeving %s, ingeschreven %s: uiterlijk %s (%s)',
    (kennisgeving, inschrijving, verwacht) => {
      const feiten = { ...asiel, kennisgeving: op(kennisgeving), inschrijving: op(inschrijving) };
      expect(laatsteDag(feiten)).toBe(verwacht);
    },
  );

  it('kennisgeving in 2022 en inschrijving in 2023: de nieuwe tekst, met dezelfde dag', () => {
    const feiten = { ...asiel, kennisgeving: op('2022-12-01'), inschrijving: op('2023-01-09') };
    expect(laatsteDag(feiten)).toBe('2023-03-20');
    expect(pipTermijn(feiten).uitleg().grondslag?.geldigVanaf).toBe('2023-01-01');
  });

  it('een gemiste kennisgeving uit 2022 die in 2024 volgt, telt vanaf 2024', () => {
    const feiten = { ...gezins, kennisgeving: op('2024-03-04'), inschrijving: op('2022-02-01') };
    expect(laatsteDag(feiten)).toBe('2024-05-13');
  });
});

describe('pip-termijn: inlichtingen van een derde (Besluit art. 5.3 lid 2)', () => {
  const basis = { ...gezins, kennisgeving: op('2024-03-04') };
  const derde = { van: 'de arts', onmisbaar: true, gevraagdOp: op('2024-04-01', 'Noor') };

  it('nuttige inlichtingen geven geen uitstel', () => {
    const derden = [{ ...derde, onmisbaar: false, ontvangenOp: datum('2024-05-20') }];
    expect(laatsteDag({ ...basis, derden })).toBe('2024-05-13');
    expect(titels({ ...basis, derden }).join()).toContain('geen uitstel');
  });

  it.each([
    ['2024-04-28', '2024-05-13', 'twee weken vóór het einde: verkort niets'],
    ['2024-04-29', '2024-05-13', 'precies twee weken'],
    ['2024-04-30', '2024-05-14', 'een dag later'],
    ['2024-05-06', '2024-05-21', 'Tweede Pinksterdag schuift'],
    ['2024-06-03', '2024-06-17', 'na de tien weken'],
  ])('ontvangen op %s: uiterlijk %s (%s)', (ontvangenOp, verwacht) => {
    const derden = [{ ...derde, ontvangenOp: datum(ontvangenOp) }];
    expect(laatsteDag({ ...basis, derden })).toBe(verwacht);
  });

  it('zolang niets is ontvangen blijft lid 1 staan, en dat wordt gezegd', () => {
    const feiten = { ...basis, derden: [derde] };
    expect(laatsteDag(feiten)).toBe('2024-05-13');
    expect(titels(feiten).join()).toContain('nog niet ontvangen: 13 mei 2024 blijft staan');
  });

  it('bij twee vragen telt de laatste ontvangst; een openstaande vraag neemt niets terug', () => {
    const derden = [
      { ...derde, ontvangenOp: datum('2024-05-10') },
      { ...derde, ontvangenOp: datum('2024-05-08') },
      { ...derde },
    ];
    expect(laatsteDag({ ...basis, derden })).toBe('2024-05-24');
  });

  it('een vraag na de tien weken redt de termijn niet', () => {
    const ontvangenOp = datum('2024-06-01');
    const gevraagd = (dag: string) => [{ ...derde, gevraagdOp: op(dag), ontvangenOp }];
    expect(laatsteDag({ ...basis, derden: gevraagd('2024-05-13') })).toBe('2024-06-17');
    expect(laatsteDag({ ...basis, derden: gevraagd('2024-05-14') })).toBe('2024-05-13');
  });
});

describe('pip-termijn: verhuizing (Wi2021 art. 15 lid 4, Besluit art. 5.3 lid 3)', () => {
  it('met een PIP: tien weken na inschrijving in de nieuwe gemeente', () => {
    const feiten = {
      ...asiel,
      kennisgeving: op('2024-03-04'),
      vorigePip: op('2024-05-10'),
      inschrijving: op('2025-09-01', 'BRP'),
    };
    expect(laatsteDag(feiten)).toBe('2025-11-10');
    expect(titels(feiten).join()).toContain('dezelfde leerroute');
    expect(pipTermijn({ ...feiten, inschrijving: undefined })).toMatchObject({
      ontbreekt: [{ feit: 'inschrijving' }],
    });
  });

  it('met een PIP dat DUO nog niet gaf (SS121): dezelfde tien weken, zonder kennisgeving', () => {
    const feiten = { ...asiel, verhuisd: 'met-pip', inschrijving: op('2025-09-01') } as const;
    expect(laatsteDag(feiten)).toBe('2025-11-10');
    expect(titels(feiten).join()).toContain('Verhuisd met een PIP');
  });

  it('een azc van vroeger verandert niets aan een verhuizing', () => {
    const feiten = { ...asiel, inAzc: true, verhuisd: 'met-pip' } as const;
    expect(pipTermijn(feiten)).toMatchObject({ ontbreekt: [{ feit: 'inschrijving' }] });
  });

  it.each([
    ['2025-08-31', '2025-11-10', 'inschrijving later'],
    ['2025-09-01', '2025-11-10', 'zelfde dag'],
    ['2025-09-02', '2025-11-11', 'kennisgeving later'],
  ])('zonder PIP, kennisgeving %s: uiterlijk %s (%s)', (kennisgeving, verwacht) => {
    const inschrijving = op('2025-09-01', 'BRP');
    const feiten = {
      ...gezins,
      kennisgeving: op(kennisgeving),
      inschrijving,
      verhuisd: 'zonder-pip' as const,
    };
    expect(laatsteDag(feiten)).toBe(verwacht);
  });
});

it('legt de som uit met feiten, bron en wat haar zou wijzigen', () => {
  const feiten = {
    ...asiel,
    kennisgeving: op('2026-03-03'),
    inschrijving: op('2026-09-10', 'BRP'),
  };
  const uitleg = pipTermijn(feiten).uitleg();
  expect(uitleg.uitkomst).toBe('19 november 2026');
  expect(uitleg.grondslag?.link).toBe('https://wetten.overheid.nl/BWBR0045555/2026-04-02');
  expect(uitleg.feiten?.map((f) => f.bron)).toEqual(['DUO SS139', 'BRP']);
  expect(titels(feiten).join()).toContain('10 september 2026 + 70 dagen = 19 november 2026');
  expect(uitleg.zouWijzigenAls?.length).toBeGreaterThan(0);
  expect(plusDagen(datum('2026-09-10'), 70)).toBe('2026-11-19');
});
