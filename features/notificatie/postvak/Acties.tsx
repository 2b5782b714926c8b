import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { ErrorState } from '../../../web/ui/feedback/States.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button, ButtonLink } from '../../../web/ui/form/Button.tsx';
import type { Afhandelen, Bericht } from '../notificatie.schema.ts';
import { AfhandelDialog, ParkeerDialog } from './AfhandelDialogen.tsx';
import { AfschermDialog } from './AfschermDialog.tsx';
import { KoppelDialog } from './KoppelDialog.tsx';

type Mogelijk = Bericht['mogelijk'][number];

const GEDAAN: Record<Afhandelen['handeling'], string> = {
  koppelen: 'De melding is gekoppeld en wordt verwerkt.',
  opnieuw: 'De melding wordt opnieuw verwerkt.',
  parkeren: 'De melding is weggelegd.',
  afgehandeld: 'De melding is afgehandeld.',
};
const KNOP: Record<Mogelijk, string> = {
  koppelen: 'Koppelen aan een dossier…',
  opnieuw: 'Opnieuw verwerken',
  parkeren: 'Wegleggen…',
  afgehandeld: 'Afgehandeld…',
  afschermen: 'Ten onrechte ontvangen…',
};

/** De handeling die het eerst voor de hand ligt; bij wat klaar is geen enkele. */
function eersteKeus(b: Bericht): Mogelijk | undefined {
  if (b.staat === 'verwerkt' || b.staat === 'afgehandeld') return undefined;
  const nietGekregen = b.opgehaald.some((o) => !['ok', 'niets'].includes(o.antwoord));
  if (b.staat === 'nieuw' || nietGekregen) return 'opnieuw';
  return b.dossierId ? 'afgehandeld' : 'koppelen';
}

function useHandeling(id: string, klaar: () => void) {
  const client = useQueryClient();
  return useMutation<Bericht, Problem, Afhandelen>({
    mutationFn: (inhoud) => api.post<Bericht>(`/v1/berichten/${id}/_afhandelen`, inhoud),
    onSuccess: (bericht, { handeling }) => {
      klaar();
      toast({ tekst: GEDAAN[handeling] });
      client.setQueryData(['bericht', id], bericht);
      void client.invalidateQueries({ queryKey: ['berichten'] });
      void client.invalidateQueries({ queryKey: ['ik'] });
    },
  });
}

/** Wat met een melding kan: knoppen en hun vensters. */
export function Acties({ bericht: b }: { bericht: Bericht }) {
  const [venster, setVenster] = useState<Exclude<Mogelijk, 'opnieuw'> | undefined>();
  const dicht = () => setVenster(undefined);
  const doe = useHandeling(b.id, dicht);
  const kies = (h: Mogelijk) =>
    h === 'opnieuw' ? doe.mutate({ handeling: 'opnieuw' }) : setVenster(h);
  const eerst = eersteKeus(b);
  const volgorde = [...b.mogelijk].sort((x, y) => Number(y === eerst) - Number(x === eerst));
  const los = { bezig: doe.isPending, fout: doe.error, onClose: dicht };
  return (
    <>
      {doe.isError && !venster && <ErrorState error={doe.error} />}
      {(volgorde.length > 0 || b.tegenstrijdigDossierId) && (
        <div className="postvak-acties">
          {volgorde.map((h) => (
            <Button
              key={h}
              look={h === eerst ? 'primary' : h === 'afschermen' ? 'quiet' : 'secondary'}
              busy={h === 'opnieuw' && doe.isPending}
              onClick={() => kies(h)}
            >
              {KNOP[h]}
            </Button>
          ))}
          {b.tegenstrijdigDossierId && (
            <ButtonLink href={`/inburgeraars/${b.tegenstrijdigDossierId}`}>
              Bekijk het andere dossier
            </ButtonLink>
          )}
        </div>
      )}
      <KoppelDialog
        {...los}
        open={venster === 'koppelen'}
        gemeenteId={b.gemeenteId}
        gemeente={b.gemeente}
        onKoppel={(dossierId) => doe.mutate({ handeling: 'koppelen', dossierId })}
      />
      <ParkeerDialog
        {...los}
        open={venster === 'parkeren'}
        onKlaar={(tot, reden) => doe.mutate({ handeling: 'parkeren', tot, reden })}
      />
      <AfhandelDialog
        {...los}
        open={venster === 'afgehandeld'}
        onKlaar={(reden) => doe.mutate({ handeling: 'afgehandeld', reden })}
      />
      <AfschermDialog open={venster === 'afschermen'} bericht={b} onClose={dicht} />
    </>
  );
}
