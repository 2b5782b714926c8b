import type { Berekening } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import {
  aangehaaldeFeiten,
  type Herkomst,
  maakRegel,
  onbekend,
  ontbrekendFeit,
  vereis,
} from '../shared/regel.ts';
import { type Invoer, jaNeeVeld, keuzeVeld } from '../shared/velden.ts';

const velden = {
  asielvergunningBepaaldeTijd: jaNeeVeld('Verblijf op een asielvergunning voor bepaalde tijd'),
  gehuisvest: jaNeeVeld(
    'Al gehuisvest in een gemeente',
    'Op grond van art. 28 Huisvestingswet 2014; een azc telt niet.',
  ),
};

export type BevoegdFeiten = Invoer<typeof velden>;
export type Bevoegd = { college: 'gemeente van huisvesting' | 'gemeente van woonplaats' };

const TITEL = 'Welk college bevoegd is';
const GROND = grondslag('gemeente-bevoegd', 'wet', 'art. 1');

/**
 * `gemeente-bevoegd`: welk college deze wet voor iemand uitvoert.
 *
 * Wi2021 art. 1 (https://wetten.overheid.nl/BWBR0044770/2025-10-21): het college van de woonplaats; voor wie
 * een asielvergunning voor bepaalde tijd heeft het college van de gemeente waar die wordt gehuisvest. Zolang
 * die er niet is, is er nog geen college.
 */
export function gemeenteBevoegd(f: BevoegdFeiten, herkomst: Herkomst = {}): Berekening<Bevoegd> {
  const nodig = vereis(velden, f, ['asielvergunningBepaaldeTijd']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, GROND);
  const asiel = nodig.f.asielvergunningBepaaldeTijd;
  if (asiel && f.gehuisvest === undefined) {
    return onbekend(TITEL, [ontbrekendFeit(velden, 'gehuisvest')], GROND);
  }
  const uitleg = (uitkomst: string) => () => ({
    titel: TITEL,
    uitkomst,
    grondslag: GROND,
    feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
    zouWijzigenAls: ['de persoon naar een andere gemeente verhuist'],
  });
  if (asiel && !f.gehuisvest) {
    const zin = 'nog geen: de persoon is nog niet in een gemeente gehuisvest';
    return { uitkomst: 'niet-van-toepassing', uitleg: uitleg(zin) };
  }
  const college = asiel ? 'gemeente van huisvesting' : 'gemeente van woonplaats';
  return {
    uitkomst: 'bepaald',
    waarde: { college },
    uitleg: uitleg(`het college van de ${college}`),
  };
}

export const gemeenteBevoegdRegel = maakRegel({
  id: 'gemeente-bevoegd',
  titel: 'Welk college bevoegd is',
  vraag: 'Welke gemeente voert de wet voor deze persoon uit?',
  beschrijving:
    'Dat is de gemeente waar iemand woont. Voor wie een asielvergunning voor bepaalde tijd heeft, is het de gemeente waar die wordt gehuisvest. In een azc is er nog geen gemeente aan zet.',
  rijen: ['A22'],
  artikelen: [GROND],
  versieVolgt: 'De regeling is sinds 2022 gelijk gebleven.',
  velden,
  waarde: {
    college: keuzeVeld('Bevoegd', ['gemeente van huisvesting', 'gemeente van woonplaats']),
  },
  voorbeelden: [
    { naam: 'Gezinsmigrant', invoer: { asielvergunningBepaaldeTijd: false } },
    {
      naam: 'Statushouder met woning',
      invoer: { asielvergunningBepaaldeTijd: true, gehuisvest: true },
    },
    { naam: 'Nog in het azc', invoer: { asielvergunningBepaaldeTijd: true, gehuisvest: false } },
    { naam: 'Niets bekend', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/inburgeringsplicht/gemeente-bevoegd.ts',
    test: 'rules/inburgeringsplicht/plicht-rond.test.ts',
  },
  bepaal: gemeenteBevoegd,
});
