import type { Berekening } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, onbekend, vereis } from '../shared/regel.ts';
import { inEuro } from '../shared/tekst.ts';
import { bedragVeld, type Invoer, jaNeeVeld } from '../shared/velden.ts';

/** Regeling inburgering 2021 art. 2.7: kosten van de verklaring van de arts, in eurocenten. */
const KOSTEN = 225_00;

const velden = {
  adviesPositief: jaNeeVeld('De arts adviseert ontheffing te geven'),
  aangepastExamen: jaNeeVeld('De arts adviseert een aangepast examen'),
};

export type OntheffingKostenFeiten = Invoer<typeof velden>;
/** Bedragen in eurocenten; `eigenKosten` is wat er na teruggave overblijft. */
export type OntheffingKosten = { vooraf: number; terug: number; eigenKosten: number };

const TITEL = 'Kosten van de medische verklaring';
const GROND = grondslag('ontheffing-kosten', 'regeling', 'art. 2.7');

/**
 * `ontheffing-kosten`: wat de verklaring van de arts kost, in eurocenten.
 *
 * Regeling inburgering 2021 art. 2.7 (https://wetten.overheid.nl/BWBR0045574/2026-04-18): € 225 vooraf, die
 * terugkomt als de arts ontheffing of een aangepast examen adviseert.
 */
export function ontheffingKosten(
  f: OntheffingKostenFeiten,
  herkomst: Herkomst = {},
): Berekening<OntheffingKosten> {
  const terugbetaald = f.adviesPositief === true || f.aangepastExamen === true;
  const nodig = vereis(velden, f, ['adviesPositief', 'aangepastExamen']);
  if (!terugbetaald && 'ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, GROND);
  const terug = terugbetaald ? KOSTEN : 0;
  return {
    uitkomst: 'bepaald',
    waarde: { vooraf: KOSTEN, terug, eigenKosten: KOSTEN - terug },
    uitleg: () => ({
      titel: TITEL,
      uitkomst: `${inEuro(KOSTEN)} vooraf, ${terugbetaald ? 'komt terug' : 'komt niet terug'}`,
      grondslag: GROND,
      feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
      stappen: [
        {
          titel: 'Betaald min teruggekregen',
          uitkomst: `${inEuro(KOSTEN)} - ${inEuro(terug)} = ${inEuro(KOSTEN - terug)}`,
        },
      ],
      zouWijzigenAls: ['de arts anders adviseert'],
    }),
  };
}

export const ontheffingKostenRegel = maakRegel({
  id: 'ontheffing-kosten',
  titel: 'Kosten van de medische verklaring',
  vraag: 'Wat kost de verklaring van de arts, en komt dat terug?',
  beschrijving:
    'De verklaring van de arts kost € 225. Wie om medische ontheffing vraagt, betaalt dat zelf. Adviseert de arts om ontheffing te geven of het examen aan te passen, dan krijgt hij het terug.',
  rijen: ['J5'],
  artikelen: [GROND],
  versieVolgt: 'De regeling is sinds 2022 gelijk gebleven.',
  velden,
  waarde: {
    vooraf: bedragVeld('Vooraf te betalen'),
    terug: bedragVeld('Terug'),
    eigenKosten: bedragVeld('Blijft voor eigen rekening'),
  },
  voorbeelden: [
    { naam: 'De arts adviseert ontheffing', invoer: { adviesPositief: true } },
    {
      naam: 'Geen ontheffing en geen aangepast examen',
      invoer: { adviesPositief: false, aangepastExamen: false },
    },
    { naam: 'Nog geen advies', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/ontheffing/ontheffing-kosten.ts',
    test: 'rules/ontheffing/ontheffing-kosten.test.ts',
  },
  bepaal: ontheffingKosten,
});
