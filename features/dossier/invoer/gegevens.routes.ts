import type { z } from 'zod';
import type { Datum } from '../../../rules/shared/datum.ts';
import { klokOp } from '../../../rules/shared/klok.ts';
import { kiesGeldend } from '../../../rules/stand/geldend.ts';
import type { Tx } from '../../../server/db/db.ts';
import {
  type DossierSleutel,
  leesFeiten,
  legVast,
  type NieuwFeit,
  vergrendel,
} from '../../../server/dossier/feiten.ts';
import { vindDossier } from '../../../server/dossier/vind.ts';
import { geweigerd, nietGevonden, Probleem, problemen } from '../../../server/http/probleem.ts';
import type { App, Toepassing } from '../../../server/toepassing.ts';
import { DossierParams } from '../../shared/dossier.schema.ts';
import { VastgelegdAntwoord } from '../dossier.schema.ts';
import { huidigGegeven, teWijzigen } from '../kop.ts';
import { GegevenVraag } from './invoer.schema.ts';
import { keur, keurGeboorte, vastlegger } from './vastleggen.routes.ts';

/** 409 als het gegeven intussen is gewijzigd of uit de BRP komt. */
async function keurVervanging(
  tx: Tx,
  sleutel: DossierSleutel,
  vraag: z.output<typeof GegevenVraag>,
  vandaag: Datum,
): Promise<void> {
  const geldend = kiesGeldend(await leesFeiten(tx, sleutel), klokOp(vandaag));
  const huidig = huidigGegeven(geldend, vraag.soort);
  if (huidig && !teWijzigen(huidig)) {
    throw geweigerd('Dit gegeven komt uit de BRP.', [
      {
        code: 'uit-brp',
        tekst: 'Klopt het niet, meld dat dan terug aan de BRP; de verbetering komt vanzelf hier.',
        veld: vraag.soort,
      },
    ]);
  }
  if ((huidig?.id ?? null) === vraag.vervangt) return;
  if (!huidig) throw nietGevonden('Het gegeven dat u verbetert');
  throw new Probleem(409, 'gewijzigd', 'Iemand anders heeft dit intussen gewijzigd.', {
    conflict: {
      wie: huidig.door ?? huidig.bron,
      wanneer: huidig.vastgelegdOp,
      wat: vraag.soort,
    },
  });
}

/** Persoon, adres, contact en taal verbeteren. */
export function registreerGegeven(app: App, t: Toepassing): void {
  app.put(
    '/v1/dossiers/:dossierId/gegevens',
    {
      config: { handeling: 'dossier.bewerken' },
      schema: {
        tags: ['Dossier'],
        summary:
          'Persoon, adres, contact of taal aanvullen of verbeteren; het oude blijft zichtbaar',
        params: DossierParams,
        body: GegevenVraag,
        response: { 200: VastgelegdAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const d = await vindDossier(tx, req.params.dossierId);
        const door = vastlegger(req, t);
        const vraag = req.body;
        if (vraag.soort === 'persoon')
          keur([keurGeboorte('inhoud.geboorte', vraag.inhoud.geboorte, door.vandaag)]);
        await vergrendel(tx, d);
        await keurVervanging(tx, d, vraag, door.vandaag);
        const feit = {
          soort: vraag.soort,
          inhoud: vraag.inhoud,
          geldigOp: door.vandaag,
          bron: 'medewerker',
          ...(vraag.vervangt ? { vervangt: vraag.vervangt } : {}),
        } as NieuwFeit;
        await legVast(tx, d, [feit], door);
        const { gemeenteId, dossierId, revisie } = d;
        const objectSoort = vraag.soort;
        await req.spoor(tx, { handeling: 'wijzigen', objectSoort, dossierId, gemeenteId });
        return { dossierId, revisie: revisie + 1 };
      }),
  );
}
