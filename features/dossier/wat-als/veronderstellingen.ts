import type { WijzigingInvoer } from './wat-als.schema.ts';

type Soort = WijzigingInvoer['feit'];
/** Wat de gebruiker invult; leeg is nog niet ingevuld. */
export type Veronderstelling = { id: number; feit: Soort; waarden: Record<string, string> };

type Veld = {
  naam: string;
  label: string;
  keuzes?: readonly { value: string; label: string }[];
  getal?: true;
  optioneel?: true;
};

const dag = (label: string, naam = 'datum'): Veld => ({ naam, label });

const DOELGROEPEN = ['Asielstatushouder', 'Gezinsmigrant en overige migrant'];
const zelfde = (waarden: readonly string[]) => waarden.map((w) => ({ value: w, label: w }));

/** Welke feiten iemand anders kan veronderstellen, met hun velden. */
export const FEITEN: Record<Soort, { naam: string; velden: readonly Veld[] }> = {
  kennisgeving: { naam: 'Kennisgeving van DUO', velden: [dag('Dag van de kennisgeving')] },
  inschrijving: {
    naam: 'Inschrijving in de gemeente',
    velden: [dag('Ingeschreven in de BRP op')],
  },
  doelgroep: {
    naam: 'Doelgroep',
    velden: [{ naam: 'indeling', label: 'Doelgroep', keuzes: zelfde(DOELGROEPEN) }],
  },
  asielvergunning: {
    naam: 'Asielvergunning',
    velden: [
      {
        naam: 'ja',
        label: 'Asielvergunning voor bepaalde tijd',
        keuzes: [
          { value: 'ja', label: 'Ja' },
          { value: 'nee', label: 'Nee' },
        ],
      },
    ],
  },
  bijstand: {
    naam: 'Bijstand',
    velden: [
      dag('Recht op bijstand vanaf', 'vanaf'),
      { naam: 'laatsteDag', label: 'Tot en met', optioneel: true },
    ],
  },
  'derde-informatie': {
    naam: 'Inlichtingen van een derde',
    velden: [dag('Ontvangen op', 'ontvangenOp')],
  },
  pip: {
    naam: 'PIP',
    velden: [
      dag('Dagtekening', 'dagtekening'),
      {
        naam: 'leerroute',
        label: 'Leerroute',
        keuzes: [
          { value: 'B', label: 'B1-route' },
          { value: 'O', label: 'Onderwijsroute' },
          { value: 'Z', label: 'Z-route' },
        ],
      },
    ],
  },
  inburgeringstermijn: {
    naam: 'Inburgeringstermijn van DUO',
    velden: [dag('Begin', 'start'), dag('Tot en met', 'laatsteDag')],
  },
  aanbod: { naam: 'Aanbod van een cursus', velden: [dag('Dag van het aanbod')] },
  uren: {
    naam: 'Gevolgde uren',
    velden: [
      {
        naam: 'soort',
        label: 'Soort uren',
        keuzes: [
          { value: 'taal-en-knm', label: 'Taal en KNM' },
          { value: 'participatie', label: 'Participatie' },
          { value: 'pvt', label: 'PVT' },
          { value: 'map-praktijk', label: 'MAP, praktijk' },
        ],
      },
      { naam: 'totaal', label: 'Uren in totaal', getal: true },
    ],
  },
  'pvt-ondertekend': { naam: 'PVT ondertekend', velden: [dag('Ondertekend op')] },
  'map-eindgesprek': { naam: 'Eindgesprek MAP', velden: [dag('Gevoerd op')] },
  'zroute-eindgesprek': { naam: 'Eindgesprek Z-route', velden: [dag('Gevoerd op')] },
};

const GETAL = /^\d{1,4}$/;

/** De vraag aan de server, of niets zolang een veld nog leeg of onleesbaar is. */
export function alsVraag({ feit, waarden }: Veronderstelling): WijzigingInvoer | undefined {
  const inhoud: Record<string, unknown> = { feit };
  for (const veld of FEITEN[feit].velden) {
    const waarde = waarden[veld.naam] ?? '';
    if (waarde === '' && veld.optioneel) continue;
    if (waarde === '' || (veld.getal && !GETAL.test(waarde))) return undefined;
    inhoud[veld.naam] = veld.getal
      ? Number(waarde)
      : feit === 'asielvergunning'
        ? waarde === 'ja'
        : waarde;
  }
  return inhoud as WijzigingInvoer;
}
