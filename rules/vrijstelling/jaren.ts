import type { OntbrekendFeit, Uitleg } from '../shared/antwoord.ts';
import { type Datum, dagenTussen, eerste, plusDagen, plusJaren } from '../shared/datum.ts';
import { inWoorden } from '../shared/tekst.ts';
import { datumVeld } from '../shared/velden.ts';
import { type Periode, telDagen, voegSamen } from '../verlenging/perioden.ts';

/** De velden van een periode in een lijst. */
export const PERIODE_VELDEN = {
  begin: datumVeld('Eerste dag'),
  eind: datumVeld('Eerste dag erna', 'Leeg zolang de periode duurt.'),
};

type Rij = { readonly begin?: Datum; readonly eind?: Datum };

/**
 * De perioden tot `tot` (niet meegeteld), samengevoegd, en of van een rij een dag ontbreekt of omgekeerd is.
 * Een rij zonder eind duurt nog; zonder `tot` telt zij dan niet.
 */
export function bekendePerioden(rijen: readonly Rij[], tot: Datum | undefined) {
  const perioden = rijen.flatMap(({ begin, eind }): Periode[] => {
    const einde = eind && tot ? eerste(eind, tot) : (eind ?? tot);
    return begin && einde ? [{ begin, eind: einde }] : [];
  });
  const gebrekkig = rijen.some(
    ({ begin, eind }) => !begin || (!eind && !tot) || (eind !== undefined && eind <= begin),
  );
  return { perioden: voegSamen(perioden), gebrekkig };
}

/** Een lijst met een rij waarvan een dag ontbreekt of omgekeerd is. */
export const gebrekIn = (feit: string, naam: string): OntbrekendFeit => ({
  feit,
  tekst: `Van een periode ontbreekt of klopt een dag niet: ${naam}.`,
});

/** Hoeveel dagen er zijn en hoeveel er nodig zijn voor `jaren` jaar. */
export type Som = { dagen: number; nodig: number; genoeg: boolean };

/**
 * Telt perioden op tot jaren. De dagen worden aaneengeschoven tot het einde van de laatste periode; `jaren`
 * jaar is vol als er vanaf het zo gevonden begin zoveel kalenderjaren in passen. Voor één periode is dat
 * gewoon de kalender.
 */
export function jarenVol(perioden: readonly Periode[], jaren: number): Som {
  const dagen = telDagen(perioden);
  const laatste = perioden.at(-1)?.eind;
  if (!laatste) return { dagen: 0, nodig: Math.ceil(jaren * 365.25), genoeg: false };
  const begin = plusDagen(laatste, -dagen);
  const nodig = dagenTussen(begin, plusJaren(begin, jaren));
  return { dagen, nodig, genoeg: dagen >= nodig };
}

/** De stappen van de som: elke periode met haar dagen, en het totaal tegen wat nodig is. */
export function somUitleg(perioden: readonly Periode[], som: Som, jaren: string): Uitleg[] {
  return [
    ...perioden.map((p) => ({
      titel: `${inWoorden(p.begin)} tot en met ${inWoorden(plusDagen(p.eind, -1))}`,
      uitkomst: `${telDagen([p])} dagen`,
    })),
    { titel: `Samen, tegen ${jaren}`, uitkomst: `${som.dagen} van ${som.nodig} dagen` },
  ];
}
