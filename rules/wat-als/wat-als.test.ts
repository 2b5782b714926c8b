import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { bepaalStand } from '../stand/bepaal-stand.ts';
import type { Feit } from '../stand/feiten.ts';
import { feit, pipMet, plichtigeAsielstatushouder } from '../stand/proefdossier.ts';
import { STANDAARD_BELEID } from '../stand/stand.ts';
import { verschillen } from './verschil.ts';
import { neemAan, type Wijziging } from './wat-als.ts';

const VANDAAG = datum('2026-10-01');
const BELEID = { ...STANDAARD_BELEID, gemeentecode: '9001' };

function watAls(feiten: Feit[], wijzigingen: Wijziging[], peildatum = VANDAAG) {
  const dan = neemAan({ feiten, peildatum, gemeentecode: '9001' }, wijzigingen);
  return {
    dan,
    verschillen: verschillen(
      bepaalStand(feiten, BELEID, VANDAAG),
      bepaalStand(dan, BELEID, peildatum),
    ),
  };
}

const met = (feiten: Feit[], ...wijzigingen: Wijziging[]) =>
  watAls(feiten, wijzigingen).verschillen;
const zoek = (lijst: ReturnType<typeof met>, naam: string) => lijst.find((v) => v.naam === naam);

describe('wat als', () => {
  it('een week later ingeschreven schuift het PIP een week op', () => {
    const lijst = met(plichtigeAsielstatushouder(), {
      feit: 'inschrijving',
      datum: datum('2026-09-17'),
    });
    expect(zoek(lijst, 'Tien weken voor het PIP')).toEqual({
      soort: 'termijn',
      naam: 'Tien weken voor het PIP',
      was: 'tot en met 19 november 2026',
      wordt: 'tot en met 26 november 2026',
    });
  });

  it('verandert niets zonder veronderstelling, en laat de feiten zelf heel', () => {
    const feiten = plichtigeAsielstatushouder();
    const kopie = structuredClone(feiten);
    expect(met(feiten)).toEqual([]);
    met(feiten, { feit: 'kennisgeving', datum: datum('2026-09-20') });
    expect(feiten).toEqual(kopie);
  });

  it('een latere dag laat zien wat dan te laat is', () => {
    const { verschillen: lijst } = watAls(plichtigeAsielstatushouder(), [], datum('2026-11-20'));
    expect(zoek(lijst, 'Tien weken voor het PIP')?.wordt).toContain('(verstreken)');
    expect(lijst.some((v) => v.soort === 'signaal' && v.wordt)).toBe(true);
  });

  it('een PIP geeft de verwachte termijn en haalt de tien weken', () => {
    const lijst = met(plichtigeAsielstatushouder(), {
      feit: 'pip',
      dagtekening: datum('2026-09-30'),
      leerroute: 'Z',
    });
    expect(zoek(lijst, 'Leerroute')).toMatchObject({
      was: 'nog geen',
      wordt: 'zelfredzaamheidsroute (Z-route)',
    });
    expect(zoek(lijst, 'Tien weken voor het PIP')?.wordt).toContain('(gehaald)');
    expect(zoek(lijst, 'Inburgeringstermijn')?.wordt).toBe(
      'tot en met 30 september 2029 (verwacht)',
    );
  });

  it('houdt van een bestaand PIP alles behalve de dagtekening en de route', () => {
    const pip = feit(
      'pip-vastgesteld',
      {
        pipId: 'p1',
        versie: 2,
        dagtekening: datum('2026-09-20'),
        bekendgemaaktOp: datum('2026-09-20'),
        gemeentecode: '9001',
        inhoud: pipMet('B'),
        vastgesteldDoor: 'B. Kuipers',
      },
      '2026-09-20',
    );
    const { dan } = watAls(
      [...plichtigeAsielstatushouder(), pip],
      [{ feit: 'pip', dagtekening: datum('2026-09-25'), leerroute: 'Z' }],
    );
    expect(dan.at(-1)).toMatchObject({
      vervangt: pip.id,
      geldigOp: '2026-09-25',
      inhoud: {
        pipId: 'p1',
        versie: 2,
        vastgesteldDoor: 'B. Kuipers',
        inhoud: { leerroute: 'Z', intensiteitUren: 800 },
      },
    });
  });

  it('vervangt alleen de uren van dezelfde soort, en de inschrijving buiten het azc', () => {
    const uren = (soort: 'pvt' | 'participatie', totaal: number) =>
      feit('uren', { soort, totaal, bekendTot: datum('2026-09-30') }, '2026-09-30');
    const azc = feit(
      'inschrijving',
      { gemeentecode: '9001', op: datum('2026-09-29'), azc: true },
      '2026-09-29',
    );
    const pvt = uren('pvt', 3);
    const feiten = [...plichtigeAsielstatushouder(), pvt, uren('participatie', 5), azc];
    const { dan } = watAls(feiten, [
      { feit: 'uren', soort: 'pvt', totaal: 12 },
      { feit: 'inschrijving', datum: datum('2026-09-17') },
      { feit: 'uren', soort: 'map-praktijk', totaal: 40 },
    ]);
    const [a, b, c] = dan.slice(-3);
    expect(a).toMatchObject({ vervangt: pvt.id, inhoud: { soort: 'pvt', totaal: 12 } });
    expect(b?.vervangt).not.toBe(azc.id);
    expect(b?.vervangt).toBeDefined();
    expect(c).not.toHaveProperty('vervangt');
  });

  it('een tweede veronderstelling over hetzelfde feit vervangt de eerste', () => {
    const { dan } = watAls(plichtigeAsielstatushouder(), [
      { feit: 'kennisgeving', datum: datum('2026-09-20') },
      { feit: 'kennisgeving', datum: datum('2026-09-27') },
    ]);
    expect(dan.at(-1)).toMatchObject({
      vervangt: 'wat-als-1',
      inhoud: { plichtig: true, begin: '2026-02-24', kennisgeving: '2026-09-27' },
    });
  });

  it.each<[Wijziging, object]>([
    [
      { feit: 'bijstand', vanaf: datum('2026-09-01'), laatsteDag: datum('2026-12-31') },
      { soort: 'bijstand', inhoud: { vanaf: '2026-09-01', tot: '2027-01-01' } },
    ],
    [
      { feit: 'bijstand', vanaf: datum('2026-09-01') },
      { soort: 'bijstand', inhoud: { vanaf: '2026-09-01' } },
    ],
    [
      {
        feit: 'inburgeringstermijn',
        start: datum('2024-03-16'),
        laatsteDag: datum('2027-03-15'),
      },
      { soort: 'inburgeringstermijn', inhoud: { start: '2024-03-16', eind: '2027-03-16' } },
    ],
    [
      { feit: 'asielvergunning', ja: false },
      { soort: 'verblijf', inhoud: { asielvergunningBepaaldeTijd: false } },
    ],
    [
      { feit: 'aanbod', datum: datum('2026-09-01') },
      {
        soort: 'aanbod',
        geldigOp: '2026-09-01',
        inhoud: { instelling: 'veronderstelling', datum: '2026-09-01' },
      },
    ],
    [
      { feit: 'derde-informatie', ontvangenOp: datum('2026-09-01') },
      {
        soort: 'derde-informatie',
        geldigOp: '2026-09-01',
        inhoud: {
          van: 'een derde',
          waarom: 'veronderstelling',
          onmisbaar: true,
          ontvangenOp: '2026-09-01',
        },
      },
    ],
    [
      { feit: 'pvt-ondertekend', datum: datum('2026-09-01') },
      { soort: 'pvt-ondertekend', geldigOp: '2026-09-01', inhoud: { op: '2026-09-01' } },
    ],
    [
      { feit: 'uren', soort: 'pvt', totaal: 12 },
      { soort: 'uren', geldigOp: VANDAAG, inhoud: { soort: 'pvt', bekendTot: '2026-10-02' } },
    ],
    [
      { feit: 'kennisgeving', datum: datum('2026-09-01') },
      {
        soort: 'inburgeringsplicht',
        geldigOp: '2026-09-01',
        inhoud: { plichtig: true, begin: '2026-09-01', kennisgeving: '2026-09-01' },
      },
    ],
    [
      { feit: 'pip', dagtekening: datum('2026-09-30'), leerroute: 'Z' },
      {
        soort: 'pip-vastgesteld',
        geldigOp: '2026-09-30',
        inhoud: {
          pipId: 'wat-als',
          versie: 1,
          vastgesteldDoor: 'veronderstelling',
          gemeentecode: '9001',
          bekendgemaaktOp: '2026-09-30',
          inhoud: { leerroute: 'Z', pvt: { uren: 12 } },
        },
      },
    ],
  ])('%j komt erbij als er nog niets was', (wijziging, verwacht) => {
    const [nieuw, ...rest] = neemAan({ feiten: [], peildatum: VANDAAG, gemeentecode: '9001' }, [
      wijziging,
    ]);
    expect(rest).toEqual([]);
    expect(nieuw).toMatchObject({ ...verwacht, door: 'uw veronderstelling' });
    expect(nieuw).not.toHaveProperty('vervangt');
  });

  it('neemt van een derde over wat al bekend was', () => {
    const gevraagd = feit(
      'derde-informatie',
      { van: 'de arts', waarom: 'belastbaarheid', onmisbaar: false },
      '2026-09-15',
    );
    const { dan } = watAls(
      [...plichtigeAsielstatushouder(), gevraagd],
      [{ feit: 'derde-informatie', ontvangenOp: datum('2026-09-29') }],
    );
    expect(dan.at(-1)).toMatchObject({
      vervangt: gevraagd.id,
      geldigOp: '2026-09-15',
      inhoud: {
        van: 'de arts',
        waarom: 'belastbaarheid',
        onmisbaar: false,
        ontvangenOp: '2026-09-29',
      },
    });
  });

  describe('welk feit de veronderstelling vervangt', () => {
    const aanbod = (dag: string, extra: { id: string; vervangt?: string }) =>
      feit('aanbod', { instelling: 'TaalThuis', datum: datum(dag) }, dag, extra);
    const vervangen = (feiten: Feit[], wijziging: Wijziging) =>
      neemAan({ feiten, peildatum: VANDAAG, gemeentecode: '9001' }, [wijziging]).at(-1)?.vervangt;
    const WIJZIGING: Wijziging = { feit: 'aanbod', datum: datum('2026-09-30') };

    it('het laatste, in welke volgorde de feiten ook staan', () => {
      const [a, b] = [aanbod('2026-08-01', { id: 'b' }), aanbod('2026-08-02', { id: 'a' })];
      expect(vervangen([a, b], WIJZIGING)).toBe('a');
      expect(vervangen([b, a], WIJZIGING)).toBe('a');
      const later = { ...aanbod('2026-08-01', { id: '0' }), vastgelegdOp: '2026-08-05T10:00:00Z' };
      expect(vervangen([later, a], WIJZIGING)).toBe('0');
      expect(vervangen([a, later], WIJZIGING)).toBe('0');
    });

    it('nooit een feit dat al is verbeterd', () => {
      const oud = aanbod('2026-08-20', { id: 'oud' });
      const verbeterd = aanbod('2026-08-01', { id: 'nieuw', vervangt: 'oud' });
      expect(vervangen([oud, verbeterd], WIJZIGING)).toBe('nieuw');
    });

    it('bij de kennisgeving het feit dat haar noemt', () => {
      const met = feit(
        'inburgeringsplicht',
        { plichtig: true, kennisgeving: datum('2026-03-03') },
        '2026-03-03',
      );
      const zonder = feit('inburgeringsplicht', { plichtig: true }, '2026-04-01');
      const wijziging: Wijziging = { feit: 'kennisgeving', datum: datum('2026-09-20') };
      expect(vervangen([met, zonder], wijziging)).toBe(met.id);
      expect(vervangen([zonder], wijziging)).toBeUndefined();
    });
  });

  it('een andere doelgroep verandert wat de wet vraagt', () => {
    const lijst = met(plichtigeAsielstatushouder(), {
      feit: 'doelgroep',
      indeling: 'Gezinsmigrant en overige migrant',
    });
    expect(zoek(lijst, 'Doelgroep')).toMatchObject({
      was: 'asielstatushouder',
      wordt: 'gezins- of overige migrant',
    });
    expect(zoek(lijst, 'Tien weken voor het PIP')).toBeDefined();
  });
});

describe('de verschillen', () => {
  const duo = (gebeurtenisId: string) =>
    feit('duo-gebeurtenis', { gebeurtenisId }, '2026-09-20', { bron: 'duo' });
  const tussen = (oud: Feit[], nieuw: Feit[]) =>
    verschillen(bepaalStand(oud, BELEID, VANDAAG), bepaalStand(nieuw, BELEID, VANDAAG));
  const basis = plichtigeAsielstatushouder();

  it('kenmerken in de woorden van het scherm', () => {
    const kenmerken = (nieuw: Feit[]) => tussen(basis, nieuw).filter((v) => v.soort === 'kenmerk');
    expect(kenmerken([...basis, duo('SS109')])).toEqual([
      {
        soort: 'kenmerk',
        naam: 'Toestand',
        was: 'inburgeringsplichtig',
        wordt: 'tijdelijk vrijgesteld',
      },
    ]);
    expect(kenmerken([])).toEqual([
      {
        soort: 'kenmerk',
        naam: 'Doelgroep',
        was: 'asielstatushouder',
        wordt: 'nog onbekend',
      },
      {
        soort: 'kenmerk',
        naam: 'Toestand',
        was: 'inburgeringsplichtig',
        wordt: 'nog niet plichtig',
      },
      { soort: 'kenmerk', naam: 'Plaats in de keten', was: 'schakel 3', wordt: 'schakel 1' },
    ]);
    const pip = met(basis, { feit: 'pip', dagtekening: datum('2026-09-30'), leerroute: 'B' });
    expect(zoek(pip, 'Leerroute')?.soort).toBe('kenmerk');
    expect(zoek(kenmerken([...basis, duo('SS106')]), 'Toestand')?.wordt).toBe('plicht geëindigd');
  });

  it('een verplichting zonder telling noemt alleen hoe zij ervoor staat', () => {
    const pip = met(basis, { feit: 'pip', dagtekening: datum('2026-09-30'), leerroute: 'Z' });
    const verplichtingen = pip.filter((v) => v.soort === 'verplichting');
    expect(verplichtingen).toContainEqual({
      soort: 'verplichting',
      naam: 'Leerbaarheidstoets',
      was: 'nog open',
      wordt: 'niet van toepassing',
    });
    expect(verplichtingen).toContainEqual({
      soort: 'verplichting',
      naam: 'Taal en KNM (Z-route)',
      wordt: 'nog open (0 van 800)',
    });
  });

  it('wat nu te doen is en wat daarna, met de laatste dag', () => {
    const pip = met(basis, { feit: 'pip', dagtekening: datum('2026-09-30'), leerroute: 'B' });
    expect(pip.filter((v) => v.soort === 'voorstel')).toEqual([
      {
        soort: 'voorstel',
        naam: 'Nu te doen',
        was: 'Brede intake plannen, uiterlijk 19 november 2026',
        wordt: 'Aanbod doen voor de leerroute, uiterlijk 30 december 2026',
      },
      { soort: 'voorstel', naam: 'Daarna te doen', wordt: 'Wachten op DUO' },
    ]);
  });
});
