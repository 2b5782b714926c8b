import { randomUUID } from 'node:crypto';
import type { DuoAntwoord } from '../../connections/duo/client.ts';
import type { DuoPip } from '../../connections/duo/schemas.ts';
import { datum } from '../../rules/shared/datum.ts';
import { schrijfAudit } from '../../server/audit/audit.ts';
import type { Tx } from '../../server/db/db.ts';
import { type DossierSleutel, legVast } from '../../server/dossier/feiten.ts';
import { alleGemeenten } from '../../server/dossier/gemeenten.ts';
import { vindDossier } from '../../server/dossier/vind.ts';
import { echteKlok } from '../../server/klok.ts';
import type { Toepassing, Werk } from '../../server/toepassing.ts';
import { planVerzending } from '../../server/uitbox.ts';
import { DuoPipInhoud, VerzendOpdracht } from './verzending.schema.ts';
import {
  afzender,
  dossiersMetOudBericht,
  houdVerzenderTegen,
  markeerBezig,
  noteerUitstel,
  type OpenBericht,
  oudsteOpenBericht,
  rondAf,
} from './verzending.store.ts';

type Opdracht = OpenBericht & {
  bsn: string;
  oin: string;
  gemeentecode: string;
};

type Uitkomst =
  | { soort: 'geaccepteerd'; bewijs: Record<string, unknown> }
  | { soort: 'geweigerd'; foutteksten: string[] }
  | { soort: 'later'; reden: string; zekerNietVerstuurd: boolean };

const EERSTE_HERKANSING_S = 5;
const LANGSTE_HERKANSING_S = 900;
const GEEN_BSN = 'van deze persoon is nog geen BSN bekend';
const NIET_BEVOEGD =
  'DUO vindt dat de gemeente niets over deze persoon mag melden. Controleer of de persoon in de gemeente woont of aan haar is gekoppeld.';
const FOUT_VERZOEK =
  'DUO kan het bericht niet lezen. Geef dit door aan de beheerder; opnieuw sturen helpt niet.';
const ONBEKEND = 'DUO kent geen persoon met dit BSN.';

/** Verstuurt wat voor een dossier openstaat, in volgorde, en nooit twee keer. */
export const verzendingWerk: Werk = {
  async duo_verzenden(inhoud, t) {
    const opdracht = VerzendOpdracht.parse(inhoud);
    // Na een samenvoeging staan de berichten bij het dossier dat bleef.
    const { dossierId } = await t.db.forGemeenten({ gemeenten: [opdracht.gemeenteId] }, (tx) =>
      vindDossier(tx, opdracht.dossierId),
    );
    const sleutel = { gemeenteId: opdracht.gemeenteId, dossierId };
    await alleenVoor(t, dossierId, async () => {
      while (await verzendVolgende(t, sleutel));
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

/** @returns waar als het bericht is afgerond en het volgende aan de beurt kan. */
async function verzendVolgende(t: Toepassing, sleutel: DossierSleutel): Promise<boolean> {
  const inBereik = <T>(werk: (tx: Tx) => Promise<T>) =>
    t.db.forGemeenten({ gemeenten: [sleutel.gemeenteId] }, werk);
  const opdracht = await inBereik((tx) => neem(tx, t, sleutel));
  if (!opdracht) return false;
  const uitkomst = await spreekDuo(t, opdracht);
  await inBereik((tx) => verwerk(tx, t, sleutel, opdracht, uitkomst));
  return uitkomst.soort !== 'later';
}

/** Pakt het oudste bericht en legt vast dat het versturen begint, vóórdat DUO iets krijgt. */
async function neem(tx: Tx, t: Toepassing, sleutel: DossierSleutel): Promise<Opdracht | undefined> {
  const rij = await oudsteOpenBericht(tx, sleutel);
  if (!rij) return undefined;
  const dossier = await vindDossier(tx, sleutel.dossierId);
  if (!dossier.bsn) {
    await noteerUitstel(tx, sleutel.gemeenteId, rij.id, GEEN_BSN, rij.staat === 'wacht');
    await planVerzending(tx, sleutel, overSeconden(LANGSTE_HERKANSING_S));
    return undefined;
  }
  const gemeente = await afzender(tx, sleutel.gemeenteId);
  const berichtId = rij.bericht_id ?? randomUUID();
  await markeerBezig(tx, sleutel.gemeenteId, { id: rij.id, berichtId }, t.klok.nu());
  await schrijfAudit(tx, {
    tijdstip: echteKlok.nu(),
    systeem: 'duo-verzenden',
    gemeenteId: sleutel.gemeenteId,
    taak: 'pip',
    handeling: 'verzenden',
    objectSoort: 'pip',
    objectId: rij.onderwerp_id,
    dossierId: dossier.dossierId,
    traceId: berichtId.replaceAll('-', ''),
  });
  return {
    id: rij.id,
    onderwerpId: rij.onderwerp_id,
    inhoud: DuoPipInhoud.parse(rij.inhoud),
    berichtId,
    misschienVerstuurd: rij.staat === 'bezig',
    pogingen: rij.pogingen + 1,
    bsn: dossier.bsn,
    oin: gemeente.oin,
    gemeentecode: gemeente.code,
  };
}

/**
 * DUO heeft geen sleutel tegen dubbele meldingen. Is de uitkomst van een eerdere poging onbekend, dan
 * wordt daarom eerst geraadpleegd wat DUO heeft.
 */
async function spreekDuo(t: Toepassing, o: Opdracht): Promise<Uitkomst> {
  const duo = t.duo.voor(o.oin);
  if (o.misschienVerstuurd) {
    const stand = await duo.pip(o.bsn);
    if (stand.soort === 'ok' && zelfdePip(stand.waarde, o)) {
      return aangenomen(t, o, stand.apiVersion, 'raadpleging');
    }
    if (stand.soort !== 'ok' && stand.soort !== 'niets') return mislukt(stand, false);
  }
  const { dagtekeningPip, ...rest } = o.inhoud;
  const melding = { dagtekeningPip: datum(dagtekeningPip), ...rest };
  const antwoord = await duo.meldPip(o.bsn, melding, o.berichtId);
  if (antwoord.soort === 'ok') return aangenomen(t, o, antwoord.apiVersion, 'melding');
  const zekerNiet = antwoord.soort === 'storing' && !antwoord.misschienVerwerkt;
  return mislukt(antwoord, zekerNiet);
}

function aangenomen(
  t: Toepassing,
  o: Opdracht,
  apiVersion: string | undefined,
  via: 'melding' | 'raadpleging',
): Uitkomst {
  const bewijs = {
    status: 'geaccepteerd',
    via,
    apiVersion,
    berichtId: o.berichtId,
    op: t.klok.nu(),
  };
  return { soort: 'geaccepteerd', bewijs };
}

function mislukt(
  antwoord: Exclude<DuoAntwoord<unknown>, { soort: 'ok' }>,
  zekerNietVerstuurd: boolean,
): Uitkomst {
  switch (antwoord.soort) {
    case 'geweigerd':
      return { soort: 'geweigerd', foutteksten: antwoord.foutteksten };
    case 'niet-bevoegd':
      return { soort: 'geweigerd', foutteksten: [NIET_BEVOEGD] };
    case 'fout-verzoek':
      return { soort: 'geweigerd', foutteksten: [FOUT_VERZOEK] };
    case 'niets':
      return { soort: 'geweigerd', foutteksten: [ONBEKEND] };
    case 'storing':
      return { soort: 'later', reden: antwoord.reden, zekerNietVerstuurd };
  }
}

/** Een veld dat DUO weglaat betekent hetzelfde als de gewone waarde; zonder niveau kiest DUO B1 bij B en O. */
function zelfdePip({ gemeentecode, pip }: DuoPip, o: Opdracht): boolean {
  const verstuurd = o.inhoud;
  const gewoonNiveau = verstuurd.leerroute === 'Z' ? undefined : 'B1';
  return (
    gemeentecode === o.gemeentecode &&
    pip.dagtekeningPip === verstuurd.dagtekeningPip &&
    pip.leerroute.waarde === verstuurd.leerroute &&
    (pip.niveau?.waarde ?? gewoonNiveau) === (verstuurd.niveau ?? gewoonNiveau) &&
    pip.geschatteIntensiteitB1Route === verstuurd.geschatteIntensiteitB1Route &&
    (pip.indicatorMagOpleidingAfmaken ?? false) ===
      (verstuurd.indicatorMagOpleidingAfmaken ?? false) &&
    (pip.indicatorAlfabetiseringsonderwijs?.waarde ?? 'NVT') ===
      (verstuurd.indicatorAlfabetiseringsonderwijs ?? 'NVT')
  );
}

async function verwerk(
  tx: Tx,
  t: Toepassing,
  sleutel: DossierSleutel,
  o: Opdracht,
  uitkomst: Uitkomst,
): Promise<void> {
  const { gemeenteId } = sleutel;
  if (uitkomst.soort === 'later') {
    await noteerUitstel(tx, gemeenteId, o.id, uitkomst.reden, uitkomst.zekerNietVerstuurd);
    await planVerzending(tx, sleutel, overSeconden(wachttijd(o.pogingen)));
    return;
  }
  const goed = uitkomst.soort === 'geaccepteerd';
  const foutteksten = goed ? [] : uitkomst.foutteksten;
  const afgerond = await rondAf(tx, gemeenteId, o.id, {
    staat: uitkomst.soort,
    foutteksten,
    ontvangstbewijs: goed ? uitkomst.bewijs : null,
    op: t.klok.nu(),
  });
  if (!afgerond) return;
  const feit = {
    soort: 'pip-bij-duo' as const,
    inhoud: { pipId: o.onderwerpId, staat: uitkomst.soort, ...(goed ? {} : { foutteksten }) },
    geldigOp: t.klok.vandaag(),
    bron: 'duo' as const,
    verwijzing: 'PIP',
  };
  await legVast(tx, sleutel, [feit], {
    nu: t.klok.nu(),
    vandaag: t.klok.vandaag(),
  });
}

function wachttijd(pogingen: number): number {
  return Math.min(EERSTE_HERKANSING_S * 2 ** Math.min(pogingen - 1, 10), LANGSTE_HERKANSING_S);
}

function eerder(tijdstip: string, seconden: number): string {
  return new Date(Date.parse(tijdstip) - seconden * 1000).toISOString();
}

function overSeconden(seconden: number): string {
  return new Date(Date.parse(echteKlok.nu()) + seconden * 1000).toISOString();
}
