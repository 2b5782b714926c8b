import { useState } from 'react';
import { Button } from '../../../web/ui/form/Button.tsx';
import { RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { TextArea } from '../../../web/ui/form/Field.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { LANGS } from '../woorden.ts';
import { Fout } from './Fout.tsx';
import { GemeenteKeuze } from './GemeenteKeuze.tsx';
import { useStuur } from './vragen.tsx';

type Props = {
  dossierId: string;
  gemeenten: readonly { code: string; naam: string }[];
  /** De vorige gemeente, als DUO die noemde. */
  code: string;
  onClose: () => void;
};

const VOORZET =
  'Wij stellen een PIP vast voor deze inburgeraar, die bij ons is komen wonen. Wilt u het vorige PIP, de voortgang en opgelegde boetes geven?';

/** Het dossier vragen aan de vorige gemeente. */
export function VraagDialog({ dossierId, gemeenten, code: eerst, onClose }: Props) {
  const [code, setCode] = useState(eerst);
  const [langs, setLangs] = useState('');
  const [toelichting, setToelichting] = useState(VOORZET);
  const werktHier = gemeenten.some((g) => g.code === code);
  const weg = langs || (werktHier ? 'meedoen' : 'brief');
  const stuur = useStuur(
    () => ({
      pad: `/v1/dossiers/${dossierId}/verhuizing/verzoeken`,
      inhoud: { andereCode: code.trim(), langs: weg, toelichting },
    }),
    onClose,
  );
  return (
    <Dialog
      open
      title="Dossier vragen aan de vorige gemeente"
      onClose={onClose}
      footer={
        <>
          <Button
            look="primary"
            busy={stuur.isPending}
            reason={/^\d{4}$/.test(code.trim()) ? undefined : 'Kies eerst de gemeente.'}
            onClick={() => stuur.mutate(undefined)}
          >
            {weg === 'meedoen' ? 'Verzoek sturen' : 'Verzoek vastleggen'}
          </Button>
          <Button look="quiet" onClick={onClose}>
            Annuleren
          </Button>
        </>
      }
    >
      <div className="m-stack">
        <p className="m-quiet">
          De vorige gemeente geeft op uw verzoek het PIP, de voortgang en de boetes (Wet inburgering
          2021, artikel 35 lid 4). De wet noemt geen termijn voor het antwoord.
        </p>
        <GemeenteKeuze
          label="Vorige gemeente"
          gemeenten={gemeenten}
          code={code}
          onChange={(nieuw) => {
            setCode(nieuw);
            setLangs('');
          }}
        />
        <RadioGroup
          label="Hoe vraagt u het?"
          value={weg}
          onChange={setLangs}
          options={[
            ...(werktHier
              ? [
                  {
                    value: 'meedoen',
                    label: 'Langs Meedoen',
                    hint: 'De andere gemeente krijgt uw verzoek met BSN of V-nummer meteen te zien.',
                  },
                ]
              : []),
            ...LANGS,
          ]}
        />
        <TextArea
          label="Wat hebt u nodig, en waarvoor?"
          value={toelichting}
          onChange={setToelichting}
        />
        <Fout fout={stuur.error} />
      </div>
    </Dialog>
  );
}
