import { inUren } from '../leerroute/uren.ts';
import type { Berekening } from '../shared/antwoord.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend } from '../shared/regel.ts';
import { getalVeld } from '../shared/velden.ts';
import {
  AFTREK_GROND,
  CURSUS_GROND,
  cursusdeel,
  LAGERE_NORM_GROND,
  MAP_PVT_GROND,
  ONTHEFFING_GROND,
  OPLEIDING_GROND,
  PARTICIPATIE_GROND,
  participatiedeel,
} from './onderdelen.ts';
import { urenVelden, type ZrouteUrenFeiten } from './velden.ts';

export type ZrouteUren = {
  normCursusuren: number;
  meegeteldeCursusuren: number;
  cursusurenTeGaan: number;
  normParticipatie: number;
  meegeteldeParticipatie: number;
  participatieTeGaan: number;
};

const TITEL = 'Uren van de Z-route';

/**
 * `z-route-uren`: hoeveel cursusuren en uren participatie iemand in de Z-route moet halen, wat daarvoor
 * telt en wat er nog te gaan is.
 *
 * Besluit inburgering 2021 art. 3.14 (https://wetten.overheid.nl/BWBR0045555/2026-04-02): 800 cursusuren
 * voor iedereen, en voor asielstatushouders 800 uur participatie waar MAP en PVT van afgaan. Regeling
 * inburgering 2021 art. 3.16 lid 2: een lagere norm bij een auditieve of visuele beperking. Besluit
 * art. 2.7 lid 3: gedeeltelijke ontheffing, in uren die DUO meldt.
 */
export function zrouteUren(f: ZrouteUrenFeiten, herkomst: Herkomst = {}): Berekening<ZrouteUren> {
  const cursus = cursusdeel(f);
  const participatie = participatiedeel(f);
  if ('ontbreekt' in cursus || 'ontbreekt' in participatie) {
    const delen = [cursus, participatie];
    const ontbreekt = delen.flatMap((d) => ('ontbreekt' in d ? d.ontbreekt : []));
    const uniek = [...new Map(ontbreekt.map((o) => [o.feit, o])).values()];
    return onbekend(TITEL, uniek, CURSUS_GROND);
  }
  const [c, p] = [cursus.deel, participatie.deel];
  return {
    uitkomst: 'bepaald',
    waarde: {
      normCursusuren: c.norm,
      meegeteldeCursusuren: c.meegeteld,
      cursusurenTeGaan: c.teGaan,
      normParticipatie: p.norm,
      meegeteldeParticipatie: p.meegeteld,
      participatieTeGaan: p.teGaan,
    },
    uitleg: () => ({
      titel: TITEL,
      uitkomst: `nog ${inUren(c.teGaan)} cursus en ${inUren(p.teGaan)} participatie te gaan`,
      grondslag: CURSUS_GROND,
      feiten: aangehaaldeFeiten(urenVelden, f, undefined, herkomst),
      stappen: [...c.stappen(), ...p.stappen()],
      zouWijzigenAls: [
        'er meer uren worden gevolgd',
        'het college andere uren aftrekt',
        'DUO een gedeeltelijke ontheffing geeft',
      ],
    }),
  };
}

const uren = (naam: string) => getalVeld(naam, { eenheid: 'uur', gebroken: true, max: 99_999 });

export const zrouteUrenRegel = maakRegel({
  id: 'z-route-uren',
  titel: 'Uren van de Z-route',
  vraag: 'Hoeveel uren van de Z-route zijn er nog te gaan?',
  beschrijving:
    'De Z-route telt 800 cursusuren NT2 en KNM. Een asielstatushouder doet daarnaast 800 uur aan activiteiten in een Nederlandstalige omgeving; de uren MAP en PVT gaan daarvan af. Voor een gezins- of overige migrant is er geen deel participatie.\n\nHet college mag uren uit de brede intake, de Participatiewet en de maatschappelijke begeleiding aftrekken, en uren taal en KNM in een opleiding die niet vrijstelt, vanaf twee jaar voor het PIP. Bij een auditieve of visuele beperking met een revalidatietraject kan het een lagere norm voor de cursus vaststellen. Geeft DUO gedeeltelijke ontheffing, dan geldt voor participatie het aantal uren uit de ontheffing; nul betekent: geen participatie.',
  rijen: ['E12', 'E15', 'E18', 'J6', 'C12'],
  artikelen: [
    CURSUS_GROND,
    PARTICIPATIE_GROND,
    MAP_PVT_GROND,
    AFTREK_GROND,
    LAGERE_NORM_GROND,
    OPLEIDING_GROND,
    ONTHEFFING_GROND,
  ],
  versieVolgt:
    'De normen zijn sinds 2022 gelijk; de aftrek van opleidingsuren volgt de tekst van 2026.',
  velden: urenVelden,
  waarde: {
    normCursusuren: uren('Norm cursusuren'),
    meegeteldeCursusuren: uren('Meegetelde cursusuren'),
    cursusurenTeGaan: uren('Cursusuren te gaan'),
    normParticipatie: uren('Norm participatie'),
    meegeteldeParticipatie: uren('Meegetelde participatie'),
    participatieTeGaan: uren('Participatie te gaan'),
  },
  voorbeelden: [
    {
      naam: 'Asielstatushouder die alles heeft gedaan',
      invoer: {
        doelgroep: 'Asielstatushouder',
        gevolgdeCursusuren: 800,
        gevolgdeParticipatieuren: 748,
        urenModuleMap: 40,
        urenPvt: 12,
      },
    },
    {
      naam: 'Gezinsmigrant halverwege, met entreeopleiding',
      invoer: {
        doelgroep: 'Gezinsmigrant en overige migrant',
        gevolgdeCursusuren: 400,
        opleidingen: [{ soort: 'entreeopleiding', vanaf: '2024-09-01', uren: 120 }],
        collegeTeltOpleidingMee: true,
        dagtekeningPip: '2025-06-01',
      },
    },
    {
      naam: 'Ontheffing: de persoon kan geen participatie aan',
      invoer: {
        doelgroep: 'Asielstatushouder',
        gevolgdeCursusuren: 650,
        urenBelastbaarheidParticipatieactiviteit: 0,
      },
    },
    {
      naam: 'Het besluit over aftrek ontbreekt',
      invoer: {
        doelgroep: 'Asielstatushouder',
        gevolgdeCursusuren: 800,
        gevolgdeParticipatieuren: 500,
        urenModuleMap: 40,
        urenPvt: 12,
        activiteitenParticipatiewet: 100,
      },
    },
  ],
  vindplaats: {
    bestand: 'rules/zroute/z-route-uren.ts',
    test: 'rules/zroute/z-route-uren.test.ts',
  },
  bepaal: zrouteUren,
});
