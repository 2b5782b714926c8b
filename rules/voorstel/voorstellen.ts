import { inWoorden, opsomming } from '../shared/tekst.ts';
import type { Lezing } from '../stand/lezing.ts';
import { brpWijzigingen } from '../stand/signaal/brp-wijzigingen.ts';
import { meldingenGeweigerd } from '../stand/signaal/meldingen-duo.ts';
import type { Termijn, Verplichting, Voorstel } from '../stand/stand.ts';
import { naPip } from './na-pip.ts';
import { voorPip } from './voor-pip.ts';

/** Wat van de rest van de Stand nodig is om iets voor te stellen. */
export type VoorstelBasis = {
  l: Lezing;
  termijnen: Termijn[];
  verplichtingen: Verplichting[];
};

/**
 * De voorgestelde handelingen, de belangrijkste eerst. Een mens beslist.
 *
 * Een geweigerd PIP staat vooraan, want zolang DUO weigert staat alles stil. Daarna gaat wat het eerst
 * klaar moet zijn voor; wat geen laatste dag heeft komt achteraan, in vaste volgorde.
 */
export function bepaalVoorstellen(basis: VoorstelBasis): Voorstel[] {
  const lijst = kandidaten(basis);
  if (lijst.length === 0) return [geen('Er is nu niets te doen.')];
  const rang = (v: Voorstel) => (v.soort === 'pip-melding-herstellen' ? '' : (v.laatsteDag ?? '~'));
  return lijst.toSorted((a, b) => {
    const [x, y] = [rang(a), rang(b)];
    return x === y ? 0 : x < y ? -1 : 1;
  });
}

function kandidaten(basis: VoorstelBasis): Voorstel[] {
  const { l } = basis;
  switch (l.toestand.waarde) {
    case 'beeindigd':
      return afronden(l);
    case 'gepauzeerd':
      return [geen('Tijdelijke vrijstelling: de plicht rust tot DUO meldt dat zij herleeft.')];
    case 'nog-niet-plichtig':
      return vroegeStart(basis);
    default:
      return [
        ...(l.pip ? naPip(basis) : voorPip(basis)),
        ...meldingHerstellen(l),
        ...brpBekijken(l),
        ...aanvullen(l),
      ];
  }
}

function geen(reden: string): Voorstel {
  return { soort: 'geen', titel: 'Niets te doen', reden };
}

function afronden(l: Lezing): Voorstel[] {
  if (l.g.laatste('dossier-afgerond')) return [geen('Het dossier is afgerond.')];
  const reden = l.toestand.overleden
    ? 'De persoon is overleden; stop brieven en afspraken en sluit het dossier.'
    : `De plicht is geëindigd: ${l.toestand.reden}.`;
  return [{ soort: 'afronden', titel: 'Dossier afronden', reden }];
}

/** Wie aan de gemeente is gekoppeld mag al in het azc met de intake beginnen. */
function vroegeStart(basis: VoorstelBasis): Voorstel[] {
  const koppeling = basis.l.g.laatste('koppeling');
  if (!koppeling) return [geen('DUO heeft nog geen inburgeringsplicht gemeld.')];
  const reden = `Gekoppeld op ${inWoorden(koppeling.inhoud.op)}; de intake mag al in het azc beginnen, de tien weken lopen nog niet.`;
  const voorstellen = voorPip(basis).filter((v) => !v.soort.startsWith('pip-'));
  if (voorstellen.length === 0) {
    return [geen('De intake is klaar; het PIP kan pas als DUO de inburgeringsplicht meldt.')];
  }
  return voorstellen.map((v) => (v.soort === 'intake-plannen' ? { ...v, reden } : v));
}

/** Wat DUO weigerde, of wat wij tegenhielden, en nog niet is hersteld. */
function meldingHerstellen(l: Lezing): Voorstel[] {
  const [eerste] = meldingenGeweigerd(l.g);
  if (!eerste) return [];
  return [
    {
      soort: 'pip-melding-herstellen',
      titel: 'Melding aan DUO herstellen',
      reden: eerste.tekst,
    },
  ];
}

/** Wat de BRP anders gaf dan eerder en nog niemand heeft bekeken. */
function brpBekijken(l: Lezing): Voorstel[] {
  const open = brpWijzigingen(l.g);
  if (open.length === 0) return [];
  const reden = open.map((w) => w.voorstel).join(' ');
  return [{ soort: 'brp-wijziging-bekijken', titel: 'Wijziging in de BRP bekijken', reden }];
}

/** Gegevens die DUO of de BRP nog moet geven voordat de termijn of het aanbod klopt. */
function aanvullen(l: Lezing): Voorstel[] {
  const mist: string[] = [];
  if (l.doelgroep.waarde === 'onbekend') mist.push('de doelgroep');
  const verhuisd = l.vorigePip ? 'met-pip' : l.verhuisd;
  if (!l.kennisgeving && verhuisd !== 'met-pip' && !l.eersteEigenPip) {
    mist.push('de dag van de kennisgeving');
  }
  if (verhuisd && !l.inschrijving) mist.push('de dag van inschrijving');
  if (mist.length === 0) return [];
  const reden = `Nog niet bekend: ${opsomming(mist)}. Haal dit op bij DUO of de BRP.`;
  return [{ soort: 'gegevens-aanvullen', titel: 'Gegevens aanvullen', reden }];
}
