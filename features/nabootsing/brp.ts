import type { BrpWijziging } from './nabootsing.schema.ts';

const dag = (datum: string) => ({ type: 'Datum', datum });

/** De groepen die de BRP na een gebeurtenis anders heeft; `null` haalt een groep weg. */
export function brpGroepen({ wat, datum }: BrpWijziging): Record<string, unknown> {
  switch (wat) {
    case 'verhuisd':
      return {
        adressering: { adresregel1: 'Nieuweweg 7', adresregel2: '1234 BA  VERHUISDAM' },
        verblijfplaats: { type: 'Adres', datumVan: dag(datum) },
      };
    case 'getrouwd':
      return {
        partners: [
          {
            soortVerbintenis: { code: 'H', omschrijving: 'huwelijk' },
            aangaanHuwelijkPartnerschap: { datum: dag(datum) },
          },
        ],
      };
    case 'gescheiden':
      return { partners: null };
    case 'overleden':
      return {
        overlijden: { datum: dag(datum) },
        opschortingBijhouding: { reden: { code: 'O', omschrijving: 'overlijden' } },
      };
  }
}
