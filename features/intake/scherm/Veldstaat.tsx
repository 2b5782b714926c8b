import { formatDate } from '../../../web/dates.ts';
import { Badge, SourceLabel } from '../../../web/ui/data/Badge.tsx';
import { ConflictNotice } from '../../../web/ui/feedback/ConflictNotice.tsx';
import { useOpslag, type Veld } from './opslag.tsx';

type Herkomst = { bron: string; op: string; verouderd?: boolean };

/** Wie dit antwoord gaf en wanneer, en of wat hier is getypt veilig is. */
export function Bronregel({ veld, bron }: { veld: Veld; bron: Herkomst | null }) {
  const { soort } = useOpslag().staat(veld) ?? {};
  return (
    <>
      {bron && (
        <span className="m-quiet">
          <SourceLabel bron={bron.bron} /> {formatDate(bron.op, 'datum')}
        </span>
      )}
      {bron?.verouderd && <Badge tone="near">ouder dan een half jaar: klopt dit nog?</Badge>}
      {soort === 'bezig' && <span className="m-quiet">bezig met opslaan…</span>}
      {soort === 'opgeslagen' && <span className="m-met">opgeslagen</span>}
      {(soort === 'fout' || soort === 'conflict') && (
        <span className="m-late">niet opgeslagen</span>
      )}
    </>
  );
}

/** De foutmelding bij een veld, in een zin. */
export function useVeldfout(veld: Veld): string | undefined {
  const staat = useOpslag().staat(veld);
  return staat?.soort === 'fout' ? staat.tekst : undefined;
}

/** Een ander schreef hier ook: wie, wanneer, wat, en de keuze. */
export function Botsing({ veld }: { veld: Veld }) {
  const opslag = useOpslag();
  const staat = opslag.staat(veld);
  if (staat?.soort !== 'conflict') return null;
  return (
    <ConflictNotice
      conflict={staat.conflict}
      onTakeTheirs={() => void opslag.neemOver(veld)}
      onKeepMine={() => void opslag.houdEigen(veld)}
    />
  );
}
