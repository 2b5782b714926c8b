import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { useIk } from '../../../web/ik.ts';
import { useOpdrachten } from '../../../web/shell/commands.ts';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { ConflictNotice } from '../../../web/ui/feedback/ConflictNotice.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import type { PipDetail } from '../pip.schema.ts';
import { naarVeld, STAATNAAM } from './namen.ts';
import { meekijkZin, nogTeDoen } from './nogTeDoen.ts';
import { Teruggegeven, Teruggeven } from './terug/Teruggeven.tsx';
import type { Concept } from './useConcept.tsx';
import { VaststelDialoog } from './VaststelDialoog.tsx';

type KopProps = {
  pip: PipDetail;
  /** Het concept waarin de gebruiker schrijft; zonder wordt het PIP alleen gelezen. */
  concept?: Concept;
  children?: ReactNode;
};

/** Staat en versie van een PIP, met de knoppen van de volgende stap en wat die tegenhoudt. */
export function PipKop({ pip, concept, children }: KopProps) {
  const ik = useIk();
  const queries = useQueryClient();
  const [gezien, setGezien] = useState<number>();
  const { voorleggen, terugnemen, vaststellen } = pip.handelingen;
  const bezig = pip.staat === 'concept' || pip.staat === 'ter-vaststelling';
  const magVaststellen = ik.data?.mag.includes('pip.vaststellen') ?? false;
  const meekijken = meekijkZin(pip, magVaststellen);
  // Wat alleen aan de dagtekening ligt, lost een andere dag in het venster op.
  const kanBeginnen = vaststellen.redenen.every((reden) => reden.veld === 'dagtekening');
  const begin = async () => {
    setGezien((await concept?.bewaarAlles()) ?? pip.revisie);
  };
  const sluit = (botsing?: boolean) => {
    setGezien(undefined);
    if (!botsing) return;
    void (concept ? concept.houdEigen() : queries.invalidateQueries());
  };
  useOpdrachten(
    bezig && magVaststellen && kanBeginnen
      ? [{ id: 'pip-vaststellen', naam: 'PIP vaststellen…', doe: () => void begin() }]
      : [],
  );
  return (
    <div className="m-stack m-stack--tight">
      <div className="m-row m-row--between">
        <h2 className="pip-kop">
          PIP, versie {pip.versie}{' '}
          <Badge tone={pip.geldend ? 'met' : 'neutral'}>
            {pip.geldend ? 'geldt nu' : STAATNAAM[pip.staat]}
          </Badge>
        </h2>
        <div className="m-row">
          {pip.staat === 'concept' && (
            <Verplaats pip={pip} act="voorleggen" mag={voorleggen.mag} concept={concept}>
              Ter vaststelling voorleggen
            </Verplaats>
          )}
          {pip.staat === 'ter-vaststelling' && terugnemen.mag && <Terug pip={pip} />}
          {bezig && magVaststellen && (
            <Button look="primary" disabled={!kanBeginnen} onClick={() => void begin()}>
              Vaststellen…
            </Button>
          )}
          {children}
        </div>
      </div>
      <Teruggegeven pip={pip} />
      {meekijken && <p>{meekijken}</p>}
      {bezig && !vaststellen.mag && <WaaromNiet pip={pip} magVaststellen={magVaststellen} />}
      {gezien !== undefined && <VaststelDialoog pip={pip} gezien={gezien} onClose={sluit} />}
    </div>
  );
}

/** Wat de volgende stap tegenhoudt, voor wie die stap zet. */
function WaaromNiet({ pip, magVaststellen }: { pip: PipDetail; magVaststellen: boolean }) {
  if (!magVaststellen && pip.staat === 'ter-vaststelling') {
    return (
      <Alert tone="info" title="Wacht op vaststelling.">
        Een collega met mandaat stelt dit PIP vast.
      </Alert>
    );
  }
  const { alle } = nogTeDoen(pip, magVaststellen);
  const eerste = alle[0];
  if (!eerste || (!magVaststellen && !pip.handelingen.wijzigen.mag)) return null;
  const meer = alle.length - 1;
  return (
    <Alert
      tone="refusal"
      title={magVaststellen ? 'Vaststellen kan nog niet.' : 'Voorleggen kan nog niet.'}
    >
      {eerste.tekst}
      {meer > 0 && ` En nog ${meer} ${meer === 1 ? 'punt' : 'punten'}. `}
      {meer > 0 && (
        <button type="button" className="m-link-button" onClick={() => naarVeld('controle')}>
          Naar de lijst
        </button>
      )}
    </Alert>
  );
}

/** Eigen werk gaat in één klik terug; aan een ander met een reden. */
const Terug = ({ pip }: { pip: PipDetail }) =>
  pip.handelingen.terugnemen.redenNodig ? (
    <Teruggeven pip={pip} />
  ) : (
    <Verplaats pip={pip} act="terugnemen" mag>
      Terugnemen
    </Verplaats>
  );

type VerplaatsProps = Pick<KopProps, 'pip'> & {
  concept?: Concept | undefined;
  act: 'voorleggen' | 'terugnemen';
  mag: boolean;
  children: string;
};

function Verplaats({ pip, act, mag, concept, children }: VerplaatsProps) {
  const queries = useQueryClient();
  const stap = useMutation<unknown, Problem>({
    mutationFn: async () => {
      const revisie = (await concept?.bewaarAlles()) ?? pip.revisie;
      const vraag = act === 'voorleggen' ? { revisie } : {};
      return api.post(`/v1/dossiers/${pip.dossierId}/pips/${pip.pipId}/_${act}`, vraag);
    },
    onSuccess: async () => {
      toast({ tekst: act === 'voorleggen' ? 'Het PIP ligt ter vaststelling.' : 'Teruggenomen.' });
      await queries.invalidateQueries();
    },
    onError: (fout) => {
      if (!fout.conflict) toast({ tekst: fout.redenen[0]?.tekst ?? fout.detail });
    },
  });
  const kies = async (over: (() => Promise<unknown>) | undefined) => {
    await (over ? over() : queries.invalidateQueries());
    stap.reset();
  };
  const conflict = stap.error?.conflict;
  return (
    <>
      <Button disabled={!mag} busy={stap.isPending} onClick={() => stap.mutate()}>
        {children}
      </Button>
      {conflict && (
        <ConflictNotice
          conflict={conflict}
          onTakeTheirs={() => void kies(concept?.neemOver)}
          onKeepMine={() => void kies(concept?.houdEigen)}
        />
      )}
    </>
  );
}
