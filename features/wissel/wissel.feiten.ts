import type { BeleidWaarden } from '../../rules/beleid/parameters.ts';
import {
  type Inburgeringstermijn,
  inburgeringstermijn,
} from '../../rules/inburgeringstermijn/inburgeringstermijn.ts';
import type { AfschalenFeiten } from '../../rules/leerroute/afschalen.ts';
import type { SchakelFeiten } from '../../rules/leerroute/schakelen.ts';
import type { ToegangFeiten } from '../../rules/leerroute/toegang-leerroute.ts';
import { toegangFeiten } from '../../rules/leerroute-afweging/leerroute-afweging.ts';
import { afwegingFeiten } from '../../rules/leerroute-afweging/lees-afweging.ts';
import type { GebruiktFeit, Uitleg } from '../../rules/shared/antwoord.ts';
import type { Datum } from '../../rules/shared/datum.ts';
import { aangehaald, type Gegeven, gegeven, herkomstVan } from '../../rules/shared/gegeven.ts';
import type { Herkomst } from '../../rules/shared/regel.ts';
import { inWoorden } from '../../rules/shared/tekst.ts';
import type { Feit, Leerroute } from '../../rules/stand/feiten.ts';
import { uitFeit } from '../../rules/stand/geldend.ts';
import type { Lezing } from '../../rules/stand/lezing.ts';
import { taaluren } from '../../rules/verplichting/uren.ts';
import { inspanningen } from '../../rules/week/lees-week.ts';
import type { Antwoorden, Doel } from './wissel.schema.ts';

/** Een instelling zoals DUO haar kent; met `keurmerk` als DUO zegt dat haar uren meetellen. */
export type Instelling = { naam: string; keurmerk?: 'keurmerk' | 'diploma-erkenning' };

/** Een dossier met een PIP dat geldt, en de wissel waarover het gaat. */
export type Zaak = {
  l: Lezing;
  pip: Feit<'pip-vastgesteld'>;
  beleid: BeleidWaarden;
  vandaag: Datum;
  naar: Doel;
  antwoorden: Antwoorden;
  /** Op nummer bij DUO. */
  instellingen: ReadonlyMap<string, Instelling>;
};

/** Feiten van een regel, met waar elk vandaan komt. */
export type Gevoed<F> = { feiten: F; herkomst: Herkomst };

const ANTWOORD = { bron: 'uw antwoord' };

/** De leerroute na de wissel; afschalen blijft in de B1-route. */
export const doelroute = ({ naar }: Pick<Zaak, 'naar'>): Leerroute => (naar === 'A2' ? 'B' : naar);

const jaNee = (antwoord: 'ja' | 'nee' | undefined): boolean | undefined =>
  antwoord === undefined ? undefined : antwoord === 'ja';

type Termijn = Inburgeringstermijn & { uitleg: () => Uitleg; herkomst: Herkomst[string] };

/** De inburgeringstermijn zoals DUO haar gaf, of zoals zij uit het eerste PIP volgt. */
export function termijnVan(l: Lezing): Termijn | undefined {
  const duo = l.g.laatste('inburgeringstermijn');
  const antwoord = inburgeringstermijn({
    eerstePip: l.allereerstePip,
    duo: uitFeit(duo, (i) => i),
  });
  if (antwoord.uitkomst !== 'bepaald') return undefined;
  const verwacht = { ...l.allereerstePip, bron: 'verwachting, uit het eerste PIP' };
  const {
    bron,
    datum,
    feitId,
  }: Omit<Gegeven<unknown>, 'waarde'> = duo ? herkomstVan(duo) : verwacht;
  return { ...antwoord.waarde, uitleg: antwoord.uitleg, herkomst: { bron, datum, feitId } };
}

/** De feiten voor `schakelen` als het PIP op `dag` wordt gewijzigd. */
export function schakelFeiten(z: Zaak, dag: Datum): Gevoed<SchakelFeiten> {
  const { l, pip, antwoorden: a } = z;
  const termijn = termijnVan(l);
  return {
    feiten: {
      vanLeerroute: pip.inhoud.inhoud.leerroute,
      naarLeerroute: doelroute(z),
      voortgang: a.voortgang,
      begindatumInburgeringstermijn: termijn?.begin,
      datumWijziging: dag,
      nietVrijstellendeOpleiding: jaNee(a.nietVrijstellendeOpleiding),
      datumEindeNietVrijstellendeOpleiding: a.datumEindeNietVrijstellendeOpleiding,
      bijzonderGeval: jaNee(a.bijzonderGeval),
    },
    herkomst: {
      vanLeerroute: herkomstVan(pip),
      naarLeerroute: ANTWOORD,
      voortgang: ANTWOORD,
      begindatumInburgeringstermijn: termijn?.herkomst,
      datumWijziging: { bron: 'vandaag' },
      nietVrijstellendeOpleiding: ANTWOORD,
      datumEindeNietVrijstellendeOpleiding: ANTWOORD,
      bijzonderGeval: ANTWOORD,
    },
  };
}

/** De feiten voor `toegang-leerroute`: wat het dossier zegt, met de oordelen van wie nu kijkt. */
export function toegangTot(z: Zaak): Gevoed<ToegangFeiten> {
  const { l, pip, beleid, vandaag, antwoorden: a } = z;
  const bekend = toegangFeiten(doelroute(z), afwegingFeiten(l, pip.inhoud.inhoud, beleid, vandaag));
  const standpunt = l.g.laatste('route-standpunt');
  const gezegd = standpunt && herkomstVan(standpunt);
  return {
    feiten: {
      ...bekend,
      groteKansOpDiploma: jaNee(a.groteKansOpDiploma),
      examenOfTrajectHaalbaar: jaNee(a.examenOfTrajectHaalbaar),
    },
    herkomst: {
      leerroute: ANTWOORD,
      wensGehoord: gezegd,
      wilBeroepsOfHogerOnderwijs: gezegd,
      groteKansOpDiploma: ANTWOORD,
      examenOfTrajectHaalbaar: ANTWOORD,
    },
  };
}

/** De feiten voor `afschalen`. */
export function afschaalFeiten(z: Zaak, dag: Datum): Gevoed<AfschalenFeiten> {
  const { l, pip, antwoorden: a } = z;
  const termijn = termijnVan(l);
  const cursusuren = cursusurenVan(z);
  return {
    feiten: {
      leerroute: pip.inhoud.inhoud.leerroute,
      eerderPip: true,
      inburgeringstermijnLoopt: termijn && termijn.begin <= dag && dag <= termijn.laatsteDag,
      cursusuren: cursusuren.length > 0 ? cursusuren : undefined,
      voldoendeIngespannen: jaNee(a.voldoendeIngespannen),
      b1NietHaalbaar: jaNee(a.b1NietHaalbaar),
    },
    herkomst: {
      leerroute: herkomstVan(pip),
      eerderPip: herkomstVan(pip),
      inburgeringstermijnLoopt: termijn?.herkomst,
      voldoendeIngespannen: ANTWOORD,
      b1NietHaalbaar: ANTWOORD,
    },
  };
}

type Cursusuren = NonNullable<AfschalenFeiten['cursusuren']>;

/**
 * Uren van vóór het plan: wat is vastgelegd, of anders wat het PIP als les noemt. Noemt alleen het PIP ze, dan
 * kunnen zij ook in het totaal van de instelling zitten; of zij erbij komen zegt dan een mens.
 */
export function intakeUren({ l, pip }: Pick<Zaak, 'l' | 'pip'>) {
  const genoemd = inspanningen(pip.inhoud.inhoud.meegeteldeInspanningen).les;
  const feit = taaluren(l.g).intake;
  const uren = feit?.inhoud.totaal ?? genoemd;
  const besloten = feit !== undefined && genoemd > 0;
  return uren > 0 ? { uren, feit: feit ?? pip, besloten } : undefined;
}

const keurmerkVan = ({ instellingen }: Zaak, nummer: string | undefined) =>
  nummer ? instellingen.get(nummer)?.keurmerk : undefined;

/** Waar de uren van een instelling voor tellen; leeg als DUO het niet zegt en niemand het weet. */
function instellingVan(z: Zaak, nummer: string | undefined): Cursusuren[number]['instelling'] {
  const bekend = keurmerkVan(z, nummer);
  if (bekend) return bekend;
  const antwoord = jaNee(z.antwoorden.instellingTelt);
  if (antwoord === undefined) return undefined;
  return antwoord ? 'keurmerk' : 'anders';
}

/** Of er uren zijn waarvan DUO niet zegt dat zij bij een instelling zijn gevolgd die meetelt. */
export const instellingOnbekend = (z: Zaak): boolean =>
  intakeUren(z) !== undefined ||
  taaluren(z.l.g).telt.some((f) => !keurmerkVan(z, f.inhoud.instellingsnummer));

/**
 * De gevolgde uren als rijen van de regel. DUO telt Nederlands en KNM samen: de soort is pas bekend als iemand zegt
 * hoeveel uur KNM was. Die uren gaan af van de rijen die kunnen tellen.
 */
function cursusurenVan(z: Zaak): Cursusuren {
  const { urenKnm, intakeTelt } = z.antwoorden;
  let knm = urenKnm ?? 0;
  const rijen = taaluren(z.l.g).telt.map(({ inhoud }): Cursusuren[number] => {
    const instelling = instellingVan(z, inhoud.instellingsnummer);
    const soort = urenKnm === undefined ? undefined : 'NT2';
    const af = instelling === 'anders' ? 0 : Math.min(knm, inhoud.totaal);
    knm -= af;
    return { soort, uren: inhoud.totaal - af, instelling };
  });
  const intake = intakeUren(z);
  if (!intake) return rijen;
  return [
    ...rijen,
    {
      soort: 'NT2 in de brede intake',
      uren: intake.uren - Math.min(knm, intake.uren),
      instelling: instellingVan(z, undefined),
      collegeTeltMee: intake.besloten || jaNee(intakeTelt),
    },
  ];
}

/** De gevolgde uren zoals zij zijn vastgelegd, met bron en dag. */
export function urenFeiten(z: Zaak): GebruiktFeit[] {
  const intake = intakeUren(z);
  return [
    ...taaluren(z.l.g).telt.map((f) => {
      const { instellingsnummer: nummer, totaal } = f.inhoud;
      const bij = nummer
        ? (z.instellingen.get(nummer)?.naam ?? `instelling ${nummer}`)
        : 'alle instellingen samen';
      return aangehaald(`Uren taal en KNM bij ${bij}`, gegeven(f, 0), `${totaal} uur`);
    }),
    ...(intake
      ? [aangehaald('Lessen vóór het plan', gegeven(intake.feit, 0), `${intake.uren} uur`)]
      : []),
  ];
}

const EXAMEN = { KNM: 'KNM', LE: 'lezen', LU: 'luisteren', SC: 'schrijven', SP: 'spreken' };
/** Zoveel gesprekken zijn genoeg om het verloop te zien; de rest staat bij het traject. */
const GESPREKKEN = 3;

/** Examens, nieuwste eerst. */
export const examenFeiten = (l: Lezing): GebruiktFeit[] =>
  l.g
    .alle('examen')
    .map((f) => {
      const { onderdeel, niveau, resultaat } = f.inhoud;
      const naam = `Examen ${EXAMEN[onderdeel]}${niveau ? ` op ${niveau}` : ''}`;
      return aangehaald(naam, gegeven(f, 0), resultaat.toLowerCase());
    })
    .toReversed();

/** Wat het dossier over de voortgang zegt: uren met verzuim, gesprekken en examens. */
export function voortgangFeiten(z: Zaak): GebruiktFeit[] {
  const verzuim = taaluren(z.l.g).telt.flatMap((f) => {
    const { geoorloofdVerzuim: met, ongeoorloofdVerzuim: zonder } = f.inhoud;
    if (met === undefined && zonder === undefined) return [];
    const waarde = `${met ?? 0} uur met en ${zonder ?? 0} uur zonder geldige reden`;
    return [aangehaald('Verzuim', gegeven(f, 0), waarde)];
  });
  const gesprekken = z.l.g
    .alle('voortgangsgesprek')
    .slice(-GESPREKKEN)
    .map((f) =>
      aangehaald('Voortgangsgesprek', gegeven(f, 0), f.inhoud.onderwerp ?? inWoorden(f.inhoud.op)),
    );
  return [...urenFeiten(z), ...verzuim, ...gesprekken.toReversed(), ...examenFeiten(z.l)];
}
