import { inflateSync } from 'node:zlib';

/** One marked piece of a page, in reading order. */
export type Piece = { page: number; text: string };

type Objects = ReadonlyMap<string, { dict: string; stream?: Buffer }>;

/** Every object of a PDF that Typst wrote: its dictionary, and its stream unpacked. */
function objectsOf(pdf: Buffer): Objects {
  const raw = pdf.toString('latin1');
  const found = new Map<string, { dict: string; stream?: Buffer }>();
  for (const m of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n(.*?)endobj/gsu)) {
    const [, id = '', body = ''] = m;
    const at = body.indexOf('stream\n');
    const dict = at < 0 ? body : body.slice(0, at);
    if (at < 0) {
      found.set(id, { dict });
      continue;
    }
    const from = (m.index ?? 0) + m[0].length - body.length - 'endobj'.length + at + 7;
    const bytes = pdf.subarray(from);
    const packed = dict.includes('/FlateDecode');
    const length = Number(/\/Length (\d+)/u.exec(dict)?.[1]);
    const stream = packed ? inflateSync(bytes, { finishFlush: 2 }) : bytes.subarray(0, length);
    found.set(id, { dict, stream });
  }
  return found;
}

const hexText = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** Glyph number to text, from a ToUnicode table. */
function tableOf(cmap: string): Map<number, string> {
  const table = new Map<number, string>();
  for (const [, lines = ''] of cmap.matchAll(/beginbfchar(.*?)endbfchar/gsu)) {
    for (const [, glyph = '', text = ''] of lines.matchAll(/<([0-9A-F]+)> ?<([0-9A-F]+)>/giu)) {
      table.set(Number.parseInt(glyph, 16), hexText(text));
    }
  }
  return table;
}

type Fonts = ReadonlyMap<string, ReadonlyMap<number, string>>;

function fontsOf(page: string, objects: Objects): Fonts {
  const [, names = ''] = /\/Font <<(.*?)>>/su.exec(page) ?? [];
  return new Map(
    [...names.matchAll(/\/(\w+) (\d+) 0 R/gu)].map(([, name = '', id = '']) => {
      const unicode = /\/ToUnicode (\d+) 0 R/u.exec(objects.get(id)?.dict ?? '')?.[1] ?? '';
      return [name, tableOf(objects.get(unicode)?.stream?.toString('latin1') ?? '')];
    }),
  );
}

const ESCAPES: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** The bytes of a literal PDF string, without its brackets. */
function bytesOf(literal: string): number[] {
  const bytes: number[] = [];
  for (const [part] of literal.matchAll(/\\[0-7]{1,3}|\\.|[^\\]/gsu)) {
    if (part[0] !== '\\') bytes.push(part.charCodeAt(0));
    else if (/\d/u.test(part[1] ?? '')) bytes.push(Number.parseInt(part.slice(1), 8));
    else bytes.push(ESCAPES[part[1] ?? ''] ?? part.charCodeAt(1));
  }
  return bytes;
}

function shown(array: string, table: ReadonlyMap<number, string>): string[] {
  const bytes = [...array.matchAll(/\(((?:\\.|[^\\)])*)\)/gsu)].flatMap((m) => bytesOf(m[1] ?? ''));
  return Array.from({ length: bytes.length / 2 }, (_, i) => {
    const glyph = (bytes[2 * i] ?? 0) * 256 + (bytes[2 * i + 1] ?? 0);
    return table.get(glyph) ?? '\ufffd';
  });
}

const TOKEN = /\/ReversedChars BMC|\/(\w+) [\d.]+ Tf|\[((?:\((?:\\.|[^\\)])*\)|[^\]])*)\] TJ/gsu;

/** One text block; words that run from right to left are put back in the order in which they are read. */
function blockText(block: string, fonts: Fonts): string {
  const runs: { glyphs: string[]; reversed: boolean }[] = [];
  let reversed = false;
  let table: ReadonlyMap<number, string> = new Map();
  for (const [token, font, array] of block.matchAll(TOKEN)) {
    if (token.startsWith('/Reversed')) reversed = true;
    else if (font) table = fonts.get(font) ?? new Map();
    else runs.push({ glyphs: shown(array ?? '', table), reversed });
    if (array !== undefined) reversed = false;
  }
  const words = runs.map((r) => (r.reversed ? r.glyphs.toReversed() : r.glyphs).join(''));
  return (runs.some((r) => r.reversed) ? words.reverse() : words).join('');
}

/**
 * The text of a PDF as one copies it: per page, per marked piece, in the order of the structure. Artifacts (what is
 * only drawn) are left out.
 */
export function textOf(pdf: Buffer): Piece[] {
  const objects = objectsOf(pdf);
  const pages = [...objects.values()].filter(({ dict }) => /\/Type \/Page\b/u.test(dict));
  return pages.flatMap(({ dict }, page) => {
    const fonts = fontsOf(dict, objects);
    const content = /\/Contents (\d+) 0 R/u.exec(dict)?.[1] ?? '';
    const stream = objects.get(content)?.stream?.toString('latin1') ?? '';
    const pieces = stream.split(/\/Artifact|\/MCID \d+/u).slice(1);
    const kinds = [...stream.matchAll(/\/Artifact|\/MCID \d+/gu)].map(([k]) => k);
    return pieces.flatMap((piece, i) => {
      if (kinds[i] === '/Artifact') return [];
      const blocks = [...piece.matchAll(/BT\n(.*?)\nET/gsu)].map((m) =>
        blockText(m[1] ?? '', fonts),
      );
      const text = blocks.join('\n').replaceAll('\u00a0', ' ');
      return text.trim() === '' ? [] : [{ page: page + 1, text }];
    });
  });
}
