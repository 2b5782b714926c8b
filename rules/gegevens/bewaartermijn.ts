import type { Berekening, Uitleg } from '../shared/antwoord.ts';
import { type Datum, eerste, plusDagen, plusJaren } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import {
  aangehaaldeFeiten,
  type Herkomst,
  maakRegel,
  onbekend,
  ontbrekendFeit,
  vereis,
} from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { datumVeld, type Invoer, jaNeeVeld, keuzeVeld } from '../shared/velden.ts';

/** Besluit inburgering 2021 art. 9.9 lid 1 onder a en lid 3. */
const JAREN = 5;
/** Besluit inburgering 2021 art. 9.9 lid 2: ten hoogste. */
const JAREN_KERN = 50;

const SOORTEN = ['dossier', 'kerngegevens', 'lening'] as const;

const velden = {
  soort: keuzeVeld('Soort gegevens', SOORTEN, {
    hulp: 'Kerngegevens: BSN, naam, adres, woonplaats, geboortedatum, vrijstelling, ontheffing, dag en wijze van voldoen, een oninbare schuld. Lening: gegevens over een sociale lening.',
  }),
  plichtLoopt: jaNeeVeld('De inburgeringsplicht loopt nog, of liep tot het overlijden'),
  datumEindePlicht: datumVeld('Laatste dag van de inburgeringsplicht'),
  overleden: jaNeeVeld('De persoon is overleden'),
  datumOverlijden: datumVeld('Dag van overlijden'),
  leningLoopt: jaNeeVeld('De lening is nog niet voldaan, kwijtgescholden of vervallen'),
  datumLeningAfgedaan: datumVeld('Dag waarop de lening is voldaan, kwijtgescholden of vervallen'),
};

export type BewaarFeiten = Invoer<typeof velden>;

/** `verwijderen` is de eerste dag waarop de gegevens er niet meer mogen zijn. */
export type Bewaren = { laatsteDag: Datum; verwijderen: Datum };

const TITEL = 'Hoe lang gegevens worden bewaard';
const GROND = grondslag('bewaartermijn', 'besluit', 'art. 9.9');
const LID = {
  dossier: grondslag('bewaartermijn', 'besluit', 'art. 9.9 lid 1 onder a'),
  kerngegevens: grondslag('bewaartermijn', 'besluit', 'art. 9.9 lid 2', {
    zekerheid: 'afgeleid',
    toelichting:
      'Het besluit zegt ‘ten hoogste vijftig jaar’ zonder begin; wij tellen, als bij de vijf jaar, vanaf het einde van de plicht.',
  }),
  lening: grondslag('bewaartermijn', 'besluit', 'art. 9.9 lid 3'),
};
const DOOD = grondslag('bewaartermijn', 'besluit', 'art. 9.9 lid 1 onder b', {
  zekerheid: 'afgeleid',
  toelichting:
    'De langere termijnen van lid 2 en 3 wijken alleen af van de vijf jaar; bij overlijden geldt lid 1 onder b.',
});

type Begin = {
  veld: 'datumEindePlicht' | 'datumLeningAfgedaan';
  loopt: 'plichtLoopt' | 'leningLoopt';
};
const PLICHT: Begin = { veld: 'datumEindePlicht', loopt: 'plichtLoopt' };
const LENING: Begin = { veld: 'datumLeningAfgedaan', loopt: 'leningLoopt' };

/**
 * `bewaartermijn`: tot en met welke dag persoonsgegevens ten hoogste worden bewaard.
 *
 * Besluit inburgering 2021 art. 9.9 (https://wetten.overheid.nl/BWBR0045555/2026-04-02): vijf jaar na het einde
 * van de plicht, of bij overlijden; kerngegevens ten hoogste vijftig jaar; gegevens over een lening vijf jaar
 * na afdoening. Niet langer dan nodig blijft altijd gelden, en een selectielijst kan eisen toevoegen.
 */
export function bewaartermijn(f: BewaarFeiten, herkomst: Herkomst = {}): Berekening<Bewaren> {
  const verklaar = (uitkomst: string, stappen: Uitleg[]): Uitleg => ({
    titel: TITEL,
    uitkomst,
    grondslag: GROND,
    feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen,
    zouWijzigenAls: ['de persoon overlijdt', 'de gegevens eerder niet meer nodig zijn'],
  });
  const nodig = vereis(velden, f, ['soort']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, GROND);
  const { soort } = nodig.f;
  const begin = soort === 'lening' ? LENING : PLICHT;
  const dood = f.datumOverlijden;
  const vanaf = f[begin.veld];
  const mist = nogNodig(f, begin);
  if (mist.length > 0) {
    return onbekend(
      TITEL,
      mist.map((naam) => ontbrekendFeit(velden, naam)),
      GROND,
    );
  }
  const gewoon = vanaf && plusJaren(vanaf, soort === 'kerngegevens' ? JAREN_KERN : JAREN);
  if (!gewoon && !dood) {
    const zin = soort === 'lening' ? 'de lening loopt nog' : 'de plicht loopt nog';
    return {
      uitkomst: 'niet-van-toepassing',
      uitleg: () => verklaar(`${zin}; bewaar niet langer dan nodig`, []),
    };
  }
  const laatsteDag = gewoon && dood ? eerste(gewoon, dood) : ((gewoon ?? dood) as Datum);
  return {
    uitkomst: 'bepaald',
    waarde: { laatsteDag, verwijderen: plusDagen(laatsteDag, 1) },
    uitleg: () =>
      verklaar(`ten hoogste tot en met ${inWoorden(laatsteDag)}`, [
        ...(gewoon
          ? [{ titel: WAT[soort], uitkomst: inWoorden(gewoon), grondslag: LID[soort] }]
          : []),
        ...(dood ? [{ titel: 'Bij overlijden', uitkomst: inWoorden(dood), grondslag: DOOD }] : []),
      ]),
  };
}

/** Ook na overlijden telt de gewone termijn: die kan al eerder voorbij zijn. */
function nogNodig(f: BewaarFeiten, { veld, loopt }: Begin): (keyof typeof velden)[] {
  const mist: (keyof typeof velden)[] = [];
  if (!f.datumOverlijden && f.overleden !== false) {
    mist.push(f.overleden ? 'datumOverlijden' : 'overleden');
  }
  if (!f[veld] && !f[loopt]) mist.push(f[loopt] === undefined ? loopt : veld);
  return mist;
}

const WAT: Record<(typeof SOORTEN)[number], string> = {
  dossier: `${JAREN} jaar na het einde van de plicht`,
  kerngegevens: `Ten hoogste ${JAREN_KERN} jaar na het einde van de plicht`,
  lening: `${JAREN} jaar na afdoening van de lening`,
};

const EINDE = { datumEindePlicht: '2026-05-31', overleden: false };

export const bewaartermijnRegel = maakRegel({
  id: 'bewaartermijn',
  titel: 'Bewaartermijn',
  vraag: 'Tot wanneer mogen deze gegevens worden bewaard?',
  beschrijving:
    'Persoonsgegevens worden niet langer bewaard dan nodig, en verwijderd vijf jaar na het einde van de inburgeringsplicht of als de persoon is overleden. Een klein aantal kerngegevens mag ten hoogste vijftig jaar blijven. Gegevens over een lening gaan weg vijf jaar nadat die is afgedaan.\n\nEen selectielijst voor gemeenten kan hier eisen aan toevoegen; die staan niet in deze regel.',
  rijen: ['M12'],
  artikelen: [GROND, LID.dossier, LID.kerngegevens, LID.lening],
  versieVolgt: 'De laatste dag van de plicht; er is één versie.',
  velden,
  waarde: {
    laatsteDag: datumVeld('Laatste dag van bewaren'),
    verwijderen: datumVeld('Eerste dag waarop de gegevens weg zijn'),
  },
  voorbeelden: [
    { naam: 'Dossier, plicht voorbij', invoer: { soort: 'dossier', ...EINDE } },
    { naam: 'Kerngegevens', invoer: { soort: 'kerngegevens', ...EINDE } },
    {
      naam: 'Overleden',
      invoer: {
        soort: 'kerngegevens',
        datumEindePlicht: '2026-05-31',
        datumOverlijden: '2027-01-10',
      },
    },
    {
      naam: 'De plicht loopt nog',
      invoer: { soort: 'dossier', plichtLoopt: true, overleden: false },
    },
    { naam: 'Nog niets bekend', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/gegevens/bewaartermijn.ts',
    test: 'rules/gegevens/bewaartermijn.test.ts',
  },
  bepaal: bewaartermijn,
});
