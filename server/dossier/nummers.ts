const GEWICHTEN = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/** Waar als `tekst` negen cijfers heeft en aan de elfproef van het burgerservicenummer voldoet. */
export function isBsn(tekst: string): boolean {
  if (!/^\d{9}$/.test(tekst) || tekst === '000000000') return false;
  const som = GEWICHTEN.reduce((totaal, gewicht, i) => totaal + gewicht * Number(tekst[i]), 0);
  return som % 11 === 0;
}

/**
 * Een V-nummer als tien cijfers, links aangevuld met nullen. DUO stuurt het als geheel getal.
 * @returns `undefined` als het geen V-nummer kan zijn (nul, negatief, gebroken, meer dan tien cijfers).
 */
export function vNummer(invoer: string | number): string | undefined {
  const tekst = String(invoer).trim();
  return /^\d{1,10}$/.test(tekst) && /[1-9]/.test(tekst) ? tekst.padStart(10, '0') : undefined;
}
