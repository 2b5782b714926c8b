import type { OntbrekendFeit, Oordeel, Reden } from '../shared/antwoord.ts';
import { datum } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { datumVeld, type Invoer, jaNeeVeld, keuzeVeld, lijstVeld } from '../shared/velden.ts';

type Eis = 'inNederlands' | 'voldoendeNederlands' | 'opB1';
type Lijst = readonly { soort: string; eisen?: readonly Eis[]; vanaf?: string }[];

/** Alle leerwegen van het vmbo tellen sinds 2023; welke in 2022 telden is hier niet gelezen. */
const VMBO_VANAF = '2023-01-01';

/** Regeling inburgering 2021 art. 2.1: wat vrijstelt, met wat het diploma moet laten zien. */
const DIPLOMAS = [
  { soort: 'inburgeringsdiploma' },
  { soort: 'inburgeringsdiploma oude wet', eisen: ['opB1'] },
  { soort: 'wo', eisen: ['inNederlands'] },
  { soort: 'hbo', eisen: ['inNederlands'] },
  { soort: 'vwo', eisen: ['inNederlands'] },
  { soort: 'havo', eisen: ['inNederlands'] },
  { soort: 'vmbo', eisen: ['inNederlands'], vanaf: VMBO_VANAF },
  { soort: 'mbo niveau 2 of hoger', eisen: ['inNederlands'] },
  { soort: 'Aruba, Curaçao of Sint Maarten', eisen: ['inNederlands', 'voldoendeNederlands'] },
  { soort: 'Suriname', eisen: ['inNederlands', 'voldoendeNederlands'] },
  { soort: 'België', eisen: ['inNederlands', 'voldoendeNederlands'] },
  { soort: 'Bonaire, Sint Eustatius of Saba' },
  { soort: 'internationale of Europese school', eisen: ['voldoendeNederlands', 'opB1'] },
] as const satisfies Lijst;

const SOORTEN = [...DIPLOMAS.map((d) => d.soort), 'ander'] as const;

const TEKST: Record<Eis, string> = {
  inNederlands: 'alleen als het onderwijs in het Nederlands was',
  voldoendeNederlands: 'alleen met een voldoende voor Nederlands',
  opB1: 'alleen met Nederlands op niveau B1',
};

const diplomaVelden = {
  soort: keuzeVeld('Diploma', SOORTEN),
  inNederlands: jaNeeVeld('Het onderwijs was in het Nederlands'),
  voldoendeNederlands: jaNeeVeld('Met een voldoende voor Nederlands'),
  opB1: jaNeeVeld('Nederlands op niveau B1', 'Bij een oud inburgeringsdiploma: alle onderdelen.'),
};

export const diplomasVelden = {
  diplomas: lijstVeld('Diploma’s', diplomaVelden, 'Geen enkel: een lege lijst.'),
  peildatum: datumVeld('Dag waarop wordt gekeken'),
};

export type DiplomaFeiten = Invoer<typeof diplomasVelden>;
type Diploma = NonNullable<DiplomaFeiten['diplomas']>[number];

const TITEL = 'Diploma dat vrijstelt';
const LIJST = grondslag('vrijstelling-diploma', 'regeling', 'art. 2.1', {
  zekerheid: 'afgeleid',
  toelichting: 'De lijst is in hoofdlijnen overgenomen; DUO beoordeelt het diploma.',
});
const VMBO = grondslag('vrijstelling-diploma', 'regeling', 'art. 2.1', {
  geldigVanaf: datum(VMBO_VANAF),
});
const WET = grondslag('vrijstelling-diploma', 'wet', 'art. 4 lid 1 onder b');

/**
 * `vrijstelling-diploma`: of iemand een diploma heeft dat van de plicht vrijstelt.
 *
 * Wi2021 art. 4 lid 1 onder b (https://wetten.overheid.nl/BWBR0044770/2025-10-21) en Regeling inburgering
 * 2021 art. 2.1 (https://wetten.overheid.nl/BWBR0045574/2026-04-18). Eén diploma is genoeg. De dag waarop
 * wordt gekeken bepaalt de lijst ('afgeleid').
 */
export function vrijstellingDiploma(f: DiplomaFeiten, herkomst: Herkomst = {}): Oordeel {
  const rijen = f.diplomas ?? [];
  const steltVrij = rijen.some((d) => stand(d, f) === 'vrij');
  const ontbreekt = steltVrij ? [] : watOntbreekt(f);
  return oordeel({
    titel: TITEL,
    grondslag: WET,
    redenen: steltVrij || ontbreekt.length > 0 ? [] : redenen(rijen),
    ontbreekt,
    goed: 'vrijgesteld door een diploma',
    feiten: () => aangehaaldeFeiten(diplomasVelden, f, undefined, herkomst),
    stappen: () =>
      DIPLOMAS.filter((d) => rijen.some((r) => r.soort === d.soort && stand(r, f) === 'vrij')).map(
        (d) => ({
          titel: `Diploma: ${d.soort}`,
          uitkomst: 'stelt vrij',
          grondslag: d.soort === 'vmbo' ? VMBO : LIJST,
        }),
      ),
    zouWijzigenAls: ['er nog een diploma bij komt'],
  });
}

type Stand = 'vrij' | 'niet' | 'onbekend';

const regelVan = (d: Diploma): Lijst[number] | undefined =>
  DIPLOMAS.find((r) => r.soort === d.soort);

function stand(d: Diploma, f: DiplomaFeiten): Stand {
  if (d.soort === undefined) return 'onbekend';
  const regel = regelVan(d);
  if (!regel) return 'niet';
  const eisen = regel.eisen ?? [];
  if (eisen.some((eis) => d[eis] === false)) return 'niet';
  if (regel.vanaf && !(f.peildatum && f.peildatum >= regel.vanaf)) return 'onbekend';
  return eisen.every((eis) => d[eis]) ? 'vrij' : 'onbekend';
}

function watOntbreekt(f: DiplomaFeiten): OntbrekendFeit[] {
  if (!f.diplomas) return [ontbrekendFeit(diplomasVelden, 'diplomas')];
  const open = f.diplomas.filter((d) => stand(d, f) === 'onbekend');
  const uit: OntbrekendFeit[] = [];
  if (open.some((d) => !d.soort)) uit.push(gebrek('soort'));
  for (const eis of Object.keys(TEKST) as Eis[]) {
    if (open.some((d) => regelVan(d)?.eisen?.includes(eis) && d[eis] === undefined))
      uit.push(gebrek(eis));
  }
  if (open.some((d) => regelVan(d)?.vanaf)) {
    if (!f.peildatum) uit.push(ontbrekendFeit(diplomasVelden, 'peildatum'));
    else if (f.peildatum < VMBO_VANAF) {
      const tekst = 'Welke leerwegen van het vmbo vóór 2023 vrijstelden, is niet nagegaan.';
      uit.push({ feit: 'diplomas.soort', tekst });
    }
  }
  return uit;
}

const gebrek = (naam: keyof typeof diplomaVelden): OntbrekendFeit => ({
  feit: `diplomas.${naam}`,
  tekst: `Van een diploma is nog niet bekend: ${diplomaVelden[naam].naam}.`,
});

function redenen(rijen: readonly Diploma[]): Reden[] {
  const maak = (code: string, tekst: string): Reden => ({
    code: `diploma-${code}`,
    tekst,
    veld: 'diplomas',
    grondslag: LIJST,
  });
  if (rijen.length === 0) return [maak('geen', 'Er is geen diploma.')];
  const uit = (Object.keys(TEKST) as Eis[]).flatMap((eis) =>
    DIPLOMAS.filter((d: Lijst[number]) => d.eisen?.includes(eis))
      .filter((d) => rijen.some((r) => r.soort === d.soort && r[eis] === false))
      .map((d) => maak(eis, `Het diploma (${d.soort}) stelt vrij, ${TEKST[eis]}.`)),
  );
  if (!rijen.some((r) => r.soort === 'ander')) return uit;
  return [...uit, maak('ander', 'Een diploma staat niet op de lijst.')];
}

export const vrijstellingDiplomaRegel = maakRegel({
  id: 'vrijstelling-diploma',
  titel: 'Vrijgesteld door een diploma',
  vraag: 'Heeft deze persoon een diploma dat vrijstelt?',
  beschrijving:
    'Een inburgeringsdiploma stelt vrij, en ook een oud diploma waarvan alle onderdelen op B1 zijn. Dat doet ook een diploma van Nederlandstalig onderwijs: wo, hbo, vwo, havo, vmbo of mbo vanaf niveau 2. Sinds 2023 tellen alle leerwegen van het vmbo.\n\nDiploma’s van Nederlandstalig onderwijs in Aruba, Curaçao, Sint Maarten, Suriname en België tellen met een voldoende voor Nederlands, diploma’s van een internationale of Europese school met een voldoende voor Nederlands op B1. Ook diploma’s van Bonaire, Sint Eustatius en Saba staan op de lijst. DUO beoordeelt het diploma.',
  rijen: ['J2', 'A9'],
  artikelen: [WET, LIJST, VMBO],
  versieVolgt: 'De dag waarop wordt gekeken.',
  velden: diplomasVelden,
  voorbeelden: [
    {
      naam: 'Nederlandstalige havo',
      invoer: { diplomas: [{ soort: 'havo', inNederlands: true }] },
    },
    {
      naam: 'Belgisch diploma met een onvoldoende voor Nederlands',
      invoer: { diplomas: [{ soort: 'België', voldoendeNederlands: false }] },
    },
    {
      naam: 'Vmbo, bekeken in 2022',
      invoer: { diplomas: [{ soort: 'vmbo', inNederlands: true }], peildatum: '2022-12-31' },
    },
    { naam: 'Geen diploma', invoer: { diplomas: [] } },
  ],
  vindplaats: {
    bestand: 'rules/vrijstelling/diploma.ts',
    test: 'rules/vrijstelling/diploma.test.ts',
  },
  bepaal: vrijstellingDiploma,
});
