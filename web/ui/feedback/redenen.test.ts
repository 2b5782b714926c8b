import { describe, expect, it } from 'vitest';
import { Problem, type Reden } from '../../api.ts';
import { watOnderStaat } from './redenen.ts';

const bijNaam: Reden = { code: 'naam-leeg', tekst: 'Vul een naam in.', veld: 'naam' };
const los: Reden = { code: 'geen-gezin', tekst: 'Dit gezin is gesplitst.' };

const geweigerd = (redenen: Reden[], invalidParams: { name: string; reason: string }[] = []) =>
  new Problem('antwoord', { status: 409, title: 'Kan nu niet', redenen, invalidParams });
const onder = (fout: Problem, ...velden: string[]) =>
  watOnderStaat(fout, velden)?.map((r) => r.tekst);

describe('wat onder een formulier staat na een weigering', () => {
  it('is niets als alles bij een veld staat', () => {
    const fout = geweigerd([bijNaam], [{ name: 'tot', reason: 'Kies een dag.' }]);
    expect(onder(fout, 'naam', 'tot')).toBeUndefined();
  });

  it('is ook wat los staat naast een reden bij een veld', () => {
    expect(onder(geweigerd([bijNaam, los]), 'naam')).toEqual([los.tekst]);
  });

  it('is een reden bij een veld dat dit formulier niet toont', () => {
    expect(onder(geweigerd([bijNaam, los]), 'tot')).toEqual([bijNaam.tekst, los.tekst]);
  });

  it('is wat niet klopt aan een veld dat dit formulier niet toont', () => {
    const invalid = [
      { name: 'naam', reason: 'Te lang.' },
      { name: 'adres.huisnummer', reason: 'Vul een getal in.' },
    ];
    expect(onder(geweigerd([], invalid), 'naam', 'adres')).toEqual([
      'huisnummer: Vul een getal in.',
    ]);
  });

  it('is een tweede reden bij hetzelfde veld, want een veld toont er één', () => {
    const tweede: Reden = { code: 'naam-kort', tekst: 'Schrijf de naam voluit.', veld: 'naam' };
    const fout = geweigerd([tweede], [{ name: 'naam', reason: 'Te kort.' }]);
    expect(fout.voorVeld('naam')).toBe('Te kort.');
    expect(onder(fout, 'naam')).toEqual([tweede.tekst]);
  });

  it('noemt een veld in gewone letters, en twee rijen met hetzelfde één keer', () => {
    const invalid = [
      { name: 'afspraken.0.duurMinuten', reason: 'vul dit in' },
      { name: 'afspraken.1.duurMinuten', reason: 'vul dit in' },
      { name: '', reason: 'klopt niet' },
    ];
    expect(onder(geweigerd([], invalid), 'naam')).toEqual([
      'duur minuten: vul dit in',
      'klopt niet',
    ]);
  });

  it('zijn alle redenen als het formulier niet zegt wat het toont', () => {
    const fout = geweigerd([bijNaam, los], [{ name: 'tot', reason: 'Kies een dag.' }]);
    expect(watOnderStaat(fout)).toEqual([bijNaam, los]);
  });

  it('is de weigering zelf als er geen redenen zijn', () => {
    expect(onder(geweigerd([]), 'naam')).toEqual([]);
  });
});
