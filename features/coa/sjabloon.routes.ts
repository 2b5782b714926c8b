import writeXlsx from 'write-excel-file/node';
import { z } from 'zod';
import { FORMULIER_VERSIE, KOLOMMEN, type Kolom } from '../../connections/coa/kolommen.ts';
import { problemen } from '../../server/http/probleem.ts';
import type { App } from '../../server/toepassing.ts';
import { overdrachtsvraag } from '../intake/antwoord.read.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Wat er in een kolom kan staan, in een zin. */
function uitlegVan(k: Kolom): string {
  const vraag = overdrachtsvraag(k.id);
  if (!vraag) return k.uitleg;
  const hoe = {
    keuze: `Eén van: ${vraag.opties?.join('; ')}.`,
    meerkeuze: `Een of meer, met een puntkomma ertussen: ${vraag.opties?.join('; ')}.`,
    getal: `Een heel getal van ${vraag.bereik?.van} tot en met ${vraag.bereik?.tot} ${vraag.bereik?.eenheid}.`,
    'ja-nee': 'ja of nee.',
    datum: 'Een dag, bijvoorbeeld 12-11-2026.',
    tekst: 'Korte tekst, niets over gezondheid.',
    'lange-tekst':
      k.soort === 'gezondheid'
        ? 'Alleen wat voor lessen en werk nodig is. Komt bij Gezondheid, met een eigen recht.'
        : 'Tekst, niets over gezondheid.',
  }[vraag.type];
  return `${vraag.vraag} ${hoe}`;
}

/** Het lege formulier als rekenblad: één blad om in te vullen en één met de uitleg per kolom. */
export async function maakSjabloon(): Promise<Buffer> {
  const vet = { fontWeight: 'bold' } as const;
  const koppen = KOLOMMEN.map((k) => ({ value: k.kop, ...vet }));
  const tekst = (value: string) => ({ value, type: String, wrap: true });
  const uitleg = KOLOMMEN.map((k) => [
    tekst(k.kop),
    tekst(k.verplicht ? 'ja' : 'nee'),
    tekst(uitlegVan(k)),
    tekst(k.voorbeeld ?? ''),
  ]);
  const kop = ['Kolom', 'Verplicht', 'Wat hier kan staan', 'Voorbeeld'].map((value) => ({
    value,
    ...vet,
  }));
  const versie = [
    tekst(`Formulier versie ${FORMULIER_VERSIE}. Vul het blad ‘Personen’ in, één persoon per rij.`),
  ];
  const bestand = writeXlsx([
    {
      data: [koppen],
      sheet: 'Personen',
      columns: KOLOMMEN.map((k) => ({ width: Math.max(12, k.kop.length + 2) })),
      stickyRowsCount: 1,
    },
    {
      data: [versie, kop, ...uitleg],
      sheet: 'Uitleg',
      columns: [{ width: 28 }, { width: 10 }, { width: 90 }, { width: 16 }],
    },
  ]);
  return bestand.toBuffer();
}

export function registreerSjabloon(app: App): void {
  app.get(
    '/v1/coa/sjabloon',
    {
      config: { handeling: 'coa.lezen' },
      schema: {
        tags: ['COA'],
        summary: 'Het lege formulier voor een overdracht als rekenblad',
        response: {
          200: {
            description: 'Het rekenblad',
            content: {
              [XLSX]: {
                schema: z
                  .custom<Buffer>(Buffer.isBuffer)
                  .meta({ type: 'string', format: 'binary' }),
              },
            },
          },
          ...problemen,
        },
      },
    },
    async (_req, reply) => {
      reply.header('content-type', XLSX);
      reply.header('content-disposition', 'attachment; filename="coa-overdracht.xlsx"');
      return reply.send(await maakSjabloon());
    },
  );
}
