import type { Berekening, GebruiktFeit } from '../shared/antwoord.ts';
import { plusDagen } from '../shared/datum.ts';
import { aangehaaldeDatum } from '../shared/gegeven.ts';
import { inWoorden } from '../shared/tekst.ts';
import { doorrolUitleg, eindeVanTermijn } from '../shared/termijnenwet.ts';
import { type DerdenAntwoord, derdenUitzondering } from './derden.ts';
import { kiesBegin } from './pip-begin.ts';
import type { PipTermijn, PipTermijnFeiten } from './pip-termijn-feiten.ts';

/** Lengte van de termijn, sinds de inwerkingtreding onveranderd. */
const TIEN_WEKEN = { aantal: 10, eenheid: 'week' } as const;
const ZONDER_DERDEN: DerdenAntwoord = { stappen: [] };

/**
 * `pip-termijn`: de laatste dag waarop het PIP moet zijn vastgesteld.
 *
 * Besluit inburgering 2021 art. 5.3 lid 1–3 (https://wetten.overheid.nl/BWBR0045555/2026-04-02),
 * Wi2021 art. 15 lid 4 bij verhuizing, en de Algemene termijnenwet voor weekend en feestdagen.
 * Tien weken 'na de dag van': die dag zelf telt niet mee.
 * @returns `niet-van-toepassing` zolang de termijn nog niet begint (azc), `onbekend` met wat ontbreekt.
 */
export function pipTermijn(f: PipTermijnFeiten): Berekening<PipTermijn> {
  const begin = kiesBegin(f);
  if (begin.uitkomst === 'onbekend') return begin;
  if (begin.uitkomst === 'nog-niet') {
    return { uitkomst: 'niet-van-toepassing', uitleg: begin.uitleg };
  }
  const na = begin.na.waarde;
  const rol = eindeVanTermijn(na, TIEN_WEKEN, f.extraVrijeDagen);
  const { laatsteDag, kaal, extraVrijeDagen } = rol;
  const { verlengd: slot, stappen } = f.derden?.length
    ? derdenUitzondering(f.derden, { laatsteDag, lid2: begin.lid2, extraVrijeDagen })
    : ZONDER_DERDEN;
  return {
    uitkomst: 'bepaald',
    waarde: {
      na,
      begin: plusDagen(na, 1),
      laatsteDag: slot?.laatsteDag ?? laatsteDag,
      laatsteDagZonderVerschuiving: slot?.zonderVerschuiving ?? kaal,
    },
    uitleg: () => ({
      titel: 'Laatste dag om het PIP vast te stellen',
      uitkomst: inWoorden(slot?.laatsteDag ?? laatsteDag),
      grondslag: begin.grondslag(na),
      feiten: gebruikteFeiten(f),
      stappen: [
        { titel: begin.waarom, uitkomst: `geteld na ${inWoorden(na)}` },
        {
          titel: 'Tien weken is 70 dagen; de dag zelf telt niet mee',
          uitkomst: `${inWoorden(na)} + 70 dagen = ${inWoorden(kaal)}`,
        },
        ...doorrolUitleg(rol),
        ...stappen.map((stap) => stap()),
      ],
      zouWijzigenAls: zouWijzigen(f, begin),
    }),
  };
}

function gebruikteFeiten(f: PipTermijnFeiten): GebruiktFeit[] {
  const feiten: GebruiktFeit[] = [];
  if (f.kennisgeving) feiten.push(aangehaaldeDatum('Kennisgeving door DUO', f.kennisgeving));
  if (f.inschrijving) {
    feiten.push(aangehaaldeDatum('Inschrijving in deze gemeente', f.inschrijving));
  }
  if (f.vorigePip) feiten.push(aangehaaldeDatum('PIP van de vorige gemeente', f.vorigePip));
  return feiten;
}

function zouWijzigen(
  f: PipTermijnFeiten,
  { naam, lid2 }: { naam: string; lid2: boolean },
): string[] {
  const zinnen = [`de dag van de ${naam} anders blijkt te zijn`];
  if (!f.inschrijving) {
    zinnen.push('de persoon op de dag van de kennisgeving nog in een azc woonde');
  }
  if (lid2 && !f.derden?.some((d) => d.onmisbaar)) {
    zinnen.push('inlichtingen van een derde onmisbaar zijn: dan twee weken na ontvangst');
  }
  return zinnen;
}
