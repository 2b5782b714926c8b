import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, newKey, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Weigering } from '../../../web/ui/feedback/Weigering.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Checkbox } from '../../../web/ui/form/Choice.tsx';
import { Select } from '../../../web/ui/form/Field.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import type { Inzet, KeuzeTolkAntwoord, Nodig, TolkKeuze } from '../inzet.schema.ts';
import { BEZWAAR, tolkHoort, uur, VORM } from './woorden.ts';

const NA_OVERLEG = new Set(['buiten-rooster', 'geslacht']);

type BoekVraag = { tolkId: string; vorm: string };

function useBoeken(a: Nodig, overlegd: boolean, klaar: () => void) {
  const client = useQueryClient();
  const [sleutel] = useState(newKey);
  return useMutation<Inzet, Problem, BoekVraag>({
    mutationFn: (v) =>
      api.post(
        `/v1/dossiers/${a.dossierId}/afspraken/${a.afspraakId}/tolk`,
        { ...v, overlegd },
        { idempotencyKey: `${sleutel}-${v.tolkId.slice(-8)}-${v.vorm}-${overlegd}` },
      ),
    onSuccess: async ({ bericht }) => {
      await client.invalidateQueries({ queryKey: ['tolken'] });
      toast({ tekst: `De tolk is geboekt. ${bericht ? tolkHoort(bericht) : ''}`.trim() });
      klaar();
    },
  });
}

/** Choosing an interpreter for one appointment: who can first, the fixed one on top. */
export function BoekDialoog({ afspraak: a, onSluit }: { afspraak: Nodig; onSluit: () => void }) {
  const [overlegd, setOverlegd] = useState(false);
  const boek = useBoeken(a, overlegd, onSluit);
  const pad = `/v1/dossiers/${a.dossierId}/afspraken/${a.afspraakId}/tolken`;
  const keuze = useQuery<TolkKeuze, Problem>({
    queryKey: ['tolken', 'keuze', a.afspraakId],
    queryFn: ({ signal }) => api.get<TolkKeuze>(pad, { signal }),
  });
  const tolken = keuze.data?.tolken ?? [];
  return (
    <Dialog
      open
      kind="side"
      title="Tolk boeken"
      onClose={onSluit}
      footer={<Button onClick={onSluit}>Sluiten</Button>}
    >
      <div className="m-stack">
        <p>
          {a.naam}, {formatDate(a.datum, 'datum')} om {uur(a.tijd)}, {a.minuten} minuten, {a.plaats}
          . Taal: {a.taal}.
        </p>
        {keuze.data && <Wens keuze={keuze.data} />}
        {boek.isError && <Weigering fout={boek.error} />}
        {keuze.isPending && <Skeleton lines={4} />}
        {keuze.isError && <ErrorState error={keuze.error} />}
        {keuze.data && tolken.length === 0 && (
          <EmptyState title={`Er is geen tolk ${a.taal} in het rooster.`}>
            Voeg een tolk toe op het blad Rooster.
          </EmptyState>
        )}
        {tolken.length > 0 && (
          <>
            <Checkbox
              label="Ik heb overlegd met de tolk en de persoon"
              hint="Dan kan ook een tolk buiten het rooster, of een ander dan de voorkeur. Dubbel boeken kan nooit."
              checked={overlegd}
              onChange={setOverlegd}
            />
            <ul className="tolk-keuzes">
              {tolken.map((t) => (
                <Keuze
                  key={t.tolkId}
                  tolk={t}
                  overlegd={overlegd}
                  bezig={boek.isPending}
                  boek={boek.mutate}
                />
              ))}
            </ul>
          </>
        )}
      </div>
    </Dialog>
  );
}

/** What the person would rather have, and what of that cannot be. */
function Wens({ keuze: { voorkeur: v, letOp } }: { keuze: TolkKeuze }) {
  const wens = [v.tolk && `vaste tolk ${v.tolk}`, v.geslacht && `liefst een ${v.geslacht}`];
  const zin = wens.filter(Boolean).join(', ');
  return (
    <>
      {zin && (
        <p className="m-quiet">
          De persoon heeft: {zin}. Wijzigen kan bij de afspraak in de agenda.
        </p>
      )}
      {letOp.map((tekst) => (
        <Alert key={tekst} tone="warning" title={tekst} />
      ))}
    </>
  );
}

type KeuzeProps = {
  tolk: KeuzeTolkAntwoord;
  overlegd: boolean;
  bezig: boolean;
  boek: (v: BoekVraag) => void;
};

function Keuze({ tolk: t, overlegd, bezig, boek }: KeuzeProps) {
  const [vorm, setVorm] = useState<string>(t.vormen[0] ?? 'telefoon');
  const telt = t.bezwaren.filter((b) => !(overlegd && NA_OVERLEG.has(b)));
  return (
    <li>
      <div>
        <strong>{t.naam}</strong> {t.vast && <Badge tone="ours">vaste tolk</Badge>}
        <div className="m-quiet tolk-klein">
          {t.niveau}
          {t.beedigd ? ', beëdigd' : ', niet beëdigd'}
          {t.telefoon && `, ${t.telefoon}`}
        </div>
        {t.bezwaren.map((b) => (
          <div key={b} className="tolk-klein">
            Let op: {BEZWAAR[b]}
          </div>
        ))}
      </div>
      <div className="m-row">
        {t.vormen.length > 1 ? (
          <Select
            label={`Hoe, voor ${t.naam}`}
            value={vorm}
            options={t.vormen.map((v) => ({ value: v, label: VORM[v] }))}
            onChange={setVorm}
          />
        ) : (
          <span>{VORM[t.vormen[0] ?? 'telefoon']}</span>
        )}
        <Button
          look="primary"
          busy={bezig}
          disabled={telt.length > 0}
          onClick={() => boek({ tolkId: t.tolkId, vorm })}
        >
          Boeken<span className="m-hidden">: {t.naam}</span>
        </Button>
      </div>
    </li>
  );
}
