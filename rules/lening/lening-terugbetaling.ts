import type { Berekening } from '../shared/antwoord.ts';
import {
  type Datum,
  dagenInMaand,
  delen,
  plusDagen,
  plusJaren,
  plusMaanden,
} from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { datumVeld, type Invoer } from '../shared/velden.ts';

/** Wi2021 art. 21 lid 3: zoveel maanden aanloop voordat het terugbetalen begint. */
const AANLOOP = 6;
/** Besluit inburgering 2021 art. 6.7 lid 1: ten hoogste zoveel jaar. */
const JAREN = 10;

const velden = {
  datumEindeAanspraak: datumVeld(
    'Dag waarop aan de plicht is voldaan of de aanspraak op de lening is vervallen',
  ),
};

export type TerugbetalingFeiten = Invoer<typeof velden>;
export type Terugbetaling = {
  /** Eerste dag van de aanloop: geen betaling, wel rente. */
  beginAanloop: Datum;
  /** Eerste dag van de periode waarin wordt terugbetaald. */
  beginTerugbetaling: Datum;
  /** Laatste dag, tot en met, waarop die periode eindigt. */
  laatsteDagTerugbetaling: Datum;
};

const ID = 'lening-terugbetaling';
const TITEL = 'Terugbetalen van de lening';
const AANLOOPFASE = grondslag(ID, 'wet', 'art. 21 lid 3');
const GROND = grondslag(ID, 'besluit', 'art. 6.7', {
  zekerheid: 'afgeleid',
  toelichting:
    'Gelezen als: eerst zes maanden aanloop vanaf de dag dat de plicht is voldaan of de aanspraak verviel, en dan begint het terugbetalen op de eerste dag van de maand erna.',
});

/**
 * `lening-terugbetaling`: van wanneer tot wanneer een lening wordt terugbetaald.
 *
 * Wi2021 art. 21 lid 3 (https://wetten.overheid.nl/BWBR0044770/2025-10-21) en Besluit inburgering 2021
 * art. 6.7 (https://wetten.overheid.nl/BWBR0045555/2026-04-02): zes maanden aanloop met rente, dan ten hoogste
 * tien jaar, vanaf de eerste dag van een maand ('afgeleid'). De Algemene termijnenwet verlengt niet.
 */
export function leningTerugbetaling(
  f: TerugbetalingFeiten,
  herkomst: Herkomst = {},
): Berekening<Terugbetaling> {
  const nodig = vereis(velden, f, ['datumEindeAanspraak']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, GROND);
  const beginAanloop = nodig.f.datumEindeAanspraak;
  const eindAanloop = plusMaanden(beginAanloop, AANLOOP);
  const beginTerugbetaling = eersteVanVolgendeMaand(eindAanloop);
  const laatsteDagTerugbetaling = plusDagen(plusJaren(beginTerugbetaling, JAREN), -1);
  const periode = `${inWoorden(beginTerugbetaling)} tot en met uiterlijk ${inWoorden(laatsteDagTerugbetaling)}`;
  return {
    uitkomst: 'bepaald',
    waarde: { beginAanloop, beginTerugbetaling, laatsteDagTerugbetaling },
    uitleg: () => ({
      titel: TITEL,
      uitkomst: `terugbetalen van ${periode}`,
      grondslag: GROND,
      feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
      stappen: [
        {
          titel: 'Zes maanden aanloop: nog niet betalen, wel rente',
          uitkomst: `van ${inWoorden(beginAanloop)} tot ${inWoorden(eindAanloop)}`,
          grondslag: AANLOOPFASE,
        },
        { titel: 'Ten hoogste tien jaar, vanaf de maand erna', uitkomst: periode },
      ],
      zouWijzigenAls: [
        'iemand vraagt om eerder te mogen beginnen; dan vervalt de aanspraak op de lening',
        'DUO een kortere periode vaststelt',
      ],
    }),
  };
}

function eersteVanVolgendeMaand(d: Datum): Datum {
  const { jaar, maand, dag } = delen(d);
  return plusDagen(d, dagenInMaand(jaar, maand) - dag + 1);
}

export const leningTerugbetalingRegel = maakRegel({
  id: ID,
  titel: 'Terugbetalen van de lening',
  vraag: 'Wanneer begint en eindigt het terugbetalen van de lening?',
  beschrijving:
    'Wie aan de plicht heeft voldaan, of geen aanspraak op de lening meer heeft, hoeft zes maanden niets te betalen. Er loopt dan wel rente. Daarna betaalt hij maandelijks terug, vanaf de eerste dag van de volgende maand en ten hoogste tien jaar lang.\n\nWie het maandbedrag niet kan betalen, kan DUO vragen om naar zijn draagkracht te kijken. Wat daardoor na de periode overblijft, vervalt.',
  rijen: ['K7'],
  artikelen: [AANLOOPFASE, GROND],
  versieVolgt: 'De regeling is sinds 2022 gelijk gebleven.',
  velden,
  waarde: {
    beginAanloop: datumVeld('Begin van de aanloop'),
    beginTerugbetaling: datumVeld('Begin van het terugbetalen'),
    laatsteDagTerugbetaling: datumVeld('Uiterlijk tot en met'),
  },
  voorbeelden: [
    { naam: 'Geslaagd op 12 mei 2026', invoer: { datumEindeAanspraak: '2026-05-12' } },
    { naam: 'Nog niet bekend', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/lening/lening-terugbetaling.ts',
    test: 'rules/lening/lening-terugbetaling.test.ts',
  },
  bepaal: leningTerugbetaling,
});
