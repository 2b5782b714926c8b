import type { FastifyRequest } from 'fastify';
import type { FeitInhoud } from '../../../rules/stand/feiten.ts';
import type { Tx } from '../../../server/db/db.ts';
import { legVast } from '../../../server/dossier/feiten.ts';
import { eenmalig } from '../../../server/http/idempotentie.ts';
import { geweigerd, problemen } from '../../../server/http/probleem.ts';
import type { App, Toepassing } from '../../../server/toepassing.ts';
import { PipParams, StaatAntwoord, TerugneemVraag, VoorlegVraag } from '../pip.schema.ts';
import { zetStaat } from '../pip.store.ts';
import { eisRevisie, neemZaak, type PipZaak, spoor } from '../pip.zaak.routes.ts';
import { isVanZelf } from './voorleggen.ts';

const tags = ['Pip'];

type Meer = Pick<FeitInhoud['pip-concept'], 'voorlegger' | 'terug'>;

/** Legt voor aan wie mag vaststellen, of legt terug. */
async function verplaats(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  { dossier, pip }: PipZaak,
  staat: 'ter-vaststelling' | 'concept',
  meer: Meer,
) {
  const { pipId } = pip;
  const [nu, vandaag] = [t.klok.nu(), t.klok.vandaag()];
  await zetStaat(tx, dossier, pipId, { staat, nu });
  const opgesteldDoor = pip.opgesteldDoor?.naam ?? 'onbekend';
  const inhoud = { pipId, klaar: staat === 'ter-vaststelling', opgesteldDoor, ...meer };
  await legVast(
    tx,
    dossier,
    [{ soort: 'pip-concept', inhoud, geldigOp: vandaag, bron: 'medewerker' }],
    { medewerkerId: req.gebruiker.id, nu, vandaag },
  );
  await spoor(req, tx, dossier, 'wijzigen', pipId);
  return { pipId, staat };
}

/**
 * Wie het opstelde of voorlegde neemt het zelf terug; een ander geeft het terug en zegt waarom.
 * @throws Probleem 409 als die reden ontbreekt.
 */
function terugMet(req: FastifyRequest, zaak: PipZaak, gegeven: string | undefined): Meer {
  if (isVanZelf(zaak, req.gebruiker.id)) return {};
  const reden = gegeven?.trim() ?? '';
  if (reden === '') {
    const tekst = 'Schrijf waarom u dit PIP teruggeeft; de opsteller leest het.';
    throw geweigerd('Teruggeven vraagt een reden.', [
      { code: 'reden-nodig', tekst, veld: 'reden' },
    ]);
  }
  return { terug: { door: req.gebruiker.naam, reden } };
}

/** Voorleggen, en terugnemen of teruggeven. */
export function registreerVoorleggen(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/pips/:pipId/_voorleggen',
    {
      config: { handeling: 'pip.opstellen' },
      schema: {
        tags,
        summary: 'Legt het PIP ter vaststelling voor; 409 als een ander het intussen wijzigde',
        params: PipParams,
        body: VoorlegVraag,
        response: { 200: StaatAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik((tx) =>
        eenmalig(req, tx, async () => {
          const { zaak } = await neemZaak(req, tx, t, req.params, 'voorleggen');
          await eisRevisie(tx, zaak, req.body.revisie);
          const voorlegger = req.gebruiker.id;
          return verplaats(req, tx, t, zaak, 'ter-vaststelling', { voorlegger });
        }),
      ),
  );
  app.post(
    '/v1/dossiers/:dossierId/pips/:pipId/_terugnemen',
    {
      config: { handeling: 'pip.opstellen' },
      schema: {
        tags,
        summary: 'Neemt het PIP terug; van een ander alleen met een reden, anders 409',
        params: PipParams,
        body: TerugneemVraag,
        response: { 200: StaatAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik((tx) =>
        eenmalig(req, tx, async () => {
          const { zaak } = await neemZaak(req, tx, t, req.params, 'terugnemen');
          const meer = terugMet(req, zaak, req.body?.reden);
          return verplaats(req, tx, t, zaak, 'concept', meer);
        }),
      ),
  );
}
