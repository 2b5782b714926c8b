import { crc32, inflateRawSync } from 'node:zlib';

/** Het archief is stuk, te groot of van een soort die niet wordt gelezen. De tekst is voor de gebruiker. */
export class ZipFout extends Error {}

export type ZipGrenzen = {
  /** Hoogstens zoveel bestanden in het archief. */
  bestanden: number;
  /** Hoogstens zoveel bytes uitgepakt, alles bij elkaar. */
  uitgepakt: number;
};

type Ingang = { naam: string; methode: number; ingepakt: number; plek: number };

const EINDE = 0x06054b50;
const CENTRAAL = 0x02014b50;
const LOKAAL = 0x04034b50;
const EINDE_LENGTE = 22;
const MAX_COMMENTAAR = 65_535;
const VERSLEUTELD = 1;
const ZIP64 = 0xffffffff;

const STUK = 'Dit rekenblad is stuk. Sla het opnieuw op als .xlsx en probeer het nog eens.';

function vindEinde(bytes: Buffer): number {
  const eerste = Math.max(0, bytes.length - EINDE_LENGTE - MAX_COMMENTAAR);
  for (let i = bytes.length - EINDE_LENGTE; i >= eerste; i -= 1) {
    if (bytes.readUInt32LE(i) === EINDE) return i;
  }
  throw new ZipFout(STUK);
}

function leesIngangen(bytes: Buffer, grenzen: ZipGrenzen): Ingang[] {
  const einde = vindEinde(bytes);
  const aantal = bytes.readUInt16LE(einde + 10);
  if (aantal > grenzen.bestanden) throw new ZipFout('Dit rekenblad bevat te veel onderdelen.');
  let plek = bytes.readUInt32LE(einde + 16);
  const ingangen: Ingang[] = [];
  for (let i = 0; i < aantal; i += 1) {
    if (bytes.readUInt32LE(plek) !== CENTRAAL) throw new ZipFout(STUK);
    if (bytes.readUInt16LE(plek + 8) & VERSLEUTELD) {
      throw new ZipFout('Dit rekenblad heeft een wachtwoord. Sla het op zonder wachtwoord.');
    }
    const naamLengte = bytes.readUInt16LE(plek + 28);
    const rest = bytes.readUInt16LE(plek + 30) + bytes.readUInt16LE(plek + 32);
    ingangen.push({
      naam: bytes.toString('utf8', plek + 46, plek + 46 + naamLengte),
      methode: bytes.readUInt16LE(plek + 10),
      ingepakt: bytes.readUInt32LE(plek + 20),
      plek: bytes.readUInt32LE(plek + 42),
    });
    plek += 46 + naamLengte + rest;
  }
  return ingangen;
}

function pakUit(bytes: Buffer, ingang: Ingang, ruimte: number): Buffer {
  const { plek, ingepakt, methode } = ingang;
  if (plek === ZIP64 || ingepakt === ZIP64 || bytes.readUInt32LE(plek) !== LOKAAL) {
    throw new ZipFout(STUK);
  }
  const begin = plek + 30 + bytes.readUInt16LE(plek + 26) + bytes.readUInt16LE(plek + 28);
  const inhoud = bytes.subarray(begin, begin + ingepakt);
  if (inhoud.length !== ingepakt) throw new ZipFout(STUK);
  if (methode === 0 && inhoud.length <= ruimte) return inhoud;
  if (methode !== 8) throw new ZipFout(STUK);
  return inflateRawSync(inhoud, { maxOutputLength: ruimte });
}

/**
 * Pakt de bestanden uit waarvan `kies` de naam goedkeurt, en nooit meer dan de grenzen toelaten: wat het archief zelf
 * over zijn omvang zegt telt niet.
 * @throws ZipFout als het archief stuk of te groot is.
 */
export function leesZip(
  bytes: Buffer,
  grenzen: ZipGrenzen,
  kies: (naam: string) => boolean,
): Map<string, Buffer> {
  try {
    const uit = new Map<string, Buffer>();
    let ruimte = grenzen.uitgepakt;
    for (const ingang of leesIngangen(bytes, grenzen)) {
      if (!kies(ingang.naam)) continue;
      if (uit.has(ingang.naam)) throw new ZipFout(STUK);
      const inhoud = pakUit(bytes, ingang, ruimte);
      ruimte -= inhoud.length;
      uit.set(ingang.naam, inhoud);
    }
    return uit;
  } catch (fout) {
    if (fout instanceof ZipFout) throw fout;
    const teGroot = fout instanceof Error && 'code' in fout && fout.code === 'ERR_BUFFER_TOO_LARGE';
    throw new ZipFout(
      teGroot ? 'Dit rekenblad is uitgepakt te groot. Verwijder wat er niet in hoort.' : STUK,
    );
  }
}

/** Maakt een archief zonder compressie van precies deze bestanden. */
export function maakZip(bestanden: ReadonlyMap<string, Buffer>): Buffer {
  const delen: Buffer[] = [];
  const lijst: Buffer[] = [];
  let plek = 0;
  for (const [naam, inhoud] of bestanden) {
    const naamBytes = Buffer.from(naam);
    const gedeeld = Buffer.alloc(26);
    gedeeld.writeUInt16LE(20, 0);
    gedeeld.writeUInt32LE(crc32(inhoud), 10);
    gedeeld.writeUInt32LE(inhoud.length, 14);
    gedeeld.writeUInt32LE(inhoud.length, 18);
    gedeeld.writeUInt16LE(naamBytes.length, 22);
    delen.push(getal(LOKAAL), gedeeld, naamBytes, inhoud);
    lijst.push(
      getal(CENTRAAL),
      Buffer.from([20, 0]),
      gedeeld,
      Buffer.alloc(10),
      getal(plek),
      naamBytes,
    );
    plek += 30 + naamBytes.length + inhoud.length;
  }
  const centraal = Buffer.concat(lijst);
  const einde = Buffer.alloc(EINDE_LENGTE);
  einde.writeUInt32LE(EINDE, 0);
  einde.writeUInt16LE(bestanden.size, 8);
  einde.writeUInt16LE(bestanden.size, 10);
  einde.writeUInt32LE(centraal.length, 12);
  einde.writeUInt32LE(plek, 16);
  return Buffer.concat([...delen, centraal, einde]);
}

function getal(waarde: number): Buffer {
  const uit = Buffer.alloc(4);
  uit.writeUInt32LE(waarde, 0);
  return uit;
}
