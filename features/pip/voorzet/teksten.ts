import type { BeleidWaarden } from '../../../rules/beleid/parameters.ts';
import type { Feit } from '../../../rules/stand/feiten.ts';
import type { Geldend } from '../../../rules/stand/geldend.ts';

type Waarde = Feit<'intake-antwoord'>['inhoud']['waarde'];
type Beleid = Pick<BeleidWaarden, 'pvtUren' | 'pvtActiviteiten' | 'mapUren'>;

/** De velden van het PIP waarvoor de intake een tekst kan voorzetten. */
export type VoorzetVeld = 'pvt' | 'moduleMap' | 'participatie' | 'begeleiding' | 'vve';

type Antwoorden = (vraag: string) => Waarde | undefined;

const antwoordenVan = (g: Geldend): Antwoorden => {
  const alle = new Map(
    g
      .perSleutel('intake-antwoord', (i) => `${i.onderdeel} ${i.vraag}`)
      .map((f) => [f.inhoud.vraag, f.inhoud.waarde]),
  );
  return (vraag) => alle.get(vraag);
};

/** Een vrije tekst als zin, of niets. */
function zin(kop: string, waarde: Waarde | undefined): string[] {
  if (typeof waarde !== 'string' || waarde.trim() === '') return [];
  const tekst = waarde.trim();
  return [`${kop}: ${/[.!?]$/.test(tekst) ? tekst : `${tekst}.`}`];
}

const bij = (waar: boolean, regel: string): string[] => (waar ? [regel] : []);

function pvt(g: Geldend, beleid: Beleid): string[] {
  const keer = beleid.pvtActiviteiten;
  const uit = keer === 1 ? 'één activiteit of excursie' : `${keer} activiteiten of excursies`;
  const taal = g.laatste('taal')?.inhoud;
  return [
    `Bijeenkomsten van samen ${beleid.pvtUren} uur over vrijheid, gelijkwaardigheid, solidariteit en participatie, met ${uit}. Daarna tekent u de verklaring.`,
    ...bij(
      taal?.tolkNodig === true,
      `Er is een tolk ${taal?.gesprekstaal ?? ''} bij als dat nodig is.`,
    ),
  ];
}

function moduleMap(a: Antwoorden, beleid: Beleid): string[] {
  const wens = [
    ...zin('Wat u wilt', a('werk-wens')),
    ...zin('Wat u al deed', a('werk-herkomst')),
    ...zin('Wat u goed kunt', a('praktisch-kunnen')),
  ];
  if (wens.length === 0) return [];
  return [
    ...wens,
    `In de MAP ontdekt u in ${beleid.mapUren} uur praktijk welk werk hierbij past. U sluit af met een gesprek.`,
  ];
}

function participatie(a: Antwoorden): string[] {
  const uren = a('werk-uren');
  const wil = a('vrijwilligerswerk-wens');
  return [
    ...bij(
      typeof uren === 'number' && uren > 0,
      `U hebt ${uren} uur in de week om mee te doen, naast de lessen.`,
    ),
    ...bij(
      wil === 'ja',
      'U wilt vrijwilligerswerk doen; wij zoeken samen een plek waar Nederlands wordt gesproken.',
    ),
    ...bij(wil === 'doet dat al', 'U doet al vrijwilligerswerk; dat gaat door.'),
    ...zin('Wat u wilt', a('werk-wens')),
  ];
}

/** Per leefgebied een regel; wat goed gaat hoeft geen begeleiding en staat er niet. */
function begeleiding(a: Antwoorden): string[] {
  const regelt = a('zelf-regelen');
  const geld = a('geld-rondkomen');
  const digitaal = a('digitaal-kunnen');
  return [
    ...bij(
      Array.isArray(regelt) && regelt.includes('nog niets'),
      'Zelfredzaamheid: wij oefenen met post, bellen en afspraken maken.',
    ),
    ...bij(
      a('vervoer') === 'nog niet geregeld',
      'Reizen: wij regelen samen hoe u naar de les komt.',
    ),
    ...bij(
      geld === 'nee' || geld === 'weet niet' || a('geld-schulden') === true,
      'Geld: u krijgt hulp bij rondkomen en bij rekeningen.',
    ),
    ...bij(
      digitaal === 'nog niet' || digitaal === 'met hulp',
      'Computer en telefoon: u krijgt hulp bij digitaal leren.',
    ),
    ...bij(a('maatje') === true, 'Meedoen: wij zoeken een taalmaatje voor u.'),
    ...bij(
      a('netwerk-mensen') === 'nog niemand',
      'Buurt: wij brengen u in contact met mensen in de buurt.',
    ),
    ...bij(
      a('kinderopvang') === 'nog regelen',
      'Gezin: wij helpen om opvang te regelen voordat de lessen beginnen.',
    ),
    ...bij(a('nareis') === true, 'Gezin: als uw gezin komt, bekijken wij dit plan opnieuw.'),
    ...bij(
      a('diplomawaardering') === 'nog niet, gratis aanvraag besproken',
      'Diploma: wij helpen bij de gratis waardering van uw diploma.',
    ),
  ];
}

function vve(g: Geldend, a: Antwoorden): string[] {
  if (a('jong-kind') === false) return [];
  return g
    .perSleutel('intake-antwoord', (i) => `${i.onderdeel} ${i.vraag}`)
    .filter((f) => f.inhoud.onderdeel === 'vve')
    .map((f) => f.inhoud.waarde)
    .filter((w): w is string => typeof w === 'string' && w.trim() !== '')
    .map((w) => w.trim());
}

/** Wat school en ouder over een kind hebben vastgelegd; namen horen niet in een besluit over een ander. */
const VVE = {
  gaat: 'Uw kind gaat naar de voorschool.',
  aangemeld: 'Uw kind is aangemeld voor de voorschool.',
  'op-wachtlijst': 'Uw kind staat op de wachtlijst van de voorschool.',
  niet: 'Uw kind gaat nog niet naar de voorschool; wij bespreken dat met u.',
} as const;

function vveUitGezin(g: Geldend): string[] {
  const kinderen = g
    .perSleutel('gezinslid', (i) => i.gezinslidId)
    .filter((f) => f.inhoud.relatie === 'kind' && !f.inhoud.tot);
  const zinnen = kinderen.flatMap(({ inhoud: { vve: v } }) =>
    v && v !== 'niet-nodig' ? [VVE[v]] : [],
  );
  return [...new Set(zinnen)];
}

/**
 * Een concepttekst per veld uit wat de intake weet, in de aanspreekvorm van de beschikking. Zonder antwoorden blijft
 * alles leeg: wie niets vroeg krijgt geen plan voorgekauwd. Een mens leest en wijzigt elke tekst.
 */
export function voorzetTeksten(g: Geldend, beleid: Beleid): Partial<Record<VoorzetVeld, string>> {
  if (g.alle('intake-antwoord').length === 0) return {};
  const a = antwoordenVan(g);
  const kind = vve(g, a);
  const delen: Record<VoorzetVeld, string[]> = {
    pvt: pvt(g, beleid),
    moduleMap: moduleMap(a, beleid),
    participatie: participatie(a),
    begeleiding: begeleiding(a),
    vve: kind.length > 0 ? kind : vveUitGezin(g),
  };
  return Object.fromEntries(
    Object.entries(delen)
      .filter(([, regels]) => regels.length > 0)
      .map(([veld, regels]) => [veld, regels.join('\n')]),
  );
}
