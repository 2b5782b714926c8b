import { z } from 'zod';
import { type Datum, plusDagen } from '../../../rules/shared/datum.ts';
import { inWoorden } from '../../../rules/shared/tekst.ts';
import type { Tx } from '../../../server/db/db.ts';
import { vindDossier } from '../../../server/dossier/vind.ts';
import { botsing, geweigerd, nietGevonden, problemen } from '../../../server/http/probleem.ts';
import type { Routes } from '../../../server/toepassing.ts';
import { planWerk } from '../../../server/werk.ts';
import { type Handelwijze, naHandeling } from '../gebeurtenissen.ts';
import { Afhandelen, Bericht, RuwBericht, Uitkomst } from '../notificatie.schema.ts';
import {
  type BewaardBericht,
  type Bijwerking,
  dossiersOpNummers,
  leesBericht,
  vulNummers,
  werkBerichtBij,
} from '../notificatie.store.ts';
import { nummersVan, wachtrijVan } from '../nummers.jobs.ts';
import { isGekoppeld, toonBericht } from '../postvak.routes.ts';

/** Langer wegleggen is vergeten. */
const HOOGSTENS_DAGEN = 180;

const Params = z.object({ berichtId: z.uuid() });

/** Afhandelen van één melding door een medewerker. */
export const registreerAfhandelen: Routes = (app, t) => {
  app.post(
    '/v1/berichten/:berichtId/_afhandelen',
    {
      config: { handeling: 'postvak.behandelen' },
      schema: {
        tags: ['Postvak'],
        summary: 'Een melding koppelen, opnieuw verwerken, wegleggen of afhandelen',
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
        const wie = { door: req.gebruiker.id, nu: t.klok.nu(), vandaag: t.klok.vandaag() };
        const anders = await handel(tx, bericht, uitkomst, req.body, wie);
        await werkBerichtBij(tx, bericht, { uitkomst, staat: naar, ...anders });
        if (naar === 'nieuw') await planOpnieuw(tx, bericht);
        const na = await toonBericht(tx, bericht.id);
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
};

type Wie = { door: string; nu: string; vandaag: Datum };

/** Wat er aan de melding verandert naast haar staat. */
async function handel(
  tx: Tx,
  bericht: BewaardBericht,
  uitkomst: Uitkomst,
  inhoud: Afhandelen,
  { door, nu, vandaag }: Wie,
): Promise<Omit<Bijwerking, 'uitkomst'>> {
  if (inhoud.handeling === 'parkeren') {
    const tot = inhoud.tot as Datum;
    if (tot <= vandaag || tot > plusDagen(vandaag, HOOGSTENS_DAGEN)) throw verkeerdeDag(tot);
    return { geparkeerd: { tot, reden: inhoud.reden } };
  }
  if (inhoud.handeling === 'afgehandeld') {
    uitkomst.afhandeling = { handeling: 'afgehandeld', reden: inhoud.reden, op: nu };
    return { afgehandeldDoor: door, geparkeerd: null };
  }
  // Wie opnieuw laat verwerken wil alles weten, niet alleen wat eerder ontbrak.
  delete uitkomst.nogOpTeHalen;
  delete uitkomst.aandacht;
  const leeg = { reden: null, voorstel: null, afgehandeldDoor: null, geparkeerd: null };
  if (inhoud.handeling === 'opnieuw') return leeg;
  return { ...leeg, dossierId: await koppel(tx, bericht, inhoud.dossierId) };
}

const verkeerdeDag = (tot: Datum) =>
  geweigerd('De melding kan niet tot deze dag worden weggelegd.', [
    {
      code: 'dag',
      veld: 'tot',
      tekst: `Kies een dag na vandaag en binnen ${HOOGSTENS_DAGEN} dagen; ${inWoorden(tot)} kan niet.`,
    },
  ]);

/** In de rij van dezelfde persoon: zo gaan meldingen over haar na elkaar. */
function planOpnieuw(tx: Tx, { gemeenteId, id, ruw }: BewaardBericht): Promise<void> {
  const { inhoud } = RuwBericht.parse(ruw);
  return planWerk(
    tx,
    'duo_bericht_verwerken',
    { gemeenteId, berichtId: id },
    { sleutel: `duo-bericht:${id}`, wachtrij: wachtrijVan(gemeenteId, inhoud) },
  );
}

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
