import { z } from 'zod';
import type { Datum } from '../../rules/shared/datum.ts';
import { vindDossier } from '../../server/dossier/vind.ts';
import { eenmalig } from '../../server/http/idempotentie.ts';
import { botsing, geweigerd, nietGevonden, problemen } from '../../server/http/probleem.ts';
import { maakPortaalkaart } from '../../server/portaal/kaart.ts';
import type { Routes } from '../../server/toepassing.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import { ontbrekend } from './kaarten.ts';
import {
  KaartInhoud,
  KaartStap,
  KaartZoekVraag,
  Portaalkaart,
  PortaalkaartLijst,
} from './portaal.schema.ts';
import {
  type Bijwerking,
  leesKaart,
  telKaarten,
  werkKaartBij,
  zoekKaarten,
} from './portaal.store.ts';

/** Van welke staat naar welke een handeling gaat; wat hier niet staat, kan niet. */
const OVERGANGEN: Record<
  KaartStap['handeling'],
  { van: Portaalkaart['staat'][]; naar: Portaalkaart['staat'] }
> = {
  wijzigen: { van: ['open'], naar: 'open' },
  afvinken: { van: ['open'], naar: 'ingevoerd' },
  vervallen: { van: ['open'], naar: 'vervallen' },
  heropenen: { van: ['ingevoerd', 'vervallen'], naar: 'open' },
};

/** Zonder lege velden. */
const gevuld = (velden: Record<string, string | undefined>) =>
  Object.fromEntries(
    Object.entries(velden).flatMap(([k, w]) => (w?.trim() ? [[k, w.trim()] as const] : [])),
  );

function keurStap(kaart: Portaalkaart, stap: KaartStap, vandaag: Datum): void {
  if (!OVERGANGEN[stap.handeling].van.includes(kaart.staat)) {
    throw geweigerd('Dit kan nu niet met deze kaart.', [
      { code: 'verkeerde-staat', tekst: `Deze kaart is ${kaart.staat}.` },
    ]);
  }
  if (stap.handeling === 'wijzigen' && stap.inhoud.soort !== kaart.soort) {
    throw geweigerd('De soort van een kaart verandert niet.', [
      { code: 'andere-soort', tekst: 'Laat deze kaart vervallen en maak een nieuwe.' },
    ]);
  }
  if (stap.handeling !== 'afvinken') return;
  const leeg = ontbrekend(kaart.soort, kaart.velden);
  if (leeg.length > 0) {
    throw geweigerd(
      'De kaart is nog niet compleet.',
      leeg.map((v) => ({
        code: 'leeg',
        tekst: `Vul nog in: ${v.label.toLowerCase()}.`,
        veld: v.id,
      })),
    );
  }
  if (stap.ingevoerdOp > vandaag) {
    throw geweigerd('Deze dag kan niet.', [
      { code: 'toekomst', tekst: 'De dag van invoeren ligt in de toekomst.', veld: 'ingevoerdOp' },
    ]);
  }
}

function bijwerking(stap: KaartStap, wie: { door: string; op: string }): Bijwerking {
  const { naar } = OVERGANGEN[stap.handeling];
  switch (stap.handeling) {
    case 'wijzigen':
      return {
        velden: gevuld(stap.inhoud.velden),
        uiterlijk: stap.inhoud.uiterlijk as Datum | null,
      };
    case 'afvinken':
      return { staat: naar, ingevoerdOp: stap.ingevoerdOp as Datum, afgerond: wie };
    case 'vervallen':
      return { staat: naar, reden: stap.reden, afgerond: wie };
    case 'heropenen':
      return { staat: naar, ingevoerdOp: null, reden: null, afgerond: null };
  }
}

/** Kaarten met wat iemand zelf in het portaal van DUO invoert. */
export const registreerPortaal: Routes = (app, t) => {
  lijst(app, t);
  nieuw(app, t);
  stap(app, t);
};

const lijst: Routes = (app) => {
  app.post(
    '/v1/portaalkaarten/_zoek',
    {
      config: { handeling: 'portaal.lezen' },
      schema: {
        tags: ['Portaal van DUO'],
        summary: 'Wat zelf bij DUO moet worden ingevoerd',
        body: KaartZoekVraag,
        response: { 200: PortaalkaartLijst, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const vraag = req.body;
        const [items, tellingen] = [await zoekKaarten(tx, vraag), await telKaarten(tx, vraag)];
        const staten = vraag.staten ?? (['open', 'ingevoerd', 'vervallen'] as const);
        for (const gemeenteId of new Set(items.map((i) => i.gemeenteId))) {
          const dossierIds = items
            .filter((i) => i.gemeenteId === gemeenteId)
            .map((i) => i.dossierId);
          await req.spoor(tx, {
            handeling: 'zoeken',
            objectSoort: 'portaalkaart',
            gemeenteId,
            dossierIds: [...new Set(dossierIds)],
          });
        }
        const totaal = staten.reduce((som, s) => som + tellingen[s], 0);
        return { items, totaal, page: vraag.page, pageSize: vraag.pageSize, tellingen };
      }),
  );
};

const nieuw: Routes = (app, t) => {
  app.post(
    '/v1/dossiers/:dossierId/portaalkaarten',
    {
      config: { handeling: 'portaal.bewerken' },
      schema: {
        tags: ['Portaal van DUO'],
        summary: 'Een kaart maken voor iets dat zelf bij DUO moet worden ingevoerd',
        params: DossierParams,
        body: KaartInhoud,
        response: { 201: Portaalkaart, ...problemen },
      },
    },
    async (req, reply) => {
      const kaart = await req.inBereik((tx) =>
        eenmalig(req, tx, async () => {
          const { gemeenteId, dossierId } = await vindDossier(tx, req.params.dossierId);
          const { soort, velden, uiterlijk } = req.body;
          const id = await maakPortaalkaart(tx, {
            gemeenteId,
            dossierId,
            soort,
            velden: gevuld(velden),
            uiterlijk: uiterlijk as Datum | null,
            medewerkerId: req.gebruiker.id,
            nu: t.klok.nu(),
          });
          await req.spoor(tx, {
            handeling: 'wijzigen',
            objectSoort: 'portaalkaart',
            objectId: id,
            gemeenteId,
            dossierId,
          });
          return leesKaart(tx, id as string);
        }),
      );
      return reply.code(201).send(kaart as Portaalkaart);
    },
  );
};

const stap: Routes = (app, t) => {
  app.post(
    '/v1/portaalkaarten/:kaartId/_stap',
    {
      config: { handeling: 'portaal.bewerken' },
      schema: {
        tags: ['Portaal van DUO'],
        summary: 'Een kaart wijzigen, afvinken, laten vervallen of heropenen',
        params: z.object({ kaartId: z.uuid() }),
        body: KaartStap,
        response: { 200: Portaalkaart, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const kaart = await leesKaart(tx, req.params.kaartId);
        if (!kaart) throw nietGevonden('Deze kaart');
        if (kaart.revisie !== req.body.revisie) {
          throw botsing({
            wie: kaart.gewijzigdDoor ?? 'Meedoen',
            wanneer: kaart.gewijzigdOp,
            wat: 'deze kaart',
          });
        }
        keurStap(kaart, req.body, t.klok.vandaag());
        const wie = { door: req.gebruiker.id, op: t.klok.nu() };
        await werkKaartBij(tx, kaart, bijwerking(req.body, wie), wie);
        await req.spoor(tx, {
          handeling: 'wijzigen',
          objectSoort: 'portaalkaart',
          objectId: kaart.kaartId,
          gemeenteId: kaart.gemeenteId,
          dossierId: kaart.dossierId,
        });
        return (await leesKaart(tx, kaart.kaartId)) as Portaalkaart;
      }),
  );
};
