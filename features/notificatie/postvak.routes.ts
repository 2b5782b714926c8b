import { z } from 'zod';
import { bronVan } from '../../rules/shared/gegeven.ts';
import type { Feit } from '../../rules/stand/feiten.ts';
import type { Tx } from '../../server/db/db.ts';
import { vindDossier } from '../../server/dossier/vind.ts';
import { botsing, geweigerd, nietGevonden, problemen } from '../../server/http/probleem.ts';
import type { App, Routes, Toepassing } from '../../server/toepassing.ts';
import { planWerk } from '../../server/werk.ts';
import { beschrijf } from './feitzinnen.ts';
import { type Handelwijze, naHandeling } from './gebeurtenissen.ts';
import {
  Afhandelen,
  Bericht,
  BerichtLijst,
  BerichtZoekVraag,
  RuwBericht,
  Uitkomst,
} from './notificatie.schema.ts';
import {
  type BewaardBericht,
  dossiersOpNummers,
  leesBericht,
  leesGenoemdeFeiten,
  leesRegel,
  telBerichten,
  vulNummers,
  werkBerichtBij,
  zoekBerichten,
} from './notificatie.store.ts';
import { nummersVan } from './verwerken/zaak.jobs.ts';

const HANDELWIJZEN: readonly Handelwijze[] = ['koppelen', 'opnieuw', 'afgehandeld'];
const LEESBAAR = 3;

const masker = (nummer: string | undefined) =>
  nummer === undefined ? null : nummer.slice(-LEESBAAR).padStart(nummer.length, '*');

/** Het postvak: meldingen van DUO zien en afhandelen. */
export const registreerPostvak: Routes = (app, t) => {
  zoeken(app);
  lezen(app);
  afhandelen(app, t);
};

function zoeken(app: App): void {
  app.post(
    '/v1/berichten/_zoek',
    {
      config: { handeling: 'postvak.behandelen' },
      schema: {
        tags: ['Postvak'],
        summary: 'Meldingen van DUO, wat openstaat eerst',
        body: BerichtZoekVraag,
        response: { 200: BerichtLijst, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const vraag = req.body;
        const items = await zoekBerichten(tx, vraag);
        const totaal = await telBerichten(tx, vraag);
        for (const gemeenteId of new Set(items.map((i) => i.gemeenteId))) {
          const eigen = items.filter((i) => i.gemeenteId === gemeenteId);
          const dossierIds = [...new Set(eigen.flatMap((i) => i.dossierId ?? []))];
          await req.spoor(tx, {
            handeling: 'zoeken',
            objectSoort: 'bericht',
            gemeenteId,
            dossierIds,
          });
        }
        return { items, totaal, page: vraag.page, pageSize: vraag.pageSize };
      }),
  );
}

const Params = z.object({ berichtId: z.uuid() });

function lezen(app: App): void {
  app.get(
    '/v1/berichten/:berichtId',
    {
      config: { handeling: 'postvak.behandelen' },
      schema: {
        tags: ['Postvak'],
        summary: 'Eén melding: wat er kwam, wat is opgehaald en wat er veranderde',
        params: Params,
        response: { 200: Bericht, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const bericht = await toon(tx, req.params.berichtId);
        await req.spoor(tx, {
          handeling: 'lezen',
          objectSoort: 'bericht',
          objectId: bericht.id,
          gemeenteId: bericht.gemeenteId,
          ...(bericht.dossierId ? { dossierId: bericht.dossierId } : {}),
        });
        return bericht;
      }),
  );
}

async function toon(tx: Tx, id: string): Promise<Bericht> {
  const regel = await leesRegel(tx, id);
  const bericht = regel && (await leesBericht(tx, id));
  if (!regel || !bericht) throw nietGevonden('Deze melding');
  const uitkomst = Uitkomst.parse(bericht.uitkomst);
  const { inhoud } = RuwBericht.parse(bericht.ruw);
  const { afhandeling } = uitkomst;
  const v = inhoud.vNummer === undefined ? undefined : String(inhoud.vNummer).padStart(10, '0');
  return {
    ...regel,
    ontvangen: { berichtId: bericht.berichtId, bsn: masker(inhoud.bsn), vNummer: masker(v) },
    opgehaald: uitkomst.opgehaald,
    gewijzigd: await gewijzigd(tx, bericht, uitkomst),
    opmerkingen: uitkomst.opmerkingen,
    dossier: uitkomst.dossier ?? null,
    tegenstrijdigDossierId: uitkomst.tegenstrijdig ?? null,
    afhandeling:
      afhandeling && bericht.staat === 'afgehandeld'
        ? { reden: afhandeling.reden, op: afhandeling.op, door: bericht.afgehandeldDoor ?? '' }
        : null,
    mogelijk: HANDELWIJZEN.filter((h) => naHandeling(bericht.staat, h) && !isGekoppeld(bericht, h)),
  };
}

async function gewijzigd(
  tx: Tx,
  { gemeenteId, dossierId }: BewaardBericht,
  { gewijzigd: wijzigingen }: Uitkomst,
): Promise<Bericht['gewijzigd']> {
  if (!dossierId) return [];
  const ids = wijzigingen.flatMap((w) => [w.feitId, ...(w.oudFeitId ? [w.oudFeitId] : [])]);
  const feiten = new Map(
    (await leesGenoemdeFeiten(tx, { gemeenteId, dossierId }, ids)).map((f) => [f.id, f]),
  );
  return wijzigingen.flatMap((w) => {
    const nieuw = feiten.get(w.feitId);
    const oud = feiten.get(w.oudFeitId ?? '');
    if (!nieuw) return [];
    return [
      {
        soort: w.soort,
        nieuw: beschrijf(nieuw),
        oud: oud ? beschrijf(oud) : null,
        bron: bronVan(nieuw as Feit),
      },
    ];
  });
}

function afhandelen(app: App, t: Toepassing): void {
  app.post(
    '/v1/berichten/:berichtId/_afhandelen',
    {
      config: { handeling: 'postvak.behandelen' },
      schema: {
        tags: ['Postvak'],
        summary: 'Een melding koppelen, opnieuw verwerken of afhandelen',
        params: Params,
        body: Afhandelen,
        response: { 200: Bericht, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const bericht = await leesBericht(tx, req.params.berichtId, true);
        if (!bericht) throw nietGevonden('Deze melding');
        const naar = keurHandeling(bericht, req.body.handeling);
        const uitkomst = Uitkomst.parse(bericht.uitkomst);
        if (req.body.handeling === 'afgehandeld') {
          const { reden } = req.body;
          uitkomst.afhandeling = { handeling: 'afgehandeld', reden, op: t.klok.nu() };
          const afgehandeldDoor = req.gebruiker.id;
          await werkBerichtBij(tx, bericht, { uitkomst, staat: naar, afgehandeldDoor });
        } else {
          const dossierId =
            req.body.handeling === 'koppelen'
              ? await koppel(tx, bericht, req.body.dossierId)
              : undefined;
          const leeg = { reden: null, voorstel: null, afgehandeldDoor: null };
          await werkBerichtBij(tx, bericht, { uitkomst, staat: naar, dossierId, ...leeg });
          await planOpnieuw(tx, bericht);
        }
        const na = await toon(tx, bericht.id);
        await req.spoor(tx, {
          handeling: 'wijzigen',
          objectSoort: 'bericht',
          objectId: na.id,
          gemeenteId: na.gemeenteId,
          ...(na.dossierId ? { dossierId: na.dossierId } : {}),
        });
        return na;
      }),
  );
}

const planOpnieuw = (tx: Tx, { gemeenteId, id }: BewaardBericht) =>
  planWerk(
    tx,
    'duo_bericht_verwerken',
    { gemeenteId, berichtId: id },
    { sleutel: `duo-bericht:${id}` },
  );

/** Een melding verhuist niet: wat zij in haar dossier vastlegde blijft daar. */
const isGekoppeld = ({ dossierId }: BewaardBericht, handeling: Handelwijze) =>
  handeling === 'koppelen' && dossierId !== null;

function keurHandeling(bericht: BewaardBericht, handeling: Handelwijze) {
  const naar = naHandeling(bericht.staat, handeling);
  if (naar && isGekoppeld(bericht, handeling)) {
    throw geweigerd('Dit kan niet met deze melding.', [
      { code: 'al-gekoppeld', tekst: 'De melding hoort al bij een dossier.' },
    ]);
  }
  if (naar) return naar;
  if (bericht.staat === 'afgehandeld') {
    const op = Uitkomst.parse(bericht.uitkomst).afhandeling?.op ?? bericht.geregistreerdOp;
    const wie = bericht.afgehandeldDoor ?? 'een collega';
    throw botsing({ wie, wanneer: op, wat: 'de melding is afgehandeld' });
  }
  throw geweigerd('Dit kan niet met deze melding.', [
    { code: 'al-verwerkt', tekst: 'De melding is al verwerkt; er is niets meer te doen.' },
  ]);
}

/** Keurt dat het dossier bij de melding kan horen en vult nummers aan die het nog niet had. */
async function koppel(tx: Tx, bericht: BewaardBericht, dossierId: string): Promise<string> {
  const dossier = await vindDossier(tx, dossierId);
  if (dossier.gemeenteId !== bericht.gemeenteId) {
    throw geweigerd('De melding kan niet aan dit dossier worden gekoppeld.', [
      { code: 'andere-gemeente', tekst: 'De melding is voor een andere gemeente dan het dossier.' },
    ]);
  }
  const { bsn, vNummer } = nummersVan(RuwBericht.parse(bericht.ruw));
  const anders = (a: string | null, b: string | undefined) => Boolean(a && b && a !== b);
  const elders = await dossiersOpNummers(tx, bericht.gemeenteId, { bsn, vNummer });
  if (
    anders(dossier.bsn, bsn) ||
    elders.some((d) => d.id !== dossier.dossierId && d.bsn === bsn && bsn)
  ) {
    throw geweigerd('De melding kan niet aan dit dossier worden gekoppeld.', [
      {
        code: 'ander-bsn',
        tekst:
          'Het BSN in de melding hoort bij een ander dossier. Is dit dezelfde persoon, voeg de dossiers dan eerst samen.',
        actie: `/inburgeraars/${dossier.dossierId}`,
      },
    ]);
  }
  const vrijV = elders.some((d) => d.id !== dossier.dossierId) ? undefined : vNummer;
  await vulNummers(tx, dossier, { bsn, vNummer: vrijV });
  return dossier.dossierId;
}
