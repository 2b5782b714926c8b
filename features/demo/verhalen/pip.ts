import type { Schrijver } from '../bouw.ts';
import { type Profiel, pipInhoudVan } from '../inhoud.ts';
import { ingeschreven, intake, plichtig, tienWeken, vastgesteld } from './stappen.ts';
import type { Verhaal } from './verhaal.ts';

/** Een concept-PIP op dag `n`; `klaar` als het ter vaststelling ligt. */
function concept(s: Schrijver, n: number, p: Profiel, klaar: boolean): void {
  const inhoud = pipInhoudVan(s.groep, p);
  const leeg = { onderzocht: false, voor: '', tegen: '' };
  const half = { ...inhoud, afweging: { ...inhoud.afweging, O: leeg } };
  const pipId = s.pip(n, klaar ? 'ter-vaststelling' : 'concept', klaar ? inhoud : half);
  s.feit(n, 'medewerker', 'pip-concept', { pipId, klaar, opgesteldDoor: s.door.naam });
}

const WEIGERINGEN = [
  'De dagtekening van het PIP ligt voor de vestiging in de gemeente.',
  'De persoon is niet inburgeringsplichtig.',
  'De dagtekening van het PIP ligt voor de start van de inburgeringsplicht.',
];

/** Schakel 3, tweede deel: het PIP. */
export const PIP: readonly Verhaal[] = [
  {
    id: 'verhuisd-met-pip',
    aantal: 3,
    groep: 'asiel',
    schakel: 3,
    toestand: 'actief',
    voorstel: ['pip-opstellen'],
    schrijf: (s, p, nr) => {
      const n = -25 - nr * 7;
      plichtig(s, n, 'SS121');
      ingeschreven(s, n - 6, n);
      const eerder = s.dag(n - 300);
      const vorige = { gemeentecode: '9996', dagtekening: eerder, leerroute: p.route };
      s.feit(n, 'duo', 'pip-vorige-gemeente', vorige, 'SS121');
      const termijn = { start: s.dag(n - 299), eind: s.dag(n - 299 + 1096) };
      s.feit(n, 'duo', 'inburgeringstermijn', termijn, 'SS121');
    },
  },
  {
    id: 'pip-opstellen',
    aantal: 5,
    groep: 'om-en-om',
    schakel: 3,
    toestand: 'actief',
    voorstel: ['pip-opstellen'],
    schrijf: (s, p, nr) => {
      tienWeken(s, s.beginVoorEinde(8 + nr * 6));
      intake(s, -1 - nr, p);
    },
  },
  {
    id: 'wacht-op-derde',
    aantal: 2,
    groep: 'asiel',
    schakel: 3,
    toestand: 'actief',
    voorstel: ['pip-opstellen'],
    schrijf: (s, p, nr) => {
      tienWeken(s, s.beginVoorEinde(10 + nr * 5));
      intake(s, -6, p);
      const waarom = 'Het diploma bepaalt of de onderwijsroute kan.';
      s.feit(-4, 'medewerker', 'derde-informatie', {
        van: 'IDW (diplomawaardering)',
        waarom,
        onmisbaar: true,
      });
    },
  },
  {
    id: 'pip-concept',
    aantal: 5,
    groep: 'om-en-om',
    schakel: 3,
    toestand: 'actief',
    voorstel: ['pip-opstellen'],
    schrijf: (s, p, nr) => {
      tienWeken(s, s.beginVoorEinde(5 + nr * 4));
      intake(s, -8, p);
      concept(s, -2, p, false);
    },
  },
  {
    id: 'pip-te-laat',
    aantal: 4,
    groep: 'asiel',
    schakel: 3,
    toestand: 'actief',
    voorstel: ['pip-vaststellen'],
    route: 'Z',
    hoofdrol: {
      naam: ['Selam', 'Tesfay'],
      geslacht: 'vrouw',
      land: 'Eritrea',
      gemeente: 'Akkerwolde',
      groep: 'asiel',
    },
    schrijf: (s, p, nr) => {
      tienWeken(s, s.beginVoorEinde(-2 - nr * 6));
      intake(s, -9, p);
      concept(s, -2, p, true);
    },
  },
  {
    id: 'pip-ter-vaststelling',
    aantal: 4,
    groep: 'om-en-om',
    schakel: 3,
    toestand: 'actief',
    voorstel: ['pip-vaststellen'],
    schrijf: (s, p, nr) => {
      tienWeken(s, s.beginVoorEinde(6 + nr * 3));
      intake(s, -7, p);
      concept(s, -1, p, true);
    },
  },
  {
    id: 'pip-wacht-op-duo',
    aantal: 3,
    groep: 'om-en-om',
    schakel: 3,
    toestand: 'actief',
    voorstel: ['wachten-op-duo', 'aanbod-doen'],
    schrijf: (s, p, nr) => {
      tienWeken(s, s.beginVoorEinde(9 + nr * 3));
      intake(s, -6, p);
      vastgesteld(s, -1, p, 'wacht');
    },
  },
  {
    id: 'pip-geweigerd',
    aantal: 3,
    groep: 'asiel',
    schakel: 3,
    toestand: 'actief',
    voorstel: ['pip-melding-herstellen'],
    hoofdrol: {
      naam: ['Yusuf', 'Al-Hamdan'],
      geslacht: 'man',
      land: 'Syrië',
      gemeente: 'Berkenrade',
      groep: 'asiel',
    },
    schrijf: (s, p, nr) => {
      tienWeken(s, s.beginVoorEinde(3 + nr * 5));
      intake(s, -12, p);
      vastgesteld(s, -4 - nr, p, { fouttekst: WEIGERINGEN[nr % WEIGERINGEN.length] as string });
    },
  },
];
