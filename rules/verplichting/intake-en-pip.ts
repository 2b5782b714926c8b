import { type IntakeFeiten, intakeVolledig } from '../brede-intake/intake-volledig.ts';
import { oproepLadder } from '../brede-intake/oproep-ladder.ts';
import type { Oordeel } from '../shared/antwoord.ts';
import { aangehaald, aangehaaldeDatum, gegeven } from '../shared/gegeven.ts';
import { inWoorden } from '../shared/tekst.ts';
import type { Lezing } from '../stand/lezing.ts';
import type { Verplichting } from '../stand/stand.ts';
import { reden, verplichting, zonderOordeel } from './maak.ts';

const INTAKE = {
  id: 'brede-intake',
  regel: 'intake-volledig',
  naam: 'Brede intake',
  wet: 'wet',
  artikel: 'art. 14',
} as const;
const TOETS = {
  id: 'leerbaarheidstoets',
  regel: 'intake-volledig',
  naam: 'Leerbaarheidstoets',
  wet: 'wet',
  artikel: 'art. 14 lid 3 en 6',
} as const;
const PIP = {
  id: 'pip',
  regel: 'pip-inhoud',
  naam: 'PIP vastgesteld',
  wet: 'wet',
  artikel: 'art. 15',
} as const;

/** Wat van de intake is vastgelegd, in de woorden van `intake-volledig`. */
export function intakeFeiten(l: Lezing): IntakeFeiten {
  const i = l.intake;
  return {
    beantwoord: i.beantwoord,
    leerbaarheidstoetsAfgenomen: Boolean(i.toets),
    leerbaarheidstoetsOntheffing: Boolean(i.ontheffing),
    gezondheidBesproken: i.gezondheidBesproken,
    privegesprekAangeboden: i.privegesprekAangeboden,
    kindVoorVve: i.kindVoorVve,
    zonderPersoon:
      i.afgerond?.inhoud.zonderPersoon ??
      oproepLadder(i.oproepen.map((o) => o.uitkomst)).stap === 'afronden-zonder-persoon',
    ...(l.beleid.intakeOnderwerpenVerplicht ? { onderwerpenVerplicht: true } : {}),
  };
}

/** Of de intake volledig is volgens de feiten van dit dossier. */
function oordeelIntake(l: Lezing): Oordeel {
  return intakeVolledig(intakeFeiten(l));
}

const NA_VERHUIZING = 'er is een PIP van de vorige gemeente; de leerroute blijft gelijk';

/** De brede intake: klaar als zij is afgerond, of als er al een PIP is. */
export function bredeIntake(l: Lezing): Verplichting {
  if (l.vorigePip && !l.intake.afgerond) {
    return zonderOordeel(INTAKE, 'niet-van-toepassing', NA_VERHUIZING);
  }
  const afgerond = l.intake.afgerond ?? l.eersteEigenPip;
  if (afgerond) {
    return verplichting(INTAKE, {
      ontbreekt: [],
      feiten: [aangehaaldeDatum('Afgerond', gegeven(afgerond, afgerond.geldigOp))],
    });
  }
  const oordeel = oordeelIntake(l);
  const nodig = oordeel.uitleg.stappen?.length ?? 0;
  const mist = oordeel.uitkomst === 'voldoet-niet' ? oordeel.redenen : [];
  const ontbreekt =
    mist.length > 0
      ? mist
      : [reden('intake-afronden', 'Alles is vastgelegd; rond de intake af.', INTAKE)];
  return {
    ...verplichting(INTAKE, { ontbreekt }),
    voortgang: { is: nodig - mist.length, moet: nodig, eenheid: 'onderdelen' },
    uitleg: oordeel.uitleg,
  };
}

/** De leerbaarheidstoets: een uitslag van DUO of een ontheffing door het college. */
export function leerbaarheidstoets(l: Lezing): Verplichting {
  const { toets, ontheffing } = l.intake;
  if (toets) {
    const feiten = [aangehaald('Uitslag', gegeven(toets, toets), toets.inhoud.resultaat)];
    return verplichting(TOETS, { ontbreekt: [], feiten });
  }
  if (ontheffing) {
    const waarom = `ontheffing (${ontheffing.inhoud.grond})`;
    return zonderOordeel(TOETS, 'niet-van-toepassing', waarom);
  }
  if (l.vorigePip) return zonderOordeel(TOETS, 'niet-van-toepassing', NA_VERHUIZING);
  if (l.eersteEigenPip) {
    return zonderOordeel(TOETS, 'niet-van-toepassing', 'het PIP is vastgesteld zonder uitslag');
  }
  if (l.intake.afgerond?.inhoud.zonderPersoon) {
    return zonderOordeel(TOETS, 'niet-van-toepassing', 'intake afgerond zonder de persoon');
  }
  return verplichting(TOETS, {
    ontbreekt: [reden('leerbaarheidstoets', 'Er is nog geen uitslag en geen ontheffing.', TOETS)],
  });
}

/** Het PIP zelf: vastgesteld door deze gemeente en aangenomen door DUO. */
export function pip(l: Lezing): Verplichting {
  if (!l.pip) {
    const tekst = l.eersteEigenPip
      ? 'Het PIP is ingetrokken; stel een nieuw PIP vast.'
      : 'Het PIP is nog niet vastgesteld.';
    return verplichting(PIP, { ontbreekt: [reden('pip-vaststellen', tekst, PIP)] });
  }
  const feiten = [
    aangehaald('Dagtekening', gegeven(l.pip, 0), inWoorden(l.pip.inhoud.dagtekening)),
  ];
  if (aangenomenDoorDuo(l)) return verplichting(PIP, { ontbreekt: [], feiten });
  const tekst =
    l.pipBijDuo?.inhoud.staat === 'geweigerd'
      ? 'DUO heeft het PIP geweigerd.'
      : 'DUO heeft het PIP nog niet aangenomen.';
  return verplichting(PIP, { ontbreekt: [reden('pip-bij-duo', tekst, PIP)], feiten });
}

/** Waar als DUO dit PIP aannam, of al een termijn vaststelde die erop volgt. */
export function aangenomenDoorDuo(l: Lezing): boolean {
  if (!l.pip) return false;
  if (l.pipBijDuo) return l.pipBijDuo.inhoud.staat === 'geaccepteerd';
  const termijn = l.g.laatste('inburgeringstermijn');
  return Boolean(termijn && !l.vorigePip && termijn.inhoud.start > l.pip.inhoud.dagtekening);
}
