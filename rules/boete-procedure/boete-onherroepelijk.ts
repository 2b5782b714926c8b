import type { OntbrekendFeit, Oordeel, Reden } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { datumVeld, type Invoer, jaNeeVeld } from '../shared/velden.ts';

const ID = 'boete-onherroepelijk';

const velden = {
  peildatum: datumVeld('Dag waarop wordt gekeken'),
  laatsteDagBezwaar: datumVeld(
    'Laatste dag om bezwaar te maken',
    'De uitkomst van de regel over de bezwaartermijn.',
  ),
  bezwaarGemaakt: jaNeeVeld('Er is bezwaar gemaakt'),
  bezwaarBeslist: jaNeeVeld('Op het bezwaar is beslist'),
  laatsteDagBeroep: datumVeld('Laatste dag om in beroep te gaan'),
  beroepIngesteld: jaNeeVeld('Er is beroep ingesteld'),
  beroepBeslist: jaNeeVeld('De rechter heeft op het beroep beslist'),
  laatsteDagHogerBeroep: datumVeld('Laatste dag om in hoger beroep te gaan'),
  hogerBeroepIngesteld: jaNeeVeld('Er is hoger beroep ingesteld'),
  hogerBeroepBeslist: jaNeeVeld('Op het hoger beroep is beslist'),
};

export type BoeteOnherroepelijkFeiten = Invoer<typeof velden>;
type Naam = keyof BoeteOnherroepelijkFeiten & string;

/** De rondes op volgorde: tot wanneer zij open staat, of zij is begonnen en of zij klaar is. */
const RONDES = [
  {
    woord: 'bezwaar',
    laatsteDag: 'laatsteDagBezwaar',
    begonnen: 'bezwaarGemaakt',
    beslist: 'bezwaarBeslist',
  },
  {
    woord: 'beroep',
    laatsteDag: 'laatsteDagBeroep',
    begonnen: 'beroepIngesteld',
    beslist: 'beroepBeslist',
  },
  {
    woord: 'hoger beroep',
    laatsteDag: 'laatsteDagHogerBeroep',
    begonnen: 'hogerBeroepIngesteld',
    beslist: 'hogerBeroepBeslist',
  },
] as const;

const TITEL = 'Onherroepelijk';
const GROND = grondslag(ID, 'besluit', 'art. 7.1 lid 3', {
  zekerheid: 'afgeleid',
  toelichting:
    'Het besluit zegt niet wat onherroepelijk is. Wij lezen: er staat geen bezwaar, beroep of hoger beroep meer open of op te beslissen.',
});
const TERMIJN = grondslag(ID, 'awb', 'art. 6:7 en 6:8');

type Stand = { redenen: Reden[]; ontbreekt: Naam[] };
const KLAAR: Stand = { redenen: [], ontbreekt: [] };

/**
 * `boete-onherroepelijk`: of een boete op een dag onherroepelijk is, zodat zij meetelt bij herhaling.
 *
 * Besluit inburgering 2021 art. 7.1 lid 3 (https://wetten.overheid.nl/BWBR0045555/2026-04-02) en Algemene wet
 * bestuursrecht art. 6:7 en 6:8 (https://wetten.overheid.nl/BWBR0005537/2022-01-01). De laatste dag van een
 * termijn hoort nog bij de termijn.
 */
export function boeteOnherroepelijk(
  f: BoeteOnherroepelijkFeiten,
  herkomst: Herkomst = {},
): Oordeel {
  const stand = bekijk(f);
  const namen: Naam[] = [...(f.peildatum ? [] : (['peildatum'] as const)), ...stand.ontbreekt];
  return oordeel({
    titel: TITEL,
    grondslag: GROND,
    redenen: stand.redenen,
    ontbreekt: namen.map((naam): OntbrekendFeit => ontbrekendFeit(velden, naam)),
    goed: 'de boete is onherroepelijk',
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen: () => [{ titel: 'Bezwaar en beroep: elk zes weken', grondslag: TERMIJN }],
    zouWijzigenAls: [
      'er nog bezwaar of beroep komt dat wordt toegelaten',
      'een termijn voorbijgaat',
    ],
  });
}

function bekijk(f: BoeteOnherroepelijkFeiten): Stand {
  for (const ronde of RONDES) {
    const begonnen = f[ronde.begonnen];
    if (begonnen === undefined) return { redenen: [], ontbreekt: [ronde.begonnen] };
    if (!begonnen) return nietBegonnen(f, ronde);
    const beslist = f[ronde.beslist];
    if (beslist === undefined) return { redenen: [], ontbreekt: [ronde.beslist] };
    if (!beslist) {
      const tekst = `Over het ${ronde.woord} is nog niet beslist.`;
      return { redenen: [reden('loopt', tekst, ronde.beslist)], ontbreekt: [] };
    }
  }
  return KLAAR;
}

function nietBegonnen(f: BoeteOnherroepelijkFeiten, ronde: (typeof RONDES)[number]): Stand {
  const laatste = f[ronde.laatsteDag];
  if (!laatste) return { redenen: [], ontbreekt: [ronde.laatsteDag] };
  if (!f.peildatum || f.peildatum > laatste) return KLAAR;
  const tekst = `Er kan nog ${ronde.woord} komen, tot en met ${inWoorden(laatste)}.`;
  return { redenen: [reden('open', tekst, ronde.laatsteDag)], ontbreekt: [] };
}

const reden = (code: string, tekst: string, veld: Naam): Reden => ({
  code: `${ID}-${code}`,
  tekst,
  veld,
  grondslag: GROND,
});

export const boeteOnherroepelijkRegel = maakRegel({
  id: ID,
  titel: 'Wanneer een boete onherroepelijk is',
  vraag: 'Is deze boete onherroepelijk?',
  beschrijving:
    'Een eerdere boete telt pas mee als herhaling als er niets meer tegen te doen is. Dat is zo als niemand bezwaar maakte en de laatste dag daarvoor voorbij is, of als op bezwaar, beroep en hoger beroep is beslist en de volgende stap niet is gezet.\n\nLoopt er nog een bezwaar of beroep, of kan dat nog komen, dan is de boete niet onherroepelijk. De laatste dagen zijn feiten; de regel over de bezwaartermijn rekent ze uit.',
  rijen: ['I4'],
  artikelen: [GROND, TERMIJN],
  versieVolgt: 'De dag waarop wordt gekeken.',
  velden,
  voorbeelden: [
    {
      naam: 'Geen bezwaar, de termijn is voorbij',
      invoer: {
        peildatum: '2025-06-24',
        bezwaarGemaakt: false,
        laatsteDagBezwaar: '2025-06-23',
      },
    },
    {
      naam: 'Op de laatste dag om bezwaar te maken',
      invoer: {
        peildatum: '2025-06-23',
        bezwaarGemaakt: false,
        laatsteDagBezwaar: '2025-06-23',
      },
    },
    {
      naam: 'Nog in bezwaar',
      invoer: { peildatum: '2025-09-01', bezwaarGemaakt: true, bezwaarBeslist: false },
    },
    { naam: 'Onbekend of er bezwaar is', invoer: { peildatum: '2025-09-01' } },
  ],
  vindplaats: {
    bestand: 'rules/boete-procedure/boete-onherroepelijk.ts',
    test: 'rules/boete-procedure/boete-onherroepelijk.test.ts',
  },
  bepaal: boeteOnherroepelijk,
});
