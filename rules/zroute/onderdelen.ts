import { inUren, somUren } from '../leerroute/uren.ts';
import type { Grondslag, OntbrekendFeit, Uitleg } from '../shared/antwoord.ts';
import { plusJaren } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { ontbrekendFeit } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { urenVelden, type ZrouteUrenFeiten } from './velden.ts';

/** Besluit inburgering 2021 art. 3.14 lid 2 onder a en b: 800 cursusuren en 800 uur participatie. */
const CURSUSUREN = 800;
const PARTICIPATIEUREN = 800;
/** Besluit art. 3.14 lid 9: opleidingsuren vanaf twee jaar voor de vaststelling van het PIP. */
const OPLEIDING_JAREN = 2;

/** Een van de twee urennormen: wat zij is, wat telt en wat er nog te gaan is. */
export type Deel = { norm: number; meegeteld: number; teGaan: number; stappen: () => Uitleg[] };
export type DeelOfOntbreekt = { deel: Deel } | { ontbreekt: OntbrekendFeit[] };

const grondVan = (artikel: string): Grondslag => grondslag('z-route-uren', 'besluit', artikel);
export const CURSUS_GROND = grondVan('art. 3.14 lid 2 onder a');
export const PARTICIPATIE_GROND = grondVan('art. 3.14 lid 2 onder b en lid 3');
export const MAP_PVT_GROND = grondVan('art. 3.14 lid 5');
export const AFTREK_GROND = grondVan('art. 3.14 lid 6');
export const LAGERE_NORM_GROND = grondslag('z-route-uren', 'regeling', 'art. 3.16 lid 2');
export const OPLEIDING_GROND = grondslag('z-route-uren', 'besluit', 'art. 3.14 lid 9 en 10', {
  zekerheid: 'onbevestigd',
  toelichting: 'De tekst van 2026 is gelezen; vanaf welke dag zij geldt, is niet nagegaan.',
});
export const ONTHEFFING_GROND = grondslag('z-route-uren', 'besluit', 'art. 2.7 lid 3 onder c', {
  zekerheid: 'ontwerp',
  toelichting:
    'Gekozen: het aantal uren uit de ontheffing komt in de plaats van de norm, en PVT en MAP gaan daar ook van af.',
});

type Naam = keyof typeof urenVelden;
type Post = { naam: string; uren: number; grondslag: Grondslag };

function maakDeel(
  normNaam: string,
  norm: number,
  normStappen: Uitleg[],
  posten: Post[],
  g: Grondslag,
): Deel {
  const meegeteld = somUren(posten.map((p) => p.uren));
  const teGaan = Math.max(0, somUren([norm, -meegeteld]));
  return {
    norm,
    meegeteld,
    teGaan,
    stappen: () => [
      { titel: normNaam, uitkomst: inUren(norm), grondslag: g, stappen: normStappen },
      ...posten.map((p) => ({
        titel: p.naam,
        uitkomst: inUren(p.uren),
        grondslag: p.grondslag,
      })),
      {
        titel: `${inUren(norm)} − ${inUren(meegeteld)}, nooit minder dan nul`,
        uitkomst: `nog ${inUren(teGaan)} te gaan`,
      },
    ],
  };
}

const mis = (...namen: Naam[]) => namen.map((naam) => ontbrekendFeit(urenVelden, naam));

/** De norm voor cursusuren: 800, of lager als het college dat bij een beperking vaststelde. */
function cursusNorm(f: ZrouteUrenFeiten): { norm: number; stappen: Uitleg[] } | Naam[] {
  const { lagereNormCursusuren: lager } = f;
  if (lager === undefined) return { norm: CURSUSUREN, stappen: [] };
  const eisen = ['auditieveOfVisueleBeperking', 'revalidatietraject'] as const;
  if (eisen.some((naam) => f[naam] === false)) {
    const titel = 'Lagere norm geldt niet: die vraagt een beperking en een revalidatietraject';
    return { norm: CURSUSUREN, stappen: [{ titel, grondslag: LAGERE_NORM_GROND }] };
  }
  const open = eisen.filter((naam) => f[naam] === undefined);
  if (open.length > 0) return open;
  const norm = Math.min(CURSUSUREN, lager);
  const titel = 'Lagere norm wegens een auditieve of visuele beperking';
  return { norm, stappen: [{ titel, uitkomst: inUren(norm), grondslag: LAGERE_NORM_GROND }] };
}

/** Het deel cursusuren: NT2 en KNM, met wat het college uit brede intake en opleiding aftrekt. */
export function cursusdeel(f: ZrouteUrenFeiten): DeelOfOntbreekt {
  const norm = cursusNorm(f);
  if (Array.isArray(norm)) return { ontbreekt: mis(...norm) };
  if (f.gevolgdeCursusuren === undefined) return { ontbreekt: mis('gevolgdeCursusuren') };
  const posten: Post[] = [
    { naam: 'Gevolgde cursusuren', uren: f.gevolgdeCursusuren, grondslag: CURSUS_GROND },
  ];
  const intake = f.cursusurenBredeIntake ?? 0;
  if (f.collegeTrektAf && intake > 0) {
    posten.push({ naam: 'NT2 of KNM in de brede intake', uren: intake, grondslag: AFTREK_GROND });
  }
  const ontbreekt: Naam[] = f.collegeTrektAf === undefined && intake > 0 ? ['collegeTrektAf'] : [];
  const opleiding = opleidingsuren(f);
  if (Array.isArray(opleiding)) ontbreekt.push(...opleiding);
  else if (opleiding.uren > 0) posten.push(opleiding);
  const deel = maakDeel('Norm cursusuren', norm.norm, norm.stappen, posten, CURSUS_GROND);
  return ontbreekt.length > 0 && deel.teGaan > 0 ? { ontbreekt: mis(...ontbreekt) } : { deel };
}

/** Opleidingsuren die afgaan (art. 3.14 lid 9), of wat daarvoor nog niet bekend is. */
function opleidingsuren(f: ZrouteUrenFeiten): Post | Naam[] {
  const rijen = f.opleidingen ?? [];
  const post = (uren: number, sinds = '') => ({
    naam: `Taal en KNM in een opleiding die niet vrijstelt${sinds}`,
    uren,
    grondslag: OPLEIDING_GROND,
  });
  if (rijen.length === 0 || f.collegeTeltOpleidingMee === false) return post(0);
  const open = (['collegeTeltOpleidingMee', 'dagtekeningPip'] as const).filter(
    (naam) => f[naam] === undefined,
  );
  const { dagtekeningPip: pip } = f;
  if (!pip || open.length > 0) return open;
  const sinds = plusJaren(pip, -OPLEIDING_JAREN);
  const kan = rijen.filter((r) => r.vanaf === undefined || r.vanaf >= sinds);
  if (kan.some((r) => !r.vanaf || !r.soort || r.uren === undefined)) return ['opleidingen'];
  return post(somUren(kan.map((r) => r.uren ?? 0)), `, vanaf ${inWoorden(sinds)}`);
}

/** De norm voor participatie: 800 voor asielstatushouders, of het aantal uren uit de ontheffing. */
function participatieNorm(f: ZrouteUrenFeiten): { norm: number; stappen: Uitleg[] } {
  const uren = f.urenBelastbaarheidParticipatieactiviteit;
  if (uren === undefined) return { norm: PARTICIPATIEUREN, stappen: [] };
  const norm = Math.min(PARTICIPATIEUREN, uren);
  const uitkomst = norm === 0 ? 'geen participatie' : `ten hoogste ${inUren(norm)}`;
  const titel = 'Gedeeltelijke ontheffing door DUO';
  return { norm, stappen: [{ titel, uitkomst, grondslag: ONTHEFFING_GROND }] };
}

const EXTRA = [
  ['activiteitenBredeIntake', 'Activiteiten in de brede intake'],
  ['activiteitenParticipatiewet', 'Activiteiten op grond van de Participatiewet'],
  ['activiteitenMaatschappelijkeBegeleiding', 'Activiteiten in de maatschappelijke begeleiding'],
] as const;

/**
 * Het deel participatie: alleen voor asielstatushouders. De uren MAP en PVT gaan er altijd van af, andere
 * uren alleen als het college dat doet.
 */
export function participatiedeel(f: ZrouteUrenFeiten): DeelOfOntbreekt {
  const naam = 'Norm participatie';
  const { norm, stappen } = participatieNorm(f);
  if (f.doelgroep === 'Gezinsmigrant en overige migrant') {
    const titel = 'Alleen voor asielstatushouders';
    return { deel: maakDeel(naam, 0, [{ titel }], [], PARTICIPATIE_GROND) };
  }
  if (norm === 0) return { deel: maakDeel(naam, 0, stappen, [], PARTICIPATIE_GROND) };
  const nodig = ['doelgroep', 'gevolgdeParticipatieuren', 'urenModuleMap', 'urenPvt'] as const;
  const open = nodig.filter((n) => f[n] === undefined);
  if (open.length > 0) return { ontbreekt: mis(...open) };
  const posten: Post[] = [
    ['Gevolgde participatie', f.gevolgdeParticipatieuren, PARTICIPATIE_GROND] as const,
    ['Module MAP', f.urenModuleMap, MAP_PVT_GROND] as const,
    ['PVT', f.urenPvt, MAP_PVT_GROND] as const,
  ].map(([n, uren, grondslag]) => ({ naam: n, uren: uren ?? 0, grondslag }));
  const extra = EXTRA.map(([feit, n]) => ({
    naam: n,
    uren: f[feit] ?? 0,
    grondslag: AFTREK_GROND,
  })).filter((p) => p.uren > 0);
  const alle = f.collegeTrektAf ? [...posten, ...extra] : posten;
  const deel = maakDeel(naam, norm, stappen, alle, PARTICIPATIE_GROND);
  return f.collegeTrektAf === undefined && extra.length > 0 && deel.teGaan > 0
    ? { ontbreekt: mis('collegeTrektAf') }
    : { deel };
}
