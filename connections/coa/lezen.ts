import { FORMULIER, FORMULIER_VERSIE, KOLOMMEN, type Kolom } from './kolommen.ts';
import { type Cel, kolomletters, leesRekenblad, MAX_RIJEN } from './rekenblad.ts';
import { ZipFout } from './zip.ts';

/** Eén gelezen waarde met waar zij stond. */
export type Veld = { waarde: unknown; plek: string };
export type Gebrek = { plek: string; tekst: string };

/** Eén persoon zoals hij in het bestand staat, nog niet gekeurd. */
export type RuweRij = {
  /** Regelnummer in het blad, of volgnummer in JSON. */
  rij: number;
  /** Op id van de kolom; lege cellen ontbreken. */
  velden: ReadonlyMap<string, Veld>;
  gebreken: Gebrek[];
};

export type Gelezen =
  | { soort: 'gelezen'; vorm: 'json' | 'xlsx'; rijen: RuweRij[]; gebreken: Gebrek[] }
  /** Het hele bestand is niet te lezen; `reden` is een zin voor de gebruiker. */
  | { soort: 'onleesbaar'; reden: string };

/** Zoveel bytes mag het bestand zelf zijn. */
export const MAX_BESTAND = 2_000_000;

const OP_KOP = new Map(
  KOLOMMEN.flatMap((k) => [
    [gewoon(k.kop), k],
    [gewoon(k.id), k],
  ]),
);
const OP_ID = new Map(KOLOMMEN.map((k) => [k.id, k]));

function gewoon(tekst: string): string {
  return tekst.trim().toLowerCase().replace(/[’‘`]/g, "'").replace(/\s+/g, ' ');
}

const onleesbaar = (reden: string): Gelezen => ({ soort: 'onleesbaar', reden });

/** Leest een overdracht van COA: een rekenblad (.xlsx) of JSON. Gooit nooit op wat er in een bestand kan staan. */
export async function leesOverdracht(bytes: Buffer): Promise<Gelezen> {
  if (bytes.length === 0) return onleesbaar('Dit bestand is leeg.');
  if (bytes.length > MAX_BESTAND) return onleesbaar('Dit bestand is groter dan 2 MB.');
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return vanRekenblad(bytes);
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0') {
    return onleesbaar(
      'Dit is een oud of beveiligd rekenblad. Sla het zonder wachtwoord op als .xlsx.',
    );
  }
  return vanJson(bytes);
}

async function vanRekenblad(bytes: Buffer): Promise<Gelezen> {
  try {
    const { rijen, formules } = await leesRekenblad(bytes);
    const [koppen, ...rest] = rijen;
    if (!koppen) return onleesbaar('Het blad is leeg.');
    const { kolommen, gebreken, dubbel } = leesKoppen(koppen);
    if (dubbel) return onleesbaar(`De kop ‘${dubbel}’ staat er twee keer. Haal er één weg.`);
    if (kolommen.length === 0) {
      return onleesbaar(
        'De koppen van het formulier staan niet in de eerste rij. Gebruik het sjabloon.',
      );
    }
    const personen = rest
      .map((cellen, i) => leesRij(cellen, i + 2, kolommen, formules))
      .filter((r) => r.velden.size > 0 || r.gebreken.length > 0);
    if (personen.length === 0) return onleesbaar('Er staan geen personen in dit bestand.');
    if (personen.length > MAX_RIJEN)
      return onleesbaar(`Hoogstens ${MAX_RIJEN} personen per bestand.`);
    return { soort: 'gelezen', vorm: 'xlsx', rijen: personen, gebreken };
  } catch (fout) {
    if (fout instanceof ZipFout) return onleesbaar(fout.message);
    return onleesbaar('Dit bestand is geen rekenblad dat te lezen is. Sla het op als .xlsx.');
  }
}

type Koppeling = { kolom: Kolom; nummer: number };

function leesKoppen(koppen: Cel[]) {
  const kolommen: Koppeling[] = [];
  const gebreken: Gebrek[] = [];
  let dubbel: string | undefined;
  koppen.forEach((kop, nummer) => {
    if (kop === null || kop === '') return;
    const kolom = OP_KOP.get(gewoon(String(kop)));
    if (!kolom) {
      const plek = `kolom ${kolomletters(nummer)}`;
      gebreken.push({
        plek,
        tekst: 'Deze kolom hoort niet bij het formulier en wordt niet gelezen.',
      });
    } else if (kolommen.some((k) => k.kolom.id === kolom.id)) dubbel = kolom.kop;
    else kolommen.push({ kolom, nummer });
  });
  return { kolommen, gebreken, dubbel };
}

function leesRij(
  cellen: Cel[],
  rij: number,
  kolommen: Koppeling[],
  formules: ReadonlySet<string>,
): RuweRij {
  const velden = new Map<string, Veld>();
  const gebreken: Gebrek[] = [];
  for (const { kolom, nummer } of kolommen) {
    const waarde = cellen[nummer];
    const plek = `${kolom.kop} (kolom ${kolomletters(nummer)})`;
    if (formules.has(`${kolomletters(nummer)}${rij}`)) {
      gebreken.push({ plek, tekst: 'Hier staat een formule. Plak de waarde zelf in de cel.' });
    } else if (!isLeeg(waarde)) velden.set(kolom.id, { waarde, plek });
  }
  return { rij, velden, gebreken };
}

const isLeeg = (waarde: unknown) =>
  waarde === null || waarde === undefined || (typeof waarde === 'string' && waarde.trim() === '');

function vanJson(bytes: Buffer): Gelezen {
  const tekst = alsTekst(bytes);
  if (tekst === undefined) {
    return onleesbaar('De tekens in dit bestand zijn niet te lezen. Sla het op als UTF-8.');
  }
  let inhoud: unknown;
  try {
    inhoud = JSON.parse(tekst);
  } catch {
    return onleesbaar('Dit is geen JSON en geen rekenblad (.xlsx).');
  }
  if (!isObject(inhoud) || inhoud.formulier !== FORMULIER) {
    return onleesbaar(
      `Dit is geen overdracht van COA: het veld ‘formulier’ moet ‘${FORMULIER}’ zijn.`,
    );
  }
  if (inhoud.versie !== FORMULIER_VERSIE) {
    return onleesbaar(
      `Deze versie van het formulier wordt niet gelezen; gebruik versie ${FORMULIER_VERSIE}.`,
    );
  }
  const { personen } = inhoud;
  if (!Array.isArray(personen) || personen.length === 0) {
    return onleesbaar('Er staan geen personen in dit bestand.');
  }
  if (personen.length > MAX_RIJEN)
    return onleesbaar(`Hoogstens ${MAX_RIJEN} personen per bestand.`);
  return {
    soort: 'gelezen',
    vorm: 'json',
    rijen: personen.map((p: unknown, i) => persoonUitJson(p, i + 1)),
    gebreken: [],
  };
}

const isObject = (w: unknown): w is Record<string, unknown> =>
  typeof w === 'object' && w !== null && !Array.isArray(w);

function persoonUitJson(persoon: unknown, rij: number): RuweRij {
  if (!isObject(persoon)) {
    return {
      rij,
      velden: new Map(),
      gebreken: [{ plek: 'persoon', tekst: 'Dit is geen persoon.' }],
    };
  }
  const velden = new Map<string, Veld>();
  let onbekend = 0;
  for (const [id, waarde] of Object.entries(persoon)) {
    const kolom = OP_ID.get(id);
    if (!kolom) onbekend += 1;
    else if (!isLeeg(waarde)) velden.set(id, { waarde, plek: kolom.kop });
  }
  // De naam van een onbekend veld kan van alles zijn en wordt niet herhaald.
  const tekst = `${onbekend} ${onbekend === 1 ? 'veld hoort' : 'velden horen'} niet bij het formulier en ${onbekend === 1 ? 'wordt' : 'worden'} niet gelezen.`;
  return { rij, velden, gebreken: onbekend > 0 ? [{ plek: 'onbekend veld', tekst }] : [] };
}

/** UTF-8, of UTF-16 met een merkteken vooraan; iets anders is niet te lezen. */
function alsTekst(bytes: Buffer): string | undefined {
  const [a, b] = bytes;
  const utf16 =
    (a === 0xff && b === 0xfe && 'utf-16le') || (a === 0xfe && b === 0xff && 'utf-16be');
  try {
    return new TextDecoder(utf16 || 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
