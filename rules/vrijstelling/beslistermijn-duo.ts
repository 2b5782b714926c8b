import type { Berekening, Grondslag } from '../shared/antwoord.ts';
import type { Datum } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { doorrolUitleg, eindeVanTermijn } from '../shared/termijnenwet.ts';
import { datumVeld, type Invoer, keuzeVeld, lijstVeld } from '../shared/velden.ts';

/** Besluit en Regeling: DUO beslist op elk van deze aanvragen binnen zoveel weken. */
const BESLISTERMIJN = { aantal: 8, eenheid: 'week' } as const;

const SOORTEN = [
  'vrijstelling als aantoonbaar ingeburgerd',
  'medische ontheffing',
  'ontheffing om bijzondere omstandigheden',
  'gedeeltelijke vrijstelling',
  'lening',
] as const;
type Soort = (typeof SOORTEN)[number];

const velden = {
  soortAanvraag: keuzeVeld('Wat er bij DUO is aangevraagd', SOORTEN),
  datumAanvraag: datumVeld('Dag waarop DUO de aanvraag ontving'),
  extraVrijeDagen: lijstVeld(
    'Dagen die de regering met een feestdag gelijkstelt',
    { datum: datumVeld('Dag') },
    'Leeg of niet ingevuld: geen.',
  ),
};

export type BeslistermijnFeiten = Invoer<typeof velden>;

const TITEL = 'Laatste dag waarop DUO beslist';
const grond = (...[wet, artikel]: ['besluit' | 'regeling', string]): Grondslag =>
  grondslag('beslistermijn-duo', wet, artikel);
const GRONDEN: Record<Soort, Grondslag> = {
  'vrijstelling als aantoonbaar ingeburgerd': grond('regeling', 'art. 2.3 lid 2'),
  'medische ontheffing': grond('besluit', 'art. 2.7 lid 5'),
  'ontheffing om bijzondere omstandigheden': grond('besluit', 'art. 2.8 lid 3'),
  'gedeeltelijke vrijstelling': grond('regeling', 'art. 3.14 lid 2'),
  lening: grond('besluit', 'art. 6.5'),
};

/**
 * `beslistermijn-duo`: wanneer DUO uiterlijk op een aanvraag beslist.
 *
 * Besluit inburgering 2021 art. 2.7, 2.8 en 6.5 (https://wetten.overheid.nl/BWBR0045555/2026-04-02) en
 * Regeling inburgering 2021 art. 2.3 en 3.14 (https://wetten.overheid.nl/BWBR0045574/2026-04-18): acht weken na
 * ontvangst, met de Algemene termijnenwet. Verlenging van de termijn heeft een eigen regel.
 */
export function beslistermijnDuo(
  f: BeslistermijnFeiten,
  herkomst: Herkomst = {},
): Berekening<{ laatsteDag: Datum }> {
  const nodig = vereis(velden, f, ['soortAanvraag', 'datumAanvraag']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt);
  const { soortAanvraag, datumAanvraag: na } = nodig.f;
  const extra = (f.extraVrijeDagen ?? []).flatMap((d) => (d.datum ? [d.datum] : []));
  const rol = eindeVanTermijn(na, BESLISTERMIJN, extra);
  return {
    uitkomst: 'bepaald',
    waarde: { laatsteDag: rol.laatsteDag },
    uitleg: () => ({
      titel: TITEL,
      uitkomst: inWoorden(rol.laatsteDag),
      grondslag: GRONDEN[soortAanvraag],
      feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
      stappen: [
        {
          titel: 'Acht weken na ontvangst',
          uitkomst: `${inWoorden(na)} + 56 dagen = ${inWoorden(rol.kaal)}`,
        },
        ...doorrolUitleg(rol),
      ],
      zouWijzigenAls: ['DUO de aanvraag op een andere dag ontving'],
    }),
  };
}

export const beslistermijnDuoRegel = maakRegel({
  id: 'beslistermijn-duo',
  titel: 'Beslissing van DUO op een aanvraag',
  vraag: 'Wanneer moet DUO uiterlijk op deze aanvraag beslissen?',
  beschrijving:
    'Op een aanvraag om vrijstelling, ontheffing of een lening beslist DUO binnen acht weken nadat zij binnen is. Valt de laatste dag in een weekend of op een feestdag, dan is het de eerste werkdag erna.',
  rijen: ['J4', 'J5', 'J7', 'J8', 'K7'],
  artikelen: Object.values(GRONDEN),
  versieVolgt: 'De regeling is sinds 2022 gelijk gebleven.',
  velden,
  waarde: { laatsteDag: datumVeld('Laatste dag, tot en met') },
  voorbeelden: [
    {
      naam: 'Medische ontheffing',
      invoer: { soortAanvraag: 'medische ontheffing', datumAanvraag: '2026-09-15' },
    },
    {
      naam: 'Acht weken later is Koningsdag',
      invoer: { soortAanvraag: 'lening', datumAanvraag: '2026-03-02' },
    },
    { naam: 'Nog geen aanvraag', invoer: { soortAanvraag: 'lening' } },
  ],
  vindplaats: {
    bestand: 'rules/vrijstelling/beslistermijn-duo.ts',
    test: 'rules/vrijstelling/beslistermijn-duo.test.ts',
  },
  bepaal: beslistermijnDuo,
});
