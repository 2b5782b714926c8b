import type { Verklaring } from '../shared/antwoord.ts';
import { type Datum, plusDagen } from '../shared/datum.ts';
import { aangehaaldeDatum, type Gegeven } from '../shared/gegeven.ts';
import { grondslag } from '../shared/grondslag.ts';
import { inWoorden } from '../shared/tekst.ts';
import { doorrolUitleg, eindeVanTermijn } from '../shared/termijnenwet.ts';

export type Bezwaartermijn = { begin: Datum; laatsteDag: Datum; uitleg: Verklaring };

/**
 * `bezwaartermijn`: laatste dag om bezwaar te maken tegen een beschikking.
 *
 * Awb art. 6:7 en 6:8 (https://wetten.overheid.nl/BWBR0005537/2022-01-01): zes weken, vanaf de dag na
 * de bekendmaking; met de Algemene termijnenwet. Bezwaar schorst niet (Awb 6:16, 'onbevestigd').
 */
export function bezwaartermijn(
  bekendmaking: Gegeven<Datum>,
  extraVrijeDagen: readonly Datum[] = [],
): Bezwaartermijn {
  const rol = eindeVanTermijn(bekendmaking.waarde, { aantal: 6, eenheid: 'week' }, extraVrijeDagen);
  return {
    begin: plusDagen(bekendmaking.waarde, 1),
    laatsteDag: rol.laatsteDag,
    uitleg: () => ({
      titel: 'Laatste dag om bezwaar te maken',
      uitkomst: inWoorden(rol.laatsteDag),
      grondslag: grondslag('bezwaartermijn', 'awb', 'art. 6:7 en 6:8', {
        zekerheid: 'onbevestigd',
        toelichting: 'Uit een tweede bron overgenomen; de wettekst zelf is niet nagelezen.',
      }),
      feiten: [aangehaaldeDatum('Bekendgemaakt op', bekendmaking)],
      stappen: [
        {
          titel: 'Zes weken vanaf de dag na de bekendmaking',
          uitkomst: `${inWoorden(bekendmaking.waarde)} + 42 dagen = ${inWoorden(rol.kaal)}`,
        },
        ...doorrolUitleg(rol),
      ],
      zouWijzigenAls: ['de beschikking op een andere dag bekend is gemaakt'],
    }),
  };
}
