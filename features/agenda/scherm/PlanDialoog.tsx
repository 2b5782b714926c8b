import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, newKey, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { useIk } from '../../../web/ik.ts';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Checkbox } from '../../../web/ui/form/Choice.tsx';
import { Select } from '../../../web/ui/form/Field.tsx';
import { TochPlannen } from '../../../web/ui/form/TochPlannen.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { hoorZin } from '../../shared/hoort.schema.ts';
import { type AgendaAfspraak, SOORTEN } from '../agenda.schema.ts';
import { Fout } from './Fout.tsx';
import { type Persoon, PersoonKiezer } from './PersoonKiezer.tsx';
import { useDag, useVoorzet } from './useVoorzet.tsx';
import { beginVan, type Formulier, Momentvelden, metVoorzet, momentVan } from './Velden.tsx';

export type Bedoeling =
  | { wat: 'nieuw'; datum: string; tijd: string; persoon?: Persoon }
  | { wat: 'verzetten'; afspraak: AgendaAfspraak };

const SOORT_OPTIES = Object.entries(SOORTEN).map(([value, label]) => ({ value, label }));

function begin(b: Bedoeling): Formulier {
  if (b.wat === 'nieuw') return beginVan(b.datum, b.tijd);
  const { datum, tijd, duurMinuten, vorm, plaats, tolkTaal } = b.afspraak;
  return {
    datum,
    tijd,
    duur: String(duurMinuten),
    vorm: vorm ?? 'kantoor',
    plaats,
    tolkTaal: tolkTaal ?? '',
  };
}

type WieProps = {
  bedoeling: Bedoeling;
  persoon: Persoon | null;
  setPersoon: (p: Persoon | null) => void;
  soort: string;
  setSoort: (s: string) => void;
  fout: Problem | null;
};

function Wie({ bedoeling, persoon, setPersoon, soort, setSoort, fout }: WieProps) {
  if (bedoeling.wat === 'verzetten') {
    return (
      <p>
        Met <strong>{bedoeling.afspraak.naam}</strong>, {SOORTEN[bedoeling.afspraak.soort]}.
      </p>
    );
  }
  return (
    <>
      <PersoonKiezer gekozen={persoon} kies={setPersoon} fout={fout?.voorVeld('dossierId')} />
      <Select label="Soort afspraak" value={soort} options={SOORT_OPTIES} onChange={setSoort} />
    </>
  );
}

type Props = {
  bedoeling: Bedoeling;
  onSluit: () => void;
  /** Op welke dag de afspraak nu staat. */
  onKlaar: (datum: string) => void;
};

type Ingevuld = {
  bedoeling: Bedoeling;
  persoon: Persoon | null;
  soort: string;
  f: Formulier;
  bericht: boolean;
  tochPlannen: boolean;
};

function useVersturen(
  { bedoeling, persoon, soort, f, ...keuze }: Ingevuld,
  onKlaar: (datum: string) => void,
) {
  const client = useQueryClient();
  const [sleutel] = useState(newKey);
  const nieuw = bedoeling.wat === 'nieuw';
  return useMutation<unknown, Problem>({
    mutationFn: () => {
      const moment = momentVan(f);
      if (bedoeling.wat === 'verzetten') {
        const { dossierId, afspraakId, feitId } = bedoeling.afspraak;
        const inhoud = { ...moment, ...keuze, gezien: feitId };
        return api.put(`/v1/agenda/afspraken/${dossierId}/${afspraakId}`, inhoud);
      }
      const inhoud = { ...moment, ...keuze, soort, dossierId: persoon?.dossierId };
      return api.post('/v1/agenda/afspraken', inhoud, { idempotencyKey: sleutel });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['agenda'] });
      const wanneer = `${formatDate(f.datum, 'datum')} om ${momentVan(f).tijd}`;
      toast({ tekst: nieuw ? `Gepland op ${wanneer}.` : `Verzet naar ${wanneer}.` });
      onKlaar(f.datum);
    },
  });
}

/** Een afspraak plannen of verzetten. Wat getypt is blijft staan als de server weigert. */
export function PlanDialoog({ bedoeling, onSluit, onKlaar }: Props) {
  const nieuw = bedoeling.wat === 'nieuw';
  const [persoon, setPersoon] = useState<Persoon | null>(
    nieuw ? (bedoeling.persoon ?? null) : bedoeling.afspraak,
  );
  const [gekozenSoort, setSoort] = useState<string>();
  const [f, setF] = useState(() => begin(bedoeling));
  const [bericht, setBericht] = useState(true);
  const [tochPlannen, setToch] = useState(false);
  const voorzet = useVoorzet(persoon?.dossierId, f.datum);
  useEffect(() => {
    const v = voorzet.data;
    if (nieuw && v) setF((oud) => metVoorzet(oud, v));
  }, [nieuw, voorzet.data]);
  const soort = gekozenSoort ?? voorzet.data?.soort ?? 'voortgangsgesprek';
  const stuur = useVersturen({ bedoeling, persoon, soort, f, bericht, tochPlannen }, onKlaar);
  const ik = useIk().data?.medewerker;
  const van = voorzet.data?.klantmanager ?? ik;
  const dag = useDag(van?.id, f.datum);
  const eigen = nieuw ? undefined : bedoeling.afspraak.afspraakId;
  const waarschuwing = voorzet.data?.waarschuwing;
  return (
    <Dialog
      open
      kind="side"
      title={nieuw ? 'Afspraak plannen' : 'Afspraak verzetten'}
      onClose={onSluit}
      footer={
        <>
          <Button
            look="primary"
            busy={stuur.isPending}
            {...(persoon ? {} : { reason: 'Kies eerst met wie.' })}
            onClick={() => stuur.mutate()}
          >
            {nieuw ? 'Plannen' : 'Verzetten'}
          </Button>
          <Button onClick={onSluit}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack">
        {stuur.isError && <Fout fout={stuur.error} onSluit={onSluit} />}
        <Wie
          bedoeling={bedoeling}
          {...{ persoon, setPersoon, soort, setSoort }}
          fout={stuur.error}
        />
        <TochPlannen fout={stuur.error} waarde={tochPlannen} zet={setToch} />
        {waarschuwing && <Alert tone="warning" title={waarschuwing} />}
        <Momentvelden
          f={f}
          zet={(deel) => {
            setF((oud) => ({ ...oud, ...deel }));
            setToch(false);
          }}
          fout={stuur.error}
          items={dag?.filter((i) => i.afspraakId !== eigen) ?? null}
          van={van?.id === ik?.id ? 'u' : (van?.naam ?? 'u')}
          dossierId={persoon?.dossierId ?? ''}
        />
        <Checkbox
          label="De persoon bericht sturen"
          hint={bericht ? hoorZin(voorzet.data) : 'U vertelt het zelf. Er gaat niets weg.'}
          checked={bericht}
          onChange={setBericht}
        />
      </div>
    </Dialog>
  );
}
