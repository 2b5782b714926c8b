import type { Schrijver } from '../bouw.ts';
import {
  afgelopen,
  afspraak,
  gekoppeld,
  gesprek,
  ingeschreven,
  intake,
  opgeroepen,
  plichtig,
  tienWeken,
} from './stappen.ts';
import type { Verhaal } from './verhaal.ts';

/** Gemist gesprek op dag `op`, na een oproep van tien dagen eerder. */
function gemist(s: Schrijver, op: number, herhaling: boolean): void {
  const id = opgeroepen(s, op - 10, op, herhaling);
  afgelopen(s, op, id, 'niet-verschenen', 'geen bericht gehad');
}

/** Schakel 1 en 2: nog geen plicht, of nog niet in de gemeente. */
export const VOORBEREIDEN: readonly Verhaal[] = [
  {
    id: 'azc-gekoppeld',
    aantal: 6,
    groep: 'asiel',
    schakel: 1,
    toestand: 'nog-niet-plichtig',
    voorstel: ['intake-plannen'],
    zonderBsn: true,
    vrij: true,
    gezin: 'partner',
    klantprofiel: (nr) => -4 - nr * 3,
    schrijf: (s, _p, nr) => gekoppeld(s, -4 - nr * 3),
  },
  {
    id: 'azc-vroege-intake',
    aantal: 4,
    groep: 'asiel',
    schakel: 1,
    toestand: 'nog-niet-plichtig',
    voorstel: ['intake-afronden'],
    zonderBsn: true,
    schrijf: (s, p, nr) => {
      gekoppeld(s, -60 - nr * 5);
      gesprek(s, -15 - nr, p, 0.4);
    },
  },
  {
    id: 'azc-plichtig',
    aantal: 6,
    groep: 'asiel',
    schakel: 2,
    toestand: 'actief',
    voorstel: ['intake-plannen'],
    zonderBsn: true,
    gezin: 'broer-of-zus',
    klantprofiel: (nr) => -70 - nr * 9,
    schrijf: (s, _p, nr) => {
      gekoppeld(s, -70 - nr * 9);
      plichtig(s, -20 - nr * 6, 'SS101');
    },
  },
  {
    id: 'azc-intake-half',
    aantal: 5,
    groep: 'asiel',
    schakel: 2,
    toestand: 'actief',
    voorstel: ['intake-afronden'],
    schrijf: (s, p, nr) => {
      gekoppeld(s, -150 - nr * 9);
      plichtig(s, -100 - nr * 6, 'SS101');
      s.feit(
        -60,
        'brp',
        'inschrijving',
        { gemeentecode: '9995', op: s.dag(-60), azc: true },
        'BRP',
      );
      gesprek(s, -25 - nr, p, 0.6);
    },
  },
];

/** Schakel 3: de tien weken lopen. */
export const INTAKE: readonly Verhaal[] = [
  {
    id: 'nieuw',
    aantal: 7,
    groep: 'om-en-om',
    schakel: 3,
    toestand: 'actief',
    voorstel: ['intake-plannen'],
    vrij: true,
    gezin: 'partner',
    schrijf: (s, _p, nr) => tienWeken(s, -2 - nr * 2),
  },
  {
    id: 'niets-gepland',
    aantal: 3,
    groep: 'gezin',
    schakel: 3,
    toestand: 'actief',
    voorstel: ['intake-plannen'],
    schrijf: (s, _p, nr) => tienWeken(s, s.beginVoorEinde(12 + nr * 9)),
  },
  {
    id: 'gesprek-vandaag',
    aantal: 5,
    groep: 'om-en-om',
    schakel: 3,
    toestand: 'actief',
    voorstel: ['intake-voeren'],
    klantprofiel: (nr) => -40 - nr * 2,
    schrijf: (s, _p, nr) => {
      tienWeken(s, -26 - nr * 2);
      opgeroepen(s, -9 - nr, 0);
    },
  },
  {
    id: 'gesprek-deze-week',
    aantal: 5,
    groep: 'om-en-om',
    schakel: 3,
    toestand: 'actief',
    voorstel: ['intake-voeren'],
    schrijf: (s, _p, nr) => {
      tienWeken(s, -22 - nr);
      opgeroepen(s, -6 - nr, s.werkdag(1 + nr));
    },
  },
  {
    id: 'gesprek-gemist',
    aantal: 3,
    groep: 'asiel',
    schakel: 3,
    toestand: 'actief',
    voorstel: ['oproep-herhalen'],
    schrijf: (s, _p, nr) => {
      tienWeken(s, -40 - nr * 3);
      gemist(s, -3 - nr, false);
    },
  },
  {
    id: 'drie-keer-gemist',
    aantal: 1,
    groep: 'gezin',
    schakel: 3,
    toestand: 'actief',
    voorstel: ['intake-afronden'],
    schrijf: (s) => {
      tienWeken(s, -68);
      gemist(s, -50, false);
      gemist(s, -30, true);
      gemist(s, -8, true);
    },
  },
  {
    id: 'intake-half',
    aantal: 7,
    groep: 'om-en-om',
    schakel: 3,
    toestand: 'actief',
    voorstel: ['intake-afronden', 'leerbaarheidstoets-plannen'],
    hoofdrol: {
      naam: ['Mehmet', 'Yıldız'],
      geslacht: 'man',
      land: 'Turkije',
      gemeente: 'Akkerwolde',
      groep: 'gezin',
    },
    schrijf: (s, p, nr) => {
      tienWeken(s, s.beginVoorEinde(4 + nr * 5));
      gesprek(s, -9 - nr, p, 0.55 + (nr % 4) * 0.1);
      if (nr % 2 === 0) afspraak(s, -7 - nr, s.werkdag(3 + nr), 'leerbaarheidstoets');
    },
  },
  {
    id: 'intake-te-laat',
    aantal: 3,
    groep: 'om-en-om',
    schakel: 3,
    toestand: 'actief',
    voorstel: ['intake-afronden', 'leerbaarheidstoets-plannen'],
    schrijf: (s, p, nr) => {
      tienWeken(s, s.beginVoorEinde(-3 - nr * 8));
      gesprek(s, -20 - nr, p, 0.7);
    },
  },
  {
    id: 'intake-compleet',
    aantal: 4,
    groep: 'om-en-om',
    schakel: 3,
    toestand: 'actief',
    voorstel: ['intake-afronden'],
    schrijf: (s, p, nr) => {
      tienWeken(s, s.beginVoorEinde(15 + nr * 4));
      intake(s, -1, p, false);
    },
  },
  {
    id: 'doelgroep-onbekend',
    aantal: 2,
    groep: 'gezin',
    schakel: 3,
    toestand: 'actief',
    voorstel: ['intake-plannen'],
    schrijf: (s, _p, nr) => tienWeken(s, -12 - nr * 4, false),
  },
  {
    id: 'verhuisd-zonder-pip',
    aantal: 2,
    groep: 'asiel',
    schakel: 3,
    toestand: 'actief',
    voorstel: ['intake-plannen'],
    schrijf: (s, _p, nr) => {
      s.duoMeldt(-15 - nr, 'SS120');
      const kennisgeving = s.dag(-70 - nr);
      const plicht = { plichtig: true, begin: s.dag(-90 - nr), kennisgeving };
      s.feit(-15 - nr, 'duo', 'inburgeringsplicht', plicht, 'SS120');
      s.feit(-15 - nr, 'duo', 'doelgroep', { indeling: 'Asielstatushouder' }, 'SS120');
      ingeschreven(s, -20 - nr, -15 - nr);
    },
  },
];
