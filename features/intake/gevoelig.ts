/** Bijzondere persoonsgegevens (AVG art. 9 en 10) waarvoor een open tekst niet de plek is. */
export type GevoeligSoort = 'gezondheid' | 'geloof' | 'strafrecht' | 'geaardheid';

export type Gevonden = { soort: GevoeligSoort; woord: string };

/** Woorden in kleine letters zonder accenten; met * erachter telt elk woord dat zo begint. */
const WOORDEN: Record<GevoeligSoort, string> = {
  gezondheid: `ziek ziekte* chronisch* diagnose* depress* ptss trauma* psych* angst* burn-out
    burnout medicijn* medicatie* pillen insuline diabet* suikerziekte kanker* tumor* hiv aids epilep*
    astma* hartprobleem* hartklacht* hartaanval hoge bloeddruk zwanger* miskraam operatie* geopereerd
    rugpijn hoofdpijn* migraine pijnklacht* rugklacht* allergi* verslaafd* verslaving* alcoholist*
    autis* adhd dement* rolstoel* invalid* handicap* gehandicapt* blind slechtziend* doof
    slechthorend* ggz suicid* zelfmoord* besneden besnijdenis`,
  geloof: `moslim* islam* christen* christelijk* katholiek* protestant* jood joods* hindoe* boeddhis*
    jezidi* yezidi* alevi* sjiit* soenni* atheis* kerk moskee* synagoge* tempel bijbel* koran* ramadan
    bidden gebed geloof gelovig* bekeerd* bekering*`,
  strafrecht: `gevangen* veroordeel* strafblad* detentie* celstraf* taakstraf* verdachte* misdrijf*
    misdaad* diefstal* gestolen mishandel* huiselijk geweld drugshandel* reclassering* aangifte`,
  geaardheid: 'homo homoseksue* lesbisch* biseksue* transgender* lhbt* geaardheid',
};

const plat = (tekst: string) => tekst.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const SAMEN = new Set(['hoge bloeddruk', 'huiselijk geweld']);

function woordenVan(lijst: string): string[] {
  let rest = lijst.replace(/\s+/g, ' ');
  const samen = [...SAMEN].filter((s) => rest.includes(s));
  for (const s of samen) rest = rest.replace(s, '');
  return [...samen, ...rest.split(' ').filter(Boolean)];
}

function patroon(lijst: string): RegExp {
  const delen = woordenVan(lijst).map((w) => (w.endsWith('*') ? `${w.slice(0, -1)}[a-z]*` : w));
  return new RegExp(`(?<![a-z])(${delen.join('|')})(?![a-z])`, 'g');
}

const PATRONEN = (Object.keys(WOORDEN) as GevoeligSoort[]).map(
  (soort) => [soort, patroon(WOORDEN[soort])] as const,
);

/**
 * Zoekt woorden die op gezondheid, geloof, strafrecht of geaardheid wijzen. Alleen om te waarschuwen:
 * een woord kan ook onschuldig zijn, dus niets wordt tegengehouden.
 * @returns elk gevonden woord één keer.
 */
export function gevoeligeWoorden(tekst: string): Gevonden[] {
  const kaal = plat(tekst);
  return PATRONEN.flatMap(([soort, regex]) => {
    const gevonden = [...kaal.matchAll(regex)].map((m) => m[1] ?? '');
    return [...new Set(gevonden)].map((woord) => ({ soort, woord }));
  });
}

/** De waarschuwing bij een open tekst, of niets. */
export function waarschuwing(tekst: string): string | undefined {
  const gevonden = gevoeligeWoorden(tekst);
  if (gevonden.length === 0) return undefined;
  const over = [...new Set(gevonden.map((g) => g.soort))].join(' en ');
  const woorden = gevonden.map((g) => `‘${g.woord}’`).join(', ');
  const raad = gevonden.some((g) => g.soort === 'gezondheid')
    ? 'Schrijf hier alleen het gevolg op, bijvoorbeeld ‘max. 3 dagdelen in de week’. De rest hoort bij Gezondheid.'
    : 'Schrijf het alleen op als het voor het plan nodig is.';
  return `Dit lijkt over ${over} te gaan (${woorden}). ${raad}`;
}

/**
 * Wat anderen van gezondheid mogen weten: alleen het gevolg voor lessen en werk, uit een vaste lijst,
 * zodat een diagnose er niet in kan staan.
 */
export const GEVOLGEN = [
  'geen gevolgen',
  'max. 2 dagdelen in de week',
  'max. 3 dagdelen in de week',
  'max. 4 dagdelen in de week',
  'korte lessen met pauzes',
  'kleine groep of rustige ruimte',
  'begeleiding bij reizen',
  'bril of vergroting nodig',
  'gehoorondersteuning nodig',
  'toegankelijk gebouw nodig',
  'niet zwaar tillen of lang staan',
  'deels thuis leren',
  'later opnieuw bespreken',
] as const;
