import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mag } from '../../server/auth/rechten.ts';
import type { Tx } from '../../server/db/db.ts';
import { eenmalig } from '../../server/http/idempotentie.ts';
import { geweigerd, nietGevonden, Probleem, problemen } from '../../server/http/probleem.ts';
import type { App, Toepassing } from '../../server/toepassing.ts';
import { planVerzending } from '../../server/uitbox.ts';
import {
  AllesOpnieuwAntwoord,
  AllesOpnieuwVraag,
  IntrekVraag,
  OpnieuwAntwoord,
  type Verzending,
  VerzendingDetail,
} from './verzending.schema.ts';
import {
  leesDetail,
  trekTerug,
  vindBericht,
  zetTerug,
  zoekVerzendingen,
} from './verzending.store.ts';
import { herstelPlek, veldenInWoorden } from './woorden.ts';

const params = z.object({ verzendingId: z.uuid() });
type Bericht = NonNullable<Awaited<ReturnType<typeof vindBericht>>>;

/** Eén bericht zien, opnieuw versturen of terugtrekken. */
export function registreerBehandelen(app: App, t: Toepassing): void {
  app.get(
    '/v1/verzendingen/:verzendingId',
    {
      config: { handeling: 'verzending.lezen' },
      schema: {
        tags: ['Verzending'],
        summary: 'Eén bericht aan DUO: wat erin staat, het bewijs en wat er te doen is',
        params,
        response: { 200: VerzendingDetail, ...problemen },
      },
    },
    (req) => req.inBereik((tx) => detail(req, tx, t, req.params.verzendingId)),
  );
  app.post(
    '/v1/verzendingen/:verzendingId/_opnieuw',
    {
      config: { handeling: 'verzending.herhalen' },
      schema: {
        tags: ['Verzending'],
        summary: 'Een wachtend of geweigerd bericht nu (opnieuw) versturen',
        params,
        response: { 200: OpnieuwAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik((tx) =>
        eenmalig(req, tx, () => verstuurOpnieuw(req, tx, req.params.verzendingId)),
      ),
  );
  app.post(
    '/v1/verzendingen/:verzendingId/_intrekken',
    {
      config: { handeling: 'verzending.herhalen' },
      schema: {
        tags: ['Verzending'],
        summary: 'Een wachtend bericht uit de rij halen, met reden',
        params,
        body: IntrekVraag,
        response: { 200: OpnieuwAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik((tx) =>
        eenmalig(req, tx, () => trekIn(req, tx, t, req.params.verzendingId, req.body.reden)),
      ),
  );
  app.post(
    '/v1/verzendingen/_opnieuw',
    {
      config: { handeling: 'verzending.herhalen' },
      schema: {
        tags: ['Verzending'],
        summary: 'Meer berichten tegelijk opnieuw versturen; wat niet kan wordt overgeslagen',
        body: AllesOpnieuwVraag,
        response: { 200: AllesOpnieuwAntwoord, ...problemen },
      },
    },
    (req) => req.inBereik((tx) => eenmalig(req, tx, () => allesOpnieuw(req, tx, req.body))),
  );
}

async function neem(tx: Tx, verzendingId: string): Promise<Bericht> {
  const bericht = await vindBericht(tx, verzendingId);
  if (!bericht) throw nietGevonden('Dit bericht');
  return bericht;
}

async function noteer(req: FastifyRequest, tx: Tx, b: Bericht): Promise<void> {
  await req.spoor(tx, {
    handeling: 'wijzigen',
    objectSoort: 'verzending',
    objectId: b.id,
    gemeenteId: b.gemeenteId,
    dossierId: b.dossierId,
  });
}

/** Waarom dit bericht niet opnieuw kan; leeg als het kan. */
function tegenOpnieuw(b: Pick<Bericht, 'staat' | 'vervangenDoor'>) {
  if (b.staat === 'geaccepteerd') {
    return { code: 'al-afgerond', tekst: 'DUO heeft dit bericht al geaccepteerd.' };
  }
  if (b.staat === 'ingetrokken') {
    return { code: 'al-afgerond', tekst: 'Dit bericht is ingetrokken voordat het vertrok.' };
  }
  if (b.staat === 'geweigerd' && b.vervangenDoor) {
    const tekst = 'Er is daarna een nieuwere melding over hetzelfde gedaan. Alleen die telt nog.';
    return { code: 'nieuwer-bericht', tekst };
  }
  return undefined;
}

/** Een wachtend bericht krijgt een nieuwe poging; een geweigerd bericht gaat terug in de rij. */
async function verstuurOpnieuw(req: FastifyRequest, tx: Tx, verzendingId: string) {
  const bericht = await neem(tx, verzendingId);
  const reden = tegenOpnieuw(bericht);
  if (reden) throw geweigerd('Dit bericht kan niet opnieuw worden verstuurd.', [reden]);
  const wasGeweigerd = bericht.staat === 'geweigerd';
  if (wasGeweigerd) await zetTerug(tx, bericht.gemeenteId, bericht.id);
  await planVerzending(tx, bericht);
  await noteer(req, tx, bericht);
  return { verzendingId, staat: wasGeweigerd ? ('wacht' as const) : bericht.staat };
}

async function allesOpnieuw(
  req: FastifyRequest,
  tx: Tx,
  { verzendingIds }: z.output<typeof AllesOpnieuwVraag>,
) {
  const tegen: string[] = [];
  // In vaste volgorde, zodat twee mensen die dit tegelijk doen elkaar niet vasthouden.
  const ids = [...new Set(verzendingIds)].sort();
  for (const verzendingId of ids) {
    try {
      await verstuurOpnieuw(req, tx, verzendingId);
    } catch (fout) {
      if (!(fout instanceof Probleem)) throw fout;
      tegen.push(fout.extra.redenen?.[0]?.tekst ?? fout.message);
    }
  }
  return {
    opnieuw: ids.length - tegen.length,
    overgeslagen: tegen.length,
    redenen: [...new Set(tegen)],
  };
}

async function trekIn(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  verzendingId: string,
  reden: string,
) {
  const bericht = await neem(tx, verzendingId);
  const door = { medewerkerId: req.gebruiker.id, reden, nu: t.klok.nu() };
  if (!(await trekTerug(tx, verzendingId, door))) {
    const tekst =
      bericht.staat === 'bezig'
        ? 'Dit bericht is al op weg; DUO heeft het misschien al.'
        : 'Dit bericht is al afgerond.';
    throw geweigerd('Dit bericht kan niet worden ingetrokken.', [{ code: 'niet-wachtend', tekst }]);
  }
  await planVerzending(tx, bericht);
  await noteer(req, tx, bericht);
  return { verzendingId, staat: 'ingetrokken' as const };
}

const HOE: Record<string, string> = {
  melding: 'DUO antwoordde dat het is aangenomen.',
  raadpleging: 'Het antwoord viel weg; bij navragen stond het bij DUO.',
  'stond-er-niet': 'Bij DUO stond er al niets meer.',
  mens: 'Een medewerker heeft het bij DUO nagekeken.',
};

const Bewijs = z.object({
  via: z.string(),
  op: z.string(),
  berichtId: z.string().optional(),
  apiVersion: z.string().optional(),
});

async function detail(req: FastifyRequest, tx: Tx, t: Toepassing, id: string) {
  const [regel] = await zoekVerzendingen(tx, { id, page: 1, pageSize: 1 }, t.klok.nu());
  const meer = regel && (await leesDetail(tx, id));
  if (!meer) throw nietGevonden('Dit bericht');
  const { gemeenteId, dossierId } = regel;
  const spoor = { handeling: 'lezen', objectSoort: 'verzending' } as const;
  await req.spoor(tx, { ...spoor, objectId: id, gemeenteId, dossierId });
  const { inhoud, ontvangstbewijs, ...rest } = meer;
  const bewijs = Bewijs.safeParse(ontvangstbewijs).data;
  const magDoen = mag(req.gebruiker, 'verzending.herhalen', gemeenteId);
  const vervangenDoor = regel.vervangen ? id : null;
  return {
    ...regel,
    ...rest,
    velden: veldenInWoorden(inhoud),
    bewijs: bewijs
      ? {
          op: bewijs.op,
          hoe: HOE[bewijs.via] ?? 'DUO heeft het aangenomen.',
          berichtId: bewijs.berichtId ?? null,
          apiVersion: bewijs.apiVersion ?? null,
        }
      : null,
    watNu: watNu(regel),
    herstel: regel.staat === 'geweigerd' ? herstelPlek(regel.soort, dossierId) : null,
    mag: {
      opnieuw: magDoen && !tegenOpnieuw({ staat: regel.staat, vervangenDoor }),
      intrekken: magDoen && regel.staat === 'wacht',
    },
  };
}

function watNu(v: Verzending): string | null {
  if (v.vervangen) return 'Niets: een nieuwere melding over hetzelfde kwam ervoor in de plaats.';
  if (v.wachtOp) return v.wachtOp;
  switch (v.staat) {
    case 'geweigerd':
      return v.eigenRedenen.length > 0
        ? 'DUO zou dit weigeren; daarom is het niet verstuurd. Verbeter het in het dossier en leg het opnieuw vast.'
        : 'Verbeter in het dossier wat DUO noemt en leg het opnieuw vast. Is het bij DUO hersteld, verstuur dit bericht dan opnieuw.';
    case 'bezig':
      return 'Het antwoord van DUO is er nog niet. Meedoen zoekt uit of DUO het heeft voordat het opnieuw gaat.';
    case 'wacht':
      return 'Niets: dit gaat vanzelf op weg.';
    default:
      return null;
  }
}
