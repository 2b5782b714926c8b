import { z } from 'zod';
import type { Tx } from '../../server/db/db.ts';
import { eenmalig } from '../../server/http/idempotentie.ts';
import { geweigerd, nietGevonden, problemen } from '../../server/http/probleem.ts';
import type { Routes } from '../../server/toepassing.ts';
import { planVerzending } from '../../server/uitbox.ts';
import { leesStops } from './versturen/stop.store.ts';
import { OpnieuwAntwoord, VerzendingLijst, VerzendingZoekVraag } from './verzending.schema.ts';
import {
  heeftNieuwer,
  telVerzendingen,
  vindBericht,
  zetTerug,
  zoekVerzendingen,
} from './verzending.store.ts';

/** Berichten aan DUO: de wachtrij zien en opnieuw versturen. */
export const registreerVerzending: Routes = (app, t) => {
  app.post(
    '/v1/verzendingen/_zoek',
    {
      config: { handeling: 'verzending.lezen' },
      schema: {
        tags: ['Verzending'],
        summary: 'Berichten aan DUO met hun staat en ouderdom',
        body: VerzendingZoekVraag,
        response: { 200: VerzendingLijst, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const vraag = req.body;
        const nu = t.klok.nu();
        const items = await zoekVerzendingen(tx, vraag, nu);
        const tellingen = await telVerzendingen(tx, vraag, nu);
        const staten = vraag.staten ?? (Object.keys(tellingen) as (keyof typeof tellingen)[]);
        const totaal = staten.reduce((som, staat) => som + tellingen[staat], 0);
        for (const gemeenteId of new Set(items.map((i) => i.gemeenteId))) {
          const dossierIds = items
            .filter((i) => i.gemeenteId === gemeenteId)
            .map((i) => i.dossierId);
          await req.spoor(tx, {
            handeling: 'zoeken',
            objectSoort: 'verzending',
            gemeenteId,
            dossierIds: [...new Set(dossierIds)],
          });
        }
        const stops = await leesStops(tx);
        return { items, totaal, page: vraag.page, pageSize: vraag.pageSize, tellingen, stops };
      }),
  );

  app.post(
    '/v1/verzendingen/:verzendingId/_opnieuw',
    {
      config: { handeling: 'verzending.herhalen' },
      schema: {
        tags: ['Verzending'],
        summary: 'Een wachtend of geweigerd bericht nu (opnieuw) versturen',
        params: z.object({ verzendingId: z.uuid() }),
        response: { 200: OpnieuwAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik((tx) =>
        eenmalig(req, tx, async () => {
          const bericht = await verstuurOpnieuw(tx, req.params.verzendingId);
          await req.spoor(tx, {
            handeling: 'wijzigen',
            objectSoort: 'verzending',
            objectId: bericht.id,
            gemeenteId: bericht.gemeenteId,
            dossierId: bericht.dossierId,
          });
          return { verzendingId: bericht.id, staat: bericht.staat };
        }),
      ),
  );
};

/** Een wachtend bericht krijgt een nieuwe poging; een geweigerd bericht gaat terug in de rij. */
async function verstuurOpnieuw(tx: Tx, verzendingId: string) {
  const bericht = await vindBericht(tx, verzendingId);
  if (!bericht) throw nietGevonden('Dit bericht');
  if (bericht.staat === 'geaccepteerd' || bericht.staat === 'ingetrokken') {
    throw geweigerd('Dit bericht kan niet opnieuw worden verstuurd.', [
      {
        code: 'al-afgerond',
        tekst:
          bericht.staat === 'geaccepteerd'
            ? 'DUO heeft dit bericht al geaccepteerd.'
            : 'Dit bericht is ingetrokken voordat het vertrok.',
      },
    ]);
  }
  if (bericht.staat === 'geweigerd') {
    if (await heeftNieuwer(tx, bericht, bericht.volgnummer)) {
      throw geweigerd('Dit bericht kan niet opnieuw worden verstuurd.', [
        {
          code: 'nieuwer-bericht',
          tekst: 'Er is na dit bericht een nieuwer PIP naar DUO gegaan. Alleen dat telt nog.',
        },
      ]);
    }
    await zetTerug(tx, bericht.gemeenteId, bericht.id);
  }
  await planVerzending(tx, bericht);
  return { ...bericht, staat: bericht.staat === 'geweigerd' ? ('wacht' as const) : bericht.staat };
}
