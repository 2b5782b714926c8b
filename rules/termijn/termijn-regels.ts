import type { Berekening } from '../shared/antwoord.ts';
import { type Datum, datum } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import {
  doorrolUitleg,
  eindeVanTermijn,
  type TermijnLengte,
  termijnenwetGeldt,
} from '../shared/termijnenwet.ts';
import {
  datumVeld,
  getalVeld,
  type Invoer,
  jaNeeVeld,
  keuzeVeld,
  lijstVeld,
} from '../shared/velden.ts';

const velden = {
  na: datumVeld('Dag waarna de termijn loopt', 'Die dag zelf telt niet mee.'),
  aantal: getalVeld('Lengte van de termijn', { min: 1, max: 1000 }),
  eenheid: keuzeVeld('In', ['uur', 'dag', 'week', 'maand', 'jaar']),
  teruggerekend: jaNeeVeld(
    'De termijn wordt teruggerekend vanaf een gebeurtenis',
    'Bijvoorbeeld: ten minste tien dagen voor de zitting. Niet ingevuld: nee.',
  ),
  extraVrijeDagen: lijstVeld(
    'Dagen die de regering met een feestdag gelijkstelt',
    { datum: datumVeld('Dag') },
    'Leeg of niet ingevuld: geen.',
  ),
};

export type TermijnenwetFeiten = Invoer<typeof velden>;

export type Termijneinde = {
  verschuift: boolean;
  laatsteDag: Datum;
  laatsteDagZonderVerschuiving: Datum;
};

const TITEL = 'Laatste dag van de termijn';
const SINDS_2010 = { geldigVanaf: datum('2010-10-10') };
const VERSCHUIVING = grondslag('termijnenwet', 'termijnenwet', 'art. 1', SINDS_2010);
const FEESTDAGEN = grondslag('termijnenwet', 'termijnenwet', 'art. 3', {
  ...SINDS_2010,
  zekerheid: 'onbevestigd',
  toelichting:
    'De wet noemt de feestdagen; dat Koningsdag van zondag naar zaterdag gaat, is niet nagezocht. Geen termijn hangt ervan af.',
});
const UITGESLOTEN = grondslag('termijnenwet', 'termijnenwet', 'art. 4', SINDS_2010);
const LAGER = grondslag('termijnenwet', 'termijnenwet', 'art. 5', SINDS_2010);

/**
 * `termijnenwet`: de laatste dag van een wettelijke termijn, en of zij door een weekend of feestdag
 * verschuift.
 *
 * Algemene termijnenwet art. 1, 3, 4 en 5 (https://wetten.overheid.nl/BWBR0002448/2010-10-10). Niet bij
 * termijnen in uren, van meer dan 90 dagen, 12 weken of 3 maanden, in jaren, of teruggerekend vanaf een
 * gebeurtenis.
 */
export function termijnenwet(
  f: TermijnenwetFeiten,
  herkomst: Herkomst = {},
): Berekening<Termijneinde> {
  const feiten = () => aangehaaldeFeiten(velden, f, undefined, herkomst);
  const buiten = buitenDeWet(f);
  if (buiten) {
    return {
      uitkomst: 'niet-van-toepassing',
      uitleg: () => ({ titel: TITEL, uitkomst: buiten, grondslag: UITGESLOTEN, feiten: feiten() }),
    };
  }
  const nodig = vereis(velden, f, ['na', 'aantal', 'eenheid']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, VERSCHUIVING);
  const { na, aantal } = nodig.f;
  const eenheid = nodig.f.eenheid as TermijnLengte['eenheid'];
  const lengte = { aantal, eenheid };
  const extra = (f.extraVrijeDagen ?? []).flatMap((d) => (d.datum ? [d.datum] : []));
  const rol = eindeVanTermijn(na, lengte, extra);
  const geldt = termijnenwetGeldt(lengte);
  return {
    uitkomst: 'bepaald',
    waarde: {
      verschuift: rol.laatsteDag !== rol.kaal,
      laatsteDag: rol.laatsteDag,
      laatsteDagZonderVerschuiving: rol.kaal,
    },
    uitleg: () => ({
      titel: TITEL,
      uitkomst: inWoorden(rol.laatsteDag),
      grondslag: geldt ? VERSCHUIVING : UITGESLOTEN,
      feiten: feiten(),
      stappen: [
        {
          titel: 'De dag zelf telt niet mee',
          uitkomst: `${inWoorden(na)} + ${aantal} ${meervoud(aantal, eenheid)} = ${inWoorden(rol.kaal)}`,
        },
        geldt
          ? { titel: 'Een korte termijn', uitkomst: 'verschuift als zij op een vrije dag eindigt' }
          : {
              titel: 'Langer dan 90 dagen, 12 weken of 3 maanden, of in jaren',
              uitkomst: 'verschuift niet',
            },
        ...doorrolUitleg(rol),
      ],
      zouWijzigenAls: ['de regering een dag met een feestdag gelijkstelt'],
    }),
  };
}

function buitenDeWet(f: TermijnenwetFeiten): string | undefined {
  if (f.eenheid === 'uur') return 'een termijn in uren verschuift niet';
  if (f.teruggerekend) return 'een termijn die wordt teruggerekend verschuift niet';
  return undefined;
}

const MEERVOUD = { dag: 'dagen', week: 'weken', maand: 'maanden', jaar: 'jaar' };

function meervoud(aantal: number, eenheid: keyof typeof MEERVOUD): string {
  return aantal === 1 ? eenheid : MEERVOUD[eenheid];
}

export const termijnenwetRegel = maakRegel({
  id: 'termijnenwet',
  titel: 'Einde van een termijn op een vrije dag',
  vraag:
    'Op welke dag eindigt een wettelijke termijn, en verschuift zij door een weekend of feestdag?',
  beschrijving:
    'Een wettelijke termijn die op een zaterdag, zondag of feestdag eindigt, loopt door tot en met de eerste dag die dat niet is. Feestdagen zijn Nieuwjaarsdag, Goede Vrijdag, Tweede Paasdag, Koningsdag, 5 mei (elk jaar), Hemelvaartsdag, Tweede Pinksterdag en beide Kerstdagen, en de dagen die de regering daarmee gelijkstelt.\n\nHet geldt ook voor termijnen in een besluit of regeling. Het geldt niet voor termijnen in uren, van meer dan 90 dagen, 12 weken of 3 maanden, of in jaren. Zo verschuiven de tien weken van het PIP, de twee maanden na een boete, de acht weken van DUO en de zes weken bezwaar; de inburgeringstermijn, anderhalf jaar om van leerroute te wisselen en de zes maanden ontzorgen niet.',
  rijen: ['T1', 'T2', 'T3', 'T4', 'T5'],
  artikelen: [VERSCHUIVING, FEESTDAGEN, UITGESLOTEN, LAGER],
  versieVolgt: 'De tekst is sinds 2010 gelijk gebleven.',
  velden,
  waarde: {
    verschuift: jaNeeVeld('De termijn verschuift'),
    laatsteDag: datumVeld('Laatste dag, tot en met'),
    laatsteDagZonderVerschuiving: datumVeld('Laatste dag zonder verschuiving'),
  },
  voorbeelden: [
    {
      naam: 'Tien weken eindigen op Tweede Paasdag',
      invoer: { na: '2024-01-22', aantal: 10, eenheid: 'week' },
    },
    {
      naam: 'Zes maanden verschuiven niet',
      invoer: { na: '2026-05-22', aantal: 6, eenheid: 'maand' },
    },
    {
      naam: 'Met een gelijkgestelde dag',
      invoer: {
        na: '2026-03-06',
        aantal: 10,
        eenheid: 'week',
        extraVrijeDagen: [{ datum: '2026-05-15' }],
      },
    },
    { naam: 'Een termijn in uren', invoer: { aantal: 48, eenheid: 'uur' } },
    { naam: 'Nog niets bekend', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/termijn/termijn-regels.ts',
    test: 'rules/termijn/termijn-regels.test.ts',
  },
  bepaal: termijnenwet,
});
