import { jsonRulesEngine, type Motor, zen } from './motoren.ts';
import { type Antwoord, alsFeiten, maakZaken, metRegel, type Zaak } from './zaken.ts';

const ZAKEN = 3000;
const RONDEN = 5;
const RONDEN_REGEL = 200;
const TEGELIJK = 100;

export type MotorenMeting = {
  zaken: number;
  /** Microseconden per zaak, de snelste ronde. */
  regel: number;
  motoren: { naam: string; microseconden: number }[];
};

/**
 * Beslist dezelfde zaken met onze regel en met elke motor, om en om in dezelfde run; van elk telt de snelste ronde.
 * @throws Error als een motor een ander antwoord geeft dan onze regel
 */
export async function meetMotoren(): Promise<MotorenMeting> {
  const zaken = maakZaken(ZAKEN);
  const feiten = zaken.map(alsFeiten);
  const verwacht = feiten.map(metRegel);
  const motoren = [jsonRulesEngine(), zen()];
  for (const motor of motoren) await vergelijk(motor, zaken, verwacht);
  const lopers = motoren.flatMap((m) => [
    { naam: m.naam, ronde: () => naElkaar(m, zaken) },
    ...(m.tegelijk
      ? [{ naam: `${m.naam}, ${TEGELIJK} tegelijk`, ronde: () => samen(m, zaken) }]
      : []),
  ]);
  const snelst = lopers.map(({ naam }) => ({ naam, microseconden: Number.POSITIVE_INFINITY }));
  let regel = Number.POSITIVE_INFINITY;
  for (let ronde = 0; ronde < RONDEN; ronde += 1) {
    regel = Math.min(regel, await perZaak(ZAKEN * RONDEN_REGEL, () => herhaal(feiten)));
    for (const [i, loper] of lopers.entries()) {
      const rij = snelst[i];
      if (rij) rij.microseconden = Math.min(rij.microseconden, await perZaak(ZAKEN, loper.ronde));
    }
  }
  for (const motor of motoren) motor.sluit();
  return { zaken: ZAKEN, regel, motoren: snelst };
}

async function vergelijk(motor: Motor, zaken: readonly Zaak[], verwacht: readonly Antwoord[]) {
  for (const [i, zaak] of zaken.entries()) {
    const antwoord = await motor.bepaal(zaak);
    if (antwoord === verwacht[i]) continue;
    throw new Error(`${motor.naam} zegt ${antwoord}, onze regel ${verwacht[i]}: zaak ${i}`);
  }
}

async function perZaak(aantal: number, ronde: () => unknown): Promise<number> {
  const begin = performance.now();
  await ronde();
  return ((performance.now() - begin) * 1000) / aantal;
}

/** Telt de lengte van elk antwoord op, zodat geen antwoord wordt overgeslagen. */
function herhaal(feiten: readonly Parameters<typeof metRegel>[0][]): number {
  let som = 0;
  for (let i = 0; i < RONDEN_REGEL; i += 1) for (const f of feiten) som += metRegel(f).length;
  return som;
}

async function naElkaar(motor: Motor, zaken: readonly Zaak[]): Promise<void> {
  for (const zaak of zaken) await motor.bepaal(zaak);
}

async function samen(motor: Motor, zaken: readonly Zaak[]): Promise<void> {
  for (let i = 0; i < zaken.length; i += TEGELIJK) {
    await Promise.all(zaken.slice(i, i + TEGELIJK).map((z) => motor.bepaal(z)));
  }
}
