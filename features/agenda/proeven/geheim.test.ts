import { describe, expect, it } from 'vitest';
import { datum, plusDagen } from '../../../rules/shared/datum.ts';
import { leesFeiten, legVast, type NieuwFeit } from '../../../server/dossier/feiten.ts';
import { b, feit, type Plek, VANDAAG } from '../../../test/berichten/berichtwereld.ts';

const GEHEIM = feit({
  soort: 'persoon',
  inhoud: {
    voornamen: 'Dawit',
    geslachtsnaam: 'Haile',
    geboorte: { soort: 'jaar', jaar: 1990 },
    geheimhouding: true,
  },
});
const TELEFOON = { telefoon: '0612345678' };
const MAIL = { email: 'dawit@voorbeeld.example' };

const bekend = (p: Plek, nieuw: NieuwFeit) =>
  b.inTx((tx) => legVast(tx, b.sleutel(p), [nieuw], b.nu()));

/** Het adres geldt niet meer, en het nieuwe geldt nog niet. */
async function adresWeg(p: Plek): Promise<void> {
  const [oud] = await b.inTx((tx) => leesFeiten(tx, b.sleutel(p), ['adres']));
  if (!oud) throw new Error('geen adres');
  const { id, inhoud } = oud;
  const straks = plusDagen(VANDAAG, 200);
  await bekend(p, { ...feit({ soort: 'adres', inhoud }), geldigOp: straks, vervangt: id });
}

describe('als de gegevens geheim worden nadat het bericht klaarstond', () => {
  it('vervalt een herinnering, per brief en per sms', async () => {
    const p = await b.nieuw({ contact: TELEFOON }, 20);
    await b.zet(p);
    await b.werk();
    expect(await b.dienst.berichten()).toHaveLength(1);
    await bekend(p, GEHEIM);
    b.w.klok.zetOp(datum('2026-12-10'));
    await b.loopNa();
    expect(await b.kort(p)).toEqual([
      'uitnodiging brief verstuurd',
      'herinnering brief vervallen',
      'herinnering sms vervallen',
    ]);
    expect(await b.dienst.berichten()).toHaveLength(1);
  });

  it('ligt een brief klaar om zelf te geven', async () => {
    const p = await b.nieuw({});
    await b.zet(p);
    await bekend(p, GEHEIM);
    await b.werk();
    const [brief] = await b.rijen(p);
    expect(brief).toMatchObject({ staat: 'zelf', document_id: expect.any(String) });
    expect(brief?.reden).toContain('geheim');
    expect(await b.dienst.berichten()).toEqual([]);
  });

  it.each([
    ['sms', { contact: TELEFOON }, 2],
    ['e-mail', { contact: MAIL, post: 'digitaal' }, 20],
  ] as const)('geeft een mens het door in plaats van een %s', async (kanaal, extra, dagen) => {
    const p = await b.nieuw(extra, dagen);
    await b.zet(p);
    await bekend(p, GEHEIM);
    await b.werk();
    const [bericht] = await b.rijen(p);
    expect(bericht).toMatchObject({ wat: 'uitnodiging', kanaal, staat: 'zelf', tekst: null });
    expect(bericht?.reden).toMatch(/geheim\. Geef het zelf door/);
    expect(await b.dienst.berichten()).toEqual([]);
  });

  it('geldt dat ook voor verzetten en afzeggen', async () => {
    const p = await b.nieuw({});
    await b.zet(p);
    await b.werk();
    const later = await b.afspraak(p, plusDagen(VANDAAG, 12), {}, p.feitId);
    await b.zet(later, 'verzet');
    await bekend(p, GEHEIM);
    await b.werk();
    await b.zet(later, 'afgezegd');
    await b.werk();
    expect(await b.kort(p)).toEqual([
      'uitnodiging brief verstuurd',
      'verzet brief zelf',
      'afgezegd brief zelf',
    ]);
    expect(await b.dienst.berichten()).toHaveLength(1);
  });
});

describe('als het adres vervalt nadat de brief klaarstond', () => {
  it('geeft een mens de brief', async () => {
    const p = await b.nieuw({});
    await b.zet(p);
    await adresWeg(p);
    await b.werk();
    const [brief] = await b.rijen(p);
    expect(brief).toMatchObject({ staat: 'zelf', document_id: expect.any(String) });
    expect(brief?.reden).toContain('geen adres');
    expect(await b.dienst.berichten()).toEqual([]);
  });

  it('vervalt een herinnering per brief; een sms gaat gewoon', async () => {
    const p = await b.nieuw({ contact: TELEFOON }, 20);
    await b.zet(p);
    await b.werk();
    await adresWeg(p);
    b.w.klok.zetOp(datum('2026-12-10'));
    await b.loopNa();
    expect(await b.kort(p)).toEqual([
      'uitnodiging brief verstuurd',
      'herinnering brief vervallen',
      'herinnering sms verstuurd',
    ]);
    expect((await b.dienst.berichten()).map((n) => n.soort)).toEqual(['letter', 'sms']);
  });
});
