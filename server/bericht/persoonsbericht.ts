import { sql } from 'kysely';
import { digitaalAdvies } from '../../rules/digitaal/digitaal-advies.ts';
import { type Datum, dagenTussen, plusDagen } from '../../rules/shared/datum.ts';
import { klokOp } from '../../rules/shared/klok.ts';
import type { Feit } from '../../rules/stand/feiten.ts';
import { type Geldend, kiesGeldend } from '../../rules/stand/geldend.ts';
import type { Tx } from '../db/db.ts';
import type { BerichtWat, Kanaal, PersoonsberichtStaat } from '../db/tabellen/berichten.ts';
import { leesBeleid } from '../dossier/beleid.ts';
import { type DossierSleutel, leesFeiten } from '../dossier/feiten.ts';
import { huidigePersoon } from '../dossier/stand.ts';
import { nieuwId } from '../id.ts';
import { planWerk } from '../werk.ts';
import { type Bereikbaar, briefVoor, type GekozenKanaal, kiesKanalen } from './kanaal.ts';
import { dagVan, momentIn } from './moment.ts';

/** Een bericht aan de persoon over een afspraak. */
export type BerichtOpdracht = DossierSleutel & {
  afspraakId: string;
  wat: Exclude<BerichtWat, 'herinnering'>;
  /** UTC ISO, de klok van de toepassing. */
  nu: string;
  /** Wie de afspraak maakte; tekent de brief. */
  medewerkerId?: string;
};

export type KlaargezetBericht = { id: string; kanaal: Kanaal; staat: PersoonsberichtStaat };

/** Wat er vertrekt, of waarom er niets vertrekt. */
export type KlaarUitkomst = { berichten: KlaargezetBericht[]; nietOmdat?: string };

/** Zo lang van tevoren moet een afspraak bekend zijn voor een herinnering per brief zin heeft. */
const RUIM_VAN_TEVOREN_DAGEN = 14;
const HERINNEREN_OM = '09:00';
const POST = {
  papier: 'papier',
  digitaal: 'digitaal',
  'papier-en-digitaal': 'beide',
} as const;

/**
 * Zet klaar dat de persoon hoort van een afspraak, in dezelfde transactie als die afspraak: de weg volgt uit hoe
 * zij te bereiken is, en bij een uitnodiging horen de herinneringen. Wat over een vorige versie van de afspraak nog
 * wachtte vervalt; wie nog niets hoorde, krijgt over een verzette afspraak gewoon een uitnodiging en over een
 * afgezegde niets. Nog eens aanroepen over dezelfde afspraak doet niets.
 */
export async function zetBerichtKlaar(tx: Tx, o: BerichtOpdracht): Promise<KlaarUitkomst> {
  const feiten = await leesFeiten(tx, o);
  const vandaag = dagVan(o.nu);
  const g = kiesGeldend(feiten, klokOp(vandaag));
  const afspraak = g.alle('afspraak').findLast((a) => a.inhoud.afspraakId === o.afspraakId);
  if (!afspraak) return { berichten: [], nietOmdat: 'De afspraak bestaat niet.' };
  const wist = await laatVervallen(tx, o, afspraak.id);
  const niet = waaromNiet(g, afspraak, o, wist, vandaag);
  if (niet) return { berichten: [], nietOmdat: niet };
  const wat = o.wat === 'verzet' && !wist ? 'uitnodiging' : o.wat;
  const wie = bereikbaar(feiten, g);
  const dag = eersteDag(feiten, afspraak, wat);
  const gekozen = kiesKanalen(wie, wat, vandaag, dag);
  const isOproep = wat === 'uitnodiging' && afspraak.inhoud.oproepId !== undefined;
  const kanalen = isOproep ? metBrief(gekozen, wie) : gekozen;
  const berichten = await voegToe(
    tx,
    o,
    afspraak.id,
    kanalen.map((k) => ({ ...k, wat, nietVoor: o.nu, dagen: 0 })),
  );
  if (wat !== 'afgezegd') {
    await voegToe(tx, o, afspraak.id, await herinneringen(tx, o, afspraak, wie, vandaag));
  }
  return { berichten };
}

/** Een oproep gaat altijd ook als brief (Wi2021 art. 14 lid 1): wie niet komt krijgt anders geen waarschuwing op papier. */
function metBrief(gekozen: readonly GekozenKanaal[], wie: Bereikbaar): GekozenKanaal[] {
  if (gekozen.some((k) => k.kanaal === 'brief')) return [...gekozen];
  return [briefVoor(wie), ...gekozen];
}

/** Bij verzetten of afzeggen telt de dag waarop iemand anders voor niets zou komen. */
function eersteDag(
  feiten: readonly Feit[],
  { inhoud, vervangt }: Feit<'afspraak'>,
  wat: BerichtWat,
): Datum {
  const vorige = feiten.find((f): f is Feit<'afspraak'> => f.id === vervangt);
  const oud = wat === 'verzet' && vorige?.soort === 'afspraak' ? vorige.inhoud.datum : undefined;
  return oud && oud < inhoud.datum ? oud : inhoud.datum;
}

function waaromNiet(
  g: Geldend,
  { inhoud }: Feit<'afspraak'>,
  o: BerichtOpdracht,
  wist: boolean,
  vandaag: Datum,
): string | undefined {
  if (g.laatste('overlijden')) return 'Deze persoon is overleden.';
  if (inhoud.datum < vandaag) return 'De afspraak is al geweest.';
  if (o.wat === 'afgezegd' && !wist) return 'De persoon had nog geen bericht over deze afspraak.';
  return undefined;
}

/** Hoe de persoon te bereiken is, uit de feiten die nu gelden. */
export function bereikbaar(feiten: readonly Feit[], g: Geldend): Bereikbaar {
  const contact = g.laatste('contact')?.inhoud;
  return {
    geheim: huidigePersoon(feiten)?.geheimhouding === true,
    adres: g.laatste('adres')?.inhoud,
    telefoon: contact?.telefoon,
    email: contact?.email,
    // Wie niet leest of geen apparaat heeft, krijgt papier, ook als zij eerder om digitaal vroeg.
    post: POST[digitaalAdvies(g).brieven.keuze],
  };
}

type Nieuw = GekozenKanaal & { wat: BerichtWat; nietVoor: string; dagen: number };

async function herinneringen(
  tx: Tx,
  o: BerichtOpdracht,
  { inhoud }: Feit<'afspraak'>,
  wie: Bereikbaar,
  vandaag: Datum,
): Promise<Nieuw[]> {
  if (wie.geheim) return [];
  const beleid = await leesBeleid(tx, o.gemeenteId, vandaag);
  const ervoor = dagenTussen(vandaag, inhoud.datum);
  const op = (dagen: number) => momentIn(plusDagen(inhoud.datum, -dagen), HERINNEREN_OM);
  const perBrief = beleid.herinneringBriefDagen;
  const perSms = beleid.herinneringSmsDagen;
  const nieuw: Nieuw[] = [];
  if (perBrief > 0 && ervoor >= Math.max(RUIM_VAN_TEVOREN_DAGEN, perBrief + 1)) {
    const kanaal = wie.post === 'digitaal' && wie.email ? 'e-mail' : wie.adres ? 'brief' : null;
    if (kanaal) {
      nieuw.push({ kanaal, wat: 'herinnering', nietVoor: op(perBrief), dagen: perBrief });
    }
  }
  if (perSms > 0 && ervoor > perSms) {
    const [snel] = kiesKanalen(wie, 'herinnering', vandaag, inhoud.datum);
    if (snel) nieuw.push({ ...snel, wat: 'herinnering', nietVoor: op(perSms), dagen: perSms });
  }
  return nieuw;
}

/**
 * Wat over een eerdere versie van de afspraak nog niet weg is vertrekt niet meer.
 * @returns waar als de persoon al iets over een eerdere versie kreeg, of misschien kreeg.
 */
async function laatVervallen(tx: Tx, o: BerichtOpdracht, afspraakFeit: string): Promise<boolean> {
  const eerdere =
    o.wat === 'afgezegd' ? sql<boolean>`wat <> 'afgezegd'` : sql`afspraak_feit <> ${afspraakFeit}`;
  const over = sql`gemeente_id = ${o.gemeenteId} and dossier_id = ${o.dossierId}
      and afspraak_id = ${o.afspraakId} and ${eerdere}`;
  await sql`
    update persoonsbericht set staat = 'vervallen', reden = 'De afspraak is gewijzigd.',
      afgerond_op = ${o.nu}::timestamptz
    where ${over} and staat = 'wacht'`.execute(tx);
  const { rows } = await sql`
    select from persoonsbericht
    where ${over} and staat in ('bezig', 'verstuurd', 'bezorgd', 'zelf') limit 1`.execute(tx);
  return rows.length > 0;
}

async function voegToe(
  tx: Tx,
  o: BerichtOpdracht,
  afspraakFeit: string,
  nieuw: readonly Nieuw[],
): Promise<KlaargezetBericht[]> {
  const klaar: KlaargezetBericht[] = [];
  for (const n of nieuw) {
    const id = nieuwId();
    const rij = await tx
      .insertInto('persoonsbericht')
      .values({
        gemeente_id: o.gemeenteId,
        dossier_id: o.dossierId,
        id,
        afspraak_id: o.afspraakId,
        afspraak_feit: afspraakFeit,
        wat: n.wat,
        kanaal: n.kanaal,
        staat: 'wacht',
        reden: n.zelf ?? null,
        niet_voor: n.nietVoor,
        dagen_ervoor: n.dagen,
        medewerker_id: o.medewerkerId ?? null,
        gemaakt_op: o.nu,
      })
      .onConflict((c) => c.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!rij) continue;
    klaar.push({ id, kanaal: n.kanaal, staat: 'wacht' });
    if (n.nietVoor <= o.nu) await planBericht(tx, { gemeenteId: o.gemeenteId, id });
  }
  return klaar;
}

/**
 * Plant het versturen van één bericht.
 * @param vanaf niet eerder dan dit moment (UTC ISO, werkelijke tijd).
 */
export async function planBericht(
  tx: Tx,
  { gemeenteId, id }: { gemeenteId: string; id: string },
  vanaf?: string,
): Promise<void> {
  await planWerk(
    tx,
    'persoonsbericht_versturen',
    { gemeenteId, berichtId: id },
    { sleutel: `persoonsbericht:${id}`, ...(vanaf ? { vanaf } : {}) },
  );
}
