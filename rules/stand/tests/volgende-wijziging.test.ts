import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { genereerRegio } from '../../../features/demo/genereer.ts';
import { type Datum, dagenTussen, datum, plusDagen } from '../../shared/datum.ts';
import { bepaalStand } from '../bepaal-stand.ts';
import type { Feit, FeitInhoud, FeitSoort } from '../feiten.ts';
import { pipMet, plichtigeAsielstatushouder } from '../proefdossier.ts';
import { STANDAARD_BELEID, toonStand } from '../stand.ts';

const dag = fc.oneof(
  {
    weight: 60,
    arbitrary: fc.integer({ min: 0, max: 1600 }).map((n) => plusDagen(datum('2025-06-01'), n)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(datum('0001-01-01'), datum('9999-12-31'), datum('2022-12-31')),
  },
);
const nummer = fc.integer({ min: 1, max: 3 }).map(String);
const optie = <T>(a: fc.Arbitrary<T>) => fc.option(a, { nil: undefined });
const vast = <T>(...waarden: T[]) => fc.constantFrom(...waarden);

type Soorten = { [S in FeitSoort]?: fc.Arbitrary<FeitInhoud[S]> };

const INHOUD: Soorten = {
  'duo-gebeurtenis': fc.record({
    gebeurtenisId: vast(
      'SS101',
      'SS139',
      'SS120',
      'SS121',
      'SS109',
      'SS129',
      'SS106',
      'SS128',
      'SS137',
      'SS777',
    ),
  }),
  inburgeringsplicht: fc.record({
    plichtig: fc.boolean(),
    begin: optie(dag),
    eind: optie(dag),
    kennisgeving: optie(dag),
    redenGeenPlicht: optie(vast('Tijdelijke vrijstelling', 'Inburgeringsplicht voldaan', 'Overig')),
  }),
  doelgroep: fc.record({
    indeling: vast('Asielstatushouder', 'Gezinsmigrant en overige migrant', 'Nieuw'),
    gedetailleerd: optie(vast('Gezinsvormer', 'Gezinshereniger met Asielstatushouder')),
  }),
  verblijf: fc.record({ asielvergunningBepaaldeTijd: fc.boolean() }),
  bijstand: fc.record({ vanaf: dag, tot: optie(dag) }),
  inschrijving: fc.record({
    gemeentecode: vast('9001', '9002'),
    op: dag,
    azc: optie(fc.boolean()),
  }),
  koppeling: fc.record({ op: dag, azc: optie(fc.constant('Zuid')) }),
  oproep: fc.record({
    oproepId: nummer,
    voor: vast('brede-intake', 'leerbaarheidstoets'),
    uiterlijk: dag,
    herhaling: fc.boolean(),
  }),
  afspraak: fc.record({
    afspraakId: nummer,
    soort: vast('intakegesprek', 'leerbaarheidstoets'),
    datum: dag,
    tijd: fc.constant('10:00'),
    plaats: fc.constant('stadhuis'),
    duurMinuten: fc.constant(60),
    oproepId: optie(nummer),
  }),
  'afspraak-uitkomst': fc.record({
    afspraakId: nummer,
    uitkomst: vast('verschenen', 'niet-verschenen', 'afgezegd'),
  }),
  'intake-antwoord': fc.record({
    onderdeel: vast('opleiding', 'verslag', 'persoonlijke-omstandigheden'),
    vraag: vast('jong-kind', 'tekst'),
    waarde: vast<string | boolean>('ja', '', true, false),
  }),
  'intake-afgerond': fc.record({ zonderPersoon: fc.boolean() }),
  'derde-informatie': fc.record({
    van: nummer,
    waarom: fc.constant('x'),
    onmisbaar: fc.boolean(),
    ontvangenOp: optie(dag),
  }),
  'pip-vastgesteld': fc.record({
    pipId: nummer,
    versie: fc.constant(1),
    dagtekening: dag,
    bekendgemaaktOp: dag,
    gemeentecode: fc.constant('9001'),
    inhoud: vast('B' as const, 'O' as const, 'Z' as const).map(pipMet),
    vastgesteldDoor: fc.constant('Noor'),
  }),
  'pip-ingetrokken': fc.record({ pipId: nummer, op: dag, reden: fc.constant('x') }),
  'pip-bij-duo': fc.record({ pipId: nummer, staat: vast('geaccepteerd', 'geweigerd') }),
  'pip-vorige-gemeente': fc.record({
    gemeentecode: fc.constant('9009'),
    dagtekening: dag,
    leerroute: vast('B' as const, 'O' as const, 'Z' as const),
  }),
  inburgeringstermijn: fc.record({ start: dag, eind: dag }),
  aanbod: fc.record({ instelling: fc.constant('TaalThuis'), datum: dag }),
  voortgangsgesprek: fc.record({ op: dag }),
  uren: fc.record({
    soort: vast('taal-en-knm', 'participatie', 'pvt', 'map-praktijk'),
    totaal: fc.integer({ min: 0, max: 900 }),
    bekendTot: dag,
  }),
  'pvt-ondertekend': fc.record({ op: dag }),
  persoon: fc.record({
    voornamen: fc.constant('Amina'),
    geslachtsnaam: fc.constant('Proef'),
    // Wie in deze jaren is geboren, bereikt de pensioenleeftijd tussen 2024 en 2029.
    geboorte: fc
      .integer({ min: 0, max: 1800 })
      .map((n) => ({ soort: 'datum' as const, datum: plusDagen(datum('1957-06-01'), n) })),
  }),
  examen: fc.record({
    onderdeel: vast('KNM' as const, 'LE' as const, 'SC' as const),
    resultaat: vast('Geslaagd' as const, 'Gezakt' as const, 'Geen' as const),
    niveau: optie(vast('A2' as const, 'B1' as const)),
    op: dag,
  }),
  overlijden: fc.record({ op: dag }),
};

const soorten = Object.keys(INHOUD) as (keyof Soorten)[];

const eenFeit: fc.Arbitrary<Feit> = fc.constantFrom(...soorten).chain((soort) =>
  fc
    .record({
      inhoud: INHOUD[soort] as fc.Arbitrary<FeitInhoud[FeitSoort]>,
      geldigOp: dag,
      uur: fc.integer({ min: 10, max: 19 }),
      id: fc.uuid(),
    })
    .map(
      ({ inhoud, geldigOp, uur, id }) =>
        ({
          id,
          soort,
          inhoud,
          geldigOp,
          vastgelegdOp: `${geldigOp}T${uur}:00:00Z`,
          bron: 'duo',
        }) as Feit,
    ),
);

const dossier = fc
  .tuple(fc.array(eenFeit, { maxLength: 14 }), fc.boolean())
  .map(([willekeurig, plichtig]) =>
    plichtig ? [...plichtigeAsielstatushouder(), ...willekeurig] : willekeurig,
  );

function beeld(feiten: Feit[], d: Datum): string {
  const {
    peildatum: _,
    volgendeWijziging: __,
    ...inhoud
  } = bepaalStand(feiten, STANDAARD_BELEID, d);
  return JSON.stringify(inhoud);
}

/** Hoogstens `hoeveel` dagen tussen `van` en `tot`, altijd met de eerste en de laatste erbij. */
function steekproef(van: Datum, tot: Datum, hoeveel: number): Datum[] {
  const lengte = dagenTussen(van, tot);
  const stap = Math.max(1, Math.floor(lengte / hoeveel));
  const dagen: Datum[] = [];
  for (let n = 1; n < lengte; n += stap) dagen.push(plusDagen(van, n));
  if (lengte > 1) dagen.push(plusDagen(tot, -1));
  return dagen;
}

describe('volgendeWijziging', () => {
  it('is precies de eerste dag waarop de Stand anders is', () => {
    fc.assert(
      fc.property(dossier, dag, (feiten, peildatum) => {
        const { volgendeWijziging } = bepaalStand(feiten, STANDAARD_BELEID, peildatum);
        const nu = beeld(feiten, peildatum);
        const tot = volgendeWijziging ?? plusDagen(peildatum, 6000);
        for (const d of steekproef(peildatum, tot, 40)) {
          expect(beeld(feiten, d), `gelijk op ${d}`).toBe(nu);
        }
        if (volgendeWijziging) {
          expect(volgendeWijziging > peildatum).toBe(true);
          expect(beeld(feiten, volgendeWijziging)).not.toBe(nu);
        }
      }),
      { numRuns: 250 },
    );
  });

  it('de keten van wijzigingen klopt jaren vooruit, week voor week', () => {
    fc.assert(
      fc.property(dossier, fc.integer({ min: 0, max: 6 }), (feiten, verschuiving) => {
        const vanaf = plusDagen(datum('2025-05-01'), verschuiving);
        const einde = plusDagen(vanaf, 8 * 365);
        const keten: { van: Datum; inhoud: string }[] = [];
        for (let d: Datum | undefined = vanaf; d && d < einde; ) {
          keten.push({ van: d, inhoud: beeld(feiten, d) });
          d = bepaalStand(feiten, STANDAARD_BELEID, d).volgendeWijziging;
        }
        for (let d = vanaf; d < einde; d = plusDagen(d, 7)) {
          const verwacht = keten.findLast((k) => k.van <= d)?.inhoud;
          expect(beeld(feiten, d), `op ${d}`).toBe(verwacht);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('loopt van dag tot dag door een gewoon dossier zonder een wijziging te missen', () => {
    const feiten = plichtigeAsielstatushouder();
    let verwacht = datum('2026-01-01');
    for (let d = verwacht; d < datum('2027-03-01'); d = plusDagen(d, 1)) {
      const { volgendeWijziging } = bepaalStand(feiten, STANDAARD_BELEID, d);
      const anders = beeld(feiten, d) !== beeld(feiten, plusDagen(d, 1));
      expect(volgendeWijziging === plusDagen(d, 1), `na ${d}`).toBe(anders);
      verwacht = volgendeWijziging ?? verwacht;
    }
    expect(verwacht).toBe('2026-11-20');
  });

  it('de volgorde waarin feiten binnenkomen doet er niet toe', () => {
    fc.assert(
      fc.property(
        dossier.chain((f) =>
          fc.tuple(fc.constant(f), fc.shuffledSubarray(f, { minLength: f.length })),
        ),
        dag,
        ([a, b], peildatum) => {
          expect(beeld(b, peildatum)).toBe(beeld(a, peildatum));
        },
      ),
    );
  });
});

/** Dossiers uit oefenregio's: elk verhaal van de keten, met de feiten zoals ze dan binnenkomen. */
const GEWOON = [1, 2, 3].flatMap((zaad) =>
  genereerRegio(zaad, datum('2026-11-21')).dossiers.map((d): Feit[] => d.feiten),
);
const gewoonDossier = fc.constantFrom(...GEWOON);
const gewoneDag = fc.integer({ min: -600, max: 400 }).map((n) => plusDagen(datum('2026-11-21'), n));
const VIJF_JAAR = 5 * 365;

describe('een gewoon dossier', () => {
  it('blijft gelijk op elke dag vóór de volgende wijziging en verschilt op die dag', () => {
    let wijzigingen = 0;
    fc.assert(
      fc.property(gewoonDossier, gewoneDag, (feiten, peildatum) => {
        const { volgendeWijziging } = bepaalStand(feiten, STANDAARD_BELEID, peildatum);
        fc.pre(volgendeWijziging !== undefined);
        const tot = volgendeWijziging as Datum;
        wijzigingen += 1;
        const nu = beeld(feiten, peildatum);
        const begin = dagenTussen(peildatum, tot) > 200 ? plusDagen(tot, -200) : peildatum;
        for (let d = plusDagen(begin, 1); d < tot; d = plusDagen(d, 1)) {
          expect(beeld(feiten, d), `gelijk op ${d}`).toBe(nu);
        }
        expect(beeld(feiten, tot), `anders op ${tot}`).not.toBe(nu);
      }),
      { numRuns: 60 },
    );
    expect(wijzigingen).toBeGreaterThanOrEqual(60);
  });

  it('zonder volgende wijziging blijft vijf jaar gelijk', () => {
    let gelijk = 0;
    fc.assert(
      fc.property(gewoonDossier, fc.nat({ max: 6 }), (feiten, verschuiving) => {
        const peildatum = plusDagen(datum('2033-01-01'), verschuiving);
        const { volgendeWijziging } = bepaalStand(feiten, STANDAARD_BELEID, peildatum);
        fc.pre(volgendeWijziging === undefined);
        gelijk += 1;
        const nu = beeld(feiten, peildatum);
        for (let n = 1; n <= VIJF_JAAR; n += 7) {
          const d = plusDagen(peildatum, n);
          expect(beeld(feiten, d), `gelijk op ${d}`).toBe(nu);
        }
      }),
      { numRuns: 40 },
    );
    expect(gelijk).toBeGreaterThanOrEqual(40);
  });

  it('geeft in elke volgorde van de feiten dezelfde Stand, ook in de verklaringen', () => {
    const metVolgorde = gewoonDossier.chain((f) =>
      fc.tuple(fc.constant(f), fc.shuffledSubarray(f, { minLength: f.length })),
    );
    fc.assert(
      fc.property(metVolgorde, gewoneDag, ([a, b], peildatum) => {
        const getoond = (f: Feit[]) => toonStand(bepaalStand(f, STANDAARD_BELEID, peildatum));
        expect(getoond(b)).toEqual(getoond(a));
      }),
      { numRuns: 60 },
    );
  });
});

describe('verklaringen', () => {
  /** Alles behalve de verklaringen; `JSON.stringify` laat die uit zichzelf weg. */
  const zonderUitleg = (getoond: unknown) =>
    JSON.parse(
      JSON.stringify(getoond, (naam, w) =>
        naam === 'uitleg' || naam === 'toestandUitleg' ? undefined : w,
      ),
    );

  it.each([
    ['een gewoon dossier', gewoonDossier],
    ['willekeurige feiten', dossier],
  ])('veranderen geen waarde en staan overal: %s', (_naam, feiten) => {
    fc.assert(
      fc.property(feiten, gewoneDag, (f, peildatum) => {
        const stand = bepaalStand(f, STANDAARD_BELEID, peildatum);
        const bewaard = JSON.stringify(stand);
        expect(bewaard).not.toContain('itleg"');
        const getoond = toonStand(stand);
        expect(zonderUitleg(getoond)).toEqual(JSON.parse(bewaard));
        expect(JSON.parse(JSON.stringify(getoond))).toEqual(getoond);
        expect(getoond.toestandUitleg.titel).toBe('Inburgeringsplicht');
        const { termijnen, verplichtingen, aanbod, doelgroep } = getoond;
        for (const { uitleg } of [...termijnen, ...verplichtingen, ...aanbod, doelgroep]) {
          expect(uitleg.titel.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 100 },
    );
  });
});
