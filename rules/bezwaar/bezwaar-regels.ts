import type { Berekening } from '../shared/antwoord.ts';
import type { Datum } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { datumVeld, type Invoer, jaNeeVeld, lijstVeld } from '../shared/velden.ts';
import { bezwaartermijn } from './bezwaartermijn.ts';

const velden = {
  bekendmaking: datumVeld('Dag waarop de beschikking bekend is gemaakt'),
  extraVrijeDagen: lijstVeld(
    'Dagen die de regering met een feestdag gelijkstelt',
    { datum: datumVeld('Dag') },
    'Leeg of niet ingevuld: geen.',
  ),
};

export type BezwaarFeiten = Invoer<typeof velden>;
export type BezwaarUitkomst = { begin: Datum; laatsteDag: Datum; schorst: boolean };

const TERMIJN = grondslag('bezwaartermijn', 'awb', 'art. 6:7 en 6:8', {
  zekerheid: 'onbevestigd',
  toelichting: 'Uit een tweede bron overgenomen; de wettekst zelf is niet nagelezen.',
});
const SCHORST_NIET = grondslag('bezwaartermijn', 'awb', 'art. 6:16', {
  zekerheid: 'onbevestigd',
  toelichting: 'De wettekst is niet nagelezen.',
});

/**
 * `bezwaartermijn` als vraag: van wanneer tot wanneer bezwaar kan, en of de beschikking intussen geldt.
 *
 * Awb art. 6:7, 6:8 en 6:16 (https://wetten.overheid.nl/BWBR0005537/2022-01-01), 'onbevestigd': zes weken
 * vanaf de dag na de bekendmaking, met de Algemene termijnenwet; bezwaar schorst niet.
 */
export function bezwaar(f: BezwaarFeiten, herkomst: Herkomst = {}): Berekening<BezwaarUitkomst> {
  const nodig = vereis(velden, f, ['bekendmaking']);
  if ('ontbreekt' in nodig) {
    return onbekend('Laatste dag om bezwaar te maken', nodig.ontbreekt, TERMIJN);
  }
  const extra = (f.extraVrijeDagen ?? []).flatMap((d) => (d.datum ? [d.datum] : []));
  const bron = herkomst.bekendmaking ?? { bron: 'ingevoerd' };
  const termijn = bezwaartermijn({ waarde: nodig.f.bekendmaking, ...bron }, extra);
  return {
    uitkomst: 'bepaald',
    waarde: { begin: termijn.begin, laatsteDag: termijn.laatsteDag, schorst: false },
    uitleg: () => {
      const uitleg = termijn.uitleg();
      const geldt = 'de beschikking geldt intussen, en de inburgeringstermijn loopt door';
      return {
        ...uitleg,
        stappen: [
          ...(uitleg.stappen ?? []),
          { titel: 'Bezwaar schorst niet', uitkomst: geldt, grondslag: SCHORST_NIET },
        ],
      };
    },
  };
}

export const bezwaartermijnRegel = maakRegel({
  id: 'bezwaartermijn',
  titel: 'Termijn voor bezwaar',
  vraag: 'Tot en met welke dag kan iemand bezwaar maken?',
  beschrijving:
    'Bezwaar kan zes weken lang, vanaf de dag na de bekendmaking van de beschikking. Het PIP is zo’n beschikking. Valt de laatste dag in een weekend of op een feestdag, dan is het de eerste werkdag erna.\n\nBezwaar houdt niets tegen: de beschikking geldt intussen en de inburgeringstermijn loopt door.',
  rijen: ['D14', 'D15'],
  artikelen: [TERMIJN, SCHORST_NIET],
  versieVolgt: 'De regels zijn sinds 2022 gelijk gebleven.',
  velden,
  waarde: {
    begin: datumVeld('Eerste dag'),
    laatsteDag: datumVeld('Laatste dag, tot en met'),
    schorst: jaNeeVeld('Bezwaar houdt de beschikking tegen'),
  },
  voorbeelden: [
    { naam: 'Over Kerstmis heen', invoer: { bekendmaking: '2025-11-14' } },
    { naam: 'Een gewone dag', invoer: { bekendmaking: '2026-09-01' } },
    { naam: 'Nog niet bekendgemaakt', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/bezwaar/bezwaar-regels.ts',
    test: 'rules/bezwaar/bezwaar-regels.test.ts',
  },
  bepaal: bezwaar,
});
