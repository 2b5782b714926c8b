import { Card } from '../../../../web/ui/layout/Card.tsx';
import { Icon } from '../../../../web/ui/layout/Icon.tsx';
import type { Intake, IntakeVraag } from '../../intake.schema.ts';
import { useOpslag, waardeNu } from '../opslag.tsx';
import { type OnderdeelStand, standVanOnderdeel } from './voortgang.ts';

type Onderdeel = Intake['onderdelen'][number];

type VoortgangProps = {
  intake: Intake;
  vragen: readonly IntakeVraag[];
  onKies: (onderdeel: Onderdeel, vraag: IntakeVraag | undefined) => void;
};

type RijProps = {
  onderdeel: Onderdeel;
  stand: OnderdeelStand;
  onKies: VoortgangProps['onKies'];
};

function inWoorden({ besproken, teBevestigen }: OnderdeelStand): string {
  if (besproken) return ', besproken';
  return teBevestigen > 0 ? ', nog niet bevestigd' : ', nog niet besproken';
}

function Rij({ onderdeel, stand, onKies }: RijProps) {
  const { besproken, teBevestigen, gezegd, totaal, verder } = stand;
  return (
    <li>
      <button
        type="button"
        className={`voortgang__rij${besproken ? ' voortgang__rij--klaar' : ''}`}
        onClick={() => onKies(onderdeel, verder)}
      >
        <span className="voortgang__vink">{besproken && <Icon name="vink" size={14} />}</span>
        <span>{onderdeel.naam}</span>
        <span className="m-quiet voortgang__aantal">
          {teBevestigen > 0 && <span className="m-near">{teBevestigen} te bevestigen</span>}
          {teBevestigen === 0 && totaal > 0 && `${gezegd} van ${totaal}`}
          <span className="m-hidden">{inWoorden(stand)}</span>
        </span>
      </button>
    </li>
  );
}

/** Wat de wet vraagt en waar gemeenten verder naar vragen, met wat nog open is. */
export function Voortgang({ intake, vragen, onKies }: VoortgangProps) {
  const opslag = useOpslag();
  const standVan = (onderdeel: Onderdeel) =>
    standVanOnderdeel(onderdeel, intake, vragen, {
      waardeVan: (v) => waardeNu(opslag, v),
      isAangeraakt: (v) => opslag.staat(`antwoorden/${v.id}`) !== undefined,
    });
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
