import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TransportFout } from '../../../connections/duo/transport.ts';
import type { Feit } from '../../../rules/stand/feiten.ts';
import { leesFeiten } from '../../../server/dossier/feiten.ts';
import { leesOpnames, neemOp, type Opname } from '../../../server/dossier/opname.ts';
import { nieuwId } from '../../../server/id.ts';
import { type Keten, type Mens, maakKeten, maakMens, meld } from '../../../test/duo-brp.ts';
import { doeWerk, wachtendWerk, zetWerkOpNu } from '../../../test/werk.ts';
import type { TestGemeente } from '../../../test/world.ts';
import { notificatieWerk } from '../notificatie.jobs.ts';

/** De delen van DUO die nu niet antwoorden. */
const plat = new Set<string>();
let k: Keten;
let g: TestGemeente;

beforeAll(async () => {
  k = await maakKeten((lijn) => ({
    ...lijn,
    request: (verzoek) =>
      plat.has(verzoek.api)
        ? Promise.reject(new TransportFout('geen verbinding', false))
        : lijn.request(verzoek),
  }));
});
afterAll(() => k.sluit());
beforeEach(async () => {
  g = await k.gemeente();
});

const werk = () => doeWerk(k.w, notificatieWerk);
const lees = <T>(vraag: Parameters<typeof k.w.db.forGemeenten<T>>[1], bijzonder = true) =>
  k.w.db.forGemeenten({ gemeenten: [g.id], ...(bijzonder ? { bijzonder: [g.id] } : {}) }, vraag);
const feiten = (dossierId: string): Promise<Feit[]> =>
  lees((tx) => leesFeiten(tx, { gemeenteId: g.id, dossierId }));
const opnames = (dossierId: string, bijzonder = true) =>
  lees((tx) => leesOpnames(tx, { gemeenteId: g.id, dossierId }), bijzonder);
const berichten = () =>
  lees((tx) => tx.selectFrom('bericht_in').selectAll().orderBy('id').execute());
const toestand = (dossierId: string) =>
  lees((tx) =>
    tx
      .selectFrom('dossier_stand')
      .select('toestand')
      .where('dossier_id', '=', dossierId)
      .executeTakeFirstOrThrow(),
  ).then((r) => r.toestand);

async function bekend(duo: object = {}): Promise<{ mens: Mens; dossierId: string }> {
  const mens = await maakMens(k, g, { duo });
  await meld(k.w, g, 'SS101', mens);
  await werk();
  return { mens, dossierId: (await berichten())[0]!.dossier_id as string };
}

describe('een half antwoord', () => {
  const uitval = (apis: string[]) => {
    plat.clear();
    for (const api of apis) plat.add(api);
  };

  test('één onderwerp zonder antwoord: de rest staat er, en later komt alleen dat ene', async () => {
    const { mens, dossierId } = await bekend();
    await k.duo('POST', '/personen', [
      {
        bsn: mens.bsn,
        termijn: { startdatum: '2026-11-02', einddatum: '2030-05-02' },
        verlengingen: [{ beoordelingAanvraag: 'Toegekend', ontvangstdatum: '2026-11-05' }],
      },
    ]);
    uitval(['verlenging']);
    await meld(k.w, g, 'SS104', mens);
    expect((await werk()).mislukt).toHaveLength(1);
    const soorten = (await feiten(dossierId)).map((f) => f.soort);
    expect(soorten).toContain('inburgeringstermijn');
    expect(soorten).not.toContain('verlenging');
    const half = (await berichten())[1]!;
    expect(half).toMatchObject({ staat: 'nieuw', pogingen: 1, dossier_id: dossierId });
    expect(half.laatste_fout).toMatch(/^DUO \(verlengingen\)/);
    expect(half.uitkomst).toMatchObject({ nogOpTeHalen: ['verlengingen'] });
    expect(half.laatste_fout).not.toContain(mens.bsn);

    uitval([]);
    const termijnVoor = (await opnames(dossierId)).find((o) => o.onderwerp === 'termijn');
    await zetWerkOpNu(k.w);
    expect(await werk()).toEqual({ mislukt: [] });
    expect((await feiten(dossierId)).map((f) => f.soort)).toContain('verlenging');
    const heel = (await berichten())[1]!;
    expect(heel).toMatchObject({ staat: 'verwerkt', laatste_fout: null });
    expect(heel.uitkomst).not.toHaveProperty('nogOpTeHalen');
    const termijnNa = (await opnames(dossierId)).find((o) => o.onderwerp === 'termijn');
    expect(termijnNa).toEqual(termijnVoor);
    const gemeld = (await feiten(dossierId)).filter(
      (f) => f.soort === 'duo-gebeurtenis' && f.inhoud.gebeurtenisId === 'SS104',
    );
    expect(gemeld).toHaveLength(1);
  });

  test('zonder antwoord over de plicht komt er geen dossier', async () => {
    const mens = await maakMens(k, g);
    uitval(['inburgeringsplicht']);
    await meld(k.w, g, 'SS101', mens);
    expect((await werk()).mislukt).toHaveLength(1);
    expect(await berichten()).toMatchObject([{ staat: 'nieuw', dossier_id: null }]);
    uitval([]);
    await zetWerkOpNu(k.w);
    expect(await werk()).toEqual({ mislukt: [] });
    expect(await berichten()).toMatchObject([{ staat: 'verwerkt' }]);
  });

  test('wat in het eerste deel om een mens vroeg, blijft dat na het tweede deel', async () => {
    const { mens, dossierId } = await bekend();
    await k.duo('POST', '/personen', [
      {
        bsn: mens.bsn,
        examens: [{ examendatum: '2026-11-06', resultaat: 'Anders', onderdeel: 'LE' }],
        ontheffingen: [
          {
            GedeeltelijkeOntheffing: {
              oordeel: 'Toekenning',
              datumOordeel: '2026-11-04',
              grond: 'BIO',
            },
          },
        ],
      },
    ]);
    uitval(['ontheffing']);
    await meld(k.w, g, 'SS119', mens);
    await werk();
    uitval([]);
    await zetWerkOpNu(k.w);
    await werk();
    expect((await berichten())[1]).toMatchObject({
      staat: 'postvak',
      postvak_reden: expect.stringMatching(/uitslag van een examen/),
    });
    expect((await feiten(dossierId)).map((f) => f.soort)).toContain('ontheffing');
  });
});

describe('wat DUO het laatst antwoordde geldt', () => {
  test('een oudere melding die later aankomt maakt een nieuwere niet ongedaan', async () => {
    const { mens, dossierId } = await bekend();
    const stuur = async (gebeurtenisId: string, registratieDatumTijd: string) => {
      const antwoord = await k.w.app.inject({
        method: 'POST',
        url: '/duo/v1/notificaties',
        headers: { bron: k.w.t.config.DUO_OIN, doel: g.oin, berichtId: nieuwId() },
        payload: { registratieDatumTijd, gebeurtenisId, bsn: mens.bsn },
      });
      expect(antwoord.statusCode).toBe(201);
      await werk();
    };
    await stuur('SS129', '2026-11-20T15:00:00.000Z');
    expect(await toestand(dossierId)).toBe('actief');
    await stuur('SS109', '2026-11-20T14:00:00.000Z');
    expect(await toestand(dossierId)).toBe('actief');
    const laatste = (await berichten()).at(-1)!;
    expect(laatste).toMatchObject({ staat: 'verwerkt', voorstel: null });
    expect(laatste.uitkomst).toMatchObject({
      opmerkingen: expect.arrayContaining([expect.stringMatching(/vóór een andere/)]),
    });
    await stuur('SS109', '2026-11-20T16:00:00.000Z');
    expect(await toestand(dossierId)).toBe('gepauzeerd');
  });

  const doelgroep = (indeling: string, op: string): Opname => ({
    onderwerp: 'doelgroep',
    inhoud: { indeling },
    berichtId: nieuwId(),
    op,
  });

  test('een antwoord op een eerdere vraag dat later binnenkomt verandert niets', async () => {
    const { dossierId } = await bekend();
    const sleutel = { gemeenteId: g.id, dossierId };
    const nu = '2026-11-21T23:00:00.000Z';
    const neem = (o: Opname) => lees((tx) => neemOp(tx, sleutel, [o], nu));
    expect(await neem(doelgroep('A', '2026-11-21T22:00:00.000Z'))).toEqual(new Set());
    expect(await neem(doelgroep('B', '2026-11-21T21:59:59.000Z'))).toEqual(new Set(['doelgroep']));
    expect(await neem(doelgroep('A', '2026-11-21T22:30:00.000Z'))).toEqual(new Set());
    const bewaard = (await opnames(dossierId)).filter((o) => o.onderwerp === 'doelgroep');
    expect(bewaard.at(-1)).toMatchObject({
      inhoud: { indeling: 'A' },
      opgehaaldOp: '2026-11-21T22:00:00.000Z',
      laatstGezienOp: '2026-11-21T22:30:00.000Z',
    });
    expect(bewaard).toHaveLength(2);
  });

  test('hetzelfde antwoord met de velden in een andere volgorde is hetzelfde', async () => {
    const { dossierId } = await bekend();
    const sleutel = { gemeenteId: g.id, dossierId };
    const neem = (inhoud: unknown, op: string) =>
      lees((tx) =>
        neemOp(tx, sleutel, [{ onderwerp: 'pip', inhoud, berichtId: nieuwId(), op }], op),
      );
    await neem({ a: 1, b: { c: 2, d: [3] } }, '2026-11-21T20:00:00.000Z');
    await neem({ b: { d: [3], c: 2 }, a: 1 }, '2026-11-21T20:01:00.000Z');
    expect((await opnames(dossierId)).filter((o) => o.onderwerp === 'pip')).toHaveLength(1);
    await neem(undefined, '2026-11-21T20:02:00.000Z');
    expect((await opnames(dossierId)).filter((o) => o.onderwerp === 'pip').at(-1)).toMatchObject({
      inhoud: null,
    });
  });

  test('een verbeterde uitslag vervangt, een tweede poging komt erbij', async () => {
    const examen = {
      examendatum: '2026-11-06',
      resultaat: 'Gezakt',
      onderdeel: 'LE',
      niveau: 'B1',
    };
    const { mens, dossierId } = await bekend();
    const zet = async (examens: object[]) => {
      await k.duo('POST', '/personen', [{ bsn: mens.bsn, examens }]);
      await meld(k.w, g, 'SS199', mens);
      await werk();
    };
    await zet([examen]);
    await zet([{ ...examen, resultaat: 'Geslaagd' }]);
    await zet([
      { ...examen, resultaat: 'Geslaagd' },
      { ...examen, examendatum: '2026-11-18', niveau: 'B2', resultaat: 'Geslaagd' },
    ]);
    const examens = (await feiten(dossierId)).filter((f) => f.soort === 'examen');
    expect(examens.map((f) => [f.inhoud.resultaat, f.inhoud.op, f.vervangt])).toEqual([
      ['Gezakt', '2026-11-06', undefined],
      ['Geslaagd', '2026-11-06', examens[0]!.id],
      ['Geslaagd', '2026-11-18', undefined],
    ]);
  });
});

describe('de grond van een ontheffing', () => {
  const ontheffing = (grond: string) => ({
    GeheleOntheffing: { oordeel: 'Toekenning', datumOordeel: '2026-11-04', grond },
  });

  test.each(['MED', 'BIO'])('%s staat alleen bij de bijzondere gegevens', async (grond) => {
    const { mens, dossierId } = await bekend();
    await k.duo('POST', '/personen', [{ bsn: mens.bsn, ontheffingen: [ontheffing(grond)] }]);
    await meld(k.w, g, 'SS108', mens);
    await werk();
    const feit = (await feiten(dossierId)).find((f) => f.soort === 'ontheffing');
    expect(feit?.inhoud).toEqual({ soort: 'geheel', oordeel: 'Toekenning', op: '2026-11-04' });
    const gronden = (bijzonder: boolean) =>
      lees(
        (tx) => tx.selectFrom('bijzonder_feit').select(['vraag', 'waarde']).execute(),
        bijzonder,
      );
    expect(await gronden(true)).toEqual([
      { vraag: 'ontheffing-grond', waarde: { feitId: feit?.id, grond } },
    ]);
    expect(await gronden(false)).toEqual([]);
    expect((await opnames(dossierId)).map((o) => o.onderwerp)).toContain('ontheffingen');
    expect((await opnames(dossierId, false)).map((o) => o.onderwerp)).not.toContain('ontheffingen');
    const elders = await lees(
      async (tx) => [
        await tx.selectFrom('feit').selectAll().execute(),
        await tx.selectFrom('bericht_in').selectAll().execute(),
        await tx.selectFrom('dossier_stand').selectAll().execute(),
        await tx.selectFrom('duo_opname').selectAll().execute(),
      ],
      false,
    );
    expect(JSON.stringify(elders)).not.toMatch(/"(MED|BIO)"/);
  });

  test('nog eens vragen verdubbelt de grond niet; een andere grond vervangt haar', async () => {
    const { mens } = await bekend();
    for (const grond of ['MED', 'MED', 'BIO']) {
      await k.duo('POST', '/personen', [{ bsn: mens.bsn, ontheffingen: [ontheffing(grond)] }]);
      await meld(k.w, g, 'SS108', mens);
      await werk();
    }
    const rijen = await lees((tx) =>
      tx.selectFrom('bijzonder_feit').select(['id', 'waarde', 'vervangt']).orderBy('id').execute(),
    );
    expect(rijen).toMatchObject([
      { waarde: { grond: 'MED' }, vervangt: null },
      { waarde: { grond: 'BIO' }, vervangt: rijen[0]!.id },
    ]);
  });
});

describe('het ingetrokken nummer van de toets', () => {
  const nummers = async (dossierId: string) =>
    (await feiten(dossierId))
      .filter((f) => f.soort === 'leerbaarheidstoets-nummer')
      .map((f) => f.inhoud.examennummer);

  test('komt niet terug zolang DUO nog niet antwoordde op het intrekken', async () => {
    const { mens, dossierId } = await bekend({ lbt: { examennummer: 'LBT0001' } });
    await meld(k.w, g, 'SS137', mens);
    await werk();
    const m = await k.w.medewerker(g.organisatieId);
    const antwoord = await m.vraag('POST', `/v1/dossiers/${dossierId}/duo/_trek-toets-in`, {
      reden: 'De inburgeraar volgt de onderwijsroute.',
    });
    expect(antwoord.status).toBe(200);
    await meld(k.w, g, 'SS137', mens);
    await werk();
    expect(await nummers(dossierId)).toEqual(['LBT0001', undefined]);
  });
});

describe('een achterstand', () => {
  test('meldingen over dezelfde persoon gaan in één rij, ook als zij opnieuw gaan', async () => {
    const { mens } = await bekend();
    await k.duo('PUT', '/gedrag', { plat: true });
    await meld(k.w, g, 'SS102', mens);
    await meld(k.w, g, 'SS131', mens);
    const eigen = (await wachtendWerk(k.w)).filter((j) => JSON.stringify(j.payload).includes(g.id));
    const rijen = new Set(eigen.map((j) => (j as { queue_name?: string }).queue_name));
    expect(eigen).toHaveLength(2);
    expect(rijen.size).toBe(1);
    expect([...rijen][0]).toMatch(/^duo-in-\d+$/);
    await k.duo('PUT', '/gedrag', { plat: false });
    await werk();
    expect((await berichten()).map((b) => b.staat)).not.toContain('nieuw');
  });
});
