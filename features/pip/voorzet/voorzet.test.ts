import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datum } from '../../../rules/shared/datum.ts';
import type { NieuwFeit } from '../../../server/dossier/feiten.ts';
import {
  gemeenteMetBriefhoofd,
  klaarVoorPip,
  maakConcept,
  stelPipVast,
  volledigPip,
} from '../../../test/begeleiding/pip-dossier.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../../test/world.ts';

let w: Wereld;
let g: TestGemeente;
let m: TestMedewerker;
let bsn = 999_200_000;

beforeAll(async () => {
  w = await maakWereld({ vandaag: '2026-11-21' });
  g = await gemeenteMetBriefhoofd(w);
  m = await w.medewerker(g.organisatieId);
});
afterAll(() => w.sluit());

const op = datum('2026-10-01');
type Waarde = string | number | boolean | string[];
const antwoord = (onderdeel: string, vraag: string, waarde: Waarde): NieuwFeit => ({
  soort: 'intake-antwoord',
  inhoud: { onderdeel, vraag, waarde },
  geldigOp: op,
  bron: 'medewerker',
});
const INTAKE = [
  antwoord('opleiding', 'opleiding-hoogste', 'voortgezet onderwijs'),
  antwoord('taalniveau', 'taal-schrift', 'nee'),
  antwoord('arbeidsparticipatie', 'werk-wens', 'Bakker in een winkel'),
  antwoord('werkervaring', 'werk-herkomst', 'Werkte als bakker.'),
  antwoord('arbeidsparticipatie', 'werk-uren', 12),
  antwoord('sociaal-netwerk', 'maatje', true),
  antwoord('zelfredzaamheid', 'geld-rondkomen', 'nee'),
  antwoord('persoonlijke-omstandigheden', 'jong-kind', false),
];
const TOETS: NieuwFeit = {
  soort: 'leerbaarheidstoets',
  inhoud: { resultaat: 'B1-route haalbaar', behaald: 6150, benodigd: 5500, geregistreerdOp: op },
  geldigOp: op,
  bron: 'duo',
  verwijzing: 'SS131',
};

const dossier = (...feiten: NieuwFeit[]) =>
  w.dossier(g.id, [...klaarVoorPip(g), ...feiten], { bsn: String(bsn++), klantmanagerId: m.id });
const codes = (body: { redenen?: { code: string }[] }) => (body.redenen ?? []).map((r) => r.code);

describe('een concept uit een afgeronde intake', () => {
  it('heeft een tekst per onderdeel, en kiest geen leerroute', async () => {
    const id = await dossier(...INTAKE);
    const { body } = await m.vraag('POST', `/v1/dossiers/${id}/pips`);
    const { inhoud } = (await m.vraag('GET', `/v1/dossiers/${id}/pips/${body.pipId}`)).body;
    expect(inhoud.leerroute).toBeUndefined();
    expect(inhoud.motivering).toBe('');
    expect(inhoud.afweging.B).toEqual({ onderzocht: false, voor: '', tegen: '' });
    expect(inhoud.alfabetisering).toBe('A');
    expect(inhoud.pvt.invulling).toContain('12 uur');
    expect(inhoud.moduleMap.invulling).toBe(
      'Wat u wilt: Bakker in een winkel.\nWat u al deed: Werkte als bakker.\nIn de MAP ontdekt u in 40 uur praktijk welk werk hierbij past. U sluit af met een gesprek.',
    );
    expect(inhoud.begeleiding.split('\n')).toEqual([
      'Geld: u krijgt hulp bij rondkomen en bij rekeningen.',
      'Meedoen: wij zoeken een taalmaatje voor u.',
    ]);
    expect(inhoud.participatie).toContain('12 uur in de week');
    expect(inhoud.vve).toBeUndefined();
  });

  it('is na de motivering van de keuze klaar: er hoeft niets te worden overgetypt', async () => {
    const id = await dossier(...INTAKE, TOETS);
    const { body } = await m.vraag('POST', `/v1/dossiers/${id}/pips`);
    const pad = `/v1/dossiers/${id}/pips/${body.pipId}`;
    const { leerroute, afweging, motivering, intensiteitUren, intensiteitUrenPerWeek } =
      volledigPip('B');
    const inhoud = { leerroute, afweging, motivering, intensiteitUren, intensiteitUrenPerWeek };
    await m.vraag('PATCH', pad, { revisie: 1, inhoud });
    const pip = (await m.vraag('GET', pad)).body;
    expect(pip.handelingen.vaststellen).toEqual({ mag: true, redenen: [] });
  });

  it('is niet klaar als de motivering alleen overneemt wat in het dossier staat', async () => {
    const id = await dossier(...INTAKE, TOETS);
    const { pad } = await maakConcept(m, id);
    const { bronnen } = (await m.vraag('GET', `${pad}/bronnen`)).body;
    const feit = bronnen.motivering[0].tekst;
    const punt = bronnen['afweging.B.voor'][0].tekst;
    await m.vraag('PATCH', pad, { revisie: 2, inhoud: { motivering: `${feit}\n${punt}` } });
    const geweigerd = await stelPipVast(m, pad, { dagtekening: '2026-11-21' });
    expect([geweigerd.status, codes(geweigerd.body)]).toEqual([
      409,
      ['afweging-motivering-overgenomen'],
    ]);
    const motivering = `${feit}\nDaarom kan zij B1 halen.`;
    await m.vraag('PATCH', pad, { revisie: 3, inhoud: { motivering } });
    expect((await stelPipVast(m, pad, { dagtekening: '2026-11-21' })).status).toBe(200);
  });

  it('blijft leeg als er niets is gevraagd', async () => {
    const id = await dossier();
    const { body } = await m.vraag('POST', `/v1/dossiers/${id}/pips`);
    const { inhoud } = (await m.vraag('GET', `/v1/dossiers/${id}/pips/${body.pipId}`)).body;
    expect([inhoud.pvt.invulling, inhoud.begeleiding]).toEqual(['', '']);
  });

  it('neemt de voorschool over van een kind in het gezin, zonder naam', async () => {
    const kind: NieuwFeit = {
      soort: 'gezinslid',
      inhoud: { gezinslidId: 'k1', naam: 'Sami', relatie: 'kind', vve: 'op-wachtlijst', vanaf: op },
      geldigOp: op,
      bron: 'medewerker',
    };
    const id = await dossier(antwoord('persoonlijke-omstandigheden', 'jong-kind', true), kind);
    const { body } = await m.vraag('POST', `/v1/dossiers/${id}/pips`);
    const { inhoud } = (await m.vraag('GET', `/v1/dossiers/${id}/pips/${body.pipId}`)).body;
    expect(inhoud.vve).toBe('Uw kind staat op de wachtlijst van de voorschool.');
  });
});

describe('de bronnen naast de velden', () => {
  it('noemen elk antwoord met bron en dag, en van gezondheid alleen het gevolg', async () => {
    const gezondheid: NieuwFeit = {
      soort: 'gezondheid-besproken',
      inhoud: { besproken: true, gevolg: 'hoogstens drie dagdelen' },
      geldigOp: op,
      bron: 'medewerker',
    };
    const id = await dossier(...INTAKE, TOETS, gezondheid);
    const { pad } = await maakConcept(m, id);
    const { status, body } = await m.vraag('GET', `${pad}/bronnen`);
    expect(status).toBe(200);
    expect(body.bronnen['moduleMap.invulling']).toContainEqual(
      expect.objectContaining({ tekst: 'Gewenst werk: Bakker in een winkel', datum: '2026-10-01' }),
    );
    expect(body.bronnen.begeleiding.at(-1).tekst).toBe(
      'Houd rekening met: hoogstens drie dagdelen',
    );
    expect(body.bronnen['afweging.B.voor'][0]).toMatchObject({ bron: 'DUO SS131' });
    expect(body.bronnen['afweging.Z.tegen'][0]).toMatchObject({ bron: 'DUO SS131' });
    expect(body.advies).toMatchObject({ richting: 'B' });
    expect(body.voorzet.moduleMap).toContain('Bakker');
  });

  it('zijn er alleen voor wie het PIP schrijft', async () => {
    const { pad } = await maakConcept(m, await dossier());
    const school = await w.medewerker(g.organisatieId, ['leerroute-b1:klantmanager']);
    expect((await school.vraag('GET', `${pad}/bronnen`)).status).toBe(403);
    const vreemd = await w.gemeente();
    const elders = await w.medewerker(vreemd.organisatieId);
    expect((await elders.vraag('GET', `${pad}/bronnen`)).status).toBe(404);
  });
});

describe('vaststellen wordt geweigerd', () => {
  const stelVast = (pad: string) => stelPipVast(m, pad, { dagtekening: '2026-11-20' });
  const metAfweging = (deel: object) => {
    const pip = volledigPip('B');
    return { ...pip, afweging: { ...pip.afweging, ...deel } };
  };

  it.each([
    ['pip-afweging-O-onderzocht', { O: { onderzocht: false, voor: '', tegen: '' } }],
    ['afweging-leeg', { O: { onderzocht: true, voor: '', tegen: 'nvt' } }],
    ['afweging-gelijk', { O: volledigPip('B').afweging.Z }],
    [
      'afweging-overgenomen',
      {
        Z: {
          onderzocht: true,
          voor: '',
          tegen: 'Hoogste opleiding: voortgezet onderwijs. (medewerker)',
        },
      },
    ],
  ])('om %s', async (code, deel) => {
    const id = await dossier(...INTAKE, TOETS);
    const { pad } = await maakConcept(m, id, metAfweging(deel));
    const antwoord = await stelVast(pad);
    expect(antwoord.status).toBe(409);
    expect(codes(antwoord.body)).toContain(code);
  });

  it('zonder reden om van het advies af te wijken; met een reden staat zij in het besluit', async () => {
    const id = await dossier(...INTAKE, TOETS);
    const { pad } = await maakConcept(m, id, volledigPip('Z'));
    expect(codes((await stelVast(pad)).body)).toEqual(['afweging-afwijking']);
    const afwijking = 'Zij zorgt alleen voor vier kinderen en kan weinig lessen volgen.';
    await m.vraag('PATCH', pad, { revisie: 2, inhoud: { afwijking } });
    expect((await stelVast(pad)).status).toBe(200);
    const feit = await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .selectFrom('feit')
        .select('inhoud')
        .where('dossier_id', '=', id)
        .where('soort', '=', 'pip-vastgesteld')
        .executeTakeFirstOrThrow(),
    );
    expect(feit.inhoud).toMatchObject({ inhoud: { afwijking } });
  });

  it('een andere route maakt de reden van de afwijking leeg', async () => {
    const { pad } = await maakConcept(m, await dossier(), {
      ...volledigPip('Z'),
      afwijking: 'Zij wil het zelf.',
    });
    await m.vraag('PATCH', pad, { revisie: 2, inhoud: { leerroute: 'B' } });
    expect((await m.vraag('GET', pad)).body.inhoud.afwijking).toBeUndefined();
  });

  it('na een verhuizing ligt de route vast en is er niets af te wijken', async () => {
    const vorig: NieuwFeit = {
      soort: 'pip-vorige-gemeente',
      inhoud: { gemeentecode: '9996', dagtekening: datum('2026-09-10'), leerroute: 'Z' },
      geldigOp: datum('2026-09-20'),
      bron: 'duo',
    };
    const { pad } = await maakConcept(m, await dossier(...INTAKE, TOETS, vorig), volledigPip('Z'));
    const { controle } = (await m.vraag('GET', pad)).body;
    expect(controle.wet.map((r: { code: string }) => r.code)).not.toContain('afweging-afwijking');
  });
});
