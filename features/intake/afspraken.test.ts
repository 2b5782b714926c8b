import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { datum } from '../../rules/shared/datum.ts';
import type { NieuwFeit } from '../../server/dossier/feiten.ts';
import { nieuwId } from '../../server/id.ts';
import { maakWereld, type TestMedewerker, type Wereld } from '../../test/world.ts';
import type { Intake } from './intake.schema.ts';

let w: Wereld;
beforeAll(async () => {
  w = await maakWereld();
});
beforeEach(() => w.klok.zetOp(datum('2026-11-21')));
afterAll(() => w.sluit());

const BRIEFHOOFD = {
  adres: 'Marktplein 4',
  postcode: '7411 AB',
  plaats: 'Veldrijk',
  telefoon: '0570 12 34 56',
  email: 'post@veldrijk.example',
  website: 'www.veldrijk.example',
};
const PERSOON: NieuwFeit = {
  soort: 'persoon',
  inhoud: {
    voornamen: 'Dawit',
    geslachtsnaam: 'Haile',
    geslacht: 'man',
    geboorte: { soort: 'jaar', jaar: 1990 },
  },
  geldigOp: datum('2026-10-01'),
  bron: 'brp',
};

async function opzet(feiten: NieuwFeit[] = [PERSOON], stijl: object = BRIEFHOOFD) {
  const g = await w.gemeente();
  await w.db.zonderDossiers((tx) =>
    tx
      .updateTable('gemeente')
      .set({ stijl: JSON.stringify(stijl) })
      .where('id', '=', g.id)
      .execute(),
  );
  const m = await w.medewerker(g.organisatieId);
  const dossierId = await w.dossier(g.id, feiten);
  return { g, m, dossierId, basis: `/v1/dossiers/${dossierId}` };
}

const gesprek = (datum: string, extra = {}) => ({
  soort: 'intakegesprek',
  datum,
  tijd: '10:00',
  plaats: 'het stadhuis',
  duurMinuten: 60,
  ...extra,
});
const oproep = (datum: string, extra = {}) => {
  const { soort: _, ...moment } = gesprek(datum);
  return { ...moment, adres: 'Marktplein 4, Veldrijk', ...extra };
};
const uitkomst = (m: TestMedewerker, basis: string, afspraakId: string, inhoud: object) =>
  m.vraag('POST', `${basis}/afspraken/${afspraakId}/uitkomst`, { vervangt: null, ...inhoud });
const lees = async (m: TestMedewerker, basis: string): Promise<Intake> =>
  (await m.vraag('GET', `${basis}/intake`)).body;
const mist = (m: TestMedewerker, basis: string, afspraakId: string) =>
  uitkomst(m, basis, afspraakId, { uitkomst: 'niet-verschenen', reden: 'Niet bereikt.' });

describe('afspraken', () => {
  it('worden gemaakt, met tolk, en staan in de intake', async () => {
    const { m, basis } = await opzet();
    const { status, body } = await m.vraag(
      'POST',
      `${basis}/afspraken`,
      gesprek('2026-11-21', { tolkTaal: 'Tigrinya' }),
    );
    expect(status).toBe(201);
    expect((await lees(m, basis)).afspraken).toMatchObject([
      { afspraakId: body.afspraakId, tolkTaal: 'Tigrinya', geweest: true, uitkomst: null },
    ]);
  });

  it('worden met dezelfde sleutel maar één keer gemaakt, met één uitnodiging', async () => {
    const { g, m, basis } = await opzet();
    const sleutel = { 'idempotency-key': nieuwId() };
    const een = await m.vraag('POST', `${basis}/afspraken`, gesprek('2026-12-01'), sleutel);
    const twee = await m.vraag('POST', `${basis}/afspraken`, gesprek('2026-12-01'), sleutel);
    expect(twee.body).toEqual(een.body);
    expect((await lees(m, basis)).afspraken).toHaveLength(1);
    const berichten = await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .selectFrom('persoonsbericht')
        .select(['afspraak_id', 'wat'])
        .where('wat', '<>', 'herinnering')
        .execute(),
    );
    expect(berichten).toEqual([{ afspraak_id: een.body.afspraakId, wat: 'uitnodiging' }]);
  });

  it('kunnen niet in het verleden worden gemaakt', async () => {
    const { m, basis } = await opzet();
    const { status, body } = await m.vraag('POST', `${basis}/afspraken`, gesprek('2026-11-20'));
    expect(status).toBe(409);
    expect(body.redenen[0]).toMatchObject({ code: 'dag-voorbij', veld: 'datum' });
  });

  it('kunnen niet jaren vooruit worden gemaakt of verzet', async () => {
    const { m, basis } = await opzet();
    const ver = await m.vraag('POST', `${basis}/afspraken`, gesprek('2226-12-01'));
    expect([ver.status, ver.body.redenen?.[0].code]).toEqual([409, 'dag-te-ver']);
    expect((await m.vraag('POST', `${basis}/afspraken`, gesprek('2027-11-20'))).status).toBe(201);
    expect((await lees(m, basis)).afspraken).toHaveLength(1);
  });

  it.each([
    gesprek('2026-02-30'),
    gesprek('2026-12-01', { tijd: '24:00' }),
    gesprek('2026-12-01', { plaats: ' ' }),
    gesprek('2026-12-01', { duurMinuten: 0 }),
    gesprek('2026-12-01', { soort: 'voortgangsgesprek' }),
    gesprek('2026-12-01', { onbekend: 1 }),
  ])('weigeren een onmogelijke vorm %#', async (verzoek) => {
    const { m, basis } = await opzet();
    expect((await m.vraag('POST', `${basis}/afspraken`, verzoek)).status).toBe(400);
  });

  it('zijn te verzetten zolang er geen uitkomst is', async () => {
    const { m, basis } = await opzet();
    const { afspraakId } = (await m.vraag('POST', `${basis}/afspraken`, gesprek('2026-12-01')))
      .body;
    const [eerst] = (await lees(m, basis)).afspraken;
    const { soort: _, ...nieuw } = gesprek('2026-12-03', { tijd: '14:30' });
    const verzet = await m.vraag('PUT', `${basis}/afspraken/${afspraakId}`, {
      ...nieuw,
      vervangt: eerst?.feitId,
    });
    expect(verzet.body.afspraken).toMatchObject([
      { afspraakId, datum: '2026-12-03', tijd: '14:30' },
    ]);
    const verleden = { ...nieuw, datum: '2026-11-20', vervangt: verzet.body.afspraken[0].feitId };
    expect((await m.vraag('PUT', `${basis}/afspraken/${afspraakId}`, verleden)).status).toBe(409);
    await uitkomst(m, basis, afspraakId, { uitkomst: 'afgezegd' });
    const na = { ...nieuw, vervangt: verzet.body.afspraken[0].feitId };
    const geweigerd = await m.vraag('PUT', `${basis}/afspraken/${afspraakId}`, na);
    expect(geweigerd.body.redenen[0].code).toBe('uitkomst-bekend');
  });

  it('houden bij verzetten hun vorm, tenzij u een andere kiest', async () => {
    const { m, dossierId, basis } = await opzet();
    const { soort, ...moment } = gesprek('2026-12-01', { plaats: 'Lindelaan 12' });
    const thuis = { dossierId, soort, ...moment, vorm: 'thuis' };
    const { afspraakId } = (await m.vraag('POST', '/v1/agenda/afspraken', thuis)).body;
    const verzet = async (extra: object) => {
      const [a] = (await lees(m, basis)).afspraken;
      const nieuw = { ...moment, datum: '2026-12-03', ...extra, vervangt: a?.feitId };
      return (await m.vraag('PUT', `${basis}/afspraken/${afspraakId}`, nieuw)).body.afspraken;
    };
    expect(await verzet({})).toMatchObject([{ datum: '2026-12-03', vorm: 'thuis' }]);
    expect(await verzet({ vorm: 'kantoor' })).toMatchObject([{ vorm: 'kantoor' }]);
  });

  it('zijn na hun dag niet meer te verzetten: eerst de uitkomst', async () => {
    const { m, basis } = await opzet();
    const { afspraakId } = (await m.vraag('POST', `${basis}/afspraken`, gesprek('2026-11-23')))
      .body;
    const [feit] = (await lees(m, basis)).afspraken;
    w.klok.zetOp(datum('2026-11-24'));
    const { soort: _, ...nieuw } = gesprek('2026-12-03');
    const { body } = await m.vraag('PUT', `${basis}/afspraken/${afspraakId}`, {
      ...nieuw,
      vervangt: feit?.feitId,
    });
    expect(body.redenen[0].code).toBe('uitkomst-eerst');
  });

  it('botsen als een ander haar intussen verzette', async () => {
    const { g, m, basis } = await opzet();
    const ander = await w.medewerker(g.organisatieId);
    const { afspraakId } = (await m.vraag('POST', `${basis}/afspraken`, gesprek('2026-12-01')))
      .body;
    const [feit] = (await lees(m, basis)).afspraken;
    const { soort: _, ...nieuw } = gesprek('2026-12-03');
    const verzet = (wie: TestMedewerker) =>
      wie.vraag('PUT', `${basis}/afspraken/${afspraakId}`, { ...nieuw, vervangt: feit?.feitId });
    expect((await verzet(m)).status).toBe(200);
    expect((await verzet(ander)).body.conflict).toMatchObject({
      wie: m.naam,
      wat: 'verzet naar 2026-12-03 om 10:00',
    });
  });
});

describe('de uitkomst', () => {
  it.each(['verschenen', 'niet-verschenen'])('%s kan op de dag zelf, niet eerder', async (hoe) => {
    const { m, basis } = await opzet();
    const { afspraakId } = (await m.vraag('POST', `${basis}/afspraken`, gesprek('2026-11-24')))
      .body;
    const inhoud = { uitkomst: hoe, reden: 'gesproken' };
    w.klok.zetOp(datum('2026-11-23'));
    const vroeg = await uitkomst(m, basis, afspraakId, inhoud);
    expect(vroeg.body.redenen[0].code).toBe('nog-niet-geweest');
    w.klok.zetOp(datum('2026-11-24'));
    expect((await uitkomst(m, basis, afspraakId, inhoud)).status).toBe(200);
  });

  it('niet verschenen vraagt eerst de reden', async () => {
    const { m, basis } = await opzet();
    const { afspraakId } = (await m.vraag('POST', `${basis}/afspraken`, gesprek('2026-11-21')))
      .body;
    const { status, body } = await uitkomst(m, basis, afspraakId, { uitkomst: 'niet-verschenen' });
    expect(status).toBe(400);
    expect(body.invalidParams[0].name).toBe('reden');
  });

  it('afzeggen kan vooraf', async () => {
    const { m, basis } = await opzet();
    const { afspraakId } = (await m.vraag('POST', `${basis}/afspraken`, gesprek('2026-12-01')))
      .body;
    const { body } = await uitkomst(m, basis, afspraakId, {
      uitkomst: 'afgezegd',
      reden: 'Verhuist die dag.',
    });
    expect(body.afspraken[0].uitkomst).toMatchObject({ uitkomst: 'afgezegd', door: m.naam });
  });

  it('is te verbeteren door wie haar zag; een ander botst', async () => {
    const { g, m, basis } = await opzet();
    const ander = await w.medewerker(g.organisatieId);
    const { afspraakId } = (await m.vraag('POST', `${basis}/afspraken`, gesprek('2026-11-21')))
      .body;
    const eerst = (await mist(m, basis, afspraakId)).body.afspraken[0].uitkomst;
    expect((await uitkomst(ander, basis, afspraakId, { uitkomst: 'verschenen' })).status).toBe(409);
    const goed = await uitkomst(ander, basis, afspraakId, {
      uitkomst: 'verschenen',
      vervangt: eerst.feitId,
    });
    expect(goed.body.afspraken[0].uitkomst.uitkomst).toBe('verschenen');
  });

  it('van een onbekende afspraak is er niet', async () => {
    const { m, basis } = await opzet();
    expect((await uitkomst(m, basis, nieuwId(), { uitkomst: 'verschenen' })).status).toBe(404);
  });
});

/** De leesbare tekst van een PDF, uit de gecomprimeerde stromen en de metadata. */
function opmaak(pdf: Buffer): string {
  const delen = [pdf.toString('latin1')];
  for (let i = pdf.indexOf('stream\n'); i >= 0; i = pdf.indexOf('stream\n', i + 7)) {
    try {
      delen.push(inflateSync(pdf.subarray(i + 7), { finishFlush: 2 }).toString('latin1'));
    } catch {
      // Lettertypen en metadata zijn geen deflate-stroom.
    }
  }
  return delen.join('\n');
}

async function brief(gemeenteId: string, documentId: string) {
  return w.db.forGemeenten({ gemeenten: [gemeenteId] }, (tx) =>
    tx.selectFrom('document').selectAll().where('id', '=', documentId).executeTakeFirstOrThrow(),
  );
}

describe('oproepen', () => {
  it('geeft een toegankelijke brief, een afspraak en een termijn van veertien dagen', async () => {
    const { g, m, basis } = await opzet();
    const { status, body } = await m.vraag(
      'POST',
      `${basis}/oproepen`,
      oproep('2026-12-05', { tolkTaal: 'Tigrinya' }),
    );
    expect(status).toBe(201);
    expect(body.uiterlijk).toBe('2026-12-05');
    const document = await brief(g.id, body.documentId);
    expect(document).toMatchObject({
      soort: 'oproep',
      titel: 'Oproep voor de brede intake',
      media_type: 'application/pdf',
    });
    expect(opmaak(document.bestand)).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(document.herkomst).toMatchObject({
      oproepId: body.oproepId,
      gegevens: { volgnummer: 1 },
    });
    const intake = await lees(m, basis);
    expect(intake.oproepen).toMatchObject([
      { uitkomst: 'wacht', herhaling: false, documentId: body.documentId },
    ]);
    expect(intake.afspraken).toMatchObject([{ oproepId: body.oproepId, tolkTaal: 'Tigrinya' }]);
    expect(intake.ladder).toMatchObject({ stap: 'wachten', magOproepen: false });
  });

  it('houdt zich aan de termijn die de gemeente koos', async () => {
    const { g, m, basis } = await opzet();
    await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .insertInto('beleid')
        .values({
          gemeente_id: g.id,
          sleutel: 'oproepDagen',
          geldig_vanaf: datum('2026-01-01'),
          waarde: '21',
          vastgelegd_door: null,
        })
        .execute(),
    );
    const laat = await m.vraag('POST', `${basis}/oproepen`, oproep('2026-12-13'));
    expect(laat.body.redenen[0].code).toBe('na-oproeptermijn');
    expect((await m.vraag('POST', `${basis}/oproepen`, oproep('2026-12-12'))).body.uiterlijk).toBe(
      '2026-12-12',
    );
  });

  it.each([
    ['na de termijn', '2026-12-06', 'na-oproeptermijn'],
    ['in het verleden', '2026-11-20', 'dag-voorbij'],
  ])('weigert een afspraak %s', async (_wat, dag, code) => {
    const { m, basis } = await opzet();
    const { status, body } = await m.vraag('POST', `${basis}/oproepen`, oproep(dag));
    expect(status).toBe(409);
    expect(body.redenen[0].code).toBe(code);
    expect((await lees(m, basis)).oproepen).toEqual([]);
  });

  it('weigert zolang er een oproep loopt en nadat de persoon verscheen', async () => {
    const { m, basis } = await opzet();
    const { afspraakId } = (await m.vraag('POST', `${basis}/oproepen`, oproep('2026-11-21'))).body;
    const loopt = await m.vraag('POST', `${basis}/oproepen`, oproep('2026-11-25'));
    expect(loopt.body.redenen[0].code).toBe('oproep-loopt');
    await uitkomst(m, basis, afspraakId, { uitkomst: 'verschenen' });
    const na = await m.vraag('POST', `${basis}/oproepen`, oproep('2026-11-25'));
    expect(na.body.redenen[0].code).toBe('al-verschenen');
  });

  it('weigert zonder briefhoofd of naam en laat dan niets achter', async () => {
    const { m, basis } = await opzet([], { adres: 'Marktplein 4' });
    const { status, body } = await m.vraag('POST', `${basis}/oproepen`, oproep('2026-11-25'));
    expect(status).toBe(409);
    expect(body.redenen.map((r: { code: string }) => r.code)).toEqual([
      'briefhoofd-onvolledig',
      'naam-onbekend',
    ]);
    expect((await lees(m, basis)).afspraken).toEqual([]);
  });

  it('weigert een teken dat de brief niet kan tonen', async () => {
    const { m, basis } = await opzet();
    const { status, body } = await m.vraag(
      'POST',
      `${basis}/oproepen`,
      oproep('2026-11-25', { plaats: 'zaal 日' }),
    );
    expect(status).toBe(409);
    expect(body.redenen[0].code).toBe('teken-ontbreekt');
  });

  it('een afgezegde oproep telt niet als gemist', async () => {
    const { g, m, basis } = await opzet();
    const { afspraakId } = (await m.vraag('POST', `${basis}/oproepen`, oproep('2026-11-25'))).body;
    await uitkomst(m, basis, afspraakId, { uitkomst: 'afgezegd' });
    const { body } = await m.vraag('POST', `${basis}/oproepen`, oproep('2026-11-28'));
    expect((await brief(g.id, body.documentId)).titel).toBe('Oproep voor de brede intake');
  });

  it('een opgeroepen afspraak is niet te verzetten tot na de termijn', async () => {
    const { m, basis } = await opzet();
    const { afspraakId } = (await m.vraag('POST', `${basis}/oproepen`, oproep('2026-11-25'))).body;
    const [feit] = (await lees(m, basis)).afspraken;
    const { soort: _, ...nieuw } = gesprek('2026-12-06');
    const pad = `${basis}/afspraken/${afspraakId}`;
    const { body } = await m.vraag('PUT', pad, { ...nieuw, vervangt: feit?.feitId });
    expect(body.redenen[0].code).toBe('na-oproeptermijn');
    const goed = { ...nieuw, datum: '2026-12-05', vervangt: feit?.feitId };
    expect((await m.vraag('PUT', pad, goed)).status).toBe(200);
  });

  it('klimt de ladder: waarschuwing, boete afwegen, en na drie oproepen zonder de persoon', async () => {
    const { g, m, basis } = await opzet();
    const dagen = ['2026-11-25', '2026-12-02', '2026-12-09'];
    const titels: string[] = [];
    for (const [i, dag] of dagen.entries()) {
      const { status, body } = await m.vraag('POST', `${basis}/oproepen`, oproep(dag));
      expect(status, dag).toBe(201);
      const { titel, herkomst } = await brief(g.id, body.documentId);
      titels.push(titel);
      expect(herkomst).toMatchObject({
        gegevens: {
          volgnummer: i + 1,
          ...(i > 0
            ? { boeteEurocenten: 25_000, herhaling: { eerdereAfspraak: dagen[i - 1] } }
            : {}),
        },
      });
      w.klok.zetOp(datum(dag));
      await mist(m, basis, body.afspraakId);
    }
    expect(titels).toEqual([
      'Oproep voor de brede intake',
      'Waarschuwing en nieuwe oproep voor de brede intake',
      'Waarschuwing en nieuwe oproep voor de brede intake',
    ]);
    expect((await lees(m, basis)).ladder).toMatchObject({
      stap: 'afronden-zonder-persoon',
      gemist: 3,
      magOproepen: false,
    });
    const vierde = await m.vraag('POST', `${basis}/oproepen`, oproep('2026-12-16'));
    expect(vierde.status).toBe(409);
    expect(vierde.body.redenen[0].code).toBe('drie-oproepen');

    const zonderVerslag = await m.vraag('POST', `${basis}/intake/_afronden`, {
      zonderPersoon: true,
    });
    expect(zonderVerslag.body.redenen.map((r: { veld: string }) => r.veld)).toEqual(['verslag']);
    await m.vraag('PUT', `${basis}/intake/antwoorden/verslag`, {
      waarde: 'Drie keer niet verschenen.',
      vervangt: null,
    });
    const af = await m.vraag('POST', `${basis}/intake/_afronden`, { zonderPersoon: true });
    expect(af.body.afgerond).toMatchObject({ zonderPersoon: true });
    const daarna = await m.vraag('POST', `${basis}/oproepen`, oproep('2026-12-16'));
    expect(daarna.body.redenen[0].code).toBe('intake-afgerond');
  });

  it('vraagt eerst de reden als die bij de gemiste afspraak ontbreekt', async () => {
    const [afspraakId, oproepId] = [nieuwId(), nieuwId()];
    const op = { geldigOp: datum('2026-11-01'), bron: 'coa' as const };
    const { m, basis } = await opzet([
      PERSOON,
      {
        soort: 'oproep',
        inhoud: {
          oproepId,
          voor: 'brede-intake',
          uiterlijk: datum('2026-11-15'),
          herhaling: false,
        },
        ...op,
      },
      {
        soort: 'afspraak',
        inhoud: {
          afspraakId,
          soort: 'intakegesprek',
          datum: datum('2026-11-10'),
          tijd: '10:00',
          plaats: 'azc',
          duurMinuten: 60,
          oproepId,
        },
        ...op,
      },
      { soort: 'afspraak-uitkomst', inhoud: { afspraakId, uitkomst: 'niet-verschenen' }, ...op },
    ]);
    const { status, body } = await m.vraag('POST', `${basis}/oproepen`, oproep('2026-11-25'));
    expect(status).toBe(409);
    expect(body.redenen[0].code).toBe('reden-ontbreekt');
  });
});
