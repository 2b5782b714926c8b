import { LEERROUTES, leerrouteVeld, ROUTENAAM } from '../leerroute/velden.ts';
import { pipTermijn } from '../pip/pip-termijn.ts';
import type { Berekening, Uitleg } from '../shared/antwoord.ts';
import { type Datum, plusDagen } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { datumVeld, type Invoer, jaNeeVeld, keuzeVeld, lijstVeld } from '../shared/velden.ts';

const velden = {
  datumInschrijvingNieuweGemeente: datumVeld('Inschrijving in de BRP van de nieuwe gemeente'),
  vorigeGemeenteHadPip: jaNeeVeld(
    'Er is een PIP van een vorige gemeente',
    'DUO meldt dit met SS121; zonder PIP met SS120.',
  ),
  leerrouteVorigPip: leerrouteVeld('Leerroute in het PIP van de vorige gemeente'),
  dagtekeningEerstePip: datumVeld('Dagtekening van het allereerste PIP'),
  datumKennisgevingInburgeringsplicht: datumVeld(
    'Dag van de kennisgeving door DUO',
    'Alleen nodig als er nog geen PIP was.',
  ),
  einddatumInburgeringstermijn: datumVeld(
    'Einddatum van de inburgeringstermijn bij DUO',
    'De eerste dag erna: DUO telt deze dag zelf niet mee.',
  ),
  extraVrijeDagen: lijstVeld(
    'Door de regering gelijkgestelde dagen',
    { datum: datumVeld('Dag') },
    'Alleen als er een besluit over brugdagen is.',
  ),
};

export type PipVerhuizingFeiten = Invoer<typeof velden>;

export type PipVerhuizing = {
  /** Laatste dag voor het PIP van de nieuwe gemeente, tot en met. */
  laatsteDag: Datum;
  /** De route die de nieuwe gemeente overneemt; ontbreekt als er nog geen PIP was. */
  leerroute?: 'B' | 'O' | 'Z';
  /** Ongewijzigd: de dag na de dagtekening van het eerste PIP. */
  startdatumInburgeringstermijn?: Datum;
  /** Ongewijzigd, tot en met; ontbreekt zolang DUO's einddatum niet bekend is. */
  laatsteDagInburgeringstermijn?: Datum;
};

const TITEL = 'PIP na een verhuizing';
const LID3 = grondslag('pip-verhuizing', 'besluit', 'art. 5.3 lid 3');
const W15 = grondslag('pip-verhuizing', 'wet', 'art. 15 lid 4');
const W11 = grondslag('pip-verhuizing', 'wet', 'art. 11 lid 2 en 3');

/**
 * `pip-verhuizing`: wat er na een verhuizing geldt voor het PIP, de leerroute en de termijn.
 *
 * Wi2021 art. 11 lid 3 en art. 15 lid 4 (https://wetten.overheid.nl/BWBR0044770/2025-10-21) en Besluit
 * inburgering 2021 art. 5.3 lid 3: de nieuwe gemeente heeft tien weken na inschrijving, met dezelfde
 * leerroute; begeleiding en intensiteit mogen anders, begin en einde van de termijn niet.
 */
export function pipVerhuizing(
  f: PipVerhuizingFeiten,
  herkomst: Herkomst = {},
): Berekening<PipVerhuizing> {
  const nodig = vereis(velden, f, [
    'datumInschrijvingNieuweGemeente',
    'vorigeGemeenteHadPip',
    ...nodigBij(f.vorigeGemeenteHadPip),
  ]);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, LID3);
  const termijn = pipTermijn(termijnFeiten(f));
  if (termijn.uitkomst !== 'bepaald') return termijn;
  const { laatsteDag } = termijn.waarde;
  const waarde: PipVerhuizing = {
    laatsteDag,
    ...(f.vorigeGemeenteHadPip ? overgenomen(f) : {}),
  };
  return {
    uitkomst: 'bepaald',
    waarde,
    uitleg: () => ({
      titel: TITEL,
      uitkomst: uitkomst(waarde),
      grondslag: LID3,
      feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
      stappen: [...(termijn.uitleg().stappen ?? []), ...stappen(waarde)],
      zouWijzigenAls: ['de dag van inschrijving anders blijkt te zijn'],
    }),
  };
}

function nodigBij(hadPip: boolean | undefined) {
  if (hadPip === undefined) return [];
  return hadPip
    ? (['leerrouteVorigPip', 'dagtekeningEerstePip'] as const)
    : (['datumKennisgevingInburgeringsplicht'] as const);
}

function termijnFeiten(f: PipVerhuizingFeiten): Parameters<typeof pipTermijn>[0] {
  const ingevoerd = (waarde: Datum) => ({ waarde, bron: 'ingevoerd' });
  const { datumInschrijvingNieuweGemeente: in_, datumKennisgevingInburgeringsplicht: kennis } = f;
  return {
    doelgroep: 'onbekend',
    verhuisd: f.vorigeGemeenteHadPip ? 'met-pip' : 'zonder-pip',
    ...(in_ ? { inschrijving: ingevoerd(in_) } : {}),
    ...(kennis ? { kennisgeving: ingevoerd(kennis) } : {}),
    extraVrijeDagen: (f.extraVrijeDagen ?? []).flatMap((d) => (d.datum ? [d.datum] : [])),
  };
}

function overgenomen(f: PipVerhuizingFeiten): Omit<PipVerhuizing, 'laatsteDag'> {
  const { leerrouteVorigPip: route, dagtekeningEerstePip: pip } = f;
  const eind = f.einddatumInburgeringstermijn;
  return {
    ...(route ? { leerroute: route } : {}),
    ...(pip ? { startdatumInburgeringstermijn: plusDagen(pip, 1) } : {}),
    ...(eind ? { laatsteDagInburgeringstermijn: plusDagen(eind, -1) } : {}),
  };
}

function uitkomst(w: PipVerhuizing): string {
  const dag = `PIP uiterlijk ${inWoorden(w.laatsteDag)}`;
  return w.leerroute ? `${dag}, met de ${ROUTENAAM[w.leerroute]}` : dag;
}

function stappen(w: PipVerhuizing): Uitleg[] {
  if (!w.leerroute || !w.startdatumInburgeringstermijn) return [];
  const eind = w.laatsteDagInburgeringstermijn;
  const start = `begint op ${inWoorden(w.startdatumInburgeringstermijn)}`;
  return [
    {
      titel: 'Dezelfde leerroute; begeleiding en intensiteit mogen anders',
      uitkomst: ROUTENAAM[w.leerroute],
      grondslag: W15,
    },
    {
      titel: 'De inburgeringstermijn blijft dezelfde',
      uitkomst: eind
        ? `${start}, tot en met ${inWoorden(eind)}`
        : `${start}; DUO stelt het einde vast`,
      grondslag: W11,
    },
  ];
}

export const pipVerhuizingRegel = maakRegel({
  id: 'pip-verhuizing',
  titel: 'PIP na een verhuizing',
  vraag: 'Wat geldt er voor het PIP als iemand verhuist?',
  beschrijving:
    'Na een verhuizing stelt de nieuwe gemeente binnen tien weken na de inschrijving een PIP vast, met dezelfde leerroute. De begeleiding en de intensiteit mogen anders zijn. De inburgeringstermijn begint niet opnieuw: zij begon op de dag na de dagtekening van het eerste PIP.\n\nWas er nog geen PIP, dan heeft de nieuwe gemeente haar eigen tien weken: vanaf de inschrijving, of vanaf de kennisgeving als die later kwam.',
  rijen: ['D11', 'D12', 'B6'],
  artikelen: [LID3, W15, W11],
  versieVolgt:
    'De dag waarop de tien weken beginnen; zonder PIP geldt vóór 2023 altijd de inschrijving.',
  velden,
  waarde: {
    laatsteDag: datumVeld('Laatste dag voor het PIP'),
    leerroute: keuzeVeld('Leerroute die wordt overgenomen', LEERROUTES),
    startdatumInburgeringstermijn: datumVeld('Eerste dag van de inburgeringstermijn'),
    laatsteDagInburgeringstermijn: datumVeld('Laatste dag van de inburgeringstermijn'),
  },
  voorbeelden: [
    {
      naam: 'Verhuisd met een PIP',
      invoer: {
        datumInschrijvingNieuweGemeente: '2025-09-01',
        vorigeGemeenteHadPip: true,
        leerrouteVorigPip: 'Z',
        dagtekeningEerstePip: '2024-05-10',
        einddatumInburgeringstermijn: '2027-05-11',
      },
    },
    {
      naam: 'Verhuisd vóór het eerste PIP',
      invoer: {
        datumInschrijvingNieuweGemeente: '2025-09-01',
        vorigeGemeenteHadPip: false,
        datumKennisgevingInburgeringsplicht: '2025-07-14',
      },
    },
    {
      naam: 'De leerroute van het vorige PIP is niet bekend',
      invoer: { datumInschrijvingNieuweGemeente: '2025-09-01', vorigeGemeenteHadPip: true },
    },
  ],
  vindplaats: {
    bestand: 'rules/pip-wijziging/pip-verhuizing.ts',
    test: 'rules/pip-wijziging/pip-verhuizing.test.ts',
  },
  bepaal: pipVerhuizing,
});
