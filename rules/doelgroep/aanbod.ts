import { ontzorgen as ontzorgenRegel } from '../ontzorgen/ontzorgen.ts';
import type { Uitleg } from '../shared/antwoord.ts';
import type { Datum } from '../shared/datum.ts';
import type { Gegeven } from '../shared/gegeven.ts';
import { type GrondslagKeuze, grondslag, type WetId } from '../shared/grondslag.ts';
import type { Klok } from '../shared/klok.ts';
import type { Leerroute } from '../stand/feiten.ts';
import type { AanbodOnderdeel } from '../stand/stand.ts';
import type { Doelgroep } from './doelgroep.ts';

export type AanbodFeiten = {
  doelgroep: Doelgroep;
  gezinslidVanAsielstatushouder: boolean;
  leerroute?: Leerroute;
  /** Verblijf op een asielvergunning voor bepaalde tijd (Vw 28). */
  asielvergunningBepaaldeTijd?: Gegeven<boolean>;
  /** `tot` is de eerste dag zonder bijstand. */
  bijstand?: Gegeven<{ vanaf: Datum; tot?: Datum }>;
  /** Lokaal beleid: maatschappelijke begeleiding ook voor gezinsmigranten. */
  begeleidingGezinsmigranten: boolean;
};

type Recht = AanbodOnderdeel['recht'];

const ONTZORGEN = 'Financieel ontzorgen';

function onderdeel(
  id: string,
  naam: string,
  recht: Recht,
  reden: string,
  [wet, artikel]: [WetId, string],
  keuze: GrondslagKeuze = {},
): AanbodOnderdeel {
  return {
    id,
    naam,
    recht,
    uitleg: () => ({
      titel: naam,
      uitkomst: reden,
      grondslag: grondslag('aanbod', wet, artikel, keuze),
    }),
  };
}

/**
 * `aanbod`: wat de gemeente aan wie aanbiedt.
 *
 * Wi2021 art. 6, 8, 13, 15 en 16 (https://wetten.overheid.nl/BWBR0044770/2025-10-21), Participatiewet
 * art. 56a (https://wetten.overheid.nl/BWBR0015703/2025-07-01). De tabel per doelgroep volgt de verdeling
 * die gemeenten gebruiken.
 */
export function aanbod(f: AanbodFeiten, klok: Klok): AanbodOnderdeel[] {
  return [
    onderdeel('brede-intake', 'Brede intake', 'ja', 'voor alle inburgeringsplichtigen', [
      'wet',
      'art. 14',
    ]),
    onderdeel('pip', 'PIP, begeleiding en voortgangsgesprekken', 'ja', 'voor iedereen', [
      'wet',
      'art. 15 en 17',
    ]),
    leerrouteAanbod(f.doelgroep),
    onderdeel('pvt', 'Participatieverklaringstraject (PVT)', 'ja', 'voor iedereen, gratis', [
      'wet',
      'art. 6',
    ]),
    mapAanbod(f.leerroute),
    participatie(f, klok),
    begeleiding(f),
    ontzorgen(f, klok),
  ];
}

function leerrouteAanbod(doelgroep: Doelgroep): AanbodOnderdeel {
  const wet: [WetId, string] = ['wet', 'art. 16'];
  if (doelgroep === 'asielstatushouder') {
    const reden = 'de gemeente doet tijdig een aanbod';
    return onderdeel('leerroute', 'Leerroute met KNM', 'ja', reden, wet);
  }
  if (doelgroep === 'onbekend') {
    return onderdeel('leerroute', 'Leerroute met KNM', 'onbekend', 'doelgroep onbekend', wet);
  }
  const reden = 'de gemeente bepaalt de route en adviseert; de persoon koopt de cursus zelf';
  return onderdeel('leerroute', 'Leerroute met KNM', 'alleen-advies', reden, wet);
}

function mapAanbod(leerroute: Leerroute | undefined): AanbodOnderdeel {
  const naam = 'Module Arbeidsmarkt en Participatie (MAP)';
  return leerroute === 'O'
    ? onderdeel('module-map', naam, 'nee', 'niet in de onderwijsroute', ['wet', 'art. 8'])
    : onderdeel('module-map', naam, 'ja', 'voor iedereen, gratis', ['wet', 'art. 6']);
}

function heeftBijstand(f: AanbodFeiten, klok: Klok): boolean {
  if (!f.bijstand) return false;
  const { vanaf, tot } = f.bijstand.waarde;
  return klok.bereikt(vanaf) && !(tot && klok.bereikt(tot));
}

function participatie(f: AanbodFeiten, klok: Klok): AanbodOnderdeel {
  const wet: [WetId, string] = ['wet', 'art. 15'];
  const maak = (recht: Recht, reden: string) =>
    onderdeel('participatie', 'Onderdelen voor participatie in het PIP', recht, reden, wet, {
      zekerheid: 'afgeleid',
      toelichting: 'De verdeling per doelgroep is die van de gemeenten; de wet noemt haar niet zo.',
    });
  if (f.doelgroep === 'onbekend') return maak('onbekend', 'doelgroep onbekend');
  if (f.doelgroep === 'asielstatushouder') return maak('ja', 'asielstatushouder');
  return heeftBijstand(f, klok)
    ? maak('ja', 'gezins- of overige migrant met bijstand')
    : maak('bij-bijstand', 'gezins- of overige migrant: alleen met bijstand');
}

function begeleiding(f: AanbodFeiten): AanbodOnderdeel {
  const wet: [WetId, string] = ['wet', 'art. 13'];
  const maak = (recht: Recht, reden: string) =>
    onderdeel('maatschappelijke-begeleiding', 'Maatschappelijke begeleiding', recht, reden, wet);
  if (f.doelgroep === 'onbekend') return maak('onbekend', 'doelgroep onbekend');
  if (f.doelgroep === 'asielstatushouder') {
    return maak('ja', f.gezinslidVanAsielstatushouder ? 'gezinslid telt mee' : 'asielstatushouder');
  }
  return f.begeleidingGezinsmigranten
    ? maak('ja', 'beleid van deze gemeente: ook voor gezins- en overige migranten')
    : maak('lokale-keuze', 'de gemeente kan ervoor kiezen; nu niet ingesteld');
}

/**
 * Financieel ontzorgen, volgens `ontzorgen` (Participatiewet art. 56a). Smaller dan art. 13: een gezinslid
 * met een reguliere vergunning valt er niet onder.
 */
function ontzorgen(f: AanbodFeiten, klok: Klok): AanbodOnderdeel {
  const maak = (recht: Recht, reden: string) =>
    onderdeel('ontzorgen', ONTZORGEN, recht, reden, ['participatiewet', 'art. 56a']);
  if (f.doelgroep === 'onbekend') return maak('onbekend', 'doelgroep onbekend');
  const vergunning = f.asielvergunningBepaaldeTijd;
  if (f.doelgroep === 'gezins-en-overige-migrant' || vergunning?.waarde === false) {
    return maak('nee', 'alleen met een asielvergunning voor bepaalde tijd');
  }
  if (f.gezinslidVanAsielstatushouder && !vergunning) {
    return maak('nee', 'gezinslid met een reguliere vergunning: niet onder art. 56a');
  }
  if (!vergunning) return maak('onbekend', 'soort vergunning niet bekend');
  if (!f.bijstand) return maak('bij-bijstand', 'begint op de dag waarop de bijstand ingaat');
  return ontzorgenMetBijstand(vergunning, f.bijstand, klok);
}

function ontzorgenMetBijstand(
  vergunning: Gegeven<boolean>,
  bijstand: Gegeven<{ vanaf: Datum; tot?: Datum }>,
  klok: Klok,
): AanbodOnderdeel {
  const { vanaf, tot } = bijstand.waarde;
  const feiten = {
    inburgeringsplichtig: true,
    asielvergunningBepaaldeTijd: vergunning.waarde,
    begindatumBijstand: vanaf,
    ...(tot ? { einddatumBijstand: tot } : {}),
  };
  const uitleg = (): Uitleg => {
    const van = herkomst(bijstand);
    const regel = ontzorgenRegel(feiten, {
      inburgeringsplichtig: { bron: 'uitgangspunt' },
      asielvergunningBepaaldeTijd: herkomst(vergunning),
      begindatumBijstand: van,
      einddatumBijstand: van,
    });
    return { ...regel.uitleg(), titel: ONTZORGEN };
  };
  const antwoord = ontzorgenRegel(feiten);
  const kop = { id: 'ontzorgen', naam: ONTZORGEN };
  if (antwoord.uitkomst !== 'bepaald') return { ...kop, recht: 'nee', uitleg };
  if (!klok.bereikt(antwoord.waarde.eind)) return { ...kop, recht: 'ja', uitleg };
  const voorbij = (): Uitleg => {
    const toen = uitleg();
    return { ...toen, uitkomst: `voorbij: liep van ${toen.uitkomst}` };
  };
  return { ...kop, recht: 'nee', uitleg: voorbij };
}

/** Waar een gegeven vandaan komt, zonder zijn waarde. */
function herkomst({ waarde: _, ...van }: Gegeven<unknown>): Omit<Gegeven<unknown>, 'waarde'> {
  return van;
}
