import { type Datum, plusDagen } from '../../../rules/shared/datum.ts';
import { inWoorden } from '../../../rules/shared/tekst.ts';
import type { DuoBeeld } from './duo.schema.ts';
import type { Gelezen } from './gelezen.routes.ts';

type Punt = DuoBeeld['tijdlijn'][number];
type Los = Omit<Punt, 'id'>;
type Tekst = { waarde: string };
type Met<T> = { wat: T; nu: boolean }[];

type Groep = {
  indeling?: Tekst;
  begindatum?: Datum;
  einddatumExclusief?: Datum;
  gedetailleerdeDoelgroep?: Tekst;
  asielrechtenWijzigingVerblijfsdoel?: Tekst;
};
type Plicht = {
  indicatorInburgeringsplicht: boolean;
  begindatum?: Datum;
  einddatumExclusief?: Datum;
  wijzigingsdatum?: Datum;
  datumKennisgevingInburgeringsplicht?: Datum;
  redenGeenInburgeringsplicht?: Tekst;
};
type Termijn = {
  startdatum?: Datum;
  einddatumExclusief?: Datum;
  wijzigingsdatum?: Datum;
  verlengingsgrondcode?: string;
  verlengingsgrondomschrijving?: string;
};

/** Binnen is een einde de eerste dag die niet meetelt; op het scherm staat de laatste dag. */
export const totEnMet = (eind: Datum) => `tot en met ${inWoorden(plusDagen(eind, -1))}`;

const zin = (delen: (string | undefined | false)[]) => delen.filter(Boolean).join('; ') || null;

/** Eerdere perioden volgens DUO, en elk antwoord dat hier is bewaard; het laatste daarvan geldt nu. */
function perioden<T>(
  historie: readonly T[] | undefined,
  bewaard: readonly { waarde: T }[],
): Met<T> {
  return [
    ...(historie ?? []).map((wat) => ({ wat, nu: false })),
    ...bewaard.map(({ waarde }, i) => ({ wat: waarde, nu: i === bewaard.length - 1 })),
  ];
}

function doelgroepen(g: Gelezen): Los[] {
  const alles = perioden<Groep>(g.laatste('doelgroep-historie'), g.alle('doelgroep'));
  return alles.flatMap(({ wat: d, nu }): Los[] => {
    if (!d.indeling) return [];
    const nader = d.gedetailleerdeDoelgroep?.waarde;
    return [
      {
        onderwerp: 'doelgroep',
        datum: d.begindatum ?? null,
        tekst: `Doelgroep: ${d.indeling.waarde}`,
        uitleg: zin([
          nader !== d.indeling.waarde && nader,
          d.asielrechtenWijzigingVerblijfsdoel?.waarde,
          d.einddatumExclusief && totEnMet(d.einddatumExclusief),
        ]),
        nu,
      },
    ];
  });
}

function plichten(g: Gelezen): Los[] {
  const alles = perioden<Plicht>(g.laatste('plicht-historie'), g.alle('plicht'));
  return alles.map(({ wat: p, nu }): Los => {
    const plichtig = p.indicatorInburgeringsplicht;
    const reden = p.redenGeenInburgeringsplicht?.waarde;
    const kennisgeving = p.datumKennisgevingInburgeringsplicht;
    const wat = plichtig ? 'Inburgeringsplichtig' : 'Niet inburgeringsplichtig';
    return {
      onderwerp: 'plicht',
      datum: (plichtig ? p.begindatum : p.wijzigingsdatum) ?? p.begindatum ?? null,
      tekst: reden ? `${wat}: ${reden.toLowerCase()}` : wat,
      uitleg: zin([
        p.einddatumExclusief && totEnMet(p.einddatumExclusief),
        kennisgeving && `kennisgeving van ${inWoorden(kennisgeving)}`,
        p.wijzigingsdatum && `gewijzigd op ${inWoorden(p.wijzigingsdatum)}`,
      ]),
      nu,
    };
  });
}

function termijnen(g: Gelezen, gronden: ReadonlyMap<string, string>): Los[] {
  const alles = perioden<Termijn>(g.laatste('termijn-historie'), g.alle('termijn'));
  return alles.flatMap(({ wat: t, nu }): Los[] => {
    if (!t.einddatumExclusief) return [];
    const { verlengingsgrondcode: code, verlengingsgrondomschrijving: woorden } = t;
    const grond = woorden ?? (code && (gronden.get(code) ?? `grond ${code}`));
    return [
      {
        onderwerp: 'termijn',
        datum: t.wijzigingsdatum ?? t.startdatum ?? null,
        tekst: `Inburgeringstermijn ${totEnMet(t.einddatumExclusief)}`,
        uitleg: zin([
          grond && `verlengd: ${grond}`,
          t.startdatum && `begonnen op ${inWoorden(t.startdatum)}`,
        ]),
        nu,
      },
    ];
  });
}

/** Wat gelijk is staat er één keer; wat nu geldt wint van een eerder antwoord met dezelfde inhoud. */
function zonderDubbele(punten: readonly Los[]): Los[] {
  const uit = new Map<string, Los>();
  for (const p of punten) {
    const sleutel = [p.onderwerp, p.datum, p.tekst].join('|');
    const oud = uit.get(sleutel);
    if (!oud || p.nu || (!oud.nu && p.uitleg)) uit.set(sleutel, p);
  }
  return [...uit.values()];
}

/** Doelgroep, plicht en termijn door de tijd, nieuwste eerst: wat er veranderde, wanneer en waarom. */
export function maakTijdlijnVanDuo(g: Gelezen, gronden: ReadonlyMap<string, string>): Punt[] {
  return zonderDubbele([...doelgroepen(g), ...plichten(g), ...termijnen(g, gronden)])
    .sort((a, b) => (b.datum ?? '').localeCompare(a.datum ?? ''))
    .map((p, i) => ({ id: `${p.onderwerp}-${i}`, ...p }));
}
