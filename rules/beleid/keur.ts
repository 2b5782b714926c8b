import type { Oordeel, Reden, Uitleg } from '../shared/antwoord.ts';
import { leesInvoer } from '../shared/invoer.ts';
import type { BeleidVeld, EnkelVeld, Parameter, ReeksVeld, SamenVeld } from './parameter.ts';
import { isSleutel, parameterVan } from './parameters.ts';

/** Wat er aan de vorm mankeert; `pad` is leeg of de naam van het deel. */
type Vormfout = { pad: string; tekst: string };

/**
 * `lokaal-beleid`: of een gemeente deze waarde mag vaststellen.
 *
 * De wet laat op vaste plaatsen ruimte; elke parameter noemt het artikel dat de ruimte begrenst. Een waarde
 * daarbuiten, van een verkeerde vorm of bij een onbekende sleutel geeft `voldoet-niet` met alle redenen.
 * `null` betekent: de standaard volgen, en mag altijd.
 */
export function keurBeleid(sleutel: string, waarde: unknown): Oordeel {
  if (!isSleutel(sleutel)) {
    const reden = { code: 'onbekende-sleutel', tekst: 'Dit is geen parameter van lokaal beleid.' };
    return {
      uitkomst: 'voldoet-niet',
      redenen: [reden],
      uitleg: () => ({ titel: 'Lokaal beleid', uitkomst: reden.tekst }),
    };
  }
  const parameter = parameterVan(sleutel);
  const redenen = waarde === null ? [] : redenenTegen(parameter, waarde);
  if (redenen.length > 0) {
    return {
      uitkomst: 'voldoet-niet',
      redenen,
      uitleg: () => uitleg(parameter, 'buiten de grens', redenen),
    };
  }
  return { uitkomst: 'voldoet', uitleg: () => uitleg(parameter, 'binnen de grens', []) };
}

function redenenTegen(parameter: Parameter, waarde: unknown): Reden[] {
  const { grondslag } = parameter.grens;
  const vorm = vormfouten(parameter.veld, waarde);
  if (vorm.length > 0) {
    return vorm.map(({ pad, tekst }) => ({
      code: 'vorm',
      tekst: `${parameter.naam}: ${tekst}.`,
      veld: pad ? `waarde.${pad}` : 'waarde',
      grondslag,
    }));
  }
  return parameter
    .keur(waarde as never)
    .map((tekst) => ({ code: 'buiten-grens', tekst, veld: 'waarde', grondslag }));
}

function uitleg({ naam, grens }: Parameter, uitkomst: string, redenen: Reden[]): Uitleg {
  return {
    titel: naam,
    uitkomst,
    grondslag: grens.grondslag,
    stappen: [{ titel: grens.tekst }, ...redenen.map((r) => ({ titel: r.tekst }))],
  };
}

function vormfouten(veld: BeleidVeld, waarde: unknown): Vormfout[] {
  switch (veld.soort) {
    case 'tekst': {
      const goed = typeof waarde === 'string' && waarde.length <= veld.max;
      return goed ? [] : [{ pad: '', tekst: `moet tekst van hoogstens ${veld.max} tekens zijn` }];
    }
    case 'reeks':
      return reeksfouten(veld, waarde);
    case 'groep':
      return groepsfouten(veld, waarde);
    default:
      return enkelfouten(veld, waarde);
  }
}

function enkelfouten(veld: EnkelVeld, waarde: unknown): Vormfout[] {
  if (waarde === null || waarde === undefined) return [{ pad: '', tekst: 'mag niet leeg zijn' }];
  const gelezen = leesInvoer({ waarde: veld }, { waarde });
  return 'fouten' in gelezen ? gelezen.fouten.map(({ tekst }) => ({ pad: '', tekst })) : [];
}

function reeksfouten(veld: ReeksVeld, waarde: unknown): Vormfout[] {
  if (!Array.isArray(waarde)) return [{ pad: '', tekst: 'moet een lijst zijn' }];
  if (waarde.length > veld.hoogstens) {
    return [{ pad: '', tekst: `heeft meer dan ${veld.hoogstens} waarden` }];
  }
  const fouten = waarde.flatMap((een, i) =>
    enkelfouten(veld.van, een).map(({ tekst }) => ({ pad: String(i), tekst })),
  );
  const dubbel = new Set(waarde).size !== waarde.length;
  return dubbel ? [...fouten, { pad: '', tekst: 'heeft een waarde twee keer' }] : fouten;
}

function groepsfouten(veld: SamenVeld, waarde: unknown): Vormfout[] {
  if (typeof waarde !== 'object' || waarde === null || Array.isArray(waarde)) {
    return [{ pad: '', tekst: 'moet uit benoemde waarden bestaan' }];
  }
  const delen = waarde as Record<string, unknown>;
  const vreemd = Object.keys(delen).some((naam) => !Object.hasOwn(veld.van, naam));
  const fouten = Object.entries(veld.van).flatMap(([naam, deel]) =>
    vormfouten(deel, delen[naam]).map(({ pad, tekst }) => ({
      pad: [naam, pad].filter(Boolean).join('.'),
      tekst: `${deel.naam} ${tekst}`,
    })),
  );
  return vreemd ? [...fouten, { pad: '', tekst: 'heeft een onbekend veld' }] : fouten;
}
