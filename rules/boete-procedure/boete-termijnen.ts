import { BOETE_ARTIKELEN, type BoeteArtikel, maximumOp } from '../boete/bedragen.ts';
import type { Berekening, Uitleg } from '../shared/antwoord.ts';
import { type Datum, plusJaren } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { inEuro, inWoorden } from '../shared/tekst.ts';
import { doorrolUitleg, eindeVanTermijn } from '../shared/termijnenwet.ts';
import { datumVeld, type Invoer, jaNeeVeld, keuzeVeld } from '../shared/velden.ts';

const ID = 'boete-termijnen';

/** Algemene wet bestuursrecht art. 5:53: meer dan dit bedrag (eurocenten) vraagt de zware weg. */
const ZWAAR_BOVEN = 34_000;
/** Art. 5:45: jaren waarna de bevoegdheid vervalt. */
const VERVALJAREN = { licht: 3, zwaar: 5 } as const;
/** Art. 5:51: dertien weken na het rapport; langer dan twaalf weken, dus niet verlengd (Atw art. 4). */
const BESLISTERMIJN = { aantal: 13, eenheid: 'week' } as const;
/** Art. 4:87: zes weken na de bekendmaking. */
const BETAALTERMIJN = { aantal: 6, eenheid: 'week' } as const;

const NIET_GELEZEN = {
  zekerheid: 'onbevestigd',
  toelichting: 'De tekst van de Awb is hiervoor niet nagelezen.',
} as const;
const VERVAL = grondslag(ID, 'awb', 'art. 5:45 en 5:53', NIET_GELEZEN);
const BESLISSEN = grondslag(ID, 'awb', 'art. 5:51', {
  zekerheid: 'onbevestigd',
  toelichting:
    'De tekst van de Awb is niet nagelezen. Volgens de Raad van State (4 oktober 2023, ECLI:NL:RVS:2023:3702) mag een boete ook na dertien weken nog; te laat kan wel een reden zijn om haar te verlagen.',
});
const BETALEN = grondslag(ID, 'awb', 'art. 4:87', NIET_GELEZEN);

export const artikelVeld = () =>
  keuzeVeld('Artikel van de boete', BOETE_ARTIKELEN, {
    hulp: '22: brede intake, 23: tijdens de route, 24: PVT en MAP, 25: leerroute.',
  });

const velden = {
  artikel: artikelVeld(),
  datumOvertreding: datumVeld(
    'Dag van de overtreding',
    'De dag waarop een termijn voorbijging zonder dat iemand kwam of voldeed.',
  ),
  dagtekeningRapport: datumVeld('Dagtekening van het rapport'),
  datumBekendmaking: datumVeld('Dag waarop de boetebeschikking is bekendgemaakt'),
};

export type BoeteTermijnenFeiten = Invoer<typeof velden>;

/** Elke dag is de laatste waarop het nog kan, tot en met. */
export type BoeteTermijnen = {
  zwareWeg: boolean;
  laatsteDagBevoegd: Datum;
  laatsteDagBeslissen?: Datum;
  laatsteDagBetalen?: Datum;
};

/** Of op een boete van dit artikel de zware weg van toepassing is; leeg vóór 1 januari 2022. */
export function zwareWeg(artikel: BoeteArtikel, dag: Datum): boolean | undefined {
  const maximum = maximumOp(dag, artikel);
  return maximum === undefined ? undefined : maximum > ZWAAR_BOVEN;
}

/** Laatste dag waarop nog een boete kan worden opgelegd (Awb art. 5:45). */
export const laatsteDagBevoegd = (overtreding: Datum, zwaar: boolean): Datum =>
  plusJaren(overtreding, zwaar ? VERVALJAREN.zwaar : VERVALJAREN.licht);

const TITEL = 'Termijnen bij een boete';

/**
 * `boete-termijnen`: tot wanneer een boete kan worden opgelegd, wanneer na een rapport moet zijn beslist
 * en wanneer moet zijn betaald.
 *
 * Algemene wet bestuursrecht art. 4:87, 5:45, 5:51 en 5:53 (https://wetten.overheid.nl/BWBR0005537/2022-01-01),
 * niet nagelezen. De dag van de overtreding bepaalt de versie.
 */
export function boeteTermijnen(
  f: BoeteTermijnenFeiten,
  herkomst: Herkomst = {},
): Berekening<BoeteTermijnen> {
  const nodig = vereis(velden, f, ['artikel', 'datumOvertreding']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, VERVAL);
  const { artikel, datumOvertreding } = nodig.f;
  const zwaar = zwareWeg(artikel, datumOvertreding);
  const feiten = aangehaaldeFeiten(velden, f, undefined, herkomst);
  if (zwaar === undefined) {
    const uitkomst = 'deze wet gold toen nog niet';
    const uitleg = () => ({ titel: TITEL, uitkomst, grondslag: VERVAL, feiten });
    return { uitkomst: 'niet-van-toepassing', uitleg };
  }
  const bevoegd = laatsteDagBevoegd(datumOvertreding, zwaar);
  const beslissen = f.dagtekeningRapport && eindeVanTermijn(f.dagtekeningRapport, BESLISTERMIJN);
  const betalen = f.datumBekendmaking && eindeVanTermijn(f.datumBekendmaking, BETAALTERMIJN);
  const stappen: Uitleg[] = [
    vervalUitleg(zwaar, bevoegd),
    ...(beslissen ? [stap('Beslissen, dertien weken na het rapport', beslissen, BESLISSEN)] : []),
    ...(betalen ? [stap('Betalen, zes weken na de bekendmaking', betalen, BETALEN)] : []),
  ];
  return {
    uitkomst: 'bepaald',
    waarde: {
      zwareWeg: zwaar,
      laatsteDagBevoegd: bevoegd,
      ...(beslissen ? { laatsteDagBeslissen: beslissen.laatsteDag } : {}),
      ...(betalen ? { laatsteDagBetalen: betalen.laatsteDag } : {}),
    },
    uitleg: () => ({
      titel: TITEL,
      uitkomst: `opleggen kan tot en met ${inWoorden(bevoegd)}`,
      grondslag: VERVAL,
      feiten,
      stappen,
      zouWijzigenAls: ['de overtreding op een andere dag viel', 'een termijn wordt opgeschort'],
    }),
  };
}

function vervalUitleg(zwaar: boolean, bevoegd: Datum): Uitleg {
  const jaren = zwaar ? VERVALJAREN.zwaar : VERVALJAREN.licht;
  const grens = inEuro(ZWAAR_BOVEN);
  return {
    titel: zwaar
      ? `De wet laat meer dan ${grens} toe: de bevoegdheid vervalt na ${jaren} jaar`
      : `De wet laat ten hoogste ${grens} toe: de bevoegdheid vervalt na ${jaren} jaar`,
    uitkomst: `tot en met ${inWoorden(bevoegd)}`,
    grondslag: VERVAL,
  };
}

function stap(
  titel: string,
  einde: ReturnType<typeof eindeVanTermijn>,
  grond: typeof BETALEN,
): Uitleg {
  return {
    titel,
    uitkomst: `tot en met ${inWoorden(einde.laatsteDag)}`,
    grondslag: grond,
    stappen: doorrolUitleg(einde),
  };
}

export const boeteTermijnenRegel = maakRegel({
  id: ID,
  titel: 'Termijnen bij een boete',
  vraag: 'Tot wanneer kan een boete, wanneer is beslist en wanneer betaald?',
  beschrijving:
    'Een overtreding die te lang geleden is, kan geen boete meer geven. Kan de boete hoger zijn dan € 340 (tijdens de route en voor de leerroute), dan is dat na vijf jaar, anders (voor de intake, het PVT en de MAP) na drie jaar.\n\nIs er een rapport, dan beslist de gemeente binnen dertien weken. Later mag nog, maar kan een reden zijn om de boete te verlagen. Wie een boete krijgt, betaalt binnen zes weken nadat de beschikking is bekendgemaakt; valt de laatste dag in een weekend of op een feestdag, dan schuift zij door.\n\nDe tekst van de Algemene wet bestuursrecht is hiervoor nog niet nagelezen.',
  rijen: ['I16'],
  artikelen: [VERVAL, BESLISSEN, BETALEN],
  versieVolgt: 'De dag van de overtreding.',
  velden,
  waarde: {
    zwareWeg: jaNeeVeld('Rapport, zienswijze en een andere beslisser zijn verplicht'),
    laatsteDagBevoegd: datumVeld('Laatste dag waarop een boete kan worden opgelegd'),
    laatsteDagBeslissen: datumVeld('Laatste dag om na het rapport te beslissen'),
    laatsteDagBetalen: datumVeld('Laatste dag om te betalen'),
  },
  voorbeelden: [
    {
      naam: 'Onvoldoende meewerken aan het PIP, met rapport en beschikking',
      invoer: {
        artikel: '23',
        datumOvertreding: '2025-03-10',
        dagtekeningRapport: '2025-03-24',
        datumBekendmaking: '2025-05-12',
      },
    },
    {
      naam: 'Niet gekomen voor de brede intake',
      invoer: { artikel: '22', datumOvertreding: '2024-02-29' },
    },
    { naam: 'De dag van de overtreding is onbekend', invoer: { artikel: '23' } },
  ],
  vindplaats: {
    bestand: 'rules/boete-procedure/boete-termijnen.ts',
    test: 'rules/boete-procedure/boete-termijnen.test.ts',
  },
  bepaal: boeteTermijnen,
});
