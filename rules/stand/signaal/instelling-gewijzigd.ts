import type { Lezing } from '../lezing.ts';
import type { Signaal } from '../stand.ts';

/**
 * Een lopend aanbod bij een instelling die DUO niet meer noemt of die een keurmerk verloor. Het college biedt een
 * leerroute aan bij een instelling met keurmerk (Wi2021 art. 16, https://wetten.overheid.nl/BWBR0044770/2025-10-21;
 * Regeling inburgering 2021 art. 8.1, https://wetten.overheid.nl/BWBR0045574/2026-04-18). Wat het verlies voor deze
 * persoon betekent beoordeelt een mens.
 */
export function instellingGewijzigd({ g, klok }: Lezing): Signaal[] {
  const laatste = g.perSleutel('instelling-gewijzigd', (i) => i.instellingsnummer);
  return laatste.flatMap(({ inhoud }) => {
    if (inhoud.wat === 'hersteld') return [];
    const loopt = g
      .perSleutel('aanbod', (a) => a.instellingsnummer ?? a.instelling)
      .some(
        ({ inhoud: a }) =>
          a.instellingsnummer === inhoud.instellingsnummer && !(a.eind && klok.bereikt(a.eind)),
      );
    if (!loopt) return [];
    const wat =
      inhoud.wat === 'verdwenen' ? 'staat niet meer bij DUO' : 'heeft een keurmerk verloren';
    const tekst = `${inhoud.instelling} ${wat}. Bespreek met de school of de lessen nog meetellen en zoek zo nodig een andere.`;
    return [
      { id: `instelling-gewijzigd-${inhoud.instellingsnummer}`, ernst: 'let-op' as const, tekst },
    ];
  });
}
