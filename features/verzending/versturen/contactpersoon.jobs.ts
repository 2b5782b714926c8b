import { z } from 'zod';
import type { DuoVragen } from '../../../connections/duo/client.ts';
import type { Tx } from '../../../server/db/db.ts';
import { alleGemeenten } from '../../../server/dossier/gemeenten.ts';
import { nieuwId } from '../../../server/id.ts';
import type { Toepassing, Werk } from '../../../server/toepassing.ts';
import { zetInUitbox } from '../../../server/uitbox.ts';
import { planWerk } from '../../../server/werk.ts';
import {
  alleContactpersonen,
  type ContactpersoonRij,
  contactpersoonVan,
  leesContactpersoon,
  leesMedewerker,
  ongebruikt,
  type TeKoppelen,
  teKoppelen,
  voegContactpersoonToe,
  wijzigContactpersoon,
} from './contactpersoon.store.ts';
import { bezwarenTegenGegevens, type Gegevens, gegevensVan, zijnGelijk } from './gegevens.ts';
import { afzender } from './rij.store.ts';
import { mislukt } from './uitkomst.jobs.ts';

const GemeenteOpdracht = z.object({ gemeenteId: z.uuid() });

/** Houdt de contactpersonen bij DUO gelijk met wie er klantmanager is. */
export const contactpersoonWerk: Werk = {
  async duo_contactpersonen(_inhoud, t) {
    for (const gemeenteId of await t.db.zonderDossiers(alleGemeenten)) {
      await t.db.forGemeenten({ gemeenten: [gemeenteId] }, (tx) => planGemeente(tx, gemeenteId));
    }
  },

  async duo_contactpersonen_gemeente(inhoud, t) {
    const { gemeenteId } = GemeenteOpdracht.parse(inhoud);
    const inBereik = <T>(werk: (tx: Tx) => Promise<T>) =>
      t.db.forGemeenten({ gemeenten: [gemeenteId] }, werk);
    await inBereik((tx) => koppelAlles(tx, t, gemeenteId));
    const { oin } = await inBereik((tx) => afzender(tx, gemeenteId));
    const duo = t.duo.voor(oin);
    const fouten: string[] = [];
    for (const id of await inBereik((tx) => alleContactpersonen(tx, gemeenteId))) {
      const fout = await werkBij(t, duo, gemeenteId, id);
      if (fout) fouten.push(fout);
    }
    for (const id of await inBereik((tx) => ongebruikt(tx, gemeenteId))) {
      const fout = await verwijder(t, duo, gemeenteId, id);
      if (fout) fouten.push(fout);
    }
    if (fouten.length > 0) {
      throw new Error(`${fouten.length} contactpersonen niet bijgewerkt bij DUO: ${fouten[0]}`);
    }
  },
};

/** Plant het bijwerken van de contactpersonen van één gemeente. */
export async function planGemeente(tx: Tx, gemeenteId: string): Promise<void> {
  const sleutel = `duo-contactpersonen:${gemeenteId}`;
  await planWerk(
    tx,
    'duo_contactpersonen_gemeente',
    { gemeenteId },
    { wachtrij: sleutel, sleutel },
  );
}

/** Zet klaar dat DUO bij elk PIP de contactpersoon van de klantmanager krijgt. */
export async function koppelAlles(
  tx: Tx,
  t: Toepassing,
  gemeenteId: string,
  dossierId?: string,
): Promise<void> {
  for (const dossier of await teKoppelen(tx, gemeenteId, dossierId)) {
    await koppel(tx, t, gemeenteId, dossier);
  }
}

/** Klopt er iets niet aan de gegevens, dan wacht de koppeling tot iemand ze verbetert. */
async function koppel(
  tx: Tx,
  t: Toepassing,
  gemeenteId: string,
  { dossierId, medewerkerId }: TeKoppelen,
): Promise<void> {
  const rij =
    (await contactpersoonVan(tx, gemeenteId, medewerkerId)) ??
    (await maakRij(tx, t, gemeenteId, medewerkerId));
  if (!rij || (rij.staat === 'geweigerd' && rij.duoId === null)) return;
  await zetInUitbox(tx, {
    gemeenteId,
    dossierId,
    soort: 'contactpersoon',
    onderwerpId: rij.id,
    inhoud: { contactpersoonId: rij.id },
    nu: t.klok.nu(),
  });
}

async function maakRij(tx: Tx, t: Toepassing, gemeenteId: string, medewerkerId: string) {
  const medewerker = await leesMedewerker(tx, medewerkerId);
  if (!medewerker) return undefined;
  const gegevens = gegevensVan(medewerker);
  await voegContactpersoonToe(tx, {
    id: nieuwId(),
    gemeenteId,
    medewerkerId,
    gegevens,
    ...gekeurd(gegevens),
    nu: t.klok.nu(),
  });
  return contactpersoonVan(tx, gemeenteId, medewerkerId);
}

/** Zolang DUO hem niet kent: klaar om te sturen, of eerst verbeteren. */
export function gekeurd(gegevens: Gegevens): {
  staat: 'nieuw' | 'geweigerd';
  foutteksten: string[];
} {
  const foutteksten = bezwarenTegenGegevens(gegevens).map((b) => b.tekst);
  return { staat: foutteksten.length === 0 ? 'nieuw' : 'geweigerd', foutteksten };
}

/** Neemt over wat bij de medewerker is gewijzigd. Wat iemand hier met de hand verbeterde, blijft staan. */
async function neemOver(tx: Tx, t: Toepassing, rij: ContactpersoonRij): Promise<ContactpersoonRij> {
  const medewerker = await leesMedewerker(tx, rij.medewerkerId);
  const vers = medewerker && gegevensVan(medewerker);
  if (!vers || zijnGelijk(vers, rij.overgenomen as Gegevens)) return rij;
  if (rij.staat === 'onzeker' || rij.staat === 'bezig') return rij;
  const { staat, foutteksten } = gekeurd(vers);
  const wijziging = {
    gegevens: vers,
    overgenomen: vers,
    foutteksten,
    ...(rij.duoId === null ? { staat } : {}),
  };
  await wijzigContactpersoon(tx, rij, wijziging, t.klok.nu());
  return { ...rij, ...wijziging };
}

/** Wijzigen overschrijft bij DUO en mag dus worden herhaald. @returns waarom het nu niet lukte, of niets. */
async function werkBij(
  t: Toepassing,
  duo: DuoVragen,
  gemeenteId: string,
  id: string,
): Promise<string | undefined> {
  const inBereik = <T>(werk: (tx: Tx) => Promise<T>) =>
    t.db.forGemeenten({ gemeenten: [gemeenteId] }, werk);
  const rij = await inBereik(async (tx) => {
    const gelezen = await leesContactpersoon(tx, gemeenteId, id);
    return gelezen && neemOver(tx, t, gelezen);
  });
  if (!rij || rij.duoId === null || rij.staat !== 'bekend') return undefined;
  if (zijnGelijk(rij.gegevens, rij.bijDuo)) return undefined;
  if (bezwarenTegenGegevens(rij.gegevens).length > 0) return undefined;
  const antwoord = await duo.wijzigContactpersoon(rij.duoId, rij.gegevens);
  const uitkomst = antwoord.soort === 'ok' ? undefined : mislukt(antwoord, true, WEG_BIJ_DUO);
  const wijziging = uitkomst
    ? uitkomst.soort === 'geweigerd'
      ? { foutteksten: uitkomst.foutteksten }
      : { laatsteFout: redenVan(uitkomst) }
    : { bijDuo: rij.gegevens, foutteksten: [], laatsteFout: null };
  await inBereik((tx) => wijzigContactpersoon(tx, rij, wijziging, t.klok.nu()));
  return uitkomst && uitkomst.soort !== 'geweigerd' ? redenVan(uitkomst) : undefined;
}

const WEG_BIJ_DUO = 'DUO kent deze contactpersoon niet meer.';

const redenVan = (u: ReturnType<typeof mislukt>) => ('reden' in u ? u.reden : 'geweigerd');

/**
 * Haalt bij DUO weg wie nergens meer klantmanager is. `bezig` met een nummer betekent dat het weghalen loopt; na een
 * kill volgt het opnieuw, en een 404 is dan goed.
 */
async function verwijder(
  t: Toepassing,
  duo: DuoVragen,
  gemeenteId: string,
  id: string,
): Promise<string | undefined> {
  const inBereik = <T>(werk: (tx: Tx) => Promise<T>) =>
    t.db.forGemeenten({ gemeenten: [gemeenteId] }, werk);
  const rij = await inBereik(async (tx) => {
    const gelezen = await leesContactpersoon(tx, gemeenteId, id);
    if (!gelezen || gelezen.duoId === null) return undefined;
    await wijzigContactpersoon(tx, gelezen, { staat: 'bezig' }, t.klok.nu());
    return gelezen;
  });
  if (!rij || rij.duoId === null) return undefined;
  const antwoord = await duo.verwijderContactpersoon(rij.duoId);
  const weg = antwoord.soort === 'ok' || antwoord.soort === 'niets';
  const onbekend = antwoord.soort === 'storing' && antwoord.misschienVerwerkt;
  const wijziging = weg
    ? { staat: 'nieuw' as const, duoId: null, bijDuo: null, berichtId: null, laatsteFout: null }
    : { staat: onbekend ? ('bezig' as const) : ('bekend' as const) };
  await inBereik((tx) => wijzigContactpersoon(tx, rij, wijziging, t.klok.nu()));
  return antwoord.soort === 'storing' ? antwoord.reden : undefined;
}
