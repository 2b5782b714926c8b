import { describe, expect, it } from 'vitest';
import { type Datum, datum } from '../../rules/shared/datum.ts';
import type { Feit, FeitInhoud, FeitSoort } from '../../rules/stand/feiten.ts';
import { antwoordInWoorden } from '../intake/antwoord.read.ts';
import { gebeurtenisInWoorden } from '../notificatie/gebeurtenis.read.ts';
import { DELEN } from './delen.ts';
import { feittekst, geboorteInWoorden, type Woorden } from './feittekst.ts';
import { ONDERWERPEN, onderwerpVan } from './onderwerpen.ts';

const op = datum('2026-11-12');

const WOORDEN: Woorden = {
  gemeente: (code) => (code === '9901' ? 'Akkerwolde' : undefined),
  antwoord: antwoordInWoorden,
  gebeurtenis: gebeurtenisInWoorden,
};

function zin<S extends FeitSoort>(soort: S, inhoud: FeitInhoud[S]): string {
  return feittekst(
    {
      id: 'x',
      soort,
      inhoud,
      geldigOp: op,
      vastgelegdOp: '2026-11-12T10:00:00.000Z',
      bron: 'medewerker',
    } as unknown as Feit,
    WOORDEN,
  );
}

describe('feiten als zinnen', () => {
  it('zegt de uitkomst van de leerbaarheidstoets met de score in het Nederlands', () => {
    expect(
      zin('leerbaarheidstoets', {
        resultaat: 'B1-route niet haalbaar',
        behaald: 4120,
        benodigd: 5500,
        geregistreerdOp: op,
      }),
    ).toBe('Leerbaarheidstoets: B1-route niet haalbaar (41,20 van 55,00)');
  });

  it('zegt plicht, kennisgeving, afspraken en oproepen voluit', () => {
    expect(
      zin('inburgeringsplicht', { plichtig: true, begin: datum('2026-02-24'), kennisgeving: op }),
    ).toBe('Inburgeringsplichtig vanaf 24 februari 2026; kennisgeving van 12 november 2026');
    expect(
      zin('inburgeringsplicht', {
        plichtig: true,
        begin: datum('2026-02-24'),
        eind: datum('2026-11-01'),
      }),
    ).toBe('Inburgeringsplichtig vanaf 24 februari 2026 tot en met 31 oktober 2026');
    expect(
      zin('inburgeringstermijn', { start: datum('2024-03-16'), eind: datum('2027-03-16') }),
    ).toBe('Inburgeringstermijn volgens DUO: 16 maart 2024 tot en met 15 maart 2027');
    expect(zin('inburgeringsplicht', { plichtig: false, redenGeenPlicht: 'vrijgesteld' })).toBe(
      'Niet inburgeringsplichtig: vrijgesteld',
    );
    expect(
      zin('afspraak', {
        afspraakId: 'a',
        soort: 'intakegesprek',
        datum: op,
        tijd: '10:00',
        plaats: 'stadhuis',
        duurMinuten: 70,
        tolkTaal: 'Tigrinya',
      }),
    ).toBe('Intakegesprek op 12 november 2026 om 10:00 met tolk (Tigrinya), 70 minuten, stadhuis');
    expect(
      zin('afspraak-uitkomst', {
        afspraakId: 'a',
        uitkomst: 'niet-verschenen',
        reden: 'ziek kind',
      }),
    ).toBe('Niet verschenen op de afspraak: reden ziek kind');
    expect(
      zin('oproep', { oproepId: 'o', voor: 'brede-intake', uiterlijk: op, herhaling: true }),
    ).toBe('Herhaalde oproep voor de brede intake; reageren tot en met 12 november 2026');
  });

  it('zegt een antwoord van de intake in de korte woorden van de vraag', () => {
    const antwoord = (vraag: string, waarde: FeitInhoud['intake-antwoord']['waarde']) =>
      zin('intake-antwoord', { onderdeel: 'werk', vraag, waarde } as never);
    expect(antwoord('jong-kind', false)).toBe('Brede intake – Kind van 0 tot en met 5 jaar: nee');
    expect(antwoord('werk-uren', 20)).toBe(
      'Brede intake – Tijd voor werken of meedoen naast de lessen: 20 uur in de week',
    );
    expect(antwoord('zelf-regelen', [])).toBe('Brede intake – Regelt zelf: leeggemaakt');
    expect(antwoord('van-vroeger', ['a', 'b'])).toBe('Brede intake, werk: van vroeger – a, b');
  });

  it('zegt wat een melding van DUO betekent en noemt een gemeente bij haar naam', () => {
    expect(zin('duo-gebeurtenis', { gebeurtenisId: 'SS131' })).toBe(
      'Melding SS131 van DUO: uitslag van de leerbaarheidstoets bekend',
    );
    expect(zin('duo-gebeurtenis', { gebeurtenisId: 'SS999' })).toBe('Melding SS999 van DUO');
    const inschrijving = { soort: 'inschrijving', inhoud: { gemeentecode: '9901', op } };
    expect(feittekst(inschrijving as unknown as Feit, WOORDEN)).toBe(
      'Ingeschreven in Akkerwolde op 12 november 2026',
    );
    expect(feittekst(inschrijving as unknown as Feit)).toContain('gemeente 9901');
  });

  it('noemt de gedetailleerde doelgroep alleen als zij iets toevoegt', () => {
    const doelgroep = (gedetailleerd: string) =>
      zin('doelgroep', { indeling: 'Asielstatushouder', gedetailleerd });
    expect(doelgroep('Asielstatushouder')).toBe('Doelgroep: Asielstatushouder');
    expect(doelgroep('Gezinslid')).toBe('Doelgroep: Asielstatushouder (Gezinslid)');
  });

  it('toont geen inhoud van gezondheid, ook niet het gevolg', () => {
    expect(
      zin('gezondheid-besproken', { besproken: true, gevolg: 'hoogstens drie dagdelen' }),
    ).toBe('Gezondheid en belastbaarheid besproken');
  });

  it('noemt een geboorte zo precies als zij bekend is', () => {
    expect(geboorteInWoorden({ soort: 'datum', datum: '1999-03-01' as Datum })).toBe(
      'geboren 1 maart 1999',
    );
    expect(geboorteInWoorden({ soort: 'jaarMaand', jaar: 1999, maand: 3 })).toBe(
      'geboren in maart 1999',
    );
    expect(geboorteInWoorden({ soort: 'jaar', jaar: 1999 })).toBe('geboren in 1999');
    expect(geboorteInWoorden({ soort: 'onbekend' })).toBe('');
  });

  it('laat namen zoals zij zijn ingevoerd', () => {
    expect(
      zin('persoon', {
        voornamen: '<b>Sel</b>',
        geslachtsnaam: 'تسفاي',
        geboorte: { soort: 'onbekend' },
      }),
    ).toBe('Persoonsgegevens: <b>Sel</b> تسفاي');
  });

  it('overleeft een soort uit een nieuwere versie', () => {
    expect(zin('iets-nieuws' as FeitSoort, {} as never)).toBe('iets-nieuws');
  });

  it('geeft elke soort een onderwerp dat op het scherm staat', () => {
    for (const soort of Object.values(DELEN).flat())
      expect(ONDERWERPEN).toHaveProperty(onderwerpVan(soort));
  });
});
