type Boom = { [naam: string]: unknown };

function op(boom: unknown, ...pad: string[]): unknown {
  return pad.reduce<unknown>(
    (waarde, naam) =>
      typeof waarde === 'object' && waarde !== null ? (waarde as Boom)[naam] : undefined,
    boom,
  );
}

const gelijk = (a: unknown, b: unknown) =>
  String(a ?? '').localeCompare(String(b ?? ''), 'nl', { sensitivity: 'base' }) === 0;

const postcode = (waarde: unknown) => String(waarde ?? '').replace(/\s/g, '');

function opNaam(persoon: Boom, zoek: Boom): boolean {
  return (
    gelijk(op(persoon, 'naam', 'geslachtsnaam'), zoek.geslachtsnaam) &&
    op(persoon, 'geboorte', 'datum', 'datum') === zoek.geboortedatum
  );
}

/** Het adres staat in de verblijfplaats, of anders in de twee adresregels. */
function opAdres(persoon: Boom, zoek: Boom): boolean {
  const adres = op(persoon, 'verblijfplaats', 'verblijfadres');
  const eigen =
    op(adres, 'postcode') ??
    /^\d{4} ?[A-Z]{2}/.exec(String(op(persoon, 'adressering', 'adresregel2') ?? ''))?.[0];
  const nummer =
    op(adres, 'huisnummer') ??
    /(\d+)\D*$/.exec(String(op(persoon, 'adressering', 'adresregel1') ?? ''))?.[1];
  return (
    gelijk(postcode(eigen), postcode(zoek.postcode)) && Number(nummer) === Number(zoek.huisnummer)
  );
}

/** Levende personen die bij een zoekvraag passen; overledenen alleen als ernaar is gevraagd. */
export function vindPersonen<P extends Boom>(personen: Iterable<P>, type: string, zoek: Boom): P[] {
  const past = type === 'ZoekMetPostcodeEnHuisnummer' ? opAdres : opNaam;
  const ookOverleden = zoek.inclusiefOverledenPersonen === true;
  return [...personen].filter((p) => (ookOverleden || p.overlijden === undefined) && past(p, zoek));
}
