import type { Berekening, Uitleg } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { klokOp } from '../shared/klok.ts';
import { aangehaaldeFeiten, maakRegel, onbekend, ontbrekendFeit, vereis } from '../shared/regel.ts';
import { datumVeld, type Invoer, jaNeeVeld, keuzeVeld, lijstVeld } from '../shared/velden.ts';
import { aanbod } from './aanbod.ts';
import { bepaalDoelgroep, type Doelgroep } from './doelgroep.ts';

const INDELINGEN = ['Asielstatushouder', 'Gezinsmigrant en overige migrant'] as const;
const GEDETAILLEERD = [
  'Asielstatushouder',
  'Geestelijk bedienaar',
  'Gezinshereniger',
  'Gezinshereniger met Asielstatushouder',
  'Gezinsvormer',
  'Gezinsvormer met Asielstatushouder',
  'Overig',
] as const;

const indeling = {
  doelgroep: keuzeVeld('Doelgroep volgens DUO', INDELINGEN),
  gedetailleerdeDoelgroep: keuzeVeld('Gedetailleerde doelgroep volgens DUO', GEDETAILLEERD, {
    hulp: 'Wie bij een asielstatushouder komt wonen, telt mee als asielstatushouder.',
  }),
};

const ART13 = grondslag('doelgroep', 'wet', 'art. 13 lid 1');
const TITEL = 'Doelgroep';
const DOELGROEPEN = ['asielstatushouder', 'gezins-en-overige-migrant'] as const;

type DoelgroepWaarde = { doelgroep: Doelgroep; gezinslidVanAsielstatushouder: boolean };

function lees(f: Invoer<typeof indeling>) {
  return bepaalDoelgroep(
    f.doelgroep && {
      waarde: {
        indeling: f.doelgroep,
        ...(f.gedetailleerdeDoelgroep ? { gedetailleerd: f.gedetailleerdeDoelgroep } : {}),
      },
      bron: 'ingevoerd',
    },
  );
}

/** `doelgroep` op gewone feiten; zie `bepaalDoelgroep`. */
function doelgroep(f: Invoer<typeof indeling>): Berekening<DoelgroepWaarde> {
  const nodig = vereis(indeling, f, ['doelgroep']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, ART13);
  const { waarde, gezinslidVanAsielstatushouder, uitleg } = lees(f);
  return {
    uitkomst: 'bepaald',
    waarde: { doelgroep: waarde, gezinslidVanAsielstatushouder },
    uitleg,
  };
}

export const doelgroepRegel = maakRegel({
  id: 'doelgroep',
  titel: 'Doelgroep',
  vraag: 'Asielstatushouder of gezins- en overige migrant?',
  beschrijving:
    'De wet kent twee groepen. Asielstatushouders krijgen een cursus aangeboden, begeleiding en gratis examens; gezins- en overige migranten regelen en betalen hun cursus zelf. DUO deelt iemand in.\n\nHet gezinslid dat met een gewone vergunning bij een asielstatushouder komt wonen, hoort bij de eerste groep, ook als DUO het in de hoofdindeling anders noemt. Verandert de doelgroep, dan meldt DUO dat (SS124, SS125); bij verlies van de asielgrond houdt DUO de rechten aan tot iemand ervan afziet.',
  rijen: ['A10', 'A11', 'A12', 'A13'],
  artikelen: [ART13],
  versieVolgt: 'De laatste indeling van DUO.',
  velden: indeling,
  waarde: {
    doelgroep: keuzeVeld('Doelgroep', DOELGROEPEN),
    gezinslidVanAsielstatushouder: jaNeeVeld('Als gezinslid van een asielstatushouder'),
  },
  voorbeelden: [
    { naam: 'Asielstatushouder', invoer: { doelgroep: 'Asielstatushouder' } },
    {
      naam: 'Echtgenote met een gewone vergunning bij een asielstatushouder',
      invoer: {
        doelgroep: 'Gezinsmigrant en overige migrant',
        gedetailleerdeDoelgroep: 'Gezinshereniger met Asielstatushouder',
      },
    },
    { naam: 'Gezinsmigrant', invoer: { doelgroep: 'Gezinsmigrant en overige migrant' } },
    { naam: 'Nog niet ingedeeld', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/doelgroep/doelgroep.ts',
    test: 'rules/doelgroep/doelgroep.test.ts',
    api: ['GET /v1/dossiers/{dossierId}/stand', 'POST /v1/werkvoorraad/_zoek'],
    schermen: [
      'features/dossier/schermen/DossierScreen.tsx',
      'features/werkvoorraad/WerkvoorraadScreen.tsx',
    ],
  },
  bepaal: doelgroep,
});

const aanbodVelden = {
  ...indeling,
  peildatum: datumVeld('Dag waarop wordt gekeken'),
  leerroute: keuzeVeld('Leerroute', ['B', 'O', 'Z'], {
    hulp: 'B1-route, onderwijsroute of Z-route. Leeg: nog niet vastgesteld.',
  }),
  asielvergunningBepaaldeTijd: jaNeeVeld('Verblijf op een asielvergunning voor bepaalde tijd'),
  begindatumBijstand: datumVeld('Dag waarop het recht op bijstand ontstaat'),
  einddatumBijstand: datumVeld('Eerste dag zonder recht op bijstand'),
  begeleidingGezinsmigranten: jaNeeVeld(
    'De gemeente begeleidt ook gezins- en overige migranten',
    'Lokaal beleid; leeg is nee.',
  ),
};

const ART16 = grondslag('aanbod', 'wet', 'art. 6, 8, 13, 15 en 16');
const RECHT = ['ja', 'nee', 'alleen-advies', 'bij-bijstand', 'lokale-keuze', 'onbekend'] as const;
type Onderdeel = { onderdeel: string; recht: (typeof RECHT)[number] };

/** De onderdelen van het aanbod, zoals `aanbod` ze noemt. */
const ONDERDELEN = [
  'brede-intake',
  'pip',
  'leerroute',
  'pvt',
  'module-map',
  'participatie',
  'maatschappelijke-begeleiding',
  'ontzorgen',
] as const;

/** `aanbod` op gewone feiten; zie `aanbod` in `aanbod.ts`. */
function aanbodVoor(f: Invoer<typeof aanbodVelden>): Berekening<{ onderdelen: Onderdeel[] }> {
  const titel = 'Wat de gemeente aanbiedt';
  const ontbreekt = (['doelgroep', 'peildatum'] as const)
    .filter((naam) => f[naam] === undefined)
    .map((naam) => ontbrekendFeit(aanbodVelden, naam));
  if (ontbreekt.length > 0 || !f.peildatum) return onbekend(titel, ontbreekt, ART16);
  const { waarde: groep, gezinslidVanAsielstatushouder } = lees(f);
  const { asielvergunningBepaaldeTijd: asiel, begindatumBijstand: vanaf } = f;
  const onderdelen = aanbod(
    {
      doelgroep: groep,
      gezinslidVanAsielstatushouder,
      ...(f.leerroute ? { leerroute: f.leerroute } : {}),
      ...(asiel === undefined
        ? {}
        : { asielvergunningBepaaldeTijd: { waarde: asiel, bron: 'ingevoerd' } }),
      ...(vanaf
        ? {
            bijstand: {
              waarde: { vanaf, ...(f.einddatumBijstand ? { tot: f.einddatumBijstand } : {}) },
              bron: 'ingevoerd',
            },
          }
        : {}),
      begeleidingGezinsmigranten: f.begeleidingGezinsmigranten ?? false,
    },
    klokOp(f.peildatum),
  );
  const ja = onderdelen.filter((o) => o.recht === 'ja').length;
  return {
    uitkomst: 'bepaald',
    waarde: { onderdelen: onderdelen.map((o) => ({ onderdeel: o.id, recht: o.recht })) },
    uitleg: (): Uitleg => ({
      titel,
      uitkomst: `${ja} van ${onderdelen.length} onderdelen zeker`,
      grondslag: ART16,
      feiten: aangehaaldeFeiten(aanbodVelden, f),
      stappen: onderdelen.map((o) => o.uitleg()),
      zouWijzigenAls: ['de doelgroep of de leerroute verandert', 'de bijstand begint of eindigt'],
    }),
  };
}

export const aanbodRegel = maakRegel({
  id: 'aanbod',
  titel: 'Aanbod per doelgroep',
  vraag: 'Wie krijgt welk aanbod: route, MAP, begeleiding, zes maanden ontzorgen?',
  beschrijving:
    'Iedereen krijgt een brede intake, een PIP met begeleiding, het PVT en, behalve in de onderwijsroute, de MAP. Asielstatushouders krijgen ook de cursus, maatschappelijke begeleiding en, met bijstand en een asielvergunning voor bepaalde tijd, zes maanden ontzorgen. Gezins- en overige migranten kopen de cursus zelf; begeleiding kan de gemeente hun ook geven.',
  rijen: ['A10', 'A11', 'F1', 'G1', 'G6'],
  artikelen: [ART16, grondslag('aanbod', 'participatiewet', 'art. 56a')],
  versieVolgt: 'De dag waarop wordt gekeken.',
  velden: aanbodVelden,
  waarde: {
    onderdelen: lijstVeld('Onderdelen', {
      onderdeel: keuzeVeld('Onderdeel', ONDERDELEN),
      recht: keuzeVeld('Recht', RECHT),
    }),
  },
  voorbeelden: [
    {
      naam: 'Asielstatushouder met bijstand',
      invoer: {
        doelgroep: 'Asielstatushouder',
        peildatum: '2025-10-01',
        leerroute: 'Z',
        asielvergunningBepaaldeTijd: true,
        begindatumBijstand: '2025-09-01',
      },
    },
    {
      naam: 'Gezinslid van een asielstatushouder: wel begeleiding, geen ontzorgen',
      invoer: {
        doelgroep: 'Gezinsmigrant en overige migrant',
        gedetailleerdeDoelgroep: 'Gezinshereniger met Asielstatushouder',
        peildatum: '2025-10-01',
        begindatumBijstand: '2025-09-01',
      },
    },
    {
      naam: 'Gezinsmigrant in de onderwijsroute',
      invoer: {
        doelgroep: 'Gezinsmigrant en overige migrant',
        peildatum: '2025-10-01',
        leerroute: 'O',
      },
    },
    { naam: 'Doelgroep nog niet bekend', invoer: { peildatum: '2025-10-01' } },
  ],
  vindplaats: {
    bestand: 'rules/doelgroep/aanbod.ts',
    test: 'rules/doelgroep/doelgroep.test.ts',
    api: ['GET /v1/dossiers/{dossierId}/stand'],
    schermen: ['features/dossier/schermen/DossierScreen.tsx'],
  },
  bepaal: aanbodVoor,
});
