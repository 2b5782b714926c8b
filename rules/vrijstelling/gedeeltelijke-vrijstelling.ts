import { NIVEAUS } from '../leerroute/velden.ts';
import type { Berekening, OntbrekendFeit } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { opsomming } from '../shared/tekst.ts';
import { type Invoer, jaNeeVeld, keuzeVeld, lijstVeld } from '../shared/velden.ts';

const TAALONDERDELEN = ['lezen', 'luisteren', 'schrijven', 'spreken'] as const;
type Taalonderdeel = (typeof TAALONDERDELEN)[number];
const BEHAALD = ['A2', 'B1', 'B2'] as const;

const bewijsVelden = {
  onderdeel: keuzeVeld('Taalonderdeel', TAALONDERDELEN),
  niveau: keuzeVeld('Behaald niveau', BEHAALD),
  erkend: jaNeeVeld('DUO erkent het bewijs'),
};

const velden = {
  niveau: keuzeVeld('Niveau in het PIP', NIVEAUS),
  bewijzen: lijstVeld('Bewijzen van behaalde taalonderdelen', bewijsVelden, 'Geen: lege lijst.'),
};

export type GedeeltelijkeFeiten = Invoer<typeof velden>;
type Bewijs = NonNullable<GedeeltelijkeFeiten['bewijzen']>[number];
type Niveau = (typeof NIVEAUS)[number];
export type GedeeltelijkeUitkomst = { vrijgesteld: { onderdeel: Taalonderdeel }[] };

const TITEL = 'Vrijstelling van taalonderdelen';
const GROND = grondslag('gedeeltelijke-vrijstelling', 'regeling', 'art. 3.12 tot en met 3.14', {
  zekerheid: 'afgeleid',
  toelichting:
    'Alleen de hoofdlijn is overgenomen: een al behaald taalonderdeel hoeft niet nog eens. DUO beoordeelt het bewijs.',
});

/**
 * `gedeeltelijke-vrijstelling`: voor welke taalonderdelen iemand geen examen meer hoeft te doen.
 *
 * Regeling inburgering 2021 art. 3.12–3.14 (https://wetten.overheid.nl/BWBR0045574/2026-04-18): wie een
 * taalonderdeel al heeft behaald op ten minste het niveau van het PIP kan daarvoor worden vrijgesteld.
 * DUO beslist en meldt het de gemeente (SS117, of SS116 bij een weigering).
 */
export function gedeeltelijkeVrijstelling(
  f: GedeeltelijkeFeiten,
  herkomst: Herkomst = {},
): Berekening<GedeeltelijkeUitkomst> {
  const nodig = vereis(velden, f, ['bewijzen']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, GROND);
  const { bewijzen } = nodig.f;
  if (bewijzen.every((b) => b.erkend === false)) return antwoord(f, herkomst, []);
  const niveau = vereis(velden, f, ['niveau']);
  if ('ontbreekt' in niveau) return onbekend(TITEL, niveau.ontbreekt, GROND);
  const { niveau: nodigNiveau } = niveau.f;
  const vrij = TAALONDERDELEN.filter((o) =>
    bewijzen.some((b) => b.onderdeel === o && steltVrij(b, nodigNiveau) === true),
  );
  const open = bewijzen.filter(
    (b) => steltVrij(b, nodigNiveau) === undefined && !vrij.some((o) => o === b.onderdeel),
  );
  if (open.length > 0) return onbekend(TITEL, gebreken(open), GROND);
  return antwoord(f, herkomst, vrij);
}

/** Of dit bewijs vrijstelt; leeg als daarvoor iets ontbreekt. */
function steltVrij(b: Bewijs, nodig: Niveau): boolean | undefined {
  if (b.erkend === false) return false;
  const hoog = b.niveau && BEHAALD.indexOf(b.niveau) >= BEHAALD.indexOf(nodig);
  if (hoog === false) return false;
  return b.onderdeel && hoog && b.erkend ? true : undefined;
}

function gebreken(open: readonly Bewijs[]): OntbrekendFeit[] {
  return (['onderdeel', 'niveau', 'erkend'] as const)
    .filter((naam) => open.some((b) => b[naam] === undefined))
    .map((naam) => ({
      feit: `bewijzen.${naam}`,
      tekst: `Van een bewijs is nog niet bekend: ${bewijsVelden[naam].naam}.`,
    }));
}

function antwoord(
  f: GedeeltelijkeFeiten,
  herkomst: Herkomst,
  vrij: readonly Taalonderdeel[],
): Berekening<GedeeltelijkeUitkomst> {
  return {
    uitkomst: 'bepaald',
    waarde: { vrijgesteld: vrij.map((onderdeel) => ({ onderdeel })) },
    uitleg: () => ({
      titel: TITEL,
      uitkomst: vrij.length > 0 ? `vrij van ${opsomming([...vrij])}` : 'geen enkel onderdeel',
      grondslag: GROND,
      feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
      stappen: vrij.map((o) => ({ titel: `Al behaald: ${o}`, uitkomst: 'geen examen nodig' })),
      zouWijzigenAls: ['DUO nog een bewijs erkent', 'het niveau in het PIP wijzigt'],
    }),
  };
}

export const gedeeltelijkeVrijstellingRegel = maakRegel({
  id: 'gedeeltelijke-vrijstelling',
  titel: 'Vrijstelling van een deel van het examen',
  vraag: 'Van welke taalonderdelen is deze persoon vrijgesteld?',
  beschrijving:
    'Wie een taalonderdeel al heeft gehaald, op ten minste het niveau uit het PIP, kan DUO vragen om vrijstelling van dat onderdeel. DUO beoordeelt het bewijs en beslist binnen acht weken. De gemeente krijgt bericht.',
  rijen: ['J8'],
  artikelen: [GROND],
  versieVolgt: 'De regeling is sinds 2022 gelijk gebleven.',
  velden,
  waarde: {
    vrijgesteld: lijstVeld('Vrijgesteld van', {
      onderdeel: keuzeVeld('Taalonderdeel', TAALONDERDELEN),
    }),
  },
  voorbeelden: [
    {
      naam: 'Lezen op B1 is al gehaald',
      invoer: { niveau: 'B1', bewijzen: [{ onderdeel: 'lezen', niveau: 'B1', erkend: true }] },
    },
    {
      naam: 'Spreken op A2 is te laag voor B1',
      invoer: { niveau: 'B1', bewijzen: [{ onderdeel: 'spreken', niveau: 'A2', erkend: true }] },
    },
    {
      naam: 'DUO heeft nog niet beoordeeld',
      invoer: { niveau: 'A2', bewijzen: [{ onderdeel: 'spreken', niveau: 'A2' }] },
    },
  ],
  vindplaats: {
    bestand: 'rules/vrijstelling/gedeeltelijke-vrijstelling.ts',
    test: 'rules/vrijstelling/gedeeltelijke-vrijstelling.test.ts',
  },
  bepaal: gedeeltelijkeVrijstelling,
});
