import { datum, plusDagen } from '../../rules/shared/datum.ts';
import {
  type Gebruiker,
  gemeentenVoor,
  HANDELINGEN,
  type Handeling,
} from '../../server/auth/rechten.ts';
import { herbereken } from '../../server/dossier/feiten.ts';
import { alleGemeenten } from '../../server/dossier/gemeenten.ts';
import { geweigerd, nietGevonden, problemen } from '../../server/http/probleem.ts';
import type { Routes, Toepassing } from '../../server/toepassing.ts';
import { Ik, Oefendatum, OefendatumAntwoord } from './ik.schema.ts';
import { bewaarOefendatum, dossiersMetAnderePeildatum, heeftBeheer, telWerk } from './ik.store.ts';

const DAGEN_VOORUIT = 7;

function initialen(naam: string): string {
  const woorden = naam.split(/\s+/).filter((w) => /^\p{Lu}/u.test(w));
  return [woorden[0], woorden.length > 1 ? woorden.at(-1) : undefined]
    .map((w) => w?.[0] ?? '')
    .join('');
}

/** Alle handelingen die deze gebruiker voor minstens één gemeente mag. */
const watMag = (gebruiker: Gebruiker): Handeling[] =>
  (Object.keys(HANDELINGEN) as Handeling[]).filter((h) => gemeentenVoor(gebruiker, h).length > 0);

async function ik(t: Toepassing, gebruiker: Gebruiker): Promise<Ik> {
  const vandaag = t.klok.vandaag();
  const tellers = await t.db.forGemeenten(
    { gemeenten: gemeentenVoor(gebruiker, 'dossier.lezen') },
    (tx) =>
      telWerk(tx, {
        medewerkerId: gebruiker.id,
        vandaag,
        tot: plusDagen(vandaag, DAGEN_VOORUIT),
        postvakVan: gemeentenVoor(gebruiker, 'postvak.behandelen'),
        verzendingenVan: gemeentenVoor(gebruiker, 'verzending.lezen'),
      }),
  );
  return {
    medewerker: {
      id: gebruiker.id,
      naam: gebruiker.naam,
      initialen: initialen(gebruiker.naam),
      functie: gebruiker.functie,
      organisatie: { id: gebruiker.organisatie.id, naam: gebruiker.organisatie.naam },
    },
    rollen: gebruiker.rollen,
    gemeenten: gebruiker.gemeenten,
    demo: t.zetKlok !== undefined,
    peildatum: vandaag,
    mag: watMag(gebruiker),
    tellers,
  };
}

/** Na een sprong in de tijd klopt geen enkele Stand meer: alle dossiers worden opnieuw bepaald. */
async function herberekenAlles(t: Toepassing): Promise<number> {
  const vandaag = t.klok.vandaag();
  let aantal = 0;
  for (const gemeenteId of await t.db.zonderDossiers(alleGemeenten)) {
    await t.db.forGemeenten({ gemeenten: [gemeenteId] }, async (tx) => {
      for (const dossierId of await dossiersMetAnderePeildatum(tx, gemeenteId, vandaag)) {
        await herbereken(tx, { gemeenteId, dossierId }, vandaag);
        aantal += 1;
      }
    });
  }
  return aantal;
}

export const registreerIk: Routes = (app, t) => {
  app.get(
    '/v1/ik',
    {
      config: { aangemeld: true },
      schema: {
        tags: ['Aanmelden'],
        summary: 'Wie ik ben en wat er wacht',
        response: { 200: Ik, ...problemen },
      },
    },
    (req) => ik(t, req.gebruiker),
  );

  app.get(
    '/v1/oefendatum',
    {
      config: { aangemeld: true },
      schema: {
        tags: ['Oefenomgeving'],
        summary: 'De datum van de oefenomgeving',
        response: { 200: Oefendatum, ...problemen },
      },
    },
    async () => ({ datum: t.klok.vandaag() }),
  );

  app.put(
    '/v1/oefendatum',
    {
      config: { handeling: 'tijdmachine.bedienen' },
      schema: {
        tags: ['Oefenomgeving'],
        summary: 'De oefendatum verzetten',
        body: Oefendatum,
        response: { 200: OefendatumAntwoord, ...problemen },
      },
    },
    async (req) => {
      const { zetKlok } = t;
      if (!zetKlok) throw nietGevonden('De tijdmachine');
      const dag = datum(req.body.datum);
      await t.db.zonderDossiers(async (tx) => {
        if (!(await heeftBeheer(tx, req.gebruiker.organisatie.id, dag))) {
          throw geweigerd('Naar deze dag kunt u niet.', [
            {
              code: 'geen-beheer',
              tekst:
                'Op deze dag heeft uw organisatie het beheer niet, dus u zou niet terug kunnen.',
              veld: 'datum',
            },
          ]);
        }
        await bewaarOefendatum(tx, dag);
        await req.spoor(tx, { handeling: 'wijzigen', objectSoort: 'oefendatum' });
      });
      zetKlok(dag);
      return { datum: dag, herberekend: await herberekenAlles(t) };
    },
  );
};
