import { describe, expect, it } from 'vitest';
import { TAAKLIJST, type Taak } from '../../rules/taakverdeling/taken.ts';
import {
  doelVan,
  type Gebruiker,
  gemeentenVoor,
  HANDELINGEN,
  type Handeling,
  mag,
  type Rol,
} from './rechten.ts';

const A = 'gemeente-a';
const B = 'gemeente-b';
const ROLLEN: readonly Rol[] = ['klantmanager', 'regisseur', 'beleid', 'beheer', 'lezer'];
const NAMEN = Object.keys(HANDELINGEN) as Handeling[];

function gebruiker(rollen: string[], verdeling: [string, Taak][]): Gebruiker {
  return {
    id: 'm',
    naam: 'M',
    functie: '',
    organisatie: { id: 'o', naam: 'O', soort: 'rit' },
    rollen: rollen.map((r) => ({ taak: r.split(':')[0]!, rol: r.split(':')[1] as Rol })),
    verdeling: verdeling.map(([gemeenteId, taak]) => ({ gemeenteId, taak })),
    gemeenten: [],
  };
}
const alles = (g: string) => TAAKLIJST.map((taak): [string, Taak] => [g, taak]);

/** Wat iedere rol hoort te mogen, los van de tabel in de code: taak → rollen. */
const VERWACHT: Record<Rol, Handeling[]> = {
  klantmanager: [
    'dossier.lezen',
    'dossier.inzien',
    'dossier.bewerken',
    'dossier.toon-bsn',
    'dossier.openen',
    'dossier.toewijzen',
    'dossier.exporteren',
    'intake.lezen',
    'intake.bewerken',
    'pip.lezen',
    'pip.opstellen',
    'verzending.lezen',
    'verzending.herhalen',
    'postvak.behandelen',
    'logboek.lezen',
    'portaal.lezen',
    'portaal.bewerken',
    'coa.lezen',
    'coa.opnemen',
  ],
  regisseur: [
    'dossier.lezen',
    'dossier.inzien',
    'dossier.bewerken',
    'dossier.toon-bsn',
    'dossier.openen',
    'dossier.toewijzen',
    'dossier.exporteren',
    'intake.lezen',
    'intake.bewerken',
    'pip.lezen',
    'pip.opstellen',
    'verzending.lezen',
    'verzending.herhalen',
    'postvak.behandelen',
    'logboek.lezen',
    'portaal.lezen',
    'portaal.bewerken',
    'koppelingen.lezen',
    'coa.lezen',
    'coa.opnemen',
    'coa.taakstelling',
  ],
  beleid: ['taakverdeling.lezen', 'koppelingen.lezen'],
  beheer: [
    'taakverdeling.lezen',
    'taakverdeling.wijzigen',
    'tijdmachine.bedienen',
    'coa.lezen',
    'coa.taakstelling',
    'nabootsing.bedienen',
    'koppelingen.lezen',
  ],
  lezer: [
    'dossier.lezen',
    'dossier.inzien',
    'intake.lezen',
    'pip.lezen',
    'verzending.lezen',
    'taakverdeling.lezen',
    'portaal.lezen',
    'coa.lezen',
  ],
};

describe('rollen', () => {
  it.each(ROLLEN)('%s met elke taak mag precies dit, en nooit een bijzonder recht', (rol) => {
    const wie = gebruiker([`*:${rol}`], alles(A));
    const lijst = NAMEN.filter((h) => mag(wie, h, A));
    const onverwacht = lijst.filter((h) => !VERWACHT[rol].includes(h));
    // Een nieuwe handeling hoort hier met opzet bij te komen.
    expect(onverwacht.filter((h) => h in BEKEND)).toEqual([]);
    expect(VERWACHT[rol].filter((h) => !lijst.includes(h))).toEqual([]);
    expect(lijst).not.toContain('gezondheid.lezen');
    expect(lijst).not.toContain('pip.vaststellen');
  });

  it.each(NAMEN)('%s vraagt taak én rol én verdeling', (handeling) => {
    const regel = HANDELINGEN[handeling] as {
      taken: readonly Taak[];
      rollen: readonly Rol[];
      bijzonder?: string;
    };
    for (const taak of TAAKLIJST)
      for (const rol of ROLLEN) {
        const bijzonder = regel.bijzonder ? [`${regel.bijzonder}:${rol}`] : [];
        const hoort = regel.taken.includes(taak) && regel.rollen.includes(rol);
        const rollen = [`${taak}:${rol}`, ...bijzonder];
        expect([taak, rol, mag(gebruiker(rollen, [[A, taak]]), handeling, A)]).toEqual([
          taak,
          rol,
          hoort,
        ]);
        expect(gemeentenVoor(gebruiker(rollen, []), handeling)).toEqual([]);
        expect(gemeentenVoor(gebruiker([], alles(A)), handeling)).toEqual([]);
      }
  });
});

const BEKEND: Record<string, true> = Object.fromEntries(
  [...new Set(Object.values(VERWACHT).flat()), 'gezondheid.lezen', 'pip.vaststellen'].map((h) => [
    h,
    true,
  ]),
);

describe('bijzondere rechten', () => {
  it.each([
    ['gezondheid.lezen', 'gezondheid', 'brede-intake'],
    ['pip.vaststellen', 'mandaat-pip', 'pip'],
  ] as const)('%s komt alleen van %s, met de rol op de taak', (handeling, recht, taak) => {
    const mogen = (rollen: string[]) => mag(gebruiker(rollen, alles(A)), handeling, A);
    expect(mogen([`*:klantmanager`])).toBe(false);
    expect(mogen([`${taak}:klantmanager`])).toBe(false);
    expect(mogen([`${recht}:klantmanager`])).toBe(false);
    expect(mogen([`*:lezer`, `${recht}:klantmanager`])).toBe(false);
    expect(mogen([`*:klantmanager`, `${recht}:lezer`])).toBe(false);
    expect(mogen([`*:klantmanager`, `${recht}:klantmanager`])).toBe(true);
    expect(mogen([`${taak}:regisseur`, `${recht}:regisseur`])).toBe(true);
  });
});

describe('gemeenten', () => {
  it('telt een gemeente alleen mee als de taak daar is gegeven', () => {
    const wie = gebruiker(
      ['*:klantmanager'],
      [
        [A, 'pip'],
        [B, 'handhaving'],
      ],
    );
    expect(gemeentenVoor(wie, 'pip.opstellen')).toEqual([A]);
    expect(gemeentenVoor(wie, 'dossier.lezen').sort()).toEqual([A, B]);
    expect(mag(wie, 'pip.opstellen', B)).toBe(false);
  });

  it('leent geen rol van de ene taak voor de andere', () => {
    const wie = gebruiker(['pip:lezer', 'handhaving:klantmanager'], [[A, 'pip']]);
    expect(mag(wie, 'pip.lezen', A)).toBe(true);
    expect(mag(wie, 'pip.opstellen', A)).toBe(false);
    expect(mag(wie, 'dossier.bewerken', A)).toBe(false);
  });

  it('noemt een gemeente één keer', () => {
    expect(gemeentenVoor(gebruiker(['*:regisseur'], alles(A)), 'dossier.lezen')).toEqual([A]);
  });
});

describe('doelVan', () => {
  it('geeft taak en rol waaronder het mag, per gemeente', () => {
    const wie = gebruiker(
      ['pip:lezer', 'handhaving:regisseur'],
      [
        [A, 'pip'],
        [B, 'handhaving'],
      ],
    );
    expect(doelVan(wie, 'dossier.lezen', A)).toEqual({ taak: 'pip', rol: 'lezer' });
    expect(doelVan(wie, 'dossier.lezen', B)).toEqual({ taak: 'handhaving', rol: 'regisseur' });
    expect(doelVan(wie, 'pip.opstellen', A)).toBeUndefined();
  });

  it('geeft voor alles wat mag een doel', () => {
    for (const rol of ROLLEN)
      for (const handeling of NAMEN) {
        const wie = gebruiker([`*:${rol}`], alles(A));
        if (mag(wie, handeling, A)) expect(doelVan(wie, handeling, A)?.rol).toBe(rol);
      }
  });
});
