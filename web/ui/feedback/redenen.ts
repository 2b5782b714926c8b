import type { InvalidParam, Problem, Reden } from '../../api.ts';

/** A field shows one sentence of a refusal: the same that `voorVeld` gives. */
const staatBijVeld = (fout: Problem, velden: readonly string[], veld: string, tekst: string) =>
  velden.includes(veld) && fout.voorVeld(veld) === tekst;

/** 'afspraken.0.duurMinuten' → 'duur minuten'. */
function inWoorden(name: string): string {
  const laatste = name.split('.').findLast((deel) => !/^\d*$/.test(deel)) ?? '';
  return laatste.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function alsReden({ name, reason }: InvalidParam): Reden {
  const veld = inWoorden(name);
  return { code: 'ongeldige-invoer', tekst: veld ? `${veld}: ${reason}` : reason };
}

/**
 * What stands below a form after a refusal; undefined when everything already stands at a field.
 * @param velden the fields that the form shows now, each with its own refusal; left out, all
 * reasons stand below and what is wrong with a field stands at the field.
 */
export function watOnderStaat(fout: Problem, velden?: readonly string[]): Reden[] | undefined {
  const { redenen, invalidParams } = fout;
  if (!velden) return redenen;
  const los = [
    ...redenen.filter((r) => !staatBijVeld(fout, velden, r.veld ?? '', r.tekst)),
    ...invalidParams.filter((p) => !staatBijVeld(fout, velden, p.name, p.reason)).map(alsReden),
  ];
  if (los.length === 0 && redenen.length + invalidParams.length > 0) return undefined;
  return los.filter((r, i) => los.findIndex((eerder) => eerder.tekst === r.tekst) === i);
}
