import type { Berekening, Uitleg } from '../shared/antwoord.ts';
import { datum } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { getalVeld, type Invoer, jaNeeVeld } from '../shared/velden.ts';

/** Sinds de verzachting: drie pogingen in plaats van vier. */
const POGINGEN = 3;
const UREN = 600;

const velden = {
  inburgeringsplichtigOudeWet: jaNeeVeld('Inburgeringsplichtig onder de Wet inburgering van 2013'),
  examenpogingen: getalVeld('Pogingen per niet gehaald onderdeel', {
    max: 99,
    eenheid: 'pogingen',
  }),
  urenCursus: getalVeld('Uren inburgeringscursus', { eenheid: 'uur' }),
  urenPraktijkonderwijs: getalVeld('Uren praktijkonderwijs of voortgezet speciaal onderwijs', {
    eenheid: 'uur',
  }),
  moduleMapAfgerond: jaNeeVeld('De MAP is afgerond'),
};

export type VerzachtingFeiten = Invoer<typeof velden>;
export type Verzachting = {
  genoegPogingen: boolean;
  meegeteldeUren: number;
  genoegUren: boolean;
  vrijVanOna: boolean;
};

const TITEL = 'Verzachting voor wie onder de oude wet valt';
const GROND = grondslag('wi2013-verzachting', 'besluit', 'art. 12.1a', {
  geldigVanaf: datum('2022-09-26'),
});

/**
 * `wi2013-verzachting`: wat de verzachting van de oude wet voor iemand betekent: genoeg inspanning voor een
 * ontheffing, en geen onderdeel Oriëntatie op de Nederlandse Arbeidsmarkt meer.
 *
 * Besluit inburgering 2021 art. 12.1a en Regeling art. 12.2a
 * (https://wetten.overheid.nl/BWBR0045555/2026-04-02): drie pogingen in plaats van vier; uren in het
 * praktijkonderwijs en voortgezet speciaal onderwijs tellen mee voor de 600; wie de MAP afrondde hoeft het
 * onderdeel ONA niet meer. DUO beslist over de ontheffing.
 */
export function wi2013Verzachting(
  f: VerzachtingFeiten,
  herkomst: Herkomst = {},
): Berekening<Verzachting> {
  if (f.inburgeringsplichtigOudeWet === false) {
    const zin = 'alleen voor wie onder de oude wet valt';
    return { uitkomst: 'niet-van-toepassing', uitleg: () => uitleg(f, herkomst, zin, []) };
  }
  const nodig = vereis(velden, f, [
    'inburgeringsplichtigOudeWet',
    'examenpogingen',
    'urenCursus',
    'urenPraktijkonderwijs',
    'moduleMapAfgerond',
  ]);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, GROND);
  const { examenpogingen, urenCursus, urenPraktijkonderwijs, moduleMapAfgerond } = nodig.f;
  const meegeteldeUren = urenCursus + urenPraktijkonderwijs;
  const genoegPogingen = examenpogingen >= POGINGEN;
  const genoegUren = meegeteldeUren >= UREN;
  const zin =
    genoegPogingen && genoegUren
      ? 'genoeg pogingen en uren om bij DUO ontheffing te vragen'
      : 'nog niet genoeg pogingen of uren voor een ontheffing';
  return {
    uitkomst: 'bepaald',
    waarde: { genoegPogingen, meegeteldeUren, genoegUren, vrijVanOna: moduleMapAfgerond },
    uitleg: () =>
      uitleg(f, herkomst, zin, [
        { titel: 'Pogingen', uitkomst: `${examenpogingen} van ${POGINGEN}` },
        { titel: 'Uren die meetellen', uitkomst: `${meegeteldeUren} van ${UREN}` },
        { titel: 'Onderdeel ONA', uitkomst: moduleMapAfgerond ? 'hoeft niet meer' : 'moet nog' },
      ]),
  };
}

function uitleg(
  f: VerzachtingFeiten,
  herkomst: Herkomst,
  uitkomst: string,
  stappen: Uitleg[],
): Uitleg {
  return {
    titel: TITEL,
    uitkomst,
    grondslag: GROND,
    feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen,
    zouWijzigenAls: ['er een poging of uren bij komen', 'de MAP wordt afgerond'],
  };
}

export const wi2013VerzachtingRegel = maakRegel({
  id: 'wi2013-verzachting',
  titel: 'Verzachting voor de oude wet',
  vraag: 'Wat scheelt de verzachting voor wie onder de wet van 2013 valt?',
  beschrijving:
    'Sinds 2022 zijn de regels voor wie onder de oude wet valt verzacht. Voor een ontheffing zijn drie pogingen genoeg, waar het er vier waren. Uren in het praktijkonderwijs en het voortgezet speciaal onderwijs tellen mee voor de 600 uur. Wie de MAP heeft afgerond, hoeft het onderdeel Oriëntatie op de Nederlandse Arbeidsmarkt niet meer te doen. DUO beslist.',
  rijen: ['A20'],
  artikelen: [GROND, grondslag('wi2013-verzachting', 'regeling', 'art. 12.2a')],
  versieVolgt: 'De bepaling geldt sinds 26 september 2022, ook voor wat eerder gebeurde.',
  velden,
  waarde: {
    genoegPogingen: jaNeeVeld('Genoeg pogingen'),
    meegeteldeUren: getalVeld('Uren die meetellen', { max: 99_999, eenheid: 'uur' }),
    genoegUren: jaNeeVeld('Genoeg uren'),
    vrijVanOna: jaNeeVeld('Hoeft ONA niet te doen'),
  },
  voorbeelden: [
    {
      naam: 'Drie pogingen en 600 uur samen',
      invoer: {
        inburgeringsplichtigOudeWet: true,
        examenpogingen: 3,
        urenCursus: 400,
        urenPraktijkonderwijs: 200,
        moduleMapAfgerond: true,
      },
    },
    {
      naam: 'Een poging en een uur te weinig',
      invoer: {
        inburgeringsplichtigOudeWet: true,
        examenpogingen: 2,
        urenCursus: 599,
        urenPraktijkonderwijs: 0,
        moduleMapAfgerond: false,
      },
    },
    { naam: 'Onder de nieuwe wet', invoer: { inburgeringsplichtigOudeWet: false } },
    { naam: 'Niets bekend', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/wi2013/wi2013-verzachting.ts',
    test: 'rules/wi2013/wi2013.test.ts',
  },
  bepaal: wi2013Verzachting,
});
