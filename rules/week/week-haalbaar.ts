import type { OntbrekendFeit, Reden } from '../shared/antwoord.ts';
import { laatste, plusDagen } from '../shared/datum.ts';
import { inWoorden } from '../shared/tekst.ts';
import {
  combinaties,
  heeftParticipatie,
  lesNodig,
  mapTeGaan,
  meedoenInWeek,
  meedoenNodig,
} from './nodig.ts';
import { dagenNodig, klaarOp, type Ritme, urenIn, urenPerWeek } from './rekenen.ts';
import type { Periode, WeekBeeld, WeekDeel, WeekFeiten } from './soorten.ts';

/** Boven dit aantal uren blijft er te weinig over om te slapen, te eten en uit te rusten (eigen keuze). */
const ZWARE_WEEK = 60;

type Vraag = Pick<WeekDeel, 'id' | 'naam' | 'nodig' | 'gedaan' | 'grondslag'>;

function deel(f: WeekFeiten, vraag: Vraag, ritmes: readonly Ritme[]): WeekDeel {
  const { laatsteDag, begin } = f.termijn;
  const venster = { van: laatste(f.vanaf, begin), totEnMet: laatsteDag };
  const vrij = f.lesvrijeWeken;
  const teGaan = Math.max(0, vraag.nodig - vraag.gedaan);
  const gepland = urenIn(ritmes, venster, vrij);
  const eerste = ritmes.find((r) => r.uren > 0);
  const duur = eerste && teGaan > 0 ? dagenNodig(teGaan, eerste.uren, vrij) : undefined;
  const klaar = teGaan > 0 ? klaarOp(teGaan, ritmes, venster, vrij) : undefined;
  const perWeek = teGaan > 0 ? urenPerWeek(teGaan, venster, vrij) : undefined;
  return {
    ...vraag,
    teGaan,
    gepland,
    tekort: klaar ? 0 : Math.max(0, teGaan - gepland),
    ...(perWeek === undefined ? {} : { perWeekNodig: perWeek }),
    ...(klaar ? { klaarOp: klaar } : {}),
    ...(duur === undefined ? {} : { laatsteStart: plusDagen(laatsteDag, 1 - duur) }),
    past: teGaan === 0 || klaar !== undefined,
  };
}

const ritmesVan = (f: WeekFeiten, uren: (p: Periode) => number): Ritme[] =>
  f.perioden
    .map((p) => ({ vanaf: p.vanaf, uren: uren(p) }))
    .toSorted((a, b) => (a.vanaf < b.vanaf ? -1 : 1));

/** Praktijkuren van de MAP die het werk binnen de termijn oplevert. */
function mapUitWerk(f: WeekFeiten): number {
  if (heeftParticipatie(f) || f.leerroute === 'O') return 0;
  const venster = { van: laatste(f.vanaf, f.termijn.begin), totEnMet: f.termijn.laatsteDag };
  const werk = ritmesVan(f, (p) => (p.mapInWerk ? p.werk : 0));
  return Math.min(mapTeGaan(f), urenIn(werk, venster, f.lesvrijeWeken));
}

function delenVan(f: WeekFeiten): WeekDeel[] {
  const les = lesNodig(f);
  const meedoen = meedoenNodig(f);
  return [
    ...(les
      ? [
          deel(
            f,
            {
              id: 'les',
              naam: 'Les',
              nodig: les.uren,
              gedaan: f.gedaan.les,
              grondslag: les.grondslag,
            },
            ritmesVan(f, (p) => p.les),
          ),
        ]
      : []),
    deel(
      f,
      {
        id: 'participatie',
        naam: meedoen.naam,
        nodig: meedoen.uren,
        gedaan: meedoen.gedaan + mapUitWerk(f),
        grondslag: meedoen.grondslag,
      },
      ritmesVan(f, (p) => meedoenInWeek(f, p)),
    ),
  ];
}

const uur = (n: number): string => `${n} uur`;

function tekortZin(d: WeekDeel, f: WeekFeiten): string {
  const kop = `${d.naam}: deze week past niet. Er is ${uur(d.tekort)} te weinig tot en met ${inWoorden(f.termijn.laatsteDag)}.`;
  if (d.perWeekNodig === undefined) return `${kop} De termijn is voorbij.`;
  const start =
    d.laatsteStart && d.laatsteStart < laatste(f.vanaf, f.termijn.begin)
      ? ` Met deze uren had het uiterlijk op ${inWoorden(d.laatsteStart)} moeten beginnen.`
      : '';
  return `${kop} Nodig is ${uur(d.perWeekNodig)} in de week.${start}`;
}

const totaal = (p: Periode): number =>
  p.les + p.zelfstudie + p.werk + p.reizen + p.zorg + p.participatie;

function overDeWeek(f: WeekFeiten): Reden[] {
  const zwaar = f.perioden.filter((p) => totaal(p) > ZWARE_WEEK);
  const weinig = f.perioden.filter((p) => p.les > 0 && p.les < (f.minimumLes ?? 0));
  return [
    ...zwaar.map((p) => ({
      code: 'week-zwaar',
      veld: p.vanaf,
      tekst: `Vanaf ${inWoorden(p.vanaf)} telt de week ${uur(totaal(p))}. Meer dan ${uur(ZWARE_WEEK)} houdt bijna niemand vol.`,
    })),
    ...weinig.map((p) => ({
      code: 'week-onder-minimum',
      veld: p.vanaf,
      tekst: `Vanaf ${inWoorden(p.vanaf)} is er ${uur(p.les)} les; de gemeente wil minstens ${uur(f.minimumLes ?? 0)}.`,
    })),
  ];
}

/** Wat ontbreekt om de les te kunnen berekenen. */
export function weekOntbreekt(f: WeekFeiten): OntbrekendFeit[] {
  if (lesNodig(f)) return [];
  return [{ feit: 'lesuren', tekst: 'Het aantal uren les van deze route ligt nog niet vast.' }];
}

/**
 * `week-haalbaar`: of de ingevulde weken de uren van de route opleveren vóór de termijn eindigt, met per deel de
 * uren die nog nodig zijn, de dag waarop het klaar is en de laatste dag om te beginnen.
 *
 * Besluit inburgering 2021 art. 3.14 (https://wetten.overheid.nl/BWBR0045555/2026-04-02): in de Z-route 800
 * cursusuren en voor asielstatushouders 800 uur participatie, waarvan MAP en PVT afgaan; art. 3.1 en 3.2: 12 uur
 * PVT en 40 uur MAP. In de andere routes geeft het PIP het aantal uren. De wet zegt niets over weken: de telling
 * met lesvrije weken is een hulp ('ontwerp').
 */
export function weekHaalbaar(f: WeekFeiten): WeekBeeld {
  const delen = delenVan(f);
  const leeg = f.perioden.length === 0;
  const tekort: Reden[] = leeg
    ? []
    : delen
        .filter((d) => !d.past)
        .map((d) => ({ code: `week-${d.id}`, tekst: tekortZin(d, f), grondslag: d.grondslag }));
  const onbekend = leeg || weekOntbreekt(f).length > 0;
  return {
    delen,
    combinaties: combinaties(f),
    waarschuwingen: [...tekort, ...overDeWeek(f)],
    past: tekort.length > 0 ? false : onbekend ? 'onbekend' : true,
  };
}
