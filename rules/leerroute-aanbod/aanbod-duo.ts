import { doelgroepVeld, leerrouteVeld } from '../leerroute/velden.ts';
import type { OntbrekendFeit, Oordeel, Reden } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { datumVeld, type Invoer, jaNeeVeld } from '../shared/velden.ts';

const velden = {
  doelgroep: doelgroepVeld(),
  leerroute: leerrouteVeld('Leerroute in het huidige PIP'),
  heeftPip: jaNeeVeld('Er is een PIP bij DUO'),
  dagtekeningHuidigPip: datumVeld('Dagtekening van het huidige PIP'),
  datumAanbod: datumVeld('Datum van het aanbod'),
  aanbiederOpLijstDuo: jaNeeVeld('De aanbieder staat op de lijst van DUO'),
  bowKeurmerk: jaNeeVeld('De aanbieder heeft het keurmerk van Blik op Werk'),
  tstKeurmerk: jaNeeVeld(
    'De aanbieder heeft het keurmerk voor het taalschakeltraject (TST)',
    'Telt alleen bij de onderwijsroute.',
  ),
  startdatumOpleiding: datumVeld('Verwachte eerste dag van de opleiding'),
  einddatumOpleiding: datumVeld(
    'Verwachte einddatum van de opleiding',
    'De eerste dag erna: DUO telt deze dag zelf niet mee.',
  ),
  einddatumCursus: datumVeld(
    'Laatste dag van de cursus die voorafgaat',
    'Alleen als er eerst een cursus is.',
  ),
  datumAanvangTaalschakeltraject: datumVeld('Eerste dag van het taalschakeltraject'),
  startdatumInburgeringstermijn: datumVeld('Eerste dag van de inburgeringstermijn'),
  einddatumInburgeringstermijn: datumVeld(
    'Einddatum van de inburgeringstermijn bij DUO',
    'De eerste dag erna: DUO telt deze dag zelf niet mee.',
  ),
};

export type AanbodDuoFeiten = Invoer<typeof velden>;
type Naam = keyof AanbodDuoFeiten & string;

const TITEL = 'Controle van het aanbod zoals DUO die doet';
const DUO = grondslag('aanbod-duo', 'besluit', 'art. 9.2 en 9.3', {
  zekerheid: 'afgeleid',
  toelichting: 'De controles zijn die van DUO op een geleverd aanbod; DUO beslist.',
});

/**
 * `aanbod-duo`: waarop DUO een geleverd aanbod weigert.
 *
 * Besluit inburgering 2021 art. 9.2 en 9.3 (https://wetten.overheid.nl/BWBR0045555/2026-04-02) en de
 * beschrijving van DUO: alleen voor een asielstatushouder met een PIP, niet vóór het huidige PIP, met een
 * aanbieder op de lijst die het keurmerk van de leerroute heeft; de opleiding valt na het aanbod en binnen de
 * termijn. DUO noemt in haar tekst nog het taalschakeltraject: dat begint niet vóór aanbod of einde van de
 * cursus, en binnen de termijn. Een nieuwe levering vervangt de vorige van dezelfde aanbieder. Wat van keurmerk,
 * opleiding of termijn niet bekend is, houdt de melding niet tegen.
 */
export function aanbodDuo(f: AanbodDuoFeiten, herkomst: Herkomst = {}): Oordeel {
  return oordeel({
    titel: TITEL,
    grondslag: DUO,
    redenen: [...kop(f), ...keurmerk(f), ...traject(f), ...opleiding(f), ...binnenTermijn(f)],
    ontbreekt: watOntbreekt(f),
    goed: 'geen bezwaren',
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen: () => [{ titel: 'Een nieuwe levering vervangt de vorige van dezelfde aanbieder' }],
    zouWijzigenAls: ['er een nieuw PIP komt', 'DUO een andere inburgeringstermijn vaststelt'],
  });
}

const reden = (nummer: number, veld: Naam, tekst: string): Reden => ({
  code: `AANBOD-${nummer}`,
  tekst,
  veld,
  grondslag: DUO,
});

function kop(f: AanbodDuoFeiten): Reden[] {
  const redenen: Reden[] = [];
  if (f.doelgroep === 'Gezinsmigrant en overige migrant') {
    const tekst = 'DUO neemt alleen een aanbod aan een asielstatushouder aan.';
    redenen.push(reden(1, 'doelgroep', tekst));
  }
  if (f.heeftPip === false) redenen.push(reden(2, 'heeftPip', 'Er is nog geen PIP bij DUO.'));
  const { datumAanbod: dag, dagtekeningHuidigPip: pip } = f;
  if (dag && pip && dag < pip) {
    const tekst = `Het aanbod ligt vóór het huidige PIP (${inWoorden(pip)}).`;
    redenen.push(reden(3, 'datumAanbod', tekst));
  }
  if (f.aanbiederOpLijstDuo === false) {
    const tekst = 'De aanbieder staat niet op de lijst van DUO.';
    redenen.push(reden(4, 'aanbiederOpLijstDuo', tekst));
  }
  return redenen;
}

function keurmerk(f: AanbodDuoFeiten): Reden[] {
  if (f.leerroute === undefined || f.aanbiederOpLijstDuo === false) return [];
  if (f.leerroute === 'O') {
    const tekst =
      'Voor de onderwijsroute moet de aanbieder het keurmerk voor het taalschakeltraject (TST) hebben.';
    return f.tstKeurmerk === false ? [reden(9, 'tstKeurmerk', tekst)] : [];
  }
  const tekst = 'De aanbieder heeft het keurmerk van Blik op Werk niet.';
  return f.bowKeurmerk === false ? [reden(8, 'bowKeurmerk', tekst)] : [];
}

function opleiding(f: AanbodDuoFeiten): Reden[] {
  const { startdatumOpleiding: start, einddatumOpleiding: eind } = f;
  const { datumAanbod, dagtekeningHuidigPip: pip } = f;
  const redenen: Reden[] = [];
  if (start && pip && start < pip) {
    const tekst = `De opleiding begint vóór het huidige PIP (${inWoorden(pip)}).`;
    redenen.push(reden(10, 'startdatumOpleiding', tekst));
  }
  if (start && datumAanbod && start < datumAanbod) {
    const tekst = `De opleiding begint vóór het aanbod (${inWoorden(datumAanbod)}).`;
    redenen.push(reden(11, 'startdatumOpleiding', tekst));
  }
  const vroegst = start ?? datumAanbod;
  if (eind && vroegst && eind <= vroegst) {
    const tekst = `De opleiding eindigt niet na ${start ? 'haar begin' : 'het aanbod'} (${inWoorden(vroegst)}).`;
    redenen.push(reden(12, 'einddatumOpleiding', tekst));
  }
  return redenen;
}

function binnenTermijn(f: AanbodDuoFeiten): Reden[] {
  const { startdatumInburgeringstermijn: van, einddatumInburgeringstermijn: tot } = f;
  const { startdatumOpleiding: start, einddatumOpleiding: eind } = f;
  const redenen: Reden[] = [];
  if (start && van && start < van) {
    const tekst = `De opleiding begint vóór de inburgeringstermijn (${inWoorden(van)}).`;
    redenen.push(reden(13, 'startdatumOpleiding', tekst));
  }
  if (start && tot && start >= tot) {
    const tekst = `De opleiding begint na de inburgeringstermijn (tot ${inWoorden(tot)}).`;
    redenen.push(reden(13, 'startdatumOpleiding', tekst));
  }
  if (eind && tot && eind > tot) {
    const tekst = `De opleiding eindigt na de inburgeringstermijn (tot ${inWoorden(tot)}).`;
    redenen.push(reden(14, 'einddatumOpleiding', tekst));
  }
  return redenen;
}

function traject(f: AanbodDuoFeiten): Reden[] {
  const begin = f.datumAanvangTaalschakeltraject;
  if (!begin || f.leerroute !== 'O') return [];
  const veld = 'datumAanvangTaalschakeltraject';
  const redenen: Reden[] = [];
  const { datumAanbod, einddatumCursus, startdatumInburgeringstermijn: start } = f;
  if (datumAanbod && begin < datumAanbod) {
    const tekst = `Het taalschakeltraject begint vóór het aanbod (${inWoorden(datumAanbod)}).`;
    redenen.push(reden(5, veld, tekst));
  }
  if (einddatumCursus && begin < einddatumCursus) {
    const tekst = `Het taalschakeltraject begint vóór het einde van de cursus (${inWoorden(einddatumCursus)}).`;
    redenen.push(reden(6, veld, tekst));
  }
  const eind = f.einddatumInburgeringstermijn;
  if ((start && begin < start) || (eind && begin >= eind)) {
    const tekst = 'Het taalschakeltraject begint niet binnen de inburgeringstermijn.';
    redenen.push(reden(7, veld, tekst));
  }
  return redenen;
}

function watOntbreekt(f: AanbodDuoFeiten): OntbrekendFeit[] {
  const nodig: Naam[] = [
    'doelgroep',
    'leerroute',
    'heeftPip',
    'dagtekeningHuidigPip',
    'datumAanbod',
    'aanbiederOpLijstDuo',
  ];
  if (f.leerroute === 'O' && f.datumAanvangTaalschakeltraject) {
    nodig.push('startdatumInburgeringstermijn', 'einddatumInburgeringstermijn');
  }
  return nodig.filter((n) => f[n] === undefined).map((n) => ontbrekendFeit(velden, n));
}

export const aanbodDuoRegel = maakRegel({
  id: 'aanbod-duo',
  titel: 'Controle van het aanbod door DUO',
  vraag: 'Neemt DUO dit aanbod aan?',
  beschrijving:
    'De gemeente meldt het aanbod aan een asielstatushouder bij DUO. DUO weigert het zonder PIP, met een datum vóór het huidige PIP, of met een aanbieder die niet op de lijst staat of het keurmerk van de leerroute niet heeft. De opleiding begint niet vóór het aanbod en valt binnen de inburgeringstermijn.\n\nBij de onderwijsroute gaat de eerste dag van het taalschakeltraject mee: niet vóór het aanbod of het einde van de cursus, en binnen de inburgeringstermijn. Wie opnieuw levert voor dezelfde aanbieder, vervangt de vorige melding.',
  rijen: ['E21'],
  artikelen: [DUO],
  versieVolgt: 'De beschrijving van DUO van 27 januari 2025.',
  velden,
  voorbeelden: [
    {
      naam: 'Aanbod op de dag van het PIP',
      invoer: {
        doelgroep: 'Asielstatushouder',
        leerroute: 'B',
        heeftPip: true,
        dagtekeningHuidigPip: '2025-03-10',
        datumAanbod: '2025-03-10',
        aanbiederOpLijstDuo: true,
      },
    },
    {
      naam: 'Traject begint na de termijn, bij een aanbieder die niet op de lijst staat',
      invoer: {
        doelgroep: 'Asielstatushouder',
        leerroute: 'O',
        heeftPip: true,
        dagtekeningHuidigPip: '2025-03-10',
        datumAanbod: '2025-04-01',
        aanbiederOpLijstDuo: false,
        datumAanvangTaalschakeltraject: '2028-03-11',
        startdatumInburgeringstermijn: '2025-03-11',
        einddatumInburgeringstermijn: '2028-03-11',
      },
    },
    {
      naam: 'Opleiding die na de termijn eindigt, zonder keurmerk',
      invoer: {
        doelgroep: 'Asielstatushouder',
        leerroute: 'Z',
        heeftPip: true,
        dagtekeningHuidigPip: '2025-03-10',
        datumAanbod: '2025-04-01',
        aanbiederOpLijstDuo: true,
        bowKeurmerk: false,
        startdatumOpleiding: '2025-04-14',
        einddatumOpleiding: '2028-03-12',
        startdatumInburgeringstermijn: '2025-03-11',
        einddatumInburgeringstermijn: '2028-03-11',
      },
    },
    { naam: 'Nog geen datum', invoer: { doelgroep: 'Asielstatushouder', heeftPip: true } },
  ],
  vindplaats: {
    bestand: 'rules/leerroute-aanbod/aanbod-duo.ts',
    test: 'rules/leerroute-aanbod/aanbod-duo.test.ts',
  },
  bepaal: aanbodDuo,
});
