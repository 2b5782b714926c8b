import type { Feit } from '../../rules/stand/feiten.ts';
import { eenmalig } from '../../server/http/idempotentie.ts';
import { geweigerd, problemen } from '../../server/http/probleem.ts';
import type { App, Routes, Toepassing } from '../../server/toepassing.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import { registreerAfspraken } from './afspraken.routes.ts';
import { registreerAntwoorden } from './gesprek/antwoord.routes.ts';
import { registreerGesprekken } from './gesprek/gesprek.routes.ts';
import { registreerMeenemen } from './gesprek/meenemen.routes.ts';
import { registreerGezondheid } from './gezondheid.routes.ts';
import { ladder, ontbrekend, plekVan } from './intake.beeld.ts';
import {
  AfrondenVerzoek,
  IntakeSchema,
  OntheffingVerzoek,
  PrivegesprekVerzoek,
  TaalVerzoek,
} from './intake.schema.ts';
import { registreerOnderweg } from './onderweg/onderweg.routes.ts';
import { registreerOproepen } from './oproep/oproep.routes.ts';
import {
  keurFeit,
  leesplek,
  schrijf,
  schrijfEnToon,
  schrijfplek,
  spoor,
  toonIntake,
  type Werkplek,
} from './werkplek.routes.ts';

const tags = ['Intake'];
const antwoord = { 200: IntakeSchema, ...problemen };

function registreerLezen(app: App, t: Toepassing): void {
  app.get(
    '/v1/dossiers/:dossierId/intake',
    {
      config: { handeling: 'intake.lezen' },
      schema: {
        tags,
        summary: 'De brede intake: vragen, antwoorden, afspraken en wat ontbreekt',
        params: DossierParams,
        response: antwoord,
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const plek = await leesplek(req, tx, t, req.params.dossierId);
        await spoor(plek, 'lezen', 'intake');
        return toonIntake(plek);
      }),
  );
}

function registreerTaal(app: App, t: Toepassing): void {
  app.put(
    '/v1/dossiers/:dossierId/intake/taal',
    {
      config: { handeling: 'intake.bewerken' },
      schema: {
        tags,
        summary: 'Gesprekstaal en tolk vastleggen',
        params: DossierParams,
        body: TaalVerzoek,
        response: antwoord,
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const plek = await schrijfplek(req, tx, t, req.params.dossierId);
        const { vervangt, streng, ...inhoud } = req.body;
        const huidig = plek.l.g.laatste('taal');
        const wat = `gesprekstaal ${huidig?.inhoud.gesprekstaal}, ${huidig?.inhoud.tolkNodig ? 'tolk' : 'geen tolk'} nodig`;
        const vorige = await keurFeit(plek, huidig as Feit | undefined, { vervangt, streng }, wat);
        return schrijfEnToon(
          plek,
          {
            soort: 'taal',
            inhoud,
            geldigOp: plek.door.vandaag,
            bron: 'medewerker',
            ...vorige,
          },
          'taal',
        );
      }),
  );
}

function registreerPrivegesprek(app: App, t: Toepassing): void {
  app.put(
    '/v1/dossiers/:dossierId/intake/privegesprek',
    {
      config: { handeling: 'intake.bewerken' },
      schema: {
        tags,
        summary: 'Vastleggen dat een gesprek zonder partner of familie is aangeboden',
        params: DossierParams,
        body: PrivegesprekVerzoek,
        response: antwoord,
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const plek = await schrijfplek(req, tx, t, req.params.dossierId);
        const { vervangt, streng, ...inhoud } = req.body;
        const huidig = plek.l.g.laatste('privegesprek');
        const wat = huidig?.inhoud.aangeboden ? 'aangeboden' : 'niet aangeboden';
        const vorige = await keurFeit(plek, huidig as Feit | undefined, { vervangt, streng }, wat);
        return schrijfEnToon(
          plek,
          {
            soort: 'privegesprek',
            inhoud,
            geldigOp: plek.door.vandaag,
            bron: 'medewerker',
            ...vorige,
          },
          'privegesprek',
        );
      }),
  );
}

function registreerOntheffing(app: App, t: Toepassing): void {
  app.put(
    '/v1/dossiers/:dossierId/leerbaarheidstoets/ontheffing',
    {
      config: { handeling: 'intake.bewerken' },
      schema: {
        tags,
        summary: 'Ontheffing van de leerbaarheidstoets (Wi2021 art. 14 lid 6)',
        params: DossierParams,
        body: OntheffingVerzoek,
        response: antwoord,
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const plek = await schrijfplek(req, tx, t, req.params.dossierId);
        const { vervangt, ...inhoud } = req.body;
        if (plek.l.intake.toets) {
          throw geweigerd('De leerbaarheidstoets is al gemaakt.', [
            {
              code: 'toets-gemaakt',
              tekst: 'Er is al een uitslag. Een ontheffing is dan niet meer nodig.',
              actie: plekVan(plek.dossier.dossierId, 'leerbaarheidstoets'),
            },
          ]);
        }
        const huidig = plek.l.intake.ontheffing;
        const wat = `ontheffing op grond van een beperking: ${huidig?.inhoud.grond}`;
        return schrijfEnToon(
          plek,
          {
            soort: 'leerbaarheidstoets-ontheffing',
            inhoud,
            geldigOp: plek.door.vandaag,
            bron: 'medewerker',
            ...(await keurFeit(plek, huidig as Feit | undefined, vervangt, wat)),
          },
          'leerbaarheidstoets-ontheffing',
        );
      }),
  );
}

/** Redenen waarom de intake nu niet kan worden afgerond; leeg als het kan. */
function bezwaren({ l, vragen, dossier, door }: Werkplek, zonderPersoon: boolean) {
  const { stap, tekst } = ladder(l, door.vandaag);
  const ontbreekt = ontbrekend(l, vragen, dossier.dossierId, zonderPersoon);
  if (!zonderPersoon || stap === 'afronden-zonder-persoon') return ontbreekt;
  const eerst = {
    code: 'oproepen-niet-af',
    tekst: `Zonder de persoon afronden kan pas na drie oproepen. ${tekst}`,
    actie: `/inburgeraars/${dossier.dossierId}/intake?vraag=oproepen`,
  };
  return [eerst, ...ontbreekt];
}

function registreerAfronden(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/intake/_afronden',
    {
      config: { handeling: 'intake.bewerken' },
      schema: {
        tags,
        summary: 'De brede intake afronden',
        params: DossierParams,
        body: AfrondenVerzoek,
        response: antwoord,
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        await eenmalig(req, tx, async () => {
          const plek = await schrijfplek(req, tx, t, req.params.dossierId);
          const zonderPersoon = req.body.zonderPersoon ?? false;
          const { afgerond } = plek.l.intake;
          if (afgerond) {
            throw geweigerd('De brede intake is al afgerond.', [
              { code: 'al-afgerond', tekst: `Dat gebeurde op ${afgerond.geldigOp}.` },
            ]);
          }
          const redenen = bezwaren(plek, zonderPersoon);
          if (redenen.length > 0)
            throw geweigerd('De brede intake kan nog niet worden afgerond.', redenen);
          await schrijf(
            plek,
            [
              {
                soort: 'intake-afgerond',
                inhoud: { zonderPersoon },
                geldigOp: plek.door.vandaag,
                bron: 'medewerker',
              },
            ],
            'intake-afgerond',
          );
        });
        return toonIntake(await leesplek(req, tx, t, req.params.dossierId));
      }),
  );
}

/** De brede intake: vragen en antwoorden, gezondheid, afspraken, oproepen en afronden. */
export const registreerIntake: Routes = (app, t) => {
  registreerLezen(app, t);
  registreerAntwoorden(app, t);
  registreerTaal(app, t);
  registreerPrivegesprek(app, t);
  registreerOntheffing(app, t);
  registreerAfronden(app, t);
  registreerGezondheid(app, t);
  registreerAfspraken(app, t);
  registreerOproepen(app, t);
  registreerGesprekken(app, t);
  registreerMeenemen(app, t);
  registreerOnderweg(app, t);
};
