import { Icon } from '../layout/Icon.tsx';

export type Step = {
  naam: string;
  stand: 'klaar' | 'nu' | 'straks' | 'vervallen';
  /** For example a date; shown small under the name. */
  toelichting?: string;
};

const WORDS = { klaar: 'klaar', nu: 'nu', straks: 'straks', vervallen: 'vervallen' } as const;

/** The five schakels of the keten; the state of each stands there in words too. */
export function Steps({ label = 'De weg', stappen }: { label?: string; stappen: Step[] }) {
  return (
    <ol className="m-steps" aria-label={label}>
      {stappen.map((stap, index) => (
        <li
          key={stap.naam}
          className={`m-steps__item m-steps__item--${stap.stand}`}
          aria-current={stap.stand === 'nu' ? 'step' : undefined}
        >
          <span className="m-steps__dot" aria-hidden="true">
            {stap.stand === 'klaar' ? <Icon name="vink" size={14} /> : index + 1}
          </span>
          <span className="m-steps__name">
            {stap.naam}
            <span className="m-hidden"> ({WORDS[stap.stand]})</span>
            {stap.toelichting && <span className="m-steps__note">{stap.toelichting}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
