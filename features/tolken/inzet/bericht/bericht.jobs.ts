import { z } from 'zod';
import type { NotifyBericht } from '../../../../connections/notify/client.ts';
import { mobielNummer } from '../../../../server/bericht/kanaal.ts';
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
} from '../../../../server/bericht/sturen.ts';
import { planTolkafloop, planTolkbericht } from '../../../../server/bericht/tolkbericht.ts';
import type { Tx } from '../../../../server/db/db.ts';
import { leesGemeente } from '../../../../server/dossier/brief.ts';
import { echteKlok } from '../../../../server/klok.ts';
import type { Toepassing, Werk } from '../../../../server/toepassing.ts';
import { leesTolk } from '../../tolken.store.ts';
import {
  houdVast,
  houdVerzenderTegen,
  isIngehaald,
  staatNogGeboekt,
  type TolkberichtRij,
  wijzigTolkbericht,
} from './bericht.store.ts';

const Opdracht = z.object({ gemeenteId: z.uuid(), berichtId: z.uuid() });

const NIET_AANGEKOMEN = new Set(['permanent-failure', 'temporary-failure', 'technical-failure']);
const BEL = 'Het bericht kwam niet aan. Bel de tolk.';
const GEEN_WEG = 'De tolk is langs deze weg niet te bereiken. Bel de tolk.';
const MISSCHIEN_AL =
  'Er is geen berichtendienst meer ingericht. De tolk weet dit misschien al. Bel de tolk.';

const bereik =
  (t: Toepassing, gemeenteId: string): InBereik =>
  (werk) =>
    t.db.forGemeenten({ gemeenten: [gemeenteId] }, werk);

/** Verstuurt berichten aan tolken, en geen enkel bericht twee keer. */
export const tolkberichtWerk: Werk = {
  async tolkbericht_versturen(inhoud, t) {
    const { gemeenteId, berichtId } = Opdracht.parse(inhoud);
    const inBereik = bereik(t, gemeenteId);
    await t.db.zonderDossiers(async (slot) => {
      await houdVerzenderTegen(slot, berichtId);
      const uitkomst = await probeer(t, inBereik, {
        aanBod: (tx) => aanBod(tx, berichtId),
        neem: (tx, inTwijfel) => neem(tx, t, berichtId, inTwijfel),
      });
      if (uitkomst) await inBereik((tx) => verwerk(tx, t, berichtId, uitkomst));
    });
  },

  /** Vraagt elk uur of het aankwam, zolang de dienst het weet; zo niet, dan moet een mens bellen. */
  async tolkbericht_afloop(inhoud, t) {
    const { gemeenteId, berichtId } = Opdracht.parse(inhoud);
    const gevonden = await t.berichten?.client.zoek(berichtId);
    const status = gevonden?.soort === 'ok' ? gevonden.bericht.status : '';
    await bereik(
      t,
      gemeenteId,
    )(async (tx) => {
      const rij = await houdVast(tx, berichtId);
      if (rij?.staat !== 'verstuurd') return;
      const afgerond_op = t.klok.nu();
      if (status === 'delivered') {
        await wijzigTolkbericht(tx, rij, { staat: 'bezorgd', afgerond_op });
      } else if (NIET_AANGEKOMEN.has(status)) {
        await wijzigTolkbericht(tx, rij, { staat: 'mislukt', reden: BEL, afgerond_op });
      } else if (Date.parse(afgerond_op) - Date.parse(rij.verstuurdOp ?? '') < BEWAARD_MS) {
        await planTolkafloop(tx, rij, straks(UUR_MS));
      }
    });
  },
};

/** Het bericht, als het nog weg moet. */
async function aanBod(tx: Tx, id: string): Promise<TolkberichtRij | undefined> {
  const rij = await houdVast(tx, id);
  return rij?.staat === 'wacht' || rij?.staat === 'bezig' ? rij : undefined;
}

/** Waarom het bericht niet meer klopt; leeg als het nog weg moet. */
async function waaromNietMeer(
  tx: Tx,
  rij: TolkberichtRij,
  nu: string,
): Promise<string | undefined> {
  if (Date.parse(rij.vanOp) <= Date.parse(nu)) return 'De afspraak is al geweest.';
  if (await isIngehaald(tx, rij)) return 'Er is een nieuwer bericht.';
  const geboekt = await staatNogGeboekt(tx, rij);
  return geboekt === (rij.wat === 'afgezegd') ? 'De boeking is gewijzigd.' : undefined;
}

/** Het bericht zoals de dienst het wil, naar het nummer of adres van nu. */
async function maak(
  tx: Tx,
  t: Toepassing,
  rij: TolkberichtRij,
): Promise<NotifyBericht | undefined> {
  const tolk = await leesTolk(tx, rij.tolkId);
  const { code } = await leesGemeente(tx, rij.gemeenteId);
  const van = t.berichten?.afzender(code);
  const basis = { referentie: rij.id, tekst: rij.tekst };
  if (rij.kanaal === 'sms') {
    const nummer = mobielNummer(tolk?.telefoon);
    return nummer ? { ...basis, soort: 'sms', nummer, afzender: van?.sms } : undefined;
  }
  if (!tolk?.email) return undefined;
  const { onderwerp } = rij;
  return { ...basis, soort: 'email', adres: tolk.email, onderwerp, afzender: van?.email };
}

/** Kiest wat er nu moet gebeuren, en schrijft op dát het versturen begint voordat het begint. */
async function neem(
  tx: Tx,
  t: Toepassing,
  id: string,
  inTwijfel: boolean,
): Promise<Beurt | undefined> {
  const rij = await aanBod(tx, id);
  if (!rij) return undefined;
  const verval = await waaromNietMeer(tx, rij, t.klok.nu());
  if (verval) {
    const afgerond_op = t.klok.nu();
    await wijzigTolkbericht(tx, rij, { staat: 'vervallen', reden: verval, afgerond_op });
    return undefined;
  }
  const client = t.berichten?.client;
  const bericht = await maak(tx, t, rij);
  if (!bericht || !client) {
    const reden = inTwijfel && !client ? MISSCHIEN_AL : GEEN_WEG;
    await wijzigTolkbericht(tx, rij, { staat: 'zelf', reden });
    return undefined;
  }
  const begin = { staat: 'bezig', verzending_begonnen_op: echteKlok.nu() } as const;
  await wijzigTolkbericht(tx, rij, begin);
  return { client, bericht };
}

async function verwerk(tx: Tx, t: Toepassing, id: string, uitkomst: Stuuruitkomst): Promise<void> {
  const rij = await houdVast(tx, id);
  if (!rij) return;
  switch (uitkomst.soort) {
    case 'ok':
      await wijzigTolkbericht(tx, rij, {
        staat: 'verstuurd',
        notify_id: uitkomst.id,
        verstuurd_op: t.klok.nu(),
      });
      await planTolkafloop(tx, rij, straks(UUR_MS));
      return;
    case 'geweigerd':
      await wijzigTolkbericht(tx, rij, { staat: 'mislukt', reden: BEL, afgerond_op: t.klok.nu() });
      return;
    case 'te-vroeg':
      await planTolkbericht(tx, rij, straks(TWIJFEL_MS));
      return;
    case 'storing': {
      const pogingen = rij.pogingen + 1;
      const staat = uitkomst.misschienVerwerkt ? 'bezig' : 'wacht';
      await wijzigTolkbericht(tx, rij, { staat, pogingen });
      await planTolkbericht(tx, rij, straks(herkansing(pogingen)));
    }
  }
}
