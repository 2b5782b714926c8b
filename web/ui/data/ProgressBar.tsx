type ProgressBarProps = {
  label: string;
  /** The amount in words: '6 van 12 uur'. */
  text: string;
  value: number;
  max: number;
  tone?: 'ours' | 'late' | 'met';
  note?: string;
};

/** How much of something is done; the words say it, the bar shows it. */
export function ProgressBar({ label, text, value, max, tone = 'ours', note }: ProgressBarProps) {
  return (
    <div className="m-progress">
      <div className="m-progress__head">
        <span className="m-progress__label">{label}</span>
        <span className="m-quiet">{text}</span>
      </div>
      <progress
        className={`m-progress__bar m-progress__bar--${tone}`}
        aria-label={label}
        aria-valuetext={text}
        value={Math.min(value, max)}
        max={max || 1}
      />
      {note && <p className="m-quiet">{note}</p>}
    </div>
  );
}
