import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve, sep } from 'node:path';

/** De normen waarin een brief gemaakt kan worden: toegankelijk (UA-1) of voor het archief (A-2a). */
export type LetterStandard = 'ua-1' | 'a-2a';

export type LetterRequest = {
  /** Pad van het sjabloon binnen het project, bijvoorbeeld `features/pip/beschikking.typ`. */
  template: string;
  /** Gegevens die al door het schema van het sjabloon zijn goedgekeurd; `dagtekening` is verplicht. */
  data: unknown;
  /** Titel in de metadata en kop van de brief. Nooit met een BSN. */
  title: string;
  lang: 'nl';
  standard: LetterStandard;
  /** Talen van stukken tekst in de brief (BCP 47, zonder regio): elk moet als taal in de structuur staan. */
  spans?: readonly string[];
  /** Logo boven de brief als SVG-tekst, al nagekeken; zonder staat de naam van de gemeente er. */
  logo?: string | null;
};

export type LetterFault = 'motor-ontbreekt' | 'sjabloon' | 'teken-ontbreekt' | 'norm-ontbreekt';

/** Een brief die niet gemaakt kan worden. De tekst bevat nooit gegevens van een persoon. */
export class LetterError extends Error {
  readonly fault: LetterFault;

  constructor(fault: LetterFault, message: string) {
    super(message);
    this.name = 'LetterError';
    this.fault = fault;
  }
}

type Compiler = {
  pdf(
    source: { mainFilePath: string; inputs: Record<string, string> },
    options: { pdfStandard: LetterStandard },
  ): Buffer;
  plainSvg(source: { mainFilePath: string; inputs: Record<string, string> }): string;
  evictCache(maxAge: number): void;
};
type TypstModule = {
  NodeCompiler: {
    create(options: { workspace: string; fontArgs: { fontBlobs: Buffer[] }[] }): Compiler;
  };
};

const PROJECT_ROOT = resolve(import.meta.dirname, '..');
const TYPST = '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu';

// Deze gaan voor gelijknamige lettertypen van de machine. Amiri voor Arabisch schrift: andere vrije letters geven een tekstlaag met de tekens in war.
const FONTS = [
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf',
  'noto-sans/700Bold/NotoSans_700Bold.ttf',
  'noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf',
  'noto-sans-ethiopic/700Bold/NotoSansEthiopic_700Bold.ttf',
  'amiri/400Regular/Amiri_400Regular.ttf',
  'amiri/700Bold/Amiri_700Bold.ttf',
];

/** In aantal brieven: wat zo lang niet is hergebruikt, gaat uit het geheugen. */
const CACHE_AGE = 10;

let compiler: Compiler | undefined;

/**
 * Eén compiler per proces. Compileren is één synchrone aanroep, dus twee brieven kunnen elkaar in
 * hetzelfde proces niet in de weg zitten.
 */
function typst(): Compiler {
  compiler ??= createCompiler();
  return compiler;
}

function createCompiler(): Compiler {
  const require = createRequire(import.meta.url);
  let module: TypstModule;
  try {
    module = require(TYPST) as TypstModule;
  } catch {
    throw new LetterError(
      'motor-ontbreekt',
      `${TYPST} is niet geïnstalleerd: geen brieven mogelijk`,
    );
  }
  const fontBlobs = FONTS.map((path) => {
    const [family = '', ...file] = path.split('/');
    const folder = dirname(require.resolve(`@expo-google-fonts/${family}/package.json`));
    return readFileSync(join(folder, ...file));
  });
  return module.NodeCompiler.create({ workspace: PROJECT_ROOT, fontArgs: [{ fontBlobs }] });
}

/**
 * Maakt een brief als PDF en bewijst in de metadata dat norm, taal en titel er echt in staan.
 *
 * De gegevens gaan als JSON naar het sjabloon en worden daar nooit als opmaak gelezen. Dezelfde
 * invoer geeft dezelfde bytes: de datum in het document is de dagtekening, niet de klok.
 *
 * @returns de PDF en de sha256 daarvan (hex, 64 tekens), voor in het dossier.
 * @throws LetterError als de motor of een letterteken ontbreekt, het sjabloon niet past bij de
 *   gegevens, of de PDF niet aan de gevraagde norm voldoet.
 */
export async function renderLetter(
  request: LetterRequest,
): Promise<{ pdf: Buffer; sha256: string }> {
  const pdf = compile(request);
  assertMetadata(pdf, request);
  return { pdf, sha256: createHash('sha256').update(pdf).digest('hex') };
}

/**
 * Tekent een brief voor op het scherm: alle bladzijden onder elkaar als SVG-tekst, zonder script. Alleen voor een
 * voorbeeld; wat iemand krijgt en wat bewaard wordt is de PDF van `renderLetter`.
 *
 * @throws LetterError zoals `renderLetter`, behalve over de norm.
 */
export function drawLetter(request: Omit<LetterRequest, 'standard'>): string {
  return run(request, (engine, source) => engine.plainSvg(source));
}

function compile(request: LetterRequest): Buffer {
  // Niet eerst compile(): een document dat JavaScript vasthoudt, houdt ongeveer 1 MB per brief
  // vast buiten het zicht van de garbage collector.
  return run(request, (engine, source) => engine.pdf(source, { pdfStandard: request.standard }));
}

type Source = { mainFilePath: string; inputs: Record<string, string> };

function run<T>(
  { template, data, title, logo }: Omit<LetterRequest, 'standard'>,
  make: (engine: Compiler, source: Source) => T,
): T {
  const mainFilePath = resolve(PROJECT_ROOT, template);
  if (!mainFilePath.startsWith(PROJECT_ROOT + sep) || !mainFilePath.endsWith('.typ')) {
    throw new LetterError('sjabloon', 'het sjabloon is geen .typ-bestand van dit project');
  }
  const engine = typst();
  const inputs = {
    gegevens: JSON.stringify(data),
    titel: title,
    ...(logo ? { logo } : {}),
  };
  try {
    return make(engine, { mainFilePath, inputs });
  } catch (cause) {
    // De melding staat bij een fout in het sjabloon in `code` en bij een fout in de norm in `message`.
    const { code = '', message = '' } = cause as { code?: string; message?: string };
    throw translateError(template, `${code}\n${message}`);
  } finally {
    engine.evictCache(CACHE_AGE);
  }
}

/** De melding van de motor kan tekst uit de brief citeren; alleen codepunten en sleutels gaan door. */
function translateError(template: string, message: string): LetterError {
  const missing = [...message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu)]
    .flatMap((match) => [...(match[1] ?? '')])
    .map((char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
  if (missing.length > 0) {
    const codes = [...new Set(missing)].join(', ');
    return new LetterError('teken-ontbreekt', `geen letterteken voor ${codes}`);
  }
  if (/PDF\/(UA|A)-\w+ error/u.test(message)) {
    return new LetterError('norm-ontbreekt', `${template}: de PDF kan niet aan de norm voldoen`);
  }
  const keys = [...message.matchAll(/does not contain key \\?"(\w+)\\?"/gu)].map((m) => m[1]);
  const detail = keys.length > 0 ? `: zonder ${[...new Set(keys)].join(', ')}` : '';
  return new LetterError('sjabloon', `${template} past niet bij de gegevens${detail}`);
}

const NORM_MARKS: Record<LetterStandard, string[]> = {
  'ua-1': ['<pdfuaid:part>1</pdfuaid:part>'],
  'a-2a': ['<pdfaid:part>2</pdfaid:part>', '<pdfaid:conformance>A</pdfaid:conformance>'],
};

/**
 * De motor negeert opties die hij niet kent. Daarom telt alleen wat in de XMP-metadata staat; die
 * staan in beide normen ongecomprimeerd in het bestand.
 */
function assertMetadata(pdf: Buffer, { title, lang, standard, spans = [] }: LetterRequest): void {
  const text = pdf.toString('utf8');
  const xmp = text.slice(text.indexOf('<x:xmpmeta'), text.indexOf('</x:xmpmeta>'));
  for (const mark of NORM_MARKS[standard]) {
    if (!xmp.includes(mark)) throw new LetterError('norm-ontbreekt', `geen ${standard} in de PDF`);
  }
  const language = /<dc:language>.*?<rdf:li>(.*?)<\/rdf:li>/su.exec(xmp)?.[1];
  if (language !== lang && !language?.startsWith(`${lang}-`)) {
    throw new LetterError('norm-ontbreekt', `taal ${lang} ontbreekt in de PDF`);
  }
  // De structuurboom staat in beide normen ongecomprimeerd in het bestand.
  const structure = pdf.toString('latin1');
  const absent = spans.filter((span) => !new RegExp(`/Lang ?\\(${span}\\)`, 'u').test(structure));
  if (absent.length > 0) {
    throw new LetterError('norm-ontbreekt', `taal ${absent.join(', ')} ontbreekt in de tekst`);
  }
  const found = /<dc:title>.*?<rdf:li[^>]*>(.*?)<\/rdf:li>/su.exec(xmp)?.[1];
  if (found === undefined || title.trim() === '' || unescapeXml(found) !== title) {
    throw new LetterError('norm-ontbreekt', 'de titel ontbreekt in de PDF');
  }
}

function unescapeXml(text: string): string {
  const names: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(lt|gt|quot|apos|amp);/gu, (_, name: string) => names[name] ?? '');
}
