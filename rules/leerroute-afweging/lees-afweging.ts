import type { BeleidWaarden } from '../beleid/parameters.ts';
import { type Datum, dagenTussen, delen } from '../shared/datum.ts';
import { type Gegeven, gegeven } from '../shared/gegeven.ts';
import type { Feit, Leerroute, OnvolledigeDatum } from '../stand/feiten.ts';
import type { Lezing } from '../stand/lezing.ts';
import { type WeekPip, weekFeiten, weekperioden } from '../week/lees-week.ts';
import { lesNodig, meedoenNodig } from '../week/nodig.ts';
import { urenPerWeek } from '../week/rekenen.ts';
import type { AfwegingFeiten } from './soorten.ts';
import { ROUTES } from './weging.ts';

type Antwoord = Feit<'intake-antwoord'>['inhoud']['waarde'];
type Soort = 'tekst' | 'getal' | 'ja-nee';
type WaardeVan<S extends Soort> = S extends 'tekst' ? string : S extends 'getal' ? number : boolean;

const PAST: { [S in Soort]: (w: Antwoord) => w is WaardeVan<S> } = {
  tekst: (w): w is string => typeof w === 'string' && w.trim() !== '',
  getal: (w): w is number => typeof w === 'number',
  'ja-nee': (w): w is boolean => typeof w === 'boolean',
};

/** Leest antwoorden van de brede intake op het id van de vraag; wat van een andere soort is, telt niet. */
function antwoorden(l: Lezing) {
  const alle = new Map(
    l.g
      .perSleutel('intake-antwoord', (i) => `${i.onderdeel}/${i.vraag}`)
      .map((f) => [f.inhoud.vraag, f]),
  );
  return <S extends Soort>(vraag: string, soort: S): Gegeven<WaardeVan<S>> | undefined => {
    const f = alle.get(vraag);
    const waarde = f?.inhoud.waarde;
    if (!f || waarde === undefined || !PAST[soort](waarde)) return undefined;
    return gegeven(f, waarde as WaardeVan<S>);
  };
}

const OPVANG: Readonly<Record<string, 'geregeld' | 'nog-regelen' | 'niet-nodig'>> = {
  ja: 'geregeld',
  'nog regelen': 'nog-regelen',
  'niet nodig': 'niet-nodig',
};

/** De opvang per kind; één die nog open staat bepaalt de uitkomst. Zonder feit telt het antwoord in de intake. */
function opvang(l: Lezing, gezegd: Gegeven<string> | undefined): AfwegingFeiten['kinderopvang'] {
  const alle = l.g
    .perSleutel('kinderopvang', (i) => i.opvangId)
    .filter((f) => f.inhoud.staat !== 'niet-meer-nodig');
  const open = alle.find((f) => f.inhoud.staat !== 'geplaatst');
  if (open) return gegeven(open, 'nog-regelen');
  if (alle[0]) return gegeven(alle[0], 'geregeld');
  const waarde = gezegd && OPVANG[gezegd.waarde];
  return gezegd && waarde ? { ...gezegd, waarde } : undefined;
}

/** Leeftijd in hele jaren; bij een onvolledige datum de laagste en de hoogste die kan. */
export function leeftijdOp(
  geboorte: OnvolledigeDatum,
  vandaag: Datum,
): { van: number; tot: number } | undefined {
  const nu = delen(vandaag);
  if (geboorte.soort === 'onbekend') return undefined;
  if (geboorte.soort === 'jaar') {
    return { van: nu.jaar - geboorte.jaar - 1, tot: nu.jaar - geboorte.jaar };
  }
  if (geboorte.soort === 'jaarMaand') {
    const jaren = nu.jaar - geboorte.jaar;
    if (nu.maand === geboorte.maand) return { van: jaren - 1, tot: jaren };
    const n = nu.maand > geboorte.maand ? jaren : jaren - 1;
    return { van: n, tot: n };
  }
  const g = delen(geboorte.datum);
  const jarig = nu.maand > g.maand || (nu.maand === g.maand && nu.dag >= g.dag);
  const jaren = nu.jaar - g.jaar - (jarig ? 0 : 1);
  return { van: jaren, tot: jaren };
}

function leeftijd(l: Lezing, vandaag: Datum): AfwegingFeiten['leeftijd'] {
  const personen = l.g.alle('persoon');
  const persoon = personen.findLast((f) => f.bron === 'brp') ?? personen.at(-1);
  const waarde = persoon && leeftijdOp(persoon.inhoud.geboorte, vandaag);
  return persoon && waarde ? gegeven(persoon, waarde) : undefined;
}

/**
 * Uren om te leren en mee te doen: uit de week die vandaag geldt, anders de eerste die komt, anders wat in de intake is
 * gezegd. Een besluit rust op de feiten van nu (Awb 3:2, 'onbevestigd'), niet op een week van vroeger.
 */
function tijd(
  l: Lezing,
  gezegd: Gegeven<number> | undefined,
  vandaag: Datum,
): Gegeven<number> | undefined {
  const weken = weekperioden(l.g);
  const week = weken.findLast((f) => f.inhoud.vanaf <= vandaag) ?? weken[0];
  if (!week) return gezegd;
  const { les, participatie, werk, werkIsParticipatie } = week.inhoud;
  return gegeven(week, les + participatie + (werkIsParticipatie ? werk : 0));
}

function andereWeg({ inhoud }: Feit<'leerbaarheidstoets-ontheffing'>) {
  const { op, uitkomst } = inhoud.alternatief ?? {};
  return op && uitkomst ? { beoordeeld: { op, uitkomst } } : {};
}

type Beleid = Parameters<typeof weekFeiten>[2] & Pick<BeleidWaarden, 'onderwijsrouteRichtleeftijd'>;

/** Uren per week die een route in de hele termijn vraagt; een route waarvan de uren niet vastliggen ontbreekt. */
function urenNodig(l: Lezing, pip: WeekPip, beleid: Beleid, vandaag: Datum) {
  const nodig: Partial<Record<Leerroute, number>> = {};
  for (const route of ROUTES) {
    const f = weekFeiten(l, pip, beleid, vandaag, route);
    const les = f && lesNodig(f);
    if (!f || !les) continue;
    const meedoen = meedoenNodig(f);
    const teGaan =
      Math.max(0, les.uren - f.gedaan.les) + Math.max(0, meedoen.uren - meedoen.gedaan);
    const venster = { van: f.vanaf, totEnMet: f.termijn.laatsteDag };
    const uren =
      dagenTussen(venster.van, venster.totEnMet) >= 0
        ? urenPerWeek(teGaan, venster, f.lesvrijeWeken)
        : undefined;
    if (uren !== undefined) nodig[route] = uren;
  }
  return nodig;
}

const INDELING = {
  asielstatushouder: 'Asielstatushouder',
  'gezins-en-overige-migrant': 'Gezinsmigrant en overige migrant',
  onbekend: undefined,
} as const;

/** Eerdere lessen: het hoogste van wat in de intake is gezegd en wat als uren is vastgelegd vóór het PIP. */
function eerdereUren(l: Lezing, gezegd: Gegeven<number> | undefined): Gegeven<number> | undefined {
  const feiten = l.g.alle('uren').filter((f) => f.inhoud.soort === 'taal-en-knm');
  const hoogste = feiten.toSorted((a, b) => b.inhoud.totaal - a.inhoud.totaal)[0];
  if (l.pip || !hoogste || hoogste.inhoud.totaal < (gezegd?.waarde ?? 0)) return gezegd;
  return gegeven(hoogste, Math.floor(hoogste.inhoud.totaal));
}

/** Alles wat in het dossier staat om de drie routes te wegen, met de bron erbij. Gezondheid hoort er niet bij. */
export function afwegingFeiten(
  l: Lezing,
  pip: WeekPip,
  beleid: Beleid,
  vandaag: Datum,
): AfwegingFeiten {
  const antwoord = antwoorden(l);
  const { toets, ontheffing } = l.intake;
  const standpunt = l.g.laatste('route-standpunt');
  const doelgroep = INDELING[l.doelgroep.waarde];
  const richt = beleid.onderwijsrouteRichtleeftijd;
  const f: { -readonly [K in keyof AfwegingFeiten]: AfwegingFeiten[K] | undefined } = {
    doelgroep,
    toets: toets && gegeven(toets, toets.inhoud),
    toetsOntheffing: ontheffing && gegeven(ontheffing, andereWeg(ontheffing)),
    opleiding: antwoord('opleiding-hoogste', 'tekst'),
    schooljaren: antwoord('opleiding-jaren', 'getal'),
    lerenGing: antwoord('opleiding-leren-ging', 'tekst'),
    diplomawaardering: antwoord('diplomawaardering', 'tekst'),
    taalniveau: antwoord('taal-nederlands', 'tekst'),
    schrift: antwoord('taal-schrift', 'tekst'),
    wens:
      standpunt &&
      gegeven(standpunt, {
        woorden: standpunt.inhoud.nederlands || standpunt.inhoud.woorden,
        ...(standpunt.inhoud.wens ? { wens: standpunt.inhoud.wens } : {}),
      }),
    doel: antwoord('motivatie-doel', 'tekst'),
    leeftijd: leeftijd(l, vandaag),
    richtleeftijd: richt?.leeftijd,
    tijd: tijd(l, antwoord('werk-uren', 'getal'), vandaag),
    urenNodig: urenNodig(l, pip, beleid, vandaag),
    jongKind: antwoord('jong-kind', 'ja-nee'),
    kinderopvang: opvang(l, antwoord('kinderopvang', 'tekst')),
    eerdereUren: eerdereUren(l, antwoord('taal-eerdere-uren', 'getal')),
    vrijePlaatsen: l.g
      .perSleutel('vrije-plaats', (i) => `${i.route}/${i.instelling.trim().toLowerCase()}`)
      .map((v) => gegeven(v, v.inhoud)),
  };
  return Object.fromEntries(
    Object.entries(f).filter(([, waarde]) => waarde !== undefined),
  ) as AfwegingFeiten;
}
