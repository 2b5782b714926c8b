/** Korter is buiten Meedoen om te snel te raden: daar tellen de vijf pogingen niet. */
export const KORTSTE_CODE = 12;
/** Minder verschillende tekens is steeds hetzelfde. */
const VERSCHILLEND = 5;

/** Wat iedereen als eerste probeert, met een jaartal of teken erachter of niet. */
const BEKEND =
  `abcdefghijklmnopqrstuvwxyz qwertyuiop qwerty azerty asdfghjkl zxcvbnm wachtwoord password paswoord
  welkom welcome hallo geheim admin letmein iloveyou meedoen gemeente inburgering inburgeraar intake klantmanager
  nederland lente zomer herfst winter maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari
  maart april juni juli augustus september oktober november december`.split(/\s+/u);

/** Of er na de bekende woorden niets van de gebruiker zelf overblijft. */
function isBekend(letters: string): boolean {
  const rest = BEKEND.reduce((over, woord) => over.replaceAll(woord, ''), letters);
  return rest === '' || BEKEND.some((woord) => rest.length > 3 && woord.includes(rest));
}

function isHerhaling(kaal: string): boolean {
  if (new Set(kaal).size < VERSCHILLEND) return true;
  // Een tekst die zichzelf herhaalt staat ook verschoven in tweemaal die tekst.
  return (kaal + kaal).indexOf(kaal, 1) < kaal.length;
}

/** Waarom een code te makkelijk is, in woorden voor bij het veld; niets als zij kan. */
export function bezwaarTegenCode(code: string): string | undefined {
  const kaal = code.toLowerCase().replace(/\s+/gu, '');
  const letters = kaal.replace(/[^\p{L}\p{M}]/gu, '');
  if ([...code.trim()].length < KORTSTE_CODE)
    return `Kies een code van ten minste ${KORTSTE_CODE} tekens, bijvoorbeeld drie woorden.`;
  if (/^[\p{N}\p{P}]+$/u.test(kaal) && /\p{N}/u.test(kaal))
    return 'Dit zijn alleen cijfers. Een computer raadt die snel. Neem woorden.';
  if (isHerhaling(kaal)) return 'Dit is steeds hetzelfde. Neem woorden die van elkaar verschillen.';
  if (letters !== '' && isBekend(letters))
    return 'Dit raadt iedereen als eerste. Neem drie woorden die niet bij elkaar horen.';
  return undefined;
}
