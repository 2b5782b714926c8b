import { plusDagen } from '../../../rules/shared/datum.ts';
import type { Feit, FeitInhoud } from '../../../rules/stand/feiten.ts';
import type { Lezing } from '../../../rules/stand/lezing.ts';
import { taaluren } from '../../../rules/verplichting/uren.ts';
import { aanbodBij, geldendAanbod } from '../aanbod/aanbod.beeld.ts';
import type { Uren, UrenKind } from '../traject.schema.ts';
import { aangenomenDoor, NIET_NODIG, staatVan, type Verzending } from '../verzendstaat.ts';

type Inhoud = FeitInhoud['uren'];

/** Wat er wel en niet in een totaal zit, zoals DUO telt. */
const TELT: Record<UrenKind, string> = {
  'brede-intake': 'Lessen tijdens de brede intake, ook alfabetisering.',
  instelling:
    'Alle lessen bij deze school, ook van een eerdere leerroute. In de onderwijsroute telt elke les.',
  'alle-instellingen': 'Alle scholen samen, alle leerroutes. Zonder de brede intake.',
  participatie: 'Ook activiteiten tijdens de brede intake. Zonder de uren van PVT en MAP.',
  pvt: 'Ten minste 12 uur. DUO krijgt alleen de dag van ondertekening.',
  'map-praktijk': 'Ten minste 40 uur praktijk. DUO krijgt alleen de dag van het eindgesprek.',
};

const NAAM: Record<UrenKind, string> = {
  'brede-intake': 'Taal en KNM in de brede intake',
  instelling: 'Taal en KNM',
  'alle-instellingen': 'Taal en KNM bij alle scholen samen',
  participatie: 'Participatie',
  pvt: 'PVT',
  'map-praktijk': 'MAP praktijk',
};

/** Wat alleen de gemeente bijhoudt. */
const NIET_NAAR_DUO: ReadonlySet<UrenKind> = new Set(['pvt', 'map-praktijk']);

function kindVan(i: Inhoud): UrenKind {
  if (i.soort !== 'taal-en-knm') return i.soort;
  if (i.inBredeIntake) return 'brede-intake';
  return i.instellingsnummer ? 'instelling' : 'alle-instellingen';
}

/** Wat van één soort en plek is vastgelegd; `sleutel` is uniek binnen een dossier. */
export const sleutelVan = (kind: UrenKind, instellingsnummer?: string | null): string =>
  kind === 'instelling' ? `instelling-${instellingsnummer}` : kind;

const sleutelVanFeit = (f: Feit<'uren'>): string =>
  sleutelVan(kindVan(f.inhoud), f.inhoud.instellingsnummer);

/** Het laatste totaal van een soort en plek. */
export const laatsteTotaal = (l: Lezing, sleutel: string): Feit<'uren'> | undefined =>
  l.g.alle('uren').findLast((f) => sleutelVanFeit(f) === sleutel);

type Bron = {
  l: Lezing;
  feiten: readonly Feit[];
  verzendingen: readonly Verzending[];
  instellingen: ReadonlyMap<string, { naam: string }>;
  /** Welke soorten deze gebruiker ziet, en welke hij vastlegt. */
  ziet: (kind: UrenKind) => boolean;
  legtVast: (kind: UrenKind) => boolean;
};

/** Welke soorten bij deze leerroute en doelgroep horen, ook als er nog niets is. */
function kinds({ leerroute, doelgroep, pip, vorigePip }: Lezing): UrenKind[] {
  const naPip = Boolean(pip ?? vorigePip);
  const participatie = leerroute === 'Z' && doelgroep.waarde === 'asielstatushouder';
  return [
    'brede-intake',
    ...(naPip ? (['alle-instellingen'] as const) : []),
    ...(participatie ? (['participatie'] as const) : []),
    'pvt',
    ...(leerroute === 'O' ? [] : (['map-praktijk'] as const)),
  ];
}

function totaalVan(f: Feit<'uren'>): Uren['laatste'] {
  const { totaal, bekendTot, geoorloofdVerzuim, ongeoorloofdVerzuim } = f.inhoud;
  return {
    feitId: f.id,
    totaal,
    totEnMet: plusDagen(bekendTot, -1),
    geoorloofdVerzuim: geoorloofdVerzuim ?? null,
    ongeoorloofdVerzuim: ongeoorloofdVerzuim ?? null,
    vastgelegdOp: f.vastgelegdOp,
    door: f.door ?? null,
  };
}

const schoolnaam = (b: Bron, nummer: string): string =>
  b.instellingen.get(nummer)?.naam ??
  aanbodBij(b.l.g, nummer)?.inhoud.instelling ??
  `instelling ${nummer}`;

function rij(b: Bron, kind: UrenKind, nummer: string | null): Uren {
  const sleutel = sleutelVan(kind, nummer);
  const alle = b.feiten.filter(
    (f): f is Feit<'uren'> => f.soort === 'uren' && sleutelVanFeit(f) === sleutel,
  );
  const laatste = laatsteTotaal(b.l, sleutel);
  const aangenomen = aangenomenDoor(b.verzendingen);
  const bijDuo = alle.findLast((f) => aangenomen.has(f.id) || f.bron === 'duo');
  const { perInstelling } = taaluren(b.l.g);
  const naam = nummer ? schoolnaam(b, nummer) : undefined;
  return {
    sleutel,
    kind,
    naam: naam ? `${NAAM[kind]} bij ${naam}` : NAAM[kind],
    telt: TELT[kind],
    instellingsnummer: nummer,
    laatste: laatste ? totaalVan(laatste) : null,
    bijDuo: bijDuo?.inhoud.totaal ?? null,
    berekend:
      kind === 'alle-instellingen' && perInstelling.length > 0
        ? perInstelling.reduce((n, f) => n + f.inhoud.totaal, 0)
        : null,
    duo: NIET_NAAR_DUO.has(kind)
      ? NIET_NODIG
      : staatVan(b.verzendingen, new Set(alle.map((f) => f.id)), laatste),
    bewerken: b.legtVast(kind),
  };
}

/** De totalen per soort: per school met een aanbod of met uren, en de andere soorten. */
export function urenBeeld(b: Bron): Uren[] {
  const scholen = new Set([
    ...geldendAanbod(b.l.g).flatMap((f) => f.inhoud.instellingsnummer ?? []),
    ...taaluren(b.l.g).perInstelling.flatMap((f) => f.inhoud.instellingsnummer ?? []),
  ]);
  const heeft = new Set(b.l.g.alle('uren').map((f) => kindVan(f.inhoud)));
  heeft.delete('instelling');
  const soorten = [...new Set<UrenKind>([...kinds(b.l), ...heeft])];
  return [
    ...(b.ziet('instelling') ? [...scholen].map((n) => rij(b, 'instelling', n)) : []),
    ...soorten.filter(b.ziet).map((kind) => rij(b, kind, null)),
  ];
}
