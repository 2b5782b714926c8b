import type { DuoAntwoord, DuoVragen } from '../client.ts';
import type { DuoApi } from '../versies.ts';
import { BSN, INSTELLING } from './tegenpartij.ts';

/** Eén melding zoals Meedoen haar doet, en zoals zij over de lijn gaat. */
export type Melding = {
  vraag: keyof DuoVragen;
  api: DuoApi;
  method: 'POST' | 'PUT' | 'DELETE';
  pad: string;
  doe(duo: DuoVragen, berichtId?: string): Promise<DuoAntwoord<unknown>>;
  /** Precies wat DUO krijgt. */
  body?: unknown;
  /** Waarmee DUO zegt dat het gelukt is. */
  status: 200 | 201 | 204;
  antwoord?: unknown;
  waarde?: unknown;
};

const PIP = {
  dagtekeningPip: '2026-03-01',
  leerroute: 'B',
  niveau: 'B1',
  geschatteIntensiteitB1Route: 600,
  indicatorMagOpleidingAfmaken: false,
  indicatorAlfabetiseringsonderwijs: 'NVT',
} as const;
const CONTACT = {
  naam: "Team Inburgering – 't Veld",
  email: 'inburgering@veldrijk.example',
  telefoonnummer: '+31 (0)88 1234567',
};
const AANBOD = {
  datumInburgeringsaanbod: '2026-04-01',
  verwachteStartdatumOpleiding: '2026-05-01',
  verwachteEinddatumOpleiding: '2028-02-29',
  indicatorAlfabetiseringsonderwijs: 'AA',
} as const;
const UREN = {
  bekendTot: '2026-11-01',
  uren: 100,
  urenGeoorloofdVerzuim: 0,
  urenOngeoorloofdVerzuim: 9999,
};

export const MELDINGEN: readonly Melding[] = [
  {
    vraag: 'trekLeerbaarheidstoetsNummerIn',
    api: 'leerbaarheidstoets',
    method: 'DELETE',
    pad: '/personen/{bsn}/lbt/examennummer',
    doe: (duo, id) => duo.trekLeerbaarheidstoetsNummerIn(BSN, id),
    status: 200,
  },
  {
    vraag: 'meldPip',
    api: 'pip',
    method: 'POST',
    pad: '/personen/{bsn}/PIP',
    doe: (duo, id) => duo.meldPip(BSN, PIP, id),
    body: PIP,
    status: 201,
  },
  {
    vraag: 'verwijderPip',
    api: 'pip',
    method: 'DELETE',
    pad: '/personen/{bsn}/PIP',
    doe: (duo, id) => duo.verwijderPip(BSN, id),
    status: 200,
  },
  {
    vraag: 'maakContactpersoon',
    api: 'contactpersoon',
    method: 'POST',
    pad: '/contactpersonen',
    doe: (duo, id) => duo.maakContactpersoon(CONTACT, id),
    body: CONTACT,
    status: 201,
    antwoord: { id: 99_999, contactpersoongegevens: CONTACT },
    waarde: { id: 99_999 },
  },
  {
    vraag: 'wijzigContactpersoon',
    api: 'contactpersoon',
    method: 'PUT',
    pad: '/contactpersonen/{id}',
    doe: (duo, id) => duo.wijzigContactpersoon(7, CONTACT, id),
    body: CONTACT,
    status: 200,
  },
  {
    vraag: 'verwijderContactpersoon',
    api: 'contactpersoon',
    method: 'DELETE',
    pad: '/contactpersonen/{id}',
    doe: (duo, id) => duo.verwijderContactpersoon(7, id),
    status: 200,
  },
  {
    vraag: 'koppelContactpersoon',
    api: 'contactpersoon',
    method: 'POST',
    pad: '/contactpersonen/{id}/personen/{bsn}',
    doe: (duo, id) => duo.koppelContactpersoon(7, BSN, id),
    status: 201,
  },
  {
    vraag: 'ontkoppelContactpersoon',
    api: 'contactpersoon',
    method: 'DELETE',
    pad: '/contactpersonen/{id}/personen/{bsn}',
    doe: (duo, id) => duo.ontkoppelContactpersoon(7, BSN, id),
    status: 200,
  },
  {
    vraag: 'meldAanbod',
    api: 'inburgeringsaanbod',
    method: 'POST',
    pad: '/personen/{bsn}/Inburgeringsaanbod/{instellingsnummer}',
    doe: (duo, id) => duo.meldAanbod(BSN, INSTELLING, AANBOD, id),
    body: AANBOD,
    status: 201,
  },
  {
    vraag: 'trekAanbodIn',
    api: 'inburgeringsaanbod',
    method: 'DELETE',
    pad: '/personen/{bsn}/Inburgeringsaanbod/{instellingsnummer}',
    doe: (duo, id) => duo.trekAanbodIn(BSN, INSTELLING, id),
    status: 204,
  },
  {
    vraag: 'meldMap',
    api: 'map-pvt-zroute',
    method: 'PUT',
    pad: '/personen/{bsn}/map',
    doe: (duo, id) =>
      duo.meldMap(BSN, { datumEindgesprekMap: '2029-03-01', verwijtbaar: 'Nee' }, id),
    body: { datumEindgesprekMap: '2029-03-01', verwijtbaar: 'Nee' },
    status: 200,
  },
  {
    vraag: 'meldPvt',
    api: 'map-pvt-zroute',
    method: 'PUT',
    pad: '/personen/{bsn}/pvt',
    doe: (duo, id) => duo.meldPvt(BSN, {}, id),
    body: {},
    status: 200,
  },
  {
    vraag: 'meldZroute',
    api: 'map-pvt-zroute',
    method: 'PUT',
    pad: '/personen/{bsn}/zroute',
    doe: (duo, id) => duo.meldZroute(BSN, { datumAfrondingZroute: '2028-12-31' }, id),
    body: { datumAfrondingZroute: '2028-12-31' },
    status: 200,
  },
  {
    vraag: 'meldUrenBredeIntake',
    api: 'gevolgdeuren',
    method: 'PUT',
    pad: '/personen/{bsn}/uren/bredeintake/taallesknm',
    doe: (duo, id) => duo.meldUrenBredeIntake(BSN, { uren: 0 }, id),
    body: { uren: 0 },
    status: 200,
  },
  {
    vraag: 'meldUrenParticipatieactiviteiten',
    api: 'gevolgdeuren',
    method: 'PUT',
    pad: '/personen/{bsn}/uren/participatieactiviteiten',
    doe: (duo, id) => duo.meldUrenParticipatieactiviteiten(BSN, { uren: 800 }, id),
    body: { uren: 800 },
    status: 200,
  },
  {
    vraag: 'meldUrenParticipatieTaalles',
    api: 'gevolgdeuren',
    method: 'PUT',
    pad: '/personen/{bsn}/uren/participatietaalles',
    doe: (duo, id) => duo.meldUrenParticipatieTaalles(BSN, { uren: 9999 }, id),
    body: { uren: 9999 },
    status: 200,
  },
  {
    vraag: 'meldUrenInstelling',
    api: 'gevolgdeuren',
    method: 'PUT',
    pad: '/personen/{bsn}/uren/instellingen/{instellingsnummer}/taallesknm',
    doe: (duo, id) => duo.meldUrenInstelling(BSN, INSTELLING, UREN, id),
    body: UREN,
    status: 200,
  },
];
