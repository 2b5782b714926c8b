import type { FastifyInstance } from 'fastify';
import type { Persoon } from '../persoon/persoon.ts';
import { huidigeGemeente } from '../persoon/persoon.ts';
import type { Wereld } from '../wereld.ts';

/** Wat er bij DUO staat en wat er heen en weer ging, voor proeven en voor het scherm. */
export function inzage(app: FastifyInstance, wereld: Wereld): void {
  app.get('/ontvangen', async () => ({
    meldingen: wereld.ontvangst.meldingen,
    perPersoon: wereld.ontvangst.perPersoon(),
  }));
  app.get('/notificaties', async () => ({ notificaties: wereld.berichten() }));
  app.get('/stand', async () => stand(wereld));
  app.get('/personen', async () => ({
    personen: wereld.personen().map(kort),
    gemeenten: wereld.gemeentecodes(),
  }));
  app.get<{ Params: { id: string } }>('/personen/:id', async (request, reply) => {
    const persoon = wereld.persoon(request.params.id);
    return persoon ? eenPersoon(wereld, persoon) : reply.code(404).send();
  });
}

/** Alles wat DUO van iedereen weet, met de tellingen; zo is te bewijzen dat niets verdween of dubbel kwam. */
function stand(wereld: Wereld) {
  const notificaties = { wachtend: 0, bezorgd: 0, geweigerd: 0 };
  for (const bericht of wereld.berichten()) notificaties[bericht.stand] += 1;
  return {
    personen: wereld.personen().map(metPip),
    contactpersonen: wereld.contactpersonen(),
    tellers: { ...wereld.ontvangst.tellers, notificaties },
  };
}

function metPip(persoon: Persoon) {
  const { gemeentecode, pip } = persoon.pips.at(-1) ?? {};
  return { ...persoon, ...(pip ? { pip: { gemeentecode, pip } } : {}) };
}

function kort(persoon: Persoon) {
  const { id, bsn, vNummer, plicht, doelgroep, termijn, pips, gebeurtenissen } = persoon;
  return {
    id,
    bsn,
    vNummer,
    gemeentecode: huidigeGemeente(persoon),
    /** Elke gemeente die ooit over deze persoon ging. */
    gemeenten: [...new Set([huidigeGemeente(persoon) ?? '', ...pips.map((p) => p.gemeentecode)])],
    plichtig: plicht?.indicatorInburgeringsplicht,
    doelgroep: doelgroep?.indeling,
    leerroute: pips.at(-1)?.pip.leerroute,
    termijn: termijn ?? undefined,
    laatsteGebeurtenis: gebeurtenissen.at(-1),
  };
}

function eenPersoon(wereld: Wereld, persoon: Persoon) {
  const { bsn, vNummer, contactpersoon } = persoon;
  const nummer = vNummer === undefined ? undefined : Number(vNummer);
  const overPersoon = ({ notificatie }: { notificatie: { bsn?: string; vNummer?: number } }) =>
    (bsn !== undefined && notificatie.bsn === bsn) ||
    (nummer !== undefined && notificatie.vNummer === nummer);
  return {
    kort: kort(persoon),
    persoon: metPip(persoon),
    contactpersoon:
      contactpersoon === undefined ? undefined : wereld.contactpersoon(contactpersoon),
    meldingen: wereld.ontvangst.meldingen.filter((m) => bsn !== undefined && m.bsn === bsn),
    notificaties: wereld.berichten().filter(overPersoon),
  };
}
