import { REDENEN } from './quarantaine.schema.ts';
import type { Quarantaine } from './quarantaine.store.ts';

/** Waaruit een verklaring van wissen bestaat; zonder gegevens van de persoon. */
export type Verklaring = {
  kenmerk: string;
  gemeente: string;
  gemeentecode: string;
  reden: string;
  toelichting: string;
  besluit: string;
  ontvangen: string | null;
  afgeschermdOp: string;
  afgeschermdDoor: string;
  gewistOp: string;
  gewistDoor: string;
  tellingen: Record<string, number>;
};

/** De verklaring bij een besluit om te wissen. */
export function maakVerklaring(
  q: Quarantaine,
  b: { besluit: string; op: string; door: string; tellingen: Record<string, number> },
): Verklaring {
  const geordend = Object.entries(b.tellingen)
    .filter(([, aantal]) => aantal > 0)
    .sort(([een], [ander]) => (een < ander ? -1 : 1));
  return {
    kenmerk: q.id,
    gemeente: q.gemeente,
    gemeentecode: q.code,
    reden: REDENEN[q.reden],
    toelichting: q.toelichting,
    besluit: b.besluit,
    ontvangen: q.gebeurtenisId,
    afgeschermdOp: q.afgeschermdOp,
    afgeschermdDoor: q.afgeschermdDoor,
    gewistOp: b.op,
    gewistDoor: b.door,
    tellingen: Object.fromEntries(geordend),
  };
}

const TABELLEN: Record<string, string> = {
  dossier: 'Dossiers',
  feit: 'Vastgelegde feiten',
  bijzonder_feit: 'Feiten over gezondheid',
  document: 'Documenten',
  pip: 'Plannen (PIP)',
  pip_wijziging: 'Wijzigingen in plannen',
  bericht_in: 'Meldingen van DUO (tekst en nummers)',
  bericht_uit: 'Berichten aan DUO',
  duo_opname: 'Antwoorden van DUO',
  duo_opvraging: 'Vragen aan DUO',
  dossier_stand: 'Overzichten',
  zoeksleutel: 'Zoekwoorden',
  gezinsband: 'Verwijzingen in andere dossiers',
};

/** De tellingen in gewone woorden. */
export const inWoordenGeteld = (tellingen: Record<string, number>): [string, string][] =>
  Object.entries(tellingen)
    .filter(([, aantal]) => aantal > 0)
    .map(([tabel, aantal]) => [
      TABELLEN[tabel] ?? `Overige gegevens (${tabel.replaceAll('_', ' ')})`,
      String(aantal),
    ]);
