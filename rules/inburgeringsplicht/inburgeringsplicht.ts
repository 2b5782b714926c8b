import type { Grondslag, OntbrekendFeit, Oordeel, Reden, Uitleg } from '../shared/antwoord.ts';
import { plusJaren } from '../shared/datum.ts';
import { grondslag, INWERKINGTREDING } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { datumVeld, type Invoer, jaNeeVeld, keuzeVeld } from '../shared/velden.ts';
import { VOORBEELDEN } from './inburgeringsplicht-voorbeelden.ts';
import {
  heeftPensioenleeftijd,
  PENSIOEN_GROND,
  type Pensioendag,
  pensioendag,
} from './pensioen.ts';
import { isTijdelijk, VERBLIJFSDOELEN } from './verblijfsdoel.ts';

const LEEFTIJD_PLICHT = 16;
const LEEFTIJD_ZONDER_LEERPLICHT = 18;

const velden = {
  geboortedatum: datumVeld('Geboortedatum'),
  datumVerblijfsrecht: datumVeld(
    'Dag waarop het verblijfsrecht is verkregen',
    'De dag van het besluit. Een vergunning met terugwerkende kracht geeft geen eerdere plicht.',
  ),
  verblijfsvergunning: keuzeVeld('Soort verblijfsvergunning', [
    'asiel bepaalde tijd',
    'regulier bepaalde tijd',
    'anders',
  ]),
  verblijfsdoel: keuzeVeld('Verblijfsdoel', VERBLIJFSDOELEN, {
    hulp: 'Een asielvergunning geldt nooit als tijdelijk.',
  }),
  geestelijkBedienaar: jaNeeVeld('Komt als geestelijk bedienaar'),
  nationaliteit: keuzeVeld('Nationaliteit', [
    'Nederlandse',
    'EU, EER of Zwitserse',
    'Turkse',
    'overige',
  ]),
  familielidUnieburger: jaNeeVeld('Familielid van een burger van de Unie met rechten daaruit'),
  voldeedElders: jaNeeVeld(
    'Voldeed in een ander EU- of EER-land al aan een integratievoorwaarde',
    'Voor de status van langdurig ingezetene.',
  ),
  uitgezonderdDoorVerdrag: jaNeeVeld('Uitgezonderd door een verdrag of internationaal besluit'),
  plichtigOudeWet: jaNeeVeld('Op 31 december 2021 inburgeringsplichtig onder de oude wet'),
  leerOfKwalificatieplichtig: jaNeeVeld('Nu leer- of kwalificatieplichtig'),
};

export type PlichtFeiten = Invoer<typeof velden>;
type Naam = keyof PlichtFeiten & string;

const TITEL = 'Inburgeringsplicht';
const LID1 = grondslag('inburgeringsplicht', 'wet', 'art. 3 lid 1');
const LID2 = grondslag('inburgeringsplicht', 'wet', 'art. 3 lid 2');
const LID3 = grondslag('inburgeringsplicht', 'wet', 'art. 3 lid 3');
const VRIJSTELLING = grondslag('inburgeringsplicht', 'wet', 'art. 4 lid 1 onder c');
const OVERGANG = grondslag('inburgeringsplicht', 'wet', 'art. 54 lid 1 en 2');
const DOELEN = grondslag('inburgeringsplicht', 'besluit', 'art. 2.2', {
  zekerheid: 'afgeleid',
  toelichting: 'De lijst is na 2022 gewijzigd; op welke dag precies is niet nagegaan.',
});
const TURKIJE = grondslag('inburgeringsplicht', 'wet', 'art. 3', {
  zekerheid: 'afgeleid',
  toelichting:
    'Volgens de uitleg van de rijksoverheid; de overgang is niet in de wettekst gelezen.',
});

/** Wat iemand buiten de wet houdt: één daarvan is genoeg. */
const UITZONDERINGEN: readonly { veld: Naam; code: string; tekst: string; grondslag: Grondslag }[] =
  [
    {
      veld: 'familielidUnieburger',
      code: 'unieburger',
      tekst: 'Een familielid van een burger van de Unie is uitgezonderd.',
      grondslag: LID2,
    },
    {
      veld: 'voldeedElders',
      code: 'elders',
      tekst: 'Wie elders in de EU of EER al aan een integratievoorwaarde voldeed, is uitgezonderd.',
      grondslag: LID2,
    },
    {
      veld: 'uitgezonderdDoorVerdrag',
      code: 'verdrag',
      tekst: 'Een verdrag of besluit van een internationale organisatie sluit de plicht uit.',
      grondslag: LID2,
    },
    {
      veld: 'plichtigOudeWet',
      code: 'oude-wet',
      tekst: 'Wie op 31 december 2021 onder de oude wet plichtig was, blijft daaronder.',
      grondslag: OVERGANG,
    },
  ];

/**
 * `inburgeringsplicht`: of iemand onder de Wi2021 inburgeringsplichtig wordt.
 *
 * Wi2021 art. 3 (https://wetten.overheid.nl/BWBR0044770/2025-10-21): een vreemdeling van zestien jaar of
 * ouder, onder de pensioenleeftijd, die een vergunning voor bepaalde tijd krijgt voor een doel dat niet
 * tijdelijk is, of die als geestelijk bedienaar komt. Niet met terugwerkende kracht (lid 3). DUO stelt de
 * plicht vast; deze regel laat zien waarom. De dag waarop het verblijfsrecht is verkregen bepaalt alles.
 */
export function inburgeringsplicht(f: PlichtFeiten, herkomst: Herkomst = {}): Oordeel {
  return oordeel({
    titel: TITEL,
    grondslag: LID1,
    redenen: redenen(f),
    ontbreekt: ontbreekt(f),
    goed: f.datumVerblijfsrecht
      ? `inburgeringsplichtig vanaf ${inWoorden(f.datumVerblijfsrecht)}`
      : 'inburgeringsplichtig',
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen: () => stappen(f),
    zouWijzigenAls: ['het verblijfsdoel wijzigt', 'DUO de plicht anders vaststelt'],
  });
}

function redenen(f: PlichtFeiten): Reden[] {
  const uit: Reden[] = [];
  const zeg = (code: string, veld: Naam, tekst: string, g: Grondslag) =>
    uit.push({ code: `plicht-${code}`, tekst, veld, grondslag: g });
  if (f.nationaliteit === 'Nederlandse' || f.nationaliteit === 'EU, EER of Zwitserse') {
    zeg(
      'nationaliteit',
      'nationaliteit',
      `Met de ${f.nationaliteit} nationaliteit is er geen plicht.`,
      LID2,
    );
  }
  if (f.verblijfsvergunning === 'anders') {
    const tekst = 'Alleen een vergunning voor bepaalde tijd, regulier of asiel, geeft de plicht.';
    zeg('vergunning', 'verblijfsvergunning', tekst, LID1);
  }
  if (tijdelijk(f)) {
    zeg(
      'tijdelijk',
      'verblijfsdoel',
      `Het verblijfsdoel (${f.verblijfsdoel}) is tijdelijk.`,
      DOELEN,
    );
  }
  if (
    f.nationaliteit === 'Turkse' &&
    voorDeWet(f) &&
    f.verblijfsvergunning === 'regulier bepaalde tijd'
  ) {
    const tekst = 'Turkse nieuwkomers zijn pas plichtig met een vergunning vanaf 1 januari 2022.';
    zeg('turkse', 'datumVerblijfsrecht', tekst, TURKIJE);
  }
  if (voorDeWet(f)) {
    const tekst = 'Het verblijfsrecht is van vóór 1 januari 2022; daarvoor geldt de oude wet.';
    zeg('voor-de-wet', 'datumVerblijfsrecht', tekst, OVERGANG);
  }
  for (const u of UITZONDERINGEN) if (f[u.veld] === true) zeg(u.code, u.veld, u.tekst, u.grondslag);
  return [...uit, ...leeftijd(f)];
}

function leeftijd({ geboortedatum, datumVerblijfsrecht: dag }: PlichtFeiten): Reden[] {
  if (!geboortedatum || !dag) return [];
  const zestien = plusJaren(geboortedatum, LEEFTIJD_PLICHT);
  const veld = 'geboortedatum';
  if (dag < zestien) {
    const tekst = `Op ${inWoorden(dag)} nog geen zestien jaar.`;
    return [{ code: 'plicht-te-jong', tekst, veld, grondslag: LID1 }];
  }
  if (!heeftPensioenleeftijd(geboortedatum, dag)) return [];
  const tekst = `Op ${inWoorden(dag)} was de pensioenleeftijd bereikt.`;
  return [{ code: 'plicht-pensioen', tekst, veld, grondslag: PENSIOEN_GROND }];
}

const voorDeWet = (f: PlichtFeiten): boolean =>
  f.datumVerblijfsrecht !== undefined && f.datumVerblijfsrecht < INWERKINGTREDING;

/** Asiel is nooit tijdelijk, en een geestelijk bedienaar is ook met een tijdelijk doel plichtig. */
function tijdelijk(f: PlichtFeiten): boolean {
  return f.geestelijkBedienaar === false && doelTijdelijk(f) === true;
}

function doelTijdelijk(f: PlichtFeiten): boolean | undefined {
  if (f.verblijfsvergunning !== 'regulier bepaalde tijd' || !f.verblijfsdoel) return false;
  return isTijdelijk(f.verblijfsdoel, f.datumVerblijfsrecht);
}

function ontbreekt(f: PlichtFeiten): OntbrekendFeit[] {
  const nodig: Naam[] = [
    'geboortedatum',
    'datumVerblijfsrecht',
    'verblijfsvergunning',
    'nationaliteit',
    ...UITZONDERINGEN.map((u) => u.veld),
  ];
  if (f.verblijfsvergunning === 'regulier bepaalde tijd') nodig.push('verblijfsdoel');
  if (doelTijdelijk(f) !== false) nodig.push('geestelijkBedienaar');
  const mist = nodig.filter((n) => f[n] === undefined).map((n) => ontbrekendFeit(velden, n));
  return [...mist, ...nietNagegaan(f)];
}

/** Wat niet aan de zaak ligt, maar aan wat (nog) niet bekend is. */
function nietNagegaan(f: PlichtFeiten): OntbrekendFeit[] {
  const { geboortedatum, datumVerblijfsrecht: dag } = f;
  const uit: OntbrekendFeit[] = [];
  if (!dag) return uit;
  if (geboortedatum && heeftPensioenleeftijd(geboortedatum, dag) === undefined) {
    const tekst = `De pensioenleeftijd voor ${inWoorden(dag)} is nog niet vastgesteld.`;
    uit.push({ feit: 'pensioenleeftijd', tekst });
  }
  if (f.geestelijkBedienaar === false && doelTijdelijk(f) === undefined) {
    const tekst = `Of het doel ${f.verblijfsdoel} op ${inWoorden(dag)} tijdelijk was, is niet nagegaan.`;
    uit.push({ feit: 'verblijfsdoel', tekst });
  }
  return uit;
}

function stappen(f: PlichtFeiten): Uitleg[] {
  const { geboortedatum, datumVerblijfsrecht: dag } = f;
  if (!geboortedatum || !dag) return [];
  const uit: Uitleg[] = [
    { titel: 'Begin, niet met terugwerkende kracht', uitkomst: inWoorden(dag), grondslag: LID3 },
    {
      titel: 'Zestien jaar',
      uitkomst: inWoorden(plusJaren(geboortedatum, LEEFTIJD_PLICHT)),
      grondslag: LID1,
    },
  ];
  uit.push({
    titel: 'Eindigt uiterlijk bij de pensioenleeftijd',
    uitkomst: wanneer(pensioendag(geboortedatum)),
    grondslag: PENSIOEN_GROND,
  });
  if (f.leerOfKwalificatieplichtig) {
    uit.push({
      titel: 'Tijdelijk vrijgesteld zolang de leer- of kwalificatieplicht duurt',
      uitkomst: 'de plicht rust',
      grondslag: VRIJSTELLING,
    });
  } else if (dag < plusJaren(geboortedatum, LEEFTIJD_ZONDER_LEERPLICHT)) {
    uit.push({
      titel: 'Jonger dan achttien: meestal nog leer- of kwalificatieplichtig',
      grondslag: VRIJSTELLING,
    });
  }
  return uit;
}

function wanneer(p: Pensioendag): string {
  if (!p.bekend) return `niet vóór ${inWoorden(p.nietVoor)}`;
  return p.dag < INWERKINGTREDING ? 'al voordat de wet begon' : inWoorden(p.dag);
}

export const inburgeringsplichtRegel = maakRegel({
  id: 'inburgeringsplicht',
  titel: 'Wie inburgeringsplichtig is',
  vraag: 'Is deze persoon inburgeringsplichtig?',
  beschrijving:
    'Iemand wordt inburgeringsplichtig op de dag waarop hij een verblijfsvergunning voor bepaalde tijd krijgt, asiel of regulier, voor een doel dat niet tijdelijk is. Hij is dan zestien jaar of ouder en heeft de pensioenleeftijd nog niet. Een geestelijk bedienaar is ook met een tijdelijk doel plichtig.\n\nNiet plichtig zijn burgers van Nederland, de EU, de EER en Zwitserland, familieleden van een burger van de Unie, wie elders al aan een integratievoorwaarde voldeed en wie door een verdrag is uitgezonderd. Wie eind 2021 onder de oude wet plichtig was, blijft daaronder. Een minderjarige kan zelf aanvragen doen en bezwaar maken. DUO stelt de plicht vast.',
  rijen: ['A1', 'A2', 'A4', 'A5', 'A6', 'A7', 'A8', 'A16', 'B1'],
  artikelen: [LID1, LID2, LID3, VRIJSTELLING, OVERGANG, DOELEN, TURKIJE, PENSIOEN_GROND],
  versieVolgt: 'De dag waarop het verblijfsrecht is verkregen.',
  velden,
  voorbeelden: VOORBEELDEN,
  vindplaats: {
    bestand: 'rules/inburgeringsplicht/inburgeringsplicht.ts',
    test: 'rules/inburgeringsplicht/inburgeringsplicht.test.ts',
    api: ['GET /v1/dossiers/{dossierId}/stand'],
    schermen: ['features/dossier/schermen/DossierScreen.tsx'],
  },
  bepaal: inburgeringsplicht,
});
