import type { z } from 'zod';
import { klokOp } from '../../../rules/shared/klok.ts';
import type { FeitInhoud } from '../../../rules/stand/feiten.ts';
import { kiesGeldend } from '../../../rules/stand/geldend.ts';
import { leesFeiten } from '../../../server/dossier/feiten.ts';
import { eenmalig } from '../../../server/http/idempotentie.ts';
import { geweigerd, problemen } from '../../../server/http/probleem.ts';
import { nieuwId } from '../../../server/id.ts';
import type { Routes } from '../../../server/toepassing.ts';
import { DossierParams } from '../../shared/dossier.schema.ts';
import { VastgelegdAntwoord } from '../gezin.schema.ts';
import { gezinsdossiers, keurGezien, neemPlek, type Plek, schrijf } from '../plek.routes.ts';
import { OpvangParams, OpvangVerzoek, OpvangWijziging } from './opvang.schema.ts';
import { OPVANG_NAAM, STAPPEN } from './staten.ts';

const tags = ['Gezin'];
type Inhoud = FeitInhoud['kinderopvang'];

/** Het kind staat bij deze persoon of bij een ander van het gezin. */
async function keurKind(plek: Plek, gezinslidId: string | null): Promise<void> {
  if (!gezinslidId) return;
  const { tx, d, door, g } = plek;
  const kent = (geldend: typeof g) =>
    geldend.alle('gezinslid').some((f) => f.inhoud.gezinslidId === gezinslidId);
  if (kent(g)) return;
  for (const dossierId of await gezinsdossiers(tx, d, door.vandaag)) {
    const feiten = await leesFeiten(tx, { gemeenteId: d.gemeenteId, dossierId }, ['gezinslid']);
    if (kent(kiesGeldend(feiten, klokOp(door.vandaag)))) return;
  }
  throw geweigerd('Dit kind hoort niet bij dit gezin.', [
    {
      code: 'kind-onbekend',
      tekst: 'Leg eerst het kind vast bij dit gezin.',
      veld: 'gezinslidId',
    },
  ]);
}

function keurStap(van: Inhoud['staat'], naar: Inhoud['staat']): void {
  if (van === naar || STAPPEN[van].includes(naar)) return;
  throw geweigerd('Deze stap kan niet.', [
    {
      code: 'stap-kan-niet',
      tekst: `De opvang is ${OPVANG_NAAM[van]}. Daarna kan: ${STAPPEN[van].map((s) => OPVANG_NAAM[s]).join(', ')}.`,
      veld: 'staat',
    },
  ]);
}

function inhoudVan(opvangId: string, v: z.output<typeof OpvangVerzoek>): Inhoud {
  const { gezinslidId, ...rest } = v;
  return { opvangId, ...rest, ...(gezinslidId ? { gezinslidId } : {}) } as Inhoud;
}

/** Kinderopvang die nodig is om te kunnen leren, in stappen. */
export const registreerOpvang: Routes = (app, t) => {
  app.post(
    '/v1/dossiers/:dossierId/kinderopvang',
    {
      config: { handeling: 'plan.bewerken' },
      schema: {
        tags,
        summary: 'Vastleggen dat kinderopvang nodig is om te kunnen leren',
        params: DossierParams,
        body: OpvangVerzoek,
        response: { 201: VastgelegdAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const gemaakt = await req.inBereik((tx) =>
        eenmalig(req, tx, async () => {
          const plek = await neemPlek(req, tx, t, req.params.dossierId);
          await keurKind(plek, req.body.gezinslidId);
          return schrijf(plek, {
            soort: 'kinderopvang',
            inhoud: inhoudVan(nieuwId(), req.body),
            geldigOp: plek.door.vandaag,
            bron: 'medewerker',
          });
        }),
      );
      return reply.code(201).send(gemaakt);
    },
  );
  app.put(
    '/v1/dossiers/:dossierId/kinderopvang/:opvangId',
    {
      config: { handeling: 'plan.bewerken' },
      schema: {
        tags,
        summary: 'Een volgende stap in het regelen van kinderopvang, of een verbetering',
        params: OpvangParams,
        body: OpvangWijziging,
        response: { 200: VastgelegdAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const plek = await neemPlek(req, tx, t, req.params.dossierId);
        const { gezien, ...nieuw } = req.body;
        const { opvangId } = req.params;
        const huidig = plek.g.alle('kinderopvang').findLast((f) => f.inhoud.opvangId === opvangId);
        const wat = huidig ? `kinderopvang: ${OPVANG_NAAM[huidig.inhoud.staat]}` : '';
        keurGezien(huidig, gezien, wat);
        keurStap(huidig.inhoud.staat, nieuw.staat);
        await keurKind(plek, nieuw.gezinslidId);
        return schrijf(plek, {
          soort: 'kinderopvang',
          inhoud: inhoudVan(opvangId, nieuw),
          geldigOp: plek.door.vandaag,
          bron: 'medewerker',
        });
      }),
  );
};
