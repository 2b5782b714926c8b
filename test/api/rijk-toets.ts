import { datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../../server/db/db.ts';
import { nieuwId } from '../../server/id.ts';
import type { Wereld } from '../world.ts';

const OP = '2026-11-01T10:00:00.000Z';

type Ids = Record<string, string>;
const id = (ids: Ids, naam: string) => ids[naam] as string;

/** A zitting with its begeleider, and a tolk with a booking. */
export async function maakToets(w: Wereld, ids: Ids, merk: string): Promise<void> {
  const gemeente = id(ids, 'gemeenteId');
  await w.db.forGemeenten({ gemeenten: [gemeente] }, async (tx) => {
    await maakZitting(tx, ids, merk);
    await maakTolk(tx, ids, merk);
  });
}

const gewijzigd = (ids: Ids) => ({
  gemeente_id: id(ids, 'gemeenteId'),
  gewijzigd_op: OP,
  gewijzigd_door: id(ids, 'medewerkerId'),
});

async function maakZitting(tx: Tx, ids: Ids, merk: string): Promise<void> {
  await tx
    .insertInto('toetsbegeleider')
    .values({
      ...gewijzigd(ids),
      id: id(ids, 'begeleiderId'),
      naam: `${merk}begeleider`,
      organisatie: `${merk}school`,
      getraind_op: datum('2026-01-01'),
      geregistreerd_op: datum('2026-01-01'),
      geregistreerd_tot: null,
    })
    .execute();
  await tx
    .insertInto('toetszitting')
    .values({
      ...gewijzigd(ids),
      id: id(ids, 'zittingId'),
      gemeenten: [id(ids, 'gemeenteId')],
      datum: datum('2026-11-30'),
      tijd: '09:30',
      duur_minuten: 120,
      plaats: `${merk}plaats`,
      adres: `${merk}adres`,
      laptops: 4,
      vorm: 'groep',
      begeleiders: JSON.stringify([{ id: id(ids, 'begeleiderId'), naam: `${merk}begeleider` }]),
      opmerking: `${merk}opmerking`,
      staat: 'gepland',
      gemaakt_op: OP,
    })
    .execute();
}

async function maakTolk(tx: Tx, ids: Ids, merk: string): Promise<void> {
  await tx
    .insertInto('tolk')
    .values({
      ...gewijzigd(ids),
      id: id(ids, 'tolkId'),
      gemeenten: [id(ids, 'gemeenteId')],
      naam: `${merk}tolk`,
      talen: JSON.stringify([{ taal: `${merk}taal`, niveau: 'C1' }]),
      rbtv: `${merk}rbtv`,
      geslacht: 'vrouw',
      telefoon: '0612345678',
      email: 'tolk@example.nl',
      vormen: ['aanwezig'],
      rooster: '[]',
      uitzonderingen: '[]',
      reis_minuten: 30,
      uurtarief_cent: 6000,
      reiskosten_cent: 0,
      minimum_minuten: 0,
      annuleren_uren: 24,
      annuleren_procent: 100,
      gestopt_op: null,
    })
    .execute();
  await maakInzet(tx, ids, merk);
}

async function maakInzet(tx: Tx, ids: Ids, merk: string): Promise<void> {
  await tx
    .insertInto('tolkinzet')
    .values({
      ...gewijzigd(ids),
      dossier_id: id(ids, 'dossierId'),
      id: id(ids, 'inzetId'),
      tolk_id: id(ids, 'tolkId'),
      afspraak_id: nieuwId(),
      groep_id: null,
      taal: `${merk}taal`,
      vorm: 'aanwezig',
      datum: datum('2026-11-20'),
      tijd: '10:00',
      minuten: 60,
      plaats: `${merk}plaats`,
      van_op: '2026-11-20T09:00:00.000Z',
      tot_op: '2026-11-20T10:00:00.000Z',
      reis_minuten: 30,
      tarief: JSON.stringify({
        uurtariefCent: 6000,
        reiskostenCent: 0,
        minimumMinuten: 0,
        annulerenUren: 24,
        annulerenProcent: 100,
      }),
      staat: 'geboekt',
      kosten_cent: 6000,
      geboekt_op: OP,
      geboekt_door: id(ids, 'medewerkerId'),
    })
    .execute();
  await tx
    .insertInto('tolkbericht')
    .values({
      gemeente_id: id(ids, 'gemeenteId'),
      id: nieuwId(),
      inzet_id: id(ids, 'inzetId'),
      wat: 'geboekt',
      kanaal: 'e-mail',
      staat: 'wacht',
      reden: `${merk}reden`,
      onderwerp: `${merk}onderwerp`,
      tekst: `${merk}tekst`,
      van_op: OP,
      medewerker_id: id(ids, 'medewerkerId'),
      gemaakt_op: OP,
    })
    .execute();
}
