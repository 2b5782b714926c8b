import { laatsteDagSchakelen } from '../leerroute/schakelen.ts';
import { ontzorgen as ontzorgenRegel } from '../ontzorgen/ontzorgen.ts';
import { type Datum, plusDagen, plusMaanden } from '../shared/datum.ts';
import { aangehaaldeDatum, gegeven, herkomstVan } from '../shared/gegeven.ts';
import { grondslag } from '../shared/grondslag.ts';
import { inWoorden } from '../shared/tekst.ts';
import type { Lezing } from '../stand/lezing.ts';
import type { Termijn } from '../stand/stand.ts';
import { AANBOD_MAANDEN } from '../verlenging/gronden.ts';

/** Termijnen die na het PIP lopen, naast de inburgeringstermijn zelf: ontzorgen, aanbod, wisselen van route. */
export function latereTermijnen(l: Lezing, inburgering: Termijn): Termijn[] {
  return [...ontzorgen(l), ...aanbod(l), ...wisselen(l, inburgering)];
}

function ontzorgen(l: Lezing): Termijn[] {
  const verblijf = l.g.laatste('verblijf');
  const bijstand = l.g.laatste('bijstand');
  if (!verblijf || !bijstand || l.toestand.waarde !== 'actief') return [];
  const feiten = {
    inburgeringsplichtig: true,
    asielvergunningBepaaldeTijd: verblijf.inhoud.asielvergunningBepaaldeTijd,
    begindatumBijstand: bijstand.inhoud.vanaf,
    ...(bijstand.inhoud.tot ? { einddatumBijstand: bijstand.inhoud.tot } : {}),
  };
  const antwoord = ontzorgenRegel(feiten);
  if (antwoord.uitkomst !== 'bepaald') return [];
  const { begin, laatsteDag, eind } = antwoord.waarde;
  const loopt = l.klok.bereikt(begin) ? 'loopt' : 'nog-niet-begonnen';
  return [
    {
      id: 'ontzorgen',
      naam: 'Ontzorgen',
      begin,
      laatsteDag,
      staat: l.klok.bereikt(eind) ? 'verstreken' : loopt,
      uitleg: () =>
        ontzorgenRegel(feiten, {
          inburgeringsplichtig: { bron: 'DUO' },
          asielvergunningBepaaldeTijd: herkomstVan(verblijf),
          begindatumBijstand: herkomstVan(bijstand),
          einddatumBijstand: herkomstVan(bijstand),
        }).uitleg(),
    },
  ];
}

/** Tot en met welke dag het aanbod voor de leerroute op tijd is; alleen voor asielstatushouders. */
function aanbod(l: Lezing): Termijn[] {
  const pip = l.eersteEigenPip;
  if (!pip || l.doelgroep.waarde !== 'asielstatushouder') return [];
  const laatsteDag = plusMaanden(pip.inhoud.dagtekening, AANBOD_MAANDEN);
  const gedaan = eersteAanbod(l, pip.inhoud.dagtekening);
  return [
    {
      id: 'aanbod-leerroute',
      naam: 'Aanbod voor de leerroute',
      begin: plusDagen(pip.inhoud.dagtekening, 1),
      laatsteDag,
      staat: staatVanAanbod(l, laatsteDag, gedaan),
      uitleg: () => ({
        titel: 'Laatste dag voor een aanbod zonder gevolg voor de inburgeringstermijn',
        uitkomst: inWoorden(laatsteDag),
        grondslag: grondslag('verlenging', 'regeling', 'art. 4.1 onder g'),
        feiten: [aangehaaldeDatum('Dagtekening van het PIP', gegeven(pip, pip.inhoud.dagtekening))],
        stappen: [{ titel: 'Drie maanden na het PIP', uitkomst: inWoorden(laatsteDag) }],
        zouWijzigenAls: ['er een aanbod wordt gedaan'],
      }),
    },
  ];
}

/** De dag van het eerste aanbod van na het PIP; is dat er niet, dan van een aanbod van ervoor. */
function eersteAanbod(l: Lezing, dagtekening: Datum): Datum | undefined {
  const dagen = l.g.alle('aanbod').map((a) => a.inhoud.datum);
  return dagen.filter((d) => d >= dagtekening).sort()[0] ?? dagen[0];
}

function staatVanAanbod(l: Lezing, laatsteDag: Datum, gedaan: Datum | undefined) {
  if (gedaan) return gedaan <= laatsteDag ? 'gehaald' : 'te-laat-gehaald';
  return l.klok.bereikt(plusDagen(laatsteDag, 1)) ? 'verstreken' : 'loopt';
}

/** Tot en met welke dag de leerroute zonder uitzondering nog kan wisselen. */
function wisselen(l: Lezing, { begin }: Termijn): Termijn[] {
  if (!begin || !l.leerroute || l.toestand.waarde !== 'actief') return [];
  const laatsteDag = laatsteDagSchakelen(begin);
  return [
    {
      id: 'wisselen-leerroute',
      naam: 'Wisselen van leerroute',
      begin,
      laatsteDag,
      staat: l.klok.bereikt(plusDagen(laatsteDag, 1)) ? 'verstreken' : 'loopt',
      uitleg: () => ({
        titel: 'Laatste dag om van leerroute te wisselen',
        uitkomst: inWoorden(laatsteDag),
        grondslag: grondslag('schakelen', 'besluit', 'art. 5.4 lid 1'),
        stappen: [
          { titel: 'Begin van de inburgeringstermijn', uitkomst: inWoorden(begin) },
          { titel: 'Anderhalf jaar', uitkomst: `tot en met ${inWoorden(laatsteDag)}` },
        ],
        zouWijzigenAls: [
          'de termijn op een andere dag begon',
          'het gaat om een wissel van de onderwijsroute naar de B1-route: die kan altijd',
        ],
      }),
    },
  ];
}
