import type { FastifyRequest } from 'fastify';
import { type Bekendmaking, bekendmaking } from '../../rules/bezwaar/bekendmaking.ts';
import { type Datum, datum } from '../../rules/shared/datum.ts';
import type { PipInhoud } from '../../rules/stand/feiten.ts';
import type { Tx } from '../../server/db/db.ts';
import { legBeginsituatieVast } from '../../server/dossier/beginsituatie.ts';
import { legVast, type NieuwFeit } from '../../server/dossier/feiten.ts';
import { eenmalig } from '../../server/http/idempotentie.ts';
import { geweigerd, problemen } from '../../server/http/probleem.ts';
import type { App, Toepassing } from '../../server/toepassing.ts';
import { trekUitUitbox, zetInUitbox } from '../../server/uitbox.ts';
import { planWerk } from '../../server/werk.ts';
import { verzendingenVan } from '../verzending/verzending.read.ts';
import { bewaarBeschikking, briefBron, maakBeschikking } from './pip.beschikking.routes.ts';
import { definitief, duoMelding } from './pip.controle.ts';
import {
  IntrekVraag,
  PipParams,
  StaatAntwoord,
  VastgesteldAntwoord,
  VaststelVraag,
} from './pip.schema.ts';
import { zetStaat } from './pip.store.ts';
import { redenenTegenVerwijderen } from './pip.verwijderen.ts';
import { eisRevisie, neemZaak, type PipZaak, spoor } from './pip.zaak.routes.ts';
import { registreerVoorleggen } from './voorleggen/voorleggen.routes.ts';

const tags = ['Pip'];

type Ids = { dossierId: string; pipId: string };

/**
 * Stelt het PIP vast (Wi2021 art. 15): beschikking, feit en bericht aan DUO in één transactie. Een besluit rust op wat de
 * beslisser las (Awb 3:2 en 3:46, 'onbevestigd'): is er sindsdien iets gewijzigd, dan kijkt hij eerst.
 * @throws Probleem 409 met alle redenen waarom het niet kan, of met wie er intussen iets wijzigde.
 */
async function stelVast(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  ids: Ids,
  keuze: VaststelVraag,
) {
  const dagtekening = datum(keuze.dagtekening);
  const { zaak } = await neemZaak(req, tx, t, ids, 'vaststellen', dagtekening);
  await eisRevisie(tx, zaak, keuze.revisie);
  const bekend = bekendVan(keuze, dagtekening, t.klok.vandaag());
  const inhoud = definitief(zaak) as PipInhoud;
  const brief = await maakBeschikking(
    await briefBron(tx, zaak, {
      dagtekening,
      bekendgemaaktOp: bekend.op,
      ondertekenaarId: req.gebruiker.id,
    }),
  );
  if ('redenen' in brief) throw geweigerd('De beschikking kan niet worden gemaakt.', brief.redenen);
  const nu = t.klok.nu();
  const { dossier, pip } = zaak;
  const documentId = await bewaarBeschikking(tx, zaak, brief, vastlegger(req, t));
  await zetStaat(tx, dossier, pip.pipId, {
    staat: 'vastgesteld',
    nu,
    vastgesteld: { medewerkerId: req.gebruiker.id, dagtekening, documentId },
  });
  const feit = vastgesteldFeit(zaak, inhoud, dagtekening, bekend, req.gebruiker.naam);
  await legVast(tx, dossier, [feit], vastlegger(req, t));
  const { feiten } = zaak;
  await legBeginsituatieVast(tx, dossier, { pipId: pip.pipId, dagtekening, feiten, nu });
  const verzendingId = await zetInUitbox(tx, {
    ...dossier,
    soort: 'pip',
    onderwerpId: pip.pipId,
    inhoud: duoMelding(zaak, inhoud, dagtekening),
    nu,
  });
  await planWerk(
    tx,
    'brievenset',
    { gemeenteId: dossier.gemeenteId, dossierId: dossier.dossierId, pipId: pip.pipId },
    { wachtrij: `brieven:${dossier.dossierId}`, sleutel: `brievenset:${pip.pipId}:` },
  );
  await spoor(req, tx, dossier, 'wijzigen', pip.pipId);
  return {
    pipId: pip.pipId,
    staat: 'vastgesteld' as const,
    dagtekening,
    documentId,
    verzendingId,
    bezwaarTotEnMet: brief.bezwaarTotEnMet,
  };
}

/** @throws Probleem 409 als de opgegeven dag van bekendmaking niet kan. */
function bekendVan(keuze: VaststelVraag, dagtekening: Datum, vandaag: Datum): Bekendmaking {
  const { bekendgemaaktOp, opPapierUitgereikt } = keuze;
  const gekozen = bekendgemaaktOp === undefined ? undefined : datum(bekendgemaaktOp);
  const bekend = bekendmaking({ dagtekening, vandaag, gekozen, opPapierUitgereikt });
  if ('redenen' in bekend) throw geweigerd('Dit PIP kan nu niet: vaststellen.', bekend.redenen);
  return bekend;
}

function vastgesteldFeit(
  { pip, gemeente }: PipZaak,
  inhoud: PipInhoud,
  dagtekening: Datum,
  { op: bekendgemaaktOp, ...uitreiking }: Bekendmaking,
  vastgesteldDoor: string,
): NieuwFeit {
  const { pipId, versie } = pip;
  const gemeentecode = gemeente.code;
  return {
    soort: 'pip-vastgesteld',
    inhoud: {
      pipId,
      versie,
      dagtekening,
      bekendgemaaktOp,
      ...uitreiking,
      gemeentecode,
      inhoud,
      vastgesteldDoor,
    },
    geldigOp: dagtekening,
    bron: 'medewerker',
  };
}

const vastlegger = (req: FastifyRequest, t: Toepassing) => ({
  medewerkerId: req.gebruiker.id,
  nu: t.klok.nu(),
  vandaag: t.klok.vandaag(),
});

/**
 * Trekt het geldende PIP in. Het begin van de inburgeringstermijn verandert daardoor niet (Wi2021
 * art. 11 lid 3). Een bericht dat nog niet op weg was naar DUO vertrekt niet meer. DUO verwijdert het PIP alleen als
 * daarom wordt gevraagd en de voorwaarden van DUO het toelaten.
 */
async function trekIn(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  ids: Ids,
  { reden, ookBijDuo }: { reden: string; ookBijDuo: boolean },
) {
  const { zaak } = await neemZaak(req, tx, t, ids, 'intrekken');
  const { dossier, pip } = zaak;
  if (ookBijDuo) {
    const berichten = await verzendingenVan(tx, dossier);
    const redenen = redenenTegenVerwijderen(zaak, berichten, req.gebruiker.id);
    if (redenen.length > 0) throw geweigerd('Dit PIP kan niet bij DUO worden verwijderd.', redenen);
  }
  const nu = t.klok.nu();
  await zetStaat(tx, dossier, pip.pipId, { staat: 'ingetrokken', nu });
  await trekUitUitbox(tx, dossier, pip.pipId, nu);
  const vandaag = t.klok.vandaag();
  const feit: NieuwFeit = {
    soort: 'pip-ingetrokken',
    inhoud: { pipId: pip.pipId, op: vandaag, reden },
    geldigOp: vandaag,
    bron: 'medewerker',
  };
  await legVast(tx, dossier, [feit], vastlegger(req, t));
  if (ookBijDuo) {
    const { gemeenteId, dossierId } = dossier;
    const soort = 'pip-verwijderen' as const;
    const bericht = { soort, onderwerpId: pip.pipId, inhoud: {}, nu };
    await zetInUitbox(tx, { gemeenteId, dossierId, ...bericht });
  }
  await spoor(req, tx, dossier, 'wijzigen', pip.pipId);
  return { pipId: pip.pipId, staat: 'ingetrokken' as const };
}

function vaststellen(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/pips/:pipId/_vaststellen',
    {
      config: { handeling: 'pip.vaststellen' },
      schema: {
        tags,
        summary: 'Stelt het PIP vast, maakt de beschikking en zet het bericht aan DUO klaar',
        params: PipParams,
        body: VaststelVraag,
        response: { 200: VastgesteldAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik((tx) => eenmalig(req, tx, () => stelVast(req, tx, t, req.params, req.body))),
  );
}

function intrekken(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/pips/:pipId/_intrekken',
    {
      config: { handeling: 'pip.vaststellen' },
      schema: {
        tags,
        summary: 'Trekt het geldende PIP in, met reden',
        params: PipParams,
        body: IntrekVraag,
        response: { 200: StaatAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik((tx) => eenmalig(req, tx, () => trekIn(req, tx, t, req.params, req.body))),
  );
}

/** Voorleggen, terugnemen, vaststellen en intrekken. */
export function registreerBesluiten(app: App, t: Toepassing): void {
  vaststellen(app, t);
  intrekken(app, t);
  registreerVoorleggen(app, t);
}
