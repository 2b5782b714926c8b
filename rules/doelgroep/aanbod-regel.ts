import { doelgroepVeld, leerrouteVeld } from '../leerroute/velden.ts';
import type { Berekening, Verklaring } from '../shared/antwoord.ts';
import { datum } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { klokOp } from '../shared/klok.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { opsomming } from '../shared/tekst.ts';
import { datumVeld, type Invoer, jaNeeVeld, keuzeVeld, lijstVeld } from '../shared/velden.ts';
import type { AanbodOnderdeel } from '../stand/stand.ts';
import { type AanbodFeiten, aanbod } from './aanbod.ts';

const RECHTEN = ['ja', 'nee', 'alleen-advies', 'bij-bijstand', 'lokale-keuze'] as const;

const velden = {
  doelgroep: doelgroepVeld(),
  gezinslidVanAsielstatushouder: jaNeeVeld(
    'Gezinslid van een asielstatushouder',
    'Met een reguliere vergunning voor verblijf bij die persoon.',
  ),
  asielvergunningBepaaldeTijd: jaNeeVeld('Verblijf op een asielvergunning voor bepaalde tijd'),
  leerroute: leerrouteVeld('Leerroute'),
  begindatumBijstand: datumVeld('Dag waarop het recht op bijstand ontstaat', 'Leeg: geen.'),
  einddatumBijstand: datumVeld('Eerste dag zonder recht op bijstand'),
  begeleidingGezinsmigranten: jaNeeVeld(
    'De gemeente biedt maatschappelijke begeleiding ook aan gezinsmigranten',
  ),
  peildatum: datumVeld('Dag waarop wordt gekeken', 'Alleen nodig met bijstand.'),
};

export type AanbodInvoer = Invoer<typeof velden>;
type Naam = keyof AanbodInvoer & string;
export type AanbodUitkomst = { aanbod: { onderdeel: string; recht: string }[] };

const TITEL = 'Wat de gemeente aanbiedt';
const WET = grondslag('aanbod', 'wet', 'art. 6, 13, 14, 15 en 16');
const MAP = grondslag('aanbod', 'wet', 'art. 8');
const ONTZORGEN = grondslag('aanbod', 'participatiewet', 'art. 56a');

/** Zonder bijstand doet de dag er niet toe. */
const GEEN_DAG = datum('0001-01-01');

/**
 * `aanbod` als vraag: wat de gemeente deze persoon aanbiedt.
 *
 * Wi2021 art. 6, 8, 13–16 (https://wetten.overheid.nl/BWBR0044770/2025-10-21) en Participatiewet art. 56a
 * (https://wetten.overheid.nl/BWBR0015703/2025-07-01). Vraagt alleen de feiten die voor deze doelgroep tellen.
 */
export function aanbodVoor(f: AanbodInvoer, herkomst: Herkomst = {}): Berekening<AanbodUitkomst> {
  const nodig = vereis(velden, f, ['doelgroep', 'leerroute', ...perDoelgroep(f)]);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, WET);
  const onderdelen = aanbod(feitenVan(f, herkomst), klokOp(f.peildatum ?? GEEN_DAG));
  return {
    uitkomst: 'bepaald',
    waarde: { aanbod: onderdelen.map((o) => ({ onderdeel: o.naam, recht: o.recht })) },
    uitleg: uitlegVan(onderdelen, f, herkomst),
  };
}

function perDoelgroep(f: AanbodInvoer): Naam[] {
  const uit: Naam[] = [];
  if (f.doelgroep === 'Asielstatushouder') {
    uit.push('gezinslidVanAsielstatushouder');
    if (f.gezinslidVanAsielstatushouder === false) uit.push('asielvergunningBepaaldeTijd');
  }
  if (f.doelgroep === 'Gezinsmigrant en overige migrant') uit.push('begeleidingGezinsmigranten');
  if (f.begindatumBijstand) uit.push('peildatum');
  return uit;
}

function feitenVan(f: AanbodInvoer, herkomst: Herkomst): AanbodFeiten {
  const bron = (naam: Naam) => herkomst[naam] ?? { bron: 'ingevoerd' };
  const { begindatumBijstand: vanaf, einddatumBijstand: tot } = f;
  const asiel = f.doelgroep === 'Asielstatushouder';
  return {
    doelgroep: asiel ? 'asielstatushouder' : 'gezins-en-overige-migrant',
    gezinslidVanAsielstatushouder: f.gezinslidVanAsielstatushouder ?? false,
    begeleidingGezinsmigranten: f.begeleidingGezinsmigranten ?? false,
    ...(f.leerroute ? { leerroute: f.leerroute } : {}),
    ...(f.asielvergunningBepaaldeTijd === undefined
      ? {}
      : {
          asielvergunningBepaaldeTijd: {
            waarde: f.asielvergunningBepaaldeTijd,
            ...bron('asielvergunningBepaaldeTijd'),
          },
        }),
    ...(vanaf
      ? { bijstand: { waarde: { vanaf, ...(tot ? { tot } : {}) }, ...bron('begindatumBijstand') } }
      : {}),
  };
}

function uitlegVan(onderdelen: AanbodOnderdeel[], f: AanbodInvoer, herkomst: Herkomst): Verklaring {
  return () => ({
    titel: TITEL,
    uitkomst: opsomming(onderdelen.filter((o) => o.recht === 'ja').map((o) => o.naam)),
    grondslag: WET,
    feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen: onderdelen.map((o) => o.uitleg()),
    zouWijzigenAls: ['de doelgroep of de leerroute wijzigt', 'de bijstand begint of eindigt'],
  });
}

export const aanbodRegel = maakRegel({
  id: 'aanbod',
  titel: 'Wat de gemeente aanbiedt',
  vraag: 'Wat biedt de gemeente deze persoon aan?',
  beschrijving:
    'Iedereen krijgt een brede intake, een PIP, begeleiding, voortgangsgesprekken, het participatieverklaringstraject en, buiten de onderwijsroute, de Module Arbeidsmarkt en Participatie.\n\nEen asielstatushouder krijgt ook een aanbod voor de leerroute en maatschappelijke begeleiding. Een gezinslid met een reguliere vergunning bij een asielstatushouder krijgt dat ook, maar wordt niet financieel ontzorgd. Een gezins- of overige migrant koopt de cursus zelf.',
  rijen: ['A11', 'F1'],
  artikelen: [WET, MAP, ONTZORGEN],
  versieVolgt: 'De regeling is sinds 2022 gelijk gebleven.',
  velden,
  waarde: {
    aanbod: lijstVeld('Aanbod', {
      onderdeel: keuzeVeld('Onderdeel', [
        'Brede intake',
        'PIP, begeleiding en voortgangsgesprekken',
        'Leerroute met KNM',
        'Participatieverklaringstraject (PVT)',
        'Module Arbeidsmarkt en Participatie (MAP)',
        'Onderdelen voor participatie in het PIP',
        'Maatschappelijke begeleiding',
        'Financieel ontzorgen',
      ]),
      recht: keuzeVeld('Recht', RECHTEN),
    }),
  },
  voorbeelden: [
    {
      naam: 'Echtgenote met een reguliere vergunning bij een asielstatushouder',
      invoer: {
        doelgroep: 'Asielstatushouder',
        gezinslidVanAsielstatushouder: true,
        asielvergunningBepaaldeTijd: false,
        leerroute: 'B',
      },
    },
    {
      naam: 'Asielstatushouder met bijstand',
      invoer: {
        doelgroep: 'Asielstatushouder',
        gezinslidVanAsielstatushouder: false,
        asielvergunningBepaaldeTijd: true,
        leerroute: 'Z',
        begindatumBijstand: '2025-09-01',
        peildatum: '2025-10-01',
      },
    },
    {
      naam: 'Gezinsmigrant in de onderwijsroute',
      invoer: {
        doelgroep: 'Gezinsmigrant en overige migrant',
        leerroute: 'O',
        begeleidingGezinsmigranten: false,
      },
    },
    {
      naam: 'Gezinsmigrant met bijstand, in een gemeente die ook gezinsmigranten begeleidt',
      invoer: {
        doelgroep: 'Gezinsmigrant en overige migrant',
        leerroute: 'Z',
        begeleidingGezinsmigranten: true,
        begindatumBijstand: '2025-09-01',
        peildatum: '2025-09-01',
      },
    },
    {
      naam: 'De bijstand is voorbij',
      invoer: {
        doelgroep: 'Gezinsmigrant en overige migrant',
        leerroute: 'Z',
        begeleidingGezinsmigranten: true,
        begindatumBijstand: '2025-09-01',
        einddatumBijstand: '2025-12-01',
        peildatum: '2025-12-01',
      },
    },
    {
      naam: 'Het ontzorgen is voorbij',
      invoer: {
        doelgroep: 'Asielstatushouder',
        gezinslidVanAsielstatushouder: false,
        asielvergunningBepaaldeTijd: true,
        leerroute: 'Z',
        begindatumBijstand: '2025-09-01',
        peildatum: '2026-03-01',
      },
    },
    {
      naam: 'Nog geen bijstand',
      invoer: {
        doelgroep: 'Asielstatushouder',
        gezinslidVanAsielstatushouder: false,
        asielvergunningBepaaldeTijd: true,
        leerroute: 'Z',
      },
    },
    { naam: 'Alleen de leerroute is bekend', invoer: { leerroute: 'B' } },
  ],
  vindplaats: {
    bestand: 'rules/doelgroep/aanbod.ts',
    test: 'rules/doelgroep/doelgroep-regels.test.ts',
    api: ['GET /v1/dossiers/{dossierId}/stand'],
    schermen: ['features/dossier/schermen/DossierScreen.tsx'],
  },
  bepaal: aanbodVoor,
});
