import type { z } from 'zod';
import { type Datum, datum, plusDagen } from '../../rules/shared/datum.ts';
import { inWoorden } from '../../rules/shared/tekst.ts';
import { legVast, type NieuwFeit } from '../../server/dossier/feiten.ts';
import { eenmalig } from '../../server/http/idempotentie.ts';
import { botsing, geweigerd, nietGevonden, problemen } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import type { App, Toepassing } from '../../server/toepassing.ts';
import {
  type Besluit,
  BesluitParams,
  type Bezwaar,
  BezwaarAntwoord,
  BezwaarParams,
  BezwaarStap,
  DossierBesluiten,
  NieuwBezwaar,
} from './besluiten.schema.ts';
import { bezwaarOvergang, isTweedeKeer, STAPNAAM } from './bezwaar.status.ts';
import { beeldVan } from './dossier.routes.ts';
import { type BesluitZaak, leesBesluitZaak, spoor, vindBesluit } from './zaak.routes.ts';

const tags = ['Besluiten'];

const weiger = (code: string, tekst: string, veld?: string) =>
  geweigerd('Deze stap kan nu niet.', [{ code, tekst, ...(veld ? { veld } : {}) }]);

function keurDag(op: string, vandaag: Datum, vanaf: string, wat: string): void {
  if (op > vandaag) throw weiger('toekomst', 'Deze dag is nog niet geweest.', 'op');
  if (op < vanaf) throw weiger('te-vroeg', `Dit kan niet vóór ${wat} (${vanaf}).`, 'op');
}

function vindBezwaar({ besluiten }: BesluitZaak, bezwaarId: string): Bezwaar {
  const bezwaar = besluiten.flatMap((b) => b.bezwaren).find((b) => b.bezwaarId === bezwaarId);
  if (!bezwaar) throw nietGevonden('Dit bezwaar');
  return bezwaar;
}

/** Langer dan dit is een tikfout. */
const HERSTEL_HOOGSTENS_DAGEN = 366;

/** Wie om aanvulling vraagt, geeft daar een termijn voor (Awb 6:6). */
function keurHersteltermijn({ stap, op, hersteltermijn }: BezwaarStap): void {
  const fout = (code: string, tekst: string) => weiger(code, tekst, 'hersteltermijn');
  if (stap !== 'aanvullen-gevraagd') {
    if (hersteltermijn) throw fout('geen-hersteltermijn', 'Bij deze stap hoort geen termijn.');
    return;
  }
  if (!hersteltermijn) {
    throw fout('hersteltermijn-nodig', 'Tot en met welke dag kan de persoon aanvullen?');
  }
  if (hersteltermijn <= op) {
    throw fout('hersteltermijn-te-kort', 'Geef minstens een dag na de vraag om aan te vullen.');
  }
  if (hersteltermijn > plusDagen(datum(op), HERSTEL_HOOGSTENS_DAGEN)) {
    throw fout('hersteltermijn-te-lang', 'Dit is meer dan een jaar. Kijk de datum na.');
  }
}

function keurStap(bezwaar: Bezwaar, s: BezwaarStap, vandaag: Datum): void {
  const laatste = bezwaar.stappen.at(-1);
  if (!laatste) throw nietGevonden('Dit bezwaar');
  if (s.na !== laatste.feitId) {
    throw botsing({
      wie: laatste.door ?? 'een collega',
      wanneer: laatste.op,
      wat: `het bezwaar: ${laatste.naam}`,
    });
  }
  const overgang = bezwaarOvergang(bezwaar.stap, s.stap);
  if (!overgang) {
    throw weiger(
      'verkeerde-stap',
      `Het bezwaar is ${STAPNAAM[bezwaar.stap]}. Daarna kan niet: ${STAPNAAM[s.stap]}.`,
      'stap',
    );
  }
  const gedaan = bezwaar.stappen.map((st) => st.stap);
  if (isTweedeKeer(overgang, gedaan))
    throw weiger('al-gedaan', 'Dit gebeurt hoogstens één keer.', 'stap');
  if (overgang.voorwaarde === 'uitkomst-genoemd' && !s.uitkomst)
    throw weiger('uitkomst-nodig', 'Noem de uitkomst.', 'uitkomst');
  if (overgang.voorwaarde !== 'uitkomst-genoemd' && s.uitkomst)
    throw weiger('geen-uitkomst', 'Bij deze stap hoort geen uitkomst.', 'uitkomst');
  if (overgang.voorwaarde === 'binnen-beslistermijn' && s.op > bezwaar.beslissenUiterlijk) {
    throw weiger(
      'beslistermijn-voorbij',
      `Verdagen kon tot en met ${bezwaar.beslissenUiterlijk}.`,
      'op',
    );
  }
  keurHersteltermijn(s);
  keurDag(s.op, vandaag, laatste.op, 'de stap ervoor');
}

const feitVan = (inhoud: Extract<NieuwFeit, { soort: 'bezwaar' }>['inhoud']): NieuwFeit => ({
  soort: 'bezwaar',
  inhoud,
  geldigOp: inhoud.op,
  bron: 'medewerker',
});

type Nieuw = z.infer<typeof NieuwBezwaar>;

/** Vanaf de dagtekening bestaat het besluit; bezwaar van vóór de bekendmaking telt mee (Awb 6:10). */
function keurNieuw(besluit: Besluit, { ontvangenOp, gepostOp }: Nieuw, vandaag: Datum): void {
  if (besluit.bezwaren.some((b) => b.open)) {
    throw weiger(
      'bezwaar-loopt',
      'Tegen dit besluit loopt al een bezwaar. Leg daar de volgende stap vast.',
    );
  }
  keurDag(ontvangenOp, vandaag, besluit.dagtekening, 'de dagtekening');
  if (gepostOp && (gepostOp > ontvangenOp || gepostOp < besluit.dagtekening)) {
    throw weiger(
      'poststempel',
      `Het poststempel ligt tussen de dagtekening (${inWoorden(besluit.dagtekening as Datum)}) en de ontvangst.`,
      'gepostOp',
    );
  }
}

const ontvangstFeit = (bezwaarId: string, besluitId: string, b: Nieuw): NieuwFeit =>
  feitVan({
    bezwaarId,
    besluitId,
    stap: 'ontvangen',
    op: b.ontvangenOp as Datum,
    commissie: b.commissie,
    ...(b.gepostOp ? { gepostOp: b.gepostOp as Datum } : {}),
    ...(b.toelichting ? { toelichting: b.toelichting } : {}),
  });

function indienen(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/besluiten/:besluitId/bezwaren',
    {
      config: { handeling: 'bezwaar.behandelen' },
      schema: {
        tags,
        summary: 'Een bezwaar tegen een besluit vastleggen',
        params: BesluitParams,
        body: NieuwBezwaar,
        response: { 201: BezwaarAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const gemaakt = await req.inBereik((tx) =>
        eenmalig(req, tx, async () => {
          const zaak = await leesBesluitZaak(req, tx, t, req.params.dossierId, true);
          const besluit = vindBesluit(zaak, req.params.besluitId);
          keurNieuw(besluit, req.body, zaak.door.vandaag);
          const bezwaarId = nieuwId();
          const feit = ontvangstFeit(bezwaarId, besluit.besluitId, req.body);
          await legVast(tx, zaak.d, [feit], zaak.door);
          await spoor(req, tx, zaak, 'wijzigen', besluit.besluitId);
          return { bezwaarId };
        }),
      );
      return reply.code(201).send(gemaakt);
    },
  );
}

/** Bezwaar vastleggen en de volgende stap zetten. */
export function registreerBezwaar(app: App, t: Toepassing): void {
  indienen(app, t);
  app.post(
    '/v1/dossiers/:dossierId/bezwaren/:bezwaarId/_stap',
    {
      config: { handeling: 'bezwaar.behandelen' },
      schema: {
        tags,
        summary: 'De volgende stap in een bezwaar of beroep',
        params: BezwaarParams,
        body: BezwaarStap,
        response: { 200: DossierBesluiten, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const zaak = await leesBesluitZaak(req, tx, t, req.params.dossierId, true);
        const bezwaar = vindBezwaar(zaak, req.params.bezwaarId);
        const { na: _gezien, op, hersteltermijn, ...rest } = req.body;
        keurStap(bezwaar, req.body, zaak.door.vandaag);
        const { bezwaarId, besluitId } = bezwaar;
        const inhoud = {
          bezwaarId,
          besluitId,
          op: op as Datum,
          ...rest,
          ...(hersteltermijn ? { hersteltermijn: hersteltermijn as Datum } : {}),
        };
        await legVast(tx, zaak.d, [feitVan(inhoud)], zaak.door);
        await spoor(req, tx, zaak, 'wijzigen', besluitId);
        return beeldVan(req, await leesBesluitZaak(req, tx, t, req.params.dossierId));
      }),
  );
}
