import type { Berekening, Grondslag, Uitleg } from '../shared/antwoord.ts';
import { type Datum, datum, plusDagen, plusJaren, plusMaanden } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { doorrolUitleg, eindeVanTermijn } from '../shared/termijnenwet.ts';
import { datumVeld, type Invoer } from '../shared/velden.ts';
import { EERSTE_JAAR, jaarVeld } from './bedragen.ts';

/** Wi2021 art. 40 lid 3, 41 lid 4 en 42 lid 3: maanden vóór of na het jaar. */
const MAANDEN = { bekendmaking: 3, herziening: 6, uitblijven: 18, mededeling: 3 };

const velden = {
  jaar: jaarVeld(),
  datumOntvangstVerantwoording: datumVeld(
    'Dag waarop de verantwoording volledig is ontvangen',
    'Alleen nodig voor de laatste dag van een terugvordering.',
  ),
};

export type TermijnFeiten = Invoer<typeof velden>;

/** Uiterste dagen, tot en met. */
export type SpukTermijnen = {
  bekendmaking: Datum;
  herziening: Datum;
  sisa: Datum;
  peildatumGegevens: Datum;
  uitblijven: Datum;
  mededelingNaUitblijven: Datum;
  mededelingTerugvordering?: Datum;
};

const TITEL = 'Uiterste dagen rond de uitkering';
const bij = (artikel: string) => grondslag('spuk-termijnen', 'wet', artikel);
const BEKEND = grondslag('spuk-termijnen', 'wet', 'art. 40 lid 3', {
  zekerheid: 'afgeleid',
  toelichting: 'Ten minste drie volle maanden vóór 1 januari: de laatste dag is 30 september.',
});
const HERZIEN = bij('art. 41 lid 4');
const TERUG = bij('art. 42 lid 2');
const UITBLIJVEN = bij('art. 42 lid 3');
const PEILDATUM = grondslag('spuk-termijnen', 'besluit', 'art. 10.7 lid 1');
const SISA: Grondslag = {
  ...grondslag('spuk-termijnen', 'wet', 'art. 42 lid 1'),
  artikel: 'Financiële-verhoudingswet art. 17a',
  link: 'https://wetten.overheid.nl/BWBR0008290',
  zekerheid: 'afgeleid',
  toelichting: 'De dag staat in de Regeling informatieverstrekking sisa; hij schuift niet door.',
};

/**
 * `spuk-termijnen`: de uiterste dagen van bekendmaking, herziening, verantwoording en terugvordering.
 *
 * Wi2021 art. 40–42 (https://wetten.overheid.nl/BWBR0044770/2025-10-21), Besluit inburgering 2021 art. 10.7
 * (https://wetten.overheid.nl/BWBR0045555/2026-04-02), Financiële-verhoudingswet art. 17a (SiSa: 15 juli). Van
 * deze termijnen valt alleen die van drie maanden na de achttien onder de Algemene termijnenwet (art. 4).
 */
export function spukTermijnen(
  f: TermijnFeiten,
  herkomst: Herkomst = {},
): Berekening<SpukTermijnen> {
  const verklaar = (uitkomst: string, stappen: Uitleg[]): Uitleg => ({
    titel: TITEL,
    uitkomst,
    grondslag: HERZIEN,
    feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen,
    zouWijzigenAls: ['de verantwoording op een andere dag volledig is ontvangen'],
  });
  const nodig = vereis(velden, f, ['jaar']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, HERZIEN);
  const { jaar } = nodig.f;
  if (jaar < EERSTE_JAAR) {
    const zin = `deze uitkering bestaat sinds ${EERSTE_JAAR}`;
    return { uitkomst: 'niet-van-toepassing', uitleg: () => verklaar(zin, []) };
  }
  const na = datum(`${jaar + 1}-01-01`);
  const tot = (maanden: number) => plusDagen(plusMaanden(na, maanden), -1);
  const uitblijven = tot(MAANDEN.uitblijven);
  const lengte = { aantal: MAANDEN.mededeling, eenheid: 'maand' } as const;
  const mededeling = eindeVanTermijn(uitblijven, lengte);
  const ontvangen = f.datumOntvangstVerantwoording;
  const waarde: SpukTermijnen = {
    bekendmaking: plusDagen(plusMaanden(datum(`${jaar}-01-01`), -MAANDEN.bekendmaking), -1),
    herziening: tot(MAANDEN.herziening),
    sisa: datum(`${jaar + 1}-07-15`),
    peildatumGegevens: datum(`${jaar + 1}-09-30`),
    uitblijven,
    mededelingNaUitblijven: mededeling.laatsteDag,
    ...(ontvangen ? { mededelingTerugvordering: plusJaren(ontvangen, 1) } : {}),
  };
  return {
    uitkomst: 'bepaald',
    waarde,
    uitleg: () =>
      verklaar(`verantwoording over ${jaar} uiterlijk ${inWoorden(waarde.sisa)}`, [
        ...stappen(waarde),
        ...doorrolUitleg(mededeling),
      ]),
  };
}

function stappen(w: SpukTermijnen): Uitleg[] {
  const rij = (titel: string, dag: Datum, grond: Grondslag): Uitleg => ({
    titel,
    uitkomst: inWoorden(dag),
    grondslag: grond,
  });
  return [
    rij('Het Rijk maakt de uitkering bekend', w.bekendmaking, BEKEND),
    rij('Het Rijk herziet de uitkering', w.herziening, HERZIEN),
    rij('De gemeente verantwoordt zich (SiSa)', w.sisa, SISA),
    rij('Gegevens die tellen bij terugvordering', w.peildatumGegevens, PEILDATUM),
    rij('Zonder verantwoording volgt volledige terugvordering na', w.uitblijven, UITBLIJVEN),
    rij('Het Rijk deelt die terugvordering mee', w.mededelingNaUitblijven, UITBLIJVEN),
    ...(w.mededelingTerugvordering
      ? [rij('Het Rijk deelt een gewone terugvordering mee', w.mededelingTerugvordering, TERUG)]
      : []),
  ];
}

export const spukTermijnenRegel = maakRegel({
  id: 'spuk-termijnen',
  titel: 'Termijnen van de uitkering en de verantwoording',
  vraag: 'Wanneer wordt de uitkering bekend, herzien, verantwoord en teruggevorderd?',
  beschrijving:
    'Het Rijk maakt de uitkering ten minste drie maanden vóór het jaar bekend en herziet haar uiterlijk zes maanden erna. De gemeente verantwoordt zich met de jaarstukken, uiterlijk 15 juli. Voor terugvordering telt wat het Rijk op 30 september weet; de mededeling komt binnen een jaar na ontvangst.\n\nIs de verantwoording achttien maanden na het jaar niet volledig binnen, dan vordert het Rijk alles terug, tenzij dat onbillijk is. Dat deelt het binnen drie maanden mee.',
  rijen: ['L9', 'L13', 'L15'],
  artikelen: [BEKEND, HERZIEN, TERUG, UITBLIJVEN, PEILDATUM, SISA],
  versieVolgt: 'Het begrotingsjaar; er is één versie.',
  velden,
  waarde: {
    bekendmaking: datumVeld('Bekendmaking'),
    herziening: datumVeld('Herziening'),
    sisa: datumVeld('Verantwoording'),
    peildatumGegevens: datumVeld('Peildatum van gegevens'),
    uitblijven: datumVeld('Laatste dag vóór volledige terugvordering'),
    mededelingNaUitblijven: datumVeld('Mededeling van volledige terugvordering'),
    mededelingTerugvordering: datumVeld('Mededeling van gewone terugvordering'),
  },
  voorbeelden: [
    { naam: 'Begrotingsjaar 2025', invoer: { jaar: 2025 } },
    {
      naam: 'Verantwoording over 2025 ontvangen',
      invoer: { jaar: 2025, datumOntvangstVerantwoording: '2026-07-10' },
    },
    { naam: 'Vóór de wet', invoer: { jaar: 2021 } },
    { naam: 'Nog niets bekend', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/geld/spuk-termijnen.ts',
    test: 'rules/geld/spuk-termijnen.test.ts',
  },
  bepaal: spukTermijnen,
});
