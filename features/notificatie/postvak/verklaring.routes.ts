import { z } from 'zod';
import { datum } from '../../../rules/shared/datum.ts';
import { inWoorden } from '../../../rules/shared/tekst.ts';
import { pdfAntwoord } from '../../../server/http/pdf.ts';
import { geweigerd, nietGevonden, problemen } from '../../../server/http/probleem.ts';
import { renderLetter } from '../../../server/letters.ts';
import type { Routes } from '../../../server/toepassing.ts';
import { omschrijvingVan } from '../gebeurtenissen.ts';
import { REDENEN } from './quarantaine.schema.ts';
import { leesQuarantaine, type Quarantaine } from './quarantaine.store.ts';

const SJABLOON = 'features/notificatie/postvak/verklaring.typ';
const TITEL = 'Verklaring van wissen';
const NEDERLAND = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** Waaruit een verklaring van wissen bestaat; zonder gegevens van de persoon. */
type Verklaring = {
  kenmerk: string;
  gemeente: string;
  gemeentecode: string;
  reden: string;
  toelichting: string;
  besluit: string;
  ontvangen: string | null;
  afgeschermdOp: string;
  afgeschermdDoor: string;
  gewistOp: string;
  gewistDoor: string;
  tellingen: Record<string, number>;
};

/** De verklaring bij een besluit om te wissen. */
export function maakVerklaring(
  q: Quarantaine,
  b: { besluit: string; op: string; door: string; tellingen: Record<string, number> },
): Verklaring {
  const geordend = Object.entries(b.tellingen)
    .filter(([, aantal]) => aantal > 0)
    .sort(([een], [ander]) => (een < ander ? -1 : 1));
  return {
    kenmerk: q.id,
    gemeente: q.gemeente,
    gemeentecode: q.code,
    reden: REDENEN[q.reden],
    toelichting: q.toelichting,
    besluit: b.besluit,
    ontvangen: q.gebeurtenisId,
    afgeschermdOp: q.afgeschermdOp,
    afgeschermdDoor: q.afgeschermdDoor,
    gewistOp: b.op,
    gewistDoor: b.door,
    tellingen: Object.fromEntries(geordend),
  };
}

const TABELLEN: Record<string, string> = {
  dossier: 'Dossiers',
  feit: 'Vastgelegde feiten',
  bijzonder_feit: 'Feiten over gezondheid',
  document: 'Documenten',
  pip: 'Plannen (PIP)',
  pip_wijziging: 'Wijzigingen in plannen',
  bericht_in: 'Meldingen van DUO (tekst en nummers)',
  bericht_uit: 'Berichten aan DUO',
  duo_opname: 'Antwoorden van DUO',
  duo_opvraging: 'Vragen aan DUO',
  dossier_stand: 'Overzichten',
  zoeksleutel: 'Zoekwoorden',
  gezinsband: 'Verwijzingen in andere dossiers',
};

/** De tellingen in gewone woorden. */
const inWoordenGeteld = (tellingen: Record<string, number>): [string, string][] =>
  Object.entries(tellingen)
    .filter(([, aantal]) => aantal > 0)
    .map(([tabel, aantal]) => [
      TABELLEN[tabel] ?? `Overige gegevens (${tabel.replaceAll('_', ' ')})`,
      String(aantal),
    ]);

/** '21 november 2026, 14:03'. */
function moment(iso: string): string {
  const [dag = '', tijd = ''] = NEDERLAND.format(new Date(iso)).split(' ');
  return `${inWoorden(datum(dag))}, ${tijd}`;
}

/** De verklaring zoals zij bij het wissen is gemaakt, met het controlegetal van toen. */
async function maakPdf(q: Quarantaine): Promise<Buffer> {
  const op = q.beslotenOp as string;
  const v = maakVerklaring(q, {
    besluit: q.besluit ?? '',
    op,
    door: q.beslotenDoor ?? '',
    tellingen: q.tellingen ?? {},
  });
  const gegevens = {
    gemeente: v.gemeente,
    dagtekening: NEDERLAND.format(new Date(op)).slice(0, 10),
    hash: q.hash,
    regels: [
      ['Kenmerk', v.kenmerk],
      ['Waarom deze persoon hier niet hoorde', v.reden],
      ['Toelichting', v.toelichting],
      ['Melding van DUO', v.ontvangen ? `${v.ontvangen} ${omschrijvingVan(v.ontvangen)}` : 'geen'],
      ['Afgeschermd', `${moment(v.afgeschermdOp)}, door ${v.afgeschermdDoor}`],
      ['Gewist', `${moment(v.gewistOp)}, door ${v.gewistDoor}`],
      ['Waarom gewist', v.besluit],
    ],
    geteld: inWoordenGeteld(v.tellingen),
  };
  const { pdf } = await renderLetter({
    template: SJABLOON,
    data: gegevens,
    title: TITEL,
    lang: 'nl',
    standard: 'ua-1',
  });
  return pdf;
}

/** De verklaring van wissen, voor de functionaris gegevensbescherming. */
export const registreerVerklaring: Routes = (app) => {
  app.get(
    '/v1/quarantaine/:quarantaineId/verklaring',
    {
      config: { handeling: 'quarantaine.behandelen' },
      schema: {
        tags: ['Postvak'],
        summary: 'Verklaring dat alles van een persoon is gewist, zonder gegevens van die persoon',
        params: z.object({ quarantaineId: z.uuid() }),
        response: { 200: pdfAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const q = await req.inBereik(async (tx) => {
        const gevonden = await leesQuarantaine(tx, req.params.quarantaineId);
        if (!gevonden) throw nietGevonden('Deze verklaring');
        if (gevonden.staat !== 'gewist') {
          throw geweigerd('Er is nog geen verklaring.', [
            { code: 'niet-gewist', tekst: 'Alleen van een gewist dossier is er een verklaring.' },
          ]);
        }
        await req.spoor(tx, {
          handeling: 'lezen',
          objectSoort: 'verklaring',
          objectId: gevonden.id,
          gemeenteId: gevonden.gemeenteId,
        });
        return gevonden;
      });
      const naam = `verklaring-van-wissen-${q.id.slice(-8)}.pdf`;
      return reply
        .header('content-disposition', `attachment; filename="${naam}"`)
        .header('content-type', 'application/pdf')
        .send(await maakPdf(q));
    },
  );
};
