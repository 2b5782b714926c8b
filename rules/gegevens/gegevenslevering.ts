import { doelgroepVeld } from '../leerroute/velden.ts';
import type { Berekening, Grondslag, Uitleg } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import {
  aangehaaldeFeiten,
  type Herkomst,
  maakRegel,
  onbekend,
  ontbrekendFeit,
  vereis,
} from '../shared/regel.ts';
import { type Invoer, jaNeeVeld, keuzeVeld } from '../shared/velden.ts';
import { GEGEVENS, PARTIJEN, STROMEN, type Stroom } from './stromen.ts';

const velden = {
  van: keuzeVeld('Wie de gegevens heeft', PARTIJEN),
  naar: keuzeVeld('Wie ze wil krijgen', PARTIJEN),
  gegevens: keuzeVeld('Welke gegevens', GEGEVENS),
  doelgroep: doelgroepVeld(),
  gevraagd: jaNeeVeld('De ontvanger heeft erom gevraagd'),
};

export type LeveringFeiten = Invoer<typeof velden>;

/** `moetLeveren` is of er nu geleverd moet worden. */
export type Levering = { wanneer: 'altijd' | 'op verzoek'; moetLeveren: boolean };

const TITEL = 'Wie wat aan wie levert';
const WET = grondslag('gegevenslevering', 'wet', 'art. 33, 34 en 35');
const BESLUIT = grondslag('gegevenslevering', 'besluit', 'art. 9.1–9.8');

/**
 * `gegevenslevering`: of de ene partij de andere gegevens moet geven, altijd of alleen op verzoek.
 *
 * Wi2021 art. 33–35 (https://wetten.overheid.nl/BWBR0044770/2025-10-21) en Besluit inburgering 2021 art. 9.1–9.8
 * (https://wetten.overheid.nl/BWBR0045555/2026-04-02). `niet-van-toepassing`: er is geen levering geregeld; dat is
 * geen verbod, maar wie dan deelt heeft een andere grondslag nodig.
 */
export function gegevenslevering(f: LeveringFeiten, herkomst: Herkomst = {}): Berekening<Levering> {
  const nodig = vereis(velden, f, ['van', 'naar', 'gegevens']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, BESLUIT);
  const { van, naar, gegevens } = nodig.f;
  const stroom = STROMEN.find(
    (s) => s.van === van && s.naar === naar && s.gegevens.includes(gegevens),
  );
  if (!stroom) return geen(f, herkomst, 'deze wet regelt zo’n levering niet', BESLUIT);
  const grond = grondslag('gegevenslevering', stroom.wet, stroom.artikel);
  const wanneer = wanneerVan(stroom, f);
  if (wanneer === undefined) return onbekend(TITEL, [ontbrekendFeit(velden, 'doelgroep')], grond);
  if (wanneer === 'nooit') {
    return geen(f, herkomst, 'alleen over gezins- en overige migranten', grond);
  }
  if (wanneer === 'altijd') return bepaald(f, herkomst, { wanneer, moetLeveren: true }, grond);
  if (f.gevraagd === undefined) {
    return onbekend(TITEL, [ontbrekendFeit(velden, 'gevraagd')], grond);
  }
  return bepaald(f, herkomst, { wanneer, moetLeveren: f.gevraagd }, grond);
}

type Uitgelegd = Levering['wanneer'] | 'nooit' | undefined;

/** Leeg als het van de doelgroep afhangt en die onbekend is. */
function wanneerVan({ wanneer }: Stroom, { doelgroep }: LeveringFeiten): Uitgelegd {
  if (wanneer === 'altijd' || wanneer === 'op verzoek') return wanneer;
  if (doelgroep === undefined) return undefined;
  const asiel = doelgroep === 'Asielstatushouder';
  if (wanneer === 'asiel-altijd') return asiel ? 'altijd' : 'op verzoek';
  return asiel ? 'nooit' : 'altijd';
}

function geen(
  f: LeveringFeiten,
  herkomst: Herkomst,
  zin: string,
  grond: Grondslag,
): Berekening<Levering> {
  return { uitkomst: 'niet-van-toepassing', uitleg: () => verklaar(f, herkomst, zin, grond) };
}

function bepaald(
  f: LeveringFeiten,
  herkomst: Herkomst,
  waarde: Levering,
  grond: Grondslag,
): Berekening<Levering> {
  const verzoek = waarde.moetLeveren ? 'moet leveren, want er is om gevraagd' : 'hoeft nu niet';
  const zin = waarde.wanneer === 'altijd' ? 'moet altijd leveren' : verzoek;
  return {
    uitkomst: 'bepaald',
    waarde,
    uitleg: () => verklaar(f, herkomst, `${f.van} ${zin}`, grond),
  };
}

const verklaar = (
  f: LeveringFeiten,
  herkomst: Herkomst,
  uitkomst: string,
  grond: Grondslag,
): Uitleg => ({
  titel: TITEL,
  uitkomst,
  grondslag: grond,
  feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
  zouWijzigenAls: ['de ontvanger erom vraagt', 'de doelgroep verandert'],
});

const VERHUIZING = { van: 'college', naar: 'ander college', gegevens: 'PIP' };
const CURSUS = {
  van: 'cursusinstelling',
  naar: 'college',
  gegevens: 'voortgang, aanwezigheid en inspanning',
};

export const gegevensleveringRegel = maakRegel({
  id: 'gegevenslevering',
  titel: 'Gegevens leveren',
  vraag: 'Moet de ene partij de andere deze gegevens geven?',
  beschrijving:
    'De wet regelt wie wat aan wie geeft. De gemeente geeft DUO uit zichzelf de leerroute, de datum van het PIP en de voortgang; boetes op verzoek. DUO geeft de gemeente uit zichzelf de plicht, de termijn en de examens. Een cursusinstelling geeft de gemeente de voortgang van asielstatushouders altijd, van anderen op verzoek.\n\nBij een verhuizing geeft de oude gemeente het PIP, de voortgang en de boetes als de nieuwe erom vraagt; zij hoeft ze niet zelf te sturen. Van UWV en van de IND naar de gemeente regelt deze wet niets. Gegevens uit de bijstand mag de gemeente ook voor deze wet gebruiken.',
  rijen: ['M1', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9', 'M10', 'M11', 'H4'],
  artikelen: [WET, BESLUIT],
  versieVolgt: 'Er is één versie; de wijziging van de wet van oktober 2025 is niet nagelezen.',
  velden,
  waarde: {
    wanneer: keuzeVeld('Wanneer', ['altijd', 'op verzoek']),
    moetLeveren: jaNeeVeld('Moet nu leveren'),
  },
  voorbeelden: [
    {
      naam: 'Verhuisd, de nieuwe gemeente vraagt het PIP',
      invoer: { ...VERHUIZING, gevraagd: true },
    },
    { naam: 'Verhuisd, niemand vraagt iets', invoer: { ...VERHUIZING, gevraagd: false } },
    {
      naam: 'Les van een asielstatushouder',
      invoer: { ...CURSUS, doelgroep: 'Asielstatushouder' },
    },
    { naam: 'Les, doelgroep onbekend', invoer: CURSUS },
    {
      naam: 'IND naar de gemeente',
      invoer: { van: 'IND', naar: 'college', gegevens: 'verblijfsdoel en identiteit' },
    },
  ],
  vindplaats: {
    bestand: 'rules/gegevens/gegevenslevering.ts',
    test: 'rules/gegevens/gegevenslevering.test.ts',
  },
  bepaal: gegevenslevering,
});
