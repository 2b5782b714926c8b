import type { Berekening, Uitleg } from '../shared/antwoord.ts';
import { type Datum, datum, plusDagen, plusMaanden } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { datumVeld, type Invoer, jaNeeVeld, keuzeVeld } from '../shared/velden.ts';

/** Dag waarop DUO de maatregel bekendmaakte. */
const BEKEND = datum('2026-07-31');
const MAANDEN_ERBIJ = 6;

const velden = {
  examenonderdeel: keuzeVeld('Examenonderdeel', [
    'lezen',
    'luisteren',
    'schrijven',
    'spreken',
    'KNM',
  ]),
  niveau: keuzeVeld('Niveau van het examen', ['A2', 'B1']),
  uitslagVertraagd: jaNeeVeld(
    'De uitslag komt later dan acht weken na het examen',
    'Door het late nakijken dat DUO heeft gemeld.',
  ),
  laatsteDag: datumVeld('Laatste dag van de termijn, tot en met'),
};

export type VerlengingA2Feiten = Invoer<typeof velden>;
/** `eind` is de eerste dag na de verlengde termijn; op scherm staat `laatsteDag`. */
export type VerlengingA2 = { laatsteDag: Datum; eind: Datum };

const TITEL = 'Zes maanden erbij door laat nakijken';
const GROND = grondslag('verlenging-ambtshalve-a2', 'besluit', 'art. 4.5 lid 3', {
  geldigVanaf: BEKEND,
  zekerheid: 'onbevestigd',
  toelichting:
    'Uit een nieuwsbericht van DUO; de ministeriële regeling is niet nagelezen. DUO bepaalt wie het krijgt.',
});

/**
 * `verlenging-ambtshalve-a2`: zes maanden erbij voor wie laat de uitslag van schrijven of spreken op A2 krijgt.
 *
 * Besluit inburgering 2021 art. 4.5 lid 3 (https://wetten.overheid.nl/BWBR0045555/2026-04-02) laat verlenging
 * voor een groep toe; DUO meldde deze op 31 juli 2026 ('onbevestigd'). Niemand hoeft haar aan te vragen.
 */
export function verlengingAmbtshalveA2(
  f: VerlengingA2Feiten,
  herkomst: Herkomst = {},
): Berekening<VerlengingA2> {
  const buiten = buitenDeGroep(f);
  if (buiten) return { uitkomst: 'niet-van-toepassing', uitleg: () => uitleg(f, herkomst, buiten) };
  const nodig = vereis(velden, f, ['examenonderdeel', 'niveau', 'uitslagVertraagd', 'laatsteDag']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, GROND);
  const van = nodig.f.laatsteDag;
  if (van < BEKEND) {
    const tekst = `Of dit ook geldt als de termijn al voorbij was op ${inWoorden(BEKEND)}, is niet bekend: vraag het DUO.`;
    return onbekend(TITEL, [{ feit: 'laatsteDag', tekst }], GROND);
  }
  const laatsteDag = plusMaanden(van, MAANDEN_ERBIJ);
  return {
    uitkomst: 'bepaald',
    waarde: { laatsteDag, eind: plusDagen(laatsteDag, 1) },
    uitleg: () =>
      uitleg(f, herkomst, inWoorden(laatsteDag), [
        {
          titel: 'DUO verlengt uit zichzelf',
          uitkomst: `${inWoorden(van)} + ${MAANDEN_ERBIJ} maanden = ${inWoorden(laatsteDag)}`,
        },
      ]),
  };
}

function buitenDeGroep(f: VerlengingA2Feiten): string | undefined {
  const { examenonderdeel: deel } = f;
  if (deel && deel !== 'schrijven' && deel !== 'spreken') {
    return 'alleen bij het examen schrijven of spreken';
  }
  if (f.niveau === 'B1') return 'alleen bij een examen op niveau A2';
  if (f.uitslagVertraagd === false) return 'alleen als de uitslag later dan na acht weken komt';
  return undefined;
}

function uitleg(
  f: VerlengingA2Feiten,
  herkomst: Herkomst,
  uitkomst: string,
  stappen: Uitleg[] = [],
): Uitleg {
  return {
    titel: TITEL,
    uitkomst,
    grondslag: GROND,
    feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen,
    zouWijzigenAls: ['DUO een andere laatste dag meldt (SS102)'],
  };
}

const LAAT = { examenonderdeel: 'spreken', niveau: 'A2', uitslagVertraagd: true };

export const verlengingAmbtshalveA2Regel = maakRegel({
  id: 'verlenging-ambtshalve-a2',
  titel: 'Zes maanden erbij door laat nakijken',
  vraag: 'Krijgt iemand er tijd bij omdat DUO het examen schrijven of spreken op A2 laat nakijkt?',
  beschrijving:
    'DUO kijkt in 2026 de examens schrijven en spreken op niveau A2 later na dan de gewone acht weken. Wie daardoor op de uitslag wacht, krijgt van DUO uit zichzelf zes maanden extra. Vragen hoeft niet.',
  rijen: ['B22'],
  artikelen: [GROND],
  versieVolgt: 'De laatste dag van de termijn: vanaf 31 juli 2026.',
  velden,
  waarde: {
    laatsteDag: datumVeld('Nieuwe laatste dag, tot en met'),
    eind: datumVeld('Eerste dag erna'),
  },
  voorbeelden: [
    { naam: 'Laat nagekeken spreken op A2', invoer: { ...LAAT, laatsteDag: '2026-10-01' } },
    { naam: 'Examen op B1', invoer: { ...LAAT, niveau: 'B1' } },
    { naam: 'De termijn was al voorbij', invoer: { ...LAAT, laatsteDag: '2026-07-30' } },
  ],
  vindplaats: {
    bestand: 'rules/verlenging/verlenging-ambtshalve-a2.ts',
    test: 'rules/verlenging/verlenging-ambtshalve-a2.test.ts',
  },
  bepaal: verlengingAmbtshalveA2,
});
