import { datum } from '../rules/shared/datum.ts';
import type { FeitInhoud, Leerroute } from '../rules/stand/feiten.ts';
import type { NieuwFeit } from '../server/dossier/feiten.ts';
import { nieuwId } from '../server/id.ts';
import { klaarVoorPip, volledigPip } from './begeleiding/pip-dossier.ts';
import type { TestGemeente, TestMedewerker, Wereld } from './world.ts';

/** Schools as DUO names them: with the mark of Blik op Werk, with TST only, without any. */
export const SCHOOL = { bow: '1000000001', tst: '1000000002', geen: '1000000003' } as const;

export async function maakScholen(w: Wereld): Promise<void> {
  const rij = (instellingsnummer: string, naam: string, bow: boolean, tst: boolean) => ({
    instellingsnummer,
    naam,
    postcode: '7411AB',
    huisnummer: 1,
    plaats: 'Veldrijk',
    bow_keurmerk: bow,
    tst_keurmerk: tst,
    gezien_op: '2026-11-01T10:00:00Z',
  });
  await w.db.zonderDossiers((tx) =>
    tx
      .insertInto('instelling')
      .values([
        rij(SCHOOL.bow, 'TaalThuis', true, false),
        rij(SCHOOL.tst, 'Meander', false, true),
        rij(SCHOOL.geen, 'Zonder', false, false),
      ])
      .execute(),
  );
}

/** Somebody with a PIP of 1 October 2026 and a term from 2 October 2026 up to 2 October 2029. */
export function inTraject(
  g: TestGemeente,
  leerroute: Leerroute,
  indeling?: Parameters<typeof klaarVoorPip>[1],
): NieuwFeit[] {
  const dag = datum('2026-10-01');
  return [
    ...klaarVoorPip(g, indeling),
    {
      soort: 'pip-vastgesteld',
      inhoud: {
        pipId: nieuwId(),
        versie: 1,
        dagtekening: dag,
        bekendgemaaktOp: dag,
        gemeentecode: g.code,
        inhoud: { meegeteldeInspanningen: [], ...volledigPip(leerroute) } as never,
        vastgesteldDoor: 'Noor',
      },
      geldigOp: dag,
      bron: 'medewerker',
    },
    termijn('2026-10-02', '2029-10-02'),
  ];
}

export const termijn = (start: string, eind: string): NieuwFeit => ({
  soort: 'inburgeringstermijn',
  inhoud: { start: datum(start), eind: datum(eind) },
  geldigOp: datum(start),
  bron: 'duo',
});

export const vastgelegd = (
  soort: 'pvt-ondertekend' | 'map-eindgesprek',
  op: string,
): NieuwFeit => ({
  soort,
  inhoud: { op: datum(op) } satisfies FeitInhoud['pvt-ondertekend'],
  geldigOp: datum(op),
  bron: 'medewerker',
});

/** What waits for DUO about a dossier, oldest first. */
export const berichten = (w: Wereld, g: TestGemeente, dossierId: string) =>
  w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
    tx
      .selectFrom('bericht_uit')
      .select(['id', 'soort', 'onderwerp_id as onderwerpId', 'inhoud', 'staat'])
      .where('dossier_id', '=', dossierId)
      .orderBy('volgnummer')
      .execute(),
  );

/** DUO answers on a message, as sending does it. */
export const antwoordt = (
  w: Wereld,
  g: TestGemeente,
  id: string,
  staat: 'geaccepteerd' | 'geweigerd',
  foutteksten: string[] = [],
) =>
  w.db.forGemeenten({ gemeenten: [g.id] }, (tx) =>
    tx
      .updateTable('bericht_uit')
      .set({ staat, foutteksten, afgerond_op: '2026-11-21T11:00:00Z' })
      .where('id', '=', id)
      .execute(),
  );

/** The traject as `m` sees it, and the acts on it. */
export function trajectVan(m: TestMedewerker, dossierId: string) {
  const basis = `/v1/dossiers/${dossierId}/traject`;
  return {
    lees: async () => (await m.vraag('GET', basis)).body,
    haal: () => m.vraag('GET', basis),
    doe: (deel: string, body: object, headers?: Record<string, string>) =>
      m.vraag('POST', `${basis}/${deel}`, body, headers),
    aanbod: (anders: object = {}) =>
      m.vraag('POST', `${basis}/aanbod`, {
        instellingsnummer: SCHOOL.bow,
        datum: '2026-10-05',
        start: '2026-10-12',
        totEnMet: '2027-10-11',
        alfabetisering: 'NVT',
        vorige: null,
        ...anders,
      }),
    uren: (anders: object = {}) =>
      m.vraag('POST', `${basis}/uren`, {
        kind: 'instelling',
        instellingsnummer: SCHOOL.bow,
        totaal: 60,
        totEnMet: '2026-11-20',
        geoorloofdVerzuim: null,
        ongeoorloofdVerzuim: null,
        ookSamen: false,
        vorige: null,
        ...anders,
      }),
    resultaat: (onderdeel: 'pvt' | 'map', anders: object = {}) =>
      m.vraag('POST', `${basis}/${onderdeel}`, {
        op: '2026-11-10',
        verwijtbaar: null,
        motivering: null,
        reden: null,
        vorigeDatum: null,
        vorigOordeel: null,
        ...anders,
      }),
    zroute: (anders: object = {}) =>
      m.vraag('POST', `${basis}/zroute`, {
        op: '2026-11-15',
        reden: null,
        vorigeDatum: null,
        zonderRest: false,
        ...anders,
      }),
  };
}

/** The fields or codes that a refusal names. */
export const codes = (antwoord: { body: { redenen?: { code: string }[] } }) =>
  antwoord.body.redenen?.map((r) => r.code);
