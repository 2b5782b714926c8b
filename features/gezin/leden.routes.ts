import type { z } from 'zod';
import type { Datum } from '../../rules/shared/datum.ts';
import type { FeitInhoud } from '../../rules/stand/feiten.ts';
import { eenmalig } from '../../server/http/idempotentie.ts';
import { Probleem, problemen } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import type { Routes } from '../../server/toepassing.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import {
  GezinslidParams,
  GezinslidVerzoek,
  GezinslidWijziging,
  VastgelegdAntwoord,
} from './gezin.schema.ts';
import { keurGezien, neemPlek, schrijf } from './plek.routes.ts';

const tags = ['Gezin'];

function keurGeboorte(
  v: Pick<z.output<typeof GezinslidVerzoek>, 'geboortejaar' | 'geboortemaand'>,
  vandaag: Datum,
): void {
  const { geboortejaar: jaar, geboortemaand: maand } = v;
  if (jaar === undefined) return;
  const eerste = `${jaar}-${String(maand ?? 1).padStart(2, '0')}-01`;
  if (eerste <= vandaag) return;
  throw new Probleem(400, 'ongeldige-invoer', 'Een of meer velden kloppen niet.', {
    invalidParams: [
      {
        name: maand ? 'geboortemaand' : 'geboortejaar',
        code: 'toekomst',
        reason: 'De geboorte ligt in de toekomst.',
      },
    ],
  });
}

/** Gezinsleden zonder eigen dossier vastleggen en wijzigen. */
export const registreerLeden: Routes = (app, t) => {
  registreerWijzigen(app, t);
  app.post(
    '/v1/dossiers/:dossierId/gezinsleden',
    {
      config: { handeling: 'plan.bewerken' },
      schema: {
        tags,
        summary: 'Een gezinslid zonder eigen dossier vastleggen, meestal een kind',
        params: DossierParams,
        body: GezinslidVerzoek,
        response: { 201: VastgelegdAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const gemaakt = await req.inBereik((tx) =>
        eenmalig(req, tx, async () => {
          const plek = await neemPlek(req, tx, t, req.params.dossierId);
          const { vandaag } = plek.door;
          keurGeboorte(req.body, vandaag);
          const inhoud = { gezinslidId: nieuwId(), ...req.body, vanaf: vandaag };
          return schrijf(plek, {
            soort: 'gezinslid',
            inhoud: inhoud as FeitInhoud['gezinslid'],
            geldigOp: vandaag,
            bron: 'medewerker',
          });
        }),
      );
      return reply.code(201).send(gemaakt);
    },
  );
};

const registreerWijzigen: Routes = (app, t) => {
  app.put(
    '/v1/dossiers/:dossierId/gezinsleden/:gezinslidId',
    {
      config: { handeling: 'plan.bewerken' },
      schema: {
        tags,
        summary:
          'Wat er van een gezinslid bekend is wijzigen, of dat zij niet meer bij het gezin hoort',
        params: GezinslidParams,
        body: GezinslidWijziging,
        response: { 200: VastgelegdAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const plek = await neemPlek(req, tx, t, req.params.dossierId);
        const { gezien, ...nieuw } = req.body;
        const { gezinslidId } = req.params;
        const huidig = plek.g
          .alle('gezinslid')
          .findLast((f) => f.inhoud.gezinslidId === gezinslidId);
        keurGezien(huidig, gezien, `gezinslid ${huidig?.inhoud.naam ?? ''}`);
        keurGeboorte(nieuw, plek.door.vandaag);
        const inhoud = { gezinslidId, ...nieuw, vanaf: huidig.inhoud.vanaf };
        return schrijf(plek, {
          soort: 'gezinslid',
          inhoud: inhoud as FeitInhoud['gezinslid'],
          geldigOp: plek.door.vandaag,
          bron: 'medewerker',
        });
      }),
  );
};
