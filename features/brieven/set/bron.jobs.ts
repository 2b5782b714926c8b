import { bezwaartermijn } from '../../../rules/bezwaar/bezwaartermijn.ts';
import { inburgeringstermijn } from '../../../rules/inburgeringstermijn/inburgeringstermijn.ts';
import type { Reden } from '../../../rules/shared/antwoord.ts';
import type { Datum } from '../../../rules/shared/datum.ts';
import { plusDagen } from '../../../rules/shared/datum.ts';
import { klokOp } from '../../../rules/shared/klok.ts';
import { inWoorden } from '../../../rules/shared/tekst.ts';
import type { Feit } from '../../../rules/stand/feiten.ts';
import { kiesGeldend, uitFeit } from '../../../rules/stand/geldend.ts';
import { type Lezing, lees } from '../../../rules/stand/lezing.ts';
import type { Tx } from '../../../server/db/db.ts';
import { leesBeleid } from '../../../server/dossier/beleid.ts';
import { leesGemeente, leesMedewerker } from '../../../server/dossier/brief.ts';
import { leesFeiten } from '../../../server/dossier/feiten.ts';
import type { GevondenDossier } from '../../../server/dossier/vind.ts';
import { doelenVan } from '../../plan/doelen.read.ts';
import { briefRedenen, kenmerkVan, partijenVan } from '../../shared/brief.schema.ts';
import { TAALCODES, type Taal, taalVan } from '../../shared/talen.schema.ts';
import { blokkenVoor } from '../../sjablonen/sjabloon.read.ts';
import { leesBesluit } from '../brieven.store.ts';
import { Setbron } from './set.schema.ts';
import { wijzigingenTussen } from './wijzigingen.ts';

/** Participatie-uren van de Z-route voor asielstatushouders (Besluit inburgering 2021 art. 3.14). */
const PARTICIPATIE_UREN = 800;

type Vastgesteld = Feit<'pip-vastgesteld'>;

/** Leest het dossier in de woorden van de wet. */
export async function leesDossier(tx: Tx, dossier: GevondenDossier, vandaag: Datum) {
  const feiten = await leesFeiten(tx, dossier);
  const gemeente = await leesGemeente(tx, dossier.gemeenteId);
  const beleid = await leesBeleid(tx, dossier.gemeenteId, vandaag);
  const klok = klokOp(vandaag);
  const lezing = lees(kiesGeldend(feiten, klok), klok, { ...beleid, gemeentecode: gemeente.code });
  return { gemeente, lezing };
}

/** De vastgestelde PIP's van deze gemeente, oudste eerst. */
export const vastgesteldIn = ({ g }: Lezing): Vastgesteld[] => g.alle('pip-vastgesteld');

/** De taal van de persoon, als wij daar teksten in hebben. */
export const taalIn = ({ g }: Lezing): Taal | undefined =>
  taalVan(g.laatste('taal')?.inhoud.gesprekstaal);

/**
 * Alles waaruit de brieven bij dit PIP worden gemaakt.
 * @returns de bron, of de redenen waarom er nog geen brieven te maken zijn.
 */
export async function leesBron(
  tx: Tx,
  dossier: GevondenDossier,
  pipId: string,
  vandaag: Datum,
): Promise<{ bron: Setbron } | { redenen: Reden[] }> {
  const { gemeente, lezing } = await leesDossier(tx, dossier, vandaag);
  const pip = vastgesteldIn(lezing).find((f) => f.inhoud.pipId === pipId);
  if (!pip) return { redenen: [NIET_VASTGESTELD] };
  const persoon = persoonVan(lezing);
  const ontbreekt = briefRedenen({ gemeente, persoon });
  if (ontbreekt.length > 0) return { redenen: ontbreekt };
  const besluit = await leesBesluit(tx, dossier, pipId);
  const wie = dossier.klantmanagerId ?? besluit?.vastgesteldDoor;
  const klantmanager = wie
    ? await leesMedewerker(tx, wie)
    : { naam: pip.inhoud.vastgesteldDoor, functie: '', telefoon: '', email: '' };
  const partijen = partijenVan({ gemeente, persoon, ondertekenaar: klantmanager, klantmanager });
  const vast = vastDeel(pip, lezing, besluit?.redenWijziging ?? undefined);
  const bron = Setbron.safeParse({
    ...vast,
    gemeente: partijen.gemeente,
    naam: partijen.persoon?.volledigeNaam,
    klantmanager: partijen.klantmanager,
    blokken: await eigenBlokken(tx, dossier.gemeenteId, vast, partijen),
  });
  if (bron.success) return { bron: bron.data };
  return {
    redenen: bron.error.issues.map((i) => ({
      code: 'brief-onvolledig',
      tekst: `In de brief klopt '${i.path.join('.')}' niet: ${i.message}.`,
    })),
  };
}

/** Wat de gemeente in deze brief zelf schrijft, op de dagtekening, ingevuld voor deze persoon. */
async function eigenBlokken(
  tx: Tx,
  gemeenteId: string,
  vast: ReturnType<typeof vastDeel>,
  { gemeente, persoon, klantmanager: k }: ReturnType<typeof partijenVan>,
) {
  const blokken = await blokkenVoor(tx, gemeenteId, 'pip-eenvoudig', vast.dagtekening);
  return blokken.vulEigen({
    naam: persoon?.volledigeNaam ?? '',
    gemeente: gemeente.naam,
    klantmanager: k.naam,
    telefoon: k.telefoon ?? '',
    email: k.email ?? '',
    leerroute: ROUTENAAM[vast.leerroute],
    'laatste-dag': inWoorden(vast.termijn.laatsteDag),
    'bezwaar-tot': inWoorden(vast.bezwaarTotEnMet),
  });
}

const ROUTENAAM = { B: 'de B1-route', O: 'de onderwijsroute', Z: 'de Z-route' } as const;

const NIET_VASTGESTELD: Reden = {
  code: 'niet-vastgesteld',
  tekst: 'Dit PIP is niet vastgesteld. De brieven komen na het besluit.',
};

/** De BRP gaat voor wat met de hand is ingevoerd. */
function persoonVan({ g }: Lezing) {
  const personen = g.alle('persoon');
  return (personen.findLast((f) => f.bron === 'brp') ?? personen.at(-1))?.inhoud;
}

function vastDeel(pip: Vastgesteld, lezing: Lezing, reden: string | undefined) {
  const { pipId, versie, dagtekening, bekendgemaaktOp, inhoud: i } = pip.inhoud;
  const asiel = lezing.doelgroep.waarde === 'asielstatushouder';
  const les = lesVan(lezing, dagtekening);
  const afspraken = afsprakenVan(lezing, dagtekening);
  return {
    versie,
    dagtekening,
    kenmerk: kenmerkVan('PIP', pipId, dagtekening),
    doelgroep: asiel ? 'asielstatushouder' : 'gezins-en-overige-migrant',
    leerroute: i.leerroute,
    ...(i.niveau ? { niveau: i.niveau } : {}),
    les: {
      ...(asiel && i.intensiteitUren ? { uren: i.intensiteitUren } : {}),
      ...(asiel && i.intensiteitUrenPerWeek ? { perWeek: i.intensiteitUrenPerWeek } : {}),
      ...les,
    },
    alfabetisering: i.alfabetisering,
    opleidingAfmaken: i.magOpleidingAfmaken,
    pvt: { uren: i.pvt.uren, invulling: i.pvt.invulling },
    // Wie de onderwijsroute volgt, doet geen MAP (Wi2021 art. 8).
    ...(i.moduleMap && i.leerroute !== 'O' ? { moduleMap: { ...i.moduleMap } } : {}),
    ...(asiel && i.leerroute === 'Z' && i.participatie
      ? { meedoen: { uren: PARTICIPATIE_UREN, invulling: i.participatie } }
      : {}),
    begeleiding: i.begeleiding,
    gesprekken: { aantal: i.voortgangsgesprekken.aantal, ritme: i.voortgangsgesprekken.ritme },
    ...(i.vve ? { vve: i.vve } : {}),
    eerst: eerstVan(afspraken, les, dagtekening, asiel),
    termijn: termijnVan(pip, lezing),
    bezwaarTotEnMet: bezwaartermijn(
      { waarde: bekendgemaaktOp, bron: 'beschikking' },
      lezing.beleid.extraVrijeDagen,
    ).laatsteDag,
    afspraken,
    doelen: doelenIn(lezing),
    ...vorigeVan(pip, lezing, reden),
  };
}

function termijnVan(pip: Vastgesteld, { g, allereerstePip }: Lezing) {
  const duo = uitFeit(g.laatste('inburgeringstermijn'), (i) => i);
  const termijn = inburgeringstermijn({
    eerstePip: allereerstePip ?? { waarde: pip.inhoud.dagtekening, bron: 'dit PIP' },
    ...(duo ? { duo } : {}),
  });
  if (termijn.uitkomst !== 'bepaald') throw new Error('een vastgesteld PIP heeft een termijn');
  const { begin, laatsteDag, van } = termijn.waarde;
  return { begin, laatsteDag, van };
}

/** Wanneer de lessen zijn, als een instelling dat al weet. */
function lesVan({ g }: Lezing, dagtekening: Datum) {
  const aanbod = g.laatste('aanbod')?.inhoud;
  if (!aanbod?.start || aanbod.start < dagtekening) return {};
  return {
    vanaf: aanbod.start,
    ...(aanbod.eind && aanbod.eind > aanbod.start ? { totEnMet: plusDagen(aanbod.eind, -1) } : {}),
  };
}

/** Geplande afspraken na het besluit, eerste eerst. */
function afsprakenVan({ g }: Lezing, dagtekening: Datum) {
  const voorbij = new Set(g.alle('afspraak-uitkomst').map((f) => f.inhoud.afspraakId));
  return g
    .perSleutel('afspraak', (i) => i.afspraakId)
    .map((f) => f.inhoud)
    .filter((a) => a.datum > dagtekening && !voorbij.has(a.afspraakId))
    .map(({ soort, datum, tijd }) => ({ soort, datum, tijd }))
    .toSorted((a, b) => `${a.datum}${a.tijd}`.localeCompare(`${b.datum}${b.tijd}`));
}

type Afspraak = ReturnType<typeof afsprakenVan>[number];

function eerstVan(
  afspraken: readonly Afspraak[],
  les: { vanaf?: Datum },
  dagtekening: Datum,
  asiel: boolean,
) {
  const [afspraak] = afspraken;
  const lesEerst =
    les.vanaf && les.vanaf >= dagtekening && !(afspraak && afspraak.datum < les.vanaf);
  if (lesEerst) return { soort: 'les', datum: les.vanaf };
  if (afspraak) return { soort: 'afspraak', datum: afspraak.datum, tijd: afspraak.tijd };
  // Alleen een asielstatushouder krijgt de leerroute aangeboden (Wi2021 art. 16).
  return { soort: asiel ? 'aanbod' : 'zelf' };
}

function doelenIn({ g }: Lezing) {
  return doelenVan(g)
    .filter((d) => d.staat === 'actief')
    .map((d) => ({
      eigenWoorden: d.eigenWoorden || d.nederlands,
      taal: d.eigenWoorden && TAALCODES.includes(d.taal as Taal) ? d.taal : 'nl',
      ...(d.nederlands ? { nederlands: d.nederlands } : {}),
    }));
}

function vorigeVan(pip: Vastgesteld, lezing: Lezing, reden: string | undefined) {
  const eerder = vastgesteldIn(lezing)
    .filter((f) => f.inhoud.versie < pip.inhoud.versie)
    .at(-1);
  if (!eerder) return {};
  return {
    vorige: {
      dagtekening: eerder.inhoud.dagtekening,
      wijzigingen: wijzigingenTussen(eerder.inhoud.inhoud, pip.inhoud.inhoud),
      ...(reden?.trim() ? { reden } : {}),
    },
  };
}
