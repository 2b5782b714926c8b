import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Problem } from '../../../web/api.ts';
import { formatMoment } from '../../../web/dates.ts';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { TextInput } from '../../../web/ui/form/Field.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import type { Abonnement, NieuwAbonnement } from '../agenda.schema.ts';

const ADRES = '/v1/agenda/abonnement';
const SLEUTEL = ['agenda', 'abonnement'];

function Nieuw({ adres }: { adres: string }) {
  const volledig = new URL(adres, window.location.origin).href;
  return (
    <>
      <Alert tone="info" title="Kopieer dit adres nu. Het is daarna niet meer te zien.">
        Voeg het in uw agendaprogramma toe als internetagenda. Deel het met niemand.
      </Alert>
      <TextInput label="Uw geheime adres" value={volledig} readOnly onChange={() => undefined} />
      <div>
        <Button
          onClick={() =>
            void navigator.clipboard
              .writeText(volledig)
              .then(() => toast({ tekst: 'Het adres is gekopieerd.' }))
          }
        >
          Kopiëren
        </Button>
      </div>
    </>
  );
}

/** De eigen agenda in een ander programma: een adres maken, vernieuwen of intrekken. */
export function AbonnementDialoog({ onSluit }: { onSluit: () => void }) {
  const client = useQueryClient();
  const nu = useQuery<Abonnement, Problem>({
    queryKey: SLEUTEL,
    queryFn: ({ signal }) => api.get<Abonnement>(ADRES, { signal }),
  });
  const ververs = () => client.invalidateQueries({ queryKey: SLEUTEL });
  const maak = useMutation<NieuwAbonnement, Problem>({
    mutationFn: () => api.post<NieuwAbonnement>(ADRES, {}),
    onSuccess: ververs,
  });
  const trekIn = useMutation<unknown, Problem>({
    mutationFn: () => api.delete(ADRES),
    onSuccess: async () => {
      maak.reset();
      await ververs();
      toast({ tekst: 'Het adres werkt niet meer.' });
    },
  });
  const fout = maak.error ?? trekIn.error;
  const lopend = nu.data?.gemaaktOp;
  return (
    <Dialog
      open
      title="Uw agenda in een ander programma"
      onClose={onSluit}
      footer={
        <>
          <Button
            look={lopend ? 'secondary' : 'primary'}
            busy={maak.isPending}
            onClick={() => maak.mutate()}
          >
            {lopend ? 'Nieuw adres maken' : 'Adres maken'}
          </Button>
          {lopend && (
            <Button busy={trekIn.isPending} onClick={() => trekIn.mutate()}>
              Intrekken
            </Button>
          )}
          <Button onClick={onSluit}>Sluiten</Button>
        </>
      }
    >
      <div className="m-stack">
        <p>
          Uw afspraken verschijnen dan in Outlook of op uw telefoon. Er staat geen naam in, alleen
          ‘Intakegesprek 60 min, gemeentehuis’. Verzetten en afzeggen komen vanzelf mee.
        </p>
        {nu.isPending && <Skeleton lines={2} />}
        {nu.isError && <ErrorState error={nu.error} onRetry={() => void nu.refetch()} />}
        {fout && <Alert tone="refusal" title={fout.detail} live />}
        {maak.data && lopend && <Nieuw adres={maak.data.adres} />}
        {lopend && !maak.data && (
          <p className="m-quiet">
            U maakte een adres op {formatMoment(lopend)}.{' '}
            {nu.data?.laatstGebruiktOp
              ? `Het is het laatst opgehaald op ${formatMoment(nu.data.laatstGebruiktOp)}.`
              : 'Het is nog niet opgehaald.'}{' '}
            Bent u het kwijt? Maak een nieuw adres; het oude werkt dan niet meer.
          </p>
        )}
      </div>
    </Dialog>
  );
}
