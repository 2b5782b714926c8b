import type { Uitleg } from '../../rules/shared/antwoord.ts';
import { type Datum, datum, plusJaren } from '../../rules/shared/datum.ts';
import { bepaalStand } from '../../rules/stand/bepaal-stand.ts';
import type { Voorstel } from '../../rules/stand/stand.ts';
import type { Tx } from '../../server/db/db.ts';
import { leesBeleid } from '../../server/dossier/beleid.ts';
import { type DossierSleutel, leesFeiten, vergrendel } from '../../server/dossier/feiten.ts';
import { vindDossier } from '../../server/dossier/vind.ts';
import { geweigerd, Probleem, problemen } from '../../server/http/probleem.ts';
import type { Routes } from '../../server/toepassing.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import { UitstelAntwoord, UitstelVerzoek } from './toewijzing.schema.ts';
import { zetUitstel } from './toewijzing.store.ts';

const opSchrift = (d: Datum) => d.split('-').reverse().join('-');

/** Het eerste artikel in een verklaring, van boven naar beneden. */
function artikel(uitleg: Uitleg | undefined): string | undefined {
  if (!uitleg) return undefined;
  return (
    uitleg.grondslag?.artikel ??
    uitleg.stappen?.map(artikel).find((gevonden) => gevonden !== undefined)
  );
}

/**
 * Het voorstel dat nu bovenaan staat. Zegt het zelf niet waarom die dag de laatste is, dan geldt de
 * verklaring van de termijn die op die dag eindigt.
 */
async function voorstelVanNu(tx: Tx, sleutel: DossierSleutel, vandaag: Datum) {
  const beleid = await leesBeleid(tx, sleutel.gemeenteId, vandaag);
  const { voorstellen, termijnen } = bepaalStand(await leesFeiten(tx, sleutel), beleid, vandaag);
  const [voorstel] = voorstellen;
  const termijn = termijnen.find((t) => t.laatsteDag && t.laatsteDag === voorstel?.laatsteDag);
  const uitleg = voorstel?.uitleg ?? termijn?.uitleg;
  return voorstel && uitleg ? { ...voorstel, uitleg } : voorstel;
}

function ongeldig(reason: string): Probleem {
  return new Probleem(400, 'ongeldige-invoer', 'Een of meer velden kloppen niet.', {
    invalidParams: [{ name: 'tot', code: 'datum', reason }],
  });
}

/** Uitstel kan tot en met de laatste dag: wie daarna terugkomt, komt te laat terug. */
function keur(voorstel: Voorstel | undefined, tot: Datum, vandaag: Datum): Voorstel {
  if (!voorstel || voorstel.soort === 'geen') {
    throw geweigerd('Er is niets om uit te stellen.', [
      { code: 'niets-te-doen', tekst: 'Voor deze persoon staat er nu niets te doen.' },
    ]);
  }
  if (tot <= vandaag) throw ongeldig('Kies een dag na vandaag.');
  const { laatsteDag } = voorstel;
  if (laatsteDag && tot > laatsteDag) {
    const bron = artikel(voorstel.uitleg?.());
    const voorbij = laatsteDag <= vandaag;
    const slot = voorbij
      ? 'Later kan niet meer zonder dat het te laat is.'
      : `Kies een dag tot en met ${opSchrift(laatsteDag)}.`;
    throw geweigerd('Zo lang kan dit niet worden uitgesteld.', [
      {
        code: 'na-laatste-dag',
        veld: 'tot',
        tekst: `De laatste dag voor '${voorstel.titel}' is ${opSchrift(laatsteDag)}${bron ? ` (${bron})` : ''}. ${slot}`,
      },
    ]);
  }
  if (tot > plusJaren(vandaag, 1)) throw ongeldig('Uitstellen kan hoogstens een jaar.');
  return voorstel;
}

export const registreerUitstel: Routes = (app, t) => {
  app.post(
    '/v1/dossiers/:dossierId/uitstel',
    {
      config: { handeling: 'dossier.toewijzen' },
      schema: {
        tags: ['Werkvoorraad'],
        summary: 'Het voorstel van nu uitstellen tot een dag, met reden',
        params: DossierParams,
        body: UitstelVerzoek,
        response: { 200: UitstelAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const dossier = await vindDossier(tx, req.params.dossierId);
        await vergrendel(tx, dossier);
        const { gemeenteId, dossierId } = dossier;
        const tot = datum(req.body.tot);
        const vandaag = t.klok.vandaag();
        const { soort } = keur(await voorstelVanNu(tx, dossier, vandaag), tot, vandaag);
        await zetUitstel(tx, dossier, { tot, voorstel: soort, reden: req.body.reden });
        const handeling = 'wijzigen';
        await req.spoor(tx, { handeling, objectSoort: 'uitstel', dossierId, gemeenteId });
        return { dossierId, uitgesteldTot: tot };
      }),
  );

  app.delete(
    '/v1/dossiers/:dossierId/uitstel',
    {
      config: { handeling: 'dossier.toewijzen' },
      schema: {
        tags: ['Werkvoorraad'],
        summary: 'Het uitstel opheffen',
        params: DossierParams,
        response: { 200: UitstelAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const dossier = await vindDossier(tx, req.params.dossierId);
        await vergrendel(tx, dossier);
        const { gemeenteId, dossierId } = dossier;
        await zetUitstel(tx, dossier, undefined);
        const handeling = 'wijzigen';
        await req.spoor(tx, { handeling, objectSoort: 'uitstel', dossierId, gemeenteId });
        return { dossierId, uitgesteldTot: null };
      }),
  );
};
