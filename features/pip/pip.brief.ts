import type { Inburgeringstermijn } from '../../rules/inburgeringstermijn/inburgeringstermijn.ts';
import type { Reden } from '../../rules/shared/antwoord.ts';
import type { Datum } from '../../rules/shared/datum.ts';
import type { Adres, FeitInhoud, Leerroute, PipInhoud } from '../../rules/stand/feiten.ts';

/** Participatie-uren van de Z-route voor asielstatushouders (Besluit inburgering 2021 art. 3.14). */
const PARTICIPATIE_UREN = 800;
const GEWONE_KLEUR = '#0b5560';

/** Wat in het briefhoofd staat. */
export type Briefhoofd = Partial<Record<keyof typeof BRIEFHOOFD | 'kleur', string>>;

export type BriefBron = {
  gemeente: { naam: string; stijl: Briefhoofd };
  persoon?: FeitInhoud['persoon'];
  adres?: Adres;
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
  ondertekenaar: { naam: string; functie: string };
  klantmanager: { naam: string; telefoon: string; email: string };
};

const BRIEFHOOFD = {
  adres: 'het adres',
  postcode: 'de postcode',
  plaats: 'de plaats',
  telefoon: 'het telefoonnummer',
  email: 'het e-mailadres',
  website: 'de website',
} as const;

/** Wat ontbreekt om een brief te kunnen maken. Zonder afzender kan niemand bezwaar maken (Awb 3:45). */
export function briefRedenen(bron: Pick<BriefBron, 'gemeente' | 'persoon'>): Reden[] {
  const redenen: Reden[] = [];
  const mist = Object.entries(BRIEFHOOFD).filter(
    ([veld]) => !bron.gemeente.stijl[veld as keyof typeof BRIEFHOOFD],
  );
  if (mist.length > 0) {
    const namen = mist.map(([, naam]) => naam).join(', ');
    redenen.push({
      code: 'briefhoofd-onvolledig',
      tekst: `Het briefhoofd van de gemeente mist ${namen}. Vraag de beheerder het aan te vullen.`,
    });
  }
  if (!bron.persoon) {
    redenen.push({
      code: 'naam-onbekend',
      tekst:
        'De naam van de inburgeraar is nog niet bekend. Zonder naam kan er geen beschikking zijn.',
    });
  }
  return redenen;
}

/** De gegevens van de beschikking; `BeschikkingGegevens` keurt ze. */
export function stelSamen(b: BriefBron, bezwaarTotEnMet: Datum): unknown {
  const { inhoud, gemeente } = b;
  const { stijl } = gemeente;
  const afzender = {
    adres: stijl.adres ?? '',
    postcode: stijl.postcode ?? '',
    plaats: stijl.plaats ?? '',
  };
  return {
    gemeente: {
      naam: gemeente.naam.replace(/^gemeente /i, ''),
      ...afzender,
      telefoon: stijl.telefoon,
      email: stijl.email,
      website: stijl.website,
      stijl: { kleur: stijl.kleur ?? GEWONE_KLEUR },
    },
    persoon: persoonVan(b),
    kenmerk: kenmerkVan(b.pipId, b.dagtekening),
    dagtekening: b.dagtekening,
    versie: b.versie,
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
        afzender.adres,
        `${afzender.postcode} ${afzender.plaats}`,
      ],
      webadres: stijl.website,
    },
    grondslag: grondslagVan(inhoud.leerroute, b.versie > 1),
    ondertekenaar: {
      naam: b.ondertekenaar.naam,
      functie: b.ondertekenaar.functie || 'medewerker inburgering',
    },
    klantmanager: {
      naam: b.klantmanager.naam,
      telefoon: b.klantmanager.telefoon || stijl.telefoon,
      email: b.klantmanager.email || stijl.email,
    },
  };
}

function persoonVan({ persoon, adres }: BriefBron) {
  if (!persoon) return undefined;
  const achternaam = [persoon.voorvoegsel, persoon.geslachtsnaam].filter(Boolean).join(' ');
  const naam = [persoon.voornamen, achternaam].filter(Boolean).join(' ');
  const titels: Record<string, string> = { man: 'heer ', vrouw: 'mevrouw ' };
  const titel = titels[persoon.geslacht ?? ''];
  const hoofdletter = achternaam.charAt(0).toUpperCase() + achternaam.slice(1);
  return {
    aanhef: titel ? `Geachte ${titel}${hoofdletter}` : `Geachte ${naam}`,
    volledigeNaam: naam,
    adresregels: adres
      ? [`${adres.straat} ${adres.huisnummer}`, `${adres.postcode} ${adres.plaats}`]
      : ['Uitgereikt in persoon'],
  };
}

/** Nooit acht cijfers achter elkaar: een kenmerk mag niet op een BSN lijken. */
function kenmerkVan(pipId: string, dagtekening: Datum): string {
  const staart = pipId.slice(-8).toUpperCase();
  return `PIP-${dagtekening.slice(0, 4)}-${staart.slice(0, 4)}-${staart.slice(4)}`;
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
