import { BRP_HOOGSTENS } from '../../connections/brp/client.ts';
import { alleGemeenten } from '../../server/dossier/gemeenten.ts';
import { vindDossier } from '../../server/dossier/vind.ts';
import type { Toepassing, Werk } from '../../server/toepassing.ts';
import { planWerk } from '../../server/werk.ts';
import { DossierOpdracht, GemeenteOpdracht } from './brp.schema.ts';
import { leesBrpStand, teVerversen } from './brp.store.ts';
import { eerder, isVers } from './versheid.ts';
import { ververs } from './verversen.jobs.ts';

/** Rust tussen twee groepen: de BRP wordt gelijkmatig bevraagd, niet in één stoot. */
const TUSSEN_GROEPEN_MS = 2000;
/** Iets korter dan een dag: wat gisternacht is bevraagd is vannacht weer aan de beurt. */
const NACHT_UREN = 20;

const na = (nu: string, ms: number) => new Date(Date.parse(nu) + ms).toISOString();

async function planGroep(t: Toepassing, gemeenteId: string, vanaf?: string): Promise<void> {
  await t.db.forGemeenten({ gemeenten: [gemeenteId] }, (tx) =>
    planWerk(
      tx,
      'brp_verversen_gemeente',
      { gemeenteId },
      { wachtrij: 'brp', sleutel: `brp-verversen:${gemeenteId}`, ...(vanaf ? { vanaf } : {}) },
    ),
  );
}

/** Houdt lopende dossiers gelijk met de BRP: elke nacht, en als iemand een dossier opent. */
export const brpWerk: Werk = {
  async brp_verversen(_inhoud, t) {
    for (const gemeenteId of await t.db.zonderDossiers(alleGemeenten)) {
      await planGroep(t, gemeenteId);
    }
  },

  /** Eén groep van een gemeente; is er meer, dan plant zij de volgende. */
  async brp_verversen_gemeente(inhoud, t) {
    const { gemeenteId } = GemeenteOpdracht.parse(inhoud);
    const voor = eerder(t.klok.nu(), NACHT_UREN);
    const groep = await t.db.forGemeenten({ gemeenten: [gemeenteId] }, (tx) =>
      teVerversen(tx, gemeenteId, voor, BRP_HOOGSTENS),
    );
    if (groep.length === 0) return;
    const afloop = await ververs(t, gemeenteId, groep);
    if (afloop.soort === 'niet-bevoegd') return;
    if (afloop.soort === 'storing') {
      if (!afloop.wachtSeconden) throw new Error(`de BRP antwoordde niet: ${afloop.reden}`);
      return planGroep(t, gemeenteId, na(new Date().toISOString(), afloop.wachtSeconden * 1000));
    }
    await planGroep(t, gemeenteId, na(new Date().toISOString(), TUSSEN_GROEPEN_MS));
  },

  async brp_verversen_dossier(inhoud, t) {
    const { gemeenteId, dossierId } = DossierOpdracht.parse(inhoud);
    const { dossier, stand } = await t.db.forGemeenten({ gemeenten: [gemeenteId] }, async (tx) => {
      const gevonden = await vindDossier(tx, dossierId);
      return { dossier: gevonden, stand: await leesBrpStand(tx, gevonden) };
    });
    if (!dossier.bsn || isVers(stand?.bevraagdOp, t.klok.nu())) return;
    const afloop = await ververs(t, gemeenteId, [
      { dossierId: dossier.dossierId, bsn: dossier.bsn },
    ]);
    if (afloop.soort === 'storing') throw new Error(`de BRP antwoordde niet: ${afloop.reden}`);
  },
};
