const TOKEN = /\{([^{}\n]*)\}/gu;

/** De namen tussen accolades in een tekst, in volgorde en één keer. */
function tokensIn(tekst: string): string[] {
  return [...new Set([...tekst.matchAll(TOKEN)].map((m) => m[1] ?? ''))];
}

/** Wat tussen accolades staat en niet bestaat, en accolades zonder paar. */
export function verkeerdeTokens(tekst: string, bekend: readonly string[]): string[] {
  const vreemd = tokensIn(tekst).filter((t) => !bekend.includes(t));
  const los = /[{}]/u.test(tekst.replace(TOKEN, ''));
  return [...vreemd.map((t) => `{${t}}`), ...(los ? ['een losse accolade'] : [])];
}

/** Vult elke naam tussen accolades in; een waarde wordt zelf nooit opnieuw gelezen. */
export function vulIn(tekst: string, waarden: Readonly<Record<string, string>>): string {
  return tekst.replace(TOKEN, (heel, naam: string) => waarden[naam] ?? heel);
}
