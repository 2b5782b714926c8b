import type { Datum } from '../../rules/shared/datum.ts';
import { inWoorden } from '../../rules/shared/tekst.ts';
import type { Feit } from '../../rules/stand/feiten.ts';
import { TALEN, type Taal } from '../shared/talen.schema.ts';
import type { BrievenSet } from './brieven.schema.ts';
import { nl } from './teksten/nl.ts';

type SetRij = {
  pipId: string;
  staat: 'bezig' | 'klaar' | 'mislukt';
  klaar: number;
  totaal: number;
  fout: string | null;
  talen: Taal[];
  bron: { doelen: readonly unknown[] } | null;
};

/** Wat bekend is over de brieven van een dossier. */
export type Gegevens = {
  pips: readonly Feit<'pip-vastgesteld'>[];
  geldend: string | undefined;
  ingetrokken: readonly Feit<'pip-ingetrokken'>[];
  begrepen: readonly Feit<'pip-begrepen'>[];
  sets: readonly SetRij[];
  stukken: readonly (BrievenSet['stukken'][number] & { pipId: string })[];
  gesprekstaal: string | undefined;
  taal: Taal | undefined;
};

/** De sets zoals het scherm ze toont, nieuwste versie eerst. */
export function toonSets(g: Gegevens): BrievenSet[] {
  return g.pips.map((pip) => toonSet(pip, g)).toSorted((a, b) => b.versie - a.versie);
}

function toonSet({ inhoud: i }: Feit<'pip-vastgesteld'>, g: Gegevens): BrievenSet {
  const rij = g.sets.find((s) => s.pipId === i.pipId);
  const stukken = g.stukken.filter((s) => s.pipId === i.pipId).map(({ pipId: _, ...s }) => s);
  const beschikking = stukken.some((s) => s.soort === 'pip-beschikking');
  const laatste = g.begrepen.findLast((f) => f.inhoud.pipId === i.pipId);
  return {
    pipId: i.pipId,
    versie: i.versie,
    dagtekening: i.dagtekening,
    ...geldigheid(i, g),
    // De beschikking en het werk voor de set ontstaan samen: zonder rij is dat werk nog niet begonnen.
    staat: rij?.staat ?? (beschikking ? 'wacht' : 'niet-gevraagd'),
    klaar: rij?.klaar ?? 0,
    totaal: rij?.totaal ?? 0,
    fout: rij?.fout ?? null,
    talen: rij?.talen ?? [],
    stukken,
    mist: rij ? watMist(rij, stukken, beschikking, g) : [],
    begrepen: laatste ? toonBegrepen(laatste) : null,
  };
}

function geldigheid(
  { pipId, versie }: Feit<'pip-vastgesteld'>['inhoud'],
  g: Gegevens,
): Pick<BrievenSet, 'geldt' | 'waaromNiet'> {
  if (pipId === g.geldend) return { geldt: 'nu', waaromNiet: null };
  const weg = g.ingetrokken.find((f) => f.inhoud.pipId === pipId);
  if (weg) {
    const { op, reden } = weg.inhoud;
    return {
      geldt: 'ingetrokken',
      waaromNiet: `Ingetrokken op ${inWoorden(op as Datum)}: ${reden}`,
    };
  }
  const nieuwer = g.pips.find((f) => f.inhoud.versie > versie);
  return {
    geldt: 'vervangen',
    waaromNiet: nieuwer ? `Vervangen door versie ${nieuwer.inhoud.versie}.` : 'Geldt niet meer.',
  };
}

function watMist(
  rij: SetRij,
  stukken: BrievenSet['stukken'],
  beschikking: boolean,
  { gesprekstaal, taal }: Gegevens,
): string[] {
  const mist: string[] = [];
  if (!beschikking) mist.push('De beschikking zelf staat niet in het dossier.');
  if (!gesprekstaal) {
    mist.push(
      'De gesprekstaal is niet bekend. Leg haar vast bij de intake, dan kan er een vertaling bij.',
    );
  } else if (!taal) {
    mist.push(`Er zijn nog geen teksten in het ${gesprekstaal}. Leg het plan uit met een tolk.`);
  } else if (taal !== 'nl' && !rij.talen.includes(taal)) {
    mist.push(`Er is nog geen versie in het ${TALEN[taal].naam}.`);
  }
  if (rij.bron?.doelen.length === 0) {
    mist.push(
      'Toen het PIP werd vastgesteld, stonden er geen doelen in eigen woorden in het plan.',
    );
  }
  if (stukken.some((s) => s.tekststaat === 'machine')) {
    mist.push(
      'De vertaling is door een machine gemaakt en niet nagekeken. Dat staat ook in de brief.',
    );
  }
  return mist;
}

function toonBegrepen(f: Feit<'pip-begrepen'>): NonNullable<BrievenSet['begrepen']> {
  const { taal, tolk, antwoorden, vervolg } = f.inhoud;
  return {
    feitId: f.id,
    op: f.geldigOp,
    door: f.door ?? null,
    taal: taal as Taal,
    tolk,
    antwoorden: antwoorden.map((a) => ({ ...a, tekst: nl[a.vraag as keyof typeof nl] ?? a.vraag })),
    vervolg: vervolg ?? null,
  };
}
