import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datum } from '../../rules/shared/datum.ts';
import { legVast, type NieuwFeit } from '../../server/dossier/feiten.ts';
import { voegSamen } from '../../server/dossier/openen.ts';
import {
  gemeenteMetBriefhoofd,
  klaarVoorPip,
  maakConcept,
  stelPipVast,
  volledigPip,
} from '../../test/begeleiding/pip-dossier.ts';
import { doeWerk, zetWerkOpNu } from '../../test/werk.ts';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../test/world.ts';
import { brievenWerk } from './brieven.jobs.ts';
import type { BrievenAntwoord, BrievenSet, TekstAntwoord } from './brieven.schema.ts';

const VANDAAG = '2026-11-21';
let w: Wereld;
let g: TestGemeente;
let m: TestMedewerker;
let bsn = 999_300_000;

beforeAll(async () => {
  w = await maakWereld({ vandaag: VANDAAG });
  g = await gemeenteMetBriefhoofd(w);
  m = await w.medewerker(g.organisatieId);
});
afterAll(() => w.sluit());

const spreekt = (gesprekstaal: string): NieuwFeit => ({
  soort: 'taal',
  inhoud: { gesprekstaal, tolkNodig: true },
  geldigOp: datum('2026-10-01'),
  bron: 'medewerker',
});
const wilWerken: NieuwFeit = {
  soort: 'doel',
  inhoud: {
    doelId: '0199f0a0-0000-7000-8000-000000000001',
    leefgebied: 'werk',
    eigenWoorden: 'أريد أن أعمل في مخبز.',
    taal: 'ar',
    nederlands: 'Ik wil in een bakkerij werken.',
    staat: 'actief',
  },
  geldigOp: datum('2026-11-10'),
  bron: 'medewerker',
};

type Dossier = { id: string; pad: string };

async function dossierMet(...feiten: NieuwFeit[]): Promise<Dossier> {
  bsn += 1;
  const id = await w.dossier(g.id, [...klaarVoorPip(g), ...feiten], {
    bsn: String(bsn),
    klantmanagerId: m.id,
  });
  return { id, pad: `/v1/dossiers/${id}/brieven` };
}

async function stelVast({ id }: Dossier, inhoud: object = volledigPip('B')): Promise<string> {
  const { pad, pipId } = await maakConcept(m, id, inhoud);
  const antwoord = await stelPipVast(m, pad, { dagtekening: VANDAAG });
  if (antwoord.status !== 200) throw new Error(JSON.stringify(antwoord.body));
  return pipId;
}

const brieven = async (d: Dossier): Promise<BrievenAntwoord> => (await m.vraag('GET', d.pad)).body;
const setVan = async (d: Dossier, versie = 1): Promise<BrievenSet> => {
  const set = (await brieven(d)).sets.find((s) => s.versie === versie);
  if (!set) throw new Error(`geen set van versie ${versie}`);
  return set;
};
const soorten = (s: BrievenSet) => s.stukken.map((b) => `${b.soort} ${b.taal}`);
const codes = (body: { redenen?: { code: string }[] }) => (body.redenen ?? []).map((r) => r.code);
const werk = () => doeWerk(w, brievenWerk);
const feitenVan = (d: Dossier, soort: string) =>
  w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
    tx
      .selectFrom('feit')
      .select(['id', 'inhoud'])
      .where('dossier_id', '=', d.id)
      .where('soort', '=', soort)
      .orderBy('id')
      .execute(),
  );
const bestanden = (d: Dossier) =>
  w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
    tx
      .selectFrom('document')
      .select(['id', 'soort', 'taal', 'sha256', 'versie', 'set_id'])
      .where('dossier_id', '=', d.id)
      .where('set_id', 'is not', null)
      .orderBy('id')
      .execute(),
  );

describe('de set bij een besluit', () => {
  it('wacht na het vaststellen en bestaat daarna uit vijf brieven met één versie', async () => {
    const d = await dossierMet(spreekt('Arabisch (Syrisch)'), wilWerken);
    const pipId = await stelVast(d);
    expect(await setVan(d)).toMatchObject({ staat: 'wacht', geldt: 'nu', stukken: [{}] });
    expect(await werk()).toEqual({ mislukt: [] });
    const set = await setVan(d);
    expect(set).toMatchObject({ staat: 'klaar', klaar: 4, totaal: 4, talen: ['ar'], fout: null });
    expect(soorten(set)).toEqual([
      'pip-beschikking nl',
      'pip-eenvoudig nl',
      'pip-beeld nl',
      'pip-vertaling ar',
      'pip-beeld ar',
    ]);
    expect(set.mist).toEqual([expect.stringContaining('niet nagekeken')]);
    const rijen = await bestanden(d);
    expect(new Set(rijen.map((r) => `${r.set_id} ${r.versie}`))).toEqual(new Set([`${pipId} 1`]));
  });

  it('zegt wat er mist als de taal niet bekend is of er geen teksten in zijn', async () => {
    const zonder = await dossierMet();
    await stelVast(zonder);
    const swahili = await dossierMet(spreekt('Swahili'));
    await stelVast(swahili);
    await werk();
    expect(soorten(await setVan(zonder))).toEqual([
      'pip-beschikking nl',
      'pip-eenvoudig nl',
      'pip-beeld nl',
    ]);
    expect((await setVan(zonder)).mist[0]).toContain('gesprekstaal is niet bekend');
    expect((await setVan(swahili)).mist[0]).toContain('geen teksten in het Swahili');
    expect((await setVan(swahili)).mist[1]).toContain('geen doelen in eigen woorden');
  });

  it('gaat na een onderbreking verder waar het was, ook als twee het tegelijk proberen', async () => {
    const d = await dossierMet(spreekt('Tigrinya'));
    const pipId = await stelVast(d);
    const opdracht = { gemeenteId: g.id, dossierId: d.id, pipId };
    let keer = 0;
    const valtWeg: typeof w.t = {
      ...w.t,
      db: {
        ...w.t.db,
        forGemeenten: (bereik, doe) => {
          keer += 1;
          return keer > 3
            ? Promise.reject(new Error('de verbinding is weg'))
            : w.t.db.forGemeenten(bereik, doe);
        },
      },
    };
    await expect(brievenWerk.brievenset?.(opdracht, valtWeg)).rejects.toThrow(
      'de verbinding is weg',
    );
    const half = await bestanden(d);
    expect(half).toHaveLength(3);
    expect(await setVan(d)).toMatchObject({ staat: 'bezig', klaar: 2, totaal: 4 });
    await Promise.all([
      brievenWerk.brievenset?.(opdracht, w.t),
      brievenWerk.brievenset?.(opdracht, w.t),
    ]);
    const heel = await bestanden(d);
    expect(heel.slice(0, 3)).toEqual(half);
    expect(heel).toHaveLength(5);
    expect(await setVan(d)).toMatchObject({ staat: 'klaar', klaar: 4 });
    await brievenWerk.brievenset?.(opdracht, w.t);
    expect(await bestanden(d)).toEqual(heel);
  });

  it('maakt van een gewijzigd PIP de volgende versie van de hele set; de oude zegt dat zij is vervangen', async () => {
    const d = await dossierMet(spreekt('Oekraïens'));
    await stelVast(d);
    await werk();
    const tweede = {
      ...volledigPip('Z'),
      alfabetisering: 'NVT',
      redenWijziging: 'B1 bleek te zwaar.',
    };
    await stelVast(d, tweede);
    await werk();
    expect(await setVan(d, 1)).toMatchObject({
      geldt: 'vervangen',
      waaromNiet: 'Vervangen door versie 2.',
    });
    const nieuw = await setVan(d, 2);
    expect(nieuw).toMatchObject({ geldt: 'nu', staat: 'klaar' });
    expect(soorten(nieuw)).toHaveLength(5);
    const tekst: TekstAntwoord = (await m.vraag('GET', `${d.pad}/${nieuw.pipId}/tekst?taal=uk`))
      .body;
    const anders = tekst.delen.find((x) => x.beeld === 'anders');
    const zinnen = anders?.alineas.map((a) => a.nl.tekst) ?? [];
    expect(zinnen).toEqual(
      expect.arrayContaining([
        'Eerst: B1-route',
        'Nu: Z-route',
        'Eerst: U leert eerst de Nederlandse letters.',
        'Nu: niet',
        'B1 bleek te zwaar.',
      ]),
    );
    const route = anders?.alineas.find((a) => a.nl.tekst === 'Nu: Z-route');
    expect(route?.vertaald).toMatchObject({ taal: 'uk', tekst: 'Тепер: маршрут Z' });
  });

  it('zet bij een ingetrokken PIP waarom de brieven niet meer gelden', async () => {
    const d = await dossierMet(spreekt('Somalisch'));
    const pipId = await stelVast(d);
    await werk();
    await m.vraag('POST', `/v1/dossiers/${d.id}/pips/${pipId}/_intrekken`, {
      reden: 'Onjuiste gegevens.',
      ookBijDuo: false,
    });
    expect(await setVan(d)).toMatchObject({
      geldt: 'ingetrokken',
      waaromNiet: 'Ingetrokken op 21 november 2026: Onjuiste gegevens.',
    });
  });

  it('laat zien dat een brief niet te zetten is, en maakt haar als het kan', async () => {
    const d = await dossierMet({
      ...wilWerken,
      inhoud: { ...wilWerken.inhoud, eigenWoorden: '我想在面包店工作' } as never,
    });
    await stelVast(d);
    expect(await werk()).toEqual({ mislukt: [] });
    const set = await setVan(d);
    expect(set).toMatchObject({ staat: 'mislukt', klaar: 0 });
    expect(set.fout).toContain('geen letterteken voor U+');
    expect(set.fout).not.toContain('面');
    const [oud] = await feitenVan(d, 'doel');
    await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      legVast(
        tx,
        { gemeenteId: g.id, dossierId: d.id },
        [{ ...wilWerken, vervangt: oud?.id ?? '' }],
        {
          nu: w.t.klok.nu(),
          vandaag: datum(VANDAAG),
        },
      ),
    );
    expect((await m.vraag('POST', `${d.pad}/${set.pipId}/_maak`, {})).status).toBe(202);
    await werk();
    expect(await setVan(d)).toMatchObject({ staat: 'klaar', fout: null });
  });

  it('volgt een dossier dat intussen is samengevoegd', async () => {
    const d = await dossierMet(spreekt('Turks'));
    const pipId = await stelVast(d);
    await werk();
    const ander = await w.dossier(g.id, [], { vNummer: '2100009301' });
    await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      voegSamen(tx, g.id, d.id, ander, { nu: w.t.klok.nu(), vandaag: datum(VANDAAG) }),
    );
    const na = await brieven({ id: ander, pad: `/v1/dossiers/${ander}/brieven` });
    expect(na.sets[0]).toMatchObject({ pipId, staat: 'klaar', talen: ['tr'] });
  });
});

describe('een taal erbij', () => {
  it('maakt alleen de nieuwe brieven, en weigert wat er al is', async () => {
    const d = await dossierMet(spreekt('Farsi'));
    const pipId = await stelVast(d);
    await werk();
    const eerst = await bestanden(d);
    const maak = (taal?: string) =>
      m.vraag('POST', `${d.pad}/${pipId}/_maak`, taal ? { taal } : {});
    expect((await maak('prs')).status).toBe(202);
    await zetWerkOpNu(w);
    await werk();
    const set = await setVan(d);
    expect(set).toMatchObject({ staat: 'klaar', talen: ['fa', 'prs'], klaar: 6, totaal: 6 });
    expect((await bestanden(d)).slice(0, eerst.length)).toEqual(eerst);
    for (const taal of ['prs', 'fa', 'nl', undefined]) {
      const { status, body } = await maak(taal);
      expect([status, codes(body)]).toEqual([409, ['al-gemaakt']]);
    }
  });

  it('vindt geen PIP dat niet is vastgesteld, en weigert wie het niet mag', async () => {
    const d = await dossierMet();
    const { pipId } = await maakConcept(m, d.id);
    expect((await m.vraag('POST', `${d.pad}/${pipId}/_maak`, {})).status).toBe(404);
    expect((await m.vraag('GET', `${d.pad}/${pipId}/tekst`)).status).toBe(404);
    const lezer = await w.medewerker(g.organisatieId, ['pip:lezer']);
    expect((await lezer.vraag('GET', d.pad)).body.mag).toEqual({ maken: false });
    expect((await lezer.vraag('POST', `${d.pad}/${pipId}/_maak`, {})).status).toBe(403);
  });
});

describe('vragen of het duidelijk is', () => {
  const goed = [
    { vraag: 'begrip.route', oordeel: 'begrepen' },
    { vraag: 'begrip.eerst', oordeel: 'begrepen' },
    { vraag: 'begrip.bezwaar', oordeel: 'begrepen' },
  ];
  let d: Dossier;
  let pipId: string;
  beforeAll(async () => {
    d = await dossierMet(spreekt('Tigrinya'));
    pipId = await stelVast(d);
  });
  const antwoord = (body: object) => m.vraag('POST', `${d.pad}/${pipId}/begrepen`, body);

  it('stelt drie vragen uit dit PIP in de taal van de persoon, met het antwoord erbij', async () => {
    const { body } = await m.vraag('GET', `${d.pad}/${pipId}/tekst?taal=ti`);
    const { vragen, staat } = body as TekstAntwoord;
    expect(staat).toBe('machine');
    expect(vragen.map((v) => v.id)).toEqual(goed.map((v) => v.vraag));
    expect(vragen[0]?.vraag.vertaald).toMatchObject({ taal: 'ti', tekst: 'ኣየናይ መንገድ ክትኽተሉ ኢኹም?' });
    expect(vragen[2]?.antwoord.nl.tekst.replaceAll('\u00a0', ' ')).toBe(
      'U kunt bezwaar maken tot en met 4 januari 2027.',
    );
  });

  it('vraagt op de laatste dag van het bezwaar nog daarnaar, en de dag erna naar de termijn', async () => {
    const derde = async (dag: string) => {
      w.klok.zetOp(datum(dag));
      const { body } = await m.vraag('GET', `${d.pad}/${pipId}/tekst`);
      return (body as TekstAntwoord).vragen[2]?.id;
    };
    const gevraagd = [
      await derde('2027-01-03'),
      await derde('2027-01-04'),
      await derde('2027-01-05'),
    ];
    w.klok.zetOp(datum(VANDAAG));
    expect(gevraagd).toEqual(['begrip.bezwaar', 'begrip.bezwaar', 'begrip.termijn']);
  });

  it('bewaart de uitkomst met taal, tolk en vervolg, en verbetert zonder te wissen', async () => {
    expect((await setVan(d)).begrepen).toBeNull();
    const deels = goed.map((a, i) => (i === 1 ? { ...a, oordeel: 'deels' } : a));
    const zonder = await antwoord({ taal: 'ti', tolk: true, antwoorden: deels });
    expect([zonder.status, codes(zonder.body)]).toEqual([409, ['vervolg-ontbreekt']]);
    const vervolg = 'Volgende week nog een keer, met de plaatjes erbij.';
    const eerste = await antwoord({ taal: 'ti', tolk: true, antwoorden: deels, vervolg });
    expect(eerste.status).toBe(201);
    expect((await setVan(d)).begrepen).toMatchObject({
      taal: 'ti',
      tolk: true,
      vervolg,
      door: m.naam,
    });
    const { feitId } = eerste.body;
    const beter = await antwoord({ taal: 'ti', tolk: false, antwoorden: goed, vorige: feitId });
    expect(beter.status).toBe(201);
    expect((await setVan(d)).begrepen).toMatchObject({ feitId: beter.body.feitId, tolk: false });
    expect(await feitenVan(d, 'pip-begrepen')).toHaveLength(2);
    const botst = await antwoord({ taal: 'ti', tolk: false, antwoorden: goed, vorige: feitId });
    expect(botst.status).toBe(409);
    expect(botst.body.conflict).toMatchObject({ wie: m.naam });
  });

  it('weigert vragen die niet bij dit PIP horen, en een PIP dat niet geldt', async () => {
    const anders = goed.map((a) => ({ ...a, vraag: 'begrip.route' }));
    const fout = await antwoord({ taal: 'nl', tolk: false, antwoorden: anders });
    expect([fout.status, codes(fout.body)]).toEqual([409, ['andere-vragen']]);
    const oud = await dossierMet();
    const eerste = await stelVast(oud);
    await stelVast(oud, {
      ...volledigPip('B'),
      redenWijziging: 'Meer uren.',
      intensiteitUren: 800,
    });
    const { status, body } = await m.vraag('POST', `${oud.pad}/${eerste}/begrepen`, {
      taal: 'nl',
      tolk: false,
      antwoorden: goed,
    });
    expect([status, codes(body)]).toEqual([409, ['niet-geldend']]);
  });
});
