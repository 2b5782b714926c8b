import { Select, TextInput } from '../../../web/ui/form/Field.tsx';

const ANDERS = 'anders';

type Props = {
  label: string;
  gemeenten: readonly { code: string; naam: string }[];
  code: string;
  onChange: (code: string) => void;
};

/** Een gemeente die met Meedoen werkt, of van een andere de code van vier cijfers. */
export function GemeenteKeuze({ label, gemeenten, code, onChange }: Props) {
  const bekend = gemeenten.some((g) => g.code === code);
  const anders = code !== '' && !bekend;
  return (
    <>
      <Select
        label={label}
        value={anders ? ANDERS : code}
        onChange={(waarde) => onChange(waarde === ANDERS ? ' ' : waarde)}
        emptyLabel="Kies een gemeente"
        options={[
          ...gemeenten.map((g) => ({ value: g.code, label: g.naam })),
          { value: ANDERS, label: 'Een andere gemeente' },
        ]}
      />
      {anders && (
        <TextInput
          label="Code van de gemeente"
          hint="Vier cijfers, bijvoorbeeld 0344."
          value={code.trim()}
          onChange={(waarde) => onChange(waarde.trim() || ' ')}
        />
      )}
    </>
  );
}
