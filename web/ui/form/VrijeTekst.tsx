import { type ComponentProps, useState } from 'react';
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
};

/**
 * Waarschuwt bij een open tekst over gezondheid, geloof, afkomst, seksualiteit of strafrecht, en biedt het gevolg aan
 * dat er in plaats daarvan kan staan. Houdt niets tegen.
 */
function GevoeligMelding({ tekst, bezig = false, raad, onVervang }: MeldingProps) {
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

/** Of er nu in een veld wordt getypt, en wat het veld daarvoor moet doen. */
function useTypen(onChange: (tekst: string) => void) {
  const [bezig, setBezig] = useState(false);
  return {
    bezig,
    typ: (tekst: string) => {
      setBezig(true);
      onChange(tekst);
    },
    klaar: () => setBezig(false),
  };
}

type Extra = Pick<MeldingProps, 'raad'>;

/** Een open tekst van meer regels die over een mens gaat: met de waarschuwing voor gevoelige gegevens. */
export function VrijeTekst({ raad, ...props }: ComponentProps<typeof TextArea> & Extra) {
  const { bezig, typ, klaar } = useTypen(props.onChange);
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
      <GevoeligMelding tekst={props.value} bezig={bezig} raad={raad} onVervang={props.onChange} />
    </div>
  );
}

/** Zoals `VrijeTekst`, op één regel. */
export function VrijeRegel({ raad, ...props }: ComponentProps<typeof TextInput> & Extra) {
  const { bezig, typ, klaar } = useTypen(props.onChange);
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
      <GevoeligMelding tekst={props.value} bezig={bezig} raad={raad} onVervang={props.onChange} />
    </div>
  );
}
