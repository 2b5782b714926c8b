import type { Datum } from '../../rules/shared/datum.ts';
import { klokOp } from '../../rules/shared/klok.ts';
import type { Feit } from '../../rules/stand/feiten.ts';
import { type Geldend, kiesGeldend } from '../../rules/stand/geldend.ts';
import type { Tx } from '../db/db.ts';
import type { BeginAntwoord, BeginGezinslid, BeginInhoud } from '../db/tabellen/mens.ts';
import type { DossierSleutel } from './feiten.ts';

const ONDERWERP: Readonly<Record<string, BeginAntwoord['onderwerp']>> = {
  opleiding: 'opleiding',
  taalniveau: 'taal',
  werkervaring: 'werk',
  arbeidsparticipatie: 'werk',
  werknemersvaardigheden: 'werk',
  'praktische-competenties': 'werk',
  'digitale-vaardigheden': 'digitaal',
  'persoonlijke-omstandigheden': 'gezin',
};

const OVER_HET_DIPLOMA = new Set(['diploma-papieren', 'diplomawaardering']);

const isLeeg = (w: BeginAntwoord['waarde']) => w === '' || (Array.isArray(w) && w.length === 0);

/** De antwoorden van de intake die bij de beginsituatie horen, het laatste per vraag. */
function antwoordenVan(g: Geldend): BeginAntwoord[] {
  return g
    .perSleutel('intake-antwoord', (i) => i.vraag)
    .flatMap(({ id, inhoud, geldigOp, bron }) => {
      const onderwerp = OVER_HET_DIPLOMA.has(inhoud.vraag)
        ? 'diplomawaardering'
        : ONDERWERP[inhoud.onderdeel];
      if (!onderwerp || isLeeg(inhoud.waarde)) return [];
      const { vraag, waarde, gesteld } = inhoud;
      const eigen = gesteld === undefined ? {} : { gesteld };
      return [{ onderwerp, vraag, waarde, ...eigen, feitId: id, op: geldigOp, bron }];
    });
}

/** De gezinsleden met en zonder dossier die op de dag van `g` bij het gezin hoorden. */
function gezinsledenVan(g: Geldend, dag: Datum): BeginGezinslid[] {
  const metDossier = g
    .perSleutel('gezin', (i) => i.anderDossierId)
    .map((f) => ({
      feitId: f.id,
      relatie: f.inhoud.relatie,
      dossierId: f.inhoud.anderDossierId,
    }));
  const zonder = g
    .perSleutel('gezinslid', (i) => i.gezinslidId)
    .filter((f) => !f.inhoud.tot || dag < f.inhoud.tot)
    .map(({ id, inhoud }) => {
      const { relatie, geboortejaar, geboortemaand, school, vve } = inhoud;
      return { feitId: id, relatie, geboortejaar, geboortemaand, school, vve };
    });
  return [...metDossier, ...zonder];
}

/** De beginsituatie op `dag`: opleiding, diploma, werk, taal, digitaal, gezin en welke meting erbij hoort. */
export function beginsituatieOp(feiten: readonly Feit[], dag: Datum): BeginInhoud {
  const g = kiesGeldend(feiten, klokOp(dag));
  const taal = g.laatste('taal');
  const meting = g.laatste('meting');
  return {
    antwoorden: antwoordenVan(g),
    gezinsleden: gezinsledenVan(g, dag),
    ...(taal ? { taal: { ...taal.inhoud, feitId: taal.id } } : {}),
    kinderopvang: g
      .perSleutel('kinderopvang', (i) => i.opvangId)
      .map((f) => ({ feitId: f.id, opvangId: f.inhoud.opvangId, staat: f.inhoud.staat })),
    ...(meting ? { metingId: meting.inhoud.metingId } : {}),
  };
}

/**
 * Legt bij het vaststellen van een PIP vast hoe de persoon er op de dagtekening voor stond. Dit blijft staan: een
 * later feit of een verbetering verandert er niets aan. Bestaat de beginsituatie van dit PIP al, dan blijft die.
 * @param nu moment van vastleggen, UTC ISO.
 * @param feiten alle feiten van het dossier; wat na `dagtekening` geldt telt niet mee.
 * @returns waar als er nu een is geschreven.
 */
export async function legBeginsituatieVast(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  pip: { pipId: string; dagtekening: Datum; feiten: readonly Feit[]; nu: string },
): Promise<boolean> {
  const rij = await tx
    .insertInto('beginsituatie')
    .values({
      gemeente_id: gemeenteId,
      dossier_id: dossierId,
      pip_id: pip.pipId,
      dagtekening: pip.dagtekening,
      inhoud: JSON.stringify(beginsituatieOp(pip.feiten, pip.dagtekening)),
      vastgelegd_op: pip.nu,
    })
    .onConflict((c) => c.columns(['gemeente_id', 'dossier_id', 'pip_id']).doNothing())
    .returning('pip_id')
    .executeTakeFirst();
  return rij !== undefined;
}
