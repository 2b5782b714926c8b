import { FORMAAT, VERSIE } from '../../features/verhuizing/overdracht/pakket.schema.ts';
import type { Tx } from '../../server/db/db.ts';
import { nieuwId } from '../../server/id.ts';
import type { Wereld } from '../world.ts';

const OP = '2026-11-01T10:00:00.000Z';

const pakketVan = (overdrachtId: string, merk: string) => ({
  formaat: FORMAAT,
  versie: VERSIE,
  overdrachtId,
  gemaaktOp: OP,
  van: { gemeentecode: '0998', naam: `${merk}stad`, contact: { naam: `${merk}collega` } },
  naar: { gemeentecode: '0999', naam: `${merk}dorp` },
  verzoek: { gedaanOp: OP, door: `${merk}vrager`, toelichting: `${merk}vraag` },
  persoon: { bsn: '999990019' },
  delen: [
    {
      deel: 'notities',
      doel: 'Iets',
      grondslag: 'Iets',
      gegevens: [
        {
          soort: 'notitie',
          op: '2026-10-01',
          bron: 'medewerker',
          inhoud: { tekst: `${merk}pakket` },
        },
      ],
    },
  ],
});

type Ids = Record<string, string>;

/** A comparison with DUO and a hand-over: a difference, a request and a package. */
export async function maakVerhuizing(w: Wereld, ids: Ids, merk: string): Promise<void> {
  const bereik = { gemeenten: [ids.gemeenteId as string] };
  await w.db.forGemeenten(bereik, async (tx) => {
    await maakVerschil(tx, ids, merk);
    await maakVerzoek(tx, ids, merk);
    await maakPakketten(tx, ids, merk);
  });
}

const lezer = (ids: Ids) => {
  const van = (naam: string) => ids[naam] as string;
  return { van, sleutel: { gemeente_id: van('gemeenteId'), dossier_id: van('dossierId') } };
};

async function maakVerschil(tx: Tx, ids: Ids, merk: string): Promise<void> {
  const { van, sleutel } = lezer(ids);
  const ronde = { gemeente_id: van('gemeenteId'), id: nieuwId() };
  await tx
    .insertInto('afstemming_ronde')
    .values({
      ...ronde,
      aanleiding: 'nacht',
      begonnen_op: OP,
      totaal: 4321,
      wacht_reden: `${merk}wacht`,
    })
    .execute();
  await tx
    .insertInto('afstemming_dossier')
    .values({
      ...sleutel,
      vergeleken_op: OP,
      antwoord: 'vergeleken',
      overgeslagen: [`${merk}over`],
    })
    .execute();
  await tx
    .insertInto('afstemming_verschil')
    .values({
      ...sleutel,
      id: van('verschilId'),
      onderwerp: 'boete',
      kenmerk: `${merk}kenmerk`,
      soort: 'mist-hier',
      hier: null,
      duo: `${merk}duo`,
      herstel: ['aanvaard'],
      sinds: OP,
      gezien_op: OP,
      staat: 'open',
    })
    .execute();
}

async function maakVerzoek(tx: Tx, ids: Ids, merk: string): Promise<void> {
  const { van, sleutel } = lezer(ids);
  await tx
    .insertInto('verhuisverzoek')
    .values({
      ...sleutel,
      id: van('verzoekId'),
      richting: 'uit',
      andere_code: '0999',
      toelichting: `${merk}toelichting`,
      vrager: `${merk}vrager`,
      langs: 'brief',
      gevraagd_op: OP,
      medewerker_id: van('medewerkerId'),
    })
    .execute();
}

async function maakPakketten(tx: Tx, ids: Ids, merk: string): Promise<void> {
  const { van, sleutel } = lezer(ids);
  const pakket = pakketVan(van('overdrachtId'), merk);
  await tx
    .insertInto('overdracht')
    .values({
      ...sleutel,
      id: van('overdrachtId'),
      verzoek_id: van('verzoekId'),
      naar_code: '0999',
      uitkomst: 'pakket',
      pakket: JSON.stringify(pakket),
      sha256: 'd'.repeat(64),
      gemaakt_op: OP,
      medewerker_id: van('medewerkerId'),
    })
    .execute();
  const ontvangen = nieuwId();
  await tx
    .insertInto('overdracht_ontvangst')
    .values({
      ...sleutel,
      id: nieuwId(),
      overdracht_id: ontvangen,
      van_code: '0998',
      pakket: JSON.stringify(pakketVan(ontvangen, merk)),
      sha256: 'e'.repeat(64),
      staat: 'ontvangen',
      ontvangen_op: OP,
      medewerker_id: van('medewerkerId'),
      naam: `${merk}ontvanger`,
    })
    .execute();
}
