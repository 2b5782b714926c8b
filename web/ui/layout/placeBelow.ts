/**
 * Puts an open popover under its button, inside the window. Below 600 px the stylesheet makes
 * it a sheet at the bottom and this does nothing.
 */
export function placeBelow(
  anchor: HTMLElement | null,
  panel: HTMLElement | null,
  align: 'start' | 'end' = 'start',
): void {
  if (!anchor || !panel) return;
  if (window.innerWidth < 600) {
    panel.style.inset = '';
    return;
  }
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = panel;
  const wanted = align === 'start' ? box.left : box.right - width;
  const left = Math.max(12, Math.min(wanted, window.innerWidth - width - 12));
  const fitsBelow = box.bottom + 6 + height < window.innerHeight;
  const above = Math.max(12, box.top - 6 - height);
  const top = fitsBelow || box.top < height ? box.bottom + 6 : above;
  panel.style.inset = `${Math.max(12, Math.min(top, window.innerHeight - height - 12))}px auto auto ${left}px`;
}
