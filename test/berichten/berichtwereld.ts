import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { berichtWerk } from '../../features/agenda/bericht/versturen.jobs.ts';
import { type Datum, datum, plusDagen } from '../../rules/shared/datum.ts';
import type { FeitInhoud } from '../../rules/stand/feiten.ts';
import { zetBerichtKlaar } from '../../server/bericht/persoonsbericht.ts';
import { leesFeiten, legVast, type NieuwFeit } from '../../server/dossier/feiten.ts';
import { nieuwId } from '../../server/id.ts';
import { planWerk } from '../../server/werk.ts';
import { doeWerk, zetWerkOpNu } from '../werk.ts';
import { maakWereld, type TestGemeente, type TestMedewerker, type Wereld } from '../world.ts';
import { type Proefdienst, sluitProefdienstAan } from './proefdienst.ts';

export const VANDAAG = datum('2026-11-21');
export const feit = (f: Pick<NieuwFeit, 'soort' | 'inhoud'>): NieuwFeit =>
  ({ geldigOp: datum('2026-01-01'), bron: 'medewerker', ...f }) as NieuwFeit;

const PERSOON = {
  voornamen: 'Dawit',
  geslachtsnaam: 'Haile',
  geboorte: { soort: 'jaar', jaar: 1990 },
} as const;
const ADRES = { straat: 'Lindelaan', huisnummer: '12', postcode: '7411 CD', plaats: 'Veldrijk' };

export type Extra = {
  persoon?: Partial<FeitInhoud['persoon']>;
  contact?: FeitInhoud['contact'];
  post?: string;
  taal?: string;
  meer?: NieuwFeit[];
};

function feitenVan({ persoon, contact, post, taal, meer = [] }: Extra): NieuwFeit[] {
  return [
    feit({ soort: 'persoon', inhoud: { ...PERSOON, ...persoon } }),
    feit({ soort: 'adres', inhoud: ADRES }),
    ...(contact ? [feit({ soort: 'contact', inhoud: contact })] : []),
    ...(taal ? [feit({ soort: 'taal', inhoud: { gesprekstaal: taal, tolkNodig: true } })] : []),
    ...(post
      ? [
          feit({
            soort: 'intake-antwoord',
            inhoud: { onderdeel: 'digitale-vaardigheden', vraag: 'digitaal-post', waarde: post },
          }),
        ]
      : []),
    ...meer,
  ];
}

export type Plek = { dossierId: string; afspraakId: string; feitId: string };

let w: Wereld;
let dienst: Proefdienst;
let g: TestGemeente;
let wie: TestMedewerker;

beforeAll(async () => {
  w = await maakWereld({ vandaag: VANDAAG });
});
afterAll(() => w.sluit());
beforeEach(async () => {
  w.klok.zetOp(VANDAAG);
  dienst = await sluitProefdienstAan(w);
  await dienst.gedrag({});
  g = await w.gemeente();
  wie = await w.medewerker(g.organisatieId);
  await w.db.zonderDossiers((tx) =>
    tx
      .updateTable('gemeente')
      .set({
        stijl: JSON.stringify({
          adres: 'Marktplein 4',
          postcode: '7411 AB',
          plaats: 'Veldrijk',
          telefoon: '0570 12 34 56',
          email: 'inburgering@veldrijk.example',
          website: 'www.veldrijk.example',
        }),
      })
      .where('id', '=', g.id)
      .execute(),
  );
});
afterEach(() => dienst.sluit());

const sleutel = (p: Plek) => ({ gemeenteId: g.id, dossierId: p.dossierId });
const inTx = <T>(doe: Parameters<typeof w.db.forGemeenten<T>>[1]) =>
  w.db.forGemeenten({ gemeenten: [g.id] }, doe);
const nu = () => ({ nu: w.klok.nu(), vandaag: w.klok.vandaag(), medewerkerId: wie.id });

async function afspraak(
  p: Pick<Plek, 'dossierId'> & { afspraakId?: string },
  dag: Datum,
  extra: Partial<FeitInhoud['afspraak']> = {},
  vervangt?: string,
): Promise<Plek> {
  const afspraakId = p.afspraakId ?? nieuwId();
  const { ids } = await inTx((tx) =>
    legVast(
      tx,
      { gemeenteId: g.id, dossierId: p.dossierId },
      [
        {
          soort: 'afspraak',
          inhoud: {
            afspraakId,
            soort: 'voortgangsgesprek',
            datum: dag,
            tijd: '09:30',
            plaats: 'het gemeentehuis, Marktplein 4',
            duurMinuten: 60,
            ...extra,
          },
          geldigOp: w.klok.vandaag(),
          bron: 'medewerker',
          ...(vervangt ? { vervangt } : {}),
        },
      ],
      nu(),
    ),
  );
  return { dossierId: p.dossierId, afspraakId, feitId: ids[0] as string };
}

async function nieuw(extra: Extra, dagen = 10, vorm: Partial<FeitInhoud['afspraak']> = {}) {
  const dossierId = await w.dossier(g.id, feitenVan(extra), { klantmanagerId: wie.id });
  return afspraak({ dossierId }, plusDagen(VANDAAG, dagen), vorm);
}

const zet = (p: Plek, wat: 'uitnodiging' | 'verzet' | 'afgezegd' = 'uitnodiging') =>
  inTx((tx) =>
    zetBerichtKlaar(tx, {
      ...sleutel(p),
      afspraakId: p.afspraakId,
      wat,
      nu: w.klok.nu(),
      medewerkerId: wie.id,
    }),
  );

const rijen = (p: Plek) =>
  inTx((tx) =>
    tx
      .selectFrom('persoonsbericht')
      .select([
        'id',
        'wat',
        'kanaal',
        'staat',
        'reden',
        'tekst',
        'taal',
        'document_id',
        'niet_voor',
      ])
      .where('dossier_id', '=', p.dossierId)
      .orderBy('id')
      .execute(),
  );
const kort = async (p: Plek) => (await rijen(p)).map((r) => `${r.wat} ${r.kanaal} ${r.staat}`);
const feiten = (p: Plek) => inTx((tx) => leesFeiten(tx, sleutel(p), ['uitnodiging']));
const werk = () => doeWerk(w, berichtWerk);
const opnieuw = async () => {
  await zetWerkOpNu(w);
  return werk();
};
const loopNa = async () => {
  await inTx((tx) => planWerk(tx, 'persoonsberichten_nalopen', {}));
  await opnieuw();
};

/** Doet alsof de vorige poging een uur geleden begon. */
const maakOud = (p: Plek) =>
  inTx((tx) =>
    tx
      .updateTable('persoonsbericht')
      .set({ verzending_begonnen_op: '2020-01-01T00:00:00.000Z' })
      .where('dossier_id', '=', p.dossierId)
      .execute(),
  );

/** Een gemeente met een berichtendienst, en wat een proef daarmee doet. Importeer het op het hoogste niveau. */
export const b = {
  get w() {
    return w;
  },
  get g() {
    return g;
  },
  get wie() {
    return wie;
  },
  get dienst() {
    return dienst;
  },
  afspraak,
  nieuw,
  zet,
  rijen,
  kort,
  feiten,
  werk,
  opnieuw,
  loopNa,
  maakOud,
  inTx,
  nu,
  sleutel,
};
