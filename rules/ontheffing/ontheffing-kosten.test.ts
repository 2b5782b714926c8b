import { describe, expect, it } from 'vitest';
import { ontheffingKosten } from './ontheffing-kosten.ts';

describe('ontheffing-kosten', () => {
  it.each([
    [{ adviesPositief: true }, 22_500, 0],
    [{ aangepastExamen: true }, 22_500, 0],
    [{ adviesPositief: false, aangepastExamen: true }, 22_500, 0],
    [{ adviesPositief: false, aangepastExamen: false }, 0, 22_500],
  ])('%j: terug %i, eigen kosten %i', (f, terug, eigenKosten) => {
    expect(ontheffingKosten(f)).toMatchObject({
      uitkomst: 'bepaald',
      waarde: { vooraf: 22_500, terug, eigenKosten },
    });
  });

  it('is onbekend zolang het advies nog goed kan uitvallen', () => {
    expect(ontheffingKosten({})).toMatchObject({
      ontbreekt: [{ feit: 'adviesPositief' }, { feit: 'aangepastExamen' }],
    });
    expect(ontheffingKosten({ adviesPositief: false })).toMatchObject({
      ontbreekt: [{ feit: 'aangepastExamen' }],
    });
  });

  it('legt het bedrag uit', () => {
    expect(ontheffingKosten({ adviesPositief: true }).uitleg()).toMatchObject({
      uitkomst: '€ 225 vooraf, komt terug',
      grondslag: { artikel: 'Regeling inburgering 2021 art. 2.7' },
      feiten: [{ waarde: 'ja' }],
      stappen: [{ titel: 'Betaald min teruggekregen', uitkomst: '€ 225 - € 225 = € 0' }],
      zouWijzigenAls: ['de arts anders adviseert'],
    });
    const niet = ontheffingKosten({ adviesPositief: false, aangepastExamen: false }).uitleg();
    expect(niet).toMatchObject({
      uitkomst: '€ 225 vooraf, komt niet terug',
      stappen: [{ uitkomst: '€ 225 - € 0 = € 225' }],
    });
  });
});
