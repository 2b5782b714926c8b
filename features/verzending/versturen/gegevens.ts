/** Een contactpersoon in de velden van DUO. */
export type Gegevens = { naam: string; email: string; telefoonnummer: string };

type Medewerker = { naam: string; email: string; telefoon: string };

const NAAM = /^[\s'‘.\p{L}\p{Pd}]{1,100}$/u;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const TELEFOON = /^(\+|[0-9])((\s|\s?(-|\(0\))\s?)?[0-9]){2,15}([,][1-9][0-9]{1,8})?$/;

/** De gegevens van een medewerker zoals DUO ze wil: in een naam staan geen cijfers en geen &-teken. */
export function gegevensVan({ naam, email, telefoon }: Medewerker): Gegevens {
  const letters = naam.replace(/&/g, ' en ').replace(/[^\s'‘.\p{L}\p{Pd}]/gu, '');
  return {
    naam: letters.replace(/\s+/g, ' ').trim(),
    email: email.trim(),
    telefoonnummer: telefoon.replace(/\s+/g, ' ').trim(),
  };
}

/** Waarom DUO deze gegevens zou weigeren, per veld; leeg als ze goed zijn. */
export function bezwarenTegenGegevens(g: Gegevens): { veld: keyof Gegevens; tekst: string }[] {
  const bezwaren: { veld: keyof Gegevens; tekst: string }[] = [];
  if (!NAAM.test(g.naam) || !g.naam.trim()) {
    const tekst =
      'DUO neemt in een naam alleen letters, spaties, punten, apostrofs en streepjes aan, hoogstens honderd tekens.';
    bezwaren.push({ veld: 'naam', tekst });
  }
  if (!EMAIL.test(g.email) || g.email.length > 241) {
    bezwaren.push({ veld: 'email', tekst: 'Vul een e-mailadres in van hoogstens 241 tekens.' });
  }
  if (!TELEFOON.test(g.telefoonnummer) || g.telefoonnummer.length > 22) {
    const tekst = g.telefoonnummer
      ? 'Dit telefoonnummer neemt DUO niet aan. Schrijf het met cijfers, zoals 030 123 45 67 of +31 6 12345678.'
      : 'Er is geen telefoonnummer. DUO wil er altijd een.';
    bezwaren.push({ veld: 'telefoonnummer', tekst });
  }
  return bezwaren;
}

export const zijnGelijk = (a: Gegevens, b: Gegevens | null): boolean =>
  b !== null && a.naam === b.naam && a.email === b.email && a.telefoonnummer === b.telefoonnummer;
