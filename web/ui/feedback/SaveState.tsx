import { formatTime } from '../../dates.ts';
import { Icon } from '../layout/Icon.tsx';
import type { AutosaveState } from './autosave.ts';

type SaveStateProps = { state: AutosaveState; onRetry: () => void };

/** Whether what one typed is safe: always in sight beside a form that saves by itself. */
export function SaveState({ state, onRetry }: SaveStateProps) {
  return (
    <div className={`m-save m-save--${state.stand}`} role="status">
      {state.stand === 'rust' && 'Wordt vanzelf opgeslagen'}
      {state.stand === 'bezig' && 'Bezig met opslaan…'}
      {state.stand === 'opgeslagen' && (
        <>
          <Icon name="vink" size={14} /> Opgeslagen {formatTime(state.om)}
        </>
      )}
      {state.stand === 'niet-opgeslagen' && (
        <>
          <Icon name="letop" size={14} /> Niet opgeslagen. {state.reden}{' '}
          <button type="button" className="m-link-button" onClick={onRetry}>
            Probeer opnieuw
          </button>
        </>
      )}
    </div>
  );
}
