import { intakeVolledig, nodigeOnderdelen } from '../../rules/brede-intake/intake-volledig.ts';
import { INTAKE_ONDERDELEN, LEEFGEBIEDEN } from '../../rules/brede-intake/onderdelen.ts';
import { oproepLadder } from '../../rules/brede-intake/oproep-ladder.ts';
import type { Reden } from '../../rules/shared/antwoord.ts';
import { type Datum, eerste, plusDagen, plusMaanden } from '../../rules/shared/datum.ts';
import { klokOp } from '../../rules/shared/klok.ts';
import type { Feit } from '../../rules/stand/feiten.ts';
import { kiesGeldend } from '../../rules/stand/geldend.ts';
import { type Lezing, lees } from '../../rules/stand/lezing.ts';
import type { Beleid } from '../../rules/stand/stand.ts';
import { intakeFeiten } from '../../rules/verplichting/intake-en-pip.ts';
import {
  isVanToepassing,
  type Vraag,
  type Vragenlijst,
  type Waarde,
} from '../shared/vraag.schema.ts';
import type { Intake, IntakeVraag } from './intake.schema.ts';

/** Na zoveel maanden vraagt het scherm of een antwoord nog klopt. */
const VEROUDERD_NA_MAANDEN = 6;

/** De feiten van een dossier, gelezen op één dag. */
export function leesDossier(feiten: readonly Feit[], beleid: Beleid, vandaag: Datum): Lezing {
  const klok = klokOp(vandaag);
  return lees(kiesGeldend(feiten, klok), klok, beleid);
}

/** Het antwoord dat nu geldt op een vraag. */
export function huidigAntwoord(l: Lezing, vraag: Vraag): Feit<'intake-antwoord'> | undefined {
  return l.g
    .alle('intake-antwoord')
    .findLast((f) => f.inhoud.onderdeel === vraag.onderdeel && f.inhoud.vraag === vraag.id);
}

/** Bron van een feit zoals zij op het scherm staat. */
export function herkomst(f: Feit) {
  return {
    feitId: f.id,
    vanMedewerker: f.bron === 'medewerker',
    bron: bronnaam(f),
    door: f.door ?? null,
    op: f.geldigOp,
    vastgelegdOp: f.vastgelegdOp,
  };
}

const BRON: Record<Feit['bron'], string> = {
  duo: 'DUO',
  coa: 'COA',
  brp: 'BRP',
  medewerker: 'medewerker',
  aanbieder: 'aanbieder',
  inburgeraar: 'inburgeraar',
};

function bronnaam(f: Feit): string {
  if (f.bron === 'medewerker' && f.door)
    return f.verwijzing ? `${f.door}, ${f.verwijzing}` : f.door;
  const naam = BRON[f.bron];
  return f.verwijzing && !f.verwijzing.startsWith(naam) ? `${naam} ${f.verwijzing}` : naam;
}

/** Een leeg antwoord wordt bewaard als lege tekst en getoond als `null`. */
export const alsWaarde = (w: Waarde): Waarde | null => (w === '' ? null : w);

/** Waar als een antwoord van deze dag te oud is om er nog op te bouwen. */
export const isVerouderd = (op: Datum, vandaag: Datum) =>
  op < plusMaanden(vandaag, -VEROUDERD_NA_MAANDEN);

/** Een antwoord met de dag erbij; `verouderd` na een half jaar. */
export function toonAntwoord(
  h: ReturnType<typeof herkomst>,
  waarde: Waarde | null,
  vandaag: Datum,
): NonNullable<IntakeVraag['antwoord']> {
  const verouderd = waarde !== null && isVerouderd(h.op, vandaag);
  const { vanMedewerker, ...bron } = h;
  return {
    ...bron,
    waarde,
    verouderd,
    teBevestigen: waarde !== null && (verouderd || !vanMedewerker),
  };
}

/** Wat bij een antwoord wordt bewaard als de gemeente de vraag zelf schreef: haar woorden van nu. */
export function gesteldAls(vraag: Vraag): { gesteld?: string } {
  return vraag.eigen || vraag.oorspronkelijk !== undefined ? { gesteld: vraag.vraag } : {};
}

/** De vraag zoals zij luidde toen dit antwoord kwam, als dat anders was dan nu. */
function destijds(vraag: Vraag, f: Feit<'intake-antwoord'>): { gesteldAls?: string } {
  const toen = f.inhoud.gesteld ?? vraag.oorspronkelijk ?? vraag.vraag;
  return toen === vraag.vraag ? {} : { gesteldAls: toen };
}

/** Of en waarom een vraag nu gesteld wordt, gezien de andere antwoorden. */
function antwoordenOp(l: Lezing, alle: readonly Vraag[]) {
  const antwoorden = new Map(alle.map((v) => [v.id, huidigAntwoord(l, v)]));
  const waardeVan = (id: string) => {
    const feit = antwoorden.get(id);
    const waarde = feit && alsWaarde(feit.inhoud.waarde);
    // Zonder antwoord zeggen de gezinsbanden of er een kind is voor wie de voorschool geldt.
    return id === 'jong-kind' && (waarde ?? undefined) === undefined
      ? l.intake.kindVoorVve
      : waarde;
  };
  return { antwoorden, waardeVan };
}

function vragen(l: Lezing, { alle }: Vragenlijst, vandaag: Datum): IntakeVraag[] {
  const { antwoorden, waardeVan } = antwoordenOp(l, alle);
  return alle.map((vraag) => {
    const { oorspronkelijk: _, ...v } = vraag;
    const feit = antwoorden.get(v.id);
    return {
      ...v,
      vanToepassing: isVanToepassing(vraag, waardeVan),
      antwoord: feit
        ? {
            ...toonAntwoord(herkomst(feit as Feit), alsWaarde(feit.inhoud.waarde), vandaag),
            ...destijds(vraag, feit),
          }
        : null,
    };
  });
}

/** Adres in de browser van de plek waar een onderdeel wordt ingevuld. */
export function plekVan(dossierId: string, onderdeelId: string): string {
  const onderdeel = INTAKE_ONDERDELEN.find((o) => o.id === onderdeelId);
  const basis = `/inburgeraars/${dossierId}/intake`;
  return onderdeel ? `${basis}?gebied=${onderdeel.leefgebied}&vraag=${onderdeel.id}` : basis;
}

/** De vragen die de gemeente altijd beantwoord wil zien en nog leeg zijn. */
function verplichtLeeg(l: Lezing, { alle }: Vragenlijst): Reden[] {
  const { antwoorden, waardeVan } = antwoordenOp(l, alle);
  return alle
    .filter((v) => v.verplicht && isVanToepassing(v, waardeVan))
    .filter((v) => {
      const feit = antwoorden.get(v.id);
      return !feit || alsWaarde(feit.inhoud.waarde) === null;
    })
    .map((v) => ({
      code: 'vraag-verplicht',
      tekst: `Nog geen antwoord op ‘${v.vraag}’. Uw gemeente vraagt dit altijd.`,
      veld: v.onderdeel,
    }));
}

/** Alles wat ontbreekt om af te ronden, met de plek waar het kan. */
export function ontbrekend(
  l: Lezing,
  lijst: Vragenlijst,
  dossierId: string,
  zonderPersoon: boolean,
): Reden[] {
  const oordeel = intakeVolledig({ ...intakeFeiten(l), zonderPersoon });
  const redenen = [
    ...(oordeel.uitkomst === 'voldoet-niet' ? oordeel.redenen : []),
    // Is de persoon er niet, dan kan een vraag van de gemeente het afronden niet tegenhouden.
    ...(zonderPersoon ? [] : verplichtLeeg(l, lijst)),
  ];
  return redenen.map((r) => ({ ...r, actie: plekVan(dossierId, r.veld ?? '') }));
}

function onderdelen(l: Lezing): Intake['onderdelen'] {
  const feiten = intakeFeiten(l);
  const nodig = new Set(nodigeOnderdelen(feiten).map((o) => o.id));
  const oordeel = intakeVolledig({ ...feiten, zonderPersoon: false, onderwerpenVerplicht: true });
  const mist = new Set(
    oordeel.uitkomst === 'voldoet-niet' ? oordeel.redenen.map((r) => r.veld) : [],
  );
  return INTAKE_ONDERDELEN.map(({ vorm, ...o }) => ({
    ...o,
    nodig: nodig.has(o.id),
    vastgelegd: o.id === 'vve' ? feiten.beantwoord.has('vve') : !mist.has(o.id),
  }));
}

function afspraken(l: Lezing): Intake['afspraken'] {
  const uitkomsten = new Map(l.g.alle('afspraak-uitkomst').map((u) => [u.inhoud.afspraakId, u]));
  return l.g
    .perSleutel('afspraak', (a) => a.afspraakId)
    .filter((f) => f.inhoud.soort !== 'voortgangsgesprek')
    .map((f) => {
      const uitkomst = uitkomsten.get(f.inhoud.afspraakId);
      return {
        ...f.inhoud,
        feitId: f.id,
        geweest: l.klok.bereikt(f.inhoud.datum),
        uitkomst: uitkomst
          ? {
              ...herkomst(uitkomst as Feit),
              uitkomst: uitkomst.inhoud.uitkomst,
              ...(uitkomst.inhoud.reden ? { reden: uitkomst.inhoud.reden } : {}),
            }
          : null,
      };
    })
    .sort((a, b) => `${a.datum}${a.tijd}`.localeCompare(`${b.datum}${b.tijd}`));
}

const OPROEPEN_MAG = ['oproepen', 'waarschuwen-en-herhalen', 'boete-afwegen-en-herhalen'];

/** De stand van de oproepen, en of er nu een oproep uit mag. */
export function ladder(l: Lezing, vandaag: Datum): Intake['ladder'] {
  const stand = oproepLadder(l.intake.oproepen.map((o) => o.uitkomst));
  const lokaal = plusDagen(vandaag, l.beleid.oproepDagen);
  // Wi2021 art. 22: de termijn na een mogelijke boete is ten hoogste twee maanden.
  const uiterlijk =
    stand.stap === 'boete-afwegen-en-herhalen' ? eerste(lokaal, plusMaanden(vandaag, 2)) : lokaal;
  return {
    ...stand,
    uitleg: stand.uitleg(),
    magOproepen: !l.intake.afgerond && OPROEPEN_MAG.includes(stand.stap),
    uiterlijk,
  };
}

const score = (honderdsten: number) => (honderdsten / 100).toFixed(2).replace('.', ',');

function toets(l: Lezing): Pick<Intake, 'toets' | 'ontheffing'> {
  const uitslag = l.intake.toets;
  const vrij = l.intake.ontheffing;
  return {
    toets: uitslag
      ? {
          ...herkomst(uitslag as Feit),
          resultaat: uitslag.inhoud.resultaat,
          behaald: score(uitslag.inhoud.behaald),
          benodigd: score(uitslag.inhoud.benodigd),
          geregistreerdOp: uitslag.inhoud.geregistreerdOp,
        }
      : null,
    ontheffing: vrij ? { ...herkomst(vrij as Feit), ...vrij.inhoud } : null,
  };
}

function gesprek(l: Lezing): Pick<Intake, 'privegesprek' | 'taal' | 'gezondheid' | 'afgerond'> {
  const alleen = l.g.laatste('privegesprek');
  const t = l.g.laatste('taal');
  const gezond = l.g.laatste('gezondheid-besproken');
  const af = l.intake.afgerond;
  return {
    privegesprek: alleen ? { ...herkomst(alleen as Feit), ...alleen.inhoud } : null,
    taal: t ? { ...herkomst(t as Feit), ...t.inhoud, teBevestigen: t.bron !== 'medewerker' } : null,
    gezondheid: gezond
      ? {
          ...herkomst(gezond as Feit),
          besproken: gezond.inhoud.besproken,
          gevolgen: gezond.inhoud.gevolg?.split('; ') ?? [],
        }
      : null,
    afgerond: af ? { ...herkomst(af as Feit), zonderPersoon: af.inhoud.zonderPersoon } : null,
  };
}

type Omgeving = {
  vragen: Vragenlijst;
  dossierId: string;
  vandaag: Datum;
  /** Document per oproep. */
  brieven: ReadonlyMap<string, string>;
  plaats: { plaats: string; adres: string };
  mag: Intake['mag'];
};

/** De hele intake zoals het scherm haar toont. Bevat nooit antwoorden over gezondheid. */
export function bouwIntake(l: Lezing, om: Omgeving): Intake {
  const { gesprekstaal, tolkNodig } = l.g.laatste('taal')?.inhoud ?? {};
  const feiten = intakeFeiten(l);
  return {
    leefgebieden: Object.entries(LEEFGEBIEDEN).map(([id, naam]) => ({ id, naam })),
    onderdelen: onderdelen(l),
    vragen: vragen(l, om.vragen, om.vandaag),
    volledigheid: {
      ontbreekt: ontbrekend(l, om.vragen, om.dossierId, feiten.zonderPersoon),
      uitleg: intakeVolledig(feiten).uitleg(),
    },
    afspraken: afspraken(l),
    oproepen: l.intake.oproepen.map(({ feit, uitkomst }) => ({
      oproepId: feit.inhoud.oproepId,
      op: feit.geldigOp,
      uiterlijk: feit.inhoud.uiterlijk,
      herhaling: feit.inhoud.herhaling,
      uitkomst,
      documentId: om.brieven.get(feit.inhoud.oproepId) ?? null,
    })),
    ladder: ladder(l, om.vandaag),
    ...toets(l),
    ...gesprek(l),
    voorstel: { tolkTaal: (tolkNodig && gesprekstaal) || null, ...om.plaats },
    vandaag: om.vandaag,
    mag: om.mag,
  };
}
