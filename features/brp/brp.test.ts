import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { datum } from '../../rules/shared/datum.ts';
import type { Feit } from '../../rules/stand/feiten.ts';
import { leesFeiten } from '../../server/dossier/feiten.ts';
import { alsEigenaar } from '../../test/api/rijk.ts';
import { brpDag, type Keten, maakKeten, nieuwBsn } from '../../test/duo-brp.ts';
import type { TestGemeente, TestMedewerker } from '../../test/world.ts';
import { brpWerk } from './brp.jobs.ts';

let k: Keten;
let g: TestGemeente;
let m: TestMedewerker;

beforeAll(async () => {
  k = await maakKeten();
});
afterAll(() => k.sluit());
beforeEach(async () => {
  g = await k.gemeente();
  m = await k.w.medewerker(g.organisatieId);
  await k.brp('PUT', '/gedrag', { plat: false, traag: 0, status500: 0 });
});

const persoon = (bsn: string, over: object = {}) => ({
  burgerservicenummer: bsn,
  naam: { voornamen: 'Selam', geslachtsnaam: 'Tesfay', volledigeNaam: 'Selam Tesfay' },
  geboorte: { datum: { type: 'JaarDatum', jaar: 1994, langFormaat: '1994' } },
  geslacht: { code: 'V', omschrijving: 'vrouw' },
  adressering: { adresregel1: 'Kade 12 A', adresregel2: '1234 AA  DORP' },
  gemeenteVanInschrijving: { code: g.code, omschrijving: 'Dorp' },
  datumInschrijvingInGemeente: brpDag('2026-10-01'),
  ...over,
});
const zet = (...personen: object[]) => k.brp('POST', '/personen', personen);
const dossier = (bsn: string) => k.w.dossier(g.id, [], { bsn });
const uurLater = async (uren: number) =>
  alsEigenaar(k.w, (c) =>
    c.query(
      `update brp_stand set bevraagd_op = bevraagd_op - make_interval(hours => $1) where gemeente_id = $2`,
      [uren, g.id],
    ),
  );
const ververs = () =>
  brpWerk.brp_verversen_gemeente?.({ gemeenteId: g.id }, k.w.t) as Promise<void>;
const feitenVan = (dossierId: string): Promise<Feit[]> =>
  k.w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
    leesFeiten(tx, { gemeenteId: g.id, dossierId }),
  );
const wijzigingen = async (dossierId: string) =>
  (await feitenVan(dossierId)).flatMap((f) => (f.soort === 'brp-wijziging' ? [f.inhoud.wat] : []));
const brpStand = (dossierId: string) =>
  alsEigenaar(k.w, async (c) => {
    const { rows } = await c.query('select antwoord from brp_stand where dossier_id = $1', [
      dossierId,
    ]);
    return rows[0]?.antwoord as string | undefined;
  });

/** Een dossier dat al één keer met de BRP gelijk is gezet, en een nacht verder. */
async function bekend(over: object = {}) {
  const bsn = nieuwBsn();
  await zet(persoon(bsn, over));
  const dossierId = await dossier(bsn);
  await ververs();
  await uurLater(24);
  return { bsn, dossierId };
}

describe('de nacht', () => {
  it('de eerste keer is niets een wijziging; hetzelfde antwoord geeft daarna niets nieuws', async () => {
    const { dossierId } = await bekend();
    const eerst = await feitenVan(dossierId);
    expect(eerst.map((f) => f.soort)).toEqual(['persoon', 'inschrijving', 'adres']);
    await ververs();
    expect(await feitenVan(dossierId)).toEqual(eerst);
  });

  it.each([
    ['adres', { adressering: { adresregel1: 'Dam 3', adresregel2: '1234 AB  DORP' } }],
    [
      'gemeente',
      {
        gemeenteVanInschrijving: { code: '0001' },
        datumInschrijvingInGemeente: brpDag('2026-11-10'),
        adressering: { adresregel1: 'Verweg 1', adresregel2: '9999 ZZ  STAD' },
      },
    ],
    ['overlijden', { overlijden: { datum: brpDag('2026-11-12') } }],
    [
      'naam',
      { naam: { voornamen: 'Selam', geslachtsnaam: 'Okbay', volledigeNaam: 'Selam Okbay' } },
    ],
    [
      'partner',
      {
        partners: [
          {
            soortVerbintenis: { code: 'H' },
            aangaanHuwelijkPartnerschap: { datum: brpDag('2026-11-01') },
          },
        ],
      },
    ],
  ])('een ander(e) %s geeft één signaal, ook als de BRP het herhaalt', async (wat, over) => {
    const { bsn, dossierId } = await bekend();
    await zet(persoon(bsn, over));
    await ververs();
    expect(await wijzigingen(dossierId)).toEqual([wat]);
    await uurLater(24);
    await ververs();
    expect(await wijzigingen(dossierId)).toEqual([wat]);
    const kop = await m.vraag('GET', `/v1/dossiers/${dossierId}`);
    expect(kop.body.signalen.map((s: { id: string }) => s.id)).toContain(`brp-wijziging-${wat}`);
  });

  it('hetzelfde adres met andere hoofdletters of spaties is geen verhuizing', async () => {
    const { bsn, dossierId } = await bekend();
    const eerst = await feitenVan(dossierId);
    await zet(
      persoon(bsn, { adressering: { adresregel1: 'KADE  12 a', adresregel2: '1234 AA  Dorp' } }),
    );
    await ververs();
    expect(await feitenVan(dossierId)).toEqual(eerst);
  });

  it('een partner die weg is, is ook een wijziging; wie de partner is staat nergens', async () => {
    const partnerBsn = nieuwBsn();
    const partners = [
      {
        burgerservicenummer: partnerBsn,
        soortVerbintenis: { code: 'H' },
        aangaanHuwelijkPartnerschap: { datum: brpDag('2020-01-01') },
      },
    ];
    const { bsn, dossierId } = await bekend({ partners });
    await zet(persoon(bsn));
    await ververs();
    expect(await wijzigingen(dossierId)).toEqual(['partner']);
    await alsEigenaar(k.w, async (c) => {
      const { rows } = await c.query(
        'select brp_stand::text t from brp_stand union all select feit::text from feit',
      );
      expect(rows.map((r) => r.t).join()).not.toContain(partnerBsn);
    });
  });

  it('waar niet naar is gevraagd blijft staan', async () => {
    const bsn = nieuwBsn();
    await zet(persoon(bsn));
    const geboorte = { soort: 'jaar', jaar: 1994 } as const;
    const inhoud = {
      voornamen: 'Selam',
      geslachtsnaam: 'Tesfay',
      geboorte,
      geslacht: 'vrouw',
    } as const;
    const dossierId = await k.w.dossier(
      g.id,
      [
        {
          soort: 'persoon',
          bron: 'brp',
          geldigOp: datum('2026-10-01'),
          inhoud: { ...inhoud, nationaliteit: 'Eritrese' },
        },
      ],
      { bsn },
    );
    await ververs();
    expect((await feitenVan(dossierId)).filter((f) => f.soort === 'persoon')).toHaveLength(1);
  });

  it('vraagt in groepen van twintig en gaat verder waar zij bleef', async () => {
    const bsns = Array.from({ length: 23 }, nieuwBsn);
    await zet(...bsns.map((bsn) => persoon(bsn)));
    for (const bsn of bsns) await dossier(bsn);
    const voor = (await k.brp('GET', '/tellers')) as { bevragingen: number };
    const aantal = () =>
      alsEigenaar(k.w, async (c) => {
        const { rows } = await c.query(
          'select count(*)::int n from brp_stand where gemeente_id = $1',
          [g.id],
        );
        return rows[0].n as number;
      });
    await ververs();
    expect(await aantal()).toBe(20);
    await ververs();
    expect(await aantal()).toBe(23);
    await ververs();
    const na = (await k.brp('GET', '/tellers')) as { bevragingen: number };
    expect(na.bevragingen - voor.bevragingen).toBe(2);
  });

  it('een storing kost niets: niets vastgelegd, later lukt het alsnog', async () => {
    const { bsn, dossierId } = await bekend();
    const voor = await feitenVan(dossierId);
    await zet(persoon(bsn, { overlijden: { datum: brpDag('2026-11-12') } }));
    await k.brp('PUT', '/gedrag', { plat: true });
    await expect(ververs()).rejects.toThrow('de BRP antwoordde niet: de verbinding mislukte');
    expect(await feitenVan(dossierId)).toEqual(voor);
    await k.brp('PUT', '/gedrag', { plat: false });
    await ververs();
    expect(await wijzigingen(dossierId)).toEqual(['overlijden']);
  });

  it('wie de BRP niet kent houdt de rest niet op en komt morgen weer', async () => {
    const onbekend = await dossier(nieuwBsn());
    const bsn = nieuwBsn();
    await zet(persoon(bsn));
    const gekend = await dossier(bsn);
    await ververs();
    expect([await brpStand(onbekend), await brpStand(gekend)]).toEqual(['onbekend', 'ok']);
  });

  it('het logboek noemt de set, het doel en de dossiers, nooit een BSN', async () => {
    const { bsn, dossierId } = await bekend();
    await alsEigenaar(k.w, async (c) => {
      const { rows } = await c.query(
        `select taak, object_soort, dossier_ids, audit::text t from audit where systeem = 'brp' and gemeente_id = $1`,
        [g.id],
      );
      expect(rows).toMatchObject([
        { taak: 'monitoring', object_soort: 'brp-bijhouden', dossier_ids: [dossierId] },
      ]);
      expect(rows[0].t).not.toContain(bsn);
    });
  });

  it('een afgesloten dossier wordt niet meer bevraagd', async () => {
    const { bsn, dossierId } = await bekend({ overlijden: { datum: brpDag('2026-11-12') } });
    await zet(persoon(bsn, { naam: { voornamen: 'Anders', geslachtsnaam: 'Anders' } }));
    await ververs();
    expect(await wijzigingen(dossierId)).toEqual(['overlijden']);
  });
});

describe('bij het openen', () => {
  const open = (dossierId: string) => m.vraag('POST', `/v1/dossiers/${dossierId}/brp/_ververs`, {});

  it('wordt alleen gevraagd wat ouder is dan een dag', async () => {
    const { dossierId } = await bekend();
    await uurLater(-1);
    expect((await open(dossierId)).body.gepland).toBe(false);
    await uurLater(2);
    expect((await open(dossierId)).body.gepland).toBe(true);
    const zonderBsn = await k.w.dossier(g.id, [], { vNummer: '2300000001' });
    expect((await open(zonderBsn)).body).toEqual({ bevraagdOp: null, gepland: false });
  });

  it('haalt op de achtergrond op, en niet nog eens als het al vers is', async () => {
    const { bsn, dossierId } = await bekend();
    await uurLater(1);
    await zet(
      persoon(bsn, { adressering: { adresregel1: 'Dam 3', adresregel2: '1234 AB  DORP' } }),
    );
    const doe = () => brpWerk.brp_verversen_dossier?.({ gemeenteId: g.id, dossierId }, k.w.t);
    await doe();
    expect(await wijzigingen(dossierId)).toEqual(['adres']);
    const voor = (await k.brp('GET', '/tellers')) as { bevragingen: number };
    await doe();
    expect(await k.brp('GET', '/tellers')).toEqual(voor);
  });
});

it('wie een wijziging bekeek, legt dat vast en ziet haar niet meer', async () => {
  const { bsn, dossierId } = await bekend();
  await zet(persoon(bsn, { adressering: { adresregel1: 'Dam 3', adresregel2: '1234 AB  DORP' } }));
  await ververs();
  const pad = `/v1/dossiers/${dossierId}/brp/_bekeken`;
  expect((await m.vraag('POST', pad, { wat: 'adres' })).body).toEqual({ aantal: 1 });
  expect((await m.vraag('POST', pad, { wat: 'adres' })).body).toEqual({ aantal: 0 });
  const kop = await m.vraag('GET', `/v1/dossiers/${dossierId}`);
  expect(JSON.stringify(kop.body.signalen)).not.toContain('brp-wijziging');
  const lezer = await k.w.medewerker(g.organisatieId, ['brede-intake:lezer']);
  expect((await lezer.vraag('POST', pad, { wat: 'adres' })).status).toBe(403);
});
