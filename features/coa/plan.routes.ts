import { isDeepStrictEqual } from 'node:util';
import type { CoaPersoon, GelezenRij, RuwAntwoord } from '../../connections/coa/persoon.ts';
import type { Datum } from '../../rules/shared/datum.ts';
import { inWoorden } from '../../rules/shared/tekst.ts';
import type { Feit, FeitInhoud, FeitSoort } from '../../rules/stand/feiten.ts';
import type { NieuwFeit } from '../../server/dossier/feiten.ts';
import { volledigeNaam } from '../../server/dossier/stand.ts';
import {
  antwoordInWoorden,
  keurGezondheid,
  keurOverdracht,
  overdrachtsvraag,
} from '../intake/antwoord.read.ts';

type Waarde = string | number | boolean | string[];

/** Wat een rij aan een dossier toevoegt. */
export type Plan = {
  feiten: NieuwFeit[];
  bijzonder: { vraag: string; waarde: Waarde }[];
  nieuw: { wat: string; tekst: string }[];
  /** Wat blijft zoals het is, omdat een mens of de BRP het al vastlegde. */
  blijft: string[];
  gebreken: { plek: string; tekst: string }[];
};

/** Het dossier waar het plan bij komt; leeg voor een nieuw dossier. */
export type Bestaand = {
  feiten: readonly Feit[];
  /** Vragen over gezondheid die al een antwoord hebben. */
  gezondheid: ReadonlySet<string>;
  magGezondheid: boolean;
  vandaag: Datum;
};

export const VERWIJZING = 'COA-overdracht';

const zelfde = (a: unknown, b: unknown) =>
  isDeepStrictEqual(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b)));

/** Het geldende feit, waarbij wat een mens of de BRP vastlegde voor COA gaat. */
function geldend<S extends FeitSoort>(
  feiten: readonly Feit[],
  soort: S,
  past: (f: Feit<S>) => boolean = () => true,
): Feit<S> | undefined {
  const vervangen = new Set(feiten.map((f) => f.vervangt));
  const alle = (feiten.filter((f) => f.soort === soort) as Feit<S>[]).filter(
    (f) => !vervangen.has(f.id) && past(f),
  );
  return alle.findLast((f) => f.bron !== 'coa') ?? alle.at(-1);
}

function voegToe<S extends FeitSoort>(
  plan: Plan,
  b: Bestaand,
  huidig: Feit<S> | undefined,
  nieuw: { soort: S; inhoud: FeitInhoud[S]; geldigOp?: Datum; wat: string; tekst: string },
): void {
  if (huidig && zelfde(huidig.inhoud, nieuw.inhoud)) return;
  if (huidig && huidig.bron !== 'coa') {
    plan.blijft.push(nieuw.wat);
    return;
  }
  plan.nieuw.push({ wat: nieuw.wat, tekst: nieuw.tekst });
  plan.feiten.push({
    soort: nieuw.soort,
    inhoud: nieuw.inhoud,
    geldigOp: nieuw.geldigOp ?? b.vandaag,
    bron: 'coa',
    verwijzing: VERWIJZING,
    ...(huidig ? { vervangt: huidig.id } : {}),
  } as NieuwFeit);
}

function planKoppeling(plan: Plan, b: Bestaand, koppeling: CoaPersoon['koppeling']): void {
  if (!koppeling) return;
  const huidig = geldend(b.feiten, 'koppeling');
  const azc = koppeling.azc ? `, verblijft in ${koppeling.azc}` : '';
  voegToe(plan, b, huidig, {
    soort: 'koppeling',
    inhoud: koppeling,
    geldigOp: koppeling.op,
    wat: 'Koppeling',
    tekst: `gekoppeld op ${inWoorden(koppeling.op)}${azc}`,
  });
}

function planPersoon(plan: Plan, b: Bestaand, p: CoaPersoon): void {
  voegToe(plan, b, geldend(b.feiten, 'persoon'), {
    soort: 'persoon',
    inhoud: p.persoon,
    wat: 'Naam en geboorte',
    tekst: volledigeNaam(p.persoon),
  });
  planKoppeling(plan, b, p.koppeling);
  if (p.contact) {
    voegToe(plan, b, geldend(b.feiten, 'contact'), {
      soort: 'contact',
      inhoud: p.contact,
      wat: 'Contact',
      tekst: [p.contact.telefoon, p.contact.email].filter(Boolean).join(', '),
    });
  }
  if (p.taal) {
    voegToe(plan, b, geldend(b.feiten, 'taal'), {
      soort: 'taal',
      inhoud: p.taal,
      wat: 'Taal',
      tekst: `${p.taal.gesprekstaal}${p.taal.tolkNodig ? ', tolk nodig' : ''}`,
    });
  }
}

function planAntwoord(plan: Plan, b: Bestaand, { vraag, waarde: ruw, plek }: RuwAntwoord): void {
  const uit = keurOverdracht(vraag, ruw);
  if ('fout' in uit) {
    plan.gebreken.push({ plek, tekst: uit.fout });
    return;
  }
  const tekst = antwoordInWoorden(vraag, uit.waarde) ?? plek;
  const [wat = plek, ...rest] = tekst.split(': ');
  voegToe(
    plan,
    b,
    geldend(b.feiten, 'intake-antwoord', (f) => f.inhoud.vraag === vraag),
    {
      soort: 'intake-antwoord',
      inhoud: { onderdeel: uit.onderdeel, vraag, waarde: uit.waarde },
      wat,
      tekst: rest.join(': '),
    },
  );
}

const GEEN_RECHT =
  'Dit gaat over gezondheid en is niet overgenomen: daarvoor is een apart recht nodig. Een collega met dat recht kan het bestand ook opnemen.';

function planGezondheid(plan: Plan, b: Bestaand, { vraag, waarde: ruw, plek }: RuwAntwoord): void {
  if (!b.magGezondheid) {
    plan.gebreken.push({ plek, tekst: GEEN_RECHT });
    return;
  }
  const uit = keurGezondheid(vraag, ruw);
  if ('fout' in uit) plan.gebreken.push({ plek, tekst: uit.fout });
  else if (!b.gezondheid.has(vraag)) {
    plan.bijzonder.push({ vraag, waarde: uit.waarde });
    const wat = overdrachtsvraag(vraag)?.vraag ?? plek;
    plan.nieuw.push({ wat, tekst: 'komt bij Gezondheid, alleen te zien met dat recht' });
  }
}

/** Wat een gelezen rij aan een dossier toevoegt. Twee keer hetzelfde bestand geeft de tweede keer niets. */
export function maakPlan(rij: GelezenRij & { persoon: CoaPersoon }, b: Bestaand): Plan {
  const plan: Plan = {
    feiten: [],
    bijzonder: [],
    nieuw: [],
    blijft: [],
    gebreken: [...rij.gebreken],
  };
  planPersoon(plan, b, rij.persoon);
  for (const antwoord of rij.persoon.antwoorden) planAntwoord(plan, b, antwoord);
  for (const antwoord of rij.persoon.gezondheid) planGezondheid(plan, b, antwoord);
  return plan;
}
