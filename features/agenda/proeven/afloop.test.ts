import { describe, expect, it } from 'vitest';
import { plusDagen } from '../../../rules/shared/datum.ts';
import { nieuwId } from '../../../server/id.ts';
import { b, VANDAAG } from '../../../test/berichten/berichtwereld.ts';
import { TERUG_GEHEIM } from '../../../test/berichten/proefdienst.ts';

describe('hoe het afloopt', () => {
  const meld = (id: string, status: string, geheim = TERUG_GEHEIM) =>
    b.w.app.inject({
      method: 'POST',
      url: '/notify/v1/afloop',
      headers: { authorization: `Bearer ${geheim}` },
      payload: { id: nieuwId(), reference: id, to: '+31612345678', status },
    });

  async function verstuurd() {
    const p = await b.nieuw({ contact: { telefoon: '0612345678' } }, 2);
    await b.zet(p);
    await b.werk();
    const [sms] = await b.rijen(p);
    return { p, id: sms?.id as string };
  }

  it('bezorgd', async () => {
    const { p, id } = await verstuurd();
    expect((await meld(id, 'delivered')).statusCode).toBe(204);
    expect((await b.kort(p))[0]).toBe('uitnodiging sms bezorgd');
    await meld(id, 'permanent-failure');
    expect((await b.kort(p))[0]).toBe('uitnodiging sms bezorgd');
  });

  it.each(['permanent-failure', 'temporary-failure', 'technical-failure'])(
    '%s: er komt één brief in de plaats',
    async (status) => {
      const { p, id } = await verstuurd();
      await meld(id, status);
      await meld(id, status);
      await b.werk();
      const regels = (await b.kort(p)).filter((r) => r.startsWith('uitnodiging'));
      expect(regels).toEqual(['uitnodiging sms mislukt', 'uitnodiging brief zelf']);
    },
  );

  it.each([
    ['zonder bewijs', {}],
    ['met een verkeerd geheim', { authorization: `Bearer ${TERUG_GEHEIM}x` }],
    ['met een leeg geheim', { authorization: 'Bearer ' }],
  ])('%s is een melding vals: 401, en er verandert niets', async (_wat, headers) => {
    const { p, id } = await verstuurd();
    const antwoord = await b.w.app.inject({
      method: 'POST',
      url: '/notify/v1/afloop',
      headers,
      payload: { reference: id, status: 'delivered' },
    });
    expect(antwoord.statusCode).toBe(401);
    expect((await b.kort(p))[0]).toBe('uitnodiging sms verstuurd');
  });

  it('een onbekende referentie of status verandert niets', async () => {
    const { p, id } = await verstuurd();
    expect((await meld(nieuwId(), 'delivered')).statusCode).toBe(204);
    expect((await meld('geen-uuid', 'delivered')).statusCode).toBe(204);
    expect((await meld(id, 'iets-nieuws')).statusCode).toBe(204);
    expect((await b.kort(p))[0]).toBe('uitnodiging sms verstuurd');
  });

  it('een nummer dat de b.dienst niet wil wordt een brief', async () => {
    const p = await b.nieuw({ contact: { telefoon: '+99912345678901' } }, 2);
    await b.zet(p);
    await b.werk();
    expect((await b.kort(p)).filter((r) => r.startsWith('uitnodiging'))).toEqual([
      'uitnodiging sms verstuurd',
    ]);
    await meld((await b.rijen(p))[0]?.id as string, 'permanent-failure');
    await b.werk();
    expect((await b.kort(p)).at(-1)).toBe('uitnodiging brief zelf');
  });

  it('een gemiste melding haalt het nalopen zelf op', async () => {
    const { p } = await verstuurd();
    const [bij] = await b.dienst.berichten();
    await b.dienst.app.inject({
      method: 'POST',
      url: '/simulator/afloop',
      payload: { id: bij?.id, status: 'delivered' },
    });
    b.w.klok.zetOp(plusDagen(VANDAAG, 1));
    await b.loopNa();
    expect((await b.kort(p))[0]).toBe('uitnodiging sms bezorgd');
  });
});
