import { hoogsteLeeftijd, type VveLeeftijd, vveLeeftijd } from '../../rules/gezin/vve-leeftijd.ts';
import type { Datum } from '../../rules/shared/datum.ts';
import { inWoorden } from '../../rules/shared/tekst.ts';
import type { FeitInhoud } from '../../rules/stand/feiten.ts';
import type { Geldend } from '../../rules/stand/geldend.ts';

export type Kind = {
  feitId: string;
  gezinslidId: string;
  naam: string;
  /** Hele jaren, hoogstens; leeg als het geboortejaar niet bekend is. */
  leeftijd: number | null;
  vveLeeftijd: VveLeeftijd | 'onbekend';
  school: string | null;
  vve: NonNullable<FeitInhoud['gezinslid']['vve']> | null;
  /** Over dit kind horen nog afspraken over de voor- of vroegschool in het PIP. */
  vveAfspraakNodig: boolean;
};

const GEREGELD: readonly (Kind['vve'] | undefined)[] = ['gaat', 'niet-nodig'];
const VAN_TOEPASSING: readonly Kind['vveLeeftijd'][] = ['voorschool', 'vroegschool', 'misschien'];

/** De gezinsleden zonder eigen dossier die op `vandaag` bij het gezin horen. */
export function ledenZonderDossier(g: Geldend, vandaag: Datum) {
  return g
    .perSleutel('gezinslid', (i) => i.gezinslidId)
    .filter((f) => f.inhoud.vanaf <= vandaag && (!f.inhoud.tot || vandaag < f.inhoud.tot));
}

/** De kinderen zonder eigen dossier, met wat dat voor de voor- en vroegschool betekent (W 14, 15). */
export function bepaalKinderen(g: Geldend, vandaag: Datum): Kind[] {
  return ledenZonderDossier(g, vandaag)
    .filter((f) => f.inhoud.relatie === 'kind')
    .map(({ id, inhoud }) => {
      const { geboortejaar: jaar, geboortemaand: maand } = inhoud;
      const geboorte = jaar === undefined ? undefined : { jaar, ...(maand ? { maand } : {}) };
      const leeftijd = geboorte ? vveLeeftijd(geboorte, vandaag) : 'onbekend';
      return {
        feitId: id,
        gezinslidId: inhoud.gezinslidId,
        naam: inhoud.naam,
        leeftijd: geboorte ? hoogsteLeeftijd(geboorte, vandaag) : null,
        vveLeeftijd: leeftijd,
        school: inhoud.school ?? null,
        vve: inhoud.vve ?? null,
        vveAfspraakNodig: VAN_TOEPASSING.includes(leeftijd) && !GEREGELD.includes(inhoud.vve),
      };
    });
}

/** Zolang dit zo is, is de opvang niet geregeld. */
export const OPVANG_OPEN = ['nodig', 'aangevraagd', 'wachtlijst'] as const;

export type Belemmering = {
  staat: 'vrij' | 'let-op' | 'houdt-tegen';
  /** Een volle zin voor wie de leerroute plant. */
  tekst: string;
  feitIds: string[];
};

/**
 * Of kinderopvang het plaatsen op een leerroute tegenhoudt. `let-op` als de opvang nog niet is geregeld maar pas
 * later nodig is, of als zij is geregeld maar later begint dan nodig. Nooit een besluit: een mens weegt.
 */
export function bepaalBelemmering(g: Geldend, vandaag: Datum): Belemmering {
  const alle = g.perSleutel('kinderopvang', (i) => i.opvangId);
  const open = alle.filter((f) => (OPVANG_OPEN as readonly string[]).includes(f.inhoud.staat));
  const nu = open.filter((f) => f.inhoud.nodigVanaf <= vandaag);
  if (nu.length > 0) {
    const sinds = nu.map((f) => f.inhoud.nodigVanaf).sort()[0] as Datum;
    return {
      staat: 'houdt-tegen',
      tekst: `Kinderopvang is nodig sinds ${inWoorden(sinds)} en nog niet geregeld; zonder opvang kan de les niet beginnen.`,
      feitIds: nu.map((f) => f.id),
    };
  }
  if (open.length > 0) {
    const vanaf = open.map((f) => f.inhoud.nodigVanaf).sort()[0] as Datum;
    return {
      staat: 'let-op',
      tekst: `Kinderopvang is nodig vanaf ${inWoorden(vanaf)} en nog niet geregeld.`,
      feitIds: open.map((f) => f.id),
    };
  }
  const later = alle.filter(
    (f) => f.inhoud.staat === 'geplaatst' && (f.inhoud.plaatsOp ?? vandaag) > vandaag,
  );
  const [eerste] = later;
  if (eerste) {
    return {
      staat: 'let-op',
      tekst: `De kinderopvang begint op ${inWoorden(eerste.inhoud.plaatsOp as Datum)}; plan de les niet eerder.`,
      feitIds: later.map((f) => f.id),
    };
  }
  return {
    staat: 'vrij',
    tekst: 'Kinderopvang houdt de les niet tegen.',
    feitIds: alle.map((f) => f.id),
  };
}
