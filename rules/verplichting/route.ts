import { onderwijsrouteAfronding } from '../onderwijsroute/onderwijsroute-afronding.ts';
import type { GebruiktFeit, Reden } from '../shared/antwoord.ts';
import { aangehaaldeDatum, gegeven } from '../shared/gegeven.ts';
import { grondslag } from '../shared/grondslag.ts';
import type { Lezing } from '../stand/lezing.ts';
import type { Verplichting } from '../stand/stand.ts';
import {
  CURSUS_GROND,
  type Deel,
  type DeelOfOntbreekt,
  PARTICIPATIE_GROND,
} from '../zroute/onderdelen.ts';
import { EINDGESPREK_GROND, zrouteDelen } from '../zroute/z-route-afronding.ts';
import { uitslagen } from './examens.ts';
import { type VerplichtingKop, verplichting, verplichtingKop, zonderOordeel } from './maak.ts';
import { urenVan } from './uren.ts';

const TAAL = verplichtingKop('zroute-taal', 'Taal en KNM (Z-route)', CURSUS_GROND);
const PARTICIPATIE = verplichtingKop(
  'zroute-participatie',
  'Participatie (Z-route)',
  PARTICIPATIE_GROND,
);
const EINDGESPREK = verplichtingKop('zroute-eindgesprek', 'Eindgesprek Z-route', EINDGESPREK_GROND);
const TRAJECT = verplichtingKop(
  'onderwijsroute',
  'Taalschakeltraject',
  grondslag('onderwijsroute-afronding', 'wet', 'art. 8'),
);

const INDELING = {
  asielstatushouder: 'Asielstatushouder',
  'gezins-en-overige-migrant': 'Gezinsmigrant en overige migrant',
} as const;

/**
 * De Z-route, per deel volgens `z-route-afronding`: cursusuren, participatie en een eindgesprek dat het
 * college zelf voert (Besluit inburgering 2021 art. 3.14,
 * https://wetten.overheid.nl/BWBR0045555/2026-04-02).
 */
export function zroute(l: Lezing): Verplichting[] {
  if (l.leerroute !== 'Z') return [];
  const taal = urenVan(l, 'taal-en-knm');
  const soorten = [urenVan(l, 'participatie'), urenVan(l, 'map-praktijk'), urenVan(l, 'pvt')];
  const [participatie, map, pvt] = soorten.map((u) => u.totaal);
  const gesprek = l.g.laatste('zroute-eindgesprek');
  const groep = l.doelgroep.waarde;
  const delen = zrouteDelen({
    ...(groep === 'onbekend' ? {} : { doelgroep: INDELING[groep] }),
    gevolgdeCursusuren: taal.totaal,
    gevolgdeParticipatieuren: participatie ?? 0,
    urenModuleMap: map ?? 0,
    urenPvt: pvt ?? 0,
    eindgesprekDoor: gesprek ? 'college' : 'nog niet gevoerd',
  });
  const { redenen } = delen;
  return [
    urenEis(TAAL, delen.cursus, redenen.cursus, taal.feiten),
    urenEis(PARTICIPATIE, delen.participatie, redenen.participatie, () =>
      soorten.flatMap((u) => u.feiten()),
    ),
    verplichting(EINDGESPREK, {
      ontbreekt: redenen.eindgesprek,
      feiten: () =>
        gesprek ? [aangehaaldeDatum('Eindgesprek op', gegeven(gesprek, gesprek.inhoud.op))] : [],
    }),
  ];
}

function urenEis(
  kop: VerplichtingKop,
  antwoord: DeelOfOntbreekt,
  ontbreekt: Reden[],
  feiten: () => GebruiktFeit[],
): Verplichting {
  if ('ontbreekt' in antwoord) return zonderOordeel(kop, 'onbekend', 'de doelgroep is niet bekend');
  const { norm, meegeteld, stappen }: Deel = antwoord.deel;
  if (norm === 0) {
    return zonderOordeel(kop, 'niet-van-toepassing', 'alleen voor asielstatushouders');
  }
  const voortgang = { is: meegeteld, moet: norm, eenheid: 'uur' as const };
  return verplichting(kop, { ontbreekt, voortgang, feiten, stappen });
}

/**
 * De onderwijsroute, volgens `onderwijsroute-afronding` (Wi2021 art. 8,
 * https://wetten.overheid.nl/BWBR0044770/2025-10-21): het diploma, dat DUO meldt, of het inburgeringsexamen
 * op B1 (lid 4). Zolang er geen onderdeel is gehaald, is alleen het diploma in beeld.
 */
export function onderwijsroute(l: Lezing): Verplichting | undefined {
  if (l.leerroute !== 'O') return undefined;
  const behaald = uitslagen(l).filter((u) => u.resultaat === 'Geslaagd');
  const { voldaan } = l.toestand;
  const antwoord = onderwijsrouteAfronding({
    taalschakeltrajectBehaald: voldaan,
    // DUO meldt alleen een diploma van een instelling die het mag geven.
    ...(voldaan ? { diplomaErkenning: true } : {}),
    behaaldeOnderdelen: behaald,
  });
  if (antwoord.uitkomst === 'onbekend') {
    return zonderOordeel(TRAJECT, 'onbekend', 'van een gehaald examen is het niveau niet bekend');
  }
  const redenen = antwoord.uitkomst === 'voldoet-niet' ? antwoord.redenen : [];
  return verplichting(TRAJECT, {
    ontbreekt: behaald.length > 0 ? redenen : redenen.slice(0, 1),
    stappen: () => antwoord.uitleg().stappen ?? [],
  });
}
