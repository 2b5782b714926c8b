import type { Intake, IntakeVraag } from '../../intake.schema.ts';
import { isVanAnder } from './bekend.ts';

/** Hoe ver één onderdeel in het gesprek is. */
export type OnderdeelStand = {
  besproken: boolean;
  /** Antwoorden die een ander doorgaf en nog niemand bevestigde, als er geen eigen antwoord is; anders 0. */
  teBevestigen: number;
  gezegd: number;
  totaal: number;
  /** De vraag om mee verder te gaan. */
  verder: IntakeVraag | undefined;
};

type Gezegd = {
  /** Wat nu geldt, ook als het nog onderweg is. */
  waardeVan: (vraag: IntakeVraag) => unknown;
  /** In dit scherm is al geantwoord of bevestigd. */
  isAangeraakt: (vraag: IntakeVraag) => boolean;
};

/**
 * Wat alleen COA of de persoon zelf aanleverde is nog geen gesprek. Of de wet er genoeg aan heeft staat los hiervan bij
 * het afronden.
 */
export function standVanOnderdeel(
  onderdeel: Intake['onderdelen'][number],
  intake: Pick<Intake, 'volledigheid'>,
  vragen: readonly IntakeVraag[],
  { waardeVan, isAangeraakt }: Gezegd,
): OnderdeelStand {
  const eigen = vragen.filter((v) => v.onderdeel === onderdeel.id);
  const open = eigen.filter((v) => waardeVan(v) === null);
  const gezegd = eigen.length - open.length;
  const wachtend = eigen.filter(
    (v) => v.antwoord?.teBevestigen && isVanAnder(v.antwoord.bron) && !isAangeraakt(v),
  );
  const alleenVanAnder = gezegd > 0 && wachtend.length === gezegd;
  const verplicht = intake.volledigheid.ontbreekt.some((r) => r.veld === onderdeel.id);
  return {
    besproken: !alleenVanAnder && (onderdeel.vastgelegd || (gezegd > 0 && !verplicht)),
    teBevestigen: alleenVanAnder ? gezegd : 0,
    gezegd,
    totaal: eigen.length,
    verder: (alleenVanAnder ? wachtend[0] : open[0]) ?? eigen[0],
  };
}
