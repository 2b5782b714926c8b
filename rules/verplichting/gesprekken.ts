import type { Berekening } from '../shared/antwoord.ts';
import { herkomstVan } from '../shared/gegeven.ts';
import { grondslag } from '../shared/grondslag.ts';
import type { Lezing } from '../stand/lezing.ts';
import type { Verplichting } from '../stand/stand.ts';
import {
  type Voortgang,
  voortgangsgesprekken as voortgangRegel,
} from '../voortgang/voortgangsgesprekken.ts';
import { reden, verplichting, verplichtingKop } from './maak.ts';

const KOP = verplichtingKop(
  'voortgangsgesprekken',
  'Voortgangsgesprekken',
  grondslag('voortgangsgesprekken', 'besluit', 'art. 5.3 lid 4'),
);

/**
 * Hoeveel gesprekken er nog zijn en wanneer het volgende moet zijn gevoerd, volgens `voortgangsgesprekken`
 * en het ritme van de gemeente.
 * @returns niets zonder PIP
 */
export function voortgang(l: Lezing): Berekening<Voortgang> | undefined {
  const { pip, eersteEigenPip } = l;
  if (!pip || !eersteEigenPip) return undefined;
  const feiten = {
    aantalInPip: pip.inhoud.inhoud.voortgangsgesprekken.aantal,
    dagtekeningPip: eersteEigenPip.inhoud.dagtekening,
    gesprekken: l.g.alle('voortgangsgesprek').map((f) => ({ datum: f.inhoud.op })),
    maandenEersteJaar: l.beleid.gesprekkenJaar1Maanden,
    maandenDaarna: l.beleid.gesprekkenDaarnaMaanden,
  };
  const beleid = { bron: 'lokaal beleid' };
  const uitleg = () =>
    voortgangRegel(feiten, {
      aantalInPip: herkomstVan(pip),
      dagtekeningPip: herkomstVan(eersteEigenPip),
      gesprekken: { bron: 'dit dossier' },
      maandenEersteJaar: beleid,
      maandenDaarna: beleid,
    }).uitleg();
  return { ...voortgangRegel(feiten), uitleg };
}

/** Voortgangsgesprekken: zoveel als in het PIP staat. De wet noemt geen minimum. */
export function voortgangsgesprekken(l: Lezing): Verplichting | undefined {
  const antwoord = voortgang(l);
  if (!l.pip || !antwoord) return undefined;
  const moet = l.pip.inhoud.inhoud.voortgangsgesprekken.aantal;
  const over = antwoord.uitkomst === 'bepaald' ? antwoord.waarde.nogTeVoeren : 0;
  const tekst = over === 1 ? 'Nog één gesprek te voeren.' : `Nog ${over} gesprekken te voeren.`;
  return verplichting(KOP, {
    ontbreekt: over > 0 ? [reden('voortgangsgesprek', tekst, KOP)] : [],
    voortgang: { is: moet - over, moet, eenheid: 'gesprekken' },
    feiten: () => antwoord.uitleg().feiten ?? [],
    stappen: () => antwoord.uitleg().stappen ?? [],
  });
}
