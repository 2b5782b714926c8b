import { type Datum, plusJaren } from '../../../rules/shared/datum.ts';
import { bepaalStand } from '../../../rules/stand/bepaal-stand.ts';
import { type Stand, toonStand } from '../../../rules/stand/stand.ts';
import { verschillen } from '../../../rules/wat-als/verschil.ts';
import { neemAan, type Wijziging } from '../../../rules/wat-als/wat-als.ts';
import { leesBeleid } from '../../../server/dossier/beleid.ts';
import { leesFeiten } from '../../../server/dossier/feiten.ts';
import { vindDossier } from '../../../server/dossier/vind.ts';
import { Probleem, problemen } from '../../../server/http/probleem.ts';
import type { Routes } from '../../../server/toepassing.ts';
import { DossierParams } from '../../shared/dossier.schema.ts';
import { gelezen } from '../dossier.routes.ts';
import { metDagen, voorstelMetDagen } from '../kop.ts';
import { WatAlsAntwoord, WatAlsVraag } from './wat-als.schema.ts';

/** Verder vooruit zegt een Stand niets meer: de langste termijn met verlenging en nieuwe termijn is voorbij. */
const VOORUIT_JAREN = 10;

function keurPeildatum(peildatum: Datum, vandaag: Datum): void {
  if (peildatum >= vandaag && peildatum <= plusJaren(vandaag, VOORUIT_JAREN)) return;
  throw new Probleem(400, 'peildatum', 'Deze dag kan hier niet.', {
    invalidParams: [
      {
        name: 'peildatum',
        code: 'buiten-bereik',
        reason: `Kies vandaag of een latere dag, hoogstens ${VOORUIT_JAREN} jaar vooruit.`,
      },
    ],
  });
}

function toonOp(stand: Stand, aantalFeiten: number) {
  const getoond = toonStand(stand);
  return {
    ...getoond,
    aantalFeiten,
    termijnen: getoond.termijnen.map((t) => metDagen(t, stand.peildatum)),
    voorstellen: getoond.voorstellen.map((v) => voorstelMetDagen(v, stand.peildatum)),
  };
}

/** Wat als een feit of de dag anders was: de Stand van nu naast de veronderstelde. Er wordt niets bewaard. */
export const registreerWatAls: Routes = (app, t) => {
  app.post(
    '/v1/dossiers/:dossierId/stand/_wat-als',
    {
      config: { handeling: 'dossier.inzien' },
      schema: {
        tags: ['Dossier'],
        summary: 'De Stand met veronderstelde feiten of op een andere dag, naast die van nu',
        params: DossierParams,
        body: WatAlsVraag,
        response: { 200: WatAlsAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const d = await vindDossier(tx, req.params.dossierId);
        const vandaag = t.klok.vandaag();
        const peildatum = (req.body.peildatum as Datum | undefined) ?? vandaag;
        keurPeildatum(peildatum, vandaag);
        await gelezen(req, tx, d, 'wat-als');
        const feiten = await leesFeiten(tx, d);
        const beleid = await leesBeleid(tx, d.gemeenteId, vandaag);
        const danBeleid = await leesBeleid(tx, d.gemeenteId, peildatum);
        const zaak = { feiten, peildatum, gemeentecode: beleid.gemeentecode ?? '' };
        const aangenomen = neemAan(zaak, req.body.wijzigingen as Wijziging[]);
        const nu = bepaalStand(feiten, beleid, vandaag);
        const dan = bepaalStand(aangenomen, danBeleid, peildatum);
        return {
          nu: toonOp(nu, feiten.length),
          dan: toonOp(dan, aangenomen.length),
          verschillen: verschillen(nu, dan),
        };
      }),
  );
};
