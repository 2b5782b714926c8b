/** Helderheid van een kleur zoals WCAG 2.2 haar rekent, 0 (zwart) tot 1 (wit). */
function helderheid(hex: string): number {
  const deel = (plek: number) => {
    const c = Number.parseInt(hex.slice(plek, plek + 2), 16) / 255;
    return c <= 0.040_45 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * deel(1) + 0.7152 * deel(3) + 0.0722 * deel(5);
}

/** Het contrast van een kleur met wit, van 1 tot 21 (WCAG 2.2, 1.4.3). */
export const contrastOpWit = (hex: string): number => 1.05 / (helderheid(hex) + 0.05);

/** Of gewone tekst in deze kleur op wit te lezen is: 4,5 op 1. */
export const isOpWitLeesbaar = (hex: string): boolean => contrastOpWit(hex) >= 4.5;
