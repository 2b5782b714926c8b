import type { Datum } from '../../rules/shared/datum.ts';
import {
  type Bezet,
  botst,
  pastInRooster,
  type Rooster,
  type Tolkvorm,
} from '../../rules/tolk/rooster.ts';
import { minuutVan } from '../../rules/tolk/tijd.ts';
import { taalVan } from '../shared/talen.schema.ts';

const plat = (taal: string) =>
  taal.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ');

/** Of twee namen dezelfde taal zijn: 'Tigrigna' en 'Tigrinya' wel, 'Dari' en 'Farsi' niet. */
export function zelfdeTaal(a: string, b: string): boolean {
  const code = taalVan(a);
  return plat(a) === plat(b) || (code !== undefined && code === taalVan(b));
}

export type KeuzeTolk = {
  tolkId: string;
  talen: readonly { taal: string; niveau: string }[];
  vormen: readonly Tolkvorm[];
  rooster: Rooster;
  reisMinuten: number;
  gestoptOp: Datum | null;
};

export type Moment = { datum: Datum; tijd: string; duurMinuten: number };
export type Wens = Moment & { taal: string; vorm?: Tolkvorm; plaats?: string };

/** Een boeking zoals de database haar geeft; tijdstippen in ISO. */
export type Boeking = {
  tolkId: string;
  vanOp: string;
  totOp: string;
  vorm: Tolkvorm;
  reisMinuten: number;
  plaats: string | null;
  groepId: string | null;
  inzetId: string | null;
};

const MINUUT = 60_000;

/** Het tijdvak van een afspraak, half open, in ISO. */
export function tijdvak({ datum, tijd, duurMinuten }: Moment): { vanOp: string; totOp: string } {
  const van = minuutVan(datum, tijd);
  const iso = (min: number) => new Date(min * MINUUT).toISOString();
  return { vanOp: iso(van), totOp: iso(van + duurMinuten) };
}

const alsBezet = (b: Boeking): Bezet => ({
  van: Date.parse(b.vanOp) / MINUUT,
  tot: Date.parse(b.totOp) / MINUUT,
  vorm: b.vorm,
  reisMinuten: b.reisMinuten,
  ...(b.plaats ? { plaats: b.plaats } : {}),
});

export type Bezwaar = 'taal' | 'gestopt' | 'vorm' | 'bezet' | 'buiten-rooster';

/** Hoe deze tolk de afspraak zou doen: zoals gevraagd, anders de eerste vorm die hij kent. */
export const vormVan = (tolk: Pick<KeuzeTolk, 'vormen'>, wens: Wens): Tolkvorm =>
  wens.vorm ?? tolk.vormen[0] ?? 'telefoon';

/**
 * Waarom deze tolk deze afspraak niet kan doen; leeg als het kan. Een boeking van dezelfde groep op dezelfde tijd is
 * geen bezwaar: dan deelt men de tolk.
 */
export function bezwarenTegen(
  tolk: KeuzeTolk,
  wens: Wens,
  bezet: readonly Boeking[],
  groepId?: string,
): Bezwaar[] {
  const vorm = vormVan(tolk, wens);
  const { vanOp, totOp } = tijdvak(wens);
  const eigen = alsBezet({
    tolkId: tolk.tolkId,
    vanOp,
    totOp,
    vorm,
    reisMinuten: tolk.reisMinuten,
    plaats: wens.plaats ?? null,
    groepId: null,
    inzetId: null,
  });
  const gedeeld = (b: Boeking) =>
    groepId !== undefined && b.groepId === groepId && b.vanOp === vanOp && b.totOp === totOp;
  const uit: Bezwaar[] = [];
  if (!tolk.talen.some((t) => zelfdeTaal(t.taal, wens.taal))) uit.push('taal');
  if (tolk.gestoptOp && wens.datum >= tolk.gestoptOp) uit.push('gestopt');
  if (!tolk.vormen.includes(vorm)) uit.push('vorm');
  const botsingen = bezet.filter((b) => b.tolkId === tolk.tolkId && !gedeeld(b));
  if (botsingen.some((b) => botst(eigen, alsBezet(b)))) uit.push('bezet');
  if (!pastInRooster(tolk.rooster, wens.datum, wens.tijd, wens.duurMinuten))
    uit.push('buiten-rooster');
  return uit;
}

/** Wat de persoon liever heeft. */
export type Tolkvoorkeur = {
  tolkId?: string | null | undefined;
  tolk?: string | null | undefined;
  geslacht?: 'vrouw' | 'man' | null | undefined;
};

/** Of de tolk niet is wie de persoon liever heeft. */
export const tegenVoorkeur = (
  geslacht: 'vrouw' | 'man' | 'onbekend',
  { geslacht: wens }: Tolkvoorkeur,
): 'geslacht'[] => (wens && geslacht !== wens ? ['geslacht'] : []);

const VASTE_NIET: Record<Bezwaar, string> = {
  taal: 'spreekt deze taal niet',
  gestopt: 'werkt dan niet meer',
  vorm: 'werkt niet op deze manier',
  bezet: 'is dan bezet of moet nog reizen',
  'buiten-rooster': 'werkt dan niet volgens het rooster',
};

type MetVoorkeur = {
  tolkId: string;
  geslacht: 'vrouw' | 'man' | 'onbekend';
  bezwaren: readonly Bezwaar[];
};

/** Wat er van de voorkeur van de persoon bij deze afspraak niet lukt, in zinnen; leeg als alles kan. */
export function nietNaarWens(tolken: readonly MetVoorkeur[], v: Tolkvoorkeur): string[] {
  const uit: string[] = [];
  const vaste = tolken.find((t) => t.tolkId === v.tolkId);
  if (v.tolkId && !vaste)
    uit.push(`${v.tolk} is de vaste tolk, maar staat niet in het rooster voor deze taal.`);
  if (vaste && vaste.bezwaren.length > 0) {
    const waarom = vaste.bezwaren.map((b) => VASTE_NIET[b]).join(' en ');
    uit.push(`${v.tolk} is de vaste tolk, maar ${waarom}.`);
  }
  const kan = tolken.some(
    (t) => t.bezwaren.length === 0 && tegenVoorkeur(t.geslacht, v).length === 0,
  );
  if (v.geslacht && !kan)
    uit.push(`De persoon wil liever een ${v.geslacht}. Dan is er geen ${v.geslacht} vrij.`);
  return uit;
}
