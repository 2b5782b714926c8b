import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  SCHALEN,
  type Schaal,
  TAAKLIJST,
  TAKEN,
  type Taak,
} from '../../rules/taakverdeling/taken.ts';
import { api, type Problem } from '../../web/api.ts';
import { Alert, Redenen } from '../../web/ui/feedback/Alert.tsx';
import { toast } from '../../web/ui/feedback/Toast.tsx';
import { Button } from '../../web/ui/form/Button.tsx';
import { DateField } from '../../web/ui/form/DateField.tsx';
import { Select } from '../../web/ui/form/Field.tsx';
import { Card } from '../../web/ui/layout/Card.tsx';
import { SJABLONEN, type Sjabloon } from './sjablonen.ts';
import type { OrganisatieKeuze, Taakverdeling } from './taakverdeling.schema.ts';

type Keuze = { schaal: Schaal; organisatieId: string };
type Keuzes = Record<Taak, Keuze>;

function beginMet(verdeling: Taakverdeling): Keuzes {
  const laatste = new Map(verdeling.regels.map((r) => [r.taak, r]));
  return Object.fromEntries(
    TAAKLIJST.map((taak) => {
      const regel = laatste.get(taak);
      return [
        taak,
        { schaal: regel?.schaal ?? 'lokaal', organisatieId: regel?.organisatieId ?? '' },
      ];
    }),
  ) as Keuzes;
}

/** De organisatie van deze soort, als er maar één is; bij de gemeente: die met de naam van de gemeente. */
function vulIn(soort: OrganisatieKeuze['soort'], verdeling: Taakverdeling): string {
  const kandidaten = verdeling.organisaties.filter((o) => o.soort === soort);
  const eigen = kandidaten.find(
    (o) => soort === 'gemeente' && o.naam.includes(verdeling.gemeente.naam),
  );
  return eigen?.id ?? (kandidaten.length === 1 ? (kandidaten[0]?.id ?? '') : '');
}

const pasToe = (sjabloon: Sjabloon, verdeling: Taakverdeling): Keuzes =>
  Object.fromEntries(
    TAAKLIJST.map((taak) => {
      const { schaal, soort } = sjabloon.regels[taak];
      return [taak, { schaal, organisatieId: vulIn(soort, verdeling) }];
    }),
  ) as Keuzes;

/** De hele verdeling in één keer wijzigen vanaf een dag; een sjabloon vult alles vooraf in. */
export function TaakverdelingForm({
  verdeling,
  peildatum,
  onKlaar,
}: {
  verdeling: Taakverdeling;
  peildatum: string;
  onKlaar: () => void;
}) {
  const client = useQueryClient();
  const [keuzes, setKeuzes] = useState(() => beginMet(verdeling));
  const [vanaf, setVanaf] = useState(peildatum);
  const leeg = TAAKLIJST.filter((taak) => keuzes[taak].organisatieId === '');
  const opslaan = useMutation<Taakverdeling, Problem>({
    mutationFn: () =>
      api.put<Taakverdeling>(`/v1/gemeenten/${verdeling.gemeente.id}/taakverdeling`, {
        geldigVanaf: vanaf,
        regels: TAAKLIJST.map((taak) => ({ taak, ...keuzes[taak] })),
      }),
    onSuccess: (nieuw) => {
      client.setQueryData(['taakverdeling', verdeling.gemeente.id], nieuw);
      void client.invalidateQueries({ queryKey: ['ik'] });
      toast({ tekst: `De taakverdeling van ${verdeling.gemeente.naam} is vastgesteld.` });
      onKlaar();
    },
  });
  const wijzig = (taak: Taak, deel: Partial<Keuze>) =>
    setKeuzes((oud) => ({ ...oud, [taak]: { ...oud[taak], ...deel } }));
  return (
    <div className="m-stack">
      <Sjablonen onKies={(s) => setKeuzes(pasToe(s, verdeling))} />
      <Card title={`Nieuwe verdeling voor ${verdeling.gemeente.naam}`}>
        {TAAKLIJST.map((taak) => (
          <Regel
            key={taak}
            taak={taak}
            keuze={keuzes[taak]}
            organisaties={verdeling.organisaties}
            onWijzig={(deel) => wijzig(taak, deel)}
          />
        ))}
      </Card>
      <Card title="Ingang">
        <div className="m-stack">
          <div className="taakverdeling-keuze">
            <DateField
              label="Geldt vanaf"
              value={vanaf}
              onChange={setVanaf}
              hint="Vandaag of later. Wat nu geldt, loopt tot die dag door."
              error={opslaan.error?.voorVeld('geldigVanaf')}
            />
          </div>
          {opslaan.error && (
            <Alert tone="refusal" title={opslaan.error.detail} live>
              <Redenen redenen={opslaan.error.redenen} />
            </Alert>
          )}
          <div className="m-row">
            <Button
              look="primary"
              busy={opslaan.isPending}
              onClick={() => opslaan.mutate()}
              reason={
                leeg.length > 0
                  ? `Kies nog een organisatie voor: ${leeg.map((t) => TAKEN[t]).join(', ')}.`
                  : undefined
              }
            >
              Vaststellen
            </Button>
            <Button look="quiet" onClick={onKlaar}>
              Annuleren
            </Button>
          </div>
        </div>
      </Card>
    </div>
  );
}

function Sjablonen({ onKies }: { onKies: (s: Sjabloon) => void }) {
  return (
    <Card title="Beginnen met een bekend patroon">
      <div className="taakverdeling-sjablonen">
        {SJABLONEN.map((s) => (
          <div key={s.id} className="m-stack m-stack--tight">
            <strong>{s.naam}</strong>
            <p className="m-quiet">{s.uitleg}</p>
            <div>
              <Button look="secondary" onClick={() => onKies(s)}>
                {`Vul in: ${s.naam}`}
              </Button>
            </div>
          </div>
        ))}
      </div>
    </Card>
  );
}

type RegelProps = {
  taak: Taak;
  keuze: Keuze;
  organisaties: OrganisatieKeuze[];
  onWijzig: (deel: Partial<Keuze>) => void;
};

function Regel({ taak, keuze, organisaties, onWijzig }: RegelProps) {
  return (
    <fieldset className="taakverdeling-form-regel">
      <legend className="m-hidden">{TAKEN[taak]}</legend>
      <strong>{TAKEN[taak]}</strong>
      <Select
        label="Organisatie"
        value={keuze.organisatieId}
        onChange={(organisatieId) => onWijzig({ organisatieId })}
        emptyLabel="Kies een organisatie"
        options={organisaties.map((o) => ({ value: o.id, label: o.naam }))}
      />
      <Select
        label="Schaal"
        value={keuze.schaal}
        onChange={(schaal) => onWijzig({ schaal: schaal as Schaal })}
        options={SCHALEN.map((s) => ({ value: s, label: s }))}
      />
    </fieldset>
  );
}
