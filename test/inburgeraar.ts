import type { Datum } from '../rules/shared/datum.ts';
import type { TestGemeente, TestMedewerker, Wereld } from './world.ts';

export type Proefpersoon = {
  naam: [voornamen: string, geslachtsnaam: string];
  /** Day of registration in the gemeente and of DUO's notice: the PIP is due ten weeks later. */
  sinds: Datum;
  van?: TestMedewerker;
  bsn?: string;
  vNummer?: string;
  asiel?: boolean;
};

/** Opens the dossier of someone who has just become inburgeringsplichtig. */
export function openInburgeraar(w: Wereld, g: TestGemeente, p: Proefpersoon): Promise<string> {
  const duo = { geldigOp: p.sinds, bron: 'duo' as const };
  const brp = { geldigOp: p.sinds, bron: 'brp' as const };
  const [voornamen, geslachtsnaam] = p.naam;
  const plicht = { plichtig: true, begin: p.sinds, kennisgeving: p.sinds };
  const indeling = p.asiel ? 'Asielstatushouder' : 'Gezinsmigrant en overige migrant';
  return w.dossier(
    g.id,
    [
      {
        ...brp,
        soort: 'persoon',
        inhoud: { voornamen, geslachtsnaam, geboorte: { soort: 'jaar', jaar: 1990 } },
      },
      { ...duo, soort: 'duo-gebeurtenis', inhoud: { gebeurtenisId: 'SS101' } },
      { ...duo, soort: 'inburgeringsplicht', inhoud: plicht },
      { ...duo, soort: 'doelgroep', inhoud: { indeling } },
      { ...brp, soort: 'inschrijving', inhoud: { gemeentecode: g.code, op: p.sinds } },
    ],
    {
      ...(p.van ? { klantmanagerId: p.van.id } : {}),
      ...(p.bsn ? { bsn: p.bsn } : {}),
      ...(p.vNummer ? { vNummer: p.vNummer } : {}),
    },
  );
}
