import { z } from 'zod';
import { code, datum, eventueel } from '../velden.ts';
import type { Vragen } from '../vraag.ts';

const BEOORDELINGEN = ['Toegekend', 'Afgewezen', 'InBehandeling'] as const;

const wijziging = {
  wijzigingsdatum: eventueel(datum),
  verlengingsgrondcode: eventueel(z.string()),
  verlengingsgrondomschrijving: eventueel(z.string()),
};

export const inburgeringstermijnAntwoord = z
  .object({ startdatum: datum, einddatum: datum, ...wijziging })
  .transform(({ einddatum, ...rest }) => ({ ...rest, einddatumExclusief: einddatum }));

export const inburgeringstermijnHistorieAntwoord = z.array(
  z
    .object({ einddatum: eventueel(datum), ...wijziging })
    .transform(({ einddatum, ...rest }) => ({ ...rest, einddatumExclusief: einddatum })),
);

const verlengingsgrond = z.object({ code: z.string().min(1), omschrijving: z.string() });

export const verlengingenAntwoord = z.array(
  z.object({
    beoordelingAanvraag: code(BEOORDELINGEN),
    datumBeoordeling: eventueel(datum),
    ontvangstdatum: eventueel(datum),
  }),
);

/** SDI007 en SDI011: de termijn, hoe zij veranderde, waarom dat kan, en verzoeken om verlenging. */
export const termijnVragen = ({ haal }: Vragen) => ({
  inburgeringstermijn: (bsn: string) =>
    haal(
      'inburgeringstermijn',
      '/personen/{bsn}/inburgeringstermijn',
      { bsn },
      inburgeringstermijnAntwoord,
    ),
  inburgeringstermijnHistorie: (bsn: string) =>
    haal(
      'inburgeringstermijn',
      '/personen/{bsn}/inburgeringstermijn/historie',
      { bsn },
      inburgeringstermijnHistorieAntwoord,
    ),
  /** Naslag, niet over een persoon. */
  verlengingsgronden: () =>
    haal('inburgeringstermijn', '/verlengingsgronden', {}, z.array(verlengingsgrond)),
  verlengingen: (bsn: string) =>
    haal('verlenging', '/personen/{bsn}/verlengingen', { bsn }, verlengingenAntwoord),
});
