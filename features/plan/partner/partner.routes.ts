import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { plusDagen } from '../../../rules/shared/datum.ts';
import { klokOp } from '../../../rules/shared/klok.ts';
import { type Geldend, kiesGeldend } from '../../../rules/stand/geldend.ts';
import { schrijfAudit } from '../../../server/audit/audit.ts';
import type { Tx } from '../../../server/db/db.ts';
import { leesGemeente, leesMedewerker } from '../../../server/dossier/brief.ts';
import { leesFeiten, legVast, vergrendel } from '../../../server/dossier/feiten.ts';
import { vindDossier } from '../../../server/dossier/vind.ts';
import { geweigerd, Probleem, problemen } from '../../../server/http/probleem.ts';
import { echteKlok } from '../../../server/klok.ts';
import type { Routes, Toepassing } from '../../../server/toepassing.ts';
import { partnerVan, takenVan, voornaamVan } from '../plan.beeld.routes.ts';
import { linkStaat } from './link.routes.ts';
import {
  AntwoordVraag,
  SessieAntwoord,
  SessieVraag,
  type Taken,
  TakenAntwoord,
  WisselVraag,
} from './partner.schema.ts';
import {
  beginPartnersessie,
  gemeenteVan,
  keurCode,
  type Linkrij,
  vindOpSessie,
  vindOpToken,
} from './partnerlink.store.ts';

/** Zo lang kan een partner na de code antwoorden. */
const SESSIE_MINUTEN = 30;
/** Per afzender per minuut: ruim voor een mens, te weinig om te raden. */
const GRENS = { rateLimit: { max: 30, timeWindow: '1 minute' } };
const MS_PER_MINUUT = 60_000;

/**
 * Hetzelfde antwoord bij geraden, verlopen, ingetrokken, gestopt en afgeschermd: wie geen geldige link heeft, leert
 * niet of hij ooit bestond.
 */
const werktNiet = () =>
  new Probleem(
    404,
    'link-werkt-niet',
    'Deze link werkt niet of niet meer. Vraag uw contactpersoon bij de gemeente om een nieuwe.',
  );
const sessieVoorbij = () =>
  new Probleem(
    409,
    'sessie-voorbij',
    'Dit scherm stond te lang open. Open de link opnieuw en typ de code nog eens.',
  );

/** Een link die werkt, met het dossier erachter zoals het nu is. */
type Plek = { link: Linkrij; g: Geldend; klantmanagerId: string | null };

async function plekVan(
  tx: Tx,
  t: Toepassing,
  link: Linkrij | undefined,
): Promise<Plek | undefined> {
  if (!link) return undefined;
  // Een afgeschermd dossier is ook voor de link onzichtbaar: dan is er geen rij, en valt de link hierboven al weg.
  const d = await vindDossier(tx, link.dossierId);
  const vandaag = t.klok.vandaag();
  const g = kiesGeldend(await leesFeiten(tx, d), klokOp(vandaag));
  if (linkStaat(link, g, vandaag) !== 'werkt') return undefined;
  if (g.laatste('overlijden') || g.laatste('dossier-afgerond')) return undefined;
  return { link, g, klantmanagerId: d.klantmanagerId };
}

const takenBij = ({ link, g }: Plek) =>
  takenVan(g, link.netwerkId).filter((f) => !link.planId || f.inhoud.planId === link.planId);

async function beeldVan(tx: Tx, plek: Plek): Promise<Taken> {
  const { link, g, klantmanagerId } = plek;
  const gemeente = await leesGemeente(tx, link.gemeenteId);
  const wie = klantmanagerId ? await leesMedewerker(tx, klantmanagerId) : undefined;
  return {
    partner: partnerVan(g, link.netwerkId)?.naam ?? '',
    voornaam: voornaamVan(g) ?? 'deze persoon',
    gemeente: gemeente.naam,
    klantmanager: wie ? { naam: wie.naam, telefoon: wie.telefoon } : null,
    totEnMet: plusDagen(link.verlooptOp, -1),
    taken: takenBij(plek).map(({ inhoud: i }) => ({
      planId: i.planId,
      wat: i.wat,
      uiterlijk: i.uiterlijk ?? null,
      antwoord: i.antwoord ? { ...i.antwoord, tekst: i.antwoord.tekst ?? null } : null,
    })),
  };
}

async function spoor(
  tx: Tx,
  req: FastifyRequest,
  link: Linkrij,
  handeling: 'lezen' | 'wijzigen',
): Promise<void> {
  await schrijfAudit(tx, {
    tijdstip: echteKlok.nu(),
    systeem: 'partnerlink',
    taak: 'monitoring',
    handeling,
    objectSoort: 'partnerlink',
    objectId: link.id,
    dossierId: link.dossierId,
    gemeenteId: link.gemeenteId,
    traceId: req.id,
  });
}

/** Zoekt de gemeente bij een sleutel en werkt daarna alleen in haar rijen. */
async function metSleutel<T>(
  t: Toepassing,
  sleutel: string,
  werk: (tx: Tx, gemeenteId: string) => Promise<T>,
): Promise<T> {
  const gemeenteId = await t.db.losseVraag((tx) => gemeenteVan(tx, sleutel));
  if (!gemeenteId) throw werktNiet();
  return t.db.forGemeenten({ gemeenten: [gemeenteId] }, (tx) => werk(tx, gemeenteId));
}

type Gewisseld = { over: number } | { sessie: string; sessieTot: string; beeld: Taken };

function wissel(req: FastifyRequest, t: Toepassing): Promise<Gewisseld> {
  const { token, code } = req.body as z.output<typeof WisselVraag>;
  const nu = t.klok.nu();
  return metSleutel(t, token, async (tx, gemeenteId): Promise<Gewisseld> => {
    const plek = await plekVan(tx, t, await vindOpToken(tx, gemeenteId, token));
    if (!plek) throw werktNiet();
    const over = await keurCode(tx, plek.link, token, code, nu);
    // Niet gooien: dan zou de poging niet worden geteld.
    if (over >= 0) return { over };
    const sessieTot = new Date(Date.parse(nu) + SESSIE_MINUTEN * MS_PER_MINUUT).toISOString();
    const sessie = await beginPartnersessie(tx, plek.link, nu, sessieTot);
    await spoor(tx, req, plek.link, 'lezen');
    return { sessie, sessieTot, beeld: await beeldVan(tx, plek) };
  });
}

function codeKloptNiet(over: number): Probleem {
  if (over === 0) return werktNiet();
  const nog = over === 1 ? 'nog één keer' : `nog ${over} keer`;
  return new Probleem(400, 'code-klopt-niet', 'Deze code klopt niet.', {
    invalidParams: [
      {
        name: 'code',
        code: 'onjuist',
        reason: `Deze code klopt niet. U kunt het ${nog} proberen.`,
      },
    ],
  });
}

/** De plek van een lopende sessie. */
async function inSessie(tx: Tx, t: Toepassing, gemeenteId: string, sessie: string): Promise<Plek> {
  const link = await vindOpSessie(tx, gemeenteId, sessie);
  if (link && (!link.sessieTot || link.sessieTot <= t.klok.nu())) throw sessieVoorbij();
  const plek = await plekVan(tx, t, link);
  if (!plek) throw werktNiet();
  return plek;
}

function antwoord(req: FastifyRequest, t: Toepassing): Promise<Taken> {
  const { sessie, planId, uitkomst, tekst } = req.body as z.output<typeof AntwoordVraag>;
  return metSleutel(t, sessie, async (tx, gemeenteId) => {
    const eerst = await inSessie(tx, t, gemeenteId, sessie);
    await vergrendel(tx, eerst.link);
    // Opnieuw lezen: tussen het kijken en het vastleggen kan de gemeente de afspraak hebben gewijzigd.
    const plek = await inSessie(tx, t, gemeenteId, sessie);
    const taak = takenBij(plek).find((f) => f.inhoud.planId === planId);
    if (!taak) {
      throw geweigerd('Op deze afspraak kan niet meer worden geantwoord.', [
        { code: 'niet-open', tekst: 'De afspraak is al gedaan of vervallen.' },
      ]);
    }
    const vandaag = t.klok.vandaag();
    const { antwoord: _, ...rest } = taak.inhoud;
    await legVast(
      tx,
      plek.link,
      [
        {
          soort: 'plan-afspraak',
          inhoud: {
            ...rest,
            staat: uitkomst === 'gedaan' ? 'gedaan' : 'open',
            antwoord: { uitkomst, op: vandaag, ...(tekst ? { tekst } : {}) },
          },
          geldigOp: vandaag,
          bron: 'aanbieder',
          verwijzing: rest.wie.naam,
        },
      ],
      { nu: t.klok.nu(), vandaag },
    );
    await spoor(tx, req, plek.link, 'wijzigen');
    return beeldVan(tx, await inSessie(tx, t, gemeenteId, sessie));
  });
}

/**
 * De pagina van een partner zonder account. Twee dingen zijn nodig die langs verschillende wegen komen: de link (een
 * sleutel van 256 bit) en een code van zes cijfers die de gemeente apart geeft. Daarna geldt een korte sessie voor
 * alleen deze afspraken. Er zijn geen cookies: een andere website kan dus niets namens de partner sturen.
 */
export const registreerPartner: Routes = (app, t) => {
  app.post(
    '/v1/partner/_wissel',
    {
      config: { openbaar: true, ...GRENS },
      schema: {
        tags: ['Partner'],
        summary: 'Link en code wisselen voor een korte sessie',
        body: WisselVraag,
        response: { 200: SessieAntwoord, ...problemen },
      },
    },
    async (req) => {
      const uit = await wissel(req, t);
      if ('over' in uit) throw codeKloptNiet(uit.over);
      return { ...uit.beeld, sessie: uit.sessie, sessieTot: uit.sessieTot };
    },
  );
  app.post(
    '/v1/partner/_bekijk',
    {
      config: { openbaar: true, ...GRENS },
      schema: {
        tags: ['Partner'],
        summary: 'De open afspraken van deze link',
        body: SessieVraag,
        response: { 200: TakenAntwoord, ...problemen },
      },
    },
    (req) =>
      metSleutel(t, req.body.sessie, async (tx, gemeenteId) => {
        const plek = await inSessie(tx, t, gemeenteId, req.body.sessie);
        await spoor(tx, req, plek.link, 'lezen');
        return beeldVan(tx, plek);
      }),
  );
  app.post(
    '/v1/partner/_antwoord',
    {
      config: { openbaar: true, ...GRENS },
      schema: {
        tags: ['Partner'],
        summary: 'Antwoorden op een afspraak: gedaan, lukt niet, of een vraag',
        body: AntwoordVraag,
        response: { 200: TakenAntwoord, ...problemen },
      },
    },
    (req) => antwoord(req, t),
  );
};
