import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { bepaalStand } from '../stand/bepaal-stand.ts';
import type { Feit } from '../stand/feiten.ts';
import { feit, plichtigeAsielstatushouder, vastgesteld } from '../stand/proefdossier.ts';
import { STANDAARD_BELEID } from '../stand/stand.ts';

const op = (feiten: Feit[], dag: string) => bepaalStand(feiten, STANDAARD_BELEID, datum(dag));
const pipTermijn = (feiten: Feit[], dag: string) => op(feiten, dag).termijnen[0];

describe('de doelgroep en de tien weken', () => {
  const duo = { bron: 'duo' } as const;
  const indeling = (i: string, dag: string, gedetailleerd?: string) =>
    feit('doelgroep', { indeling: i, ...(gedetailleerd ? { gedetailleerd } : {}) }, dag, duo);
  const zonderDoelgroep = plichtigeAsielstatushouder().filter((f) => f.soort !== 'doelgroep');
  const GEZINS = 'Gezinsmigrant en overige migrant';

  it('een wijziging van doelgroep na de inschrijving verplaatst de tien weken niet (SS124, SS125)', () => {
    const vanAsiel = [...plichtigeAsielstatushouder(), indeling(GEZINS, '2026-10-01')];
    expect(pipTermijn(vanAsiel, '2026-10-02')?.laatsteDag).toBe('2026-11-19');
    const naarAsiel = [
      ...zonderDoelgroep,
      indeling(GEZINS, '2026-03-03'),
      indeling('Asielstatushouder', '2026-10-01'),
    ];
    expect(pipTermijn(naarAsiel, '2026-10-02')?.laatsteDag).toBe('2026-05-12');
  });

  it('een doelgroep die pas na de inschrijving binnenkwam telt toch', () => {
    const laat = [...zonderDoelgroep, indeling('Asielstatushouder', '2026-09-15')];
    expect(pipTermijn(laat, '2026-09-16')?.laatsteDag).toBe('2026-11-19');
  });

  it('gezinslid met reguliere vergunning: kennisgeving; met eigen asielvergunning: inschrijving', () => {
    const gezinslid = [
      ...zonderDoelgroep,
      indeling(GEZINS, '2026-03-03', 'Gezinshereniger met Asielstatushouder'),
    ];
    expect(pipTermijn(gezinslid, '2026-09-16')?.laatsteDag).toBe('2026-05-12');
    const nareiziger = [
      ...gezinslid,
      feit('verblijf', { asielvergunningBepaaldeTijd: true }, '2026-03-03', duo),
    ];
    expect(pipTermijn(nareiziger, '2026-09-16')?.laatsteDag).toBe('2026-11-19');
  });

  it('wie door COA is gekoppeld houdt zijn tien weken na inschrijving, wat DUO ook indeelt', () => {
    const feiten = [
      ...zonderDoelgroep,
      indeling(GEZINS, '2026-03-03'),
      feit('koppeling', { op: datum('2026-03-10'), azc: 'Zuid' }, '2026-03-10', { bron: 'coa' }),
    ];
    expect(pipTermijn(feiten, '2026-09-09')?.staat).toBe('nog-niet-begonnen');
    expect(pipTermijn(feiten, '2026-09-10')?.laatsteDag).toBe('2026-11-19');
  });
});

describe('terug uit een andere gemeente', () => {
  const terug = [
    ...plichtigeAsielstatushouder(),
    vastgesteld('2026-11-02', 'B'),
    feit('duo-gebeurtenis', { gebeurtenisId: 'SS121' }, '2027-09-01', { bron: 'duo' }),
    feit(
      'pip-vorige-gemeente',
      { gemeentecode: '9009', dagtekening: datum('2027-03-15'), leerroute: 'Z' },
      '2027-03-15',
      { bron: 'duo' },
    ),
    feit('inschrijving', { gemeentecode: '9001', op: datum('2027-09-01') }, '2027-09-01'),
  ];

  it('het oude eigen PIP telt niet meer, het begin van de termijn wel', () => {
    const stand = op(terug, '2027-09-02');
    expect(stand.termijnen[0]).toMatchObject({ laatsteDag: '2027-11-10', staat: 'loopt' });
    expect(stand.termijnen[1]).toMatchObject({ begin: '2026-11-03' });
    expect(stand.leerroute).toBe('Z');
    expect(stand.voorstellen[0]).toMatchObject({ soort: 'pip-opstellen' });
  });

  it('met een nieuw PIP is het gehaald', () => {
    const stand = op([...terug, vastgesteld('2027-10-01', 'Z', 'pip-2')], '2027-10-02');
    expect(stand.termijnen[0]?.staat).toBe('gehaald');
    expect(stand.termijnen[1]).toMatchObject({ begin: '2026-11-03' });
  });
});
