import type { Reden } from '../../rules/shared/antwoord.ts';
import { isOpWitLeesbaar } from './kleur.ts';
import type { Stijl } from './sjablonen.schema.ts';
import { type Sjabloonsoort, sjabloonVan } from './standaard.ts';
import { verkeerdeTokens } from './tokens.ts';

/** Alle redenen waarom deze blokken niet in de brief kunnen; leeg als het kan. */
export function keurBlokken(
  soort: Sjabloonsoort,
  blokken: Readonly<Record<string, string>>,
): Reden[] {
  const sjabloon = sjabloonVan(soort);
  const bekend = new Map(sjabloon.blokken.map((b) => [b.id, b]));
  return Object.entries(blokken).flatMap(([id, tekst]): Reden[] => {
    const blok = bekend.get(id);
    if (!blok)
      return [{ code: 'blok-onbekend', tekst: `In deze brief is geen blok ‘${id}’.`, veld: id }];
    if (tekst === '' && !blok.magLeeg)
      return [{ code: 'blok-leeg', tekst: `‘${blok.naam}’ kan niet leeg zijn.`, veld: id }];
    return verkeerdeTokens(tekst, sjabloon.tokens).map((t) => ({
      code: 'token-onbekend',
      tekst: `‘${blok.naam}’: ${t} bestaat in deze brief niet. Kies er een uit de lijst.`,
      veld: id,
    }));
  });
}

const VERPLICHT: Record<Exclude<keyof Stijl, 'kleur'>, string> = {
  adres: 'het adres',
  postcode: 'de postcode',
  plaats: 'de plaats',
  telefoon: 'het telefoonnummer',
  email: 'het e-mailadres',
  website: 'de website',
};

const VORM: readonly (readonly [keyof Stijl, RegExp, string])[] = [
  ['postcode', /^[1-9]\d{3} ?[A-Z]{2}$/u, 'Schrijf een postcode als 7411 AB.'],
  [
    'email',
    /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/u,
    'Schrijf een e-mailadres als inburgering@gemeente.nl.',
  ],
  [
    'telefoon',
    /^\+?[\d\s()-]{8,20}$/u,
    'Schrijf een telefoonnummer met alleen cijfers en spaties.',
  ],
  [
    'website',
    /^(https?:\/\/)?[\w-]+(\.[\w-]+)+(\/\S*)?$/u,
    'Schrijf een adres als www.gemeente.nl.',
  ],
  ['kleur', /^#[0-9a-f]{6}$/iu, 'Schrijf een kleur als #0b5560.'],
];

/** Alle redenen waarom een briefhoofd zo niet kan: zonder adres kan niemand bezwaar maken (Awb 3:45, 6:4). */
export function keurStijl(stijl: Stijl): Reden[] {
  const redenen: Reden[] = [];
  for (const [veld, naam] of Object.entries(VERPLICHT) as [keyof typeof VERPLICHT, string][])
    if (stijl[veld] === '') redenen.push({ code: 'stijl-leeg', tekst: `Vul ${naam} in.`, veld });
  for (const [veld, vorm, tekst] of VORM)
    if (stijl[veld] !== '' && !vorm.test(stijl[veld]))
      redenen.push({ code: 'stijl-vorm', tekst, veld });
  if (/^#[0-9a-f]{6}$/iu.test(stijl.kleur) && !isOpWitLeesbaar(stijl.kleur))
    redenen.push({
      code: 'kleur-te-licht',
      tekst:
        'Deze kleur is op wit niet goed te lezen. Kies een donkerder kleur (contrast 4,5 op 1).',
      veld: 'kleur',
    });
  if (stijl.kleur === '')
    redenen.push({ code: 'stijl-leeg', tekst: 'Kies een kleur.', veld: 'kleur' });
  return redenen;
}
