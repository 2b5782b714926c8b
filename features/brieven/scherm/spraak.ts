import { TALEN, type Taal } from '../../shared/talen.schema.ts';

/** Wat van een stem nodig is om te kiezen. */
export type Stem = { lang: string; localService: boolean; default: boolean };

/** Talen die een stem van een verwante taal goed voorleest. */
const OOK: Partial<Record<Taal, readonly string[]>> = { prs: ['fa'] };

const basis = (lang: string) => lang.toLowerCase().replace('_', '-').split('-')[0] ?? '';

/**
 * De stem die bij een taal hoort: eerst precies, dan dezelfde taal uit een ander land, dan een verwante taal.
 * @returns `undefined` als de browser er geen heeft; een stem in een andere taal is onverstaanbaar.
 */
export function kiesStem<S extends Stem>(stemmen: readonly S[], taal: Taal): S | undefined {
  const wens = TALEN[taal].spraak.toLowerCase();
  const zelfde = (s: S) => s.lang.toLowerCase().replace('_', '-') === wens;
  const verwant = new Set([basis(wens), taal, ...(OOK[taal] ?? [])]);
  return (
    stemmen.find((s) => zelfde(s) && s.localService) ??
    stemmen.find(zelfde) ??
    stemmen.find((s) => verwant.has(basis(s.lang)))
  );
}

const EINDE = /[^.!?؟።]+[.!?؟።]*\s*/gu;

/** Knipt een alinea in zinnen; een punt in een getal of adres is geen einde. */
export function zinnenVan(tekst: string): string[] {
  const stukken = tekst.match(EINDE) ?? [];
  const zinnen: string[] = [];
  for (const stuk of stukken) {
    const vorige = zinnen.at(-1);
    const hoortErbij = vorige !== undefined && !/\s$/u.test(vorige);
    if (hoortErbij) zinnen[zinnen.length - 1] = vorige + stuk;
    else zinnen.push(stuk);
  }
  return zinnen.map((z) => z.trim()).filter((z) => z !== '');
}
