import { type Datum, dagenTussen, eerste, plusDagen } from '../../rules/shared/datum.ts';
import { klokOp } from '../../rules/shared/klok.ts';
import { inWoorden } from '../../rules/shared/tekst.ts';
import type { Feit } from '../../rules/stand/feiten.ts';
import { kiesGeldend } from '../../rules/stand/geldend.ts';
import type { Tx } from '../../server/db/db.ts';
import { leesFeiten, legVast, type NieuwFeit, vergrendel } from '../../server/dossier/feiten.ts';
import { legGemisteMeldingKlaar } from '../../server/dossier/gemisteMelding.ts';
import { type GevondenDossier, vindDossier } from '../../server/dossier/vind.ts';
import { nieuwId } from '../../server/id.ts';
import type { Toepassing } from '../../server/toepassing.ts';
import { ONDERWERPEN } from './afstemming.schema.ts';
import {
  type DossierStand,
  gemeenteVan,
  geopendOp,
  meldingenVan,
  nagestuurdOp,
  noteerNagestuurd,
  onderweg,
  schrijfDossier,
} from './afstemming.store.ts';
import { planDossier, stuurOpnieuw } from './herstellen.jobs.ts';
import type { Gevonden } from './vergelijken/kern.ts';
import { haalAllesOp, type Opgehaald } from './vergelijken/ophalen.jobs.ts';
import { toegangEindigt } from './vergelijken/pip.jobs.ts';
import { type Hier, type Uitkomst, vergelijk } from './vergelijken/vergelijk.jobs.ts';
import { noteerGedaan, openVan, voegToe, werkVerschillenBij } from './verschil.store.ts';

/** Zoveel dagen voor het einde van de toegang wordt nagestuurd wat DUO nog mist. */
const NASTUREN_DAGEN = 7;
const POGINGEN = 3;
const NASTUREN = new Set(['uren', 'pvt', 'map']);

export type Afloop = { soort: 'klaar' } | { soort: 'storing'; reden: string };

type Zaak = {
  t: Toepassing;
  d: GevondenDossier & { bsn: string };
  gemeente: { code: string; oin: string };
  rondeId: string | null;
  /** Moment vóór het ophalen. */
  begonnen: string;
};

const inBereik = <T>(t: Toepassing, gemeenteId: string, werk: (tx: Tx) => Promise<T>) =>
  t.db.forGemeenten({ gemeenten: [gemeenteId] }, werk);

/**
 * Vergelijkt één dossier met DUO. Verandert het dossier terwijl DUO antwoordt, dan wordt opnieuw gevraagd: anders
 * lijkt wat net is verstuurd een verschil.
 */
const genummerd = (g: Gevonden) => ({ ...g, id: nieuwId() });

export async function stemDossierAf(
  t: Toepassing,
  { gemeenteId, dossierId }: { gemeenteId: string; dossierId: string },
  rondeId: string | null,
): Promise<Afloop> {
  for (let poging = 1; ; poging += 1) {
    const begonnen = t.klok.nu();
    const { d, gemeente } = await inBereik(t, gemeenteId, async (tx) => ({
      d: await vindDossier(tx, dossierId),
      gemeente: await gemeenteVan(tx, gemeenteId),
    }));
    if (!d.bsn) return { soort: 'klaar' };
    const zaak = { t, d: { ...d, bsn: d.bsn }, gemeente, rondeId, begonnen };
    const gehaald = await haalAllesOp(t.duo.voor(gemeente.oin), d.bsn);
    if (gehaald.soort === 'storing') return gehaald;
    const laatste = poging === POGINGEN;
    if (await inBereik(t, gemeenteId, (tx) => schrijf(tx, zaak, gehaald, laatste))) {
      return { soort: 'klaar' };
    }
  }
}

/** @returns onwaar als het dossier intussen veranderde en er niets is geschreven. */
async function schrijf(
  tx: Tx,
  z: Zaak,
  gehaald: Exclude<Opgehaald, { soort: 'storing' }>,
  laatste: boolean,
): Promise<boolean> {
  const { d, t } = z;
  const { revisie } = await vergrendel(tx, d);
  const nu = t.klok.nu();
  const stand = (deel: Omit<DossierStand, 'rondeId' | 'nu'>) =>
    schrijfDossier(tx, d, { rondeId: z.rondeId, nu, ...deel });
  if (revisie !== d.revisie) {
    if (!laatste) return false;
    await stand({ antwoord: 'fout', overgeslagen: [...ONDERWERPEN] });
    return true;
  }
  if (gehaald.soort === 'fout') {
    await stand({ antwoord: 'fout', overgeslagen: [...ONDERWERPEN] });
    return true;
  }
  if (gehaald.soort !== 'ok') {
    const rest = ONDERWERPEN.filter((o) => o !== 'toegang');
    await werkVerschillenBij(tx, d, [nietVanOns(gehaald)].map(genummerd), rest, nu);
    await stand({ antwoord: gehaald.soort, overgeslagen: rest });
    return true;
  }
  const feiten = await leesFeiten(tx, d);
  const hier = await leesHier(tx, z, feiten);
  const uitkomst = vergelijk(hier, gehaald.opbrengst, gehaald.zonderAntwoord);
  const eindigt = uitkomst.overgeslagen.includes('pip')
    ? undefined
    : (toegangEindigt(
        kiesGeldend(feiten, klokOp(hier.vandaag)),
        gehaald.opbrengst.pip,
        hier.gemeentecode,
      ) ?? null);
  const gevonden = metToegang(uitkomst, eindigt ?? null).map(genummerd);
  await werkVerschillenBij(tx, d, gevonden, uitkomst.overgeslagen, nu);
  await stand({
    antwoord: 'vergeleken',
    overgeslagen: uitkomst.overgeslagen,
    toegangEindigt: eindigt,
  });
  await verwerkGemist(tx, z, hier, uitkomst);
  if (eindigt !== undefined) await waarschuw(tx, z, feiten, eindigt);
  return true;
}

/** Alles wat hier bekend is, op het moment dat het dossier is vergrendeld. */
async function leesHier(tx: Tx, { t, d, gemeente, begonnen }: Zaak, feiten: Feit[]): Promise<Hier> {
  const vandaag = t.klok.vandaag();
  const meldingen = await meldingenVan(tx, { ...d, begonnen });
  return {
    feiten,
    gemeentecode: gemeente.code,
    vandaag,
    vanaf: vanafWanneer(feiten, gemeente.code, await geopendOp(tx, d)),
    meldingen: [...meldingen, ...zonderMelding(feiten, meldingen)],
    onderweg: await onderweg(tx, d),
  };
}

/** Gebeurtenissen die als feit in het dossier staan en niet als melding zijn bewaard. */
function zonderMelding(feiten: readonly Feit[], meldingen: Hier['meldingen']): Hier['meldingen'] {
  const over = [...meldingen];
  return feiten.flatMap((f) => {
    if (f.soort !== 'duo-gebeurtenis') return [];
    const { gebeurtenisId: id } = f.inhoud;
    const i = over.findIndex((m) => m.id === id && dagenTussen(m.dag, f.geldigOp) <= 1);
    if (i >= 0) {
      over.splice(i, 1);
      return [];
    }
    return [{ id, dag: f.geldigOp, zeker: false }];
  });
}

/** De eerste dag waarop deze gemeente over de persoon gaat, voor zover hier bekend. */
function vanafWanneer(feiten: readonly Feit[], code: string, geopend: Datum): Datum {
  const dagen = feiten.flatMap((f) => {
    if (f.soort === 'duo-gebeurtenis') return [f.geldigOp];
    if (f.soort === 'koppeling') return [f.inhoud.op];
    return f.soort === 'inschrijving' && f.inhoud.gemeentecode === code ? [f.inhoud.op] : [];
  });
  return dagen.reduce(eerste, geopend);
}

const NIET_BEVOEGD = 'DUO geeft deze gemeente geen gegevens over deze persoon.';
const NIETS = 'DUO heeft niets over deze persoon, of kent de persoon niet.';

const toegang = (kenmerk: string, duo: string): Gevonden => ({
  onderwerp: 'toegang',
  kenmerk,
  soort: 'niet-van-ons',
  hier: 'Lopend dossier',
  duo,
  hierFeitId: null,
  overname: null,
  herstel: ['aanvaard'],
});

function nietVanOns(o: { soort: 'geen-toegang'; foutteksten: string[] } | { soort: 'onbekend' }) {
  if (o.soort === 'onbekend') return toegang('', NIETS);
  return toegang('', [NIET_BEVOEGD, ...o.foutteksten].join(' '));
}

/** Een nieuwer PIP van een andere gemeente is geen verschil om recht te zetten: de persoon is daar in begeleiding. */
function metToegang({ verschillen }: Uitkomst, eindigt: Datum | null): Gevonden[] {
  if (!eindigt) return verschillen;
  const pip = verschillen.find((v) => v.onderwerp === 'pip' && v.kenmerk === 'andere gemeente');
  const rest = verschillen.filter((v) => v !== pip);
  const wie = pip?.duo ?? 'Een andere gemeente stelde een PIP vast';
  const tot = inWoorden(plusDagen(eindigt, -1));
  return [
    ...rest,
    toegang('eindigt', `${wie}. Uren, PVT en MAP kunnen tot en met ${tot} naar DUO.`),
  ];
}

/** Wat DUO wel heeft en hier nooit kwam, gaat alsnog de gewone weg van een melding. */
async function verwerkGemist(tx: Tx, z: Zaak, hier: Hier, { gemist }: Uitkomst): Promise<void> {
  const { t, d, gemeente } = z;
  const nu = t.klok.nu();
  let klaargelegd = false;
  for (const [i, e] of gemist.entries()) {
    const gelijk = (m: { id: string; dag?: Datum; datum?: Datum }) =>
      m.id === e.id && (m.dag ?? m.datum) === e.datum;
    const nieuw = await legGemisteMeldingKlaar(tx, {
      gemeenteId: d.gemeenteId,
      bsn: d.bsn,
      gebeurtenisId: e.id,
      datum: e.datum,
      volgnummer: hier.meldingen.filter(gelijk).length + gemist.slice(0, i).filter(gelijk).length,
      oinDuo: t.config.DUO_OIN,
      oinGemeente: gemeente.oin,
      nu,
    });
    if (!nieuw) continue;
    klaargelegd = true;
    const verschil: Gevonden = {
      onderwerp: 'gebeurtenis',
      kenmerk: `${e.id} ${e.datum}`,
      soort: 'mist-hier',
      hier: null,
      duo: `${e.omschrijving} (${e.id}), ${inWoorden(e.datum)}`,
      hierFeitId: null,
      overname: null,
      herstel: [],
    };
    await voegToe(tx, d, genummerd(verschil), nu, { gedaan: 'alsnog-verwerkt' });
  }
  // Wat de melding ophaalt lost misschien verschillen op.
  if (klaargelegd) await planDossier(tx, d);
}

/** Zet de dag in het dossier, zodat er een signaal bij staat, en stuurt op tijd na wat DUO nog mist. */
async function waarschuw(
  tx: Tx,
  { t, d }: Zaak,
  feiten: readonly Feit[],
  eindigt: Datum | null,
): Promise<void> {
  const door = { nu: t.klok.nu(), vandaag: t.klok.vandaag() };
  const bekend = kiesGeldend(feiten, klokOp(door.vandaag)).laatste('toegang-duo');
  if ((bekend?.inhoud.eindigt ?? null) !== eindigt) {
    await legVast(tx, d, [dagVanEinde(bekend?.id, eindigt, door.vandaag)], door);
  }
  const bijna =
    eindigt && dagenTussen(door.vandaag, eindigt) <= NASTUREN_DAGEN && door.vandaag < eindigt;
  if (!bijna || (await nagestuurdOp(tx, d))) return;
  for (const v of await openVan(tx, d)) {
    if (!NASTUREN.has(v.onderwerp) || !v.herstel.includes('stuur-opnieuw')) continue;
    await stuurOpnieuw(tx, d, v, door);
    await noteerGedaan(tx, v, { wat: 'nagestuurd', nu: door.nu });
  }
  await noteerNagestuurd(tx, d, door.nu);
}

function dagVanEinde(oud: string | undefined, eindigt: Datum | null, vandaag: Datum): NieuwFeit {
  const rest = { geldigOp: vandaag, bron: 'duo', verwijzing: 'vergelijking' } as const;
  const vervangt = oud ? { vervangt: oud } : {};
  if (eindigt) return { soort: 'toegang-duo', inhoud: { eindigt }, ...rest, ...vervangt };
  const tekst =
    'De toegang bij DUO eindigt niet meer: het PIP van deze gemeente is weer het nieuwste.';
  return { soort: 'notitie', inhoud: { tekst }, ...rest, ...vervangt };
}
