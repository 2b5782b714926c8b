/** Zoveel van een JSON-schema als de specificaties van DUO gebruiken. */
export type Vorm = {
  $ref?: string;
  type?: string;
  required?: string[];
  properties?: Record<string, Vorm>;
  items?: Vorm;
  enum?: string[];
  pattern?: string;
  format?: string;
  minLength?: string;
  maxLength?: string;
  minimum?: string;
  maximum?: string;
  maxItems?: string;
};

type Bewerking = { vraag?: Vorm; antwoorden: Record<string, Vorm | undefined> };

export type Contract = {
  versie: string;
  paden: Record<string, Record<string, Bewerking>>;
  vormen: Record<string, Vorm>;
};

type Knoop = { [naam: string]: unknown };

/**
 * Leest een OpenAPI-bestand van DUO. Verstaat alleen de deelverzameling van YAML die daarin
 * voorkomt: ingesprongen mappen en lijsten; teksten over meer regels worden samengevoegd.
 */
export function leesContract(tekst: string): Contract {
  const regels = tekst.split('\n').filter((r) => r.trim() !== '' && !r.trimStart().startsWith('#'));
  const [bron] = leesBlok({ regels: samengevoegd(regels), ankers: new Map() }, 0, 0) as [
    Knoop,
    number,
  ];
  const paden: Contract['paden'] = {};
  for (const [pad, bewerkingen] of Object.entries(bron.paths as Record<string, Knoop>)) {
    paden[pad] = Object.fromEntries(
      Object.entries(bewerkingen).map(([methode, b]) => [methode, bewerkingVan(b as Knoop)]),
    );
  }
  const vormen = (bron.components as Knoop).schemas as Record<string, Vorm>;
  return { versie: String((bron.info as Knoop).version), paden, vormen };
}

/** De afwijkingen van `waarde` ten opzichte van `vorm`: paden met een reden, zonder de waarden. */
export function toets(contract: Contract, vorm: Vorm, waarde: unknown, pad = '$'): string[] {
  if (vorm.$ref) {
    const naam = vorm.$ref.split('/').at(-1) ?? '';
    return toets(contract, contract.vormen[naam] ?? {}, waarde, pad);
  }
  if (vorm.type === 'array') {
    if (!Array.isArray(waarde)) return [`${pad}: geen lijst`];
    if (waarde.length > Number(vorm.maxItems ?? waarde.length)) return [`${pad}: te veel`];
    return waarde.flatMap((w, i) => toets(contract, vorm.items ?? {}, w, `${pad}[${i}]`));
  }
  if (vorm.type === 'object') return toetsObject(contract, vorm, waarde, pad);
  return toetsWaarde(vorm, waarde, pad);
}

function toetsObject(contract: Contract, vorm: Vorm, waarde: unknown, pad: string): string[] {
  if (typeof waarde !== 'object' || waarde === null) return [`${pad}: geen object`];
  const velden = vorm.properties ?? {};
  const mist = (vorm.required ?? [])
    .filter((naam) => !(naam in waarde))
    .map((naam) => `${pad}.${naam}: ontbreekt`);
  const inhoud = Object.entries(waarde).flatMap(([naam, w]) => {
    const veld = velden[naam];
    return veld ? toets(contract, veld, w, `${pad}.${naam}`) : [`${pad}.${naam}: onbekend veld`];
  });
  return [...mist, ...inhoud];
}

function toetsWaarde(vorm: Vorm, waarde: unknown, pad: string): string[] {
  const soort = vorm.type === 'integer' ? 'number' : vorm.type;
  const fouten = typeof waarde === soort ? [] : [`${pad}: geen ${vorm.type}`];
  if (vorm.enum && typeof waarde === 'string' && !vorm.enum.includes(waarde)) {
    fouten.push(`${pad}: niet in de lijst`);
  }
  if (vorm.pattern && !patroon(vorm.pattern).test(String(waarde))) {
    fouten.push(`${pad}: niet volgens het patroon`);
  }
  if (!binnenGrenzen(vorm, waarde)) fouten.push(`${pad}: buiten de grenzen`);
  return fouten;
}

/** Tekens als `\p{L}` verstaat een patroon alleen met `u`, en daarmee weer niet elke schuine streep. */
const patroon = (p: string) => new RegExp(p, p.includes('\\p{') ? 'u' : '');

const DATUM = /^\d{4}-\d{2}-\d{2}/;

function binnenGrenzen(vorm: Vorm, waarde: unknown): boolean {
  if (typeof waarde === 'number') {
    if (vorm.type === 'integer' && !Number.isInteger(waarde)) return false;
    return waarde >= Number(vorm.minimum ?? waarde) && waarde <= Number(vorm.maximum ?? waarde);
  }
  if (typeof waarde !== 'string') return true;
  if (vorm.format?.startsWith('date') && !DATUM.test(waarde)) return false;
  const { length } = waarde;
  return length >= Number(vorm.minLength ?? length) && length <= Number(vorm.maxLength ?? length);
}

/**
 * Een waarde met elk veld van `vorm`; uit een lijst van waarden de `keuze`-de. Teksten met een patroon
 * komen uit een vaste voorraad.
 */
export function voorbeeldVan(contract: Contract, vorm: Vorm, keuze: number): unknown {
  if (vorm.$ref) {
    return voorbeeldVan(contract, contract.vormen[vorm.$ref.split('/').at(-1) ?? ''] ?? {}, keuze);
  }
  if (vorm.type === 'array') return [voorbeeldVan(contract, vorm.items ?? {}, keuze)];
  if (vorm.type === 'object') {
    const velden = Object.entries(vorm.properties ?? {});
    return Object.fromEntries(velden.map(([n, v]) => [n, voorbeeldVan(contract, v, keuze)]));
  }
  if (vorm.enum) return vorm.enum[keuze % vorm.enum.length];
  if (vorm.type === 'boolean') return keuze % 2 === 0;
  if (vorm.type !== 'string') return Number(vorm.minimum ?? 0) + keuze;
  return TEKSTEN.find((tekst) => toetsWaarde(vorm, tekst, '$').length === 0);
}

const TEKSTEN = [
  '2026-01-01',
  '1',
  '12,50',
  '1234AB',
  '12AB',
  '0101',
  '0123456789',
  'abc',
  'abcde',
];

function bewerkingVan(b: Knoop): Bewerking {
  const antwoorden = Object.entries(b.responses as Record<string, Knoop>);
  return {
    vraag: b.requestBody ? inhoudVan(b.requestBody as Knoop) : undefined,
    antwoorden: Object.fromEntries(antwoorden.map(([status, a]) => [status, inhoudVan(a)])),
  };
}

function inhoudVan(knoop: Knoop): Vorm | undefined {
  const inhoud = knoop.content as Record<string, Knoop> | undefined;
  return inhoud?.['application/json']?.schema as Vorm | undefined;
}

type Regel = { diepte: number; tekst: string };

const NIEUW = /^(- )?("[^"]*"|'[^']*'|[^\s:"']+):( |$)|^- /;

/** Plakt vervolgregels van lange teksten aan de regel waarin ze begonnen. */
function samengevoegd(regels: string[]): Regel[] {
  const uit: Regel[] = [];
  let sluitteken: string | undefined;
  for (const ruw of regels) {
    const tekst = ruw.trim();
    const vorige = uit.at(-1);
    if (vorige && (sluitteken || !NIEUW.test(tekst))) {
      vorige.tekst += ` ${tekst}`;
    } else {
      uit.push({ diepte: ruw.length - ruw.trimStart().length, tekst });
    }
    sluitteken = openTekst(uit.at(-1)?.tekst ?? '');
  }
  return uit;
}

/** Het aanhalingsteken dat nog open staat, als de waarde van de regel een tekst tussen tekens is. */
function openTekst(regel: string): string | undefined {
  const begin = /^(?:- )?(?:"[^"]*"|'[^']*'|[^\s:"']+): (["'])/.exec(regel);
  const teken = begin?.[1];
  if (!teken || !begin) return undefined;
  const rest = regel.slice(begin[0].length).replaceAll('\\\\', '').replaceAll(`\\${teken}`, '');
  return rest.replaceAll("''", '').includes(teken) ? undefined : teken;
}

/** De regels, en wat er met `&naam` een naam kreeg om met `*naam` nog eens te gebruiken. */
type Blad = { regels: Regel[]; ankers: Map<string, unknown> };

/** Leest de regels vanaf `i` met minstens `diepte`; geeft de waarde en de volgende regel. */
function leesBlok(blad: Blad, i: number, diepte: number): [unknown, number] {
  return blad.regels[i]?.tekst.startsWith('- ')
    ? leesLijst(blad, i, diepte)
    : leesMap(blad, i, diepte);
}

function leesLijst({ regels, ankers }: Blad, begin: number, diepte: number): [unknown[], number] {
  const lijst: unknown[] = [];
  let i = begin;
  for (let r = regels[i]; r && r.diepte === diepte && r.tekst.startsWith('- '); r = regels[i]) {
    const inhoud = r.tekst.slice(2);
    if (/^\S+: |:$/.test(inhoud)) {
      const vervangen = [...regels];
      vervangen[i] = { diepte: diepte + 2, tekst: inhoud };
      const [waarde, volgende] = leesMap({ regels: vervangen, ankers }, i, diepte + 2);
      lijst.push(waarde);
      i = volgende;
    } else {
      lijst.push(tekstVan(inhoud));
      i += 1;
    }
  }
  return [lijst, i];
}

function leesMap(blad: Blad, begin: number, diepte: number): [Knoop, number] {
  const { regels, ankers } = blad;
  const knoop: Knoop = {};
  let i = begin;
  for (let r = regels[i]; r && r.diepte === diepte && !r.tekst.startsWith('- '); r = regels[i]) {
    const delen = /^("[^"]*"|'[^']*'|[^\s:]+):\s*(?:&(\S+)|(.*))$/.exec(r.tekst);
    if (!delen) throw new Error(`regel niet begrepen: ${r.tekst.slice(0, 60)}`);
    const [, ruweNaam = '', anker, waarde] = delen;
    const naam = String(tekstVan(ruweNaam));
    if (waarde) {
      knoop[naam] = waarde.startsWith('*') ? ankers.get(waarde.slice(1)) : tekstVan(waarde);
      i += 1;
    } else if (heeftBlok(r, regels[i + 1])) {
      [knoop[naam], i] = leesBlok(blad, i + 1, regels[i + 1]?.diepte ?? 0);
    } else {
      i += 1;
    }
    if (anker) ankers.set(anker, knoop[naam]);
  }
  return [knoop, i];
}

/** Onder een naam staat iets als de volgende regel dieper ligt, of een lijst op dezelfde diepte is. */
function heeftBlok({ diepte }: Regel, volgende: Regel | undefined): boolean {
  if (!volgende) return false;
  return volgende.diepte > diepte || (volgende.tekst.startsWith('- ') && volgende.diepte >= diepte);
}

function tekstVan(ruw: string): unknown {
  if (ruw.startsWith('"')) return ruw.slice(1, -1).replace(/\\(.)/g, '$1');
  if (ruw.startsWith("'")) return ruw.slice(1, -1).replaceAll("''", "'");
  return ruw;
}
