import type { z } from 'zod';
import type { BrpZoekantwoord, BrpZoekvraag } from '../../../../connections/brp/client.ts';
import type { BrpDatum } from '../../../../connections/brp/persoon.ts';
import { nietGevonden, problemen } from '../../../../server/http/probleem.ts';
import type { App, Toepassing } from '../../../../server/toepassing.ts';
import { dossiersMetBsn } from '../../dossier.read.ts';
import { type BrpGevonden, BrpZoekAntwoord, BrpZoekVraag } from './zoeken.schema.ts';

type Geboorte = BrpGevonden['items'][number]['geboorte'];

const UITKOMST: Record<BrpZoekantwoord['soort'], BrpGevonden['uitkomst']> = {
  ok: 'gevonden',
  niets: 'niemand',
  'te-veel': 'te-veel',
  'niet-bevoegd': 'niet-bevoegd',
  'fout-verzoek': 'niemand',
  storing: 'niet-bereikbaar',
};

function geboorteVan(d: BrpDatum | undefined): Geboorte {
  if (!d) return { soort: 'onbekend' };
  return d.soort === 'jaar-maand' ? { ...d, soort: 'jaarMaand' } : d;
}

function vraagVan(vraag: z.output<typeof BrpZoekVraag>): BrpZoekvraag {
  const { gemeenteId: _, ...rest } = vraag;
  if (rest.op === 'naam') return rest;
  return { ...rest, postcode: rest.postcode.replace(/\s/g, '').toUpperCase() };
}

/** Zoeken in de BRP voor een nieuw dossier. */
export function registreerBrpZoeken(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/_brp-zoeken',
    {
      config: { handeling: 'dossier.openen' },
      schema: {
        tags: ['Dossier'],
        summary: 'In de BRP zoeken op adres, of op naam en geboortedag',
        body: BrpZoekVraag,
        response: { 200: BrpZoekAntwoord, ...problemen },
      },
    },
    async (req) => {
      const { gemeenteId } = req.body;
      if (!req.gemeenten.includes(gemeenteId)) throw nietGevonden('Deze gemeente');
      const antwoord = await t.brp.zoek(vraagVan(req.body));
      const gevonden = antwoord.soort === 'ok' ? antwoord.waarde : [];
      return req.inBereik(async (tx) => {
        const bsns = gevonden.map((p) => p.burgerservicenummer);
        const bekend = await dossiersMetBsn(tx, gemeenteId, bsns);
        const dossierIds = [...bekend.values()];
        const spoor = { handeling: 'zoeken', objectSoort: 'brp-zoeken' } as const;
        await req.spoor(tx, { ...spoor, gemeenteId, dossierIds });
        const items = gevonden.map((p) => ({
          bsn: p.burgerservicenummer,
          naam: {
            voornamen: p.naam.voornamen ?? '',
            voorvoegsel: p.naam.voorvoegsel ?? '',
            geslachtsnaam: p.naam.geslachtsnaam ?? '',
          },
          geboorte: geboorteVan(p.geboortedatum),
          adres: p.geheimhouding ? '' : p.adresregels.join(', '),
          geheimhouding: p.geheimhouding,
          dossierId: bekend.get(p.burgerservicenummer) ?? null,
        }));
        return { uitkomst: UITKOMST[antwoord.soort], items };
      });
    },
  );
}
