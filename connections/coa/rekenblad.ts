import readXlsx from 'read-excel-file/universal';
import { leesZip, maakZip, ZipFout } from './zip.ts';

/** Eén cel zoals zij in het blad staat. */
export type Cel = string | number | boolean | Date | null;

export type Blad = {
  rijen: Cel[][];
  /** Cellen met een formule, als `B3`. */
  formules: ReadonlySet<string>;
};

export const MAX_RIJEN = 200;
const MAX_KOLOMMEN = 100;
const GRENZEN = { bestanden: 100, uitgepakt: 20_000_000 };
const BLAD = 'Personen';

const NODIG = /^(?:\[Content_Types\]\.xml|_rels\/.*\.rels|xl\/.*\.(?:xml|rels))$/;
const CELVERWIJZING = /<(?:\w{1,20}:)?(?:c|row)\s[^>]{0,200}?\br="([A-Z]{0,4})(\d{1,8})"/g;
const FORMULE =
  /<(?:\w{1,20}:)?c\s[^>]{0,200}?\br="([A-Z]{1,4}\d{1,8})"[^>]{0,200}>\s{0,20}<(?:\w{1,20}:)?f[\s>/]/g;
const CEL = /<(?:\w{1,20}:)?c[\s>/]/g;

const TE_VEEL = `Een overdracht heeft hoogstens ${MAX_RIJEN} personen. Verdeel haar over meer bestanden en verwijder lege rijen onderaan.`;

/** 'A' is 0, 'Z' is 25, 'AA' is 26. */
function kolomnummer(letters: string): number {
  return [...letters].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1;
}

/** 0 is 'A', 26 is 'AA'. */
export function kolomletters(nummer: number): string {
  const rest = nummer % 26;
  const letter = String.fromCharCode(65 + rest);
  return nummer < 26 ? letter : kolomletters(Math.floor(nummer / 26) - 1) + letter;
}

function tekstVan(xml: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(xml);
  } catch {
    throw new ZipFout(
      'Dit rekenblad heeft een tekenset die niet wordt gelezen. Sla het op als .xlsx.',
    );
  }
}

/** Weigert wat de lezer zou laten vastlopen: verwijzingen ver buiten het blad, en eigen entiteiten in de XML. */
function keurXml(naam: string, tekst: string): string[] {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(tekst)) {
    throw new ZipFout(
      'Dit rekenblad bevat iets dat er niet in hoort. Begin met een leeg sjabloon.',
    );
  }
  if (!naam.startsWith('xl/worksheets/')) return [];
  for (const [, letters = '', cijfers] of tekst.matchAll(CELVERWIJZING)) {
    if (Number(cijfers) > MAX_RIJEN + 1 || kolomnummer(letters) >= MAX_KOLOMMEN) {
      throw new ZipFout(TE_VEEL);
    }
  }
  if ((tekst.match(CEL)?.length ?? 0) > (MAX_RIJEN + 1) * MAX_KOLOMMEN) throw new ZipFout(TE_VEEL);
  return [...tekst.matchAll(FORMULE)].map(([, cel = '']) => cel);
}

/**
 * Leest het blad ‘Personen’, of anders het eerste blad. De lezer krijgt een nieuw archief met alleen wat hier is
 * uitgepakt en gekeurd; formules worden nooit uitgerekend.
 * @throws ZipFout met een tekst voor de gebruiker.
 */
export async function leesRekenblad(bytes: Buffer): Promise<Blad> {
  const delen = leesZip(bytes, GRENZEN, (naam) => {
    if (/vbaProject/i.test(naam)) {
      throw new ZipFout('Dit rekenblad bevat macro’s. Sla het op als gewoon .xlsx.');
    }
    return NODIG.test(naam);
  });
  const formules = [...delen].flatMap(([naam, xml]) => keurXml(naam, tekstVan(xml)));
  const schoon = maakZip(delen);
  try {
    const bladen = await readXlsx(new Uint8Array(schoon).buffer as ArrayBuffer);
    const blad = bladen.find((b) => b.sheet === BLAD) ?? bladen[0];
    return { rijen: (blad?.data ?? []) as Cel[][], formules: new Set(formules) };
  } catch (fout) {
    throw new ZipFout(plekVan(fout));
  }
}

/** De lezer noemt bij een kapotte cel haar plek; de rest van zijn tekst kan inhoud bevatten en blijft hier. */
function plekVan(fout: unknown): string {
  const plek = fout instanceof Error ? /at row (\d+), col (\d+)/.exec(fout.message) : null;
  return plek
    ? `Cel ${kolomletters(Number(plek[2]) - 1)}${plek[1]} is niet te lezen. Typ de waarde opnieuw.`
    : 'Dit bestand is geen rekenblad dat te lezen is. Sla het op als .xlsx.';
}
