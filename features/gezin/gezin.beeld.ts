import type { Datum } from '../../rules/shared/datum.ts';
import type { Feit } from '../../rules/stand/feiten.ts';
import type { Geldend } from '../../rules/stand/geldend.ts';
import type { Gezinsbeeld, Lid, Opvang, ZonderDossier } from './gezin.schema.ts';
import { bepaalBelemmering, bepaalKinderen, ledenZonderDossier } from './kinderen.ts';
import { STAPPEN } from './opvang/staten.ts';

/** Eén gezinslid met dossier: wie, en de feiten die nu gelden. */
export type Gelezen = { dossierId: string; naam: string; g: Geldend };

const VOLLEDIG = (a: { datum: string; tijd: string }) => `${a.datum} ${a.tijd}`;

function uitkomsten(g: Geldend): Map<string, Feit<'afspraak-uitkomst'>['inhoud']['uitkomst']> {
  return new Map(g.alle('afspraak-uitkomst').map((u) => [u.inhoud.afspraakId, u.inhoud.uitkomst]));
}

/** De eerstvolgende afspraak vanaf `vandaag` waarvan nog geen uitkomst bekend is. */
function volgendeAfspraak(g: Geldend, vandaag: Datum): Lid['volgendeAfspraak'] {
  const geweest = uitkomsten(g);
  const [eerste] = g
    .perSleutel('afspraak', (i) => i.afspraakId)
    .map((f) => f.inhoud)
    .filter((a) => a.datum >= vandaag && !geweest.has(a.afspraakId))
    .sort((a, b) => (VOLLEDIG(a) < VOLLEDIG(b) ? -1 : 1));
  if (!eerste) return null;
  const { afspraakId, soort, datum, tijd, plaats, groepId } = eerste;
  return { afspraakId, soort, datum, tijd, plaats, samen: groepId !== undefined };
}

/** Wat uit de feiten van een lid zelf komt. */
export function lidUitFeiten(g: Geldend, vandaag: Datum) {
  const bijstand = g.laatste('bijstand')?.inhoud;
  const loopt = bijstand && (!bijstand.tot || vandaag < bijstand.tot);
  return {
    volgendeAfspraak: volgendeAfspraak(g, vandaag),
    bijstandVanaf: loopt ? bijstand.vanaf : null,
    privegesprekAangeboden: g.laatste('privegesprek')?.inhoud.aangeboden === true,
    belemmering: bepaalBelemmering(g, vandaag),
  };
}

/** De gezinsleden zonder eigen dossier, van wie zij ook zijn vastgelegd. */
export function zonderDossierVan(leden: readonly Gelezen[], vandaag: Datum): ZonderDossier[] {
  return leden.flatMap(({ dossierId, naam: bij, g }) => {
    const kinderen = new Map(bepaalKinderen(g, vandaag).map((k) => [k.gezinslidId, k]));
    return ledenZonderDossier(g, vandaag).map(({ id, inhoud }) => {
      const kind = kinderen.get(inhoud.gezinslidId);
      return {
        feitId: id,
        gezinslidId: inhoud.gezinslidId,
        dossierId,
        bij,
        naam: inhoud.naam,
        relatie: inhoud.relatie,
        geboortejaar: inhoud.geboortejaar ?? null,
        geboortemaand: inhoud.geboortemaand ?? null,
        leeftijd: kind?.leeftijd ?? null,
        vveLeeftijd: kind?.vveLeeftijd ?? ('onbekend' as const),
        school: inhoud.school ?? null,
        vve: inhoud.vve ?? null,
        vveAfspraakNodig: kind?.vveAfspraakNodig ?? false,
      };
    });
  });
}

/** De kinderopvang die het gezin nodig heeft of had, wat nog open is eerst. */
export function opvangVan(leden: readonly Gelezen[]): Opvang[] {
  const namen = new Map(
    leden.flatMap(({ g }) =>
      g
        .perSleutel('gezinslid', (i) => i.gezinslidId)
        .map((f) => [f.inhoud.gezinslidId, f.inhoud.naam] as const),
    ),
  );
  const alle = leden.flatMap(({ dossierId, naam: voorWie, g }) =>
    g
      .perSleutel('kinderopvang', (i) => i.opvangId)
      .map((f) => ({
        feitId: f.id,
        opvangId: f.inhoud.opvangId,
        dossierId,
        voorWie,
        gezinslidId: f.inhoud.gezinslidId ?? null,
        kind: (f.inhoud.gezinslidId && namen.get(f.inhoud.gezinslidId)) || null,
        dagdelen: f.inhoud.dagdelen,
        nodigVanaf: f.inhoud.nodigVanaf,
        staat: f.inhoud.staat,
        bij: f.inhoud.bij ?? null,
        plaatsOp: f.inhoud.plaatsOp ?? null,
        toelichting: f.inhoud.toelichting ?? null,
        door: f.door ?? null,
        op: f.geldigOp,
        stappen: [...STAPPEN[f.inhoud.staat]],
      })),
  );
  const orde = (o: Opvang) => Object.keys(STAPPEN).indexOf(o.staat);
  return alle.sort((a, b) => orde(a) - orde(b) || (a.nodigVanaf < b.nodigVanaf ? -1 : 1));
}

type Groep = Gezinsbeeld['groepen'][number];

/** De afspraken waarvoor leden van dit gezin samen zijn uitgenodigd, de laatste eerst. */
export function groepenVan(leden: readonly Gelezen[]): Groep[] {
  const groepen = new Map<string, Groep>();
  for (const { dossierId, naam, g } of leden) {
    const geweest = uitkomsten(g);
    for (const { inhoud } of g.perSleutel('afspraak', (i) => i.afspraakId)) {
      if (!inhoud.groepId) continue;
      const { groepId, soort, datum, tijd, plaats, afspraakId } = inhoud;
      const groep = groepen.get(groepId) ?? { groepId, soort, datum, tijd, plaats, wie: [] };
      groepen.set(groepId, groep);
      groep.wie.push({
        dossierId,
        naam,
        afspraakId,
        uitkomst: geweest.get(afspraakId) ?? null,
        verzet: groep.datum !== datum || groep.tijd !== tijd,
      });
    }
  }
  return [...groepen.values()]
    .filter((groep) => groep.wie.length > 1)
    .sort((a, b) => (VOLLEDIG(a) < VOLLEDIG(b) ? 1 : -1));
}
