import { PasswordInput } from '@amsterdam/design-system-react/dist/PasswordInput/index.js';
import '@amsterdam/design-system-css/dist/password-input/password-input.css';
import { useId } from 'react';
import { describedBy, Field } from '../../../../web/ui/form/Field.tsx';

type CodeveldProps = {
  label: string;
  hint?: string;
  error?: string;
  waarde: string;
  onChange: (waarde: string) => void;
};

/** Een code die niemand over de schouder leest en geen browser onthoudt. */
export function Codeveld({ label, hint, error, waarde, onChange }: CodeveldProps) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <PasswordInput
        id={id}
        autoComplete="off"
        value={waarde}
        invalid={Boolean(error)}
        aria-describedby={describedBy(id, { hint, error })}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
