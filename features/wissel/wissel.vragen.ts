import type { Velden } from '../../rules/shared/velden.ts';
import { instellingOnbekend, type intakeUren, urenFeiten, type Zaak } from './wissel.feiten.ts';
import type { Antwoorden, Voorwaarde, Vraag } from './wissel.schema.ts';

/** Feiten van een regel die het dossier niet kent en die wie kijkt zelf antwoordt. */
const ZELF = [
  'voortgang',
  'nietVrijstellendeOpleiding',
  'datumEindeNietVrijstellendeOpleiding',
  'bijzonderGeval',
  'groteKansOpDiploma',
  'examenOfTrajectHaalbaar',
  'voldoendeIngespannen',
  'b1NietHaalbaar',
] as const satisfies readonly (keyof Antwoorden)[];

/** De dag waarop een opleiding eindigde heeft alleen zin als er een opleiding was. */
const zonderZin = (veld: string, a: Antwoorden): boolean =>
  veld === 'datumEindeNietVrijstellendeOpleiding' && a.nietVrijstellendeOpleiding !== 'ja';

/** De vraag die bij een feit hoort, in de woorden van de regel; alleen als zij open is of al beantwoord. */
export function vraagVan(velden: Velden, naam: string, a: Antwoorden, open: boolean): Vraag[] {
  const veld = ZELF.find((z) => z === naam);
  const regel = velden[naam];
  if (!veld || !regel || zonderZin(veld, a)) return [];
  const antwoord = a[veld];
  if (!open && antwoord === undefined) return [];
  return [
    {
      veld,
      tekst: regel.naam,
      hulp: regel.hulp ?? null,
      wegen: ('wegen' in regel && regel.wegen) || [],
      soort: regel.soort === 'keuze' || regel.soort === 'datum' ? regel.soort : 'ja-nee',
      keuzes: regel.soort === 'keuze' ? [...regel.keuzes] : [],
      antwoord: antwoord ?? null,
    },
  ];
}

const jaNee = (
  veld: 'instellingTelt' | 'intakeTelt',
  tekst: string,
  hulp: string,
  antwoord: 'ja' | 'nee' | undefined,
): Vraag => ({
  veld,
  tekst,
  hulp,
  wegen: [],
  soort: 'ja-nee',
  keuzes: [],
  antwoord: antwoord ?? null,
});

/** Wat over de gevolgde uren alleen een mens weet; niets als er geen uren zijn of zij hoe dan ook te weinig zijn. */
export function urenVragen(
  z: Zaak,
  uren: Voorwaarde,
  intake: ReturnType<typeof intakeUren>,
): Vraag[] {
  const { urenKnm, instellingTelt, intakeTelt } = z.antwoorden;
  const beantwoord = [urenKnm, instellingTelt, intakeTelt].some((a) => a !== undefined);
  if (urenFeiten(z).length === 0 || (uren.stand === 'niet' && !beantwoord)) return [];
  const knm: Vraag = {
    veld: 'urenKnm',
    tekst: 'Hoeveel van de uren die meetellen waren KNM?',
    hulp: 'DUO telt Nederlands en KNM samen; voor afschalen tellen alleen Nederlands en alfabetisering.',
    wegen: [],
    soort: 'uren',
    keuzes: [],
    antwoord: urenKnm === undefined ? null : String(urenKnm),
  };
  return [
    knm,
    ...(instellingOnbekend(z)
      ? [
          jaNee(
            'instellingTelt',
            'De lessen waren bij een instelling met keurmerk, of bij een instelling voor de onderwijsroute',
            'Geldt voor de uren waarvan het keurmerk niet bekend is.',
            instellingTelt,
          ),
        ]
      : []),
    ...(intake && !intake.besloten
      ? [
          jaNee(
            'intakeTelt',
            `Het college telt de ${intake.uren} uur van vóór het plan mee`,
            'Alleen als zij niet al in de andere uren zitten.',
            intakeTelt,
          ),
        ]
      : []),
  ];
}
