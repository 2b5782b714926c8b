import type { FastifyRequest } from 'fastify';
import { type Datum, datum } from '../../rules/shared/datum.ts';
import { inWoorden } from '../../rules/shared/tekst.ts';
import type { PipInhoud } from '../../rules/stand/feiten.ts';
import type { Tx } from '../../server/db/db.ts';
import { legVast, type NieuwFeit } from '../../server/dossier/feiten.ts';
import { geweigerd } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import type { Toepassing } from '../../server/toepassing.ts';
import { trekUitUitbox, zetInUitbox } from '../../server/uitbox.ts';
import { type BriefBron, maakBeschikking, SJABLOON } from './pip.beschikking.ts';
import {
  type Controle,
  controleer,
  definitief,
  duoMelding,
  eerderePips,
  vorigeVersie,
} from './pip.controle.ts';
import type { PipHandeling } from './pip.status.ts';
import { bewaarBeschikking, gemeentenaamVan, leesMedewerker, zetStaat } from './pip.store.ts';
import { leesZaak, type PipZaak, persoonVan, redenenTegen, spoor } from './pip.zaak.ts';

type Ids = { dossierId: string; pipId: string };
type Keuze = { dagtekening: string; bekendgemaaktOp?: string };

/**
 * Leest het PIP en houdt het dossier vast; weigert met alle redenen als de handeling nu niet kan.
 * @throws Probleem 404, of 409 met redenen.
 */
export async function neemZaak(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  ids: Ids,
  handeling: PipHandeling,
  dagtekening = t.klok.vandaag(),
): Promise<{ zaak: PipZaak; controle: Controle }> {
  const zaak = await leesZaak(tx, ids, t.klok.vandaag(), true);
  const controle = controleer(zaak, dagtekening);
  const redenen = redenenTegen(zaak, handeling, req.gebruiker, controle);
  if (redenen.length > 0) throw geweigerd(`Dit PIP kan nu niet: ${handeling}.`, redenen);
  return { zaak, controle };
}

/**
 * Stelt het PIP vast (Wi2021 art. 15): beschikking, feit en bericht aan DUO in één transactie.
 * @throws Probleem 409 met alle redenen waarom het niet kan.
 */
export async function stelVast(req: FastifyRequest, tx: Tx, t: Toepassing, ids: Ids, keuze: Keuze) {
  const dagtekening = datum(keuze.dagtekening);
  const bekendgemaaktOp = datum(keuze.bekendgemaaktOp ?? keuze.dagtekening);
  const { zaak } = await neemZaak(req, tx, t, ids, 'vaststellen', dagtekening);
  keurBekendmaking(dagtekening, bekendgemaaktOp);
  const inhoud = definitief(zaak) as PipInhoud;
  const brief = await maakBeschikking(
    await briefBron(tx, zaak, { dagtekening, bekendgemaaktOp, ondertekenaarId: req.gebruiker.id }),
  );
  if ('redenen' in brief) throw geweigerd('De beschikking kan niet worden gemaakt.', brief.redenen);
  const documentId = nieuwId();
  const nu = t.klok.nu();
  const { dossier, pip } = zaak;
  await bewaarBeschikking(tx, dossier, {
    id: documentId,
    titel: `Beschikking PIP, versie ${pip.versie}`,
    pdf: brief.pdf,
    sha256: brief.sha256,
    medewerkerId: req.gebruiker.id,
    nu,
    herkomst: { sjabloon: SJABLOON, gegevens: brief.gegevens },
  });
  await zetStaat(tx, dossier, pip.pipId, {
    staat: 'vastgesteld',
    nu,
    vastgesteld: { medewerkerId: req.gebruiker.id, dagtekening, documentId },
  });
  const feit = vastgesteldFeit(zaak, inhoud, dagtekening, bekendgemaaktOp, req.gebruiker.naam);
  await legVast(tx, dossier, [feit], vastlegger(req, t));
  const verzendingId = await zetInUitbox(tx, {
    ...dossier,
    soort: 'pip',
    onderwerpId: pip.pipId,
    inhoud: duoMelding(zaak, inhoud, dagtekening),
    nu,
  });
  await spoor(req, tx, dossier, 'wijzigen', pip.pipId);
  return {
    pipId: pip.pipId,
    staat: 'vastgesteld' as const,
    dagtekening,
    documentId,
    verzendingId,
    bezwaarTotEnMet: brief.bezwaarTotEnMet,
  };
}

function vastgesteldFeit(
  { pip, gemeente }: PipZaak,
  inhoud: PipInhoud,
  dagtekening: Datum,
  bekendgemaaktOp: Datum,
  vastgesteldDoor: string,
): NieuwFeit {
  const { pipId, versie } = pip;
  const gemeentecode = gemeente.code;
  return {
    soort: 'pip-vastgesteld',
    inhoud: {
      pipId,
      versie,
      dagtekening,
      bekendgemaaktOp,
      gemeentecode,
      inhoud,
      vastgesteldDoor,
    },
    geldigOp: dagtekening,
    bron: 'medewerker',
  };
}

const vastlegger = (req: FastifyRequest, t: Toepassing) => ({
  medewerkerId: req.gebruiker.id,
  nu: t.klok.nu(),
  vandaag: t.klok.vandaag(),
});

/** Een besluit werkt pas na bekendmaking (Awb 3:40), en die kan niet vóór de dagtekening liggen. */
function keurBekendmaking(dagtekening: Datum, bekendgemaaktOp: Datum): void {
  if (bekendgemaaktOp >= dagtekening) return;
  throw geweigerd('Dit PIP kan nu niet: vaststellen.', [
    {
      code: 'bekendmaking-voor-dagtekening',
      tekst: `De bekendmaking kan niet vóór de dagtekening (${inWoorden(dagtekening)}) liggen.`,
      veld: 'bekendgemaaktOp',
    },
  ]);
}

/** De gegevens voor de beschikking; ook voor een voorbeeld vóór het vaststellen. */
export async function briefBron(
  tx: Tx,
  zaak: PipZaak,
  keuze: { dagtekening: Datum; bekendgemaaktOp: Datum; ondertekenaarId: string },
): Promise<BriefBron> {
  const { lezing, pip, gemeente, dossier } = zaak;
  const controle = controleer(zaak, keuze.dagtekening);
  const ondertekenaar = await leesMedewerker(tx, keuze.ondertekenaarId);
  const klantmanager = dossier.klantmanagerId
    ? await leesMedewerker(tx, dossier.klantmanagerId)
    : ondertekenaar;
  const eerder = vorigeVersie(zaak);
  const vorige = eerderePips(zaak).length === 0 ? lezing.vorigePip?.inhoud : undefined;
  const code = vorige?.gemeentecode;
  if (!controle.inburgeringstermijn) throw new Error('een PIP met dagtekening heeft een termijn');
  return {
    gemeente,
    persoon: persoonVan(zaak),
    adres: lezing.g.laatste('adres')?.inhoud,
    pipId: pip.pipId,
    versie: pip.versie,
    dagtekening: keuze.dagtekening,
    bekendgemaaktOp: keuze.bekendgemaaktOp,
    inhoud: definitief(zaak) as PipInhoud,
    doelgroep: lezing.doelgroep.waarde,
    termijn: controle.inburgeringstermijn,
    extraVrijeDagen: lezing.beleid.extraVrijeDagen,
    ...(eerder
      ? { eerder: { dagtekening: eerder.inhoud.dagtekening, inhoud: eerder.inhoud.inhoud } }
      : {}),
    ...(pip.inhoud.redenWijziging ? { redenWijziging: pip.inhoud.redenWijziging } : {}),
    ...(code ? { overgenomenVan: (await gemeentenaamVan(tx, code)) ?? `met code ${code}` } : {}),
    ondertekenaar,
    klantmanager,
  };
}

/**
 * Trekt het geldende PIP in. Het begin van de inburgeringstermijn verandert daardoor niet (Wi2021
 * art. 11 lid 3). Een bericht dat nog niet op weg was naar DUO vertrekt niet meer.
 */
export async function trekIn(req: FastifyRequest, tx: Tx, t: Toepassing, ids: Ids, reden: string) {
  const { zaak } = await neemZaak(req, tx, t, ids, 'intrekken');
  const { dossier, pip } = zaak;
  const nu = t.klok.nu();
  await zetStaat(tx, dossier, pip.pipId, { staat: 'ingetrokken', nu });
  await trekUitUitbox(tx, dossier, pip.pipId, nu);
  const vandaag = t.klok.vandaag();
  const feit: NieuwFeit = {
    soort: 'pip-ingetrokken',
    inhoud: { pipId: pip.pipId, op: vandaag, reden },
    geldigOp: vandaag,
    bron: 'medewerker',
  };
  await legVast(tx, dossier, [feit], vastlegger(req, t));
  await spoor(req, tx, dossier, 'wijzigen', pip.pipId);
  return { pipId: pip.pipId, staat: 'ingetrokken' as const };
}

/** Legt voor aan wie mag vaststellen, of neemt terug. */
export async function verplaats(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  ids: Ids,
  handeling: 'voorleggen' | 'terugnemen',
) {
  const { zaak } = await neemZaak(req, tx, t, ids, handeling);
  const { dossier, pip } = zaak;
  const klaar = handeling === 'voorleggen';
  const staat = klaar ? ('ter-vaststelling' as const) : ('concept' as const);
  await zetStaat(tx, dossier, pip.pipId, { staat, nu: t.klok.nu() });
  const feit: NieuwFeit = {
    soort: 'pip-concept',
    inhoud: { pipId: pip.pipId, klaar, opgesteldDoor: pip.opgesteldDoor?.naam ?? 'onbekend' },
    geldigOp: t.klok.vandaag(),
    bron: 'medewerker',
  };
  await legVast(tx, dossier, [feit], vastlegger(req, t));
  await spoor(req, tx, dossier, 'wijzigen', pip.pipId);
  return { pipId: pip.pipId, staat };
}
