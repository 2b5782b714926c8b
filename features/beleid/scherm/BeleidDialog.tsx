import { parameterVan } from '../../../rules/beleid/parameters.ts';
import { beleidInWoorden } from '../../../rules/beleid/waarde.ts';
import { KeyValue } from '../../../web/ui/data/KeyValue.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import type { LokaalBeleid, ParameterRegel } from '../beleid.schema.ts';
import { BeleidForm } from './BeleidForm.tsx';
import { Artikel } from './BeleidLijst.tsx';
import { Geschiedenis } from './Geschiedenis.tsx';

const WERKING = {
  stand: 'Verandert termijnen, signalen, voorstellen of aanbod van lopende dossiers.',
  scherm: 'Geldt meteen op het scherm waar het gebeurt; lopende dossiers veranderen niet.',
  afspraak: 'Legt vast wat is besloten. Meedoen rekent er nog niet mee.',
} as const;
const LEZING = {
  vast: '',
  afgeleid: 'Onze lezing: volgt uit meer teksten samen.',
  ontwerp: 'Onze lezing: de wet laat dit open.',
  onbevestigd: 'Onze lezing: nog niet in de bron nagezien.',
} as const;

type Props = {
  gemeente: LokaalBeleid['gemeente'];
  regel: ParameterRegel;
  magWijzigen: boolean;
  peildatum: string;
  onSluit: () => void;
};

/** Eén parameter: de grens, wat geldt, wijzigen en wat eerder gold. */
export function BeleidDialog({ gemeente, regel, magWijzigen, peildatum, onSluit }: Props) {
  const { veld } = parameterVan(regel.sleutel);
  const { grens } = regel;
  const lezing = [LEZING[grens.zekerheid], grens.toelichting].filter(Boolean).join(' ');
  return (
    <Dialog
      open
      kind="side"
      title={regel.naam}
      onClose={onSluit}
      footer={magWijzigen ? undefined : <Button onClick={onSluit}>Sluiten</Button>}
    >
      <p>{regel.uitleg}</p>
      <KeyValue
        items={[
          { naam: `Nu in ${gemeente.naam}`, waarde: beleidInWoorden(veld, regel.waarde) },
          { naam: 'Standaard', waarde: beleidInWoorden(veld, regel.standaard) },
          {
            naam: 'Grens van de wet',
            waarde: (
              <>
                {grens.tekst} <Artikel grens={grens} />
                {lezing && <span className="beleid-uitleg">{lezing}</span>}
              </>
            ),
          },
          { naam: 'Wat het doet', waarde: WERKING[regel.werking] },
        ]}
      />
      {magWijzigen && (
        <BeleidForm gemeente={gemeente} regel={regel} peildatum={peildatum} onKlaar={onSluit} />
      )}
      <Geschiedenis gemeente={gemeente} regel={regel} magWijzigen={magWijzigen} />
    </Dialog>
  );
}
