import { eindNaMaanden } from '../begeleiding/maanden.ts';
import type { Berekening, Uitleg } from '../shared/antwoord.ts';
import { type Datum, eerste, plusDagen } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { datumVeld, type Invoer, jaNeeVeld } from '../shared/velden.ts';

/** Participatiewet art. 56a: zes maanden vanaf het ontstaan van het recht op bijstand. */
const MAANDEN = 6;

const velden = {
  inburgeringsplichtig: jaNeeVeld('Inburgeringsplichtig onder de Wi2021'),
  asielvergunningBepaaldeTijd: jaNeeVeld(
    'Verblijf op een asielvergunning voor bepaalde tijd',
    'Een gezinslid met een reguliere vergunning valt hier niet onder.',
  ),
  begindatumBijstand: datumVeld('Dag waarop het recht op bijstand ontstaat'),
  einddatumBijstand: datumVeld('Eerste dag zonder recht op bijstand'),
};

export type OntzorgenFeiten = Invoer<typeof velden>;

/** `eind` is de eerste dag zonder; op scherm staat `laatsteDag`. */
export type Ontzorgen = { begin: Datum; laatsteDag: Datum; eind: Datum };

const TITEL = 'Ontzorgen: vaste lasten uit de bijstand betalen';
const GROND = grondslag('ontzorgen', 'participatiewet', 'art. 56a');

/**
 * `ontzorgen`: van wanneer tot wanneer het college huur, energie, water en zorgverzekering uit de
 * bijstand betaalt.
 *
 * Participatiewet art. 56a (https://wetten.overheid.nl/BWBR0015703/2025-07-01): zes maanden vanaf de dag
 * waarop het recht op bijstand ontstaat, alleen voor wie inburgeringsplichtig is en een asielvergunning
 * voor bepaalde tijd heeft; het eindigt met de bijstand. De Algemene termijnenwet verlengt niet (art. 4). Bestaat de dag niet in de
 * laatste maand, dan telt die maand tot en met haar laatste dag.
 */
export function ontzorgen(f: OntzorgenFeiten, herkomst: Herkomst = {}): Berekening<Ontzorgen> {
  const buiten = buitenDeGroep(f);
  if (buiten) {
    return { uitkomst: 'niet-van-toepassing', uitleg: () => uitleg(f, herkomst, buiten, []) };
  }
  const nodig = vereis(velden, f, [
    'inburgeringsplichtig',
    'asielvergunningBepaaldeTijd',
    'begindatumBijstand',
  ]);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, GROND);
  const begin = nodig.f.begindatumBijstand;
  const vol = eindNaMaanden(begin, MAANDEN);
  const eind = f.einddatumBijstand ? eerste(vol, f.einddatumBijstand) : vol;
  if (eind <= begin) {
    const zin = 'er is geen dag met recht op bijstand';
    return { uitkomst: 'niet-van-toepassing', uitleg: () => uitleg(f, herkomst, zin, []) };
  }
  const laatsteDag = plusDagen(eind, -1);
  return {
    uitkomst: 'bepaald',
    waarde: { begin, laatsteDag, eind },
    uitleg: () =>
      uitleg(f, herkomst, `${inWoorden(begin)} tot en met ${inWoorden(laatsteDag)}`, [
        { titel: 'Zes maanden', uitkomst: `tot en met ${inWoorden(plusDagen(vol, -1))}` },
        ...(eind < vol
          ? [{ titel: 'Met de bijstand eindigt het ontzorgen', uitkomst: inWoorden(eind) }]
          : []),
      ]),
  };
}

function buitenDeGroep(f: OntzorgenFeiten): string | undefined {
  if (f.inburgeringsplichtig === false) return 'alleen voor wie inburgeringsplichtig is';
  if (f.asielvergunningBepaaldeTijd === false) {
    return 'alleen voor wie een asielvergunning voor bepaalde tijd heeft';
  }
  return undefined;
}

function uitleg(
  f: OntzorgenFeiten,
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
    zouWijzigenAls: [
      'de bijstand eerder eindigt',
      'het recht op bijstand op een andere dag ontstond',
    ],
  };
}

export const ontzorgenRegel = maakRegel({
  id: 'ontzorgen',
  titel: 'Zes maanden ontzorgen',
  vraag: 'Van wanneer tot wanneer betaalt de gemeente de vaste lasten uit de bijstand?',
  beschrijving:
    'Wie inburgeringsplichtig is, een asielvergunning voor bepaalde tijd heeft en bijstand krijgt, wordt zes maanden ontzorgd: de gemeente betaalt huur, gas, water, stroom en de zorgverzekering uit de bijstand.\n\nDe zes maanden beginnen op de dag waarop het recht op bijstand ontstaat, niet op de dag van betalen of verhuizen. Eindigt de bijstand eerder, dan eindigt ook het ontzorgen. Langer kan alleen op een andere grond of vrijwillig.\n\nWie niet meewerkt, krijgt te maken met de gewone regels van de bijstand. Sinds april 2023 mag de gemeente meer op maat werken, bijvoorbeeld niet alle lasten betalen; de begin- en einddag veranderen daar niet door.',
  rijen: ['G4', 'G5', 'G6', 'G7', 'G9'],
  artikelen: [GROND],
  versieVolgt: 'De dag waarop het recht op bijstand ontstaat.',
  velden,
  waarde: {
    begin: datumVeld('Eerste dag'),
    laatsteDag: datumVeld('Laatste dag, tot en met'),
    eind: datumVeld('Eerste dag erna'),
  },
  voorbeelden: [
    {
      naam: 'Bijstand vanaf 1 september 2025',
      invoer: {
        inburgeringsplichtig: true,
        asielvergunningBepaaldeTijd: true,
        begindatumBijstand: '2025-09-01',
      },
    },
    {
      naam: 'De bijstand eindigt na vier maanden',
      invoer: {
        inburgeringsplichtig: true,
        asielvergunningBepaaldeTijd: true,
        begindatumBijstand: '2025-09-01',
        einddatumBijstand: '2026-01-01',
      },
    },
    {
      naam: 'Gezinslid met een reguliere vergunning',
      invoer: { inburgeringsplichtig: true, asielvergunningBepaaldeTijd: false },
    },
    { naam: 'Nog niets bekend', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/ontzorgen/ontzorgen.ts',
    test: 'rules/ontzorgen/ontzorgen.test.ts',
    schermen: ['features/dossier/schermen/DossierScreen.tsx'],
  },
  bepaal: ontzorgen,
});
