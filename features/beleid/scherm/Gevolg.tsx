import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Effect } from '../../../rules/beleid/effect.ts';
import { api, type Problem } from '../../../web/api.ts';
import { ProgressBar } from '../../../web/ui/data/ProgressBar.tsx';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { Link } from '../../../web/ui/layout/Link.tsx';
import type { BeleidEffect } from '../beleid.schema.ts';

const SOORT: Record<Effect, string> = {
  termijnen: 'andere termijn',
  signalen: 'ander signaal',
  voorstellen: 'ander voorstel',
  kenmerken: 'andere plaats in de keten',
  verplichtingen: 'andere verplichting',
  aanbod: 'ander aanbod',
};

/** De delen van de berekening bij elkaar. */
function telOp(tot: BeleidEffect | undefined, deel: BeleidEffect): BeleidEffect {
  if (!tot) return deel;
  const perSoort = { ...tot.perSoort };
  for (const [soort, aantal] of Object.entries(deel.perSoort)) {
    perSoort[soort as Effect] = (perSoort[soort as Effect] ?? 0) + aantal;
  }
  return {
    ...deel,
    bekeken: tot.bekeken + deel.bekeken,
    anders: tot.anders + deel.anders,
    perSoort,
    voorbeelden: [...tot.voorbeelden, ...deel.voorbeelden].slice(0, 20),
  };
}

export type Voornemen = { sleutel: string; waarde: unknown; geldigVanaf: string };

/** Rekent het gevolg deel voor deel uit; wie intussen iets wijzigt, begint opnieuw. */
export function useGevolg(gemeenteId: string) {
  const beurt = useRef(0);
  const [effect, setEffect] = useState<BeleidEffect>();
  const [klaar, setKlaar] = useState(false);
  const wis = () => {
    beurt.current += 1;
    setEffect(undefined);
    setKlaar(false);
  };
  const reken = useMutation<void, Problem, Voornemen>({
    mutationFn: async (voornemen) => {
      wis();
      const mijn = beurt.current;
      let tot: BeleidEffect | undefined;
      let na: string | undefined;
      do {
        const pad = `/v1/gemeenten/${gemeenteId}/beleid/_effect`;
        const deel: BeleidEffect = await api.post<BeleidEffect>(pad, { ...voornemen, na });
        if (beurt.current !== mijn) return;
        tot = telOp(tot, deel);
        na = deel.volgende ?? undefined;
        setEffect(tot);
      } while (na);
      setKlaar(true);
    },
  });
  return { effect, klaar, reken, wis };
}

const dossiers = (aantal: number) => (aantal === 1 ? '1 dossier' : `${aantal} dossiers`);

/** Hoever de berekening is, en wat er dan met lopende dossiers gebeurt. */
export function Gevolg({ effect, klaar }: { effect: BeleidEffect; klaar: boolean }) {
  if (!klaar) {
    return (
      <ProgressBar
        label="Gevolg voor lopende dossiers"
        text={`${effect.bekeken} van ${effect.totaal} bekeken`}
        value={effect.bekeken}
        max={effect.totaal}
      />
    );
  }
  if (!effect.werkt) {
    return (
      <Alert tone="info" title="Geen enkel lopend dossier verandert hierdoor." live>
        Termijnen, signalen en voorstellen blijven zoals zij zijn.
      </Alert>
    );
  }
  if (effect.anders === 0) {
    return (
      <Alert tone="success" title={`Geen van de ${dossiers(effect.totaal)} verandert.`} live />
    );
  }
  return <Verandert effect={effect} />;
}

function Verandert({ effect }: { effect: BeleidEffect }) {
  const geraakt = Object.entries(effect.perSoort).filter(([, aantal]) => aantal > 0);
  return (
    <>
      <Alert
        tone="warning"
        title={`${dossiers(effect.anders)} van de ${effect.totaal} ${effect.anders === 1 ? 'verandert' : 'veranderen'}.`}
        live
      >
        <ul className="beleid-gevolg">
          {geraakt.map(([soort, aantal]) => (
            <li key={soort}>
              {SOORT[soort as Effect]}: {aantal}
            </li>
          ))}
        </ul>
      </Alert>
      {!effect.magVoorbeeldenZien && (
        <p className="m-quiet">U ziet geen namen: dossiers van deze gemeente mag u niet inzien.</p>
      )}
      {effect.voorbeelden.length > 0 && (
        <details className="beleid-voorbeelden">
          <summary>Voorbeelden ({effect.voorbeelden.length})</summary>
          <ul>
            {effect.voorbeelden.map((v) => (
              <li key={v.dossierId}>
                <Link href={`/inburgeraars/${v.dossierId}`}>{v.naam}</Link>
                <ul>
                  {v.wijzigingen.map((zin) => (
                    <li key={zin}>{zin}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
