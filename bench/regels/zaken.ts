import type { Doelgroep } from '../../rules/doelgroep/doelgroep.ts';
import { pipTermijn } from '../../rules/pip/pip-termijn.ts';
import type { PipTermijnFeiten } from '../../rules/pip/pip-termijn-feiten.ts';
import { type Datum, datum, plusDagen } from '../../rules/shared/datum.ts';

/** Wat elke regelmotor krijgt: gewone waarden, een ontbrekende datum is `null`. */
export type Zaak = {
  kennisgeving: Datum | null;
  inschrijving: Datum | null;
  doelgroep: Doelgroep;
  gezinslid: boolean;
  inAzc: boolean;
  verhuisd: 'nee' | 'zonder-pip' | 'met-pip';
};

/** De laatste dag voor het PIP, of waarom die er niet is. */
export type Antwoord = Datum | 'onbekend' | 'nog-niet';

const EERSTE_DAG = datum('2022-01-01');
const DAGEN = 5 * 365;
const DOELGROEPEN = ['asielstatushouder', 'gezins-en-overige-migrant', 'onbekend'] as const;
const VERHUISD = ['nee', 'nee', 'nee', 'nee', 'zonder-pip', 'met-pip'] as const;

/** Zaken over alle takken van de beslissing; `n` bepaalt de zaak, dus de rij is altijd dezelfde. */
export function maakZaken(aantal: number): Zaak[] {
  return Array.from({ length: aantal }, (_, n) => {
    const k = (n * 7919) % DAGEN;
    return {
      kennisgeving: n % 17 === 0 ? null : plusDagen(EERSTE_DAG, k),
      inschrijving:
        n % 5 === 0 ? null : plusDagen(EERSTE_DAG, Math.max(0, k + ((n * 31) % 400) - 90)),
      doelgroep: DOELGROEPEN[n % 11 === 0 ? 2 : n % 2] as Doelgroep,
      gezinslid: n % 7 === 0,
      inAzc: n % 3 === 0,
      verhuisd: VERHUISD[n % VERHUISD.length] as Zaak['verhuisd'],
    };
  });
}

/** Dezelfde zaak in de woorden van onze regel. */
export function alsFeiten(z: Zaak): PipTermijnFeiten {
  const gegeven = (waarde: Datum) => ({ waarde, bron: 'ingevoerd' });
  return {
    doelgroep: z.doelgroep,
    gezinslid: z.gezinslid,
    inAzc: z.inAzc,
    ...(z.kennisgeving ? { kennisgeving: gegeven(z.kennisgeving) } : {}),
    ...(z.inschrijving ? { inschrijving: gegeven(z.inschrijving) } : {}),
    ...(z.verhuisd === 'nee' ? {} : { verhuisd: z.verhuisd }),
  };
}

/** Het antwoord van onze regel. */
export function metRegel(feiten: PipTermijnFeiten): Antwoord {
  const antwoord = pipTermijn(feiten);
  if (antwoord.uitkomst === 'bepaald') return antwoord.waarde.laatsteDag;
  return antwoord.uitkomst === 'onbekend' ? 'onbekend' : 'nog-niet';
}
