import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { datum } from '../../../rules/shared/datum.ts';
import type { FeitInhoud } from '../../../rules/stand/feiten.ts';
import type { NieuwFeit } from '../../../server/dossier/feiten.ts';
import { nieuwId } from '../../../server/id.ts';
import { maakWereld, type TestMedewerker, type Wereld } from '../../../test/world.ts';
import type { Intake } from '../intake.schema.ts';
import type { EerderAntwoord, Gesprekken } from './gesprek.schema.ts';

const VANDAAG = '2026-11-21';
let w: Wereld;
beforeAll(async () => {
  w = await maakWereld({ vandaag: VANDAAG });
});
afterAll(() => w.sluit());
afterEach(() => w.klok.zetOp(datum(VANDAAG)));

const persoon = (voornamen: string): NieuwFeit => ({
  soort: 'persoon',
  inhoud: { voornamen, geslachtsnaam: 'Haile', geboorte: { soort: 'jaar', jaar: 1990 } },
  geldigOp: datum('2026-10-01'),
  bron: 'brp',
});

function antwoord(
  vraag: string,
  onderdeel: string,
  waarde: FeitInhoud['intake-antwoord']['waarde'],
  { op = '2026-11-01', bron = 'coa' }: { op?: string; bron?: NieuwFeit['bron'] } = {},
): NieuwFeit {
  return {
    soort: 'intake-antwoord',
    inhoud: { onderdeel, vraag, waarde },
    geldigOp: datum(op),
    bron,
  };
}
const WONEN = ['wonen', 'persoonlijke-omstandigheden', 'eigen huurwoning'] as const;

async function opzet(feiten: NieuwFeit[] = []) {
  const g = await w.gemeente();
  const m = await w.medewerker(g.organisatieId);
  const dossierId = await w.dossier(g.id, [persoon('Dawit'), ...feiten]);
  return { g, m, dossierId, url: `/v1/dossiers/${dossierId}/intake` };
}

const band = (anderDossierId: string, relatie: FeitInhoud['gezin']['relatie']): NieuwFeit => ({
  soort: 'gezin',
  inhoud: { anderDossierId, relatie },
  geldigOp: datum('2026-10-01'),
  bron: 'medewerker',
});

/** Iemand met een gezinslid dat de intake al deed. */
async function gezin(relatie: FeitInhoud['gezin']['relatie'], feiten: NieuwFeit[]) {
  const g = await w.gemeente();
  const m = await w.medewerker(g.organisatieId);
  const ander = await w.dossier(g.id, [persoon('Selam'), ...feiten]);
  const dossierId = await w.dossier(g.id, [persoon('Dawit'), band(ander, relatie)]);
  return { g, m, ander, dossierId, url: `/v1/dossiers/${dossierId}/intake` };
}

const voorgelegd = async (m: TestMedewerker, url: string) =>
  (await m.vraag('GET', `${url}/eerdere-antwoorden`)).body.items as EerderAntwoord[];
const gesprekken = async (m: TestMedewerker, url: string) =>
  (await m.vraag('GET', `${url}/gesprekken`)).body as Gesprekken;
const zeg = (m: TestMedewerker, url: string, vraag: string, waarde: unknown, rest: object = {}) =>
  m.vraag('PUT', `${url}/antwoorden/${vraag}`, { waarde, vervangt: null, ...rest });
const begin = async (m: TestMedewerker, url: string, extra: object = {}) =>
  m.vraag('POST', `${url}/gesprekken`, {
    tijd: '10:00',
    plaats: 'azc Akkerwolde',
    vorm: 'azc',
    erbij: ['partner'],
    ...extra,
  });
const vraagIn = (intake: Intake, id: string) => intake.vragen.find((v) => v.id === id)?.antwoord;

describe('bevestigen', () => {
  it.each(['coa', 'inburgeraar', 'aanbieder'] as const)(
    'maakt wat %s opgaf met dezelfde waarde tot een antwoord van de medewerker',
    async (bron) => {
      const { m, url } = await opzet([antwoord(...WONEN, { bron })]);
      const eerst = vraagIn((await m.vraag('GET', url)).body, 'wonen');
      expect(eerst).toMatchObject({ teBevestigen: true });
      const na = await zeg(m, url, 'wonen', 'eigen huurwoning', { vervangt: eerst?.feitId });
      expect(vraagIn(na.body, 'wonen')).toMatchObject({ bron: m.naam, teBevestigen: false });
    },
  );

  it.each([
    ['2026-05-20', true],
    ['2026-05-21', false],
    ['2026-05-22', false],
  ])('vraagt een antwoord van een medewerker van %s opnieuw: %s', async (op, opnieuw) => {
    const { m, url } = await opzet([antwoord(...WONEN, { op, bron: 'medewerker' })]);
    const eerst = vraagIn((await m.vraag('GET', url)).body, 'wonen');
    expect(eerst?.teBevestigen).toBe(opnieuw);
    const na = await zeg(m, url, 'wonen', 'eigen huurwoning', { vervangt: eerst?.feitId });
    expect(vraagIn(na.body, 'wonen')?.op).toBe(opnieuw ? VANDAAG : op);
  });

  it.each([
    ['coa', true],
    ['inburgeraar', true],
    ['medewerker', false],
  ] as const)('ook de taal van %s moet een mens bevestigen: %s', async (bron, eerst) => {
    const inhoud = { gesprekstaal: 'Tigrinya', tolkNodig: true, schrift: 'Ge’ez' };
    const { m, url } = await opzet([
      { soort: 'taal', inhoud, geldigOp: datum('2026-11-01'), bron },
    ]);
    const { taal } = (await m.vraag('GET', url)).body;
    expect(taal).toMatchObject({ ...inhoud, teBevestigen: eerst });
    const na = await m.vraag('PUT', `${url}/taal`, {
      ...inhoud,
      vervangt: taal.feitId,
      streng: true,
    });
    expect(na.body.taal).toMatchObject({ ...inhoud, bron: m.naam, teBevestigen: false });
  });

  it('van iets dat is leeggemaakt bestaat niet', async () => {
    const { m, url } = await opzet([antwoord('wonen', WONEN[1], '')]);
    expect(vraagIn((await m.vraag('GET', url)).body, 'wonen')?.teBevestigen).toBe(false);
  });
});

describe('een streng verzoek', () => {
  it('botst ook met een eigen latere versie, van een ander apparaat', async () => {
    const { m, url } = await opzet();
    await zeg(m, url, 'wonen', 'tijdelijk');
    const laat = await zeg(m, url, 'wonen', 'eigen huurwoning', { streng: true });
    expect(laat.status).toBe(409);
    expect(laat.body.conflict).toMatchObject({ wie: m.naam, wat: 'Hoe woont u nu? tijdelijk' });
    expect((await zeg(m, url, 'wonen', 'tijdelijk', { streng: true })).status).toBe(200);
  });

  it.each([
    ['taal', { gesprekstaal: 'Tigrinya', tolkNodig: true }, { gesprekstaal: 'Dari' }],
    ['privegesprek', { aangeboden: true }, { aangeboden: false }],
    ['belastbaarheid', { besproken: true, gevolgen: [] }, { besproken: false }],
  ])('geldt ook voor %s', async (deel, eerst, anders) => {
    const { m, url } = await opzet();
    const stuur = (inhoud: object) =>
      m.vraag('PUT', `${url}/${deel}`, { ...inhoud, vervangt: null, streng: true });
    expect((await stuur(eerst)).status).toBe(200);
    expect((await stuur({ ...eerst, ...anders })).status).toBe(409);
  });

  it('geldt ook voor gezondheid', async () => {
    const { m, url } = await opzet();
    const stuur = (waarde: string) =>
      m.vraag('PUT', `${url}/gezondheid/gezondheid-lichaam`, {
        waarde,
        vervangt: null,
        streng: true,
      });
    expect((await stuur('Gaat goed.')).status).toBe(200);
    expect((await stuur('Gaat minder.')).status).toBe(409);
  });
});

describe('wat een gezinslid al zei', () => {
  it('wordt voorgelegd en niet overgenomen', async () => {
    const { m, url } = await gezin('partner', [antwoord(...WONEN)]);
    expect(await voorgelegd(m, url)).toMatchObject([
      { vraag: 'wonen', waarde: 'eigen huurwoning', van: 'partner', bron: 'COA' },
    ]);
    expect(vraagIn((await m.vraag('GET', url)).body, 'wonen')).toBeNull();
  });

  it('wordt met één verzoek een eigen antwoord, met van wie het kwam', async () => {
    const { m, url } = await gezin('partner', [antwoord(...WONEN)]);
    const [een] = await voorgelegd(m, url);
    const { status, body } = await zeg(m, url, 'wonen', 'eigen huurwoning', {
      naarFeitId: een?.feitId,
    });
    expect(status).toBe(200);
    expect(vraagIn(body, 'wonen')?.bron).toBe(`${m.naam}, naar antwoord van partner`);
    expect(await voorgelegd(m, url)).toEqual([]);
  });

  it.each([
    ['partner', ['wonen', 'jong-kind']],
    ['broer-of-zus', ['wonen']],
    ['ouder', ['wonen']],
    ['kind', ['wonen']],
  ] as const)('van een %s gaat alleen over wat zij delen', async (relatie, vragen) => {
    const { m, url } = await gezin(relatie, [
      antwoord(...WONEN),
      antwoord('jong-kind', WONEN[1], true),
      antwoord('geld-schulden', 'zelfredzaamheid', true),
      antwoord('motivatie-doel', 'motivatie', 'Bakker worden'),
    ]);
    expect((await voorgelegd(m, url)).map((a) => a.vraag)).toEqual(vragen);
  });

  it('verdwijnt als iemand er zelf later iets over zei, en komt terug als de ander het daarna anders zegt', async () => {
    const { g, m, ander, url } = await gezin('partner', [antwoord(...WONEN, { op: '2026-11-01' })]);
    const [een] = await voorgelegd(m, url);
    await zeg(m, url, 'wonen', 'tijdelijk');
    expect(await voorgelegd(m, url)).toEqual([]);
    const collega = await w.medewerker(g.organisatieId);
    w.klok.zetOp(datum('2026-11-22'));
    await zeg(collega, `/v1/dossiers/${ander}/intake`, 'wonen', 'bij familie of vrienden', {
      vervangt: een?.feitId,
    });
    expect((await voorgelegd(m, url)).map((a) => a.waarde)).toEqual(['bij familie of vrienden']);
  });

  it('staat in het logboek van het gezinslid', async () => {
    const { g, m, ander, url } = await gezin('partner', [antwoord(...WONEN)]);
    await m.vraag('GET', `${url}/eerdere-antwoorden`);
    const rijen = await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx.selectFrom('audit').selectAll().where('dossier_id', '=', ander).execute(),
    );
    expect(rijen).toMatchObject([{ handeling: 'lezen', object_soort: 'intake-huishouden' }]);
  });

  it('van een andere gemeente blijft daar', async () => {
    const vreemd = await w.gemeente();
    const elders = await w.dossier(vreemd.id, [antwoord(...WONEN)]);
    const { m, url } = await opzet([band(elders, 'partner')]);
    expect(await voorgelegd(m, url)).toEqual([]);
  });

  it.each(['een ander feit', 'een andere vraag'])('kan niet worden verzonnen: %s', async (wat) => {
    const { m, url } = await gezin('partner', [antwoord(...WONEN)]);
    const [een] = await voorgelegd(m, url);
    const naarFeitId = wat === 'een ander feit' ? nieuwId() : een?.feitId;
    const vraag = wat === 'een ander feit' ? 'wonen' : 'jong-kind';
    const waarde = vraag === 'wonen' ? 'tijdelijk' : true;
    expect((await zeg(m, url, vraag, waarde, { naarFeitId })).status).toBe(404);
  });
});

describe('wat BRP en DUO al weten', () => {
  it('wordt voorgelegd met de bron', async () => {
    const ander = await opzet();
    const { m, url } = await opzet([
      { ...band(ander.dossierId, 'partner'), bron: 'brp' },
      {
        soort: 'adres',
        inhoud: {
          straat: 'Kampweg',
          huisnummer: '1',
          postcode: '9910AA',
          plaats: 'Ter',
          azc: true,
        },
        geldigOp: datum('2026-10-01'),
        bron: 'brp',
      },
      {
        soort: 'uren',
        inhoud: {
          soort: 'taal-en-knm',
          totaal: 40,
          bekendTot: datum('2026-11-01'),
          inBredeIntake: true,
        },
        geldigOp: datum('2026-11-01'),
        bron: 'duo',
      },
    ]);
    expect((await voorgelegd(m, url)).map((a) => [a.vraag, a.waarde, a.bron])).toEqual([
      ['gezin-samen', ['met partner'], 'BRP'],
      ['wonen', 'azc of andere opvang', 'BRP'],
      ['taal-eerdere-uren', 40, 'DUO'],
    ]);
  });
});

describe('gesprekken', () => {
  it('een gesprek zonder afspraak begint nu, met wie erbij is', async () => {
    const { m, url } = await opzet();
    await m.vraag('PUT', `${url}/taal`, {
      gesprekstaal: 'Tigrinya',
      tolkNodig: true,
      vervangt: null,
    });
    const { status, body } = await begin(m, url, { tolk: 'telefoon' });
    expect(status).toBe(201);
    expect(await gesprekken(m, url)).toMatchObject({
      gesprekken: [
        {
          afspraakId: body.afspraakId,
          datum: VANDAAG,
          vandaag: true,
          gevoerd: true,
          erbij: ['partner'],
          tolk: 'telefoon',
          tolkTaal: 'Tigrinya',
          vastgelegd: [],
        },
      ],
    });
  });

  it('twee keer hetzelfde begin is één gesprek', async () => {
    const { m, url } = await opzet();
    const sleutel = { 'idempotency-key': nieuwId() };
    const verzoek = { tijd: '10:00', plaats: 'hier', vorm: 'kantoor', erbij: [] };
    await m.vraag('POST', `${url}/gesprekken`, verzoek, sleutel);
    await m.vraag('POST', `${url}/gesprekken`, verzoek, sleutel);
    expect((await gesprekken(m, url)).gesprekken).toHaveLength(1);
  });

  it('elk gesprek toont wat erin is gezegd, en wat later veranderde', async () => {
    const { m, url } = await opzet([antwoord(...WONEN)]);
    const een = (await begin(m, url)).body.afspraakId;
    const met = { gesprekId: een };
    const werk = await zeg(m, url, 'werk-jaren', 4, met);
    const { feitId } = vraagIn(werk.body, 'werk-jaren') ?? {};
    await zeg(m, url, 'motivatie-doel', 'Bakker', met);
    w.klok.zetOp(datum('2026-11-25'));
    const twee = (await begin(m, url)).body.afspraakId;
    await zeg(m, url, 'werk-jaren', 5, { gesprekId: twee, vervangt: feitId });
    const { gesprekken: lijst, daarbuiten } = await gesprekken(m, url);
    const kort = lijst.map((g) => g.vastgelegd.map((v) => [v.vraag, v.antwoord, v.later]));
    expect(kort).toEqual([
      [
        ['werk-jaren', '4', true],
        ['motivatie-doel', 'Bakker', false],
      ],
      [['werk-jaren', '5', false]],
    ]);
    expect(daarbuiten.map((v) => [v.vraag, v.bron])).toEqual([['wonen', 'COA']]);
  });

  it('herhaalt geen gevoelige tekst die in een later gesprek is verbeterd', async () => {
    const { m, url } = await opzet();
    const een = (await begin(m, url)).body.afspraakId;
    const { body } = await zeg(m, url, 'verslag', 'Heeft PTSS.', { gesprekId: een });
    const { feitId } = vraagIn(body, 'verslag') ?? {};
    w.klok.zetOp(datum('2026-11-25'));
    const twee = (await begin(m, url)).body.afspraakId;
    await zeg(m, url, 'verslag', 'Korte lessen.', { gesprekId: twee, vervangt: feitId });
    const { gesprekken: lijst } = await gesprekken(m, url);
    expect(lijst.map((g) => g.vastgelegd.map((v) => v.antwoord))).toEqual([
      ['een tekst met gevoelige gegevens'],
      ['Korte lessen.'],
    ]);
  });

  it('wat later binnenkomt geldt vanaf de dag van het gesprek', async () => {
    const { m, url } = await opzet();
    const { afspraakId } = (await begin(m, url)).body;
    w.klok.zetOp(datum('2026-11-23'));
    const { body } = await zeg(m, url, 'werk-jaren', 4, { gesprekId: afspraakId });
    expect(vraagIn(body, 'werk-jaren')?.op).toBe(VANDAAG);
  });

  it('een antwoord zonder gesprek hoort bij het gesprek van die dag', async () => {
    const { m, url } = await opzet();
    await begin(m, url);
    await zeg(m, url, 'werk-jaren', 4);
    const [een] = (await gesprekken(m, url)).gesprekken;
    expect(een?.vastgelegd.map((v) => v.vraag)).toEqual(['werk-jaren']);
  });

  it('kent geen gesprek dat er niet is', async () => {
    const { m, url } = await opzet();
    expect((await zeg(m, url, 'werk-jaren', 4, { gesprekId: nieuwId() })).status).toBe(404);
  });

  describe('wie erbij was', () => {
    const wie = (m: TestMedewerker, url: string, id: string, vervangt: string | null) =>
      m.vraag('PUT', `${url}/gesprekken/${id}`, { erbij: ['kind'], tolk: 'aanwezig', vervangt });

    it('is te verbeteren, en botst met een ander', async () => {
      const { g, m, url } = await opzet();
      const { afspraakId } = (await begin(m, url)).body;
      const [was] = (await gesprekken(m, url)).gesprekken;
      const na = await wie(m, url, afspraakId, was?.feitId ?? null);
      expect(na.body.gesprekken[0]).toMatchObject({ erbij: ['kind'], tolk: 'aanwezig' });
      const ander = await w.medewerker(g.organisatieId);
      const botst = await wie(ander, url, afspraakId, was?.feitId ?? null);
      expect(botst.status).toBe(409);
      expect(botst.body.conflict).toMatchObject({ wie: m.naam, wat: 'kind' });
    });

    it('blijft staan als de uitkomst opnieuw wordt vastgelegd', async () => {
      const { m, dossierId, url } = await opzet();
      const { afspraakId } = (await begin(m, url)).body;
      const [was] = (await gesprekken(m, url)).gesprekken;
      await m.vraag('POST', `/v1/dossiers/${dossierId}/afspraken/${afspraakId}/uitkomst`, {
        uitkomst: 'verschenen',
        vervangt: was?.feitId,
      });
      expect((await gesprekken(m, url)).gesprekken[0]?.erbij).toEqual(['partner']);
    });

    it('is er niet bij een gesprek dat nog komt of niet doorging', async () => {
      const { m, dossierId, url } = await opzet();
      const afspraken = `/v1/dossiers/${dossierId}/afspraken`;
      const { afspraakId } = (
        await m.vraag('POST', afspraken, {
          soort: 'intakegesprek',
          datum: '2026-11-22',
          tijd: '10:00',
          plaats: 'hier',
          duurMinuten: 60,
        })
      ).body;
      const vroeg = await wie(m, url, afspraakId, null);
      expect([vroeg.status, vroeg.body.redenen[0].code]).toEqual([409, 'nog-niet-geweest']);
      await m.vraag('POST', `${afspraken}/${afspraakId}/uitkomst`, {
        uitkomst: 'afgezegd',
        vervangt: null,
      });
      w.klok.zetOp(datum('2026-11-22'));
      const nooit = await wie(m, url, afspraakId, null);
      expect([nooit.status, nooit.body.redenen[0].code]).toEqual([409, 'niet-doorgegaan']);
      expect((await gesprekken(m, url)).gesprekken).toEqual([]);
    });

    it('noemt geen namen', async () => {
      const { m, url } = await opzet();
      expect((await begin(m, url, { erbij: ['Jan de Vries'] })).status).toBe(400);
    });

    it('hoort bij een gesprek, niet bij iets anders', async () => {
      const { m, url } = await opzet();
      expect((await wie(m, url, nieuwId(), null)).status).toBe(404);
    });
  });
});

describe('meenemen', () => {
  it('geeft alles wat het gesprek nodig heeft, zonder gezondheid, en staat in het logboek', async () => {
    const { g, m, ander, dossierId, url } = await gezin('partner', [antwoord(...WONEN)]);
    await m.vraag('PUT', `${url}/gezondheid/gezondheid-lichaam`, {
      waarde: 'Heeft een hernia.',
      vervangt: null,
    });
    const { status, body } = await m.vraag('POST', `${url}/_meenemen`, {});
    expect(status).toBe(200);
    expect(body).toMatchObject({ naam: 'Dawit Haile', uren: 24 });
    expect(body.intake.vragen.length).toBeGreaterThan(40);
    expect(body.eerder.items).toHaveLength(1);
    expect(JSON.stringify(body)).not.toContain('hernia');
    const rijen = await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .selectFrom('audit')
        .select(['dossier_id', 'object_soort'])
        .where('handeling', '=', 'lezen')
        .execute(),
    );
    expect(rijen).toEqual(
      expect.arrayContaining([
        { dossier_id: dossierId, object_soort: 'intake-meegenomen' },
        { dossier_id: ander, object_soort: 'intake-huishouden' },
      ]),
    );
  });

  it('mag alleen wie de intake doet', async () => {
    const { g, url } = await opzet();
    const lezer = await w.medewerker(g.organisatieId, ['*:lezer']);
    expect((await lezer.vraag('POST', `${url}/_meenemen`, {})).status).toBe(403);
    expect((await lezer.vraag('GET', `${url}/eerdere-antwoorden`)).status).toBe(403);
    expect((await lezer.vraag('GET', `${url}/gesprekken`)).status).toBe(200);
    const vreemd = await w.medewerker((await w.gemeente()).organisatieId);
    expect((await vreemd.vraag('POST', `${url}/_meenemen`, {})).status).toBe(404);
    expect((await vreemd.vraag('GET', `${url}/eerdere-antwoorden`)).status).toBe(404);
  });
});
