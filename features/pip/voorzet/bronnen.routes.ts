import { leerrouteAfweging } from '../../../rules/leerroute-afweging/leerroute-afweging.ts';
import { afwegingFeiten } from '../../../rules/leerroute-afweging/lees-afweging.ts';
import { problemen } from '../../../server/http/probleem.ts';
import type { App, Toepassing } from '../../../server/toepassing.ts';
import { antwoordInWoorden } from '../../intake/antwoord.read.ts';
import { PipBronnen, PipParams } from '../pip.schema.ts';
import { leesZaak, spoor } from '../pip.zaak.routes.ts';
import { bronnenPerVeld } from './bronnen.ts';
import { voorzetTeksten } from './teksten.ts';

/** Wat het dossier bij elk veld van een PIP weet, met bron en dag, en de tekst die daaruit volgt. */
export function registreerBronnen(app: App, t: Toepassing): void {
  app.get(
    '/v1/dossiers/:dossierId/pips/:pipId/bronnen',
    {
      config: { handeling: 'pip.opstellen' },
      schema: {
        tags: ['Pip'],
        summary: 'De antwoorden uit het dossier naast de velden van een PIP',
        params: PipParams,
        response: { 200: PipBronnen, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const vandaag = t.klok.vandaag();
        const { lezing, beleid, pip, dossier } = await leesZaak(tx, req.params, vandaag);
        await spoor(req, tx, dossier, 'lezen', pip.pipId);
        const afweging = leerrouteAfweging(afwegingFeiten(lezing, pip.inhoud, beleid, vandaag));
        const { advies } = afweging;
        return {
          bronnen: bronnenPerVeld(lezing.g, afweging, (i) =>
            antwoordInWoorden(i.vraag, i.waarde, i.gesteld),
          ),
          voorzet: voorzetTeksten(lezing.g, beleid),
          lesuren: { B: beleid.lesurenB1Route, Z: beleid.lesurenZroute },
          advies: {
            richting: advies.richting ?? null,
            tekst: advies.tekst,
            twijfel: advies.twijfel,
          },
        };
      }),
  );
}
