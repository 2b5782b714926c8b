import { opsomming } from '../../../rules/shared/tekst.ts';
import type { PipControle, PipDetail } from '../pip.schema.ts';

type Reden = PipControle['wet'][number];
type Pip = {
  controle: Pick<PipControle, 'wet' | 'duo' | 'overig'>;
  handelingen: Pick<PipDetail['handelingen'], 'vaststellen'>;
};

const sleutel = ({ code, veld, tekst }: Reden) => `${code}|${veld ?? ''}|${tekst}`;

/**
 * Wat de volgende stap nog tegenhoudt, in één lijst voor de melding en het paneel. Wie mag vaststellen ziet ook
 * wat alleen dat besluit vraagt, zoals vier ogen.
 */
export function nogTeDoen({ controle, handelingen }: Pip, magVaststellen: boolean) {
  const { wet, duo, overig } = controle;
  const bekend = new Set([...wet, ...duo, ...overig].map(sleutel));
  const besluit = magVaststellen
    ? handelingen.vaststellen.redenen.filter((r) => !bekend.has(sleutel(r)))
    : [];
  const verder = [...overig, ...besluit];
  return { wet, duo, verder, alle: [...wet, ...duo, ...verder] };
}

/**
 * Dat een collega meekijkt en waarom, in een zin voordat iemand het besluit vraagt. Leeg als dat niet hoeft, of als de
 * eerste reden waarom het nog niet kan dat al zegt.
 */
export function meekijkZin(
  pip: Pip & Pick<PipDetail, 'staat' | 'vierOgen'>,
  magVaststellen: boolean,
): string {
  const { staat, vierOgen, handelingen } = pip;
  const bezig = staat === 'concept' || staat === 'ter-vaststelling';
  if (!bezig || vierOgen.length === 0) return '';
  const [eerste] = nogTeDoen(pip, magVaststellen).alle;
  if (eerste?.code.startsWith('vier-ogen')) return '';
  const schreefMee = handelingen.vaststellen.redenen.some((r) => r.code === 'vier-ogen');
  const zelf = staat === 'ter-vaststelling' && magVaststellen && !schreefMee;
  return `${zelf ? 'U kijkt als collega mee' : 'Een collega kijkt mee'}, want ${opsomming(vierOgen)}.`;
}
