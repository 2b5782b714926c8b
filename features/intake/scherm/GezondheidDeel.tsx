import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Checkbox, CheckboxGroup } from '../../../web/ui/form/Choice.tsx';
import { GEVOLGEN } from '../../shared/gevoelig-woorden.schema.ts';
import type { Gezondheid, Intake } from '../intake.schema.ts';
import { gezondheidSleutel } from './onderweg/versturen.tsx';
import { useOpslag } from './opslag.tsx';
import { Botsing, Bronregel, useVeldfout } from './Veldstaat.tsx';
import { VraagBlok } from './VraagBlok.tsx';

type Belastbaarheid = { besproken: boolean; gevolgen: string[] };
type DeelProps = { intake: Intake; onderdeel: Intake['onderdelen'][number] };

const VELD = 'belastbaarheid';
const GEEN = GEVOLGEN[0];
const OPTIES = GEVOLGEN.map((g) => ({ value: g, label: g }));

/** 'geen gevolgen' sluit de andere uit, en andersom. */
function kies(vorige: string[], nieuw: string[]): string[] {
  if (!nieuw.includes(GEEN)) return nieuw;
  return vorige.includes(GEEN) ? nieuw.filter((g) => g !== GEEN) : [GEEN];
}

function Gevolg({ intake }: { intake: Intake }) {
  const opslag = useOpslag();
  const error = useVeldfout(VELD);
  const bewaard = { besproken: false, gevolgen: [], ...intake.gezondheid };
  const { besproken, gevolgen } = (opslag.getypt(VELD) as Belastbaarheid | undefined) ?? bewaard;
  if (!intake.mag.bewerken) {
    return (
      <p>
        {besproken ? 'Besproken.' : 'Nog niet besproken.'}{' '}
        {gevolgen.length > 0 && `Gevolg: ${gevolgen.join(', ')}.`}
      </p>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: alleen om te weten welk veld de aandacht heeft
    <div
      className="intake-vraag intake-gevolgen"
      onFocus={() => opslag.inVeld(VELD)}
      onBlur={() => opslag.uitVeld(VELD)}
    >
      <Checkbox
        label="Gezondheid is besproken"
        checked={besproken}
        onChange={(ja) => opslag.zet(VELD, { besproken: ja, gevolgen: ja ? gevolgen : [] })}
      />
      {besproken && (
        <CheckboxGroup
          label="Wat is het gevolg voor lessen en werk?"
          hint="Alleen dit gaat naar scholen en anderen. Een diagnose hoort hier niet."
          error={error}
          values={gevolgen}
          options={OPTIES}
          onChange={(nieuw) => opslag.zet(VELD, { besproken, gevolgen: kies(gevolgen, nieuw) })}
        />
      )}
      <div className="m-row intake-vraag__onder">
        <Bronregel veld={VELD} bron={intake.gezondheid} />
      </div>
      <Botsing veld={VELD} />
    </div>
  );
}

function Inhoud({ onderdeel }: Pick<DeelProps, 'onderdeel'>) {
  const { dossierId: id } = useOpslag();
  const vraag = useQuery<Gezondheid, Problem>({
    queryKey: gezondheidSleutel(id),
    queryFn: ({ signal }) =>
      api.get<Gezondheid>(`/v1/dossiers/${id}/intake/gezondheid`, { signal }),
  });
  if (vraag.isError) return <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />;
  if (!vraag.data) return <Skeleton lines={5} />;
  return vraag.data.vragen.map((v) => (
    <VraagBlok
      key={v.id}
      vraag={v}
      soort="gezondheid"
      grondslag={onderdeel.grondslag}
      magBewerken
    />
  ));
}

type GezondheidProps = DeelProps & {
  /** De intake is meegenomen zonder de antwoorden over gezondheid. */
  thuisGelaten?: boolean;
};

/** Gezondheid: iedereen ziet het gevolg; de inhoud alleen wie dat recht heeft, en pas na openen. */
export function GezondheidDeel({ intake, onderdeel, thuisGelaten }: GezondheidProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className="m-stack">
      <Gevolg intake={intake} />
      {!intake.mag.gezondheid && (
        <Alert tone="info" title="De inhoud staat apart.">
          {thuisGelaten
            ? 'Niet meegenomen op dit apparaat.'
            : 'U hebt geen recht om antwoorden over gezondheid te lezen. Het gevolg hierboven mag u zien.'}
        </Alert>
      )}
      {intake.mag.gezondheid && !open && (
        <div className="m-row">
          <Button icon="slot" onClick={() => setOpen(true)}>
            Gezondheid openen
          </Button>
          <span className="m-quiet">Elke keer dat u kijkt, staat in het logboek.</span>
        </div>
      )}
      {intake.mag.gezondheid && open && <Inhoud onderdeel={onderdeel} />}
    </div>
  );
}
