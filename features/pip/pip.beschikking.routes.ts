import { vroegsteBekendmaking } from '../../rules/bezwaar/bekendmaking.ts';
import { bezwaartermijn } from '../../rules/bezwaar/bezwaartermijn.ts';
import type { Reden } from '../../rules/shared/antwoord.ts';
import { type Datum, datum } from '../../rules/shared/datum.ts';
import type { PipInhoud } from '../../rules/stand/feiten.ts';
import type { Tx } from '../../server/db/db.ts';
import { bewaarBrief, leesMedewerker } from '../../server/dossier/brief.ts';
import { pdfAntwoord } from '../../server/http/pdf.ts';
import { geweigerd, problemen } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import { LetterError, type LetterRequest, renderLetter } from '../../server/letters.ts';
import type { App, Toepassing } from '../../server/toepassing.ts';
import { briefRedenen } from '../shared/brief.schema.ts';
import { blokkenVoor, ondertekenaarNu } from '../sjablonen/sjabloon.read.ts';
import { BeschikkingGegevens } from './beschikking.schema.ts';
import { type BriefBron, stelSamen } from './pip.brief.routes.ts';
import { controleer, definitief, eerderePips, vorigeVersie } from './pip.controle.ts';
import { DagtekeningVraag, PipParams } from './pip.schema.ts';
import { gemeentenaamVan } from './pip.store.ts';
import { leesZaak, type PipZaak, persoonVan, spoor } from './pip.zaak.routes.ts';

const SJABLOON = 'features/pip/beschikking.typ';
const TITEL = 'Uw persoonlijk plan inburgering en participatie (PIP)';

/**
 * Maakt de beschikking als toegankelijke PDF (UA-1).
 * @returns de PDF met de gegevens waaruit zij kwam, of de redenen waarom het niet kan.
 */
export async function maakBeschikking(
  bron: BriefBron,
): Promise<
  | { pdf: Buffer; sha256: string; gegevens: BeschikkingGegevens; bezwaarTotEnMet: Datum }
  | { redenen: Reden[] }
> {
  const ontbreekt = [...(bron.geenMandaat ?? []), ...briefRedenen(bron)];
  if (ontbreekt.length > 0) return { redenen: ontbreekt };
  const bezwaar = bezwaartermijn(
    { waarde: bron.bekendgemaaktOp, bron: 'beschikking' },
    bron.extraVrijeDagen,
  );
  const gegevens = BeschikkingGegevens.safeParse(stelSamen(bron, bezwaar.laatsteDag));
  if (!gegevens.success) {
    return {
      redenen: gegevens.error.issues.map((i) => ({
        code: 'brief-onvolledig',
        tekst: `In de brief klopt '${i.path.join('.')}' niet: ${i.message}.`,
        veld: String(i.path[0] ?? ''),
      })),
    };
  }
  const verzoek: LetterRequest = {
    template: SJABLOON,
    data: gegevens.data,
    title: TITEL,
    lang: 'nl',
    standard: 'ua-1',
    logo: bron.gemeente.logo ?? null,
  };
  try {
    const brief = await renderLetter(verzoek);
    return { ...brief, gegevens: gegevens.data, bezwaarTotEnMet: bezwaar.laatsteDag };
  } catch (fout) {
    if (!(fout instanceof LetterError) || fout.fault !== 'teken-ontbreekt') throw fout;
    return {
      redenen: [
        {
          code: 'teken-ontbreekt',
          tekst: `De brief kan niet worden gemaakt: ${fout.message}. Haal dit teken uit de tekst.`,
        },
      ],
    };
  }
}

type Beschikking = Exclude<Awaited<ReturnType<typeof maakBeschikking>>, { redenen: unknown }>;

/** Bewaart de beschikking bij het dossier. @returns het id van het stuk. */
export async function bewaarBeschikking(
  tx: Tx,
  { dossier, pip }: PipZaak,
  { pdf, sha256, gegevens }: Beschikking,
  { medewerkerId, nu }: { medewerkerId: string; nu: string },
): Promise<string> {
  const id = nieuwId();
  await bewaarBrief(tx, dossier, {
    id,
    soort: 'pip-beschikking',
    titel: `Beschikking PIP, versie ${pip.versie}`,
    pdf,
    sha256,
    medewerkerId,
    nu,
    herkomst: { sjabloon: SJABLOON, gegevens },
    set: { id: pip.pipId, versie: pip.versie },
  });
  return id;
}

/** De gegevens voor de beschikking; ook voor een voorbeeld vóór het vaststellen. */
export async function briefBron(
  tx: Tx,
  zaak: PipZaak,
  keuze: {
    dagtekening: Datum;
    bekendgemaaktOp: Datum;
    ondertekenaarId: string;
    /** Alleen bekijken: dat mag ook wie niet mag tekenen. */
    voorbeeld?: boolean;
  },
): Promise<BriefBron> {
  const { lezing, pip, gemeente, dossier } = zaak;
  const controle = controleer(zaak, keuze.dagtekening);
  const { gemeenteId } = dossier;
  const { dagtekening, ondertekenaarId } = keuze;
  const medewerker = await leesMedewerker(tx, ondertekenaarId);
  const dagen = { dagtekening, vandaag: zaak.vandaag };
  const wie = await ondertekenaarNu(tx, gemeenteId, 'pip', dagen, ondertekenaarId);
  const geenMandaat = 'redenen' in wie && !keuze.voorbeeld ? wie.redenen : undefined;
  const klantmanager = dossier.klantmanagerId
    ? await leesMedewerker(tx, dossier.klantmanagerId)
    : medewerker;
  const eerder = vorigeVersie(zaak);
  const vorige = eerderePips(zaak).length === 0 ? lezing.vorigePip?.inhoud : undefined;
  const code = vorige?.gemeentecode;
  if (!controle.inburgeringstermijn) throw new Error('een PIP met dagtekening heeft een termijn');
  return {
    gemeente,
    persoon: persoonVan(zaak),
    adres: lezing.g.laatste('adres')?.inhoud,
    pipId: pip.pipId,
    versie: pip.versie,
    dagtekening: keuze.dagtekening,
    bekendgemaaktOp: keuze.bekendgemaaktOp,
    inhoud: definitief(zaak) as PipInhoud,
    doelgroep: lezing.doelgroep.waarde,
    termijn: controle.inburgeringstermijn,
    extraVrijeDagen: lezing.beleid.extraVrijeDagen,
    ...(eerder
      ? { eerder: { dagtekening: eerder.inhoud.dagtekening, inhoud: eerder.inhoud.inhoud } }
      : {}),
    ...(pip.inhoud.redenWijziging ? { redenWijziging: pip.inhoud.redenWijziging } : {}),
    ...(code ? { overgenomenVan: (await gemeentenaamVan(tx, code)) ?? `met code ${code}` } : {}),
    ondertekenaar: 'ondertekenaar' in wie ? wie.ondertekenaar : medewerker,
    klantmanager,
    blokken: await blokkenVoor(tx, gemeenteId, 'pip-beschikking', dagtekening),
    ...(geenMandaat ? { geenMandaat } : {}),
  };
}

/** De beschikking vooraf bekijken. */
export function registreerVoorbeeld(app: App, t: Toepassing): void {
  app.get(
    '/v1/dossiers/:dossierId/pips/:pipId/voorbeeld',
    {
      config: { handeling: 'pip.lezen' },
      schema: {
        tags: ['Pip'],
        summary: 'Voorbeeld van de beschikking als PDF; er wordt niets vastgelegd',
        params: PipParams,
        querystring: DagtekeningVraag,
        response: { 200: pdfAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const brief = await req.inBereik(async (tx) => {
        const zaak = await leesZaak(tx, req.params, t.klok.vandaag());
        const dag = datum(req.query.dagtekening ?? t.klok.vandaag());
        await spoor(req, tx, zaak.dossier, 'lezen', zaak.pip.pipId);
        const { bekendgemaaktOp } = req.query;
        const keuze = {
          dagtekening: dag,
          bekendgemaaktOp: bekendgemaaktOp
            ? datum(bekendgemaaktOp)
            : vroegsteBekendmaking(dag, t.klok.vandaag()),
          ondertekenaarId: req.gebruiker.id,
          voorbeeld: true,
        };
        return maakBeschikking(await briefBron(tx, zaak, keuze));
      });
      if ('redenen' in brief) throw geweigerd('Er is nog geen voorbeeld te maken.', brief.redenen);
      return reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', 'inline; filename="voorbeeld-pip.pdf"')
        .send(brief.pdf);
    },
  );
}
