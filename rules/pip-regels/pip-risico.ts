import type { Datum } from '../shared/datum.ts';
import type { Leerroute } from '../stand/feiten.ts';

export type PipRisico = {
  id: 'afwijking' | 'z-route' | 'te-laat' | 'zonder-persoon';
  tekst: string;
};

/**
 * Waarom een PIP meer kans geeft op een fout of een geslaagd bezwaar, zodat een tweede mens meekijkt.
 *
 * Geen eis van de wet: het college verdeelt het vaststellen binnen de gemeente (Wi2021 art. 15, beleidspunt N20).
 * De punten zijn een eigen keuze: afwijken van het advies, de Z-route (art. 9), een dagtekening na de tien weken
 * (Besluit inburgering 2021 art. 5.3) en een intake die zonder de persoon is afgerond (art. 14).
 * @param laatsteDag laatste dag voor het PIP, tot en met; weg als die niet bekend is.
 */
export function pipRisicos(f: {
  leerroute: Leerroute | undefined;
  /** Reden om van het advies af te wijken; leeg is geen afwijking. */
  afwijking: string | undefined;
  dagtekening: Datum;
  laatsteDag: Datum | null | undefined;
  zonderPersoon: boolean;
}): PipRisico[] {
  const risicos: PipRisico[] = [];
  if (f.afwijking?.trim())
    risicos.push({ id: 'afwijking', tekst: 'de leerroute wijkt af van het advies' });
  if (f.leerroute === 'Z') risicos.push({ id: 'z-route', tekst: 'het is de Z-route' });
  if (f.laatsteDag && f.dagtekening > f.laatsteDag)
    risicos.push({ id: 'te-laat', tekst: 'het PIP komt na de tien weken' });
  if (f.zonderPersoon)
    risicos.push({ id: 'zonder-persoon', tekst: 'de intake is zonder de persoon afgerond' });
  return risicos;
}
