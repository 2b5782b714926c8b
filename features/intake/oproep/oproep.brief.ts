import { BOETE_INTAKE_EUROCENTEN } from '../../../rules/brede-intake/oproep-ladder.ts';
import type { Reden } from '../../../rules/shared/antwoord.ts';
import type { Datum } from '../../../rules/shared/datum.ts';
import { inWoorden } from '../../../rules/shared/tekst.ts';
import type { FeitInhoud } from '../../../rules/stand/feiten.ts';
import type { IntakeLezing } from '../../../rules/stand/lezing-intake.ts';
import { OproepGegevens } from './oproep.schema.ts';

const GEWONE_KLEUR = '#0b5560';
const MEENEMEN = [
  'Deze brief.',
  'Uw verblijfsdocument of paspoort.',
  'Uw diploma’s en certificaten, als u die hebt.',
];
const BRIEFHOOFD = ['adres', 'postcode', 'plaats', 'telefoon', 'email', 'website'] as const;

type Briefhoofd = { [V in (typeof BRIEFHOOFD)[number] | 'kleur']?: string };

/** Alles waaruit de brief ontstaat. */
export type BriefBron = {
  oproepId: string;
  /** 1 is de eerste oproep; 2 en 3 zijn ook een waarschuwing. */
  volgnummer: number;
  uiterlijk: Datum;
  vandaag: Datum;
  datum: string;
  tijd: string;
  duurMinuten: number;
  plaats: string;
  adres: string;
  tolkTaal?: string;
  tolkVorm?: 'aanwezig' | 'telefonisch';
  gemeente: { naam: string; stijl: Briefhoofd };
  persoon: FeitInhoud['persoon'] | undefined;
  adresPersoon: FeitInhoud['adres'] | undefined;
  intake: IntakeLezing;
  ondertekenaar: { naam: string; functie: string };
  klantmanager: { naam: string; telefoon: string; email: string };
};

function ontbrekend({ gemeente, persoon }: BriefBron): Reden[] {
  const mist = BRIEFHOOFD.filter((veld) => !gemeente.stijl[veld]);
  const redenen: Reden[] = [];
  if (mist.length > 0) {
    redenen.push({
      code: 'briefhoofd-onvolledig',
      tekst: `Het briefhoofd van de gemeente mist: ${mist.join(', ')}. Vraag de beheerder het aan te vullen.`,
    });
  }
  if (!persoon) {
    redenen.push({
      code: 'naam-onbekend',
      tekst: 'De naam van de inburgeraar is nog niet bekend; er kan geen brief worden gemaakt.',
    });
  }
  return redenen;
}

function personalia(persoon: FeitInhoud['persoon'], adres: FeitInhoud['adres'] | undefined) {
  const achternaam = [persoon.voorvoegsel, persoon.geslachtsnaam].filter(Boolean).join(' ');
  const naam = [persoon.voornamen, achternaam].filter(Boolean).join(' ');
  const titel = { man: 'heer', vrouw: 'mevrouw', onbekend: '' }[persoon.geslacht ?? 'onbekend'];
  const hoofdletter = achternaam.charAt(0).toUpperCase() + achternaam.slice(1);
  return {
    aanhef: titel ? `Geachte ${titel} ${hoofdletter}` : `Geachte ${naam}`,
    volledigeNaam: naam,
    adresregels: adres
      ? [`${adres.straat} ${adres.huisnummer}`, `${adres.postcode} ${adres.plaats}`]
      : ['Uitgereikt in persoon'],
  };
}

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

/** Nooit acht cijfers achter elkaar: een kenmerk mag niet op een BSN lijken. */
function kenmerkVan(oproepId: string, dag: Datum): string {
  const staart = oproepId.slice(-8).toUpperCase();
  return `BI-${dag.slice(0, 4)}-${staart.slice(0, 4)}-${staart.slice(4)}`;
}

function gegevensVan(b: BriefBron, persoon: FeitInhoud['persoon']): unknown {
  const { stijl } = b.gemeente;
  return {
    gemeente: {
      naam: b.gemeente.naam.replace(/^gemeente /i, ''),
      ...Object.fromEntries(BRIEFHOOFD.map((veld) => [veld, stijl[veld]])),
      stijl: { kleur: stijl.kleur ?? GEWONE_KLEUR },
    },
    persoon: personalia(persoon, b.adresPersoon),
    kenmerk: kenmerkVan(b.oproepId, b.vandaag),
    dagtekening: b.vandaag,
    volgnummer: b.volgnummer,
    afspraak: {
      datum: b.datum,
      tijd: b.tijd,
      duurMinuten: b.duurMinuten,
      plaats: b.plaats,
      adresregels: [b.adres],
    },
    verschijnenUiterlijkOp: b.uiterlijk,
    meenemen: MEENEMEN,
    ...(b.tolkTaal ? { tolk: { taal: b.tolkTaal, vorm: b.tolkVorm ?? 'telefonisch' } } : {}),
    leerbaarheidstoets: !b.intake.toets && !b.intake.ontheffing,
    ...herhaling(b),
    grondslag: [
      'Artikel 14 van de Wet inburgering 2021',
      ...(b.volgnummer > 1 ? ['Artikel 22 van de Wet inburgering 2021'] : []),
    ],
    ondertekenaar: {
      naam: b.ondertekenaar.naam,
      functie: b.ondertekenaar.functie || 'medewerker inburgering',
    },
    klantmanager: {
      naam: b.klantmanager.naam,
      telefoon: b.klantmanager.telefoon || stijl.telefoon,
      email: b.klantmanager.email || stijl.email,
    },
  };
}

/** De gegevens van de brief, of alle redenen waarom zij er niet kan zijn. */
export function stelBriefSamen(
  bron: BriefBron,
): { gegevens: OproepGegevens } | { redenen: Reden[] } {
  const redenen = ontbrekend(bron);
  if (redenen.length > 0 || !bron.persoon) return { redenen };
  const keuring = OproepGegevens.safeParse(gegevensVan(bron, bron.persoon));
  if (keuring.success) return { gegevens: keuring.data };
  return {
    redenen: keuring.error.issues.map((i) => ({
      code: 'brief-onvolledig',
      tekst: `In de brief klopt '${i.path.join('.')}' niet: ${i.message}.`,
    })),
  };
}
