import { klokOp } from '../../rules/shared/klok.ts';
import { kiesGeldend } from '../../rules/stand/geldend.ts';
import { type Lezing, lees } from '../../rules/stand/lezing.ts';
import { taaluren } from '../../rules/verplichting/uren.ts';
import { mag } from '../../server/auth/rechten.ts';
import type { Tx } from '../../server/db/db.ts';
import { leesBeleid } from '../../server/dossier/beleid.ts';
import { leesFeiten } from '../../server/dossier/feiten.ts';
import { vindDossier } from '../../server/dossier/vind.ts';
import { problemen } from '../../server/http/probleem.ts';
import type { Routes } from '../../server/toepassing.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import { leesInstellingenMet } from '../traject/traject.read.ts';
import { redenenTegenBeginnen, wisselBeeld, zonderIntake, zonderWissel } from './wissel.beeld.ts';
import type { Instelling } from './wissel.feiten.ts';
import { WisselAntwoord, WisselVraag } from './wissel.schema.ts';
import { leesOpenVersie } from './wissel.store.ts';

/** De instellingen waar uren zijn gevolgd. Zegt DUO niets over een keurmerk, dan is het niet bekend. */
async function leesInstellingen(tx: Tx, l: Lezing): Promise<Map<string, Instelling>> {
  const nummers = taaluren(l.g).telt.flatMap((f) => f.inhoud.instellingsnummer ?? []);
  const gevonden = await leesInstellingenMet(tx, nummers);
  return new Map(
    [...gevonden].map(([nummer, { naam, bowKeurmerk, tstKeurmerk }]): [string, Instelling] => {
      if (bowKeurmerk) return [nummer, { naam, keurmerk: 'keurmerk' }];
      return [nummer, tstKeurmerk ? { naam, keurmerk: 'diploma-erkenning' } : { naam }];
    }),
  );
}

/** Wisselen van leerroute of afschalen: of het mag, wat ontbreekt en wat het betekent. Er wordt niets vastgelegd. */
export const registreerWissel: Routes = (app, t) => {
  app.get(
    '/v1/dossiers/:dossierId/wissel',
    {
      config: { handeling: 'pip.lezen' },
      schema: {
        tags: ['Pip'],
        summary: 'Of een andere leerroute of afschalen nu mag, per eis van de wet, en het gevolg',
        params: DossierParams,
        querystring: WisselVraag,
        response: { 200: WisselAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const d = await vindDossier(tx, req.params.dossierId);
        const { gemeenteId, dossierId } = d;
        const { naar, ...antwoorden } = req.query;
        const vandaag = t.klok.vandaag();
        const klok = klokOp(vandaag);
        const beleid = await leesBeleid(tx, gemeenteId, vandaag);
        const l = lees(kiesGeldend(await leesFeiten(tx, d), klok), klok, beleid);
        await req.spoor(tx, { handeling: 'lezen', objectSoort: 'wissel', gemeenteId, dossierId });
        const magBeginnen = mag(req.gebruiker, 'pip.opstellen', gemeenteId);
        const tegen = redenenTegenBeginnen(magBeginnen, await leesOpenVersie(tx, d));
        const { pip } = l;
        if (!pip || !naar) return zonderWissel(naar, pip, tegen);
        const instellingen = await leesInstellingen(tx, l);
        const zaak = { l, pip, beleid, vandaag, naar, antwoorden, instellingen };
        const beeld = wisselBeeld(zaak, tegen);
        return mag(req.gebruiker, 'intake.lezen', gemeenteId) ? beeld : zonderIntake(beeld);
      }),
  );
};
