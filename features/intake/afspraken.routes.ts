import type { Feit } from '../../rules/stand/feiten.ts';
import {
  keurToekomst,
  keurVerzetten,
  vindAfspraak,
  vindUitkomst,
  wieErbijWas,
} from '../../server/bericht/afspraak.ts';
import { keurOverlap } from '../../server/bericht/overlap.ts';
import { zetBerichtKlaar } from '../../server/bericht/persoonsbericht.ts';
import { houdPlekVast, keurPlekTerug } from '../../server/bericht/toetsplek.ts';
import { vindDossier } from '../../server/dossier/vind.ts';
import { eenmalig } from '../../server/http/idempotentie.ts';
import { geweigerd, problemen } from '../../server/http/probleem.ts';
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

/** Zet klaar dat de persoon hoort van een afspraak. */
export const laatWeten = (
  { tx, dossier, door }: Werkplek,
  afspraakId: string,
  wat: 'uitnodiging' | 'verzet' | 'afgezegd',
) =>
  zetBerichtKlaar(tx, {
    gemeenteId: dossier.gemeenteId,
    dossierId: dossier.dossierId,
    afspraakId,
    wat,
    nu: door.nu,
    medewerkerId: door.medewerkerId,
  });

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
          const { datum, tochPlannen, ...rest } = req.body;
          keurToekomst(datum, plek.door.vandaag);
          keurOverlap(plek.l.g, { ...rest, datum }, { tochPlannen });
          const afspraakId = nieuwId();
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
          await laatWeten(plek, afspraakId, 'uitnodiging');
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
        const afspraak = vindAfspraak(plek.l.g, req.params.afspraakId);
        const { vervangt, tochPlannen, ...nieuw } = req.body;
        const { tolkTaal: _, zittingId, ...blijft } = afspraak.inhoud;
        const { afspraakId, datum, tijd } = blijft;
        // Wie los van de zitting een andere tijd krijgt, geeft zijn plek daar terug.
        const zelfdeTijd = nieuw.datum === datum && nieuw.tijd === tijd;
        const wat = `verzet naar ${datum} om ${tijd}`;
        const vorige = await keurFeit(plek, afspraak as Feit, vervangt, wat);
        keurVerzetten(plek.l.g, afspraak, nieuw.datum, plek.door.vandaag);
        keurOverlap(plek.l.g, nieuw, { tochPlannen, behalve: afspraakId });
        const beeld = await schrijfEnToon(
          plek,
          {
            soort: 'afspraak',
            inhoud: { ...blijft, ...nieuw, ...(zittingId && zelfdeTijd ? { zittingId } : {}) },
            geldigOp: plek.door.vandaag,
            bron: 'medewerker',
            ...vorige,
          },
          'afspraak',
        );
        await laatWeten(plek, afspraakId, 'verzet');
        return beeld;
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
        await houdPlekVast(tx, await vindDossier(tx, req.params.dossierId), req.params.afspraakId);
        const plek = await schrijfplek(req, tx, t, req.params.dossierId);
        const { inhoud: afspraak } = vindAfspraak(plek.l.g, req.params.afspraakId);
        const { afspraakId, datum } = afspraak;
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
        const huidig = vindUitkomst(plek.l.g, afspraakId);
        const wat = huidig?.inhoud.uitkomst.replace('-', ' ') ?? '';
        const vorige = await keurFeit(plek, huidig as Feit | undefined, vervangt, wat);
        await keurPlekTerug(tx, afspraak, huidig?.inhoud.uitkomst, uitkomst.uitkomst);
        const beeld = await schrijfEnToon(
          plek,
          {
            soort: 'afspraak-uitkomst',
            inhoud: { afspraakId, ...wieErbijWas(huidig, uitkomst.uitkomst), ...uitkomst },
            geldigOp: afgezegd ? plek.door.vandaag : datum,
            bron: 'medewerker',
            ...vorige,
          },
          'afspraak',
        );
        if (afgezegd) await laatWeten(plek, afspraakId, 'afgezegd');
        return beeld;
      }),
  );
}
