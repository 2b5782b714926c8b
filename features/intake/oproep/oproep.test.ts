import { describe, expect, it } from 'vitest';
import { renderLetter } from '../../../server/letters.ts';
import { OproepGegevens } from './oproep.schema.ts';

const eerste = {
  gemeente: {
    naam: 'Veldrijk',
    adres: 'Marktplein 4',
    postcode: '7411 AB',
    plaats: 'Veldrijk',
    telefoon: '0570 12 34 56',
    email: 'inburgering@veldrijk.example',
    website: 'www.veldrijk.example',
    stijl: { kleur: '#00695c' },
  },
  persoon: {
    aanhef: 'Geachte heer Haile',
    volledigeNaam: 'De heer D. Haile',
    adresregels: ['Dorp 1'],
  },
  kenmerk: 'BI-2026-00412',
  dagtekening: '2026-11-21',
  volgnummer: 1,
  afspraak: {
    datum: '2026-12-03',
    tijd: '09:30',
    duurMinuten: 90,
    plaats: 'het stadhuis van Veldrijk',
    adresregels: ['Marktplein 4', '7411 AB Veldrijk'],
    aanwijzing: 'Er is een lift.',
  },
  verschijnenUiterlijkOp: '2026-12-18',
  meenemen: ['Deze brief'],
  tolk: { taal: 'Tigrinya', vorm: 'telefonisch' },
  leerbaarheidstoets: true,
  grondslag: ['Artikel 14 van de Wet inburgering 2021'],
  ondertekenaar: { naam: 'M. de Groot', functie: 'Teamleider' },
  klantmanager: { naam: 'K. Hendriks', telefoon: '0570 12 34 60', email: 'k@veldrijk.example' },
};

const herhaald = {
  ...eerste,
  volgnummer: 2,
  herhaling: {
    eerdereOproep: '2026-11-01',
    eerdereAfspraak: '2026-11-12',
    watGingMis: 'U kwam niet.',
  },
  boeteEurocenten: 25000,
};

const maak = async (invoer: unknown) => {
  const data = OproepGegevens.parse(invoer);
  const template = 'features/intake/oproep/oproep.typ';
  const title = 'Oproep voor een gesprek over uw inburgering';
  const { pdf } = await renderLetter({ template, data, title, lang: 'nl', standard: 'ua-1' });
  return { pdf, bladzijden: Number(/NPages>(\d+)</u.exec(pdf.toString('latin1'))?.[1]) };
};

const foutvelden = (invoer: object) => {
  const uitkomst = OproepGegevens.safeParse(invoer);
  return uitkomst.success ? [] : uitkomst.error.issues.map((i) => i.path.join('.'));
};

describe('de oproep als PDF', () => {
  it('past op twee bladzijden, als eerste, herhaalde en laatste oproep', async () => {
    const { tolk: _, ...zonderTolk } = eerste;
    const alle = [eerste, zonderTolk, herhaald, { ...herhaald, volgnummer: 3 }];
    const brieven = await Promise.all(alle.map(maak));
    for (const { bladzijden } of brieven) expect(bladzijden).toBeLessThanOrEqual(2);
    expect(new Set(brieven.map((b) => b.pdf.toString('latin1'))).size).toBe(alle.length);
  });
});

describe('OproepGegevens', () => {
  it('neemt een eerste en een herhaalde oproep aan', () => {
    expect(foutvelden(eerste)).toEqual([]);
    expect(foutvelden(herhaald)).toEqual([]);
  });

  it('weigert een herhaalde oproep zonder waarschuwing of boetebedrag', () => {
    expect(foutvelden({ ...eerste, volgnummer: 2 })).toEqual(['herhaling', 'boeteEurocenten']);
  });

  it('weigert een eerste oproep die al met een boete waarschuwt', () => {
    expect(foutvelden({ ...herhaald, volgnummer: 1 })).toEqual(['herhaling', 'boeteEurocenten']);
  });

  it.each([
    ['een vierde oproep', { volgnummer: 4 }, 'volgnummer'],
    [
      'een afspraak voor de dagtekening',
      { afspraak: { ...eerste.afspraak, datum: '2026-11-20' } },
      'afspraak',
    ],
    [
      'een afspraak na de termijn',
      { verschijnenUiterlijkOp: '2026-12-02' },
      'verschijnenUiterlijkOp',
    ],
    ['een onmogelijke tijd', { afspraak: { ...eerste.afspraak, tijd: '24:00' } }, 'afspraak.tijd'],
    ['een BSN in het kenmerk', { kenmerk: '999012345' }, 'kenmerk'],
  ])('weigert %s', (_naam, wijziging, veld) => {
    expect(foutvelden({ ...eerste, ...wijziging })).toContain(veld);
  });

  it('neemt een afspraak op de laatste dag van de termijn aan', () => {
    expect(foutvelden({ ...eerste, verschijnenUiterlijkOp: '2026-12-03' })).toEqual([]);
  });
});
