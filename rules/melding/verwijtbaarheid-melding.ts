import type { Oordeel, Uitleg } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel } from '../shared/regel.ts';
import { inWoorden, opsomming } from '../shared/tekst.ts';
import { type Controle, controleer } from './controle.ts';
import {
  metDatum,
  type ResultaatFeiten,
  type ResultaatVelden,
  resultaatVelden,
} from './resultaat-velden.ts';
import { verwijtbaarMag } from './verwijtbaar-mag.ts';

const GROND = grondslag('verwijtbaarheid-melding', 'besluit', 'art. 9.2 lid 2 en 9.6 lid 4', {
  zekerheid: 'afgeleid',
  toelichting:
    'De controles zijn die van DUO op de koppeling van 30 maart 2026. DUO zegt niet hoe de grensdag zelf telt; wij rekenen met een einddatum die niet meer meetelt.',
});

const pvtOfMap = (f: ResultaatFeiten) => f.onderdeel !== 'Z-route';
const datumErbij = (f: ResultaatFeiten) => metDatum(f) !== false;
const zonderDatum = (f: ResultaatFeiten) => metDatum(f) === false;

const CONTROLES: readonly Controle<ResultaatVelden>[] = [
  {
    code: 'huidig-pip',
    veld: 'huidigPipVanGemeente',
    nodig: ['huidigPipVanGemeente'],
    fout: (f) => !f.huidigPipVanGemeente,
    tekst: () => 'Alleen de gemeente van het geldende PIP kan melden.',
  },
  {
    code: 'eerder-elders',
    veld: 'eerderGemeldDoor',
    nodig: ['onderdeel', 'eerderGemeldDoor'],
    geldt: pvtOfMap,
    fout: (f) => f.eerderGemeldDoor === 'een andere gemeente',
    tekst: () => 'Een andere gemeente meldde dit eerder; alleen zij kan het wijzigen.',
  },
  {
    code: 'al-voldaan',
    veld: 'plichtVoldaanViaZroute',
    nodig: ['onderdeel', 'plichtVoldaanViaZroute'],
    geldt: pvtOfMap,
    fout: (f) => f.plichtVoldaanViaZroute,
    tekst: () => 'De plicht is al voldaan met de Z-route; er is niets meer te melden.',
  },
  {
    code: 'voor-termijn',
    veld: 'datumResultaat',
    nodig: ['datumResultaat', 'startdatum'],
    geldt: datumErbij,
    fout: (f) => f.datumResultaat < f.startdatum,
    tekst: (f) => `De datum ligt vóór het begin van de termijn (${inWoorden(f.startdatum)}).`,
  },
  {
    code: 'toekomst',
    veld: 'datumResultaat',
    nodig: ['datumResultaat', 'datumMelding'],
    geldt: datumErbij,
    fout: (f) => f.datumResultaat > f.datumMelding,
    tekst: () => 'De datum ligt in de toekomst.',
  },
  {
    code: 'na-zroute',
    veld: 'datumResultaat',
    nodig: ['onderdeel', 'datumResultaat', 'zrouteAfgerondBijDuo', 'datumAfrondingZroute'],
    geldt: (f) => pvtOfMap(f) && datumErbij(f) && f.zrouteAfgerondBijDuo !== false,
    fout: (f) => f.datumResultaat > f.datumAfrondingZroute,
    tekst: (f) =>
      `De datum ligt na de afronding van de Z-route (${inWoorden(f.datumAfrondingZroute)}).`,
  },
  {
    code: 'leeg-na-zroute',
    veld: 'datumInMelding',
    nodig: ['onderdeel', 'zrouteAfgerondBijDuo'],
    geldt: (f) => pvtOfMap(f) && zonderDatum(f),
    fout: (f) => f.zrouteAfgerondBijDuo,
    tekst: () => 'De datum kan niet meer leeg: bij DUO is de Z-route al afgerond.',
  },
  {
    code: 'verwijtbaar-zroute',
    veld: 'verwijtbaar',
    nodig: ['verwijtbaar'],
    geldt: (f) => f.onderdeel === 'Z-route',
    fout: (f) => f.verwijtbaar !== 'weggelaten',
    tekst: () => 'Een melding van de Z-route kent geen verwijtbaar; laat het weg.',
  },
  {
    code: 'verwijtbaar',
    veld: 'verwijtbaar',
    nodig: ['onderdeel', 'verwijtbaar', 'einddatum', 'datumMelding'],
    geldt: (f) => pvtOfMap(f) && metDatum(f) !== undefined,
    fout: (f) => !mag(f).waarden.includes(f.verwijtbaar),
    tekst: (f) => {
      const { waarden, waarom } = mag(f);
      return `Verwijtbaar is nu ${opsommingOf(waarden)}: ${waarom}.`;
    },
  },
];

const mag = (f: Required<ResultaatFeiten>) =>
  verwijtbaarMag(metDatum(f) ? f.datumResultaat : undefined, f.einddatum, f.datumMelding);

const opsommingOf = (waarden: readonly string[]) => opsomming([...waarden]).replace(' en ', ' of ');

/**
 * `verwijtbaarheid-melding`: of DUO een melding van PVT, MAP of Z-route aanneemt, en welke waarde van
 * `verwijtbaar` daarbij hoort.
 *
 * Besluit inburgering 2021 art. 9.2 lid 2 en 9.6 lid 4 (https://wetten.overheid.nl/BWBR0045555/2026-04-02).
 * Of het iemand te verwijten is, beslist een mens; de regel zegt alleen wanneer DUO dat oordeel wil horen.
 * @returns alle redenen waarom DUO zou weigeren
 */
export function verwijtbaarheidMelding(f: ResultaatFeiten, herkomst: Herkomst = {}): Oordeel {
  const { redenen, ontbreekt } = controleer(resultaatVelden, f, CONTROLES, GROND);
  return oordeel({
    titel: 'Controle van DUO op de melding',
    grondslag: GROND,
    redenen,
    ontbreekt,
    goed: 'DUO heeft geen bezwaar',
    feiten: () => aangehaaldeFeiten(resultaatVelden, f, undefined, herkomst),
    stappen: () => stappen(f),
    zouWijzigenAls: ['DUO de termijn verlengt', 'de melding op een andere dag gaat'],
  });
}

function stappen(f: ResultaatFeiten): Uitleg[] {
  const vervangt = {
    titel: 'Een melding vervangt de vorige',
    uitkomst: 'wat weg is, is ingetrokken',
  };
  if (!pvtOfMap(f) || !f.einddatum || !f.datumMelding || metDatum(f) === undefined) {
    return [vervangt];
  }
  const { waarden, waarom } = verwijtbaarMag(f.datumResultaat, f.einddatum, f.datumMelding);
  const titel = `Verwijtbaar: ${waarom}`;
  return [{ titel, uitkomst: opsommingOf(waarden) }, vervangt];
}

const OP_TIJD = {
  onderdeel: 'PVT',
  datumResultaat: '2026-05-12',
  verwijtbaar: 'weggelaten',
  startdatum: '2024-03-16',
  einddatum: '2027-03-16',
  datumMelding: '2026-05-20',
  huidigPipVanGemeente: true,
  eerderGemeldDoor: 'niemand',
  plichtVoldaanViaZroute: false,
  zrouteAfgerondBijDuo: false,
};
const { datumResultaat: _, ...ZONDER_RESULTAAT } = OP_TIJD;
const TE_LAAT = { ...ZONDER_RESULTAAT, datumInMelding: false, datumMelding: '2027-03-16' };
const { verwijtbaar: __, ...ZONDER_OORDEEL } = TE_LAAT;

export const verwijtbaarheidMeldingRegel = maakRegel({
  id: 'verwijtbaarheid-melding',
  titel: 'Resultaat en verwijtbaarheid melden aan DUO',
  vraag: 'Neemt DUO deze melding van PVT, MAP of Z-route aan, en moet verwijtbaar erbij?',
  beschrijving:
    'De gemeente meldt DUO de dag van ondertekening van het PVT, het eindgesprek van de MAP en de afronding van de Z-route. DUO weigert een datum vóór de termijn, in de toekomst of na de afronding van de Z-route, en een melding van een gemeente die niet het geldende PIP heeft.\n\nBij PVT en MAP hoort soms een oordeel. Ligt het resultaat vóór de einddatum, dan blijft verwijtbaar weg. Ligt het erna, of is de termijn voorbij zonder resultaat, dan moet er Ja of Nee staan. In de laatste twee maanden van de termijn mag Nee al. Een mens weegt of het te verwijten is.',
  rijen: ['F6', 'F7', 'F8'],
  artikelen: [GROND],
  versieVolgt: 'De dag van de melding; er is één versie, van 30 maart 2026.',
  velden: resultaatVelden,
  voorbeelden: [
    { naam: 'Getekend binnen de termijn', invoer: OP_TIJD },
    { naam: 'Termijn voorbij, geen oordeel in de melding', invoer: TE_LAAT },
    { naam: 'Termijn voorbij, verwijtbaar Ja', invoer: { ...TE_LAAT, verwijtbaar: 'Ja' } },
    {
      naam: 'Nee in de laatste twee maanden',
      invoer: { ...TE_LAAT, datumMelding: '2027-01-16', verwijtbaar: 'Nee' },
    },
    { naam: 'Het oordeel is nog niet gegeven', invoer: ZONDER_OORDEEL },
  ],
  vindplaats: {
    bestand: 'rules/melding/verwijtbaarheid-melding.ts',
    test: 'rules/melding/verwijtbaarheid-melding.test.ts',
  },
  bepaal: verwijtbaarheidMelding,
});
