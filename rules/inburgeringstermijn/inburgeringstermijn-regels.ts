import type { Berekening } from '../shared/antwoord.ts';
import { plusDagen } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { type Herkomst, maakRegel, onbekend, ontbrekendFeit } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { datumVeld, type Invoer, keuzeVeld, lijstVeld } from '../shared/velden.ts';
import { type Inburgeringstermijn, inburgeringstermijn } from './inburgeringstermijn.ts';

const velden = {
  pips: lijstVeld(
    'Alle PIP’s, ook ingetrokken en van een andere gemeente',
    { dagtekening: datumVeld('Dagtekening') },
    'Leeg: er is nog geen PIP.',
  ),
  startdatum: datumVeld('Begin volgens DUO', 'Die dag telt mee.'),
  einddatum: datumVeld('Einde volgens DUO', 'Die dag telt niet mee: DUO meldt de dag erna.'),
};

export type TermijnFeiten = Invoer<typeof velden>;

const TITEL = 'Inburgeringstermijn';
const WET = grondslag('inburgeringstermijn', 'wet', 'art. 11', {
  zekerheid: 'afgeleid',
  toelichting: 'Verwachting; DUO stelt de termijn vast.',
});
const MAANDEINDE = grondslag('inburgeringstermijn', 'wet', 'art. 11 lid 1', {
  zekerheid: 'ontwerp',
  toelichting:
    'Hoe met 29 februari wordt gerekend is niet geregeld; wij nemen de laatste van de twee dagen die kunnen.',
});
const DUO = grondslag('inburgeringstermijn', 'besluit', 'art. 9.3');

/**
 * `inburgeringstermijn` als vraag: begin en einde van de drie jaar, uit alle PIP's of uit wat DUO meldt.
 *
 * Wi2021 art. 11 (https://wetten.overheid.nl/BWBR0044770/2025-10-21): het eerste PIP telt, een later niet
 * (lid 3). Besluit inburgering 2021 art. 9.3: de datums van DUO gaan voor; `einddatum` is exclusief.
 */
export function inburgeringstermijnUitFeiten(
  f: TermijnFeiten,
  herkomst: Herkomst = {},
): Berekening<Inburgeringstermijn> {
  const bron = (veld: keyof typeof velden) => herkomst[veld] ?? { bron: 'ingevoerd' };
  if (f.startdatum && f.einddatum) {
    if (f.einddatum <= f.startdatum) {
      const tekst = 'Het einde volgens DUO ligt niet na het begin: vraag DUO de juiste datums.';
      return onbekend(TITEL, [{ feit: 'einddatum', tekst }], DUO);
    }
    const waarde = { start: f.startdatum, eind: f.einddatum };
    return inburgeringstermijn({ duo: { waarde, ...bron('startdatum') } });
  }
  if (f.startdatum || f.einddatum) {
    const naam = f.startdatum ? 'einddatum' : 'startdatum';
    return onbekend(TITEL, [ontbrekendFeit(velden, naam)], DUO);
  }
  if (!f.pips) return onbekend(TITEL, [ontbrekendFeit(velden, 'pips')], WET);
  const dagen = f.pips.flatMap((p) => (p.dagtekening ? [p.dagtekening] : [])).sort();
  if (dagen.length < f.pips.length) {
    const tekst = 'Van een PIP ontbreekt de dagtekening.';
    return onbekend(TITEL, [{ feit: 'pips.dagtekening', tekst }], WET);
  }
  const eerste = dagen[0];
  if (!eerste) return inburgeringstermijn({});
  const antwoord = inburgeringstermijn({ eerstePip: { waarde: eerste, ...bron('pips') } });
  const later = dagen.filter((d) => d > eerste);
  if (later.length === 0) return antwoord;
  return {
    ...antwoord,
    uitleg: () => {
      const uitleg = antwoord.uitleg();
      return {
        ...uitleg,
        stappen: [
          {
            titel: 'Het eerste PIP telt; een later PIP verandert het begin niet',
            uitkomst: `begin blijft ${inWoorden(plusDagen(eerste, 1))}`,
            grondslag: grondslag('inburgeringstermijn', 'wet', 'art. 11 lid 3'),
          },
          ...(uitleg.stappen ?? []),
        ],
      };
    },
  };
}

export const inburgeringstermijnRegel = maakRegel({
  id: 'inburgeringstermijn',
  titel: 'Inburgeringstermijn',
  vraag: 'Wanneer begint en eindigt de inburgeringstermijn?',
  beschrijving:
    'De termijn is drie jaar en begint op de dag na de dagtekening van het eerste PIP. Wordt het PIP ingetrokken, vernietigd, vervangen of na een verhuizing opnieuw vastgesteld, dan verandert het begin niet.\n\nDUO stelt de termijn vast. Zolang DUO haar niet heeft gemeld, is de uitkomst hier een verwachting; daarna gaan de datums van DUO altijd voor. DUO’s einddatum is de eerste dag na de termijn. De laatste dag verschuift niet door een weekend of feestdag.',
  rijen: ['B4', 'B5', 'B6', 'B7', 'T6', 'T7'],
  artikelen: [WET, MAANDEINDE, DUO],
  versieVolgt: 'De regels zijn sinds 2022 gelijk gebleven.',
  velden,
  waarde: {
    begin: datumVeld('Eerste dag'),
    laatsteDag: datumVeld('Laatste dag, tot en met'),
    eind: datumVeld('Eerste dag erna, zoals DUO haar meldt'),
    van: keuzeVeld('Vastgesteld door', ['prognose', 'duo']),
  },
  voorbeelden: [
    { naam: 'PIP van 15 maart 2024', invoer: { pips: [{ dagtekening: '2024-03-15' }] } },
    { naam: 'PIP op een schrikkeldag', invoer: { pips: [{ dagtekening: '2024-02-29' }] } },
    {
      naam: 'PIP ingetrokken en opnieuw vastgesteld',
      invoer: { pips: [{ dagtekening: '2024-03-15' }, { dagtekening: '2025-01-20' }] },
    },
    {
      naam: 'DUO meldt de termijn',
      invoer: {
        pips: [{ dagtekening: '2024-03-20' }],
        startdatum: '2024-03-16',
        einddatum: '2027-03-16',
      },
    },
    { naam: 'Nog geen PIP', invoer: { pips: [] } },
    { naam: 'Nog niets bekend', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/inburgeringstermijn/inburgeringstermijn-regels.ts',
    test: 'rules/inburgeringstermijn/inburgeringstermijn-regels.test.ts',
  },
  bepaal: inburgeringstermijnUitFeiten,
});
