import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, Problem } from '../../../../web/api.ts';
import { formatMoment } from '../../../../web/dates.ts';
import { useIk } from '../../../../web/ik.ts';
import { ON_DEVICE } from '../../../../web/offline/device.ts';
import { sessionKey } from '../../../../web/offline/keys.ts';
import { bringBack, takeAlong } from '../../../../web/offline/packet.ts';
import { canSeal } from '../../../../web/offline/seal.ts';
import { keepShell } from '../../../../web/offline/shell-cache.ts';
import { Alert } from '../../../../web/ui/feedback/Alert.tsx';
import { toast } from '../../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../../web/ui/form/Button.tsx';
import { Checkbox } from '../../../../web/ui/form/Choice.tsx';
import { Dialog } from '../../../../web/ui/layout/Dialog.tsx';
import { usePathParam } from '../../../../web/ui/layout/Link.tsx';
import type { MeegenomenIntake } from '../../gesprek/gesprek.schema.ts';
import type { Gezondheid, Intake } from '../../intake.schema.ts';
import { Codeveld } from './Codeveld.tsx';
import { bezwaarTegenCode, KORTSTE_CODE } from './code.ts';

const UUR_MS = 3_600_000;

/** Wat versleuteld op het apparaat staat. */
export type Meegenomen = MeegenomenIntake & {
  dossierId: string;
  gezondheid: Gezondheid | null;
  gesprekId: string | null;
  /** Naam van wie het meenam. */
  wie: string;
};

type Keuze = { code: string; metGezondheid: boolean; gesprekId: string | null };
type Wie = { id: string; naam: string };

async function neemMee(dossierId: string, wie: Wie, keuze: Keuze): Promise<string> {
  const session = await sessionKey(wie.id);
  if (!session) throw new Error('geen sleutel');
  const basis = `/v1/dossiers/${dossierId}/intake`;
  const mee = await api.post<MeegenomenIntake>(`${basis}/_meenemen`, {});
  const gezondheid = keuze.metGezondheid ? await api.get<Gezondheid>(`${basis}/gezondheid`) : null;
  const until = new Date(Date.now() + mee.uren * UUR_MS).toISOString();
  const { gesprekId, code } = keuze;
  const content: Meegenomen = { ...mee, dossierId, gezondheid, gesprekId, wie: wie.naam };
  const pakje = await takeAlong({ owner: wie.id, code, session, until, content });
  try {
    await keepShell();
  } catch (fout) {
    // Zonder schermen is er onderweg niets te openen.
    await bringBack(pakje);
    throw fout;
  }
  return until;
}

function Uitleg({ fout }: { fout: Error | null }) {
  return (
    <>
      <p>
        De vragen en antwoorden van deze ene persoon komen versleuteld op dit apparaat. U kunt dan
        zonder verbinding verder, ook na opnieuw openen.
      </p>
      <ul className="meenemen__regels">
        <li>Na 24 uur, of als u het terugbrengt, is het van dit apparaat.</li>
        <li>U neemt één persoon tegelijk mee: een eerdere gaat van dit apparaat.</li>
        <li>Alleen met uw code is het te openen. Na vijf verkeerde codes wist Meedoen het.</li>
        <li>
          Wie dit apparaat in handen krijgt, kan ook buiten Meedoen naar de code raden, zo vaak als
          hij wil. Neem dus een lange code en houd het apparaat op slot.
        </li>
        <li>Wat u typt gaat naar Meedoen zodra er weer verbinding is.</li>
        <li>Het staat in het logboek van het dossier.</li>
      </ul>
      {fout && (
        <Alert tone="refusal" title="Meenemen lukte niet." live>
          {fout instanceof Problem
            ? fout.detail
            : 'Deze browser kan niets bewaren. Staat hij in een privévenster, of is het apparaat vol?'}
        </Alert>
      )}
    </>
  );
}

type MeenemenProps = { intake: Intake; gesprekId: string | null; onSluit: () => void };

/** De intake van één persoon meenemen naar een plek zonder verbinding. */
export function Meenemen({ intake, gesprekId, onSluit }: MeenemenProps) {
  const dossierId = usePathParam('dossierId');
  const client = useQueryClient();
  const ik = useIk().data?.medewerker;
  const [code, setCode] = useState('');
  const [nogmaals, setNogmaals] = useState('');
  const [metGezondheid, setMetGezondheid] = useState(false);
  const bezwaar = bezwaarTegenCode(code);
  const anders = code === nogmaals ? undefined : 'Vul twee keer dezelfde code in.';
  const mee = useMutation<string, Error>({
    mutationFn: () => neemMee(dossierId, ik as Wie, { code, metGezondheid, gesprekId }),
    onSuccess: async (tot) => {
      await client.invalidateQueries({ queryKey: ON_DEVICE });
      toast({ tekst: `Meegenomen tot ${formatMoment(tot)}. U opent het met uw code.` });
      onSluit();
    },
  });
  return (
    <Dialog
      open
      title="Meenemen"
      onClose={onSluit}
      footer={
        <>
          <Button
            look="primary"
            busy={mee.isPending}
            busyText="Bezig met versleutelen…"
            disabled={!ik}
            reason={bezwaar ?? anders}
            onClick={() => mee.mutate()}
          >
            Meenemen voor 24 uur
          </Button>
          <Button onClick={onSluit}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack">
        <Uitleg fout={mee.error} />
        <Codeveld
          label="Code om het te openen"
          hint={`Ten minste ${KORTSTE_CODE} tekens, niet alleen cijfers: bijvoorbeeld drie woorden die niet bij elkaar horen. Schrijf de code niet op het apparaat.`}
          error={code.length < KORTSTE_CODE ? undefined : bezwaar}
          waarde={code}
          onChange={setCode}
        />
        <Codeveld label="De code nog een keer" waarde={nogmaals} onChange={setNogmaals} />
        {intake.mag.gezondheid && (
          <Checkbox
            label="Ook de antwoorden over gezondheid"
            hint="Alleen als u ze in dit gesprek nodig hebt."
            checked={metGezondheid}
            onChange={setMetGezondheid}
          />
        )}
      </div>
    </Dialog>
  );
}

/** Of meenemen hier kan. */
export const kanMeenemen = () => canSeal() && 'serviceWorker' in navigator;
