import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { LEEFGEBIEDEN } from '../../../rules/brede-intake/onderdelen.ts';
import { datum } from '../../../rules/shared/datum.ts';
import type { Feit } from '../../../rules/stand/feiten.ts';
import type { Tx } from '../../../server/db/db.ts';
import { bewaarBrief, leesGemeente, leesMedewerker } from '../../../server/dossier/brief.ts';
import { huidigePersoon } from '../../../server/dossier/stand.ts';
import { type GevondenDossier, vindDossier } from '../../../server/dossier/vind.ts';
import { eenmalig } from '../../../server/http/idempotentie.ts';
import { geweigerd, problemen } from '../../../server/http/probleem.ts';
import { nieuwId } from '../../../server/id.ts';
import { LetterError, renderLetter } from '../../../server/letters.ts';
import type { Routes, Toepassing } from '../../../server/toepassing.ts';
import { briefRedenen, kenmerkVan, partijenVan } from '../../shared/brief.schema.ts';
import { DossierParams } from '../../shared/dossier.schema.ts';
import type { Tijdlijn } from '../dossier.schema.ts';
import { ONDERWERPEN } from '../onderwerpen.ts';
import { leesBronnen } from '../stukken.routes.ts';
import { dagInNederland, maakTijdlijn } from '../tijdlijn.ts';
import { VerslagAntwoord, VerslagBrief, VerslagVraag } from './afdruk.schema.ts';

type Vraag = z.output<typeof VerslagVraag>;

const SJABLOON = 'features/dossier/afdruk/tijdlijn.typ';
const TITEL = 'Verslag van het dossier';
const DOEL = {
  hoorzitting: 'voor een hoorzitting',
  inzage: 'voor inzage door de persoon',
} as const;

/** De regels oudste eerst en genummerd; de dag van vastleggen alleen als die een andere is. */
function regelsVan(items: Tijdlijn['items']) {
  return items.toReversed().map((i, n) => {
    const vastgelegd = dagInNederland(i.vastgelegdOp);
    return {
      nummer: n + 1,
      dag: i.datum,
      tekst: i.tekst,
      onderdelen: i.onderdelen ?? [],
      bron: i.bron,
      ...(vastgelegd === i.datum ? {} : { vastgelegd }),
      eerder: i.eerder.map((e) => ({
        soort: e.soort,
        tekst: e.tekst,
        bron: e.bron,
        dag: dagInNederland(e.vastgelegdOp),
      })),
    };
  });
}

const deelVan = ({ onderwerp, leefgebied }: Vraag) => {
  const delen = [
    ...(onderwerp ? [ONDERWERPEN[onderwerp]] : []),
    ...(leefgebied ? [LEEFGEBIEDEN[leefgebied]] : []),
  ];
  return delen.length > 0 ? { deel: `‘${delen.join('’ en ‘')}’` } : {};
};

async function partijen(req: FastifyRequest, tx: Tx, d: GevondenDossier, feiten: readonly Feit[]) {
  const bron = {
    gemeente: await leesGemeente(tx, d.gemeenteId),
    persoon: huidigePersoon(feiten),
    adres: undefined,
    ondertekenaar: req.gebruiker,
    klantmanager: await leesMedewerker(tx, d.klantmanagerId ?? req.gebruiker.id),
  };
  const redenen = briefRedenen(bron);
  if (redenen.length > 0) throw geweigerd('Het verslag kan niet worden gemaakt.', redenen);
  return partijenVan(bron);
}

/** Alles van de tijdlijn in dit verslag; een geheim adres staat er nooit in. */
async function gegevensVan(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  d: GevondenDossier,
  documentId: string,
) {
  const vraag = req.body as Vraag;
  const bronnen = await leesBronnen(req, tx, d, true);
  const mist = bronnen.feiten.some((f) => !bronnen.zicht.has(f.soort));
  const geheim = huidigePersoon(bronnen.feiten)?.geheimhouding ?? false;
  const zicht = new Set([...bronnen.zicht].filter((s) => !(geheim && s === 'adres')));
  const items = maakTijdlijn({ ...bronnen, zicht }, true, vraag.onderwerp, vraag.leefgebied);
  if (items.length === 0) {
    throw geweigerd('Het verslag kan niet worden gemaakt.', [
      { code: 'leeg', tekst: 'Hierover is nog niets vastgelegd.' },
    ]);
  }
  const vandaag = t.klok.vandaag();
  const dagen = items.map((i) => i.datum).toSorted();
  return VerslagBrief.parse({
    ...(await partijen(req, tx, d, bronnen.feiten)),
    kenmerk: kenmerkVan('BI', documentId, datum(vandaag)),
    dagtekening: vandaag,
    grondslag: ['Artikel 7:4 van de Algemene wet bestuursrecht'],
    doel: DOEL[vraag.doel],
    ...deelVan(vraag),
    van: dagen[0],
    totEnMet: dagen.at(-1),
    geheim,
    mist,
    regels: regelsVan(items),
  });
}

async function maakVerslag(req: FastifyRequest, tx: Tx, t: Toepassing, dossierId: string) {
  const d = await vindDossier(tx, dossierId);
  const documentId = nieuwId();
  const gegevens = await gegevensVan(req, tx, t, d, documentId);
  const brief = await renderLetter({
    template: SJABLOON,
    data: gegevens,
    title: TITEL,
    lang: 'nl',
    standard: 'ua-1',
  }).catch((fout: unknown) => {
    if (!(fout instanceof LetterError) || fout.fault !== 'teken-ontbreekt') throw fout;
    throw geweigerd('Het verslag kan niet worden gemaakt.', [
      { code: 'teken-ontbreekt', tekst: `${fout.message}. Haal dit teken uit de tekst.` },
    ]);
  });
  await bewaarBrief(tx, d, {
    ...brief,
    id: documentId,
    soort: 'verslag',
    titel: `${TITEL} ${gegevens.doel}`,
    medewerkerId: req.gebruiker.id,
    nu: t.klok.nu(),
    herkomst: { sjabloon: SJABLOON, gegevens },
  });
  await req.spoor(tx, {
    handeling: 'exporteren',
    objectSoort: 'document',
    objectId: documentId,
    dossierId: d.dossierId,
    gemeenteId: d.gemeenteId,
  });
  return { documentId, regels: gegevens.regels.length };
}

/** De tijdlijn als stuk: compleet, genummerd, met bron en dag (Awb 7:4: stukken ter inzage vóór het horen). */
export const registreerVerslag: Routes = (app, t) => {
  app.post(
    '/v1/dossiers/:dossierId/tijdlijn/verslag',
    {
      config: { handeling: 'dossier.bewerken' },
      schema: {
        tags: ['Dossier'],
        summary: 'De tijdlijn als verslag voor een hoorzitting of inzage',
        params: DossierParams,
        body: VerslagVraag,
        response: { 201: VerslagAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const gemaakt = await req.inBereik((tx) =>
        eenmalig(req, tx, () => maakVerslag(req, tx, t, req.params.dossierId)),
      );
      return reply.code(201).send(gemaakt);
    },
  );
};
