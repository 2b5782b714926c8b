import { sql } from 'kysely';
import type { Tx } from './db/db.ts';
import type { BerichtSoort } from './db/tabellen/duo.ts';
import type { DossierSleutel } from './dossier/feiten.ts';
import { nieuwId } from './id.ts';
import { planWerk } from './werk.ts';

/** Een bericht aan DUO dat in volgorde per dossier vertrekt. */
export type UitgaandBericht = DossierSleutel & {
  soort: BerichtSoort;
  /** Waar het over gaat: het id van het PIP, van het feit dat wordt gemeld, of van de contactpersoon. */
  onderwerpId: string;
  /** Precies de velden die DUO krijgt. */
  inhoud: Record<string, unknown>;
  /** Moment van klaarzetten, UTC ISO. */
  nu: string;
};

/**
 * Zet een bericht voor DUO klaar in dezelfde transactie als het besluit: het vertrekt als en alleen
 * als die doorgaat.
 * @returns id van het bericht.
 */
export async function zetInUitbox(tx: Tx, bericht: UitgaandBericht): Promise<string> {
  const id = nieuwId();
  await tx
    .insertInto('bericht_uit')
    .values({
      gemeente_id: bericht.gemeenteId,
      dossier_id: bericht.dossierId,
      id,
      soort: bericht.soort,
      onderwerp_id: bericht.onderwerpId,
      inhoud: JSON.stringify(bericht.inhoud),
      staat: 'wacht',
      verzending_begonnen_op: null,
      bericht_id: null,
      laatste_fout: null,
      ontvangstbewijs: null,
      gemaakt_op: bericht.nu,
      afgerond_op: null,
    })
    .execute();
  await vervangOudere(tx, bericht, id);
  await planVerzending(tx, bericht);
  return id;
}

/** Deze meldingen vervangen bij DUO wat er stond; een ouder bericht dat nog wacht hoeft dan niet meer. */
const OVERSCHRIJFT: ReadonlySet<BerichtSoort> = new Set([
  'contactpersoon',
  'aanbod',
  'aanbod-intrekken',
  'uren',
  'pvt',
  'map',
  'zroute',
  'lbt-intrekken',
]);

/** Waar een bericht bij DUO over gaat: twee berichten met dezelfde sleutel volgen elkaar op. */
export function berichtSleutel(soort: BerichtSoort, inhoud: unknown): string {
  const veld = (naam: string) => String((inhoud as Record<string, unknown>)[naam] ?? '');
  switch (soort) {
    case 'pip':
    case 'pip-verwijderen':
      return 'pip';
    case 'aanbod':
    case 'aanbod-intrekken':
      return `aanbod:${veld('instellingsnummer')}`;
    case 'uren':
      return `uren:${veld('soort')}:${veld('instellingsnummer')}`;
    default:
      return soort;
  }
}

/**
 * Een wachtend bericht over hetzelfde vertrekt niet meer; een geweigerd bericht vraagt geen herstel meer. Wat al
 * op weg is blijft staan: daarvan is de uitkomst nog niet bekend. Geen rij verdwijnt.
 */
async function vervangOudere(tx: Tx, bericht: UitgaandBericht, id: string): Promise<void> {
  const { gemeenteId, dossierId, soort, inhoud, nu } = bericht;
  const sleutel = berichtSleutel(soort, inhoud);
  const oudere = await tx
    .selectFrom('bericht_uit')
    .select(['id', 'soort', 'inhoud', 'staat'])
    .where('gemeente_id', '=', gemeenteId)
    .where('dossier_id', '=', dossierId)
    .where('staat', 'in', OVERSCHRIJFT.has(soort) ? ['wacht', 'geweigerd'] : ['geweigerd'])
    .where('vervangen_door', 'is', null)
    .where('id', '!=', id)
    .forUpdate()
    .execute();
  const ids = oudere.filter((o) => berichtSleutel(o.soort, o.inhoud) === sleutel).map((o) => o.id);
  if (ids.length === 0) return;
  await sql`
    update bericht_uit set vervangen_door = ${id}, wacht_op = null,
      intrek_reden = case when staat = 'wacht' then 'Een nieuwere melding over hetzelfde kwam ervoor in de plaats.' end,
      afgerond_op = coalesce(afgerond_op, ${nu}::timestamptz),
      staat = case when staat = 'wacht' then 'ingetrokken' else staat end
    where gemeente_id = ${gemeenteId} and id = any (${ids}::uuid[])`.execute(tx);
}

/**
 * Plant het versturen van wat voor dit dossier openstaat. Eén wachtrij per dossier: DUO krijgt de
 * berichten over een persoon in de volgorde waarin zij zijn klaargezet.
 * @param vanaf niet eerder dan dit moment (UTC ISO, werkelijke tijd); een eerder gepland later moment vervalt.
 */
export async function planVerzending(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  vanaf?: string,
): Promise<void> {
  await planWerk(
    tx,
    'duo_verzenden',
    { gemeenteId, dossierId },
    {
      wachtrij: `duo:${dossierId}`,
      ...(vanaf ? { vanaf, sleutel: `duo-herkansing:${dossierId}` } : {}),
    },
  );
}

/**
 * Trekt berichten over een onderwerp in die nog niet op weg zijn.
 * @returns hoeveel berichten niet meer vertrekken.
 */
export async function trekUitUitbox(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  onderwerpId: string,
  nu: string,
): Promise<number> {
  const { numAffectedRows } = await sql`
    update bericht_uit set staat = 'ingetrokken', afgerond_op = ${nu}::timestamptz
    where gemeente_id = ${gemeenteId} and dossier_id = ${dossierId}
      and onderwerp_id = ${onderwerpId} and staat = 'wacht'`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
