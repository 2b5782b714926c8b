import type { Verklaring } from '../shared/antwoord.ts';
import { type Datum, plusDagen } from '../shared/datum.ts';
import { aangehaaldeDatum, type Gegeven } from '../shared/gegeven.ts';
import { grondslag } from '../shared/grondslag.ts';
import { inWoorden } from '../shared/tekst.ts';
import { doorrolUitleg, eindeVanTermijn } from '../shared/termijnenwet.ts';

/** Awb 6:9 lid 2: op tijd gepost en binnen een week na afloop ontvangen. */
const POST_DAGEN = 7;

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

/**
 * Of een bezwaar op tijd is: binnen de termijn ontvangen, of op tijd gepost en binnen een week na afloop ontvangen.
 *
 * Algemene wet bestuursrecht art. 6:9 (https://wetten.overheid.nl/BWBR0005537/2022-01-01), niet nagelezen.
 * @param laatste laatste dag om bezwaar te maken, tot en met.
 * @param gepost dag van het poststempel; zonder stempel telt alleen de ontvangst.
 */
export function isOpTijd(laatste: Datum, ontvangen: Datum, gepost: Datum | undefined): boolean {
  if (ontvangen <= laatste) return true;
  return gepost !== undefined && gepost <= laatste && ontvangen <= plusDagen(laatste, POST_DAGEN);
}
