import { isVraagbaar, isZoekveld } from './velden.ts';

export type OngeldigeParameter = { name: string; code: string; reason: string };

export type Vraag =
  | { soort: 'raadpleeg'; type: string; bsns: string[]; velden: string[] }
  | { soort: 'zoek'; type: string; velden: string[]; zoek: Record<string, unknown> };

const RAADPLEEG = 'RaadpleegMetBurgerservicenummer';
const MAX_BSNS = 20;
const MAX_VELDEN = 130;
const VELDNAAM = /^[a-zA-Z0-9._]{1,200}$/;

/** Wat elke zoekvraag minstens nodig heeft, met het patroon van de waarde. */
const ZOEKVRAGEN: Record<string, Record<string, RegExp>> = {
  ZoekMetGeslachtsnaamEnGeboortedatum: {
    geslachtsnaam: /^.{1,200}$/u,
    geboortedatum: /^\d{4}-\d{2}-\d{2}$/,
  },
  ZoekMetPostcodeEnHuisnummer: {
    postcode: /^[1-9]\d{3} ?[A-Za-z]{2}$/,
    huisnummer: /^\d{1,5}$/,
  },
};

/** Keurt een vraag zoals de BRP dat doet: alle fouten tegelijk, met de plaats erbij. */
export function keurVraag(inhoud: unknown): { vraag?: Vraag; fouten: OngeldigeParameter[] } {
  const vraag = (typeof inhoud === 'object' && inhoud !== null ? inhoud : {}) as Record<
    string,
    unknown
  >;
  const type = String(vraag.type ?? '');
  if (type === RAADPLEEG) return keurRaadpleging(type, vraag);
  const nodig = ZOEKVRAGEN[type];
  if (!nodig) {
    const reason = 'Waarde is geen geldig zoek type.';
    return { fouten: [{ name: 'type', code: 'value', reason }] };
  }
  const fouten = [...keurZoekvelden(vraag, nodig), ...keurVelden(vraag.fields, isZoekveld)];
  if (fouten.length > 0) return { fouten };
  return { vraag: { soort: 'zoek', type, velden: vraag.fields as string[], zoek: vraag }, fouten };
}

function keurRaadpleging(type: string, vraag: Record<string, unknown>) {
  const fouten = [
    ...keurLijst('burgerservicenummer', vraag.burgerservicenummer, MAX_BSNS, (w) =>
      /^\d{9}$/.test(w) ? undefined : ['pattern', 'Waarde voldoet niet aan patroon ^[0-9]{9}$.'],
    ),
    ...keurVelden(vraag.fields, isVraagbaar),
  ];
  if (fouten.length > 0) return { fouten };
  return {
    vraag: {
      soort: 'raadpleeg' as const,
      type,
      bsns: vraag.burgerservicenummer as string[],
      velden: vraag.fields as string[],
    },
    fouten,
  };
}

function keurVelden(waarde: unknown, mag: (veld: string) => boolean): OngeldigeParameter[] {
  return keurLijst('fields', waarde, MAX_VELDEN, (veld) => {
    if (!VELDNAAM.test(veld)) {
      return ['pattern', 'Waarde voldoet niet aan patroon ^[a-zA-Z0-9\\._]{1,200}$.'];
    }
    return mag(veld) ? undefined : ['fields', 'Parameter bevat een niet bestaande veldnaam.'];
  });
}

function keurZoekvelden(
  vraag: Record<string, unknown>,
  nodig: Record<string, RegExp>,
): OngeldigeParameter[] {
  return Object.entries(nodig).flatMap(([name, patroon]) => {
    const waarde = vraag[name];
    if (waarde === undefined) {
      return [{ name, code: 'required', reason: 'Parameter is verplicht.' }];
    }
    if (patroon.test(String(waarde))) return [];
    return [{ name, code: 'pattern', reason: 'Waarde voldoet niet aan het patroon.' }];
  });
}

function keurLijst(
  name: string,
  waarde: unknown,
  hoogste: number,
  keur: (waarde: string) => [code: string, reason: string] | undefined,
): OngeldigeParameter[] {
  if (waarde === undefined) return [{ name, code: 'required', reason: 'Parameter is verplicht.' }];
  if (!Array.isArray(waarde)) return [{ name, code: 'array', reason: 'Parameter is geen array.' }];
  if (waarde.length === 0) {
    return [{ name, code: 'minItems', reason: 'Array bevat minder dan 1 items.' }];
  }
  if (waarde.length > hoogste) {
    return [{ name, code: 'maxItems', reason: `Array bevat meer dan ${hoogste} items.` }];
  }
  return waarde.flatMap((w, i) => {
    const fout = keur(String(w));
    return fout ? [{ name: `${name}[${i}]`, code: fout[0], reason: fout[1] }] : [];
  });
}
