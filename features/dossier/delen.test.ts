import { describe, expect, it } from 'vitest';
import { TAAKLIJST } from '../../rules/taakverdeling/taken.ts';
import { DELEN, DELEN_PER_TAAK, FEITEN_PER_TAAK, takenVoor, zichtbareSoorten } from './delen.ts';

const gemeenteId = 'g1';
const kijker = (taken: string[], rollen = ['*:klantmanager']) => ({
  rollen: rollen.map((r) => ({ taak: r.split(':')[0]!, rol: r.split(':')[1]! })),
  verdeling: taken.map((taak) => ({ gemeenteId, taak })),
});

const VERTROUWELIJK = [
  'intake-antwoord',
  'gezondheid-besproken',
  'leerbaarheidstoets',
  'privegesprek',
  'derde-informatie',
  'pip-vastgesteld',
  'notitie',
  'gezin',
] as const;

describe('delen van het dossier per taak', () => {
  it('deelt elke soort precies één keer in', () => {
    const alle = Object.values(DELEN).flat();
    expect(new Set(alle).size).toBe(alle.length);
  });

  it('kent alleen taken die bestaan', () => {
    expect([...TAAKLIJST]).toEqual(expect.arrayContaining(Object.keys(DELEN_PER_TAAK)));
  });

  it.each([
    'maatschappelijke-begeleiding',
    'leerroute-b1',
    'leerroute-onderwijs',
    'leerroute-z',
    'pvt',
    'map',
    'ontzorgen',
    'begeleiding-naar-werk',
  ])('%s ziet naam, contact, taal en afspraken, en niets vertrouwelijks', (taak) => {
    const soorten = FEITEN_PER_TAAK[taak]!;
    for (const s of ['persoon', 'contact', 'adres', 'taal', 'afspraak'] as const)
      expect(soorten.has(s)).toBe(true);
    for (const s of VERTROUWELIJK) expect(soorten.has(s)).toBe(false);
  });

  it('laat handhaving en monitoring geen antwoorden van de intake zien', () => {
    for (const taak of ['handhaving', 'monitoring']) {
      expect(FEITEN_PER_TAAK[taak]!.has('intake-antwoord')).toBe(false);
      expect(FEITEN_PER_TAAK[taak]!.has('pip-vastgesteld')).toBe(true);
    }
  });

  it('geeft zonder taak of met een rol die geen dossiers ziet niets', () => {
    expect(zichtbareSoorten(kijker([]), gemeenteId).size).toBe(0);
    expect(zichtbareSoorten(kijker(['pip'], ['*:beheer']), gemeenteId).size).toBe(0);
    expect(zichtbareSoorten(kijker(['pip'], ['map:klantmanager']), gemeenteId).size).toBe(0);
    expect(zichtbareSoorten(kijker(['pip']), 'andere gemeente').size).toBe(0);
    expect(zichtbareSoorten(kijker(['beleid', 'beheer']), gemeenteId).size).toBe(0);
  });

  it('telt taken van dezelfde persoon op', () => {
    expect(takenVoor(kijker(['map', 'leerroute-z'], ['map:lezer']), gemeenteId)).toEqual(['map']);
    const beide = zichtbareSoorten(kijker(['map', 'leerroute-z']), gemeenteId);
    expect(beide.has('examen') && beide.has('map-eindgesprek')).toBe(true);
    expect(beide.has('intake-antwoord')).toBe(false);
  });
});
