import { datum } from '../../rules/shared/datum.ts';
import type { NieuwFeit } from '../../server/dossier/feiten.ts';

/** A few facts with the mark in every text. */
export function feiten(merk: string): NieuwFeit[] {
  const van = (feit: object) => ({ geldigOp: datum('2026-10-01'), ...feit }) as NieuwFeit;
  return [
    van({
      soort: 'persoon',
      bron: 'brp',
      inhoud: {
        voornamen: `${merk}voor`,
        geslachtsnaam: `${merk}naam`,
        geboorte: { soort: 'jaar', jaar: 1999 },
      },
    }),
    van({
      soort: 'inburgeringsplicht',
      bron: 'duo',
      inhoud: { plichtig: true, begin: datum('2026-09-01'), kennisgeving: datum('2026-09-20') },
    }),
    van({ soort: 'doelgroep', bron: 'duo', inhoud: { indeling: 'Asielstatushouder' } }),
    van({ soort: 'notitie', bron: 'medewerker', inhoud: { tekst: `${merk}notitie` } }),
    van({
      soort: 'leerbaarheidstoets-nummer',
      bron: 'duo',
      inhoud: { examennummer: `${merk}nr` },
    }),
  ];
}
