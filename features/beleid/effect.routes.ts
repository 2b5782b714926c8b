import type { FastifyRequest } from 'fastify';
import { parameterVan } from '../../rules/beleid/parameters.ts';
import { datum } from '../../rules/shared/datum.ts';
import { mag } from '../../server/auth/rechten.ts';
import type { Tx } from '../../server/db/db.ts';
import { leesBeleid } from '../../server/dossier/beleid.ts';
import { leesFeiten } from '../../server/dossier/feiten.ts';
import { problemen } from '../../server/http/probleem.ts';
import type { Routes } from '../../server/toepassing.ts';
import { type BeleidEffect, EffectAntwoord, EffectVerzoek } from './beleid.schema.ts';
import { leesLopend, telLopend } from './beleid.store.ts';
import { BeleidParams, gemeenteVan, keur } from './besluit.routes.ts';
import { bepaalEffect, geenEffect, type Lopend, type Voornemen } from './effect.ts';

/** Zo veel dossiers rekent één verzoek door; daarna vraagt het scherm verder. */
const PER_KEER = 100;

type Deel = { gemeenteId: string; na: string | undefined; voornemen: Voornemen; magZien: boolean };

async function rekenDeel(tx: Tx, { gemeenteId, na, voornemen, magZien }: Deel) {
  const totaal = await telLopend(tx, gemeenteId);
  if (parameterVan(voornemen.sleutel).werking !== 'stand') return geenEffect(totaal, magZien);
  const dossiers: Lopend[] = [];
  for (const d of await leesLopend(tx, gemeenteId, na, PER_KEER)) {
    dossiers.push({ ...d, feiten: await leesFeiten(tx, { gemeenteId, ...d }) });
  }
  const beleid = await leesBeleid(tx, gemeenteId, voornemen.dag);
  const { voorbeelden, ...effect } = bepaalEffect(dossiers, beleid, voornemen);
  const meer = dossiers.length === PER_KEER;
  return {
    werkt: true,
    totaal,
    bekeken: dossiers.length,
    volgende: meer ? (dossiers.at(-1)?.dossierId ?? null) : null,
    ...effect,
    voorbeelden: magZien ? voorbeelden : [],
    magVoorbeeldenZien: magZien,
  };
}

/** Wie een voorbeeld ziet, ziet iets van die persoon. */
async function schrijfSpoor(req: FastifyRequest, tx: Tx, gemeenteId: string, uit: BeleidEffect) {
  if (uit.voorbeelden.length === 0) return;
  const dossierIds = uit.voorbeelden.map((v) => v.dossierId);
  await req.spoor(tx, { handeling: 'lezen', objectSoort: 'stand', gemeenteId, dossierIds });
}

/** Wat een waarde met lopende dossiers zou doen; er wordt niets bewaard. */
export const registreerBeleidEffect: Routes = (app, t) => {
  app.post(
    '/v1/gemeenten/:gemeenteId/beleid/_effect',
    {
      config: { handeling: 'beleid.wijzigen' },
      schema: {
        tags: ['Lokaal beleid'],
        summary: 'Wat een waarde met lopende dossiers doet, zonder iets vast te stellen',
        description:
          'Gaat per deel van de dossiers: herhaal met `na` = `volgende` tot die leeg is, en tel de delen op.',
        params: BeleidParams,
        body: EffectVerzoek,
        response: { 200: EffectAntwoord, ...problemen },
      },
    },
    async (req) => {
      const gemeenteId = gemeenteVan(req);
      keur(req.body, t.klok.vandaag());
      const { sleutel, waarde, geldigVanaf, na } = req.body;
      const voornemen = { sleutel, waarde, dag: datum(geldigVanaf) };
      const magZien = mag(req.gebruiker, 'dossier.inzien', gemeenteId);
      return req.inBereik(async (tx) => {
        const uit = await rekenDeel(tx, { gemeenteId, na, voornemen, magZien });
        await schrijfSpoor(req, tx, gemeenteId, uit);
        return uit;
      });
    },
  );
};
