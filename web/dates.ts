/**
 * Shows ISO dates in Dutch. All sums with dates are done in rules/; this file only formats what
 * the server gave and reads what a person typed.
 */
const day = { timeZone: 'UTC' } as const;
const formats = {
  /** do 19 november 2026 */
  lang: new Intl.DateTimeFormat('nl-NL', {
    ...day,
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }),
  /** 19 november 2026 */
  datum: new Intl.DateTimeFormat('nl-NL', {
    ...day,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }),
  /** 19 nov */
  kort: new Intl.DateTimeFormat('nl-NL', { ...day, day: 'numeric', month: 'short' }),
  /** 19-11-2026 */
  cijfers: new Intl.DateTimeFormat('nl-NL', {
    ...day,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }),
};
const moment = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const time = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  minute: '2-digit',
});

export type DateStyle = keyof typeof formats;

const month = new Intl.DateTimeFormat('nl-NL', { ...day, month: 'long', year: 'numeric' });

/**
 * '2026-11-19' → 'do 19 november 2026', '1986-05' → 'mei 1986'. What is not an ISO date comes back
 * unchanged.
 */
export function formatDate(iso: string, style: DateStyle = 'lang'): string {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(iso)) return month.format(new Date(`${iso}-01T00:00:00Z`));
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return iso;
  const parsed = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) ? iso : formats[style].format(parsed);
}

/** An instant ('2026-11-19T13:32:00Z') → '19 november 2026 om 14:32', Dutch time. A day has no clock time. */
export function formatMoment(instant: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(instant)) return formatDate(instant, 'datum');
  const parsed = new Date(instant);
  return Number.isNaN(parsed.getTime()) ? instant : moment.format(parsed);
}

/** The clock time of an instant in the Netherlands: '14:32'. */
export function formatTime(instant: Date | string): string {
  return time.format(typeof instant === 'string' ? new Date(instant) : instant);
}

/**
 * Reads a date as people type it ('19-11-2026', '19/11/2026', '19 11 2026', '19112026',
 * '2026-11-19'); null when it is not a day that exists.
 */
export function parseDate(text: string): string | null {
  const trimmed = text.trim();
  const dutch = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(trimmed);
  const dense = /^(\d{2})(\d{2})(\d{4})$/.exec(trimmed);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(trimmed);
  const [d, m, y] = iso ? [iso[3], iso[2], iso[1]] : ((dutch ?? dense)?.slice(1) ?? []);
  if (!d || !m || !y) return null;
  const result = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const parsed = new Date(`${result}T00:00:00Z`);
  const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(result);
  return exists ? result : null;
}
