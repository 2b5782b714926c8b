import { Icon } from '../layout/Icon.tsx';

type FileInputProps = {
  /** The id of the Field around it. */
  id: string;
  accept: string;
  onFile: (file: File) => void;
  disabled?: boolean;
  describedBy?: string;
};

/** Choosing a file: the button of the browser speaks the language of the browser, ours speaks Dutch. */
export function FileInput({ id, accept, onFile, disabled, describedBy }: FileInputProps) {
  return (
    <span className="m-file">
      <input
        id={id}
        type="file"
        accept={accept}
        disabled={disabled}
        aria-describedby={describedBy}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onFile(file);
          // The same file can be chosen again after it has been mended.
          event.target.value = '';
        }}
      />
      <span className="ams-button ams-button--secondary m-button" aria-hidden="true">
        <Icon name="plus" size={16} /> Bestand kiezen
      </span>
    </span>
  );
}
