import { type FormEvent, useId } from 'react';
import { Icon } from '../layout/Icon.tsx';

type SearchFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** On Enter; leave out when the list follows the typing. */
  onSearch?: () => void;
  placeholder?: string;
};

/** Searching in a list; the label is told to screen readers, the placeholder shows an example. */
export function SearchField({ label, value, onChange, onSearch, placeholder }: SearchFieldProps) {
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch?.();
  };
  return (
    <search>
      <form className="m-search" onSubmit={submit}>
        <label htmlFor={id} className="m-hidden">
          {label}
        </label>
        <Icon name="zoek" size={16} />
        <input
          id={id}
          type="search"
          autoComplete="off"
          spellCheck={false}
          value={value}
          placeholder={placeholder}
          onChange={(event) => onChange(event.target.value)}
        />
      </form>
    </search>
  );
}
