import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { PROGNOSE_SOORTEN, prognoseFeiten } from '../../rules/pip-prognose/lees-prognose.ts';
import { pipPrognose } from '../../rules/pip-prognose/pip-prognose.ts';
import { REDENEN } from '../../rules/pip-prognose/soorten.ts';
import { plusWeken } from '../../rules/shared/datum.ts';
import { klokOp } from '../../rules/shared/klok.ts';
import { kiesGeldend } from '../../rules/stand/geldend.ts';
import { lijstSporen } from '../../server/audit/lijst.ts';
import { mag } from '../../server/auth/rechten.ts';
import type { Tx } from '../../server/db/db.ts';
import { leesBeleid } from '../../server/dossier/beleid.ts';
import { ontleedZoekvraag } from '../../server/dossier/zoeken/zoekvraag.ts';
import { maakCsv } from '../../server/http/csv.ts';
import { geweigerd, problemen } from '../../server/http/probleem.ts';
import type { Routes, Toepassing } from '../../server/toepassing.ts';
import { gevonden } from '../zoeken/zoeken.read.ts';
import {
  PrognoseExport,
  type PrognoseFilters,
  PrognoseLijst,
  type PrognoseRij,
  PrognoseTelling,
  PrognoseVraag,
} from './prognose.schema.ts';
import {
  type Kandidaat,
  leesFeitenVan,
  leesKandidaten,
  leesTolkGeboekt,
} from './prognose.store.ts';
import { OORDEEL, STAP } from './woorden.ts';

const tags = ['Prognose'];
const objectSoort = 'prognose';
/** Zo ver vooruit: wie de komende vier weken het PIP moet hebben. */
const WEKEN_VOORUIT = 4;
const HOOGSTENS = 2000;

const CONCEPT = { concept: 'bezig', 'ter-vaststelling': 'ter-vaststelling' } as const;

type Wie = {
  gemeenten: readonly string[];
  zoek?: string | undefined;
  klantmanagerId?: string | null | undefined;
};

/** Rekent voor deze mensen uit of het PIP op tijd komt; er wordt niets bewaard. */
async function reken(tx: Tx, t: Toepassing, { gemeenten, zoek, klantmanagerId }: Wie) {
  const vandaag = t.klok.vandaag();
  const totEnMet = plusWeken(vandaag, WEKEN_VOORUIT);
  const alle = await leesKandidaten(tx, {
    gemeenten,
    totEnMet,
    hoogstens: HOOGSTENS + 1,
    klantmanagerId,
    gevonden: zoek ? gevonden(gemeenten, ontleedZoekvraag(zoek)) : undefined,
  });
  const kandidaten = alle.slice(0, HOOGSTENS);
  const feiten = await leesFeitenVan(tx, kandidaten, PROGNOSE_SOORTEN);
  const tolkGeboektVoor = await leesTolkGeboekt(tx, kandidaten);
  const beleid = new Map<string, Awaited<ReturnType<typeof leesBeleid>>>();
  for (const id of new Set(kandidaten.map((k) => k.gemeenteId))) {
    beleid.set(id, await leesBeleid(tx, id, vandaag));
  }
  const klok = klokOp(vandaag);
  const rijen = kandidaten.flatMap((k): PrognoseRij[] => {
    const waarden = beleid.get(k.gemeenteId);
    if (!waarden) return [];
    const g = kiesGeldend(feiten.get(k.dossierId) ?? [], klok);
    const dossier = {
      laatsteDag: k.laatsteDag,
      intakeAfgerond: k.intakeAfgerond,
      concept: k.pipStaat ? CONCEPT[k.pipStaat] : ('geen' as const),
      doelgroepOnbekend: k.doelgroep === 'onbekend',
      tolkGeboektVoor,
    };
    return [{ ...kop(k), ...pipPrognose(prognoseFeiten(g, dossier, waarden, vandaag)) }];
  });
  const gezocht = new Set(kandidaten.filter((k) => k.gezocht).map((k) => k.dossierId));
  return {
    rijen,
    gezocht,
    totEnMet,
    afgekapt: alle.length > HOOGSTENS,
    /** Wie is gezocht staat vooraan: pas als de eerste die afviel erbij hoort, ontbreekt er iemand. */
    ontbreekt: alle[HOOGSTENS]?.gezocht ?? false,
  };
}

function keurOmvang(ontbreekt: boolean): void {
  if (!ontbreekt) return;
  const kleiner = 'Kies één gemeente of één klantmanager.';
  throw geweigerd(`De lijst is te lang: er zouden mensen ontbreken. ${kleiner}`, [
    { code: 'lijst-te-lang', tekst: kleiner },
  ]);
}

const kop = (k: Kandidaat) => ({
  dossierId: k.dossierId,
  naam: k.naam,
  gemeente: { id: k.gemeenteId, naam: k.gemeentenaam },
  klantmanager:
    k.klantmanagerId && k.klantmanager ? { id: k.klantmanagerId, naam: k.klantmanager } : null,
  laatsteDag: k.laatsteDag,
});

/** Bij wie de gekozen mensen horen: een medewerker, `null` voor niemand, `undefined` voor iedereen. */
function gekozenBij({ klantmanager }: PrognoseFilters, ik: string): string | null | undefined {
  if (klantmanager === 'geen') return null;
  return klantmanager === 'mijn' ? ik : klantmanager;
}

function vanKlantmanager(f: PrognoseFilters, ik: string): (rij: PrognoseRij) => boolean {
  const bij = gekozenBij(f, ik);
  return (r) => bij === undefined || (r.klantmanager?.id ?? null) === bij;
}

/** Wie wel op schema ligt staat alleen in de lijst als daarom wordt gevraagd. */
const naarKeuze =
  (f: PrognoseFilters, gezocht: ReadonlySet<string>) =>
  (r: PrognoseRij): boolean =>
    gezocht.has(r.dossierId) &&
    (f.oordeel ? r.oordeel === f.oordeel : r.oordeel !== 'op-schema') &&
    (!f.reden || r.redenen.some((x) => x.code === f.reden)) &&
    (!f.invloed || r.redenen.some((x) => x.invloed === f.invloed));

const tel = (rijen: readonly PrognoseRij[], oordeel: PrognoseRij['oordeel']): number =>
  rijen.filter((r) => r.oordeel === oordeel).length;

function perReden(rijen: readonly PrognoseRij[]): PrognoseLijst['perReden'] {
  const laat = rijen.filter((r) => r.oordeel !== 'op-schema');
  return (Object.keys(REDENEN) as (keyof typeof REDENEN)[])
    .map((code) => ({
      code,
      ...REDENEN[code],
      aantal: laat.filter((r) => r.redenen.some((x) => x.code === code)).length,
    }))
    .filter((r) => r.aantal > 0)
    .sort((a, b) => b.aantal - a.aantal);
}

function klantmanagersVan(rijen: readonly PrognoseRij[]): PrognoseLijst['klantmanagers'] {
  const alle = new Map(
    rijen.flatMap((r) => (r.klantmanager ? [[r.klantmanager.id, r.klantmanager]] : [])),
  );
  return [...alle.values()].sort((a, b) => a.naam.localeCompare(b.naam, 'nl'));
}

/** De gemeenten waarvan deze gebruiker de intake mag lezen, binnen het bereik van het verzoek. */
const gemeentenVan = (req: FastifyRequest, f: Pick<PrognoseFilters, 'gemeenteId'>): string[] =>
  req.gemeenten.filter(
    (g) => (!f.gemeenteId || g === f.gemeenteId) && mag(req.gebruiker, 'intake.lezen', g),
  );

const KOP = [
  'PIP uiterlijk',
  'Verwacht op',
  'Dagen achter',
  'Oordeel',
  'Inburgeraar',
  'Gemeente',
  'Klantmanager',
  'Stap',
  'Eigen invloed',
  'Invloed van anderen',
];

const opSchrift = (d: string) => d.split('-').reverse().join('-');

function csvRij(r: PrognoseRij) {
  const zinnen = (kant: 'eigen' | 'anderen') =>
    r.redenen
      .filter((x) => x.invloed === kant)
      .map((x) => x.tekst)
      .join(' ');
  return [
    opSchrift(r.laatsteDag),
    opSchrift(r.verwachtOp),
    r.achter,
    OORDEEL[r.oordeel],
    r.naam,
    r.gemeente.naam,
    r.klantmanager?.naam ?? null,
    STAP[r.stap],
    zinnen('eigen'),
    zinnen('anderen'),
  ];
}

/** Wie de tien weken dreigt te missen, met wat eraan te doen is. */
export const registreerPrognose: Routes = (app, t) => {
  app.post(
    '/v1/prognose/_zoek',
    {
      config: { handeling: 'intake.lezen' },
      schema: {
        tags,
        summary: 'Wie de komende vier weken het PIP niet op tijd dreigt te hebben, en waarom',
        body: PrognoseVraag,
        response: { 200: PrognoseLijst, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { page, pageSize, ...f } = req.body;
        const { rijen, gezocht, totEnMet, afgekapt } = await reken(tx, t, {
          gemeenten: gemeentenVan(req, f),
          zoek: f.zoek,
        });
        const bereik = rijen.filter(vanKlantmanager(f, req.gebruiker.id));
        const lijst = bereik.filter(naarKeuze(f, gezocht));
        const items = lijst.slice((page - 1) * pageSize, page * pageSize);
        const sporen = items.map((r) => ({ gemeenteId: r.gemeente.id, dossierId: r.dossierId }));
        const handeling = f.zoek ? 'zoeken' : 'lezen';
        await req.spoor(tx, lijstSporen({ handeling, objectSoort }, sporen));
        return {
          items,
          totaal: lijst.length,
          page,
          pageSize,
          totEnMet,
          tellingen: {
            teLaat: tel(bereik, 'te-laat'),
            dreigt: tel(bereik, 'dreigt'),
            opSchema: tel(bereik, 'op-schema'),
          },
          perReden: perReden(bereik),
          klantmanagers: klantmanagersVan(rijen),
          afgekapt,
        };
      }),
  );
  telling(app, t);
  uitvoeren(app, t);
};

const telling: Routes = (app, t) => {
  app.get(
    '/v1/prognose/telling',
    {
      config: { handeling: 'intake.lezen' },
      schema: {
        tags,
        summary: 'Hoeveel van mijn mensen hun PIP te laat krijgen; zonder namen',
        response: { 200: PrognoseTelling, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { rijen, ontbreekt } = await reken(tx, t, {
          gemeenten: gemeentenVan(req, {}),
          klantmanagerId: req.gebruiker.id,
        });
        keurOmvang(ontbreekt);
        return { teLaat: tel(rijen, 'te-laat'), dreigt: tel(rijen, 'dreigt') };
      }),
  );
};

const uitvoeren: Routes = (app, t) => {
  app.post(
    '/v1/prognose/_exporteer',
    {
      config: { handeling: 'dossier.exporteren' },
      schema: {
        tags,
        summary: 'De prognose als CSV, met dezelfde filters',
        body: PrognoseExport,
        response: {
          200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } },
          ...problemen,
        },
      },
    },
    async (req, reply) => {
      const csv = await req.inBereik(async (tx) => {
        const f = req.body;
        const { rijen, gezocht, ontbreekt } = await reken(tx, t, {
          gemeenten: gemeentenVan(req, f),
          zoek: f.zoek,
          klantmanagerId: gekozenBij(f, req.gebruiker.id),
        });
        keurOmvang(ontbreekt);
        const lijst = rijen.filter(naarKeuze(f, gezocht));
        const sporen = lijst.map((r) => ({ gemeenteId: r.gemeente.id, dossierId: r.dossierId }));
        await req.spoor(tx, lijstSporen({ handeling: 'exporteren', objectSoort }, sporen));
        return maakCsv(KOP, lijst.map(csvRij));
      });
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="prognose-${t.klok.vandaag()}.csv"`)
        .send(csv);
    },
  );
};
