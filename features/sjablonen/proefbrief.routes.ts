import type { FastifyRequest } from 'fastify';
import type { Tx } from '../../server/db/db.ts';
import { leesGemeente } from '../../server/dossier/brief.ts';
import { geweigerd, nietGevonden } from '../../server/http/probleem.ts';
import { drawLetter, LetterError, renderLetter } from '../../server/letters.ts';
import { proefuitnodiging } from '../agenda/proefbrief.read.ts';
import { proefGewoneTaal } from '../brieven/proefbrief.read.ts';
import { keurBlokken } from './keur.ts';
import { heeftProef, PROEFBRIEVEN, PROEFWAARDEN, proefgegevens } from './proef.ts';
import { type Sjabloonsoort, sjabloonVan } from './standaard.ts';
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

type Blokteksten = Readonly<Record<string, string>>;

/** Het sjabloon met zijn gegevens; wie de brief echt verstuurt maakt ook de proef. */
function briefVan(soort: Sjabloonsoort, hoofd: Hoofd, blokken: Blokteksten) {
  const gemeente = briefhoofd(hoofd);
  const waarden = { ...PROEFWAARDEN, gemeente: gemeente.naam };
  const alle = sjabloonVan(soort).blokken.map((b) => ({
    ...b,
    tekst: blokken[b.id] ?? b.standaard,
  }));
  const vul = (welke: typeof alle) =>
    Object.fromEntries(welke.map((b) => [b.id, vulIn(b.tekst, waarden)]));
  if (heeftProef(soort)) {
    const { sjabloon, titel } = PROEFBRIEVEN[soort];
    return { sjabloon, titel, gegevens: proefgegevens(soort, gemeente, vul(alle)) };
  }
  const eigen = vul(alle.filter((b) => b.tekst !== b.standaard));
  return soort === 'uitnodiging'
    ? proefuitnodiging(gemeente, eigen)
    : proefGewoneTaal(gemeente, eigen);
}

function verzoek(hoofd: Hoofd, soort: Sjabloonsoort, blokken: Blokteksten) {
  const { sjabloon, titel, gegevens } = briefVan(soort, hoofd, blokken);
  return {
    template: sjabloon,
    data: gegevens,
    title: titel,
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

function keurVooraf(soort: Sjabloonsoort, blokken: Blokteksten): void {
  const redenen = keurBlokken(soort, blokken);
  if (redenen.length > 0) throw geweigerd('Deze tekst kan zo niet in de brief.', redenen);
}

/** Tekent een proefbrief met een briefhoofd dat nog niet is bewaard. */
export function tekenMet(hoofd: Hoofd, soort: Sjabloonsoort): string {
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
  soort: Sjabloonsoort,
  blokken: Blokteksten,
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
  soort: Sjabloonsoort,
  blokken: Blokteksten,
): Promise<Buffer> {
  keurVooraf(soort, blokken);
  const hoofd = await leesGemeente(tx, gemeenteId);
  const { pdf } = await renderLetter({
    ...verzoek(hoofd, soort, blokken),
    standard: 'ua-1',
  }).catch(alsWeigering);
  return pdf;
}
