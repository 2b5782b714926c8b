import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DUO, startSimulator } from '../../../connections/duo/simulator/proef.ts';
import {
  basisUrlsOnder,
  type DuoTransport,
  type DuoVerzoek,
  httpDuoTransport,
} from '../../../connections/duo/transport.ts';
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
import { verzendingWerk } from '../verzending.jobs.ts';

const VANDAAG = '2026-11-21';

class Gestopt extends Error {}

let w: Wereld;
let g: TestGemeente;
let m: TestMedewerker;
let sim: Awaited<ReturnType<typeof startSimulator>>;
let echt: DuoTransport;
let onderweg: (verzoek: DuoVerzoek, door: () => ReturnType<DuoTransport['request']>) => unknown;
let nummer = 0;
const opruimen: (() => unknown)[] = [];

beforeAll(async () => {
  const transport: DuoTransport = {
    request: (verzoek) =>
      Promise.resolve(onderweg(verzoek, () => echt.request(verzoek))) as ReturnType<
        DuoTransport['request']
      >,
    sluit: async () => {},
  };
  w = await maakWereld({ vandaag: VANDAAG, duo: transport });
});
afterAll(() => w.sluit());
beforeEach(async () => {
  g = await gemeenteMetBriefhoofd(w);
  m = await w.medewerker(g.organisatieId);
  await noem(m.id, 'Medewerker & Co 7', '030 123 45 67');
  sim = await startSimulator();
  opruimen.push(() => sim.app.close());
  await sim.bedien('POST', '/gemeenten', [{ oin: g.oin, gemeentecode: g.code }]);
  echt = httpDuoTransport({
    basisUrls: basisUrlsOnder(`${sim.adres}/duo`),
    doel: DUO,
    timeoutMs: 5000,
  });
  opruimen.push(() => echt.sluit());
  onderweg = (_, door) => door();
});
afterEach(async () => {
  for (const ruimOp of opruimen.splice(0).reverse()) await ruimOp();
});

const noem = (id: string, naam: string, telefoon: string) =>
  w.db.zonderDossiers((tx) =>
    tx.updateTable('medewerker').set({ naam, telefoon }).where('id', '=', id).execute(),
  );

async function metPip(klantmanager = m) {
  const bsn = String(999_500_000 + nummer++);
  const dossierId = await w.dossier(g.id, klaarVoorPip(g), {
    bsn,
    klantmanagerId: klantmanager.id,
  });
  await sim.bedien('POST', '/personen', [
    {
      bsn,
      gemeentecode: g.code,
      vestigingsdatum: '2026-09-15',
      doelgroep: { indeling: 'Asielstatushouder', begindatum: '2026-09-01' },
      plicht: { indicatorInburgeringsplicht: true, begindatum: '2026-09-01' },
    },
  ]);
  const { pad } = await maakConcept(m, dossierId, volledigPip('B'));
  await stelPipVast(m, pad, { dagtekening: VANDAAG });
  return { bsn, dossierId };
}

const verstuur = (dossierId: string) =>
  verzendingWerk.duo_verzenden?.({ gemeenteId: g.id, dossierId }, w.t);
const vergelijk = () => verzendingWerk.duo_contactpersonen_gemeente?.({ gemeenteId: g.id }, w.t);
const gedrag = (inhoud: object) => sim.bedien('PUT', '/gedrag', inhoud);
const lijst = async () => (await m.vraag('GET', '/v1/contactpersonen')).body.items;

/** All contactpersonen that DUO has, and whom the person is linked to. */
async function bijDuo(bsn = '') {
  const { body } = await sim.bedien('GET', '/stand');
  const { contactpersonen, personen } = body as {
    contactpersonen: { id: number; gegevens: { naam: string; telefoonnummer: string } }[];
    personen: { bsn: string; contactpersoon?: number }[];
  };
  return { contactpersonen, gekoppeld: personen.find((p) => p.bsn === bsn)?.contactpersoon };
}

/** Lets only the post of a new contactpersoon go wrong. */
function bijMaken(doe: (door: () => ReturnType<DuoTransport['request']>) => unknown): void {
  onderweg = (verzoek, door) =>
    verzoek.method === 'POST' && verzoek.path === '/contactpersonen' ? doe(door) : door();
}

describe('de contactpersoon bij DUO', () => {
  it('wordt één keer gemaakt en bij elk PIP van de klantmanager gekoppeld', async () => {
    const [een, twee] = [await metPip(), await metPip()];
    await verstuur(een.dossierId);
    await verstuur(twee.dossierId);
    const { contactpersonen, gekoppeld } = await bijDuo(een.bsn);
    expect(contactpersonen).toMatchObject([
      { gegevens: { naam: 'Medewerker en Co', telefoonnummer: '030 123 45 67' } },
    ]);
    expect(gekoppeld).toBe(contactpersonen[0]?.id);
    expect((await bijDuo(twee.bsn)).gekoppeld).toBe(contactpersonen[0]?.id);
    expect(await lijst()).toMatchObject([
      { staat: 'bekend', gekoppeld: 2, wachten: 0, duoNummer: contactpersonen[0]?.id },
    ]);
  });

  it('wordt na een weggevallen antwoord nooit blind nog eens gemaakt', async () => {
    const { bsn, dossierId } = await metPip();
    bijMaken(async (door) => {
      await gedrag({ antwoordVerliezen: 1 });
      return door();
    });
    await verstuur(dossierId);
    await verstuur(dossierId);
    await vergelijk();
    const { contactpersonen } = await bijDuo();
    expect(contactpersonen).toHaveLength(1);
    const [c] = await lijst();
    expect(c).toMatchObject({ staat: 'onzeker', duoNummer: null, wachten: 1 });
    const kijk = (inhoud: object) =>
      m.vraag('POST', `/v1/contactpersonen/${c.contactpersoonId}/_nagekeken`, inhoud);
    const ja = { uitkomst: 'heeft-hem', nummer: contactpersonen[0]?.id };
    expect((await kijk(ja)).body).toMatchObject({ staat: 'bekend' });
    expect((await kijk(ja)).status).toBe(409);
    onderweg = (_, door) => door();
    await verstuur(dossierId);
    expect((await bijDuo(bsn)).gekoppeld).toBe(contactpersonen[0]?.id);
    expect((await bijDuo()).contactpersonen).toHaveLength(1);
  });

  it.each(['voor', 'na'])('vraagt een mens na een kill %s het maken', async (wanneer) => {
    const { bsn, dossierId } = await metPip();
    bijMaken(async (door) => {
      if (wanneer === 'na') await door();
      throw new Gestopt();
    });
    await expect(verstuur(dossierId)).rejects.toThrow(Gestopt);
    onderweg = (_, door) => door();
    await verstuur(dossierId);
    const [c] = await lijst();
    expect(c.staat).toBe('onzeker');
    const { contactpersonen } = await bijDuo();
    expect(contactpersonen).toHaveLength(wanneer === 'na' ? 1 : 0);
    const uitkomst =
      wanneer === 'na'
        ? { uitkomst: 'heeft-hem', nummer: contactpersonen[0]?.id }
        : { uitkomst: 'heeft-hem-niet' };
    await m.vraag('POST', `/v1/contactpersonen/${c.contactpersoonId}/_nagekeken`, uitkomst);
    await verstuur(dossierId);
    expect((await bijDuo()).contactpersonen).toHaveLength(1);
    expect((await bijDuo(bsn)).gekoppeld).toBe((await bijDuo()).contactpersonen[0]?.id);
  });

  it('wacht met slechte gegevens tot iemand ze verbetert', async () => {
    await noem(m.id, 'Medewerker', '');
    const { bsn, dossierId } = await metPip();
    await verstuur(dossierId);
    expect((await bijDuo()).contactpersonen).toEqual([]);
    const [c] = await lijst();
    expect(c.staat).toBe('geweigerd');
    expect(c.foutteksten[0]).toContain('telefoonnummer');
    const wijzig = (telefoonnummer: string) =>
      m.vraag('PUT', `/v1/contactpersonen/${c.contactpersoonId}`, {
        naam: 'Medewerker',
        email: 'm@example.nl',
        telefoonnummer,
      });
    expect((await wijzig('bel maar')).body.redenen[0].veld).toBe('telefoonnummer');
    expect((await wijzig('+31 6 12345678')).body).toMatchObject({ staat: 'nieuw' });
    await vergelijk();
    await verstuur(dossierId);
    expect((await bijDuo(bsn)).gekoppeld).toBeDefined();
  });

  it('volgt een andere klantmanager, en vertrekt bij DUO als niemand hem meer heeft', async () => {
    const { bsn, dossierId } = await metPip();
    await verstuur(dossierId);
    const ander = await w.medewerker(g.organisatieId);
    await noem(ander.id, 'Noor de Wit', '030 765 43 21');
    await w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
      tx
        .updateTable('dossier')
        .set({ klantmanager_id: ander.id })
        .where('id', '=', dossierId)
        .execute(),
    );
    await vergelijk();
    await verstuur(dossierId);
    await vergelijk();
    await vergelijk();
    const { contactpersonen, gekoppeld } = await bijDuo(bsn);
    expect(contactpersonen).toMatchObject([{ gegevens: { naam: 'Noor de Wit' } }]);
    expect(gekoppeld).toBe(contactpersonen[0]?.id);
  });

  it('krijgt gewijzigde gegevens van de medewerker, ook na een storing', async () => {
    const { dossierId } = await metPip();
    await verstuur(dossierId);
    await noem(m.id, 'Medewerker Nieuw', '030 123 45 67');
    await gedrag({ status500: 1 });
    await expect(vergelijk()).rejects.toThrow('niet bijgewerkt');
    expect(await lijst()).toMatchObject([{ gewijzigd: true, laatsteFout: 'antwoord 500' }]);
    await vergelijk();
    expect((await bijDuo()).contactpersonen).toMatchObject([
      { gegevens: { naam: 'Medewerker Nieuw' } },
    ]);
    expect(await lijst()).toMatchObject([{ gewijzigd: false, laatsteFout: null }]);
  });
});
