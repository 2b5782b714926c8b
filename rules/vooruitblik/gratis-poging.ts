import { gratisPogingenOver, hoogGenoeg } from '../examen/pogingen.ts';
import { EXAMENONDERDELEN } from '../leerroute/velden.ts';
import { opsomming } from '../shared/tekst.ts';
import type { Lezing } from '../stand/lezing.ts';
import type { Signaal } from '../stand/stand.ts';
import { niveauInPip, uitslagen } from '../verplichting/examens.ts';

/**
 * Wat een gezakt examen kost als het nog eens moet: voor een asielstatushouder zijn twee pogingen per
 * onderdeel gratis (Regeling inburgering 2021 art. 3.5,
 * https://wetten.overheid.nl/BWBR0045574/2026-04-18). Niet in de Z-route: of een onderdeel daar gratis kan,
 * hangt af van een afspraak in het PIP die hier niet is vastgelegd.
 */
export function gratisPoging(l: Lezing): Signaal[] {
  const { leerroute } = l;
  if (l.doelgroep.waarde !== 'asielstatushouder' || !leerroute) return [];
  const alle = uitslagen(l);
  if (alle.length === 0) return [];
  const niveauPip = niveauInPip(l);
  const behaald = new Set(
    alle
      .filter((u) => u.resultaat === 'Geslaagd' && hoogGenoeg(u.niveau, niveauPip))
      .map((u) => u.onderdeel),
  );
  const over = (pogingen: typeof alle) =>
    gratisPogingenOver('Asielstatushouder', leerroute, pogingen, { niveauPip });
  const [ooit, nu] = [over([]), over(alle.filter((u) => u.resultaat !== 'Geen'))];
  const nog = EXAMENONDERDELEN.filter((o) => !behaald.has(o) && ooit[o] > 0);
  const zinnen = [
    ...zin(
      'Nog één gratis poging voor',
      nog.filter((o) => nu[o] === 1),
    ),
    ...zin(
      'Geen gratis pogingen meer voor',
      nog.filter((o) => nu[o] === 0),
    ),
  ];
  if (zinnen.length === 0) return [];
  return [{ id: 'gratis-poging', ernst: 'ter-info', tekst: zinnen.join(' ') }];
}

const zin = (begin: string, onderdelen: string[]): string[] =>
  onderdelen.length > 0 ? [`${begin} ${opsomming(onderdelen)}.`] : [];
