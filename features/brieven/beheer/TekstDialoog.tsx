import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { formatMoment } from '../../../web/dates.ts';
import { ConflictNotice } from '../../../web/ui/feedback/ConflictNotice.tsx';
import { ErrorState } from '../../../web/ui/feedback/States.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { TextArea } from '../../../web/ui/form/Field.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { TALEN } from '../../shared/talen.schema.ts';
import { plekken } from '../../shared/teksten.schema.ts';
import type { TekstBesluit, TekstRegel } from './teksten.schema.ts';

type Props = {
  regel: TekstRegel;
  gemeenteId: string;
  mag: boolean;
  /** The next text of the list, to go on at once. */
  volgende?: () => void;
  sluit: () => void;
};

/** Approving or saving; somebody else may have been first. */
function useBewaar({ regel, gemeenteId, volgende, sluit }: Props, tekst: string) {
  const queries = useQueryClient();
  return useMutation<TekstRegel, Problem, boolean>({
    mutationFn: (vastgesteld) => {
      const besluit: TekstBesluit = {
        collectie: regel.collectie,
        sleutel: regel.sleutel,
        taal: regel.taal,
        eigenTekst: tekst || null,
        vastgesteld,
        gezien: regel.laatste?.id ?? null,
      };
      return api.put<TekstRegel>(`/v1/gemeenten/${gemeenteId}/teksten`, besluit);
    },
    onSuccess: async (_, vastgesteld) => {
      toast({ tekst: vastgesteld ? 'Vastgesteld.' : 'Bewaard.' });
      await queries.invalidateQueries({ queryKey: ['teksten'] });
      if (vastgesteld && volgende) volgende();
      else sluit();
    },
  });
}

/** One text beside its Dutch: own words, and the act of approving. */
export function TekstDialoog(props: Props) {
  const { regel, mag, sluit } = props;
  const [getypt, setTekst] = useState(regel.tekst ?? '');
  const tekst = getypt.trim();
  const bewaar = useBewaar(props, tekst);
  const isNederlands = regel.taal === 'nl';
  return (
    <Dialog
      open
      kind="side"
      title={isNederlands ? 'Nederlandse tekst' : `Nakijken: ${TALEN[regel.taal].naam}`}
      onClose={sluit}
      footer={<Knoppen {...props} tekst={tekst} bewaar={bewaar} />}
    >
      <div className="m-stack">
        {!isNederlands && (
          <div>
            <h3 className="teksten-kopje">Nederlands</h3>
            <p lang="nl" className="teksten-bron">
              {regel.nederlands}
            </p>
          </div>
        )}
        <TextArea
          label={TALEN[regel.taal].naam}
          hint={hintVan(regel)}
          lang={regel.taal}
          dir={TALEN[regel.taal].richting}
          value={getypt}
          readOnly={!mag}
          onChange={setTekst}
          error={bewaar.error?.redenen.map((r) => r.tekst).join(' ') || undefined}
        />
        <VanMeedoen regel={regel} onTerug={mag ? setTekst : undefined} />
        <Laatste regel={regel} />
        <Fout bewaar={bewaar} sluit={sluit} />
      </div>
    </Dialog>
  );
}

type Bewaar = ReturnType<typeof useBewaar>;

function Knoppen(props: Props & { tekst: string; bewaar: Bewaar }) {
  const { regel, mag, volgende, sluit, tekst, bewaar } = props;
  const anders = tekst !== (regel.tekst ?? '');
  const klaar = regel.staat === 'vastgesteld' && !anders;
  return (
    <>
      {mag && regel.taal !== 'nl' && (
        <Button
          look="primary"
          busy={bewaar.isPending}
          disabled={klaar || tekst === ''}
          onClick={() => bewaar.mutate(true)}
        >
          {volgende ? 'Vaststellen en volgende' : 'Vaststellen'}
        </Button>
      )}
      {mag && anders && (
        <Button busy={bewaar.isPending} onClick={() => bewaar.mutate(false)}>
          Alleen bewaren
        </Button>
      )}
      {volgende && !anders && <Button onClick={volgende}>Volgende</Button>}
      <Button onClick={sluit}>Sluiten</Button>
    </>
  );
}

function VanMeedoen({ regel, onTerug }: { regel: TekstRegel; onTerug?: (tekst: string) => void }) {
  const { vanMeedoen, taal } = regel;
  if (vanMeedoen === null) return null;
  return (
    <div>
      <h3 className="teksten-kopje">De tekst van Meedoen</h3>
      <p lang={taal} dir={TALEN[taal].richting} className="teksten-bron">
        {vanMeedoen}
      </p>
      {onTerug && (
        <Button look="quiet" onClick={() => onTerug(vanMeedoen)}>
          Terug naar deze tekst
        </Button>
      )}
    </div>
  );
}

function Fout({ bewaar, sluit }: { bewaar: Bewaar; sluit: () => void }) {
  const queries = useQueryClient();
  const { error } = bewaar;
  if (!error) return null;
  if (error.conflict) {
    const opnieuw = () => queries.invalidateQueries({ queryKey: ['teksten'] });
    return (
      <ConflictNotice
        conflict={error.conflict}
        onTakeTheirs={() => {
          void opnieuw();
          sluit();
        }}
        onKeepMine={() => void opnieuw().then(() => bewaar.reset())}
      />
    );
  }
  return error.redenen.length === 0 ? <ErrorState error={error} /> : null;
}

function hintVan({ nederlands, taal }: TekstRegel): string | undefined {
  const nodig = plekken(nederlands).map((p) => `{${p}}`);
  const delen = [
    ...(nodig.length > 0 ? [`Laat ${nodig.join(' en ')} staan: daar vult Meedoen iets in.`] : []),
    ...(taal === 'nl'
      ? ['Een wijziging maakt dat elke vertaling opnieuw moet worden nagekeken.']
      : []),
  ];
  return delen.length > 0 ? delen.join(' ') : undefined;
}

function Laatste({ regel: { laatste, staat } }: { regel: TekstRegel }) {
  if (!laatste) return null;
  const wat = laatste.vastgesteld ? 'Vastgesteld' : 'Gewijzigd';
  return (
    <p className="m-quiet">
      {wat} door {laatste.naam}, {formatMoment(laatste.op)}.
      {laatste.vastgesteld &&
        staat === 'machine' &&
        ' Daarna is het Nederlands of de vertaling veranderd: kijk haar opnieuw na.'}
    </p>
  );
}
