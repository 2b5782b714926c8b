import { DOELGROEPEN } from '../leerroute/velden.ts';
import type { Berekening, Uitleg } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { type Invoer, jaNeeVeld, keuzeVeld } from '../shared/velden.ts';

const velden = {
  doelgroep: keuzeVeld('Doelgroep volgens DUO', DOELGROEPEN),
  gekoppeldAanGemeente: jaNeeVeld('De persoon is aan deze gemeente gekoppeld'),
  woontInAzc: jaNeeVeld('De persoon woont nog in een azc'),
};

export type VroegeStartFeiten = Invoer<typeof velden>;
export type VroegeStart = { intakeMagBeginnen: boolean; tienWekenLopen: boolean };

const TITEL = 'Al beginnen met de brede intake in het azc';
const GROND = grondslag('vroege-start', 'besluit', 'art. 5.3 lid 1', {
  zekerheid: 'afgeleid',
  toelichting:
    'De wet verbiedt een vroege start niet; de tien weken beginnen volgens het Besluit pas met de inschrijving in de gemeente.',
});

/**
 * `vroege-start`: of de intake in het azc al mag beginnen, en of de tien weken voor het PIP dan lopen.
 *
 * Besluit inburgering 2021 art. 5.3 lid 1 (https://wetten.overheid.nl/BWBR0045555/2026-04-02): de tien weken
 * lopen pas na de inschrijving in de gemeente van de woning. Een koppeling aan de gemeente is genoeg om met
 * de intake te beginnen ('afgeleid').
 */
export function vroegeStart(
  f: VroegeStartFeiten,
  herkomst: Herkomst = {},
): Berekening<VroegeStart> {
  const buiten = buitenDeGroep(f);
  if (buiten) return { uitkomst: 'niet-van-toepassing', uitleg: () => uitleg(f, herkomst, buiten) };
  const nodig = vereis(velden, f, ['doelgroep', 'gekoppeldAanGemeente', 'woontInAzc']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, GROND);
  const mag = nodig.f.gekoppeldAanGemeente;
  return {
    uitkomst: 'bepaald',
    waarde: { intakeMagBeginnen: mag, tienWekenLopen: false },
    uitleg: () =>
      uitleg(f, herkomst, mag ? 'de intake mag al beginnen' : 'wacht op de koppeling', [
        { titel: 'Koppeling aan deze gemeente', uitkomst: mag ? 'is er' : 'is er nog niet' },
        {
          titel: 'De tien weken voor het PIP',
          uitkomst: 'lopen nog niet: de persoon staat nog niet in de gemeente ingeschreven',
        },
      ]),
  };
}

function buitenDeGroep(f: VroegeStartFeiten): string | undefined {
  if (f.doelgroep === 'Gezinsmigrant en overige migrant') return 'alleen voor asielstatushouders';
  if (f.woontInAzc === false) return 'alleen zolang de persoon in een azc woont';
  return undefined;
}

function uitleg(
  f: VroegeStartFeiten,
  herkomst: Herkomst,
  uitkomst: string,
  stappen: Uitleg[] = [],
): Uitleg {
  return {
    titel: TITEL,
    uitkomst,
    grondslag: GROND,
    feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen,
    zouWijzigenAls: ['de persoon in de gemeente wordt ingeschreven: dan beginnen de tien weken'],
  };
}

export const vroegeStartRegel = maakRegel({
  id: 'vroege-start',
  titel: TITEL,
  vraag: 'Mag de gemeente al met de intake beginnen als iemand nog in een azc woont?',
  beschrijving:
    'De gemeente mag met de brede intake beginnen zodra een asielstatushouder aan haar is gekoppeld, ook als die nog in een azc woont. Zo kan het PIP er sneller zijn.\n\nDe tien weken voor het PIP lopen dan nog niet. Die beginnen na de inschrijving in de gemeente.',
  rijen: ['C10'],
  artikelen: [GROND],
  versieVolgt: 'Voor wie in een azc woont is de regel sinds 2022 gelijk gebleven.',
  velden,
  waarde: {
    intakeMagBeginnen: jaNeeVeld('De intake mag beginnen'),
    tienWekenLopen: jaNeeVeld('De tien weken lopen'),
  },
  voorbeelden: [
    {
      naam: 'In het azc, gekoppeld',
      invoer: {
        doelgroep: 'Asielstatushouder',
        gekoppeldAanGemeente: true,
        woontInAzc: true,
      },
    },
    { naam: 'Al verhuisd', invoer: { doelgroep: 'Asielstatushouder', woontInAzc: false } },
    { naam: 'Nog niets bekend', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/brede-intake/vroege-start.ts',
    test: 'rules/brede-intake/vroege-start.test.ts',
  },
  bepaal: vroegeStart,
});
