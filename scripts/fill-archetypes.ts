import type { OefenDossier } from '../features/demo/bouw.ts';
import { genereerRegio } from '../features/demo/genereer.ts';
import { LANDEN } from '../features/demo/namen.ts';
import { type Datum, plusDagen } from '../rules/shared/datum.ts';
import { bepaalStand } from '../rules/stand/bepaal-stand.ts';
import type { Feit } from '../rules/stand/feiten.ts';
import { STANDAARD_BELEID, type Stand } from '../rules/stand/stand.ts';
import { huidigePersoon, toonGeboorte } from '../server/dossier/stand.ts';
import { woorden, zoeksleutels } from '../server/dossier/zoeken/zoeksleutels.ts';

/** Begin van elke uuid in een model; in de database komt hier het begin van het dossier zelf. */
export const PLEK = 'ffffffff-ffff-7fff-8000-';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;
/** Van de antwoorden blijven er weinig over: een dossier houdt zo ongeveer twintig feiten. */
const ANTWOORDEN = 1;
/** Zoveel dagen ligt elke volgende reeks verder terug, zodat laatste dagen zich spreiden. */
const DAGEN_PER_REEKS = 2;

export type Model = {
  nr: number;
  metBsn: boolean;
  toegewezen: boolean;
  geopend_op: string;
  rij: Record<string, unknown>;
  stand: string;
  feiten: Record<string, unknown>[];
  pips: Record<string, unknown>[];
  uit: Record<string, unknown>[];
  in: Record<string, unknown>[];
};

/** Modellen van dossiers met hun Stand op `peildatum`; de vulling maakt er per gemeente kopieën van. */
export function maakModellen(zaad: number, peildatum: Datum, reeksen: number): Model[] {
  const dossiers = Array.from({ length: reeksen }, (_, i) =>
    genereerRegio(zaad + i, plusDagen(peildatum, -i * DAGEN_PER_REEKS)),
  ).flatMap((r) => r.dossiers);
  return dossiers.map((d, nr) => maakModel(d, nr, peildatum));
}

function maakModel(d: OefenDossier, nr: number, peildatum: Datum): Model {
  let antwoorden = 0;
  const feiten = d.feiten.filter((f) => {
    if (f.soort === 'gezin' || f.soort === 'contact') return false;
    if (f.soort !== 'intake-antwoord') return true;
    antwoorden += 1;
    return antwoorden <= ANTWOORDEN;
  });
  const stand = bepaalStand(feiten, STANDAARD_BELEID, peildatum);
  const nummers = new Map(feiten.map((f, i) => [f.id, i + 1]));
  const metPlek = (waarde: unknown) =>
    JSON.stringify(waarde).replace(UUID, (id) => {
      const k = nummers.get(id) ?? nummers.size + 1;
      nummers.set(id, k);
      return PLEK + k.toString(16).padStart(12, '0');
    });
  return {
    nr,
    metBsn: d.mens.bsn !== undefined,
    toegewezen: d.klantmanagerId !== undefined,
    geopend_op: d.geopendOp,
    rij: standRij(feiten, stand),
    stand: metPlek(stand),
    ...onderdelen(d, feiten, metPlek),
  };
}

function standRij(feiten: readonly Feit[], stand: Stand): Record<string, unknown> {
  const voorstel = stand.voorstellen[0];
  const persoon = huidigePersoon(feiten);
  return {
    peildatum: stand.peildatum,
    volgende_wijziging: stand.volgendeWijziging ?? null,
    geboortedatum: persoon ? toonGeboorte(persoon.geboorte) : null,
    doelgroep: stand.doelgroep.waarde,
    leerroute: stand.leerroute ?? null,
    schakel: stand.schakel,
    toestand: stand.toestand,
    voorstel: voorstel?.soort,
    voorstel_titel: voorstel?.titel,
    voorstel_reden: voorstel?.reden,
    laatste_dag: voorstel?.laatsteDag ?? null,
    signalen: stand.signalen.map((s) => s.id),
  };
}

function onderdelen(
  d: OefenDossier,
  feiten: OefenDossier['feiten'],
  metPlek: (waarde: unknown) => string,
): Pick<Model, 'feiten' | 'pips' | 'uit' | 'in'> {
  const id = (uuid: string) => JSON.parse(metPlek(uuid)) as string;
  return {
    feiten: feiten.map((f) => ({
      id: id(f.id),
      soort: f.soort,
      inhoud: metPlek(f.inhoud),
      geldig_op: f.geldigOp,
      vastgelegd_op: f.vastgelegdOp,
      bron: f.bron,
      verwijzing: f.verwijzing ?? null,
    })),
    pips: d.pips.map((p) => ({
      id: id(p.id),
      versie: p.versie,
      staat: p.staat,
      inhoud: JSON.stringify(p.inhoud),
      dagtekening: p.dagtekening ?? null,
      gewijzigd_op: p.gewijzigdOp,
    })),
    // Wat wacht zou bij DUO aankomen zodra het werk begint; in een meting mag dat niet.
    uit: d.uit
      .filter((b) => b.staat !== 'wacht')
      .map((b) => ({
        id: id(b.id),
        bericht_id: id(b.berichtId),
        onderwerp_id: id(b.onderwerpId),
        inhoud: JSON.stringify(b.inhoud),
        staat: b.staat,
        foutteksten: b.foutteksten,
        gemaakt_op: b.gemaaktOp,
        afgerond_op: b.afgerondOp ?? null,
      })),
    in: d.in.map((b) => ({
      id: id(b.id),
      bericht_id: id(b.berichtId),
      gebeurtenis_id: b.gebeurtenisId,
      op: b.op,
    })),
  };
}

export type Naam = {
  voornamen: string;
  geslachtsnaam: string;
  sorteernaam: string;
  sleutels: string[];
};

/** Alle namen die uit de verzonnen voor- en achternamen te maken zijn, met hun zoeksleutels. */
export function maakNamen(): Naam[] {
  const voornamen = [...new Set(LANDEN.flatMap((l) => [...l.vrouwen, ...l.mannen]))];
  const achternamen = [...new Set(LANDEN.flatMap((l) => l.achternamen))];
  return achternamen.flatMap((geslachtsnaam) =>
    voornamen.map((v) => ({
      voornamen: v,
      geslachtsnaam,
      sorteernaam: woorden(`${v} ${geslachtsnaam}`).join(' '),
      sleutels: zoeksleutels(`${v} ${geslachtsnaam}`),
    })),
  );
}
