import type { FastifyRequest } from 'fastify';
import { inWoorden } from '../../../rules/shared/tekst.ts';
import type { Feit } from '../../../rules/stand/feiten.ts';
import { mag } from '../../../server/auth/rechten.ts';
import type { Tx } from '../../../server/db/db.ts';
import { leesBeleid } from '../../../server/dossier/beleid.ts';
import { leesGemeente } from '../../../server/dossier/brief.ts';
import { leesFeiten, legVast } from '../../../server/dossier/feiten.ts';
import {
  beginOpvraging,
  DUO_ONDERWERPEN,
  leesOpnames,
  leesOpvraging,
  type Opvraging,
} from '../../../server/dossier/opname.ts';
import { type GevondenDossier, vindDossier } from '../../../server/dossier/vind.ts';
import { geweigerd, problemen } from '../../../server/http/probleem.ts';
import type { App, Routes, Toepassing } from '../../../server/toepassing.ts';
import { zetInUitbox } from '../../../server/uitbox.ts';
import { planWerk } from '../../../server/werk.ts';
import { DossierParams } from '../../shared/dossier.schema.ts';
import { leesGemeentenamen, leesVerlengingsgronden, leesVerzending } from '../dossier.read.ts';
import { feittekst } from '../feittekst.ts';
import { DuoBeeld, Ingetrokken, Opvragen, TrekToetsIn } from './duo.schema.ts';
import { leesGelezen } from './gelezen.routes.ts';
import { maakKaarten } from './kaarten.routes.ts';
import { maakTijdlijnVanDuo } from './tijdlijn.routes.ts';
import { doelgroepwissel } from './wissel.ts';

const WACHT_MS = 60_000;
/** Zo lang mag een verzoek duren; daarna is het blijven hangen en mag een nieuw. */
const HANGT_MS = 600_000;

/** Wat DUO over een persoon weet, en wat de gemeente daarmee kan. */
export const registreerDuo: Routes = (app, t) => {
  tonen(app, t);
  opvragen(app, t);
  trekToetsIn(app, t);
};

function tonen(app: App, t: Toepassing): void {
  app.get(
    '/v1/dossiers/:dossierId/duo',
    {
      config: { handeling: 'dossier.inzien' },
      schema: {
        tags: ['Dossier'],
        summary: 'Wat DUO over de persoon weet, met hoe het veranderde',
        params: DossierParams,
        response: { 200: DuoBeeld, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const d = await vindDossier(tx, req.params.dossierId);
        const { gemeenteId, dossierId } = d;
        await req.spoor(tx, { handeling: 'lezen', objectSoort: 'duo', dossierId, gemeenteId });
        return beeld(tx, t, req, d);
      }),
  );
}

async function beeld(
  tx: Tx,
  t: Toepassing,
  req: FastifyRequest,
  d: GevondenDossier,
): Promise<DuoBeeld> {
  const opnames = await leesOpnames(tx, d);
  const feiten = await leesFeiten(tx, d);
  const gelezen = leesGelezen(opnames);
  const namen = await leesGemeentenamen(tx);
  const { code } = await leesGemeente(tx, d.gemeenteId);
  const vandaag = t.klok.vandaag();
  const magGrond = mag(req.gebruiker, 'gezondheid.lezen', d.gemeenteId);
  const kaarten = maakKaarten(gelezen, code, (c) => namen.get(c) ?? `gemeente ${c}`);
  const opvraging = await leesOpvraging(tx, d);
  return {
    ...kaarten,
    bekekenOp: opnames.map((o) => o.laatstGezienOp).reduce<string | null>(laatste, null),
    heeftBsn: d.bsn !== null,
    opvraging: opvraging ?? null,
    wachtTot: wachtTot(opvraging, t.klok.nu()),
    tijdlijn: maakTijdlijnVanDuo(gelezen, await leesVerlengingsgronden(tx)),
    toets: { ...kaarten.toets, ...(await toetsnummer(tx, d, feiten)) },
    ontheffingen: magGrond ? kaarten.ontheffingen : zonderGrond(feiten),
    magGrond,
    doelgroepwissel: doelgroepwissel(feiten, await leesBeleid(tx, d.gemeenteId, vandaag), vandaag),
    mag: {
      opvragen: mag(req.gebruiker, 'dossier.bewerken', d.gemeenteId),
      intrekken: mag(req.gebruiker, 'intake.bewerken', d.gemeenteId),
    },
  };
}

const laatste = (a: string | null, b: string) => (a === null || b > a ? b : a);

/** Zonder bijzonder recht: wel dát er een ontheffing is, uit het feit, waarin de grond niet staat. */
function zonderGrond(feiten: readonly Feit[]): DuoBeeld['ontheffingen'] {
  const vervangen = new Set(feiten.map((f) => f.vervangt));
  const regels = feiten
    .filter((f) => f.soort === 'ontheffing' && !vervangen.has(f.id))
    .map((f) => ({
      id: f.id,
      tekst: feittekst(f),
      datum: f.geldigOp,
      bij: null,
      merk: null,
    }));
  return { regels: regels.toReversed(), gezienOp: null };
}

type Toets = Pick<DuoBeeld['toets'], 'examennummer' | 'ingetrokken' | 'foutteksten'>;

const nummerFeit = (feiten: readonly Feit[]): Feit<'leerbaarheidstoets-nummer'> | undefined => {
  const vervangen = new Set(feiten.map((f) => f.vervangt));
  return feiten.findLast(
    (f): f is Feit<'leerbaarheidstoets-nummer'> =>
      f.soort === 'leerbaarheidstoets-nummer' && !vervangen.has(f.id),
  );
};

const STAAT: Record<string, Toets['ingetrokken']> = {
  geaccepteerd: 'bevestigd',
  geweigerd: 'geweigerd',
};

async function toetsnummer(tx: Tx, d: GevondenDossier, feiten: readonly Feit[]): Promise<Toets> {
  const nummer = nummerFeit(feiten);
  const examennummer = nummer?.inhoud.examennummer ?? null;
  if (!nummer || examennummer) return { examennummer, ingetrokken: null, foutteksten: [] };
  const verzending = await leesVerzending(tx, d, nummer.id);
  return {
    examennummer: null,
    ingetrokken: STAAT[verzending?.staat ?? ''] ?? 'wacht',
    foutteksten: verzending?.foutteksten ?? [],
  };
}

function wachtTot(o: Opvraging | undefined, nu: string): string | null {
  if (!o) return null;
  const na = (van: string, ms: number) => new Date(Date.parse(van) + ms).toISOString();
  const tot = o.staat === 'bezig' ? na(o.gevraagdOp, HANGT_MS) : na(o.gevraagdOp, WACHT_MS);
  // Een verzoek uit de toekomst komt van een verzette klok en houdt niets tegen.
  return tot > nu && o.gevraagdOp <= nu ? tot : null;
}

function opvragen(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/duo/_opvragen',
    {
      config: { handeling: 'dossier.bewerken' },
      schema: {
        tags: ['Dossier'],
        summary: 'Alles over deze persoon nu bij DUO opvragen',
        params: DossierParams,
        response: { 200: Opvragen, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const d = await vindDossier(tx, req.params.dossierId);
        const { gemeenteId, dossierId } = d;
        if (!d.bsn) {
          throw geweigerd('DUO is niet te bevragen.', [
            { code: 'geen-bsn', tekst: 'Van deze persoon is nog geen BSN bekend.' },
          ]);
        }
        const nu = t.klok.nu();
        if (wachtTot(await leesOpvraging(tx, d), nu)) {
          throw geweigerd('DUO is net bevraagd.', [
            {
              code: 'te-snel',
              tekst: 'Wacht een minuut; wat DUO antwoordt verandert niet zo snel.',
            },
          ]);
        }
        const totaal = DUO_ONDERWERPEN.length;
        await beginOpvraging(tx, d, { nu, door: req.gebruiker.id, totaal });
        const sleutel = `duo-opvragen:${dossierId}`;
        await planWerk(tx, 'duo_opvragen', { gemeenteId, dossierId }, { sleutel });
        await req.spoor(tx, { handeling: 'wijzigen', objectSoort: 'duo', dossierId, gemeenteId });
        return { staat: 'bezig' as const, totaal };
      }),
  );
}

function trekToetsIn(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/duo/_trek-toets-in',
    {
      config: { handeling: 'intake.bewerken' },
      schema: {
        tags: ['Dossier'],
        summary: 'Het nummer voor de leerbaarheidstoets intrekken: de toets vervalt bij DUO',
        params: DossierParams,
        body: TrekToetsIn,
        response: { 200: Ingetrokken, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const d = await vindDossier(tx, req.params.dossierId);
        const { gemeenteId, dossierId } = d;
        const oud = nummerFeit(await leesFeiten(tx, d));
        if (!oud?.inhoud.examennummer) {
          throw geweigerd('Er is geen nummer om in te trekken.', [
            {
              code: oud ? 'al-ingetrokken' : 'geen-nummer',
              tekst: oud
                ? 'Het nummer is al ingetrokken.'
                : 'DUO heeft voor deze persoon geen nummer voor de leerbaarheidstoets.',
            },
          ]);
        }
        const vandaag = t.klok.vandaag();
        const nu = t.klok.nu();
        const van = { geldigOp: vandaag, bron: 'medewerker' as const };
        const reden = `Leerbaarheidstoets ingetrokken op ${inWoorden(vandaag)}: ${req.body.reden}`;
        const { ids } = await legVast(
          tx,
          d,
          [
            { soort: 'leerbaarheidstoets-nummer', inhoud: {}, ...van },
            { soort: 'notitie', inhoud: { tekst: reden }, ...van },
          ],
          { medewerkerId: req.gebruiker.id, nu, vandaag },
        );
        const feitId = ids[0] as string;
        await zetInUitbox(tx, {
          gemeenteId,
          dossierId,
          soort: 'lbt-intrekken',
          onderwerpId: feitId,
          inhoud: {},
          nu,
        });
        await req.spoor(tx, {
          handeling: 'wijzigen',
          objectSoort: 'leerbaarheidstoets-nummer',
          objectId: feitId,
          dossierId,
          gemeenteId,
        });
        return { feitId };
      }),
  );
}
