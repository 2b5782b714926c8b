import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, newKey, type Problem } from '../../../web/api.ts';
import { ErrorState } from '../../../web/ui/feedback/States.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { TextArea } from '../../../web/ui/form/Field.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Link, useGo } from '../../../web/ui/layout/Link.tsx';
import type { Doel, WisselAntwoord } from '../wissel.schema.ts';

/** Zoveel past er in een tekst van het PIP. */
const LANGSTE_REDEN = 4000;
/** Een nieuw concept begint bij de eerste revisie. */
const EERSTE_REVISIE = 1;

type Props = {
  dossierId: string;
  naar: Doel;
  beeld: WisselAntwoord;
  /** De uitkomst hoort bij de antwoorden die er nu staan. */
  ververst: boolean;
  reden: string;
  /** De gebruiker schreef de reden zelf. */
  eigen: boolean;
  onReden: (tekst: string | undefined) => void;
};

/** De reden, en de knop waarmee de nieuwe versie van het PIP begint. */
export function NieuweVersie(props: Props) {
  const { dossierId, naar, beeld, ververst, reden, eigen, onReden } = props;
  const queries = useQueryClient();
  const go = useGo();
  const [sleutel] = useState(newKey);
  const begin = useMutation<void, Problem>({
    mutationFn: async () => {
      const pips = `/v1/dossiers/${dossierId}/pips`;
      const { pipId } = await api.post<{ pipId: string }>(pips, {}, { idempotencyKey: sleutel });
      const keuze = naar === 'A2' ? { niveau: 'A2' } : { leerroute: naar };
      await api.patch(`${pips}/${pipId}`, {
        revisie: EERSTE_REVISIE,
        inhoud: { ...keuze, redenWijziging: reden.trim() },
      });
    },
    onSuccess: async () => {
      toast({ tekst: 'De nieuwe versie is begonnen; motiveer haar en leg haar voor.' });
      await queries.invalidateQueries();
      go(`/inburgeraars/${dossierId}/pip`);
    },
  });
  return (
    <Card title="4. Nieuwe versie">
      <div className="m-stack">
        <TextArea
          label="Waarom verandert het plan?"
          hint="Deze tekst komt in het besluit. Wat er staat komt uit uw antwoorden; maak haar af in uw eigen woorden."
          rows={6}
          maxLength={LANGSTE_REDEN}
          value={reden}
          onChange={onReden}
        />
        {eigen && (
          <div>
            <button type="button" className="m-link-button" onClick={() => onReden(undefined)}>
              Zet het voorstel terug
            </button>
          </div>
        )}
        <div>
          <Button
            look="primary"
            busy={begin.isPending}
            reason={waaromNiet(dossierId, beeld, ververst, reden)}
            onClick={() => begin.mutate()}
          >
            Nieuwe versie beginnen
          </Button>
        </div>
        {begin.isError && <ErrorState error={begin.error} />}
      </div>
    </Card>
  );
}

/** Waarom de nieuwe versie nog niet kan beginnen; leeg als het kan. */
function waaromNiet(
  dossierId: string,
  { beginnen, kan, voorwaarden }: WisselAntwoord,
  ververst: boolean,
  reden: string,
): ReactNode {
  const [tegen] = beginnen.redenen;
  if (tegen) {
    return (
      <>
        {tegen.tekst}{' '}
        {tegen.actie === 'pip' && <Link href={`/inburgeraars/${dossierId}/pip`}>Naar het PIP</Link>}
      </>
    );
  }
  if (!ververst) return 'Uw antwoord wordt nagegaan.';
  if (kan === 'nee') {
    const eerste = voorwaarden.find((v) => v.stand === 'niet')?.redenen[0];
    return eerste?.tekst ?? 'Dit mag nu niet.';
  }
  if (kan === 'onbekend') {
    const open = voorwaarden.find((v) => v.stand === 'onbekend');
    return `Nog niet bekend: ‘${open?.titel ?? 'een eis'}’.`;
  }
  return reden.trim() === '' ? 'Schrijf op waarom het plan verandert.' : undefined;
}
