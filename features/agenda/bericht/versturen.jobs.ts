import { z } from 'zod';
import { planBericht } from '../../../server/bericht/persoonsbericht.ts';
import {
  BEWAARD_MS,
  type Beurt,
  herkansing,
  type InBereik,
  probeer,
  type Stuuruitkomst,
  straks,
  TWIJFEL_MS,
  UUR_MS,
} from '../../../server/bericht/sturen.ts';
import type { Tx } from '../../../server/db/db.ts';
import { vergrendel } from '../../../server/dossier/feiten.ts';
import { alleGemeenten } from '../../../server/dossier/gemeenten.ts';
import { echteKlok } from '../../../server/klok.ts';
import type { Toepassing, Werk } from '../../../server/toepassing.ts';
import { neemAfloopOver, noteerMislukt, noteerVerstuurd } from './afloop.jobs.ts';
import {
  aanDeBeurt,
  type BerichtRij,
  houdVast,
  houdVerzenderTegen,
  wijzigBericht,
  zonderAfloop,
} from './bericht.store.ts';
import { leesVoor, maakBericht, waaromNietMeer } from './maak.jobs.ts';

const Opdracht = z.object({ gemeenteId: z.uuid(), berichtId: z.uuid() });

const STAPEL = 500;
const GEEN_DIENST = 'Er is geen berichtendienst ingericht. Geef het zelf door.';

const MISSCHIEN_AL =
  'Er is geen berichtendienst meer ingericht. Dit bericht is misschien al aangekomen: vraag dat eerst, en geef het anders zelf door.';

/** Verstuurt berichten aan de persoon, en geen enkel bericht twee keer. */
export const berichtWerk: Werk = {
  async persoonsbericht_versturen(inhoud, t) {
    const { gemeenteId, berichtId } = Opdracht.parse(inhoud);
    const inBereik: InBereik = (werk) => t.db.forGemeenten({ gemeenten: [gemeenteId] }, werk);
    await t.db.zonderDossiers(async (slot) => {
      await houdVerzenderTegen(slot, berichtId);
      const uitkomst = await probeer(t, inBereik, {
        aanBod: (tx) => aanBod(tx, t, berichtId),
        neem: (tx, inTwijfel) => neem(tx, t, berichtId, inTwijfel),
      });
      if (uitkomst) await inBereik((tx) => verwerk(tx, t, berichtId, uitkomst));
    });
  },

  /** Plant wat aan de beurt is: herinneringen, en wat door een storing bleef liggen. */
  async persoonsberichten_nalopen(_inhoud, t) {
    const gemeenten = await t.db.zonderDossiers(alleGemeenten);
    await t.db.forGemeenten({ gemeenten }, async (tx) => {
      for (const bericht of await aanDeBeurt(tx, t.klok.nu(), STAPEL)) {
        await planBericht(tx, bericht, echteKlok.nu());
      }
    });
    await haalAflopenOp(t, gemeenten);
  },
};

/** Het bericht, als het nog weg moet en aan de beurt is. */
async function aanBod(tx: Tx, t: Toepassing, id: string): Promise<BerichtRij | undefined> {
  const rij = await houdVast(tx, id);
  const open = rij?.staat === 'wacht' || rij?.staat === 'bezig';
  return open && rij.nietVoor <= t.klok.nu() ? rij : undefined;
}

/** Kiest wat er nu moet gebeuren, en schrijft op dát het versturen begint voordat het begint. */
async function neem(
  tx: Tx,
  t: Toepassing,
  id: string,
  inTwijfel: boolean,
): Promise<Beurt | undefined> {
  const rij = await aanBod(tx, t, id);
  if (!rij) return undefined;
  const nu = t.klok.nu();
  await vergrendel(tx, rij);
  const vandaag = t.klok.vandaag();
  const gelezen = await leesVoor(tx, rij, vandaag);
  const verval = waaromNietMeer(gelezen, rij, vandaag);
  if (verval) {
    await wijzigBericht(tx, rij, { staat: 'vervallen', reden: verval, afgerond_op: nu });
    return undefined;
  }
  const dienst = t.berichten;
  if (inTwijfel && !dienst) {
    await wijzigBericht(tx, rij, { staat: 'zelf', reden: MISSCHIEN_AL });
    return undefined;
  }
  const gemaakt = await maakBericht({ tx, rij, gelezen, nu, vandaag }, (code) =>
    dienst ? dienst.afzender(code) : {},
  );
  if ('mislukt' in gemaakt) {
    await noteerMislukt(tx, t, rij, gemaakt.mislukt);
    return undefined;
  }
  const { taal, documentId } = gemaakt;
  const vast = { taal, ...(documentId ? { document_id: documentId } : {}) };
  if ('zelf' in gemaakt || !dienst) {
    const reden = 'zelf' in gemaakt ? gemaakt.zelf : GEEN_DIENST;
    await wijzigBericht(tx, rij, { ...vast, staat: 'zelf', reden });
    return undefined;
  }
  const begin = { staat: 'bezig', verzending_begonnen_op: echteKlok.nu() } as const;
  await wijzigBericht(tx, rij, { ...vast, ...begin, tekst: gemaakt.tekst ?? null });
  return { client: dienst.client, bericht: gemaakt.bericht };
}

async function verwerk(tx: Tx, t: Toepassing, id: string, uitkomst: Stuuruitkomst): Promise<void> {
  const rij = await houdVast(tx, id);
  if (!rij) return;
  switch (uitkomst.soort) {
    case 'ok':
      await noteerVerstuurd(tx, t, rij, { notifyId: uitkomst.id });
      return;
    case 'geweigerd':
      await weiger(tx, t, rij, uitkomst.reden);
      return;
    case 'te-vroeg':
      await planBericht(tx, rij, straks(TWIJFEL_MS));
      return;
    case 'storing':
      await wijzigBericht(tx, rij, {
        staat: uitkomst.misschienVerwerkt ? 'bezig' : 'wacht',
        pogingen: rij.pogingen + 1,
      });
      await planBericht(tx, rij, straks(herkansing(rij.pogingen + 1)));
  }
}

/** Een brief die de dienst niet wil, geeft een mens; iets anders wordt een brief. */
async function weiger(tx: Tx, t: Toepassing, rij: BerichtRij, reden: string): Promise<void> {
  const zin = `De berichtendienst nam het niet aan: ${reden}.`;
  if (rij.kanaal === 'brief') await wijzigBericht(tx, rij, { staat: 'zelf', reden: zin });
  else await noteerMislukt(tx, t, rij, zin);
}

/** Een melding over de afloop kan verloren gaan: na een uur vragen wij het zelf. */
async function haalAflopenOp(t: Toepassing, gemeenten: readonly string[]): Promise<void> {
  const client = t.berichten?.client;
  if (!client) return;
  const nu = Date.parse(t.klok.nu());
  const moment = (ms: number) => new Date(nu - ms).toISOString();
  const inBereik = <T>(werk: (tx: Tx) => Promise<T>) =>
    t.db.forGemeenten({ gemeenten: [...gemeenten] }, werk);
  for (const id of await inBereik((tx) => zonderAfloop(tx, moment(BEWAARD_MS), moment(UUR_MS)))) {
    const gevonden = await client.zoek(id);
    if (gevonden.soort === 'storing') return;
    if (gevonden.soort === 'niets') continue;
    const { status } = gevonden.bericht;
    await inBereik(async (tx) => {
      const rij = await houdVast(tx, id);
      if (rij) await neemAfloopOver(tx, t, rij, status);
    });
  }
}
