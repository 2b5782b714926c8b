import type { OntbrekendFeit, Oordeel, Reden } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { type Invoer, jaNeeVeld } from '../shared/velden.ts';
import { tekort, telUren, urenStap, urenVelden } from './getelde-uren.ts';

/** Besluit inburgering 2021 art. 3.1 lid 3. */
export const PVT_UREN = 12;

const velden = {
  ...urenVelden('PVT'),
  activiteitOfExcursie: jaNeeVeld(
    'Deelgenomen aan een activiteit of excursie over een kernwaarde',
    'Ten minste één, waarin een Nederlandse kernwaarde in de praktijk te zien is.',
  ),
  aanwezigBijOndertekening: jaNeeVeld('Aanwezig bij de bijeenkomst waarop wordt ondertekend'),
  verklaringOndertekend: jaNeeVeld('De participatieverklaring is daar ondertekend'),
};

export type PvtFeiten = Invoer<typeof velden>;

const GROND = grondslag('pvt-afronding', 'besluit', 'art. 3.1');
const WET = grondslag('pvt-afronding', 'wet', 'art. 6');

const VOORWAARDEN = [
  ['activiteitOfExcursie', 'Er is nog niet deelgenomen aan een activiteit of excursie.'],
  ['aanwezigBijOndertekening', 'De persoon was niet bij de bijeenkomst voor de ondertekening.'],
  ['verklaringOndertekend', 'De participatieverklaring is niet ondertekend.'],
] as const;

/**
 * `pvt-afronding`: of het participatieverklaringstraject af is.
 *
 * Besluit inburgering 2021 art. 3.1 (https://wetten.overheid.nl/BWBR0045555/2026-04-02): ten minste twaalf uur,
 * ten minste één activiteit of excursie, aanwezig bij de bijeenkomst en daar getekend. Oudere
 * stukken noemen negen uur; in deze wet is het twaalf.
 * @returns alle redenen waarom het nog niet af is
 */
export function pvtAfronding(f: PvtFeiten, herkomst: Herkomst = {}): Oordeel {
  const { zeker, hoogst, ontbreekt } = telUren(velden, f);
  const redenen: Reden[] = [];
  const open: OntbrekendFeit[] = [];
  if (hoogst < PVT_UREN) {
    const tekst = `${tekort(PVT_UREN, hoogst)} PVT te volgen.`;
    redenen.push({ code: 'pvt-uren', tekst, veld: 'uren', grondslag: GROND });
  } else if (zeker < PVT_UREN) open.push(...ontbreekt);
  for (const [veld, tekst] of VOORWAARDEN) {
    if (f[veld] === undefined) open.push(ontbrekendFeit(velden, veld));
    if (f[veld] === false) redenen.push({ code: `pvt-${veld}`, tekst, veld, grondslag: GROND });
  }
  return oordeel({
    titel: 'Participatieverklaringstraject afgerond',
    grondslag: GROND,
    redenen,
    ontbreekt: open,
    goed: 'ja, het PVT is af',
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen: () => [urenStap('Uren die tellen', zeker, PVT_UREN)],
    zouWijzigenAls: ['er uren bij komen', 'de verklaring alsnog op een bijeenkomst wordt getekend'],
  });
}

const AF = {
  uren: 12,
  urenInIntake: 0,
  activiteitOfExcursie: true,
  aanwezigBijOndertekening: true,
  verklaringOndertekend: true,
};

export const pvtAfrondingRegel = maakRegel({
  id: 'pvt-afronding',
  titel: 'Participatieverklaringstraject (PVT)',
  vraag: 'Is het PVT af?',
  beschrijving:
    'De gemeente biedt iedereen die inburgeringsplichtig is het PVT aan, gratis en in elke leerroute. Het duurt ten minste twaalf uur, met ten minste één activiteit of excursie over een Nederlandse kernwaarde. Het is af als de persoon bij de bijeenkomst was en daar de participatieverklaring tekende.\n\nUren uit de brede intake tellen alleen mee als het PIP dat zegt. De gemeente houdt de aanwezigheid zelf bij; DUO krijgt alleen de datum van ondertekening.',
  rijen: ['F1', 'F2', 'F3', 'F8'],
  artikelen: [GROND, WET],
  versieVolgt: 'Er is één versie; de norm is sinds 2022 niet veranderd.',
  velden,
  voorbeelden: [
    { naam: 'Twaalf uur, geweest en getekend', invoer: AF },
    { naam: 'Een half uur te weinig', invoer: { ...AF, uren: 11.5 } },
    { naam: 'Niet getekend', invoer: { ...AF, verklaringOndertekend: false } },
    {
      naam: 'Vier uur in de intake die volgens het PIP tellen',
      invoer: { ...AF, uren: 8, urenInIntake: 4, intakeUrenTellenMee: true },
    },
    { naam: 'Nog niets bekend', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/pvt/pvt-afronding.ts',
    test: 'rules/pvt/pvt-afronding.test.ts',
  },
  bepaal: pvtAfronding,
});
