import { vergrendel } from '../../../server/dossier/feiten.ts';
import { voegSamen } from '../../../server/dossier/openen.ts';
import { vindDossier } from '../../../server/dossier/vind.ts';
import { geweigerd, nietGevonden, problemen } from '../../../server/http/probleem.ts';
import type { App, Toepassing } from '../../../server/toepassing.ts';
import { DossierParams } from '../../shared/dossier.schema.ts';
import { VastgelegdAntwoord } from '../dossier.schema.ts';
import { SamenvoegenVraag } from './invoer.schema.ts';
import { vastlegger } from './vastleggen.routes.ts';

function keurSamenvoegen(
  een: { bsn: string | null; vNummer: string | null },
  twee: { bsn: string | null; vNummer: string | null },
): void {
  const anders = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;
  const redenen = [
    anders(een.bsn, twee.bsn) && {
      code: 'ander-bsn',
      tekst: 'Deze dossiers hebben elk een eigen burgerservicenummer. Het zijn twee mensen.',
    },
    anders(een.vNummer, twee.vNummer) && {
      code: 'ander-v-nummer',
      tekst:
        'Deze dossiers hebben elk een eigen V-nummer. Is een van beide verkeerd ingevoerd, open dan geen nieuw dossier maar vraag uw beheerder.',
    },
  ].filter((r) => r !== false);
  if (redenen.length > 0) throw geweigerd('Deze dossiers kunnen niet samen.', redenen);
}

/** Twee dossiers van dezelfde persoon samenvoegen. */
export function registreerSamenvoegen(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/_samenvoegen',
    {
      config: { handeling: 'dossier.openen' },
      schema: {
        tags: ['Dossier'],
        summary: 'Een tweede dossier van dezelfde persoon in dit dossier laten opgaan',
        params: DossierParams,
        body: SamenvoegenVraag,
        response: { 200: VastgelegdAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const naar = await vindDossier(tx, req.params.dossierId);
        const van = await vindDossier(tx, req.body.metDossierId);
        if (van.gemeenteId !== naar.gemeenteId) throw nietGevonden('Dit dossier');
        if (van.dossierId === naar.dossierId) {
          throw geweigerd('Dit is al hetzelfde dossier.', [
            { code: 'zelfde-dossier', tekst: 'Kies een ander dossier om mee samen te voegen.' },
          ]);
        }
        keurSamenvoegen(naar, van);
        const { gemeenteId, dossierId } = naar;
        await voegSamen(tx, gemeenteId, van.dossierId, dossierId, vastlegger(req, t));
        await req.spoor(tx, {
          handeling: 'wijzigen',
          objectSoort: 'samenvoeging',
          objectId: van.dossierId,
          dossierId,
          gemeenteId,
        });
        return { dossierId, revisie: (await vergrendel(tx, naar)).revisie };
      }),
  );
}
