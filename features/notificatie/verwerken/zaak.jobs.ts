import type { Tx } from '../../../server/db/db.ts';
import { type Geopend, openOfVindDossier } from '../../../server/dossier/openen.ts';
import { vindDossier } from '../../../server/dossier/vind.ts';
import type { Toepassing } from '../../../server/toepassing.ts';
import { GEBEURTENISSEN, type Gebeurtenis, type Ophalen } from '../gebeurtenissen.ts';
import { RuwBericht, Uitkomst } from '../notificatie.schema.ts';
import {
  type BewaardBericht,
  dossiersOpNummers,
  gemeenteGegevens,
  leesBericht,
  type Treffer,
} from '../notificatie.store.ts';
import { type Nummers, nummersVan } from '../nummers.jobs.ts';
import { houdVast } from './verwerken.store.ts';

/** Een melding met wat nodig is om haar te verwerken. */
export type Zaak = {
  bericht: BewaardBericht;
  nummers: Nummers;
  gebeurtenis?: Gebeurtenis;
  gemeente: { code: string; oin: string };
  /** Het BSN waarmee wordt gevraagd: uit het dossier of uit de melding. */
  bsn?: string;
  ophalen: readonly Ophalen[];
};

export type Gekozen = {
  dossierId?: string;
  dossier?: Uitkomst['dossier'];
  tegenstrijdig?: string;
};

/** Wie vastlegt: de toepassing zelf, nu. */
export const wie = (t: Toepassing) => ({ nu: t.klok.nu(), vandaag: t.klok.vandaag() });

/**
 * De melding met haar gemeente en, als die er is, het BSN van haar dossier.
 * @returns `undefined` als zij er niet is, al is verwerkt, of wacht omdat de persoon is afgeschermd.
 */
export async function leesZaak(tx: Tx, berichtId: string): Promise<Zaak | undefined> {
  const bericht = await leesBericht(tx, berichtId);
  if (bericht?.staat !== 'nieuw') return undefined;
  const nummers = nummersVan(RuwBericht.parse(bericht.ruw));
  const bekend = bericht.dossierId
    ? await vindDossier(tx, bericht.dossierId)
    : (await treffers(tx, bericht.gemeenteId, nummers)).find((d) => past(d, nummers));
  if (!bekend && (await houdVast(tx, bericht, nummers))) return undefined;
  const bsn = bekend?.bsn ?? nummers.bsn;
  const gebeurtenis = GEBEURTENISSEN[bericht.gebeurtenisId];
  const { nogOpTeHalen } = Uitkomst.parse(bericht.uitkomst);
  // Van wie hier geen dossier heeft of krijgt, wordt niets gevraagd.
  const vraagt = bsn && (bekend || gebeurtenis?.opent);
  return {
    bericht,
    nummers,
    gebeurtenis,
    gemeente: await gemeenteGegevens(tx, bericht.gemeenteId),
    ophalen: (vraagt && (nogOpTeHalen ?? gebeurtenis?.ophalen)) || [],
    ...(bsn ? { bsn } : {}),
  };
}

/** Dossiers die bij de nummers horen; een ongeldig BSN vindt niets, ook niet langs het V-nummer. */
async function treffers(tx: Tx, gemeenteId: string, n: Nummers): Promise<Treffer[]> {
  if (n.ongeldigBsn || (!n.bsn && !n.vNummer)) return [];
  return dossiersOpNummers(tx, gemeenteId, n);
}

/** Waar als dit zeker dezelfde persoon is: het BSN is gelijk, of geen enkel nummer spreekt het tegen. */
function past(d: Treffer | { bsn: string | null; vNummer: string | null }, n: Nummers): boolean {
  const anders = (a: string | null, b: string | undefined) => Boolean(a && b && a !== b);
  if (n.bsn && d.bsn === n.bsn) return true;
  return !anders(d.bsn, n.bsn) && !anders(d.vNummer, n.vNummer);
}

/**
 * Kiest het dossier: het gekoppelde, het gevondene, of een nieuw als `mag` dat zegt.
 * @param mag `openen`; `aanvullen`: een gevonden dossier krijgt de nummers uit de melding; `vinden`: niets.
 */
export async function kiesDossier(
  tx: Tx,
  t: Toepassing,
  { bericht: { gemeenteId, dossierId }, nummers }: Zaak,
  mag: 'openen' | 'aanvullen' | 'vinden',
): Promise<Gekozen> {
  if (dossierId) {
    return { dossierId: (await vindDossier(tx, dossierId)).dossierId, dossier: 'gevonden' };
  }
  const gevonden = await treffers(tx, gemeenteId, nummers);
  const zeker = gevonden.find((d) => past(d, nummers));
  if (!zeker && gevonden[0] && mag !== 'openen') return { tegenstrijdig: gevonden[0].id };
  if (zeker && mag === 'vinden') return { dossierId: zeker.id, dossier: 'gevonden' };
  const { bsn, vNummer: v, ongeldigBsn } = nummers;
  const herkenbaar = !ongeldigBsn && (bsn || v);
  if (!herkenbaar || (!zeker && mag !== 'openen')) return {};
  const wieIsHet = { gemeenteId, ...(bsn ? { bsn } : {}), ...(v ? { vNummer: v } : {}) };
  return alsGekozen(await openOfVindDossier(tx, wieIsHet, wie(t)));
}

function alsGekozen(g: Geopend): Gekozen {
  const gevonden = g.nieuw ? 'geopend' : 'gevonden';
  return {
    dossierId: g.dossierId,
    dossier: g.samengevoegd ? 'samengevoegd' : gevonden,
    ...(g.tegenstrijdig ? { tegenstrijdig: g.tegenstrijdig } : {}),
  };
}
