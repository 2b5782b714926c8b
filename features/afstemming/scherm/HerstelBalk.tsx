import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button, ButtonLink } from '../../../web/ui/form/Button.tsx';
import { TextArea } from '../../../web/ui/form/Field.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import type { Herstel, HerstelAntwoord, Verschil } from '../afstemming.schema.ts';
import { HERSTELNAAM, ONDERWERP } from '../woorden.ts';

type Opdracht = { handeling: Herstel; verschilIds: string[]; reden?: string };

const MINSTENS = 3;

function useHerstel(onKlaar: () => void) {
  const queries = useQueryClient();
  return useMutation<HerstelAntwoord, Problem, Opdracht>({
    mutationFn: (opdracht) => api.post<HerstelAntwoord>('/v1/afstemming/_herstel', opdracht),
    onSuccess: ({ gelukt, mislukt }) => {
      const eerste = mislukt[0]?.reden;
      const tekst = gelukt.length === 1 ? 'Gedaan.' : `${gelukt.length} verschillen gedaan.`;
      toast({ tekst: eerste ? `${mislukt.length} niet gelukt: ${eerste}` : tekst });
      onKlaar();
      return queries.invalidateQueries({ queryKey: ['afstemming'] });
    },
    onError: (fout) => toast({ tekst: fout.redenen[0]?.tekst ?? fout.detail }),
  });
}

/** Wat met alle gekozen verschillen kan. */
function gezamenlijk(verschillen: readonly Verschil[]): Herstel[] {
  const [eerste, ...rest] = verschillen;
  return (eerste?.herstel ?? []).filter(
    (h) => h !== 'koppel' && rest.every((v) => v.herstel.includes(h)),
  );
}

/** Handelen op meer verschillen tegelijk. */
export function HerstelBalk({
  verschillen,
  onKlaar,
}: {
  verschillen: readonly Verschil[];
  onKlaar: () => void;
}) {
  const [reden, setReden] = useState(false);
  const doe = useHerstel(onKlaar);
  const kan = gezamenlijk(verschillen);
  const ids = verschillen.map((v) => v.verschilId);
  return (
    <section className="afstemming-balk" aria-label="Gekozen verschillen">
      <strong>{ids.length === 1 ? '1 gekozen' : `${ids.length} gekozen`}</strong>
      {kan.length === 0 && <span className="m-quiet">Voor deze samen is er geen handeling.</span>}
      {kan.map((handeling) => (
        <Button
          key={handeling}
          busy={doe.isPending && doe.variables?.handeling === handeling}
          onClick={() =>
            handeling === 'aanvaard' ? setReden(true) : doe.mutate({ handeling, verschilIds: ids })
          }
        >
          {HERSTELNAAM[handeling]}
        </Button>
      ))}
      <Button look="quiet" onClick={onKlaar}>
        Niets kiezen
      </Button>
      <RedenDialog open={reden} ids={ids} onClose={() => setReden(false)} onKlaar={onKlaar} />
    </section>
  );
}

/** De handelingen bij één verschil. */
export function HerstelKnoppen({ verschil: v }: { verschil: Verschil }) {
  const [reden, setReden] = useState(false);
  const doe = useHerstel(() => setReden(false));
  const bij = (
    <span className="m-hidden">
      : {ONDERWERP[v.onderwerp]} van {v.naam}
    </span>
  );
  if (v.gedaan && v.staat === 'open') return null;
  if (v.herstel.includes('koppel')) {
    return (
      <ButtonLink href={`/postvak?bericht=${v.berichtId}`} look="quiet">
        {HERSTELNAAM.koppel}
      </ButtonLink>
    );
  }
  return (
    <div className="afstemming-knoppen">
      {v.herstel
        .filter((h) => h !== 'aanvaard' || v.staat === 'open')
        .map((handeling) => (
          <Button
            key={handeling}
            look="quiet"
            busy={doe.isPending && doe.variables?.handeling === handeling}
            onClick={() =>
              handeling === 'aanvaard'
                ? setReden(true)
                : doe.mutate({ handeling, verschilIds: [v.verschilId] })
            }
          >
            {HERSTELNAAM[handeling]}
            {bij}
          </Button>
        ))}
      <RedenDialog
        open={reden}
        ids={[v.verschilId]}
        onClose={() => setReden(false)}
        onKlaar={() => setReden(false)}
      />
    </div>
  );
}

type RedenProps = { open: boolean; ids: string[]; onClose: () => void; onKlaar: () => void };

function RedenDialog({ open, ids, onClose, onKlaar }: RedenProps) {
  const [reden, setReden] = useState('');
  const doe = useHerstel(() => {
    onClose();
    onKlaar();
  });
  const kort = reden.trim().length < MINSTENS;
  return (
    <Dialog
      open={open}
      title={ids.length === 1 ? 'Verschil aanvaarden' : `${ids.length} verschillen aanvaarden`}
      onClose={onClose}
      footer={
        <>
          <Button
            look="primary"
            busy={doe.isPending}
            reason={kort ? 'Schrijf eerst waarom.' : undefined}
            onClick={() =>
              doe.mutate({ handeling: 'aanvaard', verschilIds: ids, reden: reden.trim() })
            }
          >
            Aanvaarden
          </Button>
          <Button look="quiet" onClick={onClose}>
            Annuleren
          </Button>
        </>
      }
    >
      <div className="m-stack">
        <p>
          Er verandert niets, hier niet en bij DUO niet. Het verschil gaat uit de lijst tot een van
          beide kanten iets anders zegt.
        </p>
        <TextArea label="Waarom is dit goed zo?" value={reden} onChange={setReden} />
        {doe.isError && <Alert tone="refusal" title={doe.error.detail} live />}
      </div>
    </Dialog>
  );
}
