import type { Berekening, Uitleg } from '../shared/antwoord.ts';
import { type Datum, laatste, plusJaren, plusMaanden } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import {
  aangehaaldeFeiten,
  type Herkomst,
  maakRegel,
  onbekend,
  ontbrekendFeit,
  vereis,
} from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { datumVeld, getalVeld, type Invoer, lijstVeld } from '../shared/velden.ts';

const ritme = (naam: string) => getalVeld(naam, { eenheid: 'maanden', min: 1, max: 36 });

const velden = {
  aantalInPip: getalVeld('Aantal voortgangsgesprekken in het PIP', { max: 99 }),
  dagtekeningPip: datumVeld('Dagtekening van het eerste PIP van deze gemeente'),
  gesprekken: lijstVeld('Gevoerde voortgangsgesprekken', {
    datum: datumVeld('Dag van het gesprek'),
  }),
  maandenEersteJaar: ritme('Beleid: maanden tussen gesprekken in het eerste jaar'),
  maandenDaarna: ritme('Beleid: maanden tussen gesprekken daarna'),
};

export type VoortgangFeiten = Invoer<typeof velden>;

/** `volgende` is de dag waarop het volgende gesprek volgens het ritme moet zijn gevoerd. */
export type Voortgang = { gevoerd: number; nogTeVoeren: number; volgende: Datum };

const TITEL = 'Volgend voortgangsgesprek';
const GROND = grondslag('voortgangsgesprekken', 'besluit', 'art. 5.3 lid 4');
const ZICHT = grondslag('voortgangsgesprekken', 'wet', 'art. 17 lid 1');
const RITME = grondslag('voortgangsgesprekken', 'wet', 'art. 17 lid 1', {
  zekerheid: 'ontwerp',
  toelichting: 'De wet noemt geen minimum en geen ritme; het aantal staat in het PIP.',
});

/**
 * `voortgangsgesprekken`: hoeveel gesprekken er nog zijn en wanneer het volgende moet zijn gevoerd.
 *
 * Besluit inburgering 2021 art. 5.3 lid 4 (https://wetten.overheid.nl/BWBR0045555/2026-04-02): het PIP noemt
 * het aantal. Wi2021 art. 17 lid 1: het college houdt zicht op de voortgang. Het ritme is beleid: gerekend
 * vanaf het vorige gesprek, of vanaf de dagtekening. Een gesprek vóór het PIP telt niet.
 */
export function voortgangsgesprekken(
  f: VoortgangFeiten,
  herkomst: Herkomst = {},
): Berekening<Voortgang> {
  const verklaar = (uitkomst: string, stappen: Uitleg[]): Uitleg => ({
    titel: TITEL,
    uitkomst,
    grondslag: GROND,
    feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen,
    zouWijzigenAls: ['een gesprek wordt gevoerd', 'het PIP een ander aantal noemt'],
  });
  if (f.aantalInPip === 0) {
    const uitleg = () => verklaar('het PIP noemt geen gesprekken', []);
    return { uitkomst: 'niet-van-toepassing', uitleg };
  }
  const nodig = vereis(velden, f, ['aantalInPip', 'dagtekeningPip', 'gesprekken']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, GROND);
  const { aantalInPip: aantal, dagtekeningPip: pip } = nodig.f;
  const { dagen, onbekende } = lees(nodig.f.gesprekken, pip);
  if (dagen.length >= aantal) {
    const uitleg = () =>
      verklaar(`alle gesprekken zijn gevoerd: ${dagen.length} van ${aantal}`, []);
    return { uitkomst: 'niet-van-toepassing', uitleg };
  }
  if (onbekende) return onbekend(TITEL, [ontbrekendFeit(velden, 'gesprekken')], GROND);
  const vorige = dagen.reduce(laatste, pip);
  const eersteJaar = vorige < plusJaren(pip, 1);
  const maat = eersteJaar ? 'maandenEersteJaar' : 'maandenDaarna';
  const maanden = f[maat];
  if (maanden === undefined) return onbekend(TITEL, [ontbrekendFeit(velden, maat)], RITME);
  const volgende = plusMaanden(vorige, maanden);
  return {
    uitkomst: 'bepaald',
    waarde: { gevoerd: dagen.length, nogTeVoeren: aantal - dagen.length, volgende },
    uitleg: () =>
      verklaar(`uiterlijk ${inWoorden(volgende)}`, [
        { titel: 'Gevoerd sinds het PIP', uitkomst: `${dagen.length} van ${aantal}` },
        {
          titel: dagen.length > 0 ? 'Vorige gesprek' : 'Nog geen gesprek: vanaf het PIP',
          uitkomst: inWoorden(vorige),
        },
        {
          titel: `Ritme ${eersteJaar ? 'in het eerste jaar' : 'na het eerste jaar'}`,
          uitkomst: `na ${maanden} maanden: ${inWoorden(volgende)}`,
          grondslag: RITME,
        },
      ]),
  };
}

function lees(gesprekken: readonly { readonly datum?: Datum }[], pip: Datum) {
  const bekend = gesprekken.flatMap((g) => (g.datum ? [g.datum] : []));
  return {
    dagen: bekend.filter((d) => d >= pip),
    onbekende: bekend.length < gesprekken.length,
  };
}

const PIP = {
  aantalInPip: 8,
  dagtekeningPip: '2025-03-10',
  maandenEersteJaar: 3,
  maandenDaarna: 6,
};

export const voortgangsgesprekkenRegel = maakRegel({
  id: 'voortgangsgesprekken',
  titel: 'Voortgangsgesprekken',
  vraag: 'Wanneer is het volgende voortgangsgesprek?',
  beschrijving:
    'Het college houdt genoeg zicht op de voortgang van wie inburgert. Hoeveel gesprekken daarvoor nodig zijn, staat in het PIP; de wet noemt geen minimum.\n\nHet ritme kiest de gemeente, bijvoorbeeld elke drie maanden in het eerste jaar en daarna elk half jaar. Het volgende gesprek telt vanaf het vorige, of vanaf de dagtekening van het PIP. Een gesprek van vóór het PIP telt niet mee.',
  rijen: ['H1', 'H2', 'H3', 'D8'],
  artikelen: [GROND, ZICHT],
  versieVolgt: 'De dagtekening van het PIP; er is één versie.',
  velden,
  waarde: {
    gevoerd: getalVeld('Gevoerde gesprekken'),
    nogTeVoeren: getalVeld('Nog te voeren'),
    volgende: datumVeld('Uiterste dag van het volgende gesprek'),
  },
  voorbeelden: [
    { naam: 'Nog geen gesprek', invoer: { ...PIP, gesprekken: [] } },
    { naam: 'Na het eerste jaar', invoer: { ...PIP, gesprekken: [{ datum: '2026-03-12' }] } },
    {
      naam: 'Alle gesprekken gevoerd',
      invoer: { ...PIP, aantalInPip: 1, gesprekken: [{ datum: '2025-06-02' }] },
    },
    { naam: 'Nog niets bekend', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/voortgang/voortgangsgesprekken.ts',
    test: 'rules/voortgang/voortgangsgesprekken.test.ts',
  },
  bepaal: voortgangsgesprekken,
});
