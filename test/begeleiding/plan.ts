import { expect } from 'vitest';
import type { TestMedewerker } from '../world.ts';

type Los = Record<string, unknown>;

/** Everything about the living plan of one dossier, as a klantmanager does it. */
export function planVan(m: TestMedewerker, dossierId: string) {
  const basis = `/v1/dossiers/${dossierId}/plan`;
  const doe = (deel: string, body: object) => m.vraag('POST', `${basis}/${deel}`, body);
  const gelukt = async (deel: string, body: object) => {
    const r = await doe(deel, body);
    expect(r.status, JSON.stringify(r.body)).toBe(201);
    return r.body as { feitId: string; id: string };
  };
  return {
    doe,
    lees: async () => (await m.vraag('GET', basis)).body,
    doel: (v: Los = {}) => gelukt('doelen', { ...DOEL, ...v }),
    afspraak: (v: Los = {}) => gelukt('afspraken', { ...AFSPRAAK, ...v }),
    partner: (v: Los = {}) => gelukt('netwerk', { ...PARTNER, ...v }),
    deel: (v: Los = {}) => gelukt('delingen', { ...DELING, ...v }),
    /** A partner with one open task and permission to see it. */
    async metTaak(v: Los = {}) {
      const partner = await gelukt('netwerk', { ...PARTNER, ...v });
      const deling = await gelukt('delingen', { ...DELING, netwerkId: partner.id });
      const taak = await gelukt('afspraken', {
        ...AFSPRAAK,
        wie: { soort: 'partner', naam: 'x', netwerkId: partner.id },
      });
      return { netwerkId: partner.id, deling, planId: taak.id };
    },
    async link(netwerkId: string, planId: string | null = null, dagen: 7 | 14 | 30 = 14) {
      const r = await doe('links', { netwerkId, planId, dagen });
      expect(r.status, JSON.stringify(r.body)).toBe(201);
      const { adres, code, linkId } = r.body as { adres: string; code: string; linkId: string };
      return { linkId, code, token: adres.split('#')[1] as string };
    },
  };
}

export const DOEL = {
  doelId: null,
  leefgebied: 'werk',
  eigenWoorden: 'Ik wil werken in een keuken.',
  taal: 'nl',
  nederlands: 'Ik wil werken in een keuken.',
  staat: 'actief',
  vorige: null,
};

export const AFSPRAAK = {
  planId: null,
  doelId: null,
  leefgebied: 'werk',
  wat: 'Meelopen in de keuken van het buurthuis',
  wie: { soort: 'inburgeraar', naam: 'Selam', netwerkId: null },
  uiterlijk: '2026-12-15',
  grondslag: 'vrijwillig',
  staat: 'open',
  vorige: null,
};

export const PARTNER = {
  netwerkId: null,
  naam: 'Buurthuis De Linde',
  rol: 'vrijwilliger',
  waarom: 'Daar kan zij koken met anderen.',
  vanaf: '2026-11-01',
  tot: null,
  vorige: null,
};

export const DELING = {
  delingId: null,
  netwerkId: '',
  wat: ['voornaam', 'afspraken met deze partner'],
  grondslag: 'toestemming',
  toelichting: 'Selam zei ja in het gesprek van 20 november.',
  vanaf: '2026-11-21',
  vorige: null,
};
