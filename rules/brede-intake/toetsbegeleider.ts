import type { Oordeel, Reden, Uitleg } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { datumVeld, type Invoer } from '../shared/velden.ts';

const velden = {
  dagVanDeToets: datumVeld('Dag van de toets'),
  getraindOp: datumVeld('Getraind op'),
  geregistreerdOp: datumVeld('Bij DUO geregistreerd op'),
  geregistreerdTot: datumVeld(
    'Eerste dag zonder registratie bij DUO',
    'Niet ingevuld: de registratie loopt door.',
  ),
};

export type ToetsbegeleiderFeiten = Invoer<typeof velden>;

const TITEL = 'Wie de leerbaarheidstoets mag afnemen';
const GROND = grondslag('toetsbegeleider', 'regeling', 'art. 5.1', {
  zekerheid: 'afgeleid',
  toelichting:
    'DUO is verantwoordelijk voor de toets; dat een begeleider getraind en bij DUO geregistreerd is, staat in de voorwaarden van DUO.',
});

/**
 * `toetsbegeleider`: of iemand op een dag de leerbaarheidstoets mag afnemen.
 *
 * Regeling inburgering 2021 art. 5.1 (https://wetten.overheid.nl/BWBR0045574/2026-04-18): de toets valt onder DUO.
 * De gemeente laat haar afnemen door een begeleider die de training heeft gevolgd en bij DUO is geregistreerd. De
 * registratie telt vanaf haar eerste dag; op de dag dat zij eindigt niet meer.
 */
export function toetsbegeleider(f: ToetsbegeleiderFeiten, herkomst: Herkomst = {}): Oordeel {
  const nodig = vereis(velden, f, ['dagVanDeToets', 'getraindOp', 'geregistreerdOp']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, GROND);
  const { dagVanDeToets, getraindOp, geregistreerdOp } = nodig.f;
  const reden = (code: string, veld: string, tekst: string): Reden => ({
    code: `toetsbegeleider-${code}`,
    tekst,
    veld,
    grondslag: GROND,
  });
  const redenen: Reden[] = [];
  if (getraindOp > dagVanDeToets)
    redenen.push(reden('niet-getraind', 'getraindOp', 'De training is pas na de toets.'));
  if (geregistreerdOp > dagVanDeToets)
    redenen.push(
      reden('nog-niet-geregistreerd', 'geregistreerdOp', 'De registratie bij DUO begint later.'),
    );
  if (f.geregistreerdTot && dagVanDeToets >= f.geregistreerdTot)
    redenen.push(
      reden(
        'niet-meer-geregistreerd',
        'geregistreerdTot',
        'De registratie bij DUO is dan voorbij.',
      ),
    );
  const uitleg = (): Uitleg => ({
    titel: TITEL,
    uitkomst: redenen.length === 0 ? 'ja' : 'nee',
    grondslag: GROND,
    feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
    zouWijzigenAls: ['de training of de registratie bij DUO op een andere dag begint of eindigt'],
  });
  if (redenen.length > 0) return { uitkomst: 'voldoet-niet', redenen, uitleg };
  return { uitkomst: 'voldoet', uitleg };
}

export const toetsbegeleiderRegel = maakRegel({
  id: 'toetsbegeleider',
  titel: TITEL,
  vraag: 'Mag deze begeleider op deze dag de leerbaarheidstoets afnemen?',
  beschrijving:
    'De leerbaarheidstoets valt onder DUO. De gemeente laat haar afnemen door een toetsbegeleider die de training heeft gevolgd en bij DUO is geregistreerd.\n\nTraining en registratie moeten er op de dag van de toets zijn.',
  rijen: ['C6'],
  artikelen: [GROND],
  versieVolgt: 'De regels zijn sinds 2022 gelijk gebleven.',
  velden,
  voorbeelden: [
    {
      naam: 'Getraind en geregistreerd',
      invoer: {
        dagVanDeToets: '2026-11-24',
        getraindOp: '2025-03-10',
        geregistreerdOp: '2025-03-20',
      },
    },
    {
      naam: 'De registratie is voorbij',
      invoer: {
        dagVanDeToets: '2026-11-24',
        getraindOp: '2023-03-10',
        geregistreerdOp: '2023-03-20',
        geregistreerdTot: '2026-11-24',
      },
    },
    { naam: 'Nog niet geregistreerd', invoer: { dagVanDeToets: '2026-11-24' } },
  ],
  vindplaats: {
    bestand: 'rules/brede-intake/toetsbegeleider.ts',
    test: 'rules/brede-intake/toetsbegeleider.test.ts',
  },
  bepaal: toetsbegeleider,
});
