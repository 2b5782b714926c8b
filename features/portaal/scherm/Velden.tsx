import { DateField } from '../../../web/ui/form/DateField.tsx';
import { Select, TextArea, TextInput } from '../../../web/ui/form/Field.tsx';
import type { Kaartveld } from '../kaarten.ts';

type Props = {
  velden: readonly Kaartveld[];
  waarden: Record<string, string>;
  fouten: Record<string, string>;
  onChange: (id: string, waarde: string) => void;
};

/** The fields of one card, in the order of DUO's portal. */
export function Velden({ velden, waarden, fouten, onChange }: Props) {
  return velden.map((v) => {
    const gewoon = {
      label: v.label,
      hint: v.hint,
      optional: v.optioneel,
      error: fouten[v.id],
      value: waarden[v.id] ?? '',
      onChange: (w: string) => onChange(v.id, w),
    };
    if (v.soort === 'datum') return <DateField key={v.id} {...gewoon} />;
    if (v.soort === 'lang') return <TextArea key={v.id} {...gewoon} rows={5} />;
    if (v.soort === 'keuze') {
      const options = (v.opties ?? []).map((o) => ({ value: o, label: o }));
      return <Select key={v.id} {...gewoon} options={options} emptyLabel="Maak een keuze" />;
    }
    return (
      <TextInput
        key={v.id}
        {...gewoon}
        {...(v.soort === 'bedrag' ? { inputMode: 'numeric' } : {})}
      />
    );
  });
}
