import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { maakLogboek } from '../logboek.ts';

const BSN = '999990019';
const VNR = '2100000001';

function vang(): {
  log: ReturnType<typeof maakLogboek>;
  tekst: () => string;
  regels: () => unknown[];
} {
  const delen: string[] = [];
  const uit = new Writable({
    write(stuk, _c, klaar) {
      delen.push(String(stuk));
      klaar();
    },
  });
  const tekst = () => delen.join('');
  return {
    log: maakLogboek('debug', uit),
    tekst,
    regels: () =>
      tekst()
        .trim()
        .split('\n')
        .map((r) => JSON.parse(r)),
  };
}

describe('logboek', () => {
  it.each([
    { bsn: BSN },
    { bsn: Number(BSN) },
    { vNummer: VNR },
    { v_nummer: Number(VNR) },
    { naam: 'Selam Tesfay' },
    { persoon: { voornamen: 'Selam', geslachtsnaam: 'Tesfay', bsn: BSN } },
    { verzoek: { headers: { cookie: 'meedoen=geheim', authorization: 'Bearer geheim' } } },
    { verzoek: { body: { naam: 'Selam' } } },
    { a: { b: { c: { d: { bsn: BSN, naam: 'Selam', cookie: 'geheim' } } } } },
    { lijst: [{ persoon: { naam: 'Selam', bsn: BSN } }] },
    { url: `/v1/dossiers?zoek=${BSN}` },
    { bericht: `persoon ${BSN} met ${VNR}.` },
    { bericht: `bsn=${BSN},vnr=${VNR}` },
  ])('laat geen persoonsgegeven door: %j', (object) => {
    const { log, tekst, regels } = vang();
    log.info(object, 'iets');
    expect(tekst()).not.toMatch(/999990019|2100000001|Selam|Tesfay|geheim/);
    expect(regels()).toHaveLength(1);
  });

  it('dekt nummers in de tekst af, ook met waarden erin gezet', () => {
    const { log, tekst } = vang();
    log.info(`burger ${BSN}`);
    log.info('burger %s', BSN);
    log.info('burger %d.', Number(BSN));
    log.error({ err: { type: 'Error', stack: `Error: bsn "${BSN}" klopt niet\n at x` } }, 'fout');
    log.error(new Error(`bsn ${BSN}`));
    log.child({ bsn: BSN, dossier: { naam: 'Selam' } }).info('kind');
    expect(tekst()).not.toMatch(/999990019|Selam/);
  });

  it('houdt van een fout van de database de code en niet de rij', () => {
    const { log, regels } = vang();
    const fout = Object.assign(new RangeError('dubbele sleutel'), {
      code: '23505',
      detail: 'Key (naam)=(Selam) already exists.',
    });
    log.error({ err: fout }, 'mis');
    expect(regels()[0]).toMatchObject({ err: { type: 'RangeError', code: '23505' } });
    expect(JSON.stringify(regels())).not.toContain('Selam');
  });

  it('houdt wat nodig is: niveau, tijd, trace, stapel, duur en ids', () => {
    const { log, regels } = vang();
    const id = '01890a5d-ac96-774b-bcce-b302099a8057';
    log.warn({ traceId: 'ab'.repeat(16), dossierId: id, ms: 1.123456789, n: 12345678 }, 'verzoek');
    expect(regels()[0]).toMatchObject({
      niveau: 'warn',
      msg: 'verzoek',
      dossierId: id,
      traceId: 'ab'.repeat(16),
      ms: 1.123456789,
      n: 12345678,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
  });

  it('zwijgt onder het gekozen niveau', () => {
    const { log, tekst } = vang();
    log.trace('niets');
    expect(tekst()).toBe('');
  });
});
