import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, newKey, Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { ProgressBar } from '../../../web/ui/data/ProgressBar.tsx';
import { Waarom } from '../../../web/ui/data/Waarom.tsx';
import { Alert, Redenen } from '../../../web/ui/feedback/Alert.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button, ButtonLink } from '../../../web/ui/form/Button.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Link, usePathParam } from '../../../web/ui/layout/Link.tsx';
import type { Intake } from '../intake.schema.ts';
import { type Opslagstand, useOpslag } from './opslag.tsx';

function Klaar({ af }: { af: NonNullable<Intake['afgerond']> }) {
  const id = usePathParam('dossierId');
  return (
    <Card title="Afgerond" tone="soft">
      <p>
        De brede intake is op {formatDate(af.op, 'datum')} afgerond door {af.bron}
        {af.zonderPersoon && ', zonder de persoon'}. Antwoorden kunt u nog bijwerken.
      </p>
      <ButtonLink look="primary" href={`/inburgeraars/${id}/pip`}>
        Naar het PIP
      </ButtonLink>
    </Card>
  );
}

function Ontbreekt({ intake }: { intake: Intake }) {
  const { ontbreekt } = intake.volledigheid;
  if (ontbreekt.length === 0) return null;
  return (
    <ul className="intake-ontbreekt" id="intake-ontbreekt">
      {ontbreekt.map((reden) => (
        <li key={reden.code}>
          <Link href={reden.actie ?? '#'}>{reden.tekst}</Link>
        </li>
      ))}
    </ul>
  );
}

function waaromNiet(mist: number, stand: Opslagstand): string | undefined {
  if (stand.aangehouden.length > 0) return 'Kan als alle antwoorden zijn opgeslagen.';
  if (stand.zonderVerbinding && stand.wachtend > 0)
    return 'Kan als alle antwoorden zijn verstuurd.';
  if (mist === 0) return undefined;
  return mist === 1 ? 'Kan als dit er nog bij is.' : `Kan als deze ${mist} er nog bij zijn.`;
}

/** Hoe ver de intake is, alles wat ontbreekt, en afronden zodra dat kan. */
export function AfrondenKaart({ intake }: { intake: Intake }) {
  const id = usePathParam('dossierId');
  const client = useQueryClient();
  const { verstuurNu, stand } = useOpslag();
  const [sleutel, setSleutel] = useState(newKey);
  const zonderPersoon = intake.ladder.stap === 'afronden-zonder-persoon';
  const afronden = useMutation<Intake, Problem>({
    mutationFn: async () => {
      await verstuurNu();
      const pad = `/v1/dossiers/${id}/intake/_afronden`;
      return api.post<Intake>(pad, { zonderPersoon }, { idempotencyKey: sleutel });
    },
    onSuccess: () => toast({ tekst: 'De brede intake is afgerond.' }),
    onSettled: () => {
      setSleutel(newKey());
      return client.invalidateQueries({ queryKey: ['dossier', id] });
    },
  });
  if (intake.afgerond) return <Klaar af={intake.afgerond} />;
  const nodig = intake.onderdelen.filter((o) => o.nodig);
  const mist = intake.volledigheid.ontbreekt.length;
  const klaar = zonderPersoon ? nodig.length : nodig.length - mist;
  const reden = waaromNiet(mist, stand);
  return (
    <Card title="Afronden" tone="soft">
      <div id="vraag-afronden" className="m-stack m-stack--tight">
        {!zonderPersoon && (
          <ProgressBar
            label="Onderdelen die nodig zijn"
            text={`${klaar} van ${nodig.length}`}
            value={klaar}
            max={nodig.length}
            tone={mist === 0 ? 'met' : 'ours'}
          />
        )}
        {zonderPersoon && <p>{intake.ladder.tekst}</p>}
        <Ontbreekt intake={intake} />
        {intake.mag.bewerken && (
          <Button
            look="primary"
            busy={afronden.isPending}
            busyText="Bezig met afronden…"
            reason={reden}
            onClick={() => afronden.mutate()}
          >
            {zonderPersoon ? 'Afronden zonder de persoon' : 'Intake afronden'}
          </Button>
        )}
        <p className="m-quiet">
          <Waarom uitleg={intake.volledigheid.uitleg}>Waarom dit nodig is</Waarom>
        </p>
        {afronden.isError && (
          <Alert tone="refusal" title={`${afronden.error.detail}`} live>
            <Redenen redenen={afronden.error instanceof Problem ? afronden.error.redenen : []} />
          </Alert>
        )}
      </div>
    </Card>
  );
}
