import { useId } from 'react';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { TextArea } from '../../../web/ui/form/Field.tsx';
import { Menu } from '../../../web/ui/layout/Menu.tsx';
import type { Doelniveau } from '../lint.ts';
import type { SjabloonBeeld } from '../sjablonen.schema.ts';
import { Leesbaar } from './Leesbaar.tsx';

type Props = {
  blok: SjabloonBeeld['blokken'][number];
  doel: Doelniveau;
  tekst: string;
  tokens: SjabloonBeeld['tokens'];
  fout: string | undefined;
  magWijzigen: boolean;
  onChange: (tekst: string) => void;
};

/** Eén blok: schrijven, een naam invoegen, en meteen zien hoe het leest. */
export function BlokVeld({ blok, doel, tekst, tokens, fout, magWijzigen, onChange }: Props) {
  const id = useId();
  const eigen = tekst !== blok.standaard;
  const voegIn = (naam: string) => {
    const veld = document.getElementById(id) as HTMLTextAreaElement | null;
    const plek = veld?.selectionStart ?? tekst.length;
    onChange(`${tekst.slice(0, plek)}{${naam}}${tekst.slice(plek)}`);
    veld?.focus();
  };
  return (
    <div className="sjabloon-blok">
      <TextArea
        id={id}
        label={blok.naam}
        hint={blok.plek}
        aside={eigen ? <Badge tone="ours">eigen tekst</Badge> : undefined}
        optional={blok.magLeeg}
        value={tekst}
        maxLength={2000}
        readOnly={!magWijzigen}
        error={fout}
        onChange={onChange}
      />
      {magWijzigen && (
        <div className="m-row">
          <Menu
            label="Naam invoegen"
            name={`Naam invoegen in ${blok.naam}`}
            items={tokens.map((t) => ({
              naam: `{${t.naam}}: ${t.voorbeeld}`,
              onChoose: () => voegIn(t.naam),
            }))}
          />
          {eigen && (
            <button
              type="button"
              className="m-link-button"
              onClick={() => onChange(blok.standaard)}
            >
              Terug naar de tekst van Meedoen
              <span className="m-hidden"> bij {blok.naam}</span>
            </button>
          )}
        </div>
      )}
      <Leesbaar
        tekst={tekst}
        doel={doel}
        naam={blok.naam}
        onChange={magWijzigen ? onChange : undefined}
      />
    </div>
  );
}
