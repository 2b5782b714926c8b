import { z } from 'zod';
import type { NotifyBericht, NotifyVerstuurd } from '../../../../connections/notify/client.ts';
import { mobielNummer } from '../../../../server/bericht/kanaal.ts';
import type { Tx } from '../../../../server/db/db.ts';
import { leesGemeente } from '../../../../server/dossier/brief.ts';
import { echteKlok } from '../../../../server/klok.ts';
import type { Toepassing, Werk } from '../../../../server/toepassing.ts';
import { planWerk } from '../../../../server/werk.ts';
import { leesTolk } from '../../tolken.store.ts';
import {
  houdVast,
  houdVerzenderTegen,
  type TolkberichtRij,
  wijzigTolkbericht,
} from './bericht.store.ts';

const Opdracht = z.object({ gemeenteId: z.uuid(), berichtId: z.uuid() });

/** Zo lang kan een verzoek nog bij de dienst binnenkomen nadat wij het antwoord misten. */
const TWIJFEL_MS = 60_000;
const EERSTE_HERKANSING_MS = 30_000;
const LANGSTE_HERKANSING_MS = 1_800_000;
const UUR_MS = 3_600_000;
const NIET_AANGEKOMEN = new Set(['permanent-failure', 'temporary-failure', 'technical-failure']);
const BEL = 'Het bericht kwam niet aan. Bel de tolk.';

type Beurt = { rij: TolkberichtRij; bericht: NotifyBericht; eerstKijken: boolean };
type Uitkomst = NotifyVerstuurd | { soort: 'te-vroeg' };

const inBereik = <T>(t: Toepassing, gemeenteId: string, werk: (tx: Tx) => Promise<T>) =>
  t.db.forGemeenten({ gemeenten: [gemeenteId] }, werk);

const straks = (ms: number) => new Date(Date.parse(echteKlok.nu()) + ms).toISOString();

const plan = (tx: Tx, taak: string, { gemeenteId, id }: TolkberichtRij, ms: number) =>
  planWerk(
    tx,
    taak,
    { gemeenteId, berichtId: id },
    {
      sleutel: `${taak === 'tolkbericht_afloop' ? 'tolkafloop' : 'tolkbericht'}:${id}`,
      vanaf: straks(ms),
    },
  );

/** Verstuurt berichten aan tolken, en geen enkel bericht twee keer. */
export const tolkberichtWerk: Werk = {
  async tolkbericht_versturen(inhoud, t) {
    const { gemeenteId, berichtId } = Opdracht.parse(inhoud);
    await t.db.zonderDossiers(async (slot) => {
      await houdVerzenderTegen(slot, berichtId);
      const beurt = await inBereik(t, gemeenteId, (tx) => neem(tx, t, berichtId));
      if (!beurt) return;
      const uitkomst = await spreek(t, beurt);
      await inBereik(t, gemeenteId, (tx) => verwerk(tx, t, berichtId, uitkomst));
    });
  },

  /** Vraagt na een uur of het aankwam; zo niet, dan moet een mens bellen. */
  async tolkbericht_afloop(inhoud, t) {
    const { gemeenteId, berichtId } = Opdracht.parse(inhoud);
    const gevonden = await t.berichten?.client.zoek(berichtId);
    await inBereik(t, gemeenteId, async (tx) => {
      const rij = await houdVast(tx, berichtId);
      if (rij?.staat !== 'verstuurd' || !gevonden || gevonden.soort === 'niets') return;
      if (gevonden.soort === 'storing') return plan(tx, 'tolkbericht_afloop', rij, UUR_MS);
      const { status } = gevonden.bericht;
      const afgerond_op = t.klok.nu();
      if (status === 'delivered') {
        await wijzigTolkbericht(tx, rij, { staat: 'bezorgd', afgerond_op });
      } else if (NIET_AANGEKOMEN.has(status)) {
        await wijzigTolkbericht(tx, rij, { staat: 'mislukt', reden: BEL, afgerond_op });
      }
    });
  },
};

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

/** Schrijft eerst op dat het begint. Staat dat er al, dan liep een vorige poging vast: eerst bij de dienst kijken. */
async function neem(tx: Tx, t: Toepassing, id: string): Promise<Beurt | undefined> {
  const rij = await houdVast(tx, id);
  if (!rij || (rij.staat !== 'wacht' && rij.staat !== 'bezig')) return undefined;
  const eerstKijken = rij.staat === 'bezig';
  const bericht = await maak(tx, t, rij);
  if (!bericht || !t.berichten) {
    const reden = 'De tolk is langs deze weg niet te bereiken. Bel de tolk.';
    await wijzigTolkbericht(tx, rij, { staat: 'zelf', reden });
    return undefined;
  }
  await wijzigTolkbericht(tx, rij, {
    staat: 'bezig',
    pogingen: rij.pogingen + 1,
    ...(eerstKijken ? {} : { verzending_begonnen_op: echteKlok.nu() }),
  });
  return { rij, bericht, eerstKijken };
}

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
  return client.stuur(bericht);
}

async function verwerk(tx: Tx, t: Toepassing, id: string, uitkomst: Uitkomst): Promise<void> {
  const rij = await houdVast(tx, id);
  if (!rij) return;
  switch (uitkomst.soort) {
    case 'ok':
      await wijzigTolkbericht(tx, rij, {
        staat: 'verstuurd',
        notify_id: uitkomst.id,
        verstuurd_op: t.klok.nu(),
      });
      await plan(tx, 'tolkbericht_afloop', rij, UUR_MS);
      return;
    case 'geweigerd':
      await wijzigTolkbericht(tx, rij, { staat: 'mislukt', reden: BEL, afgerond_op: t.klok.nu() });
      return;
    case 'te-vroeg':
      await plan(tx, 'tolkbericht_versturen', rij, TWIJFEL_MS);
      return;
    case 'storing': {
      await wijzigTolkbericht(tx, rij, { staat: uitkomst.misschienVerwerkt ? 'bezig' : 'wacht' });
      const wacht = EERSTE_HERKANSING_MS * 2 ** Math.min(rij.pogingen, 10);
      await plan(tx, 'tolkbericht_versturen', rij, Math.min(wacht, LANGSTE_HERKANSING_MS));
    }
  }
}
