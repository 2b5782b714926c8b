import type { Instelling } from '../persoon/lijsten.ts';
import type { Persoon } from '../persoon/persoon.ts';
import type { Urenregel } from '../persoon/vorm.ts';
import { geschreven } from './dagen.ts';

export type UrenInstelling = {
  bekendTot: string;
  uren?: number;
  urenGeoorloofdVerzuim?: number;
  urenOngeoorloofdVerzuim?: number;
};

/** Wat DUO zegt over een instelling die iemand niet mag opleiden; leeg is goed. */
export function weigerInstelling(
  instelling: Instelling | undefined,
  leerroute: string | undefined,
): string[] {
  if (!instelling) return ['De instelling is niet bekend bij DUO.'];
  if (leerroute === 'O') {
    return instelling.indicatieTstKeurmerk
      ? []
      : ['De instelling heeft geen geldig TST-keurmerk voor de onderwijsroute.'];
  }
  return instelling.indicatieBowKeurmerk
    ? []
    : ['De instelling heeft geen geldig keurmerk van Blik op Werk.'];
}

/** De redenen waarom DUO uren bij een instelling weigert. */
export function weigerUren(
  persoon: Persoon,
  instelling: Instelling | undefined,
  waar: { gemeentecode: string; instellingsnummer: string },
  { bekendTot }: UrenInstelling,
  vandaag: string,
): string[] {
  const fouten = weigerInstelling(instelling, persoon.pips.at(-1)?.pip.leerroute);
  const start = persoon.termijn?.startdatum;
  if (!start) {
    fouten.push('Er is nog geen inburgeringstermijn vastgesteld.');
  } else if (bekendTot < start) {
    fouten.push(`De datum 'bekend tot' ligt voor de start van de termijn (${geschreven(start)}).`);
  }
  if (bekendTot > vandaag) fouten.push("De datum 'bekend tot' ligt in de toekomst.");
  const aanbod = persoon.aanbod?.find((a) => a.instellingsnummer === waar.instellingsnummer);
  if (!aanbod?.verwachteStartdatumOpleiding && !aanbod?.datumInburgeringsaanbod) {
    fouten.push('Er is bij deze instelling geen inburgeringsaanbod met een startdatum.');
  } else if (aanbod.sinds && bekendTot < aanbod.sinds) {
    fouten.push(
      `De datum 'bekend tot' ligt voor het eerste inburgeringsaanbod bij deze instelling.`,
    );
  }
  const eerder = vorigeUren(persoon, waar)?.bekendTot;
  if (eerder && bekendTot < eerder) {
    fouten.push(`Er zijn al uren bekend tot ${geschreven(eerder)}; eerder kan niet meer.`);
  }
  return fouten;
}

function vorigeUren(
  { uren = [] }: Persoon,
  waar: { gemeentecode: string; instellingsnummer: string },
): Urenregel | undefined {
  return uren.find(
    (u) =>
      u.gemeentecode === waar.gemeentecode &&
      u.TaallesEnKnmInstelling?.instellingsnummer === waar.instellingsnummer,
  );
}

type Totaal =
  | 'ParticipatieAlsTaalles'
  | 'ParticipatieactiviteitenBredeIntake'
  | 'TaallesEnKnmBredeIntake';

/** De uren met een nieuw totaal van één soort voor deze gemeente. */
export function metTotaal(
  uren: readonly Urenregel[],
  gemeentecode: string,
  soort: Totaal,
  aantal: number,
  bekendTot: string,
): Urenregel[] {
  const eigen = (u: Urenregel) => u.gemeentecode === gemeentecode && !u.TaallesEnKnmInstelling;
  const vorige = uren.find(eigen) ?? { gemeentecode, bekendTot };
  const regel = { ...vorige, bekendTot, [soort]: { uren: aantal } };
  return [...uren.filter((u) => !eigen(u)), regel];
}

/** De uren met een nieuwe stand bij één instelling. */
export function metInstelling(
  uren: readonly Urenregel[],
  waar: { gemeentecode: string; instellingsnummer: string },
  { bekendTot, ...les }: UrenInstelling,
): Urenregel[] {
  const { gemeentecode, instellingsnummer } = waar;
  const anders = uren.filter(
    (u) =>
      u.gemeentecode !== gemeentecode ||
      u.TaallesEnKnmInstelling?.instellingsnummer !== instellingsnummer,
  );
  const regel = { gemeentecode, bekendTot, TaallesEnKnmInstelling: { instellingsnummer, ...les } };
  return [...anders, regel];
}

/** Splitst een regel met totalen én een instelling, zodat elk los te vervangen is. */
export function losgemaakt(uren: readonly Urenregel[]): Urenregel[] {
  return uren.flatMap((u) => {
    const { TaallesEnKnmInstelling, ...totalen } = u;
    if (!TaallesEnKnmInstelling || Object.keys(totalen).length === 2) return [u];
    const { gemeentecode, bekendTot } = u;
    return [totalen, { gemeentecode, bekendTot, TaallesEnKnmInstelling }];
  });
}
