import { klokOp } from '../../rules/shared/klok.ts';
import type { FeitInhoud } from '../../rules/stand/feiten.ts';
import { kiesGeldend } from '../../rules/stand/geldend.ts';
import { leesFeiten, legVast, type NieuwFeit, vergrendel } from '../../server/dossier/feiten.ts';
import { vindDossier } from '../../server/dossier/vind.ts';
import { problemen } from '../../server/http/probleem.ts';
import type { Routes } from '../../server/toepassing.ts';
import { planWerk } from '../../server/werk.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import { BekekenAntwoord, BekekenVraag, BrpAntwoord } from './brp.schema.ts';
import { leesBrpStand } from './brp.store.ts';
import { isVers } from './versheid.ts';

const tags = ['BRP'];

const BEKEKEN: Record<FeitInhoud['brp-wijziging']['wat'], string> = {
  adres: 'Het nieuwe adres uit de BRP is bekeken.',
  gemeente: 'De verhuizing naar een andere gemeente is bekeken.',
  partner: 'De wijziging van huwelijk of partnerschap is bekeken.',
  overlijden: 'Het overlijden volgens de BRP is bekeken.',
  naam: 'De nieuwe naam uit de BRP is bekeken.',
};

/** Vers houden bij het openen van een dossier, en aftekenen wat de BRP anders gaf. */
export const registreerBrp: Routes = (app, t) => {
  registreerVerversen(app, t);
  registreerBekeken(app, t);
};

const registreerVerversen: Routes = (app, t) => {
  app.post(
    '/v1/dossiers/:dossierId/brp/_ververs',
    {
      config: { handeling: 'dossier.inzien' },
      schema: {
        tags,
        summary: 'De BRP op de achtergrond bevragen als dat langer dan een dag geleden is',
        params: DossierParams,
        response: { 200: BrpAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { gemeenteId, dossierId, bsn } = await vindDossier(tx, req.params.dossierId);
        const bevraagdOp = (await leesBrpStand(tx, { gemeenteId, dossierId }))?.bevraagdOp;
        const gepland = bsn !== null && !isVers(bevraagdOp, t.klok.nu());
        if (gepland) {
          const sleutel = `brp-verversen:${dossierId}`;
          await planWerk(tx, 'brp_verversen_dossier', { gemeenteId, dossierId }, { sleutel });
        }
        return { bevraagdOp: bevraagdOp ?? null, gepland };
      }),
  );
};

const registreerBekeken: Routes = (app, t) => {
  app.post(
    '/v1/dossiers/:dossierId/brp/_bekeken',
    {
      config: { handeling: 'dossier.bewerken' },
      schema: {
        tags,
        summary: 'Aftekenen dat een wijziging in de BRP is bekeken',
        params: DossierParams,
        body: BekekenVraag,
        response: { 200: BekekenAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { gemeenteId, dossierId } = await vindDossier(tx, req.params.dossierId);
        const sleutel = { gemeenteId, dossierId };
        await vergrendel(tx, sleutel);
        const vandaag = t.klok.vandaag();
        const { wat } = req.body;
        const open = kiesGeldend(await leesFeiten(tx, sleutel), klokOp(vandaag))
          .alle('brp-wijziging')
          .filter((f) => f.inhoud.wat === wat);
        const notities = open.map(
          (f): NieuwFeit => ({
            soort: 'notitie',
            inhoud: { tekst: BEKEKEN[wat] },
            geldigOp: vandaag,
            bron: 'medewerker',
            vervangt: f.id,
          }),
        );
        const door = { medewerkerId: req.gebruiker.id, nu: t.klok.nu(), vandaag };
        if (notities.length > 0) await legVast(tx, sleutel, notities, door);
        const spoor = { handeling: 'wijzigen', objectSoort: 'brp-wijziging' } as const;
        await req.spoor(tx, { ...spoor, dossierId, gemeenteId });
        return { aantal: notities.length };
      }),
  );
};
