import { kiesKanalen } from '../../../server/bericht/kanaal.ts';
import { bereikbaar, planBericht } from '../../../server/bericht/persoonsbericht.ts';
import type { Tx } from '../../../server/db/db.ts';
import { legVast } from '../../../server/dossier/feiten.ts';
import { nieuwId } from '../../../server/id.ts';
import type { Toepassing } from '../../../server/toepassing.ts';
import { type BerichtRij, voegBriefToe, wijzigBericht } from './bericht.store.ts';
import { leesVoor, waaromNietMeer } from './maak.jobs.ts';

const NIET_BEZORGD: Readonly<Record<string, string>> = {
  'permanent-failure': 'Dit nummer of adres bestaat niet, of neemt niets aan.',
  'temporary-failure': 'Het kwam niet aan: de telefoon stond te lang uit of de mailbox was vol.',
  'technical-failure': 'De berichtendienst kon het niet bezorgen.',
};
const BRIEF_NIET_AF = new Set([
  'validation-failed',
  'virus-scan-failed',
  'cancelled',
  ...Object.keys(NIET_BEZORGD),
]);
const BRIEF_ZELF = 'De berichtendienst kon de brief niet versturen. Geef of stuur hem zelf.';

/**
 * Het bericht is weg: dat is een feit over de persoon. Was het al genoteerd, dan gebeurt er niets.
 * @param zelf een mens gaf het.
 */
export async function noteerVerstuurd(
  tx: Tx,
  t: Toepassing,
  rij: BerichtRij,
  { notifyId, zelf }: { notifyId?: string; zelf?: string },
): Promise<void> {
  if (rij.staat === 'verstuurd' || rij.staat === 'bezorgd') return;
  const nu = t.klok.nu();
  await wijzigBericht(tx, rij, {
    staat: zelf ? 'bezorgd' : 'verstuurd',
    verstuurd_op: nu,
    ...(zelf ? { afgerond_op: nu } : {}),
    ...(notifyId ? { notify_id: notifyId } : {}),
  });
  const medewerkerId = zelf ?? rij.medewerkerId;
  await legVast(
    tx,
    rij,
    [
      {
        soort: 'uitnodiging',
        inhoud: { afspraakId: rij.afspraakId, kanaal: rij.kanaal, wat: rij.wat, taal: rij.taal },
        geldigOp: t.klok.vandaag(),
        bron: 'medewerker',
        ...(zelf ? {} : { verwijzing: 'NotifyNL' }),
      },
    ],
    { nu, vandaag: t.klok.vandaag(), ...(medewerkerId ? { medewerkerId } : {}) },
  );
}

/**
 * Het bericht komt niet aan. Over een herinnering verder niets; anders gaat er een brief, want de persoon moet het
 * weten.
 */
export async function noteerMislukt(
  tx: Tx,
  t: Toepassing,
  rij: BerichtRij,
  reden: string,
): Promise<void> {
  const nu = t.klok.nu();
  await wijzigBericht(tx, rij, { staat: 'mislukt', reden, afgerond_op: nu });
  if (rij.kanaal === 'brief' || rij.wat === 'herinnering') return;
  const vandaag = t.klok.vandaag();
  const gelezen = await leesVoor(tx, rij, vandaag);
  if (!gelezen.afspraak || waaromNietMeer(gelezen, rij, vandaag)) return;
  const opPapier = { ...bereikbaar(gelezen.feiten, gelezen.g), telefoon: undefined };
  const [brief] = kiesKanalen(
    { ...opPapier, email: undefined },
    rij.wat,
    vandaag,
    gelezen.afspraak.inhoud.datum,
  );
  const id = nieuwId();
  if (await voegBriefToe(tx, rij, { id, nu, zelf: brief?.zelf })) {
    await planBericht(tx, { gemeenteId: rij.gemeenteId, id });
  }
}

/** Neemt over hoe een bericht bij de dienst afliep; dezelfde melding nog eens doet niets. */
export async function neemAfloopOver(
  tx: Tx,
  t: Toepassing,
  rij: BerichtRij,
  status: string,
): Promise<void> {
  if (rij.staat !== 'verstuurd') return;
  if (rij.kanaal === 'brief') {
    if (!BRIEF_NIET_AF.has(status)) return;
    await wijzigBericht(tx, rij, { staat: 'zelf', reden: BRIEF_ZELF });
    return;
  }
  if (status === 'delivered') {
    await wijzigBericht(tx, rij, { staat: 'bezorgd', afgerond_op: t.klok.nu() });
    return;
  }
  const reden = NIET_BEZORGD[status];
  if (reden) await noteerMislukt(tx, t, rij, reden);
}
