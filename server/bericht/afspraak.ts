import { type Datum, plusDagen } from '../../rules/shared/datum.ts';
import { klokOp } from '../../rules/shared/klok.ts';
import { inWoorden } from '../../rules/shared/tekst.ts';
import type { Feit, FeitInhoud } from '../../rules/stand/feiten.ts';
import { type Geldend, kiesGeldend } from '../../rules/stand/geldend.ts';
import type { Tx } from '../db/db.ts';
import { type DossierSleutel, leesFeiten, legVast, type Vastlegger } from '../dossier/feiten.ts';
import { botsing, geweigerd, nietGevonden } from '../http/probleem.ts';
import { nieuwId } from '../id.ts';
import { keurOverlap } from './overlap.ts';
import { zetBerichtKlaar } from './persoonsbericht.ts';
import { keurPlekTerug } from './toetsplek.ts';

export type Afspraak = FeitInhoud['afspraak'];
export type NieuweAfspraak = Omit<Afspraak, 'afspraakId'>;
/** Wanneer en waar; wat hier niet in staat blijft bij verzetten zoals het was. Zonder `tolkTaal` is er geen tolk. */
export type Moment = Pick<
  Afspraak,
  'datum' | 'tijd' | 'plaats' | 'duurMinuten' | 'tolkTaal' | 'vorm'
>;
export type NieuweUitkomst = Omit<FeitInhoud['afspraak-uitkomst'], 'afspraakId'>;

/** Verder vooruit wordt geen gesprek gepland; dan is het jaar verkeerd getypt. */
const HOOGSTENS_DAGEN_VOORUIT = 366;

/** Wie vastlegt; een afspraak maakt altijd een medewerker. */
export type Planner = Vastlegger & { medewerkerId: string };

/**
 * Een afspraak in het verleden of jaren vooruit kan niet worden gemaakt.
 * @throws Probleem 409.
 */
export function keurToekomst(datum: string, vandaag: Datum): void {
  if (datum < vandaag) {
    throw geweigerd('Deze dag is al voorbij.', [
      { code: 'dag-voorbij', tekst: 'Kies vandaag of een latere dag.', veld: 'datum' },
    ]);
  }
  if (datum > plusDagen(vandaag, HOOGSTENS_DAGEN_VOORUIT)) {
    throw geweigerd('Deze dag is te ver weg.', [
      { code: 'dag-te-ver', tekst: 'Kies een dag binnen een jaar.', veld: 'datum' },
    ]);
  }
}

/** De afspraak zoals zij nu geldt. @throws Probleem 404 als zij er niet is. */
export function vindAfspraak(g: Geldend, afspraakId: string): Feit<'afspraak'> {
  const afspraak = g.alle('afspraak').findLast((a) => a.inhoud.afspraakId === afspraakId);
  if (!afspraak) throw nietGevonden('Deze afspraak');
  return afspraak;
}

/** Wat er van een afspraak werd, als dat al is vastgelegd. */
export const vindUitkomst = (g: Geldend, afspraakId: string) =>
  g.alle('afspraak-uitkomst').findLast((u) => u.inhoud.afspraakId === afspraakId);

/**
 * Wie de uitkomst verbetert, gooit niet weg wie erbij was en hoe er is getolkt: of een gesprek alleen was, telt
 * (B 5.2). Wie er niet was, was er ook niet met een ander.
 */
export function wieErbijWas(
  huidig: Feit<'afspraak-uitkomst'> | undefined,
  uitkomst: NieuweUitkomst['uitkomst'],
): Pick<NieuweUitkomst, 'erbij' | 'tolk'> {
  if (uitkomst !== 'verschenen') return {};
  const { erbij, tolk } = huidig?.inhoud ?? {};
  return { ...(erbij ? { erbij } : {}), ...(tolk ? { tolk } : {}) };
}

/**
 * Wie iets verzet, mag geen gemiste afspraak laten verdwijnen en geen termijn laten verlopen.
 * @throws Probleem 409.
 */
export function keurVerzetten(
  g: Geldend,
  { inhoud }: Feit<'afspraak'>,
  datum: string,
  vandaag: Datum,
): void {
  if (vindUitkomst(g, inhoud.afspraakId)) {
    throw geweigerd('Deze afspraak heeft al een uitkomst.', [
      { code: 'uitkomst-bekend', tekst: 'Maak een nieuwe afspraak.' },
    ]);
  }
  if (inhoud.datum < vandaag) {
    throw geweigerd('De dag van deze afspraak is voorbij.', [
      { code: 'uitkomst-eerst', tekst: 'Leg eerst vast of de persoon er was.' },
    ]);
  }
  keurToekomst(datum, vandaag);
  const oproep = g.alle('oproep').findLast((o) => o.inhoud.oproepId === inhoud.oproepId);
  if (inhoud.oproepId && oproep && datum > oproep.inhoud.uiterlijk) {
    throw geweigerd('De nieuwe dag ligt na de termijn van de oproep.', [
      {
        code: 'na-oproeptermijn',
        tekst: `De persoon moet uiterlijk op ${inWoorden(oproep.inhoud.uiterlijk)} verschijnen. Zeg de afspraak af en stuur een nieuwe oproep.`,
        veld: 'datum',
      },
    ]);
  }
}

/**
 * Een afspraak die nog komt heeft geen uitkomst, behalve dat zij niet doorgaat; wie er niet was, is eerst gevraagd
 * waarom.
 * @throws Probleem 409.
 */
function keurUitkomst(
  { inhoud }: Feit<'afspraak'>,
  uitkomst: NieuweUitkomst,
  vandaag: Datum,
): void {
  if (uitkomst.uitkomst !== 'afgezegd' && inhoud.datum > vandaag) {
    throw geweigerd('De afspraak is nog niet geweest.', [
      {
        code: 'nog-niet-geweest',
        tekst: `De uitkomst kan vanaf ${inWoorden(inhoud.datum)}. Afzeggen of verzetten kan wel.`,
        veld: 'uitkomst',
      },
    ]);
  }
  if (uitkomst.uitkomst === 'niet-verschenen' && !uitkomst.reden) {
    throw geweigerd('Vraag eerst naar de reden.', [
      {
        code: 'reden-ontbreekt',
        tekst: 'Vraag eerst waarom de persoon er niet was en schrijf dat op.',
        veld: 'reden',
      },
    ]);
  }
}

/** De feiten over afspraken die op `vandaag` gelden. */
async function leesAfspraken(tx: Tx, sleutel: DossierSleutel, vandaag: Datum): Promise<Geldend> {
  const soorten = ['afspraak', 'afspraak-uitkomst', 'oproep', 'overlijden'] as const;
  return kiesGeldend(await leesFeiten(tx, sleutel, soorten), klokOp(vandaag));
}

const weet = (tx: Tx, wie: DossierSleutel, wat: BerichtOver, door: Planner) =>
  zetBerichtKlaar(tx, { ...wie, ...wat, nu: door.nu, medewerkerId: door.medewerkerId });
type BerichtOver = { afspraakId: string; wat: 'uitnodiging' | 'verzet' | 'afgezegd' };

/** Of de persoon bericht krijgt; wie het zelf zegt, kan dat uitzetten. */
export type Bericht = { bericht: boolean };
/** `tochPlannen` als de medewerker de andere afspraak op die tijd zelf afzegt. */
type Keuze = Bericht & { tochPlannen?: boolean };

/**
 * Maakt een afspraak, en zet klaar dat de persoon het hoort. De aanroeper houdt het dossier vast.
 * @throws Probleem 409 als de dag niet kan, de persoon dan elders wordt verwacht of is overleden.
 */
export async function planAfspraak(
  tx: Tx,
  wie: DossierSleutel,
  nieuw: NieuweAfspraak,
  door: Planner,
  { bericht, tochPlannen = false }: Keuze,
): Promise<{ afspraakId: string; feitId: string }> {
  keurToekomst(nieuw.datum, door.vandaag);
  const g = await leesAfspraken(tx, wie, door.vandaag);
  if (g.laatste('overlijden')) {
    throw geweigerd('Deze persoon is overleden.', [
      { code: 'overleden', tekst: 'Er kan geen afspraak meer worden gemaakt.' },
    ]);
  }
  keurOverlap(g, nieuw, { tochPlannen });
  const afspraakId = nieuwId();
  const { ids } = await legVast(
    tx,
    wie,
    [
      {
        soort: 'afspraak',
        inhoud: { ...nieuw, afspraakId },
        geldigOp: door.vandaag,
        bron: 'medewerker',
      },
    ],
    door,
  );
  if (bericht) await weet(tx, wie, { afspraakId, wat: 'uitnodiging' }, door);
  return { afspraakId, feitId: ids[0] as string };
}

/** @throws Probleem 409 met wie, wanneer en wat, als een ander de afspraak wijzigde sinds de gebruiker keek. */
function keurGezien(huidig: Feit | undefined, gezien: string | null, wat: string): void {
  if (!huidig || huidig.id === gezien) return;
  throw botsing({ wie: huidig.door ?? huidig.bron, wanneer: huidig.vastgelegdOp, wat });
}

/**
 * Verzet een afspraak: een nieuw feit dat het oude vervangt, met hetzelfde id, soort en dezelfde oproep.
 * @param gezien id van het feit dat de gebruiker zag.
 * @throws Probleem 404 of 409.
 */
export async function verzetAfspraak(
  tx: Tx,
  wie: DossierSleutel,
  v: { afspraakId: string; gezien: string; moment: Moment },
  door: Planner,
  { bericht, tochPlannen = false }: Keuze,
): Promise<string> {
  const g = await leesAfspraken(tx, wie, door.vandaag);
  const oud = vindAfspraak(g, v.afspraakId);
  keurGezien(oud as Feit, v.gezien, `verzet naar ${inWoorden(oud.inhoud.datum)}`);
  keurVerzetten(g, oud, v.moment.datum, door.vandaag);
  keurOverlap(g, v.moment, { tochPlannen, behalve: v.afspraakId });
  const { tolkTaal: _, zittingId, ...blijft } = oud.inhoud;
  // Wie los van de zitting een andere tijd krijgt, geeft zijn plek daar terug.
  const zelfdeTijd = v.moment.datum === blijft.datum && v.moment.tijd === blijft.tijd;
  const { ids } = await legVast(
    tx,
    wie,
    [
      {
        soort: 'afspraak',
        inhoud: { ...blijft, ...v.moment, ...(zittingId && zelfdeTijd ? { zittingId } : {}) },
        geldigOp: door.vandaag,
        bron: 'medewerker',
        vervangt: oud.id,
      },
    ],
    door,
  );
  if (bericht) await weet(tx, wie, { afspraakId: v.afspraakId, wat: 'verzet' }, door);
  return ids[0] as string;
}

/**
 * Legt vast wat er van een afspraak werd. Bij afzeggen hoort de persoon dat zij niet hoeft te komen.
 * @param gezien id van de uitkomst die de gebruiker zag; `null` als er nog geen was.
 * @throws Probleem 404 of 409.
 */
export async function legUitkomstVast(
  tx: Tx,
  wie: DossierSleutel,
  u: { afspraakId: string; gezien: string | null; uitkomst: NieuweUitkomst },
  door: Planner,
  { bericht }: Bericht,
): Promise<string> {
  const g = await leesAfspraken(tx, wie, door.vandaag);
  const afspraak = vindAfspraak(g, u.afspraakId);
  keurUitkomst(afspraak, u.uitkomst, door.vandaag);
  const huidig = vindUitkomst(g, u.afspraakId);
  keurGezien(huidig as Feit | undefined, u.gezien, huidig?.inhoud.uitkomst.replace('-', ' ') ?? '');
  await keurPlekTerug(tx, afspraak.inhoud, huidig?.inhoud.uitkomst, u.uitkomst.uitkomst);
  const afgezegd = u.uitkomst.uitkomst === 'afgezegd';
  const { ids } = await legVast(
    tx,
    wie,
    [
      {
        soort: 'afspraak-uitkomst',
        inhoud: {
          ...wieErbijWas(huidig, u.uitkomst.uitkomst),
          ...u.uitkomst,
          afspraakId: u.afspraakId,
        },
        geldigOp: afgezegd ? door.vandaag : afspraak.inhoud.datum,
        bron: 'medewerker',
        ...(huidig ? { vervangt: huidig.id } : {}),
      },
    ],
    door,
  );
  if (afgezegd && bericht) {
    await weet(tx, wie, { afspraakId: u.afspraakId, wat: 'afgezegd' }, door);
  }
  return ids[0] as string;
}
