import type { FastifyRequest } from 'fastify';
import type { Oordeel } from '../../rules/shared/antwoord.ts';
import { klokOp } from '../../rules/shared/klok.ts';
import type { Feit } from '../../rules/stand/feiten.ts';
import { kiesGeldend } from '../../rules/stand/geldend.ts';
import { type Lezing, lees } from '../../rules/stand/lezing.ts';
import type { Tx } from '../../server/db/db.ts';
import { leesBeleid } from '../../server/dossier/beleid.ts';
import {
  leesFeiten,
  legVast,
  type NieuwFeit,
  type Vastlegger,
  vergrendel,
} from '../../server/dossier/feiten.ts';
import { type GevondenDossier, vindDossier } from '../../server/dossier/vind.ts';
import { geweigerd, nietGevonden, Probleem } from '../../server/http/probleem.ts';
import type { Toepassing } from '../../server/toepassing.ts';
import { trekUitUitbox, type UitgaandBericht, zetInUitbox } from '../../server/uitbox.ts';

/** Een dossier met zijn feiten, vastgehouden tot het einde van de transactie. */
export type Zaak = {
  d: GevondenDossier;
  feiten: Feit[];
  l: Lezing;
  door: Vastlegger;
};

/** Leest een dossier om erin vast te leggen; een ander wacht tot dit klaar is. */
export async function neemZaak(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  dossierId: string,
): Promise<Zaak> {
  const d = await vindDossier(tx, dossierId);
  await vergrendel(tx, d);
  const vandaag = t.klok.vandaag();
  const feiten = await leesFeiten(tx, d);
  const beleid = await leesBeleid(tx, d.gemeenteId, vandaag);
  const klok = klokOp(vandaag);
  return {
    d,
    feiten,
    l: lees(kiesGeldend(feiten, klok), klok, beleid),
    door: { medewerkerId: req.gebruiker.id, nu: t.klok.nu(), vandaag },
  };
}

const INDELING = {
  asielstatushouder: 'Asielstatushouder',
  'gezins-en-overige-migrant': 'Gezinsmigrant en overige migrant',
} as const;

/** De doelgroep in de woorden van DUO; leeg als zij niet bekend is. */
export const indelingVan = ({ doelgroep: { waarde } }: Lezing) =>
  waarde === 'onbekend' ? undefined : INDELING[waarde];

/** Waarop DUO weigert, met het veld van ons formulier; een veld dat er niet is, hoort bij het geheel. */
export type Veldnamen = Readonly<Record<string, string>>;

const TERMIJN =
  'DUO heeft de inburgeringstermijn nog niet vastgesteld. Zodra die melding er is, kan dit.';
const WACHT: Record<string, string> = {
  startdatum: TERMIJN,
  einddatum: TERMIJN,
  doelgroep: 'De doelgroep is nog niet bekend; DUO geeft die door.',
  leerroute: 'Er is nog geen leerroute: stel eerst het PIP vast.',
  dagtekeningHuidigPip: 'Er is nog geen PIP: stel dat eerst vast.',
};

/**
 * 409 als DUO dit zou weigeren, met alle redenen in gewone taal; wat nog niet te keuren is, kan ook niet.
 * @param mist feiten die mogen ontbreken: dan oordeelt DUO.
 */
export function keurMelding(
  detail: string,
  oordeel: Oordeel,
  velden: Veldnamen,
  mist: readonly string[] = [],
): void {
  if (oordeel.uitkomst === 'voldoet') return;
  if (oordeel.uitkomst === 'voldoet-niet') {
    const redenen = oordeel.redenen.map(({ code, tekst, veld }) => {
      const naam = veld && velden[veld];
      return { code, tekst, ...(naam ? { veld: naam } : {}) };
    });
    throw geweigerd(detail, redenen);
  }
  const nodig = oordeel.ontbreekt.filter((o) => !mist.includes(o.feit));
  const teksten = new Map(
    nodig.map((o) => [WACHT[o.feit] ?? o.tekst, WACHT[o.feit] === TERMIJN ? 'termijn' : o.feit]),
  );
  if (teksten.size === 0) return;
  const redenen = [...teksten].map(([tekst, feit]) => ({ code: `nodig-${feit}`, tekst }));
  throw geweigerd(detail, redenen);
}

/** 409 als er iets anders staat dan wat iemand zag toen hij begon. */
export function keurGezien(huidig: Feit | undefined, gezien: string | null, wat: string): void {
  if ((huidig?.id ?? null) === gezien) return;
  if (!huidig) throw nietGevonden('Wat u wijzigt');
  throw new Probleem(409, 'gewijzigd', 'Iemand anders heeft dit intussen gewijzigd.', {
    conflict: { wie: huidig.door ?? huidig.bron, wanneer: huidig.vastgelegdOp, wat },
  });
}

/** Het bericht dat over het eerste feit naar DUO gaat. */
type Bericht = Pick<UitgaandBericht, 'soort' | 'inhoud'>;

/**
 * Legt feiten vast en zet het bericht over het eerste klaar, in dezelfde transactie. Wat over een vorige versie
 * nog niet op weg was, vertrekt niet meer: een melding vervangt de vorige.
 * @param vorigeIds feiten waarvan een wachtend bericht vervalt
 */
export async function legVastEnMeld(
  req: FastifyRequest,
  tx: Tx,
  zaak: Zaak,
  feiten: readonly [NieuwFeit, ...NieuwFeit[]],
  bericht: Bericht | null,
  vorigeIds: readonly string[] = [],
): Promise<{ feitId: string; verzendingId: string | null; ids: string[] }> {
  const { d, door } = zaak;
  const { gemeenteId, dossierId } = d;
  const { ids } = await legVast(tx, d, feiten, door);
  const feitId = ids[0] as string;
  for (const oud of vorigeIds) await trekUitUitbox(tx, d, oud, door.nu);
  const verzendingId = bericht
    ? await zetInUitbox(tx, { gemeenteId, dossierId, onderwerpId: feitId, nu: door.nu, ...bericht })
    : null;
  const objectSoort = feiten[0].soort;
  await req.spoor(tx, {
    handeling: 'wijzigen',
    objectSoort,
    objectId: feitId,
    dossierId,
    gemeenteId,
  });
  return { feitId, verzendingId, ids };
}
