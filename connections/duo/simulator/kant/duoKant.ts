import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { speelStoringNa } from '../../../simulatie/storing.ts';
import type { Gedrag } from '../gedrag.ts';
import type { Wereld } from '../wereld.ts';
import { contactpersonen } from './contactpersonen.ts';
import type { Meldingsoort, Zaak } from './meldingen.ts';
import { MELDINGEN } from './meldingen.ts';
import type { MeldInstelling } from './ontvanger.ts';
import { foutlijst, legVastEnAntwoord, opgelegdeWeigering } from './ontvanger.ts';
import type { Raadpleging } from './raadplegen.ts';
import { RAADPLEGINGEN } from './raadplegen.ts';
import { leesAfzender, leesPersoon } from './toegang.ts';

export type DuoKantInstelling = MeldInstelling & { gevolgen: Zaak['gevolgen'] };

type Params = { bsn: string; instellingsnummer?: string };

/** Zet de DUO-kant op: elke API onder haar eigen basispad `/duo/{api}/v1`. */
export function duoKant(app: FastifyInstance, instelling: DuoKantInstelling): void {
  for (const raadpleging of RAADPLEGINGEN) {
    const { api, versie } = raadpleging;
    app.register(
      async (deel) => {
        zetVersie(deel, versie, instelling.wereld.gedrag);
        speelStoringNa(deel, instelling.wereld.gedrag, () => telFout500Af(instelling.wereld));
        raadplegingen(deel, instelling, raadpleging);
        for (const soort of MELDINGEN) if (soort.api === api) melding(deel, instelling, soort);
        if (api === 'contactpersoon') contactpersonen(deel, instelling);
      },
      { prefix: `/duo/${api}/v1` },
    );
  }
}

function telFout500Af(wereld: Wereld): void {
  const status500 = wereld.gedrag.status500 - 1;
  wereld.leg([{ soort: 'gedrag', gedrag: { status500 } }]);
}

function raadplegingen(
  app: FastifyInstance,
  instelling: DuoKantInstelling,
  { api, paden, lijsten = {} }: Raadpleging,
): void {
  for (const [pad, lees] of Object.entries(lijsten)) {
    app.get(`/${pad}`, async (request, reply) => {
      if (!leesAfzender(instelling, request, reply, api)) return reply;
      return reply.send(lees(instelling.wereld));
    });
  }
  for (const [pad, lees] of Object.entries(paden)) {
    app.get(`/personen/:bsn/${pad}`, async (request, reply) => {
      const afzender = leesAfzender(instelling, request, reply, api);
      if (!afzender) return reply;
      const persoon = leesPersoon(instelling, request.params as Params, afzender, reply);
      if (!persoon) return reply;
      const waarde = lees(persoon);
      return waarde ? reply.send(waarde) : reply.code(404).send();
    });
  }
}

function melding(app: FastifyInstance, instelling: DuoKantInstelling, soort: Meldingsoort): void {
  app.route({
    method: soort.methode,
    url: `/personen/:bsn/${soort.pad}`,
    handler: (request, reply) => neemAan(instelling, soort, request, reply),
  });
}

async function neemAan(
  instelling: DuoKantInstelling,
  soort: Meldingsoort,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { wereld, gevolgen, naMelding, vandaag } = instelling;
  const afzender = leesAfzender(instelling, request, reply, soort.api);
  if (!afzender) return reply;
  const params = request.params as Params;
  const persoon = leesPersoon(instelling, params, afzender, reply);
  if (!persoon) return reply;
  const { bsn, instellingsnummer } = params;
  const inhoud = soort.lees(request.body);
  if (inhoud === undefined || (instellingsnummer && instellingsnummer.length !== 10)) {
    return reply.code(400).send();
  }
  const { gemeentecode, ...kenmerk } = afzender;
  const zaak = { wereld, persoon, gemeentecode, vandaag: vandaag(), gevolgen };
  const opgelegd = opgelegdeWeigering(wereld.gedrag);
  const besluit =
    opgelegd.fouten.length > 0
      ? opgelegd
      : soort.besluit({ ...zaak, instellingsnummer: instellingsnummer ?? '' }, inhoud);
  if ('bestaatNiet' in besluit) return reply.code(404).send();
  const fouten = 'fouten' in besluit ? besluit.fouten : [];
  const wijzigingen = 'wijzigingen' in besluit ? besluit.wijzigingen : [];
  const melding = {
    ...kenmerk,
    methode: soort.methode,
    pad: `/personen/{bsn}/${soort.pad.replace(':instellingsnummer', '{instellingsnummer}')}`,
    bsn,
    ...(instellingsnummer ? { instellingsnummer } : {}),
    body: inhoud,
    op: zaak.vandaag,
  };
  const geweigerd = fouten.length > 0;
  const antwoord = legVastEnAntwoord(
    wereld,
    { request, reply },
    melding,
    {
      status: geweigerd ? 403 : soort.status,
      foutteksten: fouten,
      ...(geweigerd && !soort.zonderTekst ? { inhoud: foutlijst(fouten) } : {}),
    },
    wijzigingen,
  );
  naMelding();
  return antwoord;
}

/** Elk antwoord draagt API-Version en fouten hebben geen inhoud. */
function zetVersie(app: FastifyInstance, versie: string, gedrag: Readonly<Gedrag>): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('API-Version', gedrag.apiVersie ?? versie);
  });
  app.setNotFoundHandler(async (_request, reply) => reply.code(404).send());
  app.setErrorHandler(async (fout: { statusCode?: number }, _request, reply) =>
    reply.code((fout.statusCode ?? 500) < 500 ? 400 : 500).send(),
  );
}
