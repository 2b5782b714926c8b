import type { Inburgeringstermijn } from '../../rules/inburgeringstermijn/inburgeringstermijn.ts';
import type { Reden } from '../../rules/shared/antwoord.ts';
import type { Datum } from '../../rules/shared/datum.ts';
import { inWoorden } from '../../rules/shared/tekst.ts';
import type { Leerroute, PipInhoud } from '../../rules/stand/feiten.ts';
import { type Briefpartijen, kenmerkVan, partijenVan } from '../shared/brief.schema.ts';
import type { Blokken } from '../sjablonen/sjabloon.read.ts';

/** Participatie-uren van de Z-route voor asielstatushouders (Besluit inburgering 2021 art. 3.14). */
const PARTICIPATIE_UREN = 800;

export type BriefBron = Briefpartijen & {
  pipId: string;
  versie: number;
  dagtekening: Datum;
  bekendgemaaktOp: Datum;
  inhoud: PipInhoud;
  doelgroep: 'asielstatushouder' | 'gezins-en-overige-migrant' | 'onbekend';
  termijn: Inburgeringstermijn;
  extraVrijeDagen: readonly Datum[];
  eerder?: { dagtekening: Datum; inhoud: PipInhoud };
  redenWijziging?: string;
  overgenomenVan?: string;
  /** De tekstblokken van de gemeente, nog in te vullen. */
  blokken: Blokken<'pip-beschikking'>;
  /** Waarom deze medewerker niet mag tekenen; een voorbeeld mag wel. */
  geenMandaat?: Reden[];
};

/** De gegevens van de beschikking; `BeschikkingGegevens` keurt ze. */
export function stelSamen(b: BriefBron, bezwaarTotEnMet: Datum): unknown {
  const { inhoud, gemeente } = b;
  const { stijl } = gemeente;
  return {
    ...partijenVan(b),
    kenmerk: kenmerkVan('PIP', b.pipId, b.dagtekening),
    dagtekening: b.dagtekening,
    versie: b.versie,
    blokken: tekstVan(b, bezwaarTotEnMet),
    ...(b.versie > 1 ? { wijziging: wijzigingVan(b) } : {}),
    ...(b.overgenomenVan ? { overgenomenVan: b.overgenomenVan } : {}),
    doelgroep: b.doelgroep,
    leerroute: inhoud.leerroute,
    motivering: motiveringVan(inhoud),
    ...routeVan(b),
    participatieverklaring: inhoud.pvt,
    begeleiding: [
      { onderwerp: 'Uw begeleiding', afspraak: inhoud.begeleiding, door: b.klantmanager.naam },
    ],
    voortgangsgesprekken: inhoud.voortgangsgesprekken,
    voorschoolseEducatie: inhoud.vve ? [inhoud.vve] : [],
    eerdereInspanningen: inhoud.meegeteldeInspanningen.map((i) => ({
      wat: i.omschrijving,
      uren: i.uren,
      teltMeeVoor: 'uw leerroute',
    })),
    termijn: { begintOp: b.termijn.begin, verwachteLaatsteDag: b.termijn.laatsteDag },
    bezwaar: {
      laatsteDag: bezwaarTotEnMet,
      postadres: [
        `Gemeente ${gemeente.naam.replace(/^gemeente /i, '')}`,
        stijl.adres,
        `${stijl.postcode} ${stijl.plaats}`,
      ],
      webadres: stijl.website,
    },
    grondslag: grondslagVan(inhoud.leerroute, b.versie > 1),
  };
}

function tekstVan(b: BriefBron, bezwaarTotEnMet: Datum) {
  const { klantmanager, gemeente, persoon } = partijenVan(b);
  return b.blokken.vul({
    naam: persoon?.volledigeNaam ?? '',
    gemeente: gemeente.naam,
    klantmanager: klantmanager.naam,
    telefoon: klantmanager.telefoon ?? '',
    email: klantmanager.email ?? '',
    leerroute: ROUTENAAM[b.inhoud.leerroute],
    'laatste-dag': inWoorden(b.termijn.laatsteDag),
    'bezwaar-tot': inWoorden(bezwaarTotEnMet),
  });
}

/** Waarom wel en waarom niet, per leerroute (Awb 3:46). */
function motiveringVan(inhoud: PipInhoud): Record<Leerroute, string> {
  const per = (route: Leerroute) => {
    const { voor, tegen } = inhoud.afweging[route];
    const delen = [
      route === inhoud.leerroute ? inhoud.motivering.trim() : '',
      voor.trim() && `Ervoor: ${voor.trim()}`,
      tegen.trim() && `Ertegen: ${tegen.trim()}`,
    ];
    return delen.filter(Boolean).join('\n\n');
  };
  return { B: per('B'), O: per('O'), Z: per('Z') };
}

function routeVan({ inhoud, doelgroep }: BriefBron) {
  const asiel = doelgroep === 'asielstatushouder';
  return {
    ...(inhoud.niveau ? { niveau: inhoud.niveau } : {}),
    ...(asiel
      ? {
          intensiteit: {
            urenTotaal: inhoud.intensiteitUren,
            urenPerWeek: inhoud.intensiteitUrenPerWeek,
          },
        }
      : {}),
    ...(asiel && inhoud.leerroute === 'Z'
      ? { participatie: { uren: PARTICIPATIE_UREN, invulling: inhoud.participatie } }
      : {}),
    alfabetisering: inhoud.alfabetisering,
    indicatorMagOpleidingAfmaken: inhoud.magOpleidingAfmaken,
    ...(inhoud.magOpleidingAfmaken
      ? { opleidingAfmaken: 'Uw klantmanager spreekt met u af wanneer u met de leerroute begint.' }
      : {}),
    ...(inhoud.leerroute === 'O'
      ? {
          redenGeenModuleMap:
            'Wie de onderwijsroute volgt, doet geen MAP (Wet inburgering 2021, artikel 8).',
        }
      : { moduleMap: inhoud.moduleMap }),
  };
}

function grondslagVan(route: Leerroute, wijziging: boolean): string[] {
  const artikelen: Record<Leerroute, string> = { B: '7', O: '8', Z: '9' };
  return [
    `Artikel ${artikelen[route]} en 15 van de Wet inburgering 2021`,
    wijziging
      ? 'Artikel 5.3, lid 6, van het Besluit inburgering 2021'
      : 'Artikel 5.3 van het Besluit inburgering 2021',
    'Afdeling 3.6 en 3.7 van de Algemene wet bestuursrecht',
  ];
}

const ROUTENAAM: Record<Leerroute, string> = {
  B: 'de B1-route',
  O: 'de onderwijsroute',
  Z: 'de zelfredzaamheidsroute',
};

const ONDERDELEN: [keyof PipInhoud, string][] = [
  ['niveau', 'Uw taalniveau.'],
  ['intensiteitUren', 'Het aantal uren les.'],
  ['intensiteitUrenPerWeek', 'Het aantal uren les per week.'],
  ['alfabetisering', 'Of u eerst leert lezen en schrijven.'],
  ['magOpleidingAfmaken', 'Of u eerst een opleiding afmaakt.'],
  ['pvt', 'Uw participatieverklaringstraject.'],
  ['moduleMap', 'Uw Module Arbeidsmarkt en Participatie.'],
  ['begeleiding', 'Uw begeleiding.'],
  ['voortgangsgesprekken', 'De gesprekken over hoe het gaat.'],
  ['vve', 'De afspraken over voorschoolse educatie.'],
  ['meegeteldeInspanningen', 'Wat meetelt van wat u al deed.'],
  ['participatie', 'Hoe u meedoet.'],
  ['motivering', 'De uitleg over uw leerroute.'],
];

function wijzigingVan({ eerder, inhoud, redenWijziging, dagtekening }: BriefBron) {
  const oud = eerder?.inhoud;
  const watVerandert: string[] = [];
  if (oud && oud.leerroute !== inhoud.leerroute) {
    watVerandert.push(
      `U volgt ${ROUTENAAM[inhoud.leerroute]}. Dat was ${ROUTENAAM[oud.leerroute]}.`,
    );
  }
  for (const [veld, zin] of ONDERDELEN) {
    if (oud && JSON.stringify(oud[veld]) !== JSON.stringify(inhoud[veld])) watVerandert.push(zin);
  }
  return {
    eerdereDagtekening: eerder?.dagtekening ?? dagtekening,
    watVerandert: watVerandert.length > 0 ? watVerandert : ['De afspraken blijven gelijk.'],
    reden: redenWijziging,
  };
}
