import type { BeleidWaarden } from '../../rules/beleid/parameters.ts';
import { vroegsteBekendmaking } from '../../rules/bezwaar/bekendmaking.ts';
import { type Bezwaartermijn, bezwaartermijn } from '../../rules/bezwaar/bezwaartermijn.ts';
import {
  type Inburgeringstermijn,
  inburgeringstermijn,
} from '../../rules/inburgeringstermijn/inburgeringstermijn.ts';
import {
  keurAfweging,
  keurAfwijking,
  keurMotivering,
} from '../../rules/leerroute-afweging/afweging-keuring.ts';
import { leerrouteAfweging } from '../../rules/leerroute-afweging/leerroute-afweging.ts';
import { afwegingFeiten } from '../../rules/leerroute-afweging/lees-afweging.ts';
import {
  niveauBijDuo,
  pipDuo,
  pipDuoWaarschuwingen,
  urenVoorDuo,
} from '../../rules/pip/pip-duo.ts';
import { doelgroepBijDuo, pipDuoContext } from '../../rules/pip/pip-duo-context.ts';
import { type PipContext, pipInhoud, pipInhoudWaarschuwingen } from '../../rules/pip/pip-inhoud.ts';
import type { Berekening, Reden, Uitleg } from '../../rules/shared/antwoord.ts';
import type { Datum } from '../../rules/shared/datum.ts';
import { inWoorden } from '../../rules/shared/tekst.ts';
import type { Feit, PipInhoud } from '../../rules/stand/feiten.ts';
import { uitFeit } from '../../rules/stand/geldend.ts';
import type { Lezing } from '../../rules/stand/lezing.ts';
import { type Getoond, toonStand } from '../../rules/stand/stand.ts';
import { bepaalTermijnen } from '../../rules/stand/termijnen.ts';
import { bredeIntake } from '../../rules/verplichting/intake-en-pip.ts';
import { urenVan } from '../../rules/verplichting/uren.ts';
import type { PipConcept } from './pip.schema.ts';

/** Wat van een PIP en zijn dossier nodig is om te oordelen. */
export type Zaak = {
  lezing: Lezing;
  beleid: BeleidWaarden;
  vandaag: Datum;
  pip: { pipId: string; versie: number; inhoud: PipConcept };
  /** De antwoorden van de intake in woorden, zoals zij naast de velden staan. */
  antwoorden: readonly string[];
};

export type Controle = {
  wet: Reden[];
  duo: Reden[];
  overig: Reden[];
  waarschuwingen: Reden[];
  dagtekening: Datum;
  pipTermijn: { laatsteDag: Datum | null; uitleg: Uitleg } | null;
  inburgeringstermijn: (Inburgeringstermijn & { uitleg: Uitleg }) | null;
  bezwaar: Getoond<Bezwaartermijn>;
};

/** Alles wat over een PIP met deze dagtekening te zeggen is: wet, DUO, en wat er verder omheen moet zijn. */
export function controleer(
  zaak: Zaak,
  dagtekening: Datum,
  bekendgemaaktOp = vroegsteBekendmaking(dagtekening, zaak.vandaag),
): Controle {
  const { lezing, pip } = zaak;
  const inhoud = definitief(zaak);
  const context = pipDuoContext(zaak.lezing, zaak.pip.pipId);
  const termijn = bepaalTermijnen(lezing).find((t) => t.id === 'pip-termijn');
  const duo = pipDuo(
    {
      dagtekening,
      leerroute: pip.inhoud.leerroute,
      niveau: pip.inhoud.niveau,
      geschatteIntensiteitB1Route: urenVoorDuo(pip.inhoud, context.doelgroep),
    },
    context,
  );
  const begin = termijnBij(zaak, dagtekening);
  const wetContext = {
    ...pipContext(zaak),
    dagtekening,
    leerrouteNu: lezing.pip?.inhoud.inhoud.leerroute,
    termijnBegin: begin.uitkomst === 'bepaald' ? begin.waarde.begin : undefined,
  };
  const wet = pipInhoud(inhoud, wetContext);
  return {
    wet: [...(wet.uitkomst === 'voldoet-niet' ? wet.redenen : []), ...motivering(zaak)],
    duo: duo.uitkomst === 'voldoet-niet' ? duo.redenen : [],
    overig: [
      ...omstandigheden(zaak),
      ...voorDeBrief(zaak),
      ...dagtekeningRedenen(zaak, dagtekening),
    ],
    waarschuwingen: [
      ...pipInhoudWaarschuwingen(inhoud, wetContext),
      ...pipDuoWaarschuwingen(context),
    ],
    dagtekening,
    pipTermijn: termijn
      ? { laatsteDag: termijn.laatsteDag ?? null, uitleg: termijn.uitleg() }
      : null,
    inburgeringstermijn:
      begin.uitkomst === 'bepaald' ? { ...begin.waarde, uitleg: begin.uitleg() } : null,
    bezwaar: toonStand(
      bezwaartermijn(
        { waarde: bekendgemaaktOp, bron: 'bekendmaking' },
        lezing.beleid.extraVrijeDagen,
      ),
    ),
  };
}

function pipContext(zaak: Zaak): PipContext {
  const { lezing } = zaak;
  const overnemen = leerrouteVorige(zaak);
  const taal = urenVan(lezing, 'taal-en-knm');
  const vorig = eigenSindsVerhuizing(zaak)?.inhoud.inhoud ?? lezing.vorigePip?.inhoud;
  return {
    doelgroep: lezing.doelgroep.waarde,
    kindVoorVve: lezing.intake.kindVoorVve,
    ...(overnemen ? { leerrouteVorigeGemeente: overnemen } : {}),
    ...(vorig ? { vorigPip: vorig } : {}),
    ...(taal.bekend ? { taaluren: taal.totaal } : {}),
  };
}

/** Of elke route en de keuze zelf zijn gemotiveerd, en een afwijking van het advies een reden heeft. */
function motivering(zaak: Zaak): Reden[] {
  const { lezing, beleid, vandaag, pip } = zaak;
  const afweging = leerrouteAfweging(afwegingFeiten(lezing, pip.inhoud, beleid, vandaag));
  return [
    ...keurMotivering(pip.inhoud.motivering, afweging, zaak.antwoorden),
    ...keurAfweging(pip.inhoud.afweging, afweging),
    // Na een verhuizing ligt de leerroute vast (Wi2021 art. 15 lid 4): dan is er niets af te wijken.
    ...(leerrouteVorige(zaak) ? [] : keurAfwijking(pip.inhoud, afweging)),
  ];
}

/** Dezelfde leerroute geldt alleen voor het eerste PIP na de verhuizing (Wi2021 art. 15 lid 4). */
function leerrouteVorige(zaak: Zaak) {
  return eigenSindsVerhuizing(zaak) ? undefined : zaak.lezing.vorigePip?.inhoud.leerroute;
}

/** Het laatste eigen PIP, tenzij een andere gemeente daarna een PIP vaststelde. */
function eigenSindsVerhuizing(zaak: Zaak): Feit<'pip-vastgesteld'> | undefined {
  const eigen = vorigeVersie(zaak);
  const elders = zaak.lezing.vorigePip;
  if (!eigen || !elders) return eigen;
  return eigen.inhoud.dagtekening >= elders.inhoud.dagtekening ? eigen : undefined;
}

/** Vastgestelde PIP's van deze gemeente, zonder het PIP waar het om gaat; oudste eerst. */
export function eerderePips({ lezing, pip }: Pick<Zaak, 'lezing' | 'pip'>) {
  return lezing.g.alle('pip-vastgesteld').filter((f) => f.inhoud.pipId !== pip.pipId);
}

function termijnBij({ lezing }: Zaak, dagtekening: Datum): Berekening<Inburgeringstermijn> {
  const duo = uitFeit(lezing.g.laatste('inburgeringstermijn'), (i) => i);
  return inburgeringstermijn({
    eerstePip: lezing.allereerstePip ?? { waarde: dagtekening, bron: 'dit PIP' },
    ...(duo ? { duo } : {}),
  });
}

function omstandigheden({ lezing }: Zaak): Reden[] {
  const redenen: Reden[] = [];
  const intake = bredeIntake(lezing);
  if (intake.staat === 'open' || intake.staat === 'onbekend') {
    const { grondslag } = intake.uitleg();
    redenen.push({
      code: 'intake-niet-afgerond',
      tekst: 'De brede intake is nog niet afgerond. Het PIP volgt op de intake.',
      actie: 'intake',
      ...(grondslag ? { grondslag } : {}),
    });
  }
  const plicht = lezing.g.laatste('inburgeringsplicht');
  if (!plicht?.inhoud.plichtig || lezing.toestand.waarde === 'beeindigd') {
    redenen.push({
      code: 'niet-plichtig',
      tekst: plicht
        ? 'De persoon is volgens DUO niet (meer) inburgeringsplichtig.'
        : 'DUO heeft nog niet gemeld dat de persoon inburgeringsplichtig is.',
    });
  }
  if (lezing.doelgroep.waarde === 'onbekend') {
    redenen.push({
      code: 'doelgroep-onbekend',
      tekst: 'De doelgroep is nog niet bekend. Daarvan hangt af wat in het PIP moet staan.',
    });
  }
  return redenen;
}

function leeg(tekst: string | undefined): boolean {
  return !tekst || tekst.trim() === '';
}

/** Wat de beschikking noemt en de wet niet apart vraagt. */
function voorDeBrief({ lezing, pip }: Zaak): Reden[] {
  const redenen: Reden[] = [];
  const { inhoud } = pip;
  const asiel = lezing.doelgroep.waarde === 'asielstatushouder';
  const mist = (veld: keyof PipConcept, tekst: string) =>
    redenen.push({ code: `brief-${veld}`, tekst, veld, actie: 'pip' });
  if (asiel && !inhoud.intensiteitUrenPerWeek) {
    mist('intensiteitUrenPerWeek', 'Vul in hoeveel uur per week de lessen zijn.');
  }
  if (asiel && inhoud.leerroute === 'Z' && leeg(inhoud.participatie)) {
    mist('participatie', 'Beschrijf hoe de 800 uur participatie van de Z-route wordt ingevuld.');
  }
  if (leeg(inhoud.voortgangsgesprekken.ritme)) {
    redenen.push({
      code: 'brief-ritme',
      tekst: 'Schrijf op hoe vaak de voortgangsgesprekken zijn.',
      veld: 'voortgangsgesprekken.ritme',
      actie: 'pip',
    });
  }
  if (pip.versie > 1 && leeg(inhoud.redenWijziging)) {
    mist('redenWijziging', 'Leg uit waarom het PIP wordt gewijzigd.');
  }
  return redenen;
}

function dagtekeningRedenen({ vandaag }: Zaak, dagtekening: Datum): Reden[] {
  if (dagtekening <= vandaag) return [];
  return [
    {
      code: 'dagtekening-in-toekomst',
      tekst: `De dagtekening ligt in de toekomst; op zijn laatst ${inWoorden(vandaag)}.`,
      veld: 'dagtekening',
    },
  ];
}

/**
 * Het PIP zoals het wordt vastgesteld: zonder MAP bij de onderwijsroute (Wi2021 art. 8), met het niveau
 * dat DUO zonder opgave aanneemt, en zonder wat alleen voor asielstatushouders geldt bij anderen.
 */
export function definitief({ lezing, pip }: Zaak): Partial<PipInhoud> {
  const { redenWijziging: _, moduleMap, participatie, ...rest } = pip.inhoud;
  const { intensiteitUren, intensiteitUrenPerWeek, ...zonderUren } = rest;
  const asiel = lezing.doelgroep.waarde === 'asielstatushouder';
  const niveau = rest.leerroute && niveauBijDuo(rest.leerroute, rest.niveau);
  return {
    ...zonderUren,
    ...(niveau ? { niveau } : {}),
    ...(rest.leerroute === 'O' ? {} : { moduleMap }),
    ...(asiel && intensiteitUren ? { intensiteitUren } : {}),
    ...(asiel && intensiteitUrenPerWeek ? { intensiteitUrenPerWeek } : {}),
    ...(asiel && rest.leerroute === 'Z' && participatie ? { participatie } : {}),
  };
}

/** De velden die DUO krijgt (API PIP 1.2.0), en niets meer. */
export function duoMelding(zaak: Zaak, inhoud: PipInhoud, dagtekening: Datum) {
  const uren = urenVoorDuo(inhoud, doelgroepBijDuo(zaak.lezing));
  return {
    dagtekeningPip: dagtekening,
    leerroute: inhoud.leerroute,
    ...(inhoud.niveau ? { niveau: inhoud.niveau } : {}),
    ...(uren === undefined ? {} : { geschatteIntensiteitB1Route: uren }),
    indicatorMagOpleidingAfmaken: inhoud.magOpleidingAfmaken,
    indicatorAlfabetiseringsonderwijs: inhoud.alfabetisering,
  };
}

/** De versie waarop een wijziging volgt: het laatste vastgestelde PIP, ook als het is ingetrokken. */
export function vorigeVersie(zaak: Zaak): Feit<'pip-vastgesteld'> | undefined {
  return eerderePips(zaak).at(-1);
}
