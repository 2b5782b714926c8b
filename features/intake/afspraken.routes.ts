import { plusDagen } from '../../rules/shared/datum.ts';
import type { Feit } from '../../rules/stand/feiten.ts';
import { eenmalig } from '../../server/http/idempotentie.ts';
import { geweigerd, nietGevonden, problemen } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import type { App, Toepassing } from '../../server/toepassing.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import {
  AfspraakAntwoord,
  AfspraakParams,
  AfspraakVerzoek,
  IntakeSchema,
  UitkomstVerzoek,
  VerzetVerzoek,
} from './intake.schema.ts';
import { keurFeit, schrijf, schrijfEnToon, schrijfplek, type Werkplek } from './werkplek.routes.ts';

const tags = ['Afspraken'];

/** Verder vooruit wordt geen gesprek gepland; dan is het jaar verkeerd getypt. */
const HOOGSTENS_DAGEN_VOORUIT = 366;

/** Een afspraak in het verleden of jaren vooruit kan niet worden gemaakt. */
export function keurToekomst(datum: string, plek: Werkplek): void {
  const { vandaag } = plek.door;
  if (datum < vandaag) {
    throw geweigerd('Deze dag is al voorbij.', [
      { code: 'dag-voorbij', tekst: 'Kies vandaag of een latere dag.', veld: 'datum' },
    ]);
  }
  if (datum > plusDagen(vandaag, HOOGSTENS_DAGEN_VOORUIT)) {
    throw geweigerd('Deze dag is te ver weg.', [
      { code: 'dag-te-ver', tekst: 'Kies een dag binnen een jaar.', veld: 'datum' },
    ]);
  }
}

function vindAfspraak({ l }: Werkplek, afspraakId: string): Feit<'afspraak'> {
  const afspraak = l.g.alle('afspraak').findLast((a) => a.inhoud.afspraakId === afspraakId);
  if (!afspraak) throw nietGevonden('Deze afspraak');
  return afspraak;
}

const vindUitkomst = ({ l }: Werkplek, afspraakId: string) =>
  l.g.alle('afspraak-uitkomst').findLast((u) => u.inhoud.afspraakId === afspraakId);

/** Wie de uitkomst verbetert, gooit niet weg wie erbij was. */
function wieErbijWas(huidig: Feit<'afspraak-uitkomst'> | undefined, uitkomst: string) {
  const { erbij, tolk } = huidig?.inhoud ?? {};
  if (uitkomst !== 'verschenen') return {};
  return { ...(erbij ? { erbij } : {}), ...(tolk ? { tolk } : {}) };
}

/** Wie iets verzet, mag geen gemiste afspraak laten verdwijnen en geen termijn laten verlopen. */
function keurVerzetten(plek: Werkplek, afspraak: Feit<'afspraak'>, datum: string): void {
  const { afspraakId, oproepId } = afspraak.inhoud;
  if (vindUitkomst(plek, afspraakId)) {
    throw geweigerd('Deze afspraak heeft al een uitkomst.', [
      { code: 'uitkomst-bekend', tekst: 'Maak een nieuwe afspraak.' },
    ]);
  }
  if (afspraak.inhoud.datum < plek.door.vandaag) {
    throw geweigerd('De dag van deze afspraak is voorbij.', [
      { code: 'uitkomst-eerst', tekst: 'Leg eerst vast of de persoon er was.' },
    ]);
  }
  keurToekomst(datum, plek);
  const oproep = plek.l.intake.oproepen.find((o) => o.feit.inhoud.oproepId === oproepId);
  if (oproep && datum > oproep.feit.inhoud.uiterlijk) {
    throw geweigerd('De nieuwe dag ligt na de termijn van de oproep.', [
      {
        code: 'na-oproeptermijn',
        tekst: `De persoon moet uiterlijk op ${oproep.feit.inhoud.uiterlijk} verschijnen. Zeg de afspraak af en stuur een nieuwe oproep.`,
        veld: 'datum',
      },
    ]);
  }
}

function registreerPlannen(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/afspraken',
    {
      config: { handeling: 'intake.bewerken' },
      schema: {
        tags,
        summary: 'Een afspraak plannen',
        params: DossierParams,
        body: AfspraakVerzoek,
        response: { 201: AfspraakAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const gemaakt = await req.inBereik((tx) =>
        eenmalig(req, tx, async () => {
          const plek = await schrijfplek(req, tx, t, req.params.dossierId);
          keurToekomst(req.body.datum, plek);
          const afspraakId = nieuwId();
          const { datum, ...rest } = req.body;
          await schrijf(
            plek,
            [
              {
                soort: 'afspraak',
                inhoud: { ...rest, afspraakId, datum },
                geldigOp: plek.door.vandaag,
                bron: 'medewerker',
              },
            ],
            'afspraak',
          );
          return { afspraakId };
        }),
      );
      return reply.code(201).send(gemaakt);
    },
  );
}

function registreerVerzetten(app: App, t: Toepassing): void {
  app.put(
    '/v1/dossiers/:dossierId/afspraken/:afspraakId',
    {
      config: { handeling: 'intake.bewerken' },
      schema: {
        tags,
        summary: 'Een afspraak verzetten',
        params: AfspraakParams,
        body: VerzetVerzoek,
        response: { 200: IntakeSchema, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const plek = await schrijfplek(req, tx, t, req.params.dossierId);
        const afspraak = vindAfspraak(plek, req.params.afspraakId);
        const { vervangt, ...nieuw } = req.body;
        const { afspraakId, soort, oproepId, datum, tijd } = afspraak.inhoud;
        const wat = `verzet naar ${datum} om ${tijd}`;
        const vorige = await keurFeit(plek, afspraak as Feit, vervangt, wat);
        keurVerzetten(plek, afspraak, nieuw.datum);
        return schrijfEnToon(
          plek,
          {
            soort: 'afspraak',
            inhoud: { afspraakId, soort, ...nieuw, ...(oproepId ? { oproepId } : {}) },
            geldigOp: plek.door.vandaag,
            bron: 'medewerker',
            ...vorige,
          },
          'afspraak',
        );
      }),
  );
}

/** Afspraken maken, verzetten, afzeggen en de uitkomst vastleggen. */
export function registreerAfspraken(app: App, t: Toepassing): void {
  registreerPlannen(app, t);
  registreerVerzetten(app, t);

  app.post(
    '/v1/dossiers/:dossierId/afspraken/:afspraakId/uitkomst',
    {
      config: { handeling: 'intake.bewerken' },
      schema: {
        tags,
        summary: 'Vastleggen of de persoon er was, of de afspraak afzeggen',
        params: AfspraakParams,
        body: UitkomstVerzoek,
        response: { 200: IntakeSchema, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const plek = await schrijfplek(req, tx, t, req.params.dossierId);
        const { afspraakId, datum } = vindAfspraak(plek, req.params.afspraakId).inhoud;
        const { vervangt, ...uitkomst } = req.body;
        const afgezegd = uitkomst.uitkomst === 'afgezegd';
        if (!afgezegd && datum > plek.door.vandaag) {
          throw geweigerd('De afspraak is nog niet geweest.', [
            {
              code: 'nog-niet-geweest',
              tekst: `De uitkomst kan vanaf ${datum}. Afzeggen of verzetten kan wel.`,
              veld: 'uitkomst',
            },
          ]);
        }
        const huidig = vindUitkomst(plek, afspraakId);
        const wat = huidig?.inhoud.uitkomst.replace('-', ' ') ?? '';
        return schrijfEnToon(
          plek,
          {
            soort: 'afspraak-uitkomst',
            inhoud: { afspraakId, ...wieErbijWas(huidig, uitkomst.uitkomst), ...uitkomst },
            geldigOp: afgezegd ? plek.door.vandaag : datum,
            bron: 'medewerker',
            ...(await keurFeit(plek, huidig as Feit | undefined, vervangt, wat)),
          },
          'afspraak',
        );
      }),
  );
}
