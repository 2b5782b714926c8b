import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { PARAMETERS, SLEUTELS } from '../../rules/beleid/parameters.ts';
import { datum, plusDagen } from '../../rules/shared/datum.ts';
import { herbereken } from '../../server/dossier/feiten.ts';
import { nieuwId } from '../../server/id.ts';
import { alsEigenaar } from '../../test/api/rijk.ts';
import { openInburgeraar } from '../../test/inburgeraar.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../test/world.ts';
import { werkvoorraadWerk } from '../werkvoorraad/werkvoorraad.jobs.ts';
import type { LokaalBeleid, ParameterRegel } from './beleid.schema.ts';

const VANDAAG = '2026-11-21';
const MORGEN = '2026-11-22';
let w: Wereld;
let g: TestGemeente;
let beleid: TestMedewerker;

beforeAll(async () => {
  w = await maakWereld({ vandaag: VANDAAG });
});
afterAll(() => w.sluit());
beforeEach(async () => {
  g = await w.gemeente();
  beleid = await w.medewerker(g.organisatieId, ['beleid:beleid']);
});

const pad = (id = g.id) => `/v1/gemeenten/${id}/beleid`;
const stel = (sleutel: string, waarde: unknown, extra: object = {}, wie = beleid) =>
  wie.vraag('POST', pad(), {
    sleutel,
    waarde,
    geldigVanaf: VANDAAG,
    toelichting: 'Besluit van het college.',
    revisie: 0,
    ...extra,
  });
const lees = async (wie = beleid): Promise<LokaalBeleid> => (await wie.vraag('GET', pad())).body;
const van = (antwoord: LokaalBeleid, sleutel: string) =>
  antwoord.parameters.find((p) => p.sleutel === sleutel) as ParameterRegel;

describe('lezen', () => {
  it('geeft zonder eigen waarden overal de standaard, met grens en artikel', async () => {
    const antwoord = await lees();
    expect(antwoord.parameters.map((p) => p.sleutel)).toEqual(SLEUTELS);
    for (const p of antwoord.parameters)
      expect(p).toMatchObject({
        waarde: PARAMETERS[p.sleutel].standaard,
        geldend: null,
        gepland: [],
        eerder: [],
        revisie: 0,
      });
    expect(van(antwoord, 'pvtUren')).toMatchObject({
      id: 'N8',
      invoer: { type: 'integer', 'x-eenheid': 'uur' },
      grens: {
        tekst: 'Ten minste 12 uur.',
        artikel: 'Besluit inburgering 2021 art. 3.1',
        zekerheid: 'vast',
      },
    });
  });

  it.each([
    ['beleid:beleid', true],
    ['beheer:beheer', true],
    ['*:lezer', false],
    ['pip:regisseur', false],
  ])('kan als %s, wijzigen: %s', async (rol, magWijzigen) => {
    const wie = await w.medewerker(g.organisatieId, [rol]);
    expect((await lees(wie)).magWijzigen).toBe(magWijzigen);
    expect((await stel('pvtUren', 16, {}, wie)).status).toBe(magWijzigen ? 200 : 403);
  });

  it('mag niet als klantmanager', async () => {
    const wie = await w.medewerker(g.organisatieId, ['*:klantmanager']);
    expect((await wie.vraag('GET', pad())).status).toBe(403);
  });

  it('geeft voor een andere of onbekende gemeente 404 met hetzelfde antwoord', async () => {
    const buur = await w.gemeente();
    const details = [];
    for (const id of [buur.id, nieuwId()]) {
      details.push((await beleid.vraag('GET', pad(id))).body.detail);
      const verzoek = { sleutel: 'pvtUren', waarde: 16, geldigVanaf: VANDAAG };
      details.push((await beleid.vraag('POST', `${pad(id)}/_effect`, verzoek)).body.detail);
    }
    expect(new Set(details).size).toBe(1);
  });
});

describe('vaststellen', () => {
  it('geldt vanaf de dag, met wie en waarom, en bewaart wat eerder gold', async () => {
    expect((await stel('pvtUren', 16)).status).toBe(200);
    expect((await stel('pvtUren', 20, { revisie: 1, geldigVanaf: '2026-12-01' })).status).toBe(200);
    const nu = van(await lees(), 'pvtUren');
    expect(nu).toMatchObject({
      waarde: 16,
      geldend: {
        waarde: 16,
        geldigVanaf: VANDAAG,
        geldigTotEnMet: '2026-11-30',
        door: beleid.naam,
        toelichting: 'Besluit van het college.',
      },
      gepland: [{ waarde: 20, geldigVanaf: '2026-12-01', geldigTotEnMet: null }],
      revisie: 2,
    });
    onTestFinished(() => w.klok.zetOp(datum(VANDAAG)));
    w.klok.zetOp(datum('2026-11-30'));
    expect(van(await lees(), 'pvtUren').waarde).toBe(16);
    w.klok.zetOp(datum('2026-12-01'));
    const dan = van(await lees(), 'pvtUren');
    expect([dan.waarde, dan.gepland, dan.eerder.map((r) => r.waarde)]).toEqual([20, [], [16]]);
  });

  it('vervangt een besluit van dezelfde dag, en laat het oude staan', async () => {
    await stel('pvtUren', 16);
    await stel('pvtUren', 18, { revisie: 1 });
    const nu = van(await lees(), 'pvtUren');
    expect(nu.waarde).toBe(18);
    expect(nu.eerder).toMatchObject([{ waarde: 16, ingetrokkenDoor: beleid.naam }]);
    expect(nu.revisie).toBe(3);
  });

  it('volgt met een lege waarde weer de standaard', async () => {
    await stel('pvtUren', 16);
    expect((await stel('pvtUren', null, { revisie: 1, geldigVanaf: MORGEN })).status).toBe(200);
    onTestFinished(() => w.klok.zetOp(datum(VANDAAG)));
    w.klok.zetOp(datum(MORGEN));
    expect(van(await lees(), 'pvtUren')).toMatchObject({ waarde: 12, geldend: { waarde: null } });
  });

  it('bewaart een waarde die uit delen bestaat', async () => {
    const waarde = { maanden: 9, grondLanger: 'vrijwillig' };
    await stel('ontzorgenDuur', waarde);
    expect(van(await lees(), 'ontzorgenDuur').waarde).toEqual(waarde);
    expect((await stel('ontzorgenDuur', waarde, { revisie: 1 })).body.redenen[0].code).toBe(
      'geen-wijziging',
    );
  });

  it('legt vast wie dat deed, zonder de waarde', async () => {
    await stel('intakeAfspraken', 'Met tolk.');
    const { rows } = await alsEigenaar(w, (c) =>
      c.query('select * from audit where gemeente_id = $1', [g.id]),
    );
    expect(rows).toMatchObject([
      { medewerker_id: beleid.id, taak: 'beleid', handeling: 'wijzigen', object_soort: 'beleid' },
    ]);
    expect(JSON.stringify(rows)).not.toContain('tolk');
  });
});

describe('weigeringen', () => {
  it.each([
    ['pvtUren', 11, 'Besluit inburgering 2021 art. 3.1'],
    ['mapUren', 39, 'Besluit inburgering 2021 art. 3.2'],
    ['nieuweTermijnBoete', { aantal: 3, eenheid: 'maanden' }, 'Wet inburgering 2021 art. 22'],
    ['eindgesprekDoor', 'taalschool', 'Besluit inburgering 2021 art. 3.14'],
  ])('%s %j met het artikel', async (sleutel, waarde, artikel) => {
    const voor = await lees();
    for (const antwoord of [
      await stel(sleutel, waarde),
      await beleid.vraag('POST', `${pad()}/_effect`, { sleutel, waarde, geldigVanaf: VANDAAG }),
    ]) {
      expect([antwoord.status, antwoord.body.code]).toEqual([409, 'geweigerd']);
      expect(antwoord.body.redenen[0].tekst).toContain(`Zie ${artikel}`);
    }
    expect(await lees()).toEqual(voor);
  });

  it.each([
    ['2026-11-20', 409],
    [VANDAAG, 200],
    [MORGEN, 200],
  ])('vanaf %s: %i', async (geldigVanaf, status) => {
    expect((await stel('pvtUren', 16, { geldigVanaf })).status).toBe(status);
  });

  it.each<[string, object]>([
    ['een onbekende sleutel', { sleutel: 'koffie' }],
    ['geen reden', { toelichting: '  ' }],
    ['een dag die niet bestaat', { geldigVanaf: '2026-02-30' }],
    ['een veld te veel', { gemeenteId: nieuwId() }],
  ])('%s is geen goede vraag', async (_wat, extra) => {
    expect((await stel('pvtUren', 16, extra)).status).toBe(400);
  });

  it('zegt wie eerder was', async () => {
    const ander = await w.medewerker(g.organisatieId, ['beheer:beheer']);
    await stel('pvtUren', 16, {}, ander);
    const antwoord = await stel('pvtUren', 20);
    expect(antwoord.status).toBe(409);
    expect(antwoord.body.conflict).toMatchObject({
      wie: ander.naam,
      wat: PARAMETERS.pvtUren.naam,
    });
    expect(van(await lees(), 'pvtUren').waarde).toBe(16);
  });

  it('geeft twee tegelijk één besluit', async () => {
    const uit = await Promise.all([stel('pvtUren', 16), stel('pvtUren', 17), stel('pvtUren', 18)]);
    expect(uit.map((u) => u.status).sort()).toEqual([200, 409, 409]);
  });
});

describe('intrekken', () => {
  const trekIn = (id: string, revisie: number) =>
    beleid.vraag('POST', `${pad()}/${id}/_intrekken`, { revisie });
  const gepland = async () => {
    const { body } = await stel('pvtUren', 16, { geldigVanaf: MORGEN });
    return van(body, 'pvtUren').gepland[0]?.id as string;
  };

  it('kan zolang de dag niet is gekomen, en laat het besluit staan', async () => {
    const id = await gepland();
    expect((await trekIn(id, 0)).body.code).toBe('gewijzigd');
    const nu = van((await trekIn(id, 1)).body, 'pvtUren');
    expect(nu).toMatchObject({ gepland: [], eerder: [{ id, ingetrokkenDoor: beleid.naam }] });
    expect((await trekIn(id, nu.revisie)).body.redenen[0].code).toBe('al-ingegaan');
  });

  it('kan niet meer op de dag zelf', async () => {
    const id = await gepland();
    onTestFinished(() => w.klok.zetOp(datum(VANDAAG)));
    w.klok.zetOp(datum(MORGEN));
    expect((await trekIn(id, 1)).body.redenen[0].code).toBe('al-ingegaan');
  });

  it('kent een besluit van een andere gemeente niet', async () => {
    const id = await gepland();
    const buur = await w.gemeente();
    const wie = await w.medewerker(buur.organisatieId, ['beleid:beleid']);
    const antwoord = await wie.vraag('POST', `${pad(buur.id)}/${id}/_intrekken`, { revisie: 1 });
    expect(antwoord.status).toBe(404);
  });
});

/** Nog 23 dagen voor het PIP: minder dan vier weken, meer dan twee. */
const inburgeraar = (nummer = 0) =>
  openInburgeraar(w, g, {
    naam: ['Selam', `Nummer${nummer}`],
    sinds: plusDagen(datum(VANDAAG), -47),
  });
const effectVan = (wie: TestMedewerker, sleutel: string, waarde: unknown, na?: string) =>
  wie.vraag('POST', `${pad()}/_effect`, { sleutel, waarde, geldigVanaf: VANDAAG, na });

describe('effect op lopende dossiers', () => {
  it('telt wie anders wordt, per soort, en bewaart niets', async () => {
    const id = await inburgeraar();
    const wie = await w.medewerker(g.organisatieId, ['beleid:beleid', 'pip:regisseur']);
    const voor = await lees();
    const { body } = await effectVan(wie, 'waarschuwWekenPip', [1]);
    expect(body).toMatchObject({
      werkt: true,
      totaal: 1,
      bekeken: 1,
      volgende: null,
      anders: 1,
      perSoort: { signalen: 1, termijnen: 0 },
      voorbeelden: [{ dossierId: id, wijzigingen: [expect.stringContaining('Signaal vervalt')] }],
    });
    expect(await lees()).toEqual(voor);
    expect((await effectVan(wie, 'waarschuwWekenPip', [4])).body.anders).toBe(0);
  });

  it('noemt geen personen aan wie de dossiers niet mag zien', async () => {
    await inburgeraar();
    const { body } = await effectVan(beleid, 'waarschuwWekenPip', [1]);
    expect(body).toMatchObject({ anders: 1, voorbeelden: [], magVoorbeeldenZien: false });
  });

  it('schrijft in het logboek wie als voorbeeld is getoond', async () => {
    const id = await inburgeraar();
    const wie = await w.medewerker(g.organisatieId, ['beleid:beleid', 'pip:regisseur']);
    await effectVan(wie, 'waarschuwWekenPip', [1]);
    const { rows } = await alsEigenaar(w, (c) =>
      c.query("select dossier_ids from audit where gemeente_id = $1 and handeling = 'lezen'", [
        g.id,
      ]),
    );
    expect(rows).toEqual([{ dossier_ids: [id] }]);
  });

  it('rekent niets als de waarde geen Stand verandert', async () => {
    await inburgeraar();
    const { body } = await effectVan(beleid, 'pvtUren', 20);
    expect(body).toMatchObject({ werkt: false, totaal: 1, bekeken: 0, anders: 0 });
  });

  it('gaat per honderd, en de delen tellen op', async () => {
    for (let i = 0; i < 101; i += 1) await inburgeraar(i);
    const een = (await effectVan(beleid, 'waarschuwWekenPip', [1])).body;
    expect([een.totaal, een.bekeken, een.anders]).toEqual([101, 100, 100]);
    const twee = (await effectVan(beleid, 'waarschuwWekenPip', [1], een.volgende)).body;
    expect([twee.bekeken, twee.anders, twee.volgende]).toEqual([1, 1, null]);
  });
});

describe('de Stand van lopende dossiers', () => {
  const bijna = (id: string) =>
    alsEigenaar(w, async (c) => {
      const { rows } = await c.query('select signalen from dossier_stand where dossier_id = $1', [
        id,
      ]);
      return rows[0].signalen.includes('pip-bijna') as boolean;
    });
  const nacht = () => werkvoorraadWerk.standen_herberekenen?.({}, w.t);

  it('volgt een wijziging van vandaag zodra het werk is gedaan', async () => {
    const id = await inburgeraar();
    expect(await bijna(id)).toBe(true);
    const { body } = await stel('waarschuwWekenPip', [1]);
    expect(body.nogBijTeWerken).toBe(1);
    const { rows } = await alsEigenaar(w, (c) =>
      c.query("select 1 from graphile_worker.jobs where key = 'standen_herberekenen'"),
    );
    expect(rows).toHaveLength(1);
    await nacht();
    expect(await bijna(id)).toBe(false);
    expect((await lees()).nogBijTeWerken).toBe(0);
  });

  it('volgt een geplande wijziging op de dag zelf en niet eerder', async () => {
    const id = await inburgeraar();
    await stel('waarschuwWekenPip', [1], { geldigVanaf: '2026-11-25' });
    // Een herberekening ertussen vergeet de dag niet.
    await w.db.forGemeenten({ gemeenten: [g.id] }, async (tx) => {
      await herbereken(tx, { gemeenteId: g.id, dossierId: id }, datum(VANDAAG));
    });
    onTestFinished(() => w.klok.zetOp(datum(VANDAAG)));
    const verloop = [];
    for (const dag of ['2026-11-24', '2026-11-25', '2026-11-26']) {
      w.klok.zetOp(datum(dag));
      await nacht();
      verloop.push(await bijna(id));
    }
    expect(verloop).toEqual([true, false, false]);
  });

  it('laat de dossiers met rust bij een waarde zonder gevolg', async () => {
    await inburgeraar();
    expect((await stel('pvtUren', 16)).body.nogBijTeWerken).toBe(0);
  });
});

describe('verschillen', () => {
  it('zet de gemeenten van de gebruiker naast elkaar, en geen andere', async () => {
    const buur = await w.gemeente();
    const wie = await w.medewerker(g.organisatieId, ['*:regisseur', 'beleid:beleid']);
    await stel('pvtUren', 16);
    const ander = await w.medewerker(buur.organisatieId, ['beleid:beleid']);
    await ander.vraag('POST', pad(buur.id), {
      sleutel: 'mapUren',
      waarde: 60,
      geldigVanaf: VANDAAG,
      toelichting: 'Anders.',
      revisie: 0,
    });
    const alleen = (await wie.vraag('GET', '/v1/beleid/verschillen')).body;
    expect([alleen.gemeenten.map((x: TestGemeente) => x.id), alleen.rijen]).toEqual([[g.id], []]);
    const alles = (await wie.vraag('GET', '/v1/beleid/verschillen?alles=true')).body;
    expect(alles.rijen).toHaveLength(SLEUTELS.length);
    await alsEigenaar(w, (c) =>
      c.query(
        "update taakverdeling set organisatie_id = $1 where gemeente_id = $2 and taak = 'beleid'",
        [g.organisatieId, buur.id],
      ),
    );
    const { gemeenten, rijen } = (await wie.vraag('GET', '/v1/beleid/verschillen')).body;
    expect(gemeenten.map((x: TestGemeente) => x.naam)).toEqual([g.naam, buur.naam]);
    expect(rijen).toMatchObject([
      {
        sleutel: 'pvtUren',
        verschilt: true,
        waarden: [
          { waarde: 16, eigen: true },
          { waarde: 12, eigen: false },
        ],
      },
      {
        sleutel: 'mapUren',
        waarden: [
          { waarde: 40, sinds: null },
          { waarde: 60, sinds: VANDAAG },
        ],
      },
    ]);
  });
});
