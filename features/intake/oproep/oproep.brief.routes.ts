import { BOETE_INTAKE_EUROCENTEN } from '../../../rules/brede-intake/oproep-ladder.ts';
import type { Reden } from '../../../rules/shared/antwoord.ts';
import type { Datum } from '../../../rules/shared/datum.ts';
import { inWoorden } from '../../../rules/shared/tekst.ts';
import type { IntakeLezing } from '../../../rules/stand/lezing-intake.ts';
import {
  type Briefpartijen,
  briefRedenen,
  kenmerkVan,
  partijenVan,
} from '../../shared/brief.schema.ts';
import type { Blokken } from '../../sjablonen/sjabloon.read.ts';
import { OproepGegevens } from './oproep.schema.ts';

/** Alles waaruit de brief ontstaat. */
export type BriefBron = Briefpartijen & {
  oproepId: string;
  /** 1 is de eerste oproep; 2 en 3 zijn ook een waarschuwing. */
  volgnummer: number;
  uiterlijk: Datum;
  vandaag: Datum;
  datum: string;
  tijd: string;
  duurMinuten: number;
  plaats: string;
  /** Waar de afspraak is. */
  bezoekadres: string;
  tolkTaal?: string;
  tolkVorm?: 'aanwezig' | 'telefonisch';
  intake: IntakeLezing;
  /** De tekstblokken van de gemeente, nog in te vullen. */
  blokken: Blokken<'oproep'>;
};

/** Wat er misging met de vorige oproep; alleen bij een herhaalde. */
function herhaling({ volgnummer, intake }: BriefBron) {
  const vorige = intake.oproepen.findLast((o) => o.uitkomst === 'niet-verschenen')?.feit;
  if (volgnummer === 1 || !vorige) return {};
  const afspraak = intake.gesprekken.findLast(
    (g) => g.feit.inhoud.oproepId === vorige.inhoud.oproepId,
  );
  const watGingMis = afspraak
    ? `U had een afspraak op ${inWoorden(afspraak.datum)} om ${afspraak.feit.inhoud.tijd.replace(':', '.')} uur. U bent niet gekomen.`
    : `U moest uiterlijk op ${inWoorden(vorige.inhoud.uiterlijk)} bij ons zijn geweest. U bent niet gekomen.`;
  return {
    herhaling: {
      eerdereOproep: vorige.geldigOp,
      eerdereAfspraak: afspraak?.datum ?? vorige.inhoud.uiterlijk,
      watGingMis,
    },
    boeteEurocenten: BOETE_INTAKE_EUROCENTEN,
  };
}

/** De blokken ingevuld; wat iemand meeneemt is een lijst, met een punt per regel. */
function tekstVan(b: BriefBron) {
  const { klantmanager, gemeente, persoon } = partijenVan(b);
  const { vragen, ...blokken } = b.blokken.vul({
    naam: persoon?.volledigeNaam ?? '',
    gemeente: gemeente.naam,
    klantmanager: klantmanager.naam,
    telefoon: klantmanager.telefoon ?? '',
    email: klantmanager.email ?? '',
    datum: inWoorden(b.datum as Datum),
    tijd: b.tijd.replace(':', '.'),
    plaats: b.plaats,
    'laatste-dag': inWoorden(b.uiterlijk),
  });
  const meenemen = vragen
    .split('\n')
    .map((r) => r.trim())
    .filter(Boolean);
  return { meenemen, blokken };
}

function gegevensVan(b: BriefBron): unknown {
  return {
    ...partijenVan(b),
    kenmerk: kenmerkVan('BI', b.oproepId, b.vandaag),
    dagtekening: b.vandaag,
    volgnummer: b.volgnummer,
    afspraak: {
      datum: b.datum,
      tijd: b.tijd,
      duurMinuten: b.duurMinuten,
      plaats: b.plaats,
      adresregels: [b.bezoekadres],
    },
    verschijnenUiterlijkOp: b.uiterlijk,
    ...tekstVan(b),
    ...(b.tolkTaal ? { tolk: { taal: b.tolkTaal, vorm: b.tolkVorm ?? 'telefonisch' } } : {}),
    leerbaarheidstoets: !b.intake.toets && !b.intake.ontheffing,
    ...herhaling(b),
    grondslag: [
      'Artikel 14 van de Wet inburgering 2021',
      ...(b.volgnummer > 1 ? ['Artikel 22 van de Wet inburgering 2021'] : []),
    ],
  };
}

/** De gegevens van de brief, of alle redenen waarom zij er niet kan zijn. */
export function stelBriefSamen(
  bron: BriefBron,
): { gegevens: OproepGegevens } | { redenen: Reden[] } {
  const redenen = briefRedenen(bron);
  if (redenen.length > 0) return { redenen };
  const keuring = OproepGegevens.safeParse(gegevensVan(bron));
  if (keuring.success) return { gegevens: keuring.data };
  return {
    redenen: keuring.error.issues.map((i) => ({
      code: 'brief-onvolledig',
      tekst: `In de brief klopt '${i.path.join('.')}' niet: ${i.message}.`,
    })),
  };
}
