import { type Datum, eerste } from './datum.ts';

/**
 * De enige weg waarlangs een regel naar de dag van kijken mag vragen.
 *
 * Elke vraag 'is deze dag bereikt?' wordt onthouden. Tot de eerste dag die nog niet bereikt was,
 * geeft elke vraag hetzelfde antwoord, en dus de hele berekening dezelfde uitkomst. Die dag is zo de
 * eerste waarop iets kan veranderen, zonder dat iemand een lijst van drempels hoeft bij te houden.
 */
export type Klok = {
  /** Waar als `dag` vandaag is of al voorbij. */
  bereikt(dag: Datum): boolean;
  /** Eerste gevraagde dag die nog niet bereikt was. */
  volgende(): Datum | undefined;
};

/** Registers gebruiken 31 december 9999 voor 'geen einde'; die dag en wat erna ligt komt nooit. */
const GEEN_EINDE = '9999-12-31';
const LENGTE_VAN_EEN_DATUM = 10;

/** Een klok die op `peildatum` stilstaat. */
export function klokOp(peildatum: Datum): Klok {
  let volgende: Datum | undefined;
  return {
    bereikt(dag) {
      if (dag >= GEEN_EINDE || dag.length > LENGTE_VAN_EEN_DATUM) return false;
      if (dag <= peildatum) return true;
      volgende = volgende ? eerste(volgende, dag) : dag;
      return false;
    },
    volgende: () => volgende,
  };
}
