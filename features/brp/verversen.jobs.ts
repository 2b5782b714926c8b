import { isDeepStrictEqual } from 'node:util';
import { brpWijziging, feitenUitBrp } from '../../connections/brp/feiten.ts';
import type { BrpPersoon, Verbintenis } from '../../connections/brp/persoon.ts';
import { schrijfAudit } from '../../server/audit/audit.ts';
import type { Tx } from '../../server/db/db.ts';
import {
  type DossierSleutel,
  leesFeiten,
  legVast,
  vergrendel,
} from '../../server/dossier/feiten.ts';
import { Probleem } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import { echteKlok } from '../../server/klok.ts';
import type { Toepassing } from '../../server/toepassing.ts';
import { type Bevraagd, gemeentecode, leesBrpStand, schrijfBrpStand } from './brp.store.ts';

export type TeBevragen = { dossierId: string; bsn: string };

/** Hoe een groep afliep. Bij een storing is er niets vastgelegd en komt iedereen later weer aan de beurt. */
export type Afloop =
  | { soort: 'klaar' }
  | { soort: 'storing'; reden: string; wachtSeconden?: number }
  | { soort: 'niet-bevoegd'; reden: string };

const VERHUISD = ['SS120', 'SS121'];

const inBereik = <T>(t: Toepassing, gemeenteId: string, werk: (tx: Tx) => Promise<T>) =>
  t.db.forGemeenten({ gemeenten: [gemeenteId] }, werk);

/**
 * Vraagt de BRP naar hoogstens twintig personen en legt vast wat er is veranderd, per dossier in een eigen
 * transactie. Weigert de BRP de groep om één persoon, dan wordt die gevonden en gaat de rest door.
 */
export async function ververs(
  t: Toepassing,
  gemeenteId: string,
  groep: readonly TeBevragen[],
): Promise<Afloop> {
  if (groep.length === 0) return { soort: 'klaar' };
  const antwoord = await t.brp.raadpleeg(
    groep.map((d) => d.bsn),
    'bijhouden',
  );
  if (antwoord.soort === 'storing') return antwoord;
  await protocolleer(t, gemeenteId, groep);
  if (antwoord.soort === 'niet-bevoegd') return markeer(t, gemeenteId, groep, antwoord);
  if (antwoord.soort === 'fout-verzoek') {
    if (groep.length === 1) return markeer(t, gemeenteId, groep, antwoord);
    const helft = Math.ceil(groep.length / 2);
    const eerste = await ververs(t, gemeenteId, groep.slice(0, helft));
    return eerste.soort === 'klaar' ? ververs(t, gemeenteId, groep.slice(helft)) : eerste;
  }
  const personen = new Map(
    (antwoord.soort === 'ok' ? antwoord.waarde : []).map((p) => [p.burgerservicenummer, p]),
  );
  for (const d of groep) await verwerkVeilig(t, gemeenteId, d.dossierId, personen.get(d.bsn));
  return { soort: 'klaar' };
}

/** Wat er aan de BRP is gevraagd: welke velden, waarvoor en over welke dossiers. Nooit een BSN. */
async function protocolleer(t: Toepassing, gemeenteId: string, groep: readonly TeBevragen[]) {
  await inBereik(t, gemeenteId, (tx) =>
    schrijfAudit(tx, {
      tijdstip: echteKlok.nu(),
      systeem: 'brp',
      gemeenteId,
      taak: 'monitoring',
      handeling: 'lezen',
      objectSoort: 'brp-bijhouden',
      dossierIds: groep.map((d) => d.dossierId),
      traceId: nieuwId().replaceAll('-', ''),
    }),
  );
}

/** Onthoudt dat er is gevraagd, zodat dezelfde vraag niet blijft terugkomen. */
async function markeer(
  t: Toepassing,
  gemeenteId: string,
  groep: readonly TeBevragen[],
  antwoord: { soort: 'niet-bevoegd' | 'fout-verzoek'; reden: string },
): Promise<Afloop> {
  const bevraagd: Bevraagd = antwoord.soort === 'niet-bevoegd' ? 'niet-bevoegd' : 'fout';
  await inBereik(t, gemeenteId, async (tx) => {
    for (const { dossierId } of groep) {
      await schrijfBrpStand(tx, { gemeenteId, dossierId }, { nu: t.klok.nu(), antwoord: bevraagd });
    }
  });
  if (antwoord.soort === 'fout-verzoek') return { soort: 'klaar' };
  return { soort: 'niet-bevoegd', reden: antwoord.reden };
}

/** Eén dossier dat niet lukt houdt de rest niet op. */
async function verwerkVeilig(
  t: Toepassing,
  gemeenteId: string,
  dossierId: string,
  persoon: BrpPersoon | undefined,
): Promise<void> {
  const sleutel = { gemeenteId, dossierId };
  try {
    await inBereik(t, gemeenteId, (tx) => verwerk(tx, t, sleutel, persoon));
  } catch {
    await inBereik(t, gemeenteId, (tx) =>
      schrijfBrpStand(tx, sleutel, { nu: t.klok.nu(), antwoord: 'fout' }),
    );
  }
}

async function verwerk(
  tx: Tx,
  t: Toepassing,
  sleutel: DossierSleutel,
  persoon: BrpPersoon | undefined,
): Promise<void> {
  if (!(await probeerTeVergrendelen(tx, sleutel))) return;
  const nu = t.klok.nu();
  if (!persoon) return schrijfBrpStand(tx, sleutel, { nu, antwoord: 'onbekend' });
  const vandaag = t.klok.vandaag();
  const feiten = await leesFeiten(tx, sleutel);
  const nieuws = feitenUitBrp(
    {
      dag: vandaag,
      vandaag,
      gemeentecode: await gemeentecode(tx, sleutel.gemeenteId),
      feiten,
      verhuisdHierheen: feiten.some(
        (f) => f.soort === 'duo-gebeurtenis' && VERHUISD.includes(f.inhoud.gebeurtenisId),
      ),
    },
    persoon,
  );
  const verbintenissen = opVolgorde(persoon.verbintenissen ?? []);
  const eerder = (await leesBrpStand(tx, sleutel))?.verbintenissen ?? undefined;
  const anders = eerder !== undefined && !isDeepStrictEqual(eerder, verbintenissen);
  const alle = [...nieuws.feiten, ...(anders ? [brpWijziging('partner', vandaag)] : [])];
  if (alle.length > 0) await legVast(tx, sleutel, alle, { nu, vandaag });
  await schrijfBrpStand(tx, sleutel, { nu, antwoord: 'ok', verbintenissen });
}

async function probeerTeVergrendelen(tx: Tx, sleutel: DossierSleutel): Promise<boolean> {
  try {
    await vergrendel(tx, sleutel);
    return true;
  } catch (fout) {
    // Intussen samengevoegd: het dossier dat bleef komt zelf aan de beurt.
    if (fout instanceof Probleem) return false;
    throw fout;
  }
}

const opVolgorde = (v: readonly Verbintenis[]) =>
  v.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
