import { opvang, tweeKinderen, tweeMetingen } from './gezin.ts';
import { levendPlan } from './plan.ts';
import { intake, tienWeken, totEnMetPip, vastgesteld } from './stappen.ts';
import { examens, mapAf, type Onderdeel, onderweg, pvt, uren } from './traject.ts';
import type { Verhaal } from './verhaal.ts';

const INBURGEREN: Pick<Verhaal, 'schakel' | 'toestand'> = { schakel: 4, toestand: 'actief' };

/** Schakel 4: inburgeren en participeren. */
export const ONDERWEG: readonly Verhaal[] = [
  {
    id: 'net-begonnen',
    aantal: 6,
    groep: 'om-en-om',
    ...INBURGEREN,
    voorstel: ['aanbod-doen', 'pvt-plannen'],
    gezin: 'ouder',
    schrijf: (s, p, nr) => totEnMetPip(s, -8 - nr * 7, p),
  },
  {
    id: 'wacht-op-termijn',
    aantal: 2,
    groep: 'om-en-om',
    ...INBURGEREN,
    voorstel: ['aanbod-doen', 'pvt-plannen'],
    schrijf: (s, p, nr) => {
      tienWeken(s, -58);
      intake(s, -8, p);
      vastgesteld(s, -2 - nr, p);
    },
  },
  {
    id: 'aanbod-te-laat',
    aantal: 2,
    groep: 'asiel',
    ...INBURGEREN,
    voorstel: ['aanbod-doen'],
    schrijf: (s, p, nr) => totEnMetPip(s, -98 - nr * 12, p),
  },
  {
    id: 'eerste-jaar',
    aantal: 10,
    groep: 'om-en-om',
    ...INBURGEREN,
    voorstel: ['pvt-plannen', 'geen'],
    gezin: 'partner',
    derde: 'broer-of-zus',
    hoofdrol: {
      naam: ['Hanna', 'Gebre'],
      geslacht: 'vrouw',
      land: 'Eritrea',
      gemeente: 'Duinsloot',
      groep: 'asiel',
    },
    schrijf: (s, p, nr) => {
      onderweg(s, -130 - nr * 20, p, -8 - nr * 4);
      if (nr % 3 === 0) pvt(s, -40);
      else uren(s, -20, 'pvt', 3 * (nr % 4));
      if (nr === 0) levendPlan(s, -120);
      if (nr === 0) tweeKinderen(s, -125);
      if (nr === 0) tweeMetingen(s, -150, -8);
      if (nr === 4) opvang(s, 14, [[-10, 'nodig']]);
      if (nr === 7) opvang(s, -3, [[-30, 'aangevraagd', 'Gastouder in de wijk']]);
    },
  },
  {
    id: 'gesprek-nodig',
    aantal: 6,
    groep: 'om-en-om',
    ...INBURGEREN,
    voorstel: ['voortgangsgesprek-voeren'],
    route: 'Z',
    hoofdrol: {
      naam: ['Amina', 'Warsame'],
      geslacht: 'vrouw',
      land: 'Somalië',
      gemeente: 'Akkerwolde',
      groep: 'asiel',
    },
    schrijf: (s, p, nr) => {
      onderweg(s, -180 - nr * 15, p, -76 - nr * 5);
      uren(s, -30, 'map-praktijk', 8 + nr * 3);
    },
  },
  {
    id: 'b1-moeizaam',
    aantal: 2,
    groep: 'asiel',
    ...INBURGEREN,
    voorstel: ['geen'],
    route: 'B',
    hoofdrol: {
      naam: ['Rahim', 'Noorzai'],
      geslacht: 'man',
      land: 'Afghanistan',
      gemeente: 'Berkenrade',
      groep: 'asiel',
    },
    schrijf: (s, p) => {
      onderweg(s, -560, p, -45, 110);
      pvt(s, -300);
      mapAf(s, -150, p);
      uren(s, -5, 'taal-en-knm', 612);
      const op = s.dag(-30);
      const gezakt = (onderdeel: Onderdeel) =>
        s.feit(-30, 'duo', 'examen', { onderdeel, resultaat: 'Gezakt', op }, 'SS199');
      gezakt('LE');
      gezakt('SC');
      s.feit(-14, 'medewerker', 'notitie', { tekst: 'Bespreken of afschalen naar A2 past.' });
    },
  },
  {
    id: 'tweede-jaar',
    aantal: 7,
    groep: 'om-en-om',
    ...INBURGEREN,
    voorstel: ['geen', 'pip-melding-herstellen'],
    schrijf: (s, p, nr) => {
      onderweg(s, -430 - nr * 45, p, -25 - nr * 5, 100);
      // Eén melding die DUO niet aannam, zodat te zien is hoe dat wordt hersteld.
      const fout = 'Het aantal uren is hoger dan in deze periode mogelijk is.';
      if (nr === 0) uren(s, -3, 'taal-en-knm', 1240, fout);
      pvt(s, -200);
      if (p.route !== 'O') uren(s, -15, 'map-praktijk', 10 + nr * 3);
      examens(s, -60, p, ['KNM', 'LU']);
    },
  },
  {
    id: 'pvt-ondertekenen',
    aantal: 2,
    groep: 'om-en-om',
    ...INBURGEREN,
    voorstel: ['pvt-plannen'],
    schrijf: (s, p, nr) => {
      onderweg(s, -210 - nr * 30, p, -20);
      pvt(s, -12, false);
    },
  },
  {
    id: 'map-eindgesprek',
    aantal: 3,
    groep: 'om-en-om',
    ...INBURGEREN,
    voorstel: ['map-eindgesprek-plannen'],
    route: 'B',
    hoofdrol: {
      naam: ['Thi-Lan', 'Nguyen'],
      geslacht: 'vrouw',
      land: 'Vietnam',
      gemeente: 'Akkerwolde',
      groep: 'gezin',
    },
    schrijf: (s, p, nr) => {
      onderweg(s, -320 - nr * 10, p, -30);
      pvt(s, -120);
      uren(s, -4, 'map-praktijk', 41 + nr);
    },
  },
  {
    id: 'zroute-eindgesprek',
    aantal: 2,
    groep: 'asiel',
    ...INBURGEREN,
    voorstel: ['zroute-eindgesprek-plannen'],
    route: 'Z',
    schrijf: (s, p, nr) => {
      onderweg(s, -880 - nr * 40, p, -50, 140);
      pvt(s, -500);
      mapAf(s, -300, p);
      uren(s, -4, 'taal-en-knm', 806);
      uren(s, -4, 'participatie', 770);
    },
  },
];
