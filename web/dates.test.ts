import { expect, test } from 'vitest';
import { formatDate, formatMoment, formatTime, parseDate } from './dates.ts';

test('a date is shown as the law writes it, in four lengths', () => {
  expect(formatDate('2026-11-19')).toBe('do 19 november 2026');
  expect(formatDate('2026-11-19', 'datum')).toBe('19 november 2026');
  expect(formatDate('2026-11-19', 'kort')).toBe('19 nov');
  expect(formatDate('2026-01-02', 'cijfers')).toBe('02-01-2026');
});

test('of a date that is known in part the known part is shown', () => {
  expect(formatDate('1986-05', 'cijfers')).toBe('mei 1986');
  expect(formatDate('1986')).toBe('1986');
  expect(formatDate('1986-13')).toBe('1986-13');
});

test('what is not a date comes back as it was', () => {
  expect(formatDate('')).toBe('');
  expect(formatDate('B1')).toBe('B1');
});

test('an instant is shown in Dutch time, summer and winter', () => {
  expect(formatTime('2026-11-19T13:32:00Z')).toBe('14:32');
  expect(formatTime('2026-07-19T13:32:00Z')).toBe('15:32');
  expect(formatMoment('2026-12-31T23:30:00Z')).toBe('1 januari 2027 om 00:30');
  expect(formatMoment('2026-11-19')).toBe('19 november 2026');
});

test.each([
  ['19-11-2026', '2026-11-19'],
  ['9/1/2026', '2026-01-09'],
  [' 19 11 2026 ', '2026-11-19'],
  ['19112026', '2026-11-19'],
  ['2026-11-19', '2026-11-19'],
  ['29-02-2028', '2028-02-29'],
])('%s is read as %s', (typed, iso) => {
  expect(parseDate(typed)).toBe(iso);
});

test.each(['', '19-11', '31-04-2026', '29-02-2026', '19-13-2026', 'morgen', '19-11-26'])(
  '%j is not a date',
  (typed) => {
    expect(parseDate(typed)).toBeNull();
  },
);
