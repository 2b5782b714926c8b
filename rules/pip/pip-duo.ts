import type { Doelgroep } from '../doelgroep/doelgroep.ts';
import type { Grondslag, Oordeel, Reden } from '../shared/antwoord.ts';
import type { Datum } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { inWoorden } from '../shared/tekst.ts';
import type { Leerroute, Niveau } from '../stand/feiten.ts';

/** Wat naar DUO gaat; velden die nog leeg zijn worden niet beoordeeld. */
export type PipMelding = {
  dagtekening?: Datum;
  leerroute?: Leerroute;
  niveau?: Niveau;
  /** Totaal aantal uren, 1–9999. Zie `urenVoorDuo` voor wanneer dit veld meegaat. */
  geschatteIntensiteitB1Route?: number;
};

export type PipDuoContext = {
  beginInburgeringsplicht?: Datum;
  /** Inschrijving in de BRP van deze gemeente; onbekend bij alleen een koppeling door het COA. */
  inschrijving?: Datum;
  /** Dagtekeningen van eerdere PIP's, in welke gemeente ook; leeg bij het allereerste. */
  eerderePips: readonly Datum[];
  doelgroep: Doelgroep;
};

const GRONDSLAG = grondslag('pip-duo', 'besluit', 'art. 9.3', {
  zekerheid: 'afgeleid',
  toelichting: 'De controles zijn die van DUO op een geleverd PIP; DUO beslist.',
});

const AFSCHALEN = grondslag('pip-duo', 'besluit', 'art. 5.5');

function reden(nummer: number, veld: string, tekst: string, g: Grondslag = GRONDSLAG): Reden {
  return { code: `PIP-${nummer}`, tekst, veld, actie: 'pip', grondslag: g };
}

/**
 * `pip-duo`: de regels waarop DUO een PIP weigert, al bij het invullen nagegaan.
 *
 * Besluit inburgering 2021 art. 9.3 (https://wetten.overheid.nl/BWBR0045555/2026-04-02) en art. 5.5 (afschalen
 * pas na 600 uur, dus nooit in het eerste PIP). `PIP-1` dagtekening niet vóór de plicht, `PIP-2` niet
 * vóór het eerste of huidige PIP (beide, want DUO's tekst zegt 'of'), `PIP-3` niet vóór de vestiging hier,
 * `PIP-4` A2 niet met de onderwijsroute, `PIP-5` B1 niet met de Z-route, `PIP-6` A2 niet met de B1-route in
 * het eerste PIP, `PIP-8` uren alleen bij B1-route en asielstatushouder.
 * @returns bij `voldoet` is er niets dat DUO zou weigeren; onbekende gegevens leveren geen weigering op.
 */
export function pipDuo(pip: PipMelding, context: PipDuoContext): Oordeel {
  const redenen = [...dagtekening(pip, context), ...niveau(pip, context), ...uren(pip, context)];
  const uitleg = () => ({
    titel: 'Controle zoals DUO die doet',
    uitkomst: redenen.length === 0 ? 'geen bezwaren' : `${redenen.length} bezwaren`,
    grondslag: GRONDSLAG,
  });
  return redenen.length === 0
    ? { uitkomst: 'voldoet', uitleg }
    : { uitkomst: 'voldoet-niet', redenen, uitleg };
}

function dagtekening(pip: PipMelding, c: PipDuoContext): Reden[] {
  const dag = pip.dagtekening;
  if (!dag) return [];
  const redenen: Reden[] = [];
  const veld = 'dagtekening';
  const { beginInburgeringsplicht: begin, inschrijving } = c;
  if (begin && dag < begin) {
    const tekst = `De dagtekening ligt vóór het begin van de inburgeringsplicht (${inWoorden(begin)}).`;
    redenen.push(reden(1, veld, tekst));
  }
  const vorige = c.eerderePips.toSorted().at(-1);
  if (vorige && dag < vorige) {
    const tekst = `De dagtekening ligt vóór die van een eerder PIP (${inWoorden(vorige)}).`;
    redenen.push(reden(2, veld, tekst));
  }
  if (inschrijving && dag < inschrijving) {
    const tekst = `De dagtekening ligt vóór de vestiging in deze gemeente (${inWoorden(inschrijving)}).`;
    redenen.push(reden(3, veld, tekst));
  }
  return redenen;
}

function niveau(pip: PipMelding, c: PipDuoContext): Reden[] {
  if (pip.niveau === 'A2' && pip.leerroute === 'O') {
    const tekst = 'Niveau A2 kan niet in de onderwijsroute; kies B1 of laat het niveau leeg.';
    return [reden(4, 'niveau', tekst)];
  }
  if (pip.niveau === 'B1' && pip.leerroute === 'Z') {
    return [reden(5, 'niveau', 'Niveau B1 kan niet in de Z-route.')];
  }
  if (pip.niveau === 'A2' && pip.leerroute === 'B' && c.eerderePips.length === 0) {
    const tekst =
      'Niveau A2 kan niet in het eerste PIP met de B1-route: afschalen kan pas na 600 uur en voldoende inzet.';
    return [reden(6, 'niveau', tekst, AFSCHALEN)];
  }
  return [];
}

function uren(pip: PipMelding, c: PipDuoContext): Reden[] {
  const aantal = pip.geschatteIntensiteitB1Route;
  const veld = 'intensiteitUren';
  if (aantal === undefined) return [];
  if (pip.leerroute !== 'B' || c.doelgroep !== 'asielstatushouder') {
    const tekst = 'DUO wil de geschatte uren alleen bij de B1-route van een asielstatushouder.';
    return [reden(8, veld, tekst)];
  }
  if (Number.isInteger(aantal) && aantal >= 1 && aantal <= 9999) return [];
  return [reden(8, veld, 'Het aantal uren is een heel getal van 1 tot en met 9999.')];
}

/** `PIP-7`: zonder niveau neemt DUO bij de B1- en de onderwijsroute B1 aan; bij de Z-route niets. */
export function niveauBijDuo(leerroute: Leerroute, niveau: Niveau | undefined): Niveau | undefined {
  return niveau ?? (leerroute === 'Z' ? undefined : 'B1');
}

/**
 * `PIP-8`: de geschatte uren gaan alleen mee bij de B1-route van een asielstatushouder. Het PIP zelf noemt
 * ze voor elke asielstatushouder (Wi2021 art. 15); in andere gevallen blijft het veld bij DUO leeg.
 */
export function urenVoorDuo(
  pip: { leerroute?: Leerroute; intensiteitUren?: number },
  doelgroep: Doelgroep,
): number | undefined {
  return pip.leerroute === 'B' && doelgroep === 'asielstatushouder'
    ? pip.intensiteitUren
    : undefined;
}

/** `PIP-3` bij onbekende inschrijving: DUO kan weigeren, wij weten het niet. Alleen een waarschuwing. */
export function pipDuoWaarschuwingen(context: PipDuoContext): Reden[] {
  if (context.inschrijving) return [];
  const tekst =
    'De dag van vestiging in deze gemeente is niet bekend; DUO kan de dagtekening weigeren.';
  return [reden(3, 'dagtekening', tekst)];
}
