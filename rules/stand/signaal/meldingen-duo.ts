import type { Feit } from '../feiten.ts';
import type { Geldend } from '../geldend.ts';
import type { Signaal } from '../stand.ts';

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

/** Waar een melding over gaat, uren en aanbod per soort en instelling; leeg als het gemelde feit is vervangen. */
function sleutel(g: Geldend, { inhoud: { wat, feitId } }: Feit<'bij-duo'>): string | undefined {
  if (wat === 'uren') {
    const uren = g.alle('uren').find((f) => f.id === feitId)?.inhoud;
    return uren && `uren:${uren.soort}:${uren.inBredeIntake}:${uren.instellingsnummer}`;
  }
  if (wat === 'aanbod') {
    const aanbod = g.alle('aanbod').find((f) => f.id === feitId)?.inhoud;
    return aanbod && `aanbod:${aanbod.instellingsnummer}`;
  }
  return wat;
}

/**
 * Meldingen die DUO weigerde, of die wij tegenhielden, en die nog niet zijn hersteld. Een later antwoord over hetzelfde
 * heft een eerder op; een feit dat is vervangen vraagt geen herstel meer.
 */
export function geweigerdeMeldingen(g: Geldend): Feit<'bij-duo'>[] {
  const laatste = new Map<string, Feit<'bij-duo'>>();
  for (const f of g.alle('bij-duo')) {
    const over = sleutel(g, f);
    if (over) laatste.set(over, f);
  }
  const pip = g.laatste('pip-bij-duo');
  return [...laatste.values()].filter(
    (f) =>
      f.inhoud.staat === 'geweigerd' &&
      !(f.inhoud.wat === 'pip' && pip && pip.vastgelegdOp >= f.vastgelegdOp),
  );
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
