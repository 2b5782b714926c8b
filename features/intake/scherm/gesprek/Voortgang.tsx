import { Card } from '../../../../web/ui/layout/Card.tsx';
import { Icon } from '../../../../web/ui/layout/Icon.tsx';
import type { Intake, IntakeVraag } from '../../intake.schema.ts';
import { useOpslag, waardeNu } from '../opslag.tsx';

type Onderdeel = Intake['onderdelen'][number];

type VoortgangProps = {
  intake: Intake;
  vragen: readonly IntakeVraag[];
  onKies: (onderdeel: Onderdeel, vraag: IntakeVraag | undefined) => void;
};

/** Wat van een onderdeel is gezegd, ook als het nog onderweg is. */
function useStand({ intake, vragen }: Pick<VoortgangProps, 'intake' | 'vragen'>) {
  const opslag = useOpslag();
  return (onderdeel: Onderdeel) => {
    const eigen = vragen.filter((v) => v.onderdeel === onderdeel.id);
    const open = eigen.filter((v) => waardeNu(opslag, v) === null);
    const gezegd = eigen.length - open.length;
    const verplicht = intake.volledigheid.ontbreekt.some((r) => r.veld === onderdeel.id);
    const besproken = onderdeel.vastgelegd || (gezegd > 0 && !verplicht);
    return { gezegd, totaal: eigen.length, eersteOpen: open[0] ?? eigen[0], besproken };
  };
}

type RijProps = {
  onderdeel: Onderdeel;
  stand: ReturnType<ReturnType<typeof useStand>>;
  onKies: VoortgangProps['onKies'];
};

function Rij({ onderdeel, stand, onKies }: RijProps) {
  const { besproken, gezegd, totaal, eersteOpen } = stand;
  return (
    <li>
      <button
        type="button"
        className={`voortgang__rij${besproken ? ' voortgang__rij--klaar' : ''}`}
        onClick={() => onKies(onderdeel, eersteOpen)}
      >
        <span className="voortgang__vink">{besproken && <Icon name="vink" size={14} />}</span>
        <span>{onderdeel.naam}</span>
        <span className="m-quiet voortgang__aantal">
          {totaal > 0 && `${gezegd} van ${totaal}`}
          <span className="m-hidden">{besproken ? ', besproken' : ', nog niet besproken'}</span>
        </span>
      </button>
    </li>
  );
}

/** Wat de wet vraagt en waar gemeenten verder naar vragen, met wat nog open is. */
export function Voortgang({ intake, vragen, onKies }: VoortgangProps) {
  const standVan = useStand({ intake, vragen });
  const groepen = [
    { titel: 'De wet vraagt', delen: intake.onderdelen.filter((o) => o.nodig) },
    {
      titel: 'Ook om te bespreken',
      delen: intake.onderdelen.filter((o) => !o.nodig && o.eis === 'onderwerp'),
    },
  ].map((groep) => ({ ...groep, rijen: groep.delen.map((o) => ({ o, stand: standVan(o) })) }));
  return (
    <Card title="Wat is besproken">
      <div className="m-stack">
        {groepen.map(({ titel, rijen }) => (
          <div key={titel}>
            <h3 className="voortgang__kop">
              {titel}{' '}
              <span className="m-quiet">
                {rijen.filter((r) => r.stand.besproken).length} van {rijen.length}
              </span>
            </h3>
            <ul className="voortgang">
              {rijen.map(({ o, stand }) => (
                <Rij key={o.id} onderdeel={o} stand={stand} onKies={onKies} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Card>
  );
}
