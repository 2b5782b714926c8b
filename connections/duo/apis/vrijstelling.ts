import { z } from 'zod';
import {
  aantal,
  code,
  datum,
  EXAMENONDERDELEN,
  eindeInclusief,
  eventueel,
  OORDELEN,
} from '../velden.ts';
import type { Vragen } from '../vraag.ts';

const REDENEN = ['AVI', 'DIP', 'DOC', 'GED', 'INB', 'INS', 'OPL'] as const;
const ONDERDELEN_NEDERLANDS = ['LE', 'LU', 'SC', 'SP'] as const;
const GRONDEN = ['BIO', 'MED'] as const;

const vrijstelling = z
  .object({
    oordeel: code(OORDELEN),
    reden: code(REDENEN),
    datumOordeel: eventueel(datum),
    startdatum: eventueel(datum),
    einddatum: eventueel(eindeInclusief),
    examenonderdeel: eventueel(code(ONDERDELEN_NEDERLANDS)),
    examenniveau: eventueel(code(['A2', 'B1'])),
  })
  .transform(({ einddatum, ...rest }) => ({ ...rest, einddatumExclusief: einddatum }));

/** DUO verpakt elke vrijstelling onder de naam van haar soort; hier staat de soort erin. */
export const vrijstellingenAntwoord = z
  .array(
    z.object({
      GeheleVrijstelling: eventueel(vrijstelling),
      TijdelijkeVrijstelling: eventueel(vrijstelling),
      GedeeltelijkeVrijstelling: eventueel(vrijstelling),
    }),
  )
  .transform((lijst) =>
    lijst.flatMap((w) => [
      ...(w.GeheleVrijstelling ? [{ soort: 'geheel' as const, ...w.GeheleVrijstelling }] : []),
      ...(w.TijdelijkeVrijstelling
        ? [{ soort: 'tijdelijk' as const, ...w.TijdelijkeVrijstelling }]
        : []),
      ...(w.GedeeltelijkeVrijstelling
        ? [{ soort: 'gedeeltelijk' as const, ...w.GedeeltelijkeVrijstelling }]
        : []),
    ]),
  );

const ontheffing = z.object({
  oordeel: code(OORDELEN),
  datumOordeel: datum,
  /** `MED` gaat over gezondheid: bewaar de grond alleen bij de bijzondere gegevens. */
  grond: code(GRONDEN),
  examenonderdeel: eventueel(code(EXAMENONDERDELEN)),
  urenBelastbaarheidParticipatieactiviteit: eventueel(aantal),
});

export const ontheffingenAntwoord = z
  .array(
    z.object({
      GeheleOntheffing: eventueel(ontheffing),
      GedeeltelijkeOntheffing: eventueel(ontheffing),
    }),
  )
  .transform((lijst) =>
    lijst.flatMap((w) => [
      ...(w.GeheleOntheffing ? [{ soort: 'geheel' as const, ...w.GeheleOntheffing }] : []),
      ...(w.GedeeltelijkeOntheffing
        ? [{ soort: 'gedeeltelijk' as const, ...w.GedeeltelijkeOntheffing }]
        : []),
    ]),
  );

const SOORTEN_VRIJSTELLING = [
  'GeheleVrijstelling',
  'TijdelijkeVrijstelling',
  'GedeeltelijkeVrijstelling',
];
const SOORTEN_ONTHEFFING = ['GeheleOntheffing', 'GedeeltelijkeOntheffing'];

/** Een soort die DUO later toevoegt verdwijnt niet stil uit de lijst. */
const onbekendeSoorten = (bekend: string[]) => (ruw: unknown) => {
  const namen = Array.isArray(ruw) ? ruw.flatMap((w) => Object.keys(w as object)) : [];
  const vreemd = [...new Set(namen)].filter((n) => !bekend.includes(n));
  return vreemd.map((naam) => `DUO gaf een soort die Meedoen niet kent: ${naam}`);
};

/** SDI012 en SDI013: vrijstellingen en ontheffingen, verzocht, toegekend of afgewezen. */
export const vrijstellingVragen = ({ haal }: Vragen) => ({
  vrijstellingen: (bsn: string) =>
    haal(
      'vrijstelling',
      '/personen/{bsn}/vrijstellingen',
      { bsn },
      vrijstellingenAntwoord,
      onbekendeSoorten(SOORTEN_VRIJSTELLING),
    ),
  ontheffingen: (bsn: string) =>
    haal(
      'ontheffing',
      '/personen/{bsn}/ontheffingen',
      { bsn },
      ontheffingenAntwoord,
      onbekendeSoorten(SOORTEN_ONTHEFFING),
    ),
});
