import type { DuoUren } from '../../../connections/duo/schemas.ts';
import type { Datum } from '../../../rules/shared/datum.ts';
import type { FeitInhoud } from '../../../rules/stand/feiten.ts';
import type { VanDuo } from './ophalen.jobs.ts';
import { type Context, hoogstens, huidig, type Nieuws, verschil } from './verschil.jobs.ts';

/**
 * Wat de gemeente zelf aan DUO meldt. DUO vult hier alleen aan wat het dossier niet heeft, zoals van de vorige
 * gemeente. Wat hier is vastgelegd blijft staan; zegt DUO iets anders, dan hoort daar een mens naar te kijken.
 */
function dagVanDuo(
  c: Context,
  n: Nieuws,
  soort: 'map-eindgesprek' | 'pvt-ondertekend',
  op: Datum | undefined,
  naam: string,
): void {
  if (!op) return;
  const oud = huidig(c.feiten, soort);
  if (oud && oud.bron !== 'duo') {
    if (oud.inhoud.op !== op)
      n.opmerkingen.push(`DUO heeft een andere dag voor ${naam} dan dit dossier.`);
    return;
  }
  const geldigOp = hoogstens(op, c.vandaag);
  n.feiten.push(
    ...verschil(c, oud, { soort, inhoud: { op }, geldigOp, bron: 'duo', opvolging: false }),
  );
}

type Uren = FeitInhoud['uren'];

/** De vier soorten uren van DUO in de woorden van het dossier. */
function urenInhoud(u: DuoUren): Uren[] {
  const { bekendTot } = u;
  const taal = 'taal-en-knm' as const;
  const uit: Uren[] = [];
  if (u.bredeIntake)
    uit.push({ soort: taal, totaal: u.bredeIntake.uren, bekendTot, inBredeIntake: true });
  if (u.participatieTaalles)
    uit.push({ soort: taal, totaal: u.participatieTaalles.uren, bekendTot });
  if (u.participatieactiviteiten)
    uit.push({ soort: 'participatie', totaal: u.participatieactiviteiten.uren, bekendTot });
  if (u.instelling?.uren !== undefined) {
    const { instellingsnummer, uren, urenGeoorloofdVerzuim, urenOngeoorloofdVerzuim } =
      u.instelling;
    uit.push({
      soort: taal,
      totaal: uren,
      bekendTot,
      instellingsnummer,
      geoorloofdVerzuim: urenGeoorloofdVerzuim,
      ongeoorloofdVerzuim: urenOngeoorloofdVerzuim,
    });
  }
  return uit;
}

const plek = (i: Uren) => [i.soort, i.inBredeIntake ?? false, i.instellingsnummer ?? ''].join();

/** Uren van een vorige gemeente tellen mee (B 5.5); eigen uren meldt deze gemeente zelf. */
function vanUren(c: Context, duo: VanDuo, n: Nieuws): void {
  const vanElders = (duo.uren ?? []).filter((u) => u.gemeentecode !== c.gemeentecode);
  for (const inhoud of vanElders.flatMap(urenInhoud)) {
    const oud = huidig(c.feiten, 'uren', (f) => plek(f.inhoud) === plek(inhoud));
    if (oud && oud.bron !== 'duo') continue;
    n.feiten.push(
      ...verschil(c, oud, {
        soort: 'uren',
        inhoud,
        geldigOp: hoogstens(inhoud.bekendTot, c.vandaag),
        bron: 'duo',
        opvolging: oud !== undefined && oud.inhoud.bekendTot < inhoud.bekendTot,
      }),
    );
  }
}

/** Vult `n` met wat een vorige gemeente aan DUO meldde. */
export function nieuwsVanResultaten(c: Context, duo: VanDuo, n: Nieuws): void {
  dagVanDuo(c, n, 'map-eindgesprek', duo.map?.datumEindgesprekMap, 'het eindgesprek van de MAP');
  dagVanDuo(
    c,
    n,
    'pvt-ondertekend',
    duo.pvt?.datumOndertekeningPvt,
    'het ondertekenen van het PVT',
  );
  vanUren(c, duo, n);
}
