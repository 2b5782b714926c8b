import type { GebruiktFeit } from '../shared/antwoord.ts';
import { aangehaald, gegeven } from '../shared/gegeven.ts';
import type { Feit, FeitInhoud } from '../stand/feiten.ts';
import type { Geldend } from '../stand/geldend.ts';
import type { Lezing } from '../stand/lezing.ts';

export type UrenSoort = FeitInhoud['uren']['soort'];

const NAAM: Record<UrenSoort, string> = {
  'taal-en-knm': 'Uren taal en KNM',
  participatie: 'Uren participatie',
  pvt: 'Uren PVT',
  'map-praktijk': 'Uren MAP praktijk',
};

/** `bekend` is onwaar als er nog nooit een totaal is vastgelegd; `feiten` haalt aan wat telt. */
export type Uren = { totaal: number; bekend: boolean; feiten: () => GebruiktFeit[] };

/** De laatste totalen van taal en KNM: tijdens de brede intake, per instelling, en van alle instellingen samen. */
export type Taaluren = {
  intake?: Feit<'uren'>;
  perInstelling: Feit<'uren'>[];
  samen?: Feit<'uren'>;
  /** Wat er van de instellingen bekend is: het totaal samen, of de som van de instellingen als die meer weet. */
  telt: Feit<'uren'>[];
  totaal: number;
};

const som = (feiten: readonly Feit<'uren'>[]): number =>
  feiten.reduce((n, f) => n + f.inhoud.totaal, 0);

/**
 * Leest de totalen van taal en KNM zonder iets dubbel te tellen.
 *
 * Het totaal van alle instellingen samen bevat ook elke instelling apart. Is het minstens even nieuw als die van
 * elke instelling, dan geldt het; anders telt wat het meest zegt: wie later één instelling bijwerkt, verliest de
 * andere niet. Uren uit de brede intake staan los: zij tellen alleen als het college of het PIP dat zegt (Besluit
 * inburgering 2021 art. 3.14 lid 6 en 5.3 lid 5, https://wetten.overheid.nl/BWBR0045555/2026-04-02).
 */
export function taaluren(g: Pick<Geldend, 'alle'>): Taaluren {
  const alle = g.alle('uren').filter((f) => f.inhoud.soort === 'taal-en-knm');
  const intake = alle.findLast((f) => f.inhoud.inBredeIntake);
  const les = alle.filter((f) => !f.inhoud.inBredeIntake);
  const samen = les.findLast((f) => !f.inhoud.instellingsnummer);
  const laatste = new Map<string, Feit<'uren'>>();
  for (const f of les) {
    if (f.inhoud.instellingsnummer) laatste.set(f.inhoud.instellingsnummer, f);
  }
  const perInstelling = [...laatste.values()];
  const bij = perInstelling.every((f) => samen && f.inhoud.bekendTot <= samen.inhoud.bekendTot);
  const telt =
    samen && (bij || samen.inhoud.totaal >= som(perInstelling)) ? [samen] : perInstelling;
  return { intake, perInstelling, samen, telt, totaal: som(telt) };
}

/** Laatste totaal van een soort uren (hele uren; totalen, geen toevoegingen), met de feiten erbij. */
export function urenVan(l: Pick<Lezing, 'g'>, soort: UrenSoort): Uren {
  const feiten =
    soort === 'taal-en-knm'
      ? taaluren(l.g).telt
      : l.g
          .alle('uren')
          .filter((f) => f.inhoud.soort === soort)
          .slice(-1);
  return {
    totaal: som(feiten),
    bekend: feiten.length > 0,
    feiten: () =>
      feiten.map((f) => aangehaald(naamVan(f), gegeven(f, 0), `${f.inhoud.totaal} uur`)),
  };
}

const naamVan = ({ inhoud: { soort, instellingsnummer } }: Feit<'uren'>): string =>
  instellingsnummer ? `${NAAM[soort]} bij instelling ${instellingsnummer}` : NAAM[soort];
