import type { FastifyRequest } from 'fastify';
import type { Tx } from '../../server/db/db.ts';
import { leesGemeente } from '../../server/dossier/brief.ts';
import { geweigerd, nietGevonden } from '../../server/http/probleem.ts';
import { drawLetter, LetterError, renderLetter } from '../../server/letters.ts';
import { keurBlokken } from './keur.ts';
import { type Bewerkbaar, PROEFBRIEVEN, PROEFWAARDEN, proefgegevens } from './proef.ts';
import { sjabloonVan } from './standaard.ts';
import { vulIn } from './tokens.ts';

/** De gemeente van het adres, als zij zichtbaar is. */
export function gemeenteVan(req: FastifyRequest): string {
  const { gemeenteId } = req.params as { gemeenteId: string };
  if (!req.gemeenten.includes(gemeenteId)) throw nietGevonden('Deze gemeente');
  return gemeenteId;
}

/** Een briefhoofd waar nog iets aan ontbreekt, krijgt een zichtbare plaats voor wat komt. */
const ONTBREEKT = {
  adres: 'Adres 1',
  postcode: '1234 AB',
  plaats: 'Plaats',
  telefoon: '0123 45 67 89',
  email: 'post@gemeente.example',
  website: 'www.gemeente.example',
  kleur: '#0b5560',
};

type Hoofd = {
  naam: string;
  stijl: Partial<Record<keyof typeof ONTBREEKT, string>>;
  logo: string | null;
};

function briefhoofd({ naam, stijl }: Hoofd) {
  const { kleur, ...rest } = Object.fromEntries(
    Object.entries(ONTBREEKT).map(([veld, anders]) => [
      veld,
      stijl[veld as keyof typeof ONTBREEKT] || anders,
    ]),
  );
  return { naam: naam.replace(/^gemeente /i, ''), ...rest, stijl: { kleur } };
}

function verzoek(hoofd: Hoofd, soort: Bewerkbaar, blokken: Readonly<Record<string, string>>) {
  const waarden = { ...PROEFWAARDEN, gemeente: hoofd.naam.replace(/^gemeente /i, '') };
  const ingevuld = Object.fromEntries(
    sjabloonVan(soort).blokken.map((b) => [b.id, vulIn(blokken[b.id] ?? b.standaard, waarden)]),
  );
  return {
    template: PROEFBRIEVEN[soort].sjabloon,
    data: proefgegevens(soort, briefhoofd(hoofd), ingevuld),
    title: PROEFBRIEVEN[soort].titel,
    lang: 'nl',
    logo: hoofd.logo,
  } as const;
}

/** Maakt van een letter die er niet is een weigering die zegt welke. */
export function alsWeigering(fout: unknown): never {
  if (!(fout instanceof LetterError)) throw fout;
  if (fout.fault === 'teken-ontbreekt')
    throw geweigerd('Deze brief kan niet worden gedrukt.', [
      { code: 'teken-ontbreekt', tekst: `Er is ${fout.message}. Haal dit teken uit de tekst.` },
    ]);
  throw geweigerd('Deze brief kan niet worden gemaakt.', [
    { code: 'brief-mislukt', tekst: 'Past het logo? Probeer het zonder logo of met een ander.' },
  ]);
}

function keurVooraf(soort: Bewerkbaar, blokken: Readonly<Record<string, string>>): void {
  const redenen = keurBlokken(soort, blokken);
  if (redenen.length > 0) throw geweigerd('Deze tekst kan zo niet in de brief.', redenen);
}

/** Tekent een proefbrief met een briefhoofd dat nog niet is bewaard. */
export function tekenMet(hoofd: Hoofd, soort: Bewerkbaar): string {
  try {
    return drawLetter(verzoek(hoofd, soort, {}));
  } catch (fout) {
    return alsWeigering(fout);
  }
}

/** De proefbrief als tekening voor op het scherm. */
export async function tekenBrief(
  tx: Tx,
  gemeenteId: string,
  soort: Bewerkbaar,
  blokken: Readonly<Record<string, string>>,
): Promise<string> {
  keurVooraf(soort, blokken);
  const hoofd = await leesGemeente(tx, gemeenteId);
  try {
    return drawLetter(verzoek(hoofd, soort, blokken));
  } catch (fout) {
    return alsWeigering(fout);
  }
}

/** De proefbrief als PDF/UA, precies zoals een echte. */
export async function proefbrief(
  tx: Tx,
  gemeenteId: string,
  soort: Bewerkbaar,
  blokken: Readonly<Record<string, string>>,
): Promise<Buffer> {
  keurVooraf(soort, blokken);
  const hoofd = await leesGemeente(tx, gemeenteId);
  const { pdf } = await renderLetter({
    ...verzoek(hoofd, soort, blokken),
    standard: 'ua-1',
  }).catch(alsWeigering);
  return pdf;
}
