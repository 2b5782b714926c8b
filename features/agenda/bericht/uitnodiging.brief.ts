import { z } from 'zod';
import type { Reden } from '../../../rules/shared/antwoord.ts';
import { type Datum, delen } from '../../../rules/shared/datum.ts';
import {
  type Briefpartijen,
  briefRedenen,
  briefvelden,
  partijenVan,
  regel,
  tekst,
} from '../../shared/brief.schema.ts';
import { TaalSchema } from '../../shared/talen.schema.ts';
import { type Bron, blokIn, maandInTaal } from './inhoud.ts';

const { grondslag: _, ...velden } = briefvelden;
const regelVorm = z.union([
  z.strictObject({ kop: regel(80), tekst: regel(300) }),
  // Wat de gemeente zelf schrijft kan meer regels hebben.
  z.strictObject({ tekst: tekst(4000) }),
]);
const Blok = z.strictObject({
  taal: TaalSchema,
  richting: z.enum(['ltr', 'rtl']),
  kop: regel(160),
  regels: z.array(regelVorm).min(1),
});

/** Alles wat in de brief over een afspraak staat: geen route, geen uitslag, niets over gezondheid. */
export const UitnodigingGegevens = z.strictObject({
  ...velden,
  wat: z.enum(['uitnodiging', 'herinnering', 'verzet', 'afgezegd']),
  dag: z.number().int().min(1).max(31),
  uur: z.number().int().min(0).max(23),
  minuut: z.number().int().min(0).max(59),
  maand: regel(30),
  /** Wat bij het plaatje van de plek staat; leeg als de persoon nergens heen hoeft. */
  plaats: z.string().max(160),
  plek: z.enum(['gebouw', 'thuis', 'telefoon', 'video']),
  tijd: regel(5),
  nederlands: Blok,
  vertaling: Blok.optional(),
  /** Of een mens de vertaling nakeek, in die taal en in het Nederlands. */
  vertaalnoot: z.array(regel(300)),
});
export type UitnodigingGegevens = z.infer<typeof UitnodigingGegevens>;

export type UitnodigingBron = {
  bron: Bron;
  partijen: Briefpartijen;
  berichtId: string;
  vandaag: Datum;
  nagekeken: boolean;
};

/** Kenmerk van de brief; nooit acht cijfers achter elkaar, want dat lijkt een BSN. */
function kenmerk(id: string, dag: Datum): string {
  const staart = id.slice(-8).toUpperCase();
  return `AF-${dag.slice(0, 4)}-${staart.slice(0, 4)}-${staart.slice(4)}`;
}

const PLEKKEN = { thuis: 'thuis', telefoon: 'telefoon', video: 'video' } as const;

function gegevensVan(b: UitnodigingBron): unknown {
  const { bron } = b;
  const { afspraak, vind, taal } = bron;
  const [uur = 0, minuut = 0] = afspraak.tijd.split(':').map(Number);
  const noot = b.nagekeken ? 'nagekeken' : 'machine';
  const { vorm } = afspraak;
  const plek = vorm && vorm in PLEKKEN ? PLEKKEN[vorm as keyof typeof PLEKKEN] : 'gebouw';
  return {
    ...partijenVan(b.partijen),
    kenmerk: kenmerk(b.berichtId, b.vandaag),
    dagtekening: b.vandaag,
    wat: bron.wat,
    dag: delen(afspraak.datum).dag,
    maand: maandInTaal(afspraak.datum, 'nl'),
    uur,
    minuut,
    tijd: afspraak.tijd.replace(':', '.'),
    plek,
    plaats: plek === 'gebouw' ? afspraak.plaats : '',
    nederlands: blokIn(bron, 'nl'),
    ...(taal === 'nl' ? {} : { vertaling: blokIn(bron, taal) }),
    vertaalnoot: taal === 'nl' ? [] : [vind(noot, taal), vind(noot, 'nl')],
  };
}

/** De gegevens van de brief, of alle redenen waarom zij er niet kan zijn. */
export function stelUitnodigingSamen(
  b: UitnodigingBron,
): { gegevens: UitnodigingGegevens } | { redenen: Reden[] } {
  const redenen = briefRedenen(b.partijen);
  if (redenen.length > 0) return { redenen };
  const keuring = UitnodigingGegevens.safeParse(gegevensVan(b));
  if (keuring.success) return { gegevens: keuring.data };
  return {
    redenen: keuring.error.issues.map((i) => ({
      code: 'brief-onvolledig',
      tekst: `In de brief klopt '${i.path.join('.')}' niet: ${i.message}.`,
    })),
  };
}
