import type { Datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../../server/db/db.ts';
import { GEMEENTEN, MEDEWERKERS } from './regio.ts';

const vastId = (nummer: number) => `01930000-0000-7007-8000-${String(nummer).padStart(12, '0')}`;
const [AKKERWOLDE, BERKENRADE, DUINSLOOT] = GEMEENTEN.map((g) => g.id) as [string, string, string];
const REGIO = [AKKERWOLDE, BERKENRADE, DUINSLOOT];
const DOOR = MEDEWERKERS[0]?.id as string;
const WERKDAGEN = [1, 2, 3, 4, 5];

const gewijzigd = (dag: Datum) => ({
  gemeente_id: AKKERWOLDE,
  gewijzigd_op: `${dag}T08:00:00.000Z`,
  gewijzigd_door: DOOR,
});

/** Een regionale zitting van de leerbaarheidstoets, nog zonder deelnemers, met haar begeleiders. */
async function schrijfZitting(tx: Tx, vandaag: Datum, zittingsdag: Datum): Promise<void> {
  await tx
    .insertInto('toetsbegeleider')
    .values([
      {
        ...gewijzigd(vandaag),
        id: vastId(1),
        naam: 'Ria Prins',
        organisatie: 'TaalThuis',
        getraind_op: '2025-03-10' as Datum,
        geregistreerd_op: '2025-03-20' as Datum,
        geregistreerd_tot: null,
      },
      {
        ...gewijzigd(vandaag),
        id: vastId(2),
        naam: 'Theo Blom',
        organisatie: 'RIT Zuiderlanden',
        getraind_op: '2026-09-01' as Datum,
        geregistreerd_op: null,
        geregistreerd_tot: null,
      },
    ])
    .execute();
  await tx
    .insertInto('toetszitting')
    .values({
      ...gewijzigd(vandaag),
      id: vastId(3),
      gemeenten: REGIO,
      datum: zittingsdag,
      tijd: '09:30',
      duur_minuten: 120,
      plaats: 'de bibliotheek, zaal 2',
      adres: 'Marktplein 4, Akkerwolde',
      laptops: 8,
      vorm: 'groep',
      begeleiders: JSON.stringify([{ id: vastId(1), naam: 'Ria Prins' }]),
      opmerking: '',
      staat: 'gepland',
      gemaakt_op: `${vandaag}T08:00:00.000Z`,
    })
    .execute();
}

const blokken = (dagen: number[], van: string, tot: string) =>
  JSON.stringify(dagen.map((dag) => ({ dag, van, tot })));

const TOLKEN = [
  {
    naam: 'Selam Kidane',
    talen: [
      { taal: 'Tigrinya', niveau: 'moedertaal' },
      { taal: 'Amhaars', niveau: 'C1' },
    ],
    rbtv: '12345',
    geslacht: 'vrouw',
    telefoon: '000 - 990 2001',
    email: 'selam.kidane@tolken.example',
    vormen: ['aanwezig', 'telefoon'],
    rooster: blokken(WERKDAGEN, '09:00', '17:00'),
    uurtarief_cent: 6200,
    reiskosten_cent: 2850,
  },
  {
    naam: 'Karim Haddad',
    talen: [{ taal: 'Arabisch', niveau: 'moedertaal' }],
    rbtv: '23456',
    geslacht: 'man',
    telefoon: '000 - 990 2002',
    email: 'karim.haddad@tolken.example',
    vormen: ['aanwezig', 'telefoon', 'video'],
    rooster: blokken([1, 2, 4], '08:30', '16:30'),
    uurtarief_cent: 6200,
    reiskosten_cent: 2400,
  },
  {
    naam: 'Laleh Rahimi',
    talen: [
      { taal: 'Farsi', niveau: 'moedertaal' },
      { taal: 'Dari', niveau: 'C2' },
    ],
    rbtv: '',
    geslacht: 'vrouw',
    telefoon: '000 - 990 2003',
    email: 'laleh.rahimi@tolken.example',
    vormen: ['telefoon', 'video'],
    rooster: blokken([2, 3, 5], '10:00', '18:00'),
    uurtarief_cent: 4800,
    reiskosten_cent: 0,
  },
] as const;

/** Drie tolken die de regio deelt. */
async function schrijfTolken(tx: Tx, vandaag: Datum): Promise<void> {
  await tx
    .insertInto('tolk')
    .values(
      TOLKEN.map(({ talen, vormen, ...tolk }, i) => ({
        ...gewijzigd(vandaag),
        ...tolk,
        id: vastId(10 + i),
        gemeenten: REGIO,
        talen: JSON.stringify(talen),
        vormen: [...vormen],
        uitzonderingen: '[]',
        reis_minuten: 30,
        minimum_minuten: 30,
        annuleren_uren: 24,
        annuleren_procent: 100,
        gestopt_op: null,
      })),
    )
    .execute();
}

/** Wat een regio te verdelen heeft: laptops en uren van tolken. */
export async function schrijfToetsEnTolken(
  tx: Tx,
  vandaag: Datum,
  zittingsdag: Datum,
): Promise<void> {
  await schrijfZitting(tx, vandaag, zittingsdag);
  await schrijfTolken(tx, vandaag);
}
