import { describe, expect, it } from 'vitest';
import { pipMet } from '../../../rules/stand/proefdossier.ts';
import { laagEenVan, raaktLaagEen } from '../laag.schema.ts';

const vast = laagEenVan({
  ...pipMet('B'),
  niveau: 'B1',
  intensiteitUren: 800,
  intensiteitUrenPerWeek: 12,
});
const raakt = (tekst: string) => raaktLaagEen(tekst, vast).map((r) => r.onderdeel);

describe('wat de beschikking verandert', () => {
  it.each([
    ['Voortaan naar de onderwijsroute', 'leerroute'],
    ['Z-route proberen', 'leerroute'],
    ['Wisselen naar een andere leerroute', 'leerroute'],
    ['Afschalen naar A2', 'niveau'],
    ['Examen doen op niveau A2', 'niveau'],
    ['16 uur per week taalles', 'lesuren'],
    ['Lessen: 8 uur per week', 'lesuren'],
    ['Minder taallessen volgen', 'lesuren'],
    ['Stoppen met de lessen', 'lesuren'],
    ['PVT van 20 uur', 'PVT'],
    ['Niet meer naar de MAP', 'MAP'],
    ['MAP: 60 uur bij de bakker', 'MAP'],
    ['Elke maand, dus 12 voortgangsgesprekken', 'voortgangsgesprekken'],
    ['Geen VVE meer voor Yonas', 'VVE'],
  ])('%s → %s', (tekst, onderdeel) => {
    expect(raakt(tekst)).toEqual([onderdeel]);
  });

  it.each([
    'Oefenen met de buurvrouw, 2 uur per week',
    'Naar de B1-route blijven gaan',
    'Niveau B1 halen',
    '12 uur per week taalles',
    'De map met brieven ordenen, 1 uur per week',
    'Lezen met het taalmaatje',
    'Meer lezen thuis',
    'Les in fietsen aanvragen bij het buurthuis',
    'PVT van 12 uur afmaken',
    '8 voortgangsgesprekken voeren',
    'Aanmelden bij de peuterspeelzaal',
    '3 uur vrijwilligerswerk',
  ])('%s mag', (tekst) => {
    expect(raakt(tekst)).toEqual([]);
  });

  it('zonder PIP verandert niets de beschikking', () => {
    expect(raaktLaagEen('Naar de onderwijsroute, 20 uur taalles', null)).toEqual([]);
  });

  it('noemt alles wat geraakt wordt', () => {
    expect(raakt('Naar de Z-route met 10 uur taalles en PVT 20 uur')).toEqual([
      'leerroute',
      'lesuren',
      'PVT',
    ]);
  });
});
