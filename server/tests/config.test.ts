import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { beschrijfConfig, ConfigFout, leesConfig } from '../config.ts';

const map = mkdtempSync(path.join(os.tmpdir(), 'meedoen-config-'));
const bestand = path.join(map, 'sleutel.pem');
writeFileSync(bestand, 'x');
afterAll(() => rmSync(map, { recursive: true }));

const PRODUCTIE = {
  MEEDOEN_OMGEVING: 'productie',
  MEEDOEN_ADRES: 'https://meedoen.veldrijk.example',
  DATABASE_URL: 'postgres://app:woord@db/meedoen',
  DATABASE_URL_EIGENAAR: 'postgres://eigenaar:woord@db/meedoen',
  OIDC_ISSUER: 'https://login.veldrijk.example',
  OIDC_CLIENT_ID: 'meedoen',
  OIDC_CLIENT_SECRET: 'geheim-van-de-client',
  DUO_URL: 'https://duo.example',
  DUO_SLEUTEL: bestand,
  DUO_CERTIFICAAT: bestand,
  DUO_CA: bestand,
  DUO_IN_GEHEIM: 'g'.repeat(32),
  BRP_URL: 'https://brp.example',
};

function fout(env: Record<string, string | undefined>): string {
  try {
    leesConfig(env);
  } catch (e) {
    expect(e).toBeInstanceOf(ConfigFout);
    return (e as Error).message;
  }
  throw new Error('geen fout');
}

describe('leesConfig', () => {
  it('heeft in een oefenomgeving niets nodig', () => {
    expect(leesConfig({})).toMatchObject({
      MEEDOEN_OMGEVING: 'oefen',
      PORT: 8080,
      MEEDOEN_HOST: '127.0.0.1',
      MEEDOEN_WERKER: true,
    });
  });

  it('leest een lege waarde als niet gezet', () => {
    expect(leesConfig({ PORT: '', MEEDOEN_PEILDATUM: '', OIDC_ISSUER: '' }).PORT).toBe(8080);
  });

  it.each([
    ['MEEDOEN_OMGEVING', 'proefkonijn'],
    ['PORT', 'poort-abc'],
    ['PORT', '70000'],
    ['PORT', '-17'],
    ['PORT', '80.5'],
    ['METRICS_PORT', 'vierduizend'],
    ['MEEDOEN_PEILDATUM', '2026-02-30'],
    ['MEEDOEN_PEILDATUM', '21-11-2026'],
    ['MEEDOEN_ADRES', 'ftp://geheim.example'],
    ['DATABASE_URL', 'mysql://gebruiker:wachtwoord-1@db'],
    ['DATABASE_URL_EIGENAAR', 'gebruiker:wachtwoord-1@db'],
    ['OIDC_ISSUER', 'login.veldrijk'],
    ['DUO_URL', 'duo-zonder-schema'],
    ['DUO_OIN', '0000000180086647200'],
    ['DUO_OIN', '00000042800866472000'],
    ['DUO_IN_GEHEIM', 'te-kort-geheim'],
    ['BRP_URL', 'brp-zonder-schema'],
    ['LOG_NIVEAU', 'kwebbel'],
    ['MEEDOEN_WERKER', 'misschien'],
  ])('weigert %s=%s en noemt de instelling, niet de waarde', (naam, waarde) => {
    const tekst = fout({ [naam]: waarde });
    expect(tekst).toMatch(new RegExp(`^${naam} klopt niet: .+\\.$`, 'm'));
    expect(tekst).not.toContain(waarde);
    expect(tekst).not.toContain('wachtwoord');
  });

  it('zegt in het Nederlands wat er mis is', () => {
    for (const env of [{ PORT: 'x' }, { PORT: '70000' }, { DUO_URL: 'x' }, { LOG_NIVEAU: 'x' }])
      expect(fout(env)).not.toMatch(/Invalid|expected|Too (big|small)/);
  });

  it('noemt alle fouten in één keer', () => {
    const tekst = fout({ PORT: 'x', LOG_NIVEAU: 'y', DUO_OIN: 'z' });
    expect(tekst.split('\n').map((regel) => regel.split(' ')[0])).toEqual(
      expect.arrayContaining(['PORT', 'LOG_NIVEAU', 'DUO_OIN']),
    );
  });

  it('neemt aan en uit voor het achtergrondwerk', () => {
    expect(leesConfig({ MEEDOEN_WERKER: 'uit' }).MEEDOEN_WERKER).toBe(false);
  });
});

describe('productie', () => {
  it('start met alles wat verplicht is', () => {
    expect(leesConfig(PRODUCTIE).MEEDOEN_OMGEVING).toBe('productie');
  });

  it.each(Object.keys(PRODUCTIE).filter((n) => n !== 'MEEDOEN_OMGEVING'))(
    'start niet zonder %s',
    (naam) => {
      const tekst = fout({ ...PRODUCTIE, [naam]: undefined });
      expect(tekst).toContain(`${naam} ontbreekt`);
      expect(tekst.split('\n')).toHaveLength(1);
    },
  );

  it('weigert een vaste datum', () => {
    expect(fout({ ...PRODUCTIE, MEEDOEN_PEILDATUM: '2026-11-21' })).toContain('MEEDOEN_PEILDATUM');
  });

  it('weigert een adres zonder https', () => {
    const tekst = fout({ ...PRODUCTIE, MEEDOEN_ADRES: 'http://meedoen.veldrijk.example' });
    expect(tekst).toContain('MEEDOEN_ADRES');
    expect(tekst).not.toContain('veldrijk');
  });

  it.each(['DUO_SLEUTEL', 'DUO_CERTIFICAAT', 'DUO_CA'])(
    'noemt %s als het bestand niet te lezen is, zonder het pad',
    (naam) => {
      for (const pad of [path.join(map, 'weg.pem'), map]) {
        const tekst = fout({ ...PRODUCTIE, [naam]: pad });
        expect(tekst).toMatch(new RegExp(`^${naam} `));
        expect(tekst).not.toContain(map);
      }
    },
  );
});

describe('wie met welk certificaat spreekt', () => {
  const lijst = { DUO_IDENTITEITEN: bestand };
  const zonder = { DUO_SLEUTEL: undefined, DUO_CERTIFICAAT: undefined, DUO_CA: undefined };
  const POORT = {
    DUO_IN_POORT: '8443',
    DUO_IN_SLEUTEL: bestand,
    DUO_IN_CERTIFICAAT: bestand,
    DUO_IN_CA: bestand,
    DUO_IN_CRL: bestand,
  };

  it('neemt een lijst in plaats van één certificaat, en niet allebei', () => {
    expect(leesConfig({ ...PRODUCTIE, ...zonder, ...lijst }).DUO_IDENTITEITEN).toBe(bestand);
    const tekst = fout({ ...PRODUCTIE, ...lijst, DUO_CRL: bestand });
    expect(tekst.split('\n').map((r) => r.split(' ')[0])).toEqual([
      'DUO_SLEUTEL',
      'DUO_CERTIFICAAT',
      'DUO_CA',
      'DUO_CRL',
    ]);
  });

  it('vraagt geen geheim als DUO op een eigen poort belt', () => {
    const env = { ...PRODUCTIE, DUO_IN_GEHEIM: undefined, ...POORT };
    expect(leesConfig(env).DUO_IN_POORT).toBe(8443);
  });

  it.each(Object.keys(POORT).slice(1))('opent geen eigen poort zonder %s', (naam) => {
    expect(fout({ ...PRODUCTIE, ...POORT, [naam]: undefined })).toBe(
      `${naam} ontbreekt; bij DUO_IN_POORT is deze instelling verplicht.`,
    );
  });
});

describe('oefenomgeving', () => {
  it.each([
    'OIDC_ISSUER',
    'OIDC_CLIENT_ID',
    'OIDC_CLIENT_SECRET',
    'DUO_URL',
    'DUO_SLEUTEL',
    'DUO_CERTIFICAAT',
    'DUO_IDENTITEITEN',
    'DUO_ADRESSEN',
    'DUO_IN_POORT',
    'BRP_URL',
    'BRP_API_KEY',
  ] as const)(
    'weigert %s: aanmelden zonder wachtwoord gaat niet samen met echte koppelingen',
    (naam) => {
      const andere = { DUO_IDENTITEITEN: bestand, DUO_ADRESSEN: bestand, DUO_IN_POORT: '8443' };
      const waarde = { ...PRODUCTIE, ...andere, BRP_API_KEY: 'sleutel-van-de-brp' }[naam];
      const tekst = fout({ [naam]: waarde });
      expect(tekst).toContain(`${naam} hoort bij productie`);
      expect(tekst).not.toContain(waarde);
    },
  );
});

describe('beschrijfConfig', () => {
  it('legt elke instelling uit', () => {
    const alle = beschrijfConfig();
    expect(alle.length).toBeGreaterThan(20);
    expect(alle.filter((i) => i.uitleg === '')).toEqual([]);
    expect(alle.find((i) => i.naam === 'MEEDOEN_WERKER')?.standaard).toBe('aan');
  });
});
