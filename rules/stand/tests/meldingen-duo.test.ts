import { describe, expect, it } from 'vitest';
import { datum } from '../../shared/datum.ts';
import { klokOp } from '../../shared/klok.ts';
import { bepaalStand } from '../bepaal-stand.ts';
import type { Feit } from '../feiten.ts';
import { kiesGeldend } from '../geldend.ts';
import { feit, plichtigeAsielstatushouder } from '../proefdossier.ts';
import { geweigerdeMeldingen } from '../signaal/meldingen-duo.ts';
import { STANDAARD_BELEID } from '../stand.ts';

const DAG = '2026-10-01';
const bijDuo = (wat: string, feitId: string, staat: 'geaccepteerd' | 'geweigerd', dag = DAG) =>
  feit('bij-duo', { wat, feitId, staat, foutteksten: ['Nee.'] }, dag, { bron: 'duo' });
const uren = (id: string, meer: { instellingsnummer?: string } = {}, vervangt?: string) =>
  feit(
    'uren',
    { soort: 'taal-en-knm', totaal: 10, bekendTot: datum(DAG), ...meer },
    DAG,
    vervangt ? { id, vervangt } : { id },
  );
const open = (...feiten: Feit[]) =>
  geweigerdeMeldingen(kiesGeldend(feiten, klokOp(datum('2026-10-05')))).map((f) => f.inhoud.feitId);

describe('geweigerde meldingen', () => {
  it('vragen herstel tot DUO een latere over hetzelfde aanneemt', () => {
    const nee = bijDuo('pvt', 'p1', 'geweigerd');
    expect(open(nee)).toEqual(['p1']);
    expect(open(nee, bijDuo('map', 'm1', 'geaccepteerd', '2026-10-02'))).toEqual(['p1']);
    expect(open(nee, bijDuo('pvt', 'p2', 'geaccepteerd', '2026-10-02'))).toEqual([]);
  });

  it('houden uren per school uit elkaar', () => {
    const [een, twee] = [
      uren('u1', { instellingsnummer: '1' }),
      uren('u2', { instellingsnummer: '2' }),
    ];
    const nee = bijDuo('uren', 'u1', 'geweigerd');
    expect(open(een, twee, nee, bijDuo('uren', 'u2', 'geaccepteerd', '2026-10-02'))).toEqual([
      'u1',
    ]);
  });

  it('vragen niets meer als het feit is vervangen', () => {
    const nee = bijDuo('uren', 'u1', 'geweigerd');
    expect(open(uren('u1'), nee)).toEqual(['u1']);
    expect(open(uren('u1'), nee, uren('u3', {}, 'u1'))).toEqual([]);
  });

  it('gaan over een PIP dat wij tegenhielden, tot DUO over het PIP antwoordt', () => {
    const nee = bijDuo('pip', 'pip-1', 'geweigerd');
    const ja = (dag: string) =>
      feit('pip-bij-duo', { pipId: 'pip-1', staat: 'geaccepteerd' }, dag, { bron: 'duo' });
    expect(open(nee, ja('2026-09-30'))).toEqual(['pip-1']);
    expect(open(nee, ja('2026-10-02'))).toEqual([]);
  });

  it('staan in de Stand, met de woorden van DUO en een voorstel', () => {
    const feiten = [...plichtigeAsielstatushouder(), bijDuo('pvt', 'p1', 'geweigerd')];
    const stand = bepaalStand(feiten, STANDAARD_BELEID, datum('2026-10-05'));
    const signaal = stand.signalen.find((s) => s.id === 'melding-geweigerd-pvt');
    expect(signaal?.tekst).toBe('DUO heeft het PVT geweigerd. Nee.');
    expect(stand.voorstellen.map((v) => v.titel)).toContain('Melding aan DUO herstellen');
  });

  it('zeggen het als DUO niets kreeg', () => {
    const tegen = feit(
      'bij-duo',
      { wat: 'map', feitId: 'm1', staat: 'geweigerd', foutteksten: ['Te vroeg.'], doorOns: true },
      DAG,
    );
    const stand = bepaalStand(
      [...plichtigeAsielstatushouder(), tegen],
      STANDAARD_BELEID,
      datum('2026-10-05'),
    );
    expect(stand.signalen.find((s) => s.id === 'melding-geweigerd-map')?.tekst).toBe(
      'Niet naar DUO gestuurd: de MAP. Te vroeg.',
    );
  });
});
