import type { Reden } from '../shared/antwoord.ts';
import { type Datum, laatste, plusDagen } from '../shared/datum.ts';
import { inWoorden } from '../shared/tekst.ts';

/** Zo lang na het besluit mag de brief hoogstens nog onderweg zijn; verder vooruit is een tikfout. */
const BINNEN_DAGEN = 31;

/** Wat een medewerker over de bekendmaking opgeeft. */
export type BekendmakingKeuze = {
  dagtekening: Datum;
  /** De dag waarop de brief wordt gemaakt. */
  vandaag: Datum;
  gekozen: Datum | undefined;
  /** De verklaring dat het besluit op de gekozen dag op papier is uitgereikt. */
  opPapierUitgereikt: boolean;
};

/** De dag van bekendmaking; `opPapierUitgereikt` alleen als die dag er vóór het maken van de brief was. */
export type Bekendmaking = { op: Datum; opPapierUitgereikt?: true };

/** De dag van bekendmaking als niemand iets opgeeft: de brief bestaat op zijn vroegst vandaag. */
export const vroegsteBekendmaking = (dagtekening: Datum, vandaag: Datum): Datum =>
  laatste(dagtekening, vandaag);

/**
 * Op welke dag een beschikking bekend is gemaakt.
 *
 * Algemene wet bestuursrecht art. 3:40, 3:41 en 6:8 (https://wetten.overheid.nl/BWBR0005537/2022-01-01), niet
 * nagelezen: de termijn voor bezwaar begint na toezending of uitreiking. Een brief die vandaag ontstaat is niet eerder
 * verstuurd. Gekozen uitleg: een eerdere dag kan alleen als het besluit toen op papier is uitgereikt, en dat verklaart
 * een mens. Eerder dan de dagtekening was er geen besluit.
 * @returns de dag, of de redenen met het veld waarom de opgave niet kan.
 */
export function bekendmaking(k: BekendmakingKeuze): Bekendmaking | { redenen: Reden[] } {
  const { dagtekening, vandaag, gekozen, opPapierUitgereikt } = k;
  if (gekozen === undefined) {
    if (!opPapierUitgereikt) return { op: vroegsteBekendmaking(dagtekening, vandaag) };
    return weiger('bekendmaking-dag-nodig', 'Op welke dag is het besluit op papier uitgereikt?');
  }
  const uiterlijk = plusDagen(vandaag, BINNEN_DAGEN);
  if (gekozen < dagtekening) {
    return weiger(
      'bekendmaking-voor-dagtekening',
      `De bekendmaking kan niet vóór de dagtekening (${inWoorden(dagtekening)}) liggen.`,
    );
  }
  if (gekozen > uiterlijk) {
    return weiger(
      'bekendmaking-te-ver',
      `De brief moet uiterlijk op ${inWoorden(uiterlijk)} bekend zijn gemaakt. Kijk de datum na.`,
    );
  }
  if (gekozen >= vandaag) return { op: gekozen };
  if (opPapierUitgereikt) return { op: gekozen, opPapierUitgereikt };
  return weiger(
    'bekendmaking-in-verleden',
    'De brief ontstaat vandaag en is niet eerder verstuurd. Een eerdere dag kan alleen als het besluit toen op papier is uitgereikt; geef dat dan aan.',
  );
}

const weiger = (code: string, tekst: string) => ({
  redenen: [{ code, tekst, veld: 'bekendgemaaktOp' }],
});
