import type { EerderAntwoord } from '../../gesprek/gesprek.schema.ts';
import type { Intake, IntakeVraag } from '../../intake.schema.ts';

/** Een eerder antwoord dat een mens met één toets kan bevestigen. */
export type Bekend = {
  /** Deel van het adres onder `/intake/`: 'antwoorden/wonen' of 'taal'. */
  veld: string;
  /** Afwezig bij taal en tolk: dat is geen vraag van de vragenbank. */
  vraag?: IntakeVraag;
  waarde: unknown;
  bron: string;
  op: string;
  verouderd: boolean;
  /** Het antwoord van een ander waarvan dit wordt overgenomen. */
  naarFeitId?: string;
};

export type Blok = { id: string; titel: string; toelichting: string; items: Bekend[] };

/** Namen van systemen waaruit een antwoord kan komen; al het andere is een mens. */
const BRONNEN = ['COA', 'DUO', 'BRP', 'aanbieder', 'inburgeraar'];

const systeem = (bron: string) => BRONNEN.find((b) => bron.startsWith(b));

/** Niet van een medewerker: een systeem, een aanbieder of de persoon zelf. */
export const isVanAnder = (bron: string): boolean => systeem(bron) !== undefined;

function blokVan(bron: string): Omit<Blok, 'items'> {
  const naam = systeem(bron);
  if (!naam) {
    return {
      id: 'oud',
      titel: 'Langer dan een half jaar geleden',
      toelichting: 'Klopt dit nog?',
    };
  }
  const titel =
    naam === 'inburgeraar'
      ? 'De persoon vulde zelf in'
      : `${naam === 'aanbieder' ? 'Een aanbieder' : naam} gaf door`;
  return { id: naam, titel, toelichting: 'Lees het voor en bevestig wat klopt.' };
}

function blokVanEerder(van: string): Omit<Blok, 'items'> {
  if (van === 'BRP' || van === 'DUO' || van === 'adres') {
    return { id: 'keten', titel: 'BRP en DUO weten al', toelichting: 'Nog niet overgenomen.' };
  }
  return {
    id: `gezin-${van}`,
    titel: `Gezinslid (${van}) vertelde eerder`,
    toelichting: 'Geldt dit ook voor deze persoon? Er is niets overgenomen.',
  };
}

/** Gesprekstaal en tolk zoals een ander ze opgaf: zij gaan vooraf aan elk antwoord. */
function bekendeTaal({ taal }: Intake): Bekend | undefined {
  if (!taal?.teBevestigen) return undefined;
  const { bron, op, gesprekstaal, tolkNodig, schrift } = taal;
  const waarde = { gesprekstaal, tolkNodig, schrift };
  return { veld: 'taal', waarde, bron, op, verouderd: false };
}

const veldVan = (vraagId: string) => `antwoorden/${vraagId}`;

/** De eerdere antwoorden per herkomst; wat al is bevestigd of anders ingevuld staat er niet meer bij. */
export function bekendeBlokken(
  intake: Intake,
  eerder: readonly EerderAntwoord[],
  isAangeraakt: (veld: string) => boolean,
): Blok[] {
  const blokken = new Map<string, Blok>();
  const zet = (blok: Omit<Blok, 'items'>, item: Bekend) => {
    const bestaand = blokken.get(blok.id) ?? { ...blok, items: [] };
    bestaand.items.push(item);
    blokken.set(blok.id, bestaand);
  };
  const taal = bekendeTaal(intake);
  if (taal && !isAangeraakt(taal.veld)) zet(blokVan(taal.bron), taal);
  const vragen = intake.vragen.filter((v) => v.vanToepassing && !isAangeraakt(veldVan(v.id)));
  for (const vraag of vragen) {
    const { antwoord } = vraag;
    if (!antwoord?.teBevestigen || antwoord.waarde === null) continue;
    const { waarde, bron, op, verouderd } = antwoord;
    zet(blokVan(bron), { veld: veldVan(vraag.id), vraag, waarde, bron, op, verouderd });
  }
  for (const { vraag: id, van, feitId, waarde, bron, op, verouderd } of eerder) {
    const vraag = vragen.find((v) => v.id === id);
    if (!vraag) continue;
    const item = { veld: veldVan(id), vraag, waarde, bron, op, verouderd, naarFeitId: feitId };
    zet(blokVanEerder(van), item);
  }
  return [...blokken.values()];
}
