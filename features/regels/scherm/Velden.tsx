import { type ReactNode, useRef, useState } from 'react';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Checkbox, RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { FieldError, Select, TextInput } from '../../../web/ui/form/Field.tsx';
import {
  type Concept,
  type Fouten,
  type Ingevuld,
  leesGetypt,
  soortVan,
  type VeldSchema,
  veldenVan,
} from './feiten.ts';
import { focusVeld, veldId } from './focus.tsx';

const MEESTE_RADIOS = 5;
const ONBEKEND = 'niet bekend';

type VeldProps = {
  schema: VeldSchema;
  pad: string;
  waarde: Ingevuld | undefined;
  zet: (waarde: Ingevuld | undefined) => void;
  fouten: Fouten;
};

/** Label, uitleg en fout van een veld. */
function kop({ schema, pad, fouten }: VeldProps) {
  return { label: schema.title ?? pad, hint: schema.description, error: fouten[pad] };
}

function Wegen({ wegen }: { wegen: readonly string[] | undefined }) {
  if (!wegen || wegen.length === 0) return null;
  return (
    <div className="regel-wegen">
      <p>Wat weegt u hierbij?</p>
      <ul>
        {wegen.map((punt) => (
          <li key={punt}>{punt}</li>
        ))}
      </ul>
    </div>
  );
}

const JA_NEE = [
  { value: 'ja', label: 'ja' },
  { value: 'nee', label: 'nee' },
  { value: '', label: ONBEKEND },
];

function JaNeeVeld(props: VeldProps) {
  const { waarde, zet } = props;
  const gekozen = waarde === true ? 'ja' : 'nee';
  return (
    <RadioGroup
      {...kop(props)}
      inline
      options={JA_NEE}
      value={typeof waarde === 'boolean' ? gekozen : ''}
      onChange={(keuze) => zet(keuze === '' ? undefined : keuze === 'ja')}
    />
  );
}

function KeuzeVeld(props: VeldProps) {
  const { schema, waarde = '', zet } = props;
  const options = (schema.enum ?? []).map((keuze) => ({ value: keuze, label: keuze }));
  const veld = {
    ...kop(props),
    value: String(waarde),
    onChange: (k: string) => zet(k || undefined),
  };
  if (options.length > MEESTE_RADIOS) {
    return <Select {...veld} options={options} emptyLabel={ONBEKEND} />;
  }
  const inline = options.every(({ label }) => label.length < 12);
  return (
    <RadioGroup {...veld} inline={inline} options={[...options, { value: '', label: ONBEKEND }]} />
  );
}

function grenzen({ minimum, maximum }: VeldSchema, eenheid: string | undefined): string {
  const tot = `${minimum ?? 0} tot en met ${maximum?.toLocaleString('nl-NL') ?? '…'}`;
  return eenheid ? `Van ${tot} ${eenheid}.` : `Van ${tot}.`;
}

/** Een getal of bedrag, zoals getypt; na het verlaten zegt het veld of het te lezen is. */
function GetalVeld(props: VeldProps) {
  const { schema, waarde = '', zet } = props;
  const [verlaten, setVerlaten] = useState(false);
  const bedrag = soortVan(schema) === 'bedrag';
  const eenheid = bedrag ? undefined : schema['x-eenheid'];
  const getypt = String(waarde);
  const { label, hint, error } = kop(props);
  const uitleg = bedrag ? 'Bedrag in euro, bijvoorbeeld 1.250,50.' : grenzen(schema, eenheid);
  return (
    <TextInput
      label={eenheid ? `${label} (${eenheid})` : label}
      hint={hint ? `${hint} ${uitleg}` : uitleg}
      error={error ?? (verlaten ? leesGetypt(schema, getypt).fout : undefined)}
      size={14}
      inputMode="decimal"
      autoComplete="off"
      value={getypt}
      onBlur={() => setVerlaten(true)}
      onChange={(tekst) => {
        setVerlaten(false);
        zet(tekst === '' ? undefined : tekst);
      }}
    />
  );
}

function DatumVeld(props: VeldProps) {
  const { schema, waarde = '', zet } = props;
  const hint = schema.description ? `${schema.description} Als dd-mm-jjjj.` : undefined;
  return (
    <DateField
      {...kop(props)}
      hint={hint}
      value={String(waarde)}
      onChange={(iso) => zet(iso || undefined)}
    />
  );
}

function TekstVeld(props: VeldProps) {
  return (
    <TextInput
      {...kop(props)}
      autoComplete="off"
      value={String(props.waarde ?? '')}
      onChange={(tekst) => props.zet(tekst || undefined)}
    />
  );
}

type RandProps = { props: VeldProps; naastElkaar?: boolean; children: ReactNode };

function Rand({ props, naastElkaar, children }: RandProps) {
  const { label, hint, error } = kop(props);
  return (
    <fieldset className={naastElkaar ? 'regel-groep regel-naast' : 'regel-groep'}>
      <legend>{label}</legend>
      {hint && <p className="m-field__hint">{hint}</p>}
      {error && <FieldError id={`${veldId(props.pad)}-fout`}>{error}</FieldError>}
      {children}
    </fieldset>
  );
}

function GroepVeld(props: VeldProps) {
  const { schema, pad, waarde, zet, fouten } = props;
  return (
    <Rand props={props} naastElkaar>
      <Velden
        schema={schema}
        pad={pad}
        concept={(waarde ?? {}) as Concept}
        zet={zet}
        fouten={fouten}
      />
    </Rand>
  );
}

/** Rijen met dezelfde velden. Geen rij is iets anders dan niet bekend. */
function LijstVeld(props: VeldProps) {
  const { schema, pad, waarde, zet, fouten } = props;
  const rijen = (waarde ?? []) as Concept[];
  const sleutels = useRef(rijen.map((_, plek) => plek));
  const nieuw = useRef<string>(undefined);
  const voegToe = () => {
    sleutels.current.push(Math.max(-1, ...sleutels.current) + 1);
    nieuw.current = `${pad}[${rijen.length}]`;
    zet([...rijen, {}]);
  };
  const haalWeg = (plek: number) => {
    sleutels.current.splice(plek, 1);
    const over = rijen.filter((_, i) => i !== plek);
    zet(over.length > 0 ? over : undefined);
    focusVeld(`${pad}.toevoegen`);
  };
  return (
    <Rand props={props}>
      {rijen.map((rij, plek) => (
        <fieldset
          key={sleutels.current[plek]}
          id={veldId(`${pad}[${plek}]`)}
          className="regel-rij regel-naast"
          ref={(element) => {
            if (!element || nieuw.current !== `${pad}[${plek}]`) return;
            nieuw.current = undefined;
            focusVeld(`${pad}[${plek}]`);
          }}
        >
          <legend>
            <span className="m-hidden">{schema.title}: </span>rij {plek + 1}
          </legend>
          <Velden
            schema={schema}
            pad={`${pad}[${plek}]`}
            concept={rij}
            zet={(nu) => zet(rijen.map((oud, i) => (i === plek ? nu : oud)))}
            fouten={fouten}
          />
          <Button look="quiet" icon="sluit" onClick={() => haalWeg(plek)}>
            Rij {plek + 1} weghalen
          </Button>
        </fieldset>
      ))}
      {rijen.length === 0 && (
        <Checkbox
          label="Er zijn er geen"
          checked={waarde !== undefined}
          onChange={(geen) => zet(geen ? [] : undefined)}
        />
      )}
      <div id={veldId(`${pad}.toevoegen`)}>
        <Button icon="plus" onClick={voegToe}>
          Rij toevoegen
          <span className="m-hidden"> aan {schema.title}</span>
        </Button>
      </div>
    </Rand>
  );
}

const VELD = {
  datum: DatumVeld,
  'ja-nee': JaNeeVeld,
  keuze: KeuzeVeld,
  bedrag: GetalVeld,
  getal: GetalVeld,
  tekst: TekstVeld,
  groep: GroepVeld,
  lijst: LijstVeld,
} as const;

type VeldenProps = {
  schema: VeldSchema;
  /** Leeg aan het begin, anders het pad van de groep of rij. */
  pad?: string;
  concept: Concept;
  zet: (concept: Concept) => void;
  fouten: Fouten;
};

/** De velden van een regel, een groep of een rij, in de volgorde van de regel. */
export function Velden({ schema, pad = '', concept, zet, fouten }: VeldenProps) {
  return veldenVan(schema).map(([naam, veld]) => {
    const hier = pad ? `${pad}.${naam}` : naam;
    const Soort = VELD[soortVan(veld)];
    return (
      <div key={naam} id={veldId(hier)} className="regel-veld">
        <Soort
          schema={veld}
          pad={hier}
          waarde={concept[naam]}
          zet={(waarde) => zet({ ...concept, [naam]: waarde })}
          fouten={fouten}
        />
        <Wegen wegen={veld['x-wegen']} />
      </div>
    );
  });
}
