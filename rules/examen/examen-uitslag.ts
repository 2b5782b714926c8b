import { EXAMENONDERDELEN } from '../leerroute/velden.ts';
import type { Berekening, Grondslag, Uitleg } from '../shared/antwoord.ts';
import { type Datum, datum, plusWeken } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { datumVeld, type Invoer, keuzeVeld } from '../shared/velden.ts';
import { type Versie, versieOp } from '../shared/versies.ts';
import { EXAMENNIVEAUS } from './pogingen.ts';

const ID = 'examen-uitslag';

/** Weken waarbinnen DUO de uitslag gewoonlijk geeft. */
const WEKEN = 8;
/** Weken die schrijven en spreken op A2 kunnen kosten; na 2026 is niets bekend. */
const NAKIJKEN: readonly Versie<number | undefined>[] = [
  { vanaf: datum('2022-01-01'), waarde: WEKEN },
  { vanaf: datum('2026-01-01'), waarde: 16 },
  { vanaf: datum('2027-01-01'), waarde: undefined },
];

const velden = {
  onderdeel: keuzeVeld('Examenonderdeel', EXAMENONDERDELEN),
  niveau: keuzeVeld('Niveau van het examen', EXAMENNIVEAUS, { hulp: 'KNM kent geen niveau.' }),
  datumExamen: datumVeld('Dag van het examen'),
};

export type ExamenUitslagFeiten = Invoer<typeof velden>;
/** Beide zijn een laatste dag, tot en met; een verwachting, geen recht. */
export type ExamenUitslag = { gewoonlijkUiterlijk: Datum; kanDurenTot: Datum };

const TITEL = 'Wanneer de uitslag komt';
const NIEUWS =
  'Uit berichten van DUO; geen wettelijke termijn, dus de Algemene termijnenwet verlengt haar niet.';
const GROND = grondslag(ID, 'besluit', 'art. 3.5', {
  zekerheid: 'onbevestigd',
  toelichting: NIEUWS,
});
const VERTRAAGD = grondslag(ID, 'besluit', 'art. 3.5', {
  geldigVanaf: datum('2026-01-01'),
  geldigTot: datum('2027-01-01'),
  zekerheid: 'onbevestigd',
  toelichting: `${NIEUWS} Gelezen als: examens die in 2026 zijn afgelegd.`,
});

/**
 * `examen-uitslag`: wanneer de uitslag van een examen van DUO komt.
 *
 * Besluit inburgering 2021 art. 3.5 (https://wetten.overheid.nl/BWBR0045555/2026-04-02) laat deze examens aan
 * de Minister; de acht weken, en in 2026 zestien voor schrijven en spreken op A2, komen uit berichten van DUO
 * ('onbevestigd'). De dag van het examen bepaalt de versie. Het staatsexamen (B1 of hoger) valt erbuiten.
 */
export function examenUitslag(
  f: ExamenUitslagFeiten,
  herkomst: Herkomst = {},
): Berekening<ExamenUitslag> {
  const maak = (uitkomst: string, stappen: Uitleg[], g: Grondslag) => (): Uitleg => ({
    titel: TITEL,
    uitkomst,
    grondslag: g,
    feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen,
    zouWijzigenAls: ['DUO eerder of later klaar is met nakijken'],
  });
  const onderdeel = vereis(velden, f, ['onderdeel']);
  if ('ontbreekt' in onderdeel) return onbekend(TITEL, onderdeel.ontbreekt, GROND);
  const isKnm = onderdeel.f.onderdeel === 'KNM';
  if (!isKnm && f.niveau !== undefined && f.niveau !== 'A2') {
    const zin = 'dit is een onderdeel van het staatsexamen; dat heeft eigen regels voor de uitslag';
    return { uitkomst: 'niet-van-toepassing', uitleg: maak(zin, [], GROND) };
  }
  const nodig = vereis(velden, f, isKnm ? ['datumExamen'] : ['niveau', 'datumExamen']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, GROND);
  const dag = nodig.f.datumExamen as Datum;
  const mensKijktNa = f.onderdeel === 'schrijven' || f.onderdeel === 'spreken';
  const weken = mensKijktNa ? versieOp(NAKIJKEN, dag)?.waarde : WEKEN;
  if (weken === undefined) {
    const tekst = `Nog niet bekend: hoe lang DUO nakijkt bij een examen op ${inWoorden(dag)}.`;
    return onbekend(TITEL, [{ feit: 'datumExamen', tekst }], GROND);
  }
  const gewoonlijkUiterlijk = plusWeken(dag, WEKEN);
  const kanDurenTot = plusWeken(dag, weken);
  const stappen = [stap('Gewoonlijk', WEKEN, gewoonlijkUiterlijk)];
  if (weken > WEKEN) stappen.push(stap('Door laat nakijken in 2026', weken, kanDurenTot));
  return {
    uitkomst: 'bepaald',
    waarde: { gewoonlijkUiterlijk, kanDurenTot },
    uitleg: maak(
      weken > WEKEN
        ? `gewoonlijk uiterlijk ${inWoorden(gewoonlijkUiterlijk)}, maar het kan duren tot en met ${inWoorden(kanDurenTot)}`
        : `uiterlijk ${inWoorden(kanDurenTot)}`,
      stappen,
      weken > WEKEN ? VERTRAAGD : GROND,
    ),
  };
}

const stap = (titel: string, weken: number, dag: Datum): Uitleg => ({
  titel,
  uitkomst: `binnen ${weken} weken: ${inWoorden(dag)}`,
});

export const examenUitslagRegel = maakRegel({
  id: ID,
  titel: 'Wachten op de uitslag',
  vraag: 'Wanneer komt de uitslag van dit examen?',
  beschrijving:
    'DUO geeft de uitslag van KNM en van een taalonderdeel op A2 gewoonlijk binnen acht weken. In 2026 loopt het nakijken van schrijven en spreken op A2 achter: dat kan tot zestien weken duren.\n\nDit is een verwachting en geen recht. Wie daardoor in tijdnood komt, kan zes maanden erbij krijgen; zie de regel over laat nakijken.',
  rijen: ['K4'],
  artikelen: [GROND, VERTRAAGD],
  versieVolgt: 'De dag van het examen.',
  velden,
  waarde: {
    gewoonlijkUiterlijk: datumVeld('Gewoonlijk uiterlijk'),
    kanDurenTot: datumVeld('Kan duren tot en met'),
  },
  voorbeelden: [
    { naam: 'KNM', invoer: { onderdeel: 'KNM', datumExamen: '2026-03-02' } },
    {
      naam: 'Spreken op A2 in 2026',
      invoer: { onderdeel: 'spreken', niveau: 'A2', datumExamen: '2026-03-02' },
    },
    { naam: 'Lezen op B1', invoer: { onderdeel: 'lezen', niveau: 'B1' } },
    {
      naam: 'Schrijven op A2 na 2026',
      invoer: { onderdeel: 'schrijven', niveau: 'A2', datumExamen: '2027-01-01' },
    },
  ],
  vindplaats: {
    bestand: 'rules/examen/examen-uitslag.ts',
    test: 'rules/examen/examen-uitslag.test.ts',
  },
  bepaal: examenUitslag,
});
