import type { FastifyRequest } from 'fastify';
import type { Datum } from '../../rules/shared/datum.ts';
import { klokOp } from '../../rules/shared/klok.ts';
import type { FeitSoort } from '../../rules/stand/feiten.ts';
import { kiesGeldend } from '../../rules/stand/geldend.ts';
import { mag } from '../../server/auth/rechten.ts';
import type { Tx } from '../../server/db/db.ts';
import { leesGemeente } from '../../server/dossier/brief.ts';
import { leesFeiten } from '../../server/dossier/feiten.ts';
import { type GevondenDossier, vindDossier } from '../../server/dossier/vind.ts';
import { problemen } from '../../server/http/probleem.ts';
import type { Routes } from '../../server/toepassing.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import { registreerGezinsafspraak } from './afspraak.routes.ts';
import {
  type Gelezen,
  groepenVan,
  lidUitFeiten,
  opvangVan,
  zonderDossierVan,
} from './gezin.beeld.ts';
import { type Gezinsbeeld, GezinsbeeldAntwoord, type Lid } from './gezin.schema.ts';
import { type Lidrij, leesBanden, leesLeden, type Relatie } from './gezin.store.ts';
import { registreerLeden } from './leden.routes.ts';
import { registreerOpvang } from './opvang/opvang.routes.ts';
import { registreerWachtlijst } from './opvang/wachtlijst.routes.ts';

const FEITEN: readonly FeitSoort[] = [
  'gezinslid',
  'kinderopvang',
  'afspraak',
  'afspraak-uitkomst',
  'bijstand',
  'privegesprek',
  'taal',
];

const SPIEGEL: Record<Relatie, Relatie> = {
  partner: 'partner',
  kind: 'ouder',
  ouder: 'kind',
  'broer-of-zus': 'broer-of-zus',
};

/** Wat elk lid van deze persoon is; een band die hier staat gaat voor een die alleen daar staat. */
async function relaties(tx: Tx, d: GevondenDossier, vandaag: Datum) {
  const banden = await leesBanden(tx, d, vandaag);
  return new Map(
    banden.map((b) => [b.anderId, b.omgekeerd ? SPIEGEL[b.relatie] : b.relatie] as const),
  );
}

function toonLid(
  rij: Lidrij,
  relatie: Lid['relatie'],
  uitFeiten: ReturnType<typeof lidUitFeiten>,
): Lid {
  const { pipStaat, dagtekening, termijnen, toestand, ...rest } = rij;
  const laatsteDag = (id: string) => termijnen.find((t) => t.id === id)?.laatsteDag ?? null;
  const staat = pipStaat ?? 'geen';
  return {
    ...rest,
    ...uitFeiten,
    relatie,
    toestand: toestand as Lid['toestand'],
    pip: {
      staat,
      dagtekening,
      uiterlijk: staat === 'vastgesteld' ? null : laatsteDag('pip-termijn'),
    },
    termijnTot: laatsteDag('inburgeringstermijn'),
  };
}

async function bouw(
  req: FastifyRequest,
  tx: Tx,
  d: GevondenDossier,
  vandaag: Datum,
): Promise<Gezinsbeeld> {
  const { gemeenteId, dossierId } = d;
  const wie = new Map<string, Lid['relatie']>([
    [dossierId, 'zelf'],
    ...(await relaties(tx, d, vandaag)),
  ]);
  const rijen = new Map(
    (await leesLeden(tx, gemeenteId, [...wie.keys()])).map((r) => [r.dossierId, r]),
  );
  const gelezen: Gelezen[] = [];
  const leden: Lid[] = [];
  for (const [id, relatie] of wie) {
    const rij = rijen.get(id);
    if (!rij) continue;
    const feiten = await leesFeiten(tx, { gemeenteId, dossierId: id }, FEITEN);
    const g = kiesGeldend(feiten, klokOp(vandaag));
    gelezen.push({ dossierId: id, naam: rij.naam, g });
    leden.push(toonLid(rij, relatie, lidUitFeiten(g, vandaag)));
  }
  await req.spoor(tx, {
    handeling: 'lezen',
    objectSoort: 'gezin',
    dossierId,
    gemeenteId,
    dossierIds: leden.map((l) => l.dossierId),
  });
  const { naam } = await leesGemeente(tx, gemeenteId);
  const taal = gelezen[0]?.g.laatste('taal')?.inhoud;
  return {
    vandaag,
    leden,
    zonderDossier: zonderDossierVan(gelezen, vandaag),
    opvang: opvangVan(gelezen),
    groepen: groepenVan(gelezen),
    voorstel: {
      tolkTaal: taal?.tolkNodig ? taal.gesprekstaal : null,
      plaats: `het gemeentehuis van ${naam.replace(/^gemeente /i, '')}`,
    },
    mag: {
      bewerken: mag(req.gebruiker, 'plan.bewerken', gemeenteId),
      intakegesprek: mag(req.gebruiker, 'intake.bewerken', gemeenteId),
    },
  };
}

/** Het gezin in één beeld: wie, hoe ver, welke kinderen, welke opvang en welke afspraken samen. */
export const registreerGezin: Routes = (app, t) => {
  app.get(
    '/v1/dossiers/:dossierId/gezin',
    {
      config: { handeling: 'plan.lezen' },
      schema: {
        tags: ['Gezin'],
        summary:
          'Het gezin: leden met hun PIP en afspraak, kinderen, kinderopvang en samen afspreken',
        params: DossierParams,
        response: { 200: GezinsbeeldAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) =>
        bouw(req, tx, await vindDossier(tx, req.params.dossierId), t.klok.vandaag()),
      ),
  );
  registreerLeden(app, t);
  registreerOpvang(app, t);
  registreerWachtlijst(app, t);
  registreerGezinsafspraak(app, t);
};
