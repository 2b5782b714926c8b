import { useMemo } from 'react';
import { type Bevinding, type Doelniveau, kijkNa, type Leescijfers } from '../lint.ts';

type Props = {
  tekst: string;
  doel: Doelniveau;
  naam: string;
  /** Zonder dit is er alleen te lezen. */
  onChange: ((tekst: string) => void) | undefined;
};

const getal = (n: number) => n.toLocaleString('nl-NL');

function samenvatting(c: Leescijfers): string {
  if (c.schatting === 'te kort') return `${c.woorden} woorden: te kort om een niveau te schatten.`;
  return `Geschat niveau: ${c.schatting}. Gemiddeld ${getal(c.gemiddeldeZin)} woorden per zin, de langste ${c.langsteZin}. Flesch-Douma ${getal(c.douma)}, Leesindex ${getal(c.leesindex)}.`;
}

/** De tekst in stukken, met wat lastig leest gemerkt; wat in iets anders valt, telt daar mee. */
function stukken(tekst: string, bevindingen: readonly Bevinding[]) {
  const delen: { tekst: string; plaats: number; nummer?: number }[] = [];
  let tot = 0;
  for (const [i, b] of bevindingen.entries()) {
    if (b.van < tot) continue;
    if (b.van > tot) delen.push({ tekst: tekst.slice(tot, b.van), plaats: tot });
    delen.push({ tekst: tekst.slice(b.van, b.tot), plaats: b.van, nummer: i + 1 });
    tot = b.tot;
  }
  if (tot < tekst.length) delen.push({ tekst: tekst.slice(tot), plaats: tot });
  return delen;
}

const hoofdletter = (voorbeeld: string, woord: string) =>
  /^\p{Lu}/u.test(voorbeeld) ? woord.charAt(0).toUpperCase() + woord.slice(1) : woord;

/** Hoe een blok leest: het geschatte niveau, de plekken die lastig zijn, en een gewoon woord. */
export function Leesbaar({ tekst, doel, naam, onChange }: Props) {
  const { bevindingen, cijfers } = useMemo(() => kijkNa(tekst, doel), [tekst, doel]);
  if (tekst.trim() === '') return <p className="m-quiet">Dit blok komt niet in de brief.</p>;
  return (
    <div className="sjabloon-lees" role="status" aria-label={`Leesoordeel van ${naam}`}>
      <p className="m-quiet">{samenvatting(cijfers)}</p>
      {bevindingen.length > 0 && (
        <>
          <p className="sjabloon-lees__tekst">
            {stukken(tekst, bevindingen).map((deel) =>
              deel.nummer ? (
                <mark key={deel.plaats}>
                  {deel.tekst}
                  <sup>{deel.nummer}</sup>
                </mark>
              ) : (
                <span key={deel.plaats}>{deel.tekst}</span>
              ),
            )}
          </p>
          <ol>
            {bevindingen.map((b) => (
              <li key={`${b.soort}${b.van}${b.tot}`}>
                {b.uitleg}{' '}
                {b.alternatief && onChange && (
                  <button
                    type="button"
                    className="m-link-button"
                    onClick={() =>
                      onChange(
                        `${tekst.slice(0, b.van)}${hoofdletter(b.fragment, b.alternatief ?? '')}${tekst.slice(b.tot)}`,
                      )
                    }
                  >
                    Zet ‘{hoofdletter(b.fragment, b.alternatief)}’
                  </button>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}
