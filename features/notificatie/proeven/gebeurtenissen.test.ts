import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Feit, FeitSoort } from '../../../rules/stand/feiten.ts';
import { leesFeiten } from '../../../server/dossier/feiten.ts';
import { type Keten, maakKeten, maakMens, meld } from '../../../test/duo-brp.ts';
import { doeWerk } from '../../../test/werk.ts';
import type { TestGemeente } from '../../../test/world.ts';
import { gebeurtenisInWoorden } from '../gebeurtenis.read.ts';
import { GEBEURTENISSEN, omschrijvingVan, streefdagVan } from '../gebeurtenissen.ts';
import { notificatieWerk } from '../notificatie.jobs.ts';
import { beschrijf } from '../postvak/feitzinnen.ts';

let k: Keten;
let g: TestGemeente;

beforeAll(async () => {
  k = await maakKeten();
});
afterAll(() => k.sluit());
beforeEach(async () => {
  g = await k.gemeente();
});

/** Alles wat DUO van iemand kan weten. */
const ALLES = {
  kennisgeving: '2026-09-20',
  doelgroephistorie: [
    {
      indeling: 'Gezinsmigrant en overige migrant',
      begindatum: '2026-01-01',
      einddatum: '2026-08-31',
    },
  ],
  plichthistorie: [{ indicatorInburgeringsplicht: true, begindatum: '2026-09-01' }],
  lbt: {
    examennummer: 'LBT0001',
    resultaten: [
      {
        resultaat: 'B1-route haalbaar',
        behaaldeScore: '41,20',
        benodigdeScore: '40,00',
        datumAfname: '2026-11-10',
      },
    ],
  },
  termijn: { startdatum: '2026-11-02', einddatum: '2029-11-02' },
  termijnhistorie: [{ einddatum: '2029-11-02', wijzigingsdatum: '2026-11-02' }],
  verlengingen: [{ beoordelingAanvraag: 'InBehandeling', ontvangstdatum: '2026-11-05' }],
  vrijstellingen: [
    {
      TijdelijkeVrijstelling: {
        oordeel: 'Toekenning',
        reden: 'INS',
        datumOordeel: '2026-11-03',
        startdatum: '2026-11-03',
        einddatum: '2027-05-02',
      },
    },
  ],
  ontheffingen: [
    {
      GedeeltelijkeOntheffing: {
        oordeel: 'Toekenning',
        datumOordeel: '2026-11-04',
        grond: 'MED',
        examenonderdeel: 'SC',
      },
    },
  ],
  gratisPogingen: [{ onderdeel: 'LE', gratisPogingenTegoed: 2 }],
  examens: [{ examendatum: '2026-11-06', resultaat: 'Geslaagd', onderdeel: 'LE', niveau: 'B1' }],
  boetes: [{ bedrag: 340, datum: '2026-11-07' }],
  pip: { gemeentecode: '9998', pip: { dagtekeningPip: '2026-10-20', leerroute: 'B' } },
  map: { datumEindgesprekMap: '2026-11-08' },
  pvt: { datumOndertekeningPvt: '2026-11-09' },
  uren: [
    {
      gemeentecode: '9998',
      bekendTot: '2026-11-01',
      ParticipatieAlsTaalles: { uren: 40 },
      ParticipatieactiviteitenBredeIntake: { uren: 12 },
      TaallesEnKnmBredeIntake: { uren: 6 },
      TaallesEnKnmInstelling: { instellingsnummer: '0000000011', uren: 20 },
    },
  ],
};

type Verwacht = { feiten: FeitSoort[]; tekst: string; voorstel?: RegExp; toestand?: string };

const BASIS = ['doelgroep', 'inburgeringsplicht'] as const;
const EXAMEN = ['examen', 'gratis-pogingen'] as const;
const BRP = ['adres', 'inschrijving', 'persoon'] as const;
const OPENT: FeitSoort[] = [...BASIS, ...EXAMEN, ...BRP];

/** Van elke gebeurtenis: wat zij aan feiten geeft als DUO alles weet, haar tekst en haar voorstel. */
const TABEL: Record<string, Verwacht> = {
  SS101: { feiten: OPENT, tekst: 'Inburgeringsplichtig geworden' },
  SS128: {
    feiten: OPENT,
    tekst: 'Inburgeringsplichtig geworden, AOW-leeftijd binnen zes maanden',
    voorstel: /hoe licht/,
  },
  SS139: { feiten: OPENT, tekst: 'Inburgeringsplichtig; de tien weken voor de leerroute lopen' },
  SS129: {
    feiten: [...OPENT, 'vrijstelling'],
    tekst: 'Tijdelijke vrijstelling ingetrokken, nog geen leerroute',
  },
  SS120: { feiten: OPENT, tekst: 'Hier komen wonen, zonder PIP' },
  SS121: {
    feiten: [
      ...OPENT,
      'inburgeringstermijn',
      'pip-vorige-gemeente',
      'uren',
      'uren',
      'uren',
      'uren',
      'map-eindgesprek',
      'pvt-ondertekend',
    ],
    tekst: 'Hier komen wonen, met een PIP van de vorige gemeente',
    voorstel: /zelfde leerroute/,
  },
  SS124: {
    feiten: [...BASIS],
    tekst: 'Doelgroep gewijzigd: van asielstatushouder naar gezins- en overige migrant',
    voorstel: /ontzorgen/,
  },
  SS125: {
    feiten: [...BASIS],
    tekst: 'Doelgroep gewijzigd: van gezins- en overige migrant naar asielstatushouder',
    voorstel: /aanbod/,
  },
  SS109: {
    feiten: ['inburgeringsplicht', 'vrijstelling'],
    tekst: 'Tijdelijke vrijstelling toegekend',
    voorstel: /stop de lopende afspraken/,
  },
  SS110: {
    feiten: ['inburgeringsplicht'],
    tekst: 'Inburgeringsplicht ingetrokken',
    voorstel: /Zeg lopende afspraken af/,
  },
  SS111: { feiten: ['inburgeringsplicht'], tekst: 'Overleden', voorstel: /Stop alle brieven/ },
  SS106: {
    feiten: ['inburgeringsplicht', ...EXAMEN],
    tekst: 'Diploma behaald',
    voorstel: /Feliciteer/,
  },
  SS141: {
    feiten: ['inburgeringsplicht'],
    tekst: 'Inburgeringscertificaat staat klaar in het portaal van DUO',
    voorstel: /certificaat/,
  },
  SS107: {
    feiten: ['inburgeringsplicht', 'vrijstelling'],
    tekst: 'Gehele vrijstelling toegekend',
    voorstel: /Rond het dossier af/,
  },
  SS108: {
    feiten: ['inburgeringsplicht', 'ontheffing'],
    tekst: 'Gehele ontheffing toegekend',
    voorstel: /Rond het dossier af/,
  },
  SS130: {
    feiten: [
      'inburgeringsplicht',
      'inburgeringstermijn',
      'pip-vorige-gemeente',
      ...EXAMEN,
      'vrijstelling',
    ],
    tekst: 'Tijdelijke vrijstelling ingetrokken, PIP bekend',
    voorstel: /Pak het traject weer op/,
  },
  SS137: {
    feiten: ['leerbaarheidstoets', 'leerbaarheidstoets-nummer'],
    tekst: 'Aangemeld voor de leerbaarheidstoets',
  },
  SS131: {
    feiten: ['leerbaarheidstoets', 'leerbaarheidstoets-nummer'],
    tekst: 'Uitslag van de leerbaarheidstoets bekend',
  },
  SS102: { feiten: ['inburgeringstermijn'], tekst: 'Inburgeringstermijn begonnen' },
  SS103: { feiten: ['inburgeringstermijn'], tekst: 'Inburgeringstermijn ambtshalve verlengd' },
  SS104: {
    feiten: ['inburgeringstermijn', 'verlenging'],
    tekst: 'Inburgeringstermijn op verzoek verlengd',
  },
  SS112: { feiten: ['verlenging'], tekst: 'Verzoek om verlenging van de termijn ingediend' },
  SS113: { feiten: ['verlenging'], tekst: 'Verzoek om verlenging van de termijn afgewezen' },
  SS199: { feiten: [...EXAMEN], tekst: 'Uitslag van een examen bekend', voorstel: /Bespreek/ },
  SS198: {
    feiten: ['duo-boete', 'inburgeringstermijn'],
    tekst: 'Boete opgelegd door DUO na overschrijding van de termijn',
    voorstel: /geen boete van de gemeente/,
  },
  SS114: { feiten: ['vrijstelling'], tekst: 'Gehele vrijstelling afgewezen' },
  SS115: { feiten: ['vrijstelling'], tekst: 'Tijdelijke vrijstelling afgewezen' },
  SS116: { feiten: ['vrijstelling'], tekst: 'Gedeeltelijke vrijstelling afgewezen' },
  SS117: {
    feiten: ['vrijstelling', ...EXAMEN],
    tekst: 'Gedeeltelijke vrijstelling toegekend',
    voorstel: /minder examenonderdelen/,
  },
  SS118: { feiten: ['ontheffing'], tekst: 'Ontheffing afgewezen' },
  SS119: {
    feiten: ['ontheffing', ...EXAMEN],
    tekst: 'Gedeeltelijke ontheffing toegekend',
    voorstel: /of het PIP nog past/,
  },
  SS122: {
    feiten: ['inburgeringsplicht', 'pip-vorige-gemeente'],
    tekst: 'Vertrokken naar een andere gemeente',
    voorstel: /draag het dossier over/,
  },
  SS123: {
    feiten: ['inburgeringsplicht'],
    tekst: 'Vertrokken uit Nederland',
    voorstel: /kan worden afgerond/,
  },
  SS126: {
    feiten: ['pip-vorige-gemeente'],
    tekst: 'Tien weken voorbij zonder leerroute',
    voorstel: /Stel het PIP vast/,
  },
  SS127: { feiten: [], tekst: 'Nog geen inburgeringsaanbod bij DUO bekend', voorstel: /aanbod/ },
  SS132: {
    feiten: ['pip-vorige-gemeente'],
    tekst: 'Opleidingscontract past niet bij het PIP',
    voorstel: /contract/,
  },
  SS133: { feiten: [], tekst: 'Opleidingscontract past niet bij het aanbod', voorstel: /contract/ },
  SS135: { feiten: [], tekst: 'Opleidingscontract: attentiesignaal van DUO', voorstel: /contract/ },
  SS136: { feiten: [], tekst: 'Opleidingscontract: attentiesignaal van DUO', voorstel: /contract/ },
  SS140: {
    feiten: [],
    tekst: 'DUO vraagt advies over een ontheffing wegens bijzondere omstandigheden',
    voorstel: /advies van het college/,
  },
  SS142: {
    feiten: ['inburgeringsplicht', 'vrijstelling'],
    tekst: 'Vrijstellende opleiding beëindigd',
    voorstel: /weer plichtig/,
  },
};

const lees = <T>(vraag: Parameters<typeof k.w.db.forGemeenten<T>>[1]) =>
  k.w.db.forGemeenten({ gemeenten: [g.id], bijzonder: [g.id] }, vraag);

async function opent(wie: { bsn: string }): Promise<string> {
  return k.w.dossier(g.id, [], { bsn: wie.bsn });
}

const feitenVan = (dossierId: string): Promise<Feit[]> =>
  lees((tx) => leesFeiten(tx, { gemeenteId: g.id, dossierId }));

describe('elke gebeurtenis van DUO', () => {
  test('de tabel noemt precies de gebeurtenissen die Meedoen kent', () => {
    expect(Object.keys(TABEL).sort()).toEqual(Object.keys(GEBEURTENISSEN).sort());
  });

  test.each(Object.entries(TABEL))('%s: feiten, tekst en voorstel', async (id, verwacht) => {
    const mens = await maakMens(k, g, { duo: ALLES });
    const dossierId = await opent(mens);
    const voor = new Set((await feitenVan(dossierId)).map((f) => f.id));
    await meld(k.w, g, id, mens);
    expect(await doeWerk(k.w, notificatieWerk)).toEqual({ mislukt: [] });
    const nieuw = (await feitenVan(dossierId)).filter((f) => !voor.has(f.id));
    const soorten = nieuw.map((f) => f.soort).filter((s) => s !== 'duo-gebeurtenis');
    expect(soorten.sort()).toEqual([...verwacht.feiten].sort());
    expect(nieuw.every((f) => f.bron === (BRP.includes(f.soort as 'adres') ? 'brp' : 'duo'))).toBe(
      true,
    );
    const bericht = await lees((tx) =>
      tx
        .selectFrom('bericht_in')
        .select(['staat', 'voorstel', 'uitkomst'])
        .where('dossier_id', '=', dossierId)
        .executeTakeFirstOrThrow(),
    );
    expect(omschrijvingVan(id)).toBe(verwacht.tekst);
    if (verwacht.voorstel) expect(bericht.voorstel).toMatch(verwacht.voorstel);
    expect(bericht.staat).toBe(verwacht.voorstel ? 'postvak' : 'verwerkt');
    expect(JSON.stringify(bericht.uitkomst)).not.toMatch(/MED|BIO/);
    const zinnen = nieuw.filter((f) => f.soort !== 'duo-gebeurtenis').map(beschrijf);
    expect(zinnen.filter((z) => soorten.some((s) => s === z))).toEqual([]);

    await meld(k.w, g, id, mens);
    await doeWerk(k.w, notificatieWerk);
    const daarna = (await feitenVan(dossierId)).filter((f) => f.soort !== 'duo-gebeurtenis');
    expect(daarna).toHaveLength(soorten.length);
  });

  test('vraagt DUO om advies, dan ligt er een kaart voor het portaal', async () => {
    const mens = await maakMens(k, g);
    const dossierId = await opent(mens);
    await meld(k.w, g, 'SS140', mens);
    await doeWerk(k.w, notificatieWerk);
    const kaarten = await lees((tx) =>
      tx.selectFrom('portaalkaart').select(['soort', 'staat', 'dossier_id']).execute(),
    );
    expect(kaarten).toEqual([{ soort: 'bio-advies', staat: 'open', dossier_id: dossierId }]);
  });

  test('een id dat Meedoen niet kent heeft een naam en wordt bewaard', () => {
    expect(omschrijvingVan('SS777')).toBe('Onbekende gebeurtenis');
    expect(gebeurtenisInWoorden('SS777')).toBeUndefined();
  });

  test('wie om werk vraagt heeft een streefdag, wie niets vraagt niet', () => {
    for (const [gebeurtenisId, { voorstel, binnenDagen }] of Object.entries(GEBEURTENISSEN)) {
      expect([gebeurtenisId, binnenDagen !== undefined]).toEqual([
        gebeurtenisId,
        voorstel !== undefined,
      ]);
    }
    const op = { gebeurtenisId: 'SS111', geregistreerdOp: '2026-11-20T08:00:00.000Z' };
    expect(streefdagVan({ ...op, voorstel: 'x' })).toBe('2026-11-22');
    expect(streefdagVan({ ...op, voorstel: null })).toBeNull();
  });
});
