import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakWereld, type TestMedewerker, type Wereld } from '../../../test/world.ts';
import { keurBlokken, keurStijl } from '../keur.ts';
import { contrastOpWit, isOpWitLeesbaar } from '../kleur.ts';
import type { Huisstijl, Mandaten, Sjablonen } from '../sjablonen.schema.ts';

let w: Wereld;
beforeAll(async () => {
  w = await maakWereld({ vandaag: '2026-11-21' });
});
afterAll(() => w.sluit());

const STIJL = {
  adres: 'Marktplein 4',
  postcode: '7411 AB',
  plaats: 'Veldrijk',
  telefoon: '0570 12 34 56',
  email: 'inburgering@veldrijk.example',
  website: 'www.veldrijk.example',
  kleur: '#0b5560',
};

async function opzet() {
  const g = await w.gemeente();
  const m = await w.medewerker(g.organisatieId, ['beheer:beheer', 'pip:klantmanager']);
  const basis = `/v1/gemeenten/${g.id}`;
  const leg = (body: object, wie: TestMedewerker = m) =>
    wie.vraag('POST', `${basis}/sjablonen/oproep`, {
      geldigVanaf: '2026-11-21',
      reden: 'test',
      revisie: 0,
      ...body,
    });
  const oproep = async () => {
    const { body } = await m.vraag('GET', `${basis}/sjablonen`);
    return (body as Sjablonen).sjablonen.find((s) => s.soort === 'oproep');
  };
  return { g, m, basis, leg, oproep };
}
type Antwoord = { status: number; body: { redenen?: { code: string; veld?: string }[] } };
const codes = (a: Antwoord) => a.body.redenen?.map((r) => r.code);

describe('de tekst van een brief', () => {
  it('is te lezen met wat vaststaat, en te wijzigen vanaf een dag', async () => {
    const { leg, oproep } = await opzet();
    expect((await oproep())?.vast.map((v) => v.waarom).join(' ')).toContain('art. 22');
    const na = await leg({
      blokken: { contact: 'Bel {klantmanager}.' },
      geldigVanaf: '2026-12-01',
    });
    expect(na.status).toBe(200);
    expect((await oproep())?.versies).toMatchObject([
      { staat: 'gepland', blokken: { contact: 'Bel {klantmanager}.' }, geldigVanaf: '2026-12-01' },
    ]);
  });

  it.each([
    ['2026-11-20', 409],
    ['2026-11-21', 200],
    ['2026-11-22', 200],
  ])('kan vanaf %s: %i', async (geldigVanaf, status) => {
    const { leg } = await opzet();
    const na = await leg({ blokken: { contact: 'Bel ons.' }, geldigVanaf });
    expect(na.status).toBe(status);
    if (status === 409) expect(codes(na)).toEqual(['vanaf-verleden']);
  });

  it.each([
    ['token-onbekend', { contact: 'Bel {klantmanger}.' }],
    ['token-onbekend', { contact: 'Bel {bezwaar-tot}.' }],
    ['token-onbekend', { contact: 'Bel {klantmanager.' }],
    ['blok-leeg', { toelichting: '' }],
    ['blok-onbekend', { boete: 'Er is geen boete.' }],
    ['geen-wijziging', {}],
    ['teken-ontbreekt', { contact: 'Bel ons 🙂.' }],
  ])('weigert met %s', async (code, blokken) => {
    const { leg } = await opzet();
    const na = await leg({ blokken });
    expect(na.status).toBe(409);
    expect(codes(na)).toContain(code);
  });

  it('mag leeg waar dat kan, en bewaart alleen wat afwijkt', async () => {
    const { leg, oproep } = await opzet();
    const standaard = (await oproep())?.blokken.find((b) => b.id === 'toelichting')?.standaard;
    await leg({ blokken: { contact: '', toelichting: standaard } });
    expect((await oproep())?.versies[0]?.blokken).toEqual({ contact: '' });
  });

  it('zegt wie eerder was, en trekt alleen in wat nog niet inging', async () => {
    const { g, m, basis, leg, oproep } = await opzet();
    const collega = await w.medewerker(g.organisatieId, ['beheer:beheer']);
    await leg({ blokken: { contact: 'Nu.' } }, collega);
    const botst = await leg({ blokken: { contact: 'Ook nu.' } });
    expect(botst.status).toBe(409);
    expect(botst.body).toMatchObject({ conflict: { wie: collega.naam } });
    await leg({ blokken: { contact: 'Later.' }, geldigVanaf: '2026-12-01', revisie: 1 });
    const [later, nu] = (await oproep())?.versies ?? [];
    const trek = (id = '', revisie = 2) =>
      m.vraag('POST', `${basis}/sjabloonversies/${id}/_intrekken`, { revisie });
    expect(codes(await trek(nu?.id))).toEqual(['al-ingegaan']);
    expect((await trek(later?.id)).status).toBe(200);
    expect(codes(await trek(later?.id, 3))).toEqual(['al-ingegaan']);
  });

  it('is niet van een klantmanager of een andere gemeente', async () => {
    const { g, basis, leg } = await opzet();
    const km = await w.medewerker(g.organisatieId, ['pip:klantmanager']);
    expect((await leg({ blokken: { contact: 'x' } }, km)).status).toBe(403);
    const ander = await opzet();
    expect((await leg({ blokken: { contact: 'x' } }, ander.m)).status).toBe(404);
    expect((await ander.m.vraag('GET', `${basis}/sjablonen`)).status).toBe(404);
  });
});

describe('het voorbeeld', () => {
  it.each(['oproep', 'pip-beschikking', 'pip-eenvoudig', 'uitnodiging'])(
    'tekent %s met de tekst die nog niet vaststaat',
    async (soort) => {
      const { m, basis } = await opzet();
      const url = `${basis}/sjablonen/${soort}`;
      const beeld = await m.vraag('POST', `${url}/_voorbeeld`, { blokken: {} });
      expect(beeld.status).toBe(200);
      expect(beeld.body.svg).toMatch(/^<svg/);
      expect(beeld.body.svg).not.toContain('<script');
      const anders = await m.vraag('POST', `${url}/_voorbeeld`, {
        blokken: { contact: 'Bel ons.' },
      });
      expect(anders.body.svg).not.toBe(beeld.body.svg);
      const fout = await m.vraag('POST', `${url}/_voorbeeld`, { blokken: { contact: '{wie}' } });
      expect(codes(fout)).toEqual(['token-onbekend']);
    },
  );

  it.each(['oproep', 'uitnodiging', 'pip-eenvoudig'])(
    'is er ook als PDF die aan UA-1 voldoet: %s',
    async (soort) => {
      const { m, basis } = await opzet();
      const uit = await w.app.inject({
        method: 'POST',
        url: `${basis}/sjablonen/${soort}/_pdf`,
        headers: { cookie: m.cookie },
        payload: { blokken: { contact: 'Bel ons.' } },
      });
      expect(uit.statusCode).toBe(200);
      expect(uit.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
      expect(uit.rawPayload.toString('utf8')).toContain('<pdfuaid:part>1</pdfuaid:part>');
    },
  );
});

describe('de huisstijl', () => {
  const SVG =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><rect width="90" height="30" fill="#0b5560"/></svg>';
  const logo = (tekst: string) => ({
    soort: 'svg',
    inhoud: Buffer.from(tekst).toString('base64'),
  });

  it('komt meteen in de brief, met logo, en onthoudt wie wat veranderde', async () => {
    const { m, basis } = await opzet();
    const url = `${basis}/huisstijl`;
    const na = await m.vraag('PUT', url, { stijl: STIJL, logo: logo(SVG), revisie: 0 });
    expect(na.status).toBe(200);
    expect(na.body as Huisstijl).toMatchObject({
      stijl: STIJL,
      logo: SVG,
      revisie: 1,
      eerder: [{ door: m.naam, wat: expect.arrayContaining(['kleur', 'logo']) }],
    });
    const beeld = await m.vraag('POST', `${basis}/sjablonen/oproep/_voorbeeld`, { blokken: {} });
    const zonder = await m.vraag('POST', `${url}/_voorbeeld`, { stijl: STIJL, logo: 'weg' });
    expect(beeld.status).toBe(200);
    expect(zonder.body.svg).not.toBe(beeld.body.svg);
    const anders = { ...STIJL, plaats: 'Elders' };
    const weer = await m.vraag('PUT', url, { stijl: anders, revisie: 1 });
    expect(weer.body).toMatchObject({ logo: SVG, eerder: [{ wat: ['plaats'] }, {}] });
    expect((await m.vraag('PUT', url, { stijl: STIJL, revisie: 1 })).status).toBe(409);
  });

  it.each([
    ['stijl-leeg', { adres: '' }],
    ['stijl-vorm', { postcode: '0123 AB' }],
    ['stijl-vorm', { email: 'geen mail' }],
    ['stijl-vorm', { kleur: 'blauw' }],
    ['kleur-te-licht', { kleur: '#ffd700' }],
  ])('weigert met %s', async (code, anders) => {
    const { m, basis } = await opzet();
    const stijl = { ...STIJL, ...anders };
    const na = await m.vraag('PUT', `${basis}/huisstijl`, { stijl, revisie: 0 });
    expect(na.status).toBe(409);
    expect(codes(na)).toContain(code);
  });

  it('weigert een logo met een opdracht', async () => {
    const { m, basis } = await opzet();
    const fout = logo(SVG.replace('<rect', '<script>1</script><rect'));
    const na = await m.vraag('PUT', `${basis}/huisstijl`, { stijl: STIJL, logo: fout, revisie: 0 });
    expect(codes(na)).toEqual(['logo-ongeschikt']);
  });

  it('meet contrast zoals WCAG het voorschrijft', () => {
    expect(contrastOpWit('#000000')).toBeCloseTo(21, 5);
    expect(contrastOpWit('#ffffff')).toBeCloseTo(1, 5);
    // De bekende grens van grijs op wit: #767676 haalt 4,54 en #777777 4,48.
    expect(isOpWitLeesbaar('#767676')).toBe(true);
    expect(isOpWitLeesbaar('#777777')).toBe(false);
    expect(keurStijl(STIJL)).toEqual([]);
  });
});

describe('het mandaatregister', () => {
  const geef = (m: TestMedewerker, basis: string, body: object) =>
    m.vraag('POST', `${basis}/mandaten`, {
      soort: 'pip',
      geldigVanaf: '2026-11-21',
      tekst: '',
      besluit: 'mandaatbesluit 2026',
      ...body,
    });

  it('laat alleen tekenen wie erin staat, tot en met de laatste dag', async () => {
    const { g, m, basis } = await opzet();
    const chef = await w.medewerker(g.organisatieId);
    const na = await geef(m, basis, { medewerkerId: chef.id });
    expect(na.status).toBe(200);
    const [rij] = (na.body as Mandaten).mandaten;
    expect(rij).toMatchObject({ naam: chef.naam, staat: 'geldt', totEnMet: null });
    const einde = (totEnMet: string) =>
      m.vraag('POST', `${basis}/mandaten/${rij?.id}/_beeindigen`, { totEnMet });
    expect(codes(await einde('2026-11-20'))).toEqual(['einde-te-vroeg']);
    expect((await einde('2026-11-21')).body.mandaten[0]).toMatchObject({ totEnMet: '2026-11-21' });
  });

  it('kan gisteren al zijn geëindigd, niet eerder: wat is getekend blijft geldig', async () => {
    const { m, basis } = await opzet();
    const na = await geef(m, basis, { medewerkerId: m.id, geldigVanaf: '2026-01-01' });
    const [rij] = (na.body as Mandaten).mandaten;
    const einde = (totEnMet: string) =>
      m.vraag('POST', `${basis}/mandaten/${rij?.id}/_beeindigen`, { totEnMet });
    expect(codes(await einde('2026-11-19'))).toEqual(['einde-te-vroeg']);
    expect((await einde('2026-11-20')).body.mandaten[0]).toMatchObject({ staat: 'voorbij' });
  });

  it.each([
    ['mandaat-dubbel', { geldigVanaf: '2026-12-01' }],
    ['einde-voor-begin', { soort: 'bezwaar', totEnMet: '2026-11-20' }],
  ])('weigert met %s', async (code, body) => {
    const { m, basis } = await opzet();
    await geef(m, basis, { medewerkerId: m.id });
    const na = await geef(m, basis, { medewerkerId: m.id, ...body });
    expect(na.status).toBe(409);
    expect(codes(na)).toEqual([code]);
  });

  it('kent alleen medewerkers die voor deze gemeente werken', async () => {
    const { m, basis } = await opzet();
    const vreemd = (await opzet()).m;
    expect((await geef(m, basis, { medewerkerId: vreemd.id })).status).toBe(404);
  });

  it('trekt in wat nog niet inging', async () => {
    const { m, basis } = await opzet();
    const trek = (id: string) => m.vraag('POST', `${basis}/mandaten/${id}/_intrekken`, {});
    const nu = (await geef(m, basis, { medewerkerId: m.id })).body.mandaten[0];
    expect(codes(await trek(nu.id))).toEqual(['al-ingegaan']);
    const straks = (
      await geef(m, basis, { medewerkerId: m.id, soort: 'oproep', geldigVanaf: '2026-12-01' })
    ).body.mandaten.find((r: { soort: string }) => r.soort === 'oproep');
    expect((await trek(straks.id)).status).toBe(200);
    expect(codes(await trek(straks.id))).toEqual(['al-ingetrokken']);
  });
});

describe('keurBlokken', () => {
  it('laat elke naam door die bij de brief hoort', () => {
    const alle =
      '{naam} {gemeente} {klantmanager} {telefoon} {email} {datum} {tijd} {plaats} {laatste-dag}';
    expect(keurBlokken('oproep', { contact: alle })).toEqual([]);
  });
});
