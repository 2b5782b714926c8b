import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBrpSimulator } from '../../connections/brp/simulator/app.ts';
import { buildDuoSimulator } from '../../connections/duo/simulator/app.ts';
import { intakeVolledig } from '../../rules/brede-intake/intake-volledig.ts';
import { pipInhoud } from '../../rules/pip/pip-inhoud.ts';
import { datum } from '../../rules/shared/datum.ts';
import { bepaalStand } from '../../rules/stand/bepaal-stand.ts';
import { STANDAARD_BELEID } from '../../rules/stand/stand.ts';
import { isBsn, vNummer } from '../../server/dossier/nummers.ts';
import { maakWereld, type Wereld } from '../../test/world.ts';
import { vindGezondheidsvraag, vindVraag } from '../intake/vragen/vragenlijst.ts';
import { PipConcept } from '../pip/pip.schema.ts';
import { keurWaarde } from '../shared/vraag.schema.ts';
import type { OefenDossier } from './bouw.ts';
import { vulOefenregio } from './demo.jobs.ts';
import { genereerRegio, VERHALEN, ZAAD } from './genereer.ts';
import { GEZONDHEID, intakeAntwoorden, maakProfiel, pipInhoudVan } from './inhoud.ts';
import { EXTRA } from './nabootsing.ts';
import { GEMEENTEN, MEDEWERKERS, OIN_DUO, ORGANISATIES } from './regio.ts';
import { maakToeval, oefenBsn } from './toeval.ts';

const VANDAAG = datum('2026-11-21');
// Zaterdag, oudejaarsdag, rond Pasen en een schrikkeldag.
const PEILDATUMS = ['2026-11-21', '2025-12-31', '2027-04-01', '2028-02-29'].map((d) => datum(d));
const regio = genereerRegio(ZAAD, VANDAAG);

const standVan = (d: OefenDossier, dag: typeof VANDAAG) =>
  bepaalStand(d.feiten, { ...STANDAARD_BELEID, ...d.gemeente.beleid }, dag);

describe('de verzonnen regio', () => {
  it('is bij hetzelfde zaad en dezelfde dag precies dezelfde', () => {
    expect(genereerRegio(ZAAD, VANDAAG)).toEqual(regio);
    expect(genereerRegio(ZAAD + 1, VANDAAG)).not.toEqual(regio);
  });

  it.each(PEILDATUMS)('heeft op %s van elk verhaal de bedoelde Stand', (dag) => {
    for (const d of genereerRegio(ZAAD, dag).dossiers) {
      const verhaal = VERHALEN.find((v) => v.id === d.verhaal)!;
      const { schakel, toestand, voorstellen } = standVan(d, dag);
      const naam = `${d.verhaal} ${d.mens.voornamen}`;
      expect({ naam, schakel, toestand }).toEqual({
        naam,
        schakel: verhaal.schakel,
        toestand: verhaal.toestand,
      });
      expect(verhaal.voorstel, naam).toContain(voorstellen[0]?.soort);
    }
  });

  it('heeft ongeveer 150 dossiers in elke schakel, doelgroep, leerroute en gemeente, ook te late', () => {
    const standen = regio.dossiers.map((d) => standVan(d, VANDAAG));
    expect(standen.length).toBeGreaterThanOrEqual(150);
    expect(standen.length).toBeLessThanOrEqual(170);
    expect(new Set(standen.map((s) => s.schakel))).toEqual(new Set([1, 2, 3, 4, 5]));
    expect(new Set(standen.map((s) => s.doelgroep.waarde)).size).toBe(3);
    expect(new Set(standen.flatMap((s) => s.leerroute ?? []))).toEqual(new Set(['B', 'O', 'Z']));
    expect(new Set(standen.map((s) => s.toestand)).size).toBe(4);
    const signalen = new Set(standen.flatMap((s) => s.signalen.map((x) => x.id)));
    for (const id of ['pip-te-laat', 'pip-bijna', 'pip-geweigerd', 'aanbod-ontbreekt'])
      expect(signalen).toContain(id);
    expect(new Set(regio.dossiers.map((d) => d.gemeente.id)).size).toBe(GEMEENTEN.length);
  });

  it('legt niets vast na gisteren, en een dossier begint met zijn eerste feit', () => {
    for (const d of regio.dossiers) {
      for (const f of d.feiten)
        expect(f.vastgelegdOp < VANDAAG, `${d.verhaal} ${f.soort}`).toBe(true);
      const eerste = d.feiten.map((f) => f.vastgelegdOp).sort()[0];
      expect(d.geopendOp).toBe(eerste);
      expect(d.feiten.map((f) => f.id)).toEqual(d.feiten.map((f) => f.id).toSorted());
    }
  });

  it('heeft unieke ids, namen en nummers; elk BSN voldoet aan de elfproef en is verzonnen', () => {
    const alle = regio.dossiers;
    const ids = alle.flatMap((d) => [
      d.id,
      ...d.feiten.map((f) => f.id),
      ...d.pips.map((p) => p.id),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
    const namen = [...alle.map((d) => d.mens), ...EXTRA].map(
      (m) => `${m.voornamen} ${m.geslachtsnaam}`,
    );
    expect(new Set(namen).size).toBe(namen.length);
    const bsns = [...alle.flatMap((d) => d.mens.bsn ?? []), ...EXTRA.map((e) => e.bsn)];
    expect(new Set(bsns).size).toBe(bsns.length);
    expect(bsns.every((b) => isBsn(b) && /^999\d{6}$/.test(b))).toBe(true);
    expect(alle.every((d) => vNummer(d.mens.vNummer ?? '') === d.mens.vNummer)).toBe(true);
    expect(alle.some((d) => !d.mens.bsn)).toBe(true);
    expect(alle.some((d) => d.mens.geboorte.soort === 'jaar')).toBe(true);
  });

  it('geeft ook ver in de reeks een geldig BSN', () => {
    for (let n = 0; n < 9000; n += 7) expect(isBsn(oefenBsn(n))).toBe(true);
  });

  it('verbindt familie in beide dossiers, binnen dezelfde gemeente', () => {
    const opId = new Map(regio.dossiers.map((d) => [d.id, d]));
    const omgekeerd = {
      partner: 'partner',
      'broer-of-zus': 'broer-of-zus',
      ouder: 'kind',
      kind: 'ouder',
    };
    let banden = 0;
    for (const d of regio.dossiers) {
      for (const f of d.feiten) {
        if (f.soort !== 'gezin') continue;
        banden += 1;
        const ander = opId.get(f.inhoud.anderDossierId)!;
        expect(ander.gemeente.id).toBe(d.gemeente.id);
        const terug = ander.feiten.find(
          (x) => x.soort === 'gezin' && x.inhoud.anderDossierId === d.id,
        );
        expect(terug?.soort === 'gezin' && terug.inhoud.relatie).toBe(omgekeerd[f.inhoud.relatie]);
      }
    }
    expect(banden).toBeGreaterThanOrEqual(8);
  });

  it('geeft elke klantmanager 30 tot 65 mensen en laat enkele dossiers vrij', () => {
    const per = Map.groupBy(regio.dossiers, (d) => d.klantmanagerId ?? 'niemand');
    const aantal = (naam: string) =>
      per.get(MEDEWERKERS.find((m) => m.naam === naam)!.id)?.length ?? 0;
    for (const naam of ['Noor de Wit', 'Bram Kuipers', 'Ilse de Groot']) {
      expect(aantal(naam), naam).toBeGreaterThanOrEqual(30);
      expect(aantal(naam), naam).toBeLessThanOrEqual(65);
    }
    expect(per.get('niemand')?.length).toBeGreaterThanOrEqual(5);
  });
});

describe('antwoorden en plannen', () => {
  const mens = regio.dossiers[0]!.mens;
  const profielen = (['B', 'O', 'Z'] as const).flatMap((route) =>
    [true, false].map((jongKind) => ({ ...maakProfiel(maakToeval(1), route), jongKind })),
  );

  it.each(profielen)('zijn voor route $route (jong kind: $jongKind) volledig en geldig', (p) => {
    const antwoorden = intakeAntwoorden(mens, p);
    for (const { vraag, onderdeel, waarde } of antwoorden) {
      expect(vindVraag(vraag)?.onderdeel, vraag).toBe(onderdeel);
      expect(keurWaarde(vindVraag(vraag)!, waarde), vraag).toEqual({ waarde });
    }
    const volledig = intakeVolledig({
      beantwoord: new Set(antwoorden.map((a) => a.onderdeel)),
      leerbaarheidstoetsAfgenomen: true,
      leerbaarheidstoetsOntheffing: false,
      gezondheidBesproken: true,
      privegesprekAangeboden: true,
      kindVoorVve: p.jongKind,
      zonderPersoon: false,
    });
    expect(volledig.uitkomst).toBe('voldoet');
    for (const doelgroep of ['asielstatushouder', 'gezins-en-overige-migrant'] as const) {
      const plan = pipInhoudVan(doelgroep === 'asielstatushouder' ? 'asiel' : 'gezin', p);
      const oordeel = pipInhoud(plan, { doelgroep, kindVoorVve: p.jongKind });
      expect(oordeel).toMatchObject({ uitkomst: 'voldoet' });
    }
  });

  it('houden gezondheid bij de vragen over gezondheid', () => {
    for (const g of GEZONDHEID)
      expect(keurWaarde(vindGezondheidsvraag(g.vraag)!, g.waarde)).toEqual({ waarde: g.waarde });
  });

  it('bewaren een PIP in de vorm van het PIP-scherm', () => {
    for (const p of regio.dossiers.flatMap((d) => d.pips)) PipConcept.parse(p.inhoud);
  });
});

describe('vullen', () => {
  let w: Wereld;
  let duo: FastifyInstance;
  let nabootsingen: { duoUrl: string; brpUrl: string };
  let brp: FastifyInstance;

  beforeAll(async () => {
    w = await maakWereld({ vandaag: VANDAAG });
    duo = buildDuoSimulator({
      meedoenUrl: 'http://127.0.0.1:9',
      oinDuo: OIN_DUO,
      klok: () => VANDAAG,
    });
    brp = buildBrpSimulator();
    const [duoUrl = '', brpUrl = ''] = await Promise.all(
      [duo, brp].map((s) => s.listen({ host: '127.0.0.1', port: 0 })),
    );
    nabootsingen = { duoUrl, brpUrl };
    await vulOefenregio(w.t, nabootsingen);
  });
  afterAll(async () => {
    await Promise.all([w?.sluit(), duo?.close(), brp?.close()]);
  });

  const alles = { gemeenten: GEMEENTEN.map((g) => g.id), bijzonder: GEMEENTEN.map((g) => g.id) };
  const tel = () =>
    w.db.forGemeenten(alles, async (tx) => {
      const aantal = async (
        tabel: 'dossier' | 'feit' | 'dossier_stand' | 'bijzonder_feit' | 'pip',
      ) => (await tx.selectFrom(tabel).select('gemeente_id').execute()).length;
      return {
        dossier: await aantal('dossier'),
        feit: await aantal('feit'),
        dossier_stand: await aantal('dossier_stand'),
        bijzonder_feit: await aantal('bijzonder_feit'),
        pip: await aantal('pip'),
      };
    });

  it('schrijft alles wat is bedacht, één keer', async () => {
    const som = (kies: (d: OefenDossier) => unknown[]) =>
      regio.dossiers.reduce((n, d) => n + kies(d).length, 0);
    const verwacht = {
      dossier: regio.dossiers.length,
      feit: som((d) => d.feiten),
      dossier_stand: regio.dossiers.length,
      bijzonder_feit: som((d) => d.gezondheid),
      pip: som((d) => d.pips),
    };
    expect(await tel()).toEqual(verwacht);
    await vulOefenregio(w.t, nabootsingen);
    expect(await tel()).toEqual(verwacht);
  });

  it('schrijft de Stand zoals zij uit de bewaarde feiten volgt', async () => {
    const selam = regio.dossiers.find((d) => d.mens.geslachtsnaam === 'Tesfay')!;
    const rij = await w.db.forGemeenten(alles, (tx) =>
      tx
        .selectFrom('dossier_stand')
        .selectAll()
        .where('dossier_id', '=', selam.id)
        .executeTakeFirstOrThrow(),
    );
    expect(rij.stand).toMatchObject(JSON.parse(JSON.stringify(standVan(selam, VANDAAG))));
    const [pip, ...andere] = rij.stand.termijnen;
    expect(pip?.uitleg?.grondslag?.regel).toBe('pip-termijn');
    expect(andere.some((t) => t.id === 'oproep-termijn' && t.uitleg)).toBe(false);
    expect(rij).toMatchObject({ voorstel: 'pip-vaststellen', schakel: 3 });
  });

  it('legt meldingen in het postvak en wat DUO weigerde bij de verzendingen', async () => {
    const { postvak, geweigerd } = await w.db.forGemeenten(alles, async (tx) => ({
      postvak: await tx
        .selectFrom('bericht_in')
        .select('gebeurtenis_id')
        .where('staat', '=', 'postvak')
        .execute(),
      geweigerd: await tx
        .selectFrom('bericht_uit')
        .select('foutteksten')
        .where('staat', '=', 'geweigerd')
        .execute(),
    }));
    expect(postvak.length).toBeGreaterThanOrEqual(3);
    expect(geweigerd.length).toBe(4);
    expect(geweigerd.every((g) => g.foutteksten.length > 0)).toBe(true);
  });

  it('geeft DUO en BRP de mensen, ook wie nog geen dossier heeft', async () => {
    const e = EXTRA[0]!;
    const bij = (pad: string) =>
      fetch(`${nabootsingen.duoUrl}/duo/${pad}`, {
        headers: { bron: e.gemeente.oin, doel: OIN_DUO, berichtId: crypto.randomUUID() },
      });
    const brpAntwoord = await fetch(`${nabootsingen.brpUrl}/haalcentraal/api/brp/personen`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'RaadpleegMetBurgerservicenummer',
        burgerservicenummer: [e.bsn],
        fields: ['naam.geslachtsnaam'],
      }),
    });
    expect(await brpAntwoord.json()).toMatchObject({
      personen: [{ naam: { geslachtsnaam: e.geslachtsnaam } }],
    });
    expect((await bij(`inburgeringsplicht/v1/personen/${e.bsn}/inburgeringsplicht`)).status).toBe(
      200,
    );
  });
});

describe('docs/demo.md', () => {
  const tekst = readFileSync(new URL('../../docs/demo.md', import.meta.url), 'utf8');

  it('noemt elke gemeente, organisatie, medewerker en elke extra persoon zoals zij zijn', () => {
    const regels = tekst.split('\n');
    const opEenRegel = (...delen: string[]) =>
      regels.some((r) => delen.every((deel) => r.includes(deel)));
    for (const g of GEMEENTEN) expect(opEenRegel(g.naam, g.code, g.oin), g.naam).toBe(true);
    for (const o of ORGANISATIES) expect(tekst, o.naam).toContain(o.naam);
    for (const m of MEDEWERKERS) expect(opEenRegel(m.naam, m.functie), m.naam).toBe(true);
    for (const e of EXTRA) {
      const { bsn, vNummer: v, gemeente, proef } = e;
      const naam = `${e.voornamen} ${e.geslachtsnaam}`;
      expect(opEenRegel(bsn, v, naam, gemeente.naam, proef), naam).toBe(true);
    }
    expect(tekst).toContain(OIN_DUO);
  });

  it('noemt geen BSN of OIN dat er niet is', () => {
    const oins: string[] = [...GEMEENTEN.map((g) => g.oin), OIN_DUO];
    for (const [oin] of tekst.matchAll(/\b\d{20}\b/g)) expect(oins).toContain(oin);
    const bsns: string[] = EXTRA.flatMap((e) => [e.bsn, String(Number(e.vNummer))]);
    for (const [bsn] of tekst.matchAll(/\b\d{9}\b/g)) expect(bsns).toContain(bsn);
  });
});
