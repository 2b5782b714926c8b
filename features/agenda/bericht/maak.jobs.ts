import type { NotifyBericht } from '../../../connections/notify/client.ts';
import type { Datum } from '../../../rules/shared/datum.ts';
import { klokOp } from '../../../rules/shared/klok.ts';
import { inWoorden } from '../../../rules/shared/tekst.ts';
import type { Feit, FeitInhoud } from '../../../rules/stand/feiten.ts';
import { type Geldend, kiesGeldend } from '../../../rules/stand/geldend.ts';
import { mobielNummer, nietLangsDienst } from '../../../server/bericht/kanaal.ts';
import { bereikbaar } from '../../../server/bericht/persoonsbericht.ts';
import type { Tx } from '../../../server/db/db.ts';
import { bewaarBrief, leesGemeente, leesMedewerker } from '../../../server/dossier/brief.ts';
import { leesFeiten } from '../../../server/dossier/feiten.ts';
import { huidigePersoon, volledigeNaam } from '../../../server/dossier/stand.ts';
import { vindDossier } from '../../../server/dossier/vind.ts';
import { nieuwId } from '../../../server/id.ts';
import { LetterError, renderLetter } from '../../../server/letters.ts';
import { vastgesteldeTeksten } from '../../brieven/teksten.read.ts';
import { taalVan } from '../../shared/talen.schema.ts';
import { blokkenVoor } from '../../sjablonen/sjabloon.read.ts';
import { type BerichtRij, leesBrief, leesOproep } from './bericht.store.ts';
import { type Bron, emailTekst, smsTekst } from './inhoud.ts';
import { stelUitnodigingSamen } from './uitnodiging.brief.ts';

const SJABLOON = 'features/agenda/bericht/uitnodiging.typ';

/** Wat over het dossier bekend is als het bericht vertrekt. */
export type Gelezen = { feiten: Feit[]; g: Geldend; afspraak: Feit<'afspraak'> | undefined };

/** Leest de feiten zoals zij nu zijn; `afspraak` ontbreekt als zij intussen is vervangen. */
export async function leesVoor(tx: Tx, rij: BerichtRij, vandaag: Datum): Promise<Gelezen> {
  const feiten = await leesFeiten(tx, rij);
  const g = kiesGeldend(feiten, klokOp(vandaag));
  return { feiten, g, afspraak: g.alle('afspraak').find((a) => a.id === rij.afspraakFeit) };
}

/** Waarom een bericht niet meer weg hoeft; `undefined` als het nog klopt. */
export function waaromNietMeer(
  gelezen: Gelezen,
  rij: BerichtRij,
  vandaag: Datum,
): string | undefined {
  const { g, afspraak } = gelezen;
  if (g.laatste('overlijden')) return 'Deze persoon is overleden.';
  if (!afspraak) return 'De afspraak is gewijzigd.';
  if (afspraak.inhoud.datum < vandaag) return 'De afspraak is al geweest.';
  const uitkomst = g
    .alle('afspraak-uitkomst')
    .findLast((u) => u.inhoud.afspraakId === rij.afspraakId);
  if (uitkomst && rij.wat !== 'afgezegd') return 'De afspraak is afgezegd of al geweest.';
  const langsDienst = waaromZelf(gelezen, rij) === undefined;
  if (rij.wat === 'herinnering' && !langsDienst) return GEEN_HERINNERING;
  return undefined;
}

const GEEN_HERINNERING =
  'De gegevens zijn intussen geheim, of het adres is niet meer bekend. Een herinnering gaat dan niet.';

const waaromZelf = ({ feiten, g }: Gelezen, { kanaal }: BerichtRij) =>
  nietLangsDienst(bereikbaar(feiten, g), kanaal);

/** Klaar om weg te gaan, of de reden waarom dat niet kan. */
export type Gemaakt =
  | { bericht: NotifyBericht; taal: string; tekst?: string; documentId?: string }
  /** Een mens geeft het; een brief ligt dan klaar. */
  | { zelf: string; taal: string; documentId?: string }
  | { mislukt: string };

type Situatie = { tx: Tx; rij: BerichtRij; gelezen: Gelezen; nu: string; vandaag: Datum };
type Bronnen = Awaited<ReturnType<typeof leesBronnen>>;

async function leesBronnen(s: Situatie) {
  const { tx, rij } = s;
  const { g, afspraak } = s.gelezen;
  const dossier = await vindDossier(tx, rij.dossierId);
  const gemeente = await leesGemeente(tx, rij.gemeenteId);
  const contactId = dossier.klantmanagerId ?? rij.medewerkerId;
  const contact = contactId ? await leesMedewerker(tx, contactId) : undefined;
  const tekenaarId = rij.medewerkerId ?? dossier.klantmanagerId;
  const teksten = await vastgesteldeTeksten(tx, rij.gemeenteId);
  const taal = taalVan(g.laatste('taal')?.inhoud.gesprekstaal) ?? 'nl';
  const basis: Bron = {
    wat: rij.wat,
    afspraak: (afspraak as Feit<'afspraak'>).inhoud,
    gemeente: gemeente.naam.replace(/^gemeente /i, ''),
    telefoon: contact?.telefoon || gemeente.stijl.telefoon || '',
    taal,
    vind: (sleutel, t) => teksten.vind('agenda', sleutel, t).tekst,
  };
  const wie = { naam: contact?.naam ?? '', email: contact?.email || gemeente.stijl.email || '' };
  const blokken = await eigenBlokken(s, basis, wie);
  const alleenNederlands = teksten.vind('brieven', 'alleenNederlands', taal).tekst;
  const bron: Bron = { ...basis, eigen: { blokken, alleenNederlands } };
  const nagekeken = taal !== 'nl' && teksten.staatVan('agenda', taal) === 'vastgesteld';
  return { bron, gemeente, contact, tekenaarId, nagekeken };
}

/** Wat de gemeente zelf schrijft, zoals het vandaag geldt, ingevuld voor deze persoon. */
async function eigenBlokken(
  { tx, rij, gelezen, vandaag }: Situatie,
  { afspraak, gemeente, telefoon }: Bron,
  contact: { naam: string; email: string },
) {
  const blokken = await blokkenVoor(tx, rij.gemeenteId, 'uitnodiging', vandaag);
  const persoon = huidigePersoon(gelezen.feiten);
  return blokken.vulEigen({
    naam: persoon ? volledigeNaam(persoon) : '',
    gemeente,
    klantmanager: contact.naam,
    telefoon,
    email: contact.email,
    wat: WAT[afspraak.soort],
    datum: inWoorden(afspraak.datum),
    tijd: afspraak.tijd.replace(':', '.'),
    plaats: afspraak.plaats,
  });
}

const WAT: Record<FeitInhoud['afspraak']['soort'], string> = {
  intakegesprek: 'een intakegesprek',
  leerbaarheidstoets: 'de leerbaarheidstoets',
  voortgangsgesprek: 'een voortgangsgesprek',
  driegesprek: 'een driegesprek',
  overig: 'een afspraak',
};

/**
 * Maakt wat de persoon krijgt, uit de feiten van nu. Een brief wordt één keer gemaakt en bij het dossier bewaard.
 * @param afzender ids van de afzender bij de dienst; per gemeente.
 */
export async function maakBericht(
  s: Situatie,
  afzender: (code: string) => { sms?: string | undefined; email?: string | undefined },
): Promise<Gemaakt> {
  const b = await leesBronnen(s);
  const { taal } = b.bron;
  const zelf = waaromZelf(s.gelezen, s.rij);
  if (zelf && s.rij.kanaal !== 'brief') return { zelf, taal };
  if (!b.bron.telefoon) {
    return { mislukt: 'Er is geen telefoonnummer bekend waarop de gemeente te bellen is.' };
  }
  const naar = bereikbaar(s.gelezen.feiten, s.gelezen.g);
  const referentie = s.rij.id;
  if (s.rij.kanaal === 'brief') return maakBrief(s, b, zelf ?? s.rij.reden);
  if (s.rij.kanaal === 'sms') {
    const nummer = mobielNummer(naar.telefoon);
    if (!nummer) return { mislukt: 'Er is geen mobiel nummer meer bekend.' };
    const tekst = smsTekst(b.bron);
    const van = afzender(b.gemeente.code).sms;
    return { bericht: { referentie, soort: 'sms', nummer, tekst, afzender: van }, taal, tekst };
  }
  if (!naar.email) return { mislukt: 'Er is geen e-mailadres meer bekend.' };
  const mail = emailTekst(b.bron);
  const van = afzender(b.gemeente.code).email;
  return {
    bericht: { referentie, soort: 'email', adres: naar.email, ...mail, afzender: van },
    taal,
    tekst: `${mail.onderwerp}\n\n${mail.tekst}`,
  };
}

async function maakBrief(s: Situatie, b: Bronnen, zelf: string | null): Promise<Gemaakt> {
  const { tx, rij } = s;
  const oproepId = rij.wat === 'uitnodiging' ? s.gelezen.afspraak?.inhoud.oproepId : undefined;
  const oproep = oproepId ? await leesOproep(tx, rij, oproepId) : undefined;
  // De oproep is zelf de brief, in het Nederlands (W 14); wie hem toelicht doet dat in de eigen taal.
  const taal = oproep ? 'nl' : b.bron.taal;
  const gemaakt = oproep ?? rij.documentId ?? (await schrijfBrief(s, b));
  if (typeof gemaakt !== 'string') return gemaakt;
  if (zelf) return { zelf, taal, documentId: gemaakt };
  const pdf = await leesBrief(tx, rij.gemeenteId, gemaakt);
  return {
    bericht: { referentie: rij.id, soort: 'brief', pdf },
    taal,
    documentId: gemaakt,
  };
}

async function schrijfBrief(s: Situatie, b: Bronnen): Promise<string | { mislukt: string }> {
  const { tx, rij, gelezen, nu, vandaag } = s;
  if (!b.contact || !b.tekenaarId) {
    return { mislukt: 'Er is geen klantmanager die de brief ondertekent.' };
  }
  const samengesteld = stelUitnodigingSamen({
    bron: b.bron,
    berichtId: rij.id,
    vandaag,
    nagekeken: b.nagekeken,
    partijen: {
      gemeente: b.gemeente,
      persoon: huidigePersoon(gelezen.feiten),
      adres: gelezen.g.laatste('adres')?.inhoud,
      ondertekenaar: await leesMedewerker(tx, b.tekenaarId),
      klantmanager: b.contact,
    },
  });
  if ('redenen' in samengesteld) {
    return { mislukt: samengesteld.redenen.map((r) => r.tekst).join(' ') };
  }
  const { gegevens } = samengesteld;
  const titel = gegevens.nederlands.kop;
  const brief = await renderLetter({
    template: SJABLOON,
    data: gegevens,
    title: titel,
    lang: 'nl',
    standard: 'ua-1',
    logo: b.gemeente.logo,
  }).catch((fout: unknown) => {
    if (fout instanceof LetterError && fout.fault === 'teken-ontbreekt') return undefined;
    throw fout;
  });
  if (!brief)
    return { mislukt: 'In de naam of de plaats staat een teken dat een brief niet kent.' };
  const id = nieuwId();
  await bewaarBrief(tx, rij, {
    ...brief,
    id,
    soort: 'uitnodiging',
    titel,
    medewerkerId: b.tekenaarId,
    nu,
    taal: b.bron.taal,
    herkomst: { sjabloon: SJABLOON, afspraakId: rij.afspraakId, gegevens },
  });
  return id;
}
