import type { AgendaAfspraak, AgendaBericht } from './agenda.schema.ts';
import type { AgendaRij } from './agenda.store.ts';

const MINUTEN_PER_DAG = 1440;

/** 'uu:mm' plus minuten; wat over middernacht gaat is '24:00'. */
export function eindeVan(tijd: string, duurMinuten: number): string {
  const [uur = 0, minuut = 0] = tijd.split(':').map(Number);
  const einde = Math.min(uur * 60 + minuut + duurMinuten, MINUTEN_PER_DAG);
  return `${String(Math.floor(einde / 60)).padStart(2, '0')}:${String(einde % 60).padStart(2, '0')}`;
}

type Erbij = {
  vandaag: string;
  berichten: readonly (AgendaBericht & { afspraakId: string })[];
  tolken: ReadonlyMap<string, { naam: string }>;
  mag: (gemeenteId: string, soort: string) => boolean;
};

/** Eén afspraak zoals de agenda haar toont. */
export function toonAfspraak(r: AgendaRij, e: Erbij): AgendaAfspraak {
  const { inhoud: i } = r;
  return {
    dossierId: r.dossierId,
    afspraakId: i.afspraakId,
    feitId: r.feitId,
    naam: r.naam,
    gemeenteId: r.gemeenteId,
    gemeente: r.gemeente,
    klantmanagerId: r.klantmanagerId,
    klantmanager: r.klantmanager,
    soort: i.soort,
    datum: i.datum,
    tijd: i.tijd,
    einde: eindeVan(i.tijd, i.duurMinuten),
    duurMinuten: i.duurMinuten,
    plaats: i.plaats,
    vorm: i.vorm ?? null,
    tolkTaal: i.tolkTaal ?? null,
    tolk: e.tolken.get(i.afspraakId)?.naam ?? null,
    groepId: i.groepId ?? null,
    zittingId: i.zittingId ?? null,
    oproep: i.oproepId !== undefined,
    geweest: i.datum <= e.vandaag,
    uitkomst:
      r.uitkomst && r.uitkomstId
        ? {
            feitId: r.uitkomstId,
            uitkomst: r.uitkomst.uitkomst,
            reden: r.uitkomst.reden ?? null,
          }
        : null,
    berichten: e.berichten.filter((b) => b.afspraakId === i.afspraakId),
    magBewerken: e.mag(r.gemeenteId, i.soort),
  };
}
