import type { z } from 'zod';
import type { Datum } from '../../../rules/shared/datum.ts';
import { inWoorden } from '../../../rules/shared/tekst.ts';
import { keurToekomst } from '../../../server/bericht/afspraak.ts';
import { keurOverlap } from '../../../server/bericht/overlap.ts';
import { bewaarBrief, leesGemeente, leesMedewerker } from '../../../server/dossier/brief.ts';
import { huidigePersoon } from '../../../server/dossier/stand.ts';
import { eenmalig } from '../../../server/http/idempotentie.ts';
import { geweigerd, problemen } from '../../../server/http/probleem.ts';
import { nieuwId } from '../../../server/id.ts';
import { LetterError, renderLetter } from '../../../server/letters.ts';
import type { App, Toepassing } from '../../../server/toepassing.ts';
import { DossierParams } from '../../shared/dossier.schema.ts';
import { blokkenVoor, ondertekenaarVoor } from '../../sjablonen/sjabloon.read.ts';
import { laatWeten } from '../afspraken.routes.ts';
import { ladder, plekVan } from '../intake.beeld.ts';
import { OproepAntwoord, OproepVerzoek } from '../intake.schema.ts';
import { schrijf, schrijfplek, type Werkplek } from '../werkplek.routes.ts';
import { stelBriefSamen } from './oproep.brief.routes.ts';
import type { OproepGegevens } from './oproep.schema.ts';

const SJABLOON = 'features/intake/oproep/oproep.typ';
type Verzoek = z.infer<typeof OproepVerzoek>;
type Oproep = { oproepId: string; uiterlijk: Datum; volgnummer: number };

/** Weigert wat de ladder van oproepen niet toelaat (Wi2021 art. 14). */
function keurLadder(plek: Werkplek): ReturnType<typeof ladder> {
  const stand = ladder(plek.l, plek.door.vandaag);
  const weiger = (code: string, tekst: string, actie?: string): never => {
    throw geweigerd('Er kan nu geen oproep uit.', [{ code, tekst, ...(actie ? { actie } : {}) }]);
  };
  const basis = `/inburgeraars/${plek.dossier.dossierId}/intake`;
  if (plek.l.intake.afgerond) weiger('intake-afgerond', 'De brede intake is al afgerond.');
  switch (stand.stap) {
    case 'wachten':
      weiger(
        'oproep-loopt',
        'Er loopt al een oproep. Leg eerst de uitkomst van de afspraak vast.',
        `${basis}?vraag=afspraken`,
      );
      break;
    case 'verschenen':
      weiger(
        'al-verschenen',
        'De persoon is verschenen. Plan een gewone afspraak voor het vervolg.',
        `${basis}?vraag=afspraken`,
      );
      break;
    case 'afronden-zonder-persoon':
      weiger('drie-oproepen', stand.tekst, plekVan(plek.dossier.dossierId, 'verslag'));
      break;
    default:
      break;
  }
  return stand;
}

/** Vóór een waarschuwing is gevraagd waarom de persoon er niet was. */
function keurReden(plek: Werkplek): void {
  const gemist = plek.l.intake.gesprekken.findLast((g) => g.uitkomst === 'niet-verschenen');
  const uitkomst = plek.l.g
    .alle('afspraak-uitkomst')
    .findLast((u) => u.inhoud.afspraakId === gemist?.feit.inhoud.afspraakId);
  if (!uitkomst || uitkomst.inhoud.reden) return;
  throw geweigerd('Vraag eerst naar de reden.', [
    {
      code: 'reden-ontbreekt',
      tekst: 'Bij de gemiste afspraak staat nog niet waarom de persoon er niet was.',
      actie: `/inburgeraars/${plek.dossier.dossierId}/intake?vraag=afspraken`,
    },
  ]);
}

type Gemeente = Awaited<ReturnType<typeof leesGemeente>>;

async function stelSamen(
  plek: Werkplek,
  v: Verzoek,
  o: Oproep,
  gemeente: Gemeente,
): Promise<OproepGegevens> {
  const { tx, dossier, req, l, door } = plek;
  const { gemeenteId } = dossier;
  const wie = await ondertekenaarVoor(tx, gemeenteId, 'oproep', door.vandaag, req.gebruiker.id);
  if ('redenen' in wie) throw geweigerd('U kunt deze brief niet ondertekenen.', wie.redenen);
  const uitkomst = stelBriefSamen({
    ...o,
    ...v,
    gemeente,
    blokken: await blokkenVoor(tx, gemeenteId, 'oproep', door.vandaag),
    persoon: huidigePersoon(plek.feiten),
    bezoekadres: v.adres,
    adres: l.g.laatste('adres')?.inhoud,
    intake: l.intake,
    vandaag: door.vandaag,
    ondertekenaar: wie.ondertekenaar,
    klantmanager: await leesMedewerker(tx, dossier.klantmanagerId ?? req.gebruiker.id),
  });
  if ('gegevens' in uitkomst) return uitkomst.gegevens;
  throw geweigerd('De brief kan niet worden gemaakt.', uitkomst.redenen);
}

async function maakBrief(plek: Werkplek, v: Verzoek, o: Oproep): Promise<string> {
  const gemeente = await leesGemeente(plek.tx, plek.dossier.gemeenteId);
  const gegevens = await stelSamen(plek, v, o, gemeente);
  const titel =
    o.volgnummer === 1
      ? 'Oproep voor de brede intake'
      : 'Waarschuwing en nieuwe oproep voor de brede intake';
  const brief = await renderLetter({
    template: SJABLOON,
    data: gegevens,
    title: titel,
    lang: 'nl',
    standard: 'ua-1',
    logo: gemeente.logo,
  }).catch((fout: unknown) => {
    if (!(fout instanceof LetterError) || fout.fault !== 'teken-ontbreekt') throw fout;
    throw geweigerd('De brief kan niet worden gemaakt.', [
      { code: 'teken-ontbreekt', tekst: `${fout.message}. Haal dit teken uit de tekst.` },
    ]);
  });
  const documentId = nieuwId();
  await bewaarBrief(plek.tx, plek.dossier, {
    ...brief,
    id: documentId,
    soort: 'oproep',
    titel,
    medewerkerId: plek.door.medewerkerId,
    nu: plek.door.nu,
    herkomst: { sjabloon: SJABLOON, oproepId: o.oproepId, gegevens },
  });
  return documentId;
}

async function roepOp(plek: Werkplek, v: Verzoek): Promise<z.infer<typeof OproepAntwoord>> {
  const stand = keurLadder(plek);
  keurToekomst(v.datum, plek.door.vandaag);
  const uiterlijk = stand.uiterlijk as Datum;
  if (v.datum > uiterlijk) {
    throw geweigerd('De afspraak ligt na de termijn van de oproep.', [
      {
        code: 'na-oproeptermijn',
        tekst: `Een oproep van vandaag loopt tot en met ${inWoorden(uiterlijk)}. Kies een eerdere dag.`,
        veld: 'datum',
      },
    ]);
  }
  const { adres, tolkVorm: _, tochPlannen, ...moment } = v;
  const dag = v.datum as Datum;
  keurOverlap(plek.l.g, { ...moment, datum: dag }, { tochPlannen });
  if (stand.gemist > 0) keurReden(plek);
  const oproep: Oproep = { oproepId: nieuwId(), uiterlijk, volgnummer: stand.gemist + 1 };
  const afspraakId = nieuwId();
  const documentId = await maakBrief(plek, v, oproep);
  const feit = { geldigOp: plek.door.vandaag, bron: 'medewerker' } as const;
  await schrijf(
    plek,
    [
      {
        soort: 'oproep',
        inhoud: {
          oproepId: oproep.oproepId,
          voor: 'brede-intake',
          uiterlijk,
          herhaling: oproep.volgnummer > 1,
        },
        ...feit,
      },
      {
        soort: 'afspraak',
        inhoud: {
          ...moment,
          afspraakId,
          soort: 'intakegesprek',
          datum: dag,
          plaats: `${v.plaats}, ${adres}`,
          oproepId: oproep.oproepId,
        },
        ...feit,
      },
    ],
    'oproep',
  );
  await laatWeten(plek, afspraakId, 'uitnodiging');
  return { oproepId: oproep.oproepId, afspraakId, documentId, uiterlijk };
}

/** Oproepen voor de brede intake: feit, afspraak en brief in één keer. */
export function registreerOproepen(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/oproepen',
    {
      config: { handeling: 'intake.bewerken' },
      schema: {
        tags: ['Afspraken'],
        summary: 'Oproepen voor de brede intake, met brief',
        params: DossierParams,
        body: OproepVerzoek,
        response: { 201: OproepAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const gemaakt = await req.inBereik((tx) =>
        eenmalig(req, tx, async () =>
          roepOp(await schrijfplek(req, tx, t, req.params.dossierId), req.body),
        ),
      );
      return reply.code(201).send(gemaakt);
    },
  );
}
