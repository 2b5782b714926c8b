import { api } from '../../../web/api.ts';
import type { Tolk } from '../tolken.schema.ts';
import { alsEuro, leesEuro, leesGetal } from './woorden.ts';

/** What is typed in the form; days of the week by number, as text 'van-tot'. */
export type Vorm = {
  gemeenteId: string;
  gemeenteIds: string[];
  naam: string;
  talen: { taal: string; niveau: string }[];
  rbtv: string;
  geslacht: string;
  telefoon: string;
  email: string;
  vormen: string[];
  /** Index 0 is monday. */
  week: string[];
  afwezig: { van: string; tot: string }[];
  uurtarief: string;
  reiskosten: string;
  minimum: string;
  reis: string;
  annulerenUren: string;
  annulerenProcent: string;
  gestoptOp: string;
};

const GEWOON = ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '', ''];

function weekVan(tolk: Tolk | undefined): string[] {
  if (!tolk) return GEWOON;
  return Array.from({ length: 7 }, (_, i) =>
    tolk.rooster
      .filter((b) => b.dag === i + 1)
      .map((b) => `${b.van}-${b.tot}`)
      .join(', '),
  );
}

const DAG_MS = 86_400_000;
/** Een dag later of eerder, voor 'tot en met' op het scherm en half open bij de server. */
const schuif = (iso: string, dagen: number) =>
  iso ? new Date(Date.parse(iso) + dagen * DAG_MS).toISOString().slice(0, 10) : '';

/** The form as it opens. */
export const begin = (tolk: Tolk | undefined, gemeenteId: string): Vorm => ({
  gemeenteId,
  gemeenteIds: [],
  naam: tolk?.naam ?? '',
  talen: tolk?.talen ?? [{ taal: '', niveau: 'C1' }],
  rbtv: tolk?.rbtv ?? '',
  geslacht: tolk?.geslacht ?? 'onbekend',
  telefoon: tolk?.telefoon ?? '',
  email: tolk?.email ?? '',
  vormen: tolk?.vormen ?? ['telefoon'],
  week: weekVan(tolk),
  afwezig: (tolk?.uitzonderingen ?? [])
    .filter((u) => !u.beschikbaar)
    .map((u) => ({ van: u.van, tot: schuif(u.tot, -1) })),
  uurtarief: alsEuro(tolk?.uurtariefCent ?? 6000),
  reiskosten: alsEuro(tolk?.reiskostenCent ?? 0),
  minimum: String(tolk?.minimumMinuten ?? 30),
  reis: String(tolk?.reisMinuten ?? 30),
  annulerenUren: String(tolk?.annulerenUren ?? 24),
  annulerenProcent: String(tolk?.annulerenProcent ?? 100),
  gestoptOp: tolk?.gestoptOp ?? '',
});

/** '9.00-12.00, 13-17' as blocks of a day; what is no time goes as it is, and the server says so. */
function blokken(tekst: string, dag: number) {
  const tijd = (t: string) => {
    const d = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(t.trim());
    return d ? `${d[1]?.padStart(2, '0')}:${d[2] ?? '00'}` : t.trim();
  };
  return tekst
    .split(',')
    .map((deel) => deel.trim())
    .filter(Boolean)
    .map((deel) => {
      const [van = '', tot = ''] = deel.split(/[-–]/);
      return { dag, van: tijd(van), tot: tijd(tot) };
    });
}

/** Sends the form; extra hours that were recorded elsewhere stay. */
export function stuurTolk(v: Vorm, tolk: Tolk | undefined, idempotencyKey: string): Promise<Tolk> {
  const velden = {
    naam: v.naam,
    talen: v.talen.filter((t) => t.taal.trim()),
    rbtv: v.rbtv,
    geslacht: v.geslacht,
    telefoon: v.telefoon,
    email: v.email.trim(),
    vormen: v.vormen,
    rooster: v.week.flatMap((tekst, i) => blokken(tekst, i + 1)),
    uitzonderingen: [
      ...(tolk?.uitzonderingen.filter((u) => u.beschikbaar) ?? []),
      ...v.afwezig
        .filter((a) => a.van)
        .map((a) => ({ van: a.van, tot: schuif(a.tot || a.van, 1), beschikbaar: false })),
    ],
    reisMinuten: leesGetal(v.reis),
    uurtariefCent: leesEuro(v.uurtarief),
    reiskostenCent: leesEuro(v.reiskosten),
    minimumMinuten: leesGetal(v.minimum),
    annulerenUren: leesGetal(v.annulerenUren),
    annulerenProcent: leesGetal(v.annulerenProcent),
    gestoptOp: v.gestoptOp || null,
  };
  if (tolk) return api.put(`/v1/tolken/${tolk.tolkId}`, { ...velden, revisie: tolk.revisie });
  const gemeenteIds = [...new Set([v.gemeenteId, ...v.gemeenteIds])];
  return api.post(
    '/v1/tolken',
    { ...velden, gemeenteId: v.gemeenteId, gemeenteIds },
    { idempotencyKey },
  );
}
