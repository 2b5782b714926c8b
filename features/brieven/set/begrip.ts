import type { Taal } from '../../shared/talen.schema.ts';
import { eersteZin } from './inhoud.ts';
import type { Setbron } from './set.schema.ts';
import { type Alinea, alinea, type Sleutel, type Vinder, type Zin } from './zetten.ts';

/** Een vraag terug, met het antwoord dat bij dit PIP hoort. */
export type Begripvraag = { id: Sleutel; vraag: Alinea; antwoord: Alinea };

/**
 * Drie vragen uit dit PIP: de route, de eerste stap, en een dag. Zolang bezwaar kan is dat de dag van het bezwaar,
 * daarna de dag waarop de persoon klaar moet zijn.
 */
export function begripVan(b: Setbron, vandaag: string, vind: Vinder, taal: Taal): Begripvraag[] {
  const bezwaarKan = vandaag <= b.bezwaarTotEnMet;
  const vraag = (id: Sleutel, antwoord: Zin): Begripvraag => ({
    id,
    vraag: alinea(vind, taal, { sleutel: id }),
    antwoord: alinea(vind, taal, antwoord),
  });
  return [
    vraag('begrip.route', { sleutel: `route.${b.leerroute}` }),
    vraag('begrip.eerst', eersteZin(b)),
    bezwaarKan
      ? vraag('begrip.bezwaar', {
          sleutel: 'bezwaar.tot',
          waarden: { datum: { datum: b.bezwaarTotEnMet } },
        })
      : vraag('begrip.termijn', {
          sleutel: b.termijn.van === 'duo' ? 'tijd.einde.duo' : 'tijd.einde',
          waarden: { datum: { datum: b.termijn.laatsteDag } },
        }),
  ];
}
