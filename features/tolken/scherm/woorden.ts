type Toon = 'late' | 'near' | 'met' | 'outside' | 'ours' | 'neutral';

export const VORM = {
  aanwezig: 'komt langs',
  telefoon: 'aan de telefoon',
  video: 'via video',
} as const;
export const VORMKEUZES = Object.entries(VORM).map(([value, label]) => ({ value, label }));

export const STAAT: Record<'geboekt' | 'gedaan' | 'afgezegd', { tekst: string; tone: Toon }> = {
  geboekt: { tekst: 'geboekt', tone: 'ours' },
  gedaan: { tekst: 'gedaan', tone: 'met' },
  afgezegd: { tekst: 'afgezegd', tone: 'outside' },
};

type Bericht = {
  kanaal: 'e-mail' | 'sms' | null;
  staat: string;
  reden: string | null;
  zonderPlek: boolean;
};
const BERICHT: Record<string, string> = {
  wacht: 'gaat zo weg',
  bezig: 'is onderweg',
  verstuurd: 'is verstuurd',
  bezorgd: 'is aangekomen',
  vervallen: 'ging niet weg',
};

/** 'Bericht aan de tolk per e-mail is verstuurd.', en wat u zelf moet doen of vertellen. */
export function tolkHoort({ kanaal, staat, reden, zonderPlek }: Bericht): string {
  const zelf = staat === 'zelf' || staat === 'mislukt';
  const weg = `Bericht aan de tolk per ${kanaal ?? 'e-mail'} ${BERICHT[staat] ?? staat}.`;
  const zin = zelf ? (reden ?? 'Bel de tolk.') : weg;
  const plekErbij = zonderPlek && staat !== 'vervallen';
  return plekErbij ? `${zin} Vertel de tolk zelf waar het is.` : zin;
}

export const BEZWAAR: Record<string, string> = {
  taal: 'spreekt de taal niet',
  gestopt: 'werkt dan niet meer',
  vorm: 'werkt niet op deze manier',
  bezet: 'is dan bezet of moet nog reizen',
  'buiten-rooster': 'valt buiten het rooster; bel eerst',
  geslacht: 'de persoon wil liever een ander',
};

export const DAGEN = [
  'maandag',
  'dinsdag',
  'woensdag',
  'donderdag',
  'vrijdag',
  'zaterdag',
  'zondag',
] as const;

const EURO = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' });
/** '€ 85,00' van eurocenten. */
export const euro = (cent: number) => EURO.format(cent / 100);

/** '9.30 uur'. */
export const uur = (tijd: string) => `${tijd.replace(/^0/, '').replace(':', '.')} uur`;

/** Eurocenten van '62,50'; wat geen bedrag is, weigert de server. */
export function leesEuro(tekst: string): number {
  const delen = /^(\d{1,5})(?:[.,](\d{1,2}))?$/.exec(tekst.trim());
  return delen ? Number(delen[1]) * 100 + Number((delen[2] ?? '0').padEnd(2, '0')) : -1;
}

export const leesGetal = (tekst: string): number =>
  /^\d{1,5}$/.test(tekst.trim()) ? Number(tekst) : -1;
export const alsEuro = (cent: number) => (cent / 100).toFixed(2).replace('.', ',');
