import { doelgroepVeld } from '../leerroute/velden.ts';
import {
  datumVeld,
  getalVeld,
  type Invoer,
  jaNeeVeld,
  keuzeVeld,
  lijstVeld,
} from '../shared/velden.ts';

const uur = (naam: string, hulp?: string) =>
  getalVeld(naam, { eenheid: 'uur', gebroken: true, ...(hulp ? { hulp } : {}) });

const opleidingVelden = {
  soort: keuzeVeld('Opleiding', [
    'voortgezet speciaal onderwijs',
    'praktijkonderwijs',
    'entreeopleiding',
  ]),
  vanaf: datumVeld(
    'Eerste dag van deze uren',
    'Splits op twee jaar voor het PIP: alleen uren vanaf die dag kunnen tellen.',
  ),
  uren: uur('Uren Nederlandse taal en KNM'),
};

/** De feiten over de cursusuren van de Z-route. */
const cursusVelden = {
  gevolgdeCursusuren: uur(
    'Gevolgde cursusuren NT2 en KNM bij een instelling met keurmerk',
    'Alfabetisering onder begeleiding van een NT2-docent telt mee.',
  ),
  cursusurenBredeIntake: uur(
    'Uren NT2 of KNM in de brede intake',
    'Niet ingevuld: er gaat niets af.',
  ),
  collegeTrektAf: jaNeeVeld(
    'Het college trekt uren uit brede intake, Participatiewet en maatschappelijke begeleiding af',
    'Beleid van de gemeente: de wet laat het toe, maar verplicht het niet.',
  ),
  opleidingen: lijstVeld(
    'Eerder of nu gevolgde opleiding die niet vrijstelt',
    opleidingVelden,
    'Voortgezet speciaal onderwijs, praktijkonderwijs of entreeopleiding.',
  ),
  collegeTeltOpleidingMee: jaNeeVeld('Het college trekt de uren van die opleiding af'),
  dagtekeningPip: datumVeld('Dagtekening van het PIP'),
  lagereNormCursusuren: getalVeld('Lagere norm die het college heeft vastgesteld', {
    eenheid: 'uur',
    max: 800,
    hulp: 'Alleen bij een auditieve of visuele beperking.',
  }),
  auditieveOfVisueleBeperking: jaNeeVeld('De persoon heeft een auditieve of visuele beperking'),
  revalidatietraject: jaNeeVeld('De persoon volgt daarvoor een revalidatietraject'),
};

/** De feiten over de uren participatie van de Z-route. */
const participatieVelden = {
  doelgroep: doelgroepVeld(),
  gevolgdeParticipatieuren: uur(
    'Uren participatie in een Nederlandstalige omgeving, niet in isolement',
    'Zonder de uren PVT en MAP.',
  ),
  urenModuleMap: uur('Uren module arbeidsmarkt en participatie (MAP)'),
  urenPvt: uur('Uren participatieverklaringstraject (PVT)'),
  activiteitenBredeIntake: uur(
    'Uren activiteiten in de brede intake',
    'Niet ingevuld: er gaat niets af.',
  ),
  activiteitenParticipatiewet: uur('Uren activiteiten op grond van de Participatiewet'),
  activiteitenMaatschappelijkeBegeleiding: uur(
    'Uren activiteiten in de maatschappelijke begeleiding',
  ),
  urenBelastbaarheidParticipatieactiviteit: getalVeld(
    'Uren die de persoon volgens de ontheffing aankan',
    {
      eenheid: 'uur',
      hulp: 'Alleen bij een gedeeltelijke ontheffing door DUO; 0 betekent geen participatie.',
    },
  ),
};

export const urenVelden = { ...cursusVelden, ...participatieVelden };

export type ZrouteUrenFeiten = Invoer<typeof urenVelden>;
