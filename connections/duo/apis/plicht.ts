import { z } from 'zod';
import { code, datum, eindeInclusief, eventueel } from '../velden.ts';
import type { Vragen } from '../vraag.ts';

const INDELINGEN = ['Asielstatushouder', 'Gezinsmigrant en overige migrant'] as const;
const DOELGROEPEN = [
  'Asielstatushouder',
  'Geestelijk bedienaar',
  'Gezinshereniger',
  'Gezinshereniger met Asielstatushouder',
  'Gezinsvormer',
  'Gezinsvormer met Asielstatushouder',
  'Overig',
] as const;
const ASIELRECHTEN = [
  'Asielrechten toegekend',
  'Behoud asielrechten',
  'Op verzoek behoud rechten van gezins- en overige migrant',
  'Op verzoek rechten van gezins- en overige migrant toegekend',
] as const;
const REDENEN_GEEN_PLICHT = [
  'Volledige ontheffing',
  'Volledige vrijstelling',
  'Inburgeringsplicht voldaan',
  'Verblijfsdoel gewijzigd',
  'Vertrek uit Nederland langer dan een jaar',
  'Overlijden',
  'Overig',
  'Tijdelijke vrijstelling',
] as const;

export const doelgroepAntwoord = z.object({
  indeling: eventueel(code(INDELINGEN)),
  begindatum: eventueel(datum),
  gedetailleerdeDoelgroep: eventueel(code(DOELGROEPEN)),
  asielrechtenWijzigingVerblijfsdoel: eventueel(code(ASIELRECHTEN)),
});

export const doelgroepHistorieAntwoord = z.array(
  z
    .object({
      indeling: eventueel(code(INDELINGEN)),
      begindatum: eventueel(datum),
      einddatum: eventueel(eindeInclusief),
    })
    .transform(({ einddatum, ...rest }) => ({ ...rest, einddatumExclusief: einddatum })),
);

const periode = {
  indicatorInburgeringsplicht: z.boolean(),
  begindatum: eventueel(datum),
  einddatum: eventueel(eindeInclusief),
  wijzigingsdatum: eventueel(datum),
};

export const inburgeringsplichtAntwoord = z
  .object({
    ...periode,
    datumKennisgevingInburgeringsplicht: eventueel(datum),
    redenGeenInburgeringsplicht: eventueel(code(REDENEN_GEEN_PLICHT)),
  })
  .transform(({ einddatum, ...rest }) => ({ ...rest, einddatumExclusief: einddatum }));

export const inburgeringsplichtHistorieAntwoord = z.array(
  z
    .object(periode)
    .transform(({ einddatum, ...rest }) => ({ ...rest, einddatumExclusief: einddatum })),
);

/** SDI005 en SDI009: of iemand inburgeringsplichtig is, en onder welke doelgroep hij valt. */
export const plichtVragen = ({ haal }: Vragen) => ({
  doelgroep: (bsn: string) =>
    haal('inburgeringsplicht', '/personen/{bsn}/doelgroep', { bsn }, doelgroepAntwoord),
  doelgroepHistorie: (bsn: string) =>
    haal(
      'inburgeringsplicht',
      '/personen/{bsn}/doelgroep/historie',
      { bsn },
      doelgroepHistorieAntwoord,
    ),
  inburgeringsplicht: (bsn: string) =>
    haal(
      'inburgeringsplicht',
      '/personen/{bsn}/inburgeringsplicht',
      { bsn },
      inburgeringsplichtAntwoord,
    ),
  inburgeringsplichtHistorie: (bsn: string) =>
    haal(
      'inburgeringsplicht',
      '/personen/{bsn}/inburgeringsplicht/historie',
      { bsn },
      inburgeringsplichtHistorieAntwoord,
    ),
});
