import type { FastifyRequest } from 'fastify';
import { dagVan } from '../../../server/bericht/moment.ts';
import type { Tx } from '../../../server/db/db.ts';
import { bewaarBrief, leesGemeente } from '../../../server/dossier/brief.ts';
import { huidigePersoon } from '../../../server/dossier/stand.ts';
import { vindDossier } from '../../../server/dossier/vind.ts';
import { eenmalig } from '../../../server/http/idempotentie.ts';
import { geweigerd, problemen } from '../../../server/http/probleem.ts';
import { nieuwId } from '../../../server/id.ts';
import { LetterError, renderLetter } from '../../../server/letters.ts';
import type { App, Toepassing } from '../../../server/toepassing.ts';
import { briefRedenen } from '../../shared/brief.schema.ts';
import { DossierParams } from '../../shared/dossier.schema.ts';
import { beeldVan, richtlijnenVan } from '../route.beeld.ts';
import { AfdrukAntwoord } from '../route.schema.ts';
import { leesSchrijvers } from '../route.store.ts';
import { leesRoutezaak, toonPip } from '../route.zaak.routes.ts';
import { stelAfdrukSamen } from './afdruk.ts';

const SJABLOON = 'features/route/afdruk/afweging.typ';
const TITEL = 'Afweging van de leerroutes';

/**
 * Maakt het stuk met alle feiten, wat is overwogen en wie wanneer besliste, en bewaart het bij het dossier. Is er een
 * besluit, dan staan er de feiten in die toen bekend waren.
 */
async function drukAf(req: FastifyRequest, tx: Tx, t: Toepassing, dossierId: string) {
  const d = await vindDossier(tx, dossierId);
  const { feiten, beleid, vandaag, pip, besluit, bekend } = await leesRoutezaak(tx, t, d);
  const gemeente = await leesGemeente(tx, d.gemeenteId);
  const persoon = huidigePersoon(feiten);
  const mist = briefRedenen({ gemeente, persoon });
  if (mist.length > 0 || !persoon) throw geweigerd('Het stuk kan niet worden gemaakt.', mist);
  const documentId = nieuwId();
  const schrijvers = pip ? await leesSchrijvers(tx, d, pip.pipId) : [];
  const stuk = stelAfdrukSamen({
    gemeente,
    persoon,
    opgemaaktDoor: req.gebruiker.naam,
    vandaag,
    documentId,
    beeld: beeldVan(bekend),
    richtlijnen: richtlijnenVan(beleid),
    pip: pip ? toonPip(pip, false) : null,
    schrijvers: schrijvers.map((s) => ({ ...s, op: dagVan(s.op) })),
  });
  if ('redenen' in stuk) throw geweigerd('Het stuk kan niet worden gemaakt.', stuk.redenen);
  const verzoek = { template: SJABLOON, data: stuk.gegevens, title: TITEL } as const;
  const pdf = await renderLetter({ ...verzoek, lang: 'nl', standard: 'ua-1' }).catch(onleesbaar);
  await bewaarBrief(tx, d, {
    ...pdf,
    id: documentId,
    soort: 'afweging',
    titel: besluit ? `${TITEL}, PIP versie ${besluit.inhoud.versie}` : `${TITEL}, vóór het besluit`,
    medewerkerId: req.gebruiker.id,
    nu: t.klok.nu(),
    herkomst: { sjabloon: SJABLOON, gegevens: stuk.gegevens },
    ...(besluit ? { set: { id: besluit.inhoud.pipId, versie: besluit.inhoud.versie } } : {}),
  });
  const { gemeenteId } = d;
  await req.spoor(tx, {
    handeling: 'wijzigen',
    objectSoort: 'document',
    objectId: documentId,
    gemeenteId,
    dossierId: d.dossierId,
  });
  return { documentId };
}

function onleesbaar(fout: unknown): never {
  if (!(fout instanceof LetterError) || fout.fault !== 'teken-ontbreekt') throw fout;
  throw geweigerd('Het stuk kan niet worden gemaakt.', [
    { code: 'teken-ontbreekt', tekst: `${fout.message}. Haal dit teken uit de tekst.` },
  ]);
}

/** De afweging op papier, voor een bezwaar of een zitting. */
export function registreerAfdruk(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/leerroutes/_afdrukken',
    {
      config: { handeling: 'pip.opstellen' },
      schema: {
        tags: ['Leerroutes'],
        summary: 'Maakt het stuk voor een zitting: feiten met bron, motivering en besluit',
        params: DossierParams,
        response: { 201: AfdrukAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const gemaakt = await req.inBereik((tx) =>
        eenmalig(req, tx, () => drukAf(req, tx, t, req.params.dossierId)),
      );
      return reply.code(201).send(gemaakt);
    },
  );
}
