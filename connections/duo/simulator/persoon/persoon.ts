import { z } from 'zod';
import type { PipInhoud } from './vorm.ts';
import { dag, toestand } from './vorm.ts';

const gebeurtenisregel = z.strictObject({
  id: z.string().regex(/^[0-9A-Z]{1,6}$/),
  omschrijving: z.string().min(1).max(200),
  datum: dag,
});

export const persoonWijziging = z.strictObject(toestand);

export const persoonOpdracht = z
  .strictObject({
    bsn: z
      .string()
      .regex(/^\d{9}$/)
      .optional(),
    vNummer: z
      .string()
      .regex(/^\d{10}$/)
      .optional(),
    ...toestand,
    /** Vervangt wat DUO aan gebeurtenissen kent; er gaat geen bericht uit. */
    gebeurtenissen: z.array(gebeurtenisregel).optional(),
  })
  .refine((p) => p.bsn !== undefined || p.vNummer !== undefined, 'bsn of vNummer is nodig');

export type PipRegel = { gemeentecode: string; pip: PipInhoud; ontvangenOp: string };
type GebeurtenisRegel = z.output<typeof gebeurtenisregel>;
export type PersoonOpdracht = z.output<typeof persoonOpdracht>;
export type PersoonWijziging = z.output<typeof persoonWijziging>;

export type Persoon = Omit<PersoonWijziging, 'pip' | 'kennisgeving'> & {
  id: string;
  bsn?: string;
  vNummer?: string;
  /** Alle PIP's op volgorde van ontvangst; de laatste is de actuele. */
  pips: PipRegel[];
  gebeurtenissen: GebeurtenisRegel[];
  /** Nummer van de gekoppelde contactpersoon. */
  contactpersoon?: number;
  /** Tijdstip (ms) waarop DUO de termijn gaat vaststellen; leeg als dat niet wacht. */
  termijnVanaf?: number;
};

/** De persoon na een opdracht: genoemde velden vervangen, de rest blijft. */
export function wijzigPersoon(persoon: Persoon, opdracht: PersoonOpdracht, vandaag: string) {
  const { pip, kennisgeving, ...rest } = opdracht;
  const nieuw: Persoon = { ...persoon, ...weglaten(rest) };
  if (pip) nieuw.pips = [...persoon.pips, { ontvangenOp: vandaag, ...pip }];
  if (kennisgeving) {
    nieuw.plicht = {
      indicatorInburgeringsplicht: true,
      ...nieuw.plicht,
      datumKennisgevingInburgeringsplicht: kennisgeving,
    };
  }
  return nieuw;
}

function weglaten<T extends object>(waarde: T): T {
  return Object.fromEntries(Object.entries(waarde).filter(([, w]) => w !== undefined)) as T;
}

/** De gemeente die nu over de persoon gaat. */
export function huidigeGemeente(persoon: Persoon): string | undefined {
  return persoon.gekoppeldAan ?? persoon.gemeentecode ?? persoon.pips.at(-1)?.gemeentecode;
}
