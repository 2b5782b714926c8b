import { z } from 'zod';
import type { Datum } from '../../../rules/shared/datum.ts';
import { klokOp } from '../../../rules/shared/klok.ts';
import type { Feit } from '../../../rules/stand/feiten.ts';
import { kiesGeldend } from '../../../rules/stand/geldend.ts';
import type { Tx } from '../../../server/db/db.ts';
import {
  type DossierSleutel,
  leesFeiten,
  legVast,
  type Vastlegger,
  vergrendel,
} from '../../../server/dossier/feiten.ts';
import { vindDossier } from '../../../server/dossier/vind.ts';
import { geweigerd, nietGevonden, problemen } from '../../../server/http/probleem.ts';
import type { App, Toepassing } from '../../../server/toepassing.ts';
import { DossierParams } from '../../shared/dossier.schema.ts';
import { VastgelegdAntwoord } from '../dossier.schema.ts';
import { relatieNaam } from '../onderwerpen.ts';
import { GezinsbandVraag } from './invoer.schema.ts';
import { vastlegger } from './vastleggen.routes.ts';

type Relatie = Feit<'gezin'>['inhoud']['relatie'];

const SPIEGEL: Record<Relatie, Relatie> = {
  partner: 'partner',
  kind: 'ouder',
  ouder: 'kind',
  'broer-of-zus': 'broer-of-zus',
};

/** De geldende band van `van` met `naar`, als die er is. */
async function bandMet(tx: Tx, van: DossierSleutel, naarId: string, vandaag: Datum) {
  const banden = kiesGeldend(await leesFeiten(tx, van, ['gezin']), klokOp(vandaag)).alle('gezin');
  for (const band of banden) {
    const ander = await vindDossier(tx, band.inhoud.anderDossierId);
    if (ander.dossierId === naarId) return band;
  }
  return undefined;
}

async function legBandVast(
  tx: Tx,
  van: DossierSleutel,
  naarId: string,
  relatie: Relatie,
  door: Vastlegger,
): Promise<void> {
  const oud = await bandMet(tx, van, naarId, door.vandaag);
  if (oud?.inhoud.relatie === relatie) return;
  await legVast(
    tx,
    van,
    [
      {
        soort: 'gezin',
        inhoud: { anderDossierId: naarId, relatie },
        geldigOp: door.vandaag,
        bron: 'medewerker',
        ...(oud ? { vervangt: oud.id } : {}),
      },
    ],
    door,
  );
}

/** Een band vervalt door een notitie in zijn plaats; zo blijft te zien dat hij er was. */
async function laatBandVervallen(
  tx: Tx,
  van: DossierSleutel,
  naarId: string,
  door: Vastlegger,
): Promise<boolean> {
  const band = await bandMet(tx, van, naarId, door.vandaag);
  if (!band) return false;
  await legVast(
    tx,
    van,
    [
      {
        soort: 'notitie',
        inhoud: { tekst: `Gezinsband vervallen: ${relatieNaam(band.inhoud.relatie)}` },
        geldigOp: door.vandaag,
        bron: 'medewerker',
        vervangt: band.id,
      },
    ],
    door,
  );
  return true;
}

async function vindPaar(tx: Tx, dossierId: string, anderId: string) {
  const een = await vindDossier(tx, dossierId);
  const ander = await vindDossier(tx, anderId);
  if (een.gemeenteId !== ander.gemeenteId) throw nietGevonden('Het andere dossier');
  if (een.dossierId === ander.dossierId) {
    throw geweigerd('Dit is hetzelfde dossier.', [
      { code: 'zelfde-dossier', tekst: 'Kies het dossier van een ander gezinslid.' },
    ]);
  }
  // Steeds in dezelfde volgorde: twee mensen die elk van hun kant beginnen, wachten niet op elkaar.
  const revisies = new Map<string, number>();
  for (const deel of [een, ander].sort((a, b) => (a.dossierId < b.dossierId ? -1 : 1))) {
    revisies.set(deel.dossierId, (await vergrendel(tx, deel)).revisie);
  }
  return { een: { ...een, revisie: revisies.get(een.dossierId) ?? een.revisie }, ander };
}

/** Gezinsbanden leggen en laten vervallen, steeds in beide dossiers. */
export function registreerGezinsbanden(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/gezinsbanden',
    {
      config: { handeling: 'dossier.bewerken' },
      schema: {
        tags: ['Dossier'],
        summary: 'Een gezinsband leggen; hij komt in beide dossiers',
        params: DossierParams,
        body: GezinsbandVraag,
        response: { 200: VastgelegdAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { anderDossierId, relatie } = req.body;
        const { een, ander } = await vindPaar(tx, req.params.dossierId, anderDossierId);
        const door = vastlegger(req, t);
        await legBandVast(tx, een, ander.dossierId, relatie, door);
        await legBandVast(tx, ander, een.dossierId, SPIEGEL[relatie], door);
        const spoor = {
          handeling: 'wijzigen',
          objectSoort: 'gezin',
          gemeenteId: een.gemeenteId,
        } as const;
        await req.spoor(tx, { ...spoor, dossierId: een.dossierId, objectId: ander.dossierId });
        await req.spoor(tx, { ...spoor, dossierId: ander.dossierId, objectId: een.dossierId });
        return { dossierId: een.dossierId, revisie: een.revisie + 1 };
      }),
  );
  app.delete(
    '/v1/dossiers/:dossierId/gezinsbanden/:anderDossierId',
    {
      config: { handeling: 'dossier.bewerken' },
      schema: {
        tags: ['Dossier'],
        summary: 'Een gezinsband laten vervallen in beide dossiers',
        params: DossierParams.extend({ anderDossierId: z.uuid() }),
        response: { 200: VastgelegdAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { een, ander } = await vindPaar(tx, req.params.dossierId, req.params.anderDossierId);
        const door = vastlegger(req, t);
        const hier = await laatBandVervallen(tx, een, ander.dossierId, door);
        const daar = await laatBandVervallen(tx, ander, een.dossierId, door);
        if (!hier && !daar) throw nietGevonden('Deze gezinsband');
        const { gemeenteId, dossierId } = een;
        const objectId = ander.dossierId;
        await req.spoor(tx, {
          handeling: 'wijzigen',
          objectSoort: 'gezin',
          objectId,
          dossierId,
          gemeenteId,
        });
        return { dossierId, revisie: een.revisie + 1 };
      }),
  );
}
