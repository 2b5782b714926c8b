/** Eén bericht aan DUO, met wat de volgorde bepaalt. */
export type InRij = {
  id: string;
  volgnummer: number;
  soort: string;
  /** Berichten met dezelfde sleutel gaan bij DUO over hetzelfde. */
  sleutel: string;
  staat: 'wacht' | 'bezig' | 'geaccepteerd' | 'geweigerd' | 'ingetrokken';
  /** Een nieuwer bericht kwam ervoor in de plaats. */
  vervangen: boolean;
  /** Waarom het zelf niet kan vertrekken, los van andere berichten. */
  belemmering?: string | undefined;
};

/** In deze orde verwacht DUO het: eerst het plan, dan wie erover gaat, het aanbod, de uren, de resultaten. */
const RANG: Readonly<Record<string, number>> = {
  'lbt-intrekken': 0,
  pip: 0,
  'pip-verwijderen': 0,
  contactpersoon: 1,
  aanbod: 2,
  'aanbod-intrekken': 2,
  uren: 3,
  map: 4,
  pvt: 4,
  zroute: 5,
};
const LAATSTE_RANG = 9;
const rang = ({ soort }: InRij) => RANG[soort] ?? LAATSTE_RANG;
const isOpen = ({ staat }: InRij) => staat === 'wacht' || staat === 'bezig';

/** In de volgorde van vertrek. */
export function opVolgorde(rijen: readonly InRij[]): InRij[] {
  return rijen.toSorted((a, b) => rang(a) - rang(b) || a.volgnummer - b.volgnummer);
}

/**
 * Kiest wat nu naar DUO kan en zegt van de rest waarop het wacht. Een geweigerd bericht houdt alleen tegen wat ervan
 * afhangt.
 * @param rijen alle berichten van één persoon
 * @param overgeslagen ids van berichten die in deze ronde al tevergeefs zijn geprobeerd
 */
export function kiesVolgende(
  rijen: readonly InRij[],
  overgeslagen: ReadonlySet<string> = new Set(),
): { volgende: InRij | undefined; wachtOp: ReadonlyMap<string, string> } {
  const wachtOp = new Map<string, string>();
  let volgende: InRij | undefined;
  for (const rij of opVolgorde(rijen.filter(isOpen))) {
    const reden = rij.belemmering ?? waarop(rij, rijen);
    if (reden) wachtOp.set(rij.id, reden);
    else if (!volgende && !overgeslagen.has(rij.id)) volgende = rij;
  }
  return { volgende, wachtOp };
}

/** Wat eerst bij DUO moet zijn; leeg als niets dit bericht tegenhoudt. */
function waarop(rij: InRij, rijen: readonly InRij[]): string | undefined {
  const zelfde = rijen.some(
    (r) => r.sleutel === rij.sleutel && r.volgnummer < rij.volgnummer && isOpen(r),
  );
  if (zelfde) return 'Wacht op een eerder bericht over hetzelfde.';
  switch (rij.soort) {
    case 'contactpersoon':
    case 'aanbod':
    case 'map':
    case 'pvt':
      return mistPip(rijen);
    case 'uren':
      return rij.sleutel.startsWith('uren:brede-intake')
        ? undefined
        : (mistPip(rijen) ?? mistAanbod(rij, rijen));
    case 'zroute':
      return mistPip(rijen) ?? mistResultaat(rijen);
    default:
      return undefined;
  }
}

/** Zonder bericht over een PIP kan het van een andere gemeente zijn of in het portaal zijn gezet: DUO oordeelt. */
function mistPip(rijen: readonly InRij[]): string | undefined {
  const over = rijen.filter((r) => r.sleutel === 'pip').sort((a, b) => a.volgnummer - b.volgnummer);
  if (over.some(isOpen)) return 'Wacht op het PIP, dat nog niet bij DUO is.';
  const laatste = over.findLast((r) => r.staat === 'geaccepteerd');
  if (laatste?.soort === 'pip') return undefined;
  if (laatste) return 'Het PIP is bij DUO verwijderd. Stel eerst een nieuw PIP vast.';
  const geweigerd = over.some((r) => r.staat === 'geweigerd');
  return geweigerd ? 'Het PIP is geweigerd. Herstel dat eerst.' : undefined;
}

function mistAanbod({ sleutel }: InRij, rijen: readonly InRij[]): string | undefined {
  const nummer = sleutel.split(':')[2];
  if (!nummer) return undefined;
  const over = rijen.filter((r) => r.sleutel === `aanbod:${nummer}`);
  if (over.some(isOpen)) return 'Wacht op het aanbod bij deze school, dat nog niet bij DUO is.';
  if (over.some((r) => r.soort === 'aanbod' && r.staat === 'geaccepteerd')) return undefined;
  const geweigerd = over.some((r) => r.staat === 'geweigerd' && !r.vervangen);
  return geweigerd ? 'Het aanbod bij deze school is geweigerd. Herstel dat eerst.' : undefined;
}

/** Na de datum van de Z-route neemt DUO geen latere MAP of PVT meer aan: die gaan voor. */
function mistResultaat(rijen: readonly InRij[]): string | undefined {
  for (const [soort, naam] of [
    ['map', 'de MAP'],
    ['pvt', 'het PVT'],
  ] as const) {
    const over = rijen.filter((r) => r.soort === soort && !r.vervangen);
    if (over.some(isOpen)) return `Wacht op de melding van ${naam}: die gaat eerst.`;
    if (over.some((r) => r.staat === 'geweigerd')) {
      return `De melding van ${naam} is geweigerd. Herstel die eerst: na de Z-route kan dat bij DUO niet meer.`;
    }
  }
  return undefined;
}
