import type { Feit } from './feiten.ts';
import type { Geldend } from './geldend.ts';
import type { Signaal } from './stand.ts';

const WAT: Readonly<Record<string, string>> = {
  pip: 'het PIP',
  'pip-verwijderen': 'het verwijderen van het PIP',
  aanbod: 'het aanbod',
  'aanbod-intrekken': 'het intrekken van het aanbod',
  uren: 'de uren',
  pvt: 'het PVT',
  map: 'de MAP',
  zroute: 'de Z-route',
  'lbt-intrekken': 'het intrekken van de leerbaarheidstoets',
};

/** Waar een melding over gaat; uren en aanbod per soort en instelling. */
function sleutel(g: Geldend, { inhoud: { wat, feitId } }: Feit<'bij-duo'>): string {
  const uren = g.alle('uren').find((f) => f.id === feitId)?.inhoud;
  if (uren) return `uren:${uren.soort}:${uren.inBredeIntake}:${uren.instellingsnummer}`;
  const aanbod = g.alle('aanbod').find((f) => f.id === feitId)?.inhoud;
  return aanbod ? `aanbod:${aanbod.instellingsnummer}` : wat;
}

/**
 * Meldingen die DUO weigerde, of die wij tegenhielden, en die nog niet zijn hersteld. Een later antwoord over hetzelfde
 * heft een eerder op; een feit dat is vervangen vraagt geen herstel meer.
 */
export function geweigerdeMeldingen(g: Geldend): Feit<'bij-duo'>[] {
  const laatste = new Map(g.alle('bij-duo').map((f) => [sleutel(g, f), f]));
  return [...laatste.values()].filter((f) => f.inhoud.staat === 'geweigerd');
}

/** Elke melding die hersteld moet worden, met de woorden van DUO. */
export function meldingenGeweigerd(g: Geldend): Signaal[] {
  return geweigerdeMeldingen(g).map(({ inhoud }) => {
    const wat = WAT[inhoud.wat] ?? 'een melding';
    const begin = inhoud.doorOns
      ? `Niet naar DUO gestuurd: ${wat}.`
      : `DUO heeft ${wat} geweigerd.`;
    const tekst = [begin, ...(inhoud.foutteksten ?? [])].join(' ');
    return { id: `melding-geweigerd-${inhoud.wat}`, ernst: 'te-laat', tekst };
  });
}
