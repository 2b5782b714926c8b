import type { Datum } from '../../../rules/shared/datum.ts';
import type { FeitInhoud } from '../../../rules/stand/feiten.ts';
import { TALEN, type Taal } from '../../shared/talen.schema.ts';
import { vulIn } from '../../shared/teksten.schema.ts';
import type { nl } from '../teksten/nl.ts';

/** Wat een bericht zegt, zonder te weten hoe het reist. */
export type BerichtWat = 'uitnodiging' | 'herinnering' | 'verzet' | 'afgezegd';
type Afspraak = FeitInhoud['afspraak'];
type AgendaTekst = keyof typeof nl;

/** Geeft een vaste tekst in een taal. */
export type Vind = (sleutel: AgendaTekst, taal: Taal) => string;

/** Wat de gemeente zelf schrijft, ingevuld en alleen in het Nederlands; leeg is weggelaten. */
export type EigenTekst = {
  blokken: Readonly<Partial<Record<'inleiding' | 'voorbereiden' | 'contact', string>>>;
  /** 'Alleen in het Nederlands', in de taal van de persoon. */
  alleenNederlands: string;
};

export type Bron = {
  wat: BerichtWat;
  afspraak: Pick<
    Afspraak,
    'soort' | 'datum' | 'tijd' | 'plaats' | 'duurMinuten' | 'tolkTaal' | 'vorm'
  >;
  /** Zonder het woord gemeente. */
  gemeente: string;
  telefoon: string;
  taal: Taal;
  vind: Vind;
  eigen?: EigenTekst;
};

/** De taal voor het uitschrijven van een datum; altijd onze kalender en cijfers. */
const SCHRIJFWIJZE: Record<Taal, string> = {
  nl: 'nl-NL',
  en: 'en-GB',
  ar: 'ar',
  ti: 'ti-ER',
  tr: 'tr-TR',
  uk: 'uk-UA',
  fa: 'fa-IR',
  prs: 'fa-AF',
  so: 'so-SO',
};

const schrijvers = new Map<Taal, Intl.DateTimeFormat>();

/** '2026-12-03' → 'donderdag 3 december 2026', in woorden van die taal. */
function datumInTaal(dag: Datum, taal: Taal): string {
  let schrijver = schrijvers.get(taal);
  if (!schrijver) {
    schrijver = new Intl.DateTimeFormat(SCHRIJFWIJZE[taal], {
      timeZone: 'UTC',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      calendar: 'gregory',
      numberingSystem: 'latn',
    });
    schrijvers.set(taal, schrijver);
  }
  return schrijver.format(Date.parse(`${dag}T00:00:00Z`));
}

/** De naam van de maand in een taal. */
export const maandInTaal = (dag: Datum, taal: Taal): string =>
  new Intl.DateTimeFormat(SCHRIJFWIJZE[taal], {
    timeZone: 'UTC',
    month: 'long',
    calendar: 'gregory',
  }).format(Date.parse(`${dag}T00:00:00Z`));

const tijdIn = (tijd: string, taal: Taal) => (taal === 'nl' ? tijd.replace(':', '.') : tijd);

/** In schrift van rechts naar links houdt een vaste spatie de cijfers van een nummer in hun volgorde. */
const nummerIn = (nummer: string, taal: Taal) =>
  TALEN[taal].richting === 'rtl' ? nummer.replaceAll(' ', '\u00a0') : nummer;

function waardenIn(b: Bron, taal: Taal): Record<string, string> {
  const { vorm, plaats } = b.afspraak;
  const elders = vorm === 'thuis' || vorm === 'telefoon' || vorm === 'video';
  return {
    gemeente: b.gemeente,
    telefoon: nummerIn(b.telefoon, taal),
    datum: datumInTaal(b.afspraak.datum, taal),
    tijd: tijdIn(b.afspraak.tijd, taal),
    minuten: String(b.afspraak.duurMinuten),
    plaats: elders ? b.vind(`vorm.${vorm}`, taal).replace(/[.።]$/u, '') : plaats,
  };
}

const talenVan = ({ taal }: Bron): Taal[] => (taal === 'nl' ? ['nl'] : [taal, 'nl']);

/** De sms: dag, tijd, plaats en wie te bellen, in de eigen taal en het Nederlands. Meer staat er niet in. */
export const smsTekst = (b: Bron): string =>
  talenVan(b)
    .map((taal) => vulIn(b.vind(`sms.${b.wat}`, taal), waardenIn(b, taal)))
    .join('\n\n');

/** Onderwerp en tekst van de e-mail, in de eigen taal en het Nederlands. */
export function emailTekst(b: Bron): { onderwerp: string; tekst: string } {
  const [eerst = 'nl'] = talenVan(b);
  const delen = talenVan(b).map((taal) => {
    const blok = blokIn(b, taal);
    const regels = blok.regels.map((r) => ('kop' in r ? `${r.kop} ${r.tekst}` : r.tekst));
    return [blok.kop, ...regels].join('\n');
  });
  return {
    onderwerp: vulIn(b.vind(`onderwerp.${b.wat}`, eerst), waardenIn(b, eerst)),
    tekst: delen.join('\n\n—\n\n'),
  };
}

/** Eén taal van de brief: een kop en korte regels, sommige met een woord ervoor. */
export type Blok = {
  taal: Taal;
  richting: 'ltr' | 'rtl';
  kop: string;
  regels: ({ kop: string; tekst: string } | { tekst: string })[];
};

type Regels = Blok['regels'];

/** Een blok van de gemeente; in een vertaling staat dat het er alleen in het Nederlands is. */
function eigenRegel({ eigen }: Bron, blok: keyof EigenTekst['blokken'], taal: Taal): Regels {
  const tekst = eigen?.blokken[blok];
  if (!eigen || !tekst) return [];
  return [{ tekst: taal === 'nl' ? tekst : `(${eigen.alleenNederlands})` }];
}

/** Wat iemand die ergens heen komt moet weten. */
function voorWieKomt(b: Bron, taal: Taal, zeg: (sleutel: AgendaTekst) => string): Regels {
  const balie = { tekst: zeg(b.afspraak.vorm === 'azc' ? 'vorm.azc' : 'balie') };
  const anders = b.eigen?.blokken.voorbereiden !== undefined;
  return [balie, ...(anders ? eigenRegel(b, 'voorbereiden', taal) : [{ tekst: zeg('meenemen') }])];
}

/** Alles wat iemand moet weten, in één taal. */
export function blokIn(b: Bron, taal: Taal): Blok {
  const waarden = waardenIn(b, taal);
  const zeg = (sleutel: AgendaTekst) => vulIn(b.vind(sleutel, taal), waarden);
  const kop = zeg(`kop.${b.wat}`);
  const basis = { taal, richting: TALEN[taal].richting, kop } as const;
  if (b.wat === 'afgezegd') {
    const regels = [zeg('afgezegd'), zeg('afgezegd-nieuw'), zeg('vragen')];
    return { ...basis, regels: regels.map((tekst) => ({ tekst })) };
  }
  const { vorm, tolkTaal } = b.afspraak;
  const zelfKomen = vorm !== 'thuis' && vorm !== 'telefoon' && vorm !== 'video';
  return {
    ...basis,
    regels: [
      { kop: zeg('wanneer'), tekst: waarden.datum as string },
      { kop: zeg('hoe-laat'), tekst: zeg('om') },
      { kop: zeg('waar'), tekst: zelfKomen ? b.afspraak.plaats : zeg(`vorm.${vorm}`) },
      { tekst: zeg('duur') },
      ...(b.wat === 'herinnering' ? [] : eigenRegel(b, 'inleiding', taal)),
      ...(tolkTaal ? [{ tekst: zeg('tolk') }] : []),
      ...(zelfKomen ? voorWieKomt(b, taal, zeg) : []),
      ...(b.wat === 'verzet' ? [{ tekst: zeg('verzet-oud') }] : []),
      { tekst: zeg('niet-komen') },
      ...eigenRegel(b, 'contact', taal),
    ],
  };
}
