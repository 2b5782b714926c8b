import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import writeXlsx, { type SheetData } from 'write-excel-file/node';
import { datum } from '../../rules/shared/datum.ts';
import { FORMULIER } from './kolommen.ts';
import { leesOverdracht, MAX_BESTAND } from './lezen.ts';
import { leesPersoon } from './persoon.ts';
import { leesZip, maakZip } from './zip.ts';

const VANDAAG = datum('2026-11-21');
type Cel = string | number | boolean | Date | null;

const blad = (...rijen: Cel[][]) =>
  writeXlsx(
    rijen.map((rij) =>
      rij.map((value) =>
        value === null
          ? null
          : value instanceof Date
            ? { value, type: Date, format: 'dd-mm-yyyy' }
            : { value, type: value.constructor as StringConstructor },
      ),
    ) as unknown as SheetData,
    { sheet: 'Personen' },
  ).toBuffer();

const KOP = ['V-nummer', 'Achternaam', 'Geboortedatum'];
const json = (...personen: unknown[]) =>
  Buffer.from(JSON.stringify({ formulier: FORMULIER, versie: 1, personen }));

async function personen(bytes: Buffer) {
  const uit = await leesOverdracht(bytes);
  if (uit.soort !== 'gelezen') throw new Error(uit.reden);
  return uit.rijen.map((r) => leesPersoon(r, VANDAAG));
}
const reden = async (bytes: Buffer) => {
  const uit = await leesOverdracht(bytes);
  return uit.soort === 'onleesbaar' ? uit.reden : `gelezen: ${uit.rijen.length}`;
};

/** Het rekenblad met één onderdeel door `verander` gehaald. */
async function vervormd(verander: (xml: string) => string, ...rijen: Cel[][]) {
  const delen = leesZip(await blad(KOP, ...rijen), { bestanden: 99, uitgepakt: 1e7 }, () => true);
  const naam = [...delen.keys()].find((n) => n.startsWith('xl/worksheets/sheet')) as string;
  delen.set(naam, Buffer.from(verander(String(delen.get(naam)))));
  return maakZip(delen);
}

describe('een rekenblad', () => {
  test('wordt gelezen, met nullen vooraan terug en een cel die als datum is opgemaakt', async () => {
    const bytes = await blad(
      [...KOP, 'Gekoppeld op', 'Azc', 'Tolk nodig', 'Taal van het gesprek', 'Uren Nederlandse les'],
      [12345, 'Tesfay', new Date('1994-03-12'), '2-11-2026', 'azc Heidebos', 'Ja', 'Tigrinya', 40],
    );
    expect(await personen(bytes)).toEqual([
      {
        rij: 2,
        gebreken: [],
        persoon: {
          vNummer: '0000012345',
          persoon: {
            voornamen: '',
            geslachtsnaam: 'Tesfay',
            geboorte: { soort: 'datum', datum: '1994-03-12' },
          },
          koppeling: { op: '2026-11-02', azc: 'azc Heidebos' },
          taal: { gesprekstaal: 'Tigrinya', tolkNodig: true },
          antwoorden: [
            { vraag: 'taal-eerdere-uren', waarde: 40, plek: 'Uren Nederlandse les (kolom H)' },
          ],
          gezondheid: [],
        },
      },
    ]);
  });

  test.each([
    ['1994', { soort: 'jaar', jaar: 1994 }],
    [1994, { soort: 'jaar', jaar: 1994 }],
    ['1994-03', { soort: 'jaarMaand', jaar: 1994, maand: 3 }],
    ['onbekend', { soort: 'onbekend' }],
    ['21-11-2026', { soort: 'datum', datum: '2026-11-21' }],
  ])('leest geboorte %s', async (invoer, verwacht) => {
    const [rij] = await personen(await blad(KOP, ['1', 'A', invoer]));
    expect(rij?.persoon?.persoon.geboorte).toEqual(verwacht);
  });

  test.each([
    [34_405, /getal in plaats van een datum/],
    ['22-11-2026', /toekomst/],
    ['31-02-1994', /geen geboortedatum/],
    ['gisteren', /geen geboortedatum/],
    [true, /geen geboortedatum/],
  ])('raadt nooit naar geboorte %s', async (invoer, tekst) => {
    const [rij] = await personen(await blad(KOP, ['1', 'A', invoer]));
    expect(rij?.persoon).toBeUndefined();
    expect(rij?.gebreken[0]).toEqual({
      plek: 'Geboortedatum (kolom C)',
      tekst: expect.stringMatching(tekst),
    });
  });

  test('noemt van elke verkeerde cel rij en kolom, en de rest gaat door', async () => {
    const uit = await personen(
      await blad(
        [...KOP, 'E-mail', 'Telefoon', 'Gekoppeld op'],
        ['abc', 'Een', '1990', null, null, null],
        ['2', '=HYPERLINK("x")', '1990', null, null, null],
        ['3', 'Drie', '1990', 'geen adres', 612345678, '22-11-2026'],
        ['4', 'Vier\u202e', '1990', null, null, null],
      ),
    );
    expect(uit.map((r) => [r.rij, r.persoon !== undefined, r.gebreken.map((g) => g.plek)])).toEqual(
      [
        [2, false, ['V-nummer (kolom A)', 'rij']],
        [3, false, ['Achternaam (kolom B)', 'rij']],
        [4, true, ['Gekoppeld op (kolom F)', 'Telefoon (kolom E)', 'E-mail (kolom D)']],
        [5, false, ['Achternaam (kolom B)', 'rij']],
      ],
    );
  });

  test('een nummer dat niet klopt naast een dat klopt: niet zeker wie het is', async () => {
    const [rij] = await personen(
      await blad([...KOP, 'Burgerservicenummer'], ['1', 'A', '1990', '123456789']),
    );
    expect(rij?.persoon).toBeUndefined();
    expect(rij?.gebreken.at(-1)?.tekst).toMatch(/niet zeker over wie/);
  });

  test('een kolom die er niet bij hoort wordt gemeld zonder haar naam te herhalen', async () => {
    const uit = await leesOverdracht(
      await blad([...KOP, 'Diagnose van Selam'], ['1', 'A', '1990', 'x']),
    );
    expect(uit).toMatchObject({ soort: 'gelezen', gebreken: [{ plek: 'kolom D' }] });
    expect(JSON.stringify(uit)).not.toContain('Selam');
  });

  test('weigert een dubbele kop, een leeg blad en een blad zonder koppen', async () => {
    expect(await reden(await blad([...KOP, 'achternaam'], ['1', 'A', '1990', 'B']))).toMatch(
      /twee keer/,
    );
    expect(await reden(await blad(KOP))).toMatch(/geen personen/);
    expect(await reden(await blad(['a', 'b'], ['1', '2']))).toMatch(/sjabloon/);
  });

  test('neemt de uitkomst van een formule niet over', async () => {
    const bytes = await vervormd(
      (xml) => xml.replace(/<c r="A2"[^>]*>/, (c) => `${c}<f>1+1</f>`),
      [7, 'A', '1990'],
    );
    const [rij] = await personen(bytes);
    expect(rij?.persoon).toBeUndefined();
    expect(rij?.gebreken[0]?.plek).toBe('V-nummer (kolom A)');
    expect(rij?.gebreken[0]?.tekst).toMatch(/formule/);
  });
});

describe('een vijandig bestand', () => {
  test('een zipbom loopt tegen de grens, wat hij ook over zijn omvang zegt', async () => {
    const bom = deflateRawSync(Buffer.alloc(60_000_000, 'a'));
    const delen = leesZip(
      await blad(KOP, ['1', 'A', '1990']),
      { bestanden: 99, uitgepakt: 1e7 },
      () => true,
    );
    const zip = maakZip(new Map([...delen, ['xl/media/x.xml', bom]]));
    // Maak van het laatste onderdeel een gecomprimeerd deel dat zegt klein te zijn.
    const lokaal = zip.lastIndexOf(Buffer.from('PK\u0003\u0004'));
    const centraal = zip.lastIndexOf(Buffer.from('PK\u0001\u0002'));
    zip.writeUInt16LE(8, lokaal + 8);
    zip.writeUInt16LE(8, centraal + 10);
    expect(zip.length).toBeLessThan(MAX_BESTAND);
    expect(await reden(zip)).toMatch(/te groot/);
  });

  test('een rij of kolom ver buiten het blad', async () => {
    const ver = (r: string) =>
      vervormd((xml) => xml.replaceAll('r="A2"', `r="${r}"`), ['1', 'A', '1990']);
    expect(await reden(await ver('A1048576'))).toMatch(/hoogstens 200/);
    expect(await reden(await ver('XFD2'))).toMatch(/hoogstens 200/);
  });

  test('eigen entiteiten in de XML', async () => {
    const xxe = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
    const bytes = await vervormd(
      (xml) => xml.replace('<worksheet', `${xxe}<worksheet`),
      ['1', 'A', '1990'],
    );
    expect(await reden(bytes)).toMatch(/niet in hoort/);
  });

  test('macro’s, een wachtwoord, een oud formaat, een half bestand en te veel rijen', async () => {
    const goed = await blad(KOP, ['1', 'A', '1990']);
    const delen = leesZip(goed, { bestanden: 99, uitgepakt: 1e7 }, () => true);
    expect(
      await reden(maakZip(new Map([...delen, ['xl/vbaProject.bin', Buffer.from('x')]]))),
    ).toMatch(/macro/);
    expect(await reden(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toMatch(/beveiligd/);
    expect(await reden(goed.subarray(0, goed.length - 40))).toMatch(/stuk/);
    expect(await reden(Buffer.from('PK\u0003\u0004rommel'))).toMatch(/stuk/);
    const slot = Buffer.from(goed);
    const ingang = slot.indexOf(Buffer.from('PK\u0001\u0002'));
    slot.writeUInt16LE(1, ingang + 8);
    expect(await reden(slot)).toMatch(/wachtwoord/);
    const veel = Array.from({ length: 201 }, (_, i) => [String(i + 1), 'A', '1990']);
    expect(await reden(await blad(KOP, ...veel))).toMatch(/hoogstens 200/);
    expect(await reden(await blad(KOP, ...veel.slice(1)))).toBe('gelezen: 200');
  });

  test('te groot of leeg', async () => {
    expect(await reden(Buffer.alloc(MAX_BESTAND + 1, 32))).toMatch(/groter dan 2 MB/);
    expect(await reden(Buffer.alloc(0))).toMatch(/leeg/);
  });
});

describe('json', () => {
  const iemand = { vNummer: '1', geslachtsnaam: 'A', geboortedatum: '1990' };

  test('wordt gelezen, ook met UTF-16 en een merkteken vooraan', async () => {
    const tekst = String(json(iemand));
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(tekst, 'utf16le')]);
    const bom = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(tekst)]);
    for (const bytes of [json(iemand), utf16, bom]) {
      expect((await personen(bytes))[0]?.persoon?.vNummer).toBe('0000000001');
    }
  });

  test.each([
    [Buffer.from('{"formulier":"\xff"}', 'latin1'), /UTF-8/],
    [Buffer.from('naam;bsn\nA;1'), /geen JSON/],
    [Buffer.from('[]'), /geen overdracht/],
    [Buffer.from('['.repeat(100_000)), /geen JSON/],
    [Buffer.from(JSON.stringify({ formulier: FORMULIER, versie: 2, personen: [{}] })), /versie 1/],
    [json(), /geen personen/],
  ])('onleesbaar %#', async (bytes, tekst) => {
    expect(await reden(bytes)).toMatch(tekst);
  });

  test('vreemde vormen en velden worden per persoon gemeld', async () => {
    const uit = await personen(
      json(
        { ...iemand, schoenmaat: 43, geloof: 'x' },
        'tekst',
        { ...iemand, voornamen: ['a'], geslacht: { toString: 1 }, tolkNodig: 'misschien' },
        JSON.parse(
          '{"vNummer":"3","geslachtsnaam":"A","geboortedatum":"1990","__proto__":{"x":1}}',
        ),
      ),
    );
    expect(uit.map((r) => r.gebreken.map((g) => g.plek))).toEqual([
      ['onbekend veld'],
      ['persoon', 'rij', 'rij', 'rij'],
      ['Voornamen', 'Geslacht', 'Tolk nodig'],
      ['onbekend veld'],
    ]);
    expect(JSON.stringify(uit)).not.toContain('geloof');
  });
});
