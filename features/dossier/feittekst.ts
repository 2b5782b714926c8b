import { type Datum, plusDagen } from '../../rules/shared/datum.ts';
import { inEuro, inWoorden } from '../../rules/shared/tekst.ts';
import type { Feit, FeitInhoud, FeitSoort, OnvolledigeDatum } from '../../rules/stand/feiten.ts';
import { LEERROUTE } from '../shared/woorden.schema.ts';
import { BEGELEIDING_ZINNEN } from './feittekst-begeleiding.ts';
import { relatieNaam } from './onderwerpen.ts';

const MAANDEN =
  'januari februari maart april mei juni juli augustus september oktober november december';

const EXAMEN = {
  KNM: 'Kennis van de Nederlandse maatschappij',
  LE: 'lezen',
  LU: 'luisteren',
  SC: 'schrijven',
  SP: 'spreken',
} as const;
const UREN = {
  'taal-en-knm': 'taal en KNM',
  participatie: 'participatie',
  pvt: 'PVT',
  'map-praktijk': 'MAP-praktijk',
} as const;
const GESPREK = {
  intakegesprek: 'Intakegesprek',
  leerbaarheidstoets: 'Leerbaarheidstoets',
  voortgangsgesprek: 'Voortgangsgesprek',
  driegesprek: 'Driegesprek',
  overig: 'Afspraak',
} as const;
const UITKOMST = {
  verschenen: 'Verschenen op de afspraak',
  'niet-verschenen': 'Niet verschenen op de afspraak',
  afgezegd: 'Afspraak afgezegd',
} as const;
const VERLENGING: Record<string, string> = {
  Toegekend: 'toegekend',
  Afgewezen: 'afgewezen',
  InBehandeling: 'in behandeling',
};

const BERICHT: Record<string, string> = {
  'pip-verwijderen': 'het verwijderen van het PIP',
  contactpersoon: 'de contactpersoon',
  aanbod: 'het aanbod',
  'aanbod-intrekken': 'het intrekken van het aanbod',
  uren: 'de uren',
  pvt: 'de participatieverklaring',
  map: 'de MAP',
  zroute: 'de afronding van de Z-route',
  'lbt-intrekken': 'het intrekken van de leerbaarheidstoets',
};
const BRP = {
  adres: 'ander adres',
  gemeente: 'andere gemeente',
  partner: 'partner',
  overlijden: 'overlijden',
  naam: 'naam',
} as const;
const VOOR = {
  'brede-intake': 'de brede intake',
  leerbaarheidstoets: 'de leerbaarheidstoets',
} as const;

/** 'geboren 12 maart 1980', 'geboren in maart 1980', 'geboren in 1980', of leeg als niets bekend is. */
export function geboorteInWoorden(g: OnvolledigeDatum): string {
  if (g.soort === 'datum') return `geboren ${inWoorden(g.datum)}`;
  if (g.soort === 'jaarMaand') return `geboren in ${MAANDEN.split(' ')[g.maand - 1]} ${g.jaar}`;
  return g.soort === 'jaar' ? `geboren in ${g.jaar}` : '';
}

const toets = (i: FeitInhoud['leerbaarheidstoets']) => {
  const score = (n: number) => (n / 100).toFixed(2).replace('.', ',');
  return `Leerbaarheidstoets: ${i.resultaat} (${score(i.behaald)} van ${score(i.benodigd)})`;
};

/** Binnen is een einde de eerste dag die niet meetelt; op het scherm staat de laatste dag. */
const totEnMet = (eind: Datum) => `tot en met ${inWoorden(plusDagen(eind, -1))}`;
const achter = (kop: string, rest?: string) => (rest ? `${kop}: ${rest}` : kop);
const tot = (begin?: Datum) => (begin ? ` vanaf ${inWoorden(begin)}` : '');

function persoonTekst(i: FeitInhoud['persoon']): string {
  const naam = [i.voornamen, i.voorvoegsel, i.geslachtsnaam].filter(Boolean).join(' ');
  const delen = [naam, geboorteInWoorden(i.geboorte), i.nationaliteit].filter(Boolean);
  return `Persoonsgegevens: ${delen.join(', ')}`;
}

const oordeelTekst = (oordeel: string) =>
  oordeel === 'Toekenning' ? 'toegekend' : oordeel === 'Afwijzing' ? 'afgewezen' : oordeel;

function vrijstellingTekst(i: FeitInhoud['vrijstelling']): string {
  const wat = { geheel: 'Gehele', tijdelijk: 'Tijdelijke', gedeeltelijk: 'Gedeeltelijke' }[i.soort];
  const eind = i.eind ? ` ${totEnMet(i.eind)}` : '';
  const onderdeel = i.onderdeel ? ` voor ${i.onderdeel}${i.niveau ? ` ${i.niveau}` : ''}` : '';
  return `${wat} vrijstelling ${oordeelTekst(i.oordeel)}${onderdeel}${tot(i.begin)}${eind}`;
}

function ontheffingTekst(i: FeitInhoud['ontheffing']): string {
  const wat = i.soort === 'geheel' ? 'Gehele' : 'Gedeeltelijke';
  return `${wat} ontheffing ${oordeelTekst(i.oordeel)}${i.onderdeel ? ` voor ${i.onderdeel}` : ''}`;
}

function plichtTekst(i: FeitInhoud['inburgeringsplicht']): string {
  if (!i.plichtig) return achter('Niet inburgeringsplichtig', i.redenGeenPlicht);
  const kennisgeving = i.kennisgeving ? `; kennisgeving van ${inWoorden(i.kennisgeving)}` : '';
  const eind = i.eind ? ` ${totEnMet(i.eind)}` : '';
  return `Inburgeringsplichtig${tot(i.begin)}${eind}${kennisgeving}`;
}

function afspraakTekst(i: FeitInhoud['afspraak']): string {
  const tolk = i.tolkTaal ? ` met tolk (${i.tolkTaal})` : '';
  return `${GESPREK[i.soort]} op ${inWoorden(i.datum)} om ${i.tijd}${tolk}, ${i.duurMinuten} minuten, ${i.plaats}`;
}

function taalTekst(i: FeitInhoud['taal']): string {
  const schrift = i.schrift ? `; leest ${i.schrift} schrift` : '';
  return `Gesprekstaal ${i.gesprekstaal}, ${i.tolkNodig ? 'tolk nodig' : 'geen tolk nodig'}${schrift}`;
}

/** Woorden van andere delen van het product; zonder deze blijft een id of code over. */
export type Woorden = {
  /** Naam van een gemeente bij haar code. */
  gemeente(code: string): string | undefined;
  /** Een antwoord van de brede intake met de korte naam van de vraag. */
  antwoord(
    vraagId: string,
    waarde: FeitInhoud['intake-antwoord']['waarde'],
    gesteld?: string,
  ): string | undefined;
  /** Wat een melding van DUO betekent. */
  gebeurtenis(id: string): string | undefined;
};

const GEEN: Woorden = {
  gemeente: () => undefined,
  antwoord: () => undefined,
  gebeurtenis: () => undefined,
};

function antwoordTekst(i: FeitInhoud['intake-antwoord'], woorden: Woorden): string {
  const bekend = woorden.antwoord(i.vraag, i.waarde, i.gesteld);
  if (bekend) return `Brede intake – ${bekend}`;
  const w = i.waarde;
  const ja = w === true ? 'ja' : 'nee';
  const waarde = Array.isArray(w)
    ? w.join(', ')
    : typeof w === 'boolean'
      ? ja
      : String(w) || 'leeggemaakt';
  const los = (id: string) => id.replaceAll('-', ' ');
  return `Brede intake, ${los(i.onderdeel)}: ${los(i.vraag)} – ${waarde}`;
}

function contactTekst(i: FeitInhoud['contact']): string {
  const delen = [i.telefoon && `telefoon ${i.telefoon}`, i.email && `e-mail ${i.email}`];
  return achter('Contactgegevens', delen.filter(Boolean).join(', ') || 'geen');
}

/** 'Akkerwolde', of 'gemeente 9901' van een gemeente die hier niet bekend is. */
const gemeente = (code: string, w: Woorden) => w.gemeente(code) ?? `gemeente ${code}`;

const ZINNEN: {
  [S in FeitSoort]: (i: FeitInhoud[S], woorden: Woorden) => string;
} = {
  persoon: persoonTekst,
  adres: (i) =>
    `${i.azc ? 'Verblijft in azc' : 'Adres'}: ${i.straat} ${i.huisnummer}, ${i.postcode} ${i.plaats}`,
  contact: contactTekst,
  'duo-gebeurtenis': (i, w) =>
    achter(`Melding ${i.gebeurtenisId} van DUO`, w.gebeurtenis(i.gebeurtenisId) ?? i.omschrijving),
  inburgeringsplicht: plichtTekst,
  doelgroep: (i) =>
    `Doelgroep: ${i.indeling}${i.gedetailleerd && i.gedetailleerd !== i.indeling ? ` (${i.gedetailleerd})` : ''}${tot(i.begin)}`,
  verblijf: (i) =>
    i.asielvergunningBepaaldeTijd
      ? 'Verblijft op een asielvergunning voor bepaalde tijd'
      : 'Verblijft niet op een asielvergunning voor bepaalde tijd',
  bijstand: (i) => `Bijstand${tot(i.vanaf)}${i.tot ? ` tot ${inWoorden(i.tot)}` : ''}`,
  inschrijving: (i, w) => `Ingeschreven in ${gemeente(i.gemeentecode, w)} op ${inWoorden(i.op)}`,
  koppeling: (i) =>
    `Door COA gekoppeld aan de gemeente op ${inWoorden(i.op)}${i.azc ? `; verblijft in ${i.azc}` : ''}`,
  overlijden: (i) => `Overleden op ${inWoorden(i.op)}`,
  oproep: (i) =>
    `${i.herhaling ? 'Herhaalde oproep' : 'Oproep'} voor ${VOOR[i.voor]}; reageren tot en met ${inWoorden(i.uiterlijk)}`,
  afspraak: afspraakTekst,
  'afspraak-uitkomst': (i) => achter(UITKOMST[i.uitkomst], i.reden && `reden ${i.reden}`),
  taal: taalTekst,
  privegesprek: (i) => {
    if (!i.aangeboden) return 'Gesprek zonder partner of familie nog niet aangeboden';
    const wens = i.gewenst === undefined ? '' : i.gewenst ? '; gewenst' : '; niet gewenst';
    return `Gesprek zonder partner of familie aangeboden${wens}`;
  },
  'intake-antwoord': antwoordTekst,
  'gezondheid-besproken': (i) =>
    i.besproken
      ? 'Gezondheid en belastbaarheid besproken'
      : 'Gezondheid en belastbaarheid niet besproken',
  'intake-afgerond': (i) =>
    `Brede intake afgerond${i.zonderPersoon ? ' zonder medewerking van de persoon' : ''}`,
  leerbaarheidstoets: toets,
  'leerbaarheidstoets-ontheffing': (i) =>
    `Ontheffing van de leerbaarheidstoets (${i.grond === 'visueel' ? 'visuele' : 'auditieve'} beperking)`,
  'derde-informatie': (i) =>
    i.ontvangenOp
      ? `Informatie van ${i.van} ontvangen op ${inWoorden(i.ontvangenOp)}`
      : `Informatie gevraagd aan ${i.van}${i.onmisbaar ? ', onmisbaar voor het PIP' : ''}: ${i.waarom}`,
  'pip-vastgesteld': (i) =>
    `PIP versie ${i.versie} vastgesteld: ${LEERROUTE[i.inhoud.leerroute]}${i.inhoud.niveau ? ` niveau ${i.inhoud.niveau}` : ''}, dagtekening ${inWoorden(i.dagtekening)}`,
  'pip-concept': (i) => {
    if (i.terug) return `PIP teruggegeven door ${i.terug.door}: ${i.terug.reden}`;
    return i.klaar
      ? `PIP klaargelegd om vast te stellen door ${i.opgesteldDoor}`
      : 'Aan het PIP begonnen';
  },
  'pip-ingetrokken': (i) => `PIP ingetrokken op ${inWoorden(i.op)}: ${i.reden}`,
  'pip-vorige-gemeente': (i, w) =>
    `PIP van de vorige gemeente (${gemeente(i.gemeentecode, w)}): ${LEERROUTE[i.leerroute]}, dagtekening ${inWoorden(i.dagtekening)}`,
  'pip-bij-duo': (i) =>
    i.staat === 'geaccepteerd'
      ? 'DUO heeft het PIP geaccepteerd'
      : achter('DUO heeft het PIP geweigerd', i.foutteksten?.join('; ')),
  inburgeringstermijn: (i) =>
    `Inburgeringstermijn volgens DUO: ${inWoorden(i.start)} ${totEnMet(i.eind)}${i.verlengingsgrond ? `, verlengd wegens ${i.verlengingsgrond}` : ''}`,
  aanbod: (i) =>
    `Aanbod van ${i.instelling} op ${inWoorden(i.datum)}${i.start ? `; start ${inWoorden(i.start)}` : ''}`,
  voortgangsgesprek: (i) => achter(`Voortgangsgesprek op ${inWoorden(i.op)}`, i.onderwerp),
  uren: (i) => `${i.totaal} uur ${UREN[i.soort]}, bekend ${totEnMet(i.bekendTot)}`,
  'pvt-ondertekend': (i) => `Participatieverklaring ondertekend op ${inWoorden(i.op)}`,
  'map-eindgesprek': (i) => `Eindgesprek van de MAP gevoerd op ${inWoorden(i.op)}`,
  'zroute-eindgesprek': (i) => `Eindgesprek van de Z-route gevoerd op ${inWoorden(i.op)}`,
  examen: (i) =>
    `Examen ${EXAMEN[i.onderdeel]}${i.niveau ? ` (${i.niveau})` : ''}: ${i.resultaat.toLowerCase()}`,
  'aanbod-ingetrokken': (i) => achter('Aanbod ingetrokken', i.reden),
  'gratis-pogingen': (i) => `Gratis examenpogingen over voor ${i.onderdeel}: ${i.tegoed}`,
  'leerbaarheidstoets-nummer': (i) =>
    i.examennummer
      ? `Aangemeld voor de leerbaarheidstoets, nummer ${i.examennummer}`
      : 'Nummer voor de leerbaarheidstoets ingetrokken',
  vrijstelling: vrijstellingTekst,
  ontheffing: ontheffingTekst,
  verlenging: (i) => `Verzoek om verlenging: ${VERLENGING[i.beoordeling] ?? i.beoordeling}`,
  'duo-boete': (i) => `Boete van DUO: ${inEuro(i.bedragCent)}, ${inWoorden(i.op)}`,
  verwijtbaarheid: (i) =>
    `${i.over === 'pvt' ? 'PVT' : 'MAP'} niet op tijd: ${i.verwijtbaar ? 'verwijtbaar' : 'niet verwijtbaar'}. ${i.motivering}`,
  'bij-duo': (i) => {
    const wat = BERICHT[i.wat] ?? 'de melding';
    if (i.staat === 'geaccepteerd') return `DUO heeft ${wat} geaccepteerd`;
    const begin = i.doorOns ? `Niet naar DUO gestuurd: ${wat}` : `DUO heeft ${wat} geweigerd`;
    return achter(begin, i.foutteksten?.join('; '));
  },
  'toegang-duo': (i) => `DUO geeft gegevens ${totEnMet(i.eindigt)}: er is een nieuwer PIP elders`,
  'brp-wijziging': (i) => `Gewijzigd in de BRP: ${BRP[i.wat]}`,
  'dossier-afgerond': (i) => achter(`Dossier afgerond op ${inWoorden(i.op)}`, i.toelichting),
  gezin: (i) => `Gezinsband vastgelegd: ${relatieNaam(i.relatie)}`,
  notitie: (i) => i.tekst,
  ...BEGELEIDING_ZINNEN,
};

/**
 * Eén zin in gewoon Nederlands over een feit. Onbekende soorten (van een nieuwere versie) krijgen hun naam.
 */
export function feittekst(feit: Feit, woorden: Woorden = GEEN): string {
  const zin = ZINNEN[feit.soort] as ((i: unknown, woorden: Woorden) => string) | undefined;
  return zin ? zin(feit.inhoud, woorden) : feit.soort;
}
