import type { OntbrekendFeit, Oordeel, Reden } from '../shared/antwoord.ts';
import { plusMaanden } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { datumVeld, type Invoer, jaNeeVeld } from '../shared/velden.ts';

/** DUO: de vorige gemeente houdt toegang tot het nieuwe PIP een maand oud is. */
const MAANDEN_NA_NIEUW_PIP = 1;

const velden = {
  bekendBijDuo: jaNeeVeld('De persoon valt onder de Wi2021 en is bij DUO bekend'),
  ingezetene: jaNeeVeld('Ingeschreven in de BRP van deze gemeente'),
  inCoaLocatie: jaNeeVeld('Woont op een locatie van het COA'),
  gekoppeldDoorCoa: jaNeeVeld('Door het COA aan deze gemeente gekoppeld'),
  huidigPipVanGemeente: jaNeeVeld('Het geldende PIP is van deze gemeente'),
  vorigPipVanGemeente: jaNeeVeld('Het PIP vóór het geldende is van deze gemeente'),
  dagtekeningHuidigPip: datumVeld('Dagtekening van het geldende PIP'),
  peildatum: datumVeld('Dag van opvragen'),
};

export type ToegangFeiten = Invoer<typeof velden>;
type Naam = keyof typeof velden;

/** Eén grond: wat ervoor nodig is, en waarom zij nu niet geldt. `undefined`: nog niet te zeggen. */
type Grond = { code: string; tekst: string; geldt: boolean | undefined; nodig: Naam[] };

const TITEL = 'Toegang tot gegevens bij DUO';
const GROND = grondslag('toegang-duo', 'wet', 'art. 33 onder a', {
  zekerheid: 'afgeleid',
  toelichting:
    'De wet zegt dat DUO geeft wat het college nodig heeft; van wie, staat in de koppeling van DUO van juni 2026.',
});

/** Waar als alles waar is, onwaar als er iets onwaar is, anders onbekend. */
function alle(...delen: (boolean | undefined)[]): boolean | undefined {
  if (delen.includes(false)) return false;
  return delen.includes(undefined) ? undefined : true;
}

const niet = (b: boolean | undefined): boolean | undefined => (b === undefined ? b : !b);

/**
 * `toegang-duo`: of DUO deze gemeente gegevens van een persoon geeft.
 *
 * Wi2021 art. 33 (https://wetten.overheid.nl/BWBR0044770/2025-10-21) en de koppeling van DUO. Eén grond is
 * genoeg: ingezetene buiten een COA-locatie, op een COA-locatie en gekoppeld, het geldende PIP, of het vorige
 * PIP zolang het geldende jonger is dan een maand.
 * @returns zonder toegang: van elke grond waarom zij niet geldt
 */
export function toegangDuo(f: ToegangFeiten, herkomst: Herkomst = {}): Oordeel {
  const gronden = alleGronden(f);
  const een = gronden.find((g) => g.geldt);
  const mist = new Set(een ? [] : gronden.flatMap((g) => open(g, f)));
  const ontbreekt: OntbrekendFeit[] = [];
  if (f.bekendBijDuo === undefined) ontbreekt.push(ontbrekendFeit(velden, 'bekendBijDuo'));
  for (const naam of mist) ontbreekt.push(ontbrekendFeit(velden, naam));
  const redenen: Reden[] = [];
  if (f.bekendBijDuo === false) {
    redenen.push(reden('onbekend-bij-duo', 'DUO kent deze persoon niet onder de Wi2021.'));
  }
  if (gronden.every((g) => g.geldt === false)) {
    redenen.push(...gronden.map((g) => reden(g.code, g.tekst)));
  }
  return oordeel({
    titel: TITEL,
    grondslag: GROND,
    redenen,
    ontbreekt,
    goed: 'ja, DUO geeft gegevens',
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen: () =>
      een && redenen.length === 0
        ? [{ titel: 'Grond', uitkomst: een.code.replaceAll('-', ' ') }]
        : [],
    zouWijzigenAls: ['de persoon verhuist', 'een andere gemeente een PIP vaststelt'],
  });
}

function alleGronden(f: ToegangFeiten): Grond[] {
  return [
    {
      code: 'ingezetene',
      tekst: 'De persoon is geen ingezetene van deze gemeente buiten een COA-locatie.',
      geldt: alle(f.ingezetene, niet(f.inCoaLocatie)),
      nodig: ['ingezetene', 'inCoaLocatie'],
    },
    {
      code: 'gekoppeld-door-coa',
      tekst: 'De persoon is niet vanuit een COA-locatie aan deze gemeente gekoppeld.',
      geldt: alle(f.inCoaLocatie, f.gekoppeldDoorCoa),
      nodig: ['inCoaLocatie', 'gekoppeldDoorCoa'],
    },
    {
      code: 'huidig-pip',
      tekst: 'Het geldende PIP is niet van deze gemeente.',
      geldt: f.huidigPipVanGemeente,
      nodig: ['huidigPipVanGemeente'],
    },
    vorigPip(f),
  ];
}

function vorigPip(f: ToegangFeiten): Grond {
  const { dagtekeningHuidigPip: nieuw, peildatum } = f;
  const tot = nieuw && plusMaanden(nieuw, MAANDEN_NA_NIEUW_PIP);
  const jong = tot && peildatum ? peildatum < tot : undefined;
  const waarom = tot && jong === false ? `; dat gaf toegang tot ${inWoorden(tot)}` : '';
  return {
    code: 'vorig-pip',
    tekst: `Er is geen vorig PIP van deze gemeente van vóór een nieuw PIP van minder dan een maand oud${waarom}.`,
    geldt: alle(f.vorigPipVanGemeente, jong),
    nodig: ['vorigPipVanGemeente', 'dagtekeningHuidigPip', 'peildatum'],
  };
}

/** De feiten die deze grond nog kunnen laten gelden. */
const open = (g: Grond, f: ToegangFeiten): Naam[] =>
  g.geldt === undefined ? g.nodig.filter((naam) => f[naam] === undefined) : [];

const reden = (code: string, tekst: string): Reden => ({ code, tekst, grondslag: GROND });

const NERGENS = {
  bekendBijDuo: true,
  ingezetene: false,
  inCoaLocatie: false,
  huidigPipVanGemeente: false,
  vorigPipVanGemeente: true,
  dagtekeningHuidigPip: '2026-09-10',
};

export const toegangDuoRegel = maakRegel({
  id: 'toegang-duo',
  titel: 'Van wie DUO gegevens geeft',
  vraag: 'Geeft DUO deze gemeente gegevens van deze persoon?',
  beschrijving:
    'DUO geeft een gemeente gegevens van wie onder de Wi2021 valt en bij DUO bekend is, als één van vier dingen klopt. De persoon staat in de gemeente ingeschreven en woont niet op een locatie van het COA. Of de persoon woont daar wel en is aan de gemeente gekoppeld. Of het geldende PIP is van de gemeente.\n\nOf het vorige PIP was van de gemeente, en het nieuwe is nog geen maand oud. Meld uren, PVT en MAP dus vóór die maand om is.',
  rijen: ['M15', 'M16'],
  artikelen: [GROND],
  versieVolgt: 'De dag van opvragen; er is één versie: de koppeling van juni 2026.',
  velden,
  voorbeelden: [
    {
      naam: 'Ingezetene',
      invoer: { bekendBijDuo: true, ingezetene: true, inCoaLocatie: false },
    },
    { naam: 'Verhuisd, dag 30 na het nieuwe PIP', invoer: { ...NERGENS, peildatum: '2026-10-09' } },
    { naam: 'Verhuisd, nieuw PIP een maand oud', invoer: { ...NERGENS, peildatum: '2026-10-10' } },
    { naam: 'Nog niets bekend', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/gegevens/toegang-duo.ts',
    test: 'rules/gegevens/toegang-duo.test.ts',
  },
  bepaal: toegangDuo,
});
