import type { FastifyRequest } from 'fastify';
import type { Tx } from '../../../server/db/db.ts';
import { leesGemeente } from '../../../server/dossier/brief.ts';
import { pdfAntwoord } from '../../../server/http/pdf.ts';
import { geweigerd, problemen } from '../../../server/http/probleem.ts';
import { LetterError, renderLetter } from '../../../server/letters.ts';
import type { App, Toepassing } from '../../../server/toepassing.ts';
import { vindZitting } from '../vind.routes.ts';
import { ZittingParams } from '../zitting.schema.ts';
import { leesPlekken, toonDeelnemers } from './beeld.routes.ts';
import { PresentieGegevens } from './presentie.schema.ts';

const GEWONE_KLEUR = '#0b5560';

async function stelSamen(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  zittingId: string,
): Promise<PresentieGegevens> {
  const z = await vindZitting(tx, zittingId, t.klok.vandaag());
  const gemeente = await leesGemeente(tx, z.gemeenteId);
  const gelezen = await leesPlekken(tx, t, zittingId, req.gemeenten);
  const deelnemers = (await toonDeelnemers(tx, gelezen, zittingId)).filter(
    (d) => d.uitkomst !== 'afgezegd',
  );
  for (const gemeenteId of new Set(gelezen.map((d) => d.gemeenteId))) {
    const dossierIds = gelezen.flatMap((d) => (d.gemeenteId === gemeenteId ? d.dossierId : []));
    const spoor = { handeling: 'exporteren', objectSoort: 'presentielijst' } as const;
    await req.spoor(tx, { ...spoor, objectId: zittingId, gemeenteId, dossierIds });
  }
  return PresentieGegevens.parse({
    dagtekening: t.klok.vandaag(),
    gemeente: {
      naam: gemeente.naam.replace(/^gemeente /i, ''),
      stijl: { kleur: gemeente.stijl.kleur ?? GEWONE_KLEUR },
    },
    datum: z.datum,
    tijd: z.tijd,
    duurMinuten: z.duurMinuten,
    plaats: z.plaats,
    adres: z.adres,
    begeleiders: z.begeleiders.map((b) => b.naam),
    laptops: z.laptops,
    anderen: Math.max(0, z.bezet - deelnemers.length),
    deelnemers: deelnemers.map((d) => ({
      naam: d.naam,
      gemeente: d.gemeente.replace(/^gemeente /i, ''),
      examennummer: d.toets.examennummer ?? '',
      tolk: d.tolkTaal ? `${d.tolkTaal}${d.tolk ? `, ${d.tolk}` : ''}` : '',
    })),
  });
}

/** De presentielijst van een zitting, om af te drukken. */
export function registreerPresentie(app: App, t: Toepassing): void {
  app.get(
    '/v1/toetszittingen/:zittingId/presentielijst',
    {
      config: { handeling: 'toets.plannen' },
      schema: {
        tags: ['Leerbaarheidstoets'],
        summary: 'De presentielijst van een zitting als PDF',
        params: ZittingParams,
        response: { 200: pdfAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const gegevens = await req.inBereik((tx) => stelSamen(req, tx, t, req.params.zittingId));
      const { pdf } = await renderLetter({
        template: 'features/toetszitting/deelnemers/presentielijst.typ',
        data: gegevens,
        title: 'Presentielijst leerbaarheidstoets',
        lang: 'nl',
        standard: 'ua-1',
      }).catch((fout: unknown) => {
        if (!(fout instanceof LetterError) || fout.fault !== 'teken-ontbreekt') throw fout;
        throw geweigerd('De lijst kan niet worden gemaakt.', [
          { code: 'teken-ontbreekt', tekst: `${fout.message}. Haal dit teken weg.` },
        ]);
      });
      return reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', `inline; filename="presentielijst-${gegevens.datum}.pdf"`)
        .send(pdf);
    },
  );
}
