import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { speelStoringNa } from '../../simulatie/storing.ts';
import type { Gedrag } from './gedrag.ts';
import type { Handelingen, Melding, Uitkomst } from './handelingen.ts';
import type { Persoon } from './persoon.ts';
import { pipInhoud } from './persoon.ts';
import { valtOnder } from './regels.ts';
import type { Wereld } from './wereld.ts';

export type DuoKantInstelling = {
  wereld: Wereld;
  gedrag: Gedrag;
  handelingen: Handelingen;
  oinDuo: string;
  vandaag: () => string;
  /** Aangeroepen na elke melding, zodat wachtende berichten op weg gaan. */
  naMelding: () => void;
};

type Lees = (persoon: Persoon) => unknown;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Welke API welke paden heeft, met de versie van de gepubliceerde specificatie. */
const RAADPLEGINGEN: { api: string; versie: string; paden: Record<string, Lees> }[] = [
  {
    api: 'inburgeringsplicht',
    versie: '1.2.2',
    paden: {
      doelgroep: (p) => p.doelgroep,
      'doelgroep/historie': (p) => p.doelgroephistorie,
      inburgeringsplicht: (p) => p.plicht,
      'inburgeringsplicht/historie': (p) => p.plichthistorie,
    },
  },
  {
    api: 'leerbaarheidstoets',
    versie: '1.2.0',
    paden: {
      'lbt/examennummer': (p) => p.lbt?.examennummer && { examennummer: p.lbt.examennummer },
      'lbt/resultaten': (p) => p.lbt?.resultaten,
    },
  },
  {
    api: 'inburgeringstermijn',
    versie: '1.0.0',
    paden: {
      inburgeringstermijn: (p) => p.termijn,
      'inburgeringstermijn/historie': (p) => p.termijnhistorie,
    },
  },
  {
    api: 'gebeurtenis',
    versie: '1.0.0',
    paden: { gebeurtenissen: (p) => (p.gebeurtenissen.length > 0 ? p.gebeurtenissen : undefined) },
  },
  { api: 'pip', versie: '1.2.0', paden: { PIP: leesPip } },
];

function leesPip(persoon: Persoon): unknown {
  const actueel = persoon.pips.at(-1);
  return actueel && { gemeentecode: actueel.gemeentecode, pip: actueel.pip };
}

/** Zet de DUO-kant op: elke API onder haar eigen basispad `/duo/{api}/v1`. */
export function duoKant(app: FastifyInstance, instelling: DuoKantInstelling): void {
  for (const { api, versie, paden } of RAADPLEGINGEN) {
    app.register(
      async (deel) => {
        zetVersie(deel, versie, instelling.gedrag);
        speelStoringNa(deel, instelling.gedrag);
        for (const [pad, lees] of Object.entries(paden)) {
          deel.get(`/personen/:bsn/${pad}`, async (request, reply) => {
            const toegang = controleer(instelling, request, reply, api);
            if (!toegang) return reply;
            const waarde = lees(toegang.persoon);
            return waarde ? reply.send(waarde) : reply.code(404).send();
          });
        }
        if (api === 'pip') pipMeldingen(deel, instelling);
      },
      { prefix: `/duo/${api}/v1` },
    );
  }
}

function pipMeldingen(app: FastifyInstance, instelling: DuoKantInstelling): void {
  const { handelingen } = instelling;
  app.post('/personen/:bsn/PIP', async (request, reply) => {
    const toegang = controleer(instelling, request, reply, 'pip');
    if (!toegang) return reply;
    const pip = pipInhoud.safeParse(request.body);
    if (!pip.success) return reply.code(400).send();
    const uitkomst = handelingen.meldPip(toegang.persoon, toegang.melding, pip.data);
    return antwoord(instelling, reply, uitkomst);
  });
  app.delete('/personen/:bsn/PIP', async (request, reply) => {
    const toegang = controleer(instelling, request, reply, 'pip');
    if (!toegang) return reply;
    if (toegang.persoon.pips.length === 0) return reply.code(404).send();
    const uitkomst = handelingen.verwijderPip(toegang.persoon, toegang.melding);
    return antwoord(instelling, reply, uitkomst);
  });
}

function antwoord(
  { gedrag, naMelding }: DuoKantInstelling,
  reply: FastifyReply,
  uitkomst: Uitkomst,
) {
  naMelding();
  if (gedrag.antwoordVerliezen > 0) {
    gedrag.antwoordVerliezen -= 1;
    reply.hijack();
    reply.raw.socket?.destroy();
    return reply;
  }
  if (uitkomst.foutteksten.length === 0) return reply.code(uitkomst.status).send();
  return reply.code(uitkomst.status).send(uitkomst.foutteksten.map((fouttekst) => ({ fouttekst })));
}

/** Elk antwoord draagt API-Version en fouten hebben geen inhoud. */
function zetVersie(app: FastifyInstance, versie: string, gedrag: Gedrag): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('API-Version', gedrag.apiVersie ?? versie);
  });
  app.setNotFoundHandler(async (_request, reply) => reply.code(404).send());
  app.setErrorHandler(async (fout: { statusCode?: number }, _request, reply) =>
    reply.code((fout.statusCode ?? 500) < 500 ? 400 : 500).send(),
  );
}

/** Controleert koppen, BSN en bevoegdheid; antwoordt zelf als het niet mag. */
function controleer(
  { wereld, oinDuo, vandaag }: DuoKantInstelling,
  request: FastifyRequest,
  reply: FastifyReply,
  api: string,
): { persoon: Persoon; melding: Melding } | undefined {
  const { bsn } = request.params as { bsn: string };
  const bron = kop(request, 'bron');
  const berichtId = kop(request, 'berichtid');
  const klopt =
    bron.length === 20 &&
    UUID.test(berichtId) &&
    kop(request, 'doel') === oinDuo &&
    /^\d{9}$/.test(bsn);
  if (!klopt) {
    reply.code(400).send();
    return undefined;
  }
  const gemeentecode = wereld.gemeenteVan(bron);
  if (gemeentecode === undefined) {
    reply.code(api === 'gebeurtenis' ? 401 : 403).send();
    return undefined;
  }
  const persoon = wereld.zoek({ bsn });
  if (!persoon || !valtOnder(persoon, gemeentecode, vandaag())) {
    reply.code(persoon ? 403 : 404).send();
    return undefined;
  }
  return { persoon, melding: { bsn, bron, berichtId, gemeentecode } };
}

function kop(request: FastifyRequest, naam: string): string {
  const waarde = request.headers[naam];
  return typeof waarde === 'string' ? waarde : '';
}
