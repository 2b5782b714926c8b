import type { Instelling } from '../persoon/lijsten.ts';
import type { Persoon } from '../persoon/persoon.ts';
import type { AanbodInhoud, Aanbodregel } from '../persoon/vorm.ts';
import { geschreven } from './dagen.ts';
import { weigerInstelling } from './uren.ts';

/** De redenen waarom DUO een inburgeringsaanbod weigert; leeg is aangenomen. */
export function weigerAanbod(
  persoon: Persoon,
  instelling: Instelling | undefined,
  aanbod: AanbodInhoud,
): string[] {
  const fouten: string[] = [];
  if (persoon.doelgroep?.indeling !== 'Asielstatushouder') {
    fouten.push('Een inburgeringsaanbod kan alleen voor een asielstatushouder.');
  }
  const pip = persoon.pips.at(-1)?.pip;
  if (!pip) fouten.push('Er is geen PIP bekend van deze persoon.');
  return [
    ...fouten,
    ...weigerInstelling(instelling, pip?.leerroute),
    ...weigerDagen(aanbod, pip?.dagtekeningPip),
    ...weigerTermijn(aanbod, persoon.termijn ?? undefined),
  ];
}

function weigerDagen(a: AanbodInhoud, dagtekening: string | undefined): string[] {
  const fouten: string[] = [];
  const { datumInburgeringsaanbod: dag, verwachteStartdatumOpleiding: start } = a;
  const eind = a.verwachteEinddatumOpleiding;
  if (dagtekening && dag && dag < dagtekening) {
    fouten.push('De datum van het aanbod ligt voor de dagtekening van het actuele PIP.');
  }
  if (dagtekening && start && start < dagtekening) {
    fouten.push('De start van de opleiding ligt voor de dagtekening van het actuele PIP.');
  }
  if (dag && start && start < dag) {
    fouten.push('De start van de opleiding ligt voor de datum van het inburgeringsaanbod.');
  }
  if (start && eind && eind <= start) {
    fouten.push('Het einde van de opleiding ligt niet na de start van de opleiding.');
  }
  return fouten;
}

function weigerTermijn(
  a: AanbodInhoud,
  termijn: { startdatum: string; einddatum: string } | undefined,
): string[] {
  if (!termijn) return [];
  const { startdatum, einddatum } = termijn;
  const fouten: string[] = [];
  const binnen = `de inburgeringstermijn (${geschreven(startdatum)} tot ${geschreven(einddatum)})`;
  const start = a.verwachteStartdatumOpleiding;
  if (start && (start < startdatum || start >= einddatum)) {
    fouten.push(`De start van de opleiding ligt buiten ${binnen}.`);
  }
  const eind = a.verwachteEinddatumOpleiding;
  if (eind && (eind <= startdatum || eind > einddatum)) {
    fouten.push(`Het einde van de opleiding ligt buiten ${binnen}.`);
  }
  return fouten;
}

/** Het aanbod met een nieuwe regel; die vervangt wat er bij dezelfde instelling stond. */
export function metAanbod(
  lijst: readonly Aanbodregel[],
  waar: { gemeentecode: string; instellingsnummer: string },
  aanbod: AanbodInhoud,
): Aanbodregel[] {
  const { instellingsnummer } = waar;
  const vorige = lijst.find((a) => a.instellingsnummer === instellingsnummer);
  const dagen = [
    vorige?.sinds,
    aanbod.datumInburgeringsaanbod,
    aanbod.verwachteStartdatumOpleiding,
  ].filter((d) => d !== undefined);
  const sinds = dagen.sort()[0];
  const anders = lijst.filter((a) => a.instellingsnummer !== instellingsnummer);
  return [...anders, { ...waar, ...(sinds ? { sinds } : {}), ...aanbod }];
}
