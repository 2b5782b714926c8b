import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Tokens = Record<string, [light: string, dark: string]>;

function readTokens(file: string): Tokens {
  const css = readFileSync(new URL(file, import.meta.url), 'utf8');
  const pattern =
    /--([a-z0-9-]+):\s*(?:light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)|(#[0-9a-f]{6}));/g;
  const found = [...css.matchAll(pattern)];
  return Object.fromEntries(
    found.map(([, name, light, dark, both]) => [name, [light ?? both, dark ?? both]]),
  );
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const TEXT = 4.5;
const SHAPE = 3;
const pairs: [front: string, back: string, least: number][] = [
  ...['ink', 'ink-2', 'ink-3', 'accent', 'late', 'near', 'met', 'outside'].flatMap(
    (front): [string, string, number][] => [
      [front, 'surface', TEXT],
      [front, 'page', TEXT],
    ],
  ),
  ['ink-2', 'surface-2', TEXT],
  ['ink-3', 'surface-2', TEXT],
  ['late', 'late-soft', TEXT],
  ['near', 'near-soft', TEXT],
  ['met', 'met-soft', TEXT],
  ['outside', 'outside-soft', TEXT],
  ['accent', 'accent-soft', TEXT],
  ['ink-2', 'accent-soft', TEXT],
  ['near', 'surface', TEXT],
  ['accent-on', 'accent-fill', TEXT],
  ['accent-on', 'accent-fill-hover', TEXT],
  ['side-ink', 'side', TEXT],
  ['side-ink', 'side-active', TEXT],
  ['side-ink', 'late-fill', TEXT],
  ['side-ink-2', 'side', TEXT],
  ['line-strong', 'surface', SHAPE],
  ['focus', 'surface', SHAPE],
  ['focus', 'page', SHAPE],
  ['focus', 'accent-soft', SHAPE],
];

const base = readTokens('./tokens.css');
const gemeenten = readdirSync(new URL('.', import.meta.url)).filter((file) =>
  /^gemeente-.*\.css$/.test(file),
);

test.each(['tokens.css', ...gemeenten])('%s has enough contrast, light and dark', (file) => {
  const tokens = { ...base, ...readTokens(`./${file}`) };
  const failing = pairs.flatMap(([front, back, least]) =>
    [0, 1].flatMap((set) => {
      const ratio = contrast(tokens[front]?.[set] ?? '', tokens[back]?.[set] ?? '');
      return ratio >= least ? [] : [`${front} on ${back} (${set ? 'dark' : 'light'}): ${ratio}`];
    }),
  );
  expect(failing).toEqual([]);
});

test.each(gemeenten)('%s replaces the petrol block and nothing that carries a meaning', (file) => {
  const foreign = Object.keys(readTokens(`./${file}`)).filter(
    (name) => !/^(accent|side|focus)/.test(name),
  );
  expect(foreign).toEqual([]);
});
