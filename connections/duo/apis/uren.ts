import { z } from 'zod';
import { aantal, datum, eventueel, urenMelding, zonderInhoud } from '../velden.ts';
import type { Vragen } from '../vraag.ts';

const totaal = eventueel(z.object({ uren: aantal }));

/** Per gemeente wat DUO aan uren heeft; `bekendTot` is de eerste dag die niet meer meetelt. */
export const urenAntwoord = z.array(
  z
    .object({
      gemeentecode: z.string().regex(/^\d{4}$/),
      bekendTot: datum,
      ParticipatieAlsTaalles: totaal,
      ParticipatieactiviteitenBredeIntake: totaal,
      TaallesEnKnmBredeIntake: totaal,
      TaallesEnKnmInstelling: eventueel(
        z.object({
          instellingsnummer: z.string().min(1),
          uren: eventueel(aantal),
          urenGeoorloofdVerzuim: eventueel(aantal),
          urenOngeoorloofdVerzuim: eventueel(aantal),
        }),
      ),
    })
    .transform((u) => ({
      gemeentecode: u.gemeentecode,
      bekendTot: u.bekendTot,
      participatieTaalles: u.ParticipatieAlsTaalles,
      participatieactiviteiten: u.ParticipatieactiviteitenBredeIntake,
      bredeIntake: u.TaallesEnKnmBredeIntake,
      instelling: u.TaallesEnKnmInstelling,
    })),
);

const urenTotaal = z.strictObject({ uren: urenMelding });

const urenInstellingMelding = z.strictObject({
  bekendTot: datum,
  uren: urenMelding.optional(),
  urenGeoorloofdVerzuim: urenMelding.optional(),
  urenOngeoorloofdVerzuim: urenMelding.optional(),
});

type Totaal = z.input<typeof urenTotaal>;

/** SDI016 en SDI019: gevolgde uren. Elke melding is het totaal tot nu toe, nooit wat erbij kwam. */
export const urenVragen = ({ haal, meld }: Vragen) => {
  const meldTotaal = (pad: string) => (bsn: string, uren: Totaal, berichtId?: string) =>
    meld('gevolgdeuren', 'PUT', `/personen/{bsn}/uren/${pad}`, { bsn }, zonderInhoud, berichtId, {
      schema: urenTotaal,
      inhoud: uren,
    });
  return {
    uren: (bsn: string) => haal('gevolgdeuren', '/personen/{bsn}/uren', { bsn }, urenAntwoord),
    meldUrenBredeIntake: meldTotaal('bredeintake/taallesknm'),
    meldUrenParticipatieactiviteiten: meldTotaal('participatieactiviteiten'),
    meldUrenParticipatieTaalles: meldTotaal('participatietaalles'),
    meldUrenInstelling: (
      bsn: string,
      instellingsnummer: string,
      uren: z.input<typeof urenInstellingMelding>,
      berichtId?: string,
    ) =>
      meld(
        'gevolgdeuren',
        'PUT',
        '/personen/{bsn}/uren/instellingen/{instellingsnummer}/taallesknm',
        { bsn, instellingsnummer },
        zonderInhoud,
        berichtId,
        { schema: urenInstellingMelding, inhoud: uren },
      ),
  };
};
