import { datumVeld, type Invoer, jaNeeVeld, keuzeVeld } from '../shared/velden.ts';

/** Wat er in een melding van PVT, MAP of Z-route staat, en wat DUO al weet. */
export const resultaatVelden = {
  onderdeel: keuzeVeld('Onderdeel', ['PVT', 'MAP', 'Z-route']),
  datumInMelding: jaNeeVeld(
    'De melding bevat een datum',
    'Een melding vervangt alles wat er stond: zonder datum wordt een eerdere datum ingetrokken.',
  ),
  datumResultaat: datumVeld(
    'Datum van het resultaat',
    'datumOndertekeningPvt, datumEindgesprekMap of datumAfrondingZroute.',
  ),
  verwijtbaar: keuzeVeld('Verwijtbaar in de melding', ['Ja', 'Nee', 'weggelaten'], {
    hulp: 'Alleen bij PVT en MAP.',
    wegen: [
      'waardoor het onderdeel niet op tijd af was',
      'of de persoon daar iets aan kon doen, ook gelet op ziekte, zorg en werk',
      'of de gemeente het onderdeel op tijd heeft aangeboden',
    ],
  }),
  startdatum: datumVeld('Eerste dag van de inburgeringstermijn bij DUO'),
  einddatum: datumVeld('Einddatum van de inburgeringstermijn bij DUO', 'De eerste dag erna.'),
  datumMelding: datumVeld('Dag van de melding'),
  huidigPipVanGemeente: jaNeeVeld('Het geldende PIP is van deze gemeente'),
  eerderGemeldDoor: keuzeVeld('Wie dit onderdeel eerder meldde', [
    'niemand',
    'deze gemeente',
    'een andere gemeente',
  ]),
  plichtVoldaanViaZroute: jaNeeVeld('De plicht is al voldaan met de Z-route'),
  zrouteAfgerondBijDuo: jaNeeVeld('Bij DUO staat een datum van afronding van de Z-route'),
  datumAfrondingZroute: datumVeld('Datum van afronding van de Z-route bij DUO'),
};

export type ResultaatVelden = typeof resultaatVelden;
export type ResultaatFeiten = Invoer<ResultaatVelden>;

/** Of de melding een datum bevat; leeg als dat niet bekend is. */
export const metDatum = (f: ResultaatFeiten): boolean | undefined =>
  f.datumResultaat === undefined ? f.datumInMelding : true;
