import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { api, Problem } from '../../../web/api.ts';
import { useIk } from '../../../web/ik.ts';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { ErrorState } from '../../../web/ui/feedback/States.tsx';
import { Field, Select } from '../../../web/ui/form/Field.tsx';
import { FileInput } from '../../../web/ui/form/FileInput.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Link } from '../../../web/ui/layout/Link.tsx';
import type { Keuze, Overdracht, Voorstel } from '../coa.schema.ts';
import { VoorstelLijst } from './VoorstelLijst.tsx';
import { samenvatting, UITKOMST } from './woorden.ts';

const MAX_BYTES = 2_000_000;

/** The file as base64, read in the browser; it is kept nowhere until somebody has seen what it does. */
function alsBase64(bestand: File): Promise<string> {
  return new Promise((klaar, mis) => {
    const lezer = new FileReader();
    lezer.onload = () => klaar(String(lezer.result).split(',')[1] ?? '');
    lezer.onerror = () => mis(lezer.error);
    lezer.readAsDataURL(bestand);
  });
}

async function bekijk(gemeenteId: string, bestand: File) {
  if (bestand.size > MAX_BYTES) {
    const detail = 'Dit bestand is groter dan 2 MB. Verdeel het over meer bestanden.';
    throw new Problem('antwoord', { status: 413, title: 'Te groot', detail });
  }
  const inhoud = await alsBase64(bestand);
  const voorstel = await api.post<Voorstel>('/v1/coa/_bekijk', { gemeenteId, inhoud });
  return { inhoud, voorstel };
}

type Bekeken = Awaited<ReturnType<typeof bekijk>>;

/** What became of each row, right after taking in. */
function Opgenomen({ overdracht }: { overdracht: Overdracht }) {
  const liggen = overdracht.rijen.filter((r) => !r.dossierId && r.uitkomst !== 'overgeslagen');
  return (
    <Alert
      tone={liggen.length > 0 ? 'warning' : 'success'}
      title="De overdracht is opgenomen."
      live
    >
      {samenvatting(overdracht.rijen)}.
      <ul className="coa-lijst">
        {overdracht.rijen
          .filter((r) => r.dossierId)
          .map((r) => (
            <li key={r.rij}>
              <Link href={`/inburgeraars/${r.dossierId}/intake`}>{r.naam ?? `Rij ${r.rij}`}</Link>:{' '}
              {UITKOMST[r.uitkomst].daarna}
            </li>
          ))}
        {liggen.map((r) => (
          <li key={r.rij}>
            Rij {r.rij}: {UITKOMST[r.uitkomst].daarna}. Verbeter de rij en lees het bestand opnieuw
            in.
          </li>
        ))}
      </ul>
    </Alert>
  );
}

type BestandProps = { fout: string | undefined; kies: (bestand: File) => void; bezig: boolean };

function BestandVeld({ fout, kies, bezig }: BestandProps) {
  const id = useId();
  return (
    <Field
      id={id}
      label="Bestand van COA"
      hint="Rekenblad (.xlsx) of JSON, hoogstens 2 MB en 200 personen."
      error={fout}
    >
      <FileInput
        id={id}
        accept=".xlsx,.json,application/json"
        disabled={bezig}
        describedBy={fout ? `${id}-hint ${id}-error` : `${id}-hint`}
        onFile={kies}
      />
    </Field>
  );
}

/** Reads a hand-over of COA: first what it would do, then taking it in. */
export function Inlezen() {
  const gemeenten = useIk().data?.gemeenten ?? [];
  const queries = useQueryClient();
  const [gekozen, setGekozen] = useState('');
  const naUitslag = useRef<HTMLDivElement>(null);
  const gemeenteId = gekozen || (gemeenten.length === 1 ? (gemeenten[0]?.id ?? '') : '');
  const kijk = useMutation<Bekeken, Problem, File>({
    mutationFn: (bestand) => bekijk(gemeenteId, bestand),
  });
  const neem = useMutation<Overdracht, Problem, Keuze[]>({
    mutationFn: (keuzes) =>
      api.post<Overdracht>('/v1/coa/overdrachten', {
        gemeenteId,
        inhoud: kijk.data?.inhoud ?? '',
        keuzes,
      }),
    onSuccess: () => {
      kijk.reset();
      naUitslag.current?.focus();
      void queries.invalidateQueries({ queryKey: ['coa'] });
    },
  });
  return (
    <Card title="Overdracht inlezen">
      <div className="m-stack">
        <p>
          U ziet eerst per persoon wat er zou gebeuren. Pas daarna wordt er iets bewaard. Antwoorden
          komen in de intake als ‘van COA, nog niet bevestigd’.
        </p>
        <div className="coa-velden">
          {gemeenten.length > 1 && (
            <Select
              label="Gemeente"
              value={gemeenteId}
              emptyLabel="Kies een gemeente"
              options={gemeenten.map((g) => ({ value: g.id, label: g.naam }))}
              onChange={(waarde) => {
                setGekozen(waarde);
                kijk.reset();
              }}
            />
          )}
          {gemeenteId && (
            <BestandVeld
              fout={kijk.error?.voorVeld('inhoud')}
              bezig={kijk.isPending}
              kies={(bestand) => {
                neem.reset();
                kijk.mutate(bestand);
              }}
            />
          )}
        </div>
        {kijk.isPending && <p role="status">Het bestand wordt gelezen…</p>}
        {kijk.isError && !kijk.error.voorVeld('inhoud') && <ErrorState error={kijk.error} />}
        <div ref={naUitslag} tabIndex={-1} className="coa-uitslag">
          {neem.data && <Opgenomen overdracht={neem.data} />}
          {neem.isError && <ErrorState error={neem.error} />}
        </div>
        {kijk.data && (
          <VoorstelLijst
            voorstel={kijk.data.voorstel}
            bezig={neem.isPending}
            neemOp={(keuzes) => neem.mutate(keuzes)}
            annuleer={() => kijk.reset()}
          />
        )}
      </div>
    </Card>
  );
}
