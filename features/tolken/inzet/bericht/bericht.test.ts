import { describe, expect, it } from 'vitest';
import { datum } from '../../../../rules/shared/datum.ts';
import { TERUG_GEHEIM } from '../../../../test/berichten/proefdienst.ts';
import {
  boek,
  dienst,
  lijst,
  metAfspraak,
  opnieuw,
  opzet,
  verplaats,
  verzet,
  w,
  weg,
  werk,
  zegAf,
} from '../../../../test/berichten/tolkwereld.ts';
import { wachtendWerk } from '../../../../test/werk.ts';
import type { TestGemeente } from '../../../../test/world.ts';
import { tolkHoort } from '../../scherm/woorden.ts';

describe('wie als tolk wordt geboekt', () => {
  it('krijgt een e-mail met dag, tijd, plaats, taal en de gemeente, en niets over de persoon', async () => {
    const { g, m, tolkId } = await opzet();
    const { pad } = await metAfspraak(g);
    const kop = { 'idempotency-key': 'tolk-proef-0001' };
    const een = await boek(m, pad, tolkId, kop);
    expect(een.status).toBe(201);
    expect((await boek(m, pad, tolkId, kop)).body).toEqual(een.body);
    expect(een.body.bericht).toMatchObject({ wat: 'geboekt', kanaal: 'e-mail', staat: 'wacht' });
    await werk();
    const berichten = await dienst.berichten();
    expect(berichten).toMatchObject([{ soort: 'email', naar: 'selam@tolk.example' }]);
    const tekst = `${berichten[0]?.onderwerp}\n${berichten[0]?.tekst}`;
    for (const nodig of [
      'maandag 23 november 2026 om 10.00 uur (60 minuten)',
      'Tigrinya',
      'het stadhuis',
      g.code,
      '0570 12 34 56',
    ])
      expect(tekst).toContain(nodig);
    expect(tekst).not.toMatch(/Almaz|Haile|intake|Lindelaan|\d{9}/u);
    expect((await lijst(m))[0].bericht).toMatchObject({ staat: 'verstuurd' });
  });

  it('krijgt een sms zonder e-mailadres', async () => {
    const { g, m, tolkId } = await opzet({ email: '' });
    await boek(m, (await metAfspraak(g)).pad, tolkId);
    await werk();
    expect(await dienst.berichten()).toMatchObject([{ soort: 'sms', naar: '+31612345678' }]);
  });

  it.each([
    ['telefoon', 'aan de telefoon, wij bellen u'],
    ['video', 'via video'],
  ])('leest ook in de sms hoe er wordt getolkt: %s', async (vorm, hoe) => {
    const { g, m, tolkId } = await opzet({ email: '', vormen: ['telefoon', 'video'] });
    await boek(m, (await metAfspraak(g)).pad, tolkId, {}, vorm);
    await werk();
    const [bericht] = await dienst.berichten();
    expect(bericht?.tekst).toContain(`Hoe: ${hoe}.`);
    expect(bericht?.tekst).not.toContain('Waar');
  });

  it.each([
    ['zonder nummer en adres', { email: '', telefoon: '' }],
    ['met alleen een vast nummer', { email: '', telefoon: '0570 11 22 33' }],
  ])('moet %s zelf worden gebeld', async (_wat, tolk) => {
    const { g, m, tolkId } = await opzet(tolk);
    const { body } = await boek(m, (await metAfspraak(g)).pad, tolkId);
    expect(body.bericht).toMatchObject({ kanaal: null, staat: 'zelf' });
    await werk();
    expect(await dienst.berichten()).toEqual([]);
  });

  it('moet worden gebeld als er geen berichtendienst is', async () => {
    const { g, m, tolkId } = await opzet();
    w.t.berichten = undefined;
    await boek(m, (await metAfspraak(g)).pad, tolkId);
    await werk();
    expect((await lijst(m))[0].bericht).toMatchObject({ staat: 'zelf' });
  });

  it.each([
    ['thuis', { vorm: 'thuis', plaats: 'Lindelaan 12, Veldrijk' }],
    ['op het adres van de persoon', { plaats: 'lindelaan 12' }],
    ['op een plek met haar postcode', { plaats: 'Buurthuis 7411CD' }],
    ['op een plek met haar naam', { plaats: 'bij mevrouw Haile' }],
    ['bij haar aan de deur', { plaats: 'Lindelaan 12a, Veldrijk' }],
  ])('leest niet waar het is als dat %s is', async (_wat, extra) => {
    const { g, m, tolkId } = await opzet();
    const plaats = (extra as { plaats: string }).plaats;
    const { body } = await boek(m, (await metAfspraak(g, extra)).pad, tolkId);
    await werk();
    const [bericht] = await dienst.berichten();
    expect(bericht?.tekst).toContain('Waar: dat hoort u van de gemeente.');
    expect(bericht?.tekst).not.toContain(plaats);
    expect(tolkHoort(body.bericht)).toMatch(/gaat zo weg\. Vertel de tolk zelf waar het is\.$/u);
    expect(tolkHoort((await lijst(m))[0].bericht)).toContain('Vertel de tolk zelf waar het is.');
  });

  it.each([
    ['Al', 'Stadhuis, zaal 3'],
    ['An', 'het kantoor aan de Markt'],
    ['Lin', 'Lindelaan 120'],
  ])('leest waar het is, ook als %s toevallig in %s zit', async (naam, plaats) => {
    const { g, m, tolkId } = await opzet();
    const { body } = await boek(m, (await metAfspraak(g, { plaats }, naam)).pad, tolkId);
    await werk();
    expect((await dienst.berichten())[0]?.tekst).toContain(`Waar: ${plaats}.`);
    expect(tolkHoort(body.bericht)).not.toContain('Vertel de tolk zelf');
  });
});

describe('wie al is geboekt', () => {
  it('hoort dat het niet doorgaat', async () => {
    const { g, m, tolkId } = await opzet();
    const { inzetId } = (await boek(m, (await metAfspraak(g)).pad, tolkId)).body;
    await werk();
    expect((await zegAf(m, inzetId)).body.bericht).toMatchObject({ wat: 'afgezegd' });
    await werk();
    expect(await weg()).toEqual(['U bent geboekt als tolk.', 'U hoeft niet te komen tolken.']);
    const [, af] = await dienst.berichten();
    expect(af?.tekst).not.toMatch(/Almaz|Haile|ziek/u);
  });

  it('hoort niets als wij afzeggen voordat het bericht weg was', async () => {
    const { g, m, tolkId } = await opzet();
    const { inzetId } = (await boek(m, (await metAfspraak(g)).pad, tolkId)).body;
    await zegAf(m, inzetId);
    await werk();
    expect(await weg()).toEqual([]);
    expect((await lijst(m))[0].bericht).toMatchObject({ wat: 'geboekt', staat: 'vervallen' });
  });

  it('hoort van de nieuwe tijd', async () => {
    const { g, m, tolkId } = await opzet();
    const p = await metAfspraak(g);
    const { inzetId } = (await boek(m, p.pad, tolkId)).body;
    await werk();
    await verzet(g, p, '14:00');
    expect((await verplaats(m, inzetId)).status).toBe(200);
    await werk();
    const [, verplaatst] = await dienst.berichten();
    expect(verplaatst?.tekst).toContain('Uw opdracht als tolk is verzet.');
    expect(verplaatst?.tekst).toContain('Wanneer: maandag 23 november 2026 om 14.00 uur');
    expect(verplaatst?.tekst).toContain('Eerst was het: maandag 23 november 2026 om 10.00 uur.');
  });

  it('krijgt over een groep één bericht, en een afzegging als de laatste wegvalt', async () => {
    const { g, m, tolkId } = await opzet();
    const groepId = '0199f0a0-0000-7000-8000-00000000aa01';
    const een = (await boek(m, (await metAfspraak(g, { groepId })).pad, tolkId)).body;
    const twee = (await boek(m, (await metAfspraak(g, { groepId })).pad, tolkId)).body;
    await werk();
    expect(await weg()).toEqual(['U bent geboekt als tolk.']);
    await zegAf(m, een.inzetId);
    await werk();
    expect(await weg()).toHaveLength(1);
    await zegAf(m, twee.inzetId);
    await werk();
    expect(await weg()).toEqual(['U bent geboekt als tolk.', 'U hoeft niet te komen tolken.']);
  });
});

describe('het versturen', () => {
  const boekEen = async () => {
    const { g, m, tolkId } = await opzet();
    await boek(m, (await metAfspraak(g)).pad, tolkId);
    return { g, m };
  };
  const gepland = async (g: TestGemeente) =>
    (await wachtendWerk(w)).filter((j) => JSON.stringify(j.payload).includes(g.id));

  it('probeert het na een storing opnieuw en stuurt niets twee keer', async () => {
    const { m } = await boekEen();
    await dienst.gedrag({ antwoordKwijt: 1 });
    await werk();
    expect((await lijst(m))[0].bericht).toMatchObject({ staat: 'bezig' });
    await opnieuw();
    expect((await lijst(m))[0].bericht).toMatchObject({ staat: 'verstuurd' });
    expect(await weg()).toHaveLength(1);
  });

  const loopAf = async (status: string) => {
    const [bericht] = await dienst.berichten();
    const payload = { id: bericht?.id, status };
    await dienst.app.inject({ method: 'POST', url: '/simulator/afloop', payload });
    return bericht?.reference;
  };

  it('vraagt elk uur hoe het afliep, tot er een uitslag is', async () => {
    const { g, m } = await boekEen();
    await werk();
    await opnieuw();
    expect((await lijst(m))[0].bericht.staat).toBe('verstuurd');
    await loopAf('temporary-failure');
    await opnieuw();
    expect((await lijst(m))[0].bericht).toMatchObject({ staat: 'mislukt' });
    expect(tolkHoort((await lijst(m))[0].bericht)).toContain('Bel de tolk.');
    expect(await gepland(g)).toEqual([]);
  });

  it('vraagt na zeven dagen niets meer: dan weet de dienst het niet meer', async () => {
    const { g } = await boekEen();
    await werk();
    expect(await gepland(g)).toHaveLength(1);
    w.klok.zetOp(datum('2026-11-28'));
    await opnieuw();
    expect(await gepland(g)).toEqual([]);
  });

  it('neemt de melding van de dienst over', async () => {
    const { m } = await boekEen();
    await werk();
    const reference = await loopAf('permanent-failure');
    const antwoord = await w.app.inject({
      method: 'POST',
      url: '/notify/v1/afloop',
      headers: { authorization: `Bearer ${TERUG_GEHEIM}` },
      payload: { reference, status: 'permanent-failure' },
    });
    expect(antwoord.statusCode).toBe(204);
    await werk();
    expect((await lijst(m))[0].bericht.staat).toBe('mislukt');
  });
});
