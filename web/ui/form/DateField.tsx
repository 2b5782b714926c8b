import { TextInput as AmsTextInput } from '@amsterdam/design-system-react/dist/TextInput/index.js';
import { useEffect, useId, useState } from 'react';
import { formatDate, parseDate } from '../../dates.ts';
import { describedBy, Field, type FieldProps } from './Field.tsx';

type DateFieldProps = FieldProps & {
  /** ISO date, or '' when empty or not (yet) a date. */
  value: string;
  onChange: (iso: string) => void;
  disabled?: boolean;
  id?: string;
};

/**
 * A date typed as dd-mm-jjjj. Gives ISO as soon as the text is a date; what was typed stays in
 * the field, also when it is wrong, with a sentence that says what is expected.
 */
export function DateField({ value, onChange, disabled, id: given, ...field }: DateFieldProps) {
  const own = useId();
  const id = given ?? own;
  const [text, setText] = useState(value ? formatDate(value, 'cijfers') : '');
  const [left, setLeft] = useState(false);
  useEffect(() => {
    setText((typed) => {
      const same = (parseDate(typed) ?? '') === value;
      return same ? typed : formatDate(value, 'cijfers');
    });
  }, [value]);
  const unreadable = text.trim() !== '' && parseDate(text) === null;
  const error =
    field.error ??
    (left && unreadable
      ? `'${text}' is geen datum. Schrijf dag-maand-jaar: 19-11-2026.`
      : undefined);
  const shown = { ...field, error, hint: field.hint ?? 'dd-mm-jjjj' };
  return (
    <Field id={id} {...shown}>
      <AmsTextInput
        id={id}
        size={12}
        inputMode="numeric"
        autoComplete="off"
        value={text}
        disabled={disabled}
        invalid={Boolean(error)}
        aria-describedby={describedBy(id, shown)}
        onBlur={() => {
          setLeft(true);
          const iso = parseDate(text);
          if (iso) setText(formatDate(iso, 'cijfers'));
        }}
        onChange={(event) => {
          setText(event.target.value);
          setLeft(false);
          onChange(parseDate(event.target.value) ?? '');
        }}
      />
    </Field>
  );
}
