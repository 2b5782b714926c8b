import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Problem } from '../../../web/api.ts';
import { formatMoment } from '../../../web/dates.ts';
import { useIk } from '../../../web/ik.ts';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button, ButtonLink } from '../../../web/ui/form/Button.tsx';
import type { AllesOpnieuwAntwoord, Stop, VerzendingZoekVraag } from '../verzending.schema.ts';

const berichten = (n: number) => (n === 1 ? 'Eén bericht' : `${n} berichten`);

type ActieProps = {
  gekozen: ReadonlySet<string>;
  onKlaar: () => void;
  filters: Partial<VerzendingZoekVraag>;
};

/** Wat met de lijst kan: opnieuw versturen wat is aangevinkt, en uitvoeren. */
export function Acties({ gekozen, onKlaar, filters }: ActieProps) {
  const ik = useIk();
  const queries = useQueryClient();
  const opnieuw = useMutation<AllesOpnieuwAntwoord, Problem>({
    mutationFn: () => api.post('/v1/verzendingen/_opnieuw', { verzendingIds: [...gekozen] }),
    onSuccess: async ({ opnieuw: aantal, overgeslagen, redenen }) => {
      const rest = overgeslagen > 0 ? ` ${overgeslagen} overgeslagen. ${redenen.join(' ')}` : '';
      toast({ tekst: `${berichten(aantal)} opnieuw in de rij.${rest}` });
      onKlaar();
      await queries.invalidateQueries({ queryKey: ['verzendingen'] });
    },
    onError: (fout) => toast({ tekst: fout.detail }),
  });
  const uitvoer = useMutation<unknown, Problem>({
    mutationFn: () => api.download('/v1/verzendingen/_exporteer', filters),
    onError: (fout) => toast({ tekst: fout.detail }),
  });
  const magHerhalen = ik.data?.mag.includes('verzending.herhalen') ?? false;
  return (
    <div className="m-row">
      {magHerhalen && gekozen.size > 0 && (
        <Button look="primary" busy={opnieuw.isPending} onClick={() => opnieuw.mutate()}>
          {berichten(gekozen.size)} opnieuw versturen
        </Button>
      )}
      <ButtonLink href="/verzendingen/contactpersonen">Contactpersonen</ButtonLink>
      {magHerhalen && (
        <Button busy={uitvoer.isPending} onClick={() => uitvoer.mutate()}>
          Uitvoeren
        </Button>
      )}
    </div>
  );
}

/** Eén melding als DUO de gemeente zelf niet herkent, in plaats van een fout bij elk bericht. */
export function StopMelding({ stop }: { stop: Stop }) {
  return (
    <Alert tone="warning" title={`Berichten van ${stop.gemeente} liggen stil.`}>
      {stop.reden}. Sinds {formatMoment(stop.sinds)}; {berichten(stop.wachten).toLowerCase()} wacht
      {stop.wachten === 1 ? '' : 'en'}. De beheerder kijkt het certificaat na. Zodra het klopt gaat
      alles vanzelf verder; u hoeft niets opnieuw te sturen.
    </Alert>
  );
}
