import type { Verklaring } from '../shared/antwoord.ts';
import { plusDagen } from '../shared/datum.ts';
import { aangehaald, gegeven } from '../shared/gegeven.ts';
import { grondslag } from '../shared/grondslag.ts';
import type { Klok } from '../shared/klok.ts';
import { inWoorden } from '../shared/tekst.ts';
import type { Feit } from './feiten.ts';
import { eerder, type Geldend } from './geldend.ts';
import type { Stand } from './stand.ts';

export type ToestandAntwoord = {
  waarde: Stand['toestand'];
  /** Waar als de plicht eindigde doordat eraan is voldaan. */
  voldaan: boolean;
  overleden: boolean;
  /** Wat de plicht maakt tot wat zij is, als deel van een zin. */
  reden: string;
  uitleg: Verklaring;
};

const WET = grondslag('inburgeringsplicht', 'wet', 'art. 3, 4 en 5');

type Oorzaak = { waarde: Stand['toestand']; reden: string; voldaan?: boolean; overleden?: boolean };

/** Wat een gebeurtenis van DUO met de plicht doet. */
const GEBEURTENISSEN: Record<string, Oorzaak> = {
  SS101: { waarde: 'actief', reden: 'inburgeringsplichtig' },
  SS128: { waarde: 'actief', reden: 'inburgeringsplichtig, bijna AOW-leeftijd' },
  SS139: { waarde: 'actief', reden: 'inburgeringsplichtig' },
  SS120: { waarde: 'actief', reden: 'inburgeringsplichtig, hier komen wonen' },
  SS121: { waarde: 'actief', reden: 'inburgeringsplichtig, hier komen wonen met een PIP' },
  SS129: { waarde: 'actief', reden: 'tijdelijke vrijstelling ingetrokken' },
  SS130: { waarde: 'actief', reden: 'tijdelijke vrijstelling ingetrokken' },
  SS109: { waarde: 'gepauzeerd', reden: 'tijdelijke vrijstelling' },
  SS106: { waarde: 'beeindigd', reden: 'diploma behaald', voldaan: true },
  SS141: { waarde: 'beeindigd', reden: 'inburgeringscertificaat', voldaan: true },
  SS107: { waarde: 'beeindigd', reden: 'volledige vrijstelling' },
  SS108: { waarde: 'beeindigd', reden: 'volledige ontheffing' },
  SS110: { waarde: 'beeindigd', reden: 'plicht ingetrokken' },
  SS111: { waarde: 'beeindigd', reden: 'overleden', overleden: true },
};

function vanPlicht(f: Feit<'inburgeringsplicht'>, bestond: boolean, klok: Klok): Oorzaak {
  const { plichtig, begin, eind, redenGeenPlicht } = f.inhoud;
  if (!plichtig) return zonderPlicht(redenGeenPlicht, bestond);
  if (eind && klok.bereikt(eind)) {
    const laatsteDag = inWoorden(plusDagen(eind, -1));
    return { waarde: 'beeindigd', reden: `plicht liep tot en met ${laatsteDag}` };
  }
  if (begin && !klok.bereikt(begin)) {
    return { waarde: 'nog-niet-plichtig', reden: `plichtig vanaf ${inWoorden(begin)}` };
  }
  return { waarde: 'actief', reden: 'inburgeringsplichtig' };
}

/** Zonder reden van DUO: was er eerder een plicht, dan is die voorbij; anders is zij er nog niet. */
function zonderPlicht(reden: string | undefined, bestond: boolean): Oorzaak {
  if (!reden) {
    return bestond
      ? { waarde: 'beeindigd', reden: 'volgens DUO geen plicht meer, zonder reden' }
      : { waarde: 'nog-niet-plichtig', reden: 'niet inburgeringsplichtig' };
  }
  if (reden === 'Tijdelijke vrijstelling') {
    return { waarde: 'gepauzeerd', reden: 'tijdelijke vrijstelling' };
  }
  return {
    waarde: 'beeindigd',
    reden: reden.toLowerCase(),
    voldaan: reden === 'Inburgeringsplicht voldaan',
    overleden: reden === 'Overlijden',
  };
}

/** Het laatste feit dat iets over de plicht zegt, met wat het zegt. */
function laatsteOorzaak(g: Geldend, klok: Klok): { feit: Feit; oorzaak: Oorzaak } | undefined {
  const overlijden = g.laatste('overlijden');
  if (overlijden) {
    const oorzaak: Oorzaak = { waarde: 'beeindigd', reden: 'overleden', overleden: true };
    return { feit: overlijden, oorzaak };
  }
  const plicht = g.laatste('inburgeringsplicht');
  const gebeurtenis = g
    .alle('duo-gebeurtenis')
    .findLast((f) => GEBEURTENISSEN[f.inhoud.gebeurtenisId]);
  const vanDuo = gebeurtenis && GEBEURTENISSEN[gebeurtenis.inhoud.gebeurtenisId];
  if (gebeurtenis && vanDuo && !wijkt(gebeurtenis, vanDuo, plicht)) {
    return { feit: gebeurtenis, oorzaak: vanDuo };
  }
  return plicht && { feit: plicht, oorzaak: vanPlicht(plicht, bestondEerder(g), klok) };
}

/** Waar als DUO ooit een plicht meldde. */
function bestondEerder(g: Geldend): boolean {
  return (
    g.alle('inburgeringsplicht').some((f) => f.inhoud.plichtig) ||
    g
      .alle('duo-gebeurtenis')
      .some((f) => GEBEURTENISSEN[f.inhoud.gebeurtenisId]?.waarde === 'actief')
  );
}

/**
 * Een melding dat de plicht (weer) bestaat zegt minder dan de opgehaalde plicht zelf; een melding dat zij
 * eindigt of rust zegt meer dan een plicht die zonder reden ontbreekt.
 */
function wijkt(melding: Feit, oorzaak: Oorzaak, plicht: Feit<'inburgeringsplicht'> | undefined) {
  if (!plicht) return false;
  const { plichtig, redenGeenPlicht } = plicht.inhoud;
  if (!plichtig && !redenGeenPlicht && oorzaak.waarde !== 'actief') return false;
  if (eerder(melding, plicht) < 0) return true;
  return oorzaak.waarde === 'actief' && plichtig;
}

/**
 * Toestand van het dossier: of de plicht bestaat, rust of voorbij is.
 * Wi2021 art. 3, 4 en 5 (https://wetten.overheid.nl/BWBR0044770/2025-10-21). DUO beslist over de plicht;
 * het laatste bericht telt, en overlijden gaat voor alles. Een onderbreking van ten hoogste een jaar is geen
 * einde (Besluit art. 2.1); ook dat stelt DUO vast.
 */
export function bepaalToestand(g: Geldend, klok: Klok): ToestandAntwoord {
  const gevonden = laatsteOorzaak(g, klok);
  if (!gevonden) {
    return {
      waarde: 'nog-niet-plichtig',
      voldaan: false,
      overleden: false,
      reden: 'DUO heeft nog geen inburgeringsplicht gemeld',
      uitleg: () => ({
        titel: 'Inburgeringsplicht',
        uitkomst: 'DUO heeft nog geen inburgeringsplicht gemeld',
        grondslag: WET,
        zouWijzigenAls: ['DUO de inburgeringsplicht meldt (SS101 of SS139)'],
      }),
    };
  }
  const { feit, oorzaak } = gevonden;
  return {
    waarde: oorzaak.waarde,
    voldaan: oorzaak.voldaan ?? false,
    overleden: oorzaak.overleden ?? false,
    reden: oorzaak.reden,
    uitleg: () => ({
      titel: 'Inburgeringsplicht',
      uitkomst: oorzaak.reden,
      grondslag: WET,
      feiten: [aangehaald('Laatste bericht over de plicht', gegeven(feit, feit), oorzaak.reden)],
      zouWijzigenAls: ['DUO iets anders meldt over de plicht'],
    }),
  };
}
