import { expect, test } from 'vitest';
import { readTime } from './time.ts';

test.each([
  ['9.30', '09:30'],
  ['930', '09:30'],
  ['1415', '14:15'],
  [' 09:30 ', '09:30'],
  ['half tien', 'half tien'],
  ['9', '9'],
])('the time %s is sent as %s', (typed, sent) => {
  expect(readTime(typed)).toBe(sent);
});
