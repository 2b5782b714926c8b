import type { FastifyRequest } from 'fastify';
import { type Datum, plusDagen } from '../../../rules/shared/datum.ts';
import type { Feit } from '../../../rules/stand/feiten.ts';
import { taaluren } from '../../../rules/verplichting/uren.ts';
import { type Handeling, mag } from '../../../server/auth/rechten.ts';
import type { Tx } from '../../../server/db/db.ts';
import type { NieuwFeit } from '../../../server/dossier/feiten.ts';
import { eenmalig } from '../../../server/http/idempotentie.ts';
import { geweigerd, Probleem, problemen } from '../../../server/http/probleem.ts';
import type { Routes, Toepassing } from '../../../server/toepassing.ts';
import { DossierParams } from '../../shared/dossier.schema.ts';
import { leesInstellingenMet } from '../traject.read.ts';
import { type UrenKind, UrenVraag, VastgelegdAntwoord } from '../traject.schema.ts';
import {
  indelingVan,
  keurGezien,
  keurMelding,
  legVastEnMeld,
  neemZaak,
  type Zaak,
} from '../zaak.routes.ts';
import { laatsteTotaal, sleutelVan } from './uren.beeld.ts';
import {
  bekendTotVan,
  type Keuring,
  keurUren,
  urenBericht,
  urenInhoud,
  VELDEN,
} from './uren.keuring.ts';

const RECHT: Record<UrenKind, Handeling> = {
  'brede-intake': 'lesuren.bewerken',
  instelling: 'lesuren.bewerken',
  'alle-instellingen': 'lesuren.bewerken',
  participatie: 'lesuren.bewerken',
  pvt: 'pvt.bewerken',
  'map-praktijk': 'map.bewerken',
};

/** Of deze gebruiker uren van deze soort vastlegt voor de gemeente. */
export const magUren = (req: FastifyRequest, kind: UrenKind, gemeenteId: string): boolean =>
  mag(req.gebruiker, RECHT[kind], gemeenteId);

function keurRecht(req: FastifyRequest, kind: UrenKind, gemeenteId: string): void {
  if (magUren(req, kind, gemeenteId)) return;
  throw new Probleem(403, 'geen-recht', 'Uw organisatie legt deze soort uren niet vast.');
}

/** Wat de controles van DUO niet vragen, maar wat nergens kan. */
function keurVraag(vraag: UrenVraag, vandaag: Datum): void {
  const invalidParams = [
    vraag.kind === 'instelling' &&
      !vraag.instellingsnummer && {
        name: 'instellingsnummer',
        code: 'ontbreekt',
        reason: 'Kies bij welke school deze uren zijn gevolgd.',
      },
    bekendTotVan(vraag) > vandaag && {
      name: 'totEnMet',
      code: 'toekomst',
      reason: 'Kies gisteren of een eerdere dag: alleen gevolgde uren tellen.',
    },
  ].filter((f) => f !== false);
  if (invalidParams.length === 0) return;
  throw new Probleem(400, 'ongeldige-invoer', 'Een of meer velden kloppen niet.', {
    invalidParams,
  });
}

async function keuringVan(
  tx: Tx,
  { l, feiten, door }: Zaak,
  vraag: UrenVraag,
  vorige: Feit<'uren'> | undefined,
): Promise<Keuring> {
  const nummer = vraag.instellingsnummer ?? '';
  const instelling = (await leesInstellingenMet(tx, nummer ? [nummer] : [])).get(nummer);
  return { l, feiten, vorige, instelling, indeling: indelingVan(l), vandaag: door.vandaag };
}

/** Een nieuw totaal; op dezelfde dag als het vorige is het een verbetering daarvan. */
function nieuwTotaal(
  req: FastifyRequest,
  vraag: UrenVraag,
  vorige: Feit<'uren'> | undefined,
): NieuwFeit {
  const inhoud = urenInhoud(vraag);
  return {
    soort: 'uren',
    inhoud,
    geldigOp: inhoud.bekendTot,
    bron: req.gebruiker.organisatie.soort === 'taalschool' ? 'aanbieder' : 'medewerker',
    ...(vorige && vorige.inhoud.bekendTot >= inhoud.bekendTot ? { vervangt: vorige.id } : {}),
  };
}

/** Legt één totaal vast en meldt het. */
async function legTotaalVast(req: FastifyRequest, tx: Tx, zaak: Zaak, vraag: UrenVraag) {
  const vorige = laatsteTotaal(zaak.l, sleutelVan(vraag.kind, vraag.instellingsnummer));
  const oordeel = keurUren(await keuringVan(tx, zaak, vraag, vorige), vraag);
  if (oordeel) keurMelding('DUO neemt deze uren zo niet aan.', oordeel, VELDEN);
  if (!oordeel && vorige && bekendTotVan(vraag) < vorige.inhoud.bekendTot) {
    const tekst = 'Er is al een totaal tot een latere dag. Kies die dag of een latere.';
    throw geweigerd('Deze uren kunnen zo niet.', [
      { code: 'terug-in-de-tijd', tekst, veld: 'totEnMet' },
    ]);
  }
  const feit = nieuwTotaal(req, vraag, vorige);
  return legVastEnMeld(req, tx, zaak, [feit], urenBericht(vraag), vorige ? [vorige.id] : []);
}

const som = (feiten: readonly Feit<'uren'>[]) => feiten.reduce((n, f) => n + f.inhoud.totaal, 0);

/**
 * Het totaal van alle scholen samen dat volgt uit de scholen apart, nooit tot een eerdere dag dan het vorige.
 * Zaten er uren in die bij geen school apart staan, dan wordt het totaal hier niet lager.
 */
function samenVraag({ l }: Zaak, vraag: UrenVraag): UrenVraag {
  const { perInstelling, samen } = taaluren(l.g);
  const rest = perInstelling.filter((f) => f.inhoud.instellingsnummer !== vraag.instellingsnummer);
  const opgeteld = som(rest) + vraag.totaal;
  const meer = samen !== undefined && samen.inhoud.totaal > som(perInstelling);
  const totaal = meer ? Math.max(opgeteld, samen.inhoud.totaal) : opgeteld;
  const later = samen && samen.inhoud.bekendTot > bekendTotVan(vraag);
  return {
    ...vraag,
    kind: 'alle-instellingen',
    instellingsnummer: null,
    totaal,
    totEnMet: later ? plusDagen(samen.inhoud.bekendTot, -1) : vraag.totEnMet,
    geoorloofdVerzuim: null,
    ongeoorloofdVerzuim: null,
    ookSamen: false,
  };
}

async function legUrenVast(req: FastifyRequest, tx: Tx, t: Toepassing, dossierId: string) {
  const vraag = req.body as UrenVraag;
  const zaak = await neemZaak(req, tx, t, dossierId);
  keurRecht(req, vraag.kind, zaak.d.gemeenteId);
  keurVraag(vraag, zaak.door.vandaag);
  const vorige = laatsteTotaal(zaak.l, sleutelVan(vraag.kind, vraag.instellingsnummer));
  keurGezien(vorige, vraag.vorige, 'het totaal van deze uren');
  const { feitId, verzendingId } = await legTotaalVast(req, tx, zaak, vraag);
  if (vraag.kind === 'instelling' && vraag.ookSamen) {
    await legTotaalVast(req, tx, zaak, samenVraag(zaak, vraag));
  }
  return { feitId, verzendingId };
}

/** Totalen van gevolgde uren. */
export const registreerUren: Routes = (app, t) => {
  app.post(
    '/v1/dossiers/:dossierId/traject/uren',
    {
      config: { handeling: 'uren.bewerken' },
      schema: {
        tags: ['Traject'],
        summary: 'Een totaal van gevolgde uren vastleggen; wat DUO telt gaat naar DUO',
        params: DossierParams,
        body: UrenVraag,
        response: { 201: VastgelegdAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const antwoord = await req.inBereik((tx) =>
        eenmalig(req, tx, () => legUrenVast(req, tx, t, req.params.dossierId)),
      );
      return reply.code(201).send(antwoord);
    },
  );
};
