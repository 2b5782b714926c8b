import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { tolkberichtWerk } from '../../features/tolken/inzet/bericht/bericht.jobs.ts';
import { datum } from '../../rules/shared/datum.ts';
import { legVast, type NieuwFeit } from '../../server/dossier/feiten.ts';
import { afspraak, persoon, tolkInvoer } from '../begeleiding/tolken.ts';
import { doeWerk, zetWerkOpNu } from '../werk.ts';
import { maakWereld, type TestGemeente, type TestMedewerker, type Wereld } from '../world.ts';
import { type Proefdienst, sluitProefdienstAan } from './proefdienst.ts';

const MAANDAG = '2026-11-23';
/** De wereld van de proef, en de berichtendienst waarop zij is aangesloten. */
export let w: Wereld;
export let dienst: Proefdienst;

beforeAll(async () => {
  w = await maakWereld({ vandaag: '2026-11-20' });
});
beforeEach(async () => {
  w.klok.zetOp(datum('2026-11-20'));
  dienst = await sluitProefdienstAan(w);
  await dienst.gedrag({});
});
afterEach(() => dienst.sluit());
afterAll(() => w.sluit());

const ADRES: NieuwFeit = {
  soort: 'adres',
  inhoud: { straat: 'Lindelaan', huisnummer: '12', postcode: '7411 CD', plaats: 'Veldrijk' },
  geldigOp: datum('2026-10-01'),
  bron: 'brp',
};

/** Een gemeente met een medewerker en een tolk. */
export async function opzet(tolk: object = {}) {
  const g = await w.gemeente();
  const m = await w.medewerker(g.organisatieId);
  const stijl = JSON.stringify({ telefoon: '0570 12 34 56', email: 'post@veldrijk.example' });
  await w.db.zonderDossiers((tx) =>
    tx.updateTable('gemeente').set({ stijl }).where('id', '=', g.id).execute(),
  );
  const { body } = await m.vraag('POST', '/v1/tolken', tolkInvoer([g.id], tolk));
  return { g, m, tolkId: body.tolkId as string };
}

/** Een persoon met een afspraak op maandag om tien uur. */
export async function metAfspraak(g: TestGemeente, extra: object = {}, naam = 'Almaz') {
  const a = afspraak(MAANDAG, '10:00', extra);
  const dossierId = await w.dossier(g.id, [...persoon(naam), ADRES, a.feit]);
  return { dossierId, pad: `/v1/dossiers/${dossierId}/afspraken/${a.afspraakId}`, ...a };
}

export const boek = (
  m: TestMedewerker,
  pad: string,
  tolkId: string,
  kop: Record<string, string> = {},
  vorm = 'aanwezig',
) => m.vraag('POST', `${pad}/tolk`, { tolkId, vorm, overlegd: true }, kop);
const doe = (m: TestMedewerker, inzetId: string, wat: string, inhoud: object) =>
  m.vraag('POST', `/v1/tolkinzetten/${inzetId}/${wat}`, inhoud);
export const zegAf = (m: TestMedewerker, inzetId: string, revisie = 1) =>
  doe(m, inzetId, '_afzeggen', { reden: 'De persoon is ziek.', revisie });
export const verplaats = (m: TestMedewerker, inzetId: string, revisie = 1) =>
  doe(m, inzetId, '_verplaatsen', { overlegd: true, revisie });
export const werk = () => doeWerk(w, tolkberichtWerk);
/** Doet ook wat pas later aan de beurt is. */
export const opnieuw = async () => {
  await zetWerkOpNu(w);
  return werk();
};
/** Doet alsof de vorige poging lang geleden begon. */
export const maakOud = (g: TestGemeente) =>
  w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
    tx
      .updateTable('tolkbericht')
      .set({ verzending_begonnen_op: '2020-01-01T00:00:00.000Z' })
      .execute(),
  );
export const lijst = async (m: TestMedewerker) =>
  (await m.vraag('POST', '/v1/tolkinzetten/_zoek', {})).body.items;
/** De eerste regel van elk bericht dat wegging. */
export const weg = async () => (await dienst.berichten()).map((b) => b.tekst.split('\n')[0]);

/** Verzet de afspraak zelf; de tolk weet dat dan nog niet. */
export async function verzet(
  g: TestGemeente,
  p: Awaited<ReturnType<typeof metAfspraak>>,
  tijd: string,
) {
  const sleutel = { gemeenteId: g.id, dossierId: p.dossierId };
  await w.db.forGemeenten({ gemeenten: [g.id] }, async (tx) => {
    const oud = await tx
      .selectFrom('feit')
      .select('id')
      .where('dossier_id', '=', p.dossierId)
      .where('soort', '=', 'afspraak')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    const inhoud = { ...p.feit.inhoud, tijd };
    const feit = { ...p.feit, inhoud, vervangt: oud.id } as NieuwFeit;
    await legVast(tx, sleutel, [feit], { nu: w.klok.nu(), vandaag: w.klok.vandaag() });
  });
}
