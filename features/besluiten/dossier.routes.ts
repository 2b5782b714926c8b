import type { FastifyRequest } from 'fastify';
import { bepaalTermijnen } from '../../rules/stand/termijnen.ts';
import { mag } from '../../server/auth/rechten.ts';
import { nietGevonden, problemen } from '../../server/http/probleem.ts';
import type { App, Toepassing } from '../../server/toepassing.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import { DossierBesluiten, Vergelijking, VergelijkVraag } from './besluiten.schema.ts';
import { redenTegenPw } from './pw/pw.routes.ts';
import { verschillenTussen } from './verschillen.ts';
import { type BesluitZaak, leesBesluitZaak, spoor } from './zaak.routes.ts';

const tags = ['Besluiten'];

/** De termijn; een vervangen, ingetrokken of vernietigd PIP verandert haar begin niet (W 11 lid 3). */
function termijnVan({ l }: BesluitZaak): DossierBesluiten['termijn'] {
  const termijn = bepaalTermijnen(l).find((x) => x.id === 'inburgeringstermijn');
  if (!termijn?.begin || !termijn.laatsteDag) return null;
  return { begin: termijn.begin, laatsteDag: termijn.laatsteDag, uitleg: termijn.uitleg() };
}

/** Alles over de besluiten van een dossier, zoals het tabblad het toont. */
export function beeldVan(req: FastifyRequest, zaak: BesluitZaak): DossierBesluiten {
  const magPw = mag(req.gebruiker, 'pip.vaststellen', zaak.d.gemeenteId);
  const reden = magPw
    ? (redenTegenPw(zaak.l, zaak.door.vandaag)?.tekst ?? null)
    : 'U hebt geen mandaat om besluiten te nemen.';
  return {
    besluiten: zaak.besluiten,
    termijn: termijnVan(zaak),
    pw: { mag: reden === null, reden },
    mag: { bezwaar: mag(req.gebruiker, 'bezwaar.behandelen', zaak.d.gemeenteId) },
  };
}

function besluiten(app: App, t: Toepassing): void {
  app.get(
    '/v1/dossiers/:dossierId/besluiten',
    {
      config: { handeling: 'besluit.lezen' },
      schema: {
        tags,
        summary: 'De besluiten over een persoon, met bezwaar en stukken',
        params: DossierParams,
        response: { 200: DossierBesluiten, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const zaak = await leesBesluitZaak(req, tx, t, req.params.dossierId);
        await spoor(req, tx, zaak, 'lezen');
        return beeldVan(req, zaak);
      }),
  );
}

function vergelijken(app: App, t: Toepassing): void {
  app.get(
    '/v1/dossiers/:dossierId/besluiten/vergelijking',
    {
      config: { handeling: 'besluit.lezen' },
      schema: {
        tags,
        summary: 'Wat er tussen twee vastgestelde versies van het PIP verandert, in gewone woorden',
        params: DossierParams,
        querystring: VergelijkVraag,
        response: { 200: Vergelijking, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const zaak = await leesBesluitZaak(req, tx, t, req.params.dossierId);
        await spoor(req, tx, zaak, 'lezen');
        const versie = (pipId: string) => {
          const feit = zaak.l.g.alle('pip-vastgesteld').find((f) => f.inhoud.pipId === pipId);
          if (!feit) throw nietGevonden('Deze versie van het PIP');
          return feit.inhoud;
        };
        const [van, naar] = [versie(req.query.van), versie(req.query.naar)];
        return {
          van: { versie: van.versie, dagtekening: van.dagtekening },
          naar: { versie: naar.versie, dagtekening: naar.dagtekening },
          verschillen: verschillenTussen(van.inhoud, naar.inhoud),
        };
      }),
  );
}

/** De besluiten van één dossier, en wat er tussen twee versies veranderde. */
export function registreerDossierBesluiten(app: App, t: Toepassing): void {
  besluiten(app, t);
  vergelijken(app, t);
}
