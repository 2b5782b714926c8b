import type { Grondslag } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';

export type Leefgebied =
  | 'leren-en-taal'
  | 'werk'
  | 'gezin-en-wonen'
  | 'gezondheid'
  | 'zelfredzaamheid'
  | 'meedoen';

export const LEEFGEBIEDEN: Record<Leefgebied, string> = {
  'leren-en-taal': 'Leren en taal',
  werk: 'Werk',
  'gezin-en-wonen': 'Gezin en wonen',
  gezondheid: 'Gezondheid',
  zelfredzaamheid: 'Zelfredzaamheid en geld',
  meedoen: 'Meedoen en netwerk',
};

export type OnderdeelId =
  | 'leerbaarheidstoets'
  | 'taalniveau'
  | 'opleiding'
  | 'werkervaring'
  | 'arbeidsparticipatie'
  | 'persoonlijke-omstandigheden'
  | 'vve'
  | 'gezondheid'
  | 'zelfredzaamheid'
  | 'privegesprek'
  | 'verslag'
  | 'motivatie'
  | 'werknemersvaardigheden'
  | 'praktische-competenties'
  | 'digitale-vaardigheden'
  | 'sociaal-netwerk';

/**
 * Waarmee het onderdeel vervuld wordt: met antwoorden (`antwoord`), of met een eigen feit omdat de
 * inhoud ergens anders vandaan komt of apart wordt bewaard.
 */
export type OnderdeelVorm = 'antwoord' | 'leerbaarheidstoets' | 'gezondheid' | 'privegesprek';

export type IntakeOnderdeel = {
  id: OnderdeelId;
  naam: string;
  leefgebied: Leefgebied;
  vorm: OnderdeelVorm;
  /** `wet`: zonder dit is de intake niet af. `onderwerp`: door gemeenten gevraagd, lokaal te verplichten. */
  eis: 'wet' | 'onderwerp';
  /** Waarvoor het gegeven volgens de wet dient. */
  doel: string;
  grondslag: Grondslag;
};

const W14 = grondslag('intake-volledig', 'wet', 'art. 14 lid 3', {
  toelichting:
    'De nummering van de leden kan per versie één verschillen; de wijziging van 21 oktober 2025 is niet nagelezen.',
});
const W15_VVE = grondslag('intake-volledig', 'wet', 'art. 14 lid 3 en art. 15 lid 2');
const B52 = grondslag('intake-volledig', 'besluit', 'art. 5.2');
const PIP = grondslag('intake-volledig', 'wet', 'art. 15', {
  zekerheid: 'afgeleid',
  toelichting: 'Geen eis van de wet; nodig om het PIP op de persoon af te stemmen.',
});

function wettelijk(
  id: OnderdeelId,
  naam: string,
  leefgebied: Leefgebied,
  doel: string,
  g: Grondslag,
  vorm: OnderdeelVorm = 'antwoord',
): IntakeOnderdeel {
  return { id, naam, leefgebied, vorm, eis: 'wet', doel, grondslag: g };
}

function onderwerp(
  id: OnderdeelId,
  naam: string,
  leefgebied: Leefgebied,
  doel: string,
): IntakeOnderdeel {
  return { id, naam, leefgebied, vorm: 'antwoord', eis: 'onderwerp', doel, grondslag: PIP };
}

/**
 * De onderdelen van de brede intake, in de volgorde van het gesprek.
 * Wi2021 art. 14 lid 3 (https://wetten.overheid.nl/BWBR0044770/2025-10-21) en Besluit inburgering 2021
 * art. 5.2 (https://wetten.overheid.nl/BWBR0045555/2026-04-02); daarna de onderwerpen die gemeenten
 * zelf in de intake bespreken.
 */
export const INTAKE_ONDERDELEN: readonly IntakeOnderdeel[] = [
  wettelijk(
    'privegesprek',
    'Gesprek zonder partner of familie',
    'gezin-en-wonen',
    'recht op een gesprek alleen',
    B52,
    'privegesprek',
  ),
  wettelijk(
    'opleiding',
    'Opleiding in het land van herkomst',
    'leren-en-taal',
    'leerroute en niveau kiezen',
    W14,
  ),
  wettelijk('taalniveau', 'Taalniveau', 'leren-en-taal', 'leerroute en niveau kiezen', B52),
  wettelijk(
    'leerbaarheidstoets',
    'Leerbaarheidstoets',
    'leren-en-taal',
    'inschatten of de B1-route haalbaar is',
    W14,
    'leerbaarheidstoets',
  ),
  onderwerp('motivatie', 'Motivatie en interesses', 'leren-en-taal', 'doelen van de persoon'),
  wettelijk(
    'werkervaring',
    'Werkervaring en vrijwilligerswerk',
    'werk',
    'participatie en MAP invullen',
    W14,
  ),
  wettelijk(
    'arbeidsparticipatie',
    'Mogelijkheden om te werken',
    'werk',
    'participatie en MAP invullen',
    B52,
  ),
  onderwerp('werknemersvaardigheden', 'Werknemersvaardigheden', 'werk', 'MAP en begeleiding'),
  onderwerp('praktische-competenties', 'Praktische competenties', 'werk', 'passend werk vinden'),
  wettelijk(
    'persoonlijke-omstandigheden',
    'Gezin en persoonlijke omstandigheden',
    'gezin-en-wonen',
    'haalbare intensiteit en begeleiding',
    W14,
  ),
  wettelijk(
    'vve',
    'Voor- en vroegschoolse educatie',
    'gezin-en-wonen',
    'afspraken over een jong kind in het PIP',
    W15_VVE,
  ),
  wettelijk(
    'gezondheid',
    'Lichamelijke en mentale gezondheid',
    'gezondheid',
    'alleen het gevolg voor intensiteit en begeleiding',
    W14,
    'gezondheid',
  ),
  wettelijk(
    'zelfredzaamheid',
    'Zelfredzaamheid en geld',
    'zelfredzaamheid',
    'begeleiding en ontzorgen afstemmen',
    B52,
  ),
  onderwerp(
    'digitale-vaardigheden',
    'Digitale vaardigheden',
    'zelfredzaamheid',
    'vorm van lessen en brieven',
  ),
  onderwerp('sociaal-netwerk', 'Sociaal netwerk', 'meedoen', 'wie kan helpen bij meedoen'),
  wettelijk('verslag', 'Schriftelijk verslag', 'meedoen', 'uitkomst op schrift', B52),
];
