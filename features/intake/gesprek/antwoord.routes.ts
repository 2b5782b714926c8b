import type { Feit } from '../../../rules/stand/feiten.ts';
import { nietGevonden, problemen } from '../../../server/http/probleem.ts';
import type { App, Toepassing } from '../../../server/toepassing.ts';
import { inWoorden, keurWaarde, zelfdeWaarde } from '../../shared/vraag.schema.ts';
import { alsWaarde, gesteldAls, huidigAntwoord, isVerouderd } from '../intake.beeld.ts';
import { AntwoordVerzoek, IntakeSchema, VraagParams } from '../intake.schema.ts';
import {
  keurFeit,
  ongeldig,
  schrijfEnToon,
  schrijfplek,
  toonIntake,
  type Werkplek,
} from '../werkplek.routes.ts';
import { eerdereAntwoorden } from './eerder.routes.ts';

/** Wat een mens nog moet bevestigen is pas van hem als hij dat doet, ook met dezelfde waarde. */
function moetBevestigd(f: Feit<'intake-antwoord'> | undefined, { door }: Werkplek): boolean {
  return f !== undefined && (f.bron !== 'medewerker' || isVerouderd(f.geldigOp, door.vandaag));
}

/** Wat in een eerder gesprek is gezegd, maar nu pas binnenkomt, geldt vanaf de dag van dat gesprek. */
function dagVan({ l, door }: Werkplek, gesprekId: string | undefined) {
  if (gesprekId === undefined) return { geldigOp: door.vandaag };
  const gesprek = l.g.alle('afspraak').findLast((a) => a.inhoud.afspraakId === gesprekId);
  if (!gesprek) throw nietGevonden('Dit gesprek');
  const { datum } = gesprek.inhoud;
  return { geldigOp: datum < door.vandaag ? datum : door.vandaag, gesprekId };
}

/** Overnemen van een gezinslid kan alleen wat nu ook wordt voorgelegd. */
async function overgenomen(plek: Werkplek, vraagId: string, naarFeitId: string | undefined) {
  if (naarFeitId === undefined) return {};
  const eerder = (await eerdereAntwoorden(plek)).find((a) => a.feitId === naarFeitId);
  if (eerder?.vraag !== vraagId) throw nietGevonden('Dit eerdere antwoord');
  return { verwijzing: `naar antwoord van ${eerder.van}` };
}

/** Eén antwoord van de intake vastleggen, bevestigen of leegmaken. */
export function registreerAntwoorden(app: App, t: Toepassing): void {
  app.put(
    '/v1/dossiers/:dossierId/intake/antwoorden/:vraag',
    {
      config: { handeling: 'intake.bewerken' },
      schema: {
        tags: ['Intake'],
        summary: 'Eén antwoord vastleggen of leegmaken',
        params: VraagParams,
        body: AntwoordVerzoek,
        response: { 200: IntakeSchema, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const plek = await schrijfplek(req, tx, t, req.params.dossierId);
        const vraag = plek.vragen.vind(req.params.vraag);
        if (!vraag) throw nietGevonden('Deze vraag');
        const keuring = keurWaarde(vraag, req.body.waarde);
        if ('fout' in keuring) throw ongeldig('waarde', keuring.fout);
        const huidig = huidigAntwoord(plek.l, vraag);
        const was = huidig ? alsWaarde(huidig.inhoud.waarde) : null;
        const bevestigt = keuring.waarde !== null && moetBevestigd(huidig, plek);
        if (zelfdeWaarde(was, keuring.waarde) && !bevestigt) return toonIntake(plek);
        const wat = `${vraag.vraag} ${inWoorden(was)}`;
        const vorige = await keurFeit(plek, huidig as Feit | undefined, req.body, wat);
        const { geldigOp, ...gesprek } = dagVan(plek, req.body.gesprekId);
        return schrijfEnToon(
          plek,
          {
            soort: 'intake-antwoord',
            // Leeg wordt een lege tekst: een feit zonder waarde bestaat niet.
            inhoud: {
              onderdeel: vraag.onderdeel,
              vraag: vraag.id,
              waarde: keuring.waarde ?? '',
              ...gesteldAls(vraag),
              ...gesprek,
            },
            geldigOp,
            bron: 'medewerker',
            ...(await overgenomen(plek, vraag.id, req.body.naarFeitId)),
            ...vorige,
          },
          'intake-antwoord',
        );
      }),
  );
}
