import type { Leefgebied, OnderdeelId } from '../../rules/brede-intake/onderdelen.ts';
import { isDatum } from '../../rules/shared/datum.ts';
import { opEenRegel, zonderStuurteken } from './tekst.schema.ts';

export type Waarde = string | number | boolean | string[];

export type VraagType =
  | 'tekst'
  | 'lange-tekst'
  | 'keuze'
  | 'meerkeuze'
  | 'getal'
  | 'ja-nee'
  | 'datum';

/** Een vraag van de brede intake, zoals de klantmanager haar stelt. */
export type Vraag = {
  /** Blijft altijd gelijk: staat in elk feit met een antwoord. */
  id: string;
  onderdeel: OnderdeelId;
  leefgebied: Leefgebied;
  vraag: string;
  type: VraagType;
  /**
   * De keuzes zijn ook de waarden: een antwoord blijft wat er toen is gezegd, ook als de lijst later
   * anders wordt.
   */
  opties?: readonly string[];
  /** Grenzen van een getal, tot en met, met eenheid. */
  bereik?: { van: number; tot: number; eenheid: string };
  hulp?: string;
  /** Waarvoor het antwoord volgens de wet nodig is (AVG art. 5 lid 1 b). */
  waarom: string;
  /** Alleen stellen als een andere vraag dit antwoord heeft. */
  alleenAls?: { vraag: string; is: readonly Waarde[] };
  /** Zonder antwoord is de intake hier niet af: dat wil de gemeente, niet de wet. */
  verplicht?: boolean;
  /** Door de gemeente zelf toegevoegd. */
  eigen?: boolean;
  /** De vraag zoals Meedoen haar stelt, als de gemeente andere woorden koos. */
  oorspronkelijk?: string;
};

/** De vragen die op een dag worden gesteld. */
export type Vragenlijst = {
  /** In de volgorde van het gesprek, zonder wat verborgen is. */
  alle: readonly Vraag[];
  /** Ook alleen wat nu wordt gesteld. */
  vind(id: string): Vraag | undefined;
};

const MAX_TEKST = 200;
const MAX_LANGE_TEKST = 4000;

export type Keuring = { waarde: Waarde | null } | { fout: string };

const fout = (tekst: string): Keuring => ({ fout: tekst });

function keurTekst(waarde: unknown, max: number, regels: boolean): Keuring {
  if (typeof waarde !== 'string') return fout('Vul tekst in.');
  const tekst = waarde.trim().replace(/\r\n?/gu, '\n');
  if (tekst.length > max) return fout(`Gebruik niet meer dan ${max} tekens.`);
  if (!zonderStuurteken(tekst) || !(regels || opEenRegel(tekst)))
    return fout('In de tekst staat een onzichtbaar teken dat hier niet kan.');
  return { waarde: tekst === '' ? null : tekst };
}

function keurGetal(waarde: unknown, bereik: Vraag['bereik']): Keuring {
  const { van, tot, eenheid } = bereik ?? { van: 0, tot: 100_000, eenheid: '' };
  const goed = typeof waarde === 'number' && Number.isInteger(waarde);
  if (!goed || waarde < van || waarde > tot)
    return fout(`Vul een heel getal in van ${van} tot en met ${tot} ${eenheid}`.trim().concat('.'));
  return { waarde };
}

function keurMeerkeuze(waarde: unknown, opties: readonly string[]): Keuring {
  const lijst = Array.isArray(waarde) && waarde.every((w) => opties.includes(w));
  if (!lijst) return fout('Kies uit de lijst.');
  const gekozen = opties.filter((o) => waarde.includes(o));
  return { waarde: gekozen.length > 0 ? gekozen : null };
}

/** Of een antwoord bij de vraag past; `null` en een leeg antwoord maken haar leeg. */
export function keurWaarde(vraag: Vraag, waarde: unknown): Keuring {
  if (waarde === null) return { waarde: null };
  switch (vraag.type) {
    case 'tekst':
      return keurTekst(waarde, MAX_TEKST, false);
    case 'lange-tekst':
      return keurTekst(waarde, MAX_LANGE_TEKST, true);
    case 'keuze':
      return typeof waarde === 'string' && vraag.opties?.includes(waarde)
        ? { waarde }
        : fout('Kies uit de lijst.');
    case 'meerkeuze':
      return keurMeerkeuze(waarde, vraag.opties ?? []);
    case 'getal':
      return keurGetal(waarde, vraag.bereik);
    case 'ja-nee':
      return typeof waarde === 'boolean' ? { waarde } : fout('Kies ja of nee.');
    case 'datum':
      return isDatum(waarde) ? { waarde } : fout('Vul een bestaande datum in.');
  }
}

/** Een antwoord in woorden, voor een melding of lijst. */
export function inWoorden(waarde: Waarde | null): string {
  if (waarde === null || waarde === '') return 'geen antwoord';
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee';
  return Array.isArray(waarde) ? waarde.join(', ') : String(waarde);
}

/** Waar als twee antwoorden hetzelfde zeggen. */
export function zelfdeWaarde(a: Waarde | null, b: Waarde | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Of de vraag gesteld moet worden, gezien de andere antwoorden. */
export function isVanToepassing(
  vraag: Vraag,
  antwoordOp: (vraagId: string) => Waarde | null | undefined,
): boolean {
  if (!vraag.alleenAls) return true;
  const waarde = antwoordOp(vraag.alleenAls.vraag);
  const { is } = vraag.alleenAls;
  return Array.isArray(waarde)
    ? waarde.some((w) => is.includes(w))
    : waarde !== null && waarde !== undefined && is.includes(waarde);
}
