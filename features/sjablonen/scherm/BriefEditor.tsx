import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { Alert, Redenen } from '../../../web/ui/feedback/Alert.tsx';
import { ConflictNotice } from '../../../web/ui/feedback/ConflictNotice.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { TextInput } from '../../../web/ui/form/Field.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { keurBlokken } from '../keur.ts';
import type { Sjablonen, SjabloonBeeld } from '../sjablonen.schema.ts';
import { BlokVeld } from './BlokVeld.tsx';
import { Briefbeeld } from './Briefbeeld.tsx';
import { Versies } from './Versies.tsx';

type Props = { bron: Sjablonen; sjabloon: SjabloonBeeld };
type Blokken = Record<string, string>;

/** Wat iemand schreef, met de revisie waarop het begon. */
type Schrijfsel = { blokken: Blokken; vanaf: string; reden: string; revisie: number };

/** Per gemeente en brief, zodat een blik op Huisstijl of een andere brief niets kost; weg bij het sluiten van het venster. */
const SCHRIJFSELS = new Map<string, Schrijfsel>();

/** Waar schrijven begint: bij wat het laatst is vastgesteld. */
function beginVan(s: SjabloonBeeld): Blokken {
  const laatste = s.versies.find((v) => v.staat !== 'ingetrokken')?.blokken ?? {};
  return Object.fromEntries(s.blokken.map((b) => [b.id, laatste[b.id] ?? b.standaard]));
}

function useOnthoud(naam: string, schrijfsel: Schrijfsel, leeg: boolean) {
  const { blokken, vanaf, reden, revisie } = schrijfsel;
  useEffect(() => {
    if (leeg) SCHRIJFSELS.delete(naam);
    else SCHRIJFSELS.set(naam, { blokken, vanaf, reden, revisie });
  }, [naam, leeg, blokken, vanaf, reden, revisie]);
}

function useBriefEditor({ bron, sjabloon }: Props) {
  const client = useQueryClient();
  const sleutel = ['sjablonen', bron.gemeente.id];
  const naam = `${bron.gemeente.id}/${sjabloon.soort}`;
  const [eerder] = useState(() => SCHRIJFSELS.get(naam));
  const [blokken, setBlokken] = useState(() => ({ ...beginVan(sjabloon), ...eerder?.blokken }));
  const [vanaf, setVanaf] = useState(eerder?.vanaf ?? bron.vandaag);
  const [reden, setReden] = useState(eerder?.reden ?? '');
  // Wat intussen door een ander is vastgesteld, hoort wie terugkomt bij het vaststellen.
  const [oud, setOud] = useState(eerder?.revisie);
  const revisie = oud ?? sjabloon.revisie;
  const stel = useMutation<Sjablonen, Problem, number>({
    mutationFn: (op) =>
      api.post<Sjablonen>(`/v1/gemeenten/${bron.gemeente.id}/sjablonen/${sjabloon.soort}`, {
        blokken,
        geldigVanaf: vanaf,
        reden: reden.trim(),
        revisie: op,
      }),
    onSuccess: (nieuw) => {
      client.setQueryData(sleutel, nieuw);
      setOud(undefined);
      SCHRIJFSELS.delete(naam);
      setReden('');
      toast({ tekst: `${sjabloon.naam}: vastgesteld vanaf ${formatDate(vanaf, 'datum')}.` });
    },
    onError: (fout) => {
      if (fout.conflict) void client.invalidateQueries({ queryKey: sleutel });
    },
  });
  const begin = beginVan(sjabloon);
  const gelijk = sjabloon.blokken.every((b) => blokken[b.id] === begin[b.id]);
  useOnthoud(naam, { blokken, vanaf, reden, revisie }, gelijk && reden === '');
  return {
    blokken,
    vanaf,
    reden,
    stel,
    setVanaf,
    setReden,
    zet: (id: string, tekst: string) => {
      stel.reset();
      setBlokken((b) => ({ ...b, [id]: tekst }));
    },
    vaststellen: () => stel.mutate(revisie),
    // Wie zijn tekst houdt, zag wat de ander vaststelde.
    houdEigen: () => {
      setOud(undefined);
      stel.mutate(sjabloon.revisie);
    },
    opnieuw: () => {
      stel.reset();
      setOud(undefined);
      setBlokken(beginVan(sjabloon));
    },
    fouten: keurBlokken(sjabloon.soort, blokken),
    gelijk,
  };
}
type Editor = ReturnType<typeof useBriefEditor>;

/** De blokken van één brief, met leesoordeel per blok en de brief zelf ernaast. */
export function BriefEditor(props: Props) {
  const { bron, sjabloon } = props;
  const editor = useBriefEditor(props);
  const { blokken, fouten } = editor;
  return (
    <div className="sjabloon-editor">
      <div className="m-stack">
        <Card title="Wat u zelf schrijft">
          <p className="m-quiet">
            Tussen accolades komt wat bij de persoon hoort:{' '}
            {sjabloon.tokens.map((t) => `{${t.naam}}`).join(', ')}.
          </p>
          {sjabloon.blokken.map((blok) => (
            <BlokVeld
              key={blok.id}
              blok={blok}
              doel={sjabloon.doel}
              tekst={blokken[blok.id] ?? ''}
              tokens={sjabloon.tokens}
              fout={fouten.find((f) => f.veld === blok.id)?.tekst}
              magWijzigen={bron.magWijzigen}
              onChange={(tekst) => editor.zet(blok.id, tekst)}
            />
          ))}
          {bron.magWijzigen && <Vaststellen editor={editor} />}
        </Card>
        <Card title="Wat vaststaat">
          <ul className="sjabloon-vast">
            {sjabloon.vast.map((v) => (
              <li key={v.naam}>
                {v.naam}
                <span className="m-quiet">{v.waarom}</span>
              </li>
            ))}
          </ul>
        </Card>
        <Versies bron={bron} sjabloon={sjabloon} />
      </div>
      <Briefbeeld
        adres={`/v1/gemeenten/${bron.gemeente.id}/sjablonen/${sjabloon.soort}`}
        body={{ blokken }}
        tegen={fouten.length > 0 ? 'Los eerst op wat er links staat.' : undefined}
        pdf
      />
    </div>
  );
}

function Vaststellen({ editor }: { editor: Editor }) {
  const { stel, vanaf, reden, fouten, gelijk } = editor;
  const nietKlaar = gelijk
    ? 'Er is nog niets veranderd.'
    : reden.trim() === ''
      ? 'Schrijf eerst waarom dit verandert.'
      : vanaf === ''
        ? 'Kies eerst een dag.'
        : undefined;
  return (
    <>
      <div className="sjabloon-twee">
        <DateField
          label="Geldt vanaf"
          hint="Brieven die weg zijn, veranderen niet."
          value={vanaf}
          onChange={editor.setVanaf}
          error={stel.error?.voorVeld('geldigVanaf')}
        />
        <TextInput
          label="Waarom verandert dit?"
          hint="Komt in de geschiedenis."
          value={reden}
          maxLength={500}
          onChange={editor.setReden}
          error={stel.error?.voorVeld('reden')}
        />
      </div>
      {stel.error?.conflict && (
        <ConflictNotice
          conflict={stel.error.conflict}
          onTakeTheirs={editor.opnieuw}
          onKeepMine={editor.houdEigen}
        />
      )}
      {stel.error && !stel.error.conflict && (
        <Alert tone="refusal" title={stel.error.detail} live>
          <Redenen redenen={stel.error.redenen} />
        </Alert>
      )}
      <div className="m-row">
        <Button
          look="primary"
          busy={stel.isPending}
          onClick={editor.vaststellen}
          reason={fouten.length > 0 ? 'Er staat een naam in die niet bestaat.' : nietKlaar}
        >
          Vaststellen
        </Button>
        {!gelijk && <Button onClick={editor.opnieuw}>Zet terug</Button>}
      </div>
    </>
  );
}
