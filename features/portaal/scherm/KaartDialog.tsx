import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { useIk } from '../../../web/ik.ts';
import { Alert, Redenen } from '../../../web/ui/feedback/Alert.tsx';
import { ErrorState } from '../../../web/ui/feedback/States.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { TextArea } from '../../../web/ui/form/Field.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { Link } from '../../../web/ui/layout/Link.tsx';
import { KAARTEN, ontbrekend } from '../kaarten.ts';
import type { KaartStap, Portaalkaart } from '../portaal.schema.ts';
import { Overnemen } from './Overnemen.tsx';
import { Velden } from './Velden.tsx';

type Weglaten<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type Stap = Weglaten<KaartStap, 'revisie'>;

function useStap(kaart: Portaalkaart, klaar: (k: Portaalkaart, stap: Stap) => void) {
  const queries = useQueryClient();
  return useMutation<Portaalkaart, Problem, Stap>({
    mutationFn: (stap) =>
      api.post<Portaalkaart>(`/v1/portaalkaarten/${kaart.kaartId}/_stap`, {
        ...stap,
        revisie: kaart.revisie,
      }),
    onSuccess: (nieuw, stap) => {
      void queries.invalidateQueries({ queryKey: ['portaalkaarten'] });
      klaar(nieuw, stap);
    },
  });
}

type Props = { kaart: Portaalkaart; magDoen: boolean; sluit: () => void };

/** One card: fill in what is missing, copy it to the portal in order, tick it off with the date. */
export function KaartDialog({ kaart: begin, magDoen, sluit }: Props) {
  const [kaart, setKaart] = useState(begin);
  const compleet = ontbrekend(kaart.soort, kaart.velden).length === 0;
  const [bewerkt, setBewerkt] = useState(!compleet && kaart.staat === 'open' && magDoen);
  const stap = useStap(kaart, (nieuw, gedaan) => {
    setKaart(nieuw);
    setBewerkt(false);
    if (gedaan.handeling === 'afvinken' || gedaan.handeling === 'vervallen') {
      toast({ tekst: gedaan.handeling === 'afvinken' ? 'Afgevinkt.' : 'De kaart is vervallen.' });
      sluit();
    }
  });
  const { naam, uitleg, grondslag } = KAARTEN[kaart.soort];
  return (
    <Dialog open kind="side" title={naam} onClose={sluit}>
      <div className="m-stack">
        <p>
          Over <Link href={`/inburgeraars/${kaart.dossierId}`}>{kaart.naam}</Link>, {kaart.gemeente}
          .
        </p>
        <p className="m-quiet">
          {uitleg} ({grondslag})
        </p>
        {bewerkt ? (
          <Aanvullen
            kaart={kaart}
            bezig={stap.isPending}
            bewaar={(velden, uiterlijk) =>
              stap.mutate({
                handeling: 'wijzigen',
                inhoud: { soort: kaart.soort, velden, uiterlijk: uiterlijk || null } as never,
              })
            }
          />
        ) : (
          <Overnemen kaart={kaart} />
        )}
        {stap.isError && (
          <>
            <ErrorState error={stap.error} />
            <Redenen redenen={stap.error.redenen} />
          </>
        )}
        {!bewerkt && magDoen && (
          <Afronden
            kaart={kaart}
            compleet={compleet}
            bezig={stap.isPending}
            doe={(s) => stap.mutate(s)}
            wijzig={() => setBewerkt(true)}
          />
        )}
      </div>
    </Dialog>
  );
}

type AanvullenProps = {
  kaart: Portaalkaart;
  bezig: boolean;
  bewaar: (velden: Record<string, string>, uiterlijk: string) => void;
};

function Aanvullen({ kaart, bezig, bewaar }: AanvullenProps) {
  const [waarden, setWaarden] = useState<Record<string, string>>(kaart.velden);
  const [uiterlijk, setUiterlijk] = useState(kaart.uiterlijk ?? '');
  return (
    <form
      className="m-stack"
      onSubmit={(e) => {
        e.preventDefault();
        bewaar(waarden, uiterlijk);
      }}
    >
      <Velden
        velden={KAARTEN[kaart.soort].velden}
        waarden={waarden}
        fouten={{}}
        onChange={(id, w) => setWaarden((oud) => ({ ...oud, [id]: w }))}
      />
      <DateField
        label="Uiterlijk invoeren op"
        hint="Alleen voor uw eigen planning."
        optional
        value={uiterlijk}
        onChange={setUiterlijk}
      />
      <Button look="primary" type="submit" busy={bezig}>
        Bewaar
      </Button>
    </form>
  );
}

type AfrondenProps = {
  kaart: Portaalkaart;
  compleet: boolean;
  bezig: boolean;
  doe: (stap: Stap) => void;
  wijzig: () => void;
};

function Afronden({ kaart, compleet, bezig, doe, wijzig }: AfrondenProps) {
  const vandaag = useIk().data?.peildatum ?? '';
  const [op, setOp] = useState(vandaag);
  const [reden, setReden] = useState<string | null>(null);
  if (kaart.staat !== 'open') {
    return (
      <Button busy={bezig} onClick={() => doe({ handeling: 'heropenen' })}>
        Zet weer open
      </Button>
    );
  }
  if (reden !== null) {
    return (
      <div className="m-stack">
        <TextArea label="Waarom hoeft dit niet meer?" value={reden} onChange={setReden} rows={3} />
        <div className="m-row">
          <Button
            look="primary"
            busy={bezig}
            disabled={reden.trim().length < 3}
            onClick={() => doe({ handeling: 'vervallen', reden })}
          >
            Laat vervallen
          </Button>
          <Button onClick={() => setReden(null)}>Terug</Button>
        </div>
      </div>
    );
  }
  return (
    <div className="m-stack">
      {!compleet && (
        <Alert tone="warning" title="Nog niet compleet.">
          Vul eerst de lege velden aan.
        </Alert>
      )}
      {compleet && (
        <div className="portaal-afvinken">
          <DateField label="Ingevoerd bij DUO op" value={op} onChange={setOp} />
          <Button
            look="primary"
            busy={bezig}
            disabled={!op}
            onClick={() => doe({ handeling: 'afvinken', ingevoerdOp: op })}
          >
            Vink af
          </Button>
        </div>
      )}
      <div className="m-row">
        <Button look="quiet" onClick={wijzig}>
          Wijzig de gegevens
        </Button>
        <Button look="quiet" onClick={() => setReden('')}>
          Hoeft niet meer
        </Button>
      </div>
    </div>
  );
}
