import { mag } from '../../../server/auth/rechten.ts';
import { legVast, vergrendel } from '../../../server/dossier/feiten.ts';
import { vindDossier } from '../../../server/dossier/vind.ts';
import { botsing, nietGevonden, problemen } from '../../../server/http/probleem.ts';
import type { App, Toepassing } from '../../../server/toepassing.ts';
import { DossierParams } from '../../shared/dossier.schema.ts';
import { VoorkeurAntwoord, VoorkeurBeeld, VoorkeurVerzoek } from '../inzet.schema.ts';
import { mogelijkVast } from '../tolken.read.ts';
import { leesTolk } from '../tolken.store.ts';
import { leesPlek, type Plek, voorkeurVan } from './plek.routes.ts';

const tags = ['Tolken'];

/** Het feit dat wordt vervangen; wie iets anders zag dan er nu staat, botst. */
function keurVervangt({ g }: Plek, vervangt: string | null): { vervangt?: string } {
  const huidig = g.laatste('tolkvoorkeur');
  if (!huidig) return {};
  if (huidig.id === vervangt) return { vervangt: huidig.id };
  throw botsing({
    wie: huidig.door ?? huidig.bron.toUpperCase(),
    wanneer: huidig.vastgelegdOp,
    wat: 'de voorkeur voor een tolk',
  });
}

function registreerLezen(app: App, t: Toepassing): void {
  app.get(
    '/v1/dossiers/:dossierId/tolkvoorkeur',
    {
      config: { handeling: 'tolk.lezen' },
      schema: {
        tags,
        summary: 'De vaste tolk en de voorkeur van een persoon, met wie de vaste tolk kan zijn',
        params: DossierParams,
        response: { 200: VoorkeurBeeld, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const plek = await leesPlek(tx, t, await vindDossier(tx, req.params.dossierId));
        const { gemeenteId, dossierId } = plek.dossier;
        const spoor = { handeling: 'lezen', objectSoort: 'tolkvoorkeur' } as const;
        await req.spoor(tx, { ...spoor, objectId: dossierId, gemeenteId, dossierId });
        const taal = plek.g.laatste('taal')?.inhoud.gesprekstaal ?? '';
        return {
          ...voorkeurVan(plek),
          taal,
          tolken: await mogelijkVast(tx, gemeenteId, taal, t.klok.vandaag()),
          magWijzigen: mag(req.gebruiker, 'tolk.bewerken', gemeenteId),
        };
      }),
  );
}

/** De vaste tolk van een persoon, en de voorkeur voor een vrouw of man. */
export function registreerVoorkeur(app: App, t: Toepassing): void {
  registreerLezen(app, t);
  app.put(
    '/v1/dossiers/:dossierId/tolkvoorkeur',
    {
      config: { handeling: 'tolk.bewerken' },
      schema: {
        tags,
        summary: 'De vaste tolk van een persoon, en de voorkeur voor een vrouw of man',
        params: DossierParams,
        body: VoorkeurVerzoek,
        response: { 200: VoorkeurAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const dossier = await vindDossier(tx, req.params.dossierId);
        await vergrendel(tx, dossier);
        const { tolkId, geslacht, vervangt } = req.body;
        const tolk = tolkId ? await leesTolk(tx, tolkId) : undefined;
        if (tolkId && !tolk?.gemeenteIds.includes(dossier.gemeenteId))
          throw nietGevonden('Deze tolk');
        const vorige = keurVervangt(await leesPlek(tx, t, dossier), vervangt);
        const door = {
          medewerkerId: req.gebruiker.id,
          nu: t.klok.nu(),
          vandaag: t.klok.vandaag(),
        };
        const inhoud = {
          ...(tolk ? { tolkId: tolk.tolkId, tolk: tolk.naam } : {}),
          ...(geslacht ? { geslacht } : {}),
        };
        const feit = { soort: 'tolkvoorkeur', inhoud, bron: 'medewerker' } as const;
        await legVast(tx, dossier, [{ ...feit, geldigOp: door.vandaag, ...vorige }], door);
        const { gemeenteId, dossierId } = dossier;
        const spoor = { handeling: 'wijzigen', objectSoort: 'tolkvoorkeur' } as const;
        await req.spoor(tx, { ...spoor, objectId: dossierId, gemeenteId, dossierId });
        return voorkeurVan(await leesPlek(tx, t, dossier));
      }),
  );
}
