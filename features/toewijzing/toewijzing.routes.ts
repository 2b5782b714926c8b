import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { lijstSporen } from '../../server/audit/lijst.ts';
import { HANDELINGEN } from '../../server/auth/rechten.ts';
import type { Tx } from '../../server/db/db.ts';
import { nietGevonden, Probleem, problemen } from '../../server/http/probleem.ts';
import type { Routes, Toepassing } from '../../server/toepassing.ts';
import {
  MedewerkersAntwoord,
  type Toegewezen,
  ToewijzenAntwoord,
  ToewijzenVerzoek,
} from './toewijzing.schema.ts';
import {
  type Kandidaat,
  leesKandidaten,
  type TeToewijzen,
  telMensen,
  vergrendelDossiers,
  zetKlantmanager,
} from './toewijzing.store.ts';

type Mislukt = Toegewezen['mislukt'][number];

/** Waarom dit dossier niet naar deze klantmanager kan; leeg als het kan. */
function bezwaar(
  dossier: TeToewijzen,
  verzoek: ToewijzenVerzoek,
  kandidaat: Kandidaat | undefined,
): Mislukt | undefined {
  const { dossierId, naam } = dossier;
  const verwacht = verzoek.verwacht?.[dossierId];
  if (verwacht !== undefined && verwacht !== dossier.klantmanagerId) {
    const wie = dossier.klantmanager
      ? `is intussen van ${dossier.klantmanager}`
      : 'is intussen van niemand';
    return { dossierId, naam, code: 'gewijzigd', tekst: `${naam} ${wie}.` };
  }
  if (verzoek.klantmanagerId === null || kandidaat?.gemeenteIds.includes(dossier.gemeenteId)) {
    return undefined;
  }
  const tekst = `${kandidaat?.naam ?? 'Deze medewerker'} doet geen intake, PIP of begeleiding voor de gemeente van ${naam}.`;
  return { dossierId, naam, code: 'mag-niet-voor-gemeente', tekst };
}

async function wijsToe(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  verzoek: ToewijzenVerzoek,
): Promise<Toegewezen> {
  const kandidaten = verzoek.klantmanagerId
    ? await leesKandidaten(tx, req.gemeenten, HANDELINGEN['dossier.toewijzen'], t.klok.vandaag())
    : [];
  const kandidaat = kandidaten.find((k) => k.id === verzoek.klantmanagerId);
  if (verzoek.klantmanagerId && !kandidaat) {
    const reden = 'Deze medewerker kan voor geen van uw gemeenten klantmanager zijn.';
    throw new Probleem(400, 'geen-klantmanager', reden, {
      invalidParams: [{ name: 'klantmanagerId', code: 'geen-klantmanager', reason: reden }],
    });
  }
  const dossiers = await vergrendelDossiers(tx, verzoek.dossierIds);
  const gevonden = new Map(dossiers.map((d) => [d.dossierId, d]));
  const mislukt: Mislukt[] = [];
  const gelukt: TeToewijzen[] = [];
  for (const dossierId of new Set(verzoek.dossierIds)) {
    const dossier = gevonden.get(dossierId);
    const fout: Mislukt | undefined = dossier
      ? bezwaar(dossier, verzoek, kandidaat)
      : {
          dossierId,
          naam: null,
          code: 'niet-gevonden',
          tekst: nietGevonden('Dit dossier').message,
        };
    if (fout) mislukt.push(fout);
    else if (dossier) gelukt.push(dossier);
  }
  if (gelukt.length > 0) {
    const ids = gelukt.map((d) => d.dossierId);
    await zetKlantmanager(tx, ids, verzoek.klantmanagerId);
    await req.spoor(
      tx,
      lijstSporen({ handeling: 'wijzigen', objectSoort: 'klantmanager' }, gelukt),
    );
  }
  return {
    gelukt: gelukt.map((d) => ({ dossierId: d.dossierId, vorigeKlantmanagerId: d.klantmanagerId })),
    mislukt,
  };
}

export const registreerToewijzing: Routes = (app, t) => {
  app.post(
    '/v1/dossiers/_toewijzen',
    {
      config: { handeling: 'dossier.toewijzen' },
      schema: {
        tags: ['Werkvoorraad'],
        summary:
          'Dossiers toewijzen, overnemen of vrijgeven; wat niet kan wordt genoemd, de rest gaat door',
        body: ToewijzenVerzoek,
        response: { 200: ToewijzenAntwoord, ...problemen },
      },
    },
    (req) => req.inBereik((tx) => wijsToe(req, tx, t, req.body)),
  );

  app.get(
    '/v1/medewerkers',
    {
      config: { handeling: 'dossier.toewijzen' },
      schema: {
        tags: ['Werkvoorraad'],
        summary: 'Wie klantmanager kan zijn, met het aantal mensen dat hij of zij al begeleidt',
        querystring: z.object({ gemeenteId: z.uuid().optional() }),
        response: { 200: MedewerkersAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { gemeenteId } = req.query;
        if (gemeenteId && !req.gemeenten.includes(gemeenteId)) throw nietGevonden('Deze gemeente');
        const gemeenten = gemeenteId ? [gemeenteId] : req.gemeenten;
        const eis = HANDELINGEN['dossier.toewijzen'];
        const kandidaten = await leesKandidaten(tx, gemeenten, eis, t.klok.vandaag());
        const aantal = await telMensen(tx, req.gemeenten);
        return {
          items: kandidaten.map(({ gemeenteIds, codes, organisatieId, ...k }) => ({
            ...k,
            aantalMensen: aantal.get(k.id) ?? 0,
            gemeenten: codes,
          })),
        };
      }),
  );
};
