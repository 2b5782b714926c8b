import { describe, expect, it } from 'vitest';
import type { NotifyBericht } from '../../../connections/notify/client.ts';
import { legVast } from '../../../server/dossier/feiten.ts';
import { b, feit, type Plek } from '../../../test/berichten/berichtwereld.ts';

const SMS = { contact: { telefoon: '0612345678' } };

/** Vervangt hoe er wordt verstuurd; geeft de echte dienst terug. */
function metStuur(stuur: (bericht: NotifyBericht) => Promise<never>) {
  const echte = b.w.t.berichten;
  if (!echte) throw new Error('geen dienst');
  b.w.t.berichten = { ...echte, client: { ...echte.client, stuur } };
  return echte;
}
const stopt = () => Promise.reject(new Error('het proces stopte'));

/** Een sms waarvan het antwoord wegviel: hij kan zijn aangekomen. */
async function aangekomenMaarOnzeker(): Promise<Plek> {
  const p = await b.nieuw(SMS, 2);
  await b.zet(p);
  await b.dienst.gedrag({ antwoordKwijt: 1 });
  await b.werk();
  expect((await b.kort(p))[0]).toBe('uitnodiging sms bezig');
  return p;
}
/** Een sms waarvan het proces stopte vóór het versturen. */
async function nietAangekomen() {
  const p = await b.nieuw(SMS, 2);
  await b.zet(p);
  const echte = metStuur(stopt);
  await b.werk();
  expect((await b.kort(p))[0]).toBe('uitnodiging sms bezig');
  return { p, echte };
}

const nummerWeg = (p: Plek) =>
  b.inTx((tx) => legVast(tx, b.sleutel(p), [feit({ soort: 'contact', inhoud: {} })], b.nu()));
const uitnodigingen = async (p: Plek) =>
  (await b.kort(p)).filter((r) => r.startsWith('uitnodiging'));

describe('een bericht in twijfel', () => {
  it('dat is aangekomen geeft geen brief erbij als het nummer intussen weg is', async () => {
    const p = await aangekomenMaarOnzeker();
    await nummerWeg(p);
    await b.opnieuw();
    expect(await uitnodigingen(p)).toEqual(['uitnodiging sms verstuurd']);
    expect((await b.feiten(p)).map((f) => f.inhoud)).toMatchObject([{ kanaal: 'sms' }]);
    expect(await b.dienst.berichten()).toHaveLength(1);
  });

  it('dat is aangekomen hoeft niemand nog eens te geven als de gegevens nu geheim zijn', async () => {
    const p = await aangekomenMaarOnzeker();
    const persoon = { voornamen: 'Dawit', geslachtsnaam: 'Haile', geheimhouding: true };
    const geheim = feit({
      soort: 'persoon',
      inhoud: { ...persoon, geboorte: { soort: 'jaar', jaar: 1990 } },
    });
    await b.inTx((tx) => legVast(tx, b.sleutel(p), [geheim], b.nu()));
    await b.opnieuw();
    expect(await uitnodigingen(p)).toEqual(['uitnodiging sms verstuurd']);
  });

  it('dat niet is aangekomen wordt pas na de minuut een brief', async () => {
    const { p, echte } = await nietAangekomen();
    b.w.t.berichten = echte;
    await nummerWeg(p);
    await b.opnieuw();
    expect(await uitnodigingen(p)).toEqual(['uitnodiging sms bezig']);
    await b.maakOud(p);
    await b.opnieuw();
    expect((await uitnodigingen(p))[0]).toBe('uitnodiging sms mislukt');
    expect((await uitnodigingen(p))[1]).toContain('uitnodiging brief');
  });

  it('wordt met elke nieuwe poging opnieuw onzeker, ook na de tweede', async () => {
    const { p, echte } = await nietAangekomen();
    await b.maakOud(p);
    await b.opnieuw();
    b.w.t.berichten = echte;
    await b.opnieuw();
    expect(await uitnodigingen(p)).toEqual(['uitnodiging sms bezig']);
    expect(await b.dienst.berichten()).toEqual([]);
    await b.maakOud(p);
    await b.opnieuw();
    expect(await uitnodigingen(p)).toEqual(['uitnodiging sms verstuurd']);
  });

  it('wordt bij een storing niet opgegeven', async () => {
    const p = await aangekomenMaarOnzeker();
    await nummerWeg(p);
    await b.maakOud(p);
    await b.dienst.gedrag({ plat: true });
    await b.opnieuw();
    expect(await uitnodigingen(p)).toEqual(['uitnodiging sms bezig']);
    await b.dienst.gedrag({ plat: false });
    await b.opnieuw();
    expect(await uitnodigingen(p)).toEqual(['uitnodiging sms verstuurd']);
  });

  it('zegt wie het zelf doorgeeft dat het misschien al aankwam, als de dienst weg is', async () => {
    const p = await aangekomenMaarOnzeker();
    const { berichten: echte } = b.w.t;
    delete b.w.t.berichten;
    await b.opnieuw();
    if (echte) b.w.t.berichten = echte;
    const [sms] = await b.rijen(p);
    expect(sms?.staat).toBe('zelf');
    expect(sms?.reden).toContain('misschien al aangekomen');
  });
});
