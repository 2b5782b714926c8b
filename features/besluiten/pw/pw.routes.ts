import { type Bekendmaking, bekendmaking } from '../../../rules/bezwaar/bekendmaking.ts';
import { bezwaartermijn } from '../../../rules/bezwaar/bezwaartermijn.ts';
import type { Reden } from '../../../rules/shared/antwoord.ts';
import { type Datum, datum } from '../../../rules/shared/datum.ts';
import type { Lezing } from '../../../rules/stand/lezing.ts';
import type { Tx } from '../../../server/db/db.ts';
import { bewaarBrief, leesGemeente, leesMedewerker } from '../../../server/dossier/brief.ts';
import { legVast } from '../../../server/dossier/feiten.ts';
import { eenmalig } from '../../../server/http/idempotentie.ts';
import { pdfAntwoord } from '../../../server/http/pdf.ts';
import { geweigerd, problemen } from '../../../server/http/probleem.ts';
import { nieuwId } from '../../../server/id.ts';
import { LetterError, renderLetter } from '../../../server/letters.ts';
import type { App, Toepassing } from '../../../server/toepassing.ts';
import { briefRedenen, kenmerkVan, partijenVan } from '../../shared/brief.schema.ts';
import { DossierParams } from '../../shared/dossier.schema.ts';
import { ondertekenaarNu } from '../../sjablonen/sjabloon.read.ts';
import { PwAntwoord, PwVraag } from '../besluiten.schema.ts';
import { PW_GRONDSLAGEN } from '../pw.grondslagen.ts';
import { type BesluitZaak, leesBesluitZaak, spoor } from '../zaak.routes.ts';
import { PwGegevens } from './pw.schema.ts';

const tags = ['Besluiten'];
const SJABLOON = 'features/besluiten/pw/pw-besluit.typ';
const TITEL = 'Uw verplichtingen bij de bijstand';

/** Waarom op deze dag geen besluit over de Participatiewet kan; leeg als het kan. */
export function redenTegenPw({ g }: Lezing, dag: Datum): Reden | undefined {
  const heeft = g.alle('bijstand').some((f) => {
    const { vanaf, tot } = f.inhoud;
    return vanaf <= dag && (!tot || dag < tot);
  });
  if (heeft) return undefined;
  return {
    code: 'geen-bijstand',
    tekst:
      'Er is op deze dag geen bijstand bekend. Verplichtingen uit de Participatiewet horen bij bijstand.',
  };
}

type Gemeente = Awaited<ReturnType<typeof leesGemeente>>;
type Keuze = {
  id: string;
  vraag: PwVraag;
  dagtekening: Datum;
  vandaag: Datum;
  bekend: Bekendmaking;
  medewerkerId: string;
  /** Alleen bekijken: dat mag ook wie niet mag tekenen. */
  voorbeeld?: boolean;
};

/** Wie tekent volgens het mandaatregister. @throws Probleem 409 als deze medewerker niet mag tekenen. */
async function tekenaarVan(tx: Tx, gemeenteId: string, k: Keuze) {
  const { medewerkerId, voorbeeld } = k;
  const wie = await ondertekenaarNu(tx, gemeenteId, 'pw-besluit', k, medewerkerId);
  if ('ondertekenaar' in wie) return wie.ondertekenaar;
  if (!voorbeeld) throw geweigerd('U kunt dit besluit niet ondertekenen.', wie.redenen);
  return leesMedewerker(tx, medewerkerId);
}

async function gegevensVan(tx: Tx, { l, d }: BesluitZaak, k: Keuze, gemeente: Gemeente) {
  const ondertekenaar = await tekenaarVan(tx, d.gemeenteId, k);
  const klantmanager = await leesMedewerker(tx, d.klantmanagerId ?? k.medewerkerId);
  const personen = l.g.alle('persoon');
  const persoon = (personen.findLast((f) => f.bron === 'brp') ?? personen.at(-1))?.inhoud;
  const partijen = {
    gemeente,
    persoon,
    adres: l.g.laatste('adres')?.inhoud,
    ondertekenaar,
    klantmanager,
  };
  const redenen = briefRedenen(partijen);
  if (redenen.length > 0) throw geweigerd('De brief kan niet worden gemaakt.', redenen);
  const termijn = bezwaartermijn(
    { waarde: k.bekend.op, bron: 'besluit' },
    l.beleid.extraVrijeDagen,
  );
  const { stijl, naam } = gemeente;
  const verplichtingen = k.vraag.verplichtingen.map(({ wat, grondslag }) => ({
    wat,
    ...PW_GRONDSLAGEN[grondslag],
  }));
  return PwGegevens.parse({
    ...partijenVan(partijen),
    kenmerk: kenmerkVan('PW', k.id, k.dagtekening),
    dagtekening: k.dagtekening,
    verplichtingen,
    motivering: k.vraag.motivering,
    ...(l.pip ? { pipDagtekening: l.pip.inhoud.dagtekening } : {}),
    bezwaar: {
      laatsteDag: termijn.laatsteDag,
      postadres: [
        `Gemeente ${naam.replace(/^gemeente /i, '')}`,
        stijl.adres,
        `${stijl.postcode} ${stijl.plaats}`,
      ],
      webadres: stijl.website,
    },
    grondslag: [
      ...new Set(verplichtingen.map((v) => v.artikel)),
      'Afdeling 3.6 en 3.7 van de Algemene wet bestuursrecht',
    ],
  });
}

async function drukAf(tx: Tx, zaak: BesluitZaak, keuze: Keuze) {
  const gemeente = await leesGemeente(tx, zaak.d.gemeenteId);
  const gegevens = await gegevensVan(tx, zaak, keuze, gemeente);
  try {
    const brief = await renderLetter({
      template: SJABLOON,
      data: gegevens,
      title: TITEL,
      lang: 'nl',
      standard: 'ua-1',
      logo: gemeente.logo,
    });
    return { ...brief, gegevens };
  } catch (fout) {
    if (!(fout instanceof LetterError) || fout.fault !== 'teken-ontbreekt') throw fout;
    throw geweigerd('De brief kan niet worden gemaakt.', [
      { code: 'teken-ontbreekt', tekst: `${fout.message}. Haal dit teken uit de tekst.` },
    ]);
  }
}

/**
 * De keuze met haar dagen: een besluit wordt niet vooruit gedateerd en niet eerder bekend dan genomen.
 * @throws Probleem 409 met alle redenen.
 */
function keuzeVan(zaak: BesluitZaak, vraag: PwVraag, medewerkerId: string): Keuze {
  const { vandaag } = zaak.door;
  const { bekendgemaaktOp, opPapierUitgereikt } = vraag;
  const dagtekening = datum(vraag.dagtekening);
  const gekozen = bekendgemaaktOp === undefined ? undefined : datum(bekendgemaaktOp);
  const bekend = bekendmaking({ dagtekening, vandaag, gekozen, opPapierUitgereikt });
  const reden = redenTegenPw(zaak.l, dagtekening);
  const redenen: Reden[] = reden ? [{ ...reden, veld: 'dagtekening' }] : [];
  if (dagtekening > vandaag) {
    redenen.push({
      code: 'toekomst',
      tekst: 'Dateer het besluit op vandaag of eerder.',
      veld: 'dagtekening',
    });
  }
  if ('redenen' in bekend || redenen.length > 0) {
    if ('redenen' in bekend) redenen.push(...bekend.redenen);
    throw geweigerd('Dit besluit kan nu niet.', redenen);
  }
  return { id: nieuwId(), medewerkerId, vraag, dagtekening, vandaag, bekend };
}

function voorbeeld(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/pw-besluiten/_voorbeeld',
    {
      config: { handeling: 'pip.vaststellen' },
      schema: {
        tags,
        summary: 'Voorbeeld van het besluit over de Participatiewet; er wordt niets vastgelegd',
        params: DossierParams,
        body: PwVraag,
        response: { 200: pdfAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const brief = await req.inBereik(async (tx) => {
        const zaak = await leesBesluitZaak(req, tx, t, req.params.dossierId);
        const keuze = keuzeVan(zaak, req.body, req.gebruiker.id);
        await spoor(req, tx, zaak, 'lezen');
        return drukAf(tx, zaak, { ...keuze, voorbeeld: true });
      });
      return reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', 'inline; filename="voorbeeld-besluit.pdf"')
        .send(brief.pdf);
    },
  );
}

/** Het besluit over verplichtingen uit de Participatiewet, uit hetzelfde gesprek als het PIP (W 15). */
export function registreerPwBesluit(app: App, t: Toepassing): void {
  voorbeeld(app, t);
  app.post(
    '/v1/dossiers/:dossierId/pw-besluiten',
    {
      config: { handeling: 'pip.vaststellen' },
      schema: {
        tags,
        summary: 'Neemt een besluit over verplichtingen uit de Participatiewet en maakt de brief',
        params: DossierParams,
        body: PwVraag,
        response: { 201: PwAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const gemaakt = await req.inBereik((tx) =>
        eenmalig(req, tx, async () => {
          const zaak = await leesBesluitZaak(req, tx, t, req.params.dossierId, true);
          const keuze = keuzeVan(zaak, req.body, req.gebruiker.id);
          const { gegevens, ...brief } = await drukAf(tx, zaak, keuze);
          const documentId = nieuwId();
          const versie = zaak.besluiten.filter((b) => b.soort === 'pw').length + 1;
          await bewaarBrief(tx, zaak.d, {
            id: documentId,
            soort: 'pw-besluit',
            titel: `Besluit Participatiewet, versie ${versie}`,
            pdf: brief.pdf,
            sha256: brief.sha256,
            medewerkerId: req.gebruiker.id,
            nu: t.klok.nu(),
            herkomst: { sjabloon: SJABLOON, gegevens },
            set: { id: keuze.id, versie },
          });
          const { op: bekendgemaaktOp, ...uitreiking } = keuze.bekend;
          const inhoud = {
            besluitId: keuze.id,
            documentId,
            dagtekening: keuze.dagtekening,
            bekendgemaaktOp,
            ...uitreiking,
            verplichtingen: req.body.verplichtingen,
            vastgesteldDoor: req.gebruiker.naam,
            ...(zaak.l.pip ? { pipId: zaak.l.pip.inhoud.pipId } : {}),
          };
          const feit = {
            soort: 'pw-besluit',
            inhoud,
            geldigOp: keuze.dagtekening,
            bron: 'medewerker',
          } as const;
          await legVast(tx, zaak.d, [feit], zaak.door);
          await spoor(req, tx, zaak, 'wijzigen', keuze.id);
          return { besluitId: keuze.id, documentId, bezwaarTotEnMet: gegevens.bezwaar.laatsteDag };
        }),
      );
      return reply.code(201).send(gemaakt);
    },
  );
}
