import type { Datum } from '../../../rules/shared/datum.ts';
import { inWoorden } from '../../../rules/shared/tekst.ts';
import type { Feit } from '../../../rules/stand/feiten.ts';
import type { ResultaatVraag } from '../traject.schema.ts';
import { DATUMFEIT, type Onderdeel } from './resultaat.beeld.ts';

/** Wat er nu staat over een onderdeel. */
export type Huidig = {
  datum: Feit<'pvt-ondertekend' | 'map-eindgesprek' | 'zroute-eindgesprek'> | undefined;
  oordeel: Feit<'verwijtbaarheid'> | undefined;
};

/** Een feit zoals het wordt vastgelegd; de vorm die de server verwacht. */
type Nieuw = {
  soort: string;
  inhoud: object;
  geldigOp: Datum;
  bron: 'medewerker';
  vervangt?: string;
};

const NAAM: Record<Onderdeel, string> = {
  pvt: 'Dag van ondertekening van het PVT',
  map: 'Dag van het eindgesprek van de MAP',
  zroute: 'Dag van het eindgesprek van de Z-route',
};

const wegens = (reden: string | null) => (reden ? `: ${reden}` : '.');

/** Een dag of oordeel vervalt door een notitie in zijn plaats: zo blijft te zien dat het er stond. */
const vervalt = (tekst: string, feit: Feit, vandaag: Datum): Nieuw => ({
  soort: 'notitie',
  inhoud: { tekst },
  geldigOp: vandaag,
  bron: 'medewerker',
  vervangt: feit.id,
});

/** Wat er met de dag gebeurt: een nieuwe, een andere, of geen meer. */
export function datumFeiten(
  onderdeel: Onderdeel,
  { datum }: Pick<Huidig, 'datum'>,
  { op, reden }: Pick<ResultaatVraag, 'op' | 'reden'>,
  vandaag: Datum,
): Nieuw[] {
  if ((datum?.inhoud.op ?? null) === op) return [];
  if (op === null) {
    if (!datum) return [];
    const tekst = `${NAAM[onderdeel]} (${inWoorden(datum.inhoud.op)}) ingetrokken${wegens(reden)}`;
    return [vervalt(tekst, datum, vandaag)];
  }
  return [
    {
      soort: DATUMFEIT[onderdeel],
      inhoud: { op },
      geldigOp: op as Datum,
      bron: 'medewerker',
      ...(datum ? { vervangt: datum.id } : {}),
    },
  ];
}

const gelijk = (oordeel: Feit<'verwijtbaarheid'>, vraag: ResultaatVraag): boolean =>
  oordeel.inhoud.verwijtbaar === (vraag.verwijtbaar === 'Ja') &&
  oordeel.inhoud.motivering === vraag.motivering;

/** Wat er met het oordeel gebeurt. Hoort er geen oordeel meer bij, dan vervalt het. */
export function oordeelFeiten(
  over: 'pvt' | 'map',
  { oordeel }: Pick<Huidig, 'oordeel'>,
  vraag: ResultaatVraag,
  vandaag: Datum,
): Nieuw[] {
  if (vraag.verwijtbaar === null) {
    if (!oordeel) return [];
    const welk = oordeel.inhoud.verwijtbaar ? 'verwijtbaar' : 'niet verwijtbaar';
    const tekst = `Oordeel over ${over === 'pvt' ? 'het PVT' : 'de MAP'} (${welk}) vervalt${wegens(vraag.reden)}`;
    return [vervalt(tekst, oordeel, vandaag)];
  }
  if (oordeel && gelijk(oordeel, vraag)) return [];
  return [
    {
      soort: 'verwijtbaarheid',
      inhoud: {
        over,
        verwijtbaar: vraag.verwijtbaar === 'Ja',
        motivering: vraag.motivering ?? '',
      },
      geldigOp: vandaag,
      bron: 'medewerker',
      ...(oordeel ? { vervangt: oordeel.id } : {}),
    },
  ];
}
