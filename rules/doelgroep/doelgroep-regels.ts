import { DOELGROEPEN, doelgroepVeld } from '../leerroute/velden.ts';
import type { Berekening } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { type Herkomst, maakRegel, onbekend, ontbrekendFeit } from '../shared/regel.ts';
import { type Invoer, jaNeeVeld, keuzeVeld } from '../shared/velden.ts';
import { bepaalDoelgroep } from './doelgroep.ts';

/** De fijnere indeling van DUO; '… met Asielstatushouder' is een gezinslid met een reguliere vergunning. */
const GEDETAILLEERD = [
  'Asielstatushouder',
  'Geestelijk bedienaar',
  'Gezinshereniger',
  'Gezinshereniger met Asielstatushouder',
  'Gezinsvormer',
  'Gezinsvormer met Asielstatushouder',
  'Overig',
] as const;

const velden = {
  doelgroep: keuzeVeld('Doelgroep volgens DUO', DOELGROEPEN),
  gedetailleerdeDoelgroep: keuzeVeld('Gedetailleerde doelgroep volgens DUO', GEDETAILLEERD),
};

export type DoelgroepFeiten = Invoer<typeof velden>;
export type DoelgroepUitkomst = {
  doelgroep: (typeof DOELGROEPEN)[number];
  gezinslidVanAsielstatushouder: boolean;
};

const TITEL = 'Doelgroep';
const WET = grondslag('doelgroep', 'wet', 'art. 13, 15 en 16');
const GEZINSLID = grondslag('doelgroep', 'wet', 'art. 13 lid 1 onder b');
const BEHOUD = grondslag('doelgroep', 'wet', 'art. 13', {
  zekerheid: 'afgeleid',
  toelichting: 'Zo verwerkt DUO het; de gemeente vraagt de verandering bij DUO aan.',
});

/**
 * `doelgroep` als vraag: bij welke van de twee groepen iemand hoort, met de indeling van DUO.
 *
 * Wi2021 art. 13, 15 en 16 (https://wetten.overheid.nl/BWBR0044770/2025-10-21). Een gezinslid met een
 * reguliere vergunning bij een asielstatushouder hoort bij de asielstatushouders (art. 13 lid 1 onder b).
 */
export function doelgroep(
  f: DoelgroepFeiten,
  herkomst: Herkomst = {},
): Berekening<DoelgroepUitkomst> {
  const indeling = f.doelgroep ?? f.gedetailleerdeDoelgroep;
  const bron = herkomst.doelgroep ?? { bron: 'ingevoerd' };
  const detail = f.gedetailleerdeDoelgroep;
  const antwoord = bepaalDoelgroep(
    indeling && { waarde: { indeling, ...(detail ? { gedetailleerd: detail } : {}) }, ...bron },
  );
  if (antwoord.waarde === 'onbekend') {
    return onbekend(TITEL, [ontbrekendFeit(velden, 'doelgroep')], WET);
  }
  const asiel = antwoord.waarde === 'asielstatushouder';
  return {
    uitkomst: 'bepaald',
    waarde: {
      doelgroep: asiel ? 'Asielstatushouder' : 'Gezinsmigrant en overige migrant',
      gezinslidVanAsielstatushouder: antwoord.gezinslidVanAsielstatushouder,
    },
    uitleg: () => ({
      ...antwoord.uitleg(),
      grondslag: antwoord.gezinslidVanAsielstatushouder ? GEZINSLID : WET,
      ...(asiel
        ? {
            stappen: [
              {
                titel: 'Vervalt de asielgrond, dan houdt iemand deze rechten en plichten',
                uitkomst: 'afstand doen kan, via de gemeente',
                grondslag: BEHOUD,
              },
            ],
          }
        : {}),
    }),
  };
}

export const doelgroepRegel = maakRegel({
  id: 'doelgroep',
  titel: 'Asielstatushouder of gezins- en overige migrant',
  vraag: 'Bij welke doelgroep hoort deze persoon?',
  beschrijving:
    'De wet kent twee groepen: asielstatushouders, en gezins- en overige migranten. De eerste groep krijgt van de gemeente een aanbod voor de leerroute en maatschappelijke begeleiding, en mag twee keer gratis examen doen. De tweede koopt zelf een cursus en kan daarvoor lenen.\n\nWie met een reguliere vergunning bij een asielstatushouder komt wonen, hoort bij de eerste groep. Financieel ontzorgen geldt voor dat gezinslid niet.\n\nDUO deelt in en kan de indeling veranderen. Vervalt de asielgrond, dan houdt iemand de rechten en plichten van een asielstatushouder, tenzij hij er via de gemeente van afziet.',
  rijen: ['A10', 'A11', 'A12', 'A13'],
  artikelen: [WET, GEZINSLID, BEHOUD],
  versieVolgt: 'De regeling is sinds 2022 gelijk gebleven; de laatste indeling van DUO geldt.',
  velden,
  waarde: {
    doelgroep: doelgroepVeld(),
    gezinslidVanAsielstatushouder: jaNeeVeld('Gezinslid van een asielstatushouder'),
  },
  voorbeelden: [
    { naam: 'Asielstatushouder', invoer: { doelgroep: 'Asielstatushouder' } },
    {
      naam: 'Echtgenote met een reguliere vergunning bij een asielstatushouder',
      invoer: {
        doelgroep: 'Asielstatushouder',
        gedetailleerdeDoelgroep: 'Gezinsvormer met Asielstatushouder',
      },
    },
    {
      naam: 'Geestelijk bedienaar',
      invoer: {
        doelgroep: 'Gezinsmigrant en overige migrant',
        gedetailleerdeDoelgroep: 'Geestelijk bedienaar',
      },
    },
    { naam: 'DUO heeft nog niet ingedeeld', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/doelgroep/doelgroep.ts',
    test: 'rules/doelgroep/doelgroep-regels.test.ts',
    api: ['GET /v1/dossiers/{dossierId}/stand'],
    schermen: ['features/dossier/schermen/DossierScreen.tsx'],
  },
  bepaal: doelgroep,
});
