import { describe, expect, it } from 'vitest';
import { datum, plusDagen } from '../../../rules/shared/datum.ts';
import { legVast } from '../../../server/dossier/feiten.ts';
import { voegSamen } from '../../../server/dossier/openen.ts';
import { nieuwId } from '../../../server/id.ts';
import { alsEigenaar } from '../../../test/api/rijk.ts';
import { b, feit, VANDAAG } from '../../../test/berichten/berichtwereld.ts';
import { leesPdf } from '../../../test/pdf.ts';
import { doeWerk } from '../../../test/werk.ts';
import { berichtWerk } from '../bericht/versturen.jobs.ts';

describe('waar een bericht heen gaat', () => {
  it('op papier als de persoon niets zei, in twee talen, als stuk bij het dossier en als feit', async () => {
    const p = await b.nieuw({ taal: 'Tigrinya', contact: { telefoon: '06 12 34 56 78' } });
    await b.zet(p);
    await b.werk();
    const [brief, sms] = await b.rijen(p);
    expect(brief).toMatchObject({
      wat: 'uitnodiging',
      kanaal: 'brief',
      staat: 'verstuurd',
      taal: 'ti',
    });
    expect(sms).toMatchObject({ wat: 'herinnering', kanaal: 'sms', staat: 'wacht' });
    expect((await b.dienst.berichten()).map((b) => [b.soort, b.reference])).toEqual([
      ['letter', brief?.id],
    ]);
    const stuk = await b.inTx((tx) =>
      tx
        .selectFrom('document')
        .select(['soort', 'taal', 'bestand'])
        .where('id', '=', brief?.document_id ?? '')
        .executeTakeFirstOrThrow(),
    );
    expect([stuk.soort, stuk.taal, stuk.bestand.subarray(0, 5).toString()]).toEqual([
      'uitnodiging',
      'ti',
      '%PDF-',
    ]);
    expect((await b.feiten(p)).map((f) => f.inhoud)).toEqual([
      { afspraakId: p.afspraakId, kanaal: 'brief', wat: 'uitnodiging', taal: 'ti' },
    ]);
  });

  it('per e-mail wie digitaal wil, en dan geen brief', async () => {
    const p = await b.nieuw({
      post: 'digitaal',
      contact: { email: 'dawit@voorbeeld.example' },
      taal: 'Arabisch',
    });
    await b.zet(p);
    await b.werk();
    const [mail] = await b.dienst.berichten();
    expect(mail).toMatchObject({ soort: 'email', naar: 'dawit@voorbeeld.example' });
    expect(mail?.tekst).toContain('لديك موعد');
    expect(mail?.tekst).toContain('dinsdag 1 december 2026');
    expect(await b.kort(p)).toEqual(['uitnodiging e-mail verstuurd', 'herinnering e-mail wacht']);
  });

  it('per sms als een brief te laat komt; daarin staan alleen dag, tijd, plaats en wie te bellen', async () => {
    const p = await b.nieuw({ contact: { telefoon: '0612345678' } }, 2);
    await b.zet(p);
    await b.werk();
    const [sms] = await b.dienst.berichten();
    expect(sms).toMatchObject({ soort: 'sms', naar: '+31612345678' });
    expect(sms?.tekst).toBe(
      `Gemeente ${b.g.code}: u heeft een afspraak op maandag 23 november 2026 om 09.30 uur. Plaats: het gemeentehuis, Marktplein 4. Vragen? Bel 0570 12 34 56.`,
    );
    expect(sms?.tekst).not.toMatch(/Haile|route|\d{9}/);
  });

  it('niet langs de b.dienst als de gegevens geheim zijn: de brief ligt klaar om zelf te geven', async () => {
    const p = await b.nieuw({
      persoon: { geheimhouding: true },
      contact: { telefoon: '0612345678', email: 'x@y.example' },
      post: 'digitaal',
    });
    await b.zet(p);
    await b.werk();
    expect(await b.dienst.berichten()).toEqual([]);
    const [brief, ...meer] = await b.rijen(p);
    expect(brief).toMatchObject({
      kanaal: 'brief',
      staat: 'zelf',
      document_id: expect.any(String),
    });
    expect(brief?.reden).toContain('geheim');
    expect(meer).toEqual([]);
    expect(await b.feiten(p)).toEqual([]);
  });

  it('nergens heen als de persoon is overleden, ook niet als dat pas later bekend werd', async () => {
    const overleden = feit({ soort: 'overlijden', inhoud: { op: datum('2026-11-01') } });
    const p = await b.nieuw({ meer: [overleden] });
    expect(await b.zet(p)).toEqual({ berichten: [], nietOmdat: 'Deze persoon is overleden.' });
    const later = await b.nieuw({});
    await b.zet(later);
    await b.inTx((tx) => legVast(tx, b.sleutel(later), [overleden], b.nu()));
    await b.werk();
    expect(await b.kort(later)).toEqual(['uitnodiging brief vervallen']);
    expect(await b.dienst.berichten()).toEqual([]);
  });

  it('nergens heen over een dossier dat intussen is afgeschermd', async () => {
    const p = await b.nieuw({});
    await b.zet(p);
    await alsEigenaar(b.w, (c) =>
      c.query(
        `insert into quarantaine (gemeente_id, id, dossier_id, dossier_ids, staat, reden, toelichting, afgeschermd_op, afgeschermd_door)
         values ($1, $2, $3, array[$3::uuid], 'open', 'verkeerde-persoon', 'proef', now(), $4)`,
        [b.g.id, nieuwId(), p.dossierId, b.wie.id],
      ),
    );
    await b.werk();
    expect(await b.dienst.berichten()).toEqual([]);
  });
});

describe('wat de gemeente zelf schrijft', () => {
  const schrijf = (blokken: object, vanaf = VANDAAG) =>
    b.inTx((tx) =>
      tx
        .insertInto('sjabloonversie')
        .values({
          gemeente_id: b.g.id,
          id: nieuwId(),
          soort: 'uitnodiging',
          geldig_vanaf: vanaf,
          blokken: JSON.stringify(blokken),
          reden: 'proef',
          vastgelegd_op: `${VANDAAG}T08:00:00.000Z`,
          vastgelegd_door: b.wie.id,
        })
        .execute(),
    );
  const pdfVan = async (p: Parameters<typeof b.rijen>[0]) => {
    const [rij] = await b.rijen(p);
    const { bestand } = await b.inTx((tx) =>
      tx
        .selectFrom('document')
        .select('bestand')
        .where('id', '=', rij?.document_id ?? '')
        .executeTakeFirstOrThrow(),
    );
    return (await leesPdf(bestand)).tekst;
  };
  const BLOKKEN = {
    inleiding: 'Wij praten over {wat} op {datum}.',
    voorbereiden: 'Neem uw laatste rapport mee.',
    contact: 'Het gebouw heeft een lift.',
  };

  it('staat in de brief, naast wat vaststaat, en in de vertaling dat het alleen in het Nederlands is', async () => {
    await schrijf(BLOKKEN);
    const p = await b.nieuw({ taal: 'Turks' });
    await b.zet(p);
    await b.werk();
    const tekst = await pdfVan(p);
    expect(tekst).toContain('Wij praten over een voortgangsgesprek op 1 december 2026.');
    expect(tekst).toContain('Neem uw laatste rapport mee.');
    expect(tekst).not.toContain('Neem mee: deze brief');
    expect(tekst).toContain('Kunt u niet? Bel dan: 0570 12 34 56.');
    expect(tekst).toContain('Het gebouw heeft een lift.');
    expect(tekst).toContain('Yalnızca Hollandaca');
  });

  it('staat ook in de e-mail, en een leeg blok is weggelaten', async () => {
    await schrijf({ ...BLOKKEN, voorbereiden: '' });
    const p = await b.nieuw({ post: 'digitaal', contact: { email: 'dawit@voorbeeld.example' } });
    await b.zet(p);
    await b.werk();
    const [mail] = await b.dienst.berichten();
    expect(mail?.tekst).toContain('Het gebouw heeft een lift.');
    expect(mail?.tekst).not.toContain('Neem mee');
  });

  it('begint op de dag van ingang, en een afgezegde afspraak krijgt het niet', async () => {
    await schrijf(BLOKKEN, plusDagen(VANDAAG, 1));
    const p = await b.nieuw({});
    await b.zet(p);
    await b.werk();
    expect(await pdfVan(p)).not.toContain('lift');
    b.w.klok.zetOp(plusDagen(VANDAAG, 1));
    const morgen = await b.nieuw({});
    await b.zet(morgen);
    await b.werk();
    expect(await pdfVan(morgen)).toContain('lift');
    await b.zet(morgen, 'afgezegd');
    await b.werk();
    const [, af] = await b.rijen(morgen);
    expect(af?.wat).toBe('afgezegd');
    expect(af?.tekst ?? '').not.toContain('lift');
  });
});

it('gaat mee als het dossier in een ander opgaat, en vertrekt daarna één keer', async () => {
  const p = await b.nieuw({});
  const naar = await b.w.dossier(b.g.id, [], { klantmanagerId: b.wie.id });
  await b.zet(p);
  await b.inTx((tx) => voegSamen(tx, b.g.id, p.dossierId, naar, b.nu()));
  await b.werk();
  expect(await b.kort({ ...p, dossierId: naar })).toEqual(['uitnodiging brief verstuurd']);
  expect(await b.dienst.berichten()).toHaveLength(1);
});

describe('verzetten en afzeggen', () => {
  it('wie nog niets hoorde krijgt over de nieuwe dag gewoon een uitnodiging', async () => {
    const p = await b.nieuw({});
    await b.zet(p);
    const later = await b.afspraak(p, plusDagen(VANDAAG, 12), {}, p.feitId);
    await b.zet(later, 'verzet');
    await b.werk();
    expect(await b.kort(p)).toEqual(['uitnodiging brief vervallen', 'uitnodiging brief verstuurd']);
  });

  it('wie het al hoorde krijgt bericht van verzetten, en de oude herinneringen vervallen', async () => {
    const p = await b.nieuw({ contact: { telefoon: '0612345678' } }, 20);
    await b.zet(p);
    await b.werk();
    expect(await b.kort(p)).toEqual([
      'uitnodiging brief verstuurd',
      'herinnering brief wacht',
      'herinnering sms wacht',
    ]);
    const later = await b.afspraak(p, plusDagen(VANDAAG, 24), {}, p.feitId);
    await b.zet(later, 'verzet');
    await b.zet(later, 'verzet');
    await b.werk();
    expect(await b.kort(p)).toEqual([
      'uitnodiging brief verstuurd',
      'herinnering brief vervallen',
      'herinnering sms vervallen',
      'verzet brief verstuurd',
      'herinnering brief wacht',
      'herinnering sms wacht',
    ]);
  });

  it('over een afspraak waarvan niemand wist gaat er bij afzeggen niets', async () => {
    const p = await b.nieuw({});
    await b.zet(p);
    expect((await b.zet(p, 'afgezegd')).berichten).toEqual([]);
    await b.werk();
    expect(await b.kort(p)).toEqual(['uitnodiging brief vervallen']);
    const wist = await b.nieuw({});
    await b.zet(wist);
    await b.werk();
    await b.zet(wist, 'afgezegd');
    await b.werk();
    expect(await b.kort(wist)).toEqual(['uitnodiging brief verstuurd', 'afgezegd brief verstuurd']);
  });
});

describe('herinneringen', () => {
  it.each([
    ['2026-12-03', ['uitnodiging brief verstuurd', 'herinnering sms verstuurd']],
    ['2026-12-01', ['uitnodiging brief verstuurd', 'herinnering sms wacht']],
    ['2026-12-04', ['uitnodiging brief verstuurd', 'herinnering sms vervallen']],
  ])('op %s, voor een afspraak op 3 december', async (dag, verwacht) => {
    const p = await b.nieuw({ contact: { telefoon: '0612345678' } }, 12);
    await b.zet(p);
    await b.werk();
    b.w.klok.zetOp(datum(dag));
    await b.loopNa();
    expect(await b.kort(p)).toEqual(verwacht);
  });

  it('gaat om negen uur de dag ervoor, ook als de klok die nacht verspringt', async () => {
    b.w.klok.zetOp(datum('2026-10-12'));
    const p = await b.nieuw({ contact: { telefoon: '0612345678' } }, 0).then((q) => q);
    const herfst = await b.afspraak(p, datum('2026-10-26'));
    await b.zet(herfst);
    const momenten = (await b.rijen(p)).map((r) => r.niet_voor);
    expect(momenten).toContain('2026-10-25T08:00:00.000Z');
    expect(momenten).toContain('2026-10-19T07:00:00.000Z');
  });
});

describe('als de b.dienst hapert', () => {
  it('een uur weg: niets verdwijnt, en daarna gaat alles één keer', async () => {
    const p = await b.nieuw({});
    await b.zet(p);
    await b.dienst.gedrag({ plat: true });
    await b.werk();
    await b.opnieuw();
    expect((await b.kort(p))[0]).toMatch(/uitnodiging brief (wacht|bezig)/);
    await b.dienst.gedrag({ plat: false });
    await b.maakOud(p);
    await b.opnieuw();
    expect(await b.kort(p)).toEqual(['uitnodiging brief verstuurd']);
    expect(await b.dienst.berichten()).toHaveLength(1);
  });

  it('een antwoord dat wegvalt: eerst kijken, niet nog eens sturen', async () => {
    const p = await b.nieuw({});
    await b.zet(p);
    await b.dienst.gedrag({ antwoordKwijt: 1 });
    await b.werk();
    expect(await b.kort(p)).toEqual(['uitnodiging brief bezig']);
    await b.opnieuw();
    expect(await b.kort(p)).toEqual(['uitnodiging brief verstuurd']);
    expect(await b.dienst.berichten()).toHaveLength(1);
    expect(await b.feiten(p)).toHaveLength(1);
  });

  it('een proces dat stopt tussen versturen en noteren stuurt niets dubbel', async () => {
    const p = await b.nieuw({});
    await b.zet(p);
    const echte = b.w.t.berichten;
    if (!echte) throw new Error('geen dienst');
    // Het bericht komt aan, en dan is het proces weg voordat het kan noteren.
    b.w.t.berichten = {
      ...echte,
      client: {
        ...echte.client,
        async stuur(bericht) {
          await echte.client.stuur(bericht);
          throw new Error('het proces stopte');
        },
      },
    };
    expect((await b.werk()).mislukt).toHaveLength(1);
    expect(await b.kort(p)).toEqual(['uitnodiging brief bezig']);
    b.w.t.berichten = echte;
    await b.opnieuw();
    expect(await b.kort(p)).toEqual(['uitnodiging brief verstuurd']);
    expect(await b.dienst.berichten()).toHaveLength(1);
  });

  it('een proces dat stopt vóór versturen stuurt alsnog, maar niet binnen de minuut', async () => {
    const p = await b.nieuw({});
    await b.zet(p);
    const echte = b.w.t.berichten;
    if (!echte) throw new Error('geen dienst');
    const weg = { ...echte.client, stuur: () => Promise.reject(new Error('het proces stopte')) };
    b.w.t.berichten = { ...echte, client: weg };
    await b.werk();
    b.w.t.berichten = echte;
    await b.opnieuw();
    expect(await b.kort(p)).toEqual(['uitnodiging brief bezig']);
    await b.maakOud(p);
    await b.opnieuw();
    expect(await b.kort(p)).toEqual(['uitnodiging brief verstuurd']);
    expect(await b.dienst.berichten()).toHaveLength(1);
  });

  it('honderd willekeurige storingen: elk bericht komt precies één keer aan', async () => {
    const alle = await Promise.all([b.nieuw({}), b.nieuw({}), b.nieuw({}), b.nieuw({})]);
    for (const p of alle) await b.zet(p);
    await b.dienst.gedrag({ toeval: { zaad: 42, kans: 0.6 } });
    for (let i = 0; i < 12; i += 1) {
      await b.opnieuw();
      for (const p of alle) await b.maakOud(p);
    }
    await b.dienst.gedrag({ toeval: null });
    await b.opnieuw();
    for (const p of alle) expect(await b.kort(p)).toEqual(['uitnodiging brief verstuurd']);
    expect(await b.dienst.berichten()).toHaveLength(alle.length);
  });

  it('zonder ingerichte b.dienst ligt alles klaar om zelf te geven', async () => {
    const { berichten: _, ...zonder } = b.w.t;
    const p = await b.nieuw({ contact: { telefoon: '0612345678' } }, 2);
    await b.zet(p);
    await doeWerk({ ownerUrl: b.w.ownerUrl, t: zonder }, berichtWerk);
    expect(await b.kort(p)).toEqual(['uitnodiging sms zelf', 'herinnering sms wacht']);
  });
});
