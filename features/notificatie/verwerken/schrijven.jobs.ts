import { type Datum, isDatum } from '../../../rules/shared/datum.ts';
import { schrijfAudit } from '../../../server/audit/audit.ts';
import type { Tx } from '../../../server/db/db.ts';
import {
  type DossierSleutel,
  leesFeiten,
  legVast,
  type NieuwFeit,
  vergrendel,
} from '../../../server/dossier/feiten.ts';
import { vindDossier } from '../../../server/dossier/vind.ts';
import { echteKlok } from '../../../server/klok.ts';
import type { Toepassing } from '../../../server/toepassing.ts';
import { planWerk } from '../../../server/werk.ts';
import { omschrijvingVan } from '../gebeurtenissen.ts';
import { RuwBericht, Uitkomst, type Wijziging } from '../notificatie.schema.ts';
import { leesBericht, werkBerichtBij } from '../notificatie.store.ts';
import { nieuwsVanBrp } from './brp-feiten.jobs.ts';
import { nieuwsVanDuo } from './duo-feiten.jobs.ts';
import { type Aandacht, brpViel, mist, mistBijBrp, type Opbrengst } from './ophalen.jobs.ts';
import type { Context, Nieuws } from './verschil.jobs.ts';
import { type Gekozen, kiesDossier, wie, type Zaak } from './zaak.jobs.ts';

const DAG = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

const ONGELDIG: Aandacht = {
  reden: 'Het BSN in de melding kan geen burgerservicenummer zijn.',
  voorstel: 'Vraag DUO om het juiste nummer en koppel de melding aan het dossier.',
};
const NAAMLOOS: Aandacht = {
  reden: 'De melding noemt geen BSN en geen V-nummer.',
  voorstel: 'Vraag DUO om wie het gaat en koppel de melding aan het dossier.',
};
const ONBEKEND: Aandacht = {
  reden: 'Meedoen kent deze gebeurtenis nog niet.',
  voorstel:
    'Kijk bij DUO wat de gebeurtenis betekent, doe wat nodig is en geef haar door aan de beheerder.',
};
const GEEN_DOSSIER: Aandacht = {
  reden: 'Van deze persoon is geen dossier gevonden.',
  voorstel: 'Zoek het dossier en koppel de melding, of vraag DUO of de melding voor u is.',
};
const GEEN_BSN: Aandacht = {
  reden: 'Van deze persoon is nog geen BSN bekend; zonder BSN geeft DUO geen gegevens.',
  voorstel: 'Vul het BSN in het dossier aan en verwerk de melding opnieuw.',
};
const TEGENSTRIJDIG: Aandacht = {
  reden: 'Het V-nummer en het BSN in de melding wijzen naar verschillende mensen.',
  voorstel: 'Vergelijk beide dossiers en vraag DUO welk nummer klopt.',
};
const ANDERE_INHOUD: Aandacht = {
  reden: 'DUO stuurde onder hetzelfde berichtId ook een andere melding.',
  voorstel: 'Vraag DUO welke van beide geldt.',
};

/** De Nederlandse dag van registratie; een dag in de toekomst telt vanaf vandaag. */
function dagVan(geregistreerdOp: string, vandaag: Datum): Datum {
  const dag = DAG.format(new Date(geregistreerdOp));
  return isDatum(dag) && dag < vandaag ? dag : vandaag;
}

/** Schrijft alles in één transactie. Is de melding intussen al verwerkt, dan gebeurt er niets. */
export async function verwerk(tx: Tx, t: Toepassing, z: Zaak, opbrengst: Opbrengst): Promise<void> {
  const bericht = await leesBericht(tx, z.bericht.id, true);
  if (bericht?.staat !== 'nieuw') return;
  const zaak = { ...z, bericht };
  const eerder = Uitkomst.parse(bericht.uitkomst);
  const uitkomst: Uitkomst = { ...eerder, opgehaald: opbrengst.logboek, opmerkingen: [] };
  const tekort = z.gebeurtenis && z.bsn ? mist(z.gebeurtenis, opbrengst) : undefined;
  const openen = z.gebeurtenis?.opent ? 'openen' : 'aanvullen';
  const gekozen = await kiesDossier(tx, t, zaak, tekort ? 'vinden' : openen);
  const aandacht: Aandacht[] = [...wieAandacht(zaak, gekozen), ...(tekort ? [tekort] : [])];
  if (gekozen.dossierId) {
    const sleutel = { gemeenteId: bericht.gemeenteId, dossierId: gekozen.dossierId };
    aandacht.push(...(await schrijf(tx, t, zaak, sleutel, opbrengst, uitkomst)));
    if (gekozen.dossier && !eerder.dossier) uitkomst.dossier = gekozen.dossier;
  }
  if (gekozen.tegenstrijdig) uitkomst.tegenstrijdig = gekozen.tegenstrijdig;
  const dossierId = gekozen.dossierId ?? null;
  const lot = lotVan(aandacht[0]);
  await werkBerichtBij(tx, bericht, { ...lot, dossierId, uitkomst, poging: true });
  await schrijfSpoor(tx, bericht, dossierId ?? undefined, opbrengst);
}

/** Een melding die iets van een mens vraagt gaat naar het postvak; de andere is klaar. */
function lotVan(a: Aandacht | undefined) {
  if (a) return { staat: 'postvak', reden: a.reden, voorstel: a.voorstel } as const;
  return { staat: 'verwerkt', reden: null, voorstel: null } as const;
}

/** Wat een mens moet weten over wie het is en wat er is gemeld, het belangrijkste eerst. */
function wieAandacht({ bericht, nummers, gebeurtenis, bsn }: Zaak, g: Gekozen): Aandacht[] {
  const uit: Aandacht[] = [];
  const naamloos = !nummers.bsn && !nummers.vNummer;
  if (g.tegenstrijdig) uit.push(TEGENSTRIJDIG);
  if (!bericht.dossierId && nummers.ongeldigBsn) uit.push(ONGELDIG);
  else if (!bericht.dossierId && naamloos) uit.push(NAAMLOOS);
  if (!gebeurtenis) uit.push(ONBEKEND);
  else if (!g.dossierId && uit.length === 0 && !gebeurtenis.opent) uit.push(GEEN_DOSSIER);
  else if (g.dossierId && !bsn && !gebeurtenis.opent && gebeurtenis.ophalen.length > 0)
    uit.push(GEEN_BSN);
  if (RuwBericht.parse(bericht.ruw).ookOntvangen) uit.push(ANDERE_INHOUD);
  return uit;
}

/** Legt de gebeurtenis en wat er is opgehaald vast in het dossier. */
async function schrijf(
  tx: Tx,
  t: Toepassing,
  z: Zaak,
  sleutel: DossierSleutel,
  opbrengst: Opbrengst,
  uitkomst: Uitkomst,
): Promise<Aandacht[]> {
  const { gebeurtenisId, geregistreerdOp } = z.bericht;
  const vandaag = t.klok.vandaag();
  await vergrendel(tx, sleutel);
  const context: Context = {
    gebeurtenisId,
    dag: dagVan(geregistreerdOp, vandaag),
    vandaag,
    gemeentecode: z.gemeente.code,
    feiten: await leesFeiten(tx, sleutel),
  };
  const nieuws = bepaalNieuws(context, opbrengst);
  const melding: NieuwFeit = {
    soort: 'duo-gebeurtenis',
    inhoud: { gebeurtenisId, omschrijving: omschrijvingVan(gebeurtenisId) },
    geldigOp: context.dag,
    bron: 'duo',
    verwijzing: gebeurtenisId,
  };
  const gemeld = uitkomst.gebeurtenis?.dossierId === sleutel.dossierId;
  const feiten = gemeld ? nieuws.feiten : [melding, ...nieuws.feiten];
  const { ids } = await legVast(tx, sleutel, feiten, wie(t));
  if (!gemeld) uitkomst.gebeurtenis = { dossierId: sleutel.dossierId, feitId: ids[0] as string };
  uitkomst.gewijzigd = [...uitkomst.gewijzigd, ...wijzigingen(context, feiten, ids)];
  uitkomst.opmerkingen = nieuws.opmerkingen;
  if (!z.bsn) uitkomst.opmerkingen.push('Zonder BSN is er bij DUO en de BRP niets op te halen.');
  if (brpViel(opbrengst)) {
    uitkomst.opmerkingen.push('De BRP was niet bereikbaar; de persoonsgegevens volgen vanzelf.');
    await planWerk(
      tx,
      'brp_aanvullen',
      { ...sleutel, berichtId: z.bericht.id },
      { sleutel: `brp-aanvullen:${sleutel.dossierId}` },
    );
  }
  const { voorstel } = z.gebeurtenis ?? {};
  const werk = voorstel ? [{ reden: 'Deze melding vraagt iets van u.', voorstel }] : [];
  return [...nieuws.aandacht, ...werk];
}

/** Welk feit waarvoor in de plaats kwam, alleen met ids. */
function wijzigingen(
  c: Context,
  feiten: readonly NieuwFeit[],
  ids: readonly string[],
): Wijziging[] {
  return feiten.flatMap((f, i) => {
    if (f.soort === 'duo-gebeurtenis') return [];
    const oud = f.vervangt ?? c.feiten.findLast((g) => g.soort === f.soort)?.id;
    return [{ soort: f.soort, feitId: ids[i] as string, ...(oud ? { oudFeitId: oud } : {}) }];
  });
}

/** Legt vast wat de BRP alsnog gaf, bij het dossier en bij de melding die erop wachtte. */
export async function vulAan(
  tx: Tx,
  t: Toepassing,
  opdracht: { gemeenteId: string; berichtId: string; dossierId: string },
  gemeentecode: string,
  opbrengst: Opbrengst,
): Promise<void> {
  const bericht = await leesBericht(tx, opdracht.berichtId, true);
  if (!bericht) return;
  const { gemeenteId, dossierId } = await vindDossier(tx, opdracht.dossierId);
  const sleutel = { gemeenteId, dossierId };
  const vandaag = t.klok.vandaag();
  await vergrendel(tx, sleutel);
  const context: Context = {
    gebeurtenisId: bericht.gebeurtenisId,
    dag: vandaag,
    vandaag,
    gemeentecode,
    feiten: await leesFeiten(tx, sleutel),
  };
  const nieuws = bepaalNieuws(context, opbrengst);
  const { ids } = await legVast(tx, sleutel, nieuws.feiten, wie(t));
  const oud = Uitkomst.parse(bericht.uitkomst);
  const rest = oud.opgehaald.filter((r) => r.wat !== 'brp');
  const uitkomst: Uitkomst = {
    ...oud,
    opgehaald: [...rest, ...opbrengst.logboek],
    gewijzigd: [...oud.gewijzigd, ...wijzigingen(context, nieuws.feiten, ids)],
    opmerkingen: nieuws.opmerkingen,
  };
  const aandacht = mistBijBrp(opbrengst.logboek);
  await werkBerichtBij(tx, bericht, {
    uitkomst,
    ...(aandacht && bericht.staat !== 'nieuw' ? { staat: 'postvak', ...aandacht } : {}),
  });
  await schrijfSpoor(tx, bericht, dossierId, opbrengst);
}

async function schrijfSpoor(
  tx: Tx,
  { gemeenteId, id }: { gemeenteId: string; id: string },
  dossierId: string | undefined,
  { logboek }: Opbrengst,
): Promise<void> {
  const regel = {
    tijdstip: echteKlok.nu(),
    systeem: 'duo-bericht',
    gemeenteId,
    taak: 'brede-intake',
    objectId: id,
    ...(dossierId ? { dossierId } : {}),
    traceId: id.replaceAll('-', ''),
  };
  const bronnen = [
    ...(logboek.some((r) => r.wat !== 'brp') ? ['duo-gegevens'] : []),
    ...(logboek.some((r) => r.wat === 'brp') ? ['brp-persoon'] : []),
  ];
  for (const objectSoort of bronnen)
    await schrijfAudit(tx, { ...regel, handeling: 'lezen', objectSoort });
  await schrijfAudit(tx, { ...regel, handeling: 'wijzigen', objectSoort: 'bericht' });
}

/** De feiten die uit de opbrengst volgen en nog niet in het dossier staan. Twee keer geeft niets nieuws. */
function bepaalNieuws(c: Context, o: Opbrengst): Nieuws {
  const nieuws: Nieuws = { feiten: [], opmerkingen: [], aandacht: [] };
  nieuwsVanDuo(c, o, nieuws);
  if (o.persoon) nieuwsVanBrp(c, o.persoon, nieuws);
  return nieuws;
}
