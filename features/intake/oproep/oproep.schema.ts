import { z } from 'zod';
import { briefvelden, dag, regel, tekst } from '../../shared/brief.schema.ts';
import { zonderStuurteken } from '../../shared/tekst.schema.ts';

/**
 * Alles wat in de oproep voor de brede intake staat (Wi2021 art. 14). De herhaalde oproep is ook de
 * schriftelijke waarschuwing en noemt de boete die kan volgen (art. 22).
 */

const blok = z.string().max(2000).refine(zonderStuurteken, 'bevat een onzichtbaar stuurteken');

const velden = z.strictObject({
  ...briefvelden,
  /** 1 is de eerste oproep, 2 de herhaalde met waarschuwing, 3 de laatste. */
  volgnummer: z.number().int().min(1).max(3),
  afspraak: z.strictObject({
    datum: dag,
    tijd: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'is geen tijd (uu:mm)'),
    duurMinuten: z.number().int().min(5).max(480),
    plaats: regel(),
    adresregels: z.array(regel(80)).min(1).max(4),
    /** Bijvoorbeeld 'Meld u bij de balie. Er is een lift.' */
    aanwijzing: tekst(300).optional(),
  }),
  /** De laatste dag waarop de opgeroepene mag verschijnen (Wi2021 art. 14 lid 1). */
  verschijnenUiterlijkOp: dag,
  meenemen: z.array(regel(200)),
  /** Geen tolk nodig als dit ontbreekt. */
  tolk: z.strictObject({ taal: regel(40), vorm: z.enum(['aanwezig', 'telefonisch']) }).optional(),
  leerbaarheidstoets: z.boolean(),
  /** Wat de gemeente zelf schrijft; zonder staat er de tekst van Meedoen. Leeg is weggelaten. */
  blokken: z
    .strictObject({
      inleiding: blok,
      toelichting: blok,
      verhinderd: blok,
      contact: blok,
    })
    .optional(),
  /** Wat er misging; nodig bij een herhaalde oproep. */
  herhaling: z
    .strictObject({ eerdereOproep: dag, eerdereAfspraak: dag, watGingMis: tekst(1000) })
    .optional(),
  /** Hoogte van de boete die kan volgen, in eurocenten (Wi2021 art. 22); bij een herhaalde oproep. */
  boeteEurocenten: z.number().int().positive().optional(),
});

type Velden = z.infer<typeof velden>;

function fouten(g: Velden): [pad: string, melding: string][] {
  const gevonden: [string, string][] = [];
  const herhaald = g.volgnummer > 1;
  if (herhaald !== (g.herhaling !== undefined)) {
    gevonden.push(['herhaling', 'is er bij een herhaalde oproep, en alleen daar']);
  }
  if (herhaald !== (g.boeteEurocenten !== undefined)) {
    gevonden.push(['boeteEurocenten', 'is er bij een herhaalde oproep, en alleen daar']);
  }
  if (g.afspraak.datum < g.dagtekening) gevonden.push(['afspraak', 'ligt voor de dagtekening']);
  if (g.afspraak.datum > g.verschijnenUiterlijkOp) {
    gevonden.push(['verschijnenUiterlijkOp', 'ligt voor de afspraak']);
  }
  if (g.herhaling && g.herhaling.eerdereOproep > g.dagtekening) {
    gevonden.push(['herhaling', 'ligt na de dagtekening']);
  }
  return gevonden;
}

export const OproepGegevens = velden.superRefine((g, context) => {
  for (const [pad, message] of fouten(g))
    context.addIssue({ code: 'custom', path: [pad], message });
});

export type OproepGegevens = z.infer<typeof OproepGegevens>;
