import type { Tx } from '../../server/db/db.ts';
import type { DossierSleutel } from '../../server/dossier/feiten.ts';
import { alleGemeenten } from '../../server/dossier/gemeenten.ts';
import { vindDossier } from '../../server/dossier/vind.ts';
import { echteKlok } from '../../server/klok.ts';
import type { Toepassing, Werk } from '../../server/toepassing.ts';
import { planVerzending } from '../../server/uitbox.ts';
import { contactpersoonWerk } from './versturen/contactpersoon.jobs.ts';
import { neem } from './versturen/neem.jobs.ts';
import { dossiersMetOudBericht, houdVerzenderTegen } from './versturen/rij.store.ts';
import { spreekDuo } from './versturen/spreek.jobs.ts';
import { LANGSTE_HERKANSING_S, verwerk } from './versturen/verwerk.jobs.ts';
import { VerzendOpdracht } from './verzending.schema.ts';

/** Lukt het zo vaak niet in één ronde, dan ligt het aan DUO en wacht de rest ook. */
const HOOGSTENS_TEVERGEEFS = 2;

/** Verstuurt wat voor een dossier openstaat, in volgorde, en nooit twee keer. */
export const verzendingWerk: Werk = {
  ...contactpersoonWerk,

  async duo_verzenden(inhoud, t) {
    const opdracht = VerzendOpdracht.parse(inhoud);
    // Na een samenvoeging staan de berichten bij het dossier dat bleef.
    const { dossierId } = await t.db.forGemeenten({ gemeenten: [opdracht.gemeenteId] }, (tx) =>
      vindDossier(tx, opdracht.dossierId),
    );
    const sleutel = { gemeenteId: opdracht.gemeenteId, dossierId };
    await alleenVoor(t, dossierId, async () => {
      const tevergeefs = new Set<string>();
      while (tevergeefs.size < HOOGSTENS_TEVERGEEFS) {
        if (!(await verzendVolgende(t, sleutel, tevergeefs))) return;
      }
    });
  },

  /**
   * Plant opnieuw wat al een kwartier openstaat. Normaal plant elk bericht zijn eigen herkansing; dit
   * vangt op dat het werk zelf verloren ging.
   */
  async duo_verzenden_nalopen(_inhoud, t) {
    const voor = eerder(t.klok.nu(), LANGSTE_HERKANSING_S);
    const gemeenten = await t.db.zonderDossiers(alleGemeenten);
    await t.db.forGemeenten({ gemeenten }, async (tx) => {
      for (const sleutel of await dossiersMetOudBericht(tx, voor)) {
        await planVerzending(tx, sleutel, echteKlok.nu());
      }
    });
  },
};

/**
 * Laat per dossier één verzender tegelijk toe, ook als een wachtrij na een storing dubbel loopt. Het
 * slot valt weg met de verbinding, dus ook als het proces wordt gestopt.
 */
async function alleenVoor(t: Toepassing, dossierId: string, werk: () => Promise<void>) {
  await t.db.zonderDossiers(async (tx) => {
    await houdVerzenderTegen(tx, dossierId);
    await werk();
  });
}

/**
 * @param tevergeefs krijgt erbij wat later opnieuw wordt geprobeerd; wat er niet van afhangt gaat door.
 * @returns waar als er nog een bericht aan de beurt kan zijn.
 */
async function verzendVolgende(
  t: Toepassing,
  sleutel: DossierSleutel,
  tevergeefs: Set<string>,
): Promise<boolean> {
  const inBereik = <T>(werk: (tx: Tx) => Promise<T>) =>
    t.db.forGemeenten({ gemeenten: [sleutel.gemeenteId] }, werk);
  const beurt = await inBereik((tx) => neem(tx, t, sleutel, tevergeefs));
  if (!beurt) return false;
  if (beurt === 'tegengehouden') return true;
  const { opdracht } = beurt;
  const uitkomst = await spreekDuo(t, opdracht);
  await inBereik((tx) => verwerk(tx, t, sleutel, opdracht, uitkomst));
  if (uitkomst.soort === 'later') tevergeefs.add(opdracht.id);
  return uitkomst.soort !== 'stop';
}

function eerder(tijdstip: string, seconden: number): string {
  return new Date(Date.parse(tijdstip) - seconden * 1000).toISOString();
}
