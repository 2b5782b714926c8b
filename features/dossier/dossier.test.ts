import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datum } from '../../rules/shared/datum.ts';
import type { NieuwFeit } from '../../server/dossier/feiten.ts';
import { legVast } from '../../server/dossier/feiten.ts';
import { nieuwId } from '../../server/id.ts';
import {
  geefTaak,
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../test/world.ts';

let w: Wereld;
let g: TestGemeente;
let m: TestMedewerker;
let volgend = 0;
const nieuwV = () => String(2100000000 + ++volgend);

beforeAll(async () => {
  w = await maakWereld({ vandaag: '2026-11-21' });
  g = await w.gemeente();
  m = await w.medewerker(g.organisatieId);
});
afterAll(() => w.sluit());

const feit = <F extends Omit<NieuwFeit, 'bron' | 'geldigOp'>>(
  f: F,
  geldigOp: string,
  bron = 'medewerker',
) => ({ bron, ...f, geldigOp: datum(geldigOp) }) as unknown as NieuwFeit;

const SELAM: NieuwFeit[] = [
  feit(
    {
      soort: 'persoon',
      inhoud: {
        voornamen: 'Selam',
        geslachtsnaam: 'Tesfay',
        geboorte: { soort: 'datum', datum: datum('1999-11-22') },
        nationaliteit: 'Eritrese',
      },
    },
    '2026-02-24',
    'brp',
  ),
  feit(
    {
      soort: 'inburgeringsplicht',
      inhoud: { plichtig: true, begin: datum('2026-02-24'), kennisgeving: datum('2026-03-03') },
    },
    '2026-03-03',
    'duo',
  ),
  feit({ soort: 'doelgroep', inhoud: { indeling: 'Asielstatushouder' } }, '2026-03-03', 'duo'),
  feit(
    { soort: 'inschrijving', inhoud: { gemeentecode: '1001', op: datum('2026-09-10') } },
    '2026-09-10',
    'brp',
  ),
  feit({ soort: 'taal', inhoud: { gesprekstaal: 'Tigrinya', tolkNodig: true } }, '2026-10-01'),
  feit(
    {
      soort: 'intake-antwoord',
      inhoud: { onderdeel: 'werk', vraag: 'ervaring', waarde: 'bakker' },
    },
    '2026-10-20',
  ),
  feit({ soort: 'notitie', inhoud: { tekst: 'GEHEIM-NOTITIE' } }, '2026-10-21'),
];

const DELEN = [
  '',
  '/stand',
  '/tijdlijn',
  '/gegevens',
  '/gezinsbanden',
  '/documenten',
  '/berichten',
  '/logboek',
];

describe('wie een dossier ziet', () => {
  it('laat niemand binnen zonder aanmelding, van een andere gemeente of zonder recht', async () => {
    const id = await w.dossier(g.id, SELAM, { bsn: '999000019' });
    const elders = await w.medewerker((await w.gemeente()).organisatieId);
    const beheerder = await w.medewerker(g.organisatieId, ['beheer:beheer']);
    for (const deel of DELEN) {
      const url = `/v1/dossiers/${id}${deel}`;
      expect([deel, (await w.app.inject({ url })).statusCode]).toEqual([deel, 401]);
      expect([deel, (await elders.vraag('GET', url)).status]).toEqual([deel, 404]);
      expect([deel, (await beheerder.vraag('GET', url)).status]).toEqual([deel, 403]);
      expect([deel, (await m.vraag('GET', url)).status]).toEqual([deel, 200]);
      expect([deel, (await m.vraag('GET', `/v1/dossiers/${nieuwId()}${deel}`)).status]).toEqual([
        deel,
        404,
      ]);
    }
    expect((await m.vraag('GET', '/v1/dossiers/geen-id')).status).toBe(400);
    expect((await elders.vraag('POST', `/v1/dossiers/${id}/_toon-bsn`)).status).toBe(404);
  });

  it.each([
    ['maatschappelijke-begeleiding', 'partner', []],
    ['leerroute-z', 'taalschool', ['traject']],
  ] as const)(
    'geeft %s kop, contact en taal, en verder hoogstens de lessen',
    async (taak, soort, ook) => {
      const id = await w.dossier(g.id, SELAM, { vNummer: nieuwV() });
      const organisatieId = nieuwId();
      await w.db.zonderDossiers(async (tx) => {
        await tx
          .insertInto('organisatie')
          .values({ id: organisatieId, naam: `Partner ${organisatieId}`, soort })
          .execute();
        await geefTaak(tx, g.id, taak, organisatieId, datum('2020-01-01'));
      });
      const partner = await w.medewerker(organisatieId);
      const kop = (await partner.vraag('GET', `/v1/dossiers/${id}`)).body;
      expect(kop).toMatchObject({
        naam: 'Selam Tesfay',
        gesprekstaal: 'Tigrinya',
        signalen: [],
        voorstel: null,
        pipTermijn: null,
      });
      expect(Object.keys(kop.mag).filter((wat) => kop.mag[wat])).toEqual(ook);
      expect(kop.doelgroep.uitleg).toBeUndefined();
      expect(kop.schakels.every((s: { nogNodig: unknown[] }) => s.nogNodig.length === 0)).toBe(
        true,
      );
      for (const deel of ['stand', 'documenten', 'berichten', 'gezinsbanden', 'logboek'])
        expect([deel, (await partner.vraag('GET', `/v1/dossiers/${id}/${deel}`)).status]).toEqual([
          deel,
          403,
        ]);
      expect((await partner.vraag('POST', `/v1/dossiers/${id}/_toon-bsn`)).status).toBe(403);
      expect(
        (await partner.vraag('POST', `/v1/dossiers/${id}/notities`, { tekst: 'x' })).status,
      ).toBe(403);
      const tijdlijn = await partner.vraag('GET', `/v1/dossiers/${id}/tijdlijn`);
      expect(tijdlijn.body.items.map((i: { onderwerp: string }) => i.onderwerp)).toEqual([
        'persoon',
        'persoon',
      ]);
      const gegevens = (await partner.vraag('GET', `/v1/dossiers/${id}/gegevens`)).body;
      expect(gegevens.taal.inhoud.gesprekstaal).toBe('Tigrinya');
      expect(gegevens.derdeInformatie).toEqual([]);
      expect(JSON.stringify([kop, tijdlijn.body, gegevens])).not.toMatch(
        /GEHEIM|bakker|Inburgeringsplichtig/,
      );
    },
  );

  it('toont een lezer alles behalve wat alleen doeners mogen', async () => {
    const id = await w.dossier(g.id, SELAM, { vNummer: nieuwV() });
    const lezer = await w.medewerker(g.organisatieId, ['*:lezer']);
    const { mag } = (await lezer.vraag('GET', `/v1/dossiers/${id}`)).body;
    expect(mag).toEqual({
      inzien: true,
      intake: true,
      gezondheid: false,
      pip: true,
      traject: true,
      plan: true,
      besluiten: true,
      bewerken: false,
      toewijzen: false,
      samenvoegen: false,
      toonNummers: false,
      logboek: false,
    });
    expect((await lezer.vraag('POST', `/v1/dossiers/${id}/_toon-bsn`)).status).toBe(403);
    expect((await lezer.vraag('GET', `/v1/dossiers/${id}/logboek`)).status).toBe(403);
  });
});

describe('kop', () => {
  it('zegt wie het is en hoe het ervoor staat, zonder nummers', async () => {
    const id = await w.dossier(g.id, SELAM, { bsn: '999000020', klantmanagerId: m.id });
    const { body, headers } = await m.vraag('GET', `/v1/dossiers/${id}`);
    expect(body).toMatchObject({
      dossierId: id,
      naam: 'Selam Tesfay',
      geboorte: 'geboren 22 november 1999',
      leeftijd: 26,
      nationaliteit: 'Eritrese',
      klantmanager: { naam: m.naam },
      tolkNodig: true,
      nummers: { bsn: true, vNummer: false },
      doelgroep: { waarde: 'asielstatushouder' },
    });
    expect(JSON.stringify(body)).not.toContain('999000020');
    expect(headers['cache-control']).toBe('no-store');
    // Tien weken na 10 september 2026 is 19 november: twee dagen te laat.
    expect(body.pipTermijn).toMatchObject({ laatsteDag: '2026-11-19', dagenOver: -2 });
    expect(body.pipTermijn.uitleg.grondslag.artikel).toContain('art. 5.3');
    expect(body.schakels).toHaveLength(5);
  });

  it('rekent de Stand opnieuw als de opgeschreven Stand verouderd is', async () => {
    const id = await w.dossier(g.id, SELAM, { vNummer: nieuwV() });
    w.klok.zetOp(datum('2026-11-25'));
    const later = await m.vraag('GET', `/v1/dossiers/${id}`);
    w.klok.zetOp(datum('2026-11-21'));
    expect(later.body.pipTermijn.dagenOver).toBe(-6);
    expect(later.body.leeftijd).toBe(27);
  });

  it.each([
    [{ soort: 'jaar', jaar: 1999 }, 'geboren in 1999'],
    [{ soort: 'jaarMaand', jaar: 1999, maand: 2 }, 'geboren in februari 1999'],
    [{ soort: 'onbekend' }, ''],
  ] as const)(
    'toont een onvolledige geboortedatum zonder te raden: %j',
    async (geboorte, tekst) => {
      const id = await w.dossier(g.id, [
        feit(
          { soort: 'persoon', inhoud: { voornamen: 'A', geslachtsnaam: 'B', geboorte } },
          '2026-01-01',
          'brp',
        ),
      ]);
      const { body } = await m.vraag('GET', `/v1/dossiers/${id}`);
      expect([body.geboorte, body.leeftijd]).toEqual([tekst, null]);
    },
  );

  it('toont BSN en V-nummer alleen na een eigen vraag, met een eigen regel in het logboek', async () => {
    const v = nieuwV();
    const id = await w.dossier(g.id, SELAM, { bsn: '999000032', vNummer: v });
    const antwoord = await m.vraag('POST', `/v1/dossiers/${id}/_toon-bsn`);
    expect(antwoord.body).toEqual({ bsn: '999000032', vNummer: v });
    await m.vraag('GET', `/v1/dossiers/${id}/logboek`);
    // Wie nu kijkt staat er de volgende keer bij.
    const { body } = await m.vraag('GET', `/v1/dossiers/${id}/logboek`);
    expect(body.items.map((i: { objectSoort: string }) => i.objectSoort)).toEqual([
      'logboek',
      'bsn',
    ]);
    expect(body.items[1]).toMatchObject({
      wie: m.naam,
      taak: 'brede-intake',
      rol: 'klantmanager',
      handeling: 'lezen',
    });
    expect(JSON.stringify(body)).not.toContain('999000032');
  });
});

describe('Stand en tijdlijn', () => {
  it('antwoordt hoe het er op een eerdere dag voorstond, met wat toen bekend was', async () => {
    w.klok.zetOp(datum('2026-10-05'));
    const id = await w.dossier(g.id, SELAM.slice(0, 4), { vNummer: nieuwV() });
    w.klok.zetOp(datum('2026-11-21'));
    const sleutel = { gemeenteId: g.id, dossierId: id };
    await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      // Pas nu vastgelegd, al geldt het sinds 1 oktober.
      legVast(tx, sleutel, SELAM.slice(4, 5), { nu: w.klok.nu(), vandaag: w.klok.vandaag() }),
    );
    const op = (dag: string) => m.vraag('GET', `/v1/dossiers/${id}/stand?peildatum=${dag}`);
    const nu = await m.vraag('GET', `/v1/dossiers/${id}/stand`);
    expect(nu.body).toMatchObject({ peildatum: '2026-11-21', aantalFeiten: 5 });
    expect((await op('2026-10-10')).body).toMatchObject({
      peildatum: '2026-10-10',
      aantalFeiten: 4,
      toestand: 'actief',
    });
    const voorAlles = await op('2026-03-01');
    expect(voorAlles.body).toMatchObject({ aantalFeiten: 0, doelgroep: { waarde: 'onbekend' } });
    expect((await op('2026-11-22')).status).toBe(400);
    expect((await op('2026-02-30')).body.invalidParams[0].reason).toContain('geen bestaande datum');
  });

  it('vertelt alles in zinnen, nieuwste eerst, met bladzijden en een filter', async () => {
    const id = await w.dossier(g.id, SELAM, { vNummer: nieuwV() });
    const alles = (await m.vraag('GET', `/v1/dossiers/${id}/tijdlijn?pageSize=3`)).body;
    expect(alles).toMatchObject({ totaal: 7, page: 1, pageSize: 3 });
    expect(alles.items.map((i: { tekst: string }) => i.tekst)).toEqual([
      'GEHEIM-NOTITIE',
      'Brede intake, werk: ervaring – bakker',
      'Gesprekstaal Tigrinya, tolk nodig',
    ]);
    const keten = (await m.vraag('GET', `/v1/dossiers/${id}/tijdlijn?onderwerp=keten`)).body;
    expect(keten.items[1].tekst).toBe('Doelgroep: Asielstatushouder');
    expect(keten.items.map((i: { bron: string }) => i.bron)).toContain('DUO');
    for (const fout of ['page=0', 'pageSize=101', 'onderwerp=geheim'])
      expect([fout, (await m.vraag('GET', `/v1/dossiers/${id}/tijdlijn?${fout}`)).status]).toEqual([
        fout,
        400,
      ]);
  });

  it('noemt een andere gemeente bij haar naam, ook buiten wat de gebruiker ziet', async () => {
    const { code, naam } = await w.gemeente();
    const inschrijving = { gemeentecode: code, op: datum('2026-09-10') };
    const id = await w.dossier(g.id, [
      feit({ soort: 'inschrijving', inhoud: inschrijving }, '2026-09-10', 'brp'),
    ]);
    const [item] = (await m.vraag('GET', `/v1/dossiers/${id}/tijdlijn`)).body.items;
    expect(item.tekst).toBe(`Ingeschreven in ${naam} op 10 september 2026`);
  });

  it('zet de antwoorden van één gesprek bij elkaar, elk te lezen', async () => {
    const antwoord = (vraag: string, waarde: string | boolean | number, dag: string) =>
      feit(
        {
          soort: 'intake-antwoord',
          inhoud: { onderdeel: 'persoonlijke-omstandigheden', vraag, waarde },
        },
        dag,
      );
    const id = await w.dossier(g.id, [
      antwoord('jong-kind', true, '2026-10-01'),
      antwoord('zorg-uren', 8, '2026-10-01'),
      antwoord('wonen', 'tijdelijk', '2026-10-01'),
      antwoord('nareis', false, '2026-10-08'),
    ]);
    const { items } = (await m.vraag('GET', `/v1/dossiers/${id}/tijdlijn`)).body;
    expect(items.map((i: { tekst: string }) => i.tekst)).toEqual([
      'Brede intake – Er komen nog gezinsleden naar Nederland: nee',
      'Brede intake: 3 antwoorden vastgelegd',
    ]);
    expect(items[1].onderdelen.toSorted()).toEqual([
      'Kind van 0 tot en met 5 jaar: ja',
      'Woonsituatie: tijdelijk',
      'Zorg voor iemand anders: 8 uur in de week',
    ]);
  });

  it('toont bij een verbetering wat er stond, ook over meer stappen', async () => {
    const id = await w.dossier(g.id, [
      feit({ soort: 'contact', inhoud: { telefoon: '0612345678' } }, '2026-10-01'),
    ]);
    for (const telefoon of ['0687654321', '0611111111']) {
      const { contact } = (await m.vraag('GET', `/v1/dossiers/${id}/gegevens`)).body;
      const antwoord = await m.vraag('PUT', `/v1/dossiers/${id}/gegevens`, {
        soort: 'contact',
        vervangt: contact.feitId,
        inhoud: { telefoon },
      });
      expect(antwoord.status).toBe(200);
    }
    const { items } = (await m.vraag('GET', `/v1/dossiers/${id}/tijdlijn`)).body;
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ tekst: 'Contactgegevens: telefoon 0611111111', bron: m.naam });
    expect(items[0].eerder.map((e: { tekst: string }) => e.tekst)).toEqual([
      'Contactgegevens: telefoon 0687654321',
      'Contactgegevens: telefoon 0612345678',
    ]);
  });

  it('laat een geheim adres alleen zien aan wie het hele dossier mag inzien', async () => {
    const id = await w.dossier(g.id, [
      feit(
        {
          soort: 'persoon',
          inhoud: {
            voornamen: 'A',
            geslachtsnaam: 'B',
            geboorte: { soort: 'onbekend' },
            geheimhouding: true,
          },
        },
        '2026-01-01',
        'brp',
      ),
      feit(
        {
          soort: 'adres',
          inhoud: {
            straat: 'Lindelaan',
            huisnummer: '12',
            postcode: '1234 AB',
            plaats: 'Akkerwolde',
          },
        },
        '2026-01-01',
        'brp',
      ),
    ]);
    const organisatieId = nieuwId();
    await w.db.zonderDossiers(async (tx) => {
      await tx
        .insertInto('organisatie')
        .values({ id: organisatieId, naam: `School ${organisatieId}`, soort: 'taalschool' })
        .execute();
      await geefTaak(tx, g.id, 'leerroute-b1', organisatieId, datum('2020-01-01'));
    });
    const school = await w.medewerker(organisatieId);
    expect((await m.vraag('GET', `/v1/dossiers/${id}/gegevens`)).body.adres.inhoud.straat).toBe(
      'Lindelaan',
    );
    expect((await school.vraag('GET', `/v1/dossiers/${id}/gegevens`)).body.adres).toBeNull();
    const tijdlijn = (await school.vraag('GET', `/v1/dossiers/${id}/tijdlijn`)).body;
    expect(JSON.stringify(tijdlijn)).not.toContain('Lindelaan');
  });
});

describe('stukken', () => {
  it('geeft documenten met een bestandsnaam die niets over de persoon zegt', async () => {
    const id = await w.dossier(g.id, SELAM, { vNummer: nieuwV() });
    const documentId = nieuwId();
    await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .insertInto('document')
        .values({
          gemeente_id: g.id,
          dossier_id: id,
          id: documentId,
          soort: 'oproep',
          titel: 'Oproep voor de brede intake',
          sha256: 'b'.repeat(64),
          bestand: Buffer.from('%PDF-1.7'),
          gemaakt_op: w.klok.nu(),
          medewerker_id: m.id,
          herkomst: '{}',
        })
        .execute(),
    );
    const lijst = (await m.vraag('GET', `/v1/dossiers/${id}/documenten`)).body.items;
    expect(lijst).toMatchObject([
      { documentId, titel: 'Oproep voor de brede intake', door: m.naam, bytes: 8 },
    ]);
    const pdf = await m.vraag('GET', `/v1/dossiers/${id}/documenten/${documentId}`);
    expect(pdf.body).toBe('%PDF-1.7');
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.headers['content-disposition']).toBe(
      `inline; filename="oproep-${documentId.slice(-8)}.pdf"`,
    );
    expect((await m.vraag('GET', `/v1/dossiers/${id}/documenten/${nieuwId()}`)).status).toBe(404);
    const ander = await w.dossier(g.id, SELAM, { vNummer: nieuwV() });
    expect((await m.vraag('GET', `/v1/dossiers/${ander}/documenten/${documentId}`)).status).toBe(
      404,
    );
    const tijdlijn = (await m.vraag('GET', `/v1/dossiers/${id}/tijdlijn?onderwerp=brieven`)).body;
    expect(tijdlijn.items).toMatchObject([{ soort: 'brief', documentId }]);
  });

  it('toont berichten met hun staat, zonder de ruwe inhoud', async () => {
    const id = await w.dossier(g.id, SELAM, { bsn: '999000044' });
    await w.db.forGemeenten({ gemeenten: [g.id] }, async (tx) => {
      await tx
        .insertInto('bericht_in')
        .values({
          gemeente_id: g.id,
          id: nieuwId(),
          bericht_id: nieuwId(),
          inhoud_hash: 'c'.repeat(64),
          ruw: JSON.stringify({ bsn: '999000044' }),
          gebeurtenis_id: 'SS101',
          geregistreerd_op: w.klok.nu(),
          ontvangen_op: w.klok.nu(),
          staat: 'postvak',
          postvak_reden: 'Kijk hiernaar',
          dossier_id: id,
          uitkomst: '{}',
        })
        .execute();
      await tx
        .insertInto('bericht_uit')
        .values({
          gemeente_id: g.id,
          dossier_id: id,
          id: nieuwId(),
          soort: 'pip',
          onderwerp_id: nieuwId(),
          inhoud: '{}',
          staat: 'geweigerd',
          foutteksten: ['PIP-3'],
          gemaakt_op: w.klok.nu(),
        })
        .execute();
    });
    const { body } = await m.vraag('GET', `/v1/dossiers/${id}/berichten`);
    expect(body.in).toMatchObject([{ gebeurtenisId: 'SS101', staat: 'postvak' }]);
    expect(body.uit).toMatchObject([{ staat: 'geweigerd', foutteksten: ['PIP-3'] }]);
    expect(JSON.stringify(body)).not.toContain('999000044');
    const { items } = (await m.vraag('GET', `/v1/dossiers/${id}/tijdlijn?onderwerp=brieven`)).body;
    expect(items.map((i: { soort: string }) => i.soort).toSorted()).toEqual([
      'bericht-in',
      'bericht-uit',
    ]);
  });
});
