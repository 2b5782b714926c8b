import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keurBeleid } from '../../../rules/beleid/keur.ts';
import { parameterVan } from '../../../rules/beleid/parameters.ts';
import { beleidInWoorden } from '../../../rules/beleid/waarde.ts';
import type { Oordeel } from '../../../rules/shared/antwoord.ts';
import { api, type Problem } from '../../../web/api.ts';
import { Alert, Redenen } from '../../../web/ui/feedback/Alert.tsx';
import { ConflictNotice } from '../../../web/ui/feedback/ConflictNotice.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { TextArea } from '../../../web/ui/form/Field.tsx';
import type { LokaalBeleid, ParameterRegel } from '../beleid.schema.ts';
import { Gevolg, useGevolg, type Voornemen } from './Gevolg.tsx';
import { beginVan, WaardeVeld } from './WaardeVeld.tsx';

type Props = {
  gemeente: LokaalBeleid['gemeente'];
  regel: ParameterRegel;
  peildatum: string;
  onKlaar: () => void;
};

function useVaststellen({ gemeente, regel, onKlaar }: Props) {
  const client = useQueryClient();
  return useMutation<LokaalBeleid, Problem, Voornemen & { toelichting: string; revisie: number }>({
    mutationFn: (besluit) => api.post<LokaalBeleid>(`/v1/gemeenten/${gemeente.id}/beleid`, besluit),
    onSuccess: (nieuw) => {
      client.setQueryData(['beleid', gemeente.id], nieuw);
      void client.invalidateQueries({ queryKey: ['beleid-verschillen'] });
      toast({ tekst: `${regel.naam}: vastgesteld voor ${gemeente.naam}.` });
      onKlaar();
    },
    onError: (fout) => {
      if (fout.conflict) void client.invalidateQueries({ queryKey: ['beleid', gemeente.id] });
    },
  });
}

const volgt = (regel: ParameterRegel) => regel.geldend?.waarde === null || !regel.geldend;

/** Wat iemand aan het invullen is. `keren` maakt de velden nieuw als een ander eerder was. */
function useConcept(regel: ParameterRegel, peildatum: string) {
  const begin = () => regel.waarde ?? beginVan(parameterVan(regel.sleutel).veld);
  const [eigen, setEigen] = useState(true);
  const [invoer, setInvoer] = useState<unknown>(begin);
  const [vanaf, setVanaf] = useState(peildatum);
  const [toelichting, setToelichting] = useState('');
  const [keren, setKeren] = useState(0);
  const opnieuw = () => {
    setInvoer(begin());
    setKeren((n) => n + 1);
  };
  const waarde = eigen ? invoer : null;
  const oordeel = keurBeleid(regel.sleutel, waarde);
  const waarden = { eigen, invoer, vanaf, toelichting, keren, waarde, oordeel };
  return { ...waarden, setEigen, setInvoer, setVanaf, setToelichting, opnieuw };
}
type Concept = ReturnType<typeof useConcept>;

/** Wijzigen op één plek: waarde en dag, dan het gevolg, dan vaststellen met een reden. */
export function BeleidForm(props: Props) {
  const { gemeente, regel, peildatum } = props;
  const concept = useConcept(regel, peildatum);
  const gevolg = useGevolg(gemeente.id);
  const stel = useVaststellen(props);
  const { waarde, vanaf, toelichting } = concept;
  const voornemen = { sleutel: regel.sleutel, waarde, geldigVanaf: vanaf };
  const wijzig = (doe: () => void) => {
    doe();
    gevolg.wis();
    stel.reset();
  };
  const vaststellen = () => stel.mutate({ ...voornemen, toelichting, revisie: regel.revisie });
  const fout = gevolg.reken.error ?? stel.error;
  return (
    <form className="beleid-form" onSubmit={(event) => event.preventDefault()}>
      <h3>Wijzigen</h3>
      <Waarde regel={regel} concept={concept} wijzig={wijzig} />
      <DateField
        label="Geldt vanaf"
        value={vanaf}
        onChange={(dag) => wijzig(() => concept.setVanaf(dag))}
        hint="Vandaag of later: dd-mm-jjjj. Wat nu geldt, loopt tot die dag door."
        error={fout?.voorVeld('geldigVanaf')}
      />
      <TextArea
        label="Waarom verandert dit?"
        hint="Bijvoorbeeld het besluit van het college en de datum ervan."
        value={toelichting}
        maxLength={2000}
        onChange={concept.setToelichting}
      />
      {gevolg.effect && <Gevolg effect={gevolg.effect} klaar={gevolg.klaar} />}
      {stel.error?.conflict && (
        <ConflictNotice
          conflict={stel.error.conflict}
          onTakeTheirs={() => wijzig(concept.opnieuw)}
          onKeepMine={vaststellen}
        />
      )}
      <Weigering fout={fout} />
      <div className="m-row">
        <Stap
          concept={concept}
          klaar={gevolg.klaar}
          rekent={gevolg.reken.isPending}
          slaatOp={stel.isPending}
          onReken={() => gevolg.reken.mutate(voornemen)}
          onVaststellen={vaststellen}
        />
        <Button look="quiet" onClick={props.onKlaar}>
          Annuleren
        </Button>
      </div>
    </form>
  );
}

type WaardeProps = { regel: ParameterRegel; concept: Concept; wijzig: (doe: () => void) => void };

function Waarde({ regel, concept, wijzig }: WaardeProps) {
  const { veld } = parameterVan(regel.sleutel);
  const standaard = beleidInWoorden(veld, regel.standaard);
  return (
    <>
      {!volgt(regel) && (
        <RadioGroup
          label="Wat gaat er gelden?"
          value={concept.eigen ? 'eigen' : 'standaard'}
          onChange={(k) => wijzig(() => concept.setEigen(k === 'eigen'))}
          options={[
            { value: 'eigen', label: 'een eigen waarde' },
            { value: 'standaard', label: `weer de standaard: ${standaard}` },
          ]}
        />
      )}
      {concept.eigen && (
        <WaardeVeld
          key={concept.keren}
          veld={veld}
          waarde={concept.invoer}
          onWijzig={(nieuw) => wijzig(() => concept.setInvoer(nieuw))}
        />
      )}
      <Grensoordeel oordeel={concept.oordeel} leeg={concept.waarde === undefined} />
    </>
  );
}

type StapProps = {
  concept: Concept;
  klaar: boolean;
  rekent: boolean;
  slaatOp: boolean;
  onReken: () => void;
  onVaststellen: () => void;
};

/** Eerst het gevolg zien, dan pas vaststellen. */
function Stap({ concept, klaar, rekent, slaatOp, onReken, onVaststellen }: StapProps) {
  if (klaar) {
    const leeg = concept.toelichting.trim() === '';
    const reden = leeg ? 'Schrijf eerst waarom dit verandert.' : undefined;
    return (
      <Button look="primary" busy={slaatOp} onClick={onVaststellen} reason={reden}>
        Vaststellen
      </Button>
    );
  }
  const mag = concept.oordeel.uitkomst !== 'voldoet-niet';
  const reden = mag ? undefined : 'Kies eerst een waarde die mag.';
  return (
    <Button
      look="primary"
      busy={rekent}
      busyText="Dossiers doorrekenen…"
      onClick={onReken}
      reason={concept.vanaf === '' ? 'Kies eerst een dag.' : reden}
    >
      Bekijk het gevolg
    </Button>
  );
}

/** Zegt meteen of de wet de waarde toelaat, zonder op de server te wachten. */
function Grensoordeel({ oordeel, leeg }: { oordeel: Oordeel; leeg: boolean }) {
  if (oordeel.uitkomst !== 'voldoet-niet' || leeg) return null;
  return (
    <Alert tone="refusal" title="Dit mag niet." live>
      <ul className="m-redenen">
        {oordeel.redenen.map((r) => (
          <li key={`${r.veld}${r.tekst}`}>
            {r.tekst}{' '}
            {r.grondslag && (
              <a href={r.grondslag.link} target="_blank" rel="noreferrer">
                {r.grondslag.artikel}
                <span className="m-hidden"> (opent in een nieuw tabblad)</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function Weigering({ fout }: { fout: Problem | null }) {
  if (!fout || fout.conflict) return null;
  return (
    <Alert tone="refusal" title={fout.detail} live>
      <Redenen redenen={fout.redenen} />
    </Alert>
  );
}
