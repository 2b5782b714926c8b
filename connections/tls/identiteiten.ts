import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { CertificaatStaat, TlsBestanden, TlsMateriaal } from './certificaat.ts';
import { leesGeldigMateriaal, leesMateriaal, oinVan, padenVan, staatVan } from './certificaat.ts';
import { Herlaadbaar } from './herlaadbaar.ts';
import { isOin } from './oin.ts';

const oin = z.string().refine(isOin, 'is geen OIN');

const Regel = z.strictObject({
  /** De gemeenten namens wie met dit certificaat wordt gesproken. */
  oins: z.array(oin).min(1),
  sleutel: z.string().min(1),
  certificaat: z.string().min(1),
  ca: z.string().min(1),
  crl: z.string().min(1).optional(),
  /** OIN op het certificaat, als dat niet van een van de gemeenten is. */
  organisatieOin: oin.optional(),
});

type TlsIdentiteit = z.infer<typeof Regel>;

/** Een identiteit in gebruik: haar bestanden worden bij elk gebruik nagekeken. */
export type Gebruikt = { oins: string[]; materiaal: Herlaadbaar<TlsMateriaal> };

/** Wie met welk certificaat spreekt. */
export type Identiteiten = {
  /** De identiteit voor deze gemeente, als die er is. */
  voor(oin: string): Gebruikt | undefined;
  staat(nu: number): CertificaatStaat[];
};

/** Eén certificaat voor alle gemeenten. Gooit als de bestanden niet goed zijn. */
export function eneIdentiteit(bestanden: TlsBestanden, nu: () => number): Identiteiten {
  const gebruikt = neemInGebruik({ ...bestanden, oins: [] }, nu);
  return { voor: () => gebruikt, staat: (op) => [staatBij(gebruikt, op)] };
}

/**
 * De identiteiten uit een JSON-bestand, dat ook opnieuw wordt gelezen als het verandert. Gooit een
 * `Error` met één zin als het bestand of een certificaat erin niet goed is.
 */
export function identiteitenUit(pad: string, nu: () => number): Identiteiten {
  let bekend = new Map<string, Gebruikt>();
  const lijst = new Herlaadbaar([pad], () => {
    const nieuw = new Map<string, Gebruikt>();
    for (const regel of leesIdentiteiten(pad)) {
      const sleutel = JSON.stringify(regel);
      nieuw.set(sleutel, bekend.get(sleutel) ?? neemInGebruik(regel, nu));
    }
    bekend = nieuw;
    return [...nieuw.values()];
  });
  return {
    voor: (gemeente) => lijst.huidig().find((i) => i.oins.includes(gemeente)),
    staat: (op) => lijst.huidig().map((i) => staatBij(i, op, lijst.fout)),
  };
}

function neemInGebruik(
  { oins, organisatieOin, ...bestanden }: TlsIdentiteit,
  nu: () => number,
): Gebruikt {
  let isEerste = true;
  const materiaal = new Herlaadbaar(padenVan(bestanden), () => {
    // Bij de start is er geen vorig certificaat dat nog kan gelden.
    const gelezen = isEerste ? leesMateriaal(bestanden) : leesGeldigMateriaal(bestanden, nu());
    keurOnderwerp(oinVan(gelezen.x509), oins, organisatieOin);
    isEerste = false;
    return gelezen;
  });
  return { oins, materiaal };
}

function keurOnderwerp(
  onderwerp: string | undefined,
  oins: string[],
  organisatieOin: string | undefined,
): void {
  const mag = organisatieOin ? [organisatieOin] : oins;
  if (mag.length === 0 || (onderwerp && mag.includes(onderwerp))) return;
  throw new Error(
    `het certificaat staat op naam van OIN ${onderwerp ?? '(geen)'}, verwacht was ${mag.join(' of ')}`,
  );
}

function staatBij({ oins, materiaal }: Gebruikt, nu: number, lijstFout?: string): CertificaatStaat {
  const { x509 } = materiaal.huidig();
  return staatVan(x509, oins, nu, materiaal.fout ?? lijstFout);
}

/** Paden in het bestand gelden vanaf de map waarin het staat. */
function leesIdentiteiten(pad: string): TlsIdentiteit[] {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(pad, 'utf8'));
  } catch {
    throw new Error('de lijst van identiteiten is niet te lezen als JSON');
  }
  const gelezen = z.array(Regel).min(1).safeParse(json);
  if (!gelezen.success) {
    const velden = gelezen.error.issues.map((i) => i.path.join('.') || 'het geheel');
    throw new Error(`in de lijst van identiteiten klopt niet: ${[...new Set(velden)].join(', ')}`);
  }
  const alle = gelezen.data.flatMap((r) => r.oins);
  const dubbel = alle.find((o, i) => alle.indexOf(o) !== i);
  if (dubbel) throw new Error(`OIN ${dubbel} staat meer dan eens in de lijst van identiteiten`);
  const vanaf = (bestand: string) => path.resolve(path.dirname(pad), bestand);
  return gelezen.data.map((r) => ({
    ...r,
    sleutel: vanaf(r.sleutel),
    certificaat: vanaf(r.certificaat),
    ca: vanaf(r.ca),
    ...(r.crl ? { crl: vanaf(r.crl) } : {}),
  }));
}
