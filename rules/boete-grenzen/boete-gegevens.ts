import type { Grondslag, Oordeel, Reden } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { type Invoer, jaNeeVeld, keuzeVeld } from '../shared/velden.ts';

const RICHTINGEN = [
  'college aan DUO',
  'DUO aan college',
  'vorig college aan nieuw college',
] as const;

const velden = {
  richting: keuzeVeld('Van wie aan wie', RICHTINGEN),
  verzoekOntvangen: jaNeeVeld('De ontvanger heeft erom gevraagd'),
};

export type BoeteGegevensFeiten = Invoer<typeof velden>;

const ID = 'boete-gegevens';
const TITEL = 'Gegevens over boetes doorgeven';
const AAN_DUO = grondslag(ID, 'besluit', 'art. 9.6 lid 4');
const VAN_DUO = grondslag(ID, 'besluit', 'art. 9.6 lid 5');
const VERHUIZING = grondslag(ID, 'wet', 'art. 35 lid 4');

/** Per richting: waarop zij rust, of er om gevraagd moet zijn, en wie dan vraagt. */
const WEG: Record<
  (typeof RICHTINGEN)[number],
  { grondslag: Grondslag; vrager?: string; goed: string }
> = {
  'college aan DUO': {
    grondslag: AAN_DUO,
    vrager: 'DUO',
    goed: 'het college geeft de gegevens over boetes aan DUO',
  },
  'DUO aan college': {
    grondslag: VAN_DUO,
    goed: 'DUO geeft de gegevens over boetes uit zichzelf aan het college',
  },
  'vorig college aan nieuw college': {
    grondslag: VERHUIZING,
    vrager: 'het nieuwe college',
    goed: 'het vorige college geeft de gegevens over boetes aan het nieuwe',
  },
};

/**
 * `boete-gegevens`: of gegevens over opgelegde boetes nu worden doorgegeven.
 *
 * Besluit inburgering 2021 art. 9.6 lid 4 en 5 (https://wetten.overheid.nl/BWBR0045555/2026-04-02): het
 * college aan DUO op verzoek, DUO aan het college uit zichzelf. Wi2021 art. 35 lid 4
 * (https://wetten.overheid.nl/BWBR0044770/2023-01-01): na een verhuizing op verzoek van het nieuwe college.
 */
export function boeteGegevens(f: BoeteGegevensFeiten, herkomst: Herkomst = {}): Oordeel {
  const weg = f.richting && WEG[f.richting];
  const vraagNodig = !weg || weg.vrager !== undefined;
  const ontbreekt = [
    ...(weg ? [] : [ontbrekendFeit(velden, 'richting')]),
    ...(vraagNodig && f.verzoekOntvangen === undefined
      ? [ontbrekendFeit(velden, 'verzoekOntvangen')]
      : []),
  ];
  const redenen: Reden[] = [];
  if (weg?.vrager && f.verzoekOntvangen === false) {
    redenen.push({
      code: 'boete-gegevens-geen-verzoek',
      tekst: `Deze gegevens gaan alleen op verzoek: ${weg.vrager} heeft er niet om gevraagd.`,
      veld: 'verzoekOntvangen',
      grondslag: weg.grondslag,
    });
  }
  return oordeel({
    titel: TITEL,
    grondslag: weg?.grondslag ?? AAN_DUO,
    redenen,
    ontbreekt,
    goed: weg?.goed ?? '',
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen: () => [],
    zouWijzigenAls: ['de ontvanger om de gegevens vraagt'],
  });
}

export const boeteGegevensRegel = maakRegel({
  id: ID,
  titel: 'Gegevens over boetes doorgeven',
  vraag: 'Worden gegevens over opgelegde boetes nu doorgegeven?',
  beschrijving:
    'De gemeente geeft gegevens over opgelegde boetes aan DUO als DUO erom vraagt. DUO geeft zijn boetes uit zichzelf door aan de gemeente.\n\nVerhuist iemand, dan geeft de vorige gemeente de gegevens als de nieuwe gemeente erom vraagt. Die heeft ze nodig: eerdere boetes tellen voor de herhaling en voor de grens aan het totaal.',
  rijen: ['I21'],
  artikelen: [AAN_DUO, VAN_DUO, VERHUIZING],
  versieVolgt: 'De dag waarop de gegevens worden doorgegeven.',
  velden,
  voorbeelden: [
    {
      naam: 'DUO vraagt de gemeente om boetes',
      invoer: { richting: 'college aan DUO', verzoekOntvangen: true },
    },
    { naam: 'DUO legde een boete op', invoer: { richting: 'DUO aan college' } },
    {
      naam: 'Verhuisd, en de nieuwe gemeente vroeg niets',
      invoer: { richting: 'vorig college aan nieuw college', verzoekOntvangen: false },
    },
    { naam: 'Onbekend of er is gevraagd', invoer: { richting: 'college aan DUO' } },
  ],
  vindplaats: {
    bestand: 'rules/boete-grenzen/boete-gegevens.ts',
    test: 'rules/boete-grenzen/boete-gegevens.test.ts',
  },
  bepaal: boeteGegevens,
});
