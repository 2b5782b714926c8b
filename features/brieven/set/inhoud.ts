import type { Setbron, Wijziging } from './set.schema.ts';
import type { Deel, Sleutel, Waarde, Zin } from './zetten.ts';

const zin = (sleutel: Sleutel, waarden?: Record<string, Waarde>): Zin =>
  waarden ? { sleutel, waarden } : { sleutel };
const vrij = (tekst: string | undefined): Zin[] => (tekst ? [{ vrij: tekst }] : []);
const als = (waar: boolean | undefined, ...zinnen: Zin[]): Zin[] => (waar ? zinnen : []);

type Eigen = keyof NonNullable<Setbron['blokken']>;

/** Wat de gemeente zelf schrijft gaat voor, en is er alleen in het Nederlands; leeg is weggelaten. */
function ofEigen({ blokken }: Setbron, blok: Eigen, ...vast: Zin[]): Zin[] {
  const eigen = blokken?.[blok];
  return eigen === undefined ? vast : vrij(eigen);
}

/** De brief in gewone taal: wat er geldt, één ding per zin, zonder de gronden van het besluit. */
export function delenVan(b: Setbron): Deel[] {
  return [
    {
      kop: 'kop.eenvoudig',
      beeld: 'route',
      zinnen: [...ofEigen(b, 'inleiding', zin('inleiding')), zin('besluit'), zin('voorrang')],
    },
    ...anders(b),
    route(b),
    eerst(b),
    lessen(b),
    pvt(b),
    moduleMap(b),
    einde(b),
    ...doelen(b),
    gesprekken(b),
    ...(b.vve ? [{ kop: 'kind.kop', beeld: 'kind', zinnen: vrij(b.vve) } as const] : []),
    hulp(b),
    tijd(b),
    {
      kop: 'plicht.kop',
      beeld: 'plicht',
      zinnen: [
        ...ofEigen(b, 'vragen', zin('plicht.komen'), zin('plicht.bellen')),
        zin('plicht.boete'),
      ],
    },
    {
      kop: 'bezwaar.kop',
      beeld: 'bezwaar',
      zinnen: [
        zin('bezwaar.bellen'),
        zin('bezwaar.tot', { datum: { datum: b.bezwaarTotEnMet } }),
        zin('bezwaar.hoe'),
        zin('bezwaar.door'),
      ],
    },
  ];
}

function route(b: Setbron): Deel {
  const { leerroute, niveau } = b;
  const uitleg =
    leerroute === 'Z'
      ? zin('route.Z.uitleg')
      : zin(`route.${leerroute}.uitleg`, { niveau: { gegeven: niveau ?? 'B1' } });
  return {
    kop: 'route.kop',
    beeld: 'route',
    zinnen: [zin(`route.${leerroute}`), uitleg, ...ofEigen(b, 'toelichting', zin('route.waarom'))],
  };
}

/** Wat de persoon als eerste doet, ook het antwoord op de vraag daarover. */
export function eersteZin({ eerst: e }: Pick<Setbron, 'eerst'>): Zin {
  if (e.soort === 'afspraak') {
    return zin('eerst.afspraak', { datum: { datum: e.datum }, tijd: { gegeven: e.tijd } });
  }
  if (e.soort === 'les') return zin('eerst.les', { datum: { datum: e.datum } });
  return zin(e.soort === 'aanbod' ? 'eerst.aanbod' : 'eerst.zelf');
}

const eerst = (b: Setbron): Deel => ({
  kop: 'eerst.kop',
  beeld: 'eerst',
  zinnen: [eersteZin(b)],
});

function lessen(b: Setbron): Deel {
  const asiel = b.doelgroep === 'asielstatushouder';
  const { uren, perWeek } = b.les;
  return {
    kop: 'lessen.kop',
    beeld: 'les',
    zinnen: [
      ...als(!asiel, zin('lessen.zelf'), zin('lessen.lenen')),
      ...(uren ? [zin('lessen.uren', { uren })] : []),
      ...(perWeek ? [zin('lessen.week', { uren: perWeek })] : []),
      ...als(b.opleidingAfmaken, zin('lessen.opleiding')),
      ...als(b.alfabetisering === 'A', zin('lessen.alfa')),
      ...als(b.alfabetisering === 'AA', zin('lessen.letters')),
      zin('lessen.knm'),
      ...(b.meedoen ? [zin('lessen.meedoen', { uren: b.meedoen.uren })] : []),
      ...vrij(b.meedoen?.invulling),
    ],
  };
}

const pvt = (b: Setbron): Deel => ({
  kop: 'pvt.kop',
  beeld: 'pvt',
  zinnen: [zin('pvt.uren', { uren: b.pvt.uren }), zin('pvt.einde'), ...vrij(b.pvt.invulling)],
});

const moduleMap = ({ moduleMap: m }: Setbron): Deel => ({
  kop: 'map.kop',
  beeld: 'map',
  zinnen: m
    ? [zin('map.uren', { uren: m.uren }), zin('map.einde'), ...vrij(m.invulling)]
    : [zin('map.niet')],
});

const einde = ({ leerroute }: Setbron): Deel => ({
  kop: 'einde.kop',
  beeld: leerroute === 'Z' ? 'gesprek' : 'examen',
  zinnen: [zin(leerroute === 'Z' ? 'einde.gesprek' : 'einde.examens')],
});

/** De doelen zoals de persoon ze zei, en het Nederlands erachter. */
function doelen(b: Setbron): Deel[] {
  if (b.doelen.length === 0) return [];
  const zinnen = b.doelen.map((doel): Zin => ({ doel }));
  return [{ kop: 'doelen.kop', beeld: 'doel', zinnen }];
}

const gesprekken = ({ gesprekken: g }: Setbron): Deel => ({
  kop: 'gesprek.kop',
  beeld: 'gesprek',
  zinnen: [zin('gesprek.aantal', { aantal: g.aantal }), ...vrij(g.ritme)],
});

const hulp = (b: Setbron): Deel => ({
  kop: 'hulp.kop',
  beeld: 'hulp',
  zinnen: [
    zin('hulp.naam', { naam: { gegeven: b.klantmanager.naam } }),
    zin('hulp.bel', { telefoon: { gegeven: b.klantmanager.telefoon } }),
    zin('hulp.mail', { email: { gegeven: b.klantmanager.email } }),
    ...ofEigen(b, 'contact'),
    ...vrij(b.begeleiding),
  ],
});

const tijd = ({ termijn }: Setbron): Deel => ({
  kop: 'tijd.kop',
  beeld: 'tijd',
  zinnen: [
    zin('tijd.begin', { datum: { datum: termijn.begin } }),
    zin(termijn.van === 'duo' ? 'tijd.einde.duo' : 'tijd.einde', {
      datum: { datum: termijn.laatsteDag },
    }),
  ],
});

function anders({ vorige }: Setbron): Deel[] {
  if (!vorige) return [];
  const zinnen = vorige.wijzigingen.flatMap((w): Zin[] => [
    { sleutel: w.wat as Sleutel, nadruk: true },
    ...(w.oud === undefined && w.nieuw === undefined
      ? [zin('anders.nieuw')]
      : [
          zin('anders.eerst', { waarde: waardeVan(w, w.oud) }),
          zin('anders.nu', { waarde: waardeVan(w, w.nieuw) }),
        ]),
  ]);
  return [
    {
      kop: 'anders.kop',
      beeld: 'anders',
      zinnen: [
        zin('anders.vorige', { datum: { datum: vorige.dagtekening } }),
        ...(zinnen.length > 0 ? zinnen : [zin('anders.niets')]),
        ...(vorige.reden
          ? [{ sleutel: 'anders.waarom', nadruk: true } as const, ...vrij(vorige.reden)]
          : []),
      ],
    },
  ];
}

function waardeVan({ sleutels }: Wijziging, waarde: string | number | undefined): Waarde {
  if (waarde === undefined) return { sleutel: 'anders.geen' };
  if (typeof waarde === 'number') return waarde;
  return sleutels ? { sleutel: waarde as Sleutel } : { gegeven: waarde };
}
