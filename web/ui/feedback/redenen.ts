import type { Problem, Reden } from '../../api.ts';

/** A field shows one sentence of a refusal: the same that `voorVeld` gives. */
const staatBijVeld = (fout: Problem, velden: readonly string[], veld: string, tekst: string) =>
  velden.includes(veld) && fout.voorVeld(veld) === tekst;

/**
 * What stands below a form after a refusal; undefined when everything already stands at a field.
 * @param velden the fields that the form shows now, each with its own refusal.
 */
export function watOnderStaat(fout: Problem, velden: readonly string[]): Reden[] | undefined {
  const { redenen, invalidParams } = fout;
  const alle: Reden[] = [
    ...redenen,
    ...invalidParams.map((p) => ({ code: 'ongeldige-invoer', tekst: p.reason, veld: p.name })),
  ];
  const los = alle.filter((r) => !staatBijVeld(fout, velden, r.veld ?? '', r.tekst));
  if (alle.length > 0 && los.length === 0) return undefined;
  return los.filter((r, i) => los.findIndex((eerder) => eerder.tekst === r.tekst) === i);
}
