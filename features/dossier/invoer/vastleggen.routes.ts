import type { FastifyRequest } from 'fastify';
import type { Datum } from '../../../rules/shared/datum.ts';
import type { Vastlegger } from '../../../server/dossier/feiten.ts';
import { Probleem } from '../../../server/http/probleem.ts';
import type { Toepassing } from '../../../server/toepassing.ts';
import { type Geboorte, vroegsteGeboorte } from './invoer.schema.ts';

/** Wie vastlegt: de aangemelde gebruiker, op de klok van de toepassing. */
export const vastlegger = (req: FastifyRequest, t: Toepassing): Vastlegger => ({
  medewerkerId: req.gebruiker.id,
  nu: t.klok.nu(),
  vandaag: t.klok.vandaag(),
});

type Fout = { name: string; code: string; reason: string };

/** Werpt één 400 met alle velden die niet kloppen. */
export function keur(fouten: (Fout | false | undefined)[]): void {
  const invalidParams = fouten.filter((f): f is Fout => Boolean(f));
  if (invalidParams.length === 0) return;
  throw new Probleem(400, 'ongeldige-invoer', 'Een of meer velden kloppen niet.', {
    invalidParams,
  });
}

/** Fout als `dag` na vandaag ligt. */
export const nietInToekomst = (name: string, dag: string | undefined, vandaag: Datum) =>
  dag !== undefined &&
  dag > vandaag && { name, code: 'toekomst', reason: 'Deze datum ligt in de toekomst.' };

/** Fout als iemand volgens deze gegevens nog geboren moet worden. */
export const keurGeboorte = (name: string, geboorte: Geboorte, vandaag: Datum) =>
  nietInToekomst(name, vroegsteGeboorte(geboorte), vandaag) && {
    name,
    code: 'toekomst',
    reason: 'De geboortedatum ligt in de toekomst.',
  };
