import { datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../../server/db/db.ts';
import { nieuwId } from '../../server/id.ts';
import type { Wereld } from '../world.ts';
import { maakAgenda } from './rijk-agenda.ts';
import { maakMens } from './rijk-mens.ts';
import { maakPlan } from './rijk-plan.ts';
import { maakToets } from './rijk-toets.ts';

const OP = '2026-11-01T10:00:00.000Z';

type Ids = Record<string, string>;
const id = (ids: Ids, naam: string) => ids[naam] as string;

/** Guidance and what a gemeente sets up for it: one of each, with the mark. */
export async function maakBegeleiding(w: Wereld, ids: Ids, merk: string): Promise<void> {
  await maakAgenda(w, ids, merk);
  await maakMens(w, ids, merk);
  await maakToets(w, ids, merk);
  await maakPlan(w, ids, merk);
  await w.db.forGemeenten({ gemeenten: [id(ids, 'gemeenteId')] }, async (tx) => {
    await maakVraag(tx, ids, merk);
    await maakSjablonen(tx, ids, merk);
    await maakBrieven(tx, ids, merk);
  });
}

async function maakSjablonen(tx: Tx, ids: Ids, merk: string): Promise<void> {
  const rij = {
    gemeente_id: id(ids, 'gemeenteId'),
    vastgelegd_op: OP,
    vastgelegd_door: id(ids, 'medewerkerId'),
  };
  await tx
    .insertInto('sjabloonversie')
    .values({
      ...rij,
      id: id(ids, 'sjabloonId'),
      soort: 'oproep',
      geldig_vanaf: datum('2026-11-01'),
      blokken: JSON.stringify({ inleiding: `${merk}blok` }),
      reden: `${merk}reden`,
    })
    .execute();
  await tx
    .insertInto('mandaat')
    .values({
      ...rij,
      id: id(ids, 'mandaatId'),
      soort: 'pip',
      medewerker_id: id(ids, 'medewerkerId'),
      geldig_vanaf: datum('2026-11-01'),
      tekst: `${merk}namens`,
      besluit: `${merk}besluit`,
    })
    .execute();
  await tx
    .insertInto('huisstijl')
    .values({ ...rij, id: nieuwId(), stijl: JSON.stringify({ adres: `${merk}adres` }), logo: null })
    .execute();
}

const maakVraag = (tx: Tx, ids: Ids, merk: string) =>
  tx
    .insertInto('vraagversie')
    .values({
      gemeente_id: id(ids, 'gemeenteId'),
      id: nieuwId(),
      vraag_id: 'eigen-vraag',
      geldig_vanaf: datum('2026-11-01'),
      inhoud: JSON.stringify({
        soort: 'eigen',
        onderdeel: 'sociaal-netwerk',
        type: 'tekst',
        vraag: `${merk}vraag?`,
        doel: 'begeleiding',
        waarom: `${merk}waarom`,
        verborgen: false,
        verplicht: false,
      }),
      reden: `${merk}reden`,
      vastgelegd_op: OP,
      vastgelegd_door: id(ids, 'medewerkerId'),
    })
    .execute();

async function maakBrieven(tx: Tx, ids: Ids, merk: string): Promise<void> {
  await tx
    .insertInto('brievenset')
    .values({
      gemeente_id: id(ids, 'gemeenteId'),
      dossier_id: id(ids, 'dossierId'),
      pip_id: id(ids, 'pipId'),
      versie: 1,
      talen: [],
      staat: 'mislukt',
      fout: `${merk}fout`,
      bron: null,
      gemaakt_op: OP,
      bijgewerkt_op: OP,
    })
    .execute();
  await tx
    .insertInto('tekst_goedkeuring')
    .values({
      gemeente_id: id(ids, 'gemeenteId'),
      id: nieuwId(),
      collectie: 'brieven',
      sleutel: 'bezwaar.bellen',
      taal: 'uk',
      eigen_tekst: `${merk}tekst`,
      vastgesteld: false,
      nederlands_sha: 'a'.repeat(64),
      tekst_sha: 'b'.repeat(64),
      medewerker_id: id(ids, 'medewerkerId'),
      naam: `${merk}nakijker`,
      gemaakt_op: OP,
    })
    .execute();
}
