/**
 * Getallen van 0 tot 1 die van het zaad afhangen en verder van niets. Een ander zaad begint een
 * nieuwe reeks. De reeks is mulberry32.
 */
export function dobbelsteen(): (zaad: number) => number {
  let huidig: number | undefined;
  let toestand = 0;
  return (zaad) => {
    if (zaad !== huidig) {
      huidig = zaad;
      toestand = zaad;
    }
    toestand = (toestand + 0x6d2b79f5) | 0;
    let t = Math.imul(toestand ^ (toestand >>> 15), toestand | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
