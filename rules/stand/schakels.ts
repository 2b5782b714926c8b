import type { Reden } from '../shared/antwoord.ts';
import type { Lezing } from './lezing.ts';
import type { Schakel, SchakelNummer, Verplichting } from './stand.ts';

const NAMEN: Record<SchakelNummer, string> = {
  1: 'Plicht vastgesteld',
  2: 'Voorbereiden',
  3: 'Intake en PIP',
  4: 'Inburgeren',
  5: 'Afronden',
};

const VAN_SCHAKEL_3 = ['brede-intake', 'leerbaarheidstoets', 'pip'];

/**
 * De vijf schakels van de keten: vaststellen van de plicht (DUO), voorbereiden, brede intake en PIP,
 * inburgeren en participeren, afronden. Per schakel wat nog nodig is om door te gaan. De schakel waarin
 * iemand zit is de eerste die niet gereed is; is de plicht geëindigd, dan de laatste.
 */
export function bepaalSchakels(
  l: Lezing,
  verplichtingen: Verplichting[],
): { schakel: SchakelNummer; schakels: Schakel[] } {
  const nodig: Record<SchakelNummer, Reden[]> = {
    1: plicht(l),
    2: voorbereiden(l),
    3: intakeEnPip(l, verplichtingen),
    4: verplichtingen
      .filter((v) => !VAN_SCHAKEL_3.includes(v.id) && v.id !== 'voortgangsgesprekken')
      .flatMap((v) => v.ontbreekt),
    5: afronden(l),
  };
  const nummers: SchakelNummer[] = [1, 2, 3, 4, 5];
  const beeindigd = l.toestand.waarde === 'beeindigd';
  const huidig = beeindigd ? 5 : (nummers.find((n) => !isGereed(n)) ?? 5);
  return { schakel: huidig, schakels: nummers.map(maak) };

  function isGereed(n: SchakelNummer): boolean {
    if (n === 4 && !l.pip) return false;
    return nodig[n].length === 0;
  }

  function maak(nummer: SchakelNummer): Schakel {
    const gereed = isGereed(nummer) || (beeindigd && l.toestand.voldaan && nummer < 5);
    if (gereed) return { nummer, naam: NAMEN[nummer], staat: 'gereed', nogNodig: [] };
    if (beeindigd && nummer < 5) {
      return { nummer, naam: NAMEN[nummer], staat: 'vervallen', nogNodig: [] };
    }
    const staat = nummer === huidig || isBegonnen(l, nummer) ? 'bezig' : 'nog-niet';
    return { nummer, naam: NAMEN[nummer], staat, nogNodig: nodig[nummer].map(beknopt) };
  }
}

/** De grondslag staat al bij de verplichting zelf; hier zou zij de Stand alleen groter maken. */
function beknopt({ code, tekst, veld, actie }: Reden): Reden {
  return { code, tekst, ...(veld ? { veld } : {}), ...(actie ? { actie } : {}) };
}

function isBegonnen(l: Lezing, nummer: SchakelNummer): boolean {
  if (nummer === 2) return Boolean(l.g.laatste('koppeling'));
  // De intake mag al in het azc beginnen, ook als de voorbereiding nog loopt.
  if (nummer === 3) {
    const { gesprekken, begonnen, afgerond } = l.intake;
    return gesprekken.length > 0 || begonnen || Boolean(afgerond);
  }
  return nummer === 4 && Boolean(l.pip);
}

function plicht(l: Lezing): Reden[] {
  if (l.toestand.waarde !== 'nog-niet-plichtig') return [];
  return [{ code: 'plicht', tekst: 'DUO heeft nog geen inburgeringsplicht gemeld.' }];
}

function voorbereiden(l: Lezing): Reden[] {
  // Een gezinsmigrant woont hier al: er is geen azc, koppeling of huisvesting.
  const woontHier = l.doelgroep.waarde === 'gezins-en-overige-migrant' && !l.inAzc;
  const plichtig = l.toestand.waarde !== 'nog-niet-plichtig';
  if (l.inschrijving || l.eersteEigenPip || (woontHier && plichtig)) return [];
  const tekst = 'De persoon is nog niet in deze gemeente ingeschreven.';
  return [{ code: 'inschrijving', tekst }];
}

function intakeEnPip(l: Lezing, verplichtingen: Verplichting[]): Reden[] {
  return verplichtingen
    .filter((v) => v.id === 'pip' || (!l.pip && VAN_SCHAKEL_3.includes(v.id)))
    .flatMap((v) => (v.id === 'leerbaarheidstoets' ? [] : v.ontbreekt));
}

function afronden(l: Lezing): Reden[] {
  if (l.g.laatste('dossier-afgerond')) return [];
  const tekst =
    l.toestand.waarde === 'beeindigd'
      ? 'Rond het dossier af.'
      : 'DUO heeft nog niet gemeld dat de plicht is voldaan.';
  return [{ code: 'afronden', tekst }];
}
