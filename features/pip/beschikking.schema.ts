import { z } from 'zod';
import { isDatum, plusDagen } from '../../rules/shared/datum.ts';
import { briefvelden, dag, regel, tekst } from '../shared/brief.schema.ts';
import { Leerroute } from '../shared/dossier.schema.ts';
import { zonderStuurteken } from '../shared/tekst.schema.ts';

/**
 * Alles wat in de beschikking van het PIP staat. De gegevens worden als JSON bewaard bij de PDF, en
 * uit dezelfde gegevens komt dezelfde brief. Datums worden elders berekend; hier alleen gecontroleerd.
 */

const uren = (minimum: number) => z.number().int().min(minimum).max(9999);

const blok = z.string().max(2000).refine(zonderStuurteken, 'bevat een onzichtbaar stuurteken');

const velden = z.strictObject({
  ...briefvelden,
  versie: z.number().int().min(1),
  /** Wat de gemeente zelf schrijft; zonder staat er de tekst van Meedoen. Leeg is weggelaten. */
  blokken: z
    .strictObject({
      inleiding: blok,
      toelichting: blok,
      begeleiding: blok,
      vragen: blok,
      contact: blok,
    })
    .optional(),
  /** Wijziging van een eerder PIP (Besluit inburgering 2021 art. 5.3 lid 6). */
  wijziging: z
    .strictObject({
      eerdereDagtekening: dag,
      watVerandert: z.array(tekst()).min(1),
      reden: tekst(),
    })
    .optional(),
  /** Naam van de gemeente die het eerste PIP vaststelde (Wi2021 art. 15 lid 4). */
  overgenomenVan: regel().optional(),
  doelgroep: z.enum(['asielstatushouder', 'gezins-en-overige-migrant']),
  leerroute: Leerroute,
  /** Voor elke leerroute waarom wel of waarom niet (Awb 3:46). */
  motivering: z.strictObject({ B: tekst(), O: tekst(), Z: tekst() }),
  niveau: z.enum(['A2', 'B1']).optional(),
  /** Omvang van de leerroute; alleen voor asielstatushouders (Wi2021 art. 15). */
  intensiteit: z
    .strictObject({
      urenTotaal: uren(1),
      urenPerWeek: z.number().int().min(1).max(60),
      toelichting: tekst().optional(),
    })
    .optional(),
  /** Meedoen in een Nederlandstalige omgeving; alleen Z-route van asielstatushouders (Bi 3.14). */
  participatie: z.strictObject({ uren: uren(0), invulling: tekst() }).optional(),
  alfabetisering: z.enum(['A', 'AA', 'NVT']),
  indicatorMagOpleidingAfmaken: z.boolean(),
  opleidingAfmaken: tekst().optional(),
  /** Participatieverklaringstraject, minstens 12 uur (Bi 3.1). */
  participatieverklaring: z.strictObject({ uren: uren(12), invulling: tekst() }),
  /** Module Arbeidsmarkt en Participatie, minstens 40 uur praktijk (Bi 3.2). */
  moduleMap: z.strictObject({ uren: uren(40), invulling: tekst() }).optional(),
  redenGeenModuleMap: tekst().optional(),
  begeleiding: z
    .array(z.strictObject({ onderwerp: regel(), afspraak: tekst(), door: regel() }))
    .min(1),
  voortgangsgesprekken: z.strictObject({
    aantal: z.number().int().min(1).max(99),
    ritme: tekst(300),
    eersteGesprek: dag.optional(),
  }),
  /** Afspraken over voorschoolse educatie; leeg als er geen kind is voor wie het nodig is. */
  voorschoolseEducatie: z.array(tekst()),
  /** Wat vóór dit PIP is gedaan en meetelt (Bi 5.3 lid 5). */
  eerdereInspanningen: z.array(
    z.strictObject({ wat: tekst(300), uren: uren(1), teltMeeVoor: regel() }),
  ),
  /** Financieel ontzorgen (Participatiewet art. 56a). */
  ontzorgen: z
    .strictObject({ vanaf: dag, totEnMet: dag, kosten: z.array(regel()).min(1) })
    .optional(),
  termijn: z.strictObject({ begintOp: dag, verwachteLaatsteDag: dag }),
  bezwaar: z.strictObject({
    laatsteDag: dag,
    postadres: z.array(regel(80)).min(1).max(5),
    webadres: regel(),
  }),
});

type Velden = z.infer<typeof velden>;
type Fout = [pad: string, melding: string];

function foutenLeerroute(g: Velden): Fout[] {
  const fouten: Fout[] = [];
  if (g.leerroute === 'O' && g.niveau === 'A2')
    fouten.push(['niveau', 'A2 past niet bij de onderwijsroute']);
  if (g.leerroute === 'Z' && g.niveau === 'B1')
    fouten.push(['niveau', 'B1 past niet bij de Z-route']);
  if (g.leerroute !== 'Z' && !g.niveau) fouten.push(['niveau', 'is nodig bij deze leerroute']);
  if (g.indicatorMagOpleidingAfmaken !== (g.opleidingAfmaken !== undefined)) {
    fouten.push(['opleidingAfmaken', 'hoort bij indicatorMagOpleidingAfmaken']);
  }
  const asiel = g.doelgroep === 'asielstatushouder';
  if (asiel !== (g.intensiteit !== undefined)) {
    fouten.push(['intensiteit', 'is er bij asielstatushouders, en alleen bij hen']);
  }
  if ((asiel && g.leerroute === 'Z') !== (g.participatie !== undefined)) {
    fouten.push(['participatie', 'is er bij de Z-route van asielstatushouders, en alleen daar']);
  }
  return fouten;
}

// Wie de onderwijsroute volgt of heeft afgerond doet geen MAP (Wi2021 art. 8); ieder ander wel (art. 6).
function foutenModuleMap(g: Velden): Fout[] {
  const fouten: Fout[] = [];
  if (g.leerroute !== 'O' && !g.moduleMap)
    fouten.push(['moduleMap', 'is nodig bij deze leerroute']);
  if (g.leerroute === 'O' && g.moduleMap)
    fouten.push(['moduleMap', 'hoort niet bij de onderwijsroute']);
  if (!g.moduleMap && !g.redenGeenModuleMap)
    fouten.push(['redenGeenModuleMap', 'is nodig zonder MAP']);
  if (g.moduleMap && g.redenGeenModuleMap) {
    fouten.push(['redenGeenModuleMap', 'past niet bij een PIP met MAP']);
  }
  return fouten;
}

function foutenTermijn(g: Velden): Fout[] {
  const fouten: Fout[] = [];
  if (g.versie > 1 && !g.wijziging) fouten.push(['wijziging', 'is nodig vanaf de tweede versie']);
  if (g.versie === 1 && g.wijziging) fouten.push(['wijziging', 'past niet bij de eerste versie']);
  // Wi2021 art. 11 lid 2; een wijziging of verhuizing verandert het begin niet (lid 3).
  const eerste = g.versie === 1 && g.overgenomenVan === undefined;
  if (eerste && isDatum(g.dagtekening) && g.termijn.begintOp !== plusDagen(g.dagtekening, 1)) {
    fouten.push(['termijn', 'begint op de dag na de dagtekening']);
  }
  if (g.termijn.verwachteLaatsteDag < g.termijn.begintOp) {
    fouten.push(['termijn', 'eindigt voordat hij begint']);
  }
  if (g.bezwaar.laatsteDag <= g.dagtekening) fouten.push(['bezwaar', 'eindigt na de dagtekening']);
  return fouten;
}

export const BeschikkingGegevens = velden.superRefine((g, context) => {
  const fouten = [...foutenLeerroute(g), ...foutenModuleMap(g), ...foutenTermijn(g)];
  for (const [pad, message] of fouten) context.addIssue({ code: 'custom', path: [pad], message });
});

export type BeschikkingGegevens = z.infer<typeof BeschikkingGegevens>;
