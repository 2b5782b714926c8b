import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { Checkbox } from '../../../web/ui/form/Choice.tsx';
import { Select, TextArea, TextInput } from '../../../web/ui/form/Field.tsx';
import type { Vraag } from '../../shared/vraag.schema.ts';
import { VRAAGTYPEN, type Vragenbank } from '../vragenbank.schema.ts';
import { type Concept, GEWOON, lijstOp } from './concept.ts';

type Props = {
  bank: Vragenbank;
  vraagId: string | undefined;
  concept: Concept;
  /** Waarom de vraag niet weg mag. */
  vast: string | undefined;
  zet: (deel: Partial<Concept>) => void;
};

/** Alles wat aan een vraag te kiezen is. */
export function Velden(props: Props) {
  const { concept: c, zet, vast } = props;
  const bron = props.bank.ingebouwd.find((v) => v.id === props.vraagId);
  return (
    <>
      <TextInput
        label="De vraag"
        hint={
          bron && bron.vraag !== c.vraag
            ? `In Meedoen: ${bron.vraag}`
            : 'Zoals u haar stelt, met u.'
        }
        value={c.vraag}
        maxLength={160}
        onChange={(vraag) => zet({ vraag })}
      />
      <TextInput
        label="Uitleg voor de klantmanager"
        optional
        value={c.hulp}
        maxLength={240}
        onChange={(hulp) => zet({ hulp })}
      />
      {c.soort === 'eigen' ? <EigenVelden {...props} /> : <Vaststaand {...props} />}
      <Plek {...props} />
      <Checkbox
        label="Verplicht"
        hint="Zonder antwoord is de intake bij deze gemeente niet af."
        checked={c.verplicht}
        onChange={(verplicht) => zet({ verplicht })}
      />
      <Checkbox
        label="Niet (meer) stellen"
        hint={vast ?? 'Antwoorden die er al zijn, blijven in het dossier staan.'}
        checked={c.verborgen}
        disabled={vast !== undefined}
        onChange={(verborgen) => zet({ verborgen })}
      />
    </>
  );
}

/** Wat bij een vraag van Meedoen niet verandert, en waarom. */
function Vaststaand({ bank, concept: c }: Props) {
  const onderdeel = bank.onderdelen.find((o) => o.id === c.onderdeel);
  const keuzes = c.opties ? `: ${c.opties.split('\n').join(', ')}` : '';
  return (
    <Alert tone="info" title={`${onderdeel?.naam}.`}>
      Soort antwoord: {VRAAGTYPEN[c.type]}
      {keuzes}. Dat blijft zo, omdat er antwoorden aan hangen. Waarvoor: {onderdeel?.doel} (
      {onderdeel?.artikel}).
    </Alert>
  );
}

function EigenVelden({ bank, vraagId, concept: c, zet }: Props) {
  const open = bank.onderdelen.filter((o) => o.open);
  const gebied = (id: string) => bank.leefgebieden.find((l) => l.id === id)?.naam ?? '';
  const doel = bank.doelen.find((d) => d.id === c.doel);
  return (
    <>
      <div className="vragenbank-twee">
        <Select
          label="Onderdeel van de intake"
          hint={vraagId ? 'Blijft gelijk: er kunnen antwoorden zijn.' : undefined}
          disabled={vraagId !== undefined}
          value={c.onderdeel}
          emptyLabel="kies"
          options={open.map((o) => ({ value: o.id, label: `${gebied(o.leefgebied)}: ${o.naam}` }))}
          onChange={(onderdeel) => zet({ onderdeel, na: GEWOON })}
        />
        <Select
          label="Soort antwoord"
          hint={vraagId ? 'Blijft gelijk: er kunnen antwoorden zijn.' : undefined}
          disabled={vraagId !== undefined}
          value={c.type}
          options={Object.entries(VRAAGTYPEN).map(([value, label]) => ({ value, label }))}
          onChange={(type) => zet({ type: type as Vraag['type'] })}
        />
      </div>
      <Antwoordvorm concept={c} zet={zet} />
      <Select
        label="Waarvoor is het antwoord nodig?"
        hint={doel ? doel.grondslag : 'Vraag alleen wat voor een van deze doelen nodig is.'}
        value={c.doel}
        emptyLabel="kies"
        options={bank.doelen.map((d) => ({ value: d.id, label: d.naam }))}
        onChange={(d) => zet({ doel: d })}
      />
      <TextInput
        label="Waarom vragen wij dit?"
        hint="Eén zin die de klantmanager aan de persoon kan voorlezen."
        value={c.waarom}
        maxLength={300}
        onChange={(waarom) => zet({ waarom })}
      />
      <Voorwaarde bank={bank} vraagId={vraagId} concept={c} zet={zet} />
    </>
  );
}

function Antwoordvorm({ concept: c, zet }: Pick<Props, 'concept' | 'zet'>) {
  const keuze = c.type === 'keuze' || c.type === 'meerkeuze';
  return (
    <>
      {keuze && (
        <TextArea
          label="Keuzes"
          hint="Eén keuze per regel."
          rows={4}
          value={c.opties}
          onChange={(opties) => zet({ opties })}
        />
      )}
      {c.type === 'getal' && (
        <div className="vragenbank-drie">
          <TextInput
            label="Laagste getal"
            inputMode="numeric"
            value={c.van}
            onChange={(van) => zet({ van })}
          />
          <TextInput
            label="Hoogste getal"
            inputMode="numeric"
            value={c.tot}
            onChange={(tot) => zet({ tot })}
          />
          <TextInput
            label="Eenheid"
            value={c.eenheid}
            maxLength={30}
            onChange={(eenheid) => zet({ eenheid })}
          />
        </div>
      )}
    </>
  );
}

type VoorwaardeProps = Pick<Props, 'bank' | 'vraagId' | 'concept' | 'zet'>;

function Voorwaarde({ bank, vraagId, concept: c, zet }: VoorwaardeProps) {
  const mogelijk = lijstOp(bank, bank.vandaag).alle.filter(
    (v) => v.id !== vraagId && (v.type === 'ja-nee' || v.type === 'keuze'),
  );
  const bron = mogelijk.find((v) => v.id === c.alleenVraag);
  const antwoorden = bron?.type === 'ja-nee' ? ['ja', 'nee'] : (bron?.opties ?? []);
  return (
    <div className="vragenbank-twee">
      <Select
        label="Alleen stellen na"
        value={c.alleenVraag}
        emptyLabel="altijd stellen"
        options={mogelijk.map((v) => ({ value: v.id, label: v.vraag }))}
        onChange={(alleenVraag) => zet({ alleenVraag, alleenIs: '' })}
      />
      {bron && (
        <Select
          label="Als het antwoord is"
          value={c.alleenIs}
          emptyLabel="kies"
          options={antwoorden.map((a) => ({ value: a, label: a }))}
          onChange={(alleenIs) => zet({ alleenIs })}
        />
      )}
    </div>
  );
}

function Plek({ bank, vraagId, concept: c, zet }: Props) {
  const gebied = bank.onderdelen.find((o) => o.id === c.onderdeel)?.leefgebied;
  const ander = lijstOp(bank, bank.vandaag).alle.filter(
    (v) => v.leefgebied === gebied && v.id !== vraagId,
  );
  if (!gebied) return null;
  return (
    <Select
      label="Plek in het gesprek"
      value={c.na === '' ? 'vooraan' : c.na}
      options={[
        { value: GEWOON, label: 'op de gewone plek' },
        { value: 'vooraan', label: 'vooraan in dit leefgebied' },
        ...ander.map((v) => ({ value: v.id, label: `na: ${v.vraag}` })),
      ]}
      onChange={(na) => zet({ na: na === 'vooraan' ? '' : na })}
    />
  );
}
