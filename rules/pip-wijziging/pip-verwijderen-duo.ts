import type { Oordeel, Reden } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { type Invoer, jaNeeVeld } from '../shared/velden.ts';

const velden = {
  inburgeringstermijnVastgesteld: jaNeeVeld('DUO heeft de inburgeringstermijn vastgesteld'),
  cursusurenOpHuidigAanbod: jaNeeVeld('Er zijn cursusuren geregistreerd op het huidige aanbod'),
};

export type PipVerwijderenFeiten = Invoer<typeof velden>;

const TITEL = 'PIP bij DUO verwijderen';
const DUO = grondslag('pip-verwijderen-duo', 'besluit', 'art. 9.3', {
  zekerheid: 'afgeleid',
  toelichting: 'De voorwaarden zijn die van DUO; DUO beslist.',
});

/**
 * `pip-verwijderen-duo`: of een geleverd PIP bij DUO nog kan worden verwijderd.
 *
 * Besluit inburgering 2021 art. 9.3 (https://wetten.overheid.nl/BWBR0045555/2026-04-02) en de beschrijving
 * van DUO: alleen zolang de inburgeringstermijn niet is vastgesteld en er geen cursusuren op het huidige
 * aanbod staan. Daarna kan een PIP alleen worden gewijzigd.
 */
export function pipVerwijderenDuo(f: PipVerwijderenFeiten, herkomst: Herkomst = {}): Oordeel {
  const redenen: Reden[] = [];
  const voeg = (veld: keyof PipVerwijderenFeiten, tekst: string) =>
    redenen.push({ code: `pip-verwijderen-${veld}`, tekst, veld, grondslag: DUO });
  if (f.inburgeringstermijnVastgesteld) {
    voeg('inburgeringstermijnVastgesteld', 'DUO heeft de inburgeringstermijn al vastgesteld.');
  }
  if (f.cursusurenOpHuidigAanbod) {
    voeg('cursusurenOpHuidigAanbod', 'Er staan al cursusuren op het huidige aanbod.');
  }
  const namen = ['inburgeringstermijnVastgesteld', 'cursusurenOpHuidigAanbod'] as const;
  return oordeel({
    titel: TITEL,
    grondslag: DUO,
    redenen,
    ontbreekt: namen.filter((n) => f[n] === undefined).map((n) => ontbrekendFeit(velden, n)),
    goed: 'verwijderen kan nog',
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen: () => [{ titel: 'Kan het niet meer, lever dan een gewijzigd PIP' }],
    zouWijzigenAls: ['DUO de termijn vaststelt', 'de school cursusuren meldt'],
  });
}

export const pipVerwijderenDuoRegel = maakRegel({
  id: 'pip-verwijderen-duo',
  titel: 'PIP bij DUO verwijderen',
  vraag: 'Kan een PIP bij DUO nog worden verwijderd?',
  beschrijving:
    'Een PIP dat bij vergissing is geleverd, kan bij DUO worden verwijderd zolang DUO de inburgeringstermijn niet heeft vastgesteld en er geen cursusuren op het huidige aanbod staan. Daarna kan het alleen worden gewijzigd.',
  rijen: ['D18'],
  artikelen: [DUO],
  versieVolgt: 'De beschrijving van DUO van 18 februari 2026.',
  velden,
  voorbeelden: [
    {
      naam: 'Net geleverd',
      invoer: { inburgeringstermijnVastgesteld: false, cursusurenOpHuidigAanbod: false },
    },
    {
      naam: 'De termijn staat vast',
      invoer: { inburgeringstermijnVastgesteld: true, cursusurenOpHuidigAanbod: true },
    },
    { naam: 'Niet bekend', invoer: { inburgeringstermijnVastgesteld: false } },
  ],
  vindplaats: {
    bestand: 'rules/pip-wijziging/pip-verwijderen-duo.ts',
    test: 'rules/pip-wijziging/pip-verwijderen-duo.test.ts',
  },
  bepaal: pipVerwijderenDuo,
});
