import type { OntbrekendFeit, Oordeel, Reden } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { type Invoer, jaNeeVeld, keuzeVeld, oordeelVeld } from '../shared/velden.ts';

const velden = {
  ontvangtBijstand: jaNeeVeld('De persoon ontvangt bijstand'),
  bijstandVerlaagd: jaNeeVeld(
    'De bijstand is verlaagd',
    'Op grond van art. 18 of 18b van de Participatiewet. Ook als de verlaging al voorbij is.',
  ),
  zelfdeGedraging: oordeelVeld('De verlaging was voor dezelfde gedraging', [
    'op welke dag of in welke tijd de gedraging viel',
    'welke afspraak of verplichting niet is nagekomen',
    'wat er in het besluit over de verlaging staat',
  ]),
  gekozenSpoor: keuzeVeld('Gekozen spoor', ['boete', 'verlaging van de bijstand'], {
    wegen: [
      'wat het beleid van de gemeente voor deze gedraging zegt',
      'welk middel de persoon weer op weg helpt',
      'of de keuze met reden in het dossier staat',
    ],
  }),
};

export type SamenloopFeiten = Invoer<typeof velden>;

const TITEL = 'Boete naast een verlaging van de bijstand';
const GROND = grondslag('samenloop', 'wet', 'art. 27');

/**
 * `samenloop`: of een boete van deze wet nog mag als iemand bijstand heeft.
 *
 * Wi2021 art. 27 (https://wetten.overheid.nl/BWBR0044770/2023-01-01): geen boete als de bijstand voor
 * dezelfde gedraging is verlaagd (Participatiewet art. 18 of 18b). Het college kiest vooraf één spoor.
 */
export function samenloop(f: SamenloopFeiten, herkomst: Herkomst = {}): Oordeel {
  const metBijstand = f.ontvangtBijstand !== false;
  return oordeel({
    titel: TITEL,
    grondslag: GROND,
    redenen: redenenTegen(f, metBijstand),
    ontbreekt: ontbreekt(f, metBijstand),
    goed: 'een boete mag hiernaast',
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen: () => [
      { titel: 'Voor één gedraging één spoor: een boete of een verlaging', grondslag: GROND },
    ],
    zouWijzigenAls: [
      'de verlaging van de bijstand wordt ingetrokken',
      'blijkt dat het om een andere gedraging ging',
    ],
  });
}

function redenenTegen(f: SamenloopFeiten, metBijstand: boolean): Reden[] {
  const redenen: Reden[] = [];
  if (f.bijstandVerlaagd && f.zelfdeGedraging) {
    redenen.push({
      code: 'samenloop-verlaagd',
      tekst: 'De bijstand is al verlaagd voor dezelfde gedraging; een boete blijft dan achterwege.',
      veld: 'bijstandVerlaagd',
      grondslag: GROND,
    });
  }
  if (metBijstand && f.gekozenSpoor === 'verlaging van de bijstand') {
    redenen.push({
      code: 'samenloop-spoor',
      tekst: 'Voor deze gedraging is gekozen voor een verlaging van de bijstand.',
      veld: 'gekozenSpoor',
      grondslag: GROND,
    });
  }
  return redenen;
}

/** Een verlaging van vóór het einde van de bijstand telt ook als er nu geen bijstand meer is. */
function ontbreekt(f: SamenloopFeiten, metBijstand: boolean): OntbrekendFeit[] {
  const namen: (keyof SamenloopFeiten & string)[] = [];
  if (f.ontvangtBijstand === undefined) namen.push('ontvangtBijstand');
  if (f.bijstandVerlaagd === undefined) namen.push('bijstandVerlaagd');
  if (f.bijstandVerlaagd && f.zelfdeGedraging === undefined) namen.push('zelfdeGedraging');
  if (metBijstand && !f.gekozenSpoor) namen.push('gekozenSpoor');
  return namen.map((naam) => ontbrekendFeit(velden, naam));
}

export const samenloopRegel = maakRegel({
  id: 'samenloop',
  titel: 'Geen boete naast een verlaging van de bijstand',
  vraag: 'Mag een boete als de bijstand ook is of wordt verlaagd?',
  beschrijving:
    'Voor één gedraging krijgt iemand niet twee keer een straf. Is de bijstand verlaagd omdat iemand bij dezelfde afspraak niet kwam, dan komt er geen boete op grond van de Wet inburgering 2021.\n\nWie bijstand heeft, valt onder twee wetten. De gemeente kiest vooraf één spoor en legt vast waarom. Of het om dezelfde gedraging gaat, is een oordeel van een mens.',
  rijen: ['I14'],
  artikelen: [GROND],
  versieVolgt: 'De dag waarop over de boete wordt beslist.',
  velden,
  voorbeelden: [
    {
      naam: 'Bijstand verlaagd voor dezelfde gemiste afspraak',
      invoer: {
        ontvangtBijstand: true,
        bijstandVerlaagd: true,
        zelfdeGedraging: true,
        gekozenSpoor: 'boete',
      },
    },
    { naam: 'Geen bijstand', invoer: { ontvangtBijstand: false, bijstandVerlaagd: false } },
    {
      naam: 'Verlaagd om iets anders, en gekozen voor een boete',
      invoer: {
        ontvangtBijstand: true,
        bijstandVerlaagd: true,
        zelfdeGedraging: false,
        gekozenSpoor: 'boete',
      },
    },
    {
      naam: 'Nog geen spoor gekozen',
      invoer: { ontvangtBijstand: true, bijstandVerlaagd: false },
    },
  ],
  vindplaats: {
    bestand: 'rules/boete-grenzen/samenloop.ts',
    test: 'rules/boete-grenzen/samenloop.test.ts',
  },
  bepaal: samenloop,
});
