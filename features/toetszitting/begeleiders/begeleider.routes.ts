import { toetsbegeleider } from '../../../rules/brede-intake/toetsbegeleider.ts';
import type { Datum } from '../../../rules/shared/datum.ts';
import { mag } from '../../../server/auth/rechten.ts';
import type { Tx } from '../../../server/db/db.ts';
import { botsing, geweigerd, nietGevonden, problemen } from '../../../server/http/probleem.ts';
import { nieuwId } from '../../../server/id.ts';
import type { App, Toepassing } from '../../../server/toepassing.ts';
import {
  Begeleider,
  BegeleiderLijst,
  BegeleiderParams,
  BegeleiderWijziging,
  NieuweBegeleider,
} from '../begeleider.schema.ts';
import {
  type BegeleiderRij,
  laatsteHand,
  leesBegeleider,
  leesBegeleiders,
  voegBegeleiderToe,
  wijzigBegeleider,
} from './begeleider.store.ts';

const tags = ['Leerbaarheidstoets'];
const ONBEKEND = 'De dag van de training of van de registratie bij DUO is niet ingevuld.';

/** Of iemand op een dag de toets mag afnemen; leeg als het mag, anders de redenen. */
export function redenenTegen(b: BegeleiderRij, dag: Datum): string[] {
  const oordeel = toetsbegeleider({
    dagVanDeToets: dag,
    getraindOp: b.getraindOp ?? undefined,
    geregistreerdOp: b.geregistreerdOp ?? undefined,
    geregistreerdTot: b.geregistreerdTot ?? undefined,
  });
  if (oordeel.uitkomst === 'voldoet-niet') return oordeel.redenen.map((r) => r.tekst);
  return oordeel.uitkomst === 'voldoet' ? [] : [ONBEKEND];
}

function toon(b: BegeleiderRij, vandaag: Datum): Begeleider {
  const redenen = redenenTegen(b, vandaag);
  return { ...b, bevoegd: redenen.length === 0, redenen };
}

/** Wie de leerbaarheidstoets mag afnemen, met training en registratie bij DUO. */
export function registreerBegeleiders(app: App, t: Toepassing): void {
  app.get(
    '/v1/toetsbegeleiders',
    {
      config: { handeling: 'intake.lezen' },
      schema: {
        tags,
        summary: 'Toetsbegeleiders met hun training en registratie',
        response: { 200: BegeleiderLijst, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => ({
        items: (await leesBegeleiders(tx)).map((b) => toon(b, t.klok.vandaag())),
        mag: { plannen: req.gemeenten.some((g) => mag(req.gebruiker, 'toets.plannen', g)) },
      })),
  );
  registreerToevoegen(app, t);
  registreerWijzigen(app, t);
}

async function toonEen(tx: Tx, t: Toepassing, id: string): Promise<Begeleider> {
  const rij = await leesBegeleider(tx, id);
  if (!rij) throw nietGevonden('Deze toetsbegeleider');
  return toon(rij, t.klok.vandaag());
}

function registreerToevoegen(app: App, t: Toepassing): void {
  app.post(
    '/v1/toetsbegeleiders',
    {
      config: { handeling: 'toets.plannen' },
      schema: {
        tags,
        summary: 'Een toetsbegeleider toevoegen',
        body: NieuweBegeleider,
        response: { 201: Begeleider, ...problemen },
      },
    },
    async (req, reply) => {
      const { gemeenteId } = req.body;
      if (!req.gemeenten.includes(gemeenteId)) {
        throw geweigerd('U kunt voor deze gemeente geen toetsbegeleider toevoegen.', [
          { code: 'gemeente-niet-van-u', tekst: 'Kies een eigen gemeente.', veld: 'gemeenteId' },
        ]);
      }
      const gemaakt = await req.inBereik(async (tx) => {
        const id = nieuwId();
        const door = { nu: t.klok.nu(), medewerkerId: req.gebruiker.id };
        await voegBegeleiderToe(tx, id, req.body, door);
        const spoor = { handeling: 'wijzigen', objectSoort: 'toetsbegeleider' } as const;
        await req.spoor(tx, { ...spoor, objectId: id, gemeenteId });
        return toonEen(tx, t, id);
      });
      return reply.code(201).send(gemaakt);
    },
  );
}

function registreerWijzigen(app: App, t: Toepassing): void {
  app.put(
    '/v1/toetsbegeleiders/:begeleiderId',
    {
      config: { handeling: 'toets.plannen' },
      schema: {
        tags,
        summary: 'Training en registratie van een toetsbegeleider wijzigen',
        params: BegeleiderParams,
        body: BegeleiderWijziging,
        response: { 200: Begeleider, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { begeleiderId } = req.params;
        const { gemeenteId } = await toonEen(tx, t, begeleiderId);
        const door = { nu: t.klok.nu(), medewerkerId: req.gebruiker.id };
        const gelukt = await wijzigBegeleider(tx, { gemeenteId, begeleiderId }, req.body, door);
        if (!gelukt) {
          const laatste = await laatsteHand(tx, begeleiderId);
          throw botsing({
            wie: laatste?.wie ?? 'een collega',
            wanneer: laatste?.wanneer ?? door.nu,
            wat: 'de gegevens van de toetsbegeleider',
          });
        }
        const spoor = { handeling: 'wijzigen', objectSoort: 'toetsbegeleider' } as const;
        await req.spoor(tx, { ...spoor, objectId: begeleiderId, gemeenteId });
        return toonEen(tx, t, begeleiderId);
      }),
  );
}
