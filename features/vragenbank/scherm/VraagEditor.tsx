import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { Alert, Redenen } from '../../../web/ui/feedback/Alert.tsx';
import { ConflictNotice } from '../../../web/ui/feedback/ConflictNotice.tsx';
import { EmptyState } from '../../../web/ui/feedback/States.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { TextInput } from '../../../web/ui/form/Field.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { keurVraag } from '../keur.ts';
import type { Vragenbank } from '../vragenbank.schema.ts';
import { type Concept, conceptVan, geldigeVersies, ingebouwdeVan, inhoudVan } from './concept.ts';
import { Velden } from './Velden.tsx';
import { Versies } from './Versies.tsx';
import { Voorbeeld } from './Voorbeeld.tsx';

const NIEUWE = 'eigen-nieuw';

type Props = { bank: Vragenbank; vraagId: string | undefined; onKlaar: () => void };

function useVaststellen(bank: Vragenbank, vraagId: string | undefined, onKlaar: () => void) {
  const client = useQueryClient();
  const sleutel = ['vragenbank', bank.gemeente.id];
  return useMutation<Vragenbank, Problem, { concept: Concept; vanaf: string; reden: string }>({
    mutationFn: ({ concept, vanaf, reden }) =>
      api.post<Vragenbank>(`/v1/gemeenten/${bank.gemeente.id}/vragenbank`, {
        ...(vraagId ? { vraagId } : {}),
        inhoud: inhoudVan(concept, bank),
        geldigVanaf: vanaf,
        reden: reden.trim(),
        revisie: bank.revisie,
      }),
    onSuccess: (nieuw, { vanaf }) => {
      client.setQueryData(sleutel, nieuw);
      toast({ tekst: `Vastgesteld vanaf ${formatDate(vanaf, 'datum')}.` });
      onKlaar();
    },
    onError: (fout) => {
      if (fout.conflict) void client.invalidateQueries({ queryKey: sleutel });
    },
  });
}

/** Wat de keuring nu al zegt, zonder op de server te wachten; pas als er iets is getypt. */
function useKeuring(bank: Vragenbank, vraagId: string | undefined, c: Concept, vanaf: string) {
  if (c.vraag.trim() === '' || vanaf === '') return [];
  const voornemen = {
    vraagId: vraagId ?? NIEUWE,
    geldigVanaf: vanaf,
    inhoud: inhoudVan(c, bank),
  };
  return keurVraag(ingebouwdeVan(bank), geldigeVersies(bank), voornemen, bank.vandaag);
}

function mist(c: Concept, reden: string): string | undefined {
  if (c.vraag.trim() === '') return 'Schrijf eerst de vraag.';
  if (c.soort === 'eigen' && c.onderdeel === '') return 'Kies eerst het onderdeel.';
  if (c.soort === 'eigen' && c.doel === '') return 'Kies eerst waarvoor de vraag nodig is.';
  if (c.soort === 'eigen' && c.waarom.trim() === '') return 'Schrijf eerst waarom u dit vraagt.';
  if (reden.trim() === '') return 'Schrijf eerst waarom dit verandert.';
  return undefined;
}

function useEditor({ bank, vraagId, onKlaar }: Props) {
  const [concept, setConcept] = useState(() => conceptVan(bank, vraagId));
  const [vanaf, setVanaf] = useState(bank.vandaag);
  const [reden, setReden] = useState('');
  const stel = useVaststellen(bank, vraagId, onKlaar);
  const keuring = useKeuring(bank, vraagId, concept, vanaf);
  return {
    concept,
    vanaf,
    reden,
    stel,
    setVanaf,
    setReden,
    fouten: keuring.filter((r) => r.code !== 'geen-wijziging'),
    gelijk: keuring.some((r) => r.code === 'geen-wijziging'),
    zet: (deel: Partial<Concept>) => {
      stel.reset();
      setConcept((c) => ({ ...c, ...deel }));
    },
    opnieuw: () => {
      stel.reset();
      setConcept(conceptVan(bank, vraagId));
    },
    bewaar: () => stel.mutate({ concept, vanaf, reden }),
  };
}
type Editor = ReturnType<typeof useEditor>;

/** Eén vraag: wijzigen, meteen zien hoe zij eruitziet, en wat er eerder gold. */
export function VraagEditor(props: Props) {
  const { bank, vraagId, onKlaar } = props;
  const editor = useEditor(props);
  const { concept, vanaf, reden, stel } = editor;
  if (vraagId && conceptVan(bank, vraagId).vraag === '')
    return (
      <EmptyState
        title="Deze vraag is er niet"
        action={<Button onClick={onKlaar}>Naar alle vragen</Button>}
      />
    );
  const vast = bank.ingebouwd.find((v) => v.id === vraagId)?.vast;
  return (
    <div className="vragenbank-editor">
      <form className="m-stack" onSubmit={(event) => event.preventDefault()}>
        <Card title={vraagId ? 'Vraag wijzigen' : 'Nieuwe vraag'}>
          <fieldset className="vragenbank-velden" disabled={!bank.magWijzigen}>
            <Velden bank={bank} vraagId={vraagId} concept={concept} vast={vast} zet={editor.zet} />
            <DateField
              label="Geldt vanaf"
              hint="Vandaag of later. Wat al is gevraagd en beantwoord, blijft zoals het was."
              value={vanaf}
              onChange={editor.setVanaf}
              error={stel.error?.voorVeld('geldigVanaf')}
            />
            <TextInput
              label="Waarom verandert dit?"
              hint="Komt in de geschiedenis, bijvoorbeeld met het besluit."
              value={reden}
              maxLength={500}
              onChange={editor.setReden}
              error={stel.error?.voorVeld('reden')}
            />
          </fieldset>
          <Meldingen editor={editor} />
          <Knoppen editor={editor} {...props} />
        </Card>
        {vraagId && <Versies bank={bank} vraagId={vraagId} />}
      </form>
      <Voorbeeld bank={bank} vraagId={vraagId ?? NIEUWE} concept={concept} vanaf={vanaf} />
    </div>
  );
}

function Meldingen({ editor: { fouten, stel, opnieuw, bewaar } }: { editor: Editor }) {
  return (
    <>
      {fouten.length > 0 && (
        <Alert tone="refusal" title="Dit kan zo niet." live>
          <Redenen redenen={fouten.map(({ grondslag: _, ...r }) => r)} />
        </Alert>
      )}
      {stel.error?.conflict && (
        <ConflictNotice conflict={stel.error.conflict} onTakeTheirs={opnieuw} onKeepMine={bewaar} />
      )}
      {stel.error && !stel.error.conflict && (
        <Alert tone="refusal" title={stel.error.detail} live>
          <Redenen redenen={stel.error.redenen} />
        </Alert>
      )}
    </>
  );
}

function Knoppen({ editor, bank, onKlaar }: Props & { editor: Editor }) {
  const { fouten, gelijk, concept, reden, stel, bewaar } = editor;
  const stil = gelijk ? 'Er is nog niets veranderd.' : mist(concept, reden);
  if (!bank.magWijzigen) return <Button onClick={onKlaar}>Alle vragen</Button>;
  return (
    <div className="m-row">
      <Button
        look="primary"
        busy={stel.isPending}
        onClick={bewaar}
        disabled={fouten.length > 0}
        reason={fouten.length > 0 ? undefined : stil}
      >
        Vaststellen
      </Button>
      <Button onClick={onKlaar}>Annuleren</Button>
    </div>
  );
}
