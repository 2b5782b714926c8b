import { vindDossier } from '../../../server/dossier/vind.ts';
import { Probleem, problemen } from '../../../server/http/probleem.ts';
import type { App, Toepassing } from '../../../server/toepassing.ts';
import { DossierParams } from '../../shared/dossier.schema.ts';
import { leesplek, spoor, type Werkplek } from '../werkplek.routes.ts';
import { kiesEerder, uitGezin, uitKeten } from './gesprek.beeld.ts';
import { type EerderAntwoord, EerdereAntwoordenSchema } from './gesprek.schema.ts';

/** Het dossier van een gezinslid, als deze gebruiker het mag zien. */
async function plekVanGezinslid({ req, tx, t, dossier }: Werkplek, anderDossierId: string) {
  try {
    const ander = await vindDossier(tx, anderDossierId);
    if (ander.gemeenteId !== dossier.gemeenteId) return undefined;
    return await leesplek(req, tx, t, ander.dossierId);
  } catch (fout) {
    if (fout instanceof Probleem && fout.status === 404) return undefined;
    throw fout;
  }
}

/**
 * Eerdere antwoorden van gezinsleden, BRP en DUO die hier nog niet zijn gevraagd. Wordt voorgelegd, nooit vanzelf
 * overgenomen; het lezen staat in het logboek van het gezinslid.
 */
export async function eerdereAntwoorden(plek: Werkplek): Promise<EerderAntwoord[]> {
  const voorstellen = uitKeten(plek.l);
  for (const { inhoud } of plek.l.g.perSleutel('gezin', (b) => b.anderDossierId)) {
    const ander = await plekVanGezinslid(plek, inhoud.anderDossierId);
    const gevonden = ander ? uitGezin(ander.l, plek.vragen, inhoud.relatie) : [];
    if (!ander || gevonden.length === 0) continue;
    await spoor(ander, 'lezen', 'intake-huishouden');
    voorstellen.push(...gevonden);
  }
  return kiesEerder(voorstellen, plek.l, plek.vragen, plek.door.vandaag);
}

/** Wat anderen al zeiden en deze persoon kan bevestigen. */
export function registreerEerder(app: App, t: Toepassing): void {
  app.get(
    '/v1/dossiers/:dossierId/intake/eerdere-antwoorden',
    {
      config: { handeling: 'intake.bewerken' },
      schema: {
        tags: ['Intake'],
        summary: 'Eerdere antwoorden van gezinsleden, BRP en DUO om te bevestigen',
        params: DossierParams,
        response: { 200: EerdereAntwoordenSchema, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const plek = await leesplek(req, tx, t, req.params.dossierId);
        return { items: await eerdereAntwoorden(plek) };
      }),
  );
}
