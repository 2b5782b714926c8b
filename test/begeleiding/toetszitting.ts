import type { TestGemeente, TestMedewerker, Wereld } from '../world.ts';
import { voorToets } from './tolken.ts';

export const ZITTINGDAG = '2026-11-30';

/** A toetsbegeleider who may take the test. */
export async function maakBegeleider(m: TestMedewerker, gemeenteId: string, extra: object = {}) {
  const { body } = await m.vraag('POST', '/v1/toetsbegeleiders', {
    gemeenteId,
    naam: 'Ria Prins',
    organisatie: 'TaalThuis',
    getraindOp: '2025-03-10',
    geregistreerdOp: '2025-03-20',
    geregistreerdTot: null,
    ...extra,
  });
  return body.begeleiderId as string;
}

/** What is asked to plan a zitting for these gemeenten; the first one holds it. */
export const zittingInvoer = (gemeenteIds: string[], begeleiderId: string, extra: object = {}) => ({
  gemeenteId: gemeenteIds[0],
  gemeenteIds,
  datum: ZITTINGDAG,
  tijd: '09:30',
  duurMinuten: 120,
  plaats: 'Bibliotheek',
  adres: 'Marktplein 4, Veldrijk',
  laptops: 3,
  vorm: 'groep',
  begeleiderIds: [begeleiderId],
  opmerking: '',
  ...extra,
});

/** A gemeente with a klantmanager and a zitting. */
export async function maakZitting(w: Wereld, extra: object = {}) {
  const g = await w.gemeente();
  const m = await w.medewerker(g.organisatieId);
  const begeleiderId = await maakBegeleider(m, g.id);
  const invoer = zittingInvoer([g.id], begeleiderId, extra);
  const { body } = await m.vraag('POST', '/v1/toetszittingen', invoer);
  const zittingId = body.zittingId as string;
  return { g, m, begeleiderId, zittingId, pad: `/v1/toetszittingen/${zittingId}` };
}

/** People of `g` who still have to do the test. */
export async function mensen(w: Wereld, g: TestGemeente, ...namen: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const naam of namen) ids.push(await w.dossier(g.id, voorToets(naam)));
  return ids;
}
