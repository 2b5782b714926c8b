import type { Feit } from '../../../rules/stand/feiten.ts';
import { eenmalig } from '../../../server/http/idempotentie.ts';
import { geweigerd, nietGevonden, problemen } from '../../../server/http/probleem.ts';
import { nieuwId } from '../../../server/id.ts';
import type { App, Toepassing } from '../../../server/toepassing.ts';
import { DossierParams } from '../../shared/dossier.schema.ts';
import {
  keurFeit,
  leesplek,
  schrijf,
  schrijfplek,
  spoor,
  type Werkplek,
} from '../werkplek.routes.ts';
import { registreerEerder } from './eerder.routes.ts';
import { bouwGesprekken } from './gesprek.beeld.ts';
import {
  AanwezigVerzoek,
  BeginAntwoord,
  BeginVerzoek,
  GesprekkenSchema,
  GesprekParams,
} from './gesprek.schema.ts';

const tags = ['Intake'];

/** De gesprekken van deze intake, met wat er is vastgelegd. */
export const toonGesprekken = ({ l, feiten, vragen, door }: Werkplek) =>
  bouwGesprekken(l, feiten, vragen, door.vandaag);

function registreerLezen(app: App, t: Toepassing): void {
  app.get(
    '/v1/dossiers/:dossierId/intake/gesprekken',
    {
      config: { handeling: 'intake.lezen' },
      schema: {
        tags,
        summary: 'De intakegesprekken: wie erbij was en wat er is vastgelegd',
        params: DossierParams,
        response: { 200: GesprekkenSchema, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const plek = await leesplek(req, tx, t, req.params.dossierId);
        await spoor(plek, 'lezen', 'intake');
        return toonGesprekken(plek);
      }),
  );
}

function registreerBegin(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/intake/gesprekken',
    {
      config: { handeling: 'intake.bewerken' },
      schema: {
        tags,
        summary: 'Een gesprek beginnen waarvoor geen afspraak was',
        params: DossierParams,
        body: BeginVerzoek,
        response: { 201: BeginAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const begonnen = await req.inBereik((tx) =>
        eenmalig(req, tx, async () => {
          const plek = await schrijfplek(req, tx, t, req.params.dossierId);
          const afspraakId = nieuwId();
          const { vandaag } = plek.door;
          const { erbij, tolk, ...rest } = req.body;
          const taal = plek.l.g.laatste('taal')?.inhoud.gesprekstaal;
          const metTolk = tolk !== undefined && tolk !== 'geen' && taal !== undefined;
          const basis = { geldigOp: vandaag, bron: 'medewerker' } as const;
          await schrijf(
            plek,
            [
              {
                ...basis,
                soort: 'afspraak',
                inhoud: {
                  ...rest,
                  afspraakId,
                  soort: 'intakegesprek',
                  datum: vandaag,
                  duurMinuten: 60,
                  ...(metTolk ? { tolkTaal: taal } : {}),
                },
              },
              {
                ...basis,
                soort: 'afspraak-uitkomst',
                inhoud: { afspraakId, uitkomst: 'verschenen', erbij, ...(tolk ? { tolk } : {}) },
              },
            ],
            'afspraak',
          );
          return { afspraakId };
        }),
      );
      return reply.code(201).send(begonnen);
    },
  );
}

/** Het gesprek, als het er vandaag of eerder was en de persoon er niet ontbrak. */
function vindGesprek({ l, door }: Werkplek, afspraakId: string) {
  const afspraak = l.g.alle('afspraak').findLast((a) => a.inhoud.afspraakId === afspraakId);
  if (afspraak?.inhoud.soort !== 'intakegesprek') throw nietGevonden('Dit gesprek');
  if (afspraak.inhoud.datum > door.vandaag) {
    throw geweigerd('Dit gesprek is nog niet geweest.', [
      {
        code: 'nog-niet-geweest',
        tekst: `Wie erbij was legt u vast vanaf ${afspraak.inhoud.datum}.`,
      },
    ]);
  }
  const uitkomst = l.g
    .alle('afspraak-uitkomst')
    .findLast((u) => u.inhoud.afspraakId === afspraakId);
  if (uitkomst && uitkomst.inhoud.uitkomst !== 'verschenen') {
    throw geweigerd('Dit gesprek ging niet door.', [
      {
        code: 'niet-doorgegaan',
        tekst: 'Verbeter eerst de uitkomst van de afspraak als de persoon er wel was.',
      },
    ]);
  }
  return { afspraak, uitkomst };
}

/** De intakegesprekken: beginnen, wie erbij is, wat erin werd gezegd, en wat anderen al zeiden. */
export function registreerGesprekken(app: App, t: Toepassing): void {
  registreerLezen(app, t);
  registreerBegin(app, t);
  registreerEerder(app, t);

  app.put(
    '/v1/dossiers/:dossierId/intake/gesprekken/:afspraakId',
    {
      config: { handeling: 'intake.bewerken' },
      schema: {
        tags,
        summary: 'Vastleggen wie er bij een gesprek was',
        params: GesprekParams,
        body: AanwezigVerzoek,
        response: { 200: GesprekkenSchema, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const plek = await schrijfplek(req, tx, t, req.params.dossierId);
        const { afspraakId } = req.params;
        const { vervangt, erbij, tolk } = req.body;
        const { afspraak, uitkomst } = vindGesprek(plek, afspraakId);
        const wat = uitkomst?.inhoud.erbij?.join(', ') ?? 'verschenen';
        const vorige = await keurFeit(plek, uitkomst as Feit | undefined, vervangt, wat);
        await schrijf(
          plek,
          [
            {
              soort: 'afspraak-uitkomst',
              inhoud: { afspraakId, uitkomst: 'verschenen', erbij, ...(tolk ? { tolk } : {}) },
              geldigOp: afspraak.inhoud.datum,
              bron: 'medewerker',
              ...vorige,
            },
          ],
          'afspraak',
        );
        return toonGesprekken(await leesplek(req, tx, t, req.params.dossierId));
      }),
  );
}
