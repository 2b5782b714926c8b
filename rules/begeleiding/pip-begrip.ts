import { plusWeken } from '../shared/datum.ts';
import { inWoorden } from '../shared/tekst.ts';
import type { Lezing } from '../stand/lezing.ts';
import type { Signaal } from '../stand/stand.ts';

/** Vanaf zoveel weken na de bekendmaking valt op dat het gesprek nog niet is gevoerd. */
const NA_WEKEN = 2;
/** Daarna gaat het in de voortgangsgesprekken over het plan en zegt het signaal niets meer. */
const TOT_WEKEN = 26;

/**
 * Of is nagevraagd dat de persoon het geldende PIP begrijpt. De wet vraagt dit niet met zoveel woorden ('ontwerp'): zij
 * vraagt een besluit dat met de persoon is gemaakt en deugdelijk is bekendgemaakt (Wi2021 art. 15, Awb 3:41). Wie niet
 * weet wat er is besloten, kan geen bezwaar maken en niet meedoen.
 */
export function begripSignalen({ g, klok, pip }: Lezing): Signaal[] {
  if (!pip) return [];
  const { pipId, bekendgemaaktOp } = pip.inhoud;
  if (!klok.bereikt(plusWeken(bekendgemaaktOp, NA_WEKEN))) return [];
  if (klok.bereikt(plusWeken(bekendgemaaktOp, TOT_WEKEN))) return [];
  const laatste = g.alle('pip-begrepen').findLast((f) => f.inhoud.pipId === pipId);
  if (!laatste) {
    const tekst = `Nog niet nagevraagd of het PIP van ${inWoorden(bekendgemaaktOp)} duidelijk is.`;
    return [{ id: 'pip-niet-nagevraagd', ernst: 'ter-info', tekst }];
  }
  const niet = laatste.inhoud.antwoorden.filter((a) => a.oordeel !== 'begrepen').length;
  if (niet === 0) return [];
  const vragen = `${niet} van de ${laatste.inhoud.antwoorden.length} vragen`;
  const tekst = `Het PIP is nog niet helemaal duidelijk: ${vragen} niet of deels begrepen op ${inWoorden(laatste.geldigOp)}.`;
  return [{ id: 'pip-niet-begrepen', ernst: 'let-op', tekst }];
}
