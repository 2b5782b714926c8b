import type { Uitleg } from '../../../web/ui/data/Uitleg.tsx';
import { Waarom } from '../../../web/ui/data/Waarom.tsx';
import { Vraagveld } from '../../../web/ui/form/Vraagveld.tsx';
import { inWoorden, type Waarde } from '../../shared/vraag.schema.ts';
import type { IntakeVraag } from '../intake.schema.ts';
import { useOpslag } from './opslag.tsx';
import { Bevestig, Botsing, Bronregel, useBevestig, useVeldfout } from './Veldstaat.tsx';

type VraagBlokProps = {
  vraag: IntakeVraag;
  /** Waar het antwoord heen gaat. */
  soort: 'antwoorden' | 'gezondheid';
  grondslag?: Uitleg['grondslag'];
  magBewerken: boolean;
};

/** De knop om te wissen verdwijnt; de aandacht gaat terug naar het veld zelf. */
function naarVeld(knop: HTMLElement) {
  knop.closest('.intake-vraag')?.querySelector<HTMLElement>('input, select')?.focus();
}

/** Eén vraag: invullen, bron en dag, opslag, en waarom wij dit vragen. */
export function VraagBlok({ vraag, soort, grondslag, magBewerken }: VraagBlokProps) {
  const opslag = useOpslag();
  const veld = `${soort}/${vraag.id}`;
  const error = useVeldfout(veld);
  const getypt = opslag.getypt(veld);
  const waarde =
    getypt === undefined ? (vraag.antwoord?.waarde ?? null) : (getypt as Waarde | null);
  const aangehouden = opslag.staat(veld)?.soort === 'aangehouden';
  const bevestig = useBevestig(veld, vraag, magBewerken);
  const wisbaar = (vraag.type === 'keuze' || vraag.type === 'ja-nee') && waarde !== null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: alleen om te weten welk veld de aandacht heeft
    <div
      className="intake-vraag"
      onFocus={() => opslag.inVeld(veld)}
      onBlur={() => opslag.uitVeld(veld)}
      onKeyDown={bevestig?.toets}
    >
      {magBewerken ? (
        <Vraagveld
          vraag={vraag}
          waarde={waarde}
          error={error}
          apart={soort === 'gezondheid'}
          onChange={(nieuw) => opslag.zet(veld, nieuw)}
          onToch={aangehouden ? () => void opslag.tochOpslaan(veld) : undefined}
        />
      ) : (
        <div>
          <p className="intake-vraag__tekst">{vraag.vraag}</p>
          <p className="intake-vraag__antwoord">{inWoorden(waarde)}</p>
        </div>
      )}
      <div className="m-row intake-vraag__onder">
        <Bronregel veld={veld} bron={vraag.antwoord} />
        {bevestig && <Bevestig vraag={vraag} doe={bevestig.doe} />}
        {magBewerken && wisbaar && (
          <button
            type="button"
            className="m-link-button"
            onClick={(event) => {
              naarVeld(event.currentTarget);
              opslag.zet(veld, null);
            }}
          >
            Wis antwoord<span className="m-hidden">: {vraag.vraag}</span>
          </button>
        )}
        <span className="m-quiet">
          <Waarom
            over={vraag.vraag}
            vraag="Waarom vragen we dit?"
            uitleg={{ titel: vraag.waarom, ...(grondslag ? { grondslag } : {}) }}
          >
            Waarom vragen we dit?
          </Waarom>
        </span>
      </div>
      <Botsing veld={veld} />
    </div>
  );
}
