import { useEffect, useState } from 'react';
import { type FieldProps, TextInput } from './Field.tsx';
import { readTime } from './time.ts';

type TimeFieldProps = Pick<FieldProps, 'error'> & {
  /** 'uu:mm', or what was typed when that is no time. */
  value: string;
  onChange: (time: string) => void;
};

/** A clock time; what was typed stays as it is until the field is left. */
export function TimeField({ value, onChange, error }: TimeFieldProps) {
  const [text, setText] = useState(value);
  useEffect(() => {
    setText((typed) => (readTime(typed) === value ? typed : value));
  }, [value]);
  return (
    <TextInput
      label="Tijd"
      hint="uu:mm"
      inputMode="numeric"
      size={6}
      error={error}
      value={text}
      onBlur={() => setText(readTime(text))}
      onChange={(typed) => {
        setText(typed);
        onChange(readTime(typed));
      }}
    />
  );
}
