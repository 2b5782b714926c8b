import type { Datum } from '../../rules/shared/datum.ts';
import type { EigenTekst } from './bericht/inhoud.ts';
import { stelUitnodigingSamen } from './bericht/uitnodiging.brief.ts';
import { nl } from './teksten/nl.ts';

type Briefhoofd = { naam: string; stijl: { kleur?: string | undefined } };

/**
 * Een uitnodiging aan iemand die niet bestaat, zoals de echte wordt gemaakt.
 * @param hoofd het briefhoofd, met elk veld ingevuld.
 * @param blokken wat de gemeente zelf schrijft, ingevuld.
 */
export function proefuitnodiging(hoofd: Briefhoofd, blokken: EigenTekst['blokken']) {
  const { naam, stijl, ...rest } = hoofd;
  const klantmanager = {
    naam: 'Kim de Klerk',
    functie: 'klantmanager',
    telefoon: '0123 45 67 89',
    email: 'kim@gemeente.example',
  };
  const uitkomst = stelUitnodigingSamen({
    bron: {
      wat: 'uitnodiging',
      afspraak: {
        soort: 'voortgangsgesprek',
        datum: '2027-01-20' as Datum,
        tijd: '10:00',
        plaats: 'het gemeentehuis, Voorbeeldplein 1',
        duurMinuten: 60,
        tolkTaal: 'Arabisch',
      },
      gemeente: naam,
      telefoon: klantmanager.telefoon,
      taal: 'nl',
      vind: (sleutel) => nl[sleutel],
      eigen: { blokken, alleenNederlands: '' },
    },
    partijen: {
      gemeente: { naam, stijl: { ...rest, ...(stijl.kleur ? { kleur: stijl.kleur } : {}) } },
      persoon: {
        voornamen: 'Samira',
        geslachtsnaam: 'Voorbeeld',
        geslacht: 'vrouw',
        geboorte: { soort: 'onbekend' },
      },
      adres: {
        straat: 'Voorbeeldstraat',
        huisnummer: '1',
        postcode: '1234 AB',
        plaats: 'Voorbeeld',
      },
      ondertekenaar: klantmanager,
      klantmanager,
    },
    berichtId: 'voorbeeld',
    vandaag: '2027-01-11' as Datum,
    nagekeken: false,
  });
  if ('redenen' in uitkomst) throw new Error('een proefbrief is volledig');
  return {
    sjabloon: 'features/agenda/bericht/uitnodiging.typ',
    titel: uitkomst.gegevens.nederlands.kop,
    gegevens: uitkomst.gegevens as unknown,
  };
}
