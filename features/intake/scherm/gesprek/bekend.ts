import type { Waarde } from '../../../shared/vraag.schema.ts';
import type { EerderAntwoord } from '../../gesprek/gesprek.schema.ts';
import type { Intake, IntakeVraag } from '../../intake.schema.ts';

/** Een eerder antwoord dat een mens met één toets kan bevestigen. */
export type Bekend = {
  vraag: IntakeVraag;
  waarde: Waarde;
  bron: string;
  op: string;
  verouderd: boolean;
  /** Het antwoord van een ander waarvan dit wordt overgenomen. */
  naarFeitId?: string;
};

export type Blok = { id: string; titel: string; toelichting: string; items: Bekend[] };

/** Namen van systemen waaruit een antwoord kan komen; al het andere is een mens. */
const BRONNEN = ['COA', 'DUO', 'BRP', 'aanbieder', 'inburgeraar'];

function blokVan(bron: string): Omit<Blok, 'items'> {
  const naam = BRONNEN.find((b) => bron.startsWith(b));
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

/** De eerdere antwoorden per herkomst; wat al is bevestigd of anders ingevuld staat er niet meer bij. */
export function bekendeBlokken(
  intake: Intake,
  eerder: readonly EerderAntwoord[],
  isAangeraakt: (vraagId: string) => boolean,
): Blok[] {
  const blokken = new Map<string, Blok>();
  const zet = (blok: Omit<Blok, 'items'>, item: Bekend) => {
    const bestaand = blokken.get(blok.id) ?? { ...blok, items: [] };
    bestaand.items.push(item);
    blokken.set(blok.id, bestaand);
  };
  const vragen = intake.vragen.filter((v) => v.vanToepassing && !isAangeraakt(v.id));
  for (const vraag of vragen) {
    const { antwoord } = vraag;
    if (!antwoord?.teBevestigen || antwoord.waarde === null) continue;
    const { waarde, bron, op, verouderd } = antwoord;
    zet(blokVan(bron), { vraag, waarde, bron, op, verouderd });
  }
  for (const { vraag: id, van, feitId, waarde, bron, op, verouderd } of eerder) {
    const vraag = vragen.find((v) => v.id === id);
    if (vraag) zet(blokVanEerder(van), { vraag, waarde, bron, op, verouderd, naarFeitId: feitId });
  }
  return [...blokken.values()];
}
