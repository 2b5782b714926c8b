import { z } from 'zod';
import { problemen } from '../../../server/http/probleem.ts';
import type { App, Toepassing } from '../../../server/toepassing.ts';
import { DossierParams } from '../../shared/dossier.schema.ts';
import { leesplek, spoor, toonIntake, type Werkplek } from '../werkplek.routes.ts';
import { eerdereAntwoorden } from './eerder.routes.ts';
import { toonGesprekken } from './gesprek.routes.ts';
import { MeegenomenSchema } from './gesprek.schema.ts';

/** Zo lang mag een intake zonder verbinding op een apparaat staan. */
const MEENEEM_UREN = 24;

/** De naam zoals zij op het apparaat versleuteld staat. */
function naamVan({ l }: Werkplek): string {
  const p = l.g.laatste('persoon')?.inhoud;
  return p ? [p.voornamen, p.voorvoegsel, p.geslachtsnaam].filter(Boolean).join(' ') : 'Onbekend';
}

/** De intake van één persoon op een apparaat zetten. */
export function registreerMeenemen(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/intake/_meenemen',
    {
      config: { handeling: 'intake.bewerken' },
      schema: {
        tags: ['Intake'],
        summary: 'De intake van één persoon meenemen naar een plek zonder verbinding',
        params: DossierParams,
        body: z.strictObject({}),
        response: { 200: MeegenomenSchema, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const plek = await leesplek(req, tx, t, req.params.dossierId);
        await spoor(plek, 'lezen', 'intake-meegenomen');
        return {
          naam: naamVan(plek),
          uren: MEENEEM_UREN,
          intake: await toonIntake(plek),
          gesprekken: toonGesprekken(plek),
          eerder: { items: await eerdereAntwoorden(plek) },
        };
      }),
  );
}
