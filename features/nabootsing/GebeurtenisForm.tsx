import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../web/api.ts';
import { Alert } from '../../web/ui/feedback/Alert.tsx';
import { Button } from '../../web/ui/form/Button.tsx';
import { Checkbox } from '../../web/ui/form/Choice.tsx';
import { DateField } from '../../web/ui/form/DateField.tsx';
import { Select } from '../../web/ui/form/Field.tsx';
import { Card } from '../../web/ui/layout/Card.tsx';
import type {
  Gebeurtenis,
  Gebeurtenissoort,
  Nabootsing,
  PersoonDetail,
  Verstuurd,
} from './nabootsing.schema.ts';

/** Een id dat niet bestaat: Meedoen moet het bewaren en tonen. */
const ONBEKEND: Gebeurtenissoort = {
  id: 'SS999',
  omschrijving: 'Een gebeurtenis die Meedoen niet kent',
  groep: 'signaal',
};
const VERHUIZINGEN = ['SS120', 'SS121'];

type Keuzes = { metGevolg: boolean; datum: string; keuze: string; gemeentecode: string };
const LEEG: Keuzes = { metGevolg: true, datum: '', keuze: '', gemeentecode: '' };

type Props = { persoon: PersoonDetail; nabootsing: Nabootsing };

/** Laat DUO een gebeurtenis over deze persoon melden, met of zonder wat erbij hoort. */
export function GebeurtenisForm({ persoon, nabootsing }: Props) {
  const client = useQueryClient();
  const [id, setId] = useState('');
  const [keuzes, setKeuzes] = useState(LEEG);
  const soorten = [...nabootsing.gebeurtenissen, ONBEKEND];
  const soort = soorten.find((s) => s.id === id);
  const stuur = useMutation<Verstuurd, Problem, Gebeurtenis>({
    mutationFn: (gebeurtenis) => api.post<Verstuurd>('/v1/nabootsing/gebeurtenissen', gebeurtenis),
    onSuccess: () => client.invalidateQueries({ queryKey: ['nabootsing'] }),
  });
  const kies = (nieuw: string) => {
    setId(nieuw);
    setKeuzes(LEEG);
    stuur.reset();
  };
  return (
    <Card title="Laat DUO iets melden">
      <form
        className="m-stack m-stack--tight"
        onSubmit={(event) => {
          event.preventDefault();
          if (soort) stuur.mutate(opdracht(persoon.id, soort, keuzes));
        }}
      >
        <div className="nabootsing-breed">
          <Select
            label="Gebeurtenis"
            value={id}
            onChange={kies}
            emptyLabel="Kies wat DUO meldt"
            options={soorten.map((s) => ({ value: s.id, label: `${s.id} ${s.omschrijving}` }))}
          />
        </div>
        {soort?.gevolg && (
          <Gevolg
            soort={soort}
            keuzes={keuzes}
            wijzig={(deel) => setKeuzes({ ...keuzes, ...deel })}
            gemeenten={nabootsing.gemeenten}
          />
        )}
        <div>
          <Button
            type="submit"
            look="primary"
            busy={stuur.isPending}
            busyText="Versturen…"
            disabled={!soort}
          >
            Stuur de melding
          </Button>
        </div>
        {stuur.isError && <Alert tone="refusal" title={stuur.error.detail} live />}
        {stuur.isSuccess && (
          <Alert tone="success" title="DUO stuurt de melding." live>
            Hieronder ziet u of Meedoen haar heeft ontvangen.
          </Alert>
        )}
      </form>
    </Card>
  );
}

function opdracht(persoonId: string, soort: Gebeurtenissoort, keuzes: Keuzes): Gebeurtenis {
  const { metGevolg, datum, keuze, gemeentecode } = keuzes;
  const kort = { persoonId, gebeurtenisId: soort.id };
  if (!soort.gevolg || !metGevolg) return { ...kort, metGevolg: false };
  const gekozen = keuze || soort.keuze?.opties[0];
  return {
    ...kort,
    metGevolg: true,
    ...(datum ? { datum } : {}),
    ...(gekozen ? { keuze: gekozen } : {}),
    ...(gemeentecode ? { gemeentecode } : {}),
  };
}

type GevolgProps = {
  soort: Gebeurtenissoort;
  keuzes: Keuzes;
  wijzig: (deel: Partial<Keuzes>) => void;
  gemeenten: Nabootsing['gemeenten'];
};

function Gevolg({ soort, keuzes, wijzig, gemeenten }: GevolgProps) {
  return (
    <>
      <Checkbox
        label="Voer bij DUO ook door wat erbij hoort"
        hint={soort.gevolg}
        checked={keuzes.metGevolg}
        onChange={(metGevolg) => wijzig({ metGevolg })}
      />
      {keuzes.metGevolg && (
        <div className="nabootsing-velden">
          {VERHUIZINGEN.includes(soort.id) && (
            <Select
              label="Nieuwe gemeente"
              value={keuzes.gemeentecode}
              onChange={(gemeentecode) => wijzig({ gemeentecode })}
              emptyLabel="Blijft dezelfde"
              options={gemeenten.map((g) => ({ value: g.code, label: g.naam }))}
            />
          )}
          {soort.keuze && (
            <Select
              label={soort.keuze.vraag}
              value={keuzes.keuze || (soort.keuze.opties[0] ?? '')}
              onChange={(keuze) => wijzig({ keuze })}
              options={soort.keuze.opties.map((o) => ({ value: o, label: o }))}
            />
          )}
          {soort.datum && (
            <DateField
              label={soort.datum}
              hint="dd-mm-jjjj of leeg"
              value={keuzes.datum}
              onChange={(datum) => wijzig({ datum })}
            />
          )}
        </div>
      )}
    </>
  );
}
