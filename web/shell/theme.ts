export const THEMES = ['systeem', 'licht', 'donker'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'meedoen-thema';

/** The choice that was made in this browser; otherwise that of the system. */
export function readTheme(): Theme {
  const stored = localStorage.getItem(KEY);
  return THEMES.find((theme) => theme === stored) ?? 'systeem';
}

/** Sets the theme on <html>; the stylesheet does the rest. */
export function applyTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'systeem') delete dataset.thema;
  else dataset.thema = theme;
}

/** Sets and keeps the choice. */
export function chooseTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  applyTheme(theme);
}
