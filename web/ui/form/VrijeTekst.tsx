import { type ComponentProps, useEffect, useState } from 'react';
import { metGevolg, waarschuwing } from '../../../features/shared/gevoelig.schema.ts';
import { Alert } from '../feedback/Alert.tsx';
import { Button } from './Button.tsx';
import { TextArea, TextInput } from './Field.tsx';

type MeldingProps = {
  tekst: string;
  /** De gebruiker typt nog: het laatste woord is misschien niet af. */
  bezig?: boolean;
  /** Andere raad dan de gewone, als één zin. */
  raad?: string;
  /** Zonder dit is er alleen een waarschuwing en geen knop. */
  onVervang?: (tekst: string) => void;
  /** De tekst wacht met opslaan; dit slaat hem toch op. */
  onToch?: () => void;
};

/**
 * Waarschuwt bij een open tekst over gezondheid, geloof, afkomst, seksualiteit of strafrecht, en biedt het gevolg aan
 * dat er in plaats daarvan kan staan.
 */
function GevoeligMelding({ tekst, bezig = false, raad, onVervang, onToch }: MeldingProps) {
  const [terug, setTerug] = useState<{ voor: string; na: string }>();
  const melding = waarschuwing(tekst, bezig);
  const vervang = (gevolg: string) => {
    const na = metGevolg(tekst, gevolg);
    setTerug({ voor: tekst, na });
    onVervang?.(na);
  };
  return (
    // Staat er altijd: een schermlezer meldt alleen wat er bij komt.
    <div role="status" className="m-gevoelig">
      {melding && (
        <Alert tone="warning" title="Let op met gevoelige gegevens.">
          {raad ?? melding.tekst}
          {onToch && (
            <div className="m-gevoelig__keuze">
              <strong>Nog niet opgeslagen.</strong>
              <Button onClick={onToch}>Toch zo opslaan</Button>
            </div>
          )}
          {onVervang && (
            <div className="m-gevoelig__keuze">
              <span>Zet in plaats van deze zin:</span>
              {melding.gevolgen.map((gevolg) => (
                <Button key={gevolg} onClick={() => vervang(gevolg)}>
                  {gevolg}
                </Button>
              ))}
            </div>
          )}
        </Alert>
      )}
      {onVervang && terug && terug.na === tekst && (
        <p className="m-quiet m-gevoelig__terug">
          De zin is vervangen.{' '}
          <button
            type="button"
            className="m-link-button"
            onClick={() => {
              onVervang(terug.voor);
              setTerug(undefined);
            }}
          >
            Zet mijn zin terug
          </button>
        </p>
      )}
    </div>
  );
}

/** Na deze stilte is het laatste woord af, ook als men het veld niet verlaat. */
const STIL_MS = 1_000;

/** Of er nu in een veld wordt getypt, en wat het veld daarvoor moet doen. */
function useTypen(tekst: string, onChange: (tekst: string) => void) {
  const [bezig, setBezig] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: elke letter begint de stilte opnieuw
  useEffect(() => {
    if (!bezig) return undefined;
    const timer = setTimeout(() => setBezig(false), STIL_MS);
    return () => clearTimeout(timer);
  }, [bezig, tekst]);
  return {
    bezig,
    typ: (nieuw: string) => {
      setBezig(true);
      onChange(nieuw);
    },
    klaar: () => setBezig(false),
  };
}

type Extra = Pick<MeldingProps, 'raad' | 'onToch'>;

/** Een open tekst van meer regels die over een mens gaat: met de waarschuwing voor gevoelige gegevens. */
export function VrijeTekst({ raad, onToch, ...props }: ComponentProps<typeof TextArea> & Extra) {
  const { bezig, typ, klaar } = useTypen(props.value, props.onChange);
  return (
    <div className="m-vrije-tekst">
      <TextArea
        {...props}
        onChange={typ}
        onBlur={(event) => {
          klaar();
          props.onBlur?.(event);
        }}
      />
      <GevoeligMelding
        tekst={props.value}
        bezig={bezig}
        raad={raad}
        onVervang={props.onChange}
        onToch={onToch}
      />
    </div>
  );
}

/** Zoals `VrijeTekst`, op één regel. */
export function VrijeRegel({ raad, onToch, ...props }: ComponentProps<typeof TextInput> & Extra) {
  const { bezig, typ, klaar } = useTypen(props.value, props.onChange);
  return (
    <div className="m-vrije-tekst">
      <TextInput
        {...props}
        onChange={typ}
        onBlur={(event) => {
          klaar();
          props.onBlur?.(event);
        }}
      />
      <GevoeligMelding
        tekst={props.value}
        bezig={bezig}
        raad={raad}
        onVervang={props.onChange}
        onToch={onToch}
      />
    </div>
  );
}
