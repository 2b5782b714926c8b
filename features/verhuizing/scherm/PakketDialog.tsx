import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { formatMoment } from '../../../web/dates.ts';
import { KeyValue } from '../../../web/ui/data/KeyValue.tsx';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { TextArea, TextInput } from '../../../web/ui/form/Field.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import type { PakketBeeld } from '../verhuizing.schema.ts';
import { inZin, STAAT } from '../woorden.ts';
import { Fout } from './Fout.tsx';
import { useStuur } from './vragen.tsx';

type Aanvaard = { feiten: number; niet: { zin: string; waarom: string }[] };
type Vraag = { wat: '_aanvaard' | '_wijs-af' | '_bevestig'; inhoud: object };

/** Een pakket lezen, en erover beslissen. */
export function PakketDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const pakket = useQuery<PakketBeeld, Problem>({
    queryKey: ['verhuizing', 'pakket', id],
    queryFn: () => api.get<PakketBeeld>(`/v1/verhuizingen/overdrachten/${id}`),
  });
  return (
    <Dialog open kind="side" title="Overgedragen dossier" onClose={onClose}>
      {pakket.isPending && <Skeleton lines={6} />}
      {pakket.isError && <ErrorState error={pakket.error} onRetry={() => void pakket.refetch()} />}
      {pakket.data && <Inhoud pakket={pakket.data} />}
    </Dialog>
  );
}

function Inhoud({ pakket: p }: { pakket: PakketBeeld }) {
  return (
    <div className="m-stack">
      <KeyValue
        items={[
          { naam: 'Van', waarde: `${p.van}: ${p.contact}` },
          { naam: 'Naar', waarde: p.naar },
          { naam: 'Gemaakt', waarde: formatMoment(p.gemaaktOp) },
          { naam: 'Gevraagd door', waarde: p.verzoekDoor },
          { naam: 'Staat', waarde: STAAT[p.staat].tekst },
          ...(p.ontvangst
            ? [{ naam: 'Beslist', waarde: `${p.ontvangst.naam}, ${formatMoment(p.ontvangst.op)}` }]
            : []),
        ]}
      />
      <p className="verhuizing-links">
        <a
          href={`/v1/verhuizingen/overdrachten/${p.overdrachtId}/pdf`}
          target="_blank"
          rel="noreferrer"
        >
          Lezen als PDF
        </a>
        <a href={`/v1/verhuizingen/overdrachten/${p.overdrachtId}/bestand`} download>
          Bewaren als bestand (JSON)
        </a>
      </p>
      <Besluit pakket={p} />
      {p.delen.map((d) => (
        <section key={d.deel} aria-label={d.naam} className="verhuizing-deel">
          <h3>{d.naam}</h3>
          <p className="m-quiet">
            Waarvoor: {inZin(d.doel)}. {d.grondslag}.
            {d.reden && <> Waarom meegestuurd: {d.reden}</>}
          </p>
          {d.zinnen.length === 0 ? (
            <p>Hierover is niets vastgelegd.</p>
          ) : (
            <ul>
              {[...new Set(d.zinnen)].map((zin) => (
                <li key={zin}>{zin}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}

function Besluit({ pakket: p }: { pakket: PakketBeeld }) {
  const [tekst, setTekst] = useState('');
  const [afwijzen, setAfwijzen] = useState(false);
  const stuur = useStuur<Partial<Aanvaard>, Vraag>(({ wat, inhoud }) => ({
    pad: `/v1/verhuizingen/overdrachten/${p.overdrachtId}/${wat}`,
    inhoud,
  }));
  if (stuur.data?.niet) return <Uitslag uit={stuur.data as Aanvaard} />;
  if (p.mogelijk.includes('bevestigen')) {
    return (
      <div className="m-stack m-stack--tight">
        <TextInput
          label="Wie kreeg het pakket?"
          hint="Naam bij de andere gemeente, als u het bestand zelf bracht."
          value={tekst}
          onChange={setTekst}
        />
        <div>
          <Button
            busy={stuur.isPending}
            reason={tekst.trim().length < 3 ? 'Vul eerst de naam in.' : undefined}
            onClick={() => stuur.mutate({ wat: '_bevestig', inhoud: { door: tekst.trim() } })}
          >
            Ontvangst vastleggen
          </Button>
        </div>
        <Fout fout={stuur.error} />
      </div>
    );
  }
  if (!p.mogelijk.includes('aanvaarden')) return null;
  return (
    <div className="m-stack m-stack--tight">
      {p.dossier ? (
        <p>
          Past bij het dossier van <strong>{p.dossier.naam}</strong>. Wat hier nog niet staat komt
          erbij, gemerkt als ‘nog niet bevestigd’.
        </p>
      ) : (
        <Alert tone="warning" title="Er is hier geen dossier van deze persoon.">
          Open eerst het dossier, met hetzelfde BSN of V-nummer.
        </Alert>
      )}
      {afwijzen && <TextArea label="Waarom wijst u het af?" value={tekst} onChange={setTekst} />}
      <div className="m-row">
        {!afwijzen && (
          <Button
            look="primary"
            busy={stuur.isPending}
            reason={p.dossier ? undefined : 'Zonder dossier kan dit niet.'}
            onClick={() =>
              stuur.mutate({ wat: '_aanvaard', inhoud: { dossierId: p.dossier?.dossierId } })
            }
          >
            Aanvaarden
          </Button>
        )}
        <Button
          busy={afwijzen && stuur.isPending}
          reason={afwijzen && tekst.trim().length < 3 ? 'Schrijf eerst waarom.' : undefined}
          onClick={() =>
            afwijzen
              ? stuur.mutate({ wat: '_wijs-af', inhoud: { reden: tekst.trim() } })
              : setAfwijzen(true)
          }
        >
          Afwijzen
        </Button>
        {afwijzen && (
          <Button look="quiet" onClick={() => setAfwijzen(false)}>
            Toch niet
          </Button>
        )}
      </div>
      <Fout fout={stuur.error} />
    </div>
  );
}

function Uitslag({ uit }: { uit: Aanvaard }) {
  const er = uit.feiten === 1 ? '1 gegeven staat' : `${uit.feiten} gegevens staan`;
  return (
    <Alert tone="success" title={`Aanvaard: ${er} in het dossier.`} live>
      {uit.niet.length > 0 && (
        <>
          <p>Dit bleef alleen in het pakket:</p>
          <ul>
            {uit.niet.map((n) => (
              <li key={n.zin}>
                {n.zin.length > 120 ? `${n.zin.slice(0, 117)}…` : n.zin} – {n.waarom}
              </li>
            ))}
          </ul>
        </>
      )}
    </Alert>
  );
}
