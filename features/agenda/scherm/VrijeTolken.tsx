import { useQuery } from '@tanstack/react-query';
import { isDatum } from '../../../rules/shared/datum.ts';
import { api, type Problem } from '../../../web/api.ts';
import { useIk } from '../../../web/ik.ts';
import type { Tolken } from '../agenda.schema.ts';
import type { Formulier } from './Velden.tsx';

const MINSTE_TEKENS = 2;

/** Wie er dan vrij is; boeken gaat bij de tolken. */
export function VrijeTolken({ f, dossierId }: { f: Formulier; dossierId: string }) {
  const mag = useIk().data?.mag.includes('tolk.lezen') ?? false;
  const { tijd } = f;
  const duur = Number(f.duur);
  const compleet =
    mag &&
    dossierId !== '' &&
    f.tolkTaal.trim().length >= MINSTE_TEKENS &&
    isDatum(f.datum) &&
    /^\d\d:\d\d$/.test(tijd) &&
    duur >= 5;
  const vraag = new URLSearchParams({
    dossierId,
    taal: f.tolkTaal.trim(),
    datum: f.datum,
    tijd,
    duurMinuten: String(duur),
  });
  const tolken = useQuery<Tolken, Problem>({
    queryKey: ['agenda', 'tolken', vraag.toString()],
    queryFn: ({ signal }) => api.get<Tolken>(`/v1/agenda/tolken?${vraag}`, { signal }),
    enabled: compleet,
  });
  if (!compleet || !tolken.data) return null;
  const { items, letOp } = tolken.data;
  return (
    <div role="status">
      {letOp.map((zin) => (
        <p key={zin} className="agenda-botst">
          {zin}
        </p>
      ))}
      {items.length === 0 ? (
        <p className="agenda-botst">
          Dan is er geen tolk {f.tolkTaal.trim()} vrij. Kies een andere tijd, of bel een tolk.
        </p>
      ) : (
        <p className="m-quiet">Vrije tolken: {items.map(metWensen).join('; ')}</p>
      )}
    </div>
  );
}

/** 'Zula (vaste tolk, beëdigd), 06 12 34 56 78'. */
function metWensen(t: Tolken['items'][number]): string {
  const erbij = [
    t.vast && 'vaste tolk',
    t.beedigd && 'beëdigd',
    t.tegenVoorkeur && 'niet wat de persoon liever heeft',
  ].filter(Boolean);
  return `${t.naam}${erbij.length > 0 ? ` (${erbij.join(', ')})` : ''}, ${t.telefoon}`;
}
