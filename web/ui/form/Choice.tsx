import { Checkbox as AmsCheckbox } from '@amsterdam/design-system-react/dist/Checkbox/index.js';
import { FieldSet } from '@amsterdam/design-system-react/dist/FieldSet/index.js';
import { Radio } from '@amsterdam/design-system-react/dist/Radio/index.js';
import { type ReactNode, useId } from 'react';
import { describedBy, FieldError, type FieldProps, type Option } from './Field.tsx';

type RadioOption = Option & { hint?: string; disabled?: boolean };

type RadioGroupProps = FieldProps & {
  name?: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly RadioOption[];
  /** Beside each other, for ja / nee. */
  inline?: boolean;
  disabled?: boolean;
};

function SetFrame({ id, field, children }: { id: string; field: FieldProps; children: ReactNode }) {
  return (
    <>
      {field.hint && (
        <p id={`${id}-hint`} className="m-field__hint">
          {field.hint}
        </p>
      )}
      {field.error && <FieldError id={`${id}-error`}>{field.error}</FieldError>}
      {children}
      {field.aside}
    </>
  );
}

/** One choice from a few, all in sight. */
export function RadioGroup(props: RadioGroupProps) {
  const { name, value, onChange, options, inline, disabled, ...field } = props;
  const id = useId();
  return (
    <FieldSet
      className="m-field"
      legend={field.label}
      invalid={Boolean(field.error)}
      aria-describedby={describedBy(id, field)}
      role="radiogroup"
    >
      <SetFrame id={id} field={field}>
        <div className={inline ? 'm-choices m-choices--inline' : 'm-choices'}>
          {options.map((option) => (
            <Radio
              key={option.value}
              name={name ?? id}
              value={option.value}
              checked={option.value === value}
              disabled={disabled || option.disabled}
              invalid={Boolean(field.error)}
              onChange={() => onChange(option.value)}
            >
              <span>
                {option.label}
                {option.hint && <span className="m-choices__hint">{option.hint}</span>}
              </span>
            </Radio>
          ))}
        </div>
      </SetFrame>
    </FieldSet>
  );
}

type CheckboxProps = {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  error?: ReactNode;
  hint?: ReactNode;
};

/** One yes or no that stands by itself. */
export function Checkbox({ label, checked, onChange, disabled, error, hint }: CheckboxProps) {
  const id = useId();
  return (
    <div className="m-field">
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <AmsCheckbox
        id={id}
        checked={checked}
        disabled={disabled}
        invalid={Boolean(error)}
        aria-describedby={describedBy(id, { hint, error })}
        onChange={(event) => onChange(event.target.checked)}
      >
        {label}
      </AmsCheckbox>
      {hint && (
        <p id={`${id}-hint`} className="m-field__hint m-field__hint--indent">
          {hint}
        </p>
      )}
    </div>
  );
}

type CheckboxGroupProps = FieldProps & {
  values: readonly string[];
  onChange: (values: string[]) => void;
  options: readonly Option[];
  inline?: boolean;
};

/** Several choices from a list. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const { values, onChange, options, inline, ...field } = props;
  const id = useId();
  return (
    <FieldSet
      className="m-field"
      legend={field.label}
      invalid={Boolean(field.error)}
      aria-describedby={describedBy(id, field)}
    >
      <SetFrame id={id} field={field}>
        <div className={inline ? 'm-choices m-choices--inline' : 'm-choices'}>
          {options.map((option) => (
            <AmsCheckbox
              key={option.value}
              checked={values.includes(option.value)}
              invalid={Boolean(field.error)}
              onChange={(event) => {
                const others = values.filter((value) => value !== option.value);
                onChange(event.target.checked ? [...others, option.value] : others);
              }}
            >
              {option.label}
            </AmsCheckbox>
          ))}
        </div>
      </SetFrame>
    </FieldSet>
  );
}
