import { type IntakeFeiten, intakeVolledig, teVervullen } from '../brede-intake/intake-volledig.ts';
import { oproepLadder } from '../brede-intake/oproep-ladder.ts';
import { aangehaald, aangehaaldeDatum, gegeven } from '../shared/gegeven.ts';
import { grondslag } from '../shared/grondslag.ts';
import type { Lezing } from '../stand/lezing.ts';
import type { Verplichting } from '../stand/stand.ts';
import { reden, verplichting, verplichtingKop, zonderOordeel } from './maak.ts';

const INTAKE = verplichtingKop(
  'brede-intake',
  'Brede intake',
  grondslag('intake-volledig', 'wet', 'art. 14'),
);
const TOETS = verplichtingKop(
  'leerbaarheidstoets',
  'Leerbaarheidstoets',
  grondslag('leerbaarheidstoets', 'wet', 'art. 14 lid 3 en 6'),
);
const PIP = verplichtingKop('pip', 'PIP vastgesteld', grondslag('pip-inhoud', 'wet', 'art. 15'));

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
      feiten: () => [aangehaaldeDatum('Afgerond', gegeven(afgerond, afgerond.geldigOp))],
    });
  }
  const intake = intakeFeiten(l);
  const oordeel = intakeVolledig(intake);
  const nodig = teVervullen(intake).length;
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
    const feiten = () => [aangehaald('Uitslag', gegeven(toets, toets), toets.inhoud.resultaat)];
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
  const geldend = l.pip;
  if (!geldend) {
    const tekst = l.eersteEigenPip
      ? 'Het PIP is ingetrokken; stel een nieuw PIP vast.'
      : 'Het PIP is nog niet vastgesteld.';
    return verplichting(PIP, { ontbreekt: [reden('pip-vaststellen', tekst, PIP)] });
  }
  const feiten = () => [
    aangehaaldeDatum('Dagtekening', gegeven(geldend, geldend.inhoud.dagtekening)),
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
