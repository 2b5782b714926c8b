import { z } from 'zod';
import { schrijfAudit } from '../../server/audit/audit.ts';
import type { Tx } from '../../server/db/db.ts';
import { legVast, type Vastlegger } from '../../server/dossier/feiten.ts';
import { nieuwId } from '../../server/id.ts';
import { echteKlok } from '../../server/klok.ts';
import type { Werk } from '../../server/toepassing.ts';
import { planWerk } from '../../server/werk.ts';
import { leesDeelnemers } from './deelnemers/deelnemer.store.ts';
import { bericht, momentVan, opent, plekIn, uitkomstVan } from './deelnemers/plek.routes.ts';
import { type ZittingRij, zoekZittingen } from './zitting.store.ts';

const NAAM = 'toetszitting_volgen';
const Inhoud = z.object({ zittingId: z.uuid(), gemeenteId: z.uuid() });

/**
 * Laat de afspraken van deelnemers een zitting volgen die is verzet of afgelast, voor de gemeenten in het bereik van
 * de transactie. Wie al een uitkomst heeft, houdt die. Nog eens aanroepen doet niets.
 * @returns de dossiers die zijn bijgewerkt, per gemeente.
 */
export async function volgZitting(
  tx: Tx,
  zitting: ZittingRij,
  gemeenten: readonly string[],
  door: Vastlegger,
): Promise<Map<string, string[]>> {
  const gedaan = new Map<string, string[]>();
  const plaatsen = (await leesDeelnemers(tx, zitting.zittingId))
    .filter((d) => gemeenten.includes(d.gemeenteId))
    .sort((a, b) => (a.dossierId < b.dossierId ? -1 : 1));
  for (const { gemeenteId, dossierId } of plaatsen) {
    if (!(await volg(tx, zitting, { gemeenteId, dossierId }, door))) continue;
    gedaan.set(gemeenteId, [...(gedaan.get(gemeenteId) ?? []), dossierId]);
  }
  return gedaan;
}

async function volg(
  tx: Tx,
  zitting: ZittingRij,
  sleutel: { gemeenteId: string; dossierId: string },
  door: Vastlegger,
): Promise<boolean> {
  const plek = await opent(tx, sleutel, door);
  const feit = plekIn(plek, zitting.zittingId);
  if (!feit || uitkomstVan(plek, feit.inhoud.afspraakId)) return false;
  const { afspraakId } = feit.inhoud;
  const gewoon = { geldigOp: door.vandaag, bron: 'medewerker' } as const;
  if (zitting.staat === 'afgelast') {
    const inhoud = {
      afspraakId,
      uitkomst: 'afgezegd',
      reden: 'De zitting gaat niet door.',
    } as const;
    await legVast(tx, sleutel, [{ soort: 'afspraak-uitkomst', inhoud, ...gewoon }], door);
    await bericht(tx, sleutel, afspraakId, 'afgezegd', door);
    return true;
  }
  const moment = momentVan(zitting);
  const anders = (Object.keys(moment) as (keyof typeof moment)[]).some(
    (k) => feit.inhoud[k] !== moment[k],
  );
  if (!anders) return false;
  const inhoud = { ...feit.inhoud, ...moment };
  await legVast(tx, sleutel, [{ soort: 'afspraak', inhoud, ...gewoon, vervangt: feit.id }], door);
  await bericht(tx, sleutel, afspraakId, 'verzet', door);
  return true;
}

/** Plant het volgen voor gemeenten waar de gebruiker zelf niet in mag schrijven. */
export async function planVolgen(
  tx: Tx,
  zittingId: string,
  gemeenten: readonly string[],
): Promise<void> {
  for (const gemeenteId of gemeenten) {
    await planWerk(
      tx,
      NAAM,
      { zittingId, gemeenteId },
      { sleutel: `${NAAM}:${zittingId}:${gemeenteId}` },
    );
  }
}

/** Zittingen die voor een andere gemeente zijn verzet of afgelast. */
export const toetszittingWerk: Werk = {
  [NAAM]: async (inhoud, t) => {
    const { zittingId, gemeenteId } = Inhoud.parse(inhoud);
    const door = { nu: t.klok.nu(), vandaag: t.klok.vandaag() };
    await t.db.forGemeenten({ gemeenten: [gemeenteId] }, async (tx) => {
      const [zitting] = await zoekZittingen(tx, { id: zittingId }, door.vandaag, 1);
      if (!zitting) return;
      const gedaan = await volgZitting(tx, zitting, [gemeenteId], door);
      const dossierIds = gedaan.get(gemeenteId) ?? [];
      if (dossierIds.length === 0) return;
      await schrijfAudit(tx, {
        tijdstip: echteKlok.nu(),
        systeem: 'toetszitting',
        gemeenteId,
        taak: 'brede-intake',
        handeling: 'wijzigen',
        objectSoort: 'toetszitting',
        objectId: zittingId,
        dossierIds,
        traceId: nieuwId().replaceAll('-', ''),
      });
    });
  },
};
