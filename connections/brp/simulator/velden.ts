/** Gewone JSON-waarden van een persoon. */
type Boom = { [naam: string]: unknown };

/** Bovenste velden met hun onderdelen; een leeg lijstje is een veld zonder onderdelen. */
const VELDEN: Record<string, readonly string[]> = {
  burgerservicenummer: [],
  aNummer: [],
  leeftijd: [],
  datumInschrijvingInGemeente: [],
  datumEersteInschrijvingGBA: [],
  geslacht: ['code', 'omschrijving'],
  gemeenteVanInschrijving: ['code', 'omschrijving'],
  naam: [
    'voornamen',
    'voorvoegsel',
    'geslachtsnaam',
    'voorletters',
    'volledigeNaam',
    'aanduidingNaamgebruik',
    'adellijkeTitelPredicaat',
  ],
  geboorte: ['datum', 'plaats', 'land'],
  overlijden: ['datum', 'plaats', 'land'],
  immigratie: [
    'datumVestigingInNederland',
    'landVanwaarIngeschreven',
    'indicatieVestigingVanuitBuitenland',
    'vanuitVerblijfplaatsOnbekend',
  ],
  nationaliteiten: ['type', 'nationaliteit', 'redenOpname', 'datumIngangGeldigheid'],
  verblijfstitel: ['aanduiding', 'datumIngang', 'datumEinde'],
  verblijfplaats: [
    'type',
    'verblijfadres',
    'functieAdres',
    'datumVan',
    'datumIngangGeldigheid',
    'adresseerbaarObjectIdentificatie',
    'nummeraanduidingIdentificatie',
  ],
  adressering: [
    'aanhef',
    'aanschrijfwijze',
    'gebruikInLopendeTekst',
    'adresregel1',
    'adresregel2',
    'adresregel3',
    'land',
  ],
  partners: [
    'burgerservicenummer',
    'naam',
    'geboorte',
    'soortVerbintenis',
    'aangaanHuwelijkPartnerschap',
    'ontbindingHuwelijkPartnerschap',
  ],
  kinderen: ['burgerservicenummer', 'naam', 'geboorte'],
  ouders: ['burgerservicenummer', 'naam', 'geboorte', 'ouderAanduiding'],
};

const BIJNAMEN: Record<string, string> = {
  verblijfplaatsBinnenland: 'verblijfplaats',
  adresseringBinnenland: 'adressering',
};

/** Komen vanzelf mee als ze gevuld zijn en mogen niet worden gevraagd. */
const VANZELF = ['geheimhoudingPersoonsgegevens', 'opschortingBijhouding', 'rni', 'verificatie'];

/** Waar als het pad een bestaand, te vragen veld is. */
export function isVraagbaar(pad: string): boolean {
  const [eerste = '', tweede] = pad.split('.');
  const onderdelen = VELDEN[BIJNAMEN[eerste] ?? eerste];
  if (onderdelen === undefined || pad.includes('inOnderzoek')) return false;
  return tweede === undefined || onderdelen.includes(tweede);
}

/** Bij zoeken geeft de BRP alleen genoeg om de juiste persoon aan te wijzen. */
const ZOEKVELDEN = new Set([
  'burgerservicenummer',
  'leeftijd',
  'naam',
  'geboorte',
  'geslacht',
  'adressering',
  'gemeenteVanInschrijving',
]);

/** Waar als het pad bij zoeken te vragen is. */
export function isZoekveld(pad: string): boolean {
  const [eerste = ''] = pad.split('.');
  return isVraagbaar(pad) && ZOEKVELDEN.has(BIJNAMEN[eerste] ?? eerste);
}

/** De persoon met alleen de gevraagde velden en wat vanzelf meekomt. */
export function beperk(persoon: Boom, velden: readonly string[]): Boom {
  const uit: Boom = {};
  for (const veld of velden) {
    const [eerste = '', ...rest] = veld.split('.');
    neemOver(persoon, uit, [BIJNAMEN[eerste] ?? eerste, ...rest]);
  }
  for (const veld of VANZELF) {
    if (persoon[veld] !== undefined && persoon[veld] !== false) uit[veld] = persoon[veld];
  }
  if (persoon.inOnderzoek !== undefined) uit.inOnderzoek = persoon.inOnderzoek;
  return uit;
}

function neemOver(van: Boom, naar: Boom, pad: readonly string[]): void {
  const [naam = '', ...rest] = pad;
  const waarde = van[naam];
  if (waarde === undefined || waarde === null || waarde === false) return;
  if (rest.length === 0) {
    naar[naam] = waarde;
    return;
  }
  if (Array.isArray(waarde)) {
    neemLijstOver(waarde, naar, naam, rest);
    return;
  }
  if (!isBoom(waarde)) return;
  const doel = isBoom(naar[naam]) ? naar[naam] : {};
  neemOver(waarde, doel, rest);
  if (Object.keys(doel).length === 0) return;
  if (waarde.inOnderzoek !== undefined) doel.inOnderzoek = waarde.inOnderzoek;
  if (waarde.indicatieVastgesteldVerblijftNietOpAdres === true) {
    doel.indicatieVastgesteldVerblijftNietOpAdres = true;
  }
  naar[naam] = doel;
}

/** Van elk onderdeel van een lijst (partners, kinderen) hetzelfde veld; de plaats in de lijst blijft. */
function neemLijstOver(van: unknown[], naar: Boom, naam: string, rest: readonly string[]): void {
  const doelen = Array.isArray(naar[naam]) ? (naar[naam] as Boom[]) : van.map((): Boom => ({}));
  for (const [i, deel] of van.entries()) {
    const doel = doelen[i];
    if (isBoom(deel) && doel) neemOver(deel, doel, rest);
  }
  if (doelen.some((d) => Object.keys(d).length > 0)) naar[naam] = doelen;
}

function isBoom(waarde: unknown): waarde is Boom {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);
}
