import type { Berekening, Grondslag, OntbrekendFeit, Oordeel, Uitleg } from '../shared/antwoord.ts';
import { datum } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import {
  aangehaaldeFeiten,
  type Herkomst,
  maakRegel,
  onbekend,
  ontbrekendFeit,
} from '../shared/regel.ts';
import { opsomming } from '../shared/tekst.ts';
import { type Invoer, jaNeeVeld, keuzeVeld, lijstVeld } from '../shared/velden.ts';
import { achtJaarOnderwijs, onderwijsVelden } from './acht-jaar-onderwijs.ts';
import { diplomasVelden, vrijstellingDiploma } from './diploma.ts';

const ID = 'vrijstelling';

const velden = {
  ...onderwijsVelden,
  ...diplomasVelden,
  aantoonbaarIngeburgerd: jaNeeVeld(
    'Vrijgesteld als aantoonbaar voldoende ingeburgerd',
    'Of iemand aan de eisen voldoet, zegt de regel aantoonbaar-ingeburgerd. Geen aanvraag: nee.',
  ),
  vrijstellingOudeWet: jaNeeVeld(
    'Onder de oude wet vrijgesteld als aantoonbaar voldoende ingeburgerd',
  ),
  leerOfKwalificatieplichtig: jaNeeVeld('Nu leerplichtig of kwalificatieplichtig'),
  volgtVrijstellendOnderwijs: jaNeeVeld(
    'Nu ingeschreven voor een opleiding die tot een vrijstellend diploma leidt',
  ),
  peildatum: onderwijsVelden.peildatum,
};

export type VrijstellingFeiten = Invoer<typeof velden>;

const GRONDEN = [
  'acht jaar onderwijs',
  'diploma',
  'aantoonbaar ingeburgerd',
  'vrijstelling onder de oude wet',
  'leer- of kwalificatieplicht',
  'opleiding die tot een diploma leidt',
] as const;
type Grond = (typeof GRONDEN)[number];
const SOORTEN = ['volledig', 'tijdelijk', 'geen'] as const;
export type Vrijstelling = { soort: (typeof SOORTEN)[number]; gronden: { grond: Grond }[] };

const TITEL = 'Vrijstelling van de inburgeringsplicht';
const W4 = grondslag(ID, 'wet', 'art. 4 lid 1');
const INGEBURGERD = grondslag(ID, 'wet', 'art. 4 lid 1 onder e');
const PLICHTIG = grondslag(ID, 'wet', 'art. 4 lid 1 onder c');
const OPLEIDING = grondslag(ID, 'regeling', 'art. 2.2');
const OUDE_WET = grondslag(ID, 'wet', 'art. 54 lid 3', {
  geldigVanaf: datum('2023-01-01'),
  zekerheid: 'afgeleid',
  toelichting:
    'Toegevoegd door Stb. 2022, 487. De tekst noemt onderdeel d van art. 4; naar de inhoud is het onderdeel e, dus een volledige vrijstelling.',
});

/** Wat een grond oplevert: hij is er, hij is er niet, of er ontbreken feiten. */
type Bevonden = {
  grond: Grond;
  is: Oordeel['uitkomst'];
  ontbreekt: OntbrekendFeit[];
  stap: () => Uitleg;
};

/**
 * `vrijstelling`: of iemand volledig, tijdelijk of niet is vrijgesteld, en op welke gronden.
 *
 * Wi2021 art. 4 lid 1 en 54 lid 3 (https://wetten.overheid.nl/BWBR0044770/2025-10-21) en Regeling inburgering
 * 2021 art. 2.1 en 2.2 (https://wetten.overheid.nl/BWBR0045574/2026-04-18). Eén volledige grond is genoeg; of
 * een vrijstelling alleen tijdelijk is, staat pas vast als elke volledige grond bekend is. DUO beslist.
 */
export function vrijstelling(
  f: VrijstellingFeiten,
  herkomst: Herkomst = {},
): Berekening<Vrijstelling> {
  const volledig = volledigeGronden(f, herkomst);
  const vol = volledig.filter((b) => b.is === 'voldoet');
  if (vol.length > 0) return antwoord('volledig', vol, f, herkomst);
  const tijdelijk = [
    grondVan(f, 'leer- of kwalificatieplicht', 'leerOfKwalificatieplichtig', PLICHTIG),
    grondVan(f, 'opleiding die tot een diploma leidt', 'volgtVrijstellendOnderwijs', OPLEIDING),
  ];
  const nu = tijdelijk.filter((b) => b.is === 'voldoet');
  const open = nu.length > 0 ? volledig : [...volledig, ...tijdelijk];
  const ontbreekt = elkEenKeer(open.flatMap((b) => b.ontbreekt));
  if (ontbreekt.length > 0) return onbekend(TITEL, ontbreekt, W4);
  return antwoord(nu.length > 0 ? 'tijdelijk' : 'geen', nu, f, herkomst);
}

function volledigeGronden(f: VrijstellingFeiten, herkomst: Herkomst): Bevonden[] {
  return [
    vanOordeel('acht jaar onderwijs', achtJaarOnderwijs(f, herkomst)),
    vanOordeel('diploma', vrijstellingDiploma(f, herkomst)),
    grondVan(f, 'aantoonbaar ingeburgerd', 'aantoonbaarIngeburgerd', INGEBURGERD),
    grondVan(f, 'vrijstelling onder de oude wet', 'vrijstellingOudeWet', OUDE_WET),
  ];
}

const vanOordeel = (grond: Grond, o: Oordeel): Bevonden => ({
  grond,
  is: o.uitkomst,
  ontbreekt: o.uitkomst === 'onbekend' ? o.ontbreekt : [],
  stap: o.uitleg,
});

function grondVan(
  f: VrijstellingFeiten,
  grond: Grond,
  naam:
    | 'aantoonbaarIngeburgerd'
    | 'vrijstellingOudeWet'
    | 'leerOfKwalificatieplichtig'
    | 'volgtVrijstellendOnderwijs',
  waarop: Grondslag,
): Bevonden {
  const waarde = f[naam];
  const stap = () => ({ titel: velden[naam].naam, uitkomst: 'ja', grondslag: waarop });
  if (waarde === undefined) {
    return { grond, is: 'onbekend', ontbreekt: [ontbrekendFeit(velden, naam)], stap };
  }
  return { grond, is: waarde ? 'voldoet' : 'voldoet-niet', ontbreekt: [], stap };
}

const elkEenKeer = (feiten: OntbrekendFeit[]): OntbrekendFeit[] =>
  feiten.filter((o, i) => feiten.findIndex((p) => p.feit === o.feit) === i);

function antwoord(
  soort: Vrijstelling['soort'],
  bevonden: Bevonden[],
  f: VrijstellingFeiten,
  herkomst: Herkomst,
): Berekening<Vrijstelling> {
  const namen = opsomming(bevonden.map((b) => b.grond));
  const zin = {
    volledig: `geheel vrijgesteld (${namen})`,
    tijdelijk: `tijdelijk vrijgesteld: de plicht rust (${namen})`,
    geen: 'niet vrijgesteld',
  };
  return {
    uitkomst: 'bepaald',
    waarde: { soort, gronden: bevonden.map(({ grond }) => ({ grond })) },
    uitleg: () => ({
      titel: TITEL,
      uitkomst: zin[soort],
      grondslag: W4,
      feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
      stappen: bevonden.map((b) => b.stap()),
      zouWijzigenAls: [
        'iemand een diploma haalt dat vrijstelt',
        'de leerplicht of de opleiding eindigt',
      ],
    }),
  };
}

export const vrijstellingRegel = maakRegel({
  id: ID,
  titel: 'Vrijstelling',
  vraag: 'Is deze persoon vrijgesteld van de inburgeringsplicht?',
  beschrijving:
    'Geheel vrijgesteld is wie acht jaar in Nederland leer- of kwalificatieplichtig was, een diploma heeft dat vrijstelt, of aantoonbaar al voldoende is ingeburgerd. Een vrijstelling om die laatste reden onder de oude wet blijft gelden.\n\nTijdelijk vrijgesteld is wie nu leer- of kwalificatieplichtig is, of een opleiding volgt die tot zo’n diploma leidt. De plicht rust zolang dat duurt. DUO beslist.',
  rijen: ['A9', 'A17', 'J1', 'J2', 'J3', 'J4'],
  artikelen: [W4, INGEBURGERD, PLICHTIG, OPLEIDING, OUDE_WET],
  versieVolgt: 'De dag waarop wordt gekeken; alleen bij een vmbo-diploma maakt het verschil.',
  velden,
  waarde: {
    soort: keuzeVeld('Vrijstelling', SOORTEN),
    gronden: lijstVeld('Gronden', { grond: keuzeVeld('Grond', GRONDEN) }),
  },
  voorbeelden: [
    {
      naam: 'Acht jaar leerplichtig in Nederland',
      invoer: { onderwijsperioden: [{ begin: '2012-08-01', eind: '2020-08-01' }] },
    },
    {
      naam: 'Zestien jaar en leerplichtig',
      invoer: {
        onderwijsperioden: [],
        diplomas: [],
        aantoonbaarIngeburgerd: false,
        vrijstellingOudeWet: false,
        leerOfKwalificatieplichtig: true,
      },
    },
    {
      naam: 'Geen enkele grond',
      invoer: {
        onderwijsperioden: [{ begin: '2012-08-01', eind: '2020-07-01' }],
        diplomas: [{ soort: 'ander' }],
        aantoonbaarIngeburgerd: false,
        vrijstellingOudeWet: false,
        leerOfKwalificatieplichtig: false,
        volgtVrijstellendOnderwijs: false,
      },
    },
    {
      naam: 'Alleen bekend dat iemand leerplichtig is',
      invoer: { leerOfKwalificatieplichtig: true },
    },
  ],
  vindplaats: {
    bestand: 'rules/vrijstelling/vrijstelling.ts',
    test: 'rules/vrijstelling/vrijstelling.test.ts',
  },
  bepaal: vrijstelling,
});
