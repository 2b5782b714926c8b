import { schrijfAudit } from '../../../server/audit/audit.ts';
import type { Tx } from '../../../server/db/db.ts';
import { type DossierSleutel, leesFeiten, vergrendel } from '../../../server/dossier/feiten.ts';
import { DUO_ONDERWERPEN, noteerOpvraging } from '../../../server/dossier/opname.ts';
import { vindDossier } from '../../../server/dossier/vind.ts';
import { echteKlok } from '../../../server/klok.ts';
import type { Toepassing } from '../../../server/toepassing.ts';
import { gemeenteGegevens } from '../notificatie.store.ts';
import { legNieuwsVast } from './nieuws.jobs.ts';
import { haalOp, type Opbrengst, zonderAntwoord } from './ophalen.jobs.ts';

/** Zoveel vragen tegelijk: genoeg om vlot te gaan, en na elke groep is te zien hoever het is. */
const GROEP = 5;

type InBereik = <T>(werk: (tx: Tx) => Promise<T>) => Promise<T>;

/**
 * Vraagt alles wat DUO over iemand weet, in groepen. Wat er is wordt meteen vastgelegd; wat niet kwam staat bij het
 * verzoek en kan opnieuw worden gevraagd.
 */
export async function vraagAllesOp(
  t: Toepassing,
  inBereik: InBereik,
  gevraagd: DossierSleutel,
): Promise<void> {
  const wie = await inBereik(async (tx) => ({
    ...(await vindDossier(tx, gevraagd.dossierId)),
    ...(await gemeenteGegevens(tx, gevraagd.gemeenteId)),
  }));
  const sleutel = { gemeenteId: wie.gemeenteId, dossierId: wie.dossierId };
  const gemist: string[] = [];
  for (let i = 0; i < DUO_ONDERWERPEN.length; i += GROEP) {
    const wat = DUO_ONDERWERPEN.slice(i, i + GROEP);
    const opbrengst = await haalOp(t, { oin: wie.oin, bsn: wie.bsn ?? '', wat });
    gemist.push(...zonderAntwoord(opbrengst.logboek).map((r) => r.wat));
    const gedaan = i + wat.length;
    const einde = gedaan >= DUO_ONDERWERPEN.length ? { afgerondOp: t.klok.nu() } : {};
    await inBereik(async (tx) => {
      await schrijf(tx, t, sleutel, wie.code, opbrengst);
      await noteerOpvraging(tx, sleutel, { gedaan, zonderAntwoord: gemist, ...einde });
    });
  }
}

async function schrijf(
  tx: Tx,
  t: Toepassing,
  sleutel: DossierSleutel,
  gemeentecode: string,
  opbrengst: Opbrengst,
): Promise<void> {
  await vergrendel(tx, sleutel);
  const vandaag = t.klok.vandaag();
  const feiten = await leesFeiten(tx, sleutel);
  const context = { gebeurtenisId: '', dag: vandaag, vandaag, gemeentecode, feiten };
  await legNieuwsVast(tx, t, sleutel, context, opbrengst, []);
  await schrijfAudit(tx, {
    tijdstip: echteKlok.nu(),
    systeem: 'duo-opvragen',
    gemeenteId: sleutel.gemeenteId,
    taak: 'brede-intake',
    handeling: 'lezen',
    objectSoort: 'duo-gegevens',
    dossierId: sleutel.dossierId,
    traceId: sleutel.dossierId.replaceAll('-', ''),
  });
}
