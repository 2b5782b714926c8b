import { schrijfAudit } from '../../server/audit/audit.ts';
import type { Tx } from '../../server/db/db.ts';
import { alleGemeenten } from '../../server/dossier/gemeenten.ts';
import { nieuwId } from '../../server/id.ts';
import { echteKlok } from '../../server/klok.ts';
import type { Toepassing, Werk } from '../../server/toepassing.ts';
import { planWerk } from '../../server/werk.ts';
import { DossierOpdracht, GemeenteOpdracht, ONDERWERPEN } from './afstemming.schema.ts';
import {
  beginRonde,
  gemeenteVan,
  openRonde,
  type Ronde,
  schrijfDossier,
  teVergelijken,
  werkRondeBij,
} from './afstemming.store.ts';
import { stemDossierAf } from './dossier.jobs.ts';
import { werkPersonenBij } from './verschil.store.ts';

/** Zoveel dossiers per keer; daarna is ander werk aan de beurt. */
const PORTIE = 10;
/** Rust tussen twee porties: DUO wordt gelijkmatig bevraagd, niet in één stoot. */
const TUSSEN_PORTIES_MS = 1000;
/** Zo lang wacht het als DUO niet antwoordt. */
const BIJ_STORING_MS = 300_000;
/** Zo vaak achter elkaar niets is geen toeval meer. */
const HOOGSTENS_ACHTEREEN = 5;

const inBereik = <T>(t: Toepassing, gemeenteId: string, werk: (tx: Tx) => Promise<T>) =>
  t.db.forGemeenten({ gemeenten: [gemeenteId] }, werk);

const over = (ms: number) => new Date(Date.parse(echteKlok.nu()) + ms).toISOString();

/** Plant de volgende portie van een gemeente. */
export const planGemeente = (tx: Tx, gemeenteId: string, vanaf?: string) =>
  planWerk(
    tx,
    'afstemmen_gemeente',
    { gemeenteId },
    { wachtrij: 'afstemmen', sleutel: `afstemmen:${gemeenteId}`, ...(vanaf ? { vanaf } : {}) },
  );

/** Vergelijkt lopende dossiers met DUO: elke nacht, en als iemand erom vraagt. */
export const afstemmingWerk: Werk = {
  async afstemmen(_inhoud, t) {
    for (const gemeenteId of await t.db.zonderDossiers(alleGemeenten)) {
      await inBereik(t, gemeenteId, async (tx) => {
        await beginRonde(tx, gemeenteId, { id: nieuwId(), aanleiding: 'nacht', nu: t.klok.nu() });
        await planGemeente(tx, gemeenteId);
      });
    }
  },

  /** Plant rondes opnieuw waarvan het werk verloren ging. */
  async afstemmen_nalopen(_inhoud, t) {
    for (const gemeenteId of await t.db.zonderDossiers(alleGemeenten)) {
      await inBereik(t, gemeenteId, async (tx) => {
        if (await openRonde(tx, gemeenteId)) await planGemeente(tx, gemeenteId);
      });
    }
  },

  /** Eén portie van een ronde; is er meer, dan plant zij de volgende. */
  async afstemmen_gemeente(inhoud, t) {
    const { gemeenteId } = GemeenteOpdracht.parse(inhoud);
    const ronde = await inBereik(t, gemeenteId, (tx) => openRonde(tx, gemeenteId));
    if (!ronde) return;
    const portie = await inBereik(t, gemeenteId, (tx) => teVergelijken(tx, ronde, PORTIE));
    if (portie.length === 0) return rondAf(t, ronde);
    await noteerLezen(t, gemeenteId, portie);
    const reden = await doePortie(t, ronde, portie);
    if (reden) return wacht(t, ronde, reden);
    await inBereik(t, gemeenteId, async (tx) => {
      await werkRondeBij(tx, ronde, { wachtReden: null, nu: t.klok.nu() });
      await planGemeente(tx, gemeenteId, over(TUSSEN_PORTIES_MS));
    });
  },

  async afstemmen_dossier(inhoud, t) {
    const { gemeenteId, dossierId } = DossierOpdracht.parse(inhoud);
    await noteerLezen(t, gemeenteId, [{ dossierId }]);
    const afloop = await stemDossierAf(t, { gemeenteId, dossierId }, null);
    if (afloop.soort === 'storing') throw new Error(`DUO antwoordde niet: ${afloop.reden}`);
  },
};

/** @returns waarom DUO niet antwoordt; dan wacht de ronde en is van de rest nog niets gedaan. */
async function doePortie(
  t: Toepassing,
  ronde: Ronde,
  portie: readonly { dossierId: string }[],
): Promise<string | undefined> {
  let achtereen = 0;
  for (const { dossierId } of portie) {
    const reden = await probeer(t, ronde, dossierId);
    achtereen = reden ? achtereen + 1 : 0;
    if (!reden) continue;
    if (achtereen >= HOOGSTENS_ACHTEREEN || !(await antwoordtDuo(t, ronde.gemeenteId)))
      return reden;
    // DUO antwoordt wel, maar niet over deze persoon: dat houdt de rest niet op.
    await noteerFout(t, ronde, dossierId);
  }
  return undefined;
}

/** Vraagt iets wat over niemand gaat. */
async function antwoordtDuo(t: Toepassing, gemeenteId: string): Promise<boolean> {
  const { oin } = await inBereik(t, gemeenteId, (tx) => gemeenteVan(tx, gemeenteId));
  return (await t.duo.voor(oin).verlengingsgronden()).soort !== 'storing';
}

const noteerFout = (t: Toepassing, ronde: Ronde, dossierId: string) =>
  inBereik(t, ronde.gemeenteId, (tx) =>
    schrijfDossier(
      tx,
      { gemeenteId: ronde.gemeenteId, dossierId },
      { rondeId: ronde.id, nu: t.klok.nu(), antwoord: 'fout', overgeslagen: ONDERWERPEN },
    ),
  );

/** @returns waarom DUO niet antwoordde; anders is het dossier gedaan, ook als er met dat ene iets mis was. */
async function probeer(
  t: Toepassing,
  ronde: Ronde,
  dossierId: string,
): Promise<string | undefined> {
  const sleutel = { gemeenteId: ronde.gemeenteId, dossierId };
  try {
    const afloop = await stemDossierAf(t, sleutel, ronde.id);
    return afloop.soort === 'storing' ? afloop.reden : undefined;
  } catch {
    // Een dossier dat niet lukt houdt de rest niet op; morgen komt het weer aan de beurt.
    await noteerFout(t, ronde, dossierId);
    return undefined;
  }
}

const wacht = (t: Toepassing, ronde: Ronde, reden: string) =>
  inBereik(t, ronde.gemeenteId, async (tx) => {
    await werkRondeBij(tx, ronde, { wachtReden: reden, nu: t.klok.nu() });
    await planGemeente(tx, ronde.gemeenteId, over(BIJ_STORING_MS));
  });

const rondAf = (t: Toepassing, ronde: Ronde) =>
  inBereik(t, ronde.gemeenteId, async (tx) => {
    await werkPersonenBij(tx, ronde.gemeenteId, t.klok.nu());
    await werkRondeBij(tx, ronde, { klaarOp: t.klok.nu() });
  });

/** Over wie DUO is bevraagd. Nooit een BSN. */
const noteerLezen = (
  t: Toepassing,
  gemeenteId: string,
  dossiers: readonly { dossierId: string }[],
) =>
  inBereik(t, gemeenteId, (tx) =>
    schrijfAudit(tx, {
      tijdstip: echteKlok.nu(),
      systeem: 'duo-afstemmen',
      gemeenteId,
      taak: 'monitoring',
      handeling: 'lezen',
      objectSoort: 'duo-gegevens',
      dossierIds: dossiers.map((d) => d.dossierId),
      traceId: nieuwId().replaceAll('-', ''),
    }),
  );
