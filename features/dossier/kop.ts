import { type Datum, dagenTussen, delen } from '../../rules/shared/datum.ts';
import { bronVan } from '../../rules/shared/gegeven.ts';
import type { Feit, FeitSoort, OnvolledigeDatum } from '../../rules/stand/feiten.ts';
import type { Geldend } from '../../rules/stand/geldend.ts';
import type { Bewaard, Stand, Termijn, Voorstel } from '../../rules/stand/stand.ts';
import { DOELGROEP } from '../shared/woorden.schema.ts';
import type { Gegevens, Gezin } from './dossier.schema.ts';
import type { Kop } from './stand.schema.ts';

/** Feiten die de kop nodig heeft. */
export const KOPFEITEN: readonly FeitSoort[] = ['persoon', 'taal', 'gezin', 'overlijden'];

/** Leeftijd in hele jaren; leeg als de geboortedag niet precies bekend is. */
export function leeftijdOp(geboorte: OnvolledigeDatum | undefined, dag: Datum): number | null {
  if (geboorte?.soort !== 'datum') return null;
  const [g, d] = [delen(geboorte.datum), delen(dag)];
  const nogNietJarig = d.maand < g.maand || (d.maand === g.maand && d.dag < g.dag);
  return d.jaar - g.jaar - (nogNietJarig ? 1 : 0);
}

/** Een termijn met de dagen geteld vanaf `vandaag`. */
export function metDagen<T extends Pick<Termijn, 'begin' | 'laatsteDag'>>(
  termijn: T,
  vandaag: Datum,
) {
  const { begin, laatsteDag } = termijn;
  if (!laatsteDag) return { ...termijn };
  const dagenOver = dagenTussen(vandaag, laatsteDag);
  if (!begin) return { ...termijn, dagenOver };
  const aantalDagen = dagenTussen(begin, laatsteDag) + 1;
  const loopt = begin <= vandaag && vandaag <= laatsteDag;
  return {
    ...termijn,
    dagenOver,
    aantalDagen,
    ...(loopt ? { dag: dagenTussen(begin, vandaag) + 1 } : {}),
  };
}

/** Een voorstel met de dagen tot en met de laatste dag. */
export function voorstelMetDagen<T extends Pick<Voorstel, 'laatsteDag'>>(
  voorstel: T,
  vandaag: Datum,
) {
  const { laatsteDag } = voorstel;
  return laatsteDag ? { ...voorstel, dagenOver: dagenTussen(vandaag, laatsteDag) } : voorstel;
}

/** Het deel van de kop dat uit de Stand komt. Wie niet alles mag inzien, krijgt geen verklaringen of werk. */
export function kopUitStand(stand: Bewaard<Stand>, vandaag: Datum, inzien: boolean) {
  const termijn = (id: Termijn['id']) => {
    const gevonden = stand.termijnen.find((t) => t.id === id);
    if (!gevonden) return null;
    const { uitleg, ...rest } = metDagen(gevonden, vandaag);
    return inzien ? { ...rest, uitleg } : rest;
  };
  const voorstel = stand.voorstellen[0];
  return {
    doelgroep: {
      waarde: stand.doelgroep.waarde,
      naam: DOELGROEP[stand.doelgroep.waarde],
      ...(inzien ? { uitleg: stand.doelgroep.uitleg } : {}),
    },
    leerroute: stand.leerroute ?? null,
    toestand: {
      waarde: stand.toestand,
      ...(inzien ? { uitleg: stand.toestandUitleg } : {}),
    },
    schakel: stand.schakel,
    schakels: stand.schakels.map((s) => (inzien ? s : { ...s, nogNodig: [] })),
    pipTermijn: inzien ? termijn('pip-termijn') : null,
    inburgeringstermijn: termijn('inburgeringstermijn'),
    signalen: inzien ? stand.signalen : [],
    wachtOpDuo: inzien && stand.voorstellen.some((v) => v.soort === 'wachten-op-duo'),
    voorstel: inzien && voorstel ? voorstelMetDagen(voorstel, vandaag) : null,
  } satisfies Partial<Kop>;
}

/** Waar als de gegevens van dit feit met de hand verbeterd mogen worden: die uit de BRP niet. */
export const teWijzigen = (feit: Feit): boolean => feit.bron !== 'brp';

type Gegevensoort = 'persoon' | 'adres' | 'contact' | 'taal';

/** Het feit dat nu geldt voor een gegeven; de BRP gaat voor wat met de hand is ingevoerd. */
export function huidigGegeven(geldend: Geldend, soort: Gegevensoort): Feit | undefined {
  const alle = geldend.alle(soort) as Feit[];
  return alle.findLast((f) => f.bron === 'brp') ?? alle.at(-1);
}

/** De geldende gegevens zoals het scherm ze toont; een geheim adres alleen voor wie alles mag inzien. */
export function maakGegevens(geldend: Geldend, zicht: ReadonlySet<FeitSoort>, inzien: boolean) {
  const geheim = geldend.alle('persoon').some((f) => f.inhoud.geheimhouding);
  const gegeven = (soort: Gegevensoort) => {
    const feit = zicht.has(soort) ? huidigGegeven(geldend, soort) : undefined;
    if (!feit || (soort === 'adres' && geheim && !inzien)) return null;
    const { id, inhoud, geldigOp } = feit;
    return { feitId: id, inhoud, geldigOp, bron: bronVan(feit), teWijzigen: teWijzigen(feit) };
  };
  const koppeling = zicht.has('koppeling') ? geldend.laatste('koppeling') : undefined;
  const derden = zicht.has('derde-informatie') ? geldend.alle('derde-informatie') : [];
  return {
    persoon: gegeven('persoon'),
    adres: gegeven('adres'),
    contact: gegeven('contact'),
    taal: gegeven('taal'),
    koppeling: koppeling?.inhoud ?? null,
    derdeInformatie: derden.map((f) => ({
      feitId: f.id,
      van: f.inhoud.van,
      waarom: f.inhoud.waarom,
      onmisbaar: f.inhoud.onmisbaar,
      gevraagdOp: f.geldigOp,
      ontvangenOp: f.inhoud.ontvangenOp ?? null,
    })),
  } as Gegevens;
}

type Relatie = Gezin['items'][number]['relatie'];

/** Gezinsleden met hun eigen voortgang, in de volgorde waarin de banden zijn vastgelegd. */
export function maakGezin(
  relaties: ReadonlyMap<string, Relatie>,
  kort: readonly Omit<Gezin['items'][number], 'relatie'>[],
): Gezin {
  const perId = new Map(kort.map((k) => [k.dossierId, k]));
  return {
    items: [...relaties].flatMap(([dossierId, relatie]) => {
      const ander = perId.get(dossierId);
      return ander ? [{ ...ander, relatie }] : [];
    }),
  };
}
