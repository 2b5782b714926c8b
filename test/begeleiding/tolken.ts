import { datum } from '../../rules/shared/datum.ts';
import { TAAKLIJST } from '../../rules/taakverdeling/taken.ts';
import type { NieuwFeit } from '../../server/dossier/feiten.ts';
import { nieuwId } from '../../server/id.ts';
import { geefTaak, type TestGemeente, type Wereld } from '../world.ts';

/** Gives the organisatie of `van` every taak of `naar` as well: a region. */
export const werkSamen = (w: Wereld, van: TestGemeente, naar: TestGemeente) =>
  w.db.zonderDossiers(async (tx) => {
    for (const taak of TAAKLIJST)
      await geefTaak(tx, naar.id, taak, van.organisatieId, datum('2020-01-01'));
  });

/** A tolk for Tigrinya, mondays to fridays from nine to five. */
export const tolkInvoer = (gemeenteIds: string[], extra: object = {}) => ({
  gemeenteId: gemeenteIds[0],
  gemeenteIds,
  naam: 'Selam Kidane',
  talen: [{ taal: 'Tigrinya', niveau: 'moedertaal' }],
  rbtv: '12345',
  geslacht: 'vrouw',
  telefoon: '0612345678',
  email: 'selam@tolk.example',
  vormen: ['aanwezig', 'telefoon'],
  rooster: [1, 2, 3, 4, 5].map((dag) => ({ dag, van: '09:00', tot: '17:00' })),
  uitzonderingen: [],
  reisMinuten: 45,
  uurtariefCent: 6000,
  reiskostenCent: 2500,
  minimumMinuten: 30,
  annulerenUren: 24,
  annulerenProcent: 50,
  gestoptOp: null,
  ...extra,
});

/** A person with the language Tigrinya, found under `naam`. */
export const persoon = (naam: string): NieuwFeit[] => [
  {
    soort: 'persoon',
    inhoud: {
      voornamen: naam,
      geslachtsnaam: 'Haile',
      geslacht: 'vrouw',
      geboorte: { soort: 'jaar', jaar: 1990 },
    },
    geldigOp: datum('2026-10-01'),
    bron: 'brp',
  },
  {
    soort: 'taal',
    inhoud: { gesprekstaal: 'Tigrinya', tolkNodig: true },
    geldigOp: datum('2026-10-01'),
    bron: 'medewerker',
  },
];

/** An afspraak on a day, an hour long, in the stadhuis. */
export function afspraak(dag: string, tijd: string, extra: object = {}) {
  const afspraakId = nieuwId();
  const feit = {
    soort: 'afspraak',
    inhoud: {
      afspraakId,
      soort: 'intakegesprek',
      datum: datum(dag),
      tijd,
      plaats: 'het stadhuis',
      duurMinuten: 60,
      tolkTaal: 'Tigrinya',
      ...extra,
    },
    geldigOp: datum('2026-11-01'),
    bron: 'medewerker',
  } as NieuwFeit;
  return { afspraakId, feit };
}

/** Somebody who still has to do the leerbaarheidstoets, found under `naam`. */
export const voorToets = (naam: string): NieuwFeit[] => [
  ...persoon(naam),
  {
    soort: 'inburgeringsplicht',
    inhoud: { plichtig: true, begin: datum('2026-10-01'), kennisgeving: datum('2026-10-01') },
    geldigOp: datum('2026-10-01'),
    bron: 'duo',
  },
  {
    soort: 'doelgroep',
    inhoud: { indeling: 'Asielstatushouder' },
    geldigOp: datum('2026-10-01'),
    bron: 'duo',
  },
  {
    soort: 'leerbaarheidstoets-nummer',
    inhoud: { examennummer: 'LBT000123456' },
    geldigOp: datum('2026-10-02'),
    bron: 'duo',
  },
];
