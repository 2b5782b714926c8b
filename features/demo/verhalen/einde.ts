import { termijn, tienWeken } from './stappen.ts';
import {
  allesGehaald,
  DAGEN_TERMIJN,
  examens,
  mapAf,
  onderweg,
  plichtVoorbij,
  pvt,
} from './traject.ts';
import type { Verhaal } from './verhaal.ts';

const INBURGEREN: Pick<Verhaal, 'schakel' | 'toestand'> = { schakel: 4, toestand: 'actief' };

/** Schakel 4, tweede deel: tegen het einde, verlengd of even vrijgesteld. */
export const EINDE_TERMIJN: readonly Verhaal[] = [
  {
    id: 'einde-nadert',
    aantal: 5,
    groep: 'om-en-om',
    ...INBURGEREN,
    voorstel: ['geen'],
    route: 'B',
    schrijf: (s, p, nr) => {
      onderweg(s, 25 + nr * 32 - DAGEN_TERMIJN, p, -30, 150);
      pvt(s, -700);
      mapAf(s, -400, p);
      examens(s, -200, p, ['KNM', 'LU', 'LE']);
    },
  },
  {
    id: 'termijn-verstreken',
    aantal: 2,
    groep: 'om-en-om',
    ...INBURGEREN,
    voorstel: ['geen'],
    route: 'B',
    schrijf: (s, p, nr) => {
      onderweg(s, -20 - nr * 25 - DAGEN_TERMIJN, p, -30, 160);
      pvt(s, -700);
      mapAf(s, -400, p);
      examens(s, -200, p, ['KNM', 'LU', 'LE', 'SP']);
    },
  },
  {
    id: 'verlengd',
    aantal: 2,
    groep: 'asiel',
    ...INBURGEREN,
    voorstel: ['geen'],
    route: 'B',
    schrijf: (s, p, nr) => {
      const pip = -DAGEN_TERMIJN + 10 + nr * 20;
      onderweg(s, pip, p, -30, 160);
      pvt(s, -700);
      mapAf(s, -400, p);
      examens(s, -200, p, ['KNM', 'LU']);
      termijn(s, pip, { maanden: 6 });
    },
  },
  {
    id: 'tijdelijk-vrijgesteld',
    aantal: 3,
    groep: 'om-en-om',
    schakel: 4,
    toestand: 'gepauzeerd',
    voorstel: ['geen'],
    schrijf: (s, p, nr) => {
      onderweg(s, -220 - nr * 60, p, -70);
      plichtVoorbij(s, -30 - nr, 'SS109', 'Tijdelijke vrijstelling');
    },
  },
];

const KLAAR: Pick<Verhaal, 'schakel' | 'toestand' | 'voorstel'> = {
  schakel: 5,
  toestand: 'beeindigd',
  voorstel: ['afronden'],
};

/** Schakel 5: afronden. */
export const AFRONDEN: readonly Verhaal[] = [
  {
    id: 'alles-gehaald',
    aantal: 2,
    groep: 'om-en-om',
    schakel: 5,
    toestand: 'actief',
    voorstel: ['afronden'],
    route: 'B',
    schrijf: (s, p, nr) => allesGehaald(s, -760 - nr * 90, p, -20),
  },
  {
    id: 'voldaan',
    aantal: 5,
    groep: 'om-en-om',
    ...KLAAR,
    schrijf: (s, p, nr) => {
      allesGehaald(s, -800 - nr * 50, p, -40);
      plichtVoorbij(s, -6 - nr, 'SS106', 'Inburgeringsplicht voldaan');
    },
  },
  {
    id: 'afgerond',
    aantal: 4,
    groep: 'om-en-om',
    ...KLAAR,
    voorstel: ['geen'],
    schrijf: (s, p, nr) => {
      allesGehaald(s, -900 - nr * 40, p, -90);
      plichtVoorbij(s, -60, 'SS106', 'Inburgeringsplicht voldaan');
      s.feit(-50, 'medewerker', 'dossier-afgerond', { op: s.dag(-50) });
    },
  },
  {
    id: 'vrijgesteld',
    aantal: 2,
    groep: 'om-en-om',
    ...KLAAR,
    schrijf: (s) => {
      tienWeken(s, -45);
      plichtVoorbij(s, -5, 'SS107', 'Volledige vrijstelling');
    },
  },
  {
    id: 'ontheven',
    aantal: 1,
    groep: 'asiel',
    ...KLAAR,
    schrijf: (s, p) => {
      onderweg(s, -400, p, -60, 100);
      plichtVoorbij(s, -10, 'SS108', 'Volledige ontheffing');
    },
  },
  {
    id: 'vertrokken',
    aantal: 1,
    groep: 'gezin',
    ...KLAAR,
    schrijf: (s, p) => {
      onderweg(s, -700, p, -420, 100);
      plichtVoorbij(s, -12, 'SS110', 'Vertrek uit Nederland langer dan een jaar');
    },
  },
  {
    id: 'overleden',
    aantal: 1,
    groep: 'asiel',
    ...KLAAR,
    schrijf: (s, p) => {
      onderweg(s, -500, p, -100, 100);
      plichtVoorbij(s, -7, 'SS111', 'Overlijden');
      s.feit(-7, 'brp', 'overlijden', { op: s.dag(-9) }, 'BRP');
    },
  },
];
