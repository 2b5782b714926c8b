import { describe, expect, it } from 'vitest';
import { type InRij, kiesVolgende, opVolgorde } from '../versturen/volgorde.ts';

const rij = (
  volgnummer: number,
  soort: string,
  staat: InRij['staat'],
  meer: object = {},
): InRij => ({
  id: `${soort}${volgnummer}`,
  volgnummer,
  soort,
  sleutel: soort === 'pip-verwijderen' ? 'pip' : soort,
  staat,
  vervangen: false,
  ...meer,
});
const wacht = (volgnummer: number, soort: string, meer: object = {}) =>
  rij(volgnummer, soort, 'wacht', meer);

describe('de rij van één persoon', () => {
  it('gaat eerst op soort en dan op volgorde van klaarzetten', () => {
    const soorten = ['zroute', 'pvt', 'map', 'uren', 'aanbod', 'contactpersoon', 'pip'];
    const rijen = soorten.map((s, i) => wacht(i, s));
    expect(opVolgorde(rijen).map((r) => r.soort)).toEqual([
      'pip',
      'contactpersoon',
      'aanbod',
      'uren',
      'pvt',
      'map',
      'zroute',
    ]);
  });

  it.each(['contactpersoon', 'aanbod', 'map', 'pvt', 'zroute'])(
    'laat %s op het PIP wachten',
    (soort) => {
      const pip = wacht(1, 'pip');
      const ander = wacht(2, soort);
      const eerst = kiesVolgende([pip, ander]);
      expect(eerst.volgende?.id).toBe(pip.id);
      expect(eerst.wachtOp.get(ander.id)).toContain('Wacht op het PIP');
      const geweigerd = kiesVolgende([{ ...pip, staat: 'geweigerd' }, ander]);
      expect(geweigerd.volgende).toBeUndefined();
      expect(geweigerd.wachtOp.get(ander.id)).toContain('geweigerd');
      expect(kiesVolgende([{ ...pip, staat: 'geaccepteerd' }, ander]).volgende?.id).toBe(ander.id);
      expect(kiesVolgende([ander]).volgende?.id).toBe(ander.id);
    },
  );

  it('wacht na het verwijderen op een nieuw PIP', () => {
    const over = [rij(1, 'pip', 'geaccepteerd'), rij(2, 'pip-verwijderen', 'geaccepteerd')];
    const map = wacht(3, 'map');
    expect(kiesVolgende([...over, map]).wachtOp.get(map.id)).toContain('verwijderd');
    const nieuw = [...over, rij(4, 'pip', 'geaccepteerd'), map];
    expect(kiesVolgende(nieuw).volgende?.id).toBe(map.id);
  });

  it('gaat verder op een eerder PIP als een nieuwere versie is geweigerd', () => {
    const rijen = [rij(1, 'pip', 'geaccepteerd'), rij(2, 'pip', 'geweigerd'), wacht(3, 'map')];
    expect(kiesVolgende(rijen).volgende?.soort).toBe('map');
  });

  it('laat uren uit de intake los van het PIP, en uren bij een school wachten op het aanbod', () => {
    const intake = wacht(2, 'uren', { sleutel: 'uren:brede-intake:' });
    const school = wacht(3, 'uren', { sleutel: 'uren:instelling:0000000011' });
    const pip = rij(1, 'pip', 'geweigerd');
    expect(kiesVolgende([pip, intake, school]).volgende?.id).toBe(intake.id);
    const aanbod = wacht(4, 'aanbod', { sleutel: 'aanbod:0000000011' });
    const keus = kiesVolgende([aanbod, school]);
    expect(keus.volgende?.id).toBe(aanbod.id);
    expect(keus.wachtOp.get(school.id)).toContain('aanbod');
    const elders = wacht(4, 'aanbod', { sleutel: 'aanbod:0000000012' });
    expect(kiesVolgende([elders, school], new Set([elders.id])).volgende?.id).toBe(school.id);
  });

  it('houdt de Z-route tegen tot MAP en PVT bij DUO zijn', () => {
    const zroute = wacht(1, 'zroute');
    const tegen = (staat: InRij['staat'], vervangen = false) =>
      kiesVolgende([zroute, rij(2, 'map', staat, { vervangen })]).wachtOp.get(zroute.id);
    expect(tegen('wacht')).toContain('MAP');
    expect(tegen('geweigerd')).toContain('geweigerd');
    expect(tegen('geweigerd', true)).toBeUndefined();
    expect(tegen('geaccepteerd')).toBeUndefined();
  });

  it('slaat over wat in deze ronde niet lukte, met alles wat ervan afhangt', () => {
    const [een, twee, los] = [wacht(1, 'uren'), wacht(2, 'uren'), wacht(3, 'pvt')];
    const keus = kiesVolgende([een, twee, los], new Set([een.id]));
    expect(keus.volgende?.id).toBe(los.id);
    expect(keus.wachtOp.has(twee.id)).toBe(true);
  });

  it('laat een belemmering buiten DUO ook tellen', () => {
    const c = wacht(1, 'contactpersoon', { belemmering: 'Kijk het na.' });
    expect(kiesVolgende([c]).wachtOp.get(c.id)).toBe('Kijk het na.');
  });
});
