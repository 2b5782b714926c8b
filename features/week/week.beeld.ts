import type { BeleidWaarden } from '../../rules/beleid/parameters.ts';
import type { Reden } from '../../rules/shared/antwoord.ts';
import type { Datum } from '../../rules/shared/datum.ts';
import type { Lezing } from '../../rules/stand/lezing.ts';
import { weekFeiten, weekperioden } from '../../rules/week/lees-week.ts';
import { heeftParticipatie } from '../../rules/week/nodig.ts';
import type { WeekDeel } from '../../rules/week/soorten.ts';
import { weekHaalbaar, weekOntbreekt } from '../../rules/week/week-haalbaar.ts';
import type { Deel, Periode, WeekAntwoord } from './week.schema.ts';

type Pip = {
  versie: number;
  staat: 'concept' | 'ter-vaststelling' | 'vastgesteld';
  inhoud: Parameters<typeof weekFeiten>[1] & { intensiteitUrenPerWeek?: number };
};

const reden = (code: string, tekst: string): Reden => ({ code, tekst });

/** Waarom werk hier niet als participatie kan tellen; leeg als het kan. */
export function tegenWerk(
  l: Lezing,
  leerroute: Pip['inhoud']['leerroute'],
  beleid: Pick<BeleidWaarden, 'zrouteActiviteiten'>,
): Reden[] {
  const asielstatushouder = l.doelgroep.waarde === 'asielstatushouder';
  if (!leerroute || !heeftParticipatie({ leerroute, asielstatushouder })) {
    const tekst = 'Alleen de Z-route van een asielstatushouder heeft uren participatie.';
    return [reden('geen-participatie', tekst)];
  }
  if (beleid.zrouteActiviteiten?.includes('betaald-werk')) return [];
  const tekst = 'Deze gemeente telt betaald werk niet als participatie (Lokaal beleid, N11).';
  return [reden('werk-telt-niet', tekst)];
}

/** Waarom de MAP hier niet in het werk kan zitten; leeg als het kan. */
export function tegenMap(
  leerroute: Pip['inhoud']['leerroute'],
  beleid: Pick<BeleidWaarden, 'mapCombineren'>,
): Reden[] {
  if (leerroute === 'O') return [reden('geen-map', 'In de onderwijsroute hoort geen MAP.')];
  if (beleid.mapCombineren) return [];
  const tekst = 'Deze gemeente laat werk de MAP niet vullen (Lokaal beleid, N9).';
  return [reden('map-niet-in-werk', tekst)];
}

const deel = (d: WeekDeel): Deel => ({
  ...d,
  perWeekNodig: d.perWeekNodig ?? null,
  klaarOp: d.klaarOp ?? null,
  laatsteStart: d.laatsteStart ?? null,
});

const periodenVan = (l: Lezing): Periode[] =>
  weekperioden(l.g).map((f) => {
    const { vervallen: _, toelichting, werkIsParticipatie, mapInWerk, ...uren } = f.inhoud;
    return {
      feitId: f.id,
      ...uren,
      werkIsParticipatie: werkIsParticipatie ?? false,
      mapInWerk: mapInWerk ?? false,
      toelichting: toelichting ?? null,
      op: f.vastgelegdOp,
      door: f.door ?? null,
    };
  });

/** De week van een dossier: wat er staat, wat de route vraagt en of dat samen past. */
export function weekBeeld(
  l: Lezing,
  pip: Pip | undefined,
  beleid: BeleidWaarden,
  vandaag: Datum,
  mag: boolean,
): WeekAntwoord {
  const leerroute = pip?.inhoud.leerroute ?? l.leerroute;
  const feiten = weekFeiten(l, pip?.inhoud ?? {}, beleid, vandaag, leerroute);
  const beeld = feiten && weekHaalbaar(feiten);
  const mogelijk = (redenen: Reden[]) => ({ mag: redenen.length === 0, redenen });
  return {
    leerroute: leerroute ?? null,
    pip: pip ? { versie: pip.versie, staat: pip.staat } : null,
    termijn: feiten?.termijn ?? null,
    vanaf: feiten?.vanaf ?? vandaag,
    delen: beeld?.delen.map(deel) ?? [],
    combinaties: beeld?.combinaties ?? [],
    waarschuwingen: beeld?.waarschuwingen ?? [],
    past: beeld?.past ?? 'onbekend',
    ontbreekt: feiten
      ? weekOntbreekt(feiten).map((o) => o.tekst)
      : ['Er is nog geen leerroute gekozen; kies die in het PIP.'],
    perioden: periodenVan(l),
    lesvrijeWeken: beleid.lesvrijeWeken,
    lesPerWeek: pip?.inhoud.intensiteitUrenPerWeek ?? null,
    werkIsParticipatie: mogelijk(tegenWerk(l, leerroute, beleid)),
    mapInWerk: mogelijk(tegenMap(leerroute, beleid)),
    mag,
  };
}
