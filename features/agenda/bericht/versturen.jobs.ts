import { z } from 'zod';
import type { NotifyBericht, NotifyVerstuurd } from '../../../connections/notify/client.ts';
import { planBericht } from '../../../server/bericht/persoonsbericht.ts';
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

/** Zo lang kan een verzoek nog bij de dienst binnenkomen nadat wij het antwoord misten. */
const TWIJFEL_MS = 60_000;
const EERSTE_HERKANSING_MS = 30_000;
const LANGSTE_HERKANSING_MS = 1_800_000;
const UUR_MS = 3_600_000;
/** Zo lang bewaart de dienst wat zij verstuurde. */
const BEWAARD_MS = 7 * 24 * UUR_MS;
const STAPEL = 500;
const GEEN_DIENST = 'Er is geen berichtendienst ingericht. Geef het zelf door.';

type Beurt = { rij: BerichtRij; bericht: NotifyBericht | undefined; eerstKijken: boolean };

/** Verstuurt berichten aan de persoon, en geen enkel bericht twee keer. */
export const berichtWerk: Werk = {
  async persoonsbericht_versturen(inhoud, t) {
    const { gemeenteId, berichtId } = Opdracht.parse(inhoud);
    const inBereik = <T>(werk: (tx: Tx) => Promise<T>) =>
      t.db.forGemeenten({ gemeenten: [gemeenteId] }, werk);
    await t.db.zonderDossiers(async (slot) => {
      await houdVerzenderTegen(slot, berichtId);
      const beurt = await inBereik((tx) => neem(tx, t, berichtId));
      if (!beurt) return;
      const uitkomst = await spreek(t, beurt);
      await inBereik((tx) => verwerk(tx, t, beurt.rij.id, uitkomst));
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

/**
 * Kiest wat er nu moet gebeuren en schrijft eerst op dát het begint. Staat dat er al, dan liep een vorige poging
 * vast tussen versturen en noteren: eerst bij de dienst kijken.
 */
async function neem(tx: Tx, t: Toepassing, id: string): Promise<Beurt | undefined> {
  const rij = await houdVast(tx, id);
  if (!rij || (rij.staat !== 'wacht' && rij.staat !== 'bezig')) return undefined;
  const nu = t.klok.nu();
  if (rij.nietVoor > nu) return undefined;
  await vergrendel(tx, rij);
  const vandaag = t.klok.vandaag();
  const gelezen = await leesVoor(tx, rij, vandaag);
  const verval = waaromNietMeer(gelezen, rij, vandaag);
  const eerstKijken = rij.staat === 'bezig';
  if (verval) {
    if (eerstKijken) return { rij, bericht: undefined, eerstKijken };
    await wijzigBericht(tx, rij, { staat: 'vervallen', reden: verval, afgerond_op: nu });
    return undefined;
  }
  const dienst = t.berichten;
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
  await wijzigBericht(tx, rij, {
    ...vast,
    staat: 'bezig',
    tekst: gemaakt.tekst ?? null,
    pogingen: rij.pogingen + 1,
    ...(eerstKijken ? {} : { verzending_begonnen_op: echteKlok.nu() }),
  });
  return { rij, bericht: gemaakt.bericht, eerstKijken };
}

type Uitkomst = NotifyVerstuurd | { soort: 'te-vroeg' } | { soort: 'niet-meer' };

async function spreek(t: Toepassing, { rij, bericht, eerstKijken }: Beurt): Promise<Uitkomst> {
  const client = t.berichten?.client;
  if (!client) return { soort: 'te-vroeg' };
  if (eerstKijken) {
    const gevonden = await client.zoek(rij.id);
    if (gevonden.soort === 'ok') return { soort: 'ok', id: gevonden.bericht.id };
    if (gevonden.soort === 'storing') return { ...gevonden, misschienVerwerkt: true };
    const sinds = Date.parse(echteKlok.nu()) - Date.parse(rij.begonnenOp ?? echteKlok.nu());
    if (sinds < TWIJFEL_MS) return { soort: 'te-vroeg' };
  }
  return bericht ? client.stuur(bericht) : { soort: 'niet-meer' };
}

async function verwerk(tx: Tx, t: Toepassing, id: string, uitkomst: Uitkomst): Promise<void> {
  const rij = await houdVast(tx, id);
  if (!rij) return;
  switch (uitkomst.soort) {
    case 'ok':
      await noteerVerstuurd(tx, t, rij, { notifyId: uitkomst.id });
      return;
    case 'niet-meer':
      await wijzigBericht(tx, rij, {
        staat: 'vervallen',
        reden: 'De afspraak is gewijzigd.',
        afgerond_op: t.klok.nu(),
      });
      return;
    case 'geweigerd':
      await weiger(tx, t, rij, uitkomst.reden);
      return;
    case 'te-vroeg':
      await planBericht(tx, rij, straks(TWIJFEL_MS));
      return;
    case 'storing':
      await wijzigBericht(tx, rij, { staat: uitkomst.misschienVerwerkt ? 'bezig' : 'wacht' });
      await planBericht(tx, rij, straks(herkansing(rij.pogingen)));
  }
}

/** Een brief die de dienst niet wil, geeft een mens; iets anders wordt een brief. */
async function weiger(tx: Tx, t: Toepassing, rij: BerichtRij, reden: string): Promise<void> {
  const zin = `De berichtendienst nam het niet aan: ${reden}.`;
  if (rij.kanaal === 'brief') await wijzigBericht(tx, rij, { staat: 'zelf', reden: zin });
  else await noteerMislukt(tx, t, rij, zin);
}

const herkansing = (pogingen: number) =>
  Math.min(EERSTE_HERKANSING_MS * 2 ** Math.min(pogingen, 10), LANGSTE_HERKANSING_MS);

const straks = (ms: number) => new Date(Date.parse(echteKlok.nu()) + ms).toISOString();

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
