import { Field as AmsField } from '@amsterdam/design-system-react/dist/Field/index.js';
import { Label } from '@amsterdam/design-system-react/dist/Label/index.js';
import { Select as AmsSelect } from '@amsterdam/design-system-react/dist/Select/index.js';
import { TextArea as AmsTextArea } from '@amsterdam/design-system-react/dist/TextArea/index.js';
import { TextInput as AmsTextInput } from '@amsterdam/design-system-react/dist/TextInput/index.js';
import type {
  InputHTMLAttributes,
  ReactNode,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from 'react';
import { useId } from 'react';
import { Icon } from '../layout/Icon.tsx';

export type FieldProps = {
  label: string;
  hint?: ReactNode;
  /** What is wrong, in a full sentence. */
  error?: ReactNode;
  /** Behind the label: a source label, a save state. */
  aside?: ReactNode;
  optional?: boolean;
};

type FieldFrameProps = FieldProps & {
  id: string;
  children: ReactNode;
};

/** Ids of hint and error, for aria-describedby. */
export function describedBy(id: string, field: Pick<FieldProps, 'hint' | 'error'>) {
  const ids = [field.hint && `${id}-hint`, field.error && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** An error sentence with its icon; `id` ties it to the input. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="m-field__error">
      <Icon name="letop" size={16} />
      <span>
        <span className="m-hidden">Invoerfout: </span>
        {children}
      </span>
    </p>
  );
}

/** Label, hint, input and error in the right order. For inputs that the kit does not have. */
export function Field({ id, label, hint, error, aside, optional, children }: FieldFrameProps) {
  return (
    <AmsField invalid={Boolean(error)} className="m-field">
      <div className="m-field__head">
        <Label htmlFor={id}>
          {label}
          {optional && <span className="m-field__optional"> (niet verplicht)</span>}
        </Label>
        {aside}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="m-field__hint">
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children}
    </AmsField>
  );
}

function split<T extends FieldProps>(props: T) {
  const { label, hint, error, aside, optional, ...input } = props;
  return { field: { label, hint, error, aside, optional }, input };
}

type Text = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'type' | 'value'> & {
  type?: 'email' | 'tel' | 'text' | 'url';
  value: string;
  onChange: (value: string) => void;
};

/** One line of text. */
export function TextInput(props: FieldProps & Text) {
  const { field, input } = split(props);
  const own = useId();
  const id = input.id ?? own;
  return (
    <Field id={id} {...field}>
      <AmsTextInput
        {...input}
        id={id}
        invalid={Boolean(field.error)}
        aria-describedby={describedBy(id, field)}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </Field>
  );
}

type Area = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'> & {
  value: string;
  onChange: (value: string) => void;
};

/** Text of several lines; grows with what is typed. */
export function TextArea(props: FieldProps & Area) {
  const { field, input } = split(props);
  const own = useId();
  const id = input.id ?? own;
  return (
    <Field id={id} {...field}>
      <AmsTextArea
        rows={3}
        {...input}
        id={id}
        className="m-text-area"
        invalid={Boolean(field.error)}
        aria-describedby={describedBy(id, field)}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </Field>
  );
}

export type Option = { value: string; label: string };

type Choice = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value'> & {
  value: string;
  onChange: (value: string) => void;
  options: readonly Option[];
  /** The first, empty choice; leave out when there is always a value. */
  emptyLabel?: string;
};

/** One choice from more than about five; use RadioGroup for fewer. */
export function Select(props: FieldProps & Choice) {
  const { field, input } = split(props);
  const { options, emptyLabel, ...select } = input;
  const own = useId();
  const id = select.id ?? own;
  return (
    <Field id={id} {...field}>
      <span className="m-select">
        <AmsSelect
          {...select}
          id={id}
          invalid={Boolean(field.error)}
          aria-describedby={describedBy(id, field)}
          onChange={(event) => props.onChange(event.target.value)}
        >
          {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </AmsSelect>
        <Icon name="omlaag" size={16} />
      </span>
    </Field>
  );
}
