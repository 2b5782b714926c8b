import type { Oordeel, Reden } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { datumVeld, type Invoer, jaNeeVeld } from '../shared/velden.ts';

const velden = {
  ontvangtBijstand: jaNeeVeld('De persoon ontvangt bijstand van deze gemeente'),
  verordeningRegeltVerrekening: jaNeeVeld(
    'Een verordening van de raad regelt het verrekenen',
    'Een beleidsregel of een afspraak is niet genoeg.',
  ),
  laatsteDagBetalen: datumVeld(
    'Laatste dag om de boete te betalen',
    'De uitkomst van de regel boete-termijnen.',
  ),
  datumVerrekening: datumVeld('Dag waarop de gemeente wil verrekenen'),
  beslagvrijeVoetBlijftOver: jaNeeVeld('Na het verrekenen blijft de beslagvrije voet over'),
};

export type VerrekeningBijstandFeiten = Invoer<typeof velden>;
type Naam = keyof VerrekeningBijstandFeiten & string;

const TITEL = 'Een boete verrekenen met de bijstand';
const GROND = grondslag('verrekening-bijstand', 'awb', 'art. 4:93', {
  zekerheid: 'onbevestigd',
  toelichting:
    'De tekst van de Awb is niet nagelezen. Dat een verordening nodig is, staat in de uitleg van Divosa bij de modelverordening.',
});

/**
 * `verrekening-bijstand`: of de gemeente een openstaande boete van de bijstand mag aftrekken.
 *
 * Algemene wet bestuursrecht art. 4:93 (https://wetten.overheid.nl/BWBR0005537/2022-01-01), niet nagelezen:
 * alleen als een wettelijk voorschrift het regelt, hier een verordening van de raad, en niet onder de
 * beslagvrije voet.
 */
export function verrekeningBijstand(
  f: VerrekeningBijstandFeiten,
  herkomst: Herkomst = {},
): Oordeel {
  const namen = Object.keys(velden) as Naam[];
  return oordeel({
    titel: TITEL,
    grondslag: GROND,
    redenen: redenenTegen(f),
    ontbreekt: namen.filter((n) => f[n] === undefined).map((n) => ontbrekendFeit(velden, n)),
    goed: 'verrekenen mag',
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen: () => [],
    zouWijzigenAls: ['de raad een verordening vaststelt of intrekt', 'de bijstand eindigt'],
  });
}

function redenenTegen(f: VerrekeningBijstandFeiten): Reden[] {
  const redenen: Reden[] = [];
  const tegen = (veld: Naam, tekst: string) =>
    redenen.push({ code: `verrekening-${veld}`, tekst, veld, grondslag: GROND });
  if (f.ontvangtBijstand === false) {
    tegen('ontvangtBijstand', 'Er is geen bijstand om mee te verrekenen.');
  }
  if (f.verordeningRegeltVerrekening === false) {
    tegen('verordeningRegeltVerrekening', 'Geen verordening van de raad regelt het verrekenen.');
  }
  const { laatsteDagBetalen: laatste, datumVerrekening: dag } = f;
  if (laatste && dag && dag <= laatste) {
    tegen('datumVerrekening', `De persoon kan nog betalen tot en met ${inWoorden(laatste)}.`);
  }
  if (f.beslagvrijeVoetBlijftOver === false) {
    tegen('beslagvrijeVoetBlijftOver', 'Er blijft minder over dan de beslagvrije voet.');
  }
  return redenen;
}

const ONBEKEND = {
  ontvangtBijstand: true,
  verordeningRegeltVerrekening: true,
  laatsteDagBetalen: '2025-04-21',
  datumVerrekening: '2025-05-01',
};
const MAG = { ...ONBEKEND, beslagvrijeVoetBlijftOver: true };

export const verrekeningBijstandRegel = maakRegel({
  id: 'verrekening-bijstand',
  titel: 'Boete verrekenen met de bijstand',
  vraag: 'Mag de gemeente een openstaande boete van de bijstand aftrekken?',
  beschrijving:
    'Aftrekken van de bijstand mag niet zomaar. De raad moet het in een verordening hebben geregeld. De persoon moet eerst de tijd hebben gehad om zelf te betalen, en wat overblijft mag niet onder de beslagvrije voet komen.\n\nDe tekst van de Algemene wet bestuursrecht is hiervoor nog niet nagelezen.',
  rijen: ['I18'],
  artikelen: [GROND],
  versieVolgt: 'De dag waarop de gemeente wil verrekenen.',
  velden,
  voorbeelden: [
    { naam: 'De verordening regelt het', invoer: MAG },
    { naam: 'Geen verordening', invoer: { ...MAG, verordeningRegeltVerrekening: false } },
    {
      naam: 'Nog niet bekend of er genoeg overblijft',
      invoer: ONBEKEND,
    },
  ],
  vindplaats: {
    bestand: 'rules/boete-grenzen/verrekening-bijstand.ts',
    test: 'rules/boete-grenzen/verrekening-bijstand.test.ts',
  },
  bepaal: verrekeningBijstand,
});
