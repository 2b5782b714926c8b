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
