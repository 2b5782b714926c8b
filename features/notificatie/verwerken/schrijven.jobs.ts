import { type Datum, isDatum } from '../../../rules/shared/datum.ts';
import type { Tx } from '../../../server/db/db.ts';
import {
  type DossierSleutel,
  leesFeiten,
  type NieuwFeit,
  vergrendel,
} from '../../../server/dossier/feiten.ts';
import { wasAlGevonden } from '../../../server/dossier/gemisteMelding.ts';
import { vindDossier } from '../../../server/dossier/vind.ts';
import { maakPortaalkaart } from '../../../server/portaal/kaart.ts';
import type { Toepassing } from '../../../server/toepassing.ts';
import { planWerk } from '../../../server/werk.ts';
import { omschrijvingVan } from '../gebeurtenissen.ts';
import { type Opgehaald, RuwBericht, Uitkomst } from '../notificatie.schema.ts';
import { type BewaardBericht, leesBericht, werkBerichtBij } from '../notificatie.store.ts';
import { legNieuwsVast, schrijfSpoor } from './nieuws.jobs.ts';
import {
  type Aandacht,
  brpViel,
  mist,
  mistBijBrp,
  nieuwsteRegels,
  type Opbrengst,
  Storing,
  zonderAntwoord,
} from './ophalen.jobs.ts';
import type { Context } from './verschil.jobs.ts';
import { laterGeregistreerd } from './verwerken.store.ts';
import { herstelVolgorde, isAchterhaald } from './volgorde.jobs.ts';
import { type Gekozen, kiesDossier, type Zaak } from './zaak.jobs.ts';

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

const GEWOON_WERK = 'Deze melding vraagt iets van u.';
const ACHTERHAALD =
  'DUO registreerde deze melding vóór een andere die al is verwerkt. Wat DUO nu antwoordt geldt; u hoeft hier niets mee.';

const AL_GEVONDEN =
  'Deze melding was bij het vergelijken met DUO al gevonden en verwerkt; zij is niet nog eens verwerkt.';

/** Een melding die alsnog komt nadat zij bij het vergelijken is gevonden, verandert niets meer. */
async function isAlVerwerkt(tx: Tx, bericht: BewaardBericht): Promise<boolean> {
  const uitkomst = Uitkomst.parse(bericht.uitkomst);
  if (uitkomst.gebeurtenis || !(await wasAlGevonden(tx, bericht))) return false;
  const opmerkingen = [AL_GEVONDEN];
  const klaar = { staat: 'verwerkt', reden: null, voorstel: null, poging: true } as const;
  await werkBerichtBij(tx, bericht, { ...klaar, uitkomst: { ...uitkomst, opmerkingen } });
  return true;
}

/** De Nederlandse dag van registratie; een dag in de toekomst telt vanaf vandaag. */
function dagVan(geregistreerdOp: string, vandaag: Datum): Datum {
  const dag = DAG.format(new Date(geregistreerdOp));
  return isDatum(dag) && dag < vandaag ? dag : vandaag;
}

/**
 * Schrijft alles in één transactie. Is de melding intussen al verwerkt, dan gebeurt er niets. Antwoordde DUO op een
 * deel niet, dan staat de rest er, en blijft de melding wachten op alleen dat deel.
 * @returns wat nog ontbreekt, in woorden zonder persoonsgegevens.
 * @throws Storing als zonder het ontbrekende niets is vast te leggen.
 */
export async function verwerk(
  tx: Tx,
  t: Toepassing,
  z: Zaak,
  opbrengst: Opbrengst,
): Promise<string | undefined> {
  const bericht = await leesBericht(tx, z.bericht.id, true);
  if (bericht?.staat !== 'nieuw') return undefined;
  if (await isAlVerwerkt(tx, bericht)) return undefined;
  const eerder = Uitkomst.parse(bericht.uitkomst);
  const opgehaald = eerder.nogOpTeHalen
    ? nieuwsteRegels(eerder.opgehaald, opbrengst.logboek)
    : opbrengst.logboek;
  const open = zonderAntwoord(opgehaald);
  const zaak = { ...z, bericht };
  keurGenoeg(zaak, opgehaald, open);
  const uitkomst: Uitkomst = {
    ...eerder,
    opgehaald,
    opmerkingen: eerder.nogOpTeHalen ? eerder.opmerkingen : [],
    nogOpTeHalen: open.length > 0 ? open.map((r) => r.wat) : undefined,
  };
  const aandacht = await plaats(tx, t, zaak, opbrengst, uitkomst);
  const eerst = belangrijkste([...aandacht, ...(eerder.aandacht ? [eerder.aandacht] : [])]);
  uitkomst.aandacht = open.length > 0 ? eerst : undefined;
  const dossierId = uitkomst.gebeurtenis?.dossierId ?? null;
  const gemist = open.length > 0 ? tekst(open) : undefined;
  const lot = gemist ? { laatsteFout: gemist } : lotVan(eerst);
  await werkBerichtBij(tx, bericht, { ...lot, dossierId, uitkomst, poging: true });
  await schrijfSpoor(tx, bericht, dossierId ?? undefined, opbrengst.logboek);
  return gemist;
}

/** Wat bijzonder is gaat voor het werk dat altijd bij de melding hoort. */
const belangrijkste = (alle: readonly Aandacht[]): Aandacht | undefined =>
  alle.find((a) => a.reden !== GEWOON_WERK) ?? alle[0];

const tekst = (open: readonly Opgehaald[]) =>
  open.map((r) => `DUO (${r.wat}): ${r.melding ?? 'geen antwoord'}`).join('; ');

/** @throws Storing als DUO op niets antwoordde, of niet op wat beslist of er een dossier komt. */
function keurGenoeg(z: Zaak, opgehaald: readonly Opgehaald[], open: readonly Opgehaald[]): void {
  if (open.length === 0) return;
  const { gebeurtenis } = z;
  const alles = opgehaald.filter((r) => r.wat !== 'brp').length === open.length;
  const beslist = gebeurtenis?.opent && open.some((r) => r.wat === gebeurtenis.kern);
  if (alles || beslist) throw new Storing(tekst(open));
}

/** Kiest het dossier en schrijft erin; geeft wat om een mens vraagt, het belangrijkste eerst. */
async function plaats(
  tx: Tx,
  t: Toepassing,
  zaak: Zaak,
  opbrengst: Opbrengst,
  uitkomst: Uitkomst,
): Promise<Aandacht[]> {
  const { bericht, gebeurtenis, bsn } = zaak;
  const tekort = gebeurtenis && bsn ? mist(gebeurtenis, uitkomst.opgehaald) : undefined;
  const openen = gebeurtenis?.opent ? 'openen' : 'aanvullen';
  const gekozen = await kiesDossier(tx, t, zaak, tekort ? 'vinden' : openen);
  if (gekozen.tegenstrijdig) uitkomst.tegenstrijdig = gekozen.tegenstrijdig;
  const aandacht = [...wieAandacht(zaak, gekozen), ...(tekort ? [tekort] : [])];
  if (!gekozen.dossierId) return aandacht;
  const sleutel = { gemeenteId: bericht.gemeenteId, dossierId: gekozen.dossierId };
  if (gekozen.dossier && !uitkomst.dossier) uitkomst.dossier = gekozen.dossier;
  if (gebeurtenis?.portaal) {
    const kaart = { ...sleutel, soort: gebeurtenis.portaal, velden: {}, berichtId: bericht.id };
    await maakPortaalkaart(tx, { ...kaart, nu: t.klok.nu() });
  }
  return [...aandacht, ...(await schrijf(tx, t, zaak, sleutel, opbrengst, uitkomst))];
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
  const feiten = await leesFeiten(tx, sleutel);
  const context: Context = {
    gebeurtenisId,
    dag: dagVan(geregistreerdOp, vandaag),
    vandaag,
    gemeentecode: z.gemeente.code,
    feiten,
  };
  const later = feiten.some((f) => f.soort === 'duo-gebeurtenis')
    ? await laterGeregistreerd(tx, sleutel, geregistreerdOp)
    : [];
  const gemeld = uitkomst.gebeurtenis?.dossierId === sleutel.dossierId;
  const vooraf = gemeld
    ? []
    : [
        melding(gebeurtenisId, context),
        ...herstelVolgorde(z.gebeurtenis, feiten, context.dag, later),
      ];
  const uit = await legNieuwsVast(tx, t, sleutel, context, opbrengst, vooraf);
  if (!gemeld)
    uitkomst.gebeurtenis = { dossierId: sleutel.dossierId, feitId: uit.ids[0] as string };
  uitkomst.gewijzigd = [...uitkomst.gewijzigd, ...uit.gewijzigd];
  uitkomst.opmerkingen = [...new Set([...uitkomst.opmerkingen, ...uit.nieuws.opmerkingen])];
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
  if (isAchterhaald(z.gebeurtenis, later)) {
    uitkomst.opmerkingen.push(ACHTERHAALD);
    return uit.nieuws.aandacht;
  }
  const { voorstel } = z.gebeurtenis ?? {};
  const werk = voorstel ? [{ reden: GEWOON_WERK, voorstel }] : [];
  return [...uit.nieuws.aandacht, ...werk];
}

const melding = (gebeurtenisId: string, { dag }: Context): NieuwFeit => ({
  soort: 'duo-gebeurtenis',
  inhoud: { gebeurtenisId, omschrijving: omschrijvingVan(gebeurtenisId) },
  geldigOp: dag,
  bron: 'duo',
  verwijzing: gebeurtenisId,
});

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
  const { gebeurtenisId } = bericht;
  const feiten = await leesFeiten(tx, sleutel);
  const context: Context = { gebeurtenisId, dag: vandaag, vandaag, gemeentecode, feiten };
  const { nieuws, gewijzigd } = await legNieuwsVast(tx, t, sleutel, context, opbrengst, []);
  const oud = Uitkomst.parse(bericht.uitkomst);
  const uitkomst: Uitkomst = {
    ...oud,
    opgehaald: nieuwsteRegels(oud.opgehaald, opbrengst.logboek),
    gewijzigd: [...oud.gewijzigd, ...gewijzigd],
    opmerkingen: nieuws.opmerkingen,
  };
  const aandacht = mistBijBrp(opbrengst.logboek);
  await werkBerichtBij(tx, bericht, {
    uitkomst,
    ...(aandacht && bericht.staat !== 'nieuw' ? { staat: 'postvak', ...aandacht } : {}),
  });
  await schrijfSpoor(tx, bericht, dossierId, opbrengst.logboek);
}
